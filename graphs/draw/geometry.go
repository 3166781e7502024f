package draw

// PointsPerInch is the size of the unit of all measures.
const PointsPerInch = 72

// A Point is a place on the page in points, y down.
type Point struct{ X, Y float64 }

// A Size is that of a box in points.
type Size struct{ W, H float64 }

// An Area is a rectangle of the page.
type Area struct{ X, Y, W, H float64 }

// LongSide and ShortSide are a letter page without margins of half an inch, in points. A picture is never
// larger, so its type is printed in the size that it has here.
const (
	LongSide  = 10 * PointsPerInch
	ShortSide = 7.5 * PointsPerInch
)

// Pt returns the point with the given coordinates.
func Pt(x, y float64) Point { return Point{x, y} }

// A Paper is what a page is printed on. The zero value is letter.
type Paper struct {
	Name        string
	long, short float64 // points
}

// The papers that offices have.
var (
	Letter  = Paper{"letter", 11 * PointsPerInch, 8.5 * PointsPerInch}
	Tabloid = Paper{"tabloid", 17 * PointsPerInch, 11 * PointsPerInch}
	A4      = Paper{"a4", 841.89, 595.28}
)

// Papers are all papers.
var Papers = []Paper{Letter, Tabloid, A4}

// margin is that of a page, in points: what every printer can leave white.
const margin = PointsPerInch / 2

// Sides returns the sides of a page in points.
func (p Paper) Sides() (long, short float64) {
	if p.long == 0 {
		p = Letter
	}
	return p.long, p.short
}

// Inside returns the sides of a page without its margins, in points: the size of a picture
// that is printed as large as it is.
func (p Paper) Inside() (long, short float64) {
	long, short = p.Sides()
	return long - 2*margin, short - 2*margin
}
