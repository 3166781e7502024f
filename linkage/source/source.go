// Package source answers: where does a value stand?
//
// Every record, mention and complaint carries a [Position], so that whatever
// tflink prints can be traced back to the file, line and column it came from.
package source

import (
	"fmt"
	"strings"
)

// A Position is a place in an input file. The zero value means "nowhere":
// the value was made by a program and not read from a file.
type Position struct {
	File   string // as the user named it
	Sheet  string // of a workbook; empty elsewhere
	Line   int    // first line of the value, from 1; of a workbook, the row
	Column int    // column of the table, from 1 (not a character offset)
}

// IsZero reports whether p points nowhere.
func (p Position) IsZero() bool { return p == Position{} }

// String returns file:line:column, or file[sheet]:line:column, leaving out what is not known.
func (p Position) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Sheet != "" {
		fmt.Fprintf(&b, "[%s]", p.Sheet)
	}
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	return b.String()
}

// Compare orders positions by file, sheet, line and column; it is a total order.
func (p Position) Compare(q Position) int {
	if c := strings.Compare(p.File, q.File); c != 0 {
		return c
	}
	if c := strings.Compare(p.Sheet, q.Sheet); c != 0 {
		return c
	}
	if p.Line != q.Line {
		return p.Line - q.Line
	}
	return p.Column - q.Column
}

// A Problem is something in an input that could not be read, or only with a
// doubt. It never carries case data in its message: the raw value stays in
// Raw, which is shown to the person at the terminal and never logged.
type Problem struct {
	Position
	Field string // what the value was read as, e.g. "phone"
	Raw   string // the value as it stood; never part of Error
	Hint  string // what to do about it
	Err   error  // what was expected and what was found
}

// Error returns "file:line:column: field NAME: reason", without case data.
func (p *Problem) Error() string {
	var b strings.Builder
	if s := p.Position.String(); s != "" {
		b.WriteString(s)
		b.WriteString(": ")
	}
	if p.Field != "" {
		fmt.Fprintf(&b, "field %s: ", p.Field)
	}
	if p.Err == nil {
		b.WriteString("unreadable")
	} else {
		b.WriteString(p.Err.Error())
	}
	return b.String()
}

// Unwrap returns the reason.
func (p *Problem) Unwrap() error { return p.Err }
