package draw

import (
	"fmt"
	"math"
)

// An RGB is a colour, 0xRRGGBB.
type RGB uint32

// String returns the colour as SVG has it.
func (c RGB) String() string { return fmt.Sprintf("#%06x", uint32(c)) }

func (c RGB) parts() (r, g, b int) { return int(c >> 16), int(c >> 8 & 255), int(c & 255) }

// Tint mixes the colour with white: 0 is white, 1 the colour.
func (c RGB) Tint(share float64) RGB {
	mix := func(v int) RGB { return RGB(255 - math.Round(share*float64(255-v))) }
	r, g, b := c.parts()
	return mix(r)<<16 | mix(g)<<8 | mix(b)
}

// The colours of lines and texts.
const (
	Ink   RGB = 0x1a1a1a
	Gray  RGB = 0x767676 // as light as small text on white may be (WCAG 2.1, 4.5:1)
	White RGB = 0xffffff
)

// A Marker is a small sign that tells counties apart where colour cannot.
type Marker uint8

// The markers. Their number and that of the colours have no common divisor, so that
// colour and marker together name 56 counties before they repeat; beside them stands the county's name.
const (
	Disc Marker = iota
	Square
	Triangle
	Diamond
	Ring
	Cross
	DownTriangle
	Star
	Markers // how many there are
)

// Path returns the marker around a point.
func (m Marker) Path(c Point, r float64) Path {
	switch m {
	case Square:
		return Rectangle(Area{c.X - 0.85*r, c.Y - 0.85*r, 1.7 * r, 1.7 * r})
	case Triangle:
		return ngon(c, r*1.1, -math.Pi/2, 3)
	case Diamond:
		return ngon(c, r*1.1, -math.Pi/2, 4)
	case Ring:
		return append(Circle(c, r), Circle(c, r*0.45)...)
	case Cross:
		return crossPath(c, r)
	case DownTriangle:
		return ngon(c, r*1.1, math.Pi/2, 3)
	case Star:
		return starPath(c, r*1.15)
	}
	return Circle(c, r)
}

// ngon returns a regular polygon with its first corner at an angle.
func ngon(c Point, r, angle float64, corners int) Path {
	points := make([]Point, corners)
	for i := range points {
		a := angle + 2*math.Pi*float64(i)/float64(corners)
		points[i] = Point{c.X + r*math.Cos(a), c.Y + r*math.Sin(a)}
	}
	return Polygon(points...)
}

func starPath(c Point, r float64) Path {
	const corners = 5
	points := make([]Point, 2*corners)
	for i := range points {
		a := -math.Pi/2 + math.Pi*float64(i)/corners
		radius := r
		if i%2 == 1 {
			radius = 0.45 * r
		}
		points[i] = Point{c.X + radius*math.Cos(a), c.Y + radius*math.Sin(a)}
	}
	return Polygon(points...)
}

func crossPath(c Point, r float64) Path {
	a, b := 0.35*r, r
	var points []Point
	for _, p := range []Point{{-a, -b}, {a, -b}, {a, -a}, {b, -a}, {b, a}, {a, a}, {a, b}, {-a, b}, {-a, a}, {-b, a}, {-b, -a}, {-a, -a}} {
		points = append(points, Point{c.X + p.X, c.Y + p.Y})
	}
	return Polygon(points...)
}
