package pages

import (
	"github.com/tflink/tflink/graphs/draw"
)

// table writes a table, with its head again on each page.
func (p *paper) table(t *Table) {
	p.need(8 * bodyType)
	p.text(t.Caption, draw.Regular, tableType+0.6, paperEdge, p.wide)
	p.y += 2
	widths := p.columns(t)
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Head
	}
	p.row(t, widths, head, draw.Bold, nil)
	p.line(0.9)
	again := func() {
		p.page(false)
		p.row(t, widths, head, draw.Bold, nil)
		p.line(0.9)
	}
	for _, r := range t.Rows {
		if r.Group {
			p.groupRow(r.Cells[0], again)
			continue
		}
		p.row(t, widths, r.Cells, draw.Regular, again)
		p.line(0.3)
	}
	p.y += bodyType
}

// columns returns how wide the columns are.
func (p *paper) columns(t *Table) []float64 {
	sum := 0.0
	for _, c := range t.Columns {
		sum += c.Share
	}
	widths := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = c.Share / sum * p.wide
	}
	return widths
}

// line draws a line under a row.
func (p *paper) line(width float64) {
	p.f.SetDrawColor(0x76, 0x76, 0x76)
	p.f.SetLineWidth(width)
	p.f.Line(paperEdge, p.y, paperEdge+p.wide, p.y)
}

// groupRow writes a row that heads those below it, on a page with the first of them.
func (p *paper) groupRow(s string, again func()) {
	lines := wrap(s, draw.Bold, tableType, p.wide-2*cellPad)
	const pitch = tableType * draw.LinePitch
	if h := float64(len(lines))*pitch + 4*cellPad; p.y+h+2*pitch > p.high {
		again()
	}
	h := min(float64(len(lines))*pitch+2*cellPad, p.high-p.y)
	p.f.SetFillColor(0xee, 0xee, 0xee)
	p.f.Rect(paperEdge, p.y, p.wide, h, "F")
	for i, l := range lines[:min(len(lines), max(1, lineCount(h)))] {
		p.put(l, draw.Bold, tableType, paperEdge+cellPad, p.y+cellPad+float64(i)*pitch+tableType*draw.Ascent)
	}
	p.y += h
}

// row writes one row. One that is higher than what is left of the page goes on the
// next page, and one higher than a page on several; again begins a page of the table.
func (p *paper) row(t *Table, widths []float64, cells []string, face *draw.Face, again func()) {
	const pitch = tableType * draw.LinePitch
	lines := make([][]draw.Text, len(cells))
	most := 1
	for i, c := range cells {
		lines[i] = wrap(c, face, tableType, widths[i]-2*cellPad)
		most = max(most, len(lines[i]))
	}
	whole := p.high - paperEdge - headRoom - 4*pitch
	if again != nil && p.y+float64(most)*pitch+2*cellPad > p.high && (float64(most)*pitch < whole || lineCount(p.high-p.y) < 3) {
		again()
	}
	for from := 0; from < most; {
		count := min(most-from, max(1, lineCount(p.high-p.y)))
		x := paperEdge
		for i := range cells {
			for j := from; j < min(from+count, len(lines[i])); j++ {
				at := x + cellPad
				if t.Columns[i].Right {
					at = x + widths[i] - cellPad - face.Width(lines[i][j], tableType)
				}
				p.put(lines[i][j], face, tableType, at, p.y+cellPad+float64(j-from)*pitch+tableType*draw.Ascent)
			}
			x += widths[i]
		}
		p.y += float64(count)*pitch + 2*cellPad
		if from += count; from < most && again != nil {
			again()
		}
	}
}
