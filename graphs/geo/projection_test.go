package geo_test

import (
	"math"
	"testing"

	"github.com/tflink/tflink/graphs/geo"
)

// What d3-geo 3.1.1 gives for the same places.
func TestConicEqualAreaIsThatOfD3(t *testing.T) {
	type place struct {
		at   geo.LonLat
		x, y float64
	}
	for name, test := range map[string]struct {
		p      geo.ConicEqualArea
		places []place
	}{
		"geoConicEqualArea().parallels([41, 44]).rotate([78, 0]).center([0, 42.7])": {
			geo.NewConicEqualArea(41, 44, geo.LonLat{-78, 42.7}), []place{
				{geo.LonLat{-78.2244, 42.7023}, -0.002877225523551916, -0.00004396133980311134},
				{geo.LonLat{-75, 45}, 0.03703982389327559, -0.040797330502736484},
				{geo.LonLat{-79.7, 40.5}, -0.022566019336150645, 0.03817718756455557},
			},
		},
		"geoConicEqualArea().parallels([55, 65]).rotate([154, 0]).center([0, 60]), over the date line": {
			geo.NewConicEqualArea(55, 65, geo.LonLat{-154, 60}), []place{
				{geo.LonLat{-149.9003, 61.2181}, 0.0343021026648255, -0.022399574712060777},
				{geo.LonLat{173.2, 52.9}, -0.33251537013570853, 0.04024864575755027},
			},
		},
		"geoConicEqualArea().parallels([-10, 10]), a cylinder": {
			geo.NewConicEqualArea(-10, 10, geo.LonLat{0, 33.6442}), []place{{geo.LonLat{20, 15}, 0.3437627557846027, 0.299769049895478}},
		},
	} {
		for _, want := range test.places {
			if x, y := test.p.Project(want.at); math.Abs(x-want.x) > 1e-6 || math.Abs(y-want.y) > 1e-6 {
				t.Errorf("%s: %v is at %v, %v; want %v, %v", name, want.at, x, y, want.x, want.y)
			}
		}
	}
}

// geoAlbers of d3-geo: scale 1070, around 38.7° north, 96.6° west.
func TestAlbersOfTheUnitedStates(t *testing.T) {
	p := geo.NewConicEqualArea(29.5, 45.5, geo.LonLat{-96, 38.7})
	x0, y0 := p.Project(geo.LonLat{-96.6, 38.7})
	for at, want := range map[geo.LonLat][2]float64{
		{-122.4194, 37.7749}: {107.42689983179525, 214.14309852394865}, // San Francisco
		{-74.0059, 40.7128}:  {794.5968111295658, 176.53226149775173},  // New York
		{-95.9928, 36.1540}:  {488.7679181304388, 298.0354756385776},   // Tulsa
		{-78.2244, 42.7023}:  {729.7267438637388, 152.04976128230567},  // Warsaw, seat of Wyoming County
	} {
		x, y := p.Project(at)
		if x, y = 480+1070*(x-x0), 250+1070*(y-y0); math.Abs(x-want[0]) > 1e-6 || math.Abs(y-want[1]) > 1e-6 {
			t.Errorf("%v is at %v, %v; want %v", at, x, y, want)
		}
	}
}

// Equal areas stay equal: a degree square in the north and one in the south, by their share of the sphere.
func TestEqualArea(t *testing.T) {
	p := geo.NewConicEqualArea(29.5, 45.5, geo.LonLat{-96, 38})
	for lat := 25.0; lat < 49; lat += 4 {
		const d = 0.01
		x0, y0 := p.Project(geo.LonLat{-90, lat})
		x1, y1 := p.Project(geo.LonLat{-90 + d, lat})
		x2, y2 := p.Project(geo.LonLat{-90, lat + d})
		area := math.Abs((x1-x0)*(y2-y0) - (x2-x0)*(y1-y0))
		want := d * math.Pi / 180 * (math.Sin((lat+d)*math.Pi/180) - math.Sin(lat*math.Pi/180))
		if math.Abs(area/want-1) > 1e-3 {
			t.Errorf("at %v° the area is %v, want %v", lat, area, want)
		}
	}
}
