package pages

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tflink/tflink/internal/phrase"
)

// lineWidth is how many characters a line of text has at most.
const lineWidth = 100

// WriteText writes a document as plain text for a terminal: all but its
// figures. It fails if w does.
func WriteText(w io.Writer, d *Document) error {
	t := &textWriter{bufio.NewWriter(w)}
	t.line("%s", phrase.Plain(d.Title))
	for _, s := range nonEmpty(d.Subtitle, d.Date, d.Caveat) {
		t.line("%s", phrase.Plain(s))
	}
	t.sections(d.Sections)
	return t.w.Flush()
}

// textWriter writes to a buffer, which remembers its first error.
type textWriter struct{ w *bufio.Writer }

func (t *textWriter) line(format string, args ...any) {
	fmt.Fprintf(t.w, format+"\n", args...)
}

func (t *textWriter) sections(all []Section) {
	for i := range all {
		s := &all[i]
		t.line("")
		t.line("%s", phrase.Plain(s.Title))
		for _, b := range s.Blocks {
			t.block(b)
		}
		t.sections(s.Parts)
	}
}

func (t *textWriter) block(b Block) {
	switch b := b.(type) {
	case Prose:
		t.wrapped("  ", "  ", string(b))
	case List:
		for _, s := range b {
			t.wrapped("  - ", "    ", s)
		}
	case Facts:
		for _, f := range b {
			t.wrapped("  ", "      ", f.Name+": "+f.Value)
		}
	case Table:
		t.table(&b)
	}
}

// wrapped writes a paragraph in lines that begin with first, and then with rest.
func (t *textWriter) wrapped(first, rest, s string) {
	line, empty := first, true
	for _, word := range strings.Fields(phrase.Plain(s)) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > lineWidth {
			t.line("%s", line)
			line, empty = rest, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	t.line("%s", line)
}

func (t *textWriter) table(b *Table) {
	t.wrapped("  ", "  ", b.Caption)
	head := Row{}
	for _, c := range b.Columns {
		head.Cells = append(head.Cells, c.Head)
	}
	rows := append([]Row{head}, b.Rows...)
	widths := columnWidths(rows, len(b.Columns))
	for _, r := range rows {
		if r.Group {
			t.wrapped(tableIndent, tableIndent, r.Cells[0])
			continue
		}
		t.row(r, b.Columns, widths)
	}
}

// Spaces before a table and between its columns.
const (
	tableIndent = "    "
	columnGap   = "   "
)

// columnWidths returns how wide the columns are so that a line holds them: as wide as their widest cell, but none wider than what the
// narrower ones leave for each of the others.
func columnWidths(rows []Row, columns int) []int {
	widths := make([]int, columns)
	for _, r := range rows {
		for i, c := range r.Cells {
			if !r.Group {
				widths[i] = max(widths[i], utf8.RuneCountInString(phrase.Plain(c)))
			}
		}
	}
	order := make([]int, columns)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(widths[a], widths[b]) })
	room := lineWidth - len(tableIndent) - (columns-1)*len(columnGap)
	for k, i := range order {
		widths[i] = min(widths[i], max(room/(columns-k), narrowest))
		room -= widths[i]
	}
	return widths
}

// narrowest is how wide a column is at least where its cells are wider.
const narrowest = 8

// row writes a row in as many lines as its highest cell needs.
func (t *textWriter) row(r Row, columns []Column, widths []int) {
	cells := make([][]string, len(r.Cells))
	lines := 0
	for i, c := range r.Cells {
		cells[i] = inLines(phrase.Plain(c), widths[i])
		lines = max(lines, len(cells[i]))
	}
	for at := range lines {
		line := tableIndent
		for i, cell := range cells {
			s := ""
			if at < len(cell) {
				s = cell[at]
			}
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(s))
			if columns[i].Right {
				s, pad = pad, s
			}
			line += s + pad + columnGap
		}
		t.line("%s", strings.TrimRight(line, " "))
	}
}

// inLines breaks a text into lines of at most a width, at spaces, and within words that are wider.
func inLines(s string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(s) {
		last := &lines[len(lines)-1]
		if *last != "" && utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(word) <= width {
			*last += " " + word
			continue
		}
		if *last != "" {
			lines = append(lines, "")
		}
		for rest := []rune(word); ; rest = rest[width:] {
			lines[len(lines)-1] = string(rest[:min(width, len(rest))])
			if len(rest) <= width {
				break
			}
			lines = append(lines, "")
		}
	}
	return lines
}
