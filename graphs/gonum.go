package graphs

import (
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
)

var (
	_ graph.Undirected         = (*Network)(nil)
	_ graph.WeightedUndirected = (*Network)(nil)
)

// A Vertex is a node's number as a gonum node.
type Vertex int32

// ID returns the number.
func (v Vertex) ID() int64 { return int64(v) }

// A WeightedEdge is an edge of a network as gonum sees it: two numbers and a weight.
type WeightedEdge struct {
	F, T Vertex
	W    float64
}

// From returns the end that the edge was asked for from.
func (e WeightedEdge) From() graph.Node { return e.F }

// To returns the other end.
func (e WeightedEdge) To() graph.Node { return e.T }

// ReversedEdge returns the edge seen from its other end.
func (e WeightedEdge) ReversedEdge() graph.Edge { return WeightedEdge{F: e.T, T: e.F, W: e.W} }

// Weight returns the edge's weight in bits.
func (e WeightedEdge) Weight() float64 { return e.W }

func (n *Network) has(id int64) bool { return id >= 0 && id < int64(len(n.nodes)) }

// Node returns the node with a number as a [Vertex], or nil.
func (n *Network) Node(id int64) graph.Node {
	if !n.has(id) {
		return nil
	}
	return Vertex(id)
}

// Nodes returns all nodes, ascending.
func (n *Network) Nodes() graph.Nodes {
	if len(n.nodes) == 0 {
		return graph.Empty
	}
	return iterator.NewImplicitNodes(0, len(n.nodes), func(id int) graph.Node { return Vertex(id) })
}

// From returns the neighbours of a node, ascending.
func (n *Network) From(id int64) graph.Nodes {
	if !n.has(id) || n.Degree(int32(id)) == 0 {
		return graph.Empty
	}
	adjacent := n.Adjacent(int32(id))
	nodes := make([]graph.Node, len(adjacent))
	for i, v := range adjacent {
		nodes[i] = Vertex(v)
	}
	return iterator.NewOrderedNodes(nodes)
}

// Edges returns all edges in their order.
func (n *Network) Edges() graph.Edges {
	if len(n.edges) == 0 {
		return graph.Empty
	}
	edges := make([]graph.Edge, len(n.edges))
	for i, e := range n.edges {
		edges[i] = WeightedEdge{F: Vertex(e.From), T: Vertex(e.To), W: e.Weight}
	}
	return iterator.NewOrderedEdges(edges)
}

// WeightedEdges returns all edges in their order.
func (n *Network) WeightedEdges() graph.WeightedEdges {
	if len(n.edges) == 0 {
		return graph.Empty
	}
	edges := make([]graph.WeightedEdge, len(n.edges))
	for i, e := range n.edges {
		edges[i] = WeightedEdge{F: Vertex(e.From), T: Vertex(e.To), W: e.Weight}
	}
	return iterator.NewOrderedWeightedEdges(edges)
}

// HasEdgeBetween reports whether two nodes are neighbours.
func (n *Network) HasEdgeBetween(x, y int64) bool { return n.WeightedEdge(x, y) != nil }

// Edge returns the edge between two nodes as seen from u, or nil.
func (n *Network) Edge(u, v int64) graph.Edge {
	if e := n.WeightedEdge(u, v); e != nil {
		return e
	}
	return nil
}

// EdgeBetween returns what [Network.Edge] returns.
func (n *Network) EdgeBetween(x, y int64) graph.Edge { return n.Edge(x, y) }

// WeightedEdge returns the edge between two nodes as seen from u, or nil.
func (n *Network) WeightedEdge(u, v int64) graph.WeightedEdge {
	if !n.has(u) || !n.has(v) {
		return nil
	}
	e, ok := n.FindEdge(int32(u), int32(v))
	if !ok {
		return nil
	}
	return WeightedEdge{F: Vertex(u), T: Vertex(v), W: n.edges[e].Weight}
}

// WeightedEdgeBetween returns what [Network.WeightedEdge] returns.
func (n *Network) WeightedEdgeBetween(x, y int64) graph.WeightedEdge { return n.WeightedEdge(x, y) }

// Weight returns the weight between two nodes in bits. Without an edge there is
// no evidence: it is 0, and ok is false unless a node of the network was asked for itself.
func (n *Network) Weight(x, y int64) (w float64, ok bool) {
	if e := n.WeightedEdge(x, y); e != nil {
		return e.Weight(), true
	}
	return 0, x == y && n.has(x)
}
