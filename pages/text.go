package pages

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/tflink/tflink/internal/phrase"
)

// lineWidth is how many characters a line of text has at most, and widestCell
// how far a column of a table is filled up with spaces.
const (
	lineWidth  = 100
	widestCell = 32
)

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
	widths := make([]int, len(b.Columns))
	for _, r := range rows {
		for i, c := range r.Cells {
			if !r.Group {
				widths[i] = max(widths[i], min(widestCell, utf8.RuneCountInString(phrase.Plain(c))))
			}
		}
	}
	for _, r := range rows {
		if r.Group {
			t.line("    %s", phrase.Plain(r.Cells[0]))
			continue
		}
		line := "    "
		for i, c := range r.Cells {
			c = phrase.Plain(c)
			pad := strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(c)))
			if b.Columns[i].Right {
				line += pad + c + "   "
			} else {
				line += c + pad + "   "
			}
		}
		t.line("%s", strings.TrimRight(line, " "))
	}
}
