package graphs_test

import (
	"slices"
	"testing"

	"github.com/tflink/tflink/graphs"
)

func TestCut(t *testing.T) {
	n := ring(t)
	cut := n.Cut()
	if got := names(n, cut.Nodes); got != "Golden Harvest Farm · GE-3 · NY KAB1042" {
		t.Errorf("articulation points = %s", got)
	}
	if len(cut.Edges) != 3 {
		t.Errorf("%d bridges, want 3: farm to both its cases, and GE-3 to the plate", len(cut.Edges))
	}
}

// By definition: what is taken away, and whether more components are left.
func TestCutAgainstDefinition(t *testing.T) {
	for seed := range uint64(60) {
		n := random(t, seed, 2+int(seed%15), int(seed%20))
		cut := n.Cut()
		for v := range int32(n.Len()) {
			if got, want := slices.Contains(cut.Nodes, v), len(n.Parts(v)) > 1; got != want {
				t.Fatalf("seed %d: node %d is an articulation point: %v, want %v", seed, v, got, want)
			}
		}
		whole := len(n.Components())
		for e := range int32(n.EdgeCount()) {
			u := graphs.NewUnionFind(n.Len())
			for f := range int32(n.EdgeCount()) {
				if f != e {
					u.Union(n.EdgeAt(f).From, n.EdgeAt(f).To)
				}
			}
			if got, want := slices.Contains(cut.Edges, e), u.Sets() > whole; got != want {
				t.Fatalf("seed %d: edge %d is a bridge: %v, want %v", seed, e, got, want)
			}
		}
	}
}

// A long chain must not need a deep stack.
func TestCutOfChain(t *testing.T) {
	const length = 200_000
	b := graphs.NewBuilder()
	for i := range length {
		b.AddNode(graphs.Node{ID: string([]byte{byte(i >> 16), byte(i >> 8), byte(i)})})
		if i > 0 {
			b.AddEdge(int32(i-1), int32(i), 1, graphs.EdgeAttributes{})
		}
	}
	cut := build(t, b).Cut()
	if len(cut.Nodes) != length-2 || len(cut.Edges) != length-1 {
		t.Errorf("%d points, %d bridges", len(cut.Nodes), len(cut.Edges))
	}
}
