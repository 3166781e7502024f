package records

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

const (
	// maxDepth is how deep objects and arrays may be nested in a record.
	maxDepth = 64
	// maxColumns is how many columns a JSON table may have: as many as an Excel sheet.
	maxColumns = 1 << 14
	// maxCells is how many cells one record may fill, with the empty ones.
	maxCells = 1 << 20
)

// A jsonValue is one scalar of a record.
type jsonValue struct {
	row, col, line int
	text           string
}

// jsonColumns are the columns of a JSON table: the paths of its values.
type jsonColumns struct {
	names []string
	index map[string]int
	fixed bool // no more are added
}

// column returns the column of a path, and -1 if there is none and none can be added.
func (c *jsonColumns) column(path []byte) int {
	if i, ok := c.index[string(path)]; ok {
		return i
	}
	if c.fixed || len(c.names) >= maxColumns {
		return -1
	}
	if c.index == nil {
		c.index = map[string]int{}
	}
	name := string(path)
	c.index[name] = len(c.names)
	c.names = append(c.names, name)
	return len(c.names) - 1
}

// A jsonRecord takes one JSON object apart into cells. Members of objects
// become columns with dotted names. An array of simple values is one cell with several
// values, divided by "; ". An array of objects becomes rows: its columns are
// those of its objects, and the n-th object stands in the n-th row of the record.
type jsonRecord struct {
	columns *jsonColumns
	s       string
	pos     int
	line    int
	path    []byte
	values  []jsonValue
	unknown []jsonValue // values without a column
	latin   bool        // some text was not UTF-8
}

var (
	errJSON  = errors.New("expected a JSON value")
	errDepth = fmt.Errorf("nested more than %d deep", maxDepth)
)

// parse reads the record in s, whose first character stands on the given line.
func (r *jsonRecord) parse(s string, line int) error {
	r.s, r.pos, r.line = s, 0, line
	r.path, r.values, r.unknown, r.latin = r.path[:0], r.values[:0], r.unknown[:0], false
	if _, err := r.value(0, 0); err != nil {
		return err
	}
	if r.space(); r.pos < len(r.s) {
		return fmt.Errorf("unexpected text after the value")
	}
	return nil
}

// space skips white space and counts lines.
func (r *jsonRecord) space() {
	for r.pos < len(r.s) {
		switch r.s[r.pos] {
		case '\n':
			r.line++
		case ' ', '\t', '\r':
		default:
			return
		}
		r.pos++
	}
}

// next skips white space and returns the character after it, or 0.
func (r *jsonRecord) next() byte {
	r.space()
	if r.pos == len(r.s) {
		return 0
	}
	return r.s[r.pos]
}

// value reads a value into the given row of the record and returns how many
// rows it took.
func (r *jsonRecord) value(row, depth int) (rows int, err error) {
	if depth > maxDepth {
		return 0, errDepth
	}
	switch r.next() {
	case '{':
		return r.object(row, depth)
	case '[':
		return r.array(row, depth)
	}
	line := r.line
	text, err := r.scalar()
	if err != nil {
		return 0, err
	}
	r.put(row, line, text)
	return 1, nil
}

// put stores a scalar in the column of the current path.
func (r *jsonRecord) put(row, line int, text string) {
	if text == "" {
		return
	}
	v := jsonValue{row: row, col: r.columns.column(r.path), line: line, text: text}
	if v.col < 0 {
		r.unknown = append(r.unknown, v)
		return
	}
	r.values = append(r.values, v)
}

func (r *jsonRecord) object(row, depth int) (rows int, err error) {
	rows = 1
	r.pos++
	if r.next() == '}' {
		r.pos++
		return rows, nil
	}
	for {
		if r.next() != '"' {
			return 0, errors.New("expected the name of a member in quotes")
		}
		key, err := r.text()
		if err != nil {
			return 0, err
		}
		if r.next() != ':' {
			return 0, errors.New("expected a colon after a member's name")
		}
		r.pos++
		mark := len(r.path)
		if mark > 0 {
			r.path = append(r.path, '.')
		}
		r.path = append(r.path, clipKey(key)...)
		n, err := r.value(row, depth+1)
		r.path = r.path[:mark]
		if err != nil {
			return 0, err
		}
		rows = max(rows, n)
		switch r.next() {
		case ',':
			r.pos++
		case '}':
			r.pos++
			return rows, nil
		default:
			return 0, errors.New("expected a comma or the end of the object")
		}
	}
}

// array reads an array. Objects in it take rows of their own; all else stays in
// the row.
func (r *jsonRecord) array(row, depth int) (rows int, err error) {
	rows = 0
	r.pos++
	if r.next() == ']' {
		r.pos++
		return 1, nil
	}
	for {
		at := row
		object := r.next() == '{'
		if object {
			at += rows
		}
		n, err := r.value(at, depth+1)
		if err != nil {
			return 0, err
		}
		if object {
			rows += n
		}
		switch r.next() {
		case ',':
			r.pos++
		case ']':
			r.pos++
			return max(rows, 1), nil
		default:
			return 0, errors.New("expected a comma or the end of the array")
		}
	}
}

// scalar reads a string, number, true, false or null; null is "".
func (r *jsonRecord) scalar() (string, error) {
	if r.pos == len(r.s) {
		return "", errJSON
	}
	if r.s[r.pos] == '"' {
		return r.text()
	}
	start := r.pos
	for r.pos < len(r.s) && isScalarByte(r.s[r.pos]) {
		r.pos++
	}
	word := r.s[start:r.pos]
	switch {
	case word == "null":
		return "", nil
	case word == "true", word == "false", word != "" && json.Valid([]byte(word)):
		return word, nil
	}
	return "", errJSON
}

func isScalarByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '+' || c == '.'
}

// text reads a string.
func (r *jsonRecord) text() (string, error) {
	start := r.pos + 1
	escaped := false
	for i := start; i < len(r.s); i++ {
		switch r.s[i] {
		case '\\':
			escaped = true
			i++
		case '\n':
			r.line++ // not allowed, but harmless
		case '"':
			r.pos = i + 1
			return r.decode(r.s[start:i], escaped)
		}
	}
	return "", errors.New("a string is not closed")
}

// decode returns what a string between its quotes means.
func (r *jsonRecord) decode(s string, escaped bool) (string, error) {
	if !utf8.ValidString(s) {
		r.latin = true
		s = fromWindows1252(s)
	}
	if !escaped {
		return s, nil
	}
	var text string
	if err := json.Unmarshal([]byte(`"`+strings.ReplaceAll(s, "\n", `\n`)+`"`), &text); err != nil {
		return "", errors.New("a string holds an unknown escape")
	}
	return text, nil
}

// clipKey keeps names of columns at a length that a person can read.
func clipKey(key string) string {
	if len(key) > 200 {
		return strings.ToValidUTF8(key[:200], "")
	}
	return key
}

// rowsTo appends the rows of the record to b, each with the given number of
// cells. It returns false if they are too many.
func (r *jsonRecord) rowsTo(b *Batch, line, width int) bool {
	first, from := true, 0
	cells := 0
	// Values of one row need not stand together: sort them by row, keeping their order.
	sortByRow(r.values)
	for from < len(r.values) {
		to := from
		for to < len(r.values) && r.values[to].row == r.values[from].row {
			to++
		}
		if cells += width; cells > maxCells && !first {
			return false
		}
		rowLine := line
		if !first {
			rowLine = r.values[from].line
		}
		base := len(b.cells)
		for range width {
			b.cells = append(b.cells, Cell{Line: rowLine})
		}
		for _, v := range r.values[from:to] {
			c := &b.cells[base+v.col]
			if c.Text != "" {
				c.Text += "; " + v.text
				continue
			}
			*c = Cell{Text: v.text, Line: v.line}
		}
		b.endRow(rowLine, !first)
		first, from = false, to
	}
	return true
}
