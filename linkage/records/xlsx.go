package records

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/tflink/tflink/linkage/source"
)

// sheetBatch is how many rows of a sheet make a batch.
const sheetBatch = 500

// maxWorkbook is how large a workbook may be, packed. The packed file is held in
// memory, since its parts are found from its end; what is in it is streamed.
const maxWorkbook = 1 << 30

// sheetOptions make Excel's dates read as ISO dates where the cell says no more
// than "a date, as this computer writes dates".
var sheetOptions = excelize.Options{ShortDatePattern: "yyyy-mm-dd", LongDatePattern: "yyyy-mm-dd"}

// openWorkbook prepares a workbook; every sheet with rows is a table.
func (f *File) openWorkbook(r *bufio.Reader) error {
	data, err := io.ReadAll(io.LimitReader(r, maxWorkbook+1))
	if err != nil {
		return err
	}
	if len(data) > maxWorkbook {
		return fmt.Errorf("workbook: larger than %d bytes", maxWorkbook)
	}
	var book *excelize.File
	err = guard(func() (err error) {
		book, err = excelize.OpenReader(bytes.NewReader(data), sheetOptions)
		return err
	})
	if err != nil {
		return fmt.Errorf("workbook: %w (an archive of files must be unpacked first)", err)
	}
	f.close = append(f.close, func() { book.Close() })
	sheets := book.GetSheetList()
	var open *sheetReader
	f.tables = func() (*Table, error) {
		open.close()
		if len(sheets) == 0 {
			return nil, io.EOF
		}
		open = &sheetReader{book: book, at: source.Position{File: f.Name, Sheet: sheets[0]}, problems: &f.problems}
		sheets = sheets[1:]
		return f.newTable(open.at.Sheet, open, 0), nil
	}
	return nil
}

// guard turns a panic of the workbook reader, which damaged workbooks can cause,
// into an error.
func guard(read func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = errors.New("the workbook is damaged")
		}
	}()
	return read()
}

// A sheetReader streams the rows of one sheet. Values come as Excel shows them,
// so that a ZIP keeps its zero and a date is no number.
type sheetReader struct {
	book     *excelize.File
	at       source.Position
	problems *problems
	rows     *excelize.Rows
	line     int
	exact    *excelize.Rows // the same rows unformatted; nil until they are needed
	exactRow int
	done     bool
}

// next fills b with the next rows that hold something.
func (s *sheetReader) next(b *Batch) error {
	b.reset()
	err := guard(func() error { return s.fill(b) })
	if err != nil {
		s.done = true
		s.problems.add(ErrSheet, s.at, "", "open the workbook in Excel and save it again", "%v", err)
	}
	if len(b.Rows) == 0 {
		s.close()
		return io.EOF
	}
	b.dropOpen()
	b.finish()
	return nil
}

func (s *sheetReader) fill(b *Batch) error {
	if s.rows == nil && !s.done {
		rows, err := s.book.Rows(s.at.Sheet)
		if err != nil {
			return err
		}
		s.rows = rows
	}
	for !s.done && len(b.Rows) < sheetBatch {
		if !s.rows.Next() {
			s.done = true
			return s.rows.Error()
		}
		s.line++
		cells, err := s.rows.Columns()
		if err != nil {
			return err
		}
		s.restore(cells)
		for _, c := range cells {
			b.add(c, s.line)
		}
		if len(cells) > 0 {
			b.endRow(s.line, false)
		}
	}
	return nil
}

// restore gives back the digits of long numbers that the general format
// shows as 1.23457E+11.
func (s *sheetReader) restore(cells []string) {
	for i, c := range cells {
		if !strings.Contains(c, "E+") || strings.ContainsAny(c, " \n") {
			continue
		}
		if exact := s.exactRowCells(); i < len(exact) {
			cells[i] = exact[i]
		}
	}
}

// exactRowCells returns the cells of the current row unformatted. It reads the
// sheet a second time, in step with the first.
func (s *sheetReader) exactRowCells() []string {
	if s.exact == nil {
		rows, err := s.book.Rows(s.at.Sheet)
		if err != nil {
			return nil
		}
		s.exact = rows
	}
	for s.exactRow < s.line && s.exact.Next() {
		s.exactRow++
		if s.exactRow < s.line {
			continue
		}
		cells, err := s.exact.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil
		}
		return cells
	}
	return nil
}

func (s *sheetReader) close() {
	if s == nil {
		return
	}
	for _, rows := range []*excelize.Rows{s.rows, s.exact} {
		if rows != nil {
			rows.Close()
		}
	}
	s.rows, s.exact, s.done = nil, nil, true
}
