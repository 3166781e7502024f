package geo

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs/draw"
)

// beside is what the legend says of counties whose names had no room on the map.
type beside struct {
	numbered []string // FIPS codes
	unnamed  int
}

// frame returns a picture with title, legend and caveat, and the area that they
// leave for the map.
func (c *composer) frame(s draw.Size, beside beside) (*draw.Picture, draw.Area) {
	title := draw.Clean(c.m.Title)
	if title == "" {
		title = "Counties"
	}
	return draw.Frame{
		Title: title, Subtitle: draw.Clean(c.m.Subtitle), Caveat: draw.Clean(c.m.Caveat),
		Legend: c.legend(draw.Inner(s).W, beside),
	}.On(s)
}

// legend explains what is drawn, and only that.
func (c *composer) legend(width float64, beside beside) *draw.Legend {
	l := draw.NewLegend(width)
	if len(c.shades) > 0 {
		what := "Shades: all cases by county"
		if c.m.Measure == ByLinks {
			what = "Shades: links with other counties"
		}
		l.Entry(draw.Text(what), nil)
		for _, s := range c.shades {
			l.Entry(s.label(), func(a draw.Area) []draw.Item {
				return []draw.Item{draw.Shape{Path: draw.Rectangle(a), Fill: s.color.Paint(), Stroke: stateLine.Paint(), Width: 0.4}}
			})
		}
	}
	c.signs(l)
	if len(beside.numbered) > 0 {
		l.Row()
		for i, fips := range beside.numbered {
			o := c.t.find(fips)
			text := strconv.Itoa(i+1) + " " + o.label()
			if n := c.cases(o); n > 0 {
				text += " (" + plural(n, "case") + ")"
			}
			l.Entry(draw.Clean(text), nil)
		}
	}
	c.missing(l, beside.unnamed)
	return l
}

// signs explains the signs that the map has.
func (c *composer) signs(l *draw.Legend) {
	if len(c.member) > 0 {
		l.Entry("county of the cluster, with its cases there", func(a draw.Area) []draw.Item {
			return []draw.Item{draw.Shape{Path: draw.Rectangle(a), Stroke: draw.Ink.Paint(), Width: memberWidth}}
		})
	}
	hatched := func(n Count) bool { return n.Doubtful > 0 }
	if slices.ContainsFunc(c.m.Cluster, hatched) || len(c.m.Cluster) == 0 && slices.ContainsFunc(c.m.Counties, hatched) {
		l.Entry("hatched: some of its cases may belong to another county", func(a draw.Area) []draw.Item {
			box := draw.Rectangle(a)
			ring := []draw.Point{{X: a.X, Y: a.Y}, {X: a.X + a.W, Y: a.Y}, {X: a.X + a.W, Y: a.Y + a.H}, {X: a.X, Y: a.Y + a.H}}
			return []draw.Item{
				draw.Shape{Path: box, Stroke: stateLine.Paint(), Width: 0.4},
				draw.Shape{Path: hatch([][]draw.Point{ring}, hatchPitch), Stroke: hatchColor.Paint(), Width: 0.45},
			}
		})
	}
	lo, hi := math.MaxInt, 0
	for _, f := range c.m.Flows {
		if f.Links > 0 {
			lo, hi = min(lo, f.Links), max(hi, f.Links)
		}
	}
	for _, n := range slices.Compact([]int{lo, hi}) {
		if hi == 0 {
			break
		}
		l.Entry(draw.Text(plural(n, "link")+" between two counties"), func(a draw.Area) []draw.Item {
			y := a.Y + a.H/2
			return []draw.Item{draw.Shape{Path: draw.Path{draw.MoveTo(draw.Pt(a.X+1, y)), draw.LineTo(draw.Pt(a.X+a.W-2, y))}, Stroke: flowColor.Paint(), Width: c.flowWidth(n)}}
		})
	}
	if len(c.panels) > 1 {
		l.Entry("each part has its own scale; what lies between the parts is not drawn", nil)
	}
}

// missing says what is not on the map.
func (c *composer) missing(l *draw.Legend, unnamed int) {
	var parts []string
	if n := c.m.NoCounty; n > 0 {
		parts = append(parts, plural(n, "case")+" without a county")
	}
	for _, r := range c.report.Rows {
		n := r.Cases
		if len(c.m.Cluster) > 0 {
			n = r.Cluster
		}
		if !r.OnMap && n > 0 {
			parts = append(parts, plural(n, "case")+" in "+r.County)
		}
	}
	const most = 6
	if more := len(parts) - most; more > 1 {
		parts = append(parts[:most], "cases in "+strconv.Itoa(more)+" unknown counties more")
	}
	if len(parts) > 0 {
		l.Row()
		l.Entry(draw.Clean("Not on the map: "+strings.Join(parts, ", ")), nil)
	}
	if unnamed == 1 {
		l.Entry("the table names 1 county that had no room for its name", nil)
	} else if unnamed > 1 {
		l.Entry(draw.Text("the table names "+strconv.Itoa(unnamed)+" counties that had no room for their names"), nil)
	}
}

// setPanelTexts sets the scale bar of a panel and, where there are several, its states.
func (c *composer) setPanelTexts(k *panel) {
	c.setScale(k)
	if len(c.panels) == 1 {
		return
	}
	var states []string
	for _, o := range k.main {
		if c.own[o] && !slices.Contains(states, o.State) {
			states = append(states, o.State)
		}
	}
	slices.Sort(states)
	b := label{lines: []draw.Text{draw.Bold.Fit(draw.Clean(strings.Join(states, ", ")), panelSize, k.area.W-12)}, face: draw.Bold, size: panelSize, tone: draw.Ink, plate: true}
	s := b.extent()
	c.labels.put(b, draw.Pt(k.area.X+3+s.W/2, k.area.Y+3+s.H/2), k.area, "panel")
}

const kilometersPerMile = 1.609344

// setScale draws a bar as long as a round number of miles, about a sixth of the panel.
func (c *composer) setScale(k *panel) {
	miles := float64(roundDown(max(1, int(k.kilometersPerPoint*k.area.W/6/kilometersPerMile))))
	length := miles * kilometersPerMile / k.kilometersPerPoint
	const size, tick = leastSize, 2.0
	text := draw.Text(strconv.Itoa(int(miles)) + " mi")
	w := max(length, draw.Regular.Width(text, size)) + 6
	a := draw.Area{X: k.area.X + 3, Y: k.area.Y + k.area.H - 14, W: w, H: 11}
	c.labels.block(a)
	y := a.Y + a.H - 3
	x := a.X + 3
	c.labels.groups = append(c.labels.groups, draw.Group{Class: "scale", Items: []draw.Item{
		draw.Shape{Path: draw.Rounded(a, 1.5), Fill: draw.White.Paint()},
		draw.Shape{Path: draw.Path{
			draw.MoveTo(draw.Pt(x, y-tick)), draw.LineTo(draw.Pt(x, y)), draw.LineTo(draw.Pt(x+length, y)), draw.LineTo(draw.Pt(x+length, y-tick)),
		}, Stroke: draw.Ink.Paint(), Width: 0.7},
		line(text, x, y-tick-0.8, size, draw.Regular, draw.Ink),
	}})
}
