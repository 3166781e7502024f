package graphs_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/testgraph"
)

// ring is a small network: three cases of three counties, held together by a
// phone and a plate, and one case that only a business joins.
func ring(t testing.TB) *graphs.Network {
	t.Helper()
	b := graphs.NewBuilder()
	add := func(kind, id, group string) int32 {
		return b.AddNode(graphs.Node{ID: id, Kind: kind, Group: group})
	}
	wy, er, ge := add("case", "WY-1", "Wyoming"), add("case", "ER-7", "Erie"), add("case", "GE-3", "Genesee")
	wy2 := add("case", "WY-2", "Wyoming")
	phone, plate := add("phone", "585-555-0142", ""), add("plate", "NY KAB1042", "")
	farm := add("business", "Golden Harvest Farm", "")
	b.AddEdge(wy, phone, 12, graphs.EdgeAttributes{})
	b.AddEdge(er, phone, 12, graphs.EdgeAttributes{})
	b.AddEdge(er, plate, 9, graphs.EdgeAttributes{})
	b.AddEdge(ge, plate, 9, graphs.EdgeAttributes{})
	b.AddEdge(wy, plate, 9, graphs.EdgeAttributes{})
	b.AddEdge(ge, farm, 4, graphs.EdgeAttributes{})
	b.AddEdge(farm, wy2, 5, graphs.EdgeAttributes{})
	return build(t, b)
}

func build(t testing.TB, b *graphs.Builder) *graphs.Network {
	t.Helper()
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// random returns a network of n numbered cases and m edges, fewer where chance repeats them.
func random(t testing.TB, seed uint64, n, m int) *graphs.Network {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	b := graphs.NewBuilder()
	for i := range n {
		b.AddNode(graphs.Node{ID: fmt.Sprintf("%06d", i), Kind: graphs.KindCase})
	}
	for range m {
		if x, y := r.Int32N(int32(n)), r.Int32N(int32(n)); x != y {
			b.AddEdge(x, y, float64(1+r.IntN(8)), graphs.EdgeAttributes{})
		}
	}
	return build(t, b)
}

func names(n *graphs.Network, nodes []int32) string {
	ids := make([]string, len(nodes))
	for i, v := range nodes {
		ids[i] = n.At(v).ID
	}
	return strings.Join(ids, " · ")
}

func TestNetworkIsCanonical(t *testing.T) {
	nodes := []graphs.Node{{ID: "b", Kind: "case"}, {ID: "a", Kind: "case"}, {ID: "p", Kind: "phone"}, {ID: "", Kind: "plate"}}
	edges := []struct {
		x, y   int
		weight float64
		label  string
	}{{0, 2, 3, "old"}, {2, 0, 5, "z"}, {0, 2, 5, "new"}, {1, 2, 1, ""}, {3, 1, 2, ""}}
	make := func(seed uint64) *graphs.Network {
		r := rand.New(rand.NewPCG(seed, 3))
		b := graphs.NewBuilder()
		number := map[int]int32{}
		for _, i := range r.Perm(len(nodes)) {
			number[i] = b.AddNode(nodes[i])
			b.AddNode(nodes[i])
		}
		for _, i := range r.Perm(len(edges)) {
			e := edges[i]
			b.AddEdge(number[e.x], number[e.y], e.weight, graphs.EdgeAttributes{Label: e.label})
		}
		return build(t, b)
	}
	want := make(0)
	if want.Len() != 4 || want.EdgeCount() != 3 {
		t.Fatalf("%d nodes, %d edges; want 4, 3", want.Len(), want.EdgeCount())
	}
	e, ok := want.FindEdge(2, 1)
	if got := want.EdgeAt(e); !ok || got.Weight != 5 || got.Label != "new" || got.Other(1) != 2 {
		t.Errorf("of parallel edges %+v was kept", got)
	}
	for seed := range uint64(20) {
		if got := make(seed); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: built in another order, the network differs", seed)
		}
	}
}

func TestBuildReportsFaults(t *testing.T) {
	b := graphs.NewBuilder()
	v := b.AddNode(graphs.Node{ID: "SECRET", Kind: "case"})
	b.AddNode(graphs.Node{ID: "SECRET", Kind: "phone"})
	b.AddNode(graphs.Node{ID: "x", Cases: -1})
	b.AddEdge(v, 99, 1, graphs.EdgeAttributes{})
	b.AddEdge(v, v, 1, graphs.EdgeAttributes{})
	b.AddEdge(v, v+1, math.NaN(), graphs.EdgeAttributes{})
	_, err := b.Build()
	if err == nil {
		t.Fatal("no error")
	}
	if got := strings.Count(err.Error(), "\n") + 1; got != 5 {
		t.Errorf("%d faults, want 5:\n%v", got, err)
	}
	if strings.Contains(err.Error(), "SECRET") {
		t.Errorf("case data in the error: %v", err)
	}
}

func TestFindAndInduced(t *testing.T) {
	n := ring(t)
	for v := range int32(n.Len()) {
		if got, ok := n.Find(n.At(v).ID); !ok || got != v {
			t.Errorf("Find(%q) = %d, %v; want %d", n.At(v).ID, got, ok, v)
		}
	}
	if _, ok := n.Find("nobody"); ok {
		t.Error("found nobody")
	}
	var keep []int32
	for _, id := range []string{"WY-1", "585-555-0142", "ER-7", "WY-1"} {
		v, _ := n.Find(id)
		keep = append(keep, v)
	}
	part := n.Induced(keep)
	if part.Len() != 3 || part.EdgeCount() != 2 || part.Cases() != 2 {
		t.Errorf("%d nodes, %d edges, %d cases; want 3, 2, 2", part.Len(), part.EdgeCount(), part.Cases())
	}
}

// testBuilder is a testgraph.Builder. Networks number their nodes from 0 and have no
// loops, so it declines cases with other numbers or with loops.
func testBuilder(nodes []graph.Node, edges []testgraph.WeightedLine, _, _ float64) (graph.Graph, []graph.Node, []testgraph.Edge, float64, float64, bool) {
	b := graphs.NewBuilder()
	for _, x := range nodes {
		if x.ID() < 0 || x.ID() >= int64(len(nodes)) {
			return nil, nil, nil, 0, 0, false
		}
		b.AddNode(graphs.Node{ID: fmt.Sprintf("%09d", x.ID()), Kind: "case"})
	}
	for _, e := range edges {
		from, ok1 := b.Number(fmt.Sprintf("%09d", e.From().ID()))
		to, ok2 := b.Number(fmt.Sprintf("%09d", e.To().ID()))
		if !ok1 || !ok2 {
			return nil, nil, nil, 0, 0, false
		}
		b.AddEdge(from, to, e.Weight(), graphs.EdgeAttributes{})
	}
	n, err := b.Build()
	if err != nil {
		return nil, nil, nil, 0, 0, false
	}
	var back []testgraph.Edge
	for _, e := range graph.WeightedEdgesOf(n.WeightedEdges()) {
		back = append(back, e)
	}
	return n, graph.NodesOf(n.Nodes()), back, 0, 0, true
}

func TestGonumSuite(t *testing.T) {
	t.Run("EdgeExistence", func(t *testing.T) { testgraph.EdgeExistence(t, testBuilder, true) })
	t.Run("NodeExistence", func(t *testing.T) { testgraph.NodeExistence(t, testBuilder) })
	t.Run("AdjacentNodes", func(t *testing.T) { testgraph.ReturnAdjacentNodes(t, testBuilder, true, true) })
	t.Run("AllEdges", func(t *testing.T) { testgraph.ReturnAllEdges(t, testBuilder, true) })
	t.Run("AllNodes", func(t *testing.T) { testgraph.ReturnAllNodes(t, testBuilder, true) })
	t.Run("AllWeightedEdges", func(t *testing.T) { testgraph.ReturnAllWeightedEdges(t, testBuilder, true) })
	t.Run("EdgeSlice", func(t *testing.T) { testgraph.ReturnEdgeSlice(t, testBuilder, true) })
	t.Run("WeightedEdgeSlice", func(t *testing.T) { testgraph.ReturnWeightedEdgeSlice(t, testBuilder, true) })
	t.Run("NodeSlice", func(t *testing.T) { testgraph.ReturnNodeSlice(t, testBuilder, true) })
	t.Run("Weight", func(t *testing.T) { testgraph.Weight(t, testBuilder) })
}

// The suite would pass if the builder declined all of its graphs.
func TestGonumSuiteTakesSomeCases(t *testing.T) {
	taken := 0
	testgraph.ReturnAllNodes(t, func(nodes []graph.Node, edges []testgraph.WeightedLine, s, a float64) (graph.Graph, []graph.Node, []testgraph.Edge, float64, float64, bool) {
		g, n, e, s, a, ok := testBuilder(nodes, edges, s, a)
		if ok && len(n) > 1 {
			taken++
		}
		return g, n, e, s, a, ok
	}, true)
	if taken < 3 {
		t.Errorf("the builder took %d graphs of more than one node", taken)
	}
}
