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
