package draw

// A Picture is what the writers write: shapes and texts in points, the origin at the top left.
type Picture struct {
	W, H        float64
	Title, Desc Text
	Groups      []Group
}

// A Group is shapes and texts that belong together, such as those of a node.
type Group struct {
	Class string
	Data  []Attribute // what programs read: data-kind …
	Title Text        // what a pointer tells, and a screen reader, which then leaves out the texts within
	Label Text        // what a screen reader says in place of the title; "" is the title
	Mute  bool        // screen readers pass it over: others say all that it shows
	Items []Item
}

// An Attribute is what a program reads of a group.
type Attribute struct {
	Name  string
	Value Text
}

// An Item is a [Shape] or a [Block].
type Item interface{ isItem() }

// A Shape is a path with its paint.
type Shape struct {
	Path   Path
	Fill   Paint
	Stroke Paint
	Width  float64   // of the stroke
	Dash   []float64 // lengths of dashes and gaps; nil is a line without gaps
}

// A Paint is a colour, or nothing: its zero value.
type Paint struct {
	RGB
	On bool
}

// Paint returns the paint of a colour.
func (c RGB) Paint() Paint { return Paint{c, true} }

// A Block is lines of text, one below the other.
type Block struct{ Lines []TextLine }

// A TextLine is a line of text; X and Y are the start of its baseline.
type TextLine struct {
	Text  Text
	X, Y  float64
	Size  float64
	Face  *Face
	Color RGB
}

func (l TextLine) width() float64 { return l.Face.Width(l.Text, l.Size) }

func (Shape) isItem() {}
func (Block) isItem() {}

// A Path is made of segments.
type Path []Segment

// A Segment is a step of a path. M and L use one point, C three, Z none.
type Segment struct {
	Op     byte // 'M', 'L', 'C' or 'Z', as in SVG
	Points [3]Point
}

// MoveTo begins a part of a path.
func MoveTo(p Point) Segment { return Segment{'M', [3]Point{p}} }

// LineTo goes straight to a point.
func LineTo(p Point) Segment { return Segment{'L', [3]Point{p}} }

// CurveTo goes to p in a cubic Bézier curve with the handles a and b.
func CurveTo(a, b, p Point) Segment { return Segment{'C', [3]Point{a, b, p}} }

// ClosePath goes back to where the part began.
func ClosePath() Segment { return Segment{Op: 'Z'} }

// count returns how many points the segment uses.
func (s Segment) count() int {
	switch s.Op {
	case 'M', 'L':
		return 1
	case 'C':
		return 3
	}
	return 0
}

// Polygon returns the outline of one or more corners.
func Polygon(points ...Point) Path {
	p := Path{MoveTo(points[0])}
	for _, q := range points[1:] {
		p = append(p, LineTo(q))
	}
	return append(p, ClosePath())
}

// Rectangle returns the outline of an area.
func Rectangle(a Area) Path {
	return Polygon(Point{a.X, a.Y}, Point{a.X + a.W, a.Y}, Point{a.X + a.W, a.Y + a.H}, Point{a.X, a.Y + a.H})
}

// kappa is the length of the handles that make a cubic curve a quarter of a circle.
const kappa = 0.5522847498

// Rounded returns the outline of an area with round corners of a radius.
func Rounded(a Area, r float64) Path {
	r = min(r, a.W/2, a.H/2)
	k := r * (1 - kappa)
	x0, y0, x1, y1 := a.X, a.Y, a.X+a.W, a.Y+a.H
	return Path{
		MoveTo(Point{x0 + r, y0}), LineTo(Point{x1 - r, y0}),
		CurveTo(Point{x1 - k, y0}, Point{x1, y0 + k}, Point{x1, y0 + r}), LineTo(Point{x1, y1 - r}),
		CurveTo(Point{x1, y1 - k}, Point{x1 - k, y1}, Point{x1 - r, y1}), LineTo(Point{x0 + r, y1}),
		CurveTo(Point{x0 + k, y1}, Point{x0, y1 - k}, Point{x0, y1 - r}), LineTo(Point{x0, y0 + r}),
		CurveTo(Point{x0, y0 + k}, Point{x0 + k, y0}, Point{x0 + r, y0}), ClosePath(),
	}
}

// Circle returns a circle around a point.
func Circle(c Point, r float64) Path { return Rounded(Area{c.X - r, c.Y - r, 2 * r, 2 * r}, r) }
