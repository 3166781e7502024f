package geo

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs/draw"
)

const (
	// mostNumbers bounds the counties that are named by a number beside the map; what is
	// more stands in the table.
	mostNumbers = 40
	// mostCounties is up to how many counties of its own a map numbers those whose names
	// have no room.
	mostCounties = 80
	// coarsest is the scale, in km a point, up to which a map names counties: the whole
	// country is read by its shades.
	coarsest = 4.0
)

// nameTone is that of names that the map is not about.
const nameTone draw.RGB = 0x4A4A4A

// setLabels names the panels, the counties of the map's own, the neighbours of a
// cluster and, where there is room, what lies around.
func (c *composer) setLabels() {
	c.labels.curves = c.flowCurves()
	for _, k := range c.panels {
		c.setPanelTexts(k)
	}
	for _, o := range c.byCases() {
		switch k := c.spots[o].panel; {
		case c.marked():
			c.nameMember(o, k)
		case k.kilometersPerPoint <= coarsest:
			c.nameInside(o, k)
		default:
			c.labels.unnamed = append(c.labels.unnamed, o.FIPS)
		}
	}
	for _, k := range c.panels {
		c.nameNeighbors(k)
		c.nameStates(k)
		c.nameOthers(k)
	}
	c.report.Numbered, c.report.Unnamed = c.labels.numbered, c.labels.unnamed
}

// byCases returns the counties of the map's own on the map, the most cases first.
func (c *composer) byCases() []*County {
	var list []*County
	for o := range c.spots {
		list = append(list, o)
	}
	slices.SortFunc(list, func(a, b *County) int {
		return cmp.Or(-cmp.Compare(c.cases(a), c.cases(b)), cmp.Compare(a.at, b.at))
	})
	return list
}

// nameOn returns the county's name, with its state where the panel may name another
// county of the name.
func (c *composer) nameOn(o *County, k *panel) string {
	others := k.main
	if c.marked() {
		others = k.visible
	}
	if slices.ContainsFunc(others, func(v *County) bool { return v != o && v.Name == o.Name && len(k.ground(v).rings) > 0 }) {
		return o.label()
	}
	return o.Name
}

// nameMember names a county of the cluster beside its marker, with its cases.
func (c *composer) nameMember(o *County, k *panel) {
	at := c.spots[o].at
	for _, size := range []float64{memberSize, 6.6} {
		b := label{lines: []draw.Text{draw.Clean(c.nameOn(o, k)), draw.Text(plural(c.cases(o), "case"))}, face: draw.Bold, size: size, tone: draw.Ink, plate: true}
		if c.labels.putBeside(b, at, k.area) {
			return
		}
	}
	if !c.labels.putBeside(c.labels.number(o.FIPS, draw.Ink, true), at, k.area) {
		c.labels.unnumber()
		c.labels.unnamed = append(c.labels.unnamed, o.FIPS)
	}
}

// nameInside names a county with cases inside its shape: its name and its cases, or a
// number.
func (c *composer) nameInside(o *County, k *panel) {
	count := number(c.cases(o))
	for _, size := range []float64{neighborSize, 5.8, leastSize} {
		for _, lines := range linesOf(c.nameOn(o, k)) {
			if c.labels.putInside(label{lines: append(lines, count), face: draw.Bold, size: size, tone: draw.Ink}, k.ground(o), k.area, 0.08) {
				return
			}
		}
	}
	c.nameByNumber(o, k, draw.Ink)
}

func (c *composer) nameByNumber(o *County, k *panel, tone draw.RGB) {
	if len(c.own) <= mostCounties && len(c.labels.numbered) < mostNumbers {
		g := k.ground(o)
		b := c.labels.number(o.FIPS, tone, false)
		if c.labels.putInside(b, g, k.area, 0.25) || c.labels.putBeside(b, g.spread()[0], k.area) {
			return
		}
		c.labels.unnumber()
	}
	c.labels.unnamed = append(c.labels.unnamed, o.FIPS)
}

// nameNeighbors names the neighbours of the cluster's counties.
func (c *composer) nameNeighbors(k *panel) {
	if len(c.member) == 0 {
		return
	}
	for _, o := range k.main {
		if !c.own[o] && len(k.ground(o).rings) > 0 && !c.nameQuietly(o, k, 0) && !c.nameQuietly(o, k, 0.3) {
			c.nameByNumber(o, k, nameTone)
		}
	}
}

// nameOthers names what else is seen, where there is room: around a cluster all counties,
// and on a map of all cases the counties without any in the states that it is about.
func (c *composer) nameOthers(k *panel) {
	others := k.main
	if len(c.member) > 0 {
		others = k.visible
	}
	neighbors := make(map[*County]bool)
	if len(c.member) > 0 {
		for _, o := range k.main {
			neighbors[o] = true
		}
	}
	for _, o := range others {
		if k.kilometersPerPoint <= coarsest && !c.own[o] && !neighbors[o] && len(k.ground(o).rings) > 0 {
			c.nameQuietly(o, k, 0)
		}
	}
}

func (c *composer) nameQuietly(o *County, k *panel, slack float64) bool {
	for _, size := range []float64{neighborSize, 5.8, leastSize} {
		for _, lines := range linesOf(c.nameOn(o, k)) {
			if c.labels.putInside(label{lines: lines, face: draw.Regular, size: size, tone: nameTone}, k.ground(o), k.area, slack) {
				return true
			}
		}
	}
	return false
}

// nameStates names each state that is seen, outside of the counties of the map's own and away
// from flows, where there is room.
func (c *composer) nameStates(k *panel) {
	byState := make(map[string][]*County)
	var names []string
	for _, o := range k.visible {
		if !c.marked() || !c.own[o] {
			if byState[o.State] == nil {
				names = append(names, o.State)
			}
			byState[o.State] = append(byState[o.State], o)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		g := &ground{}
		for _, o := range byState[name] {
			g.rings = append(g.rings, k.ground(o).rings...)
		}
		if len(g.rings) > 0 {
			c.nameState(name, g, k)
		}
	}
}

func (c *composer) nameState(name string, g *ground, k *panel) {
	b := label{lines: []draw.Text{draw.Clean(strings.ToUpper(name))}, face: draw.Bold, size: stateSize, tone: stateLine}
	const room = 4 // around it, so that it is not read as a part of another name
	s := b.extent()
	for _, mid := range g.spread() {
		a := draw.Area{X: mid.X - s.W/2 - room, Y: mid.Y - s.H/2 - room, W: s.W + 2*room, H: s.H + 2*room}
		if contains(k.area, a) && c.labels.free(a) && c.labels.crossings(a) == 0 && sticksOut(a, g.rings) == 0 {
			c.labels.put(b, mid, k.area, "state")
			return
		}
	}
}

// linesOf returns the ways to set a name: in one line or, if it has several words, in two.
func linesOf(name string) [][]draw.Text {
	ways := [][]draw.Text{{draw.Clean(name)}}
	at, best := -1, len(name)
	for i, r := range name {
		if r == ' ' || r == '-' {
			if longer := max(i, len(name)-i); longer < best {
				at, best = i, longer
			}
		}
	}
	if at >= 0 {
		ways = append(ways, []draw.Text{draw.Clean(name[:at+1]), draw.Clean(name[at+1:])})
	}
	return ways
}

// flowCurves returns points along the flows, close enough together for a label not to slip between.
func (c *composer) flowCurves() [][]draw.Point {
	const steps = 96
	var curves [][]draw.Point
	for _, f := range c.drawnFlows() {
		path := bow(c.spots[c.t.find(f.From)].at, c.spots[c.t.find(f.To)].at)
		p0, h := path[0].Points[0], path[1].Points
		curve := make([]draw.Point, steps+1)
		for i := range curve {
			t := float64(i) / steps
			u := 1 - t
			a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
			curve[i] = draw.Pt(a*p0.X+b*h[0].X+d*h[1].X+e*h[2].X, a*p0.Y+b*h[0].Y+d*h[1].Y+e*h[2].Y)
		}
		curves = append(curves, curve)
	}
	return curves
}
