package dot

import "github.com/tflink/tflink/graphs"

// lighten returns a network without its weakest edges, so that there are at most
// maxEdges or as many as hold together what hangs together (a maximum spanning forest),
// and how many it left out. A value that lost lines says how many: who counts its lines would take them for all of its cases.
func lighten(n *graphs.Network, maxEdges int) (*graphs.Network, int) {
	if n.EdgeCount() <= maxEdges {
		return n, 0
	}
	kept := make(map[int32]bool)
	for _, e := range n.Forest() {
		kept[e] = true
	}
	for _, e := range n.ByWeight() {
		if len(kept) >= maxEdges {
			break
		}
		kept[e] = true
	}
	b := graphs.NewBuilder()
	for v := range int32(n.Len()) {
		b.AddNode(missing(n, v, kept))
	}
	for e := range int32(n.EdgeCount()) {
		if edge := n.EdgeAt(e); kept[e] {
			b.AddEdge(edge.From, edge.To, edge.Weight, edge.EdgeAttributes)
		}
	}
	light, err := b.Build()
	if err != nil {
		panic("dot: lighten: " + err.Error()) // cannot happen: nodes and edges are those of a network
	}
	return light, n.EdgeCount() - light.EdgeCount()
}

// missing returns a node that says, if it is a value, how many of its edges are not kept.
func missing(n *graphs.Network, v int32, kept map[int32]bool) graphs.Node {
	lost := 0
	for _, e := range n.Incident(v) {
		if !kept[e] {
			lost++
		}
	}
	node := n.At(v)
	if lost == 0 || isAnchor(node) {
		return node
	}
	return withAlso(node, "+"+plural(lost, "line")+" not drawn")
}
