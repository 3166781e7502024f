package linkage

import (
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// region is the cases of a base that are linked anew together with some that were added. It grows until
// nothing that comes of it can be other than what a link of all cases gives:
//
//   - Cases of a changed value, and of all other values of these, are here: what a value is inferred from is its cases
//     and what these have. A value is changed when an added case has it, or when what is inferred of it is not what the base says.
//   - Values one keystroke from one whose cases are here are known here, and those cases too whose values may be misspellings of
//     one that changed.
//   - Cases that a link or a former cluster connects with cases of changed values are here, with all cases of the
//     values that may link them.
//
// For all other values on these cases the edge has what the base says.
type region struct {
	edge
	l        *Linker
	n        *Network
	added    int32           // rows of the linker that were added: those before this one
	in       map[int32]bool  // cases of the base
	todo     []int32         // of these, those that the linker does not have yet
	rowHere  map[int32]int32 // by case of the base: the linker's row of its first part
	touched  map[int32]bool  // cases of the base that have, or had, a changed value
	spread   map[int32]bool  // changed entities of the base
	complete map[int32]bool  // entities of the base: their cases are here
	nearby   map[int32]bool  // entities of the base: those one keystroke from it are known here
	words    []int32         // by word of the base: the linker's, plus one
}

// leastReach is the number of cases up to which a region may be most of the base.
const leastReach = 2000

// isFar reports whether the region is so large that linking all cases takes hardly longer.
func (r *region) isFar() bool { return len(r.in) > leastReach && len(r.in) > int(r.b.numCases())/8 }

// extent returns a number that grows with the region.
func (r *region) extent() int { return len(r.in) + len(r.spread) + len(r.here) + len(r.nearby) }

// seed begins with what the added cases mention.
func (r *region) seed() error {
	t := &r.b.t
	for i := range r.l.cases.rows {
		if t.nextAge != 0 && r.l.cases.rows[i].to >= t.nextAge {
			return ErrOutOfReach
		}
	}
	for _, j := range r.b.options.Judgements {
		if j.Kind != "" {
			return ErrOutOfReach
		}
		r.addNamed(j.A)
		r.addNamed(j.B)
	}
	for i := range r.l.cases.rows {
		from, to := r.b.casesWithID(r.l.cases.id(int32(i)))
		for c := from; c < to; c++ {
			r.addCase(c)
			r.touched[c] = true
			for _, e := range t.entitiesOf(c) {
				r.change(e)
			}
		}
	}
	plate := r.plateKind()
	for here := range r.l.entities.freeze().all() {
		key := r.keyHere(here)
		there, ok := r.b.find(key)
		if ok {
			r.bring(there)
			r.change(r.b.readAs(there))
			r.change(there)
		}
		if key.kind == plate {
			r.readPlate(key, ok)
		}
	}
	return nil
}

func (r *region) plateKind() uint8 {
	return (&Network{kinds: r.l.kinds}).kindIndex(normalize.KindPlate)
}

// keyHere returns what makes an entity of the linker itself, in memory of its own.
func (r *region) keyHere(here int32) entityKey {
	s := &r.l.entities.shards[here&(shards-1)]
	c := &s.cells[here>>shardBits]
	return entityKey{c.kind, c.level, strings.Clone(c.key.of(s.texts))}
}

// addNamed adds the cases that a judgement may name: by an id, or with the agency behind it.
func (r *region) addNamed(name string) {
	add := func(id string) {
		from, to := r.b.casesWithID(id)
		for c := from; c < to; c++ {
			r.addCase(c)
		}
	}
	add(name)
	for i := range len(name) {
		if strings.HasPrefix(name[i:], " (") {
			add(name[:i])
		}
	}
}

// readPlate sees to it that a plate without a state is read as it would be among all cases.
func (r *region) readPlate(key entityKey, old bool) {
	if number, ok := r.b.stateless(key); ok {
		for _, state := range r.b.t.states {
			if e, have := r.b.find(entityKey{key.kind, key.level, state + " " + number}); have {
				r.bring(e)
			}
		}
		return
	}
	_, number, ok := strings.Cut(key.key, " ")
	if !ok || old {
		return // no new reading
	}
	if e, have := r.b.find(entityKey{key.kind, key.level, normalize.UnknownState + " " + number}); have {
		r.bring(e)
		r.change(e)
		r.change(r.b.readAs(e))
	}
}

// addCase adds a case of the base, with all of one id.
func (r *region) addCase(c int32) {
	if r.in[c] {
		return
	}
	from, to := r.b.casesWithID(r.b.id(c))
	for c := from; c < to; c++ {
		r.in[c] = true
		r.todo = append(r.todo, c)
		for _, e := range r.b.t.entitiesOf(c) {
			r.count[e]++
		}
	}
}

// change notes that an entity of the base is changed.
func (r *region) change(entity int32) {
	if r.spread[entity] {
		return
	}
	r.spread[entity] = true
	cases := r.b.t.casesOf(entity)
	for _, c := range cases {
		r.addCase(c)
		r.touched[c] = true
		for _, e := range r.b.t.entitiesOf(c) {
			if r.b.t.sharedOf[e] >= 0 || e == entity {
				r.finish(e)
			}
		}
	}
	if r.b.t.sharedOf[entity] >= 0 && isBig(len(cases)) {
		r.finishSmaller(r.b.near(r.b.key(entity)), len(cases))
	}
}

// finishSmaller adds the cases of those of some values that have fewer cases than one of which they may be misspellings.
func (r *region) finishSmaller(near []int32, cases int) {
	for _, e := range near {
		if len(r.b.t.casesOf(e)) < cases {
			r.finish(e)
		}
	}
}

// finish adds all cases of an entity of the base.
func (r *region) finish(entity int32) {
	if r.complete[entity] {
		return
	}
	r.complete[entity] = true
	for _, c := range r.b.t.casesOf(entity) {
		r.addCase(c)
	}
	v := r.b.t.sharedOf[entity]
	if v < 0 {
		return
	}
	r.knowNear(entity)
	if len(r.b.t.misspelt) > 0 && r.b.t.misspelt[v] != 0 {
		m := r.b.t.misspelt[v]
		r.knowNear(r.b.t.shared[max(m, -m)-1])
	}
}

// knowNear makes the values one keystroke from an entity of the base known.
func (r *region) knowNear(entity int32) {
	if r.nearby[entity] {
		return
	}
	r.nearby[entity] = true
	r.judged[entity] = true
	for _, e := range r.b.near(r.b.key(entity)) {
		r.bring(e)
	}
}

// bring makes an entity of the base one of the linker, with what it implies, and returns its number there.
func (r *region) bring(there int32) int32 {
	if here, ok := r.here[there]; ok {
		return here
	}
	s := &r.b.l.entities.shards[there&(shards-1)]
	c := &s.cells[there>>shardBits]
	f := facet{entityKey: r.b.key(there), display: r.b.l.entities.display(s, c), base: c.base, doubt: r.word(c.doubt), public: c.public}
	here := r.l.entities.intern(&f)
	r.here[there], r.there[here] = here, there
	pairs := r.b.l.implied.pairs
	at, _ := slices.BinarySearchFunc(pairs, entityPair{there, 0}, entityPair.compare)
	for ; at < len(pairs) && pairs[at].whole == there; at++ {
		r.l.implied.add(entityPair{here, r.bring(pairs[at].facet)})
	}
	if _, ok := r.b.stateless(f.entityKey); ok {
		r.readPlate(f.entityKey, true)
	}
	return here
}

// word returns the linker's number of a word of the base.
func (r *region) word(i int32) int32 {
	if r.words == nil {
		r.words = make([]int32, len(r.b.l.words.texts()))
	}
	if r.words[i] == 0 {
		r.words[i] = r.l.words.number(r.b.l.words.text(i)) + 1
	}
	return r.words[i] - 1
}

// copyCases copies the cases that are new in the region into the linker.
func (r *region) copyCases() {
	for _, c := range r.todo {
		for i, row := range r.b.t.rows[r.b.t.rowOff[c]:r.b.t.rowOff[c+1]] {
			here := r.copyRow(row)
			if i == 0 {
				r.rowHere[c] = here
			}
		}
		for _, e := range r.b.t.entitiesOf(c) {
			r.bring(e)
		}
	}
	r.todo = nil
}

// copyRow copies a row of the base's cases with its mentions, and returns the number of the linker's.
func (r *region) copyRow(row int32) int32 {
	from := r.b.l
	c := from.cases.rows[row]
	id := c.id.of(from.cases.texts)
	c.agency, c.origin, c.countyDoubt, c.status = r.word(c.agency), r.word(c.origin), r.word(c.countyDoubt), r.word(c.status)
	c.file, c.sheet = r.word(c.file), r.word(c.sheet)
	c.counties = r.l.counties.number(from.counties.codes(c.counties))
	here := r.l.cases.add(c.hash(r.l.entities.seed, id), id, &c)
	for _, m := range from.mentions[r.b.t.mentOff[row]:r.b.t.mentOff[row+1]] {
		if m.more != 0 {
			more := from.more[m.more]
			more.make = r.word(more.make)
			m.more = int32(len(r.l.more))
			r.l.more = append(r.l.more, more)
		}
		m.kase, m.entity = here, r.bring(m.entity)
		r.l.mentions = append(r.l.mentions, m)
	}
	return here
}
