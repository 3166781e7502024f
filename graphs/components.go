package graphs

import (
	"cmp"
	"slices"
)

// Components returns the connected components as ascending lists of nodes, the
// component with the most nodes first, of equal ones that with the smallest
// node. O(n + m), by union-find.
func (n *Network) Components() [][]int32 {
	u := NewUnionFind(n.Len())
	for _, e := range n.edges {
		u.Union(e.From, e.To)
	}
	return u.Members()
}

// Parts returns what the component of v falls into without v, the part with the
// most cases first, then by nodes, then by smallest node. A component of v alone has no
// parts. O(size of the component).
func (n *Network) Parts(v int32) [][]int32 {
	seen := map[int32]bool{v: true}
	var parts [][]int32
	for _, w := range n.Adjacent(v) {
		if seen[w] {
			continue
		}
		seen[w] = true
		part := []int32{w}
		for i := 0; i < len(part); i++ {
			for _, x := range n.Adjacent(part[i]) {
				if !seen[x] {
					seen[x] = true
					part = append(part, x)
				}
			}
		}
		slices.Sort(part)
		parts = append(parts, part)
	}
	slices.SortFunc(parts, func(a, b []int32) int {
		return cmp.Or(-cmp.Compare(n.casesOf(a), n.casesOf(b)), -cmp.Compare(len(a), len(b)), cmp.Compare(a[0], b[0]))
	})
	return parts
}

func (n *Network) casesOf(nodes []int32) int {
	sum := 0
	for _, v := range nodes {
		sum += n.nodes[v].CaseCount()
	}
	return sum
}
