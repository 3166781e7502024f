package dot

import (
	"fmt"
	"math"

	"github.com/tflink/tflink/graphs"
)

// An rgb is a colour, 0xRRGGBB.
type rgb uint32

// String returns the colour as SVG has it.
func (c rgb) String() string { return fmt.Sprintf("#%06x", uint32(c)) }

func (c rgb) parts() (r, g, b int) { return int(c >> 16), int(c >> 8 & 255), int(c & 255) }

// tint mixes the colour with white: 0 is white, 1 the colour.
func (c rgb) tint(share float64) rgb {
	mix := func(v int) rgb { return rgb(255 - math.Round(share*float64(255-v))) }
	r, g, b := c.parts()
	return mix(r)<<16 | mix(g)<<8 | mix(b)
}

const (
	black rgb = 0x000000
	ink   rgb = 0x1a1a1a
	gray  rgb = 0x767676 // as light as small text on white may be (WCAG 2.1, 4.5:1)
	white rgb = 0xffffff
)

// A marker is a small sign that tells counties apart where colour cannot.
type marker uint8

// The markers. Their number and that of the colours have no common divisor, so that
// colour and marker together name 56 counties before they repeat; beside them stands the county's name.
const (
	disc marker = iota
	square
	triangle
	diamond
	ring
	cross
	downTriangle
	star
	markers
)

// A style is how a county is drawn.
type style struct {
	color  rgb
	marker marker
}

func countyStyle(i int) style {
	return style{rgb(graphs.Palette[i%len(graphs.Palette)]), marker(i % int(markers))}
}

// path returns the marker around a point.
func (m marker) path(c point, r float64) path {
	switch m {
	case square:
		return rectangle(area{c.x - 0.85*r, c.y - 0.85*r, 1.7 * r, 1.7 * r})
	case triangle:
		return ngon(c, r*1.1, -math.Pi/2, 3)
	case diamond:
		return ngon(c, r*1.1, -math.Pi/2, 4)
	case ring:
		return append(circle(c, r), circle(c, r*0.45)...)
	case cross:
		return crossPath(c, r)
	case downTriangle:
		return ngon(c, r*1.1, math.Pi/2, 3)
	case star:
		return starPath(c, r*1.15)
	}
	return circle(c, r)
}

// ngon returns a regular polygon with its first corner at an angle.
func ngon(c point, r, angle float64, corners int) path {
	points := make([]point, corners)
	for i := range points {
		a := angle + 2*math.Pi*float64(i)/float64(corners)
		points[i] = point{c.x + r*math.Cos(a), c.y + r*math.Sin(a)}
	}
	return polygon(points...)
}

func starPath(c point, r float64) path {
	const corners = 5
	points := make([]point, 2*corners)
	for i := range points {
		a := -math.Pi/2 + math.Pi*float64(i)/corners
		radius := r
		if i%2 == 1 {
			radius = 0.45 * r
		}
		points[i] = point{c.x + radius*math.Cos(a), c.y + radius*math.Sin(a)}
	}
	return polygon(points...)
}

func crossPath(c point, r float64) path {
	a, b := 0.35*r, r
	var points []point
	for _, p := range []point{{-a, -b}, {a, -b}, {a, -a}, {b, -a}, {b, a}, {a, a}, {a, b}, {-a, b}, {-a, a}, {-b, a}, {-b, -a}, {-a, -a}} {
		points = append(points, point{c.x + p.x, c.y + p.y})
	}
	return polygon(points...)
}
