package linkage

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/tflink/tflink/linkage/normalize"
)

// A Network is what the linker made of the cases it was given: entities,
// hubs, links and clusters. It never changes and is safe for concurrent use.
// Clusters are a pure function of cases and parameters: rebuild, never patch.
type Network struct {
	params *Parameters
	kinds  []kindState

	cases       []caseRow // by id, then agency
	ids         []byte    // their ids
	words       []string
	counties    [][]string // sets of counties, sorted
	countyIn    [][]int32  // the same as numbers, below numCounties
	numCounties int
	entities    *entities
	mentions    []mentionRow // of each case, in the order in which they were added
	more        []mentionMore
	traces      []trace
	caseMent    []int32 // offsets into mentions, one more than cases

	shared   []sharedEntity    // entities of two or more cases, in canonical order
	sharedOf []int32           // index into shared by entity, -1 where not shared
	caseOff  []int32           // offsets into slots, one more than cases
	slots    []slot            // what each case shares, by entity
	entOff   []int32           // offsets into holders, one more than shared
	holders  []int32           // slots of each shared entity, by case
	implied  []entityPair      // a shared value and one that it implies, sorted
	known    map[int32]Known   // by shared value
	misspelt []int32           // by shared value: the one of the most cases that it is one keystroke from, plus one; negative where too many are
	faces    map[int32][]int32 // of values that may be hubs: the other faces of the same thing, sorted
	firms    []bool            // whether each case names a business
	loners   []uint16          // linkable values of each case that it shares with none, up to 65,535

	judged   judgements
	listed   []Known
	links    []link
	linkOff  []int32 // offsets into linkEnds, one more than cases
	linkEnds []int32 // links of each case
	clusters []cluster
	inside   []int32 // cluster of each case

	rank        []int32             // the case of each row of the linker
	rowOf       func(c *Case) int32 // nil without a trace
	entityIndex func() map[string][]int32
	suppressed  Suppressed
	skipped     int // combinations of weak values that were not looked at

	lastDay    normalize.Day   // of all cases
	nextAge    normalize.Day   // later day from which other people of undated cases would be minors; 0: none
	readAs     map[int32]int32 // plates without a state: the one that each is read as
	odds       [][]Weight      // by pass, that before the first one included, and shared value: the log2 odds of a hub
	faceOf     []face          // of values that may be hubs, sorted
	linkedWith []byte          // a hash of the judgements and the known hubs
	edge       *edge           // what is known of cases that are not here; nil where all are
	beyond     []int32         // by shared value: how many of those have it; nil where all are here
	pins       []int32         // by shared value: what the edge calls one that is not inferred here, plus one; nil where all are here
}

// sharedEntity is an entity of two or more cases.
type sharedEntity struct {
	entity   int32
	weight   Weight // what sharing it says when the sightings are not far apart
	tempered Weight // the same before the hub rule
	hub      Weight // log2 odds that it is a hub
	hubPrior Weight // the same before the company it keeps is known
	kind     uint8
	level    level
}

// slot is one case's share in one entity.
type slot struct {
	kase, entity int32 // entity: index into shared
	first, last  normalize.Day
	make         int32 // of a vehicle; 0: not said, or several are
	told         told  // what its mentions say beside the value
}

// told says what the mentions of one entity in one case say beside its value.
type told uint8

const (
	toldBare  told = 1 << iota // the value alone: a name without a date of birth
	toldMakes                  // several makes of one vehicle
)

// Suppressed counts what was left out because a victim or a minor is not a node.
type Suppressed struct {
	People   int // persons recorded as victims or minors
	Contacts int // contact details recorded as theirs
	Cases    int // cases in which that happened
}

// Link infers hubs, links and clusters from all cases added so far. It fails
// only when ctx is cancelled. The linker can take further cases afterwards; the
// network does not change with them. Cost: O(m log m) in the number of
// mentions, and linear in the size of a hub.
func (l *Linker) Link(ctx context.Context) (*Network, error) {
	workers := l.workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	n := l.snapshot()
	if err := n.link(ctx, workers); err != nil {
		return nil, err
	}
	return n, nil
}

// link takes a network through its stages.
func (n *Network) link(ctx context.Context, workers int) error {
	for _, stage := range []func(context.Context, int){
		func(context.Context, int) { n.suppressVictims() },
		func(context.Context, int) {
			n.readAs = n.resolvePlates()
			n.joinJudgedValues(n.readAs)
		},
		n.findShared,
		n.inferHubs,
		n.findLinks,
		func(context.Context, int) { n.findClusters() },
	} {
		if err := ctx.Err(); err != nil {
			return err
		}
		stage(ctx, workers)
	}
	return ctx.Err()
}

// snapshot copies the linker's state into canonical order.
func (l *Linker) snapshot() *Network {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := &Network{
		params: l.params, kinds: l.kinds, entities: l.entities.freeze(),
		more: l.more[:len(l.more):len(l.more)], traces: l.traces[:len(l.traces):len(l.traces)],
		implied: slices.Clone(l.implied.pairs),
	}
	var rank []int32
	n.cases, rank = l.mergeParts()
	n.ids, n.words, n.counties = l.cases.texts[:len(l.cases.texts):len(l.cases.texts)], l.words.texts(), l.counties.all()
	n.numberCounties()
	n.resolveJudgements(l.judged)
	n.listed, n.edge = l.known, l.edge
	n.linkedWith = (&Options{Judgements: l.judged, Known: l.known}).optionsHash()
	n.rank = rank
	if l.trace {
		n.rowOf = l.rowOf
	}
	n.caseMent = make([]int32, len(n.cases)+1)
	for i := range l.mentions {
		n.caseMent[rank[l.mentions[i].kase]+1]++
	}
	for i := range n.cases {
		n.caseMent[i+1] += n.caseMent[i]
	}
	next := slices.Clone(n.caseMent)
	n.mentions = make([]mentionRow, len(l.mentions))
	for i := range l.mentions {
		m := l.mentions[i]
		m.kase = rank[m.kase]
		n.mentions[next[m.kase]] = m
		next[m.kase]++
	}
	n.entityIndex = sync.OnceValue(n.indexEntities)
	return n
}

// rowOf returns the row of the linker that a part of a case is told in, -1 where it was not added.
func (l *Linker) rowOf(c *Case) int32 {
	row := caseRow{
		agency: l.words.number(c.Agency), origin: l.words.number(c.Origin), counties: l.counties.number(c.Counties), assumed: c.CountyAssumed,
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.cases.find(row.hash(l.entities.seed, c.ID), c.ID, &row)
}

// id returns the id of case c.
func (n *Network) id(c int32) string { return n.cases[c].id.of(n.ids) }

// name returns how case c is called: its id, with the agency behind it
// only where two agencies use one id for two cases.
func (n *Network) name(c int32) string {
	id := n.id(c)
	if c > 0 && n.id(c-1) == id || int(c)+1 < len(n.cases) && n.id(c+1) == id {
		return id + " (" + n.whose(c) + ")"
	}
	return id
}

// whose returns whose case c is, for people: the agency, or what stands for it.
func (n *Network) whose(c int32) string {
	row := &n.cases[c]
	switch row.vague() {
	case 0:
		return n.words[row.agency]
	case 1, 2:
		return strings.Join(n.countiesOfCase(c), ",")
	}
	return n.words[row.origin]
}

// countiesOfCase returns the counties of case c, sorted.
func (n *Network) countiesOfCase(c int32) []string { return n.counties[n.cases[c].counties] }

// findShared finds the entities of two or more cases and lays out who shares what.
func (n *Network) findShared(ctx context.Context, workers int) {
	n.orderShared(n.findRepeated(ctx, workers))
	n.findImplied()
	n.placeJudgedValues()
	n.fillSlots(ctx, workers)
	n.fillHolders(ctx, workers)
}

// mentionsOf returns the mentions of case c.
func (n *Network) mentionsOf(c int32) []mentionRow { return n.mentions[n.caseMent[c]:n.caseMent[c+1]] }

// distinct returns the entities by which case c can be linked, each once, sorted, in buf.
func (n *Network) distinct(c int, buf []int32) []int32 {
	buf = buf[:0]
	own := n.mentionsOf(int32(c))
	for i := range own {
		if own[i].linkable() {
			buf = append(buf, own[i].entity)
		}
	}
	slices.Sort(buf)
	return slices.Compact(buf)
}

// inRanges calls do with ranges that together are 0 to n-1, one a worker.
func inRanges(ctx context.Context, workers, n int, do func(from, to int)) {
	inParallel(ctx, workers, workers, func(i int) { do(i*n/workers, (i+1)*n/workers) })
}

// findRepeated returns which entities two or more cases can be linked by.
func (n *Network) findRepeated(ctx context.Context, workers int) bitset {
	var mu sync.Mutex
	size := n.entities.bound()
	once, twice := newBitset(size), newBitset(size)
	inRanges(ctx, workers, len(n.cases), func(from, to int) {
		mine, more := newBitset(size), newBitset(size)
		var buf []int32
		for c := from; c < to; c++ {
			buf = n.distinct(c, buf)
			for _, e := range buf {
				if mine.has(e) {
					more.set(e)
				} else {
					mine.set(e)
				}
			}
		}
		mu.Lock()
		defer mu.Unlock()
		for i := range once {
			twice[i] |= more[i] | once[i]&mine[i]
			once[i] |= mine[i]
		}
	})
	if n.edge != nil {
		n.edge.repeat(once, twice)
	}
	return twice
}

// fillSlots lays out what each case shares, and notes how many entities it shares with none and
// whether it names a business.
func (n *Network) fillSlots(ctx context.Context, workers int) {
	n.caseOff = make([]int32, len(n.cases)+1)
	n.loners = make([]uint16, len(n.cases))
	inRanges(ctx, workers, len(n.cases), func(from, to int) {
		var buf []int32
		for c := from; c < to; c++ {
			buf = n.distinct(c, buf)
			for _, e := range buf {
				if n.sharedOf[e] >= 0 {
					n.caseOff[c+1]++
				} else if n.loners[c] < 1<<16-1 {
					n.loners[c]++
				}
			}
		}
	})
	for c := range n.cases {
		n.caseOff[c+1] += n.caseOff[c]
	}
	n.slots = make([]slot, n.caseOff[len(n.cases)])
	n.firms = make([]bool, len(n.cases))
	inRanges(ctx, workers, len(n.cases), func(from, to int) {
		var buf []slot
		for c := from; c < to; c++ {
			buf = n.sightings(int32(c), buf)
			copy(n.slots[n.caseOff[c]:n.caseOff[c+1]], buf)
		}
	})
}

// sightings returns what case c shares, sorted, in buf, each with when it was seen and what its mentions
// say beside it, and notes whether the case names a business.
func (n *Network) sightings(c int32, buf []slot) []slot {
	business := n.kindIndex(normalize.KindBusiness)
	buf = buf[:0]
	own := n.mentionsOf(c)
	for i := range own {
		m := &own[i]
		if !m.linkable() {
			continue
		}
		n.firms[c] = n.firms[c] || n.entities.kind(m.entity) == business
		e := n.sharedOf[m.entity]
		if e < 0 {
			continue
		}
		more := &n.more[m.more]
		s := slot{kase: c, entity: e, first: more.date, last: more.date, make: more.make}
		if m.flags&flagFacet == 0 {
			s.told = toldBare
		}
		if more.date == 0 {
			s.first, s.last = n.cases[c].from, n.cases[c].to
		}
		buf = append(buf, s)
	}
	slices.SortFunc(buf, func(a, b slot) int { return cmp.Compare(a.entity, b.entity) })
	kept := 0
	for _, s := range buf {
		if kept > 0 && buf[kept-1].entity == s.entity {
			buf[kept-1].merge(&s)
			continue
		}
		buf[kept] = s
		kept++
	}
	return buf[:kept]
}

// fillHolders lays out which cases have each shared entity.
func (n *Network) fillHolders(ctx context.Context, workers int) {
	n.entOff = make([]int32, len(n.shared)+1)
	for i := range n.slots {
		n.entOff[n.slots[i].entity+1]++
	}
	for e := range n.shared {
		n.entOff[e+1] += n.entOff[e]
	}
	n.holders = make([]int32, len(n.slots))
	inRanges(ctx, workers, len(n.shared), func(from, to int) {
		next := slices.Clone(n.entOff[from:to])
		for i := range n.slots {
			if e := int(n.slots[i].entity); from <= e && e < to {
				n.holders[next[e-from]] = int32(i)
				next[e-from]++
			}
		}
	})
	if n.edge != nil {
		n.edge.place(n)
	}
}

// orderShared puts the entities that stand in two or more cases in canonical order.
func (n *Network) orderShared(repeated bitset) {
	n.sharedOf = make([]int32, n.entities.bound())
	byLevel := make([][]int32, len(n.kinds)*len(levelNames)) // entities by kind and level
	for e := range n.sharedOf {
		n.sharedOf[e] = -1
		if repeated.has(int32(e)) {
			c := n.entities.cell(int32(e))
			at := int(c.kind)*len(levelNames) + int(c.level)
			byLevel[at] = append(byLevel[at], int32(e))
		}
	}
	for at, own := range byLevel {
		text := func(i int32) string { return n.entities.key(own[i]).key }
		for _, i := range orderByText(len(own), text, func(a, b int32) int { return strings.Compare(text(a), text(b)) }) {
			n.sharedOf[own[i]] = int32(len(n.shared))
			n.shared = append(n.shared, sharedEntity{entity: own[i], kind: uint8(at / len(levelNames)), level: level(at % len(levelNames))})
		}
	}
}

// merge adds what another mention of the same entity in the same case says. It is commutative and associative.
func (s *slot) merge(o *slot) {
	s.first = earliest(s.first, o.first)
	s.last = max(s.last, o.last)
	s.told |= o.told
	switch {
	case s.make == 0 && s.told&toldMakes == 0:
		s.make = o.make
	case o.make != 0 && o.make != s.make:
		s.make, s.told = 0, s.told|toldMakes
	}
}

// findImplied keeps, of what whole values imply, what is shared as they are.
func (n *Network) findImplied() {
	kept := n.implied[:0]
	for _, p := range n.implied {
		if whole, facet := n.sharedOf[p.whole], n.sharedOf[p.facet]; whole >= 0 && facet >= 0 {
			kept = append(kept, entityPair{whole, facet})
		}
	}
	n.implied = slices.Clone(kept)
	slices.SortFunc(n.implied, entityPair.compare)
}

func (p entityPair) compare(q entityPair) int {
	return cmp.Or(cmp.Compare(p.whole, q.whole), cmp.Compare(p.facet, q.facet))
}

// slotsOf returns what case c shares.
func (n *Network) slotsOf(c int32) []slot { return n.slots[n.caseOff[c]:n.caseOff[c+1]] }

// holdersOf returns the slots of shared entity e, by case.
func (n *Network) holdersOf(e int32) []int32 { return n.holders[n.entOff[e]:n.entOff[e+1]] }

// size returns the number of cases of shared entity e, those that are not here included.
func (n *Network) size(e int32) int {
	here := int(n.entOff[e+1] - n.entOff[e])
	if n.beyond == nil {
		return here
	}
	return here + int(n.beyond[e])
}

// isPinned reports whether not all cases of e are here, so that what was inferred of it elsewhere holds.
func (n *Network) isPinned(e int32) bool { return n.pins != nil && n.pins[e] > 0 }

// row returns the entity that shared entity e is.
func (n *Network) row(e int32) entityRow { return n.entities.at(n.shared[e].entity) }

// key returns what makes shared entity e itself.
func (n *Network) key(e int32) entityKey { return n.entities.key(n.shared[e].entity) }

// display returns the form of shared entity e for people to read.
func (n *Network) display(e int32) string { return n.displayOf(n.shared[e].entity) }

// kindOf returns the kind of shared entity e.
func (n *Network) kindOf(e int32) uint8 { return n.shared[e].kind }
