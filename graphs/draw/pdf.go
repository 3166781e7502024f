package draw

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"
)

// WritePDF writes pictures onto the middles of pages of a paper, each lying as its picture does, with text as text
// in embedded fonts. Title and subject are those of the first. Its date is that of the data; without one it is the first
// that a PDF can have, and never the clock's.
func WritePDF(w io.Writer, paper Paper, date time.Time, pages ...*Picture) error {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt"})
	f.SetCatalogSort(true)
	if date.IsZero() {
		date = time.Unix(0, 0)
	}
	f.SetCreationDate(date.UTC())
	f.SetModificationDate(date.UTC())
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes(Regular.name, "", Regular.ttf)
	f.AddUTF8FontFromBytes(Bold.name, "", Bold.ttf)
	for i, p := range pages {
		if i == 0 {
			f.SetTitle(string(p.Title), true)
			f.SetSubject(string(p.Desc), true)
		}
		width, height := paper.Sides()
		if p.H > p.W {
			width, height = height, width
		}
		width, height = max(width, p.W+2*margin), max(height, p.H+2*margin)
		f.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
		d := &pdfDrawer{f: f, shift: Point{(width - p.W) / 2, margin}}
		for _, g := range p.Groups {
			for _, i := range g.Items {
				switch i := i.(type) {
				case Shape:
					d.shape(i)
				case Block:
					d.block(i)
				}
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
	shift Point
}

func (d *pdfDrawer) shape(h Shape) {
	f := d.f
	for _, s := range h.Path {
		p := s.Points
		for i := range p {
			p[i].X += d.shift.X
			p[i].Y += d.shift.Y
		}
		switch s.Op {
		case 'M':
			f.MoveTo(p[0].X, p[0].Y)
		case 'L':
			f.LineTo(p[0].X, p[0].Y)
		case 'C':
			f.CurveBezierCubicTo(p[0].X, p[0].Y, p[1].X, p[1].Y, p[2].X, p[2].Y)
		case 'Z':
			f.ClosePath()
		}
	}
	mode := ""
	if h.Fill.On {
		f.SetFillColor(h.Fill.parts())
		mode += "f*"
	}
	if h.Stroke.On {
		f.SetDrawColor(h.Stroke.parts())
		f.SetLineWidth(h.Width)
		mode += "D"
	}
	f.SetDashPattern(h.Dash, 0)
	f.DrawPath(map[string]string{"f*": "f*", "D": "D", "f*D": "B*"}[mode])
}

func (d *pdfDrawer) block(b Block) {
	for _, l := range b.Lines {
		d.f.SetTextColor(l.Color.parts())
		d.f.SetFont(l.Face.name, "", l.Size)
		d.f.Text(l.X+d.shift.X, l.Y+d.shift.Y, pdfText(l.Text))
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
