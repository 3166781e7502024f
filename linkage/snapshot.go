package linkage

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"runtime/debug"
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

// mostSnapshotRows is the most rows that one column may have; numbers of rows are of 32 bits.
const mostSnapshotRows = 1<<31 - 1

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
	s := &snapshotWriter{w: bufio.NewWriterSize(w, 1<<20)}
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
	writeColumn(s, l.mentions)
	writeColumn(s, l.more)
	writeColumn(s, l.implied.pairs)
	s.number(uint64(s.sum))
	return errors.Join(s.err, s.w.Flush())
}

// ReadSnapshot returns a linker with the cases that [Linker.WriteSnapshot] wrote; it takes further
// ones as any linker. Options are as for [New]; NoTrace must be set. It fails
// with [ErrSnapshot] when the snapshot is not good for these options and this program. Cost: that of reading the bytes.
func ReadSnapshot(r io.Reader, o Options) (*Linker, error) {
	l, err := New(o)
	if err != nil {
		return nil, err
	}
	if l.trace {
		return nil, errors.New("linkage: a linker that keeps traces has no snapshot")
	}
	s := &snapshotReader{r: bufio.NewReaderSize(r, 1<<16)}
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
	pairs := readColumn[entityPair](s)
	if sum := uint64(s.sum); s.number() != sum || s.bad || !l.fits(pairs) {
		return nil, ErrSnapshot
	}
	for _, p := range pairs {
		l.implied.add(p)
	}
	return l, nil
}

// fits reports whether all numbers of rows that the columns hold are those of rows: what a
// checksum alone does not promise.
func (l *Linker) fits(pairs []entityPair) bool {
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
	for _, p := range pairs {
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

// castagnoli is the polynomial for which processors have an instruction.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// snapshotWriter writes columns and remembers the first failure.
type snapshotWriter struct {
	w   *bufio.Writer
	sum uint32
	err error
}

func (s *snapshotWriter) bytes(p []byte) {
	if s.err == nil {
		s.sum = crc32.Update(s.sum, castagnoli, p)
		_, s.err = s.w.Write(p)
	}
}

func (s *snapshotWriter) number(n uint64) { s.bytes(binary.NativeEndian.AppendUint64(nil, n)) }

func (s *snapshotWriter) texts(list []string) {
	ends := make([]uint32, len(list))
	var all []byte
	for i, text := range list {
		all = append(all, text...)
		ends[i] = uint32(len(all))
	}
	writeColumn(s, ends)
	writeColumn(s, all)
}

// writeColumn writes rows, which hold no pointers, as they lie in memory.
func writeColumn[T any](s *snapshotWriter, rows []T) {
	s.number(uint64(len(rows)))
	s.bytes(columnBytes(rows))
}

func columnBytes[T any](rows []T) []byte {
	if len(rows) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&rows[0])), uintptr(len(rows))*unsafe.Sizeof(rows[0]))
}

// snapshotReader reads columns; once bad, all that it reads is empty.
type snapshotReader struct {
	r   *bufio.Reader
	sum uint32
	bad bool
}

func (s *snapshotReader) bytes(p []byte) {
	if s.bad {
		return
	}
	if _, err := io.ReadFull(s.r, p); err != nil {
		s.bad = true
		return
	}
	s.sum = crc32.Update(s.sum, castagnoli, p)
}

func (s *snapshotReader) number() uint64 {
	var p [8]byte
	s.bytes(p[:])
	if s.bad {
		return 0
	}
	return binary.NativeEndian.Uint64(p[:])
}

func (s *snapshotReader) texts() []string {
	ends, all := readColumn[uint32](s), readColumn[byte](s)
	list := make([]string, len(ends))
	from := uint32(0)
	for i, end := range ends {
		if end < from || uint64(end) > uint64(len(all)) {
			s.bad = true
			return nil
		}
		list[i] = string(all[from:end])
		from = end
	}
	return list
}

// columnStep is how many rows are read at a time, so that a length that lies takes no memory.
const columnStep = 1 << 20

// readColumn reads a column that writeColumn wrote.
func readColumn[T any](s *snapshotReader) []T {
	n := s.number()
	if n > mostSnapshotRows {
		s.bad = true
	}
	if s.bad || n == 0 {
		return nil
	}
	rows := make([]T, 0, min(n, columnStep))
	for uint64(len(rows)) < n && !s.bad {
		from := len(rows)
		step := min(n-uint64(from), max(columnStep, uint64(from)))
		if uint64(cap(rows)) < uint64(from)+step {
			rows = append(make([]T, 0, uint64(from)+step), rows...)
		}
		rows = rows[:uint64(from)+step]
		s.bytes(columnBytes(rows[from:]))
	}
	if s.bad {
		return nil
	}
	return rows
}
