package resolve

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/tflink/tflink/linkage/compare"
)

// A model is the parameters by which two records are weighed.
type model struct {
	prior compare.Weight // log-odds that two records drawn at random are the same one
	m, u  [][]float64    // of each level of each feature
	mean  [][]float64    // usual log2 share of a level's agreement among strangers
	size  float64        // records of one person or business, on average
	// What follows from the above, by refresh: what each level of each feature weighs, and logShare of values that so many records have.
	terms     [][]term
	logShares []float64
	n         float64 // records
	feats     []feature
	// The features of which any record says something, and those of them that tell apart and elsewhere.
	said, tellApart, tellElsewhere []int
	// agency says of each feature whether the sites of one agency share it in this table.
	agency []bool
}

// Parameters of the estimation.
const (
	rounds        = 10               // of expectation and maximisation; the parameters change little after six
	shippedPairs  = 40.0             // how many pairs the shipped parameters count for
	samplePairs   = 200_000          // strangers that u is estimated from
	emPairs       = 200_000          // candidates that m is estimated from
	looseMost     = 6 * compare.Bit  // what agreement counts at most in a column of unknown meaning
	leastMatches  = 0.02             // of the records have a second one, at least: a prior of nothing could never be moved
	priorMost     = -5 * compare.Bit // a short table has no room for a low prior, and its rows are not more alike for it
	usualShare    = 1.0 / 512        // of a value that strangers share, where the table does not say
	sizeMost      = 3.0
	identityBound = 1.5 // how much more than shipped those who are the same may differ in name
	seed          = 20240229
	leastU        = 1e-7 // no agreement is rarer among strangers
)

var leastLogU = math.Log2(leastU)

// A term is what a level of a feature weighs.
type term struct {
	base                    compare.Weight // where frequency does not count
	power, logM, logU, mean float64
}

// A vector is how two records compare, an outcome for each feature.
type vector []outcome

// learn estimates the model from the candidate pairs and from pairs drawn at random.
func (d *dataset) learn(candidates []pair) *model {
	m := newModel(d)
	strangers := d.patternsOf(d.randomPairs(), 1)
	likely := d.patternsOf(sampleOf(candidates))
	total := float64(d.records) * float64(d.records-1) / 2
	expected := float64(d.records) / 4
	m.refresh()
	m.means(strangers, len(d.features))
	m.findAgencies(likely)
	for range rounds {
		m.refresh()
		m.prior = min(priorMost, compare.Bits(math.Log2(max(expected, leastMatches)/max(1, total-expected))))
		expected = m.maximise(likely, strangers)
		expected = min(max(leastMatches*float64(d.records), expected), total/2)
		m.size = min(sizeMost, 1+2*expected/max(1, float64(d.records)))
	}
	m.refresh()
	return m
}

func newModel(d *dataset) *model {
	m := &model{size: 1, n: float64(d.records), feats: d.features, agency: make([]bool, len(d.features))}
	for _, f := range d.features {
		ms, us := make([]float64, len(f.levels)+1), make([]float64, len(f.levels)+1)
		for i, l := range f.levels {
			ms[i+1], us[i+1] = l.m, l.u
		}
		m.m, m.u = append(m.m, ms), append(m.u, us)
		m.mean = append(m.mean, make([]float64, len(f.levels)+1))
		m.terms = append(m.terms, make([]term, len(f.levels)+1))
	}
	for _, s := range d.grid.slots {
		for f := s.first; f < s.first+s.width; f++ {
			m.said = append(m.said, f)
			if d.features[f].apart > 0 {
				m.tellApart = append(m.tellApart, f)
			}
			if d.features[f].elsewhere > 0 {
				m.tellElsewhere = append(m.tellElsewhere, f)
			}
		}
	}
	m.logShares = make([]float64, min(mostCounted, d.records)+1)
	return m
}

// mostCounted is up to how many records a value's logShare is kept: more have few values.
const mostCounted = 1 << 12

// refresh brings what follows from the parameters up to date.
func (m *model) refresh() {
	for f, t := range m.feats {
		for l := 1; l <= len(t.levels); l++ {
			m.terms[f][l] = term{
				base:  compare.LikelihoodRatio(m.m[f][l], min(1, max(leastU, m.u[f][l]))),
				power: t.levels[l-1].power, logM: math.Log2(m.m[f][l]), logU: math.Log2(m.u[f][l]), mean: m.mean[f][l],
			}
		}
	}
	for n := range m.logShares {
		m.logShares[n] = m.logOf(float32(n) / float32(m.n))
	}
}

// sampleOf returns at most emPairs of the pairs, evenly spread, and how many each stands for.
func sampleOf(pairs []pair) ([]pair, float64) {
	if len(pairs) <= emPairs {
		return pairs, 1
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	out := make([]pair, 0, emPairs)
	for i, p := range pairs { // selection sampling: Knuth, TAOCP 2, algorithm S
		if rng.IntN(len(pairs)-i) < emPairs-len(out) {
			out = append(out, p)
		}
	}
	return out, float64(len(pairs)) / emPairs
}

// randomPairs draws pairs of records of the same kind, all of them where they are few.
func (d *dataset) randomPairs() []pair {
	var out []pair
	if d.records*(d.records-1)/2 <= samplePairs {
		for a := range d.records {
			for b := a + 1; b < d.records; b++ {
				if d.kinds[a] == d.kinds[b] {
					out = append(out, pair{int32(a), int32(b)})
				}
			}
		}
		return out
	}
	rng := rand.New(rand.NewPCG(seed, 2))
	for range samplePairs {
		a, b := rng.IntN(d.records), rng.IntN(d.records)
		if a != b && d.kinds[a] == d.kinds[b] {
			out = append(out, pair{int32(min(a, b)), int32(max(a, b))})
		}
	}
	return out
}

// A pattern is a way in which pairs compare, and how many do.
type pattern struct {
	vector
	pairs float64
}

// patternsOf compares pairs, each of which stands for so many, and counts those that compare alike.
func (d *dataset) patternsOf(pairs []pair, each float64) []pattern {
	var out []pattern
	at := map[string]int{}
	v := make(vector, len(d.features))
	var key []byte
	for _, p := range pairs {
		d.compare(p.a, p.b, v)
		key = key[:0]
		for _, o := range v {
			key = binary.LittleEndian.AppendUint32(append(key, o.level), math.Float32bits(o.share))
		}
		i, ok := at[string(key)]
		if !ok {
			i = len(out)
			at[string(key)] = i
			out = append(out, pattern{slices.Clone(v), 0})
		}
		out[i].pairs += each
	}
	return out
}

// means finds how common the values are that agree among strangers, level by level.
func (m *model) means(strangers []pattern, features int) {
	for f := range features {
		sum, n := make([]float64, len(m.mean[f])), make([]float64, len(m.mean[f]))
		for _, v := range strangers {
			if o := v.vector[f]; o.level > 0 && o.share > 0 {
				sum[o.level] += v.pairs * m.logShare(o.share)
				n[o.level] += v.pairs
			}
		}
		for l := range sum {
			const few = 3.0                                                  // agreements that say nothing yet of the usual
			usual := max(m.logShare(usualShare), m.logShare(float32(1/m.n))) // in a short table the rarest is not that rare
			m.mean[f][l] = (sum[l] + few*usual) / (n[l] + few)
		}
	}
}

// logShare returns log2 of the chance that a stranger has a value of the given share: the
// record's own duplicates are not strangers.
func (m *model) logShare(share float32) float64 {
	if n := int(float64(share)*m.n + 0.5); n < len(m.logShares) && float32(n)/float32(m.n) == share {
		return m.logShares[n]
	}
	return m.logOf(share)
}

func (m *model) logOf(share float32) float64 {
	bearers := max(0.5, float64(share)*m.n/m.size-0.5)
	return math.Log2(bearers * m.size / m.n)
}

// findAgencies finds out what the sites of one agency share: where of the pairs that have
// a phone in common many are at two addresses, it is the agency's phone.
func (m *model) findAgencies(likely []pattern) {
	const (
		often   = 0.2  // of those that share it are elsewhere
		usually = 0.1  // that share, where the table has few
		few     = 10.0 // pairs
	)
	for f := range m.feats {
		if !m.feats[f].agency {
			continue
		}
		same, elsewhere := few, few*usually
		for _, v := range likely {
			if v.vector[f].level != 1 {
				continue
			}
			if at, known := m.elsewhere(v.vector); known {
				same += v.pairs
				if at {
					elsewhere += v.pairs
				}
			}
		}
		m.agency[f] = elsewhere > often*same
	}
}

// elsewhere reports whether two places of business are at two addresses, and whether that is known.
func (m *model) elsewhere(v vector) (elsewhere, known bool) {
	for _, f := range m.tellElsewhere {
		if o := v[f]; o.level > 0 {
			elsewhere, known = elsewhere || o.level >= m.feats[f].elsewhere, true
		}
	}
	return elsewhere, known
}

// maximise estimates m and u anew by how likely each pair is the same one, and
// returns how many pairs are expected to be.
func (m *model) maximise(likely, strangers []pattern) (expected float64) {
	ms, us := m.counts(), m.counts()
	for _, v := range likely {
		p := v.pairs * m.weigh(v.vector).Probability()
		expected += p
		for f, o := range v.vector {
			ms[f][o.level] += p
		}
	}
	for _, v := range strangers {
		q := v.pairs * (1 - m.weigh(v.vector).Probability())
		for f, o := range v.vector {
			us[f][o.level] += q
		}
	}
	for f := range m.feats {
		m.settle(m.m[f], ms[f], f, func(l level) float64 { return l.m }, shippedPairs)
		m.settle(m.u[f], us[f], f, func(l level) float64 { return l.u }, shippedPairs)
		if m.feats[f].identity {
			m.bound(f)
		}
	}
	return expected
}

func (m *model) counts() [][]float64 {
	out := make([][]float64, len(m.feats))
	for f := range out {
		out[f] = make([]float64, len(m.feats[f].levels)+1)
	}
	return out
}

// settle turns counts of levels into shares; the shipped ones count for so many pairs.
func (m *model) settle(to, counts []float64, f int, shipped func(level) float64, weight float64) {
	sum := 0.0
	for _, n := range counts[1:] {
		sum += n
	}
	for i, l := range m.feats[f].levels {
		to[i+1] = max(leastU, (counts[i+1]+weight*shipped(l))/(sum+weight))
	}
}

// bound keeps the share of those that are the same one and differ in a feature of
// their identity near the shipped one, so that a table in which everybody lives in one town is
// not divided by town.
func (m *model) bound(f int) {
	ms, last := m.m[f], len(m.feats[f].levels)
	most := identityBound * m.feats[f].levels[last-1].m
	if ms[last] <= most {
		return
	}
	scale := (1 - most) / (1 - ms[last])
	for l := 1; l < last; l++ {
		ms[l] *= scale
	}
	ms[last] = most
}

// weigh returns the log-odds that two records which compare so are the same one.
func (m *model) weigh(v vector) compare.Weight {
	w := m.prior
	m.each(v, func(_ int, x compare.Weight) { w += x })
	return w
}

// weights returns what each feature adds to weigh: the sum with the prior is the same.
func (m *model) weights(v vector) []compare.Weight {
	out := make([]compare.Weight, len(v))
	m.each(v, func(f int, x compare.Weight) { out[f] = x })
	return out
}

// each calls add for every feature that counts with what it weighs. Features are
// taken for independent, but for these: of places that agree only the one that
// weighs most counts; where given names or the names of businesses differ, what a family or a
// building has in common (a surname, a switchboard) is one of the places; and so is what the
// sites of an agency share, where their addresses differ.
func (m *model) each(v vector, add func(f int, w compare.Weight)) {
	best, most := -1, compare.Weight(0)
	apart := m.apart(v)
	elsewhere, _ := m.elsewhere(v)
	for _, f := range m.said {
		o, t := v[f], &m.feats[f]
		if o.level == 0 || t.several && int(o.level) == len(t.levels) {
			continue
		}
		w := m.weight(f, o)
		switch {
		case w > 0 && (t.place || t.household && apart || elsewhere && m.agency[f]):
			if w > most {
				best, most = f, w
			}
		case t.loose:
			add(f, min(w, looseMost))
		default:
			add(f, w)
		}
	}
	if best >= 0 {
		add(best, most)
	}
}

// apart reports whether two records differ in what tells those apart who share a household.
func (m *model) apart(v vector) bool {
	for _, f := range m.tellApart {
		if v[f].level >= m.feats[f].apart {
			return true
		}
	}
	return false
}

// weight returns what the outcome of one feature weighs.
func (m *model) weight(f int, o outcome) compare.Weight {
	t := &m.terms[f][o.level]
	if t.power <= 0 || o.share <= 0 {
		return t.base
	}
	return compare.Bits(t.logM - min(0, max(leastLogU, t.logU+t.power*(m.logShare(o.share)-t.mean))))
}
