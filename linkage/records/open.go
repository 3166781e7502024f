package records

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/tflink/tflink/linkage/source"
)

// headSize is how much of a file is looked at to find out what it is. A few
// hundred rows settle encoding and delimiter.
const headSize = 128 << 10

// Options say what is known of a file. The zero value finds out everything.
type Options struct {
	// Name is what the file is called in positions; empty means the path.
	Name string
	// Delimiter is the one between the cells; 0 detects it.
	Delimiter byte
}

// A Format is how a file is built.
type Format string

// The formats that are read.
const (
	Delimited Format = "delimited" // CSV, TSV and their like
	Workbook  Format = "workbook"  // Excel .xlsx and .xlsm
	JSON      Format = "json"      // an array, or an object with arrays in it
	JSONLines Format = "jsonlines" // one object after another
)

// A File is an input that is being read. It is for one goroutine at a time;
// batches that it has filled may be used in others.
type File struct {
	Name     string
	Format   Format
	Encoding Encoding

	problems problems
	tables   func() (*Table, error) // returns the next table
	close    []func()
}

// Open opens a file and finds out how it is built. It fails if there is no such
// file or if it is of a kind that cannot be read.
func Open(path string, o Options) (*File, error) {
	r, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if o.Name == "" {
		o.Name = path
	}
	f, err := NewFile(o.Name, r, o)
	if err != nil {
		r.Close()
		return nil, err
	}
	f.close = append(f.close, func() { r.Close() })
	return f, nil
}

// NewFile reads a file from r under the given name, whose extension is a hint
// and no more. It does not close r. Where r is an [io.Seeker] and holds JSON, it
// is read twice: once to collect the columns.
func NewFile(name string, r io.Reader, o Options) (*File, error) {
	f := &File{Name: name, Encoding: UTF8}
	packed := bufio.NewReaderSize(r, headSize)
	text, free, err := decompress(packed)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	f.close = append(f.close, free)
	head, err := text.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 { // else the good rows before the fault are read
		f.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := f.detect(head, text, r, o); err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

// detect finds out what format and encoding the file has.
func (f *File) detect(head []byte, text *bufio.Reader, r io.Reader, o Options) error {
	switch {
	case bytes.HasPrefix(head, magicZip):
		f.Format = Workbook
		return f.openWorkbook(text)
	case bytes.HasPrefix(head, magicOLE):
		return errors.New("an old Excel file or one with a password: save it as .xlsx without a password")
	case bytes.HasPrefix(head, magicPDF):
		return errors.New("a PDF file: export its table as CSV")
	}
	enc, bom := detectEncoding(head)
	f.Encoding = enc
	if _, err := text.Discard(bom); err != nil {
		return err
	}
	if enc == UTF16LE || enc == UTF16BE {
		text = bufio.NewReaderSize(toUTF8(text, enc), headSize)
	}
	head, err := text.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		return err
	}
	if looksLikeJSON(f.Name, head) {
		return f.openJSON(head, text, r)
	}
	f.Format = Delimited
	return f.openDelimited(head, text, o)
}

// openDelimited prepares a CSV file or one of its like.
func (f *File) openDelimited(head []byte, text *bufio.Reader, o Options) error {
	var r io.Reader = text
	if loneCarriages(head) {
		head = bytes.ReplaceAll(head, []byte("\r"), []byte("\n"))
		r = carriageReader{r}
	}
	comma, skip := separatorLine(head)
	if o.Delimiter != 0 {
		comma = o.Delimiter
	}
	if _, err := io.CopyN(io.Discard, r, int64(skip)); err != nil {
		return err
	}
	d := detectDialect(f.Name, head[skip:])
	if comma != 0 {
		d.comma = comma
		d.width, _ = judgeDelimiter(wholeLines(head[skip:]), comma)
	}
	at := source.Position{File: f.Name}
	c := newCSVReader(r, d.comma, at, &f.problems)
	c.width, c.latin = d.width, f.Encoding == Windows1252
	if skip > 0 {
		c.line++
	}
	f.tables = oneTable(f.newTable("", c, d.width))
	return nil
}

// oneTable returns a function that returns t and then io.EOF.
func oneTable(t *Table) func() (*Table, error) {
	return func() (*Table, error) {
		if t == nil {
			return nil, io.EOF
		}
		first := t
		t = nil
		return first, nil
	}
}

// Next returns the next table, with its header and a sample of its rows, and
// io.EOF after the last. What was not read of the table before is skipped.
// Sheets without rows are left out.
func (f *File) Next() (*Table, error) {
	for {
		t, err := f.tables()
		if err != nil {
			return nil, err
		}
		if err := t.start(); err != nil {
			return nil, fmt.Errorf("%s: %w", source.Position{File: f.Name, Sheet: t.Sheet}, err)
		}
		if len(t.Header) > 0 {
			return t, nil
		}
	}
}

// Problems returns what could not be read so far, in the order of the file: of
// every kind the first few.
func (f *File) Problems() []*source.Problem { return f.problems.kept }

// ProblemCounts returns how often each kind of problem was met so far.
func (f *File) ProblemCounts() []ProblemCount { return f.problems.counts }

// Close frees what the file holds. The texts of its batches stay valid.
func (f *File) Close() error {
	for i := len(f.close) - 1; i >= 0; i-- {
		f.close[i]()
	}
	f.close = nil
	return nil
}

// looksLikeJSON reports whether a text is JSON: by its first character, and if that leaves
// a doubt by its name.
func looksLikeJSON(name string, head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' && head[0] != '[' {
		return false
	}
	switch path.Ext(stripCompression(strings.ToLower(name))) {
	case ".json", ".jsonl", ".ndjson", ".geojson":
		return true
	}
	rest := bytes.TrimLeft(head[1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '"' || rest[0] == '{' || rest[0] == '[')
}
