package casegen

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"
)

// Write writes the files of the corpus, one a county, to dir/data and the truth
// to dir/truth.csv.
func (c *Corpus) Write(dir string) error {
	data := filepath.Join(dir, "data")
	if err := os.MkdirAll(data, 0o755); err != nil {
		return err
	}
	byCounty := make([][]*Case, len(Counties))
	for i := range c.Cases {
		k := &c.Cases[i]
		byCounty[k.County] = append(byCounty[k.County], k)
	}
	for county, cases := range byCounty {
		if len(cases) == 0 {
			continue
		}
		s := &styles[c.Params.Styles[county%len(c.Params.Styles)]]
		path := filepath.Join(data, s.file(Counties[county].Name))
		rows := s.rows(cases, newRand(c.Options.Seed, uint64(1000+county)).Uint64())
		if err := writeFile(path, func(w io.Writer) error { return s.write(w, rows) }); err != nil {
			return err
		}
	}
	return writeFile(filepath.Join(dir, "truth.csv"), c.writeTruth)
}

// writeTruth writes "case,cluster" lines.
func (c *Corpus) writeTruth(w io.Writer) error {
	t := csv.NewWriter(w)
	t.Write([]string{"case", "cluster"})
	for i := range c.Cases {
		t.Write([]string{c.Cases[i].ID, c.Cases[i].Truth()})
	}
	t.Flush()
	return t.Error()
}

// writeFile creates the file and hands it out buffered.
func writeFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	b := bufio.NewWriterSize(f, 1<<18)
	if err := write(b); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return b.Flush()
}

// rows writes each case's cells.
func (s *style) rows(cases []*Case, seed uint64) [][]string {
	r := newRand(seed, 11)
	out := make([][]string, len(cases))
	for i, c := range cases {
		w := &row{Case: c, r: r}
		for _, col := range s.columns {
			out[i] = append(out[i], col.cell(w))
		}
	}
	return out
}

func (s *style) write(w io.Writer, rows [][]string) error {
	switch s.ext {
	case "jsonl":
		return s.writeJSON(w, rows, "", "\n", "\n")
	case "json":
		return s.writeJSON(w, rows, "[\n", ",\n", "\n]\n")
	case "xlsx":
		return s.writeWorkbook(w, rows)
	case "csv.gz":
		z := gzip.NewWriter(w)
		if err := s.writeTable(z, rows); err != nil {
			return err
		}
		return z.Close()
	}
	return s.writeTable(w, rows)
}

func (s *style) writeTable(w io.Writer, rows [][]string) error {
	t := csv.NewWriter(w)
	t.Comma = s.comma
	for _, title := range s.title {
		t.Write([]string{title})
	}
	t.Write(s.header())
	for _, cells := range rows {
		t.Write(cells)
	}
	t.Flush()
	return t.Error()
}

func (s *style) header() []string {
	var out []string
	for _, c := range s.columns {
		out = append(out, c.head)
	}
	return out
}

// writeJSON writes one object a case, its keys in the order of the columns,
// empty values left out.
func (s *style) writeJSON(w io.Writer, rows [][]string, open, between, end string) error {
	io.WriteString(w, open)
	for i, cells := range rows {
		if i > 0 {
			io.WriteString(w, between)
		}
		object := []byte("{")
		for k, cell := range cells {
			if cell == "" {
				continue
			}
			if len(object) > 1 {
				object = append(object, ',')
			}
			name, _ := json.Marshal(s.columns[k].head) // a string never fails
			value, _ := json.Marshal(cell)
			object = append(append(append(object, name...), ':'), value...)
		}
		if _, err := w.Write(append(object, '}')); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, end)
	return err
}

func (s *style) writeWorkbook(w io.Writer, rows [][]string) error {
	f := excelize.NewFile()
	defer f.Close()
	sheet, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	var table [][]string
	for _, title := range s.title {
		table = append(table, []string{title})
	}
	table = append(append(table, s.header()), rows...)
	for i, cells := range table {
		values := make([]any, len(cells))
		for k, cell := range cells {
			values[k] = cell
		}
		if err := sheet.SetRow(fmt.Sprintf("A%d", i+1), values); err != nil {
			return err
		}
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return f.Write(w)
}
