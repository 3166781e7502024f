package records

// A Column says what one column of a table holds.
type Column struct {
	Index  int    // from 0
	Header string // its name as it stands, without spaces around it; may be empty
	Field  Field
	// Role says what the person that the values are recorded for is in the case, where the name
	// says so ("Suspect Phone", "Victim Name"): suspect, victim, witness, reporter, associate,
	// buyer, professional or advertisement, as linkage.Role writes them; else "".
	Role string
	// Group ties together the columns that describe one person, one place or one
	// vehicle: columns of one family of fields with the same group do. "" is a
	// group too. What stands before a slash names the person ("suspect 2"), what stands after
	// it which of the person's places ("suspect 2/work").
	Group string
	// Platform is where a handle is at home, where the name says so.
	Platform string
	// Confidence, from 0 to 1, says how sure the field is.
	Confidence float64
	// Uncertain asks a person to look: name and values contradict each other,
	// or only one of them speaks.
	Uncertain bool
	Why       string   // the reason, in words
	Samples   []string // a few of the values, as they stand
}

// A Mapping says what the columns of one table hold. It is what [Infer] thinks,
// or what a person wrote.
type Mapping struct {
	File    string // name of the file; in a file of mappings also a pattern as of [path.Match]
	Sheet   string // of a workbook; empty matches a file without sheets
	Role    string // of the people in a table that is called after one ("victims.csv"); else ""
	County  string // of all rows, where no column says it; only a person sets it
	Agency  string // of all rows, where no column says it; only a person sets it
	State   string // of all rows, where no column says it; only a person sets it
	Columns []Column
}

// Find returns the columns of a field, in their order.
func (m *Mapping) Find(f Field) []Column {
	var out []Column
	for _, c := range m.Columns {
		if c.Field == f {
			out = append(out, c)
		}
	}
	return out
}

// Has reports whether some column is of the field.
func (m *Mapping) Has(f Field) bool {
	for i := range m.Columns {
		if m.Columns[i].Field == f {
			return true
		}
	}
	return false
}

// Uncertain returns the columns that a person should look at.
func (m *Mapping) Uncertain() []Column {
	var out []Column
	for _, c := range m.Columns {
		if c.Uncertain {
			out = append(out, c)
		}
	}
	return out
}
