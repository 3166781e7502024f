package graphs

import "slices"

// A Cut holds what a network hangs on.
type Cut struct {
	Nodes []int32 // articulation points: without one its component falls apart; ascending
	Edges []int32 // bridges: likewise; ascending
}

// Cut returns the articulation points and bridges, by one depth-first search
// (Hopcroft, Tarjan 1973), without recursion, so that a chain of a million
// cases does no harm. O(n + m).
func (n *Network) Cut() Cut {
	s := cutSearch{
		n:     n,
		order: make([]int32, n.Len()),
		low:   make([]int32, n.Len()),
		next:  make([]int32, n.Len()),
		point: make([]bool, n.Len()),
	}
	for v := range int32(n.Len()) {
		if s.order[v] == 0 {
			s.from(v)
		}
	}
	for v, is := range s.point {
		if is {
			s.cut.Nodes = append(s.cut.Nodes, int32(v))
		}
	}
	slices.Sort(s.cut.Edges)
	return s.cut
}

type cutSearch struct {
	n     *Network
	time  int32
	order []int32 // when a node was reached, from 1; 0 is not yet
	low   []int32 // the earliest node that its subtree has an edge to
	next  []int32 // how many of its edges have been followed
	point []bool
	stack []step
	cut   Cut
}

// A step is a node on the way from the root and the edge it was reached by.
type step struct{ node, edge int32 }

// from searches the component of root.
func (s *cutSearch) from(root int32) {
	children := 0
	s.enter(root, -1)
	for len(s.stack) > 0 {
		top := s.stack[len(s.stack)-1]
		if s.advance(top) {
			continue
		}
		s.stack = s.stack[:len(s.stack)-1]
		if len(s.stack) == 0 {
			break
		}
		parent := s.stack[len(s.stack)-1].node
		s.low[parent] = min(s.low[parent], s.low[top.node])
		if s.low[top.node] > s.order[parent] {
			s.cut.Edges = append(s.cut.Edges, top.edge)
		}
		if parent == root {
			children++
		} else if s.low[top.node] >= s.order[parent] {
			s.point[parent] = true
		}
	}
	s.point[root] = children > 1
}

func (s *cutSearch) enter(v, edge int32) {
	s.time++
	s.order[v], s.low[v] = s.time, s.time
	s.stack = append(s.stack, step{v, edge})
}

// advance follows the next edge of the top of the stack; it is false when there is none left.
func (s *cutSearch) advance(top step) bool {
	v := top.node
	i := s.next[v]
	if int(i) == s.n.Degree(v) {
		return false
	}
	s.next[v]++
	w, e := s.n.Adjacent(v)[i], s.n.Incident(v)[i]
	switch {
	case s.order[w] == 0:
		s.enter(w, e)
	case e != top.edge:
		s.low[v] = min(s.low[v], s.order[w])
	}
	return true
}
