package linkage

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// Learned is what learning saw of one kind.
type Learned struct {
	Kind Kind
	// Cases mention the kind, Values of it stand in two or more cases, and Hubs of those are hubs.
	Cases, Values, Hubs int
	// Pairs is the weight of the pairs of cases that belong together and both mention
	// the kind, from which m comes: as many as they are with a truth, expected ones without.
	Pairs float64
}

// What learning starts from, so that a few cases do not overrule what is known of
// a region: as if so much had been seen of the parameters at hand.
const (
	priorPairs      = 20  // pairs that belong together, for m
	priorUnrelated  = 1e6 // unrelated pairs, for u
	priorHubAtTwo   = 1   // standard deviation of HubAtTwo, in bits
	priorHubDouble  = .25 // of HubDoubling
	learningRounds  = 50  // of EM; it has settled long before
	fewestFirms     = 5   // that have a word of a trade: fewer would tell whose firms they are
	tradeWordShare  = 1.0 / 250
	blockedPairsCap = 200 // pairs a value gives to EM
	fewestOfHub     = 4   // cases of a value that can be told to be a hub
)

// Learn estimates parameters from a corpus, starting from those that it was linked with: m and u
// by kind, how likely values are hubs, how often lone pairs belong together, and the words of trades. truth gives the
// true cluster of each case by its number, "" where that is not known; where it is nil
// m and u are estimated by EM (Winkler 1988) over pairs that share a value, each value's kind
// left out of what is seen of its pairs, and hubs are those that were inferred.
//
// The prior and the threshold stay: they stand for the region and not for the corpus. The
// version is a hash of what was learned. Linking never calls this: nothing re-estimates in
// silence. It fails where no two cases share anything. Cost: linear in the values that cases share.
func Learn(n *Network, truth []string) (*Parameters, []Learned, error) {
	if truth != nil && len(truth) != n.NumCases() {
		return nil, nil, fmt.Errorf("linkage: a truth of %d cases for a network of %d", len(truth), n.NumCases())
	}
	if len(n.shared) == 0 {
		return nil, nil, errors.New("linkage: no two cases share a value: there is nothing to learn from")
	}
	l := newLearner(n, truth)
	p := *n.params
	p.Kinds = maps.Clone(n.params.Kinds)
	p.TradeWords = l.tradeWords()
	p.Lone = l.lonePairs()
	if truth != nil {
		l.fromTruth()
	} else {
		l.byEM()
	}
	var learned []Learned
	for k := range l.kinds {
		seen := &l.kinds[k]
		if seen.cases == 0 {
			continue
		}
		kind := n.kinds[k].Kind
		kp := n.kinds[k].KindParameters
		kp.HubAtTwo, kp.HubDoubling = l.hubPriors(uint8(k), kp)
		kp.M = (seen.agree + priorPairs*kp.M) / (seen.both + priorPairs)
		kp.U = min((seen.chance+priorUnrelated*kp.U)/(seen.unrelated+priorUnrelated), kp.M/2)
		kp.LeastU = kp.U
		p.Kinds[kind] = kp
		learned = append(learned, Learned{kind, seen.cases, seen.values, seen.hubs, seen.both})
	}
	p.Version = "learned-" + p.digest()
	return &p, learned, p.Validate()
}

// digest returns a short hash of the numbers.
func (p *Parameters) digest() string {
	h := sha256.New()
	fmt.Fprintln(h, p.Prior, p.Threshold, p.TwoMakes, p.TwoBirths, p.TwoFirms, p.TwoUnits, p.Hub, p.Lone)
	for _, k := range slices.Sorted(maps.Keys(p.Kinds)) {
		fmt.Fprintln(h, k, p.Kinds[k])
	}
	for _, w := range slices.Sorted(maps.Keys(p.TradeWords)) {
		fmt.Fprintln(h, w, p.TradeWords[w])
	}
	const digits = 8
	return hex.EncodeToString(h.Sum(nil))[:digits]
}

// learner gathers what a corpus says.
type learner struct {
	n     *Network
	truth []string
	has   []uint64 // by case: a bit for each kind that it mentions
	hub   []bool   // by shared value
	kinds []seenKind
}

// seenKind is what was seen of one kind. Of pairs that belong together and both mention it
// "both" were seen, and "agree" of them share a value; of unrelated ones "unrelated" and "chance".
type seenKind struct {
	cases, values, hubs int
	both, agree         float64
	unrelated, chance   float64
}

// learnedKinds is how many kinds are learned of: those of the options beyond stay as they are.
const learnedKinds = 64

func newLearner(n *Network, truth []string) *learner {
	l := &learner{n: n, truth: truth, has: make([]uint64, len(n.cases)), hub: make([]bool, len(n.shared)), kinds: make([]seenKind, min(len(n.kinds), learnedKinds))}
	for i := range n.mentions {
		m := &n.mentions[i]
		if m.flags&(flagUnsure|flagUnlinked|flagFacet) == 0 && m.entity >= 0 {
			if k := n.entities.kind(m.entity); int(k) < len(l.kinds) {
				l.has[m.kase] |= 1 << k
			}
		}
	}
	for _, has := range l.has {
		for k := range l.kinds {
			l.kinds[k].cases += int(has >> k & 1)
		}
	}
	for e := range n.shared {
		k := int(n.kindOf(int32(e)))
		if k >= len(l.kinds) || n.row(int32(e)).level != levelWhole {
			continue
		}
		l.hub[e] = n.isHub(int32(e))
		if truth != nil {
			l.hub[e] = l.scattered(int32(e))
		}
		l.kinds[k].values++
		if l.hub[e] {
			l.kinds[k].hubs++
		}
	}
	return l
}

// scattered reports whether fewer than half of the pairs of a value's cases belong
// together. Two or three strangers with one value are chance, and no hub.
func (l *learner) scattered(e int32) bool {
	if l.n.size(e) < fewestOfHub {
		return false
	}
	together := 0.0
	for _, c := range l.byCluster(l.n.holdersOf(e)) {
		together += pairsOf(c)
	}
	return together < pairsOf(l.n.size(e))/2
}

// byCluster counts the cases of holders by true cluster, in no order; a case of an unknown one stands alone.
func (l *learner) byCluster(holders []int32) []int {
	count := map[string]int{}
	var sizes []int
	for _, at := range holders {
		if t := l.truth[l.n.slots[at].kase]; t != "" {
			count[t]++
		} else {
			sizes = append(sizes, 1)
		}
	}
	return append(sizes, slices.Collect(maps.Values(count))...)
}

func pairsOf(cases int) float64 { return float64(cases) * float64(cases-1) / 2 }

// fromTruth counts the pairs that agree, in the true clusters and across them.
func (l *learner) fromTruth() {
	for k := range l.kinds {
		seen := &l.kinds[k]
		count := map[string]int{}
		known := 0
		for c, t := range l.truth {
			if t != "" && l.has[c]>>k&1 == 1 {
				count[t]++
				known++
			}
		}
		for _, cases := range count {
			seen.both += pairsOf(cases)
		}
		seen.unrelated = pairsOf(known) - seen.both
	}
	for e := range l.n.shared {
		k := int(l.n.kindOf(int32(e)))
		if k >= len(l.kinds) || l.n.row(int32(e)).level != levelWhole {
			continue
		}
		known, together := 0, 0.0
		for _, c := range l.byCluster(l.n.holdersOf(int32(e))) {
			known += c
			together += pairsOf(c)
		}
		l.kinds[k].agree += together
		if !l.hub[e] {
			l.kinds[k].chance += pairsOf(known) - together
		}
	}
	for k := range l.kinds {
		l.kinds[k].agree = min(l.kinds[k].agree, l.kinds[k].both) // a pair may share two values of one kind
	}
}

// pattern is what a pair of cases shows beside the kind that it was found by: a bit
// for each kind that both mention, and for each that they agree in.
type pattern struct {
	by          uint8
	both, agree uint64
}

// byEM estimates from pairs that share a value. Of those found by one kind a share belongs
// together, which is estimated for each kind apart.
func (l *learner) byEM() {
	patterns := l.patterns()
	order := slices.SortedFunc(maps.Keys(patterns), func(a, b pattern) int {
		return cmp.Or(cmp.Compare(a.by, b.by), cmp.Compare(a.both, b.both), cmp.Compare(a.agree, b.agree))
	})
	k := len(l.kinds)
	m, u, share := make([]float64, k), make([]float64, k), make([]float64, k)
	chance := l.chanceOf()
	for i := range k {
		m[i], share[i] = l.n.kinds[i].M, 0.5
		u[i] = l.n.kinds[i].KindParameters.U
	}
	for range learningRounds {
		both, agree := make([]float64, k), make([]float64, k)
		together, all := make([]float64, k), make([]float64, k)
		for _, p := range order {
			odds := logit(share[p.by])
			for i := range k {
				switch bit := uint64(1) << i; {
				case p.both&bit == 0:
				case p.agree&bit != 0:
					odds += math.Log(m[i] / u[i])
				default:
					odds += math.Log((1 - m[i]) / (1 - u[i]))
				}
			}
			weight := patterns[p] / (1 + math.Exp(-odds))
			together[p.by] += weight
			all[p.by] += patterns[p]
			for i := range k {
				both[i] += weight * float64(p.both>>i&1)
				agree[i] += weight * float64(p.agree>>i&1)
			}
		}
		for i := range k {
			const edge = 0.001
			prior := &l.n.kinds[i].KindParameters
			m[i] = min(max((agree[i]+priorPairs*prior.M)/(both[i]+priorPairs), edge), 1-edge)
			share[i] = min(max((together[i]+1)/(all[i]+2), edge), 1-edge)
			seen := &l.kinds[i]
			seen.both, seen.agree = both[i], agree[i]
			seen.unrelated = pairsOf(seen.cases)
			seen.chance = chance[i] * (1 - share[i])
			u[i] = min((seen.chance+priorUnrelated*prior.U)/(seen.unrelated+priorUnrelated), m[i]/2)
		}
	}
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

// chanceOf returns how many pairs of cases share a value of each kind that has too
// few cases for a hub: what more cases share is a ring's, or a hub's.
func (l *learner) chanceOf() []float64 {
	pairs := make([]float64, len(l.kinds))
	for e := range l.n.shared {
		if k := int(l.n.kindOf(int32(e))); k < len(l.kinds) && l.n.size(int32(e)) < fewestOfHub && l.n.row(int32(e)).level == levelWhole {
			pairs[k] += pairsOf(l.n.size(int32(e)))
		}
	}
	return pairs
}

// patterns counts what the pairs of cases show that share a value which is no hub: of
// each value those next to each other, so that the work is not the pairs of a large one.
func (l *learner) patterns() map[pattern]float64 {
	n := l.n
	count := map[pattern]float64{}
	for e := range n.shared {
		k := n.kindOf(int32(e))
		if int(k) >= len(l.kinds) || l.hub[e] || n.row(int32(e)).level != levelWhole {
			continue
		}
		holders := n.holdersOf(int32(e))
		for i := 1; i < min(len(holders), blockedPairsCap); i++ {
			a, b := n.slots[holders[i-1]].kase, n.slots[holders[i]].kase
			p := pattern{by: k, both: l.has[a] & l.has[b] &^ (1 << k)}
			n.eachCommon(a, b, func(x, _ *slot) {
				if o := n.kindOf(x.entity); int(o) < len(l.kinds) && !l.hub[x.entity] {
					p.agree |= p.both & (1 << o)
				}
			})
			count[p]++
		}
	}
	return count
}

// hubPriors fits how likely a value of a kind is a hub by the number of its cases:
// logistic regression with what else is known of each value as an offset, and
// the parameters at hand as the prior (Newton's method).
func (l *learner) hubPriors(kind uint8, kp KindParameters) (atTwo, doubling Weight) {
	n := l.n
	type point struct{ x, offset, hub float64 }
	var points []point
	for e := range n.shared {
		if n.kindOf(int32(e)) != kind || n.size(int32(e)) < fewestOfHub || n.row(int32(e)).level != levelWhole {
			continue
		}
		p := point{x: doublings(n.size(int32(e))).Bits(), hub: n.shared[e].hub.Probability()}
		if l.truth != nil {
			p.hub = 0
			if l.hub[e] {
				p.hub = 1
			}
		}
		p.offset = (n.shared[e].hubPrior - kp.HubAtTwo).Bits() - kp.HubDoubling.Bits()*p.x
		points = append(points, p)
	}
	a0, b0 := kp.HubAtTwo.Bits(), kp.HubDoubling.Bits()
	a, b := a0, b0
	const steps = 30
	for range steps {
		ga, gb := -(a-a0)/(priorHubAtTwo*priorHubAtTwo), -(b-b0)/(priorHubDouble*priorHubDouble)
		haa, hab, hbb := 1/float64(priorHubAtTwo*priorHubAtTwo), 0.0, 1/float64(priorHubDouble*priorHubDouble)
		for _, p := range points {
			q := 1 / (1 + math.Exp2(-(a + b*p.x + p.offset)))
			g := (p.hub - q) * math.Ln2
			w := q * (1 - q) * math.Ln2 * math.Ln2
			ga, gb = ga+g, gb+g*p.x
			haa, hab, hbb = haa+w, hab+w*p.x, hbb+w*p.x*p.x
		}
		det := haa*hbb - hab*hab
		da, db := (hbb*ga-hab*gb)/det, (haa*gb-hab*ga)/det
		a, b = a+min(max(da, -1), 1), b+min(max(db, -1), 1) // a step too far would swing
	}
	round := func(x float64) Weight { return Weight(math.Round(min(max(x, -40), 40) * float64(Bit))) }
	return round(a), round(b)
}

// tradeWords returns the words that many firms of the corpus have in their names, with how
// rare each is, in bits. No firm can be told from them.
func (l *learner) tradeWords() map[string]float64 {
	n := l.n
	business := n.kindIndex(normalize.KindBusiness)
	firms := map[string]bool{}
	for i := range n.mentions {
		if m := &n.mentions[i]; m.entity >= 0 && m.flags&flagFacet == 0 && n.entities.kind(m.entity) == business {
			firms[n.entities.at(m.entity).key] = true
		}
	}
	count := map[string]int{}
	for key := range firms {
		words := strings.Fields(key)
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			count[w]++
		}
	}
	out := map[string]float64{}
	for w, c := range count {
		if share := float64(c) / float64(len(firms)); c >= fewestFirms && share >= tradeWordShare {
			out[w] = math.Round(-math.Log2(share)*1000) / 1000
		}
	}
	return out
}
