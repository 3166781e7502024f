package dot

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"
)

// writePDF writes a picture onto the middle of a letter page, with text as text
// in embedded fonts. Its date is that of the data; without one it is the first
// that a PDF can have, and never the clock's.
func writePDF(w io.Writer, p *picture, o Options) error {
	const margin = pointsPerInch / 2
	page := fpdf.SizeType{Wd: max(longSide, p.w) + 2*margin, Ht: max(shortSide, p.h) + 2*margin}
	if p.h > p.w {
		page = fpdf.SizeType{Wd: max(shortSide, p.w) + 2*margin, Ht: max(longSide, p.h) + 2*margin}
	}
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: page})
	f.SetCatalogSort(true)
	date := o.Date
	if date.IsZero() {
		date = time.Unix(0, 0)
	}
	f.SetCreationDate(date.UTC())
	f.SetModificationDate(date.UTC())
	f.SetTitle(string(p.title), true)
	f.SetSubject(string(p.desc), true)
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes(regular.name, "", regular.ttf)
	f.AddUTF8FontFromBytes(bold.name, "", bold.ttf)
	f.AddPage()
	d := &pdfDrawer{f: f, shift: point{(page.Wd - p.w) / 2, margin}}
	for _, g := range p.groups {
		for _, i := range g.items {
			switch i := i.(type) {
			case shape:
				d.shape(i)
			case block:
				d.block(i)
			}
		}
	}
	if err := f.Output(w); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	return nil
}

type pdfDrawer struct {
	f     *fpdf.Fpdf
	shift point
}

func (d *pdfDrawer) shape(h shape) {
	f := d.f
	for _, s := range h.path {
		p := s.points
		for i := range p {
			p[i].x += d.shift.x
			p[i].y += d.shift.y
		}
		switch s.op {
		case 'M':
			f.MoveTo(p[0].x, p[0].y)
		case 'L':
			f.LineTo(p[0].x, p[0].y)
		case 'C':
			f.CurveBezierCubicTo(p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y)
		case 'Z':
			f.ClosePath()
		}
	}
	mode := ""
	if h.fill.on {
		f.SetFillColor(h.fill.parts())
		mode += "f*"
	}
	if h.stroke.on {
		f.SetDrawColor(h.stroke.parts())
		f.SetLineWidth(h.width)
		mode += "D"
	}
	f.SetDashPattern(h.dash, 0)
	f.DrawPath(map[string]string{"f*": "f*", "D": "D", "f*D": "B*"}[mode])
}

func (d *pdfDrawer) block(b block) {
	for _, l := range b.lines {
		d.f.SetTextColor(l.color.parts())
		d.f.SetFont(l.face.name, "", l.size)
		d.f.Text(l.x+d.shift.x, l.y+d.shift.y, pdfText(l.text))
	}
}

// pdfText replaces what the font has no glyph for: characters beyond the Basic
// Multilingual Plane, which the PDF library cannot write, and all others by the
// replacement character.
func pdfText(t Text) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, string(t))
}
