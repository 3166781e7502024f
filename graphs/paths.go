package graphs

import (
	"math"
	"slices"
)

// A Path leads from one node to another: Edges[i] joins Nodes[i] and Nodes[i+1].
type Path struct {
	Nodes []int32
	Edges []int32
	// Weakest is the least weight on the way, in bits; +Inf on a path of one
	// node. A chain of evidence is as strong as its weakest link.
	Weakest float64
}

// Shortest returns a path with the fewest hops; of these, one whose weakest edge is
// strongest; of these, the one whose nodes come first. It is false if there is none.
// O(n + m).
func (n *Network) Shortest(from, to int32) (Path, bool) {
	return n.fewestHops(from, to, math.Inf(-1))
}

// Strongest returns a path whose weakest edge is as strong as can be (a widest
// path: Pollack 1960); of these, one with the fewest hops; of these, the one
// whose nodes come first. It is false if there is none. O(n + m log m).
//
// The weakest edge and not a sum or product decides, because the edges of a case–entity
// graph are not independent reasons that add up along a path: each must hold.
func (n *Network) Strongest(from, to int32) (Path, bool) {
	u := NewUnionFind(n.Len())
	floor := math.Inf(1)
	for _, e := range n.ByWeight() {
		if u.Same(from, to) {
			break
		}
		floor = n.edges[e].Weight
		u.Union(n.edges[e].From, n.edges[e].To)
	}
	if !u.Same(from, to) {
		return Path{}, false
	}
	return n.fewestHops(from, to, floor)
}

// fewestHops finds the path of [Network.Shortest] among edges of at least floor bits.
func (n *Network) fewestHops(from, to int32, floor float64) (Path, bool) {
	const unseen = -1
	hops := make([]int32, n.Len()) // to the end of the path
	for v := range hops {
		hops[v] = unseen
	}
	width := make([]float64, n.Len()) // of the best way to the end in so many hops
	hops[to], width[to] = 0, math.Inf(1)
	queue := []int32{to}
	for i := 0; i < len(queue) && (hops[from] == unseen || hops[queue[i]] < hops[from]); i++ {
		v := queue[i]
		for k, w := range n.Adjacent(v) {
			weight := n.edges[n.Incident(v)[k]].Weight
			if weight < floor {
				continue
			}
			if hops[w] == unseen {
				hops[w], width[w] = hops[v]+1, math.Inf(-1)
				queue = append(queue, w)
			}
			if hops[w] == hops[v]+1 {
				width[w] = max(width[w], min(width[v], weight))
			}
		}
	}
	if hops[from] == unseen {
		return Path{}, false
	}
	return n.walk(from, hops, width, floor), true
}

// walk goes down the hops from a node to the end, each time by the first node that keeps the width.
func (n *Network) walk(from int32, hops []int32, width []float64, floor float64) Path {
	p := Path{Nodes: []int32{from}, Weakest: width[from]}
	for v := from; hops[v] > 0; {
		for k, w := range n.Adjacent(v) {
			e := n.Incident(v)[k]
			weight := n.edges[e].Weight
			if weight >= floor && hops[w] == hops[v]-1 && min(width[w], weight) >= p.Weakest {
				p.Nodes, p.Edges = append(p.Nodes, w), append(p.Edges, e)
				v = w
				break
			}
		}
	}
	return p
}

// ByWeight returns the edges, strongest first, of equal ones in their order.
func (n *Network) ByWeight() []int32 {
	order := make([]int32, len(n.edges))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		switch wa, wb := n.edges[a].Weight, n.edges[b].Weight; {
		case wa > wb:
			return -1
		case wa < wb:
			return 1
		}
		return 0
	})
	return order
}
