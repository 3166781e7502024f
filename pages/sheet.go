package pages

import (
	"math"

	"github.com/tflink/tflink/graphs/draw"
)

// Measures of the figures that are drawn here, in points. Their type is never
// smaller than smallType, and a picture is no wider than a portrait page.
const (
	figureWidth = draw.ShortSide
	headType    = 11.0
	rowType     = 7.6
	smallType   = 6.4
	rowPitch    = 11.4
	margin      = 6.0
)

// The tones of the figures. Where two stand for different things they also
// differ in hatch or outline, so that a black-and-white print reads.
const (
	forTone     draw.RGB = 0x0072B2
	againstTone draw.RGB = 0xB34A00
	paleTone    draw.RGB = 0xE4E4E4
)

// A sheet is a picture that is drawn from the top down, row by row, in columns:
// so no text can come to stand on another.
type sheet struct {
	p *draw.Picture
	y float64 // where the next row begins
}

func newSheet(title, subtitle string) *sheet {
	s := &sheet{p: &draw.Picture{W: figureWidth, Title: draw.Clean(title)}, y: margin}
	for _, line := range draw.Bold.Wrap(draw.Clean(title), headType, figureWidth-2*margin) {
		s.line("title", line, draw.Bold, headType)
	}
	for _, line := range draw.Regular.Wrap(draw.Clean(subtitle), rowType, figureWidth-2*margin) {
		s.line("title", line, draw.Regular, rowType)
	}
	s.y += margin
	return s
}

// line writes one line over the whole width.
func (s *sheet) line(class string, t draw.Text, face *draw.Face, size float64) {
	s.group(class, "", words(t, face, size, margin, s.y+size*draw.Ascent))
	s.y += size * draw.LinePitch
}

func (s *sheet) group(class string, title draw.Text, items ...draw.Item) {
	s.p.Groups = append(s.p.Groups, draw.Group{Class: class, Title: title, Items: items})
}

// done returns the sheet as a picture.
func (s *sheet) done(desc string) *draw.Picture {
	s.p.H = math.Ceil(s.y + margin)
	s.p.Desc = draw.Clean(desc)
	return s.p
}

// alone returns a picture that nobody prints a page around: it says itself how it is to be handled.
func alone(p *draw.Picture, caveat string) *draw.Picture {
	s := &sheet{p: p, y: p.H}
	for _, line := range draw.Bold.Wrap(draw.Clean(caveat), rowType, figureWidth-2*margin) {
		s.group("caveat", "", wordsAround(line, draw.Bold, rowType, figureWidth/2, s.y+rowType*draw.Ascent, margin, figureWidth-margin))
		s.y += rowType * draw.LinePitch
	}
	return s.done(string(p.Desc))
}

// words returns one line of text that begins at x.
func words(t draw.Text, face *draw.Face, size, x, baseline float64) draw.Block {
	return draw.Block{Lines: []draw.TextLine{{Text: t, X: x, Y: baseline, Size: size, Face: face, Color: draw.Ink}}}
}

// wordsBefore returns one line of text that ends at x.
func wordsBefore(t draw.Text, face *draw.Face, size, x, baseline float64) draw.Block {
	return words(t, face, size, x-face.Width(t, size), baseline)
}

// wordsAround returns one line of text with its middle at x, moved so that it stays between lo and hi.
func wordsAround(t draw.Text, face *draw.Face, size, x, baseline, lo, hi float64) draw.Block {
	w := face.Width(t, size)
	return words(t, face, size, max(lo, min(x-w/2, hi-w)), baseline)
}

func stroke(p draw.Path, tone draw.RGB, width float64, dash ...float64) draw.Shape {
	return draw.Shape{Path: p, Stroke: tone.Paint(), Width: width, Dash: dash}
}

func filled(p draw.Path, tone draw.RGB) draw.Shape { return draw.Shape{Path: p, Fill: tone.Paint()} }

func straight(x0, y0, x1, y1 float64) draw.Path {
	return draw.Path{draw.MoveTo(draw.Pt(x0, y0)), draw.LineTo(draw.Pt(x1, y1))}
}

// hatch returns slanted lines that fill an area, as one path.
func hatch(a draw.Area, pitch float64) draw.Path {
	var p draw.Path
	for d := pitch; d < a.W+a.H; d += pitch {
		x0, y0 := a.X+d, a.Y
		if d > a.W {
			x0, y0 = a.X+a.W, a.Y+d-a.W
		}
		x1, y1 := a.X, a.Y+d
		if d > a.H {
			x1, y1 = a.X+d-a.H, a.Y+a.H
		}
		p = append(p, straight(x0, y0, x1, y1)...)
	}
	return p
}
