package dot

import (
	"context"
	"math"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// Edges are gray, so that texts stand out before them.
const (
	edgeTone  = rgb(0x6b6b6b)
	thinEdge  = 0.6 // points
	thickEdge = 2.4
)

// weights returns the least and the greatest weight of the picture.
func (c *composer) weights() (lo, hi float64) {
	for e := range int32(c.n.EdgeCount()) {
		w := c.n.EdgeAt(e).Weight
		if e == 0 {
			lo, hi = w, w
		}
		lo, hi = min(lo, w), max(hi, w)
	}
	return lo, hi
}

func edgeWidth(w, lo, hi float64) float64 {
	if hi <= lo {
		return 1
	}
	return thinEdge + (w-lo)/(hi-lo)*(thickEdge-thinEdge)
}

// drawEdges returns the edges and then their labels, which come to lie over them.
func (c *composer) drawEdges(d drawing, curves [][]point) []group {
	lo, hi := c.weights()
	var edges, labels []group
	var taken []area
	for i, l := range d.links {
		edge := c.n.EdgeAt(int32(i))
		curve := straight(d, l)
		if curves != nil && isCurve(curves[i]) {
			curve = curves[i]
		}
		p := path{moveTo(curve[0])}
		for k := 1; k+2 < len(curve); k += 3 {
			p = append(p, curveTo(curve[k], curve[k+1], curve[k+2]))
		}
		edges = append(edges, group{
			class: "edge",
			title: c.edgeTitle(edge),
			items: []item{shape{path: p, stroke: edgeTone.paint(), width: edgeWidth(edge.Weight, lo, hi)}},
		})
		if t := clean(edge.Label); t != "" {
			if g, at, ok := edgeLabel(t, d, curve, taken); ok {
				taken = append(taken, at)
				labels = append(labels, g)
			}
		}
	}
	return append(edges, labels...)
}

func (c *composer) edgeTitle(e graphs.Edge) Text {
	from, to := c.n.At(e.From), c.n.At(e.To)
	parts := []string{from.Text() + " – " + to.Text()}
	weight := ""
	if c.hasCases() {
		weight = bits(e.Weight)
	}
	for _, p := range []string{e.Label, e.Detail, weight} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return clean(strings.Join(parts, " · "))
}

// routeMargins are how far curves stay off boxes, in points, to be tried in
// turn: where margins touch, Graphviz gives up and draws straight lines behind the boxes.
var routeMargins = []float64{0.4 * leastGap, 0.2 * leastGap, 0}

// curves returns curves around the boxes, kept inside the page; nil if there are none. It is an
// error if the context ends.
func (d *drawing) curves(ctx context.Context, p *picture) ([][]point, error) {
	for _, margin := range routeMargins {
		curves, err := route(ctx, d.boxes, d.places, d.links, margin, p.h)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil || d.gaveUp(curves) {
			continue
		}
		for _, c := range curves {
			for i := range c {
				// A curve lies within its control points.
				c[i].x = clamp(c[i].x, thickEdge, p.w-thickEdge)
				c[i].y = clamp(c[i].y, d.inside.y-sectionGap/2, d.inside.y+d.inside.h+sectionGap/2)
			}
		}
		return curves, nil
	}
	return nil, nil
}

// gaveUp reports whether all curves are single pieces though some edge has a box in its way.
func (d *drawing) gaveUp(curves [][]point) bool {
	for i := range curves {
		if len(curves[i]) > 4 {
			return false
		}
	}
	for i := range d.links {
		if d.behindAny(i) > 0 {
			return true
		}
	}
	return false
}

func isCurve(c []point) bool { return len(c) >= 4 && len(c)%3 == 1 }

// straight returns the straight line between the borders of two boxes as a curve.
func straight(d drawing, l link) []point {
	p := border(d.places[l.from], d.boxes[l.from], d.places[l.to])
	q := border(d.places[l.to], d.boxes[l.to], d.places[l.from])
	return []point{p, between(p, q, 1.0/3), between(p, q, 2.0/3), q}
}

// border returns where the line from the middle of a box to a point leaves the box.
func border(middle point, box size, to point) point {
	dx, dy := to.x-middle.x, to.y-middle.y
	share := min(box.w/2/max(math.Abs(dx), 1e-9), box.h/2/max(math.Abs(dy), 1e-9), 1)
	return point{middle.x + dx*share, middle.y + dy*share}
}

func between(p, q point, t float64) point {
	return point{p.x + (q.x-p.x)*t, p.y + (q.y-p.y)*t}
}

// edgeLabelSize is that of a label beside an edge, in points.
const edgeLabelSize = 6.4

// edgeLabel sets a label on a curve where neither a box nor another label is.
func edgeLabel(t Text, d drawing, curve []point, taken []area) (group, area, bool) {
	const widest = 70 // points
	t = bold.fit(t, edgeLabelSize, widest)
	w, h := bold.width(t, edgeLabelSize)+4, edgeLabelSize*linePitch
	for _, share := range []float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
		m := along(curve, share)
		a := area{m.x - w/2, m.y - h/2, w, h}
		if !clear(a, d, taken) {
			continue
		}
		back := shape{path: rounded(a, 2), fill: white.paint()}
		line := textLine{t, a.x + 2, a.y + (h+(ascent-descent)*edgeLabelSize)/2, edgeLabelSize, bold, ink}
		return group{class: "edge-label", items: []item{back, block{[]textLine{line}}}}, a, true
	}
	return group{}, area{}, false
}

// clear reports whether an area meets no box and no other area.
func clear(a area, d drawing, taken []area) bool {
	const gap = 1 // points
	for i, b := range d.boxes {
		if meet(a, area{d.places[i].x - b.w/2, d.places[i].y - b.h/2, b.w, b.h}, gap) {
			return false
		}
	}
	for _, b := range taken {
		if meet(a, b, gap) {
			return false
		}
	}
	return true
}

func meet(a, b area, gap float64) bool {
	return a.x < b.x+b.w+gap && b.x < a.x+a.w+gap && a.y < b.y+b.h+gap && b.y < a.y+a.h+gap
}

// along returns the point at a share of a curve's pieces.
func along(curve []point, share float64) point {
	pieces := (len(curve) - 1) / 3
	at := share * float64(pieces)
	k := min(int(at), pieces-1)
	t := at - float64(k)
	p := curve[3*k : 3*k+4]
	a, b, c := between(p[0], p[1], t), between(p[1], p[2], t), between(p[2], p[3], t)
	return between(between(a, b, t), between(b, c, t), t)
}

// describe says in words what the picture shows.
func (c *composer) describe() Text {
	var parts []string
	if s := c.subtitle(); s != "" {
		parts = append(parts, string(s))
	}
	parts = append(parts, "A network map of "+plural(c.n.Len(), "shape")+" and "+plural(c.n.EdgeCount(), "edge")+
		"; the wider an edge, the more it weighs")
	for i, g := range c.counties {
		if i == 8 {
			break
		}
		parts = append(parts, g.Label+": "+strconv.Itoa(g.Cases))
	}
	return clean(strings.Join(parts, ". "))
}
