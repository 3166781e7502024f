package linkage

import (
	"math"
	"slices"
)

// temper sets what each shared value weighs by how common it is: u can be no
// smaller than what the cases at hand show.
func (n *Network) temper() {
	for e := range n.shared {
		s := &n.shared[e]
		s.tempered = n.entities.cell(s.entity).base - doublings(n.size(int32(e)))
	}
}

// doublings returns how often two doubles to size, in bits: the weight that a
// value loses by being that common, 0 for a value of two cases.
func doublings(size int) Weight {
	return Weight(math.Round(math.Log2(float64(size)/2) * float64(Bit)))
}

// hubPrior returns the log2 odds that a value is a hub before the company it
// keeps is known: by its kind, its number of cases, and how they lie in time and counties.
func (n *Network) hubPrior(e int32, s *scratch) Weight {
	k := &n.kinds[n.kindOf(e)]
	h := &n.params.Hub
	odds := k.HubAtTwo + scaled(k.HubDoubling, doublings(n.size(e)))
	if few := doublings(h.FewCases) - doublings(n.size(e)); few > 0 {
		odds -= scaled(h.Few, few)
	}
	if n.entities.cell(n.shared[e].entity).public {
		odds += h.Public
	}
	return odds + n.spreadInTime(e, s) + n.spreadInCounties(e, s)
}

// scaled returns w times a number of bits.
func scaled(w, bits Weight) Weight { return Weight(int64(w) * int64(bits) / int64(Bit)) }

// datedCases is the number of dated cases from which their spread in time says something.
const datedCases = 4

// spreadInTime returns what the middle half of a value's sightings says: a ring
// uses a phone or a car for some months, a hub is there for years.
func (n *Network) spreadInTime(e int32, s *scratch) Weight {
	h := &n.params.Hub
	days := s.days[:0]
	for _, at := range n.holdersOf(e) {
		if d := n.slots[at].first; d != 0 {
			days = append(days, d)
		}
	}
	s.days = days
	if len(days) < datedCases {
		return 0
	}
	slices.Sort(days)
	middle := float64(days[len(days)*3/4]-days[len(days)/4]) + h.SpreadDays/20 // so that a single day is no infinite evidence
	w := Weight(math.Round(math.Log2(middle/h.SpreadDays) * float64(h.SpreadDoubling)))
	return min(max(w, -h.SpreadMost), h.SpreadMost)
}

// spreadInCounties returns what the counties of a value's cases say: rings span a few, hotlines all.
func (n *Network) spreadInCounties(e int32, s *scratch) Weight {
	h := &n.params.Hub
	return min(h.CountyMost, h.County*Weight(max(0, n.countiesOf(e, s)-h.CountiesFree)))
}
