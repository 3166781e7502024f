package records

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage/source"
)

const casesText = `Case No,Suspect Name,Suspect Phone,Cell,Cell
1,Ada Vale,585-555-0142,585-555-0143,x
2,Bo Reed,585-555-0144,585-555-0145,x
3,Cy Poe,585-555-0146,585-555-0147,x
`

// What is written is read back, and fits the table that it was made from.
func TestMappingsRoundTrip(t *testing.T) {
	table := tableOf(t, "wyoming.csv", casesText)
	m := Infer(table)
	var b bytes.Buffer
	if err := WriteMappings(&b, []Mapping{m}); err != nil {
		t.Fatal(err)
	}
	list, err := ReadMappings("plan.yaml", bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	got, found, err := Match(list, table)
	if err != nil || !found {
		t.Fatalf("found %v, error %v", found, err)
	}
	if !reflect.DeepEqual(mapped(got), mapped(m)) {
		t.Errorf("got %q, want %q\n%s", mapped(got), mapped(m), b.String())
	}
	for _, c := range got.Columns {
		if c.Confidence != 1 || c.Uncertain {
			t.Errorf("column %q: confidence %v, uncertain %v", c.Header, c.Confidence, c.Uncertain)
		}
	}
}

// An edited mapping is obeyed, whatever the values look like.
func TestMappingIsObeyed(t *testing.T) {
	const text = `version: 1
tables:
  - file: wyo*.csv
    county: Wyoming
    columns:
      - {header: Suspect Phone, field: plate}
      - {column: 5, header: Cell, field: alias, role: victim}
`
	list, err := ReadMappings("m.yaml", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	m, found, err := Match(list, tableOf(t, "data/wyoming.csv", casesText))
	if err != nil || !found || m.County != "Wyoming" {
		t.Fatalf("%v %v %+v", found, err, m)
	}
	if want := []string{"ignore", "ignore", "plate", "ignore", "alias role=victim"}; !reflect.DeepEqual(mapped(m), want) {
		t.Errorf("got %q, want %q", mapped(m), want)
	}
	if _, found, _ := Match(list, tableOf(t, "erie.csv", casesText)); found {
		t.Error("the mapping of another file was taken")
	}
	_, _, err = Match(list, tableOf(t, "wyoming.csv", "Case No,Cell\n1,2\n"))
	var p *source.Problem
	if !errors.As(err, &p) || p.Field != "mapping" {
		t.Errorf("missing column: %v", err)
	}
}

func TestReadMappingsErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "m.yaml: field mapping: the file is empty"},
		{"version: 2\n", "expected version: 1"},
		{"version: 1\ntables:\n  - file: a.csv\n    colums: []\n", "m.yaml:4: field mapping: field colums not found"},
		{"version: 1\ntables:\n  - file: a.csv\n    columns:\n      - {header: A, field: fone}\n", "m.yaml:5: field mapping: no field is called \"fone\""},
		{"version: 1\ntables:\n  - file: a.csv\n    columns:\n      - {header: A, feld: phone}\n", "m.yaml:5: field mapping: field feld not found"},
		{"version: 1\ntables:\n  - file: a.csv\n    columns:\n      - {header: A, field: phone, role: villain}\n", "m.yaml:5: field mapping: the role is unknown"},
		{"version: 1\ntables:\n  - file: a.csv\n    columns:\n      - {field: phone}\n", "m.yaml:5: field mapping: expected header: or column:"},
		{"version: 1\ntables: [\n", "m.yaml:"},
		{"version: 1\n---\nversion: 1\n", "expected one document"},
	}
	for _, tt := range tests {
		_, err := ReadMappings("m.yaml", strings.NewReader(tt.text))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %q", tt.text, err, tt.want)
		}
	}
}

func ExampleWritePlan() {
	f, err := NewFile("wyoming.csv", strings.NewReader(casesText), Options{})
	if err != nil {
		panic(err)
	}
	table, err := f.Next()
	if err != nil {
		panic(err)
	}
	if err := WritePlan(os.Stdout, []Mapping{Infer(table)}); err != nil {
		panic(err)
	}
	// Output:
	// wyoming.csv
	//    #  column         field    whose    sure  values
	//    1  Case No        case_id           0.95  1 · 2 · 3
	//    2  Suspect Name   person   suspect  0.85  Ada Vale · Bo Reed · Cy Poe
	//    3  Suspect Phone  phone    suspect  0.95  585-555-0142 · 585-555-0144 · 585-555-0146
	//    4  Cell           phone             0.95  585-555-0143 · 585-555-0145 · 585-555-0147
	// ?  5  Cell           –                 0.40  x
	//       ↳ its name says phone, but 0 % of the values look like it
	// ? 1 of 5 columns are uncertain
}

// Nothing in a file can send commands to the terminal.
func TestPlanEscapes(t *testing.T) {
	table := tableOf(t, "x.csv", "Case No,\x1b[31mPhone\n1,\x1b]0;owned\x07\n2,585-555-0142\u202e\n")
	var b bytes.Buffer
	if err := WritePlan(&b, []Mapping{Infer(table)}); err != nil {
		t.Fatal(err)
	}
	for _, r := range b.String() {
		if r < ' ' && r != '\n' || r == '\u202e' {
			t.Fatalf("control character %q in %q", r, b.String())
		}
	}
}
