package dot

import (
	"slices"

	"github.com/tflink/tflink/graphs"
)

// legend returns the legend at the origin, in rows of a width, and its height.
func (c *composer) legend(width float64) (group, float64) {
	l := &legendWriter{g: group{class: "legend"}, width: width}
	if c.hasCases() {
		c.countyLegend(l)
	}
	l.row()
	c.kindLegend(l)
	c.edgeLegend(l)
	return l.g, l.y + legendRow
}

const (
	legendRow   = legendSize * 1.75
	legendSign  = 16.0 // width of a sign
	legendSpace = 12.0 // between entries
)

// legendWriter sets entries of a sign and a text in rows.
type legendWriter struct {
	g     group
	width float64
	x, y  float64
	rows  int
}

// row begins a row if the current one has entries.
func (l *legendWriter) row() {
	if l.x > 0 {
		l.x = 0
		l.y += legendRow
		l.rows++
	}
}

// entry adds an entry; sign draws into the area it is given.
func (l *legendWriter) entry(t Text, sign func(area) []item) {
	w := regular.width(t, legendSize)
	if sign != nil {
		w += legendSign + 3
	}
	if l.x > 0 && l.x+w > l.width {
		l.row()
	}
	x := l.x
	if sign != nil {
		l.g.items = append(l.g.items, sign(area{x, l.y + 1, legendSign, legendRow - 3})...)
		x += legendSign + 3
	}
	t = regular.fit(t, legendSize, l.width-x)
	baseline := l.y + legendRow/2 + legendSize*0.32
	l.g.items = append(l.g.items, block{[]textLine{{t, x, baseline, legendSize, regular, ink}}})
	l.x += w + legendSpace
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

func (c *composer) countyLegend(l *legendWriter) {
	counts := c.counties
	for i, g := range counts {
		if l.rows == countyRows-1 && l.x > 0.75*l.width && i < len(counts)-1 {
			l.entry(Text("and "+plural(len(counts)-i, "county")+" more"), nil)
			break
		}
		s := c.styles[g.Group]
		l.entry(clean(g.Label+" ("+plural(g.Cases, "case")+")"), func(a area) []item {
			mid := point{a.x + a.w/2, a.y + a.h/2}
			return []item{
				shape{path: rounded(a, 2), fill: s.color.tint(0.13).paint(), stroke: s.color.paint(), width: 1.2},
				shape{path: s.marker.path(mid, a.h*0.34), fill: s.color.paint(), stroke: ink.paint(), width: 0.5},
			}
		})
	}
}

func (c *composer) kindLegend(l *legendWriter) {
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
		l.entry("counted cases", c.sign(graphs.Node{Kind: graphs.KindCase, Cases: 2}))
	}
	for _, k := range kinds {
		name := clean(k)
		if k == KindSeveral {
			name = "several that join the same"
		}
		l.entry(name, c.sign(graphs.Node{Kind: k}))
	}
	if hub {
		l.entry("dashed: so common that it proves little", c.sign(graphs.Node{Hub: true}))
	}
}

// sign returns what draws a small figure of a node.
func (c *composer) sign(n graphs.Node) func(area) []item {
	return func(a area) []item {
		f := figure{node: n}
		if f.counted() {
			a.w -= 2 * stackStep
			a.y, a.h = a.y+1.5*stackStep, a.h-1.5*stackStep
		}
		return f.outline(a)
	}
}

func (c *composer) edgeLegend(l *legendWriter) {
	lo, hi := c.weights()
	if hi <= lo {
		return
	}
	for i, w := range []float64{lo, hi} {
		text := []string{"weak", "strong"}[i] + " evidence: " + bits(w)
		if !c.hasCases() {
			text = []string{"least: ", "most: "}[i] + num(w)
		}
		l.entry(Text(text), func(a area) []item {
			y := a.y + a.h/2
			return []item{shape{path: path{moveTo(point{a.x, y}), lineTo(point{a.x + a.w, y})}, stroke: edgeTone.paint(), width: edgeWidth(w, lo, hi)}}
		})
	}
}
