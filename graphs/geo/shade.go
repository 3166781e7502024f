package geo

import (
	"slices"
	"strconv"

	"github.com/tflink/tflink/graphs/draw"
)

// A shade is the colour of the counties with from to to cases.
type shade struct {
	from, to int
	color    draw.RGB
}

// tints are those of the shades: apart in gray as well, and none so dark that
// type on it could not be read (at least 6:1).
var tints = []float64{0.14, 0.26, 0.38, 0.5, 0.62}

// shades returns classes of the counts of a map, up to five, with round limits: each
// number by itself where there are few, otherwise limits of the kind 1, 2, 5, 10, which
// suit counts that differ by powers of ten.
func shades(m Map) []shade {
	var counts []int
	for _, c := range m.Counties {
		if n := m.Measure.of(c); n > 0 {
			counts = append(counts, n)
		}
	}
	slices.Sort(counts)
	values := slices.Compact(slices.Clone(counts))
	if len(values) == 0 {
		return nil
	}
	starts := values
	if len(values) > len(tints) {
		starts = starts[:0:0]
		for i := range tints {
			n := roundDown(counts[i*len(counts)/len(tints)])
			if len(starts) == 0 || n > starts[len(starts)-1] {
				starts = append(starts, n)
			}
		}
	}
	list := make([]shade, len(starts))
	for i, from := range starts {
		to := values[len(values)-1]
		if i+1 < len(starts) {
			to = starts[i+1] - 1
		}
		if len(values) <= len(tints) {
			to = from
		}
		tint := tints[len(tints)-1]
		if len(starts) > 1 {
			tint = tints[i*(len(tints)-1)/(len(starts)-1)]
		}
		list[i] = shade{from, to, shadeColor.Tint(tint)}
	}
	return list
}

// roundDown returns the largest of 1, 2, 5, 10, 20, 50 … that is not above n.
func roundDown(n int) int {
	best := 1
	for unit := 1; unit <= n; unit *= 10 {
		for _, k := range []int{1, 2, 5} {
			if k*unit <= n {
				best = k * unit
			}
		}
	}
	return best
}

func (s shade) label() draw.Text {
	if s.from == s.to {
		return draw.Text(strconv.Itoa(s.from))
	}
	return draw.Text(strconv.Itoa(s.from) + "–" + strconv.Itoa(s.to))
}
