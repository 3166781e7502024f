package records

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/source"
)

// jsonChunk is how much of a JSON file is read at once.
const jsonChunk = 256 << 10

// jsonBatch is how many records of a JSON file make a batch.
const jsonBatch = 500

// sortByRow sorts values by row and keeps the order of those in one row.
func sortByRow(values []jsonValue) {
	byRow := func(a, b jsonValue) int { return a.row - b.row }
	if !slices.IsSortedFunc(values, byRow) {
		slices.SortStableFunc(values, byRow)
	}
}

// openJSON prepares a JSON file. Its columns are the keys of its objects, and
// any object may bring a new one, so the file is read once to collect them.
func (f *File) openJSON(head []byte, text *bufio.Reader, r io.Reader) error {
	f.Format = JSON
	if isLines(head) {
		f.Format = JSONLines
	}
	wrapped := f.Format == JSON && isWrapper(head)
	first, second, err := f.twice(text, r)
	if err != nil {
		return err
	}
	keys := newJSONStream(first, f.Format == JSONLines, wrapped, source.Position{File: f.Name}, &problems{})
	tables, err := keys.collect()
	if err != nil {
		return err
	}
	again, err := second()
	if err != nil {
		return err
	}
	rows := newJSONStream(again, f.Format == JSONLines, wrapped, source.Position{File: f.Name}, &f.problems)
	f.tables = func() (*Table, error) {
		for {
			name, err := rows.nextTable()
			if err != nil {
				return nil, err
			}
			if len(tables) == 0 {
				return nil, io.EOF
			}
			columns := tables[0]
			tables = tables[1:]
			rows.columns, rows.at.Sheet = columns, name
			t := f.newTable(name, rows, len(columns.names))
			if !rows.arrays {
				t.Header = slices.Clone(columns.names)
			}
			if len(columns.names) > 0 || rows.arrays {
				return t, nil
			}
		}
	}
	return nil
}

// twice returns the text for reading it a first time, and a function that
// returns it for the second. If r cannot be rewound the first reading gets only the
// part that fits into memory.
func (f *File) twice(text *bufio.Reader, r io.Reader) (first io.Reader, second func() (io.Reader, error), err error) {
	seeker, ok := r.(io.Seeker)
	if ok {
		_, err := seeker.Seek(0, io.SeekCurrent)
		ok = err == nil // a pipe is a file that cannot seek
	}
	if !ok {
		part, err := io.ReadAll(io.LimitReader(text, maxRecord))
		return bytes.NewReader(part), func() (io.Reader, error) { return io.MultiReader(bytes.NewReader(part), text), nil }, err
	}
	return text, func() (io.Reader, error) {
		if _, err := seeker.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
		again, free, err := decompress(bufio.NewReaderSize(r, headSize))
		if err != nil {
			return nil, err
		}
		f.close = append(f.close, free)
		head, _ := again.Peek(headSize)
		enc, bom := detectEncoding(head)
		if _, err := again.Discard(bom); err != nil {
			return nil, err
		}
		return toUTF8(again, enc), nil
	}, nil
}

// isLines reports whether every line of a text is a JSON object of its own:
// the first is, and the second, if there is one, begins like one.
func isLines(head []byte) bool {
	line, rest, _ := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	r := jsonRecord{columns: &jsonColumns{}}
	if len(line) == 0 || line[0] != '{' || r.parse(string(line), 1) != nil {
		return false
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return len(rest) > 0 && rest[0] == '{' || len(rest) == 0 && !isWrapper(head)
}

// isWrapper reports whether a text is one object whose members hold the
// tables: {"cases": [{…}, …], "persons": […]}. An object that has an id
// before its first table is itself a record.
func isWrapper(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	s := newJSONStream(bytes.NewReader(head), false, true, source.Position{}, &problems{})
	_, err := s.nextTable()
	return err == nil && !s.sawID
}

// A jsonStream reads the records of a JSON file one after another, and never
// holds more than one of them.
type jsonStream struct {
	r        io.Reader
	lines    bool // every line is a record
	wrapped  bool // the tables are members of one object
	at       source.Position
	problems *problems

	buf     []byte // what has been read; what was handed out is cut off now and then
	pos     int    // where the next record starts in buf
	line    int    // line that pos stands on
	done    bool
	err     error
	started bool     // the first table was found
	inside  bool     // pos is inside a table's array
	arrays  bool     // the table's records are arrays of cells
	keys    []string // names of the objects around the table
	read    int64    // bytes of records that were read
	wasted  int64    // bytes that were looked at in vain, for the end of a record
	sawID   bool     // a member that is called like a case's id stood outside the tables

	record  jsonRecord
	columns *jsonColumns
}

func newJSONStream(r io.Reader, lines, wrapped bool, at source.Position, p *problems) *jsonStream {
	return &jsonStream{r: r, lines: lines, wrapped: wrapped, at: at, problems: p, line: 1}
}

// collect reads the whole file and returns the columns of its tables.
func (j *jsonStream) collect() ([]*jsonColumns, error) {
	var tables []*jsonColumns
	var b Batch
	for {
		if _, err := j.nextTable(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		j.columns = &jsonColumns{}
		for j.inside {
			if err := j.next(&b); err != nil && !errors.Is(err, io.EOF) {
				return nil, err
			}
		}
		j.columns.fixed = true
		tables = append(tables, j.columns)
	}
	return tables, nil
}

// more reads on, so that buf grows past what it holds. It returns false at the end.
func (j *jsonStream) more() bool {
	if j.pos > 0 {
		j.buf = j.buf[:copy(j.buf, j.buf[j.pos:])]
		j.pos = 0
	}
	if j.done {
		return false
	}
	if len(j.buf) == cap(j.buf) {
		j.buf = slices.Grow(j.buf, max(jsonChunk, len(j.buf)))
	}
	n, err := j.r.Read(j.buf[len(j.buf):cap(j.buf)])
	j.buf = j.buf[:len(j.buf)+n]
	if err != nil {
		j.done = true
		if !errors.Is(err, io.EOF) {
			j.err = err
		}
	}
	return true
}

// peek skips white space and returns the next character, or 0 at the end.
func (j *jsonStream) peek() byte {
	for {
		for j.pos < len(j.buf) {
			switch c := j.buf[j.pos]; c {
			case '\n':
				j.line++
			case ' ', '\t', '\r':
			default:
				return c
			}
			j.pos++
		}
		if !j.more() {
			return 0
		}
	}
}

// nextTable goes to the first record of the next table and returns the table's
// name: the path of its array in a file that has several, else "". It returns io.EOF
// after the last.
func (j *jsonStream) nextTable() (string, error) {
	if j.started && j.inside {
		var b Batch
		for j.next(&b) == nil { // what was not asked for
			continue
		}
	}
	if !j.wrapped {
		if j.started {
			return "", j.end()
		}
		j.started, j.inside = true, true
		if !j.lines && j.peek() == '[' {
			j.pos++
			j.arrays = j.peek() == '['
		}
		return "", nil
	}
	j.started = true
	return j.nextMember()
}

func (j *jsonStream) end() error {
	if j.err != nil {
		return j.err
	}
	return io.EOF
}

// nextMember walks through a wrapper's members to the next array that holds
// objects or arrays.
func (j *jsonStream) nextMember() (string, error) {
	for {
		switch j.peek() {
		case 0:
			return "", j.end()
		case '{':
			j.pos++
			if len(j.keys) == 0 {
				j.keys = append(j.keys, "")
			}
		case '}':
			j.pos++
			if len(j.keys) > 0 {
				j.keys = j.keys[:len(j.keys)-1]
			}
		case ',', ':', ']':
			j.pos++
		case '"':
			key, ok := j.raw()
			if !ok {
				return "", j.broken("a member's name is not closed")
			}
			name := strings.Trim(string(key), `"`)
			if j.peek() != ':' {
				continue
			}
			j.pos++
			if found, err := j.member(name); err != nil || found {
				return strings.Join(append(slices.Clone(j.keys[min(1, len(j.keys)):]), name), "."), err
			}
		default:
			if _, ok := j.raw(); !ok {
				return "", j.broken("expected a member of an object")
			}
		}
	}
}

// member looks at the value of a wrapper's member, and reports whether it is a table.
func (j *jsonStream) member(name string) (found bool, err error) {
	switch j.peek() {
	case '{':
		j.pos++
		j.keys = append(j.keys, name)
		return false, nil
	case '[':
		j.pos++
		if c := j.peek(); c == '{' || c == '[' {
			j.arrays, j.inside = c == '[', true
			return true, nil
		}
		return false, nil
	}
	if f, strength := guessHeader(name).best(); f == FieldCaseID && (strength > weakName || name == "id") {
		j.sawID = true
	}
	if _, ok := j.raw(); !ok {
		return false, j.broken("expected a value")
	}
	return false, nil
}

// broken reports that the file ends in the middle of something.
func (j *jsonStream) broken(what string) error {
	j.problem(ErrSyntax, "", "is the file complete?", "%s", what)
	j.pos, j.done = len(j.buf), true
	return j.end()
}

func (j *jsonStream) problem(kind error, raw, hint, format string, args ...any) {
	at := j.at
	at.Line = j.line
	j.problems.add(kind, at, raw, hint, format, args...)
}
