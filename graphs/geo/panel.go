package geo

import (
	"cmp"
	"math"
	"slices"

	"github.com/tflink/tflink/graphs/draw"
)

// A panel is a part of the earth in a part of the page. Counties that lie far
// apart, or in Alaska and Hawaii, have panels of their own, each with its own scale.
type panel struct {
	main    []*County // what it must show
	members int       // how many of them are of the map's own
	area    draw.Area
	project func(LonLat) draw.Point
	// kilometersPerPoint is its scale in the middle.
	kilometersPerPoint float64
	visible            []*County
	lines              map[int32][]draw.Point // projected arcs
	grounds            map[*County]*ground
}

const (
	earthRadius = 6371.0 // km
	// farApart is the gap in km beyond which the counties of a cluster go into different
	// panels: about the height of Pennsylvania. Whole states may lie farther apart: it is Texas and New York that
	// want panels of their own.
	farApart       = 260.0
	statesFarApart = 1000.0
	// mostPanels is what a page can hold so that each can be read.
	mostPanels = 4
	// panelMargin is the room around what a panel must show, as a share of it.
	panelMargin = 0.04
)

// panels sorts counties into panels, the one with most counties of the map's own first.
func panels(own map[*County]bool, main []*County, gap float64) []*panel {
	for ; ; gap *= 2 {
		groups := near(main, gap)
		if len(groups) > mostPanels {
			continue
		}
		var all []*panel
		for _, g := range groups {
			p := &panel{main: g}
			for _, c := range g {
				if own[c] {
					p.members++
				}
			}
			all = append(all, p)
		}
		slices.SortStableFunc(all, func(a, b *panel) int { return cmp.Compare(b.members, a.members) })
		return all
	}
}

// near groups counties so that those of different groups are of different states and more than a gap in
// km apart. O(n²), on at most all counties once.
func near(counties []*County, gap float64) [][]*County {
	var groups [][]*County
	left := slices.Clone(counties)
	for len(left) > 0 {
		group := []*County{left[0]}
		left = left[1:]
		for next := 0; next < len(group); next++ {
			rest := left[:0:0]
			for _, c := range left {
				if group[next].State == c.State || apart(group[next].box, c.box) <= gap {
					group = append(group, c)
				} else {
					rest = append(rest, c)
				}
			}
			left = rest
		}
		slices.SortFunc(group, func(a, b *County) int { return cmp.Compare(a.at, b.at) })
		groups = append(groups, group)
	}
	return groups
}

// apart returns about how far apart two boxes are, in km.
func apart(a, b box) float64 {
	lat := (a.middle()[1] + b.middle()[1]) / 2
	dx := max(0, a.lo[0]-b.hi[0], b.lo[0]-a.hi[0]) * math.Cos(radians(lat))
	dy := max(0, a.lo[1]-b.hi[1], b.lo[1]-a.hi[1])
	return radians(math.Hypot(dx, dy)) * earthRadius
}

// bounds returns the projection that suits what the panel must show and the area that this takes
// in it, in radii of the earth.
func (p *panel) bounds(t *atlas) (ConicEqualArea, draw.Area) {
	b := p.main[0].box
	for _, c := range p.main {
		b.join(c.box)
	}
	projection := b.projection()
	lo, hi := draw.Pt(math.Inf(1), math.Inf(1)), draw.Pt(math.Inf(-1), math.Inf(-1))
	for _, c := range p.main {
		for a := range c.arcs() {
			for _, at := range t.arcs[a] {
				x, y := projection.Project(at)
				lo.X, lo.Y = min(lo.X, x), min(lo.Y, y)
				hi.X, hi.Y = max(hi.X, x), max(hi.Y, y)
			}
		}
	}
	return projection, draw.Area{X: lo.X, Y: lo.Y, W: hi.X - lo.X, H: hi.Y - lo.Y}
}

// fit gives the panel its area on the page, its projection and what is seen in it.
func (p *panel) fit(t *atlas, area draw.Area) {
	p.area = area
	projection, b := p.bounds(t)
	room := 1 - 2*panelMargin
	scale := min(area.W*room/b.W, area.H*room/b.H) // points a radius
	mid := draw.Pt(area.X+area.W/2, area.Y+area.H/2)
	p.project = func(at LonLat) draw.Point {
		x, y := projection.Project(at)
		return draw.Pt(mid.X+(x-b.X-b.W/2)*scale, mid.Y+(y-b.Y-b.H/2)*scale)
	}
	p.kilometersPerPoint = earthRadius / scale
	p.visible = nil
	p.lines = make(map[int32][]draw.Point)
	p.grounds = make(map[*County]*ground)
	for i := range t.counties {
		c := &t.counties[i]
		if p.sees(t, c, projection.center) {
			p.visible = append(p.visible, c)
		}
	}
}

// sees projects the county's arcs and reports whether some of it may lie in the panel.
func (p *panel) sees(t *atlas, c *County, center LonLat) bool {
	const horizon = 50 // degrees; what lies beyond would be bent into the picture
	mid := c.box.middle()
	if math.Abs(math.Remainder(mid[0]-center[0], 360)) > horizon || math.Abs(mid[1]-center[1]) > horizon {
		return false
	}
	lo, hi := draw.Pt(math.Inf(1), math.Inf(1)), draw.Pt(math.Inf(-1), math.Inf(-1))
	for a := range c.arcs() {
		if p.lines[a] == nil {
			p.lines[a] = p.line(t.arcs[a])
		}
		for _, q := range p.lines[a] {
			lo.X, lo.Y = min(lo.X, q.X), min(lo.Y, q.Y)
			hi.X, hi.Y = max(hi.X, q.X), max(hi.Y, q.Y)
		}
	}
	a := p.area
	return lo.X < a.X+a.W && hi.X > a.X && lo.Y < a.Y+a.H && hi.Y > a.Y
}

// fineness is in points what a line may be off: nobody sees it, and a picture is smaller by two thirds.
const fineness = 0.15

// line projects an arc and leaves out what nobody sees. Its ends stay, and both
// neighbours get the same line, so that nothing gaps.
func (p *panel) line(arc []LonLat) []draw.Point {
	points := make([]draw.Point, len(arc))
	for i, at := range arc {
		points[i] = p.project(at)
	}
	return thin(points, fineness)
}

// A ground is what a panel shows of a county.
type ground struct {
	rings  [][]draw.Point // its outline, clipped to the panel; none if it is outside
	places []draw.Point   // in it, the one farthest from its outline first; made by [ground.spread]
}

// ground returns what is seen of a county.
func (p *panel) ground(c *County) *ground {
	g := p.grounds[c]
	if g == nil {
		g = &ground{rings: p.rings(c)}
		p.grounds[c] = g
	}
	return g
}

// spread returns points in the ground, the heart of it first, then by their distance from it.
func (g *ground) spread() []draw.Point {
	if g.places == nil {
		g.places = grid(g.rings)
	}
	return g.places
}

// rings returns the county's outline, clipped to the panel.
func (p *panel) rings(c *County) [][]draw.Point {
	var rings [][]draw.Point
	for _, polygon := range c.shape {
		for _, arcs := range polygon {
			var ring []draw.Point
			for _, a := range arcs {
				line := p.lines[max(a, ^a)]
				if a < 0 {
					line = slices.Clone(line)
					slices.Reverse(line)
				}
				ring = append(ring, line[:len(line)-1]...)
			}
			if ring = clipRing(ring, p.area); len(ring) > 2 {
				rings = append(rings, ring)
			}
		}
	}
	return rings
}

// layOut divides an area among panels, the first one being the largest: one
// beside or above the others, whichever shows the first one larger.
func layOut(t *atlas, all []*panel, body draw.Area) {
	const gap = 6.0
	if len(all) == 0 {
		return
	}
	if len(all) == 1 {
		all[0].fit(t, body)
		return
	}
	_, first := all[0].bounds(t)
	share := 0.62 // of the first of several
	if len(all) == 2 && all[0].members <= 2*all[1].members {
		share = 0.5
	}
	beside, below := body, body
	beside.W = body.W*share - gap/2
	below.H = body.H*share - gap/2
	rest, step := body, draw.Point{}
	n := float64(len(all) - 1)
	scale := func(a draw.Area) float64 { return min(a.W/first.W, a.H/first.H) }
	chosen := beside
	if scale(beside) >= scale(below) {
		rest.X += beside.W + gap
		rest.W -= beside.W + gap
		rest.H = (body.H - gap*(n-1)) / n
		step.Y = rest.H + gap
	} else {
		chosen = below
		rest.Y += below.H + gap
		rest.H -= below.H + gap
		rest.W = (body.W - gap*(n-1)) / n
		step.X = rest.W + gap
	}
	all[0].fit(t, chosen)
	for _, p := range all[1:] {
		p.fit(t, rest)
		rest.X += step.X
		rest.Y += step.Y
	}
}
