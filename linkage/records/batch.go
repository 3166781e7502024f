package records

// A Cell is one value of a row, as it stands in its file.
type Cell struct {
	Text string // unquoted and in UTF-8, otherwise untouched: not trimmed
	Line int    // line on which the value starts, from 1; of a workbook, the row
}

// A Row is one row of a table. Cell i belongs to column i of the table's
// header; a row may have fewer or more cells than the header has names.
type Row struct {
	Line  int // line on which the row starts, from 1
	Cells []Cell
	// Continues says that the row tells more of the record of the row before
	// it: a JSON object with two vehicles comes as two rows, of which the
	// second holds nothing but the second vehicle. Both are of the same case.
	// The rows of one record are never divided between two batches.
	Continues bool
}

// Text returns the text of the cell in column i (from 0), and "" where the row
// has none.
func (r *Row) Text(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i].Text
}

// empty reports whether no cell of the row holds anything but spaces.
func (r *Row) empty() bool {
	for i := range r.Cells {
		if !blank(r.Cells[i].Text) {
			return false
		}
	}
	return true
}

// blank reports whether s holds nothing but ASCII spaces.
func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' && s[i] != '\t' && s[i] != '\r' && s[i] != '\n' {
			return false
		}
	}
	return true
}

// A Batch is some rows of a table, in their order. It may be used again: the
// rows and cells of the last call are then overwritten, their texts stay valid.
//
// The texts of a batch share one string of some 256 KiB. Who keeps a few of
// them for long should keep copies (strings.Clone), so as not to keep all.
type Batch struct {
	Rows []Row
	// Bytes is how much of the file's text the rows are, unpacked; 0 where that is not known.
	Bytes int

	cells []Cell
	ends  []int // where each row's cells end in cells
}

// reset empties the batch and keeps its memory.
func (b *Batch) reset() {
	b.Rows, b.Bytes, b.cells, b.ends = b.Rows[:0], 0, b.cells[:0], b.ends[:0]
}

// add appends a cell to the row that is being filled.
func (b *Batch) add(text string, line int) {
	b.cells = append(b.cells, Cell{Text: text, Line: line})
}

// endRow makes a row of the cells added since the last one.
func (b *Batch) endRow(line int, continues bool) {
	b.Rows = append(b.Rows, Row{Line: line, Continues: continues})
	b.ends = append(b.ends, len(b.cells))
}

// dropFrom forgets the cells added since there were n.
func (b *Batch) dropFrom(n int) { b.cells = b.cells[:n] }

// dropOpen forgets the cells that belong to no row yet.
func (b *Batch) dropOpen() {
	if n := len(b.ends); n > 0 {
		b.dropFrom(b.ends[n-1])
	} else {
		b.dropFrom(0)
	}
}

// finish gives every row its cells. They can be cut out only when no more are
// added, since appending moves them.
func (b *Batch) finish() {
	start := 0
	for i, end := range b.ends {
		b.Rows[i].Cells = b.cells[start:end:end]
		start = end
	}
}
