package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/tflink/tflink/graphs/draw"
)

// thin leaves out points that lie within a tolerance of the line without them
// (Douglas, Peucker 1973). The ends stay; so does the middle of a line that is closed.
func thin(points []draw.Point, tolerance float64) []draw.Point {
	if len(points) <= 2 {
		return points
	}
	keep := make([]bool, len(points))
	last := len(points) - 1
	keep[0], keep[last] = true, true
	type span struct{ from, to int }
	for spans := []span{{0, last}}; len(spans) > 0; {
		s := spans[len(spans)-1]
		spans = spans[:len(spans)-1]
		far, at := tolerance*tolerance, -1
		if s.to == last && s.from == 0 && points[0] == points[last] {
			far = -1 // a ring of one arc: two more corners make it a shape at all
		}
		for i := s.from + 1; i < s.to; i++ {
			if d := squaredDistance(points[i], points[s.from], points[s.to]); d > far {
				far, at = d, i
			}
		}
		if at >= 0 {
			keep[at] = true
			spans = append(spans, span{s.from, at}, span{at, s.to})
		}
	}
	var out []draw.Point
	for i, p := range points {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

// squaredDistance returns the square of how far p is from the straight line between a and b.
func squaredDistance(p, a, b draw.Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	if length := dx*dx + dy*dy; length > 0 {
		t := max(0, min(1, ((p.X-a.X)*dx+(p.Y-a.Y)*dy)/length))
		a = draw.Pt(a.X+t*dx, a.Y+t*dy)
	}
	dx, dy = p.X-a.X, p.Y-a.Y
	return dx*dx + dy*dy
}

// clipRing returns the part of a ring inside an area (Sutherland, Hodgman 1974).
// Parts that hang together outside run along the edge.
func clipRing(ring []draw.Point, a draw.Area) []draw.Point {
	for _, s := range sides(a) {
		if len(ring) == 0 {
			return nil
		}
		var out []draw.Point
		before := ring[len(ring)-1]
		for _, p := range ring {
			if (s(p) >= 0) != (s(before) >= 0) {
				out = append(out, cut(before, p, s))
			}
			if s(p) >= 0 {
				out = append(out, p)
			}
			before = p
		}
		ring = out
	}
	return ring
}

// clipLine returns the parts of a line inside an area.
func clipLine(line []draw.Point, a draw.Area) [][]draw.Point {
	parts := [][]draw.Point{line}
	for _, s := range sides(a) {
		var kept [][]draw.Point
		for _, part := range parts {
			var now []draw.Point
			for i, p := range part {
				if i > 0 && (s(p) >= 0) != (s(part[i-1]) >= 0) {
					now = append(now, cut(part[i-1], p, s))
				}
				if s(p) >= 0 {
					now = append(now, p)
				} else if len(now) > 0 {
					kept, now = append(kept, now), nil
				}
			}
			if len(now) > 0 {
				kept = append(kept, now)
			}
		}
		parts = kept
	}
	return slices.DeleteFunc(parts, func(p []draw.Point) bool { return len(p) < 2 })
}

// sides returns for each side of an area how far inside of it a point is.
func sides(a draw.Area) [4]func(draw.Point) float64 {
	return [4]func(draw.Point) float64{
		func(p draw.Point) float64 { return p.X - a.X },
		func(p draw.Point) float64 { return a.X + a.W - p.X },
		func(p draw.Point) float64 { return p.Y - a.Y },
		func(p draw.Point) float64 { return a.Y + a.H - p.Y },
	}
}

// cut returns where the line between two points crosses a side.
func cut(p, q draw.Point, side func(draw.Point) float64) draw.Point {
	t := side(p) / (side(p) - side(q))
	return draw.Pt(p.X+t*(q.X-p.X), p.Y+t*(q.Y-p.Y))
}

// inside reports whether a point is in a shape of rings (even-odd).
func inside(p draw.Point, rings [][]draw.Point) bool {
	in := false
	for _, ring := range rings {
		for i, q := range ring {
			before := ring[(i+len(ring)-1)%len(ring)]
			if (q.Y > p.Y) != (before.Y > p.Y) && p.X < q.X+(p.Y-q.Y)/(before.Y-q.Y)*(before.X-q.X) {
				in = !in
			}
		}
	}
	return in
}

// depth returns how far a point is from the outline of a shape, negative
// outside; anything up to enough if it is not above that.
func depth(p draw.Point, rings [][]draw.Point, enough float64) float64 {
	in := inside(p, rings)
	if !in && enough >= 0 {
		return enough
	}
	nearest := math.Inf(1)
	for _, ring := range rings {
		for i, q := range ring {
			nearest = min(nearest, squaredDistance(p, q, ring[(i+len(ring)-1)%len(ring)]))
			if in && enough >= 0 && nearest <= enough*enough {
				return enough
			}
		}
	}
	if !in {
		return -math.Sqrt(nearest)
	}
	return math.Sqrt(nearest)
}

// extent returns the area around rings.
func extent(rings [][]draw.Point) draw.Area {
	lo, hi := draw.Pt(math.Inf(1), math.Inf(1)), draw.Pt(math.Inf(-1), math.Inf(-1))
	for _, ring := range rings {
		for _, p := range ring {
			lo.X, lo.Y = min(lo.X, p.X), min(lo.Y, p.Y)
			hi.X, hi.Y = max(hi.X, p.X), max(hi.Y, p.Y)
		}
	}
	return draw.Area{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}
}

// heart returns the point that is farthest from the outline, about: the best of
// a grid, then of two finer ones around it.
func heart(rings [][]draw.Point) draw.Point {
	const steps = 12
	a := extent(rings)
	best, far := draw.Pt(a.X+a.W/2, a.Y+a.H/2), math.Inf(-1)
	for range 3 {
		for i := range steps {
			for k := range steps {
				p := draw.Pt(a.X+a.W*(float64(i)+0.5)/steps, a.Y+a.H*(float64(k)+0.5)/steps)
				if d := depth(p, rings, far); d > far+1e-9 {
					best, far = p, d
				}
			}
		}
		a.W, a.H = a.W*2/steps, a.H*2/steps
		a.X, a.Y = best.X-a.W/2, best.Y-a.H/2
	}
	return best
}

// grid returns points in a shape, the one at its heart first, then by their distance from it.
func grid(rings [][]draw.Point) []draw.Point {
	const steps = 9
	a, mid := extent(rings), heart(rings)
	points := []draw.Point{mid}
	for i := range steps {
		for k := range steps {
			if p := draw.Pt(a.X+a.W*(float64(i)+0.5)/steps, a.Y+a.H*(float64(k)+0.5)/steps); inside(p, rings) {
				points = append(points, p)
			}
		}
	}
	slices.SortStableFunc(points[1:], func(p, q draw.Point) int {
		return cmp.Compare(math.Hypot(p.X-mid.X, p.Y-mid.Y), math.Hypot(q.X-mid.X, q.Y-mid.Y))
	})
	return points
}

// hatch returns diagonal lines over a shape, a pitch apart.
func hatch(rings [][]draw.Point, pitch float64) draw.Path {
	a := extent(rings)
	var path draw.Path
	// Lines x+y = s. They begin at multiples of the pitch of the page, so that
	// those of neighbours meet.
	for s := math.Ceil((a.X+a.Y)/pitch) * pitch; s < a.X+a.W+a.Y+a.H; s += pitch {
		var at []float64 // x of the crossings
		for _, ring := range rings {
			for i, q := range ring {
				p := ring[(i+len(ring)-1)%len(ring)]
				u, v := p.X+p.Y-s, q.X+q.Y-s
				if (u >= 0) != (v >= 0) {
					at = append(at, p.X+u/(u-v)*(q.X-p.X))
				}
			}
		}
		slices.Sort(at)
		for i := 0; i+1 < len(at); i += 2 {
			path = append(path, draw.MoveTo(draw.Pt(at[i], s-at[i])), draw.LineTo(draw.Pt(at[i+1], s-at[i+1])))
		}
	}
	return path
}
