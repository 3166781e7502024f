package resolve

import (
	"container/heap"
	"slices"

	"github.com/tflink/tflink/linkage/compare"
)

// Bounds of what one pair says about two groups, in bits: beyond them a pair is
// as good as sure, and should not outvote the others.
const (
	surePair   = 12 * compare.Bit
	nopePair   = -8 * compare.Bit
	leastOdds  = -4 * compare.Bit // pairs below it are no reason to look at two groups
	mergeAbove = 0                // mean log-odds from which two groups are one: more likely than not
)

// A scored pair is two records and their log-odds.
type scored struct {
	pair
	weight compare.Weight
}

// group is some records that were joined, and what it has to do with others.
type group struct {
	members []int32
	sums    map[int32]int64 // of the bounded log-odds between its members and another group's
	alive   bool
}

// A merge is two groups that may be joined.
type merge struct {
	a, b int32 // the smaller first
	mean float64
	size int // of both groups, when this was found: an old merge is recognised by it
}

// merges is a heap: the highest mean first, then the smallest numbers.
type merges []merge

func (h merges) Len() int { return len(h) }
func (h merges) Less(i, j int) bool {
	switch x, y := h[i], h[j]; {
	case x.mean != y.mean:
		return x.mean > y.mean
	case x.a != y.a:
		return x.a < y.a
	default:
		return x.b < y.b
	}
}
func (h merges) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *merges) Push(x any)   { *h = append(*h, x.(merge)) }
func (h *merges) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

// clusterer joins records by average link (Sokal and Michener 1958): two groups
// are joined while the mean log-odds of all pairs between them speak for it, the
// surest first. One bad pair is outvoted by the others.
type clusterer struct {
	groups []group
	queue  merges
	score  func(a, b int32) compare.Weight // of any two records
}

// joinRecords returns the group of each record, numbered by its first record.
func joinRecords(n int, pairs []scored, score func(a, b int32) compare.Weight) []int {
	c := &clusterer{groups: make([]group, n), score: score}
	alone := make([]int32, n)
	for i := range c.groups {
		alone[i] = int32(i)
		c.groups[i] = group{members: alone[i : i+1 : i+1], alive: true}
	}
	for _, p := range pairs {
		w := bounded(p.weight)
		c.groups[p.a].add(p.b, w)
		c.groups[p.b].add(p.a, w)
		c.push(p.a, p.b, w)
	}
	for c.queue.Len() > 0 {
		m := heap.Pop(&c.queue).(merge)
		x, y := &c.groups[m.a], &c.groups[m.b]
		if x.alive && y.alive && len(x.members)+len(y.members) == m.size {
			c.join(m.a, m.b)
		}
	}
	of := make([]int, n)
	for _, g := range c.groups {
		if g.alive {
			for _, r := range g.members {
				of[r] = int(slices.Min(g.members))
			}
		}
	}
	return of
}

// add notes what the group has to do with another.
func (g *group) add(other int32, sum int64) {
	if g.sums == nil {
		g.sums = map[int32]int64{} // most records have nobody
	}
	g.sums[other] = sum
}

func bounded(w compare.Weight) int64 { return int64(min(surePair, max(nopePair, w))) }

// push queues two groups if their mean speaks for joining them.
func (c *clusterer) push(a, b int32, sum int64) {
	x, y := len(c.groups[a].members), len(c.groups[b].members)
	mean := float64(sum) / float64(x*y)
	if mean > mergeAbove {
		heap.Push(&c.queue, merge{min(a, b), max(a, b), mean, x + y})
	}
}

// join adds group b to group a and finds out what the new one has to do with its neighbours.
func (c *clusterer) join(a, b int32) {
	x, y := &c.groups[a], &c.groups[b]
	delete(x.sums, b)
	delete(y.sums, a)
	sums := make(map[int32]int64, len(x.sums)+len(y.sums))
	for n, s := range x.sums {
		other, ok := y.sums[n]
		if !ok {
			other = c.between(y.members, c.groups[n].members)
		}
		sums[n] = s + other
	}
	for n, s := range y.sums {
		if _, ok := sums[n]; !ok {
			sums[n] = s + c.between(x.members, c.groups[n].members)
		}
	}
	x.members = append(x.members, y.members...)
	x.sums = sums
	*y = group{}
	for n, s := range sums {
		g := &c.groups[n]
		delete(g.sums, b)
		g.sums[a] = s
		c.push(a, n, s)
	}
}

func (c *clusterer) between(a, b []int32) int64 {
	sum := int64(0)
	for _, x := range a {
		for _, y := range b {
			sum += bounded(c.score(min(x, y), max(x, y)))
		}
	}
	return sum
}
