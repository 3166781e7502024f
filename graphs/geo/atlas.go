package geo

import (
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"io"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/tflink/tflink/graphs/draw"
)

//go:generate go run atlas_gen.go counties-10m.json

//go:embed atlas.bin.gz
var atlasFile []byte

// A LonLat is a place on the earth in degrees, longitude first as in GeoJSON.
type LonLat [2]float64

// A County is a county, or what stands for one: a parish, a borough, an
// independent city.
type County struct {
	FIPS  string // five digits
	Name  string // without "County"; of a city that belongs to no county, with "city"
	State string // its name in full
	// Abbreviation is the state's by the postal service.
	Abbreviation string

	at    int32 // in the atlas
	shape []polygon
	box   box
}

// A polygon is rings of arcs, the outer one first. An arc a < 0 is arc ^a backwards.
type polygon [][]int32

// box bounds places, in degrees.
type box struct{ lo, hi LonLat }

// atlas is all counties and the lines between them.
type atlas struct {
	arcs     [][]LonLat
	users    [][2]int32 // counties on either side of an arc; -1 is none
	counties []County   // by FIPS
}

// theAtlas reads the atlas once: about 15 ms and 4 MB.
var theAtlas = sync.OnceValue(func() *atlas {
	z, err := gzip.NewReader(bytes.NewReader(atlasFile))
	var data []byte
	if err == nil {
		data, err = io.ReadAll(z)
	}
	if err != nil {
		panic("geo: embedded atlas: " + err.Error()) // cannot happen: the bytes are compiled in
	}
	return readAtlas(&reader{data})
})

// reader reads the numbers and texts of the atlas, which is known to be whole.
type reader struct{ data []byte }

func (r *reader) count() int {
	v, n := binary.Uvarint(r.data)
	r.data = r.data[n:]
	return int(v)
}

func (r *reader) number() int64 {
	v, n := binary.Varint(r.data)
	r.data = r.data[n:]
	return v
}

func (r *reader) float() float64 {
	v := math.Float64frombits(binary.LittleEndian.Uint64(r.data))
	r.data = r.data[8:]
	return v
}

func (r *reader) text() string {
	n := r.count()
	s := string(r.data[:n])
	r.data = r.data[n:]
	return s
}

// readAtlas reads the scale and the shift of the grid; the arcs, in steps on the grid;
// the states by FIPS code and name; and the counties by FIPS code, name and
// polygons. Lists begin with their length.
func readAtlas(r *reader) *atlas {
	scale, shift := LonLat{r.float(), r.float()}, LonLat{r.float(), r.float()}
	t := &atlas{arcs: make([][]LonLat, r.count())}
	for i := range t.arcs {
		arc := make([]LonLat, r.count())
		var x, y int64
		for k := range arc {
			x += r.number()
			y += r.number()
			arc[k] = LonLat{float64(x)*scale[0] + shift[0], float64(y)*scale[1] + shift[1]}
		}
		t.arcs[i] = arc
	}
	states := make(map[string]string)
	for range r.count() {
		code := r.text()
		states[code] = r.text()
	}
	t.counties = make([]County, r.count())
	for i := range t.counties {
		c := &t.counties[i]
		c.FIPS, c.Name, c.at = r.text(), r.text(), int32(i)
		c.State, c.Abbreviation = states[c.FIPS[:2]], postal[c.FIPS[:2]]
		// From 510 on stand the cities that belong to no county. Virginia has a Fairfax of both kinds.
		if c.FIPS[2:] >= "510" && !strings.HasSuffix(c.Name, " City") {
			c.Name += " city"
		}
		c.shape = make([]polygon, r.count())
		for k := range c.shape {
			c.shape[k] = make(polygon, r.count())
			for j := range c.shape[k] {
				ring := make([]int32, r.count())
				for a := range ring {
					ring[a] = int32(r.number())
				}
				c.shape[k][j] = ring
			}
		}
	}
	t.finish()
	return t
}

// finish computes what follows from the arcs and the shapes.
func (t *atlas) finish() {
	t.users = make([][2]int32, len(t.arcs))
	for i := range t.users {
		t.users[i] = [2]int32{-1, -1}
	}
	for i := range t.counties {
		c := &t.counties[i]
		c.box = box{LonLat{math.Inf(1), math.Inf(1)}, LonLat{math.Inf(-1), math.Inf(-1)}}
		for a := range c.arcs() {
			if u := &t.users[a]; u[0] < 0 {
				u[0] = c.at
			} else if u[0] != c.at {
				u[1] = c.at
			}
			for _, p := range t.arcs[a] {
				c.box.add(LonLat{west(p[0]), p[1]})
			}
		}
	}
}

// west returns a longitude as it is read from America: Alaska's last islands lie
// beyond 180° west.
func west(lon float64) float64 {
	if lon > 0 && lon > eastOfAlaska {
		return lon - 360
	}
	return lon
}

// eastOfAlaska is a longitude between the Aleutian Islands and all that lies
// west of them: Guam and the Northern Marianas are at 145°.
const eastOfAlaska = 160

func (b *box) add(p LonLat) {
	b.lo[0], b.lo[1] = min(b.lo[0], p[0]), min(b.lo[1], p[1])
	b.hi[0], b.hi[1] = max(b.hi[0], p[0]), max(b.hi[1], p[1])
}

func (b *box) join(o box) {
	b.add(o.lo)
	b.add(o.hi)
}

func (b box) middle() LonLat { return LonLat{(b.lo[0] + b.hi[0]) / 2, (b.lo[1] + b.hi[1]) / 2} }

// arcs yields the arcs of the county's rings, each as often as it is in one.
func (c *County) arcs() func(func(int32) bool) {
	return func(yield func(int32) bool) {
		for _, p := range c.shape {
			for _, ring := range p {
				for _, a := range ring {
					if !yield(max(a, ^a)) {
						return
					}
				}
			}
		}
	}
}

// ring returns the places of a ring; the last is the first again.
func (t *atlas) ring(arcs []int32) []LonLat {
	var places []LonLat
	for _, a := range arcs {
		arc := t.arcs[max(a, ^a)]
		if a < 0 {
			arc = slices.Clone(arc)
			slices.Reverse(arc)
		}
		if len(places) > 0 {
			arc = arc[1:]
		}
		places = append(places, arc...)
	}
	return places
}

// find returns the county with a FIPS code; nil if there is none. O(log n).
func (t *atlas) find(fips string) *County {
	i, ok := slices.BinarySearchFunc(t.counties, fips, func(c County, fips string) int { return strings.Compare(c.FIPS, fips) })
	if !ok {
		return nil
	}
	return &t.counties[i]
}

// Find returns the county with a FIPS code, such as 36121; false if the map has
// none of that code. O(log n).
func Find(fips string) (County, bool) {
	c := theAtlas().find(fips)
	if c == nil {
		return County{}, false
	}
	return *c, true
}

// neighbors returns the counties that share a line with the county, by FIPS code.
func (t *atlas) neighbors(c *County) []*County {
	var all []*County
	for a := range c.arcs() {
		for _, u := range t.users[a] {
			if u >= 0 && u != c.at {
				all = append(all, &t.counties[u])
			}
		}
	}
	slices.SortFunc(all, func(a, b *County) int { return cmp.Compare(a.at, b.at) })
	return slices.Compact(all)
}

// Neighbors returns the FIPS codes of the counties that share a line with the
// county, sorted: neither those that touch it in a corner nor those across a
// lake.
func (c County) Neighbors() []string {
	var codes []string
	for _, o := range theAtlas().neighbors(&c) {
		codes = append(codes, o.FIPS)
	}
	return codes
}

// Polygons returns the county's shape as GeoJSON has it: polygons of rings,
// outer rings against the clock and holes with it (RFC 7946, 3.1.6).
func (c County) Polygons() [][][]LonLat {
	t := theAtlas()
	out := make([][][]LonLat, len(c.shape))
	for i, p := range c.shape {
		for k, arcs := range p {
			ring := t.ring(arcs)
			if outer := k == 0; (twiceArea(ring) > 0) != outer {
				slices.Reverse(ring)
			}
			out[i] = append(out[i], ring)
		}
	}
	return out
}

// twiceArea is positive for a ring against the clock.
func twiceArea(ring []LonLat) float64 {
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		sum += ring[i-1][0]*ring[i][1] - ring[i][0]*ring[i-1][1]
	}
	return sum
}

// Middle returns the place in the county that is farthest from its borders, about.
func (c County) Middle() LonLat {
	var rings [][]draw.Point
	for _, p := range c.shape {
		for _, arcs := range p {
			var ring []draw.Point
			for _, at := range theAtlas().ring(arcs) {
				ring = append(ring, draw.Pt(west(at[0]), at[1]))
			}
			rings = append(rings, ring)
		}
	}
	p := heart(rings)
	return LonLat{math.Remainder(p.X, 360), p.Y}
}
