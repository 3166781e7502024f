package linkage

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// A Base is all cases of a full link with what came of them, read where it lies, so that a few more
// cases can be linked in time for a few: see [Base.Link]. It never changes.
type Base struct {
	l       *Linker
	t       linked
	options Options
}

// ErrOutOfReach says that some cases more change so much, or something so far away, that linking a
// neighbourhood is not enough. Link all cases.
var ErrOutOfReach = errors.New("linkage: what changes is not only near the new cases")

// OpenBase returns the cases that [Linker.WriteSnapshot] and, behind it, [Linker.WriteLinked] wrote. It fails with
// [ErrSnapshot] as [ReadSnapshot] does, and when the judgements or the known hubs are not those of the full link. It goes
// on with data as ReadSnapshot does. Cost: a few passes over the bytes.
func OpenBase(data []byte, o Options) (*Base, error) {
	s := &columnReader{data: data}
	l, err := readSnapshot(s, o)
	if err != nil {
		return nil, err
	}
	b := &Base{l: l, options: o}
	if !b.t.read(s, o.optionsHash()) || !b.t.fits(l) {
		return nil, ErrSnapshot
	}
	return b, nil
}

// NewLinker returns an empty linker for the cases that are to be linked with those of the base.
func (b *Base) NewLinker() (*Linker, error) {
	l, err := New(b.options)
	if err == nil {
		l.subjects = b.l.subjects // so that nobody here is somebody there
	}
	return l, err
}

// Link links the cases of the base and those that were added to l, which [Base.NewLinker] returned, and which takes none
// afterwards. All that it tells is what [Linker.Link] of all these cases would: only what can change is linked
// anew, in the surroundings that it needs. It fails with [ErrOutOfReach] when that would be more than an eighth of the cases, when
// values are judged, or when somebody in an undated case comes of age. Cost: that of linking the cases near the new ones, several times.
func (b *Base) Link(ctx context.Context, l *Linker) (*Update, error) {
	r := &region{
		l: l, added: int32(len(l.cases.rows)), in: map[int32]bool{}, rowHere: map[int32]int32{}, touched: map[int32]bool{},
		spread: map[int32]bool{}, complete: map[int32]bool{}, nearby: map[int32]bool{},
		edge: edge{b: b, here: map[int32]int32{}, there: map[int32]int32{}, count: map[int32]int32{}, judged: map[int32]bool{}},
	}
	l.edge = &r.edge
	if err := r.seed(); err != nil {
		return nil, err
	}
	for {
		if r.isFar() {
			return nil, ErrOutOfReach
		}
		r.copyCases()
		n, err := l.Link(ctx)
		if err != nil {
			return nil, err
		}
		r.n = n
		before := r.extent()
		core := r.grow()
		if r.extent() == before {
			return r.update(core), nil
		}
	}
}

// Assignment returns which cases of the base are together.
func (b *Base) Assignment() *Assignment { return &b.t.assignment }

// find returns the number of an entity, and false if there is none.
func (b *Base) find(key entityKey) (int32, bool) {
	f := facet{entityKey: key}
	h := b.l.entities.hash(&f)
	at := b.l.entities.shards[h&(shards-1)].find(h, &f)
	return at<<shardBits | int32(h&(shards-1)), at >= 0
}

// key returns what makes an entity itself.
func (b *Base) key(entity int32) entityKey {
	s := &b.l.entities.shards[entity&(shards-1)]
	c := &s.cells[entity>>shardBits]
	return entityKey{c.kind, c.level, c.key.of(s.texts)}
}

// id returns the id of a case.
func (b *Base) id(c int32) string { return b.l.cases.id(b.t.rows[b.t.rowOff[c]]) }

// numCases returns the number of cases.
func (b *Base) numCases() int32 { return int32(len(b.t.rowOff) - 1) }

// casesWithID returns the first of the cases with an id, and the one behind the last.
func (b *Base) casesWithID(id string) (from, to int32) {
	lo, hi := int32(0), b.numCases()
	for lo < hi {
		if mid := (lo + hi) / 2; b.id(mid) < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for to = lo; to < b.numCases() && b.id(to) == id; {
		to++
	}
	return lo, to
}

// readAs returns the entity that one is read as: itself but for some plates without a state.
func (b *Base) readAs(entity int32) int32 {
	at, ok := slices.BinarySearchFunc(b.t.readAs, entity, func(p entityPair, e int32) int { return int(p.whole - e) })
	if ok {
		return b.t.readAs[at].facet
	}
	return entity
}

// stateless returns the number of a plate whose state is not said, and false for any other value.
func (b *Base) stateless(key entityKey) (number string, ok bool) {
	state, number, found := strings.Cut(key.key, " ")
	return number, found && state == normalize.UnknownState && b.l.kinds[key.kind].Kind == normalize.KindPlate
}

// near returns the shared values one keystroke from a key, either of which may be the other misspelt.
func (b *Base) near(key entityKey) []int32 {
	names := &Network{kinds: b.l.kinds}
	if !names.isSpelt(&key) {
		return nil
	}
	var found []int32
	eachShortened(key.kind, key.key, names.isFirm(&key), func(h uint64) {
		k := nearKey(h)
		all := b.t.near[b.t.nearAt[k>>(64-nearBits)]:b.t.nearAt[k>>(64-nearBits)+1]]
		at, _ := slices.BinarySearch(all, k)
		for ; at < len(all) && all[at]>>32 == k>>32; at++ {
			e := b.t.shared[uint32(all[at])]
			other := b.key(e)
			if other.kind == key.kind && other.key != key.key && (names.mistyped(&key, other.key) || names.mistyped(&other, key.key)) && !slices.Contains(found, e) {
				found = append(found, e)
			}
		}
	})
	return found
}
