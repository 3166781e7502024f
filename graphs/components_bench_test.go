package graphs_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"github.com/tflink/tflink/graphs"
)

// BenchmarkComponents measures the components of random graphs with 1.2 edges a node, each from its list of
// edges: of the union-find, and of gonum's simple graph with topo.ConnectedComponents.
func BenchmarkComponents(b *testing.B) {
	for _, n := range []int32{100_000, 1_000_000} {
		r := rand.New(rand.NewPCG(1, 1))
		pairs := make([][2]int32, int(n)*12/10)
		for i := range pairs {
			pairs[i] = [2]int32{r.Int32N(n), r.Int32N(n)}
		}
		b.Run(fmt.Sprintf("unionfind/%d", n), func(b *testing.B) {
			for b.Loop() {
				u := graphs.NewUnionFind(int(n))
				for _, p := range pairs {
					u.Union(p[0], p[1])
				}
				u.Labels()
			}
		})
		b.Run(fmt.Sprintf("gonum/%d", n), func(b *testing.B) {
			for b.Loop() {
				g := simple.NewUndirectedGraph()
				for i := range n {
					g.AddNode(simple.Node(i))
				}
				for _, p := range pairs {
					if p[0] != p[1] {
						g.SetEdge(simple.Edge{F: simple.Node(p[0]), T: simple.Node(p[1])})
					}
				}
				topo.ConnectedComponents(g)
			}
		})
	}
}
