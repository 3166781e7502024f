package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// What a date finds is what the comparison of the days finds.
func TestDatesAgreeWithComparison(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 0))
	day := func() string { return fmt.Sprintf("%d-%02d-%02d", 2019+r.IntN(4), 1+r.IntN(12), 1+r.IntN(28)) }
	var documents []Document
	for i := range 200 {
		d := Document{Type: Case, ID: fmt.Sprint(i), Title: fmt.Sprint(i), From: day(), To: day()}
		if d.To < d.From {
			d.From, d.To = d.To, d.From
		}
		documents = append(documents, d)
	}
	x := built(t, documents)
	bound := func() string { return day()[:[]int{0, 4, 7, 10}[r.IntN(4)]] }
	for range 300 {
		first, last := bound(), bound()
		if first+last == "" {
			continue
		}
		want := 0
		for _, d := range documents {
			if d.To >= first && (last == "" || d.From <= last+"~") {
				want++
			}
		}
		found, err := x.Search(context.Background(), "date:"+first+".."+last, SearchOptions{Limit: -1})
		if err != nil || found.Total != want {
			t.Errorf("%s..%s: found %d, %v; want %d", first, last, found.Total, err, want)
		}
	}
}
