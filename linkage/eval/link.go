package eval

import (
	"cmp"
	"slices"
)

// A Link is two cases that were taken to belong together.
type Link struct {
	A, B        string
	Kind        string // of the evidence that weighs most, such as "phone"
	Probability float64
}

// A KindScore says how right the links were that rest on one kind of evidence.
type KindScore struct {
	Kind  string
	Links int
	Right int // links between two cases that truly belong together
}

// Precision returns the share of the links that are right; 1 if there are none.
func (k KindScore) Precision() float64 { return share(int64(k.Right), int64(k.Links)) }

// ByKind scores the links apart by their kind, the one with most links first.
// Links to cases whose true cluster is not known are left out. It costs O(n).
func ByKind(truth Assignment, links []Link) []KindScore {
	at := map[string]*KindScore{}
	for _, l := range links {
		right, known := truth.together(l.A, l.B)
		if !known {
			continue
		}
		k := at[l.Kind]
		if k == nil {
			k = &KindScore{Kind: l.Kind}
			at[l.Kind] = k
		}
		k.Links++
		if right {
			k.Right++
		}
	}
	out := make([]KindScore, 0, len(at))
	for _, k := range at {
		out = append(out, *k)
	}
	slices.SortFunc(out, func(a, b KindScore) int { return cmp.Or(cmp.Compare(b.Links, a.Links), cmp.Compare(a.Kind, b.Kind)) })
	return out
}

// Predictions says of each link how it turned out, for [Calibrate]. Links to
// cases whose true cluster is not known are left out.
func Predictions(truth Assignment, links []Link) []Prediction {
	var out []Prediction
	for _, l := range links {
		if right, known := truth.together(l.A, l.B); known {
			out = append(out, Prediction{l.Probability, right})
		}
	}
	return out
}

// together reports whether two cases have the same label, and whether both are known.
func (a Assignment) together(x, y string) (same, known bool) {
	p, q := a[x], a[y]
	return p == q, p != "" && q != ""
}
