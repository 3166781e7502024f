package geo

import (
	"math"
	"slices"

	"github.com/tflink/tflink/graphs/draw"
)

// Sizes of type in points. Nothing is smaller than what a print lets one read.
const (
	memberSize   = 7.6
	neighborSize = 6.4
	leastSize    = 5.2
	stateSize    = 7.0
	panelSize    = 7.2
	labelGap     = 1.2 // between labels
)

// labeler sets names so that none overlaps another one or a marker.
type labeler struct {
	taken    []draw.Area
	curves   [][]draw.Point // points along the flows
	groups   []draw.Group
	numbered []string // FIPS codes, in the order of their numbers
	unnamed  []string
}

// block keeps names out of an area.
func (l *labeler) block(a draw.Area) { l.taken = append(l.taken, a) }

func (l *labeler) free(a draw.Area) bool {
	return !slices.ContainsFunc(l.taken, func(b draw.Area) bool { return overlap(a, b, labelGap) })
}

func overlap(a, b draw.Area, gap float64) bool {
	return a.X < b.X+b.W+gap && b.X < a.X+a.W+gap && a.Y < b.Y+b.H+gap && b.Y < a.Y+a.H+gap
}

func contains(outer, a draw.Area) bool {
	return a.X >= outer.X && a.Y >= outer.Y && a.X+a.W <= outer.X+outer.W && a.Y+a.H <= outer.Y+outer.H
}

// A label is lines of text, the first one in a face of its own.
type label struct {
	lines []draw.Text
	face  *draw.Face // of the first line
	size  float64
	tone  draw.RGB
	plate bool // a white ground, for what stands over shades and flows
}

const second = 0.86 // the size of the lines after the first one, as a share of it

func (b label) lineSize(i int) float64 {
	if i == 0 {
		return b.size
	}
	return max(leastSize, b.size*second)
}

func (b label) lineFace(i int) *draw.Face {
	if i == 0 {
		return b.face
	}
	return draw.Regular
}

// extent returns the width and the height of the label.
func (b label) extent() draw.Size {
	var s draw.Size
	for i, t := range b.lines {
		s.W = max(s.W, b.lineFace(i).Width(t, b.lineSize(i)))
		s.H += b.lineSize(i) * (draw.Ascent + draw.Descent)
	}
	if b.plate {
		s.W += 3
		s.H += 1
	}
	return s
}

// items draws the label into an area of its extent.
func (b label) items(a draw.Area) []draw.Item {
	var items []draw.Item
	y := a.Y
	if b.plate {
		items = append(items, draw.Shape{Path: draw.Rounded(a, 1.5), Fill: draw.White.Paint(), Stroke: countyLine.Paint(), Width: 0.3})
		y += 0.5
	}
	var block draw.Block
	for i, t := range b.lines {
		size, face := b.lineSize(i), b.lineFace(i)
		w := face.Width(t, size)
		block.Lines = append(block.Lines, draw.TextLine{Text: t, X: a.X + (a.W-w)/2, Y: y + size*draw.Ascent, Size: size, Face: face, Color: b.tone})
		y += size * (draw.Ascent + draw.Descent)
	}
	return append(items, block)
}

// put sets the label with its middle at a point if there is room in an area.
func (l *labeler) put(b label, mid draw.Point, within draw.Area, class string) bool {
	s := b.extent()
	a := draw.Area{X: mid.X - s.W/2, Y: mid.Y - s.H/2, W: s.W, H: s.H}
	if !contains(within, a) || !l.free(a) {
		return false
	}
	l.block(a)
	l.groups = append(l.groups, draw.Group{Class: class, Items: b.items(a)})
	return true
}

// putInside sets the label where its box lies inside the shape, as near to the
// heart of it as it can and rather where no flow passes; with slack, as much of it may stick out.
func (l *labeler) putInside(b label, g *ground, within draw.Area, slack float64) bool {
	s := b.extent()
	crossed := false
	var at draw.Point
	for _, mid := range g.spread() {
		a := draw.Area{X: mid.X - s.W/2, Y: mid.Y - s.H/2, W: s.W, H: s.H}
		if !contains(within, a) || !l.free(a) || sticksOut(a, g.rings) > slack {
			continue
		}
		if l.crossings(a) == 0 {
			return l.put(b, mid, within, "label")
		}
		if !crossed {
			crossed, at = true, mid
		}
	}
	if !crossed {
		return false
	}
	b.plate = true // so that it can be read where a flow passes under it
	return l.put(b, at, within, "label")
}

// crossings returns how many flows pass through an area.
func (l *labeler) crossings(a draw.Area) int {
	n := 0
	for _, curve := range l.curves {
		if slices.ContainsFunc(curve, func(p draw.Point) bool {
			return p.X > a.X-1 && p.X < a.X+a.W+1 && p.Y > a.Y-1 && p.Y < a.Y+a.H+1
		}) {
			n++
		}
	}
	return n
}

// sticksOut returns the share of a box, by points of its edge and its middle, that lies outside of a shape.
func sticksOut(a draw.Area, rings [][]draw.Point) float64 {
	const across, down = 7, 4
	out := 0
	for i := range across {
		for k := range down {
			if !inside(draw.Pt(a.X+a.W*float64(i)/(across-1), a.Y+a.H*float64(k)/(down-1)), rings) {
				out++
			}
		}
	}
	return float64(out) / (across * down)
}

// putBeside sets the label beside a marker, the nearest place first, preferring
// those that cross no flow; farther away with a line that leads to it.
func (l *labeler) putBeside(b label, at draw.Point, within draw.Area) bool {
	s := b.extent()
	best, cost := draw.Area{}, math.Inf(1)
	for _, step := range []float64{0, 6, 14, 24, 36, 52, 72, 96, 124} {
		for turn := range 16 {
			angle := 2*math.Pi*float64(turn)/16 + math.Pi/2 // below first
			dx, dy := math.Cos(angle), math.Sin(angle)
			// From the edge of the marker to the edge of the box along the ray.
			reach := markerSize + 2 + step + min(s.W/2/max(math.Abs(dx), 1e-9), s.H/2/max(math.Abs(dy), 1e-9))
			a := draw.Area{X: at.X + dx*reach - s.W/2, Y: at.Y + dy*reach - s.H/2, W: s.W, H: s.H}
			if !contains(within, a) || !l.free(a) {
				continue
			}
			if k := step + 9*float64(l.crossings(a)) + 0.5*float64(turn%4); k < cost {
				best, cost = a, k
			}
		}
		if cost <= step {
			break
		}
	}
	if math.IsInf(cost, 1) {
		return false
	}
	l.block(best)
	g := draw.Group{Class: "label"}
	near := draw.Pt(max(best.X, min(at.X, best.X+best.W)), max(best.Y, min(at.Y, best.Y+best.H)))
	if math.Hypot(near.X-at.X, near.Y-at.Y) > markerSize+5 {
		g.Items = append(g.Items, draw.Shape{Path: draw.Path{draw.MoveTo(at), draw.LineTo(near)}, Stroke: draw.Ink.Paint(), Width: 0.5})
	}
	g.Items = append(g.Items, b.items(best)...)
	l.groups = append(l.groups, g)
	return true
}

// number gives a county the next number and returns it as a label.
func (l *labeler) number(fips string, tone draw.RGB, plate bool) label {
	l.numbered = append(l.numbered, fips)
	return label{lines: []draw.Text{number(len(l.numbered))}, face: draw.Bold, size: leastSize + 0.4, tone: tone, plate: plate}
}

// unnumber takes the last number back.
func (l *labeler) unnumber() { l.numbered = l.numbered[:len(l.numbered)-1] }
