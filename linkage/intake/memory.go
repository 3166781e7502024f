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

// A memory remembers what the last texts mean that it was asked for. A text takes the place of another one with the
// same hash, so that it never grows. It is for one goroutine.
type memory[V any] struct {
	entries []memoryEntry[V]
}

type memoryEntry[V any] struct {
	text, context string
	known         bool
	value         V
}

// of returns what a text means in a context, by read, which must depend on nothing else.
func (m *memory[V]) of(text, context string, read func(text, context string) V) V {
	if m.entries == nil {
		m.entries = make([]memoryEntry[V], memorySize)
	}
	e := &m.entries[maphash.String(memorySeed, text)%memorySize]
	if !e.known || e.text != text || e.context != context {
		text, context = strings.Clone(text), strings.Clone(context)
		*e = memoryEntry[V]{text, context, true, read(text, context)}
	}
	return e.value
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

// cellMemory remembers the values of cells that were read without a problem.
type cellMemory struct {
	entries []cellEntry
}

type cellEntry struct {
	text    string
	context cellContext
	known   bool
	values  []remembered
}

func (m *cellMemory) entry(text string, context *cellContext) (e *cellEntry, known bool) {
	if m.entries == nil {
		m.entries = make([]cellEntry, memorySize)
	}
	e = &m.entries[(maphash.String(memorySeed, text)+uint64(context.column))%memorySize]
	return e, e.known && e.text == text && e.context == *context
}

// keep makes e that of a text in a context.
func (e *cellEntry) keep(text string, context *cellContext, values []remembered) {
	*e = cellEntry{text: strings.Clone(text), context: *context, known: true, values: append([]remembered(nil), values...)}
	c := &e.context
	c.extra, c.place = strings.Clone(c.extra), normalize.Place{City: strings.Clone(c.place.City), State: strings.Clone(c.place.State), ZIP: strings.Clone(c.place.ZIP)}
}

// dateRead, countyRead and vehicleRead are what texts were read to.
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
