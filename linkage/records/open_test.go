package records

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// allRows reads a whole file: table by table the header and the rows, as text.
func allRows(t testing.TB, f *File) (headers [][]string, rows [][]string) {
	t.Helper()
	for {
		table, err := f.Next()
		if errors.Is(err, io.EOF) {
			return headers, rows
		}
		if err != nil {
			t.Fatal(err)
		}
		headers = append(headers, table.Header)
		var b Batch
		for {
			err := table.NextBatch(&b)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range b.Rows {
				var row []string
				for _, c := range r.Cells {
					row = append(row, c.Text)
				}
				rows = append(rows, row)
			}
		}
	}
}

func zipped(t *testing.T, text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	w.Close()
	return b.String()
}

func zstded(t *testing.T, text string) string {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(text), nil))
}

// One small table, in every way in which it can be written, reads the same.
func TestOpenReadsTheSameTable(t *testing.T) {
	const comma = "Case No,Name,Phone\n1,José Peña,585-555-0142\n2,\"Vale, Ada\",585-555-0143\n"
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy) string {
		s, err := unicode.UTF16(e, bom).NewEncoder().String(comma)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	latin, err := charmap.Windows1252.NewEncoder().String(comma)
	if err != nil {
		t.Fatal(err)
	}
	swap := func(delimiter string) string {
		return strings.NewReplacer("\"Vale, Ada\"", "Vale, Ada", ",585", delimiter+"585", "No,Name,Phone", "No"+delimiter+"Name"+delimiter+"Phone",
			"1,José", "1"+delimiter+"José", "2,\"Vale, Ada\"", "2"+delimiter+"\"Vale, Ada\"").Replace(comma)
	}
	const jsonArray = `[{"Case No":1,"Name":"José Pe\u00f1a","Phone":"585-555-0142"},
{"Case No":2, "Name":"Vale, Ada", "Phone":"585-555-0143"}]`
	const jsonLines = `{"Case No":1,"Name":"José Pe\u00f1a","Phone":"585-555-0142"}
{"Case No":2, "Name":"Vale, Ada", "Phone":"585-555-0143"}
`
	tests := map[string]string{
		"comma.csv":         comma,
		"crlf.csv":          strings.ReplaceAll(comma, "\n", "\r\n"),
		"macintosh.csv":     strings.ReplaceAll(comma, "\n", "\r"),
		"tab.tsv":           swap("\t"),
		"semicolon.csv":     swap(";"),
		"pipe.txt":          swap("|"),
		"sep.csv":           "sep=;\n" + swap(";"),
		"bom.csv":           "\xef\xbb\xbf" + comma,
		"utf16le.csv":       utf16(unicode.LittleEndian, unicode.UseBOM),
		"utf16be.csv":       utf16(unicode.BigEndian, unicode.UseBOM),
		"utf16nomark.csv":   utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"windows1252.csv":   latin,
		"comma.csv.gz":      zipped(t, comma),
		"comma.csv.zst":     zstded(t, comma),
		"misnamed.csv":      zipped(t, latin),
		"title.csv":         "County Sheriff,,\nCases of 2024,,\n\n" + comma,
		"unquotedtitle.csv": "Human Trafficking Case Register\n\n" + comma,
		"repeated.csv":      comma + "Case No,Name,Phone\n",
		"empty rows.csv":    strings.ReplaceAll(comma, "\n", "\n,,\n"),
		"array.json":        jsonArray,
		"array.json.gz":     zipped(t, jsonArray),
		"lines.jsonl":       jsonLines,
		"lines.json":        jsonLines,
		"lines.jsonl.zst":   zstded(t, jsonLines),
		"wrapped.json":      `{"county":"Erie","cases":` + jsonArray + `}`,
		"deep.json":         `{"response":{"count":2,"rows":` + jsonArray + `}}`,
		"rows.json":         `[["Case No","Name","Phone"],[1,"José Peña","585-555-0142"],[2,"Vale, Ada","585-555-0143"]]`,
		"utf16.json":        utf16JSON(t, jsonArray),
		"trailing.jsonl":    strings.ReplaceAll(jsonLines, "}\n", "},\r\n"),
		"pretty.json":       strings.NewReplacer("{", "{\n  ", ",\"", ",\n  \"", "}", "\n}").Replace(jsonArray),
	}
	want := [][]string{{"1", "José Peña", "585-555-0142"}, {"2", "Vale, Ada", "585-555-0143"}}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			f, err := Open(path, Options{Name: name})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			headers, rows := allRows(t, f)
			if len(headers) != 1 || !reflect.DeepEqual(headers[0], []string{"Case No", "Name", "Phone"}) {
				t.Errorf("headers %q", headers)
			}
			if !reflect.DeepEqual(rows, want) {
				t.Errorf("rows %q, want %q", rows, want)
			}
			for _, p := range f.Problems() {
				if !errors.Is(p, ErrRepeatedHeader) {
					t.Errorf("problem %v", p)
				}
			}
		})
	}
}

func utf16JSON(t *testing.T, text string) string {
	s, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestOpenRefuses(t *testing.T) {
	for name, text := range map[string]string{"old.xls": string(magicOLE) + "x", "report.pdf": "%PDF-1.4", "archive.zip": "PK\x03\x04junk"} {
		if _, err := NewFile(name, strings.NewReader(text), Options{}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	for _, text := range []string{"", "\n\n", "\xef\xbb\xbf", "[]", "{}", "[{}]", " "} {
		f, err := NewFile("x.json", strings.NewReader(text), Options{})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if table, err := f.Next(); !errors.Is(err, io.EOF) {
			t.Errorf("%q: table %v, error %v", text, table, err)
		}
	}
}

func TestProblemsAreCountedAndBounded(t *testing.T) {
	var text strings.Builder
	text.WriteString("Case No,Name,Phone\n")
	for i := range 1000 {
		fmt.Fprintf(&text, "%d,Ada Vale,585-555-0142\n%d,too short\n", i, i)
	}
	text.WriteString("9,one,too,many\n9,bad \xe9 byte,x\n")
	f, err := NewFile("x.csv", strings.NewReader(text.String()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	allRows(t, f)
	if c := f.ProblemCounts(); len(c) != 1 && len(c) != 2 || c[0].Kind != ErrRagged || c[0].Count != 1001 {
		t.Errorf("counts %v", c)
	}
	if n := len(f.Problems()); n > 2*keptPerKind {
		t.Errorf("%d problems kept", n)
	}
	p := f.Problems()[0]
	if p.Line != 3 || !strings.HasPrefix(p.Error(), "x.csv:3: row is longer or shorter") || strings.Contains(p.Error(), "too short") {
		t.Errorf("problem %v", p)
	}
}

// Reading does not hold the file: what a batch keeps is a chunk.
func TestMemoryDoesNotGrow(t *testing.T) {
	const rows = 300_000
	r := &generated{line: "12345,2024-03-01,585-555-0142,a note of some words\n", n: rows}
	f, err := NewFile("x.csv", r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	table, err := f.Next()
	if err != nil {
		t.Fatal(err)
	}
	var b Batch
	n := 0
	for table.NextBatch(&b) == nil {
		n += len(b.Rows)
		if c := table.rows.(*csvReader); cap(c.buf) > 2*csvChunk {
			t.Fatalf("buffer of %d bytes", cap(c.buf))
		}
	}
	if n != rows {
		t.Errorf("%d rows, want %d", n, rows)
	}
}

// generated returns one line many times.
type generated struct {
	line string
	n    int
	rest string
}

func (g *generated) Read(p []byte) (int, error) {
	if g.rest == "" {
		if g.n == 0 {
			return 0, io.EOF
		}
		g.n--
		g.rest = g.line
	}
	n := copy(p, g.rest)
	g.rest = g.rest[n:]
	return n, nil
}
