package records

import (
	"bytes"
	"reflect"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbook returns an .xlsx file with the given sheets.
func workbook(t testing.TB, sheets map[string][][]any, order ...string) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	date, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range order {
		if _, err := book.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range sheets[name] {
			for c, v := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if v == nil {
					continue
				}
				if err := book.SetCellValue(name, cell, v); err != nil {
					t.Fatal(err)
				}
				if _, ok := v.(time.Time); ok {
					if err := book.SetCellStyle(name, cell, cell, date); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbook(t *testing.T) {
	data := workbook(t, map[string][][]any{
		"Cases": {
			{"County Sheriff"}, {}, {"Case No", "Opened", "Phone", "License"},
			{"E-1", time.Date(2024, 1, 5, 0, 0, 0, 0, time.UTC), 7165550142, 123456789012}, {},
			{"E-2", time.Date(2024, 2, 6, 0, 0, 0, 0, time.UTC), "716-555-0143", "x"},
		},
		"Empty":   {},
		"Persons": {{"Case No", "Name"}, {"E-1", "Ada Vale\nBo Reed"}},
	}, "Cases", "Empty", "Persons")
	f, err := NewFile("erie.xlsx", bytes.NewReader(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	headers, rows := allRows(t, f)
	if want := [][]string{{"Case No", "Opened", "Phone", "License"}, {"Case No", "Name"}}; !reflect.DeepEqual(headers, want) {
		t.Errorf("headers %q", headers)
	}
	want := [][]string{{"E-1", "2024-01-05", "7165550142", "123456789012"}, {"E-2", "2024-02-06", "716-555-0143", "x"}, {"E-1", "Ada Vale\nBo Reed"}}
	if !reflect.DeepEqual(rows, want) {
		t.Errorf("rows %q, want %q", rows, want)
	}
}

func TestWorkbookPositions(t *testing.T) {
	data := workbook(t, map[string][][]any{"Cases": {{"Title"}, {}, {"Case No", "Phone"}, {"E-1", "716-555-0142"}, {}, {"E-2", "716-555-0143"}}}, "Cases")
	f, err := NewFile("erie.xlsx", bytes.NewReader(data), Options{})
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
	if got := table.Position(&b.Rows[1], 1).String(); got != "erie.xlsx[Cases]:6:2" {
		t.Errorf("position %s", got)
	}
	if table.HeaderLine != 3 || len(table.Titles) != 1 || table.Titles[0].Text(0) != "Title" {
		t.Errorf("header on line %d, titles %v", table.HeaderLine, table.Titles)
	}
}

// A damaged workbook is an error or a problem, and never a crash.
func TestDamagedWorkbook(t *testing.T) {
	data := workbook(t, map[string][][]any{"Cases": {{"Case No", "Phone"}, {"E-1", "716-555-0142"}}}, "Cases")
	for i := 0; i < len(data); i += 97 {
		bad := bytes.Clone(data)
		bad[i] ^= 0x55
		f, err := NewFile("bad.xlsx", bytes.NewReader(bad), Options{})
		if err != nil {
			continue
		}
		for {
			table, err := f.Next()
			if err != nil {
				break
			}
			var b Batch
			for table.NextBatch(&b) == nil {
				continue
			}
		}
		f.Close()
	}
}
