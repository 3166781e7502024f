package records

import (
	"bytes"
	"io"
	"strings"
)

// next fills b with the rows of the next records of the table.
func (j *jsonStream) next(b *Batch) error {
	b.reset()
	for n := 0; j.inside && (n < jsonBatch || len(b.Rows) == 0); {
		c := j.peek()
		switch {
		case c == 0:
			j.inside = false
		case c == ',':
			j.pos++
		case c == ']' && !j.lines:
			j.pos++
			j.inside = false
		default:
			if j.readRecord(b, c) {
				n++
			}
		}
	}
	if len(b.Rows) == 0 {
		return j.endOfRows()
	}
	b.finish()
	return nil
}

func (j *jsonStream) endOfRows() error {
	if j.err != nil {
		return j.err
	}
	return io.EOF
}

// readRecord reads the record at pos into b and reports whether there was one.
// What cannot be read is reported and skipped.
func (j *jsonStream) readRecord(b *Batch, c byte) bool {
	line := j.line
	raw, ok := j.cut(c)
	if !ok {
		j.problem(ErrSyntax, string(raw[:min(len(raw), 200)]), "is the file complete?", "the record that begins here does not end")
		j.skip(raw[:j.resume(raw)])
		return false
	}
	text := string(raw)
	j.skip(raw)
	j.read += int64(len(text))
	if j.lines {
		text = strings.TrimRight(text, " \t\r,")
	}
	at := j.at
	at.Line = line
	if c != '{' && (c != '[' || !j.arrays) {
		j.problems.add(ErrSyntax, at, text, "a record is an object in braces", "expected an object")
		return false
	}
	if j.arrays && c == '[' {
		return j.arrayRow(b, text, line)
	}
	j.record.columns = j.columns
	if err := j.record.parse(text, line); err != nil {
		j.problems.add(ErrSyntax, at, text, "", "%v", err)
		return false
	}
	j.complain(at.Line)
	mark := len(b.Rows)
	if !j.columns.fixed {
		b.reset() // collecting: only the names count
	} else if !j.record.rowsTo(b, line, len(j.columns.names)) {
		j.problems.add(ErrTooLarge, at, "", "divide it into several records", "more than %d cells; the rest of the record is left out", maxCells)
	}
	return len(b.Rows) > mark || !j.columns.fixed
}

// skip goes past raw, which stands at pos.
func (j *jsonStream) skip(raw []byte) {
	j.pos += len(raw)
	j.line += bytes.Count(raw, []byte("\n"))
}

// resume returns where in raw, a record that does not end, to go on reading: at
// the next line that begins like a record. What is looked at in vain stays in
// proportion to what was read.
func (j *jsonStream) resume(raw []byte) int {
	j.wasted += int64(len(raw))
	if j.wasted > 8*(j.read+maxRecord) {
		return len(raw)
	}
	for i := 0; ; {
		k := bytes.IndexByte(raw[i:], '\n')
		if k < 0 {
			return len(raw)
		}
		i += k + 1
		if bytes.HasPrefix(bytes.TrimLeft(raw[i:min(len(raw), i+200)], " \t"), []byte(`{`)) {
			return i
		}
	}
}

// complain reports what was odd in a record that could be read.
func (j *jsonStream) complain(line int) {
	at := j.at
	at.Line = line
	if j.record.latin {
		j.problems.add(ErrEncoding, at, "", "save the file as UTF-8 if the text looks wrong", "not UTF-8, read as Windows-1252")
	}
	for _, v := range j.record.unknown {
		at.Line = v.line
		j.problems.add(ErrNewKey, at, v.text, "name the file instead of sending it through a pipe", "the value is left out")
	}
}

// arrayRow makes a row of a record that is an array of cells.
func (j *jsonStream) arrayRow(b *Batch, text string, line int) bool {
	r := jsonRecord{columns: &jsonColumns{}, s: text, line: line, pos: 1}
	for r.next() != ']' {
		at := r.line
		mark := len(r.values)
		r.path = append(r.path[:0], 'v')
		if _, err := r.value(0, 1); err != nil {
			b.dropOpen()
			j.problem(ErrSyntax, text, "", "%v", err)
			return false
		}
		cell := ""
		for i, v := range r.values[mark:] {
			if i > 0 {
				cell += "; "
			}
			cell += v.text
		}
		b.add(cell, at)
		if r.next() == ',' {
			r.pos++
		} else if r.next() != ']' {
			b.dropOpen()
			j.problem(ErrSyntax, text, "", "expected a comma or the end of the array")
			return false
		}
	}
	b.endRow(line, false)
	return true
}

// cut returns the text of the record at pos: a line, or a whole value. It
// returns false, with what there is, if the value does not end.
func (j *jsonStream) cut(c byte) ([]byte, bool) {
	if j.lines {
		return j.cutLine(), true
	}
	return j.rawAt()
}

// cutLine returns the rest of the line at pos.
func (j *jsonStream) cutLine() []byte {
	for from := 0; ; {
		if i := bytes.IndexByte(j.buf[j.pos+from:], '\n'); i >= 0 {
			return j.buf[j.pos : j.pos+from+i]
		}
		if from = len(j.buf) - j.pos; from > maxRecord || !j.more() {
			return j.buf[j.pos:]
		}
	}
}

// raw returns the text of the value at pos and goes past it.
func (j *jsonStream) raw() ([]byte, bool) {
	text, ok := j.rawAt()
	j.line += bytes.Count(text, []byte("\n"))
	j.pos += len(text)
	return text, ok
}

// rawAt returns the text of the value at pos: up to the bracket that closes it,
// the quote, or the end of the word.
func (j *jsonStream) rawAt() ([]byte, bool) {
	depth, inString, n := 0, false, 0
	for {
		rest := j.buf[j.pos:]
		for ; n < len(rest); n++ {
			c := rest[n]
			switch {
			case inString && c == '\\':
				n++
			case inString:
				inString = c != '"'
				if !inString && depth == 0 {
					return rest[:n+1], true
				}
			case c == '"':
				inString = true
			case c == '{' || c == '[':
				depth++
			case c == '}' || c == ']':
				if depth--; depth == 0 {
					return rest[:n+1], true
				} else if depth < 0 {
					return rest[:max(n, 1)], n > 0
				}
			case depth == 0 && !isScalarByte(c):
				return rest[:max(n, 1)], n > 0
			}
		}
		if n > maxRecord || !j.more() {
			return j.buf[j.pos:], depth == 0 && !inString && n > 0
		}
	}
}
