package dot

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// A figure is how a node looks: its lines of text, and the shape around them.
type figure struct {
	node graphs.Node
	look
	lines []figureLine
	mix   []mixShare // of a counted node of several counties
	box   draw.Size
}

// A look is what of a node's drawing does not come from the node.
type look struct {
	style  style // of a county; the zero value for what has none
	inked  bool  // style counts
	bridge bool  // without it the map falls apart
}

// A mixShare is how many cases of a county are in a counted node.
type mixShare struct {
	style style
	cases int
}

type figureLine struct {
	text draw.Text
	face *draw.Face
	size float64
	tone draw.RGB
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
	stripHeight = 5.4  // points, of the bar of counties
	stripTint   = 0.4  // of its colours, so that the markers stand out
	stackStep   = 2.5  // how far the cards of a counted node lie apart
)

func newFigure(node graphs.Node, l look, t typeface) figure {
	f := figure{node: node, look: l}
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
		w = max(w, l.face.Width(l.text, l.size))
		h += l.size * draw.LinePitch
	}
	f.box = draw.Size{W: w + 2*padX + f.badgeWidth() + f.slant(h), H: h + 2*padY}
	if f.counted() {
		f.box.H += stripHeight
		f.box.W += 2 * stackStep
		f.box.H += 2 * stackStep
	}
	return f
}

func (f *figure) add(text string, size, limit float64) {
	if t := draw.Clean(text); t != "" {
		f.lines = append(f.lines, figureLine{draw.Regular.Fit(t, size, limit), draw.Regular, size, draw.Ink})
	}
}

// addName adds the node's name in up to two lines. Of a longer one the middle is left out, of a list of several names the end: what is
// left of two of them would read as one.
func (f *figure) addName(t typeface) {
	most := 2
	if t.tight {
		most = 1
	}
	limit := t.limit
	if f.counted() {
		limit *= 1.8 // the number of cases stands last and is not to be cut off
	}
	lines := draw.Bold.Wrap(cmp.Or(draw.Clean(f.node.Text()), draw.Clean(f.node.ID), "no name"), t.name, limit)
	if len(lines) > most {
		last, rest := lines[most-1], lines[most:]
		if f.node.Kind == KindSeveral {
			last = draw.Bold.Fit(last+" …", t.name, limit)
		} else {
			for _, l := range rest {
				last += " " + l
			}
			last = draw.Bold.FitMiddle(last, t.name, limit)
		}
		lines = append(lines[:most-1], last)
	}
	for _, l := range lines {
		f.lines = append(f.lines, figureLine{l, draw.Bold, t.name, draw.Ink})
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
	if f.bridge {
		kind += " · bridge"
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

// draw returns the figure around a place as a group, with what a screen reader says of it.
func (f *figure) draw(at draw.Point, spoken draw.Text) draw.Group {
	a := draw.Area{X: at.X - f.box.W/2, Y: at.Y - f.box.H/2, W: f.box.W, H: f.box.H}
	g := draw.Group{Class: "node", Title: f.tooltip(), Label: spoken, Data: []draw.Attribute{{Name: "data-kind", Value: draw.Clean(f.node.Kind)}, {Name: "data-id", Value: draw.Clean(f.node.ID)}}}
	if n := f.node.CaseCount(); n > 0 {
		g.Data = append(g.Data, draw.Attribute{Name: "data-cases", Value: draw.Text(strconv.Itoa(n))})
	}
	if f.node.Group != "" {
		g.Data = append(g.Data, draw.Attribute{Name: "data-group", Value: draw.Clean(f.node.Group)})
	}
	inner := a
	if f.counted() {
		inner = draw.Area{X: a.X, Y: a.Y + 2*stackStep, W: a.W - 2*stackStep, H: a.H - 2*stackStep}
	}
	g.Items = f.outline(inner)
	g.Items = append(g.Items, f.texts(inner)...)
	return g
}

// outline returns the shapes of a figure in an area.
func (f *figure) outline(a draw.Area) []draw.Item {
	line, fill := draw.Ink, draw.White
	if f.inked {
		line, fill = f.style.color, f.style.color.Tint(0.13)
	}
	const strong, thin = 1.4, 0.8
	width := thin
	if f.bridge {
		width = 2 // seen before it is read
	}
	if isAnchor(f.node) {
		const corner = 3
		var items []draw.Item
		if f.counted() {
			for k := 2.0; k > 0; k-- {
				back := draw.Area{X: a.X + k*stackStep, Y: a.Y - k*stackStep, W: a.W, H: a.H}
				items = append(items, draw.Shape{Path: draw.Rounded(back, corner), Fill: fill.Paint(), Stroke: line.Paint(), Width: thin})
			}
		}
		items = append(items, draw.Shape{Path: draw.Rounded(a, corner), Fill: fill.Paint(), Stroke: line.Paint(), Width: strong})
		items = append(items, f.strip(a)...)
		return append(items, f.badge(a)...)
	}
	var dash []float64
	if f.node.Hub {
		dash = []float64{3, 2}
	}
	s := draw.Shape{Path: f.form(a), Fill: draw.RGB(0xf4f4f4).Paint(), Stroke: draw.Ink.Paint(), Width: width, Dash: dash}
	if formOf(f.node.Kind) == plate {
		inner := draw.Area{X: a.X + 1.6, Y: a.Y + 1.6, W: a.W - 3.2, H: a.H - 3.2}
		return []draw.Item{s, draw.Shape{Path: draw.Rounded(inner, 1.5), Stroke: draw.Ink.Paint(), Width: thin / 2}}
	}
	return []draw.Item{s}
}

// strip returns a bar at the foot of a counted node with the share of each county, in its colour and with its marker where
// there is room.
func (f *figure) strip(a draw.Area) []draw.Item {
	total := 0
	for _, m := range f.mix {
		total += m.cases
	}
	const line = 0.25
	var items []draw.Item
	x, width := a.X+padX, a.W-2*padX
	for _, m := range f.mix {
		w := width * float64(m.cases) / float64(total)
		bar := draw.Area{X: x, Y: a.Y + a.H - stripHeight - 1.5, W: w, H: stripHeight}
		items = append(items, draw.Shape{Path: draw.Rectangle(bar), Fill: m.style.color.Tint(stripTint).Paint(), Stroke: draw.Ink.Paint(), Width: line})
		if r := 0.42 * stripHeight; w > 2.6*r {
			middle := draw.Pt(x+w/2, bar.Y+stripHeight/2)
			items = append(items, draw.Shape{Path: m.style.marker.Path(middle, r), Fill: m.style.color.Paint(), Stroke: draw.Ink.Paint(), Width: line})
		}
		x += w
	}
	return items
}

// form returns the outline of an entity.
func (f *figure) form(a draw.Area) draw.Path {
	const cut = 5 // points
	x0, y0, x1, y1 := a.X, a.Y, a.X+a.W, a.Y+a.H
	switch formOf(f.node.Kind) {
	case pill:
		return draw.Rounded(a, a.H/2)
	case plate:
		return draw.Rounded(a, 2)
	case gable:
		return draw.Polygon(draw.Pt(x0, y0+cut), draw.Pt(x0+cut, y0), draw.Pt(x1-cut, y0), draw.Pt(x1, y0+cut), draw.Pt(x1, y1), draw.Pt(x0, y1))
	case notched:
		return draw.Polygon(draw.Pt(x0, y0), draw.Pt(x1-cut, y0), draw.Pt(x1, y0+cut), draw.Pt(x1, y1), draw.Pt(x0, y1))
	case oval:
		return draw.Rounded(a, a.H/3)
	}
	return draw.Rectangle(a)
}

// badge returns the county's marker at the left of an area.
func (f *figure) badge(a draw.Area) []draw.Item {
	if !f.inked {
		return nil
	}
	w := f.badgeWidth()
	c := draw.Pt(a.X+padX/2+w/2+0.5, a.Y+padY+f.lines[0].size*draw.LinePitch/2)
	return []draw.Item{draw.Shape{Path: f.style.marker.Path(c, w*0.36), Fill: f.style.color.Paint(), Stroke: draw.Ink.Paint(), Width: 0.5}}
}

func (f *figure) texts(a draw.Area) []draw.Item {
	y := a.Y + padY
	left, width := a.X+padX/2+f.badgeWidth(), a.W-padX-f.badgeWidth()
	var b draw.Block
	for _, l := range f.lines {
		y += l.size * draw.LinePitch
		baseline := y - l.size*(draw.LinePitch-draw.Ascent+draw.Descent)/2
		w := l.face.Width(l.text, l.size)
		b.Lines = append(b.Lines, draw.TextLine{Text: l.text, X: left + (width-w)/2, Y: baseline, Size: l.size, Face: l.face, Color: l.tone})
	}
	if len(b.Lines) == 0 {
		return nil
	}
	return []draw.Item{b}
}

// tooltip says all that is known of the node.
func (f *figure) tooltip() draw.Text {
	parts := []string{f.node.Kind + " " + f.node.Text()}
	for _, p := range []string{f.node.GroupText(), f.node.Detail} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return draw.Clean(strings.Join(parts, " · "))
}
