package linkage

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestCompanyAgainstDefinition holds the bits that the passes go through to what Hub says of a value's cases,
// counted anew for every value, on cases with few and with many values.
func TestCompanyAgainstDefinition(t *testing.T) {
	for seed := range uint64(6) {
		n := randomNetwork(t, seed)
		odds := make([]Weight, len(n.shared))
		for e := range odds {
			odds[e] = n.shared[e].hubPrior
		}
		company := n.findCompany(context.Background(), 2)
		for pass := range n.params.Hub.Passes {
			want := definedOdds(n, odds)
			company.infer(context.Background(), 2, odds)
			if !slices.Equal(odds, want) {
				t.Fatalf("seed %d, pass %d: odds %v, want %v", seed, pass, odds, want)
			}
		}
	}
}

// randomNetwork links cases that draw from a few phones and plates: one case in ten has some forty of them.
func randomNetwork(t *testing.T, seed uint64) *Network {
	r := rand.New(rand.NewPCG(seed, 1))
	l, err := New(Options{NoTrace: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 120 {
		c := Case{ID: fmt.Sprint(i), Agency: "A", Counties: []string{fmt.Sprintf("36%03d", 1+2*r.IntN(20))}}
		values := 1 + r.IntN(4)
		if r.IntN(10) == 0 {
			values = 40
		}
		for range values {
			c.Mentions = append(c.Mentions, Mention{Kind: "phone", Raw: fmt.Sprintf("585-555-%04d", 100+r.IntN(60))})
			if r.IntN(3) == 0 {
				c.Mentions = append(c.Mentions, Mention{Kind: "email", Raw: fmt.Sprintf("someone%d@example.com", r.IntN(60))})
			}
		}
		if err := l.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// definedOdds returns the odds after a pass, without what does not change being kept.
func definedOdds(n *Network, odds []Weight) []Weight {
	h, idle := &n.params.Hub, idle(odds, n.tells())
	next := make([]Weight, len(odds))
	for e := range next {
		with := map[int32]int{}
		for _, at := range n.holdersOf(int32(e)) {
			for _, o := range n.slotsOf(n.slots[at].kase) {
				with[o.entity]++
			}
		}
		faces := map[uint8]int32{}
		for o := range int32(len(odds)) {
			k := with[o]
			if o == int32(e) || k < h.FaceCases || float64(k) < h.Face*float64(n.size(int32(e))+n.size(o)-k) {
				continue
			}
			if was, ok := faces[n.kindOf(o)]; !ok || k > with[was] {
				faces[n.kindOf(o)] = o
			}
		}
		isFace := func(o int32) bool { face, ok := faces[n.kindOf(o)]; return ok && face == o }
		sum := n.shared[e].hubPrior
		for _, at := range n.holdersOf(int32(e)) {
			kase := n.slots[at].kase
			others, notInside, notOutside := n.loners[kase] > 0, 1.0, 1.0
			for _, s := range n.slotsOf(kase) {
				o := s.entity
				meant, misspelt := n.meant(o)
				if o == int32(e) || isFace(o) || misspelt && (meant == int32(e) || isFace(meant)) {
					continue
				}
				others = true
				if with[o] >= 2 {
					notInside *= idle[o]
				} else {
					notOutside *= idle[o]
				}
			}
			inside, outside := 1-notInside, notInside*(1-notOutside)
			if others {
				sum += Weight(math.Round(inside*float64(h.Inside) + outside*float64(h.Outside) + (1-inside-outside)*float64(h.Alone)))
			}
		}
		for _, face := range faces {
			sum += likely(h.FaceHub, idle[face])
		}
		if meant, ok := n.meant(int32(e)); ok {
			sum += likely(h.Misspelt, idle[meant])
		}
		next[e] = min(max(sum, -surest), surest)
	}
	return next
}
