package intake

import (
	"hash/maphash"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// memorySize is how many texts a memory has room for. A table's dates, counties, agencies, officers
// and streets repeat; more than that do not fit into a core's cache.
const memorySize = 1 << 12

var memorySeed = maphash.MakeSeed()

// A memory remembers what texts mean, each in a context. It forgets all when it is full, so that it never grows beyond
// [memorySize]; what it holds lies close together, so that the few texts of most columns stay in a core's nearest
// cache. It is for one goroutine.
type memory[C comparable, V any] struct {
	slots   []int32 // open addressing: index into entries plus one; 0 is free
	entries []memoryEntry[C, V]
}

type memoryEntry[C comparable, V any] struct {
	hash    uint64
	text    string
	context C
	value   V
}

// find returns what a text means in a context that has the given hash, nil if that is not remembered. The result is valid until the
// next keep.
func (m *memory[C, V]) find(hash uint64, text string, context *C) *V {
	if len(m.slots) == 0 {
		return nil
	}
	mask := uint64(len(m.slots) - 1)
	for i := hash & mask; m.slots[i] != 0; i = (i + 1) & mask {
		e := &m.entries[m.slots[i]-1]
		if e.hash == hash && e.text == text && e.context == *context {
			return &e.value
		}
	}
	return nil
}

// keep remembers what a text means in a context, of which it keeps what it is given. It must not be known yet.
func (m *memory[C, V]) keep(hash uint64, text string, context C, value V) {
	switch {
	case len(m.entries) == memorySize:
		clear(m.entries)
		clear(m.slots)
		m.entries = m.entries[:0]
	case 2*len(m.entries) >= len(m.slots):
		m.slots = make([]int32, max(64, 2*len(m.slots)))
		for i := range m.entries {
			m.place(m.entries[i].hash, int32(i+1))
		}
	}
	m.entries = append(m.entries, memoryEntry[C, V]{hash, text, context, value})
	m.place(hash, int32(len(m.entries)))
}

// place writes a slot where its hash wants it, or after that.
func (m *memory[C, V]) place(hash uint64, slot int32) {
	mask := uint64(len(m.slots) - 1)
	i := hash & mask
	for m.slots[i] != 0 {
		i = (i + 1) & mask
	}
	m.slots[i] = slot
}

// textMemory remembers what texts mean, each perhaps in a state.
type textMemory[V any] struct{ memory[string, V] }

// of returns what a text means in a context, by read, which must depend on nothing else.
func (m *textMemory[V]) of(text, context string, read func(text, context string) V) V {
	h := maphash.String(memorySeed, text)
	if context != "" {
		h += 3 * maphash.String(memorySeed, context)
	}
	if v := m.find(h, text, &context); v != nil {
		return *v
	}
	text, context = strings.Clone(text), strings.Clone(context)
	v := read(text, context)
	m.keep(h, text, context, v)
	return v
}

// remembered is a value that a cell was read to.
type remembered struct {
	value   *linkage.Prepared
	firm    bool // a business, which is not its person's
	vehicle bool // it may have a make
}

// cellContext is what a cell's meaning may depend on beside its text.
type cellContext struct {
	column int
	extra  string // the state of a plate, the platform of a handle, the unit of an address
	place  normalize.Place
	born   normalize.Day
}

// hash returns a hash of a text in the context.
func (c *cellContext) hash(text string) uint64 {
	h := maphash.String(memorySeed, text) + uint64(c.column) + uint64(c.born)<<32
	for i, s := range [...]string{c.extra, c.place.City, c.place.State, c.place.ZIP} {
		if s != "" {
			h += uint64(2*i+3) * maphash.String(memorySeed, s)
		}
	}
	return h
}

// clone returns a context that shares no memory with a batch of rows.
func (c cellContext) clone() cellContext {
	c.extra, c.place = strings.Clone(c.extra), normalize.Place{City: strings.Clone(c.place.City), State: strings.Clone(c.place.State), ZIP: strings.Clone(c.place.ZIP)}
	return c
}

// dateRead and countyRead are what texts were read to.
type (
	dateRead struct {
		from, to normalize.Day
		err      error
	}
	countyRead struct {
		codes []string // sorted; shared
		doubt string
		err   error
	}
)

func readDate(text, _ string) dateRead {
	d, err := normalize.Date(text)
	return dateRead{d.From, d.To, err}
}
