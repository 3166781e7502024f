package linkage

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"
	"unsafe"
)

// ErrSnapshot says that data is no snapshot that this linker can go on from: cut off,
// damaged, or written with other parameters, kinds, by another version of the program or on
// another kind of machine. Add the cases anew.
var ErrSnapshot = errors.New("linkage: not a snapshot of this version and these parameters")

// snapshotVersion is counted up whenever what a snapshot holds, or what is made of a
// value before it is kept, changes.
const snapshotVersion = 2

// snapshotMagic begins a snapshot. As it is read back as the number that it was
// written as, it also tells a machine with another order of bytes.
const snapshotMagic = 0x31_50_41_4e_53_46_4c_54

// WriteSnapshot writes all cases added so far in a form that [ReadSnapshot] reads without
// normalising anything again: the linker's own columns, with a checksum at the
// end. Cost: that of writing the bytes.
//
// It holds what has been added, not what was made of it: judgements, known hubs and the number of
// workers may be others when it is read. A snapshot is no longer good, and ReadSnapshot says so, when any of these changes: the
// parameters, the kinds of the options, the version of the program (its normalisers and extractors), the kind of machine. It knows no case
// that was changed or taken back since: cases can only be added. It fails for a linker that keeps traces.
func (l *Linker) WriteSnapshot(w io.Writer) error {
	if l.trace {
		return errors.New("linkage: a linker that keeps traces has no snapshot")
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	s := &columnWriter{w: bufio.NewWriterSize(w, 1<<20)}
	s.number(snapshotMagic)
	writeColumn(s, []byte(l.fingerprint()))
	s.number(l.entities.seed)
	s.number(uint64(l.subjects))
	s.texts(l.words.texts())
	sets := l.counties.all()
	joined := make([]string, len(sets))
	for i := range sets {
		joined[i] = strings.Join(sets[i], ",")
	}
	s.texts(joined)
	writeColumn(s, l.cases.rows)
	writeColumn(s, l.cases.texts)
	writeColumn(s, l.cases.slots)
	for i := range l.entities.shards {
		shard := &l.entities.shards[i]
		shard.mu.Lock()
		writeColumn(s, shard.cells)
		writeColumn(s, shard.texts)
		writeColumn(s, shard.slots)
		shard.mu.Unlock()
	}
	writeColumn(s, l.mentionsByRow())
	writeColumn(s, l.more)
	pairs := slices.Clone(l.implied.pairs)
	slices.SortFunc(pairs, entityPair.compare)
	writeColumn(s, pairs)
	s.end()
	return errors.Join(s.err, s.w.Flush())
}

// ReadSnapshot returns a linker with the cases that [Linker.WriteSnapshot] wrote; it takes further
// ones as any linker. Options are as for [New]; NoTrace must be set. It fails
// with [ErrSnapshot] when the snapshot is not good for these options and this program.
//
// The linker, and all that comes of it, goes on with data itself where it begins at a multiple of eight bytes, and may
// write into it: a file is best mapped privately. Cost: a few passes over the bytes.
func ReadSnapshot(data []byte, o Options) (*Linker, error) {
	s := &columnReader{data: data}
	l, err := readSnapshot(s, o)
	if err == nil {
		l.linked = linkedWith(s, o.optionsHash())
	}
	return l, err
}

// IsLinked reports whether the linker was read from a snapshot that [OpenBase] can open with the same options, if it is
// not damaged.
func (l *Linker) IsLinked() bool { return l.linked }

// mentionsByRow returns all mentions, those of a row of the cases in the order in which they were added.
func (l *Linker) mentionsByRow() []mentionRow {
	if slices.IsSortedFunc(l.mentions, func(a, b mentionRow) int { return cmp.Compare(a.kase, b.kase) }) {
		return l.mentions
	}
	off := make([]int32, len(l.cases.rows)+1)
	for i := range l.mentions {
		off[l.mentions[i].kase+1]++
	}
	for i := range l.cases.rows {
		off[i+1] += off[i]
	}
	sorted := make([]mentionRow, len(l.mentions))
	for _, m := range l.mentions {
		sorted[off[m.kase]] = m
		off[m.kase]++
	}
	return sorted
}

func readSnapshot(s *columnReader, o Options) (*Linker, error) {
	l, err := New(o)
	if err != nil {
		return nil, err
	}
	if l.trace {
		return nil, errors.New("linkage: a linker that keeps traces has no snapshot")
	}
	if s.number() != snapshotMagic || string(readColumn[byte](s)) != l.fingerprint() {
		return nil, ErrSnapshot
	}
	l.entities.seed = s.number()
	l.subjects = int32(s.number())
	for _, text := range s.texts() {
		l.words.number(text)
	}
	for _, joined := range s.texts() {
		if joined != "" {
			l.counties.number(strings.Split(joined, ","))
		}
	}
	l.cases.rows = readColumn[caseRow](s)
	l.cases.texts = readColumn[byte](s)
	l.cases.slots = readColumn[uint64](s)
	for i := range l.entities.shards {
		shard := &l.entities.shards[i]
		shard.cells = readColumn[entityCell](s)
		shard.texts = readColumn[byte](s)
		shard.slots = readColumn[uint64](s)
	}
	l.mentions = readColumn[mentionRow](s)
	l.more = readColumn[mentionMore](s)
	l.implied.pairs = readColumn[entityPair](s)
	if !s.end() || !l.fits() {
		return nil, ErrSnapshot
	}
	return l, nil
}

// fits reports whether all numbers of rows that the columns hold are those of rows: what a
// checksum alone does not promise.
func (l *Linker) fits() bool {
	words, sets := int32(len(l.words.texts())), int32(len(l.counties.all()))
	is := func(i, n int32) bool { return uint32(i) < uint32(n) }
	in := func(t textSpan, arena []byte) bool { return uint64(t.at)+uint64(t.n) <= uint64(len(arena)) }
	table := func(slots []uint64, rows int) bool {
		if len(slots)&(len(slots)-1) != 0 || rows >= len(slots) && rows > 0 {
			return false
		}
		used := 0
		for _, slot := range slots {
			if uint64(uint32(slot)) > uint64(rows) {
				return false
			}
			if slot != 0 {
				used++
			}
		}
		return used == rows
	}
	for i := range l.cases.rows {
		c := &l.cases.rows[i]
		if !in(c.id, l.cases.texts) || !is(c.counties, sets) || !is(c.agency, words) || !is(c.origin, words) ||
			!is(c.countyDoubt, words) || !is(c.status, words) || !is(c.file, words) || !is(c.sheet, words) {
			return false
		}
	}
	if !table(l.cases.slots, len(l.cases.rows)) {
		return false
	}
	for i := range l.entities.shards {
		shard := &l.entities.shards[i]
		for j := range shard.cells {
			c := &shard.cells[j]
			if !in(c.key, shard.texts) || !in(c.display, shard.texts) || !is(c.doubt, words) || int(c.kind) >= len(l.kinds) || int(c.level) >= len(levelNames) {
				return false
			}
		}
		if !table(shard.slots, len(shard.cells)) {
			return false
		}
	}
	entity := func(e int32) bool {
		return e >= 0 && int(e>>shardBits) < len(l.entities.shards[e&(shards-1)].cells)
	}
	for i := range l.mentions {
		m := &l.mentions[i]
		if !is(m.kase, int32(len(l.cases.rows))) || !is(m.more, int32(len(l.more))) || !entity(m.entity) {
			return false
		}
	}
	for i := range l.more {
		if !is(l.more[i].make, words) || l.more[i].trace != 0 {
			return false
		}
	}
	for _, p := range l.implied.pairs {
		if !entity(p.whole) || !entity(p.facet) {
			return false
		}
	}
	return len(l.more) > 0 && l.more[0] == mentionMore{}
}

// fingerprint tells whether a snapshot was written by a linker that would make the same of the same cases.
func (l *Linker) fingerprint() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %d %d %d %#v", snapshotVersion, unsafe.Sizeof(caseRow{}), unsafe.Sizeof(entityCell{}), unsafe.Sizeof(mentionMore{}), *l.params)
	for i := range l.kinds {
		k := &l.kinds[i]
		fmt.Fprintf(&b, " %q %t %#v", k.Kind, k.own, k.KindParameters)
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Fprintf(&b, " %s %s", info.GoVersion, info.Main.Version)
		for _, s := range info.Settings {
			if strings.HasPrefix(s.Key, "vcs.") {
				b.WriteString(" " + s.Value)
			}
		}
	}
	return b.String()
}
