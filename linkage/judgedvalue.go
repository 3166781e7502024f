package linkage

import (
	"fmt"
	"maps"
	"slices"

	"github.com/tflink/tflink/graphs"
)

// judgedValues are the judgements that name values, resolved to entities.
//
// Two values that are judged the same are one entity from then on: who mentions the one shares it
// with who mentions the other, and it weighs what any shared value does. What is judged
// different says nothing in the pairs of cases that the judgement is about.
type judgedValues struct {
	all     []judgedValue       // of several on one subject the last, in the order in which they were made
	also    map[int32][]int32   // by entity: the others that it stands for
	stand   map[entityKey]int32 // by key of such another: the entity that stands for it
	cases   map[int32][]int32   // by judged entity: the cases that mention it, sorted
	between map[int32][]int32   // by shared value: which of all are about pairs of cases that share it
}

// judgedValue is a judgement on two values, or on one value in two cases.
type judgedValue struct {
	Judgement
	inCases bool
	a, b    int32   // entities, or cases
	entity  int32   // the value that is judged in two cases
	facets  []int32 // what both of two values stand for
}

// resolveJudgedValues finds the entities that judgements on values name. Cost: a pass over the
// entities where there are any.
func (n *Network) resolveJudgedValues(all []Judgement) {
	if len(all) == 0 {
		return
	}
	number := n.entitiesNamed(all)
	last := map[[3]int32]int{} // by subject: the last judgement on it
	var resolved []judgedValue
	for _, j := range all {
		r, problem := n.resolveJudgedValue(j, number)
		if problem != "" {
			n.judged.findings = append(n.judged.findings, Finding{j, problem})
			continue
		}
		last[r.subject()] = len(resolved)
		resolved = append(resolved, r)
	}
	for i := range resolved {
		if last[resolved[i].subject()] == i {
			n.judged.values.all = append(n.judged.values.all, resolved[i])
		}
	}
}

// subject returns what two judgements have in common of which the later takes the place of the earlier.
func (j *judgedValue) subject() [3]int32 {
	about := int32(-1)
	if j.inCases {
		about = j.entity
	}
	return [3]int32{about, min(j.a, j.b), max(j.a, j.b)}
}

const (
	noSuchValue  = "it names a value that no case has"
	noSuchCase   = "it names a case that is not here, or an id that several cases have"
	oneCaseTwice = "it names one case twice"
)

// resolveJudgedValue resolves one judgement; problem says why it cannot be.
func (n *Network) resolveJudgedValue(j Judgement, number map[entityKey]int32) (r judgedValue, problem string) {
	find := func(raw string) int32 {
		if key, ok := n.keyOf(j.Kind, raw); ok {
			return number[key]
		}
		return -1
	}
	if j.Value == "" {
		r = judgedValue{Judgement: j, a: find(j.A), b: find(j.B)}
		switch {
		case r.a < 0 || r.b < 0:
			return r, noSuchValue
		case r.a == r.b:
			return r, "it names one value twice"
		}
		return r, ""
	}
	a, b := n.FindCase(j.A), n.FindCase(j.B)
	r = judgedValue{Judgement: j, inCases: true, entity: find(j.Value)}
	switch {
	case len(a) != 1 || len(b) != 1:
		return r, noSuchCase
	case a[0] == b[0]:
		return r, oneCaseTwice
	case r.entity < 0:
		return r, noSuchValue
	}
	r.a, r.b = int32(a[0]), int32(b[0])
	return r, ""
}

// keyOf returns what makes a raw value of a kind itself, and false if it cannot be read.
func (n *Network) keyOf(kind Kind, raw string) (entityKey, bool) {
	k := n.kindIndex(kind)
	if k == noKind {
		return entityKey{}, false
	}
	v, err := n.kinds[k].Normalize(raw)
	if err != nil {
		return entityKey{}, false
	}
	return entityKey{k, levelWhole, v.Key()}, true
}

// entitiesNamed returns the numbers of the entities that judgements name, -1 for one that is not here.
func (n *Network) entitiesNamed(all []Judgement) map[entityKey]int32 {
	number := map[entityKey]int32{}
	for _, j := range all {
		names := []string{j.Value}
		if j.Value == "" {
			names = []string{j.A, j.B}
		}
		for _, raw := range names {
			if key, ok := n.keyOf(j.Kind, raw); ok {
				number[key] = -1
			}
		}
	}
	for e := range n.entities.all() {
		if _, named := number[n.entities.key(e)]; named {
			number[n.entities.key(e)] = e
		}
	}
	return number
}

// unlike reports whether people judged two values different. Cost: linear in the judgements on values.
func (v *judgedValues) unlike(a, b int32) bool {
	return slices.ContainsFunc(v.all, func(j judgedValue) bool {
		return !j.inCases && j.Verdict == Different && (j.a == a && j.b == b || j.a == b && j.b == a)
	})
}

// entitiesOf returns the entities that a judgement is about.
func (j *judgedValue) entitiesOf() []int32 {
	if j.inCases {
		return []int32{j.entity}
	}
	return []int32{j.a, j.b}
}

// joinJudgedValues makes one entity of the values that people judged the same, and notes who
// mentions what they judged. means has the plates that were read as others.
func (n *Network) joinJudgedValues(means map[int32]int32) {
	v := &n.judged.values
	if len(v.all) == 0 {
		return
	}
	v.replace(means)
	n.findJudgedCases()
	v.all = slices.DeleteFunc(v.all, func(j judgedValue) bool {
		absent := slices.ContainsFunc(j.entitiesOf(), func(e int32) bool { return len(v.cases[e]) == 0 })
		if absent {
			n.judged.findings = append(n.judged.findings, Finding{j.Judgement, noSuchValue})
		}
		return absent
	})
	one := n.standIns()
	for i := range n.mentions {
		if to, ok := one[n.mentions[i].entity]; ok {
			n.mentions[i].entity = to
		}
	}
	for i, p := range n.implied {
		n.implied[i] = entityPair{follow(one, p.whole), follow(one, p.facet)}
	}
	v.replace(one)
	n.findJudgedCases()
	v.all = slices.DeleteFunc(v.all, func(j judgedValue) bool {
		torn := !j.inCases && j.Verdict == Different && j.a == j.b
		if torn {
			n.judged.findings = append(n.judged.findings, Finding{j.Judgement, "it contradicts others: the two are judged the same over other values"})
		}
		return torn
	})
	n.findJudgedFacets()
}

// follow returns what stands for e, which is itself where nothing does.
func follow(to map[int32]int32, e int32) int32 {
	if t, ok := to[e]; ok {
		return t
	}
	return e
}

// replace puts other entities in the place of those that are judged.
func (v *judgedValues) replace(to map[int32]int32) {
	for i := range v.all {
		j := &v.all[i]
		if j.inCases {
			j.entity = follow(to, j.entity)
		} else {
			j.a, j.b = follow(to, j.a), follow(to, j.b)
		}
	}
}

// findJudgedCases notes which cases mention a judged value. Cost: a pass over the mentions.
func (n *Network) findJudgedCases() {
	v := &n.judged.values
	v.cases = map[int32][]int32{}
	for i := range v.all {
		for _, e := range v.all[i].entitiesOf() {
			v.cases[e] = nil
		}
	}
	for i := range n.mentions { // by case
		m := &n.mentions[i]
		if own, judged := v.cases[m.entity]; judged && m.flags&flagFacet == 0 && (len(own) == 0 || own[len(own)-1] != m.kase) {
			v.cases[m.entity] = append(own, m.kase)
		}
	}
}

// standIns returns, for each value that is judged the same as others and is not the
// one to stand for them, that one: the last in order, so that a plate with its state stands for one without.
func (n *Network) standIns() map[int32]int32 {
	v := &n.judged.values
	local := map[int32]int32{}
	var members []int32
	for i := range v.all {
		if j := &v.all[i]; !j.inCases && j.Verdict == Same {
			members = append(members, j.a, j.b)
		}
	}
	slices.SortFunc(members, func(a, b int32) int { return n.entities.key(b).compare(n.entities.key(a)) })
	members = slices.Compact(members)
	for i, e := range members {
		local[e] = int32(i)
	}
	sets := graphs.NewUnionFind(len(members))
	for i := range v.all {
		if j := &v.all[i]; !j.inCases && j.Verdict == Same {
			sets.Union(local[j.a], local[j.b])
		}
	}
	first := map[int32]int32{} // of each set
	one := map[int32]int32{}
	v.also, v.stand = map[int32][]int32{}, map[entityKey]int32{}
	for i, e := range members {
		to, have := first[sets.Find(int32(i))]
		if !have {
			first[sets.Find(int32(i))] = e
			continue
		}
		one[e] = to
		v.also[to] = append(v.also[to], e)
		v.stand[n.entities.key(e)] = to
	}
	return one
}

// findJudgedFacets notes what values that are judged different both stand for: the building of two flats.
func (n *Network) findJudgedFacets() {
	v := &n.judged.values
	facets := map[int32][]int32{}
	for e := range v.cases {
		facets[e] = []int32{e}
	}
	for _, p := range n.implied {
		if own, judged := facets[p.whole]; judged {
			facets[p.whole] = append(own, p.facet)
		}
	}
	for i := range v.all {
		j := &v.all[i]
		if j.inCases || j.Verdict != Different {
			continue
		}
		for _, f := range facets[j.a] {
			if slices.Contains(facets[j.b], f) && !slices.Contains(j.facets, f) {
				j.facets = append(j.facets, f)
			}
		}
	}
}

// placeJudgedValues notes which of the judgements are about cases that share a value.
func (n *Network) placeJudgedValues() {
	v := &n.judged.values
	v.between = map[int32][]int32{}
	for i := range v.all {
		j := &v.all[i]
		about := j.facets
		if j.inCases && j.Verdict != Unsure {
			about = []int32{j.entity}
		}
		for _, e := range about {
			if s := n.sharedOf[e]; s >= 0 {
				v.between[s] = append(v.between[s], int32(i))
			}
		}
	}
}

// judgedBetween returns what people judged of a value that cases x and y share; nil if
// nothing that changes what it says. Of several judgements the last counts.
func (n *Network) judgedBetween(e, x, y int32) *judgedValue {
	v := &n.judged.values
	for _, i := range slices.Backward(v.between[e]) {
		j := &v.all[i]
		if v.onSide(j, j.a, x) && v.onSide(j, j.b, y) || v.onSide(j, j.a, y) && v.onSide(j, j.b, x) {
			return j
		}
	}
	return nil
}

// onSide reports whether a case is on the side of a judgement that is the case, or mentions the value, side.
func (v *judgedValues) onSide(j *judgedValue, side, kase int32) bool {
	if j.inCases {
		return side == kase
	}
	_, in := slices.BinarySearch(v.cases[side], kase)
	return in
}

// chainJudged is [Network.chain] over the cases that share some values, of which people judged
// that they say nothing between some of the cases. The cases are sorted into classes by what is
// judged of them, and each two classes between which nothing is judged different are chained:
// linear in the cases, for as many classes as people made.
func (n *Network) chainJudged(pairs []pairKey, holders []int32, values ...int32) []pairKey {
	v := &n.judged.values
	var apart []*judgedValue
	for _, e := range values {
		for _, i := range v.between[e] {
			if j := &v.all[i]; j.Verdict == Different {
				apart = append(apart, j)
			}
		}
	}
	if len(apart) == 0 {
		return n.chain(pairs, holders, values...)
	}
	const sideA, sideB = 1, 2
	classes := map[string][]int32{}
	for _, at := range holders {
		class := make([]byte, len(apart))
		for i, j := range apart {
			if v.onSide(j, j.a, n.slots[at].kase) {
				class[i] |= sideA
			}
			if v.onSide(j, j.b, n.slots[at].kase) {
				class[i] |= sideB
			}
		}
		classes[string(class)] = append(classes[string(class)], at)
	}
	torn := func(x, y string) bool {
		for i := range x {
			if x[i]&sideA != 0 && y[i]&sideB != 0 || x[i]&sideB != 0 && y[i]&sideA != 0 {
				return true
			}
		}
		return false
	}
	names := slices.Sorted(maps.Keys(classes))
	for i, x := range names {
		for _, y := range names[i:] {
			switch {
			case torn(x, y):
			case x == y:
				pairs = n.chain(pairs, classes[x], values...)
			default:
				pairs = n.chain(pairs, slices.Concat(classes[x], classes[y]), values...)
			}
		}
	}
	return pairs
}

// pairsWithOneValue appends the pairs of cases in which people judged a value to be the same.
func (v *judgedValues) pairsWithOneValue(pairs []pairKey) []pairKey {
	for i := range v.all {
		if j := &v.all[i]; j.inCases && j.Verdict == Same {
			pairs = append(pairs, orderedPair(j.a, j.b))
		}
	}
	return pairs
}

// displayOf returns the form of an entity for people: all values that it was judged to be.
func (n *Network) displayOf(entity int32) string {
	text := n.entities.display(entity)
	for _, o := range n.judged.values.also[entity] {
		text += " = " + n.entities.display(o)
	}
	return text
}

// judgedReason returns why a value says what it does between two cases, for people.
func judgedReason(j *judgedValue) string {
	verdict := "not the same"
	if j.Verdict == Same {
		verdict = "the same"
	}
	about := "it is"
	if !j.inCases {
		about = fmt.Sprintf("%s and %s are", j.A, j.B)
	}
	return fmt.Sprintf("a person judged that %s %s in the two cases", about, verdict)
}

// judgementsOnValue returns what people judged of shared value e, as far as it concerns cases a and b.
func (n *Network) judgementsOnValue(e, a, b int32) []Judgement {
	v := &n.judged.values
	var out []Judgement
	for i := range v.all {
		j := &v.all[i]
		entity := n.shared[e].entity
		concerns := slices.Contains(j.facets, entity) && n.judgedBetween(e, a, b) == j
		if j.inCases {
			concerns = j.entity == entity && orderedPair(j.a, j.b) == orderedPair(a, b)
		} else if j.Verdict != Different {
			concerns = j.a == entity || j.b == entity
		}
		if concerns {
			out = append(out, j.Judgement)
		}
	}
	return out
}

// valueJudgementsOn returns the judgements on values that cases of k mention.
func (n *Network) valueJudgementsOn(k *cluster) []Judgement {
	v := &n.judged.values
	var out []Judgement
	has := func(c int32) bool { return n.inside[c] == n.inside[k.cases[0]] }
	for i := range v.all {
		j := &v.all[i]
		concerns := j.inCases && (has(j.a) || has(j.b))
		if !j.inCases {
			concerns = slices.ContainsFunc(k.cases, func(c int32) bool { return v.onSide(j, j.a, c) || v.onSide(j, j.b, c) })
		}
		if concerns {
			out = append(out, j.Judgement)
		}
	}
	return out
}
