package dot

// A picture is what the writers write: shapes and texts in points, the origin at the top left.
type picture struct {
	w, h        float64
	title, desc Text
	groups      []group
}

// A group is shapes and texts that belong together, such as those of a node.
type group struct {
	class string
	data  []attribute // what programs read: data-kind …
	title Text        // what a pointer or a screen reader tells
	items []item
}

type attribute struct {
	name  string
	value Text
}

// An item is a shape or a block of text.
type item interface{ isItem() }

// A shape is a path with its paint. A colour of none is not painted.
type shape struct {
	path   path
	fill   paint
	stroke paint
	width  float64
	dash   []float64
}

// A paint is a colour, or nothing.
type paint struct {
	rgb
	on bool
}

func (c rgb) paint() paint { return paint{c, true} }

// A block is lines of text, one below the other.
type block struct{ lines []textLine }

// A textLine is a line of text; x and y are the start of its baseline.
type textLine struct {
	text  Text
	x, y  float64
	size  float64
	face  *face
	color rgb
}

func (l textLine) width() float64 { return l.face.width(l.text, l.size) }

func (shape) isItem() {}
func (block) isItem() {}

// A path is made of segments.
type path []segment

// A segment is a step of a path. m and l use one point, c three, z none.
type segment struct {
	op     byte // 'M', 'L', 'C' or 'Z', as in SVG
	points [3]point
}

func moveTo(p point) segment        { return segment{'M', [3]point{p}} }
func lineTo(p point) segment        { return segment{'L', [3]point{p}} }
func curveTo(a, b, p point) segment { return segment{'C', [3]point{a, b, p}} }
func closed() segment               { return segment{op: 'Z'} }

// count returns how many points the segment uses.
func (s segment) count() int {
	switch s.op {
	case 'M', 'L':
		return 1
	case 'C':
		return 3
	}
	return 0
}

func polygon(points ...point) path {
	p := path{moveTo(points[0])}
	for _, q := range points[1:] {
		p = append(p, lineTo(q))
	}
	return append(p, closed())
}

func rectangle(a area) path {
	return polygon(point{a.x, a.y}, point{a.x + a.w, a.y}, point{a.x + a.w, a.y + a.h}, point{a.x, a.y + a.h})
}

// kappa is the length of the handles that make a cubic curve a quarter of a circle.
const kappa = 0.5522847498

func rounded(a area, r float64) path {
	r = min(r, a.w/2, a.h/2)
	k := r * (1 - kappa)
	x0, y0, x1, y1 := a.x, a.y, a.x+a.w, a.y+a.h
	return path{
		moveTo(point{x0 + r, y0}), lineTo(point{x1 - r, y0}),
		curveTo(point{x1 - k, y0}, point{x1, y0 + k}, point{x1, y0 + r}), lineTo(point{x1, y1 - r}),
		curveTo(point{x1, y1 - k}, point{x1 - k, y1}, point{x1 - r, y1}), lineTo(point{x0 + r, y1}),
		curveTo(point{x0 + k, y1}, point{x0, y1 - k}, point{x0, y1 - r}), lineTo(point{x0, y0 + r}),
		curveTo(point{x0, y0 + k}, point{x0 + k, y0}, point{x0 + r, y0}), closed(),
	}
}

func circle(c point, r float64) path { return rounded(area{c.x - r, c.y - r, 2 * r, 2 * r}, r) }
