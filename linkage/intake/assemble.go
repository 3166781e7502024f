package intake

import (
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/records"
	"github.com/tflink/tflink/linkage/source"
)

// assembler turns the rows of one table into cases. It is safe for concurrent use.
type assembler struct {
	table      *records.Table
	mapping    records.Mapping
	mapped     bool     // by a mapping that was given
	caseCols   []column // that say something of the case as a whole
	countyCols []column
	blocks     []block // that describe a person, a place, a vehicle, a firm
	owners     []owner // whose the blocks are
	state      string
	stateWhy   string
	county     normalize.CountyMatch // of the file, where rows do not say
	origin     string
	used       []int // the columns that are read
	width      int   // one more than the last of them
}

// block is the columns that describe one thing together: the name, date of
// birth and phone of one person, the parts of one address.
type block struct {
	group  string
	owner  int      // index into owners
	parts  []column // that say a part of something
	values []column // that say something by themselves
}

// column is a column with the role of what stands in it.
type column struct {
	records.Column
	role linkage.Role
}

// owner is whoever some blocks belong to: a person, or nobody in particular.
type owner struct {
	name    string
	role    linkage.Role
	person  bool     // it has a name, a role or a date of birth: what stands there is somebody's
	columns []column // that say who it is
}

// newAssembler maps the columns of a table. It fails when a mapping that is given does not fit the table.
func newAssembler(t *records.Table, o Options) (*assembler, error) {
	a := &assembler{table: t, origin: agencyFromName(t.File)}
	m, found, err := records.Match(o.Mappings, t)
	if err != nil {
		return nil, err
	}
	if !found {
		m = records.Infer(t)
	}
	a.mapping, a.mapped = m, found
	for i := range m.Columns {
		c := column{m.Columns[i], linkage.ParseRole(m.Columns[i].Role)}
		if c.Index >= 0 && !slices.Contains(a.used, c.Index) {
			a.used = append(a.used, c.Index)
			a.width = max(a.width, c.Index+1)
		}
		switch c.Field {
		case records.FieldIgnore, records.FieldRecordType, "":
		case records.FieldCaseID, records.FieldAgency, records.FieldState, records.FieldDate, records.FieldDateEnd,
			records.FieldOffense, records.FieldStatus, records.FieldMinors, records.FieldNarrative:
			a.caseCols = append(a.caseCols, c)
		case records.FieldCounty:
			a.countyCols = append(a.countyCols, c)
		default:
			a.addToBlock(c)
		}
	}
	a.state, a.stateWhy = stateOf(t, m, o)
	if c, ok := countyOf(o, m, t.File, a.state); ok {
		a.county = c
	}
	return a, nil
}

func (a *assembler) addToBlock(c column) {
	at := slices.IndexFunc(a.blocks, func(b block) bool { return b.group == c.Group })
	if at < 0 {
		at = len(a.blocks)
		a.blocks = append(a.blocks, block{group: c.Group, owner: a.ownerOf(c.Group)})
	}
	b := &a.blocks[at]
	who := &a.owners[b.owner]
	if c.role != linkage.RoleUnknown {
		who.role = c.role
	}
	switch c.Field {
	case records.FieldRole, records.FieldBorn, records.FieldAge, records.FieldMinorFlag:
		who.columns = append(who.columns, c)
	case records.FieldPhone, records.FieldAddress, records.FieldBusinessAddress, records.FieldBusiness, records.FieldPerson, records.FieldAlias,
		records.FieldPlate, records.FieldVIN, records.FieldEmail, records.FieldURL, records.FieldHandle:
		b.values = append(b.values, c)
	default:
		b.parts = append(b.parts, c)
	}
	switch c.Field {
	case records.FieldPerson, records.FieldFirstName, records.FieldLastName, records.FieldBorn, records.FieldRole,
		records.FieldAge, records.FieldMinorFlag, records.FieldAlias:
		who.person = true
	}
}

// ownerOf returns whose a group is: what stands before a slash names the person.
func (a *assembler) ownerOf(group string) int {
	name, _, _ := strings.Cut(group, "/")
	at := slices.IndexFunc(a.owners, func(o owner) bool { return o.name == name })
	if at < 0 {
		at = len(a.owners)
		a.owners = append(a.owners, owner{name: name, role: linkage.ParseRole(a.mapping.Role)})
	}
	return at
}

// reader reads records into parts. It is for one goroutine; what it remembers makes it
// faster, and changes nothing.
type reader struct {
	a     *assembler
	part  *part
	state string
	noted bool // a county was said, readable or not
	// withhold says that the values at hand are a victim's or a minor's.
	withhold bool

	row   *records.Row
	cells []string // of the row at hand: trimmed, and "" where they say nothing

	// Where parts go straight into a linker: what it takes in next, and the mention at hand.
	linker   *linkage.Linker
	batch    *linkage.Batch
	mentions int
	m        linkage.Mention
	make     [1]linkage.Attribute
	keeping  bool         // what is found in the cell at hand is to be remembered
	found    []remembered // in it

	ids      textMemory[string] // cleaned texts of columns other than the case id
	dates    textMemory[dateRead]
	counties textMemory[countyRead]
	states   textMemory[string]
	offenses textMemory[linkage.Offense]
	vehicles textMemory[normalize.Vehicle]
	values   memory[cellContext, []remembered] // of cells that were read without a problem
	whose    [][]string                        // names of owners' subjects, by owner and row of the record
	subjects []subject
}

func newReader(a *assembler) *reader {
	return &reader{a: a, cells: make([]string, a.width)}
}

// parts returns the cases that the rows of a batch tell.
func (r *reader) parts(b *records.Batch) []part {
	parts := make([]part, 0, len(b.Rows))
	eachRecord(b, func(rows []records.Row) {
		parts = append(parts, part{})
		r.read(rows, &parts[len(parts)-1])
	})
	return parts
}

// eachRecord calls yield for the rows of every record.
func eachRecord(b *records.Batch, yield func(rows []records.Row)) {
	for i := 0; i < len(b.Rows); {
		j := i + 1
		for j < len(b.Rows) && b.Rows[j].Continues {
			j++
		}
		yield(b.Rows[i:j])
		i = j
	}
}

// read reads the case that the rows of one record tell into p, which is empty.
func (r *reader) read(rows []records.Row, p *part) {
	p.kase.Agency, p.kase.Origin, p.kase.Source = r.a.mapping.Agency, r.a.origin, r.a.table.Position(&rows[0], -1)
	r.part, r.state, r.noted, r.row = p, r.a.state, false, nil
	for i := range rows {
		r.load(&rows[i])
		r.caseFields(&rows[i])
	}
	for i := range rows { // once the state is known
		r.load(&rows[i])
		r.countyFields(&rows[i])
	}
	r.settle()
	for i := range rows {
		r.load(&rows[i])
		r.blocks(&rows[i], i)
	}
	if p.kase.ID == "" {
		p.content = contentHash(rows)
	}
}

// load makes a row the one at hand.
func (r *reader) load(row *records.Row) {
	if r.row == row {
		return
	}
	r.row = row
	for _, i := range r.a.used {
		if text := trim(row.Text(i)); isBlank(text) {
			r.cells[i] = ""
		} else {
			r.cells[i] = text
		}
	}
}

// cell returns what stands in a column of the row at hand.
func (r *reader) cell(c *column) string {
	if c.Index < 0 {
		return ""
	}
	return r.cells[c.Index]
}

// trim is strings.TrimSpace, which most cells do not need.
func trim(s string) string {
	visible := func(c byte) bool { return c > ' ' && c < 0x7f }
	if n := len(s); n == 0 || visible(s[0]) && visible(s[n-1]) {
		return s
	}
	return strings.TrimSpace(s)
}

// caseFields reads what a row says of the case as a whole.
func (r *reader) caseFields(row *records.Row) {
	c := &r.part.kase
	for i := range r.a.caseCols {
		col := &r.a.caseCols[i]
		raw := r.cell(col)
		if raw == "" {
			continue
		}
		switch col.Field {
		case records.FieldCaseID:
			if c.ID == "" {
				c.ID = clean(raw)
			}
		case records.FieldAgency:
			if c.Agency == "" {
				c.Agency = r.cleaned(raw)
			}
		case records.FieldState:
			if s := r.stateCode(raw); s != "" {
				r.state = s
			}
		case records.FieldOffense:
			c.Offense |= r.offenses.of(raw, "", func(text, _ string) linkage.Offense { return parseOffense(text) })
		case records.FieldStatus:
			c.Status = r.cleaned(raw)
		case records.FieldMinors:
			c.MinorsInvolved = c.MinorsInvolved || parseYes(raw)
		case records.FieldDate, records.FieldDateEnd:
			r.date(row, col, raw)
		case records.FieldNarrative:
			c.Narratives = append(c.Narratives, linkage.Narrative{Text: r.narrative(raw), Source: r.a.table.Position(row, col.Index)})
		}
	}
}

// narrative returns a text as a case keeps it: a batch keeps none.
func (r *reader) narrative(raw string) string {
	if r.batch != nil {
		return raw
	}
	return strings.Clone(raw)
}

func (r *reader) cleaned(raw string) string {
	return r.ids.of(raw, "", func(text, _ string) string { return clean(text) })
}

func (r *reader) stateCode(raw string) string {
	return r.states.of(raw, "", func(text, _ string) string { return normalize.StateCode(text) })
}

// day returns what a text says of days.
func (r *reader) day(raw string) dateRead {
	if d, ok := normalize.PlainDay(raw); ok {
		return dateRead{from: d, to: d}
	}
	return r.dates.of(raw, "", readDate)
}

func (r *reader) date(row *records.Row, col *column, raw string) {
	d := r.day(raw)
	if d.err != nil {
		r.problem(row, col, raw, d.err)
		return
	}
	c := &r.part.kase
	if col.Field == records.FieldDateEnd {
		c.To = max(c.To, d.to)
		return
	}
	if c.From == 0 || d.from < c.From {
		c.From = d.from
	}
	c.To = max(c.To, d.to)
}

// countyFields reads the counties that a row says.
func (r *reader) countyFields(row *records.Row) {
	for i := range r.a.countyCols {
		col := &r.a.countyCols[i]
		if raw := r.cell(col); raw != "" {
			r.readCounties(row, col, raw)
		}
	}
}

// settle puts the case into the county of the file where its rows say none, and reads its narratives.
func (r *reader) settle() {
	c := &r.part.kase
	if len(c.Counties) == 0 && !r.noted {
		c.Counties, c.CountyAssumed = r.a.county.Codes, len(r.a.county.Codes) > 0
		c.CountyDoubt = strings.Join(r.a.county.Issues(), "; ")
	}
	for i := range c.Narratives {
		r.extract(&c.Narratives[i])
	}
}

// problem notes a value that could not be read. What is recorded for a victim
// is not repeated.
func (r *reader) problem(row *records.Row, col *column, raw string, err error) {
	if r.withhold {
		raw = ""
	}
	p := &source.Problem{
		Position: r.a.table.Position(row, col.Index), Field: string(col.Field), Raw: strings.Clone(raw), Err: err,
	}
	if e, ok := err.(*normalize.Error); ok {
		p.Hint = e.Hint
	}
	r.part.problems = append(r.part.problems, p)
}

// clean returns a short text as an id, agency or status is kept: in one line,
// with single spaces, without the marks that files put before their text and nobody sees.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	return strings.Trim(strings.Join(strings.Fields(s), " "), "\ufeff\u200b\x00")
}

// isClean reports whether a text is of printable ASCII without spaces.
func isClean(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// isBlank reports whether a cell says nothing: empty, or one of the words that
// people and systems write for that.
func isBlank(s string) bool {
	if s == "" {
		return true
	}
	if len(s) > longestBlank || !beginsBlank[s[0]] {
		return false
	}
	var lower [longestBlank]byte
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 0x80:
			return saysNothing(strings.ToLower(s))
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return saysNothing(string(lower[:len(s)]))
}

// longestBlank is the length of the longest of the words for nothing.
const longestBlank = len("not applicable")

// beginsBlank says of each byte whether one of the words for nothing may begin with it.
var beginsBlank = func() (begins [256]bool) {
	for _, c := range []byte("-?.nutd#(bsx") {
		begins[c], begins[c&^('a'-'A')] = true, true
	}
	for c := 0x80; c < len(begins); c++ {
		begins[c] = true // it may be of one in lower case
	}
	return begins
}()

func saysNothing(s string) bool {
	switch s {
	case "", "-", "--", "---", "?", ".", "n/a", "na", "none", "null", "nil", "unknown", "unk", "unk.", "not available", "not applicable",
		"tbd", "ninguno", "desconocido", "no data", "#n/a", "nan", "(blank)", "blank", "not stated", "not known", "same", "x", "xx", "xxx":
		return true
	}
	return false
}
