package linkage

import (
	"errors"
	"hash/maphash"
	"slices"
	"sync"

	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// Options say how a Linker works. The zero value is good without tuning.
type Options struct {
	// Parameters are the numbers to weigh with; nil means [DefaultParameters].
	Parameters *Parameters
	// Kinds are kinds of entity of your own; one with the name of a built-in
	// kind takes its place.
	Kinds []KindSpec
	// NoTrace leaves out where each mention stood and how. It halves the
	// memory; explanations then name values without their sources.
	NoTrace bool
	// Known are values of which people know whether they are hubs; of several on
	// one value the last counts.
	Known []Known
	// Judgements are what people decided about pairs of cases and of values. Of
	// several on one pair the last counts.
	Judgements []Judgement
	// Workers is how many goroutines [Linker.Link] may use; 0 means one a
	// core. The result does not depend on it.
	Workers int
}

// Validate reports all faults at once.
func (o Options) Validate() error {
	var faults []error
	if o.Parameters != nil {
		faults = append(faults, o.Parameters.Validate())
	}
	for i := range o.Kinds {
		faults = append(faults, o.Kinds[i].Validate())
	}
	if o.Workers < 0 {
		faults = append(faults, errors.New("options: workers must not be negative"))
	}
	return errors.Join(faults...)
}

// A Linker takes cases in and gives a [Network] out. Its methods are safe for
// concurrent use; the result does not depend on the order in which cases come.
//
// It keeps columns: rows of numbers and arenas of bytes, so that a million cases hold
// few pointers. Texts that are often repeated have numbers, and so have entities.
type Linker struct {
	params   *Parameters
	workers  int
	trace    bool
	judged   []Judgement
	known    []Known
	kinds    []kindState
	kindOf   map[Kind]uint8
	words    *words
	entities *entityTable
	batches  sync.Pool // of *Batch, for Add

	mu       sync.Mutex
	cases    caseTable
	counties *countySets
	mentions []mentionRow // of each part together
	more     []mentionMore
	traces   []trace
	subjects int32
	implied  pairSet // a whole value, and what it implies
	edge     *edge   // of a linker of some cases of a base
	linked   bool    // what it was read from has what a full link with its options left
}

// mentionRow is one mention of one facet of a value: 16 bytes.
type mentionRow struct {
	kase, entity int32
	more         int32 // index into more; 0: nothing but what stands here
	role         Role
	flags        mentionFlags
}

// mentionMore is what few mentions have.
type mentionMore struct {
	date, born normalize.Day
	subject    int32 // 0: nobody whom it matters to know
	trace      int32 // index into traces, plus one; 0: none
	make       int32 // of a vehicle, in the linker's words; 0: not said
	age        uint8
}

type mentionFlags uint8

const (
	flagMinor    mentionFlags = 1 << iota // its subject is recorded as a minor
	flagInText                            // found in a narrative
	flagUnsure                            // below MinConfidence
	flagFacet                             // not the value itself but a weaker facet of it
	flagUnlinked                          // cannot link: a town, a plate half read, a detective
)

// trace is where a mention stood and how.
type trace struct {
	raw        string
	attributes []Attribute
	source     source.Position
}

// New returns an empty Linker. It fails when the options are not valid.
func New(o Options) (*Linker, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	p := o.Parameters
	if p == nil {
		p = DefaultParameters()
	}
	kinds, err := kindTable(p, o.Kinds)
	if err != nil {
		return nil, err
	}
	l := &Linker{
		params: p, workers: o.Workers, trace: !o.NoTrace, kinds: kinds, judged: slices.Clone(o.Judgements), known: slices.Clone(o.Known),
		kindOf: make(map[Kind]uint8, len(kinds)),
		words:  newWords(),
		more:   make([]mentionMore, 1),
	}
	l.counties = &countySets{of: map[string]int32{}, sets: make([][]string, 1)}
	l.cases.words, l.cases.counties = l.words, l.counties
	l.entities = &entityTable{seed: hashSeed, doubts: l.words, kinds: kinds}
	for i := range kinds {
		l.kindOf[kinds[i].Kind] = uint8(i)
	}
	l.batches.New = func() any { return l.NewBatch() }
	return l, nil
}

// hashSeed is drawn anew in each process, so that nobody can write cases whose
// values meet in one place of a table.
var hashSeed = maphash.Comparable(maphash.MakeSeed(), 0)

// Add takes a case, or a part of one, in. It keeps nothing of c that the
// caller may change later. It fails, and takes nothing in, when the case has no
// id or a mention is of a kind that the linker does not know. A mention whose
// value cannot be read is no failure: it does not link. Cost: O(mentions).
func (l *Linker) Add(c Case) error {
	b := l.batches.Get().(*Batch)
	defer l.batches.Put(b)
	b.Reset()
	if err := b.Add(&c); err != nil {
		return err
	}
	l.AddBatch(b)
	return nil
}

// AddBatch takes the parts of a batch in, which was made by this linker's NewBatch. The
// batch may be used again after [Batch.Reset]. Cost: O(mentions).
func (l *Linker) AddBatch(b *Batch) {
	b.intern()
	l.mu.Lock()
	defer l.mu.Unlock()
	moreAt, traceAt := int32(len(l.more)-1), int32(len(l.traces))
	for i := range b.more[1:] {
		m := b.more[1+i]
		if m.subject != 0 {
			m.subject += l.subjects
		}
		if m.trace != 0 {
			m.trace += traceAt
		}
		l.more = append(l.more, m)
	}
	l.subjects += b.subjects
	l.traces = append(l.traces, b.traces...)
	from := int32(0)
	for i := range b.parts {
		p := &b.parts[i]
		if p.id.n == 0 {
			from = p.mentions
			continue
		}
		kase := l.cases.add(p.hash, p.id.of(b.text), &p.row)
		for _, m := range b.mentions[from:p.mentions] {
			m.kase = kase
			if m.more != 0 {
				m.more += moreAt
			}
			l.mentions = append(l.mentions, m)
		}
		from = p.mentions
	}
	for _, p := range b.implied {
		l.implied.add(p)
	}
}

// earliest returns the earlier of two days of which either may be unknown.
func earliest(a, b normalize.Day) normalize.Day {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// betterDisplay reports whether a shows a value better than b: in mixed case
// rather than in capitals, then the longer, then the first in byte order.
func betterDisplay(a, b string) bool {
	if a == b {
		return false
	}
	if am, bm := mixedCase(a), mixedCase(b); am != bm {
		return am
	}
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return a < b
}

func mixedCase(s string) bool {
	lower, upper := false, false
	for i := 0; i < len(s); i++ {
		lower = lower || 'a' <= s[i] && s[i] <= 'z'
		upper = upper || 'A' <= s[i] && s[i] <= 'Z'
	}
	return lower && upper
}
