package records

import (
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
)

// jsonRows returns the header and rows of a JSON text, rows that continue a
// record marked by a "+", and what went wrong.
func jsonRows(t testing.TB, r io.Reader) (header []string, rows []string, f *File) {
	t.Helper()
	f, err := NewFile("x.json", r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for {
		table, err := f.Next()
		if errors.Is(err, io.EOF) {
			return header, rows, f
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range table.Header {
			header = append(header, strings.TrimPrefix(table.Sheet+":"+h, ":"))
		}
		var b Batch
		for table.NextBatch(&b) == nil {
			for _, r := range b.Rows {
				var cells []string
				for _, c := range r.Cells {
					cells = append(cells, c.Text)
				}
				row := strings.Join(cells, "|")
				if r.Continues {
					row = "+" + row
				}
				rows = append(rows, row)
			}
		}
	}
}

func TestJSON(t *testing.T) {
	tests := []struct {
		name, in     string
		header, rows []string
		problem      error
	}{
		{
			name:   "nested objects and arrays",
			in:     `[{"id":1,"suspect":{"name":"Ada","dob":"1980-01-02"},"phones":["a","b"],"vehicles":[{"plate":"K1"},{"plate":"K2","state":"NY"}]},{"id":2,"note":"x"}]`,
			header: []string{"id", "suspect.name", "suspect.dob", "phones", "vehicles.plate", "vehicles.state", "note"},
			rows:   []string{"1|Ada|1980-01-02|a; b|K1||", "+||||K2|NY|", "2||||||x"},
		},
		{
			name: "several tables", in: `{"cases":[{"id":1}],"meta":{"n":1},"persons":[{"case":1,"name":"Ada"}]}`,
			header: []string{"cases:id", "persons:case", "persons:name"}, rows: []string{"1", "1|Ada"},
		},
		{
			name: "one record", in: `{"case_id":"W-1","persons":[{"name":"Ada"},{"name":"Bo"}]}`,
			header: []string{"case_id", "persons.name"}, rows: []string{"W-1|Ada", "+|Bo"},
		},
		{
			name: "a bad line", in: "{\"id\":1}\n{\"id\":2\n{\"id\":3}\n", problem: ErrSyntax,
			header: []string{"id"}, rows: []string{"1", "3"},
		},
		{
			name: "a record that does not end", in: "[\n{\"id\":1},\n{\"id\":\"2},\n{\"id\":3}\n]", problem: ErrSyntax,
			header: []string{"id"}, rows: []string{"1", "3"},
		},
		{
			name: "simple values", in: `[{"a":true,"b":null,"c":1.50,"d":"x\ny\"","e":[],"f":{}}]`,
			header: []string{"a", "c", "d"}, rows: []string{"true|1.50|x\ny\""},
		},
		{name: "not an object", in: `[1,{"a":2}]`, header: []string{"a"}, rows: []string{"2"}, problem: ErrSyntax},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			header, rows, f := jsonRows(t, strings.NewReader(tt.in))
			if !reflect.DeepEqual(header, tt.header) || !reflect.DeepEqual(rows, tt.rows) {
				t.Errorf("header %q\nrows %q\nwant   %q\n     %q", header, rows, tt.header, tt.rows)
			}
			if got := f.Problems(); tt.problem == nil && len(got) > 0 || tt.problem != nil && (len(got) == 0 || !errors.Is(got[0], tt.problem)) {
				t.Errorf("problems %v, want %v", got, tt.problem)
			}
		})
	}
}

func TestJSONLines(t *testing.T) {
	f, err := NewFile("x.json", strings.NewReader("[\n {\"id\": 1,\n  \"vehicles\": [\n   {\"plate\": \"K1\"},\n   {\"plate\": \"K2\"}\n  ]\n },\n {\"id\": 2}\n]"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	table, err := f.Next()
	if err != nil {
		t.Fatal(err)
	}
	var b Batch
	if err := table.NextBatch(&b); err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range b.Rows {
		for k, c := range b.Rows[i].Cells {
			if c.Text != "" {
				got = append(got, c.Text+" "+table.Position(&b.Rows[i], k).String())
			}
		}
	}
	want := []string{"1 x.json:2:1", "K1 x.json:4:2", "K2 x.json:5:2", "2 x.json:8:1"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A text that can only be read once, and is short, reads like a file.
func TestJSONFromPipe(t *testing.T) {
	const text = `{"a":1}` + "\n" + `{"b":2}` + "\n"
	header, rows, _ := jsonRows(t, io.MultiReader(strings.NewReader(text)))
	if !reflect.DeepEqual(header, []string{"a", "b"}) || !reflect.DeepEqual(rows, []string{"1|", "|2"}) {
		t.Errorf("%q %q", header, rows)
	}
}

// FuzzJSON checks that no text breaks the reader, and that what it reads does
// not depend on whether it can be read twice.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{
		`[{"a":1}]`, `{"a":[{"b":2}]}`, "{\"a\":1}\n{\"a\":2}", `[[1,2],["a"]]`, `{"x":{"y":[[1]]}}`, `[`, `{"a`, `[{]`, `[{"a":"\ud800"}]`, "{\"a\":\"\xff\"}", `{"a":{"a":{"a":[{"a":[{}]}]}}}`,
		`}`, `[{"a":1}]]`, `{"a":[[]]}`, `[,]`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 || !looksLikeJSON("x.json", []byte(text)) {
			return
		}
		h1, r1, _ := jsonRows(t, strings.NewReader(text))
		h2, r2, _ := jsonRows(t, io.MultiReader(strings.NewReader(text)))
		if !reflect.DeepEqual(h1, h2) || !reflect.DeepEqual(r1, r2) {
			t.Fatalf("%q: %q %q, from a pipe %q %q", text, h1, r1, h2, r2)
		}
	})
}
