package dot

import (
	"math"

	"github.com/tflink/tflink/graphs/draw"
)

// Graphviz leads every edge around the boxes by the shortest way, so that edges of one node squeeze around the same corners and
// cross each other there again and again. So each edge gets the simplest line that passes behind no box and crosses the
// fewest others: straight, a bow, or Graphviz's.

// A trace is the line of an edge.
type trace struct {
	curve  []draw.Point // piecewise cubic Bézier
	points []draw.Point // on the curve, near enough to find what it meets
	lo, hi draw.Point   // around the points
}

// traceSteps is into how many straight pieces a piece of a curve is cut.
const traceSteps = 10

func newTrace(curve []draw.Point) trace {
	t := trace{curve: curve, points: []draw.Point{curve[0]}}
	for k := 0; k+3 < len(curve); k += 3 {
		steps := traceSteps
		if isStraight(curve[k : k+4]) {
			steps = 1
		}
		for s := range steps {
			t.points = append(t.points, along(curve[k:k+4], float64(s+1)/float64(steps)))
		}
	}
	t.lo, t.hi = t.points[0], t.points[0]
	for _, p := range t.points {
		t.lo, t.hi = draw.Pt(min(t.lo.X, p.X), min(t.lo.Y, p.Y)), draw.Pt(max(t.hi.X, p.X), max(t.hi.Y, p.Y))
	}
	return t
}

// isStraight reports whether the handles of a piece lie on the line between its ends.
func isStraight(p []draw.Point) bool {
	const off = 1e-6 // square points
	return math.Abs(turn(p[0], p[3], p[1])) < off && math.Abs(turn(p[0], p[3], p[2])) < off
}

// meets reports whether two traces cross or touch anywhere, those of one node too.
func (t *trace) meets(u *trace) bool {
	if t.hi.X < u.lo.X || u.hi.X < t.lo.X || t.hi.Y < u.lo.Y || u.hi.Y < t.lo.Y {
		return false
	}
	for i := 1; i < len(t.points); i++ {
		for k := 1; k < len(u.points); k++ {
			if crosses(t.points[i-1], t.points[i], u.points[k-1], u.points[k]) {
				return true
			}
		}
	}
	return false
}

// length of the trace in points.
func (t *trace) length() float64 {
	sum := 0.0
	for i := 1; i < len(t.points); i++ {
		sum += math.Hypot(t.points[i].X-t.points[i-1].X, t.points[i].Y-t.points[i-1].Y)
	}
	return sum
}

// crossingsPerEdge returns how many others a trace crosses, on average. O(n²).
func crossingsPerEdge(traces []trace) float64 {
	crossings := 0
	for i := range traces {
		for k := range i {
			if traces[i].meets(&traces[k]) {
				crossings++
			}
		}
	}
	return float64(crossings) / float64(max(len(traces), 1))
}

// traces returns the lines of all links, given Graphviz's curves; nil if it has none.
func (d *drawing) traces(curves [][]draw.Point) []trace {
	choices := make([][]trace, len(d.links))
	traces := make([]trace, len(d.links))
	for i, l := range d.links {
		choices[i] = d.choices(l)
		if curves != nil && isCurve(curves[i]) {
			choices[i] = append(choices[i], newTrace(curves[i]))
		}
		if len(choices[i]) == 0 {
			choices[i] = append(choices[i], newTrace(straight(*d, l)))
		}
		traces[i] = choices[i][0]
	}
	const rounds = 4 // more change next to nothing
	for range rounds {
		better := false
		for i := range traces {
			if k := clearestChoice(traces, choices[i], i); k >= 0 {
				traces[i], better = choices[i][k], true
			}
		}
		if !better {
			break
		}
	}
	return traces
}

// clearestChoice returns the choice for trace i that crosses others least, the shortest of those; -1 if that is the one it has.
func clearestChoice(traces []trace, choices []trace, i int) int {
	fault := func(t *trace) float64 {
		f := t.length() * lengthFault
		for k := range traces {
			if k != i && t.meets(&traces[k]) {
				f++
			}
		}
		return f
	}
	least, best := fault(&traces[i])-1e-9, -1
	if len(choices) == 1 {
		return best
	}
	for k := range choices {
		if f := fault(&choices[k]); f < least {
			least, best = f, k
		}
	}
	return best
}

// offsets are how far the handles of the lines that are tried lie beside the straight line, as shares of its length. Alike
// they make a bow, unlike a bow that is deeper at one end, or an S.
var offsets = []float64{0, 0.08, -0.08, 0.16, -0.16, 0.28, -0.28, 0.45, -0.45, 0.65, -0.65}

// choices returns the straight line and the curves between two boxes that stay inside the page and pass behind no box.
func (d *drawing) choices(l link) []trace {
	var list []trace
	p, q := d.places[l.from], d.places[l.to]
	across := draw.Pt(p.Y-q.Y, q.X-p.X)
	for _, first := range offsets {
		for _, second := range offsets {
			a, b := between(p, q, 1.0/3), between(p, q, 2.0/3)
			a, b = draw.Pt(a.X+first*across.X, a.Y+first*across.Y), draw.Pt(b.X+second*across.X, b.Y+second*across.Y)
			curve := d.clipped([]draw.Point{p, a, b, q}, l)
			if first == 0 && second == 0 {
				curve = straight(*d, l)
			}
			if curve == nil {
				continue
			}
			if t := newTrace(curve); d.holds(&t) && !d.behindBoxes(&t, l, boxMargin) {
				list = append(list, t)
			}
		}
	}
	return list
}

// clipped returns the part of a curve between the boxes of a link; nil if it comes back into one.
func (d *drawing) clipped(curve []draw.Point, l link) []draw.Point {
	const steps = 48
	first, last := -1, -1
	for s := range steps + 1 {
		at := along(curve, float64(s)/steps)
		inFrom, inTo := d.inBox(at, l.from), d.inBox(at, l.to)
		switch {
		case inFrom && first >= 0, !inTo && last >= 0:
			return nil
		case !inFrom && first < 0:
			first = s
		}
		if inTo && last < 0 {
			last = s
		}
	}
	if first <= 0 || last <= first {
		return nil
	}
	from := d.leaves(curve, l.from, float64(first-1)/steps, float64(first)/steps)
	to := d.leaves(curve, l.to, float64(last)/steps, float64(last-1)/steps)
	return piece(curve, from, to)
}

// leaves returns where between a share inside a box and one outside a curve crosses the border.
func (d *drawing) leaves(curve []draw.Point, box int, inside, outside float64) float64 {
	const halvings = 20
	for range halvings {
		if middle := (inside + outside) / 2; d.inBox(along(curve, middle), box) {
			inside = middle
		} else {
			outside = middle
		}
	}
	return outside
}

func (d *drawing) inBox(p draw.Point, box int) bool {
	return math.Abs(p.X-d.places[box].X) <= d.boxes[box].W/2 && math.Abs(p.Y-d.places[box].Y) <= d.boxes[box].H/2
}

// piece returns the part of a cubic curve between two shares (de Casteljau).
func piece(p []draw.Point, from, to float64) []draw.Point {
	at := func(u, v, w float64) draw.Point {
		a, b, c := between(p[0], p[1], u), between(p[1], p[2], u), between(p[2], p[3], u)
		return between(between(a, b, v), between(b, c, v), w)
	}
	return []draw.Point{at(from, from, from), at(from, from, to), at(from, to, to), at(to, to, to)}
}

// holds reports whether a trace stays inside the drawing.
func (d *drawing) holds(t *trace) bool {
	const off = draw.SectionGap / 2
	return t.lo.X >= d.inside.X && t.hi.X <= d.inside.X+d.inside.W && t.lo.Y >= d.inside.Y-off && t.hi.Y <= d.inside.Y+d.inside.H+off
}

const (
	boxMargin = 0.3 * leastGap // how far bows stay off the boxes that they pass, in points
	grazing   = -0.5           // how far into a box a line may cut and still be seen to pass by it
)

// behindBoxes reports whether a trace comes nearer than a margin to a box that is not at one of its ends.
func (d *drawing) behindBoxes(t *trace, l link, margin float64) bool {
	for k, b := range d.boxes {
		b = draw.Size{W: b.W + 2*margin, H: b.H + 2*margin}
		m := d.places[k]
		if l.touches(k) || t.hi.X < m.X-b.W/2 || t.lo.X > m.X+b.W/2 || t.hi.Y < m.Y-b.H/2 || t.lo.Y > m.Y+b.H/2 {
			continue
		}
		for i := 1; i < len(t.points); i++ {
			if meetsBox(t.points[i-1], t.points[i], m, b) {
				return true
			}
		}
	}
	return false
}
