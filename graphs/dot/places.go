package dot

import (
	"context"
	"math"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// A Place is where a node stands in a drawing of a whole network, for programs that draw
// it themselves.
type Place struct {
	X, Y  float64 // points; y grows downwards
	Color uint32  // 0xRRGGBB: that of the county on the maps, gray for what cases share
}

// placedGroups bounds the groups that Graphviz places; it takes them less than 0.1 s.
const placedGroups = 60

// EntityColor is the colour of nodes without a county.
const EntityColor uint32 = 0x9A9A9A

// Places returns where each node of n stands, in n's order, and its colour. A small
// network is laid out node by node; of a large one the communities are (Leiden), and the nodes
// of each fill a disc. No two nodes share a place. The same network gives the same places. It
// fails only if the context ends. About O(m log n).
func Places(ctx context.Context, n *graphs.Network) ([]Place, error) {
	places := make([]Place, n.Len())
	groups := placeGroups(n)
	boxes := make([]draw.Size, len(groups))
	of := make([]int, n.Len())
	for g, members := range groups {
		d := 2 * discRadius(len(members))
		boxes[g] = draw.Size{W: d, H: d}
		for _, v := range members {
			of[v] = g
		}
	}
	middles, err := placeDiscs(ctx, boxes, groupLinks(n, of))
	if err != nil {
		return nil, err
	}
	colors := make(map[string]uint32)
	for i, g := range n.Groups(nil) {
		colors[g.Group] = uint32(countyStyle(i).color)
	}
	for g, members := range groups {
		for k, v := range members {
			x, y := spiral(k)
			places[v] = Place{middles[g].X + x, middles[g].Y + y, EntityColor}
			if county, _, ok := n.GroupOf(v); ok {
				places[v].Color = colors[county]
			}
		}
	}
	return places, nil
}

// placeGroups returns the nodes of each group that is placed as one.
func placeGroups(n *graphs.Network) [][]int32 {
	labels := numbered(n.Len())
	if n.Len() > placedGroups {
		labels = n.Leiden(1, seed)
	}
	var groups [][]int32
	number := make(map[int32]int)
	for v, l := range labels {
		g, ok := number[l]
		if !ok {
			g = len(groups)
			number[l] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], int32(v))
	}
	return groups
}

// groupLinks returns which groups have edges between them.
func groupLinks(n *graphs.Network, of []int) []link {
	seen := make(map[link]bool)
	var links []link
	for e := range int32(n.EdgeCount()) {
		edge := n.EdgeAt(e)
		l := link{min(of[edge.From], of[edge.To]), max(of[edge.From], of[edge.To])}
		if l.from != l.to && !seen[l] {
			seen[l] = true
			links = append(links, l)
		}
	}
	return links
}

// placeDiscs returns the middles of discs in boxes, apart from each other. The first
// placedGroups are laid out by their links, the others stand in rows below.
func placeDiscs(ctx context.Context, boxes []draw.Size, links []link) ([]draw.Point, error) {
	most := min(len(boxes), placedGroups)
	var inner []link
	for _, l := range links {
		if l.to < most {
			inner = append(inner, l)
		}
	}
	raw, err := newEngine().layOut(ctx, layouts[0], boxes[:most], inner)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	side := math.Sqrt(taken(boxes[:most]))
	middles := make([]draw.Point, len(boxes))
	for room := 2.0; ; room *= 1.5 {
		page := draw.Area{W: room * side, H: room * side}
		if err != nil || room > 20 {
			below, _ := inRows(page, boxes, boxGap)
			return below, nil
		}
		fitted := fitInto(page, boxes[:most], raw)
		if separate(page, boxes[:most], fitted, boxGap) {
			copy(middles, fitted)
			below, _ := inRows(draw.Area{Y: page.H + boxGap, W: page.W}, boxes[most:], boxGap)
			copy(middles[most:], below)
			return middles, nil
		}
	}
}

// placeStep is how far nodes of a disc are apart, in points.
const placeStep = 24

// spiral returns the place of member k of a disc, so that all are about placeStep apart (Vogel 1979).
func spiral(k int) (x, y float64) {
	golden := math.Pi * (3 - math.Sqrt(5))
	r, a := 0.6*placeStep*math.Sqrt(float64(k)), golden*float64(k)
	return r * math.Cos(a), r * math.Sin(a)
}

func discRadius(members int) float64 {
	return 0.6*placeStep*math.Sqrt(float64(members)) + placeStep/2
}
