package graphs_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
	"gonum.org/v1/gonum/graph/topo"
)

func TestComponents(t *testing.T) {
	n := ring(t)
	farm, _ := n.Find("Golden Harvest Farm")
	if got := len(n.Components()); got != 1 {
		t.Errorf("%d components, want 1", got)
	}
	parts := n.Parts(farm)
	if len(parts) != 2 || names(n, parts[1]) != "WY-2" {
		t.Errorf("without the farm there is left %v", parts)
	}
	empty := graphs.NewBuilder()
	if got := build(t, empty).Components(); len(got) != 0 {
		t.Errorf("components of nothing: %v", got)
	}
}

// gonum returns the components in random order; in ours they must be the same.
func TestComponentsAgreeWithGonum(t *testing.T) {
	for seed := range uint64(60) {
		n := random(t, seed, 1+int(seed)*3, int(seed)*2)
		var want [][]int32
		for _, c := range topo.ConnectedComponents(n) {
			var nodes []int32
			for _, v := range c {
				nodes = append(nodes, int32(v.ID()))
			}
			slices.Sort(nodes)
			want = append(want, nodes)
		}
		got := n.Components()
		if !slices.IsSortedFunc(got, func(a, b []int32) int {
			if len(a) != len(b) {
				return len(b) - len(a)
			}
			return int(a[0] - b[0])
		}) {
			t.Errorf("seed %d: not in order", seed)
		}
		byFirst := func(a, b []int32) int { return int(a[0] - b[0]) }
		slices.SortFunc(got, byFirst)
		slices.SortFunc(want, byFirst)
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("seed %d: components differ from gonum's", seed)
		}
	}
}

// The collaboration network ca-GrQc of SNAP has 355 components, the largest of 4,158 nodes.
func TestComponentsOfCollaborations(t *testing.T) {
	n := collaborations(t)
	got := n.Components()
	if n.Len() != 5242 || n.EdgeCount() != 14484 || len(got) != 355 || len(got[0]) != 4158 {
		t.Errorf("%d nodes, %d edges, %d components, largest %d", n.Len(), n.EdgeCount(), len(got), len(got[0]))
	}
}

// collaborations reads ca-GrQc, which lists every edge twice, and loops.
func collaborations(t testing.TB) *graphs.Network {
	t.Helper()
	f, err := os.Open("../../shared/data/graphs/ca-GrQc.txt")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("the shared data are not here: ", err)
	}
	defer f.Close()
	b := graphs.NewBuilder()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		ends := strings.Fields(lines.Text())
		if len(ends) != 2 || ends[0] == "#" {
			continue
		}
		x := b.AddNode(graphs.Node{ID: ends[0], Kind: "author"})
		y := b.AddNode(graphs.Node{ID: ends[1], Kind: "author"})
		if x != y {
			b.AddEdge(x, y, 1, graphs.EdgeAttributes{})
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return build(t, b)
}
