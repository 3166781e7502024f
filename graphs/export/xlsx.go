package export

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/tflink/tflink/graphs"
)

// What a sheet and a cell of a workbook can hold.
const (
	sheetRows = excelize.TotalRows
	cellChars = excelize.TotalCellChars // UTF-16 units
)

// book writes sheets row by row. A sheet that is full goes on in another one.
// Texts are texts by their type, never formulas, whatever they begin with.
type book struct {
	f       *excelize.File
	s       *excelize.StreamWriter
	name    string
	columns []any
	row     int // of the sheet
	part    int
	rows    int // that a sheet takes
	cut     int
	err     error
}

// sheet begins a sheet with a header.
func (b *book) sheet(name string, columns ...any) {
	b.end()
	b.name, b.columns, b.part = name, columns, 0
	b.begin()
}

func (b *book) begin() {
	b.part++
	name := b.name
	if b.part > 1 {
		name += " (" + strconv.Itoa(b.part) + ")"
	}
	if b.err == nil {
		_, b.err = b.f.NewSheet(name)
	}
	if b.err == nil {
		b.s, b.err = b.f.NewStreamWriter(name)
	}
	b.row = 0
	b.put(b.columns)
}

// add adds a row, in another sheet if this one is full.
func (b *book) add(cells ...any) {
	if b.row == b.rows {
		b.end()
		b.begin()
	}
	b.put(cells)
}

func (b *book) put(cells []any) {
	for i, c := range cells {
		if text, ok := c.(string); ok {
			cells[i] = b.text(text)
		}
	}
	b.row++
	if b.err == nil {
		b.err = b.s.SetRow("A"+strconv.Itoa(b.row), cells)
	}
}

// text returns a text that a cell can hold: what XML cannot is U+FFFD, and what is too long
// ends in an ellipsis.
func (b *book) text(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if len(s) <= cellChars || len(utf16.Encode([]rune(s))) <= cellChars {
		return s
	}
	units := 1 // of the ellipsis
	for i, r := range s {
		if units += utf16.RuneLen(r); units > cellChars {
			b.cut++
			return s[:i] + "…"
		}
	}
	return s
}

// end ends a sheet.
func (b *book) end() {
	if b.s != nil && b.err == nil {
		b.err = b.s.Flush()
	}
	b.s = nil
}

// writeXLSX writes a workbook of the sheets cases, entities, evidence, links and clusters.
func writeXLSX(w io.Writer, n *graphs.Network, o Options) error {
	b := &book{f: excelize.NewFile().SetZipWriter(newSortedZip), rows: sheetRows}
	defer b.f.Close()
	b.cases(n, o)
	b.entities(n)
	b.evidence(n)
	b.sheet("links", "case", "other case", "probability", "through", "judgement")
	if o.Links != nil {
		for l := range o.Links {
			b.add(strings.TrimPrefix(l.A, "case:"), strings.TrimPrefix(l.B, "case:"), l.Probability, l.Through, l.Judgement)
		}
	}
	b.sheet("clusters", "cluster", "cases", "counties", "probability", "from", "to")
	for _, c := range o.Clusters {
		b.add(c.ID, c.Cases, strings.Join(c.Counties, "; "), c.Probability, c.From, c.To)
	}
	b.end()
	if b.err != nil {
		return fmt.Errorf("writing a workbook: %w", b.err)
	}
	if o.Cut != nil && b.cut > 0 {
		o.Cut(b.cut)
	}
	return b.finish(w, o)
}

func (b *book) cases(n *graphs.Network, o Options) {
	b.sheet("cases", "case", "county", "doubt", "agency", "from", "to", "offense", "status", "cluster", "source")
	for v := range int32(n.Len()) {
		node := n.At(v)
		if !node.IsCase() {
			continue
		}
		f := o.facts(v)
		b.add(node.Text(), cmp.Or(strings.Join(f.Counties, "; "), node.GroupText()), f.Doubt, f.Agency, f.From, f.To, f.Offense, f.Status, f.Cluster, f.Source)
	}
}

func (b *book) entities(n *graphs.Network) {
	b.sheet("entities", "kind", "value", "key", "detail", "cases", "hub")
	for v := range int32(n.Len()) {
		if node := n.At(v); !node.IsCase() {
			b.add(node.Kind, node.Text(), node.ID, node.Detail, n.Degree(v), node.Hub)
		}
	}
}

// evidence lists who mentions what.
func (b *book) evidence(n *graphs.Network) {
	b.sheet("evidence", "case", "kind", "value", "bits", "hub", "what", "detail")
	for e := range int32(n.EdgeCount()) {
		edge := n.EdgeAt(e)
		from, to := n.At(edge.From), n.At(edge.To)
		if !from.IsCase() {
			from, to = to, from
		}
		b.add(from.Text(), to.Kind, to.Text(), edge.Weight, to.Hub, edge.Label, edge.Detail)
	}
}

// finish writes the workbook with the day of the data for its dates, never the clock's.
func (b *book) finish(w io.Writer, o Options) error {
	day, err := time.Parse(time.DateOnly, o.Date)
	if err != nil {
		day = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // the first that a zip file can have
	}
	stamp := day.Format(time.RFC3339)
	err = b.f.SetDocProps(&excelize.DocProperties{Creator: "tflink", LastModifiedBy: "tflink", Created: stamp, Modified: stamp, Title: b.text(o.Title)})
	if err == nil {
		err = b.f.DeleteSheet("Sheet1")
	}
	if err == nil {
		b.f.SetActiveSheet(0)
		_, err = b.f.WriteTo(w)
	}
	if err != nil {
		return fmt.Errorf("writing a workbook: %w", err)
	}
	return nil
}
