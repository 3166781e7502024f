package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// What a document scores does not depend on the order of the documents.
func TestOrderOfDocumentsDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 0))
	documents := alike(r, 400)
	for _, query := range []string{"0142", "014", "014 555"} {
		var want map[string]float64
		for range 4 {
			got := scores(t, built(t, documents), query)
			for id := range want {
				if got[id] != want[id] {
					t.Fatalf("%s: %s scores %v, and %v after a shuffle", query, id, want[id], got[id])
				}
			}
			want = got
			r.Shuffle(len(documents), func(i, j int) { documents[i], documents[j] = documents[j], documents[i] })
		}
	}
}

// alike returns documents in which the same number stands in several fields.
func alike(r *rand.Rand, n int) []Document {
	var documents []Document
	for i := range n {
		number := fmt.Sprintf("%d-555-%04d", 201+r.IntN(700), 140+r.IntN(5))
		d := Document{Type: Entity, ID: fmt.Sprint(i), Kind: "phone", Title: number, Values: []Value{{"phone", number, number, Identifier}}}
		if i%3 == 0 {
			plate := fmt.Sprintf("NY K0%d-014%d", r.IntN(10), r.IntN(4))
			d.Type, d.Text = Case, "call 0142 or 01421 "+number
			d.Values = append(d.Values, Value{"plate", plate, plate, Identifier}, Value{"address", "0142 Main St", "", Words}, Value{"business", "Room 0142", "", Name})
		}
		documents = append(documents, d)
	}
	return documents
}

func scores(t *testing.T, x *Index, query string) map[string]float64 {
	t.Helper()
	r, err := x.Search(context.Background(), query, SearchOptions{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]float64)
	for _, h := range r.Hits {
		all[h.ID] = h.Score
	}
	return all
}
