package linkage

import (
	"errors"
	"fmt"
	"slices"
	"strings"
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
	// Judgements are what people decided about pairs of cases. Of several on
	// one pair the last counts.
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
type Linker struct {
	params  *Parameters
	workers int
	trace   bool
	judged  []Judgement
	known   []Known
	kinds   []kindState
	kindOf  map[Kind]uint8

	mu        sync.Mutex
	caseOf    map[string]int32
	cases     []caseRow
	entityOf  map[entityKey]int32
	entities  []entityRow
	mentions  []mentionRow
	traces    []trace
	makes     []string // makes of vehicles; the first is none
	makeOf    map[string]int32
	subjects  int32
	facetsOf  map[int32][]int32 // by whole value: what it implies
	interned  map[string]string
	countySet map[string][]string
}

// caseRow is a case, or what some parts of it tell until [mergeParts] has
// brought all of them together.
type caseRow struct {
	id, agency  string
	origin      string
	assumed     bool // the counties are those of a file
	counties    []string
	countyDoubt string
	status      string
	from, to    normalize.Day
	offense     Offense
	minors      bool
	source      source.Position
}

// entityKey is what makes two mentions one entity.
type entityKey struct {
	kind  uint8
	level level
	key   string
}

// entityRow is an entity as far as its own value tells.
type entityRow struct {
	entityKey
	display string
	base    Weight // what sharing it weighs before frequency, hubs and gaps
	doubt   string // first issue of the value, if it has one
	public  bool   // names a place or service that unrelated people use
}

// mentionRow is one mention of one facet of a value.
type mentionRow struct {
	kase, entity int32
	date, born   normalize.Day
	subject      int32 // 0: nobody in particular
	trace        int32 // index into traces; -1: none
	make         int32 // of a vehicle, index into makes; 0: not said
	age          uint8
	role         Role
	flags        mentionFlags
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
		kindOf:    make(map[Kind]uint8, len(kinds)),
		caseOf:    map[string]int32{},
		entityOf:  map[entityKey]int32{},
		facetsOf:  map[int32][]int32{},
		makes:     []string{""},
		makeOf:    map[string]int32{"": 0},
		interned:  map[string]string{},
		countySet: map[string][]string{},
	}
	for i := range kinds {
		l.kindOf[kinds[i].Kind] = uint8(i)
	}
	return l, nil
}

// Add takes a case, or a part of one, in. It keeps nothing of c that the
// caller may change later. It fails, and takes nothing in, when the case has no
// id or a mention is of a kind that the linker does not know. A mention whose
// value cannot be read is no failure: it does not link. Cost: O(mentions).
func (l *Linker) Add(c Case) error {
	if c.ID == "" {
		return errors.New("linkage: a case needs an id")
	}
	facets := make([]facet, 0, 16)
	ends := make([]int, len(c.Mentions))
	born := make([]normalize.Day, len(c.Mentions))
	for i := range c.Mentions {
		m := &c.Mentions[i]
		k, ok := l.kindOf[m.Kind]
		if !ok {
			return fmt.Errorf("linkage: case has a mention of unknown kind %q; define it in Options.Kinds", m.Kind)
		}
		v := m.Value
		if v == nil {
			v, _ = l.kinds[k].Normalize(m.Raw) // an unreadable value has an empty key and is passed over
		}
		if v != nil && v.Key() != "" {
			facets = l.facets(facets, k, v)
		}
		ends[i], born[i] = len(facets), bornOf(m, v)
	}

	l.mu.Lock()
	defer l.mu.Unlock()
	ci := l.caseRow(&c)
	firstSubject := l.subjects
	names := make([]string, 0, 8)
	start := 0
	for i := range c.Mentions {
		m := &c.Mentions[i]
		row := mentionRow{kase: ci, date: m.Date, born: born[i], role: m.Role, trace: -1}
		row.age = uint8(min(max(m.Age, 0), 255))
		row.make = l.makeIndex(m.Attributes)
		if m.Subject != "" {
			at := slices.Index(names, m.Subject)
			if at < 0 {
				at = len(names)
				names = append(names, m.Subject)
			}
			row.subject = firstSubject + int32(at) + 1
		}
		if m.Minor {
			row.flags |= flagMinor
		}
		if m.InText {
			row.flags |= flagInText
		}
		if m.Role == RoleProfessional {
			row.flags |= flagUnlinked // the same detective works on many cases
		}
		if m.Confidence != 0 && m.Confidence < MinConfidence {
			row.flags |= flagUnsure
		}
		if l.trace && ends[i] > start {
			row.trace = int32(len(l.traces))
			l.traces = append(l.traces, trace{strings.Clone(m.Raw), slices.Clone(m.Attributes), l.position(m.Source)})
		}
		whole := int32(-1)
		for j, f := range facets[start:ends[i]] {
			row.entity = l.entity(&f)
			keep := row.flags
			if j == 0 {
				whole = row.entity
			} else {
				row.flags |= flagFacet
				l.imply(whole, row.entity)
			}
			if f.unlinked {
				row.flags |= flagUnlinked
			}
			l.mentions = append(l.mentions, row)
			row.flags = keep
		}
		start = ends[i]
	}
	l.subjects = firstSubject + int32(len(names))
	return nil
}

// partKey returns what parts of one case have in common for certain.
func partKey(c *Case) string {
	county := ""
	if c.Agency == "" {
		county = strings.Join(c.Counties, ",")
		if c.CountyAssumed {
			county = "~" + county
		}
	}
	return c.Agency + "\x00" + county + "\x00" + c.Origin + "\x00" + c.ID
}

// caseRow returns the index of the row for the parts of c's case that say the same of whose it is.
func (l *Linker) caseRow(c *Case) int32 {
	key := partKey(c)
	i, ok := l.caseOf[key]
	if !ok {
		i = int32(len(l.cases))
		key = strings.Clone(key)
		l.caseOf[key] = i
		at := len(key) - len(c.ID)
		l.cases = append(l.cases, caseRow{id: key[at:], agency: l.intern(c.Agency), origin: l.intern(c.Origin), assumed: c.CountyAssumed, source: l.position(c.Source)})
	}
	more := caseRow{
		counties: c.Counties, assumed: c.CountyAssumed, countyDoubt: l.intern(c.CountyDoubt), status: l.intern(c.Status),
		from: c.From, to: max(c.From, c.To), offense: c.Offense, minors: c.MinorsInvolved, source: l.position(c.Source),
	}
	l.cases[i].merge(&more, l.counties)
	return i
}

// makeIndex returns the make of a vehicle that its attributes say.
func (l *Linker) makeIndex(attributes []Attribute) int32 {
	for _, a := range attributes {
		if a.Name != "make" {
			continue
		}
		name := strings.ToLower(a.Value)
		i, ok := l.makeOf[name]
		if !ok {
			i = int32(len(l.makes))
			name = strings.Clone(name)
			l.makes = append(l.makes, name)
			l.makeOf[name] = i
		}
		return i
	}
	return 0
}

// imply notes that who shares the whole value shares its facet too.
func (l *Linker) imply(whole, facet int32) {
	if have := l.facetsOf[whole]; !slices.Contains(have, facet) {
		l.facetsOf[whole] = append(slices.Clip(have), facet)
	}
}

// entity returns the index of the entity that a facet is of.
func (l *Linker) entity(f *facet) int32 {
	i, ok := l.entityOf[f.entityKey]
	if !ok {
		i = int32(len(l.entities))
		f.key = strings.Clone(f.key)
		l.entityOf[f.entityKey] = i
		l.entities = append(l.entities, entityRow{f.entityKey, strings.Clone(f.display), f.base, f.doubt, f.public})
		return i
	}
	row := &l.entities[i]
	if betterDisplay(f.display, row.display) {
		row.display = strings.Clone(f.display)
	}
	row.public = row.public || f.public
	if f.base < row.base {
		row.base = f.base // the more cautious reading, whatever came first
	}
	if row.doubt != "" && (f.doubt == "" || f.doubt < row.doubt) {
		row.doubt = f.doubt // doubted only where every mention is
	}
	return i
}

func (l *Linker) intern(s string) string {
	if s == "" {
		return ""
	}
	if have, ok := l.interned[s]; ok {
		return have
	}
	s = strings.Clone(s)
	l.interned[s] = s
	return s
}

func (l *Linker) position(p source.Position) source.Position {
	p.File, p.Sheet = l.intern(p.File), l.intern(p.Sheet)
	return p
}

// counties returns the sorted union of have and more as a slice shared between cases.
func (l *Linker) counties(have, more []string) []string {
	if len(more) == 0 || slices.Equal(have, more) {
		return have
	}
	all := slices.Clone(have)
	all = append(all, more...)
	slices.Sort(all)
	all = slices.Compact(all)
	key := strings.Join(all, ",")
	if shared, ok := l.countySet[key]; ok {
		return shared
	}
	for i := range all {
		all[i] = l.intern(all[i])
	}
	l.countySet[key] = all
	return all
}

// earliest returns the earlier of two days of which either may be unknown.
func earliest(a, b normalize.Day) normalize.Day {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// mergeText returns the text of a field that parts of a case tell differently:
// the longest, and among those the first in byte order, so that the order of the parts does not matter.
func mergeText(a, b string) string {
	if len(a) > len(b) || len(a) == len(b) && a <= b {
		return a
	}
	return b
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
