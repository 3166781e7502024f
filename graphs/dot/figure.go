package dot

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// A figure is how a node looks: its lines of text, and the shape around them.
type figure struct {
	node  graphs.Node
	style style // of a county; the zero value for what has none
	inked bool  // style counts
	lines []figureLine
	mix   []mixShare // of a counted node of several counties
	box   size
}

// A mixShare is how many cases of a county are in a counted node.
type mixShare struct {
	color rgb
	cases int
}

type figureLine struct {
	text Text
	face *face
	size float64
	tone rgb
}

// A typeface is the sizes of the texts of all figures of a picture, in points.
type typeface struct {
	name  float64 // first line
	small float64 // the others
	limit float64 // widest line
	tight bool    // names have one line, and details are left to the tooltip
}

// Type is at most largeType and at least smallType points; the small lines are
// smallShare of it and so never under minType, the least that people read in print without effort.
const (
	largeType  = 9.0
	smallType  = 6.2
	smallShare = 0.85
	minType    = 5.2
)

func newTypeface(name float64, tight bool) typeface {
	ems := 14.0 // a case id, a phone, most business names
	if tight {
		ems = 10 // most case ids and phones
	}
	return typeface{name: name, small: max(minType, smallShare*name), limit: ems * name, tight: tight}
}

const (
	padX        = 5.0 // points between a text and its shape, sideways
	padY        = 3.0
	badge       = 1.15 // width of the column of a county's marker, in type sizes
	stripHeight = 2.4  // points, of the bar of counties
	stackStep   = 2.5  // how far the cards of a counted node lie apart
)

func newFigure(node graphs.Node, s style, inked bool, t typeface) figure {
	f := figure{node: node, style: s, inked: inked}
	switch {
	case node.IsCase():
		f.caseLines(t)
	case node.Kind == graphs.KindCounty:
		f.countyLines(t)
	default:
		f.entityLines(t)
	}
	w, h := 0.0, 0.0
	for _, l := range f.lines {
		w = max(w, l.face.width(l.text, l.size))
		h += l.size * linePitch
	}
	f.box = size{w + 2*padX + f.badgeWidth() + f.slant(h), h + 2*padY}
	if f.counted() {
		f.box.h += stripHeight
		f.box.w += 2 * stackStep
		f.box.h += 2 * stackStep
	}
	return f
}

func (f *figure) add(text string, size, limit float64) {
	if t := clean(text); t != "" {
		f.lines = append(f.lines, figureLine{regular.fit(t, size, limit), regular, size, ink})
	}
}

// addName adds the node's name in up to two lines.
func (f *figure) addName(t typeface) {
	most := 2
	if t.tight {
		most = 1
	}
	lines := bold.wrap(cmp.Or(clean(f.node.Text()), clean(f.node.ID), "no name"), t.name, t.limit)
	for i, l := range lines[:min(most, len(lines))] {
		if i == most-1 && len(lines) > most {
			l = bold.fit(l+" …", t.name, t.limit)
		}
		f.lines = append(f.lines, figureLine{l, bold, t.name, ink})
	}
}

// addDetail adds a small line, which may be a little wider.
func (f *figure) addDetail(text string, t typeface) {
	if !t.tight {
		f.add(text, t.small, 1.2*t.limit)
	}
}

func (f *figure) caseLines(t typeface) {
	f.addName(t)
	if f.counted() {
		if f.node.Group == "" {
			f.add(f.node.GroupText(), t.small, 1.2*t.limit)
		}
		f.addDetail(f.node.Detail, t)
		return
	}
	f.add(cmp.Or(f.node.GroupText(), "county unknown"), t.small, t.limit)
	f.addDetail(f.node.Detail, t)
}

func (f *figure) countyLines(t typeface) {
	f.addName(t)
	if f.node.Cases > 0 {
		f.add(plural(f.node.Cases, "case"), t.small, t.limit)
	}
	f.addDetail(f.node.Detail, t)
}

func (f *figure) entityLines(t typeface) {
	kind := f.node.Kind
	if kind == KindSeveral {
		kind = f.node.Detail
	}
	if f.node.Hub {
		kind += " · common"
	}
	f.add(kind, t.small, t.limit)
	f.addName(t)
	if f.node.Kind != KindSeveral {
		f.addDetail(f.node.Detail, t)
	}
}

// counted reports whether the node stands for several cases.
func (f *figure) counted() bool { return f.node.CaseCount() > 1 }

func (f *figure) badgeWidth() float64 {
	if !f.inked {
		return 0
	}
	return badge * f.lines[0].size
}

// A form is the outline of a kind of entity. The kind's word stands in it, too.
type form uint8

const (
	box     form = iota // any other kind
	pill                // what one talks through: phone, e-mail, handle, URL
	plate               // vehicles: a double frame
	gable               // places
	notched             // organisations
	oval                // people
)

func formOf(kind string) form {
	switch kind {
	case "phone", "email", "handle", "url", "domain":
		return pill
	case "plate", "vin", "vehicle":
		return plate
	case "address", "place":
		return gable
	case "business":
		return notched
	case "person":
		return oval
	}
	return box
}

// slant is the width that a form needs beside its text of height h.
func (f *figure) slant(h float64) float64 {
	if isAnchor(f.node) {
		return 0
	}
	switch formOf(f.node.Kind) {
	case pill, oval:
		return h * 0.4
	case gable, notched:
		return 4
	case plate:
		return 3
	}
	return 0
}

// draw returns the figure around a place as a group.
func (f *figure) draw(at point) group {
	a := area{at.x - f.box.w/2, at.y - f.box.h/2, f.box.w, f.box.h}
	g := group{class: "node", title: f.tooltip(), data: []attribute{{"data-kind", clean(f.node.Kind)}, {"data-id", clean(f.node.ID)}}}
	if n := f.node.CaseCount(); n > 0 {
		g.data = append(g.data, attribute{"data-cases", Text(strconv.Itoa(n))})
	}
	if f.node.Group != "" {
		g.data = append(g.data, attribute{"data-group", clean(f.node.Group)})
	}
	inner := a
	if f.counted() {
		inner = area{a.x, a.y + 2*stackStep, a.w - 2*stackStep, a.h - 2*stackStep}
	}
	g.items = f.outline(inner)
	g.items = append(g.items, f.texts(inner)...)
	return g
}

// outline returns the shapes of a figure in an area.
func (f *figure) outline(a area) []item {
	line, fill := ink, white
	if f.inked {
		line, fill = f.style.color, f.style.color.tint(0.13)
	}
	const strong, thin = 1.4, 0.8
	if isAnchor(f.node) {
		const corner = 3
		var items []item
		if f.counted() {
			for k := 2.0; k > 0; k-- {
				back := area{a.x + k*stackStep, a.y - k*stackStep, a.w, a.h}
				items = append(items, shape{path: rounded(back, corner), fill: fill.paint(), stroke: line.paint(), width: thin})
			}
		}
		items = append(items, shape{path: rounded(a, corner), fill: fill.paint(), stroke: line.paint(), width: strong})
		items = append(items, f.strip(a)...)
		return append(items, f.badge(a)...)
	}
	var dash []float64
	if f.node.Hub {
		dash = []float64{3, 2}
	}
	s := shape{path: f.form(a), fill: rgb(0xf4f4f4).paint(), stroke: ink.paint(), width: thin, dash: dash}
	if formOf(f.node.Kind) == plate {
		inner := area{a.x + 1.6, a.y + 1.6, a.w - 3.2, a.h - 3.2}
		return []item{s, shape{path: rounded(inner, 1.5), stroke: ink.paint(), width: thin / 2}}
	}
	return []item{s}
}

// strip returns a bar at the foot of a counted node with the share of each county in its colour.
func (f *figure) strip(a area) []item {
	total := 0
	for _, m := range f.mix {
		total += m.cases
	}
	var items []item
	x, width := a.x+padX, a.w-2*padX
	for _, m := range f.mix {
		w := width * float64(m.cases) / float64(total)
		items = append(items, shape{path: rectangle(area{x, a.y + a.h - stripHeight - 1.5, w, stripHeight}), fill: m.color.paint(), stroke: ink.paint(), width: 0.25})
		x += w
	}
	return items
}

// form returns the outline of an entity.
func (f *figure) form(a area) path {
	const cut = 5 // points
	x0, y0, x1, y1 := a.x, a.y, a.x+a.w, a.y+a.h
	switch formOf(f.node.Kind) {
	case pill:
		return rounded(a, a.h/2)
	case plate:
		return rounded(a, 2)
	case gable:
		return polygon(point{x0, y0 + cut}, point{x0 + cut, y0}, point{x1 - cut, y0}, point{x1, y0 + cut}, point{x1, y1}, point{x0, y1})
	case notched:
		return polygon(point{x0, y0}, point{x1 - cut, y0}, point{x1, y0 + cut}, point{x1, y1}, point{x0, y1})
	case oval:
		return rounded(a, a.h/3)
	}
	return rectangle(a)
}

// badge returns the county's marker at the left of an area.
func (f *figure) badge(a area) []item {
	if !f.inked {
		return nil
	}
	w := f.badgeWidth()
	c := point{a.x + padX/2 + w/2 + 0.5, a.y + padY + f.lines[0].size*linePitch/2}
	return []item{shape{path: f.style.marker.path(c, w*0.36), fill: f.style.color.paint(), stroke: ink.paint(), width: 0.5}}
}

func (f *figure) texts(a area) []item {
	y := a.y + padY
	left, width := a.x+padX/2+f.badgeWidth(), a.w-padX-f.badgeWidth()
	var b block
	for _, l := range f.lines {
		y += l.size * linePitch
		baseline := y - l.size*(linePitch-ascent+descent)/2
		w := l.face.width(l.text, l.size)
		b.lines = append(b.lines, textLine{l.text, left + (width-w)/2, baseline, l.size, l.face, l.tone})
	}
	if len(b.lines) == 0 {
		return nil
	}
	return []item{b}
}

// tooltip says all that is known of the node.
func (f *figure) tooltip() Text {
	parts := []string{f.node.Kind + " " + f.node.Text()}
	for _, p := range []string{f.node.GroupText(), f.node.Detail} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return clean(strings.Join(parts, " · "))
}
