package dot

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
)

// writeSVG writes a picture as SVG 1.1 with titles and ARIA texts. Every line of text
// has its length, so that it has the room that was measured for it in whatever
// font a viewer draws it.
func writeSVG(w io.Writer, p *picture) error {
	s := &svgWriter{w: bufio.NewWriter(w)}
	s.printf(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	s.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %[1]s %[2]s" role="img" aria-labelledby="map-title map-desc"`, num(p.w), num(p.h))
	s.printf(` font-family="Go, 'Helvetica Neue', Helvetica, Arial, sans-serif">` + "\n")
	s.printf("<title id=\"map-title\">%s</title>\n<desc id=\"map-desc\">%s</desc>\n", p.title.xml(), p.desc.xml())
	s.printf("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n", num(p.w), num(p.h))
	for _, g := range p.groups {
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

func (s *svgWriter) group(g group) {
	s.printf(`<g class="%s"`, g.class)
	for _, a := range g.data {
		s.printf(` %s="%s"`, a.name, a.value.xml())
	}
	if g.class == "node" {
		s.printf(` role="img" aria-label="%s"`, g.title.xml())
	}
	s.printf(">")
	if g.title != "" {
		s.printf("<title>%s</title>", g.title.xml())
	}
	for _, i := range g.items {
		switch i := i.(type) {
		case shape:
			s.shape(i)
		case block:
			s.block(i)
		}
	}
	s.printf("</g>\n")
}

func (s *svgWriter) shape(h shape) {
	s.printf(`<path d="%s" fill="%s"`, pathData(h.path), svgPaint(h.fill))
	if h.stroke.on {
		s.printf(` stroke="%s" stroke-width="%s"`, h.stroke, num(h.width))
	}
	for i, d := range h.dash {
		s.printf(`%s%s`, []string{` stroke-dasharray="`, " "}[min(i, 1)], num(d))
	}
	if len(h.dash) > 0 {
		s.printf(`"`)
	}
	s.printf(` fill-rule="evenodd"/>`)
}

func (s *svgWriter) block(b block) {
	s.printf(`<text font-size="%s">`, num(b.lines[0].size))
	for _, l := range b.lines {
		s.printf(`<tspan x="%s" y="%s" font-size="%s"`, num(l.x), num(l.y), num(l.size))
		if l.face == bold {
			s.printf(` font-weight="bold"`)
		}
		s.printf(` fill="%s" textLength="%s" lengthAdjust="spacingAndGlyphs">%s</tspan>`, l.color, num(l.width()), l.text.xml())
	}
	s.printf("</text>")
}

func svgPaint(p paint) string {
	if !p.on {
		return "none"
	}
	return p.String()
}

func pathData(p path) string {
	var d []byte
	for _, s := range p {
		d = append(d, s.op)
		for i := range s.count() {
			if i > 0 {
				d = append(d, ' ')
			}
			d = append(d, num(s.points[i].x)...)
			d = append(d, ' ')
			d = append(d, num(s.points[i].y)...)
		}
	}
	return string(d)
}

// num writes a number with two decimals at most: a hundredth of a point is
// finer than any printer.
func num(v float64) string {
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
