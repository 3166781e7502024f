package geo

import "math"

// ConicEqualArea is Albers' projection of the sphere: areas keep their ratios,
// so that no county looks weightier than it is. Coordinates are in radii of the
// sphere, x to the east and y to the south of the centre. Source: Snyder, Map
// Projections: A Working Manual, 1987, chapter 14, in the form that d3-geo has.
type ConicEqualArea struct {
	center     LonLat
	n, c, rho0 float64
	parallel   float64 // latitude where n is 0, which makes the cone a cylinder
}

// NewConicEqualArea returns the projection with two standard parallels and a
// centre, in degrees.
func NewConicEqualArea(south, north float64, center LonLat) ConicEqualArea {
	s0, s1 := math.Sin(radians(south)), math.Sin(radians(north))
	p := ConicEqualArea{center: center, n: (s0 + s1) / 2, parallel: radians(south)}
	if !p.cylinder() {
		p.c = 1 + s0*(2*p.n-s0)
		p.rho0 = p.rho(radians(center[1]))
	}
	return p
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

// cylinder reports whether the parallels lie even on both sides of the equator.
func (p ConicEqualArea) cylinder() bool { return math.Abs(p.n) < 1e-6 }

// rho is how far a latitude is from the tip of the cone.
func (p ConicEqualArea) rho(lat float64) float64 {
	return math.Sqrt(max(0, p.c-2*p.n*math.Sin(lat))) / p.n
}

// Project returns where a place lies.
func (p ConicEqualArea) Project(at LonLat) (x, y float64) {
	// By the nearer way round, so that the date line does not cut Alaska.
	lambda := radians(math.Remainder(at[0]-p.center[0], 360))
	phi := radians(at[1])
	if p.cylinder() {
		k := math.Cos(p.parallel)
		return lambda * k, (math.Sin(radians(p.center[1])) - math.Sin(phi)) / k
	}
	rho := p.rho(phi)
	return rho * math.Sin(p.n*lambda), rho*math.Cos(p.n*lambda) - p.rho0
}

// around returns the projection that suits what lies in a box: its parallels a
// sixth inside the northern and the southern edge (Snyder's rule of thumb).
func (b box) projection() ConicEqualArea {
	inset := (b.hi[1] - b.lo[1]) / 6
	return NewConicEqualArea(b.lo[1]+inset, b.hi[1]-inset, b.middle())
}
