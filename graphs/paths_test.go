package graphs_test

import (
	"math"
	"slices"
	"testing"

	"github.com/tflink/tflink/graphs"
)

func TestPaths(t *testing.T) {
	n := ring(t)
	wy1, _ := n.Find("WY-1")
	er, _ := n.Find("ER-7")
	shortest, _ := n.Shortest(wy1, er)
	if got := names(n, shortest.Nodes); got != "WY-1 · 585-555-0142 · ER-7" || shortest.Weakest != 12 {
		t.Errorf("shortest = %s at %v", got, shortest.Weakest)
	}
	self, ok := n.Strongest(er, er)
	if !ok || len(self.Nodes) != 1 || len(self.Edges) != 0 || !math.IsInf(self.Weakest, 1) {
		t.Errorf("path to itself = %+v, %v", self, ok)
	}
}

func TestNoPath(t *testing.T) {
	n := random(t, 1, 2, 0)
	if _, ok := n.Shortest(0, 1); ok {
		t.Error("a shortest path between strangers")
	}
	if _, ok := n.Strongest(0, 1); ok {
		t.Error("a strongest path between strangers")
	}
}

// Against all simple paths of small networks, by brute force.
func TestPathsAgainstAllPaths(t *testing.T) {
	for seed := range uint64(80) {
		n := random(t, seed, 7, 10)
		for to := int32(1); to < 7; to++ {
			all := allPaths(n, to)
			shortest, ok1 := n.Shortest(0, to)
			strongest, ok2 := n.Strongest(0, to)
			if ok1 != (len(all) > 0) || ok2 != ok1 {
				t.Fatalf("seed %d: found %v, %v; there are %d paths", seed, ok1, ok2, len(all))
			}
			if !ok1 {
				continue
			}
			slices.SortFunc(all, func(a, b graphs.Path) int { return shorter(a, b) })
			if !slices.Equal(all[0].Nodes, shortest.Nodes) || all[0].Weakest != shortest.Weakest || !slices.Equal(all[0].Edges, shortest.Edges) {
				t.Fatalf("seed %d: shortest %+v, want %+v", seed, shortest, all[0])
			}
			slices.SortFunc(all, func(a, b graphs.Path) int {
				if a.Weakest != b.Weakest {
					return int(b.Weakest - a.Weakest)
				}
				return shorter(a, b)
			})
			if !slices.Equal(all[0].Nodes, strongest.Nodes) || all[0].Weakest != strongest.Weakest {
				t.Fatalf("seed %d: strongest %+v, want %+v", seed, strongest, all[0])
			}
		}
	}
}

// shorter orders paths by hops, weakest edge and nodes.
func shorter(a, b graphs.Path) int {
	if len(a.Nodes) != len(b.Nodes) {
		return len(a.Nodes) - len(b.Nodes)
	}
	if a.Weakest != b.Weakest {
		return int(b.Weakest - a.Weakest)
	}
	return slices.Compare(a.Nodes, b.Nodes)
}

// allPaths returns all paths from node 0 that visit no node twice.
func allPaths(n *graphs.Network, to int32) []graphs.Path {
	var all []graphs.Path
	var extend func(p graphs.Path)
	extend = func(p graphs.Path) {
		last := p.Nodes[len(p.Nodes)-1]
		if last == to {
			all = append(all, graphs.Path{Nodes: slices.Clone(p.Nodes), Edges: slices.Clone(p.Edges), Weakest: p.Weakest})
			return
		}
		for k, w := range n.Adjacent(last) {
			if slices.Contains(p.Nodes, w) {
				continue
			}
			e := n.Incident(last)[k]
			extend(graphs.Path{
				Nodes:   append(slices.Clone(p.Nodes), w),
				Edges:   append(slices.Clone(p.Edges), e),
				Weakest: min(p.Weakest, n.EdgeAt(e).Weight),
			})
		}
	}
	extend(graphs.Path{Nodes: []int32{0}, Weakest: math.Inf(1)})
	return all
}

// The way through a maximum spanning forest is as wide as the strongest path.
func TestForestIsWidest(t *testing.T) {
	n := random(t, 5, 60, 120)
	inForest := map[int32]bool{}
	for _, e := range n.Forest() {
		inForest[e] = true
	}
	if got := n.Len() - len(n.Components()); len(inForest) != got {
		t.Fatalf("%d edges in the forest, want %d", len(inForest), got)
	}
	b := graphs.NewBuilder()
	for v := range int32(n.Len()) {
		b.AddNode(n.At(v))
	}
	for e := range int32(n.EdgeCount()) {
		if inForest[e] {
			b.AddEdge(n.EdgeAt(e).From, n.EdgeAt(e).To, n.EdgeAt(e).Weight, graphs.EdgeAttributes{})
		}
	}
	forest := build(t, b)
	for to := range int32(n.Len()) {
		whole, ok1 := n.Strongest(0, to)
		part, ok2 := forest.Strongest(0, to)
		if ok1 != ok2 || whole.Weakest != part.Weakest {
			t.Errorf("to %d: %v bits in the network, %v in its forest", to, whole.Weakest, part.Weakest)
		}
	}
}
