package linkage

import (
	"context"
	"math"
)

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
	n.findMisspelt(ctx, workers)
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
		n.shared[e].weight = n.weigh(int32(e), 0, nil)
	}
	n.findFaces()
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
			if o == e || s.face[o] || n.spells(o, e, s) {
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
	for _, face := range s.faceOf {
		if face > 0 {
			c.odds += likely(h.FaceHub, idle[face-1])
		}
	}
	if meant, ok := n.meant(e); ok {
		c.odds += likely(h.Misspelt, idle[meant])
	}
	s.clear()
	c.odds = min(max(c.odds, -surest), surest)
	if k, ok := n.known[e]; ok {
		c.odds = k.odds()
	}
	return c
}

// likely returns the part of w that a chance above one half says: all of it for certainty.
func likely(w Weight, chance float64) Weight {
	return Weight(math.Round(float64(w) * max(0, 2*chance-1)))
}

// spells reports whether o is a misspelling of e or of one of its faces.
func (n *Network) spells(o, e int32, s *scratch) bool {
	meant, ok := n.meant(o)
	return ok && (meant == e || s.face[meant])
}

// surest limits the odds of a hub: nothing that is inferred is surer than 40 bits.
const surest = 40 * Bit

// idle returns, for each value, the chance that sharing it says nothing: it is a hub, or
// so common a name that it would not link two cases anyway.
func (n *Network) idle(odds []Weight) []float64 {
	p := make([]float64, len(odds))
	for e, w := range odds {
		p[e] = 1 - (1-w.Probability())*(n.params.Prior+n.shared[e].tempered).Probability()
	}
	return p
}
