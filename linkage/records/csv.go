package records

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/tflink/tflink/linkage/source"
)

const (
	// csvChunk is how much of a file is parsed at once: one batch. It fits in
	// the cache of one core, and costs of a batch (a hand-over, one string) are small beside it.
	csvChunk = 256 << 10
	// maxRecord is the longest record that is read whole. Nothing that a
	// person wrote into a cell is that long; a binary file may be.
	maxRecord = 16 << 20
	// maxQuoted is how far a quoted cell may reach before its quote counts as
	// one that never closes.
	maxQuoted = 1 << 20
)

// A csvReader splits delimited text into rows, as encoding/csv does (RFC 4180)
// on text that is well formed. On text that is not it tolerates what it can,
// and never lets one quote swallow the rest of the file; see quote.go.
type csvReader struct {
	r        io.Reader // UTF-8, lines ended by \n or \r\n
	comma    byte
	latin    bool // the file is known to be in Windows-1252
	width    int  // cells a row should have; 0: not known yet
	at       source.Position
	problems *problems

	buf    []byte // what has been read and not been handed out
	done   bool   // r is at its end, or failed
	err    error  // why r failed
	line   int    // number of the line at the start of buf, from 1
	parsed int64  // bytes handed out so far
	wasted int64  // bytes parsed in vain, looking for the end of a quote
}

func newCSVReader(r io.Reader, comma byte, at source.Position, p *problems) *csvReader {
	return &csvReader{r: r, comma: comma, at: at, problems: p, line: 1}
}

// next fills b with the next rows. Empty lines make no rows. It returns io.EOF
// when there are no more.
func (c *csvReader) next(b *Batch) error {
	b.reset()
	for size := csvChunk; ; size *= 2 {
		c.fill(size)
		if len(c.buf) == 0 {
			if c.err != nil {
				return c.err
			}
			return io.EOF
		}
		s := string(c.buf)
		n := c.parse(b, s, len(s) >= maxRecord)
		c.buf = c.buf[:copy(c.buf, c.buf[n:])]
		c.parsed += int64(n)
		if len(b.Rows) == 0 { // one record is longer than the chunk, or there are only empty lines
			if n > 0 {
				size = csvChunk / 2
			}
			continue
		}
		b.Bytes = n
		c.decode(b, s[:n])
		b.finish()
		return nil
	}
}

// fill reads until buf holds size bytes or there are no more.
func (c *csvReader) fill(size int) {
	if cap(c.buf) < size {
		c.buf = append(make([]byte, 0, size), c.buf...)
	}
	for !c.done && len(c.buf) < size {
		n, err := c.r.Read(c.buf[len(c.buf):size])
		c.buf = c.buf[:len(c.buf)+n]
		if err != nil {
			c.done = true
			if !errors.Is(err, io.EOF) {
				c.err = err
			}
		}
	}
}

// parse appends the records of s to b and returns how much of s they are. A
// record that goes on after s is left for the next time, unless s is full: then
// it is cut.
func (c *csvReader) parse(b *Batch, s string, full bool) int {
	pos, quote := 0, -1
	for pos < len(s) {
		last := c.done || full && len(b.Rows) == 0
		if quote < pos {
			quote = indexFrom(s, pos, '"')
		}
		end := indexFrom(s, pos, '\n')
		if end == len(s) && !last {
			break
		}
		if end == len(s) && !c.done {
			c.problem(ErrLongLine, c.line, s[pos:], "is this a text file?", "cut after %d bytes", maxRecord)
			c.line-- // the rest of it stands on the same line
		}
		if quote >= end { // no quote on this line: the common case
			c.splitLine(b, dropCR(s[pos:end]))
			pos = end + 1
			continue
		}
		next, ok := c.quotedRecord(b, s, pos, last)
		if !ok {
			break
		}
		pos = next
	}
	return min(pos, len(s))
}

// splitLine makes a row of a line without quotes; of an empty line it makes none.
func (c *csvReader) splitLine(b *Batch, line string) {
	if line != "" {
		cells, start := b.cells, 0
		for {
			i := strings.IndexByte(line[start:], c.comma)
			if i < 0 {
				break
			}
			cells = append(cells, Cell{line[start : start+i], c.line})
			start += i + 1
		}
		b.cells = append(cells, Cell{line[start:], c.line})
		b.endRow(c.line, false)
	}
	c.line++
}

// decode reads cells that are not UTF-8 as Windows-1252. In a file that seemed
// to be UTF-8 that is a problem.
func (c *csvReader) decode(b *Batch, s string) {
	if utf8.ValidString(s) {
		return
	}
	start := 0
	for _, end := range b.ends {
		for i := start; i < end; i++ {
			cell := &b.cells[i]
			if utf8.ValidString(cell.Text) {
				continue
			}
			raw := cell.Text
			cell.Text = fromWindows1252(raw)
			if c.latin {
				continue
			}
			at := c.at
			at.Line, at.Column = cell.Line, i-start+1
			c.problems.add(ErrEncoding, at, cell.Text, "save the file as UTF-8 if the text looks wrong", "not UTF-8, read as Windows-1252")
		}
		start = end
	}
}

func (c *csvReader) problem(kind error, line int, raw, hint, format string, args ...any) {
	at := c.at
	at.Line = line
	c.problems.add(kind, at, raw, hint, format, args...)
}

// indexFrom returns the index of b in s at or after pos, and len(s) if there is none.
func indexFrom(s string, pos int, b byte) int {
	if i := strings.IndexByte(s[pos:], b); i >= 0 {
		return pos + i
	}
	return len(s)
}

// dropCR cuts off the carriage return of a line that ended in \r\n.
func dropCR(line string) string {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}
