package dot

import (
	"context"
	"math"
	"sync"

	"github.com/tflink/tflink/graphs/draw"
)

// A drawing is boxes in their places on a page.
type drawing struct {
	boxes  []draw.Size
	places []draw.Point
	links  []link
	inside draw.Area // of the page
	layout string
}

// A layout is a layout of Graphviz with its settings.
type layout struct {
	engine   string
	settings string // attributes of the graph in the DOT language
	name     string
}

// layouts are tried one after the other; the one that gives the clearest picture
// is taken. Between them they suit rings (neato), chains and trees (dot) and
// stars (twopi). A page takes each less than 0.1 s; circo takes several times as
// long. sfdp and fdp are not among them: in one process they lay out one graph
// differently every time, whatever their seed.
var layouts = []layout{
	{"neato", "overlap=true; start=1;", "neato"},
	{"dot", "", "dot"},
	{"dot", "rankdir=LR;", "dot from left to right"},
	{"twopi", "overlap=true;", "twopi"},
}

// A layoutChoice is what a layout gave, before it is fitted into an area.
type layoutChoice struct {
	layout layout
	raw    []draw.Point
}

// layOutAll runs all layouts at once. Layouts that fail or run away are left out; if none is left, rings are,
// which need no Graphviz. It is an error if the context ends.
func (e *engine) layOutAll(ctx context.Context, boxes []draw.Size, links []link) ([]layoutChoice, error) {
	places := make([][]draw.Point, len(layouts))
	var all sync.WaitGroup
	for i, l := range layouts {
		all.Go(func() {
			if raw, err := e.layOut(ctx, l, boxes, links); err == nil {
				places[i] = raw
			}
		})
	}
	all.Wait()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var choices []layoutChoice
	for i, l := range layouts {
		if places[i] != nil {
			choices = append(choices, layoutChoice{l, places[i]})
		}
	}
	if len(choices) == 0 {
		choices = append(choices, layoutChoice{layout{name: ringsLayout}, rings(len(boxes), links)})
	}
	return choices, nil
}

// boxGap is how far boxes are kept apart, in points, so that edges can pass between them.
const boxGap = 9

// leastGap is the gap that must be left; the routing of edges needs it.
const leastGap = boxGap / 2

// Shares of an area that boxes with their gaps can take: up to comfortable they come apart, beyond densest
// never. Measured on generated clusters of 40 to 300 cases: between 0.6 and 0.65 a quarter did not, beyond none did.
// In the smallest type it is tried all the same.
const (
	comfortable = 0.66
	densest     = 0.8
)

// fitBest returns the clearest of the layouts that fit into an area, of which boxes may take a share.
func fitBest(a draw.Area, boxes []draw.Size, links []link, choices []layoutChoice, share float64) (drawing, bool) {
	if taken(boxes) > share*a.W*a.H {
		return drawing{}, false
	}
	drawings := make([]drawing, len(choices))
	faults := make([]float64, len(choices))
	var all sync.WaitGroup
	for i, c := range choices {
		all.Go(func() {
			places := fitInto(a, boxes, c.raw)
			faults[i] = math.Inf(1)
			if separate(a, boxes, places, boxGap) {
				drawings[i] = drawing{boxes: boxes, places: places, links: links, inside: a, layout: c.layout.name}
				drawings[i].untangle()
				faults[i] = drawings[i].faults()
			}
		})
	}
	all.Wait()
	best := 0
	for i, f := range faults {
		if f < faults[best] {
			best = i
		}
	}
	return drawings[best], !math.IsInf(faults[best], 1)
}

// Weights of faults: an edge behind a box misleads more than a crossing; length only
// decides between drawings that are alike.
const (
	behindBox   = 1.5
	lengthFault = 1.0 / 150 // per point
)

// taken returns the area of boxes with their gaps.
func taken(boxes []draw.Size) float64 {
	sum := 0.0
	for _, b := range boxes {
		sum += (b.W + boxGap) * (b.H + boxGap)
	}
	return sum
}

// faults measures how hard a drawing is to read, with edges as straight lines:
// crossings, edges that pass behind boxes, and how long the edges are.
func (d *drawing) faults() float64 {
	f := 0.0
	for i := range d.links {
		f += d.length(i) + d.behindAny(i)
		for j := range i {
			f += d.crossing(i, j)
		}
	}
	return f
}

// faultsAt returns the part of the faults that depends on where two boxes are.
func (d *drawing) faultsAt(a, b int) float64 {
	f := 0.0
	for i, l := range d.links {
		if l.touches(a) || l.touches(b) {
			f += d.length(i) + d.behindAny(i)
			for j, m := range d.links {
				if j < i || !m.touches(a) && !m.touches(b) {
					f += d.crossing(i, j)
				}
			}
		} else {
			f += d.behind(i, a) + d.behind(i, b)
		}
	}
	return f
}

func (l link) touches(box int) bool { return l.from == box || l.to == box }

func (d *drawing) length(i int) float64 {
	p, q := d.places[d.links[i].from], d.places[d.links[i].to]
	return math.Hypot(p.X-q.X, p.Y-q.Y) * lengthFault
}

// crossing returns 1 if two links cross, else 0.
func (d *drawing) crossing(i, j int) float64 {
	l, m := d.links[i], d.links[j]
	if i != j && !m.touches(l.from) && !m.touches(l.to) &&
		crosses(d.places[l.from], d.places[l.to], d.places[m.from], d.places[m.to]) {
		return 1
	}
	return 0
}

// behind returns the fault of link i if it passes behind box k.
func (d *drawing) behind(i, k int) float64 {
	l := d.links[i]
	if !l.touches(k) && meetsBox(d.places[l.from], d.places[l.to], d.places[k], d.boxes[k]) {
		return behindBox
	}
	return 0
}

// behindAny returns the faults of link i that passes behind boxes.
func (d *drawing) behindAny(i int) float64 {
	f := 0.0
	for k := range d.boxes {
		f += d.behind(i, k)
	}
	return f
}

// untangle swaps boxes of like size while that makes the drawing clearer.
func (d *drawing) untangle() {
	const rounds = 3 // nearly all that is to be had; more costs and gives little
	for range rounds {
		better := false
		for i := range d.boxes {
			for j := range i {
				better = d.swapIfClearer(i, j) || better
			}
		}
		if !better {
			return
		}
	}
}

func (d *drawing) swapIfClearer(i, j int) bool {
	if !d.swappable(i, j) {
		return false
	}
	before := d.faultsAt(i, j)
	d.places[i], d.places[j] = d.places[j], d.places[i]
	if d.faultsAt(i, j) < before-1e-9 && d.contains(i) && d.contains(j) && apart(d.boxes, d.places, leastGap) {
		return true
	}
	d.places[i], d.places[j] = d.places[j], d.places[i]
	return false
}

// contains reports whether a box is inside the drawing's area.
func (d *drawing) contains(i int) bool {
	const rounding = 1e-6
	b, p, a := d.boxes[i], d.places[i], d.inside
	return p.X-b.W/2 >= a.X-rounding && p.X+b.W/2 <= a.X+a.W+rounding &&
		p.Y-b.H/2 >= a.Y-rounding && p.Y+b.H/2 <= a.Y+a.H+rounding
}

// swappable reports whether two boxes can change places and stay clear of others.
func (d *drawing) swappable(i, j int) bool {
	const slack = 24 // points; whether there is room is tested after the swap
	return math.Abs(d.boxes[i].W-d.boxes[j].W) <= slack && math.Abs(d.boxes[i].H-d.boxes[j].H) <= slack
}

// crosses reports whether the open segments pq and rs cross.
func crosses(p, q, r, s draw.Point) bool {
	if max(p.X, q.X) < min(r.X, s.X) || max(r.X, s.X) < min(p.X, q.X) ||
		max(p.Y, q.Y) < min(r.Y, s.Y) || max(r.Y, s.Y) < min(p.Y, q.Y) {
		return false // most pairs are far apart
	}
	return turn(p, q, r)*turn(p, q, s) < 0 && turn(r, s, p)*turn(r, s, q) < 0
}

func turn(a, b, c draw.Point) float64 { return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X) }

// meetsBox reports whether the segment pq passes through a box (Liang, Barsky 1984).
func meetsBox(p, q, middle draw.Point, box draw.Size) bool {
	w, h := box.W/2, box.H/2
	if max(p.X, q.X) < middle.X-w || min(p.X, q.X) > middle.X+w || max(p.Y, q.Y) < middle.Y-h || min(p.Y, q.Y) > middle.Y+h {
		return false // most boxes are far away
	}
	enter, leave := 0.0, 1.0
	clip := func(d, toLow, toHigh float64) bool {
		if math.Abs(d) < 1e-12 {
			return toLow <= 0 && toHigh >= 0
		}
		a, b := toLow/d, toHigh/d
		enter, leave = max(enter, min(a, b)), min(leave, max(a, b))
		return enter <= leave
	}
	return clip(q.X-p.X, middle.X-w-p.X, middle.X+w-p.X) && clip(q.Y-p.Y, middle.Y-h-p.Y, middle.Y+h-p.Y)
}
