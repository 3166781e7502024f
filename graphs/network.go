package graphs

import (
	"cmp"
	"slices"
	"strings"
)

// The kinds of node that the pictures and exports know by themselves. All other
// kinds name a kind of entity: "phone", "plate", "business" …
const (
	KindCase   = "case"
	KindCounty = "county"
)

// A Node is a case, an entity that cases share, or a county. Its texts may hold
// anything that a case file can hold.
type Node struct {
	ID         string // unique in its network and stable: the case's id, the entity's key
	Kind       string // KindCase, KindCounty or a kind of entity, such as "phone"
	Label      string // what people read; "" means the ID
	Group      string // the county of a case: a FIPS code, or a name
	GroupLabel string // what people read for the Group; "" means the Group
	Detail     string // one line more: offense and dates of a case, state of a plate
	Cases      int    // how many cases the node stands for; 0 means 1 for a case
	Hub        bool   // an entity so common that it proves little
}

// Text returns what people read for the node: its label, or else its ID.
func (n Node) Text() string { return cmp.Or(n.Label, n.ID) }

// Name returns what people call the node where no shape says what it is: the text of a case, the kind and the text
// of all else.
func (n Node) Name() string {
	if n.IsCase() {
		return n.Text()
	}
	return n.Kind + " " + n.Text()
}

// GroupText returns what people read for the node's group.
func (n Node) GroupText() string { return cmp.Or(n.GroupLabel, n.Group) }

// IsCase reports whether the node stands for a case or for counted cases.
func (n Node) IsCase() bool { return n.Kind == KindCase }

// CaseCount returns how many cases the node stands for: Cases, and at least 1 for a
// case; 0 for entities. A county's Cases are not cases of the network.
func (n Node) CaseCount() int {
	if !n.IsCase() {
		return 0
	}
	return max(n.Cases, 1)
}

func compareNodes(a, b Node) int {
	return cmp.Or(strings.Compare(a.Kind, b.Kind), strings.Compare(a.ID, b.ID))
}

// An Edge joins two nodes of a network, which are given by their indices.
type Edge struct {
	From, To int32 // From < To
	Weight   float64
	EdgeAttributes
}

// Other returns the end of the edge that is not v.
func (e Edge) Other(v int32) int32 { return e.From ^ e.To ^ v }

// EdgeAttributes say what an edge is about.
type EdgeAttributes struct {
	Label  string // written beside the edge in pictures, if there is room
	Detail string // one line more, for tables and exports
	Unsure bool   // of an edge without bits: the person who looked at it could not say; pictures dot it
}

// A Network is an attributed graph: nodes and edges are numbered from 0 in a
// canonical order (nodes by kind and ID, edges by their ends), so that the same
// content has the same numbers in whatever order it was built. There are no
// loops and no parallel edges. It is made by a [Builder], never changes, and is
// safe for concurrent use. Besides the texts it takes about 150 bytes a node
// and 60 an edge.
//
// Weights are strengths in bits of evidence: more is closer. Gonum's
// shortest-path functions take weights for distances; see [Network.Strongest].
type Network struct {
	nodes []Node
	edges []Edge
	// The neighbours of v are adjacent[start[v]:start[v+1]], ascending, by the
	// edges of the same positions in incident.
	start    []int32
	adjacent []int32
	incident []int32
	byID     []int32 // node numbers, ordered by ID
}

// Len returns the number of nodes.
func (n *Network) Len() int { return len(n.nodes) }

// EdgeCount returns the number of edges.
func (n *Network) EdgeCount() int { return len(n.edges) }

// At returns node v.
func (n *Network) At(v int32) Node { return n.nodes[v] }

// EdgeAt returns edge e.
func (n *Network) EdgeAt(e int32) Edge { return n.edges[e] }

// Adjacent returns the neighbours of v, ascending. The caller must not change it.
func (n *Network) Adjacent(v int32) []int32 { return n.adjacent[n.start[v]:n.start[v+1]] }

// Incident returns the edges of v in the order of [Network.Adjacent]. The caller must
// not change it.
func (n *Network) Incident(v int32) []int32 { return n.incident[n.start[v]:n.start[v+1]] }

// Degree returns the number of v's neighbours.
func (n *Network) Degree(v int32) int { return int(n.start[v+1] - n.start[v]) }

// Find returns the node with an ID. O(log n).
func (n *Network) Find(id string) (v int32, ok bool) {
	i, ok := slices.BinarySearchFunc(n.byID, id, func(v int32, id string) int {
		return strings.Compare(n.nodes[v].ID, id)
	})
	if !ok {
		return -1, false
	}
	return n.byID[i], true
}

// Names returns what people call nodes, given by their IDs, in the order given; the ID itself of what is not in the
// network. O(k log n) for k nodes.
func (n *Network) Names(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = id
		if v, ok := n.Find(id); ok {
			names[i] = n.nodes[v].Name()
		}
	}
	return names
}

// FindEdge returns the edge between two nodes. O(log degree).
func (n *Network) FindEdge(u, v int32) (e int32, ok bool) {
	if n.Degree(u) > n.Degree(v) {
		u, v = v, u
	}
	i, ok := slices.BinarySearch(n.Adjacent(u), v)
	if !ok {
		return -1, false
	}
	return n.Incident(u)[i], true
}

// Cases returns the number of cases that the nodes stand for.
func (n *Network) Cases() int {
	sum := 0
	for i := range n.nodes {
		sum += n.nodes[i].CaseCount()
	}
	return sum
}

// Induced returns the network of the given nodes and the edges between them.
// Nodes given twice count once. O(n + edges of the nodes).
func (n *Network) Induced(nodes []int32) *Network {
	keep := slices.Clone(nodes)
	slices.Sort(keep)
	keep = slices.Compact(keep)
	part := &Network{nodes: make([]Node, len(keep))}
	number := make(map[int32]int32, len(keep))
	for i, v := range keep {
		part.nodes[i] = n.nodes[v]
		number[v] = int32(i)
	}
	for i, v := range keep {
		for k, w := range n.Adjacent(v) {
			j, ok := number[w]
			if !ok || w < v {
				continue
			}
			e := n.edges[n.Incident(v)[k]]
			e.From, e.To = int32(i), j
			part.edges = append(part.edges, e)
		}
	}
	part.index()
	return part
}

// index computes what follows from nodes and edges, which must be in canonical order.
func (n *Network) index() {
	n.start = make([]int32, len(n.nodes)+1)
	for _, e := range n.edges {
		n.start[e.From+1]++
		n.start[e.To+1]++
	}
	for v := range n.nodes {
		n.start[v+1] += n.start[v]
	}
	n.adjacent = make([]int32, 2*len(n.edges))
	n.incident = make([]int32, 2*len(n.edges))
	next := slices.Clone(n.start)
	put := func(v, w, e int32) {
		n.adjacent[next[v]], n.incident[next[v]] = w, e
		next[v]++
	}
	// Edges are ordered by From, then To. All smaller neighbours of a node come
	// first and ascending, then all greater ones.
	for i, e := range n.edges {
		put(e.To, e.From, int32(i))
	}
	for i, e := range n.edges {
		put(e.From, e.To, int32(i))
	}
	n.byID = make([]int32, len(n.nodes))
	for v := range n.byID {
		n.byID[v] = int32(v)
	}
	slices.SortFunc(n.byID, func(a, b int32) int { return strings.Compare(n.nodes[a].ID, n.nodes[b].ID) })
}
