package export

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A sheet that is full goes on in another one, under the same header.
func TestFullSheetGoesOn(t *testing.T) {
	b := &book{f: excelize.NewFile().SetZipWriter(newSortedZip), rows: 3}
	b.sheet("cases", "case")
	for i := range 5 {
		b.add(i)
	}
	b.end()
	var out bytes.Buffer
	if err := b.finish(&out, Options{}); b.err != nil || err != nil {
		t.Fatal(b.err, err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sheet, want := range map[string]int{"cases": 3, "cases (2)": 3, "cases (3)": 2} {
		if rows, err := f.GetRows(sheet); err != nil || len(rows) != want || rows[0][0] != "case" {
			t.Errorf("%s: %v, %v", sheet, rows, err)
		}
	}
}
