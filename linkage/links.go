package linkage

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/tflink/tflink/linkage/normalize"
)

// link is a kept link between two cases, a < b.
type link struct {
	a, b   int32
	weight Weight // prior and all evidence
	top    int32  // the shared value that weighs most; -1: a person decided
	week   int32  // the hub at which both were within a week, where that counts; -1: none
}

// busyWeak is the number of weak values of one case of which the combinations
// are looked at, the weightiest first; what is skipped beyond it is counted.
const busyWeak = 48

// findLinks finds the links that hold clusters together: enough of them that
// every other pair that would be linked lies in one cluster with them.
//
// A value that links by itself would link every pair of its cases. What it
// weighs falls with the gap between two sightings, so linking each case to the
// nearest earlier one connects the same cases as all pairs would, in linear work. Values that
// do not link by themselves link in combination: two weak values that the same
// cases share are looked at as if they were one value.
func (n *Network) findLinks(ctx context.Context, workers int) {
	needed := logOdds(n.params.Threshold) - n.params.Prior
	var pairs []pairKey
	for e := range n.shared {
		if n.shared[e].weight >= needed && len(n.holdersOf(int32(e))) > 0 { // of none where all its cases are elsewhere
			pairs = n.chainJudged(pairs, n.holdersOf(int32(e)), int32(e))
		}
	}
	pairs = n.combinations(ctx, n.judged.values.pairsWithOneValue(pairs), needed)
	slices.SortFunc(pairs, pairKey.compare)
	pairs = slices.Compact(pairs)

	kept := make([][]link, (len(pairs)+pairBatch-1)/pairBatch)
	inParallel(ctx, workers, len(kept), func(i int) {
		var buf []common
		for _, p := range pairs[i*pairBatch : min((i+1)*pairBatch, len(pairs))] {
			var total Weight
			buf, total = n.pair(p.a, p.b, buf)
			if total-n.params.Prior < needed {
				continue
			}
			kept[i] = append(kept[i], link{p.a, p.b, total, buf[0].entity, sameWeek(buf)})
		}
	})
	n.links = slices.Concat(kept...)
	n.applyJudgements()
	n.indexLinks()
}

// pairBatch is how many pairs one worker weighs at a time.
const pairBatch = 4096

// pairKey is a pair of cases, a < b.
type pairKey struct{ a, b int32 }

func (p pairKey) compare(q pairKey) int {
	return cmp.Compare(uint64(p.a)<<32|uint64(p.b), uint64(q.a)<<32|uint64(q.b)) // of numbers of cases, which are not negative
}

func orderedPair(a, b int32) pairKey { return pairKey{min(a, b), max(a, b)} }

// chain appends, for each of the cases that share some values, the pair with the one before
// it, by its first day, whose sightings last longest: of all before it none is
// nearer. What is not dated is near to all.
//
// Something may speak against that one and not against others: another firm at the address, another make with
// the plate. So cases of one firm, or of one make, are chained by themselves too.
func (n *Network) chain(pairs []pairKey, holders []int32, values ...int32) []pairKey {
	order := slices.Clone(holders)
	slices.SortFunc(order, func(x, y int32) int {
		a, b := &n.slots[x], &n.slots[y]
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last), cmp.Compare(a.kase, b.kase))
	})
	pairs = n.chainInOrder(pairs, order)
	const few = 3 // of which one can stand between two others
	if len(order) < few || !slices.ContainsFunc(values, n.hasSettings) {
		return pairs
	}
	of := map[setting][]int32{}
	for _, at := range order {
		k := n.settingOf(n.slots[at].kase, values)
		of[k] = append(of[k], at)
	}
	if len(of) > 1 {
		for _, own := range of {
			pairs = n.chainInOrder(pairs, own) // in whatever order: pairs are sorted later
		}
	}
	return pairs
}

// chainInOrder is chain for slots by their first days.
func (n *Network) chainInOrder(pairs []pairKey, order []int32) []pairKey {
	longest := &n.slots[order[0]]
	for _, at := range order[1:] {
		s := &n.slots[at]
		pairs = append(pairs, orderedPair(longest.kase, s.kase))
		if s.lasts() >= longest.lasts() {
			longest = s
		}
	}
	return pairs
}

// setting is what a case says of values beside that it has them, of which two kinds do not go together.
type setting struct {
	firm  int32    // the entity of a business, at an address; -1: none
	makes [2]int32 // of vehicles
}

// hasSettings reports whether cases that share e can have it in several settings.
func (n *Network) hasSettings(e int32) bool {
	switch n.kinds[n.shared[e].kind].Kind {
	case normalize.KindAddress, normalize.KindPlate, normalize.KindVIN:
		return true
	}
	return false
}

// settingOf returns the setting in which case c has values, at most two of which can differ in makes.
func (n *Network) settingOf(c int32, values []int32) setting {
	s := setting{firm: -1}
	for i, e := range values {
		switch n.kinds[n.shared[e].kind].Kind {
		case normalize.KindAddress:
			if n.firms[c] {
				s.firm = n.firmOf(c)
			}
		case normalize.KindPlate, normalize.KindVIN:
			own := n.slotsOf(c)
			if at, ok := slices.BinarySearchFunc(own, e, func(x slot, e int32) int { return cmp.Compare(x.entity, e) }); ok {
				s.makes[i] = own[at].make
			}
		}
	}
	return s
}

// lasts returns the day up to which a case is near to later ones: for ever if it is not dated.
func (s *slot) lasts() normalize.Day {
	if s.first == 0 {
		return math.MaxInt32
	}
	return s.last
}

// weakPair is two values that one case has, and of which neither always links.
type weakPair struct {
	a, b int32 // shared values, a < b
	slot int32 // of a, in the case
}

// combinations appends the pairs of cases that share two values of which neither
// links them by itself, or not after so long a time, but both together may.
func (n *Network) combinations(ctx context.Context, pairs []pairKey, needed Weight) []pairKey {
	var all []weakPair
	var weak []int32
	links, most := n.alwaysLinks(needed), n.mostTheySay()
	for c := range n.cases {
		if c%1024 == 0 && ctx.Err() != nil {
			return pairs
		}
		weak = weak[:0]
		for i := n.caseOff[c]; i < n.caseOff[c+1]; i++ {
			if e := n.slots[i].entity; most[e] > 0 && !links[e] {
				weak = append(weak, i)
			}
		}
		slices.SortFunc(weak, func(x, y int32) int {
			a, b := n.slots[x].entity, n.slots[y].entity
			return cmp.Or(cmp.Compare(most[b], most[a]), cmp.Compare(a, b))
		})
		if k := len(weak); k > busyWeak {
			n.skipped += k*(k-1)/2 - busyWeak*(busyWeak-1)/2
			weak = weak[:busyWeak]
		}
		for i, x := range weak {
			for _, y := range weak[i+1:] {
				if most[n.slots[x].entity]+most[n.slots[y].entity] < needed {
					break // the rest weigh less
				}
				lo, hi := x, y
				if n.slots[lo].entity > n.slots[hi].entity {
					lo, hi = hi, lo
				}
				all = append(all, weakPair{n.slots[lo].entity, n.slots[hi].entity, lo})
			}
		}
	}
	slices.SortFunc(all, func(x, y weakPair) int {
		return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b), cmp.Compare(x.slot, y.slot))
	})
	var holders []int32
	for i := 0; i < len(all); {
		j := i
		holders = holders[:0]
		for ; j < len(all) && all[j].a == all[i].a && all[j].b == all[i].b; j++ {
			holders = append(holders, all[j].slot)
		}
		if most[all[i].a]+most[all[i].b]-doublings(len(holders)) >= needed || len(holders) == 2 {
			pairs = n.chainJudged(pairs, holders, all[i].a, all[i].b)
		}
		i = j
	}
	return pairs
}

// mostTheySay returns the most that each shared value says in any pair: of a hub, in one week.
func (n *Network) mostTheySay() []Weight {
	most := make([]Weight, len(n.shared))
	for e := range n.shared {
		most[e] = n.shared[e].weight
		if n.isHub(int32(e)) {
			most[e] += n.weekAtHub(int32(e))
		}
	}
	return most
}

// alwaysLinks says of each shared value whether it links by itself any two of
// its cases, however long the time between them.
func (n *Network) alwaysLinks(needed Weight) []bool {
	always := make([]bool, len(n.shared))
	for e := range n.shared {
		if n.shared[e].weight < needed {
			continue
		}
		earliestLast, latestFirst := normalize.Day(math.MaxInt32), normalize.Day(0)
		for _, at := range n.holdersOf(int32(e)) {
			if s := &n.slots[at]; s.first != 0 {
				earliestLast, latestFirst = min(earliestLast, s.last), max(latestFirst, s.first)
			}
		}
		w := n.weigh(int32(e), int(max(0, latestFirst-earliestLast)), nil)
		always[e] = w >= needed
	}
	return always
}

// indexLinks lays out which links each case has.
func (n *Network) indexLinks() {
	n.linkOff = make([]int32, len(n.cases)+1)
	for _, l := range n.links {
		n.linkOff[l.a+1]++
		n.linkOff[l.b+1]++
	}
	for c := range n.cases {
		n.linkOff[c+1] += n.linkOff[c]
	}
	next := slices.Clone(n.linkOff)
	n.linkEnds = make([]int32, 2*len(n.links))
	for i, l := range n.links {
		n.linkEnds[next[l.a]] = int32(i)
		next[l.a]++
		n.linkEnds[next[l.b]] = int32(i)
		next[l.b]++
	}
}
