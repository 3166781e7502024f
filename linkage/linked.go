package linkage

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// linked is what a full link leaves for linking a few cases more: who mentions what, both ways, what
// was inferred of each shared value, and the clusters. Entities and rows are in the linker's numbers, cases and shared values in
// the network's. It is read where it lies in a file, and only where it is asked.
type linked struct {
	mentOff     []int32 // by row: offsets into the linker's mentions, one more than rows
	rowOff      []int32 // by case: offsets into rows, one more than cases
	rows        []int32
	hasOff, has []int32      // by case: the entities that it has and may link by, sorted
	heldOff     []int32      // by entity: offsets into held, one more than entities' numbers
	held        []int32      // cases, sorted
	sharedOf    []int32      // by entity: the shared value, -1 where it is none
	shared      []int32      // entities
	misspelt    []int32      // as those of a Network
	odds        []Weight     // passes+1 of each shared value
	faces       []face       // sorted
	near        []uint64     // keystroke hashes of the shared values, the value in the lower half, sorted
	nearAt      []int32      // by the upper nearBits of a hash: offsets into near, one more than there are
	inside      []int32      // by case: its cluster in the assignment, -1 where it is in none
	memberOff   []int32      // by cluster of the assignment: offsets into members, one more than clusters
	members     []int32      // cases
	readAs      []entityPair // plates without a state, and what each is read as, sorted
	states      []string     // of plates
	lastDay     normalize.Day
	nextAge     normalize.Day
	assignment  Assignment
}

// nearBits is how many bits of a keystroke hash are looked up in a table: a quarter of a million places for some
// millions of hashes.
const nearBits = 18

// linkedMagic begins the tables of a full link.
const linkedMagic = 0x31_44_4b_4e_4c_46_54_21

// WriteLinked writes what [OpenBase] needs to link a few cases more, behind what [Linker.WriteSnapshot] wrote of
// the same linker: n is what it made of exactly these cases. It fails where cases were added meanwhile. Cost: a pass over
// the mentions, and a sort of the shared values' keystroke hashes.
func (l *Linker) WriteLinked(w io.Writer, n *Network) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(n.rank) != len(l.cases.rows) || len(n.odds) == 0 {
		return errors.New("linkage: the network is not of these cases")
	}
	t := n.linkedOf(l)
	s := &columnWriter{w: bufio.NewWriterSize(w, 1<<20)}
	s.number(linkedMagic)
	writeColumn(s, n.linkedWith)
	s.number(uint64(t.lastDay))
	s.number(uint64(t.nextAge))
	s.texts(t.states)
	t.assignment.write(s)
	for _, c := range t.numbers() {
		writeColumn(s, *c)
	}
	writeColumn(s, t.odds)
	writeColumn(s, t.faces)
	writeColumn(s, t.near)
	writeColumn(s, t.readAs)
	s.end()
	return errors.Join(s.err, s.w.Flush())
}

// numbers returns the columns of plain numbers, in the order in which they are kept.
func (t *linked) numbers() []*[]int32 {
	return []*[]int32{
		&t.mentOff, &t.rowOff, &t.rows, &t.hasOff, &t.has, &t.heldOff, &t.held, &t.sharedOf, &t.shared, &t.misspelt, &t.nearAt,
		&t.inside, &t.memberOff, &t.members,
	}
}

// read reads the tables behind a snapshot; false where there are none that are whole and were linked with the same
// judgements and known hubs.
func (t *linked) read(s *columnReader, with []byte) bool {
	if !linkedWith(s, with) {
		return false
	}
	t.lastDay, t.nextAge = normalize.Day(s.number()), normalize.Day(s.number())
	t.states = s.texts()
	t.assignment.read(s)
	for _, c := range t.numbers() {
		*c = readColumn[int32](s)
	}
	t.odds = readColumn[Weight](s)
	t.faces = readColumn[face](s)
	t.near = readColumn[uint64](s)
	t.readAs = readColumn[entityPair](s)
	return s.end()
}

// linkedWith reports whether tables follow that were linked with options of a hash.
func linkedWith(s *columnReader, with []byte) bool {
	return s.number() == linkedMagic && string(readColumn[byte](s)) == string(with)
}

// optionsHash returns a hash of the options that clusters depend on beside cases and parameters.
func (o *Options) optionsHash() []byte {
	h := sha256.New()
	for _, j := range o.Judgements {
		fmt.Fprintf(h, "%q %q %q %q %d\n", j.A, j.B, j.Kind, j.Value, j.Verdict)
	}
	for _, k := range o.Known {
		fmt.Fprintf(h, "%q %q %t\n", k.Kind, k.Key, k.Hub)
	}
	return h.Sum(nil)
}

// linkedOf returns the tables of a network of the linker's cases.
func (n *Network) linkedOf(l *Linker) *linked {
	t := &linked{lastDay: n.lastDay, nextAge: n.nextAge, faces: n.faceOf, sharedOf: n.sharedOf, misspelt: n.misspelt}
	rowOf := make([]int32, len(l.mentions))
	for i := range l.mentions {
		rowOf[i] = l.mentions[i].kase
	}
	t.mentOff, _ = invert(rowOf, len(l.cases.rows))
	t.rowOff, t.rows = invert(n.rank, len(n.cases))
	n.tabulateHeld(t)
	t.shared = make([]int32, len(n.shared))
	t.odds = make([]Weight, 0, len(n.shared)*len(n.odds))
	for e := range n.shared {
		t.shared[e] = n.shared[e].entity
		for _, pass := range n.odds {
			t.odds = append(t.odds, pass[e])
		}
	}
	n.tabulateNear(t)
	n.tabulateClusters(t)
	for from, to := range n.readAs {
		t.readAs = append(t.readAs, entityPair{from, to})
	}
	slices.SortFunc(t.readAs, entityPair.compare)
	t.states = n.plateStates()
	return t
}

// invert returns, for each of the numbers below n, where in of it stands: the places of number i are those from off[i] to off[i+1].
func invert(of []int32, n int) (off, places []int32) {
	off = make([]int32, n+1)
	for _, i := range of {
		off[i+1]++
	}
	for i := range n {
		off[i+1] += off[i]
	}
	next := slices.Clone(off)
	places = make([]int32, len(of))
	for at, i := range of {
		places[next[i]] = int32(at)
		next[i]++
	}
	return off, places
}

// tabulateHeld notes which case has which entity, both ways.
func (n *Network) tabulateHeld(t *linked) {
	t.hasOff = make([]int32, len(n.cases)+1)
	t.has = make([]int32, 0, len(n.mentions))
	caseOf := make([]int32, 0, len(n.mentions)) // of each place of has
	var buf []int32
	for c := range n.cases {
		buf = n.distinct(c, buf)
		t.has = append(t.has, buf...)
		for range buf {
			caseOf = append(caseOf, int32(c))
		}
		t.hasOff[c+1] = int32(len(t.has))
	}
	t.heldOff, t.held = invert(t.has, n.entities.bound())
	for i, at := range t.held {
		t.held[i] = caseOf[at]
	}
}

// tabulateNear notes the keystroke hashes of the shared values.
func (n *Network) tabulateNear(t *linked) {
	const batch = 1 << 12
	parts := make([][]uint64, (len(n.shared)+batch-1)/batch)
	inParallel(context.Background(), runtime.GOMAXPROCS(0), len(parts), func(i int) {
		for e := i * batch; e < min((i+1)*batch, len(n.shared)); e++ {
			if n.spelt(int32(e)) {
				row := n.key(int32(e))
				eachShortened(row.kind, row.key, n.isFirm(&row), func(h uint64) { parts[i] = append(parts[i], nearKey(h)|uint64(e)) })
			}
		}
	})
	t.near = slices.Concat(parts...)
	slices.Sort(t.near)
	t.near = slices.Compact(t.near)
	t.nearAt = make([]int32, 1<<nearBits+1)
	for _, k := range t.near {
		t.nearAt[k>>(64-nearBits)+1]++
	}
	for i := range 1 << nearBits {
		t.nearAt[i+1] += t.nearAt[i]
	}
}

// nearKey returns the part of a keystroke hash that is kept, in the upper half.
func nearKey(h uint64) uint64 { return mix(h, hashA) >> 32 << 32 }

// tabulateClusters notes the clusters in the order of the assignment.
func (n *Network) tabulateClusters(t *linked) {
	now := n.standing()
	t.assignment = *now.Assignment
	t.inside = make([]int32, len(n.cases))
	for c := range t.inside {
		t.inside[c] = -1
	}
	t.memberOff = make([]int32, 1, len(now.of)+1)
	for i, k := range now.of {
		for _, c := range n.clusters[k].cases {
			t.inside[c] = int32(i)
			t.members = append(t.members, c)
		}
		t.memberOff = append(t.memberOff, int32(len(t.members)))
	}
}

// plateStates returns the states that plates are of, sorted.
func (n *Network) plateStates() []string {
	plate := n.kindIndex(normalize.KindPlate)
	seen := map[string]bool{}
	for e := range n.entities.all() {
		if n.entities.kind(e) != plate {
			continue
		}
		if state, _, ok := strings.Cut(n.entities.key(e).key, " "); ok && !seen[state] {
			seen[strings.Clone(state)] = true
		}
	}
	var states []string
	for s := range seen {
		states = append(states, s)
	}
	slices.Sort(states)
	return states
}

// casesOf returns the cases that have an entity.
func (t *linked) casesOf(entity int32) []int32 { return t.held[t.heldOff[entity]:t.heldOff[entity+1]] }

// entitiesOf returns the entities that a case has.
func (t *linked) entitiesOf(c int32) []int32 { return t.has[t.hasOff[c]:t.hasOff[c+1]] }

// oddsOf returns the log2 odds of a hub of a shared value, by pass.
func (t *linked) oddsOf(v int32) []Weight {
	passes := len(t.odds) / len(t.shared)
	return t.odds[int(v)*passes : int(v+1)*passes]
}

// facesOf returns what is noted of the faces of a shared value.
func (t *linked) facesOf(v int32) []face { return facesOf(t.faces, v) }

// fits reports whether all numbers that the tables hold are those of rows of the linker, and of each other.
func (t *linked) fits(l *Linker) bool {
	entities := 0
	for i := range l.entities.shards {
		entities = max(entities, len(l.entities.shards[i].cells)<<shardBits)
	}
	cases, shared := len(t.inside), len(t.shared)
	offsets := func(off []int32, rows, into int) bool {
		if len(off) != rows+1 || off[0] != 0 || int(off[rows]) != into {
			return false
		}
		for i := range rows {
			if off[i] > off[i+1] {
				return false
			}
		}
		return true
	}
	within := func(list []int32, least int32, n int) bool {
		for _, i := range list {
			if i < least || int(i) >= n {
				return false
			}
		}
		return true
	}
	passes := l.params.Hub.Passes + 1
	checks := []func() bool{
		func() bool { return offsets(t.mentOff, len(l.cases.rows), len(l.mentions)) },
		func() bool { return offsets(t.rowOff, cases, len(t.rows)) && within(t.rows, 0, len(l.cases.rows)) },
		func() bool { return offsets(t.hasOff, cases, len(t.has)) && within(t.has, 0, entities) },
		func() bool { return offsets(t.heldOff, entities, len(t.held)) && within(t.held, 0, cases) },
		func() bool {
			return len(t.sharedOf) == entities && within(t.sharedOf, -1, shared) && within(t.shared, 0, entities)
		},
		func() bool {
			return len(t.misspelt) == 0 || len(t.misspelt) == shared && within(t.misspelt, -int32(shared), shared+1)
		},
		func() bool { return len(t.odds) == passes*shared },
		func() bool { return offsets(t.nearAt, 1<<nearBits, len(t.near)) && t.nearFits() },
		func() bool { return t.assignment.fits() && within(t.inside, -1, t.assignment.clusters()) },
		func() bool {
			return offsets(t.memberOff, t.assignment.clusters(), len(t.members)) && within(t.members, 0, cases)
		},
		func() bool {
			for _, f := range t.faces {
				if !within([]int32{f.of, f.face}, 0, shared) {
					return false
				}
			}
			for _, p := range t.readAs {
				if !within([]int32{p.whole, p.facet}, 0, entities) {
					return false
				}
			}
			return true
		},
	}
	good := make([]bool, len(checks))
	inParallel(context.Background(), runtime.GOMAXPROCS(0), len(checks), func(i int) { good[i] = checks[i]() })
	return !slices.Contains(good, false)
}

// nearFits reports whether the keystroke hashes are of shared values.
func (t *linked) nearFits() bool {
	for _, k := range t.near {
		if int64(uint32(k)) >= int64(len(t.shared)) {
			return false
		}
	}
	return true
}
