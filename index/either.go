package index

import (
	"context"
	"errors"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/blevesearch/bleve/v2/search/searcher"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// either finds what one of its queries finds. A word is looked for in a score of
// fields and stands in two or three: bleve's own disjunction keeps a heap of all of
// them, this one drops those that have nothing to find.
type either []query.Query

// Searcher returns a searcher of what one of the queries finds.
func (q either) Searcher(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	var some []search.Searcher
	for _, one := range q {
		none, err := findsNothing(ctx, r, one)
		if err != nil {
			return nil, errors.Join(err, closeAll(some))
		}
		if none {
			continue
		}
		s, err := one.Searcher(ctx, r, m, o)
		if err != nil {
			return nil, errors.Join(err, closeAll(some))
		}
		some = append(some, s)
	}
	switch len(some) {
	case 0:
		return searcher.NewMatchNoneSearcher(r)
	case 1:
		return some[0], nil
	}
	return searcher.NewDisjunctionSearcher(ctx, r, some, 0, o)
}

func closeAll(list []search.Searcher) (err error) {
	for _, s := range list {
		err = errors.Join(err, s.Close())
	}
	return err
}

// findsNothing reports whether a word that the query needs is not in the index.
func findsNothing(ctx context.Context, r bleveindex.IndexReader, q query.Query) (bool, error) {
	switch q := q.(type) {
	case *query.TermQuery:
		return isMissing(ctx, r, q.Field(), q.Term)
	case *query.PhraseQuery:
		for _, word := range q.Terms {
			if none, err := isMissing(ctx, r, q.Field(), word); none || err != nil {
				return none, err
			}
		}
	}
	return false, nil
}

func isMissing(ctx context.Context, r bleveindex.IndexReader, field, word string) (bool, error) {
	reader, err := r.TermFieldReader(ctx, []byte(word), field, false, false, false)
	if err != nil {
		return false, err
	}
	return reader.Count() == 0, reader.Close()
}
