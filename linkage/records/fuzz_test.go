package records

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzOpen checks that no bytes break reading, inferring and planning, that
// texts come out as UTF-8 with a position inside the file, and that a mapping
// that was written is read back the same.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{
		casesText, "sep=;\na;b\n1;2\n", "\xff\xfea\x00,\x00b\x00\n\x00", "a\tb\n\"\n\t", "Phone\n\x1b[31m\n", "[{\"Case No\":1}]", "PK\x03\x04", "\x1f\x8b\x08", "\x28\xb5\x2f\xfd",
		"Title\n\nCase No,Suspect,Suspect\n1,\xe9,x\n", "# x|y\n1|2\n", ",\n,\n", "Suspect 1 Name,Suspect 1 Phone,Suspect 2 Name\na,b,c\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		file, err := NewFile("x.csv", bytes.NewReader(data), Options{})
		if err != nil {
			return
		}
		defer file.Close()
		for {
			table, err := file.Next()
			if err != nil {
				return // the end, or packed data that is damaged
			}
			checkTable(t, table, len(data))
		}
	})
}

func checkTable(t *testing.T, table *Table, size int) {
	m := Infer(table)
	if len(m.Columns) != len(table.Header) {
		t.Fatalf("%d columns for %d names", len(m.Columns), len(table.Header))
	}
	var plan, text bytes.Buffer
	if err := WritePlan(&plan, []Mapping{m}); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsFunc(plan.String(), func(r rune) bool { return r < ' ' && r != '\n' }) {
		t.Fatalf("control character in %q", plan.String())
	}
	if err := WriteMappings(&text, []Mapping{m}); err != nil {
		t.Fatal(err)
	}
	list, err := ReadMappings("m.yaml", bytes.NewReader(text.Bytes()))
	if err != nil {
		t.Fatalf("%v in %q", err, text.String())
	}
	again, found, err := Match(list, table)
	if err != nil || !found || !reflect.DeepEqual(mapped(again), mapped(m)) {
		t.Fatalf("%v %v: %q, want %q", found, err, mapped(again), mapped(m))
	}
	var b Batch
	for {
		err := table.NextBatch(&b)
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			return
		}
		for i := range b.Rows {
			for k, c := range b.Rows[i].Cells {
				if p := table.Position(&b.Rows[i], k); p.Line < 1 || p.Line > size+1 && size > 100 || !utf8.ValidString(c.Text) {
					t.Fatalf("%q at %v in %d bytes", c.Text, p, size)
				}
			}
		}
	}
}
