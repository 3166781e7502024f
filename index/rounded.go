package index

import (
	"context"
	"math"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// rounded is a query whose scores have lost their last places. Bleve adds up what a
// document scores in an order that depends on where the document lies in the index,
// and a floating-point sum depends on its order: without it documents that
// are equally good would stand in one order today and in another tomorrow.
type rounded struct{ query.Query }

// Searcher returns the query's searcher with rounded scores.
func (q rounded) Searcher(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	s, err := q.Query.Searcher(ctx, r, m, o)
	return roundedSearcher{s}, err
}

type roundedSearcher struct{ search.Searcher }

// Next returns the next hit, nil at the end.
func (s roundedSearcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	d, err := s.Searcher.Next(ctx)
	return roundScore(d), err
}

// Advance returns the next hit from id on, nil at the end.
func (s roundedSearcher) Advance(ctx *search.SearchContext, id bleveindex.IndexInternalID) (*search.DocumentMatch, error) {
	d, err := s.Searcher.Advance(ctx, id)
	return roundScore(d), err
}

// roundScore keeps about ten decimal places of the 16 that a score has.
func roundScore(d *search.DocumentMatch) *search.DocumentMatch {
	if d != nil {
		const keep = 1 << 34
		fraction, exponent := math.Frexp(d.Score)
		d.Score = math.Ldexp(math.Round(fraction*keep)/keep, exponent)
	}
	return d
}
