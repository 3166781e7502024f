// Package index answers: here are words, which cases and entities?
//
// An index is made by [Build] from documents and belongs to one state of the
// workspace, its fingerprint. [Open] says when it is missing, stale or broken:
// then build it anew. It holds nothing that cannot be made again.
//
// It is bleve underneath, for people who search; what links cases does not go
// through it.
package index

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
)

// Why an index cannot be used, for errors.Is. In each case Build makes it anew.
var (
	// ErrMissing: there is no index.
	ErrMissing = errors.New("there is no search index")
	// ErrStale: the index is of another state of the workspace.
	ErrStale = errors.New("the search index is out of date")
	// ErrBroken: the index cannot be read.
	ErrBroken = errors.New("the search index is damaged")
)

// An Index is an open index. It is safe for concurrent use.
type Index struct {
	bleve bleve.Index
	kinds []string // of its values, sorted
}

// Open opens the index in folder dir that was built for the fingerprint. It
// fails with [ErrMissing], [ErrStale] or [ErrBroken].
func Open(dir, fingerprint string) (*Index, error) {
	path := current(dir, fingerprint)
	if _, err := os.Stat(path); err != nil {
		if others, _ := generations(dir); len(others) > 0 {
			return nil, ErrStale
		}
		return nil, ErrMissing
	}
	if err := checkFiles(path); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return openPath(path)
}

func openPath(path string) (x *Index, err error) {
	defer asBroken(&err)
	// A bolt file inside is locked while it is written; Update holds it briefly.
	b, err := bleve.OpenUsing(path, map[string]any{"read_only": true, "bolt_timeout": "10s"})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	x = &Index{bleve: b}
	if x.kinds, err = valueKinds(b); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, errors.Join(err, b.Close()))
	}
	return x, nil
}

// valueKinds returns the kinds that the index has values of, sorted.
func valueKinds(b bleve.Index) ([]string, error) {
	fields, err := b.Fields()
	if err != nil {
		return nil, err
	}
	var kinds []string
	for _, f := range fields {
		if kind, ok := strings.CutPrefix(f, kindField("")); ok {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	return kinds, nil
}

// asBroken makes an error of a panic that a damaged file causes inside bleve.
func asBroken(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: %v", ErrBroken, p)
	}
}

// Documents returns how many documents the index has.
func (x *Index) Documents() (int, error) {
	n, err := x.bleve.DocCount()
	return int(n), err
}

// Close closes the index.
func (x *Index) Close() error { return x.bleve.Close() }
