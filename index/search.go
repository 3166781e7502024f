package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// DefaultLimit is how many hits a search returns: about a screen of them.
const DefaultLimit = 20

// Enough is how many documents must have the whole words of a query for it not to find
// beginnings of words and words with one letter wrong: ten screens.
const Enough = 10 * DefaultLimit

// SearchOptions say which part of the results to return. The zero value returns
// the first ones, without facets.
type SearchOptions struct {
	Limit  int // of hits; 0 is DefaultLimit, negative none
	Offset int // hits to leave out at the beginning
	Facets int // how many of the most frequent counties and kinds to count; 0 is none
}

// Results are what a search found.
type Results struct {
	Total    int     // documents found, of which Hits are a part
	Hits     []Hit   // the best first; equally good ones by type and id
	Counties []Count // FIPS codes, the most frequent first
	Kinds    []Count // of the entities
}

// A Count says how many of the documents found have a property.
type Count struct {
	Name      string
	Documents int
}

// A Hit is a document that was found.
type Hit struct {
	Type      Type
	ID        string
	Kind      string
	Title     string
	Counties  []County
	From, To  string     // first and last day, YYYY-MM-DD; may be empty
	Score     float64    // comparable within one search
	Fragments []Fragment // where it was found; none for what is not text, such as a county
}

// Search finds the documents that satisfy all conditions of a query:
//
//	harvest          a word, anywhere; where whole words find fewer than [Enough], also the
//	                 beginning of one, or with one letter wrong
//	"golden harvest" words one after the other
//	0142             three or more characters in a row of a phone, plate or VIN
//	phone:0142       in the values of a kind
//	county:erie      in another field; see [Fields]
//	date:2024-03     on a day, in a month or a year; also date:2024-03..2024-05
//	sounds:smyth     names that sound like it
//	-motel           not; before any of these
//
// It fails with a [*QueryError], or several joined, when the text is no query.
func (x *Index) Search(ctx context.Context, text string, o SearchOptions) (results Results, err error) {
	defer asBroken(&err)
	clauses, err := parse(text)
	if err != nil {
		return Results{}, err
	}
	found, err := x.find(ctx, clauses, o)
	if err != nil {
		return Results{}, err
	}
	results.Total = int(found.Total)
	h := newHighlighter(clauses)
	for _, match := range found.Hits {
		hit, err := hitOf(match, h)
		if err != nil {
			return Results{}, err
		}
		results.Hits = append(results.Hits, hit)
	}
	results.Counties = counts(found.Facets[fieldFacet], facetFIPS, o.Facets)
	results.Kinds = counts(found.Facets[fieldFacet], facetKind, o.Facets)
	return results, nil
}

// find searches for whole words and, where they find too few, more widely: among
// thousands of hits nobody looks for what is merely like a word, and to find that takes most of the time.
func (x *Index) find(ctx context.Context, clauses []clause, o SearchOptions) (found *bleve.SearchResult, err error) {
	for _, wide := range []bool{false, true} {
		for i := range clauses {
			clauses[i].wide = wide
		}
		p, err := x.compile(clauses)
		if err != nil {
			return nil, err
		}
		if found, err = x.bleve.SearchInContext(ctx, p.request(o)); err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			return nil, fmt.Errorf("index: %w", err)
		}
		if found.Total >= Enough {
			break
		}
	}
	return found, nil
}

// A plan is the conditions of a query by what they are for.
type plan struct {
	rank   []query.Query // must hold, and order the hits
	filter []query.Query // must hold, and are as true of one hit as of another
	not    []query.Query // must not hold
}

// compile makes a plan of all clauses.
func (x *Index) compile(clauses []clause) (p plan, err error) {
	var faults []error
	for _, c := range clauses {
		q, err := x.query(c)
		switch {
		case err != nil:
			faults = append(faults, err)
		case c.exclude:
			p.not = append(p.not, q)
		case isFilter(c.field):
			p.filter = append(p.filter, q)
		default:
			p.rank = append(p.rank, q)
		}
	}
	return p, errors.Join(faults...)
}

// request returns the search that a plan comes to.
func (p plan) request(o SearchOptions) *bleve.SearchRequest {
	must := p.rank
	switch {
	case len(must) == 0 && len(p.filter) == 0:
		must = []query.Query{query.NewMatchAllQuery()}
	case len(p.filter) > 0:
		must = append(must, unscored{query.NewConjunctionQuery(p.filter)})
	}
	return request(rounded{query.NewBooleanQuery(must, nil, p.not)}, o)
}

// unscored is a query whose hits are all equally good. So bleve puts them together
// from bit sets, and those of the other conditions that are not among them are
// passed over before they are scored.
type unscored struct{ query.Query }

// Searcher returns the query's searcher without scores.
func (q unscored) Searcher(ctx context.Context, r bleveindex.IndexReader, m mapping.IndexMapping, o search.SearcherOptions) (search.Searcher, error) {
	o.Score, o.IncludeTermVectors = "none", false
	return q.Query.Searcher(ctx, r, m, o)
}

func request(q query.Query, o SearchOptions) *bleve.SearchRequest {
	limit := o.Limit
	if limit == 0 {
		limit = DefaultLimit
	}
	r := bleve.NewSearchRequestOptions(q, max(limit, 0), max(o.Offset, 0), false)
	r.Fields = []string{fieldStored}
	r.SortBy([]string{"-_score", "_id"}) // bleve orders equal scores by segment otherwise
	if o.Facets > 0 {
		r.AddFacet(fieldFacet, bleve.NewFacetRequest(fieldFacet, math.MaxInt32))
	}
	return r
}

func hitOf(match *search.DocumentMatch, h *highlighter) (Hit, error) {
	t, id, _ := strings.Cut(match.ID, "/")
	hit := Hit{Type: Type(t), ID: id, Score: match.Score}
	stored, _ := match.Fields[fieldStored].(string)
	var d storedDocument
	if err := json.Unmarshal([]byte(stored), &d); err != nil {
		return Hit{}, fmt.Errorf("%w: what it keeps of a document cannot be read", ErrBroken)
	}
	hit.Kind, hit.Title, hit.Counties, hit.From, hit.To = d.Kind, d.Title, d.Counties, d.From, d.To
	hit.Fragments = h.fragments(&d)
	return hit, nil
}

// counts returns the n most frequent terms of one sort of facet.
func counts(f *search.FacetResult, sort string, n int) []Count {
	if f == nil || f.Terms == nil {
		return nil
	}
	var list []Count
	for _, t := range f.Terms.Terms() { // by count, then term
		if name, ok := strings.CutPrefix(t.Term, sort); ok && len(list) < n {
			list = append(list, Count{name, t.Count})
		}
	}
	return list
}
