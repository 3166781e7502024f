package dot

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// Edges are gray, so that texts stand out before them.
const (
	edgeTone  = draw.RGB(0x6b6b6b)
	thinEdge  = 0.6 // points
	thickEdge = 2.4
)

// weights returns the least and the greatest weight of the picture's evidence; an edge of
// weight 0 is none, but what somebody decided.
func (c *composer) weights() (lo, hi float64) {
	first := true
	for e := range int32(c.n.EdgeCount()) {
		w := c.n.EdgeAt(e).Weight
		if w == 0 {
			continue
		}
		if first {
			lo, hi, first = w, w, false
		}
		lo, hi = min(lo, w), max(hi, w)
	}
	return lo, hi
}

// leastSpread is the difference of weights, in bits or counts, below which all edges look alike.
const leastSpread = 0.5

// The dashes of an edge that somebody decided on, and of one that somebody was unsure of.
var (
	judgedDash = []float64{4, 2}
	unsureDash = []float64{1, 2.5}
)

// edgeLine returns the line of an edge: the wider, the more it weighs; where it has no bits, dashed, or dotted if nobody could say.
func edgeLine(p draw.Path, e graphs.Edge, lo, hi float64) draw.Shape {
	line := draw.Shape{Path: p, Stroke: edgeTone.Paint(), Width: edgeWidth(e.Weight, lo, hi)}
	if e.Weight == 0 {
		line.Stroke, line.Dash = draw.Ink.Paint(), judgedDash
		if e.Unsure {
			line.Dash = unsureDash
		}
	}
	return line
}

func edgeWidth(w, lo, hi float64) float64 {
	if hi-lo < leastSpread || w == 0 {
		return 1
	}
	return thinEdge + (w-lo)/(hi-lo)*(thickEdge-thinEdge)
}

// drawEdges returns the edges and then their labels, which come to lie over them.
func (c *composer) drawEdges(d drawing, traces []trace) []draw.Group {
	lo, hi := c.weights()
	var edges, labels []draw.Group
	var taken []draw.Area
	for i := range d.links {
		edge, curve := c.n.EdgeAt(int32(i)), traces[i].curve
		p := d.underShapes(curve, d.links[i])
		edges = append(edges, draw.Group{
			Class: "edge",
			Data: []draw.Attribute{
				{Name: "data-from", Value: draw.Clean(c.n.At(edge.From).ID)}, {Name: "data-to", Value: draw.Clean(c.n.At(edge.To).ID)},
			},
			Title: c.edgeTitle(edge),
			Mute:  true, // both nodes say what they join
			Items: []draw.Item{edgeLine(p, edge, lo, hi)},
		})
		if t := draw.Clean(edge.Label); t != "" {
			if g, at, ok := edgeLabel(t, d, curve, taken); ok {
				taken = append(taken, at)
				labels = append(labels, g)
			} else {
				c.report.Unlabelled++
			}
		}
	}
	return append(edges, labels...)
}

// underShapes returns the path of a curve with its ends led on beneath the shapes at its ends: the corners of their boxes are cut or
// round, and a line that ended there would touch nothing.
func (d *drawing) underShapes(curve []draw.Point, l link) draw.Path {
	const deep = 0.5 // of the way to the middle; edges of one shape do not meet there
	first, last := curve[0], curve[len(curve)-1]
	p := draw.Path{draw.MoveTo(between(first, d.places[l.from], deep)), draw.LineTo(first)}
	for k := 1; k+2 < len(curve); k += 3 {
		p = append(p, draw.CurveTo(curve[k], curve[k+1], curve[k+2]))
	}
	return append(p, draw.LineTo(between(last, d.places[l.to], deep)))
}

func (c *composer) edgeTitle(e graphs.Edge) draw.Text {
	ends := c.n.At(e.From).Text() + " – " + c.n.At(e.To).Text()
	return draw.Clean(strings.Join(append([]string{ends}, c.edgeFacts(e)...), " · "))
}

// edgeFacts returns what is known of an edge besides its ends.
func (c *composer) edgeFacts(e graphs.Edge) []string {
	weight := ""
	if c.hasCases() && e.Weight != 0 {
		weight = bits(e.Weight)
	}
	return slices.DeleteFunc([]string{e.Label, e.Detail, weight}, func(s string) bool { return s == "" })
}

// routeMargins are how far curves stay off boxes, in points, to be tried in
// turn: where margins touch, Graphviz gives up and draws straight lines behind the boxes.
var routeMargins = []float64{0.4 * leastGap, 0.2 * leastGap, 0}

// curves returns curves around the boxes, kept inside the page; nil if there are none. It is an
// error if the context ends.
func (d *drawing) curves(ctx context.Context, e *engine, p *draw.Picture) ([][]draw.Point, error) {
	for _, margin := range routeMargins {
		curves, err := e.route(ctx, d.boxes, d.places, d.links, margin, p.H)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil || d.gaveUp(curves) {
			continue
		}
		for _, c := range curves {
			for i := range c {
				// A curve lies within its control points.
				c[i].X = clamp(c[i].X, thickEdge, p.W-thickEdge)
				c[i].Y = clamp(c[i].Y, d.inside.Y-draw.SectionGap/2, d.inside.Y+d.inside.H+draw.SectionGap/2)
			}
		}
		return curves, nil
	}
	return nil, nil
}

// gaveUp reports whether all curves are single pieces though some edge has a box in its way.
func (d *drawing) gaveUp(curves [][]draw.Point) bool {
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

func isCurve(c []draw.Point) bool { return len(c) >= 4 && len(c)%3 == 1 }

// straight returns the straight line between the borders of two boxes as a curve.
func straight(d drawing, l link) []draw.Point {
	p := border(d.places[l.from], d.boxes[l.from], d.places[l.to])
	q := border(d.places[l.to], d.boxes[l.to], d.places[l.from])
	return []draw.Point{p, between(p, q, 1.0/3), between(p, q, 2.0/3), q}
}

// border returns where the line from the middle of a box to a point leaves the box.
func border(middle draw.Point, box draw.Size, to draw.Point) draw.Point {
	dx, dy := to.X-middle.X, to.Y-middle.Y
	share := min(box.W/2/max(math.Abs(dx), 1e-9), box.H/2/max(math.Abs(dy), 1e-9), 1)
	return draw.Pt(middle.X+dx*share, middle.Y+dy*share)
}

func between(p, q draw.Point, t float64) draw.Point {
	return draw.Pt(p.X+(q.X-p.X)*t, p.Y+(q.Y-p.Y)*t)
}

// edgeLabelSize is that of a label beside an edge, in points.
const edgeLabelSize = 6.4

// edgeLabel sets a label on a curve where neither a box nor another label is.
func edgeLabel(t draw.Text, d drawing, curve []draw.Point, taken []draw.Area) (draw.Group, draw.Area, bool) {
	const widest = 70 // points
	t = draw.Bold.Fit(t, edgeLabelSize, widest)
	w, h := draw.Bold.Width(t, edgeLabelSize)+4, edgeLabelSize*draw.LinePitch
	const tried = 21 // places along the edge, from its middle outwards
	for k := range tried {
		share := 0.5 + 0.04*float64((k+1)/2)*float64(k%2*2-1)
		m := along(curve, share)
		a := draw.Area{X: m.X - w/2, Y: m.Y - h/2, W: w, H: h}
		if !clear(a, d, taken) {
			continue
		}
		back := draw.Shape{Path: draw.Rounded(a, 2), Fill: draw.White.Paint()}
		line := draw.TextLine{Text: t, X: a.X + 2, Y: a.Y + (h+(draw.Ascent-draw.Descent)*edgeLabelSize)/2, Size: edgeLabelSize, Face: draw.Bold, Color: draw.Ink}
		return draw.Group{Class: "edge-label", Mute: true, Items: []draw.Item{back, draw.Block{Lines: []draw.TextLine{line}}}}, a, true
	}
	return draw.Group{}, draw.Area{}, false
}

// clear reports whether an area meets no box and no other area.
func clear(a draw.Area, d drawing, taken []draw.Area) bool {
	const gap = 1 // points
	for i, b := range d.boxes {
		if meet(a, draw.Area{X: d.places[i].X - b.W/2, Y: d.places[i].Y - b.H/2, W: b.W, H: b.H}, gap) {
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

func meet(a, b draw.Area, gap float64) bool {
	return a.X < b.X+b.W+gap && b.X < a.X+a.W+gap && a.Y < b.Y+b.H+gap && b.Y < a.Y+a.H+gap
}

// along returns the point at a share of a curve's pieces.
func along(curve []draw.Point, share float64) draw.Point {
	pieces := (len(curve) - 1) / 3
	at := share * float64(pieces)
	k := min(int(at), pieces-1)
	t := at - float64(k)
	p := curve[3*k : 3*k+4]
	a, b, c := between(p[0], p[1], t), between(p[1], p[2], t), between(p[2], p[3], t)
	return between(between(a, b, t), between(b, c, t), t)
}
