package index

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
)

const benchSize = 50_000

// benchDocuments yields cases with three values and a narrative, and entities, half and half.
func benchDocuments(yield func(Document) bool) {
	words := []string{"white", "van", "farm", "motel", "caller", "worker", "papers", "driver", "room", "cash", "phone", "crew", "leader", "road", "night"}
	county := []County{{"36121", "Wyoming County, NY"}}
	for i := range benchSize {
		phone := Value{"phone", fmt.Sprintf("585-%03d-%04d", i/10000, i%10000), fmt.Sprintf("+1585%07d", i), Identifier}
		if i%2 == 0 {
			if !yield(Document{Type: Entity, ID: phone.Key, Kind: "phone", Title: phone.Text, Values: []Value{phone}, Counties: county}) {
				return
			}
			continue
		}
		text := ""
		for j := range 25 {
			text += words[(i*31+j*j*7)%len(words)] + " "
		}
		id := fmt.Sprintf("WY-2024-%06d", i)
		if !yield(Document{
			Type: Case, ID: id, Title: id, Counties: county, Agency: "Wyoming County Sheriff", Offense: "labor", Status: "open",
			From: "2024-01-02", Text: text,
			Values: []Value{phone, {"plate", fmt.Sprintf("NY KAB-%04d", i%10000), "", Identifier}, {"business", fmt.Sprintf("Sample Farm %d LLC", i), "", Name}},
		}) {
			return
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		if err := Build(context.Background(), filepath.Join(b.TempDir(), "index"), print1, benchDocuments, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*benchSize/b.Elapsed().Seconds(), "documents/s")
}

func BenchmarkSearch(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "index")
	if err := Build(context.Background(), dir, print1, benchDocuments, nil); err != nil {
		b.Fatal(err)
	}
	x := opened(b, dir, print1)
	for _, query := range []string{"farm crew", "0142", "county:wyoming kind:phone 585"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				if _, err := x.Search(context.Background(), query, SearchOptions{Facets: 10}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
