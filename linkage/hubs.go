package linkage

import (
	"slices"
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
	// another value with a case of this hub, only with others, or with none. The rest
	// have nothing else to share.
	Inside, Outside, Alone int
	// Faces are other faces of the same thing, such as a motel's phone beside
	// its address: with them it counts as one fact, and they are not among what cases share.
	Faces []EntityRef
	// Known is what people said of it; nil if nobody did.
	Known *Known
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
	idle := idle(odds, n.tells())
	s := n.newScratch()
	for e := range n.shared {
		v := &n.shared[e]
		if !n.isHub(int32(e)) || v.tempered+n.params.Prior < logOdds(n.params.Threshold) {
			continue
		}
		lost := n.lost(int32(e))
		if lost == 0 {
			continue // its cases are together all the same
		}
		inside, outside, alone := n.voices(int32(e), idle, s)
		var known *Known
		if k, ok := n.known[int32(e)]; ok {
			known = &k
		}
		var faces []EntityRef
		for _, face := range n.faces[int32(e)] {
			faces = append(faces, n.ref(n.shared[face].entity))
		}
		hubs = append(hubs, Hub{
			Faces:  faces,
			Known:  known,
			Entity: n.ref(v.entity), Cases: n.size(int32(e)), Counties: n.countiesOf(int32(e), s),
			Odds: v.hub, Damped: v.tempered - v.weight, Lost: lost,
			Inside: inside, Outside: outside, Alone: alone,
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
func (n *Network) countiesOf(e int32, s *scratch) int {
	s.county++
	count := 0
	for _, at := range n.holdersOf(e) {
		for _, county := range n.countyIn[n.cases[n.slots[at].kase].counties] {
			if s.counties[county] != s.county {
				s.counties[county] = s.county
				count++
			}
		}
	}
	return count
}

// numberCounties numbers the counties of the sets of counties.
func (n *Network) numberCounties() {
	of := map[string]int32{}
	n.countyIn = make([][]int32, len(n.counties))
	for i, set := range n.counties {
		for _, county := range set {
			if _, known := of[county]; !known {
				of[county] = int32(len(of))
			}
			n.countyIn[i] = append(n.countyIn[i], of[county])
		}
	}
	n.numCounties = len(of)
}
