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
	mapped     bool             // by a mapping that was given
	caseCols   []records.Column // that say something of the case as a whole
	countyCols []records.Column
	blocks     []block // that describe a person, a place, a vehicle, a firm
	owners     []owner // whose the blocks are
	state      string
	stateWhy   string
	county     normalize.CountyMatch // of the file, where rows do not say
	origin     string
}

// block is the columns that describe one thing together: the name, date of
// birth and phone of one person, the parts of one address.
type block struct {
	group   string
	owner   int // index into owners
	columns []records.Column
}

// owner is whoever some blocks belong to: a person, or nobody in particular.
type owner struct {
	name    string
	role    linkage.Role
	person  bool // it has a name, a role or a date of birth: what stands there is somebody's
	columns []records.Column
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
	for _, c := range m.Columns {
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

func (a *assembler) addToBlock(c records.Column) {
	at := slices.IndexFunc(a.blocks, func(b block) bool { return b.group == c.Group })
	if at < 0 {
		at = len(a.blocks)
		a.blocks = append(a.blocks, block{group: c.Group, owner: a.ownerOf(c.Group)})
	}
	b := &a.blocks[at]
	b.columns = append(b.columns, c)
	who := &a.owners[b.owner]
	who.columns = append(who.columns, c)
	if r := linkage.ParseRole(c.Role); r != linkage.RoleUnknown {
		who.role = r
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

// parts returns the cases that the rows of a batch tell.
func (a *assembler) parts(b *records.Batch) []part {
	parts := make([]part, 0, len(b.Rows))
	for i := 0; i < len(b.Rows); {
		j := i + 1
		for j < len(b.Rows) && b.Rows[j].Continues {
			j++
		}
		parts = append(parts, a.part(b.Rows[i:j]))
		i = j
	}
	return parts
}

// part returns the case that the rows of one record tell.
func (a *assembler) part(rows []records.Row) part {
	p := part{kase: linkage.Case{Agency: a.mapping.Agency, Origin: a.origin, Source: a.table.Position(&rows[0], -1)}}
	r := reader{a: a, part: &p, state: a.state}
	for i := range rows {
		r.caseFields(&rows[i])
	}
	for i := range rows { // once the state is known
		r.countyFields(&rows[i])
	}
	r.settle()
	for i := range rows {
		r.blocks(&rows[i], i)
	}
	if p.kase.ID == "" {
		p.content = contentHash(rows)
	}
	return p
}

// reader reads the rows of one record into a part.
type reader struct {
	a     *assembler
	part  *part
	state string
	noted bool // a county was said, readable or not
	// withhold says that the values at hand are a victim's or a minor's.
	withhold bool
}

// caseFields reads what a row says of the case as a whole.
func (r *reader) caseFields(row *records.Row) {
	c := &r.part.kase
	for i := range r.a.caseCols {
		col := &r.a.caseCols[i]
		raw := strings.TrimSpace(row.Text(col.Index))
		if isBlank(raw) {
			continue
		}
		switch col.Field {
		case records.FieldCaseID:
			if c.ID == "" {
				c.ID = clean(raw)
			}
		case records.FieldAgency:
			if c.Agency == "" {
				c.Agency = clean(raw)
			}
		case records.FieldState:
			if s := normalize.StateCode(raw); s != "" {
				r.state = s
			}
		case records.FieldOffense:
			c.Offense |= parseOffense(raw)
		case records.FieldStatus:
			c.Status = clean(raw)
		case records.FieldMinors:
			c.MinorsInvolved = c.MinorsInvolved || parseYes(raw)
		case records.FieldDate, records.FieldDateEnd:
			r.date(row, col, raw)
		case records.FieldNarrative:
			c.Narratives = append(c.Narratives, linkage.Narrative{Text: strings.Clone(raw), Source: r.a.table.Position(row, col.Index)})
		}
	}
}

func (r *reader) date(row *records.Row, col *records.Column, raw string) {
	d, err := normalize.Date(raw)
	if err != nil {
		r.problem(row, col, raw, err)
		return
	}
	c := &r.part.kase
	if col.Field == records.FieldDateEnd {
		c.To = max(c.To, d.To)
		return
	}
	if c.From == 0 || d.From < c.From {
		c.From = d.From
	}
	c.To = max(c.To, d.To)
}

// countyFields reads the counties that a row says.
func (r *reader) countyFields(row *records.Row) {
	for i := range r.a.countyCols {
		col := &r.a.countyCols[i]
		if raw := strings.TrimSpace(row.Text(col.Index)); !isBlank(raw) {
			r.counties(row, col, raw)
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
		n := &c.Narratives[i]
		c.Mentions = appendExtracted(c.Mentions, n, r.state)
	}
}

// problem notes a value that could not be read. What is recorded for a victim
// is not repeated.
func (r *reader) problem(row *records.Row, col *records.Column, raw string, err error) {
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
	return strings.Trim(strings.Join(strings.Fields(s), " "), "\ufeff\u200b\x00")
}

// isBlank reports whether a cell says nothing: empty, or one of the words that
// people and systems write for that.
func isBlank(s string) bool {
	if len(s) > 14 {
		return false
	}
	switch strings.ToLower(s) {
	case "", "-", "--", "---", "?", ".", "n/a", "na", "none", "null", "nil", "unknown", "unk", "unk.", "not available", "not applicable",
		"tbd", "ninguno", "desconocido", "no data", "#n/a", "nan", "(blank)", "blank", "not stated", "not known", "same", "x", "xx", "xxx":
		return true
	}
	return false
}
