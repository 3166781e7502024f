package graphs

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A Builder collects the nodes and edges of a [Network]. The zero value is not
// usable; a Builder is not for concurrent use.
type Builder struct {
	nodes  []Node
	edges  []Edge
	number map[string]int32
	faults []error
}

// NewBuilder returns a builder without nodes.
func NewBuilder() *Builder { return &Builder{number: make(map[string]int32)} }

// maxFaults bounds how many faults Build reports: the first few tell what is wrong.
const maxFaults = 10

// AddNode adds a node and returns its number for [Builder.AddEdge]; Build
// numbers the nodes anew. An equal node that is there already is not added again; a
// different one with the same ID is a fault that Build reports.
func (b *Builder) AddNode(n Node) int32 {
	if v, ok := b.number[n.ID]; ok {
		if b.nodes[v] != n {
			b.fault("node %d: another node has its ID", len(b.nodes))
		}
		return v
	}
	if n.Cases < 0 {
		b.fault("node %d: stands for %d cases", len(b.nodes), n.Cases)
	}
	v := int32(len(b.nodes))
	b.nodes = append(b.nodes, n)
	b.number[n.ID] = v
	return v
}

// Number returns the number of the node with an ID that was added before.
func (b *Builder) Number(id string) (v int32, ok bool) {
	v, ok = b.number[id]
	return v, ok
}

// AddEdge joins two nodes by a weight in bits. Edges between the same nodes become one
// with the greatest weight and that edge's attributes (of equal weights, the
// attributes that sort first). An edge from a node to itself, to a node that is
// not there or with a weight that is no finite number is a fault that Build reports.
func (b *Builder) AddEdge(from, to int32, weight float64, a EdgeAttributes) {
	known := func(v int32) bool { return v >= 0 && int(v) < len(b.nodes) }
	switch {
	case !known(from) || !known(to):
		b.fault("edge %d–%d: no such node", from, to)
		return
	case from == to:
		b.fault("edge %d–%d: a loop", from, to)
		return
	case math.IsNaN(weight) || math.IsInf(weight, 0):
		b.fault("edge %d–%d: weight %v", from, to, weight)
		return
	}
	b.edges = append(b.edges, Edge{From: from, To: to, Weight: weight, EdgeAttributes: a})
}

func (b *Builder) fault(format string, args ...any) {
	if len(b.faults) < maxFaults {
		b.faults = append(b.faults, fmt.Errorf("graphs: "+format, args...))
	}
}

// Build returns the network of what was added, in canonical order. It fails,
// naming the first faults by number and never by content, if what was added is
// not a network. O(n log n + m log m). The builder stays usable.
func (b *Builder) Build() (*Network, error) {
	if len(b.faults) > 0 {
		return nil, errors.Join(b.faults...)
	}
	order := make([]int32, len(b.nodes))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int { return compareNodes(b.nodes[x], b.nodes[y]) })
	n := &Network{nodes: make([]Node, len(order)), edges: make([]Edge, len(b.edges))}
	number := make([]int32, len(order))
	for i, v := range order {
		n.nodes[i] = b.nodes[v]
		number[v] = int32(i)
	}
	for i, e := range b.edges {
		u, v := number[e.From], number[e.To]
		e.From, e.To = min(u, v), max(u, v)
		n.edges[i] = e
	}
	slices.SortFunc(n.edges, compareEdges)
	n.edges = slices.CompactFunc(n.edges, func(x, y Edge) bool { return x.From == y.From && x.To == y.To })
	n.index()
	return n, nil
}

// compareEdges orders edges by their ends; of parallel edges the one to keep comes first.
func compareEdges(a, b Edge) int {
	return cmp.Or(
		cmp.Compare(a.From, b.From),
		cmp.Compare(a.To, b.To),
		-cmp.Compare(a.Weight, b.Weight),
		strings.Compare(a.Label, b.Label),
		strings.Compare(a.Detail, b.Detail),
	)
}
