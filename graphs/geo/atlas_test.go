package geo_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/tflink/tflink/graphs/geo"
	"github.com/tflink/tflink/linkage/normalize"
)

func ExampleFind() {
	wyoming, _ := geo.Find("36121")
	fmt.Println(wyoming.Name, wyoming.State, wyoming.Abbreviation)
	for _, code := range wyoming.Neighbors() {
		neighbor, _ := geo.Find(code)
		fmt.Print(neighbor.Name, " ")
	}
	// Output:
	// Wyoming New York NY
	// Allegany Cattaraugus Erie Genesee Livingston
}

// everyCounty returns all counties of the map.
func everyCounty(t testing.TB) []geo.County {
	t.Helper()
	var all []geo.County
	for code := range 100000 {
		if c, ok := geo.Find(fmt.Sprintf("%05d", code)); ok {
			all = append(all, c)
		}
	}
	return all
}

// The counties are those that package normalize knows, with two islands less that nobody lives on, and
// neighbours are neighbours by the Census, too.
func TestCountiesAreThoseOfTheCensus(t *testing.T) {
	all := everyCounty(t)
	if len(all) != 3231 {
		t.Errorf("%d counties, want 3,231", len(all))
	}
	// Three pairs meet in what is about a point; the Census does not list them.
	points := [][2]string{{"02198", "02220"}, {"12063", "13087"}, {"22095", "22103"}}
	for _, c := range all {
		if c.Name == "" || c.State == "" || len(c.Abbreviation) != 2 {
			t.Errorf("%s: %q, %q, %q", c.FIPS, c.Name, c.State, c.Abbreviation)
		}
		if normalize.CountyState(c.FIPS) != c.Abbreviation {
			t.Errorf("%s is in %s, want %s", c.FIPS, c.Abbreviation, normalize.CountyState(c.FIPS))
		}
		census := normalize.CountyNeighbors(c.FIPS)
		for _, n := range c.Neighbors() {
			if other, ok := geo.Find(n); !ok || !slices.Contains(other.Neighbors(), c.FIPS) {
				t.Errorf("%s is a neighbour of %s but not the other way round", n, c.FIPS)
			}
			if !slices.Contains(census, n) && !slices.Contains(points, [2]string{min(c.FIPS, n), max(c.FIPS, n)}) {
				t.Errorf("%s and %s share a line but are no neighbours by the Census", c.FIPS, n)
			}
		}
	}
}

func TestFindUnknown(t *testing.T) {
	for _, code := range []string{"", "99999", "36", "36121x", "\x00", "Wyoming"} {
		if c, ok := geo.Find(code); ok {
			t.Errorf("Find(%q) = %v", code, c)
		}
	}
}

// Rings are closed, outer ones run against the clock, holes with it (RFC 7946).
func TestPolygons(t *testing.T) {
	for _, c := range everyCounty(t) {
		if len(c.Polygons()) == 0 {
			t.Errorf("%s has no shape", c.FIPS)
		}
		for _, p := range c.Polygons() {
			for i, ring := range p {
				if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
					t.Fatalf("%s: a ring of %d places is not closed", c.FIPS, len(ring))
				}
				if area := twiceArea(ring); (area > 0) != (i == 0) {
					t.Errorf("%s: ring %d has the area %v", c.FIPS, i, area/2)
				}
			}
		}
	}
}

func twiceArea(ring []geo.LonLat) float64 {
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		sum += ring[i-1][0]*ring[i][1] - ring[i][0]*ring[i-1][1]
	}
	return sum
}
