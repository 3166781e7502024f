package dot

import (
	"cmp"
	"math"
	"slices"

	"github.com/tflink/tflink/graphs/draw"
)

// ringsLayout is the name of the layout that needs no Graphviz.
const ringsLayout = "rings"

// rings returns places on rings around the box with the most links: those that it joins, those
// that they join, and so on, each behind the one that it was reached by. Parts that do not hang together stand side by
// side. O(n log n + links).
func rings(boxes int, links []link) []draw.Point {
	next := make([][]int, boxes)
	for _, l := range links {
		next[l.from] = append(next[l.from], l.to)
		next[l.to] = append(next[l.to], l.from)
	}
	order := make([]int, boxes)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return -cmp.Compare(len(next[a]), len(next[b])) })
	places := make([]draw.Point, boxes)
	seen := make([]bool, boxes)
	left := 0.0
	for _, root := range order {
		if seen[root] {
			continue
		}
		seen[root] = true
		var layers [][]int
		for layer := []int{root}; len(layer) > 0; {
			layers = append(layers, layer)
			var outer []int
			for _, v := range layer {
				for _, w := range next[v] {
					if !seen[w] {
						seen[w] = true
						outer = append(outer, w)
					}
				}
			}
			layer = outer
		}
		width := float64(2*len(layers) - 1)
		for r, layer := range layers {
			for k, v := range layer {
				a := 2 * math.Pi * (float64(k) + 0.5*float64(r%2)) / float64(len(layer))
				places[v] = draw.Point{X: left + width/2 + float64(r)*math.Cos(a), Y: float64(r) * math.Sin(a)}
			}
		}
		left += width + 1
	}
	return places
}
