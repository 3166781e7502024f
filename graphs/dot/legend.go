package dot

import (
	"slices"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// legend returns the legend in rows of a width.
func (c *composer) legend(width float64) *draw.Legend {
	l := draw.NewLegend(width)
	if c.hasCases() {
		c.countyLegend(l)
	}
	l.Row()
	c.kindLegend(l)
	c.edgeLegend(l)
	return l
}

func (c *composer) hasCases() bool {
	for v := range int32(c.n.Len()) {
		if c.n.At(v).IsCase() {
			return true
		}
	}
	return false
}

// countyRows bounds the rows of counties; the name stands in each case, too.
const countyRows = 3

func (c *composer) countyLegend(l *draw.Legend) {
	counts := c.counties
	for i, g := range counts {
		if l.Rows == countyRows-1 && l.X > 0.75*l.Width && i < len(counts)-1 {
			l.Entry(draw.Text("and "+plural(len(counts)-i, "county")+" more"), nil)
			break
		}
		s := c.styles[g.Group]
		l.Entry(draw.Clean(g.Label+" ("+plural(g.Cases, "case")+")"), func(a draw.Area) []draw.Item {
			mid := draw.Pt(a.X+a.W/2, a.Y+a.H/2)
			return []draw.Item{
				draw.Shape{Path: draw.Rounded(a, 2), Fill: s.color.Tint(0.13).Paint(), Stroke: s.color.Paint(), Width: 1.2},
				draw.Shape{Path: s.marker.Path(mid, a.H*0.34), Fill: s.color.Paint(), Stroke: draw.Ink.Paint(), Width: 0.5},
			}
		})
	}
}

func (c *composer) kindLegend(l *draw.Legend) {
	var kinds []string
	several, hub := false, false
	for v := range int32(c.n.Len()) {
		node := c.n.At(v)
		hub = hub || node.Hub
		several = several || node.CaseCount() > 1
		if !isAnchor(node) && !slices.Contains(kinds, node.Kind) {
			kinds = append(kinds, node.Kind)
		}
	}
	slices.Sort(kinds)
	if several {
		l.Entry("counted cases", c.sign(graphs.Node{Kind: graphs.KindCase, Cases: 2}))
	}
	for _, k := range kinds {
		name := draw.Clean(k)
		if k == KindSeveral {
			name = "several that join the same"
		}
		l.Entry(name, c.sign(graphs.Node{Kind: k}))
	}
	if len(c.bridges) > 0 {
		l.Entry("bridge: alone holds parts together", c.signOf(figure{look: look{bridge: true}}))
	}
	if hub {
		l.Entry("dashed: so common that it proves little", c.sign(graphs.Node{Hub: true}))
	}
}

// sign returns what draws a small figure of a node.
func (c *composer) sign(n graphs.Node) func(draw.Area) []draw.Item { return c.signOf(figure{node: n}) }

func (c *composer) signOf(f figure) func(draw.Area) []draw.Item {
	return func(a draw.Area) []draw.Item {
		if f.counted() {
			a.W -= 2 * stackStep
			a.Y, a.H = a.Y+1.5*stackStep, a.H-1.5*stackStep
		}
		return f.outline(a)
	}
}

func (c *composer) edgeLegend(l *draw.Legend) {
	lo, hi := c.weights()
	stroke := func(e graphs.Edge) func(draw.Area) []draw.Item {
		return func(a draw.Area) []draw.Item {
			y := a.Y + a.H/2
			return []draw.Item{edgeLine(draw.Path{draw.MoveTo(draw.Pt(a.X, y)), draw.LineTo(draw.Pt(a.X+a.W, y))}, e, lo, hi)}
		}
	}
	for _, unsure := range []bool{false, true} {
		if e := (graphs.Edge{EdgeAttributes: graphs.EdgeAttributes{Unsure: unsure}}); c.anyJudged(unsure) {
			text := "dashed line: decided by a person"
			if unsure {
				text = "dotted line: judged unsure, links nothing"
			}
			l.Entry(draw.Text(text), stroke(e))
		}
	}
	if hi-lo < leastSpread {
		return
	}
	for i, w := range []float64{lo, hi} {
		text := []string{"weak", "strong"}[i] + " evidence: " + bits(w)
		if !c.hasCases() {
			text = []string{"least: ", "most: "}[i] + draw.Num(w)
		}
		l.Entry(draw.Text(text), stroke(graphs.Edge{Weight: w}))
	}
}

// anyJudged reports whether somebody decided on an edge, or was unsure of one.
func (c *composer) anyJudged(unsure bool) bool {
	for e := range int32(c.n.EdgeCount()) {
		if edge := c.n.EdgeAt(e); edge.Weight == 0 && edge.Unsure == unsure {
			return true
		}
	}
	return false
}
