package dot

import "github.com/tflink/tflink/graphs/draw"

import "math"

// fitInto stretches places, each way by itself, so that the boxes around them fill an
// area. The order from left to right and from top to bottom stays.
func fitInto(a draw.Area, boxes []draw.Size, places []draw.Point) []draw.Point {
	if len(places) == 0 {
		return nil
	}
	lo, hi := places[0], places[0]
	for _, p := range places {
		lo.X, lo.Y = min(lo.X, p.X), min(lo.Y, p.Y)
		hi.X, hi.Y = max(hi.X, p.X), max(hi.Y, p.Y)
	}
	fitted := make([]draw.Point, len(places))
	for i, p := range places {
		fitted[i] = draw.Pt(
			stretch(p.X, lo.X, hi.X, a.X+boxes[i].W/2, a.X+a.W-boxes[i].W/2),
			stretch(p.Y, lo.Y, hi.Y, a.Y+boxes[i].H/2, a.Y+a.H-boxes[i].H/2),
		)
	}
	return fitted
}

func stretch(v, lo, hi, from, to float64) float64 {
	if hi-lo < 1e-9 {
		return (from + to) / 2
	}
	return from + (v-lo)/(hi-lo)*(to-from)
}

// sweeps bounds how often separate goes over all pairs. What is not apart by
// then has too little room.
const sweeps = 400

// separate moves boxes apart, as little as it can, until there is a gap between
// any two, and keeps them inside an area. It is false if they do not come
// apart. O(sweeps · n²); a page holds few boxes.
func separate(a draw.Area, boxes []draw.Size, places []draw.Point, gap float64) bool {
	for sweep := range sweeps {
		moved := false
		for i := range boxes {
			for j := range i {
				moved = pushApart(boxes, places, i, j, gap, sweep) || moved
			}
		}
		for i := range boxes {
			places[i].X = clamp(places[i].X, a.X+boxes[i].W/2, a.X+a.W-boxes[i].W/2)
			places[i].Y = clamp(places[i].Y, a.Y+boxes[i].H/2, a.Y+a.H-boxes[i].H/2)
		}
		if !moved {
			return apart(boxes, places, leastGap)
		}
	}
	return apart(boxes, places, leastGap)
}

// pushApart moves two boxes that are too near along the axis on which they
// overlap less, half the way each.
func pushApart(boxes []draw.Size, places []draw.Point, i, j int, gap float64, sweep int) bool {
	dx, dy := places[i].X-places[j].X, places[i].Y-places[j].Y
	ox := (boxes[i].W+boxes[j].W)/2 + gap - math.Abs(dx)
	oy := (boxes[i].H+boxes[j].H)/2 + gap - math.Abs(dy)
	const enough = 0.05 // points; without it the last sweeps chase rounding
	if ox <= enough || oy <= enough {
		return false
	}
	// Boxes wedged in one way are freed the other way now and then.
	if (ox < oy) != (sweep%16 == 15) {
		step := math.Copysign(ox/2, signed(dx, i, j))
		places[i].X += step
		places[j].X -= step
	} else {
		step := math.Copysign(oy/2, signed(dy, i, j))
		places[i].Y += step
		places[j].Y -= step
	}
	return true
}

// signed returns d, or a small value that depends on the boxes' numbers if it is 0.
func signed(d float64, i, j int) float64 {
	if d != 0 {
		return d
	}
	return float64((i+j)%2*2 - 1)
}

func clamp(v, lo, hi float64) float64 { return min(max(v, lo), max(lo, hi)) }

// apart reports whether there is a gap between any two boxes.
func apart(boxes []draw.Size, places []draw.Point, gap float64) bool {
	for i := range boxes {
		for j := range i {
			if math.Abs(places[i].X-places[j].X) < (boxes[i].W+boxes[j].W)/2+gap &&
				math.Abs(places[i].Y-places[j].Y) < (boxes[i].H+boxes[j].H)/2+gap {
				return false
			}
		}
	}
	return true
}

// inRows returns places in rows, in the order of the boxes, and the height that
// they take: what is left when no layout fits.
func inRows(a draw.Area, boxes []draw.Size, gap float64) ([]draw.Point, float64) {
	places := make([]draw.Point, len(boxes))
	x, y, row := a.X, a.Y, 0.0
	for i, b := range boxes {
		if x > a.X && x+b.W > a.X+a.W {
			x, y, row = a.X, y+row+gap, 0
		}
		places[i] = draw.Pt(x+b.W/2, y+b.H/2)
		x += b.W + gap
		row = max(row, b.H)
	}
	return places, y + row - a.Y
}
