package pages

import (
	"cmp"
	"slices"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage"
)

// A step is a threshold at which the cluster falls apart further.
type step struct {
	link  *linkage.Link // that no longer holds
	parts int           // how many parts there are without it and all that is weaker
	// side are the cases of the smaller of the two parts that come apart, by name.
	side []string
}

// steps returns how the cluster falls apart as the threshold rises: the links of the
// maximum spanning tree, the weakest first. Cost: O(k log k) for k links and, for
// the sides, the cases of each smaller part.
func (f *finding) steps() []step {
	order := make([]int, len(f.links))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(strength(&f.links[y]), strength(&f.links[x])) })
	sets := graphs.NewUnionFind(len(f.cases))
	members := make(map[int32][]string, len(f.cases))
	for i := range f.cases {
		members[int32(i)] = []string{f.cases[i].Name}
	}
	var steps []step
	parts := len(f.cases)
	for _, i := range order {
		l := &f.links[i]
		a, b := sets.Find(int32(f.at[l.A])), sets.Find(int32(f.at[l.B]))
		if a == b {
			continue
		}
		small, large := members[a], members[b]
		if len(small) > len(large) || len(small) == len(large) && small[0] > large[0] {
			small, large = large, small
		}
		steps = append(steps, step{l, parts, slices.Sorted(slices.Values(small))})
		parts--
		sets.Union(a, b)
		delete(members, a)
		delete(members, b)
		members[sets.Find(a)] = append(large, small...)
	}
	slices.Reverse(steps)
	return steps
}

// strength returns how much it takes to part two linked cases: what a person
// judged the same is stronger than any score.
func strength(l *linkage.Link) linkage.Weight {
	if l.Judgement != nil && l.Judgement.Verdict == linkage.Same {
		return judgedStrength
	}
	return l.Weight
}

// judgedStrength is above the weight of any evidence.
const judgedStrength = 1000 * linkage.Bit
