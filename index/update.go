package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
)

// Changes are what an index is brought up to date with.
type Changes struct {
	Put    []Document // new ones, and ones that take the place of one of their type and id
	Delete []Document // ones that are no more; their type and id count
}

// Update makes the index in dir for one fingerprint into the index for another
// one. For more than a tenth of the documents Build is the faster way. It fails
// with [ErrMissing], [ErrStale] or [ErrBroken]; a process that is killed meanwhile
// leaves no index.
func Update(dir, from, to string, changes Changes) error {
	x, err := Open(dir, from)
	if err != nil {
		return err
	}
	if err := x.Close(); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	staged, err := stage(dir)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer os.RemoveAll(staged)
	path := filepath.Join(staged, "index")
	if err := os.Rename(current(dir, from), path); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	if err := apply(path, changes); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	if err := finish(path, current(dir, to)); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return nil
}

// apply makes the changes in the bleve index at path.
func apply(path string, changes Changes) (err error) {
	defer asBroken(&err)
	if err := os.Remove(filepath.Join(path, manifest)); err != nil {
		return err
	}
	b, err := bleve.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(applyTo(b, changes), b.Close())
}

func applyTo(b bleve.Index, changes Changes) error {
	batch := b.NewBatch()
	for i := range changes.Delete {
		batch.Delete(key(changes.Delete[i].Type, changes.Delete[i].ID))
	}
	for i := range changes.Put {
		d := &changes.Put[i]
		doc := document.NewDocument(key(d.Type, d.ID))
		if err := mapDocument(doc, d); err != nil {
			return err
		}
		if err := batch.IndexAdvanced(doc); err != nil {
			return err
		}
		if batch.Size() >= batchSize {
			if err := b.Batch(batch); err != nil {
				return err
			}
			batch.Reset()
		}
	}
	return b.Batch(batch)
}
