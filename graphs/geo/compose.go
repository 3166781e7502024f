package geo

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// Colours of the map. Land is white, so that the shades and the type on it
// stand out in print, too.
const (
	beyond      draw.RGB = 0xEDF0F2 // water, and what is not the United States
	countyLine  draw.RGB = 0xB4B4B4
	stateLine   draw.RGB = 0x6E6E6E
	shadeColor  draw.RGB = 0x0072B2 // the blue of graphs.Palette
	hatchColor  draw.RGB = 0x3C3C3C
	flowColor   draw.RGB = 0x333333
	hatchPitch           = 3.6 // points: coarse enough for a copier
	markerSize           = 3.4
	memberWidth          = 1.8
)

// composer puts a map together.
type composer struct {
	m      Map
	t      *atlas
	shades []shade
	counts map[string]Count // of Counties
	member map[*County]int  // place in Cluster
	own    map[*County]bool // of the cluster, or with cases if there is none
	panels []*panel
	spots  map[*County]spot
	labels *labeler
	report Report
}

// A spot is where a county's marker stands.
type spot struct {
	at    draw.Point
	panel *panel
}

func newComposer(m Map) *composer {
	c := &composer{m: m, t: theAtlas(), counts: make(map[string]Count), member: make(map[*County]int), own: make(map[*County]bool), spots: make(map[*County]spot)}
	c.report.Rows = m.table()
	for _, n := range m.Counties {
		c.counts[n.FIPS] = n
		if at := c.t.find(n.FIPS); at != nil && n.Cases > 0 && len(m.Cluster) == 0 {
			c.own[at] = true
		}
	}
	for i, n := range m.Cluster {
		if at := c.t.find(n.FIPS); at != nil {
			c.member[at] = i
			c.own[at] = true
		}
	}
	c.shades = shades(m)
	gap := statesFarApart
	if len(c.member) > 0 {
		gap = farApart
	}
	c.panels = panels(c.own, c.mustShow(), gap)
	return c
}

// mustShow returns a cluster's counties and their neighbours; without a cluster, the
// whole of the states that have cases.
func (c *composer) mustShow() []*County {
	show := make(map[*County]bool)
	states := make(map[string]bool)
	for o := range c.own {
		show[o] = true
		states[o.FIPS[:2]] = true
		if len(c.member) > 0 {
			for _, n := range c.t.neighbors(o) {
				show[n] = true
			}
		}
	}
	var list []*County
	for i := range c.t.counties {
		if o := &c.t.counties[i]; show[o] || len(c.member) == 0 && states[o.FIPS[:2]] {
			list = append(list, o)
		}
	}
	return list
}

// compose draws everything on a letter page that lies so that the map is larger.
func (c *composer) compose() *draw.Picture {
	size := draw.Size{W: draw.LongSide, H: draw.ShortSide}
	if len(c.panels) == 1 {
		if _, b := c.panels[0].bounds(c.t); b.H > b.W {
			size = draw.Size{W: draw.ShortSide, H: draw.LongSide}
		}
	}
	// What the legend says, and so its height, depends on which names have room on the
	// map. The map gets smaller until the legend that it needs has room below it.
	var p *draw.Picture
	_, body := c.frame(size, beside{})
	for left := body; p == nil || left.H < body.H; {
		body = left
		c.lay(body)
		p, left = c.frame(size, beside{c.labels.numbered, len(c.labels.unnamed)})
	}
	for _, k := range c.panels {
		p.Groups = append(p.Groups, c.land(k)...)
	}
	p.Groups = append(p.Groups, c.flows()...)
	for _, k := range c.panels {
		p.Groups = append(p.Groups, c.markers(k)...)
	}
	p.Groups = append(p.Groups, c.labels.groups...)
	if len(c.panels) == 0 {
		p.Groups = append(p.Groups, nothing(body))
	}
	p.Desc = c.describe()
	return p
}

// lay finds the places of the panels, the markers and the names in an area.
func (c *composer) lay(body draw.Area) {
	layOut(c.t, c.panels, body)
	c.labels = &labeler{}
	c.spots = make(map[*County]spot)
	for _, k := range c.panels {
		c.setMarkers(k)
	}
	c.setLabels()
}

// nothing says that there is nothing to draw.
func nothing(a draw.Area) draw.Group {
	const text, size = "No county of these cases is on the map.", 9.0
	x := a.X + (a.W-draw.Regular.Width(text, size))/2
	return draw.Group{Class: "note", Items: []draw.Item{line(text, x, a.Y+a.H/2, size, draw.Regular, draw.Ink)}}
}

func line(t draw.Text, x, y, size float64, f *draw.Face, tone draw.RGB) draw.Block {
	return draw.Block{Lines: []draw.TextLine{{Text: t, X: x, Y: y, Size: size, Face: f, Color: tone}}}
}

// land returns a panel with its counties and their borders.
func (c *composer) land(k *panel) []draw.Group {
	edge := draw.Rectangle(k.area)
	groups := []draw.Group{{Class: "sea", Items: []draw.Item{draw.Shape{Path: edge, Fill: beyond.Paint()}}}}
	for _, o := range k.visible {
		rings := k.ground(o).rings
		if len(rings) == 0 {
			continue
		}
		g := draw.Group{Class: "land", Items: []draw.Item{draw.Shape{Path: outline(rings), Fill: c.fill(o).Paint()}}}
		if c.doubtful(o) > 0 {
			g.Items = append(g.Items, draw.Shape{Path: hatch(rings, hatchPitch), Stroke: hatchColor.Paint(), Width: 0.45})
		}
		if _, known := c.counts[o.FIPS]; known || c.own[o] {
			g.Class, g.Title = "county", c.tooltip(o)
			g.Data = []draw.Attribute{{Name: "data-fips", Value: draw.Text(o.FIPS)}, {Name: "data-cases", Value: number(c.cases(o))}}
		}
		groups = append(groups, g)
	}
	groups = append(groups, c.borders(k))
	return append(groups, draw.Group{Class: "panel", Items: []draw.Item{draw.Shape{Path: edge, Stroke: stateLine.Paint(), Width: 0.6}}})
}

func number(n int) draw.Text { return draw.Text(strconv.Itoa(n)) }

func outline(rings [][]draw.Point) draw.Path {
	var path draw.Path
	for _, r := range rings {
		path = append(path, draw.Polygon(r...)...)
	}
	return path
}

// borders returns the lines of counties, states and, above them, of the cluster.
func (c *composer) borders(k *panel) draw.Group {
	var county, state, member draw.Path
	arcs := make([]int32, 0, len(k.lines))
	for a := range k.lines {
		arcs = append(arcs, a)
	}
	slices.Sort(arcs)
	for _, a := range arcs {
		var path draw.Path
		for _, part := range clipLine(k.lines[a], k.area) {
			path = append(path, draw.MoveTo(part[0]))
			for _, p := range part[1:] {
				path = append(path, draw.LineTo(p))
			}
		}
		users := c.t.users[a]
		switch {
		case c.isMember(users[0]) || c.isMember(users[1]):
			member = append(member, path...)
		case users[1] < 0 || c.t.counties[users[0]].State != c.t.counties[users[1]].State:
			state = append(state, path...)
		default:
			county = append(county, path...)
		}
	}
	return draw.Group{Class: "borders", Items: []draw.Item{
		draw.Shape{Path: county, Stroke: countyLine.Paint(), Width: 0.4},
		draw.Shape{Path: state, Stroke: stateLine.Paint(), Width: 0.9},
		draw.Shape{Path: member, Stroke: draw.Ink.Paint(), Width: memberWidth},
	}}
}

func (c *composer) isMember(at int32) bool {
	if at < 0 {
		return false
	}
	_, ok := c.member[&c.t.counties[at]]
	return ok
}

// fill returns the shade of a county.
func (c *composer) fill(o *County) draw.RGB {
	n := c.m.Measure.of(c.counts[o.FIPS])
	for _, s := range c.shades {
		if n >= s.from && n <= s.to {
			return s.color
		}
	}
	return draw.White
}

// cases returns how many cases the map says that a county has: the cluster's, if there is one.
func (c *composer) cases(o *County) int {
	if len(c.member) == 0 {
		return c.counts[o.FIPS].Cases
	}
	if i, ok := c.member[o]; ok {
		return c.m.Cluster[i].Cases
	}
	return 0
}

func (c *composer) doubtful(o *County) int {
	if i, ok := c.member[o]; ok {
		return c.m.Cluster[i].Doubtful
	}
	if len(c.member) == 0 {
		return c.counts[o.FIPS].Doubtful
	}
	return 0
}

// tooltip says what is known of a county.
func (c *composer) tooltip(o *County) draw.Text {
	var facts []string
	if len(c.member) > 0 && c.own[o] {
		facts = append(facts, plural(c.cases(o), "case")+" of the cluster")
	}
	if n, known := c.counts[o.FIPS]; known {
		facts = append(facts, plural(n.Cases, "case")+" in all")
		if n.Links > 0 {
			facts = append(facts, plural(n.Links, "link")+" with other counties")
		}
	}
	if n := c.doubtful(o); n > 0 {
		facts = append(facts, "the county of "+plural(n, "case")+" is in doubt")
	}
	return draw.Clean(o.Name + ", " + o.State + ": " + strings.Join(facts, ", "))
}

// setMarkers finds the places of the markers of the panel's counties of its own.
func (c *composer) setMarkers(k *panel) {
	for _, o := range k.main {
		if !c.own[o] {
			continue
		}
		if g := k.ground(o); len(g.rings) > 0 {
			c.spots[o] = spot{g.spread()[0], k}
			if c.marked() {
				at := c.spots[o].at
				c.labels.block(draw.Area{X: at.X - markerSize, Y: at.Y - markerSize, W: 2 * markerSize, H: 2 * markerSize})
			}
		}
	}
}

// marked reports whether counties have markers: those of a cluster do, and those that flows join.
func (c *composer) marked() bool { return len(c.member) > 0 }

// markers returns the markers of a cluster's counties, in the colours and shapes that they have on
// its other pictures.
func (c *composer) markers(k *panel) []draw.Group {
	if !c.marked() {
		return nil
	}
	var groups []draw.Group
	for _, o := range k.main {
		s, ok := c.spots[o]
		if !ok {
			continue
		}
		color, marker := style(c.member[o])
		groups = append(groups, draw.Group{Class: "marker", Title: c.tooltip(o), Mute: true, Items: []draw.Item{
			draw.Shape{Path: draw.Circle(s.at, markerSize+1.2), Fill: draw.White.Paint()},
			draw.Shape{Path: marker.Path(s.at, markerSize), Fill: color.Paint(), Stroke: draw.Ink.Paint(), Width: 0.5},
		}})
	}
	return groups
}

func style(i int) (draw.RGB, draw.Marker) {
	return draw.RGB(graphs.Palette[i%len(graphs.Palette)]), draw.Marker(i % int(draw.Markers))
}

// flows returns the flows between counties, the weak ones first.
func (c *composer) flows() []draw.Group {
	var groups []draw.Group
	for _, f := range c.drawnFlows() {
		a, b := c.spots[c.t.find(f.From)].at, c.spots[c.t.find(f.To)].at
		path := bow(a, b)
		width := c.flowWidth(f.Links)
		groups = append(groups, draw.Group{
			Class: "flow",
			Title: draw.Clean(c.t.find(f.From).label() + " – " + c.t.find(f.To).label() + ": " + plural(f.Links, "link")),
			Items: []draw.Item{
				draw.Shape{Path: path, Stroke: draw.White.Paint(), Width: width + 1.6},
				draw.Shape{Path: path, Stroke: flowColor.Paint(), Width: width},
			},
		})
	}
	return groups
}

// drawnFlows returns the flows whose counties are both on the map, the weak ones first. Between
// hundreds of counties all flows would be a snowstorm: the strongest are drawn.
func (c *composer) drawnFlows() []Flow {
	const most = 60
	var list []Flow
	for _, f := range c.m.Flows {
		a, b := c.t.find(f.From), c.t.find(f.To)
		if a == nil || b == nil || a == b || f.Links <= 0 {
			continue
		}
		_, okA := c.spots[a]
		_, okB := c.spots[b]
		if okA && okB {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b Flow) int {
		return cmp.Or(cmp.Compare(a.Links, b.Links), strings.Compare(b.From, a.From), strings.Compare(b.To, a.To))
	})
	return list[max(0, len(list)-most):]
}

func (c *composer) flowWidth(links int) float64 {
	const least, more = 0.9, 3.2
	most := 1
	for _, f := range c.m.Flows {
		most = max(most, f.Links)
	}
	if most == 1 {
		return least
	}
	return least + more*math.Sqrt(float64(links-1)/float64(most-1))
}

// bow returns a line that is bent a little, so that flows along one line stay apart. It
// bends to the same side whichever way it is given.
func bow(a, b draw.Point) draw.Path {
	const bend = 0.14
	if b.X < a.X || b.X == a.X && b.Y < a.Y {
		a, b = b, a
	}
	dx, dy := b.X-a.X, b.Y-a.Y
	h := draw.Pt(dy*bend, -dx*bend)
	return draw.Path{draw.MoveTo(a), draw.CurveTo(
		draw.Pt(a.X+dx/3+h.X, a.Y+dy/3+h.Y), draw.Pt(a.X+2*dx/3+h.X, a.Y+2*dy/3+h.Y), b)}
}

// describe tells the map to who cannot see it.
func (c *composer) describe() draw.Text {
	var parts []string
	for _, r := range c.report.Rows {
		n := r.Cases
		if len(c.m.Cluster) > 0 {
			n = r.Cluster
		}
		if n > 0 {
			part := r.County + " " + plural(n, "case")
			if r.Doubtful > 0 {
				part += fmt.Sprintf(" (%d in doubt)", r.Doubtful)
			}
			parts = append(parts, part)
		}
	}
	const most = 5 // the table has all
	if more := len(parts) - most; more > 1 {
		parts = append(parts[:most], strconv.Itoa(more)+" counties more")
	}
	return draw.Clean("County map: " + strings.Join(parts, ", "))
}

func plural(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}
