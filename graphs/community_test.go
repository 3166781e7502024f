package graphs_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/tflink/tflink/graphs"
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
)

// cliques returns k cliques of size s, joined in a circle by single edges.
func cliques(t testing.TB, k, s int) *graphs.Network {
	b := graphs.NewBuilder()
	for i := range k * s {
		b.AddNode(graphs.Node{ID: fmt.Sprintf("%06d", i), Kind: graphs.KindCase})
	}
	for c := range k {
		for i := range s {
			for j := range i {
				b.AddEdge(int32(c*s+i), int32(c*s+j), 1, graphs.EdgeAttributes{})
			}
		}
		b.AddEdge(int32(c*s), int32((c+1)%k*s+1), 1, graphs.EdgeAttributes{})
	}
	return build(t, b)
}

func TestLeidenFindsCliques(t *testing.T) {
	n := cliques(t, 8, 6)
	for seed := range uint64(10) {
		for v, c := range n.Leiden(1, seed) {
			if int(c) != v/6 {
				t.Fatalf("seed %d: node %d is in community %d, want %d", seed, v, c, v/6)
			}
		}
	}
}

// Each community hangs together, two runs agree, and modularity is at least
// nearly what gonum's Louvain reaches.
func TestLeidenQuality(t *testing.T) {
	t.Run("collaborations", func(t *testing.T) { checkLeiden(t, collaborations(t)) })
	for seed := range uint64(8) {
		t.Run(fmt.Sprint("random ", seed), func(t *testing.T) { checkLeiden(t, random(t, seed, 120, 240)) })
	}
}

func checkLeiden(t *testing.T, n *graphs.Network) {
	got := n.Leiden(1, 1)
	if again := n.Leiden(1, 1); !slices.Equal(got, again) {
		t.Error("two runs with one seed differ")
	}
	communities := make(map[int32][]int32)
	for v, c := range got {
		communities[c] = append(communities[c], int32(v))
	}
	var nodes [][]graph.Node
	for c := range int32(len(communities)) {
		if parts := n.Induced(communities[c]).Components(); len(parts) != 1 {
			t.Errorf("community %d falls into %d parts", c, len(parts))
		}
		var list []graph.Node
		for _, v := range communities[c] {
			list = append(list, graphs.Vertex(v))
		}
		nodes = append(nodes, list)
	}
	q := community.Q(n, nodes, 1)
	t.Logf("%d communities, modularity %.4f", len(nodes), q)
	// gonum's Louvain wants a source, or every run is another.
	reduced := community.Modularize(n, 1, rand.NewPCG(1, 1))
	if want := community.Q(n, reduced.Communities(), 1); q < want-0.01 {
		t.Errorf("modularity %.4f; gonum's Louvain reaches %.4f", q, want)
	}
}
