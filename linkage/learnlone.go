package linkage

import "math"

// priorLone is what learning starts from of lone pairs: as if so many had been seen.
const priorLone = 20

// lonePairs returns how often lone pairs belong together, and how many of those rove, as EM finds them
// in the mixture of chance, rings that stay near and rings that rove, whose densities stay (Dempster, Laird and
// Rubin 1977). What the truth says of a pair is taken as it is.
func (l *learner) lonePairs() LoneParameters {
	type pair struct {
		loneFacts
		known, together bool
	}
	var pairs []pair
	for i := range l.n.clusters {
		k := &l.n.clusters[i]
		if len(k.cases) != 2 {
			continue
		}
		a, b := k.cases[0], k.cases[1]
		shared, weight := l.n.pair(a, b, nil)
		if !l.n.isLone(a, b, shared, weight) {
			continue
		}
		p := pair{loneFacts: l.n.loneFactsOf(a, b, &shared[0])}
		if l.truth != nil {
			p.known = l.truth[a] != "" && l.truth[b] != ""
			p.together = l.truth[a] == l.truth[b]
		}
		pairs = append(pairs, p)
	}
	out := l.n.params.Lone
	before := out.Prior.Probability()
	share, roving := before, out.Roving
	for range learningRounds {
		near, rove := before*(1-out.Roving)*priorLone, before*out.Roving*priorLone
		for _, p := range pairs {
			rest := math.Exp2(p.rest.Bits())
			x, y, chance := share*(1-roving)*p.near*rest, share*roving*rest, 1-share
			switch {
			case p.known && p.together:
				chance = 0
			case p.known:
				x, y = 0, 0
			}
			near += x / (x + y + chance)
			rove += y / (x + y + chance)
		}
		share = (near + rove) / float64(len(pairs)+priorLone)
		roving = rove / (near + rove)
	}
	out.Prior, out.Roving = logOdds(share), roving
	return out
}
