package graphs

// Forest returns the edges of a maximum spanning forest, strongest first
// (Kruskal 1956). What it joins at a threshold is what the whole network joins
// there, so its last edge in a component is the weakest link that holds the
// component together. Of equal edges the first counts. O(n + m log m).
func (n *Network) Forest() []int32 {
	u := NewUnionFind(n.Len())
	var forest []int32
	for _, e := range n.ByWeight() {
		if u.Union(n.edges[e].From, n.edges[e].To) {
			forest = append(forest, e)
		}
	}
	return forest
}
