package linkage

import (
	"slices"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// firmsCompared is how many of a case's businesses are compared with those of another.
const firmsCompared = 8

// firmsDiffer reports whether two cases name businesses of which no two could be
// the same one: a misspelt name is no other business.
func (n *Network) firmsDiffer(a, b int32) bool {
	theirs := n.businessesOf(b)
	for _, mine := range n.businessesOf(a) {
		for _, other := range theirs {
			if mine.Key() == other.Key() || compare.Businesses(mine, other).Weight > 0 {
				return false
			}
		}
	}
	return true
}

// businessesOf returns the first businesses that a case names, by key.
func (n *Network) businessesOf(c int32) []normalize.BusinessName {
	business := n.kindIndex(normalize.KindBusiness)
	var rows []int32
	for i := n.caseMent[c]; i < n.caseMent[c+1]; i++ {
		m := &n.mentions[i]
		if n.entities.kind(m.entity) == business && m.flags&(flagFacet|flagUnlinked|flagUnsure) == 0 {
			rows = append(rows, m.entity)
		}
	}
	slices.SortFunc(rows, func(x, y int32) int { return n.entities.key(x).compare(n.entities.key(y)) })
	rows = slices.Compact(rows)
	var out []normalize.BusinessName
	for _, row := range rows[:min(firmsCompared, len(rows))] {
		if v, err := normalize.Business(n.entities.display(row)); err == nil {
			out = append(out, v)
		}
	}
	return out
}
