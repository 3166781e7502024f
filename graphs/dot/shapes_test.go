package dot_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
)

// Networks of shapes that layouts find hard.
func hardShapes(t testing.TB) map[string]*graphs.Network {
	grow := func(fn func(b *graphs.Builder, node func(kind string, i int) int32)) *graphs.Network {
		b := graphs.NewBuilder()
		fn(b, func(kind string, i int) int32 {
			group := ""
			if kind == graphs.KindCase {
				group = fmt.Sprintf("36%03d", i%62)
			}
			return b.AddNode(graphs.Node{ID: fmt.Sprint(kind, " ", i), Kind: kind, Group: group})
		})
		n, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	edge := func(b *graphs.Builder, x, y int32) { b.AddEdge(x, y, 5, graphs.EdgeAttributes{}) }
	return map[string]*graphs.Network{
		"nothing": grow(func(*graphs.Builder, func(string, int) int32) {}),
		"starburst": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 500 {
				edge(b, node("phone", 0), node("case", i))
			}
		}),
		"snowstorm": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 300 {
				node("case", i)
			}
		}),
		"hairball": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 60 {
				for k := range 30 {
					edge(b, node("case", i), node("phone", (i*7+k*k)%60))
				}
			}
		}),
		"hairball of 40": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 40 {
				for k := range 10 {
					edge(b, node("case", i), node("phone", (i*7+k*k)%60))
				}
			}
		}),
		"chain": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 200 {
				edge(b, node("case", i), node("phone", i))
				edge(b, node("phone", i), node("case", i+1))
			}
		}),
		"long chain": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 1000 {
				edge(b, node("case", i), node("phone", i))
				edge(b, node("phone", i), node("case", i+1))
			}
		}),
		"cases joined directly": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 150 {
				edge(b, node("case", i), node("case", (i+1)%150))
				edge(b, node("case", i), node("case", (i*i+3)%150+200))
			}
		}),
		"40 cases with long texts": grow(func(b *graphs.Builder, _ func(string, int) int32) {
			long := strings.Repeat("Rosalinda's Very Fine Nail & Spa ", 4)
			for i := range 40 {
				c := b.AddNode(graphs.Node{ID: fmt.Sprint(long, i), Kind: graphs.KindCase, Group: long[:30] + fmt.Sprint(i), Detail: long})
				e := b.AddNode(graphs.Node{ID: fmt.Sprint("b", i/2), Kind: "business", Label: long, Detail: long})
				f := b.AddNode(graphs.Node{ID: fmt.Sprint("c", (i+1)%40/2), Kind: "address", Label: long, Detail: long})
				edge(b, c, e)
				edge(b, c, f)
			}
		}),
		"many pairs": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 100 {
				edge(b, node("case", i), node("case", i+1000))
			}
		}),
		"62 counties": grow(func(b *graphs.Builder, node func(string, int) int32) {
			for i := range 62 {
				for k := 1; k < 8; k++ {
					b.AddEdge(node("county", i), node("county", (i+k*k)%62+62*(1-min(1, k*k%62))), float64(k), graphs.EdgeAttributes{Label: fmt.Sprint(k)})
				}
			}
		}),
	}
}

func TestContractOfHardShapes(t *testing.T) {
	for name, n := range hardShapes(t) {
		t.Run(name, func(t *testing.T) {
			var report dot.Report
			p := readSVG(t, render(t, n, dot.SVG, dot.Options{Report: &report}))
			faults := broken(p)
			for _, f := range faults[:min(len(faults), 5)] {
				t.Error(f)
			}
			if p.cases != n.Cases() {
				t.Errorf("the shapes stand for %d cases, want %d", p.cases, n.Cases())
			}
			if len(p.nodes) > 80 {
				t.Errorf("%d shapes", len(p.nodes))
			}
			t.Logf("%d shapes, layout %s", report.Shapes, report.Layout)
		})
	}
}
