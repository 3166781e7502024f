package records

import (
	"errors"
	"io"
	"strings"

	"github.com/tflink/tflink/linkage/source"
)

// sampleRows is how many rows the columns are judged by. A share that is
// estimated from 500 is right to some four points in a hundred.
const sampleRows = 500

// A rowSource hands out the rows of a table.
type rowSource interface {
	// next overwrites b with some rows, and returns io.EOF when there are no more.
	next(b *Batch) error
}

// A Table is one table of a file: all of a CSV file, one sheet of a workbook,
// one array of a JSON file.
type Table struct {
	File  string // name of the file
	Sheet string // of a workbook, or key of a JSON file's array; empty elsewhere
	// Header has one name for each column, trimmed, and "" for a column
	// without one. Names may be repeated.
	Header []string
	// HeaderLine is the line that the header starts on, and 0 if the table has none.
	HeaderLine int
	// Titles are the rows above the header.
	Titles []Row
	// Sample holds some rows of the table. NextBatch returns them too.
	Sample []Row

	width    int // cells that most rows have, if it is known
	rows     rowSource
	problems *problems
	pending  []*Batch // batches that were read for the sample
	broken   error    // why no more rows than those of the sample can be read
	scratch  []string // the header's cells as they stand, to recognise repetitions
}

func (f *File) newTable(sheet string, rows rowSource, width int) *Table {
	return &Table{File: f.Name, Sheet: sheet, rows: rows, width: width, problems: &f.problems}
}

// Position returns where the value of column i (from 0) of a row stands.
func (t *Table) Position(r *Row, i int) source.Position {
	p := source.Position{File: t.File, Sheet: t.Sheet, Line: r.Line, Column: i + 1}
	if i >= 0 && i < len(r.Cells) {
		p.Line = r.Cells[i].Line
	}
	return p
}

// NextBatch overwrites b with the next rows of the table, without empty rows
// and without headers that are repeated between the rows. It returns io.EOF
// after the last.
func (t *Table) NextBatch(b *Batch) error {
	for {
		if len(t.pending) > 0 {
			*b = *t.pending[0]
			t.pending = t.pending[1:]
			return nil
		}
		if t.broken != nil {
			return t.broken
		}
		if err := t.rows.next(b); err != nil {
			return err
		}
		t.clean(b)
		if len(b.Rows) > 0 {
			return nil
		}
	}
}

// start reads the first rows and finds the header in them.
func (t *Table) start() error {
	if t.Header != nil {
		return t.fillSample() // JSON: the keys are the header
	}
	var first []Row
	for len(first) < sampleRows {
		b := new(Batch)
		if err := t.rows.next(b); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			if len(first) == 0 {
				return err
			}
			t.broken = err // after the good rows
			break
		}
		t.pending = append(t.pending, b)
		first = append(first, b.Rows...)
	}
	h := findHeader(first, t.width)
	t.Header, t.HeaderLine, t.scratch = h.names, h.line, h.raw
	t.Titles = copyRows(first[:h.titles])
	t.dropHead(h.skip)
	for _, b := range t.pending {
		t.clean(b)
	}
	if t.sample(); len(t.Sample) == 0 && h.line == 0 {
		t.Header = nil // nothing but spaces
	}
	return nil
}

// fillSample reads the first rows of a table whose header is known.
func (t *Table) fillSample() error {
	for n := 0; n < sampleRows; {
		b := new(Batch)
		if err := t.rows.next(b); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return err
		}
		t.clean(b)
		t.pending = append(t.pending, b)
		n += len(b.Rows)
	}
	t.sample()
	return nil
}

// dropHead takes the first n rows out of the pending batches.
func (t *Table) dropHead(n int) {
	for _, b := range t.pending {
		k := min(n, len(b.Rows))
		b.Rows = b.Rows[k:]
		n -= k
	}
}

// sample copies rows from the pending batches, and drops the batches that are empty.
func (t *Table) sample() {
	kept := t.pending[:0]
	for _, b := range t.pending {
		if len(b.Rows) == 0 {
			continue
		}
		kept = append(kept, b)
		if room := sampleRows - len(t.Sample); room > 0 {
			t.Sample = append(t.Sample, copyRows(b.Rows[:min(room, len(b.Rows))])...)
		}
	}
	t.pending = kept
}

// clean takes empty rows and repeated headers out of a batch and reports ragged rows.
func (t *Table) clean(b *Batch) {
	kept := b.Rows[:0]
	for i := range b.Rows {
		r := &b.Rows[i]
		switch {
		case r.empty():
			continue
		case t.isHeader(r):
			t.report(ErrRepeatedHeader, r, "nothing to do: the line is skipped", "the line is no row")
			continue
		}
		if len(r.Cells) != len(t.Header) {
			t.checkWidth(r)
		}
		kept = append(kept, *r)
	}
	b.Rows = kept
}

// checkWidth reports a row that is longer than the header and has something to
// say there, or, in a delimited file, shorter.
func (t *Table) checkWidth(r *Row) {
	_, delimited := t.rows.(*csvReader)
	switch {
	case len(r.Cells) > len(t.Header):
		extra := Row{Cells: r.Cells[len(t.Header):]}
		if !extra.empty() {
			t.report(ErrRagged, r, "put cells that hold the delimiter in quotes", "%d cells where the header has %d", len(r.Cells), len(t.Header))
		}
	case delimited:
		t.report(ErrRagged, r, "is a line broken in two?", "%d cells where the header has %d", len(r.Cells), len(t.Header))
	}
}

func (t *Table) report(kind error, r *Row, hint, format string, args ...any) {
	var raw []string
	for _, c := range r.Cells[:min(len(r.Cells), 20)] {
		raw = append(raw, clip(c.Text, 40))
	}
	at := source.Position{File: t.File, Sheet: t.Sheet, Line: r.Line}
	t.problems.add(kind, at, strings.Join(raw, " | "), hint, format, args...)
}

// isHeader reports whether a row repeats the header.
func (t *Table) isHeader(r *Row) bool {
	if len(t.scratch) < 2 || len(r.Cells) != len(t.scratch) {
		return false
	}
	for i, name := range t.scratch {
		if r.Cells[i].Text != name {
			return false
		}
	}
	return true
}

// copyRows returns rows that share no memory with a batch but their texts.
func copyRows(rows []Row) []Row {
	out := make([]Row, len(rows))
	for i := range rows {
		out[i] = rows[i]
		out[i].Cells = append([]Cell(nil), rows[i].Cells...)
	}
	return out
}
