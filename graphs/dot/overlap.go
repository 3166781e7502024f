package dot

import "math"

// An area is a rectangle of the page.
type area struct{ x, y, w, h float64 }

// fitInto stretches places, each way by itself, so that the boxes around them fill an
// area. The order from left to right and from top to bottom stays.
func fitInto(a area, boxes []size, places []point) []point {
	if len(places) == 0 {
		return nil
	}
	lo, hi := places[0], places[0]
	for _, p := range places {
		lo.x, lo.y = min(lo.x, p.x), min(lo.y, p.y)
		hi.x, hi.y = max(hi.x, p.x), max(hi.y, p.y)
	}
	fitted := make([]point, len(places))
	for i, p := range places {
		fitted[i] = point{
			stretch(p.x, lo.x, hi.x, a.x+boxes[i].w/2, a.x+a.w-boxes[i].w/2),
			stretch(p.y, lo.y, hi.y, a.y+boxes[i].h/2, a.y+a.h-boxes[i].h/2),
		}
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
func separate(a area, boxes []size, places []point, gap float64) bool {
	for sweep := range sweeps {
		moved := false
		for i := range boxes {
			for j := range i {
				moved = pushApart(boxes, places, i, j, gap, sweep) || moved
			}
		}
		for i := range boxes {
			places[i].x = clamp(places[i].x, a.x+boxes[i].w/2, a.x+a.w-boxes[i].w/2)
			places[i].y = clamp(places[i].y, a.y+boxes[i].h/2, a.y+a.h-boxes[i].h/2)
		}
		if !moved {
			return apart(boxes, places, leastGap)
		}
	}
	return apart(boxes, places, leastGap)
}

// pushApart moves two boxes that are too near along the axis on which they
// overlap less, half the way each.
func pushApart(boxes []size, places []point, i, j int, gap float64, sweep int) bool {
	dx, dy := places[i].x-places[j].x, places[i].y-places[j].y
	ox := (boxes[i].w+boxes[j].w)/2 + gap - math.Abs(dx)
	oy := (boxes[i].h+boxes[j].h)/2 + gap - math.Abs(dy)
	const enough = 0.05 // points; without it the last sweeps chase rounding
	if ox <= enough || oy <= enough {
		return false
	}
	// Boxes wedged in one way are freed the other way now and then.
	if (ox < oy) != (sweep%16 == 15) {
		step := math.Copysign(ox/2, signed(dx, i, j))
		places[i].x += step
		places[j].x -= step
	} else {
		step := math.Copysign(oy/2, signed(dy, i, j))
		places[i].y += step
		places[j].y -= step
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
func apart(boxes []size, places []point, gap float64) bool {
	for i := range boxes {
		for j := range i {
			if math.Abs(places[i].x-places[j].x) < (boxes[i].w+boxes[j].w)/2+gap &&
				math.Abs(places[i].y-places[j].y) < (boxes[i].h+boxes[j].h)/2+gap {
				return false
			}
		}
	}
	return true
}

// inRows returns places in rows, in the order of the boxes, and the height that
// they take: what is left when no layout fits.
func inRows(a area, boxes []size, gap float64) ([]point, float64) {
	places := make([]point, len(boxes))
	x, y, row := a.x, a.y, 0.0
	for i, b := range boxes {
		if x > a.x && x+b.w > a.x+a.w {
			x, y, row = a.x, y+row+gap, 0
		}
		places[i] = point{x + b.w/2, y + b.h/2}
		x += b.w + gap
		row = max(row, b.h)
	}
	return places, y + row - a.y
}
