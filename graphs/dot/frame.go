package dot

import (
	"slices"
	"strconv"
	"strings"
)

// Sizes of what stands around the drawing, in points.
const (
	frameRoom    = 90.0 // what title and legend take, about: only for the first guess of a size
	edgeOfPage   = 6.0
	titleSize    = 13.0
	subtitleSize = 7.5
	caveatSize   = 7.5
	legendSize   = 6.6
	sectionGap   = 6.0
)

// frame returns a picture of at most the given size with title, caveat and legend, and
// the area that they leave for the drawing.
func (c *composer) frame(s size) (*picture, area) {
	p := &picture{w: s.w, h: s.h}
	inner := area{edgeOfPage, edgeOfPage, s.w - 2*edgeOfPage, s.h - 2*edgeOfPage}
	top := c.header(p, inner)
	legend, height := c.legend(inner.w)
	foot := height
	if c.caveat() != "" {
		foot += caveatSize * linePitch
	}
	bottom := inner.y + inner.h - foot
	shift(legend, point{inner.x, bottom})
	p.groups = append(p.groups, legend)
	if caveat := c.caveat(); caveat != "" {
		p.groups = append(p.groups, group{class: "caveat", items: []item{centred(caveat, inner, inner.y+inner.h-caveatSize*descent)}})
	}
	return p, area{inner.x, top + sectionGap, inner.w, bottom - top - 2*sectionGap}
}

func (c *composer) caveat() Text { return clean(c.o.Caveat) }

// header writes caveat, title and subtitle and returns where they end.
func (c *composer) header(p *picture, a area) float64 {
	y := a.y
	if caveat := c.caveat(); caveat != "" {
		p.groups = append(p.groups, group{class: "caveat", items: []item{centred(caveat, a, y+caveatSize*ascent)}})
		y += caveatSize * linePitch
	}
	title := group{class: "title"}
	write := func(t Text, f *face, size float64, tone rgb) {
		y += size * linePitch
		title.items = append(title.items, block{[]textLine{{t, a.x, y - size*(linePitch-ascent), size, f, tone}}})
	}
	for _, t := range bold.wrap(c.o.title(), titleSize, a.w) {
		write(t, bold, titleSize, ink)
	}
	for _, t := range regular.wrap(c.subtitle(), subtitleSize, a.w) {
		write(t, regular, subtitleSize, ink)
	}
	p.groups = append(p.groups, title)
	return y
}

// subtitle says what the caller says, and how much of it is seen.
func (c *composer) subtitle() Text {
	parts := []string{c.o.Subtitle}
	if c.report.Cases > 0 {
		parts = append(parts, plural(c.report.Cases, "case"))
	}
	if n := len(c.report.Collapsed); n > 0 {
		parts = append(parts, strconv.Itoa(c.report.Shapes)+" shapes, "+strconv.Itoa(n)+" collapsed: the table names what is in them")
	}
	if left := c.report.EdgesLeftOut; left > 0 {
		parts = append(parts, "the "+strconv.Itoa(c.report.Edges)+" strongest edges; "+strconv.Itoa(left)+" weaker ones are not drawn")
	}
	return clean(strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · "))
}

func centred(t Text, a area, baseline float64) block {
	t = bold.fit(t, caveatSize, a.w)
	return block{[]textLine{{t, a.x + (a.w-bold.width(t, caveatSize))/2, baseline, caveatSize, bold, ink}}}
}

// shift moves all items of a group.
func shift(g group, by point) {
	for i, it := range g.items {
		switch it := it.(type) {
		case shape:
			for k := range it.path {
				for j := range it.path[k].count() {
					it.path[k].points[j].x += by.x
					it.path[k].points[j].y += by.y
				}
			}
		case block:
			for k := range it.lines {
				it.lines[k].x += by.x
				it.lines[k].y += by.y
			}
		}
		g.items[i] = it
	}
}
