package records

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/tflink/tflink/linkage/source"
)

// readCSV returns the rows of a text by the reader of this package.
func readCSV(t testing.TB, r io.Reader, comma byte, width int) (rows [][]string, lines []int, p *problems) {
	t.Helper()
	p = &problems{}
	c := newCSVReader(r, comma, source.Position{File: "test.csv"}, p)
	c.width = width
	var b Batch
	for {
		err := c.next(&b)
		if errors.Is(err, io.EOF) {
			return rows, lines, p
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range b.Rows {
			var row []string
			for _, cell := range b.Rows[i].Cells {
				row = append(row, cell.Text)
			}
			rows = append(rows, row)
			lines = append(lines, b.Rows[i].Line)
		}
	}
}

func TestCSV(t *testing.T) {
	tests := []struct {
		name, in string
		width    int
		want     [][]string
		lines    []int
		problem  error
	}{
		{name: "plain", in: "a,b\nc,d\n", want: [][]string{{"a", "b"}, {"c", "d"}}, lines: []int{1, 2}},
		{name: "no newline at the end", in: "a,b\nc,d", want: [][]string{{"a", "b"}, {"c", "d"}}, lines: []int{1, 2}},
		{name: "windows line ends", in: "a,b\r\nc,d\r\n", want: [][]string{{"a", "b"}, {"c", "d"}}, lines: []int{1, 2}},
		{name: "empty lines", in: "\n\na,b\n\nc,d\n\n", want: [][]string{{"a", "b"}, {"c", "d"}}, lines: []int{3, 5}},
		{name: "empty cells", in: ",\n,,", want: [][]string{{"", ""}, {"", "", ""}}, lines: []int{1, 2}},
		{name: "quotes", in: `"a,b","c ""d"" e"` + "\n", want: [][]string{{"a,b", `c "d" e`}}, lines: []int{1}},
		{name: "several lines in a cell", in: "1,\"a\r\nb\nc\",2\n3,d,4\n", want: [][]string{{"1", "a\nb\nc", "2"}, {"3", "d", "4"}}, lines: []int{1, 4}},
		{name: "quotes that nobody doubled", in: `1,"he said "go" to me",2` + "\n", want: [][]string{{"1", `he said "go" to me`, "2"}}, lines: []int{1}},
		{name: "quote inside a cell", in: `1,6" pipe,2` + "\n", want: [][]string{{"1", `6" pipe`, "2"}}, lines: []int{1}},
		{
			name: "quotes that nobody doubled, over two lines", width: 3,
			in:   "1,\"he said \"go\" and\nleft\",2\n3,b,4\n",
			want: [][]string{{"1", "he said \"go\" and\nleft", "2"}, {"3", "b", "4"}}, lines: []int{1, 3},
		},
		{
			name: "open quote, quoted cells after it", width: 3, problem: ErrUnclosedQuote,
			in:   "1,\"abc,2\n3,\"d,e\",4\n5,f,6\n",
			want: [][]string{{"1", "abc", "2"}, {"3", "d,e", "4"}, {"5", "f", "6"}}, lines: []int{1, 2, 3},
		},
		{
			name: "open quote, nothing quoted after it", width: 3, problem: ErrUnclosedQuote,
			in:   "1,\"abc,2\n3,d,4\n5,f,6\n",
			want: [][]string{{"1", "abc", "2"}, {"3", "d", "4"}, {"5", "f", "6"}}, lines: []int{1, 2, 3},
		},
		{
			name: "open quote in a file where all is quoted", width: 3, problem: ErrUnclosedQuote,
			in:   "\"1\",\"abc\",\"2\n\"3\",\"d\",\"4\"\n",
			want: [][]string{{"1", "abc", "2"}, {"3", "d", "4"}}, lines: []int{1, 2},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, r := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
				rows, lines, p := readCSV(t, r, ',', tt.width)
				if !reflect.DeepEqual(rows, tt.want) || !reflect.DeepEqual(lines, tt.lines) {
					t.Errorf("got %q on lines %v, want %q on %v", rows, lines, tt.want, tt.lines)
				}
				if tt.problem == nil && len(p.kept) > 0 {
					t.Errorf("unexpected problem %v", p.kept[0])
				}
				if tt.problem != nil && (len(p.kept) == 0 || !errors.Is(p.kept[0], tt.problem)) {
					t.Errorf("problems %v, want %v", p.kept, tt.problem)
				}
			}
		})
	}
}

// A cell that starts on the third line of a record is said to stand there.
func TestCellLines(t *testing.T) {
	var b Batch
	c := newCSVReader(strings.NewReader("a,\"1\n2\n3\",b,\"x\ny\",c\nd,e,f,g,h\n"), ',', source.Position{}, &problems{})
	if err := c.next(&b); err != nil {
		t.Fatal(err)
	}
	var lines []int
	for _, r := range b.Rows {
		for _, cell := range r.Cells {
			lines = append(lines, cell.Line)
		}
	}
	if want := []int{1, 1, 3, 3, 4, 5, 5, 5, 5, 5}; !reflect.DeepEqual(lines, want) {
		t.Errorf("cells on lines %v, want %v", lines, want)
	}
}

// An open quote late in a large file costs its row and no other.
func TestUnclosedQuoteInLargeFile(t *testing.T) {
	var in strings.Builder
	const rows = 200_000
	for i := range rows {
		if i == 100_000 {
			in.WriteString("100000,\"oops,x\n")
			continue
		}
		fmt.Fprintf(&in, "%d,value,x\n", i)
	}
	got, _, p := readCSV(t, strings.NewReader(in.String()), ',', 3)
	if len(got) != rows || len(p.kept) != 1 || p.kept[0].Line != 100_001 {
		t.Fatalf("%d rows, problems %v", len(got), p.kept)
	}
	for i, r := range got {
		if len(r) != 3 || r[0] != fmt.Sprint(i) {
			t.Fatalf("row %d is %q", i, r)
		}
	}
}

// Stray quotes everywhere must not make reading quadratic.
func TestHostileQuotesAreLinear(t *testing.T) {
	for _, line := range []string{"a,\"b\n", "a,\"\"b\n", "\"a\"b,\"\n", "\"\"\"\n"} {
		in := strings.Repeat(line, 4<<20/len(line))
		rows, _, _ := readCSV(t, strings.NewReader(in), ',', 2)
		if len(rows) == 0 {
			t.Errorf("%q: no rows", line)
		}
	}
}

func TestLongLine(t *testing.T) {
	in := "a,b\n" + strings.Repeat("x", maxRecord+1000) + "\nc,d\n"
	rows, lines, p := readCSV(t, strings.NewReader(in), ',', 2)
	if len(rows) != 4 || lines[3] != 3 || !reflect.DeepEqual(rows[3], []string{"c", "d"}) {
		t.Errorf("%d rows, lines %v", len(rows), lines)
	}
	if len(p.kept) == 0 || !errors.Is(p.kept[0], ErrLongLine) {
		t.Errorf("problems %v", p.kept)
	}
}

// FuzzCSV holds the reader equal to encoding/csv on whatever that reads without an error.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{
		"a,b\nc,d\n", "\"a\nb\",c\r\n", "\"a\"\"b\",\"\"\n", "a\r\n\r\nb\r", ",,\n,\n", "\"\r\n\"", "\r\r\n", "a,\"b\"", "\n\"x\"\n", "a\x00b,\xff\n", "\"", "a\"b\n",
	} {
		f.Add(s, byte(','))
	}
	f.Add("a;b|c\td", byte(';'))
	f.Fuzz(func(t *testing.T, in string, comma byte) {
		if len(in) > 1<<16 || comma == '"' || comma == '\r' || comma == '\n' || comma == 0 || comma >= 0x80 {
			return
		}
		for _, size := range []int{1 << 20, 3} {
			rows, _, _ := readCSV(t, iotest.DataErrReader(&smallReader{strings.NewReader(in), size}), comma, 0)
			o := csv.NewReader(strings.NewReader(in))
			o.Comma, o.FieldsPerRecord = rune(comma), -1
			want, err := o.ReadAll()
			if err != nil {
				continue // what is not well formed must only not crash
			}
			for _, r := range want {
				for i := range r {
					r[i] = validated(r[i])
				}
			}
			if len(rows) != len(want) || len(rows) > 0 && !reflect.DeepEqual(rows, want) {
				t.Fatalf("%q with %q: got %q, want %q", in, comma, rows, want)
			}
		}
	})
}

// validated decodes a cell as this package does.
func validated(s string) string {
	if strings.ToValidUTF8(s, "") != s {
		return fromWindows1252(s)
	}
	return s
}

// A smallReader returns at most n bytes at once.
type smallReader struct {
	r io.Reader
	n int
}

func (s *smallReader) Read(p []byte) (int, error) { return s.r.Read(p[:min(len(p), s.n)]) }

// benchText is 8 MB as counties send it: ids, dates, phones, and a quoted note in every third row.
var benchText = func() string {
	var b strings.Builder
	for i := 0; b.Len() < 8<<20; i++ {
		note := "seen at the motel"
		if i%3 == 0 {
			note = `"caller said ""two vans"", one white"`
		}
		fmt.Fprintf(&b, "WY-2024-%06d,Wyoming,2024-03-%02d,585-555-01%02d,KAB-%04d,NY,Golden Harvest Farm LLC,%s,Open\n", i, i%28+1, i%100, i%10000, note)
	}
	return b.String()
}()

func BenchmarkCSV(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	var batch Batch
	for b.Loop() {
		c := newCSVReader(strings.NewReader(benchText), ',', source.Position{}, &problems{})
		n := 0
		for c.next(&batch) == nil {
			n += len(batch.Rows)
		}
	}
}

func BenchmarkEncodingCSV(b *testing.B) {
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	for b.Loop() {
		r := csv.NewReader(strings.NewReader(benchText))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err != nil {
				break
			}
		}
	}
}
