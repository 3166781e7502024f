package linkage

import (
	"context"
	"math"
	"slices"
	"sync"

	"github.com/tflink/tflink/linkage/normalize"
)

// A Hub is a value so common that it proves little: a motel, a hotline, a taxi.
//
// How many cases share a value cannot tell a ring's own phone from a motel's: both
// may stand in twenty. The company that the value keeps can. The cases of a
// ring's phone also share a car, an address or another phone with each other;
// the cases of a motel share such things, if at all, with cases elsewhere. So
// the log2 odds that a value is a hub are those of its kind and its number of cases, plus what
// each of its cases says (see [HubParameters]). What corroborates must
// itself be no hub, so all values are inferred from each other, in a fixed number of passes.
type Hub struct {
	Entity EntityRef
	// Cases and Counties are how many the value stands in.
	Cases, Counties int
	// Odds is the log2 odds that the value is a hub.
	Odds Weight
	// Damped is how many bits that takes from a link through it.
	Damped Weight
	// Lost is how many pairs of its cases are not in one cluster: the links lost to it.
	Lost int64
	// Inside, Outside and Alone count its cases by what they say: sharing
	// another value with a case of this hub, only with others, or with none.
	Inside, Outside, Alone int
	// Known is what people said of it; nil if nobody did.
	Known *Known
}

// busyCase is the number of shared values from which a case, perhaps a list
// pasted into one, corroborates nothing: it bounds the work on it.
const busyCase = 512

// company is what the cases of one value say of it.
type company struct {
	odds                   Weight
	inside, outside, alone int
}

// inferHubs infers which of the shared values are hubs and sets their weights.
func (n *Network) inferHubs(ctx context.Context, workers int) {
	n.temper()
	n.resolveKnown()
	n.eachShared(ctx, workers, func(e int32, _ *scratch) { n.shared[e].hubPrior = n.hubPrior(e) })
	odds := make([]Weight, len(n.shared))
	for e := range n.shared {
		odds[e] = n.shared[e].hubPrior
	}
	next := make([]Weight, len(n.shared))
	for range n.params.Hub.Passes {
		idle := n.idle(odds)
		n.eachShared(ctx, workers, func(e int32, s *scratch) {
			next[e] = n.company(e, idle, s).odds
		})
		odds, next = next, odds
	}
	for e := range n.shared {
		n.shared[e].hub = odds[e]
		n.shared[e].weight, _ = n.weigh(int32(e), 0, nil)
	}
	n.findFaces()
}

// suspicious is the log2 odds of a hub, about one in ten, from which it is
// noted what else is a face of the same thing.
const suspicious = -3 * Bit

// findFaces notes, for the values that may be hubs, which others are faces of
// the same thing: who shares a motel's address and its phone shares one fact and not two.
func (n *Network) findFaces() {
	n.faces = map[int32][]int32{}
	s := newScratch(len(n.shared))
	note := func(e, o int32) {
		if !slices.Contains(n.faces[e], o) {
			n.faces[e] = append(n.faces[e], o)
		}
	}
	for e := range n.shared {
		if n.shared[e].hub < suspicious {
			continue
		}
		holders := n.holdersOf(int32(e))
		s.count(n, int32(e), holders)
		n.markFaces(len(holders), s)
		for _, face := range s.faceOf {
			if face > 0 {
				note(int32(e), face-1)
				note(face-1, int32(e))
			}
		}
		s.clear()
	}
}

// temper sets what each shared value weighs by how common it is: u can be no
// smaller than what the cases at hand show.
func (n *Network) temper() {
	for e := range n.shared {
		s := &n.shared[e]
		s.tempered = n.entities[s.entity].base - doublings(n.size(int32(e)))
	}
}

// doublings returns how often two doubles to size, in bits: the weight that a
// value loses by being that common, 0 for a value of two cases.
func doublings(size int) Weight {
	return Weight(math.Round(math.Log2(float64(size)/2) * float64(Bit)))
}

// hubPrior returns the log2 odds that a value is a hub before the company it
// keeps is known: by its kind, its number of cases, and how they lie in time and counties.
func (n *Network) hubPrior(e int32) Weight {
	k := &n.kinds[n.row(e).kind]
	h := &n.params.Hub
	odds := k.HubAtTwo + scaled(k.HubDoubling, doublings(n.size(e)))
	if few := doublings(h.FewCases) - doublings(n.size(e)); few > 0 {
		odds -= scaled(h.Few, few)
	}
	if n.row(e).public {
		odds += h.Public
	}
	return odds + n.spreadInTime(e) + n.spreadInCounties(e)
}

// scaled returns w times a number of bits.
func scaled(w, bits Weight) Weight { return Weight(int64(w) * int64(bits) / int64(Bit)) }

// datedCases is the number of dated cases from which their spread in time says something.
const datedCases = 4

// spreadInTime returns what the middle half of a value's sightings says: a ring
// uses a phone or a car for some months, a hub is there for years.
func (n *Network) spreadInTime(e int32) Weight {
	h := &n.params.Hub
	var days []normalize.Day
	for _, at := range n.holdersOf(e) {
		if d := n.slots[at].first; d != 0 {
			days = append(days, d)
		}
	}
	if len(days) < datedCases {
		return 0
	}
	slices.Sort(days)
	middle := float64(days[len(days)*3/4]-days[len(days)/4]) + h.SpreadDays/20 // so that a single day is no infinite evidence
	w := Weight(math.Round(math.Log2(middle/h.SpreadDays) * float64(h.SpreadDoubling)))
	return min(max(w, -h.SpreadMost), h.SpreadMost)
}

// spreadInCounties returns what the counties of a value's cases say: rings span a few, hotlines all.
func (n *Network) spreadInCounties(e int32) Weight {
	h := &n.params.Hub
	return min(h.CountyMost, h.County*Weight(max(0, n.countiesOf(e)-h.CountiesFree)))
}

// company returns the odds that e is a hub, given the chance of each other value to say nothing.
func (n *Network) company(e int32, idle []float64, s *scratch) company {
	h := &n.params.Hub
	c := company{odds: n.shared[e].hubPrior}
	holders := n.holdersOf(e)
	s.count(n, e, holders)
	n.markFaces(len(holders), s)
	for _, at := range holders {
		kase := n.slots[at].kase
		own := n.slotsOf(kase)
		if len(own) > busyCase {
			continue
		}
		others := n.loners[kase] > 0
		notInside, notOutside := 1.0, 1.0
		for i := range own {
			o := own[i].entity
			if o == e || s.face[o] {
				continue
			}
			others = true
			if s.shared[o] >= 2 {
				notInside *= idle[o]
			} else {
				notOutside *= idle[o]
			}
		}
		inside := 1 - notInside
		outside := notInside * (1 - notOutside)
		says := inside*float64(h.Inside) + outside*float64(h.Outside)
		if others {
			says += (1 - inside - outside) * float64(h.Alone)
		}
		c.odds += Weight(math.Round(says))
		switch {
		case inside >= 0.5:
			c.inside++
		case outside >= 0.5:
			c.outside++
		case others:
			c.alone++
		}
	}
	s.clear()
	c.odds = min(max(c.odds, -surest), surest)
	if k, ok := n.known[e]; ok {
		c.odds = k.odds()
	}
	return c
}

// surest limits the odds of a hub: nothing that is inferred is surer than 40 bits.
const surest = 40 * Bit

// markFaces marks the values that are other faces of the same thing as e and so
// corroborate nothing: a motel's phone beside its address. Such a value has a fair
// share of the cases that have either; of each kind the one with the largest share
// counts. A ring's cars also ride along with its phone, but there are several.
func (n *Network) markFaces(size int, s *scratch) {
	h := &n.params.Hub
	for _, o := range s.touched {
		k := int(s.shared[o])
		if k < h.FaceCases || float64(k) < h.Face*float64(size+n.size(o)-k) {
			continue
		}
		face := &s.faceOf[n.row(o).kind]
		if *face == 0 || s.shared[*face-1] < s.shared[o] {
			*face = o + 1
		}
	}
	for _, face := range s.faceOf {
		if face > 0 {
			s.face[face-1] = true
		}
	}
}

// scratch is one worker's counters over all shared values.
type scratch struct {
	shared  []int32 // how many cases of the value at hand have this one too
	touched []int32
	face    []bool     // whether it is another face of the value at hand
	faceOf  [256]int32 // of each kind the face, plus one; 0 is none
}

func newScratch(n int) *scratch { return &scratch{shared: make([]int32, n), face: make([]bool, n)} }

// count counts, over the cases of e, which other values they have.
func (s *scratch) count(n *Network, e int32, holders []int32) {
	for _, at := range holders {
		own := n.slotsOf(n.slots[at].kase)
		if len(own) > busyCase {
			continue
		}
		for i := range own {
			o := own[i].entity
			if o == e {
				continue
			}
			if s.shared[o] == 0 {
				s.touched = append(s.touched, o)
			}
			s.shared[o]++
		}
	}
	slices.Sort(s.touched)
}

func (s *scratch) clear() {
	for _, o := range s.touched {
		s.shared[o] = 0
	}
	for _, face := range s.faceOf {
		if face > 0 {
			s.face[face-1] = false
		}
	}
	clear(s.faceOf[:])
	s.touched = s.touched[:0]
}

// eachShared calls do for every shared value, on several workers; each call may
// write only what belongs to its value. It returns early when ctx is cancelled.
func (n *Network) eachShared(ctx context.Context, workers int, do func(e int32, s *scratch)) {
	const batch = 256
	pool := sync.Pool{New: func() any { return newScratch(len(n.shared)) }}
	inParallel(ctx, workers, (len(n.shared)+batch-1)/batch, func(i int) {
		s := pool.Get().(*scratch)
		defer pool.Put(s)
		for e := i * batch; e < min((i+1)*batch, len(n.shared)); e++ {
			do(int32(e), s)
		}
	})
}

// idle returns, for each value, the chance that sharing it says nothing: it is a hub, or
// so common a name that it would not link two cases anyway.
func (n *Network) idle(odds []Weight) []float64 {
	p := make([]float64, len(odds))
	for e, w := range odds {
		p[e] = 1 - (1-w.Probability())*(n.params.Prior+n.shared[e].tempered).Probability()
	}
	return p
}

// isHub reports whether a value is likelier a hub than not.
func (n *Network) isHub(e int32) bool { return n.shared[e].hub > 0 }

// Hubs returns the hub ledger: every value that is likelier a hub than not and
// that would link cases if it were none, the one with the most links lost
// first. Cost: linear in the number of cases of the hubs.
func (n *Network) Hubs() []Hub {
	var hubs []Hub
	odds := make([]Weight, len(n.shared))
	for e := range n.shared {
		odds[e] = n.shared[e].hub
	}
	idle := n.idle(odds)
	s := newScratch(len(n.shared))
	for e := range n.shared {
		v := &n.shared[e]
		if !n.isHub(int32(e)) || v.tempered+n.params.Prior < logOdds(n.params.Threshold) {
			continue
		}
		lost := n.lost(int32(e))
		if lost == 0 {
			continue // its cases are together all the same
		}
		c := n.company(int32(e), idle, s)
		var known *Known
		if k, ok := n.known[int32(e)]; ok {
			known = &k
		}
		hubs = append(hubs, Hub{
			Known:  known,
			Entity: n.ref(v.entity), Cases: n.size(int32(e)), Counties: n.countiesOf(int32(e)),
			Odds: v.hub, Damped: v.tempered - v.weight, Lost: lost,
			Inside: c.inside, Outside: c.outside, Alone: c.alone,
		})
	}
	slices.SortStableFunc(hubs, func(a, b Hub) int {
		switch {
		case a.Lost > b.Lost:
			return -1
		case a.Lost < b.Lost:
			return 1
		}
		return 0 // then in canonical order, in which they were found
	})
	return hubs
}

// lost returns how many pairs of e's cases are not in one cluster.
func (n *Network) lost(e int32) int64 {
	holders := n.holdersOf(e)
	in := make([]int32, len(holders))
	for i, at := range holders {
		in[i] = n.inside[n.slots[at].kase]
	}
	slices.Sort(in)
	pairs := func(k int) int64 { return int64(k) * int64(k-1) / 2 }
	lost := pairs(len(in))
	for i := 0; i < len(in); {
		j := i
		for j < len(in) && in[j] == in[i] {
			j++
		}
		lost -= pairs(j - i)
		i = j
	}
	return lost
}

// countiesOf returns in how many counties the cases of e are.
func (n *Network) countiesOf(e int32) int {
	var all []string
	for _, at := range n.holdersOf(e) {
		all = append(all, n.cases[n.slots[at].kase].counties...)
	}
	slices.Sort(all)
	return len(slices.Compact(all))
}
