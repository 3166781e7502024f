package linkage

import (
	"math"
	"math/rand/v2"
	"testing"
)

// pairSum against the product along the way between each two cases of random trees.
func TestPairSum(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		cases := 2 + r.IntN(12)
		var joints []joint
		var ends []jointEnd
		// Cases join the tree one by one, at a joint that there is or at a new one.
		for c := 1; c < cases; c++ {
			at := int32(r.IntN(len(joints) + 1))
			if int(at) == len(joints) {
				joints = append(joints, joint{probability: r.Float64(), links: 1})
				ends = append(ends, jointEnd{int32(r.IntN(c)), at})
			}
			ends = append(ends, jointEnd{int32(c), at})
		}
		want := 0.0
		for a := range cases {
			for b := a + 1; b < cases; b++ {
				want += product(int32(a), int32(b), -1, joints, ends)
			}
		}
		if got := pairSum(cases, joints, ends); math.Abs(got-want) > 1e-9 {
			t.Errorf("seed %d: %v, by all pairs %v", seed, got, want)
		}
	}
}

// product returns the product of the joints from case a to b, not over the joint it came by; 0 if b is not there.
func product(a, b, by int32, joints []joint, ends []jointEnd) float64 {
	if a == b {
		return 1
	}
	for _, e := range ends {
		if e.kase != a || e.joint == by {
			continue
		}
		for _, o := range ends {
			if o.joint == e.joint && o.kase != a {
				if p := product(o.kase, b, e.joint, joints, ends); p > 0 {
					return p * joints[e.joint].probability
				}
			}
		}
	}
	return 0
}

// A cluster of two cases has the probability of its link.
func TestProbabilityOfTwo(t *testing.T) {
	joints := []joint{{probability: .75, links: 1}}
	if got := pairSum(2, joints, []jointEnd{{0, 0}, {1, 0}}); got != .75 {
		t.Errorf("%v, want 0.75", got)
	}
}
