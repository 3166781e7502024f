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

// A Sharing is a value and the cases that have it, each once.
type Sharing struct {
	Kind  string
	Cases []string
}

// A KindScore says how right the links were that rest on one kind of evidence, and how many of the
// pairs were found that could have been found by it.
type KindScore struct {
	Kind  string
	Links int
	Right int // links between two cases that truly belong together
	// Shared counts the pairs of cases that truly belong together and share a value of the kind, a pair once for
	// each value that it shares; Together those of them that were found together, by whatever evidence.
	Shared, Together int64
}

// Precision returns the share of the links that are right; 1 if there are none.
func (k KindScore) Precision() float64 { return share(int64(k.Right), int64(k.Links)) }

// Recall returns the share of the true pairs with a value of the kind that were found together; 1 if there are none.
func (k KindScore) Recall() float64 { return share(k.Together, k.Shared) }

// ByKind scores the links, and the pairs that share a value, apart by their kind, the one with most
// links first, then the one with most pairs. Cases whose true cluster is not known are left out. It costs O(n) in
// the links and in the cases of the values: no pair is enumerated.
func ByKind(truth, found Assignment, links []Link, shared []Sharing) []KindScore {
	at := map[string]*KindScore{}
	of := func(kind string) *KindScore {
		if at[kind] == nil {
			at[kind] = &KindScore{Kind: kind}
		}
		return at[kind]
	}
	for _, l := range links {
		right, known := truth.together(l.A, l.B)
		if !known {
			continue
		}
		k := of(l.Kind)
		k.Links++
		if right {
			k.Right++
		}
	}
	for _, s := range shared {
		pairs := pairsAmong(s.Cases, truth, found)
		if pairs.Truth > 0 {
			k := of(s.Kind)
			k.Shared += pairs.Truth
			k.Together += pairs.Both
		}
	}
	out := make([]KindScore, 0, len(at))
	for _, k := range at {
		out = append(out, *k)
	}
	slices.SortFunc(out, func(a, b KindScore) int {
		return cmp.Or(cmp.Compare(b.Links, a.Links), cmp.Compare(b.Shared, a.Shared), cmp.Compare(a.Kind, b.Kind))
	})
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

// pairsAmong counts the pairs of some cases; one that was not found stands alone.
func pairsAmong(cases []string, truth, found Assignment) Pairs {
	var labels, clusters []string
	for _, c := range cases {
		if truth[c] != "" {
			labels = append(labels, truth[c])
			clusters = append(clusters, found.label(c))
		}
	}
	return PairsOf(labels, clusters)
}

// together reports whether two cases have the same label, and whether both are known.
func (a Assignment) together(x, y string) (same, known bool) {
	p, q := a[x], a[y]
	return p == q, p != "" && q != ""
}
