package records

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WritePlan writes mappings as a table for a person to check: of every column
// its number, header, field, role and group, how sure that is, and some values. A
// column that is uncertain is marked, and the reason stands below it. Control
// characters of the file are not passed on to the terminal.
func WritePlan(w io.Writer, mappings []Mapping) error {
	var b strings.Builder
	for i := range mappings {
		if i > 0 {
			b.WriteString("\n")
		}
		planTable(&b, &mappings[i])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// planTable writes the plan of one table.
func planTable(b *strings.Builder, m *Mapping) {
	b.WriteString(printable(m.File, 200))
	if m.Sheet != "" {
		b.WriteString(" [" + printable(m.Sheet, 60) + "]")
	}
	if m.Role != "" {
		fmt.Fprintf(b, " · the people in it: %s", m.Role)
	}
	b.WriteString("\n")
	rows := [][]string{{"", "#", "column", "field", "whose", "sure", "values"}}
	for _, c := range m.Columns {
		rows = append(rows, planRow(c))
	}
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for i, r := range rows {
		writeCells(b, r, widths)
		if i > 0 && m.Columns[i-1].Uncertain {
			fmt.Fprintf(b, "%s↳ %s\n", strings.Repeat(" ", widths[0]+widths[1]+4), printable(m.Columns[i-1].Why, 120))
		}
	}
	if n := len(m.Uncertain()); n > 0 {
		fmt.Fprintf(b, "? %d of %d columns are uncertain\n", n, len(m.Columns))
	}
}

func planRow(c Column) []string {
	mark := ""
	if c.Uncertain {
		mark = "?"
	}
	var samples []string
	for _, s := range c.Samples {
		samples = append(samples, printable(s, 30))
	}
	field := string(c.Field)
	if c.Field == FieldIgnore {
		field = "–"
	}
	header := printable(c.Header, 30)
	if header == "" {
		header = "(no name)"
	}
	return []string{mark, fmt.Sprint(c.Index + 1), header, field, whose(c), fmt.Sprintf("%.2f", c.Confidence), strings.Join(samples, " · ")}
}

// whose says in a few words whom a column belongs to.
func whose(c Column) string {
	parts := []string{}
	for _, p := range []string{c.Role, c.Group, c.Platform} {
		if p != "" && (len(parts) == 0 || !strings.HasPrefix(p, parts[0])) {
			parts = append(parts, p)
		} else if p != "" {
			parts[0] = p
		}
	}
	return strings.Join(parts, ", ")
}

// writeCells writes one line of a table, without spaces at its end.
func writeCells(b *strings.Builder, cells []string, widths []int) {
	line := ""
	for i, cell := range cells {
		line += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}

// printable returns s on one line, at most n characters long, with what a
// terminal could take as a command escaped.
func printable(s string, n int) string {
	var b strings.Builder
	count := 0
	for _, r := range strings.TrimSpace(s) {
		if count == n {
			b.WriteRune('…')
			break
		}
		count++
		switch {
		case r == '\n', r == '\r', r == '\t':
			b.WriteRune(' ')
		case r == utf8.RuneError, !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
