package linkage

import (
	"fmt"
	"slices"
	"strings"
)

// Evidence is one reason for or against two cases belonging together.
type Evidence struct {
	Entity EntityRef
	// Weight is the sum of the reasons.
	Weight  Weight
	Reasons []Reason
	// Cases is in how many cases the value stands, and Hub the log2 odds that it is a hub.
	Cases int
	Hub   Weight
	// Gap is the days between the sightings in the two cases; 0 where they overlap or one is not dated.
	Gap int
	// A and B are where the value stands in each of the two cases.
	A, B []Sighting
	// Judgements are what people decided about the value, as far as it concerns the two cases.
	Judgements []Judgement
}

// Aged returns what the time between the sightings takes away: 0 or less. It
// is one of the reasons.
func (e *Evidence) Aged() Weight {
	for _, r := range e.Reasons {
		if strings.HasSuffix(r.Text, aged) {
			return r.Weight
		}
	}
	return 0
}

// A Link is two cases and all evidence between them. Its weight is, by
// construction, the prior plus the sum of the evidence, and its probability that of
// the weight and the doubt.
type Link struct {
	A, B     string
	Prior    Weight
	Evidence []Evidence // the weightiest first
	Weight   Weight
	// Doubt is what a cluster of two cases that rests on one fact takes from its probability,
	// and not from its weight, and why; no text and 0 for all other links.
	Doubt       Reason
	Probability float64
	// Kept says whether the link holds: its weight reaches the threshold,
	// or a person decided so, and no person decided otherwise.
	Kept bool
	// Dropped says that the link does not hold, whatever it weighs, since it would bring together cases that a person judged different.
	Dropped bool
	// Related are businesses that are not the same, of which each case names one beside a value that both have.
	Related []Related
	// Judgement is what a person decided about the two; nil if nobody did.
	Judgement *Judgement
}

// An Explanation says what two cases have to do with each other.
type Explanation struct {
	// Direct is the link between the two, with whatever they share.
	Direct Link
	// Path leads from the first to the second over kept links, where they are in one cluster
	// and not directly linked: as few hops as there are.
	Path []Link
	// Cluster is the id of the cluster that both are in; "" if they are not in one.
	Cluster string
	// Apart says in words why they are not in one cluster; nil if they are.
	Apart []string
}

// Explain says why cases a and b, numbers as of [Network.Case], are linked or are not, through what, and
// what speaks against it. Cost: that of what the two share, and of a search
// through their cluster where they are not linked directly.
func (n *Network) Explain(a, b int) (Explanation, error) {
	if a < 0 || b < 0 || a >= len(n.cases) || b >= len(n.cases) {
		return Explanation{}, fmt.Errorf("linkage: case numbers are 0 to %d", len(n.cases)-1)
	}
	if a == b {
		return Explanation{}, fmt.Errorf("linkage: a case is not explained against itself")
	}
	x := Explanation{Direct: n.linkBetween(int32(a), int32(b))}
	if n.inside[a] >= 0 && n.inside[a] == n.inside[b] {
		x.Cluster = n.clusters[n.inside[a]].id
		if !x.Direct.Kept {
			x.Path = n.path(int32(a), int32(b))
		}
		return x, nil
	}
	x.Apart = n.apart(int32(a), int32(b), &x.Direct)
	if x.Direct.Dropped {
		x.Apart = []string{"their link was dropped: it would bring together cases that a person judged different"}
	}
	return x, nil
}

// linkBetween weighs all that two cases share.
func (n *Network) linkBetween(a, b int32) Link {
	all, total := n.pair(a, b, nil)
	l := Link{A: n.name(a), B: n.name(b), Prior: n.params.Prior, Weight: total}
	for _, c := range all {
		v := &n.shared[c.entity]
		var reasons []Reason
		w := n.weigh(c.entity, c.gap, &reasons)
		if c.adjust != 0 {
			reasons = append(reasons, Reason{Text: n.reason(&c), Weight: c.adjust})
			w += c.adjust
		}
		l.Evidence = append(l.Evidence, Evidence{
			Entity: n.ref(v.entity), Weight: w, Reasons: reasons, Cases: n.size(c.entity), Hub: v.hub, Gap: c.gap,
			A: n.sightingsIn(a, v.entity), B: n.sightingsIn(b, v.entity), Judgements: n.judgementsOnValue(c.entity, a, b),
		})
	}
	l.Related = n.relatedAmong([]int32{a, b})
	if at := n.inside[a]; at >= 0 && at == n.inside[b] && len(n.clusters[at].cases) == 2 {
		l.Doubt = n.loneDoubt(a, b, all, total)
	}
	l.Probability = (l.Weight + l.Doubt.Weight).Probability()
	l.Kept = l.Weight >= logOdds(n.params.Threshold)
	p := orderedPair(a, b)
	if j, judged := n.judged.of[p]; judged {
		l.Judgement = &j
		l.Kept = j.Verdict == Same || l.Kept && j.Verdict == Unsure
	}
	l.Dropped = n.judged.dropped[p]
	l.Kept = l.Kept && !l.Dropped
	return l
}

// sightingsIn returns where case c has an entity.
func (n *Network) sightingsIn(c, entity int32) []Sighting {
	var out []Sighting
	own := n.mentionsOf(c)
	for i := range own {
		if m := &own[i]; m.entity == entity {
			out = append(out, n.sighting(m))
		}
	}
	slices.SortFunc(out, compareSightings)
	return out
}

// path returns the links of a shortest way from a to b over the kept links;
// of several the one over the first cases.
func (n *Network) path(a, b int32) []Link {
	from := map[int32]int32{b: -1}
	queue := []int32{b}
	for i := 0; i < len(queue); i++ {
		c := queue[i]
		if c == a {
			break
		}
		var next []int32
		for _, at := range n.linkEnds[n.linkOff[c]:n.linkOff[c+1]] {
			other := n.links[at].a
			if other == c {
				other = n.links[at].b
			}
			next = append(next, other)
		}
		slices.Sort(next)
		for _, o := range next {
			if _, seen := from[o]; !seen {
				from[o] = c
				queue = append(queue, o)
			}
		}
	}
	var links []Link
	for c := a; c != b; c = from[c] {
		links = append(links, n.linkBetween(c, from[c]))
	}
	return links
}
