package dot

import "github.com/tflink/tflink/graphs"

// lighten returns a network without its weakest edges, so that there are at most
// maxEdges or as many as hold together what hangs together (a maximum spanning forest),
// and how many it left out.
func lighten(n *graphs.Network, maxEdges int) (*graphs.Network, int) {
	if n.EdgeCount() <= maxEdges {
		return n, 0
	}
	b := graphs.NewBuilder()
	for v := range int32(n.Len()) {
		b.AddNode(n.At(v))
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
