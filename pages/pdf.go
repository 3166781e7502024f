package pages

import (
	"fmt"
	"io"
	"math"
	"time"

	"github.com/go-pdf/fpdf"

	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/internal/phrase"
)

// Measures of a page, in points.
const (
	letterWide = 8.5 * draw.PointsPerInch
	letterHigh = 11.0 * draw.PointsPerInch
	paperEdge  = 36.0
	titleType  = 15.0
	headerType = 11.5
	partType   = 10.0
	bodyType   = 9.5
	tableType  = 7.4
	caveatType = 7.5
	headRoom   = 14.0 // for the caveat above and below the text
	cellPad    = 2.5
)

// WritePDF writes a document as a PDF on letter paper, with text as text in
// embedded fonts; wide figures stand on pages that lie. It has all that the HTML has but
// the interactive part. Characters that the fonts lack are shown as a box. It fails if w does. The
// same document gives the same bytes.
func WritePDF(w io.Writer, d *Document) error {
	p := newPaper(d)
	p.heading(d.Title, draw.Bold, titleType)
	for _, s := range nonEmpty(d.Subtitle, d.Date) {
		p.text(s, draw.Regular, bodyType, paperEdge, p.wide)
	}
	for i := range d.Sections {
		p.section(&d.Sections[i], 0)
	}
	p.frames()
	if err := p.f.Output(w); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	return nil
}

// paper is a PDF on the way, with the place of the next line.
type paper struct {
	f          *fpdf.Fpdf
	d          *Document
	y          float64
	wide, high float64 // of what is between the edges, and where it ends
	lies       []bool  // by page
}

func newPaper(d *Document) *paper {
	p := &paper{d: d, f: fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: letterWide, Ht: letterHigh}})}
	f := p.f
	f.SetCatalogSort(true)
	date := time.Unix(0, 0) // the first that a PDF can have, where no day is said: never the clock's
	if day, err := time.Parse(time.DateOnly, d.Date); err == nil {
		date = day
	}
	f.SetCreationDate(date.UTC())
	f.SetModificationDate(date.UTC())
	f.SetTitle(phrase.Plain(d.Title), true)
	f.SetSubject(phrase.Plain(d.Subtitle), true)
	f.SetLang("en")
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	draw.AddFonts(f)
	p.page(false)
	return p
}

// page begins a page, which may lie on its side.
func (p *paper) page(lies bool) {
	size := fpdf.SizeType{Wd: letterWide, Ht: letterHigh}
	if lies {
		size = fpdf.SizeType{Wd: letterHigh, Ht: letterWide}
	}
	p.f.AddPageFormat("P", size)
	p.lies = append(p.lies, lies)
	p.y = paperEdge + headRoom
	p.wide, p.high = size.Wd-2*paperEdge, size.Ht-paperEdge-headRoom
}

// need begins a page if less than a height is left of the one at hand.
func (p *paper) need(h float64) {
	if p.y+h > p.high && p.y > paperEdge+headRoom {
		p.page(false)
	}
}

// frames writes the caveat and the number of each page onto it, now that they are counted.
func (p *paper) frames() {
	for i, lies := range p.lies {
		_, last := p.f.GetPageSize() // the library counts from the foot of the page that was begun last
		p.f.SetPage(i + 1)
		w, h := letterWide, letterHigh
		if lies {
			w, h = h, w
		}
		top, foot := last-h+paperEdge, last-paperEdge
		caveat := draw.Bold.Fit(draw.Clean(p.d.Caveat), caveatType, w-2*paperEdge)
		middle := (w - draw.Bold.Width(caveat, caveatType)) / 2
		p.put(caveat, draw.Bold, caveatType, middle, top+caveatType)
		p.put(caveat, draw.Bold, caveatType, middle, foot+1.3*caveatType)
		number := draw.Clean(fmt.Sprintf("page %d of %d", i+1, len(p.lies)))
		p.put(number, draw.Regular, caveatType, w-paperEdge-draw.Regular.Width(number, caveatType), foot)
		p.put(draw.Regular.Fit(draw.Clean(p.d.head()), caveatType, w/2), draw.Regular, caveatType, paperEdge, foot)
	}
}

// put writes one line with its baseline at y.
func (p *paper) put(t draw.Text, face *draw.Face, size, x, y float64) {
	p.f.SetTextColor(0x1a, 0x1a, 0x1a)
	p.f.SetFont(face.Name(), "", size)
	p.f.Text(x, y, draw.PDFText(t))
}

// text writes a paragraph, over pages if it must.
func (p *paper) text(s string, face *draw.Face, size, x, width float64) {
	for _, line := range wrap(s, face, size, width) {
		p.need(size * draw.LinePitch)
		p.put(line, face, size, x, p.y+size*draw.Ascent)
		p.y += size * draw.LinePitch
	}
}

func (p *paper) heading(s string, face *draw.Face, size float64) {
	p.need(2*size + 9*bodyType) // a heading with something below it
	p.text(s, face, size, paperEdge, p.wide)
	p.y += size * 0.3
}

// section writes a section and its parts; level 0 has the largest headings.
func (p *paper) section(s *Section, level int) {
	p.y += headerType
	if f, ok := firstFigure(s); ok && (f.wide() || p.y+2*headerType+f.Picture.H+3*bodyType > p.high) {
		p.page(f.wide()) // the heading stays with its figure
	} else if len(p.lies) > 0 && p.lies[len(p.lies)-1] {
		p.page(false)
	}
	p.heading(s.Title, draw.Bold, []float64{headerType, partType}[level])
	p.f.Bookmark(phrase.Plain(s.Title), level, p.y)
	for i, b := range s.Blocks {
		if _, figure := b.(*Figure); i > 0 && !figure && p.lies[len(p.lies)-1] {
			p.page(false)
		}
		p.block(b)
	}
	for i := range s.Parts {
		p.section(&s.Parts[i], level+1)
	}
}

// firstFigure returns the figure that a section begins with.
func firstFigure(s *Section) (*Figure, bool) {
	if len(s.Blocks) == 0 {
		return nil, false
	}
	f, ok := s.Blocks[0].(*Figure)
	return f, ok
}

func (p *paper) block(b Block) {
	switch b := b.(type) {
	case Prose:
		p.text(string(b), draw.Regular, bodyType, paperEdge, p.wide)
		p.y += bodyType * 0.5
	case List:
		p.list(b)
	case Facts:
		p.facts(b)
	case Table:
		p.table(&b)
	case *Figure:
		p.figure(b)
	}
}

func (p *paper) list(l List) {
	const indent = 12.0
	for _, s := range l {
		p.need(bodyType * draw.LinePitch)
		p.put("•", draw.Regular, bodyType, paperEdge+2, p.y+bodyType*draw.Ascent)
		p.text(s, draw.Regular, bodyType, paperEdge+indent, p.wide-indent)
		p.y += bodyType * 0.25
	}
	p.y += bodyType * 0.3
}

func (p *paper) facts(all Facts) {
	for _, f := range all {
		p.need(2 * bodyType * draw.LinePitch)
		half := p.wide * 0.5
		top, page := p.y, p.f.PageNo()
		p.text(f.Name, draw.Regular, bodyType, paperEdge, half-2*cellPad)
		below := p.y
		if p.f.PageNo() == page {
			p.y = top
		}
		p.text(f.Value, draw.Bold, bodyType, paperEdge+half, half)
		p.y = max(p.y, below)
	}
	p.y += bodyType * 0.5
}

// figure draws a picture as large as the page lets it be, but not larger than it is.
func (p *paper) figure(f *Figure) {
	scale := min(1, p.wide/f.Picture.W)
	room := f.Picture.H*scale + 3*bodyType
	if p.y+room > p.high {
		p.need(min(room, (p.high-paperEdge-headRoom)*0.7))
	}
	scale = min(scale, (p.high-p.y-3*bodyType)/f.Picture.H)
	draw.DrawOn(p.f, f.Picture, draw.Pt(paperEdge+(p.wide-scale*f.Picture.W)/2, p.y), scale)
	p.f.SetDashPattern(nil, 0)
	p.y += scale*f.Picture.H + 4
	p.text(f.Caption, draw.Regular, tableType+0.6, paperEdge, p.wide)
	p.y += bodyType * 0.5
}

// wrap breaks a text into lines of at most width: at spaces, and in words that
// are longer. Nothing is lost.
func wrap(s string, face *draw.Face, size, width float64) []draw.Text {
	var lines []draw.Text
	line := make([]rune, 0, 64)
	used, spaceAt, spaceUsed := 0.0, -1, 0.0
	for _, r := range phrase.Plain(s) {
		w := face.Width(draw.Text(r), size)
		if used+w > width && len(line) > 0 && r != ' ' {
			end, next := len(line), len(line)
			if spaceAt > 0 {
				end, next = spaceAt, spaceAt+1
			} else {
				spaceUsed = used
			}
			lines = append(lines, draw.Text(line[:end]))
			line = append(line[:0], line[next:]...)
			used -= spaceUsed
			spaceAt, spaceUsed = -1, 0
		}
		line = append(line, r)
		used += w
		if r == ' ' {
			spaceAt, spaceUsed = len(line)-1, used
		}
	}
	if len(line) > 0 || len(lines) == 0 {
		lines = append(lines, draw.Text(line))
	}
	return lines
}

// lineCount returns how many lines fit into a height.
func lineCount(h float64) int { return int(math.Floor((h - 2*cellPad) / (tableType * draw.LinePitch))) }
