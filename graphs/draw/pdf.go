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
	AddFonts(f)
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
		DrawOn(f, p, Point{(width - p.W) / 2, margin}, 1)
	}
	if err := f.Output(w); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	return nil
}

// AddFonts embeds the faces in a PDF, under their names.
func AddFonts(f *fpdf.Fpdf) {
	for _, face := range []*Face{Regular, Bold} {
		f.AddUTF8FontFromBytes(face.name, "", face.ttf)
	}
}

// DrawOn draws a picture onto the page at hand of a PDF that measures in points and
// has the faces, with its top left corner at a place and in a scale.
func DrawOn(f *fpdf.Fpdf, p *Picture, at Point, scale float64) {
	d := &pdfDrawer{f, at, scale}
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

type pdfDrawer struct {
	f     *fpdf.Fpdf
	at    Point
	scale float64
}

func (d *pdfDrawer) shape(h Shape) {
	f := d.f
	for _, s := range h.Path {
		p := s.Points
		for i := range p {
			p[i].X = d.at.X + d.scale*p[i].X
			p[i].Y = d.at.Y + d.scale*p[i].Y
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
		f.SetLineWidth(d.scale * h.Width)
		mode += "D"
	}
	f.SetDashPattern(h.Dash, 0)
	f.DrawPath(map[string]string{"f*": "f*", "D": "D", "f*D": "B*"}[mode])
}

func (d *pdfDrawer) block(b Block) {
	for _, l := range b.Lines {
		d.f.SetTextColor(l.Color.parts())
		d.f.SetFont(l.Face.name, "", d.scale*l.Size)
		d.f.Text(d.at.X+d.scale*l.X, d.at.Y+d.scale*l.Y, PDFText(l.Text))
	}
}

// PDFText replaces what the font has no glyph for: characters beyond the Basic
// Multilingual Plane, which the PDF library cannot write, and all others by the
// replacement character.
func PDFText(t Text) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, string(t))
}
