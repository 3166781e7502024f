package index

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"golang.org/x/sync/errgroup"
)

// batchSize is how many documents become one segment before all are merged.
const batchSize = 2000

// Build makes the index of the documents in folder dir, for the fingerprint,
// and takes away any other index there. No two documents may have the same
// type and id. progress, if not nil, is told now and then, one call at a time, how many
// documents are in.
//
// The new index takes the old one's place at once, when it is done: if Build
// fails, is cancelled or killed, the old one stays.
func Build(ctx context.Context, dir, fingerprint string, documents iter.Seq[Document], progress func(done int)) error {
	target := current(dir, fingerprint)
	staged, err := stage(dir)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer os.RemoveAll(staged)
	err = build(ctx, filepath.Join(staged, "index"), staged, documents, progress)
	if err == nil {
		err = finish(filepath.Join(staged, "index"), target)
	}
	if err != nil && ctx.Err() == nil && checkFiles(target) == nil {
		return nil // another process made it meanwhile, and took this one's away
	}
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return nil
}

// build makes a bleve index at path; temporary files lie in scratch.
func build(ctx context.Context, path, scratch string, documents iter.Seq[Document], progress func(int)) error {
	if err := os.Mkdir(path, folderMode); err != nil {
		return err
	}
	builder, err := bleve.NewBuilder(path, newMapping(), map[string]any{
		"buildPathPrefix": scratch, // case data must not lie in the system's folder for temporary files
		"batchSize":       batchSize,
	})
	if err != nil {
		return err
	}
	n, err := feed(ctx, builder, documents, progress)
	switch {
	case err != nil:
		return err // the builder holds nothing but files in scratch
	case n > 0:
		return builder.Close()
	}
	// The builder cannot make an index of nothing.
	if err := os.RemoveAll(path); err != nil {
		return err
	}
	empty, err := bleve.New(path, mapping.NewIndexMapping())
	if err != nil {
		return err
	}
	return empty.Close()
}

// feed gives the builder all documents and returns how many there were. It
// folds their words on all cores; the builder itself takes one document at a time.
func feed(ctx context.Context, builder bleve.Builder, documents iter.Seq[Document], progress func(int)) (int, error) {
	group, ctx := errgroup.WithContext(ctx)
	todo := make(chan []Document, 2)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			for batch := range todo {
				for i := range batch {
					if err := builder.Index(key(batch[i].Type, batch[i].ID), batch[i]); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	done := 0
	group.Go(func() error {
		defer close(todo)
		const few = 64 // documents that change hands at once
		batch := make([]Document, 0, few)
		send := func() error {
			select {
			case todo <- batch:
			case <-ctx.Done():
				return ctx.Err()
			}
			done += len(batch)
			if progress != nil {
				progress(done)
			}
			batch = make([]Document, 0, few)
			return nil
		}
		for d := range documents {
			if batch = append(batch, d); len(batch) < few {
				continue
			}
			if err := send(); err != nil {
				return err
			}
		}
		return send()
	})
	err := group.Wait()
	return done, err
}

// key returns the id of a document inside bleve.
func key(t Type, id string) string { return string(t) + "/" + id }
