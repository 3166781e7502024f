package draw

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strconv"
)

// WriteSVG writes a picture as SVG 1.1 with titles and the roles of the WAI-ARIA Graphics Module: a document whose groups with
// a title are symbols, so that screen readers go through them one by one. Every line of text
// has its length, so that it has the room that was measured for it in whatever
// font a viewer draws it.
func WriteSVG(w io.Writer, p *Picture) error {
	s := &svgWriter{w: bufio.NewWriter(w)}
	s.printf(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	return s.picture(p, "map")
}

// WriteInline writes a picture as an element of an HTML page, in which its ids
// begin with a name of its own.
func WriteInline(w io.Writer, p *Picture, name string) error {
	s := &svgWriter{w: bufio.NewWriter(w)}
	return s.picture(p, name)
}

func (s *svgWriter) picture(p *Picture, name string) error {
	s.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %[1]s %[2]s" role="graphics-document document" aria-roledescription="picture" aria-labelledby="%[3]s-title" aria-describedby="%[3]s-desc"`, Num(p.W), Num(p.H), name)
	s.printf(` font-family="Go, 'Helvetica Neue', Helvetica, Arial, sans-serif">` + "\n")
	s.printf("<title id=\"%[1]s-title\">%[2]s</title>\n<desc id=\"%[1]s-desc\">%[3]s</desc>\n", name, p.Title.xml(), p.Desc.xml())
	s.printf("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n", Num(p.W), Num(p.H))
	for _, g := range p.Groups {
		s.group(g)
	}
	s.printf("</svg>\n")
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

// svgWriter remembers the first error.
type svgWriter struct {
	w   *bufio.Writer
	err error
}

func (s *svgWriter) printf(format string, args ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s.w, format, args...)
	}
}

func (s *svgWriter) group(g Group) {
	s.printf(`<g class="%s"`, g.Class)
	for _, a := range g.Data {
		s.printf(` %s="%s"`, a.Name, a.Value.xml())
	}
	if label := cmp.Or(g.Label, g.Title); g.Mute {
		s.printf(` aria-hidden="true"`)
	} else if label != "" {
		s.printf(` role="graphics-symbol img" aria-label="%s"`, label.xml())
	}
	s.printf(">")
	if g.Title != "" {
		s.printf("<title>%s</title>", g.Title.xml())
	}
	for _, i := range g.Items {
		switch i := i.(type) {
		case Shape:
			s.shape(i)
		case Block:
			s.block(i)
		}
	}
	s.printf("</g>\n")
}

func (s *svgWriter) shape(h Shape) {
	s.printf(`<path d="%s" fill="%s"`, pathData(h.Path), svgPaint(h.Fill))
	if h.Stroke.On {
		s.printf(` stroke="%s" stroke-width="%s"`, h.Stroke, Num(h.Width))
	}
	for i, d := range h.Dash {
		s.printf(`%s%s`, []string{` stroke-dasharray="`, " "}[min(i, 1)], Num(d))
	}
	if len(h.Dash) > 0 {
		s.printf(`"`)
	}
	s.printf(` fill-rule="evenodd"/>`)
}

func (s *svgWriter) block(b Block) {
	s.printf(`<text font-size="%s">`, Num(b.Lines[0].Size))
	for _, l := range b.Lines {
		s.printf(`<tspan x="%s" y="%s" font-size="%s"`, Num(l.X), Num(l.Y), Num(l.Size))
		if l.Face == Bold {
			s.printf(` font-weight="bold"`)
		}
		s.printf(` fill="%s" textLength="%s" lengthAdjust="spacingAndGlyphs">%s</tspan>`, l.Color, Num(l.width()), l.Text.xml())
	}
	s.printf("</text>")
}

func svgPaint(p Paint) string {
	if !p.On {
		return "none"
	}
	return p.String()
}

func pathData(p Path) string {
	var d []byte
	for _, s := range p {
		d = append(d, s.Op)
		for i := range s.count() {
			if i > 0 {
				d = append(d, ' ')
			}
			d = append(d, Num(s.Points[i].X)...)
			d = append(d, ' ')
			d = append(d, Num(s.Points[i].Y)...)
		}
	}
	return string(d)
}

// Num writes a number with two decimals at most: a hundredth of a point is
// finer than any printer.
func Num(v float64) string {
	text := strconv.FormatFloat(v, 'f', 2, 64)
	for text[len(text)-1] == '0' {
		text = text[:len(text)-1]
	}
	if text[len(text)-1] == '.' {
		text = text[:len(text)-1]
	}
	if text == "-0" {
		return "0"
	}
	return text
}
