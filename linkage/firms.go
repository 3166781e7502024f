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
	mine, theirs := n.businessesOf(a), n.businessesOf(b)
	if slices.ContainsFunc(mine, func(e int32) bool { return slices.Contains(theirs, e) }) {
		return false
	}
	names := n.businessNames(theirs)
	for _, one := range n.businessNames(mine) {
		for _, other := range names {
			if one.Key() == other.Key() || compare.Businesses(one, other).Weight > 0 {
				return false
			}
		}
	}
	return true
}

// firmOf returns the first business that a case names, by key; -1 if it names none for certain.
func (n *Network) firmOf(c int32) int32 {
	if rows := n.businessesOf(c); len(rows) > 0 {
		return rows[0]
	}
	return -1
}

// businessesOf returns the first businesses that a case names, by key.
func (n *Network) businessesOf(c int32) []int32 {
	business := n.kindIndex(normalize.KindBusiness)
	var rows []int32
	own := n.mentionsOf(c)
	for i := range own {
		m := &own[i]
		if n.entities.kind(m.entity) == business && m.flags&(flagFacet|flagUnlinked|flagUnsure) == 0 {
			rows = append(rows, m.entity)
		}
	}
	slices.SortFunc(rows, func(x, y int32) int { return n.entities.key(x).compare(n.entities.key(y)) })
	rows = slices.Compact(rows)
	return rows[:min(firmsCompared, len(rows))]
}

// businessNames reads the names of businesses.
func (n *Network) businessNames(rows []int32) []normalize.BusinessName {
	var out []normalize.BusinessName
	for _, row := range rows {
		if v, err := normalize.Business(n.entities.display(row)); err == nil {
			out = append(out, v)
		}
	}
	return out
}
