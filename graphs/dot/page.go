package dot

import (
	"context"
	"math"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// A renderer draws the sheets of one network.
type renderer struct {
	o      Options
	engine *engine
	styles map[string]style // by county
}

func newRenderer(n *graphs.Network, o Options, e *engine) *renderer {
	r := &renderer{o: o, engine: e, styles: make(map[string]style)}
	// In the order of the counties' cases, so that the most frequent ones differ most.
	for i, g := range n.Groups(nil) {
		r.styles[g.Group] = countyStyle(i)
	}
	return r
}

// A composer puts the picture of a sheet together.
type composer struct {
	*renderer
	sheet    sheet
	n        *graphs.Network                // what is drawn
	counties []graphs.GroupCount            // of the sheet
	mixes    map[string][]graphs.GroupCount // counties of the counted nodes of several, by node ID
	bridges  map[string]bool                // IDs of what alone holds parts together
	report   Report
}

// edgesPerShape is how many edges a page holds for each of its shapes, so that one can still be followed by eye.
const edgesPerShape = 2

// newComposer brings a sheet down to what a page holds.
func (r *renderer) newComposer(s sheet, shapes, edges int) *composer {
	small, collapsed := s.summarise(shapes)
	light, left := lighten(small, edges)
	c := &composer{renderer: r, sheet: s, n: light, report: Report{
		Shapes: small.Len(), Cases: s.n.Cases(), Collapsed: collapsed, Edges: light.EdgeCount(), EdgesLeftOut: left,
	}}
	c.bridges = s.bridges()
	c.countMixes()
	return c
}

// compose returns the picture of a sheet and what it collapsed.
func (r *renderer) compose(ctx context.Context, s sheet) (*draw.Picture, Report, error) {
	a, err := r.clearest(ctx, s)
	if err != nil {
		return nil, Report{}, err
	}
	c, p := a.composer, a.picture
	c.report.Layout, c.report.Behind = a.layout, a.anyBehind()
	c.report.Stopped = r.engine.ranAway()
	p.Groups = append(p.Groups, c.drawEdges(a.drawing, a.traces)...)
	for i := range a.figures {
		p.Groups = append(p.Groups, a.figures[i].draw(a.places[i], c.spoken(int32(i), &a.figures[i])))
	}
	p.Desc = c.describe()
	return p, c.report, nil
}

// An attempt is a sheet set with some number of shapes.
type attempt struct {
	composer *composer
	drawing
	figures []figure
	picture *draw.Picture
	traces  []trace // of the links

	shapes    int     // asked for
	crossings float64 // per edge
}

// anyBehind reports whether a line passes behind a shape.
func (a *attempt) anyBehind() bool {
	for i := range a.traces {
		if a.behindBoxes(&a.traces[i], a.links[i], grazing) {
			return true
		}
	}
	return false
}

const (
	// clearEnough is how often an edge may cross others, on average, so that it can be followed without effort: an overview
	// that has more is drawn with fewer shapes.
	clearEnough = 0.75
	// mostCrossings is how often they may cross on any page: one that has more is drawn without its weakest edges.
	mostCrossings = 1.3
)

// clearest sets the figures of a sheet on a page. If they are too large for it, it takes fewer; on an
// overview also if the edges cross too often. On any page it leaves out the weakest edges, which its subtitle says, as long as they
// cross far too often.
func (r *renderer) clearest(ctx context.Context, s sheet) (attempt, error) {
	best, err := r.fewerShapes(ctx, s)
	for err == nil && best.layout != inRowsLayout && best.crossings > mostCrossings {
		var a attempt
		a, err = r.attempt(ctx, r.newComposer(s, best.shapes, fewerEdges(best.composer.n.EdgeCount(), best.crossings)))
		a.shapes = best.shapes
		if err != nil || a.layout == inRowsLayout || a.composer.n.EdgeCount() == best.composer.n.EdgeCount() {
			break // all that is left holds the network together
		}
		best = a
	}
	return best, err
}

// fewerEdges returns with how many edges a page that crosses too often is tried next. On generated clusters crossings per edge
// grow with the edges to the power of 2.5.
func fewerEdges(edges int, crossings float64) int {
	return int(float64(edges) * min(0.85, math.Pow(mostCrossings/crossings, 1/2.5)))
}

// fewerShapes returns the clearest page of those with as many shapes as fit and fewer, as long as fewer
// are clearer.
func (r *renderer) fewerShapes(ctx context.Context, s sheet) (attempt, error) {
	var best attempt
	before := math.MaxInt
	for shapes := r.o.maxShapes(); ; shapes = shapes * 4 / 5 {
		c := r.newComposer(s, shapes, edgesPerShape*r.o.maxShapes())
		if c.n.Len() == before {
			if s.shrinks(shapes) {
				continue
			}
			return best, nil
		}
		before = c.n.Len()
		a, err := r.attempt(ctx, c)
		if err != nil {
			return a, err
		}
		a.shapes = shapes
		if best.composer == nil || a.crossings < best.crossings {
			best = a
		}
		fits := a.layout != inRowsLayout
		if fits && best.layout != inRowsLayout && best.shapes != shapes {
			return best, nil // the ties are the same, between fewer shapes
		}
		if fits && (a.crossings <= clearEnough || len(s.part.parts) == 0) || !s.shrinks(shapes) {
			return best, nil
		}
	}
}

// attempt places what a composer has and leads the edges.
func (r *renderer) attempt(ctx context.Context, c *composer) (a attempt, err error) {
	a.composer = c
	if a.drawing, a.figures, a.picture, err = c.place(ctx); err != nil {
		return a, err
	}
	curves, err := a.drawing.curves(ctx, r.engine, a.picture)
	if err != nil {
		return a, err
	}
	a.traces = a.drawing.traces(curves)
	a.crossings = math.MaxFloat64 // in rows: better than nothing
	if a.layout != inRowsLayout {
		a.crossings = crossingsPerEdge(a.traces)
	}
	return a, nil
}

// countMixes counts the counties of the sheet and of what is collapsed on it.
func (c *composer) countMixes() {
	c.counties = c.sheet.n.Groups(nil)
	c.mixes = make(map[string][]graphs.GroupCount)
	for _, g := range c.report.Collapsed {
		var members []int32
		for _, id := range g.Members {
			if v, ok := c.sheet.n.Find(id); ok {
				members = append(members, v)
			}
		}
		c.mixes[g.ID] = c.sheet.n.Groups(members)
	}
}

// figures returns the figures of all nodes at a typeface, their boxes and the links between them.
func (c *composer) figures(t typeface) ([]figure, []draw.Size) {
	figures, boxes := make([]figure, c.n.Len()), make([]draw.Size, c.n.Len())
	for v := range figures {
		node := c.n.At(int32(v))
		county, _, inked := c.n.GroupOf(int32(v))
		figures[v] = newFigure(node, look{c.styles[county], inked, c.bridges[node.ID]}, c.scaled(t, node))
		if node.IsCase() && !inked {
			figures[v].mix = c.mix(node)
		}
		boxes[v] = figures[v].box
	}
	return figures, boxes
}

// scaled returns the typeface of a node: a county's grows with its cases.
func (c *composer) scaled(t typeface, n graphs.Node) typeface {
	if n.Kind != graphs.KindCounty || len(c.counties) == 0 {
		return t
	}
	const least, more = 0.9, 0.6 // the area of a box, and so of its ink, tells the share of cases
	k := least + more*math.Sqrt(float64(n.Cases)/float64(max(c.counties[0].Cases, n.Cases, 1)))
	return typeface{name: max(minType, k*t.name), small: max(minType, k*t.small), limit: k * t.limit, tight: t.tight}
}

// mix returns the counties of a counted node with their styles.
func (c *composer) mix(n graphs.Node) []mixShare {
	var shares []mixShare
	for _, g := range c.mixes[n.ID] {
		shares = append(shares, mixShare{c.styles[g.Group], g.Cases})
	}
	return shares
}

func (c *composer) links() []link {
	links := make([]link, c.n.EdgeCount())
	for e := range links {
		edge := c.n.EdgeAt(int32(e))
		links[e] = link{int(edge.From), int(edge.To)}
	}
	return links
}

// A trial is a way to set a page: how large the type is, and which way the page lies.
type trial struct {
	name   float64
	w, h   float64 // of the whole picture at most
	spread float64 // how much more room than the boxes take
	tight  bool
}

// trials returns what to try, the best to read first. Few nodes get a small
// picture in large type; the last ones fill a page with the smallest type.
func (o Options) trials(wide bool) []trial {
	long, short := o.Paper.Inside()
	wide = o.Orientation.wide(wide)
	w, h := long, short
	if !wide {
		w, h = h, w
	}
	var list []trial
	for _, spread := range []float64{3.5, 5, 7} {
		list = append(list, trial{largeType, w, h, spread, false})
	}
	for name := largeType; name > smallType; name -= 0.4 {
		list = append(list, trial{name, w, h, math.Inf(1), false})
	}
	for _, tight := range []bool{false, true} {
		list = append(list, trial{smallType, w, h, math.Inf(1), tight})
		if o.Orientation == "" {
			list = append(list, trial{smallType, h, w, math.Inf(1), tight})
		}
	}
	return list
}

// place finds the places of all figures on a page with its frame of title and legend.
func (c *composer) place(ctx context.Context) (drawing, []figure, *draw.Picture, error) {
	links := c.links()
	_, boxes := c.figures(newTypeface((largeType+smallType)/2, false))
	choices, err := c.engine.layOutAll(ctx, boxes, links)
	if err != nil {
		return drawing{}, nil, nil, err
	}
	for _, t := range c.o.trials(isWide(choices)) {
		figures, boxes := c.figures(newTypeface(t.name, t.tight))
		p, body := c.frame(t.size(boxes))
		share := comfortable
		if t.name == smallType {
			share = densest
		}
		if d, ok := fitBest(body, boxes, links, choices, share); ok {
			return d, figures, p, nil
		}
	}
	return c.placeInRows(links)
}

// inRowsLayout is the name of what is left when no layout fits.
const inRowsLayout = "rows"

// placeInRows sets the figures in rows on a page as high as it must be: for
// networks that no layout could set on a page.
func (c *composer) placeInRows(links []link) (drawing, []figure, *draw.Picture, error) {
	figures, boxes := c.figures(newTypeface(smallType, true))
	w, h := c.o.Paper.Inside()
	_, body := c.frame(draw.Size{W: w, H: h})
	_, high := inRows(body, boxes, boxGap)
	p, body := c.frame(draw.Size{W: w, H: h + max(0, high-body.H)})
	places, _ := inRows(body, boxes, boxGap)
	return drawing{boxes: boxes, places: places, links: links, inside: body, layout: inRowsLayout}, figures, p, nil
}

// isWide reports whether most layouts are wider than high.
func isWide(choices []layoutChoice) bool {
	wide := 0
	for _, c := range choices {
		var lo, hi draw.Point
		for i, p := range c.raw {
			if i == 0 {
				lo, hi = p, p
			}
			lo.X, lo.Y = min(lo.X, p.X), min(lo.Y, p.Y)
			hi.X, hi.Y = max(hi.X, p.X), max(hi.Y, p.Y)
		}
		if hi.X-lo.X >= hi.Y-lo.Y {
			wide++
		}
	}
	return 2*wide >= len(choices)
}

// size returns the size of the body that a trial gives the boxes; the frame
// bounds it by the page.
func (t trial) size(boxes []draw.Size) draw.Size {
	if math.IsInf(t.spread, 1) {
		return draw.Size{W: t.w, H: t.h}
	}
	sum, widest, highest := taken(boxes), 0.0, 0.0
	for _, b := range boxes {
		widest, highest = max(widest, b.W), max(highest, b.H)
	}
	w := math.Sqrt(sum * t.spread * t.w / t.h)
	h := sum * t.spread / max(w, 1)
	return draw.Size{W: min(max(w, 2*widest, t.w/2), t.w), H: min(max(h, 2*highest)+frameRoom, t.h)}
}
