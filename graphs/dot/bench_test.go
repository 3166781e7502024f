package dot_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
)

// BenchmarkMap draws the first page of clusters, the overview of the large ones, as SVG.
func BenchmarkMap(b *testing.B) {
	networks := map[string]*graphs.Network{"star of 1000": star(b, 1000)}
	for _, cases := range []int{300, 1000, 10000} {
		networks[fmt.Sprintf("%d cases", cases)] = cluster(b, cases, uint64(cases))
	}
	for name, n := range networks {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := dot.Render(b.Context(), io.Discard, n, dot.SVG, dot.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// star returns cases of twelve counties that share one phone.
func star(t testing.TB, cases int) *graphs.Network {
	b := graphs.NewBuilder()
	phone := b.AddNode(graphs.Node{ID: "phone:585-555-0142", Kind: "phone", Label: "585-555-0142"})
	for i := range cases {
		c := b.AddNode(graphs.Node{ID: fmt.Sprintf("S-%04d", i), Kind: graphs.KindCase, Group: testCounties[i%len(testCounties)]})
		b.AddEdge(c, phone, 8, graphs.EdgeAttributes{})
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}
