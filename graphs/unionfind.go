package graphs

import (
	"cmp"
	"slices"
)

// UnionFind keeps the sets of a partition of 0…n-1 under union (Tarjan 1975).
// The root of a set is always its smallest member, so that the partition, and
// all that is read from it, does not depend on the order of the unions.
//
// Find halves paths, which alone bounds m operations by O(m log n); in practice they
// are close to constant. A UnionFind takes 4 bytes a member and is not for
// concurrent use; Find writes.
type UnionFind struct {
	parent []int32
	sets   int
}

// NewUnionFind returns a partition of 0…n-1 into n sets of one.
func NewUnionFind(n int) *UnionFind {
	u := &UnionFind{}
	u.Grow(n)
	return u
}

// Len returns the number of members.
func (u *UnionFind) Len() int { return len(u.parent) }

// Sets returns the number of sets.
func (u *UnionFind) Sets() int { return u.sets }

// Grow adds members, each a set of its own, until there are n. It does nothing
// if there are n already.
func (u *UnionFind) Grow(n int) {
	if n <= len(u.parent) {
		return
	}
	u.sets += n - len(u.parent)
	if cap(u.parent) < n {
		grown := make([]int32, len(u.parent), max(n, 2*cap(u.parent)))
		copy(grown, u.parent)
		u.parent = grown
	}
	for i := len(u.parent); i < n; i++ {
		u.parent = append(u.parent, int32(i))
	}
}

// Find returns the smallest member of a's set. It panics if a is not a member.
func (u *UnionFind) Find(a int32) int32 {
	p := u.parent
	for p[a] != a {
		p[a] = p[p[a]]
		a = p[a]
	}
	return a
}

// Union joins the sets of a and b and reports whether they were two.
func (u *UnionFind) Union(a, b int32) bool {
	a, b = u.Find(a), u.Find(b)
	if a == b {
		return false
	}
	if b < a {
		a, b = b, a
	}
	u.parent[b] = a
	u.sets--
	return true
}

// Same reports whether a and b are in one set.
func (u *UnionFind) Same(a, b int32) bool { return u.Find(a) == u.Find(b) }

// Labels returns for each member the number of its set. Sets are numbered from
// 0 by their smallest members. O(n).
func (u *UnionFind) Labels() []int32 {
	labels := make([]int32, len(u.parent))
	next := int32(0)
	for i := range u.parent {
		root := u.Find(int32(i))
		if root == int32(i) {
			labels[i] = next
			next++
			continue
		}
		labels[i] = labels[root] // the root is smaller, so it has its label
	}
	return labels
}

// Members returns the sets as ascending lists of members, the largest set first, of
// equal ones that with the smallest member. O(n + s log s) for s sets.
func (u *UnionFind) Members() [][]int32 {
	labels := u.Labels()
	sizes := make([]int, u.sets)
	for _, l := range labels {
		sizes[l]++
	}
	sets := make([][]int32, u.sets)
	flat := make([]int32, len(labels))
	for l, size := range sizes {
		sets[l], flat = flat[:0:size], flat[size:]
	}
	for i, l := range labels {
		sets[l] = append(sets[l], int32(i))
	}
	slices.SortStableFunc(sets, func(a, b []int32) int { return -cmp.Compare(len(a), len(b)) })
	return sets
}
