package records

import "strings"

// lazyReach is how far a quoted cell is followed once a quote stands in it that
// neither ends it nor is doubled. Such a cell is a short note with quotation marks that
// nobody doubled; if it does not end soon, its first quote was a slip.
const lazyReach = 16 << 10

// A quotedScan is the outcome of reading a record with quotes in it.
type quotedScan struct {
	next      int  // index after the record
	lines     int  // lines that the record stands on
	closed    bool // every quoted cell was closed
	malformed bool // a quote stood where none may stand
	short     bool // the text ended before the record did; more may follow
	reached   int  // how far the text was looked at
}

// quotedRecord makes a row of the record at pos, which has a quote on its first
// line, and returns where the next one starts. It returns false if the record
// may go on after s.
func (c *csvReader) quotedRecord(b *Batch, s string, pos int, last bool) (next int, ok bool) {
	mark := len(b.cells)
	q := c.scanQuoted(b, s, pos, last)
	if q.short {
		b.dropFrom(mark)
		return 0, false
	}
	if q.closed && (!q.malformed || q.lines == 1 || c.fits(b, s, pos, mark)) {
		b.endRow(c.line, false)
		c.line += q.lines
		return q.next, true
	}
	c.wasted += int64(q.reached - pos)
	b.dropFrom(mark)
	end := indexFrom(s, pos, '\n')
	c.problem(ErrUnclosedQuote, c.line, s[pos:end], "put a quote at the end of the cell, or take the one at its start away",
		"the row ends with its line")
	c.splitOpen(b, dropCR(s[pos:end]))
	b.endRow(c.line, false)
	c.line++
	return end + 1, true
}

// scanQuoted appends the cells of the record at pos to b.
func (c *csvReader) scanQuoted(b *Batch, s string, pos int, last bool) quotedScan {
	q := quotedScan{lines: 1, closed: true}
	lineEnd := -1
	for {
		line := c.line + q.lines - 1
		if pos >= len(s) || s[pos] != '"' {
			if lineEnd < pos {
				lineEnd = indexFrom(s, pos, '\n')
			}
			end := pos + indexFrom(s[pos:lineEnd], 0, c.comma)
			if end == len(s) && !last {
				q.short = true
				return q
			}
			if end < len(s) && s[end] == c.comma {
				b.add(s[pos:end], line)
				pos = end + 1
				continue
			}
			b.add(dropCR(s[pos:end]), line)
			q.next, q.reached = end+1, end
			return q
		}
		text, end := c.scanCell(&q, s, pos+1, last)
		if q.short || !q.closed {
			return q
		}
		b.add(text, line)
		if end < len(s) && s[end] == c.comma {
			pos = end + 1
			continue
		}
		q.next, q.reached = end+1, end
		return q
	}
}

// scanCell reads a quoted cell whose text starts at start, and returns its text
// and the index of the delimiter or line end after it.
func (c *csvReader) scanCell(q *quotedScan, s string, start int, last bool) (text string, end int) {
	limit := start + maxQuoted
	doubled := false
	for i := start; ; {
		j := indexFrom(s, i, '"')
		if j > limit || j >= len(s) && last {
			q.closed, q.reached = false, min(j, limit, len(s))
			return "", 0
		}
		if j+2 >= len(s) && !last || j >= len(s) {
			q.short = true // what follows the quote decides whether it ends the cell
			return "", 0
		}
		switch after := s[j+1:]; {
		case after == "" || after[0] == c.comma || after[0] == '\n' || after[0] == '\r' && (len(after) == 1 || after[1] == '\n'):
			text = s[start:j]
			if lines := strings.Count(text, "\n"); lines > 0 {
				q.lines += lines
				text = strings.ReplaceAll(text, "\r\n", "\n")
			}
			if doubled {
				text = strings.ReplaceAll(text, `""`, `"`)
			}
			end = j + 1
			if end < len(s) && s[end] == '\r' {
				end++
			}
			return text, end
		case after[0] == '"':
			doubled = true
			i = j + 2
		default:
			q.malformed = true
			limit = min(limit, j+c.reach())
			i = j + 1
		}
	}
}

// reach returns how far a malformed cell may be followed. What was parsed in
// vain stays in proportion to what was read, so that a file full of stray
// quotes is still read in linear time.
func (c *csvReader) reach() int {
	if c.wasted > 8*(c.parsed+csvChunk) {
		return 0
	}
	return lazyReach
}

// fits decides whether a malformed record that spans several lines, and whose
// cells in b start at mark, is one record: a note with quotes that nobody
// doubled. It is not if its first two lines look like rows of their own.
func (c *csvReader) fits(b *Batch, s string, pos, mark int) bool {
	if c.width == 0 {
		return false
	}
	if len(b.cells)-mark != c.width {
		return false
	}
	end := indexFrom(s, pos, '\n')
	if c.cellsIn(s[pos:end]) != c.width {
		return true
	}
	second := s[min(end+1, len(s)):]
	return c.cellsIn(second[:indexFrom(second, 0, '\n')]) != c.width
}

// cellsIn returns the number of cells of a line that is a row of its own.
func (c *csvReader) cellsIn(line string) int {
	var b Batch
	c.splitOpen(&b, dropCR(line))
	return len(b.cells)
}

// splitOpen appends the cells of one line to b. A quoted cell that is not
// closed on the line loses its quote and ends at the next delimiter.
func (c *csvReader) splitOpen(b *Batch, line string) {
	for pos := 0; ; {
		if pos < len(line) && line[pos] == '"' {
			var q quotedScan
			q.closed = true
			text, end := c.scanCell(&q, line, pos+1, true)
			if q.closed {
				b.add(text, c.line)
				if end >= len(line) {
					return
				}
				pos = end + 1
				continue
			}
			pos++
		}
		end := indexFrom(line, pos, c.comma)
		b.add(line[pos:end], c.line)
		if end == len(line) {
			return
		}
		pos = end + 1
	}
}
