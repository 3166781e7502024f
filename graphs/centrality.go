package graphs

// Betweenness returns for each node how many shortest paths between two other nodes
// lead through it: for every pair of nodes the share of their shortest paths (by hops)
// that do, added up over the pairs (Brandes 2001). A pair counts once, so that
// values are half of what gonum's network.Betweenness gives. O(n·m) time, O(n + m) memory.
func (n *Network) Betweenness() []float64 {
	b := make([]float64, n.Len())
	s := newBrandes(n)
	for v := range int32(n.Len()) {
		s.add(v, b)
	}
	for v := range b {
		b[v] /= 2 // each pair was met from both ends
	}
	return b
}

type brandes struct {
	n     *Network
	hops  []int32   // from the source; -1 is not reached
	paths []float64 // number of shortest paths from the source
	share []float64 // of the pairs of source and a later node
	queue []int32
}

func newBrandes(n *Network) *brandes {
	s := &brandes{n: n, hops: make([]int32, n.Len()), paths: make([]float64, n.Len()), share: make([]float64, n.Len())}
	for v := range s.hops {
		s.hops[v] = -1
	}
	return s
}

// add adds to b what the pairs of source give.
func (s *brandes) add(source int32, b []float64) {
	s.hops[source], s.paths[source] = 0, 1
	s.queue = append(s.queue[:0], source)
	for i := 0; i < len(s.queue); i++ {
		v := s.queue[i]
		for _, w := range s.n.Adjacent(v) {
			if s.hops[w] < 0 {
				s.hops[w] = s.hops[v] + 1
				s.queue = append(s.queue, w)
			}
			if s.hops[w] == s.hops[v]+1 {
				s.paths[w] += s.paths[v]
			}
		}
	}
	for i := len(s.queue) - 1; i >= 0; i-- {
		w := s.queue[i]
		for _, v := range s.n.Adjacent(w) {
			if s.hops[v] == s.hops[w]-1 {
				s.share[v] += s.paths[v] / s.paths[w] * (1 + s.share[w])
			}
		}
		if w != source {
			b[w] += s.share[w]
		}
	}
	for _, v := range s.queue {
		s.hops[v], s.paths[v], s.share[v] = -1, 0, 0
	}
}
