package linkage

import (
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// caseRow is a case, or what some parts of it tell until [Linker.mergeParts] has
// brought all of them together: 64 bytes without a pointer. Texts are numbers of the linker's words.
type caseRow struct {
	id                  textSpan // in the table's texts
	agency, origin      int32
	counties            int32 // a set of counties
	countyDoubt, status int32
	from, to            normalize.Day
	file, sheet         int32 // where the first part of it stands
	line, column        int32
	offense             Offense
	minors              bool
	assumed             bool // the counties are those of a file
}

// caseTable interns cases by what parts say of whose they are.
type caseTable struct {
	words    *words
	counties *countySets
	slots    hashTable
	rows     []caseRow
	texts    []byte
	frozen   bool // a network reads the rows: what changes one must copy them first
}

// hash returns a hash of what parts of one case have in common for certain: the
// agency, or what stands for it, the origin and the id.
func (c *caseRow) hash(seed uint64, id string) uint64 {
	county := uint64(0)
	if c.agency == 0 {
		county = uint64(c.counties) << 1
		if c.assumed {
			county++
		}
	}
	return hashText(seed^mix(uint64(uint32(c.agency))<<32|uint64(uint32(c.origin)), hashA)^county, id)
}

// find returns the row for the parts that say the same of whose they are as c, and -1
// if there is none.
func (t *caseTable) find(h uint64, id string, c *caseRow) int32 {
	if len(t.slots) == 0 {
		return -1
	}
	mask := uint64(len(t.slots) - 1)
	for i := h >> 32 & mask; t.slots[i] != 0; i = (i + 1) & mask {
		if t.slots[i]>>32 != h>>32 {
			continue
		}
		at := int32(uint32(t.slots[i])) - 1
		r := &t.rows[at]
		if r.agency == c.agency && r.origin == c.origin && r.id.of(t.texts) == id && (c.agency != 0 || r.counties == c.counties && r.assumed == c.assumed) {
			return at
		}
	}
	return -1
}

// add returns the row of a part, in which it is then told.
func (t *caseTable) add(h uint64, id string, c *caseRow) int32 {
	if at := t.find(h, id, c); at >= 0 {
		merged := t.rows[at]
		t.merge(&merged, c)
		if merged != t.rows[at] {
			if t.frozen {
				t.rows, t.frozen = slices.Clone(t.rows), false
			}
			t.rows[at] = merged
		}
		return at
	}
	at := int32(len(t.rows))
	row := *c
	row.id = appendText(&t.texts, id)
	t.rows = append(t.rows, row)
	t.slots.add(h, at)
	return at
}

// merge adds to a what another row of the same case says. It is commutative and
// associative but for what tells rows apart: id, agency and origin stay those of a.
func (t *caseTable) merge(a, o *caseRow) {
	switch { // what is only assumed adds nothing to what is said, whichever of the two comes first
	case o.counties == 0:
	case a.counties == 0 || a.assumed && !o.assumed:
		a.counties, a.assumed = o.counties, o.assumed
	case a.assumed == o.assumed:
		a.counties = t.counties.union(a.counties, o.counties)
	}
	a.countyDoubt = t.mergeText(a.countyDoubt, o.countyDoubt)
	a.status = t.mergeText(a.status, o.status)
	a.from = earliest(a.from, o.from)
	a.to = max(a.to, o.to)
	a.offense |= o.offense
	a.minors = a.minors || o.minors
	if t.position(o).Compare(t.position(a)) < 0 {
		a.file, a.sheet, a.line, a.column = o.file, o.sheet, o.line, o.column
	}
}

func (t *caseTable) position(c *caseRow) source.Position {
	return t.words.position(c.file, c.sheet, c.line, c.column)
}

// mergeText returns the text of a field that parts of a case tell differently:
// the longest, and among those the first in byte order, so that the order of the parts does not matter.
func (t *caseTable) mergeText(a, b int32) int32 {
	if a == b {
		return a
	}
	x, y := t.words.text(a), t.words.text(b)
	if len(x) > len(y) || len(x) == len(y) && x <= y {
		return a
	}
	return b
}

// countySets numbers sets of counties; 0 is the empty one. It is safe for concurrent use.
type countySets struct {
	mu   sync.RWMutex
	of   map[string]int32 // by the sorted codes with commas between
	sets [][]string       // sorted
}

// number returns the number of the set of some codes.
func (s *countySets) number(codes []string) int32 {
	if len(codes) == 0 {
		return 0
	}
	sorted := slices.Clone(codes)
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)
	key := strings.Join(sorted, ",")
	s.mu.Lock()
	defer s.mu.Unlock()
	i, ok := s.of[key]
	if !ok {
		i = int32(len(s.sets))
		for j := range sorted {
			sorted[j] = strings.Clone(sorted[j])
		}
		s.sets = append(s.sets, sorted)
		s.of[key] = i
	}
	return i
}

// codes returns the codes of a set, sorted.
func (s *countySets) codes(i int32) []string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.sets[i]
}

// union returns the number of the union of two sets.
func (s *countySets) union(a, b int32) int32 {
	if a == b || b == 0 {
		return a
	}
	if a == 0 {
		return b
	}
	return s.number(slices.Concat(s.codes(a), s.codes(b)))
}

// all returns the sets by number.
func (s *countySets) all() [][]string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.sets[:len(s.sets):len(s.sets)]
}

// entityPair is a whole value and a facet that it implies.
type entityPair struct{ whole, facet int32 }

// pairSet is a set of pairs in the order in which they came.
type pairSet struct {
	slots []int32 // open addressing: index into pairs plus one; 0 is free
	pairs []entityPair
}

func (s *pairSet) add(p entityPair) {
	if len(s.pairs)*4 >= len(s.slots)*3 {
		s.slots = make([]int32, max(64, 2<<bits.Len(uint(len(s.pairs)))))
		for i := range s.pairs {
			s.slots[s.at(s.pairs[i])] = int32(i + 1)
		}
	}
	if i := s.at(p); s.slots[i] == 0 {
		s.pairs = append(s.pairs, p)
		s.slots[i] = int32(len(s.pairs))
	}
}

// at returns the slot of p: the one that has it, or the first free one.
func (s *pairSet) at(p entityPair) int {
	mask := len(s.slots) - 1
	i := int(mix(uint64(uint32(p.whole))<<32|uint64(uint32(p.facet))^hashA, hashB)) & mask
	for s.slots[i] != 0 && s.pairs[s.slots[i]-1] != p {
		i = (i + 1) & mask
	}
	return i
}
