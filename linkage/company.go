package linkage

import (
	"cmp"
	"context"
	"math"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
)

// busyCase is the number of shared values from which a case, perhaps a list
// pasted into one, corroborates nothing: it bounds the work on it.
const busyCase = 512

// inferHubs infers which of the shared values are hubs and sets their weights.
func (n *Network) inferHubs(ctx context.Context, workers int) {
	n.temper()
	n.findMisspelt(ctx, workers)
	n.resolveKnown()
	n.eachShared(ctx, workers, func(e int32, s *scratch) {
		if !n.isPinned(e) {
			n.shared[e].hubPrior = n.hubPrior(e, s)
		}
	})
	company := n.findCompany(ctx, workers)
	odds := make([]Weight, len(n.shared))
	for e := range n.shared {
		odds[e] = n.shared[e].hubPrior
	}
	for pass := range n.params.Hub.Passes + 1 {
		if pass > 0 {
			company.infer(ctx, workers, odds)
		}
		if n.edge != nil {
			n.edge.pin(n, pass, odds)
		}
		n.odds = append(n.odds, slices.Clone(odds))
	}
	for e := range n.shared {
		n.shared[e].hub = odds[e]
		n.shared[e].weight = n.weigh(int32(e), 0, nil)
	}
	n.findFaces(company)
}

// company is what does not change from pass to pass in what the cases of each value say of it:
// which of their other values a second case of it has too (inside), and which none has (outside).
type company struct {
	n *Network
	// values has a bit for each value of a case, in words: for each of the values, as many words of inside as of outside.
	values []uint32
	at     []int     // by case: where its words begin
	always []int64   // by value: its odds as far as they never change
	sums   []int64   // by value: what the rest says in the pass at hand
	tells  []float64 // by value: the chance that it would link two cases if it were no hub

	mu    sync.Mutex
	faces []face // in no order
}

// face is another face of what a value stands for.
type face struct{ of, face int32 }

func (f face) compare(g face) int {
	return cmp.Or(cmp.Compare(f.of, g.of), cmp.Compare(f.face, g.face))
}

// wordsFor returns how many words of bits some values take.
func wordsFor(values int) int { return (values + 31) / 32 }

// findCompany finds the company that each shared value keeps. Cost: for each case, the square of its shared
// values, of which a case that counts has fewer than [busyCase].
func (n *Network) findCompany(ctx context.Context, workers int) *company {
	c := &company{
		n: n, at: make([]int, len(n.cases)+1), always: make([]int64, len(n.shared)), sums: make([]int64, len(n.shared)), tells: n.tells(),
	}
	for k := range n.cases {
		c.at[k+1] = c.at[k]
		if own := len(n.slotsOf(int32(k))); own <= busyCase {
			c.at[k+1] += 2 * own * wordsFor(own)
		}
	}
	c.values = make([]uint32, c.at[len(n.cases)])
	n.eachShared(ctx, workers, c.find)
	return c
}

// find notes the company that e keeps.
func (c *company) find(e int32, s *scratch) {
	n := c.n
	if n.isPinned(e) {
		return
	}
	alone := int64(0) // cases that have other values, of which none counts
	n.eachCompanion(e, s, func(kase, at int32, others bool) {
		bits := c.bitsOf(kase, int(at-n.caseOff[kase]))
		counts := false
		for i := range n.slotsOf(kase) {
			switch s.says[i] {
			case saysInside:
				bits.inside[i/32] |= 1 << (i % 32)
				counts = true
			case saysOutside:
				bits.outside[i/32] |= 1 << (i % 32)
				counts = true
			}
		}
		if others && !counts {
			alone++
		}
	})
	c.always[e] = int64(n.shared[e].hubPrior) + alone*int64(n.params.Hub.Alone)
	for _, o := range s.faceOf {
		if o > 0 {
			c.mu.Lock()
			c.faces = append(c.faces, face{e, o - 1})
			c.mu.Unlock()
		}
	}
	s.clear()
}

// companions is which of the values of a case are inside and outside of the company of one of them.
type companions struct{ inside, outside []uint32 }

// bitsOf returns the companions of the i-th value of a case.
func (c *company) bitsOf(kase int32, i int) companions {
	words := wordsFor(len(c.n.slotsOf(kase)))
	at := c.at[kase] + 2*words*i
	return companions{c.values[at : at+words : at+words], c.values[at+words : at+2*words]}
}

// infer replaces the odds that each value is a hub by those that follow from them: one pass.
func (c *company) infer(ctx context.Context, workers int, odds []Weight) {
	n := c.n
	idle := idle(odds, c.tells)
	clear(c.sums)
	const batch = 1 << 12
	inParallel(ctx, workers, (len(n.cases)+batch-1)/batch, func(i int) {
		for kase := i * batch; kase < min((i+1)*batch, len(n.cases)); kase++ {
			c.hear(int32(kase), idle)
		}
	})
	for _, f := range c.faces {
		c.sums[f.of] += int64(likely(n.params.Hub.FaceHub, idle[f.face]))
	}
	for e := range odds {
		sum := c.always[e] + c.sums[e]
		if meant, ok := n.meant(int32(e)); ok {
			sum += int64(likely(n.params.Hub.Misspelt, idle[meant]))
		}
		odds[e] = Weight(min(max(sum, -int64(surest)), int64(surest)))
		if k, ok := n.known[int32(e)]; ok {
			odds[e] = k.odds()
		}
	}
}

// hear adds what a case says of each of its values to their sums.
func (c *company) hear(kase int32, idle []float64) {
	own := c.n.slotsOf(kase)
	if len(own) < 2 || c.at[kase] == c.at[kase+1] {
		return
	}
	for i := range own {
		with := c.bitsOf(kase, i)
		notInside, some := chanceOf(with.inside, own, idle)
		notOutside, more := chanceOf(with.outside, own, idle)
		if some || more {
			_, _, says := c.n.params.Hub.says(notInside, notOutside)
			atomic.AddInt64(&c.sums[own[i].entity], int64(says))
		}
	}
}

// chanceOf returns the product of the chances of the values whose bits are set, and whether any is.
func chanceOf(set []uint32, own []slot, idle []float64) (p float64, some bool) {
	p = 1
	for w, word := range set {
		for ; word != 0; word &= word - 1 {
			p *= idle[own[w*32+bits.TrailingZeros32(word)].entity]
			some = true
		}
	}
	return p, some
}

// says returns what a case with other values says of a value, given the chances that all
// those inside, and all those outside of its company say nothing; and the chance of either.
func (h *HubParameters) says(notInside, notOutside float64) (inside, outside float64, says Weight) {
	inside = 1 - notInside
	outside = notInside * (1 - notOutside)
	return inside, outside, Weight(math.Round(inside*float64(h.Inside) + outside*float64(h.Outside) + (1-inside-outside)*float64(h.Alone)))
}

// voices counts the cases of e by what they say: that it is shared inside of its company, only outside, or alone.
func (n *Network) voices(e int32, idle []float64, s *scratch) (inside, outside, alone int) {
	n.eachCompanion(e, s, func(kase, _ int32, others bool) {
		not := [...]float64{saysNothing: 1, saysInside: 1, saysOutside: 1}
		for i, o := range n.slotsOf(kase) {
			if s.says[i] != saysNothing {
				not[s.says[i]] *= idle[o.entity]
			}
		}
		in, out, _ := n.params.Hub.says(not[saysInside], not[saysOutside])
		switch {
		case in >= 0.5:
			inside++
		case out >= 0.5:
			outside++
		case others:
			alone++
		}
	})
	s.clear()
	return inside, outside, alone
}

// What another value of a case says of the one at hand.
const (
	saysNothing = iota // it is the one at hand, or the same thing
	saysInside         // a second case of the one at hand has it too
	saysOutside        // none has
)

// eachCompanion calls yield for every case of e that is not busy, with the slot of e in it, what each of its values says of e
// in s.says, and whether it has other values at all. It leaves e's faces in s, which is then to be cleared.
func (n *Network) eachCompanion(e int32, s *scratch, yield func(kase, at int32, others bool)) {
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
		s.says = s.says[:0]
		for i := range own {
			says := uint8(saysNothing)
			if o := own[i].entity; o != e && !s.face[o] && !n.spells(o, e, s) {
				others, says = true, saysOutside
				if s.shared[o] >= 2 {
					says = saysInside
				}
			}
			s.says = append(s.says, says)
		}
		yield(kase, at, others)
	}
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

// tells returns, for each value, the chance that sharing it would link two cases if it were no hub: of a common name it is small.
func (n *Network) tells() []float64 {
	p := make([]float64, len(n.shared))
	for e := range p {
		p[e] = (n.params.Prior + n.shared[e].tempered).Probability()
	}
	return p
}

// idle returns, for each value, the chance that sharing it says nothing, by its odds of a hub and by what it tells otherwise.
func idle(odds []Weight, tells []float64) []float64 {
	p := make([]float64, len(odds))
	for e, w := range odds {
		p[e] = 1 - (1-w.Probability())*tells[e]
	}
	return p
}
