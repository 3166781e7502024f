package eval

import (
	"sort"
)

// An Assignment gives each case, by its id, the label of its cluster. An empty
// label means that the cluster is not known.
type Assignment map[string]string

// Aligned is a truth and what was found, case by case, as the scores take them.
type Aligned struct {
	Cases        []string // sorted
	Truth, Found []string // labels of the cases
	Missing      int      // cases of the truth that were not found at all: they stand alone
	Extra        int      // found cases of which the truth knows nothing: left out
	Unknown      int      // cases whose true cluster is not known: left out
}

// Align brings a truth and what was found together. It costs O(n log n).
func Align(truth, found Assignment) Aligned {
	var a Aligned
	for id, label := range truth {
		if label == "" {
			a.Unknown++
			continue
		}
		a.Cases = append(a.Cases, id)
	}
	sort.Strings(a.Cases)
	for id := range found {
		if _, ok := truth[id]; !ok {
			a.Extra++
		}
	}
	for _, id := range a.Cases {
		if found[id] == "" {
			a.Missing++
		}
		a.Truth = append(a.Truth, truth[id])
		a.Found = append(a.Found, found.label(id))
	}
	return a
}

// label returns the label of a case; one without stands alone, under a label that no real cluster has.
func (a Assignment) label(id string) string {
	if label := a[id]; label != "" {
		return label
	}
	return "\x00" + id
}

// Pairs returns the pairwise counts.
func (a Aligned) Pairs() Pairs { return PairsOf(a.Truth, a.Found) }

// BCubed returns the scores by cases.
func (a Aligned) BCubed() BCubed { return BCubedOf(a.Truth, a.Found) }

// BySize returns the scores by the size of the true cluster.
func (a Aligned) BySize() []SizeScore { return BySize(a.Truth, a.Found) }
