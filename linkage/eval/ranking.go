package eval

import (
	"cmp"
	"slices"
)

// A Scored is a pair with the score that it was given, and whether the two truly belong together.
type Scored struct {
	Score float64
	Same  bool
}

// AreaUnderCurve returns the area under the receiver operating characteristic (Hanley and McNeil 1982): the share of
// (same, different) pairs of pairs in which the same one scores more, ties half. It is 0 if all are the same, or all different.
// It costs O(n log n).
func AreaUnderCurve(pairs []Scored) float64 {
	sorted := slices.Clone(pairs)
	slices.SortFunc(sorted, func(a, b Scored) int { return cmp.Compare(a.Score, b.Score) })
	below, twice, same := 0, 0, 0 // different pairs below; twice the ordered pairs of pairs
	for i := 0; i < len(sorted); {
		j, s, d := i, 0, 0
		for ; j < len(sorted) && sorted[j].Score == sorted[i].Score; j++ {
			if sorted[j].Same {
				s++
			} else {
				d++
			}
		}
		twice += s * (2*below + d)
		below += d
		same += s
		i = j
	}
	return float64(twice) / float64(max(1, 2*same*below))
}
