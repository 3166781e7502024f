package linkage

import (
	"math"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// A lone pair is two cases that share one fact which no third case has, and are linked with no
// other case. Slips, numbers that were given to somebody else and lies end as lone pairs far more
// often than rings do, which leave more than one trace. So what is shown of a lone pair is no
// more than its chance among lone pairs, a mixture of three: chance, rings that stay in a few
// counties for some months, and rings that rove. Whether the link is kept is not asked of
// that: it takes no link away.
//
// See docs/decisions/0013-lone-pairs.md.

// loneDoubt says how much less is shown of a lone pair than its link weighs, and why: 0 bits
// or less. The cases are those of a cluster of two, and shared is what they share; 0 where they are no lone pair.
func (n *Network) loneDoubt(a, b int32, shared []common, weight Weight) Reason {
	if !n.isLone(a, b, shared, weight) {
		return Reason{}
	}
	f := n.loneFactsOf(a, b, &shared[0])
	p := &n.params.Lone
	odds := weight - n.params.Prior - shared[0].weight // what else they share
	odds += p.Prior + compare.Bits(math.Log2((1-p.Roving)*f.near+p.Roving)) + f.rest
	if odds >= weight {
		return Reason{}
	}
	says := "one fact that nobody else has, alone, is often chance"
	if len(f.why) > 0 {
		says += ": " + strings.Join(f.why, ", ")
	}
	return Reason{Text: says, Weight: odds - weight}
}

// isLone reports whether the cases of a cluster of two are a lone pair: without the weightiest of
// what they share, which no other case has, they would not be linked, and nobody decided about them.
func (n *Network) isLone(a, b int32, shared []common, weight Weight) bool {
	if len(shared) == 0 || n.size(shared[0].entity) != 2 || shared[0].because == becauseJudged {
		return false
	}
	_, judged := n.judged.of[orderedPair(a, b)]
	return !judged && weight-shared[0].weight < logOdds(n.params.Threshold)
}

// loneFacts is what tells a lone pair that belongs together from chance.
type loneFacts struct {
	near float64  // likelihood ratio of gap and counties, rings that stay near against chance
	rest Weight   // what offenses and other values say, of all rings
	why  []string // the facts in words
}

// loneFactsOf gathers what is known of two cases that share only top.
func (n *Network) loneFactsOf(a, b int32, top *common) loneFacts {
	p := &n.params.Lone
	f := loneFacts{near: 1}
	if top.dated {
		f.near *= p.ChanceDays / p.RingDays * math.Exp(float64(top.gap)/p.ChanceDays-float64(top.gap)/p.RingDays)
		f.why = append(f.why, span(top.gap)+" apart")
	}
	if near, ok := n.nearness(a, b); ok {
		f.near *= math.Exp2(p.County[near].Bits())
		f.why = append(f.why, nearnessNames[near])
	}
	switch x, y := n.cases[a].offense, n.cases[b].offense; {
	case x == 0 || y == 0:
	case x == y:
		f.rest += p.SameOffense
		f.why = append(f.why, "one offense")
	case x&y == 0:
		f.rest += p.OtherOffense
		f.why = append(f.why, "two offenses")
	}
	for i, kind := range n.differ(a, b, n.kindOf(top.entity)) {
		if i == 0 { // they come together
			f.rest += p.Differ
		}
		f.why = append(f.why, "each another "+kind)
	}
	return f
}

// nearness is how near to each other two cases are.
type nearness uint8

const (
	oneCounty nearness = iota
	nextCounty
	nearCounty // one county lies between
	farCounty
	nearnesses
)

var nearnessNames = [nearnesses]string{"in one county", "in counties next to each other", "in counties with one between them", "in counties far from each other"}

// nearness returns how near the nearest counties of two cases are, and false where one has none.
func (n *Network) nearness(a, b int32) (nearness, bool) {
	here, there := n.countiesOfCase(a), n.countiesOfCase(b)
	if len(here) == 0 || len(there) == 0 {
		return 0, false
	}
	meets := func(c string) bool { return slices.Contains(there, c) }
	if slices.ContainsFunc(here, meets) {
		return oneCounty, true
	}
	near := farCounty
	for _, c := range here {
		for _, next := range normalize.CountyNeighbors(c) {
			if meets(next) {
				return nextCounty, true
			}
			if near == farCounty && slices.ContainsFunc(normalize.CountyNeighbors(next), meets) {
				near = nearCounty
			}
		}
	}
	return near, true
}

// differ returns the kinds, other than the given one, that both cases have values of which are no
// hubs, without sharing one. A firm whose name is written in two ways is no other firm.
func (n *Network) differ(a, b int32, but uint8) []string {
	both := n.kindsOf(a) & n.kindsOf(b) &^ (1 << but)
	n.eachCommon(a, b, func(x, _ *slot) { both &^= 1 << n.kindOf(x.entity) })
	if business := n.kindIndex(normalize.KindBusiness); business != noKind && both>>business&1 == 1 && !n.firmsDiffer(a, b) {
		both &^= 1 << business
	}
	var names []string
	for k := range n.kinds {
		if both>>k&1 == 1 {
			names = append(names, n.kinds[k].Noun)
		}
	}
	return names
}

// kindsOf returns a bit for each of the first 64 kinds of which case c has a value that is no hub.
func (n *Network) kindsOf(c int32) (kinds uint64) {
	own := n.mentionsOf(c)
	for i := range own {
		m := &own[i]
		if !m.linkable() || m.flags&flagFacet != 0 {
			continue
		}
		if e := n.sharedOf[m.entity]; e < 0 || !n.isHub(e) {
			kinds |= 1 << n.entities.kind(m.entity)
		}
	}
	return kinds
}
