package linkage

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// A Batch holds parts of cases in the linker's own form, on their way into it: several
// goroutines can each fill one, which is most of the work, and [Linker.AddBatch] takes them in. It is for one
// goroutine at a time.
type Batch struct {
	l *Linker
	batchRows

	facets  []facet  // of the mention at hand
	names   []string // subjects of the part at hand, and whether it matters who they are
	matters []bool
	last    partTexts
	plain   plainReader
	pending pending
	numbers [256]wordNumber
	sets    [256]setNumber

	first, firstMore int // of the part at hand: its first rows
	firstWho         int32
}

// batchRows is what a batch brings to the linker.
type batchRows struct {
	parts    []partRow
	text     []byte // ids of cases
	mentions []mentionRow
	more     []mentionMore
	traces   []trace
	subjects int32
	implied  []entityPair
	numbered numbered
}

// numbered is how many of a batch's mentions and implied pairs have the numbers of their entities.
type numbered struct{ mentions, implied int }

// partRow is a part of a case in a batch.
type partRow struct {
	row      caseRow
	id       textSpan
	hash     uint64
	mentions int32 // end of its mentions
}

// partTexts are the texts of the last part with their numbers: most parts of a
// file have the same.
type partTexts struct {
	agency, origin, status, doubt, file, sheet                         string
	agencyAt, originAt, statusAt, doubtAt, fileAt, sheetAt, countiesAt int32
}

// NewBatch returns an empty batch for the linker.
func (l *Linker) NewBatch() *Batch {
	return &Batch{l: l, batchRows: batchRows{more: make([]mentionMore, 1)}}
}

// Reset empties the batch and keeps its memory.
func (b *Batch) Reset() {
	clear(b.traces)
	clear(b.names)
	b.parts, b.text, b.mentions, b.more, b.traces = b.parts[:0], b.text[:0], b.mentions[:0], b.more[:1], b.traces[:0]
	b.implied, b.names, b.matters, b.subjects = b.implied[:0], b.names[:0], b.matters[:0], 0
	b.numbered = numbered{}
	b.pending.drop()
}

// Swap exchanges what two batches of one linker hold. What a batch remembers of the values that it
// has read stays: a goroutine that reads much should go on with the same one.
func (b *Batch) Swap(o *Batch) {
	b.intern()
	o.intern()
	b.batchRows, o.batchRows = o.batchRows, b.batchRows
}

// Len returns the number of parts.
func (b *Batch) Len() int { return len(b.parts) }

// Add adds a case, or a part of one, with all its mentions. It fails, and adds
// nothing, when the case has no id or a mention is of a kind that the linker does not know.
func (b *Batch) Add(c *Case) error {
	if c.ID == "" {
		return errNoID
	}
	for i := range c.Mentions {
		if _, ok := b.l.kindOf[c.Mentions[i].Kind]; !ok {
			return fmt.Errorf("linkage: case has a mention of unknown kind %q; define it in Options.Kinds", c.Mentions[i].Kind)
		}
	}
	b.Begin()
	for i := range c.Mentions {
		b.Mention(&c.Mentions[i])
	}
	b.End(c)
	return nil
}

var errNoID = errors.New("linkage: a case needs an id")

// Begin begins a part of a case; [Batch.Mention] and the like add what it mentions.
func (b *Batch) Begin() {
	b.first, b.firstMore, b.firstWho = len(b.mentions), len(b.more), b.subjects
	b.names, b.matters = b.names[:0], b.matters[:0]
}

// End ends the part that was begun: c is what is known of it beside its mentions, and c's mentions are
// not read. A part whose case has no id gets one by [Batch.SetID].
func (b *Batch) End(c *Case) {
	b.forget()
	t := b.textsOf(c)
	p := partRow{mentions: int32(len(b.mentions)), id: appendText(&b.text, c.ID)}
	p.row = caseRow{
		agency: t.agencyAt, origin: t.originAt, assumed: c.CountyAssumed, counties: t.countiesAt, countyDoubt: t.doubtAt,
		status: t.statusAt, from: c.From, to: max(c.From, c.To), offense: c.Offense, minors: c.MinorsInvolved,
		file: t.fileAt, sheet: t.sheetAt, line: int32(c.Source.Line), column: int32(c.Source.Column),
	}
	p.hash = p.row.hash(b.l.entities.seed, c.ID)
	b.parts = append(b.parts, p)
	if len(b.pending.facets) >= mostPending {
		b.intern()
	}
}

// SetID gives part i an id. A part without one is not taken in.
func (b *Batch) SetID(i int, id string) {
	p := &b.parts[i]
	p.id, p.hash = appendText(&b.text, id), p.row.hash(b.l.entities.seed, id)
}

// textsOf returns the numbers of a part's texts.
func (b *Batch) textsOf(c *Case) *partTexts {
	t := &b.last
	number := func(text *string, at *int32, now string) {
		if *text != now {
			*at = b.number(now)
			*text = b.l.words.text(*at)
		}
	}
	number(&t.agency, &t.agencyAt, c.Agency)
	number(&t.origin, &t.originAt, c.Origin)
	number(&t.status, &t.statusAt, c.Status)
	number(&t.doubt, &t.doubtAt, c.CountyDoubt)
	number(&t.file, &t.fileAt, c.Source.File)
	number(&t.sheet, &t.sheetAt, c.Source.Sheet)
	t.countiesAt = b.countySet(c.Counties)
	return t
}

// wordNumber and setNumber remember the number of a text, and of a set of counties.
type (
	wordNumber struct {
		text string
		at   int32
	}
	setNumber struct {
		codes []string
		at    int32
	}
)

// number returns the number of a text among the linker's words.
func (b *Batch) number(text string) int32 {
	have := &b.numbers[hashText(0, text)%uint64(len(b.numbers))]
	if have.text != text {
		have.at = b.l.words.number(text)
		have.text = b.l.words.text(have.at)
	}
	return have.at
}

// countySet returns the number of a set of counties.
func (b *Batch) countySet(codes []string) int32 {
	if len(codes) == 0 {
		return 0
	}
	have := &b.sets[hashText(uint64(len(codes)), codes[0])%uint64(len(b.sets))]
	if !slices.Equal(have.codes, codes) {
		have.at = b.l.counties.number(codes)
		have.codes = make([]string, len(codes))
		for i := range codes {
			have.codes[i] = strings.Clone(codes[i])
		}
	}
	return have.at
}

// Mention adds a mention to the part that was begun. Its kind must be one that the linker knows, or nothing is added.
func (b *Batch) Mention(m *Mention) {
	k, ok := b.l.kindOf[m.Kind]
	if !ok {
		return
	}
	v := m.Value
	if v == nil {
		v, _ = b.l.kinds[k].Normalize(m.Raw) // an unreadable value has an empty key and is passed over
	}
	b.facets = b.facets[:0]
	if v != nil && v.Key() != "" {
		b.facets = b.l.facets(b.facets, k, v)
	}
	row := b.row(m, bornOf(m, v), len(b.facets) > 0)
	for i := range b.facets {
		b.add(row, b.entity(&b.facets[i]), i > 0, b.facets[i].unlinked)
	}
}

// Prepared is a value that a linker has taken to pieces once, for many mentions of it.
type Prepared struct {
	facets []preparedFacet
	born   normalize.Day
}

type preparedFacet struct {
	entity   int32
	unlinked bool
}

// Prepare takes a value to pieces. One that cannot be read, or is of a kind that the linker does
// not know, has none.
func (l *Linker) Prepare(v normalize.Value) *Prepared {
	p := new(Prepared)
	k, ok := l.kindOf[v.Kind()]
	if !ok || v.Key() == "" {
		return p
	}
	p.born = bornOf(&Mention{}, v)
	for _, f := range l.facets(nil, k, v) {
		p.facets = append(p.facets, preparedFacet{l.entities.intern(&f), f.unlinked})
	}
	return p
}

// Prepared adds a mention of a prepared value: m's Kind and Value are not read.
func (b *Batch) Prepared(m *Mention, p *Prepared) {
	born := m.Born
	if born == 0 {
		born = p.born
	}
	row := b.row(m, born, len(p.facets) > 0)
	for i := range p.facets {
		b.add(row, p.facets[i].entity, i > 0, p.facets[i].unlinked)
	}
}

// row returns what is the same in the rows of all facets of a mention.
func (b *Batch) row(m *Mention, born normalize.Day, read bool) mentionRow {
	row := mentionRow{role: m.Role}
	more := mentionMore{date: m.Date, born: born, age: uint8(min(max(m.Age, 0), 255))}
	if len(m.Attributes) > 0 {
		more.make = b.makeIndex(m.Attributes)
	}
	if m.Subject != "" {
		more.subject = b.subject(m, born)
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
	if b.l.trace && read {
		at := m.Source
		at.File, at.Sheet = b.l.words.text(b.l.words.number(at.File)), b.l.words.text(b.l.words.number(at.Sheet))
		b.traces = append(b.traces, trace{strings.Clone(m.Raw), slices.Clone(m.Attributes), at})
		more.trace = int32(len(b.traces))
	}
	if more != (mentionMore{}) {
		row.more = int32(len(b.more))
		b.more = append(b.more, more)
	}
	return row
}

// add adds the row of one facet; the first facet of a mention is the value itself.
func (b *Batch) add(row mentionRow, entity int32, facet, unlinked bool) {
	row.entity = entity
	if facet {
		row.flags |= flagFacet
		whole := len(b.mentions) - 1
		for b.mentions[whole].flags&flagFacet != 0 {
			whole--
		}
		b.implied = append(b.implied, entityPair{b.mentions[whole].entity, entity})
	}
	if unlinked {
		row.flags |= flagUnlinked
	}
	b.mentions = append(b.mentions, row)
}

// subject returns the number of a mention's subject in the batch.
func (b *Batch) subject(m *Mention, born normalize.Day) int32 {
	at := slices.Index(b.names, m.Subject)
	if at < 0 {
		at = len(b.names)
		b.names, b.matters = append(b.names, m.Subject), append(b.matters, false)
		b.subjects++
	}
	b.matters[at] = b.matters[at] || m.Role == RoleVictim || m.Minor || born != 0 || m.Age > 0
	return b.firstWho + int32(at) + 1
}

// forget forgets the subjects of the part at hand of whom nothing says that they may be a
// victim or a minor: nobody asks who they are.
func (b *Batch) forget() {
	if len(b.names) == 0 || !slices.Contains(b.matters, false) {
		return
	}
	for i := b.firstMore; i < len(b.more); i++ {
		if who := b.more[i].subject - b.firstWho; who > 0 && !b.matters[who-1] {
			b.more[i].subject = 0
		}
	}
	for i := b.first; i < len(b.mentions); i++ {
		if m := &b.mentions[i]; b.more[m.more] == (mentionMore{}) {
			m.more = 0
		}
	}
	for len(b.more) > b.firstMore && b.more[len(b.more)-1] == (mentionMore{}) {
		b.more = b.more[:len(b.more)-1]
	}
}

// makeIndex returns the number of the make of a vehicle that its attributes say.
func (b *Batch) makeIndex(attributes []Attribute) int32 {
	for _, a := range attributes {
		if a.Name == "make" {
			return b.l.words.number(strings.ToLower(a.Value))
		}
	}
	return 0
}

// position returns where a case's row says that it stands.
func (w *words) position(file, sheet, line, column int32) source.Position {
	return source.Position{File: w.text(file), Sheet: w.text(sheet), Line: int(line), Column: int(column)}
}
