package graphs

import (
	"math"
	"math/rand/v2"
)

// Leiden returns for each node the number of its community: dense parts of the
// network, each connected in itself, that maximise modularity at a resolution
// (Traag, Waltman, van Eck 2019; Reichardt, Bornholdt 2006). A resolution of 1
// is plain modularity; more gives more and smaller communities. Communities are
// numbered by their smallest nodes. The same seed gives the same answer. Edges
// without positive weight hold nothing together. About O(m log n) in practice.
func (n *Network) Leiden(resolution float64, seed uint64) []int32 {
	g := newWeighted(n)
	l := &leiden{resolution: resolution, random: rand.New(rand.NewPCG(seed, 0))}
	whole := make([]int32, n.Len()) // community of each node of the network
	node := make([]int32, n.Len())  // node of g that stands for it
	part := make([]int32, n.Len())  // community of each node of g
	for v := range node {
		node[v], part[v] = int32(v), int32(v)
	}
	for {
		part = l.move(g, part)
		for v := range whole {
			whole[v] = part[node[v]]
		}
		refined := l.refine(g, part)
		count := renumber(refined)
		if count == len(g.strength) {
			break // nothing was joined: all is as it stays
		}
		for v := range node {
			node[v] = refined[node[v]]
		}
		above := make([]int32, count)
		for v, r := range refined {
			above[r] = part[v]
		}
		g = g.aggregate(refined, count)
		renumber(above)
		part = above
	}
	renumber(whole)
	return whole
}

// renumber numbers labels from 0 in the order of their first use and returns how many there are.
func renumber(labels []int32) int {
	next := make(map[int32]int32)
	for i, l := range labels {
		k, ok := next[l]
		if !ok {
			k = int32(len(next))
			next[l] = k
		}
		labels[i] = k
	}
	return len(next)
}

// weighted is a graph whose nodes stand for sets of nodes.
type weighted struct {
	start    []int32
	adjacent []int32
	weight   []float64
	strength []float64 // sum of the weights of a node's edges, both ends of inner ones
	total    float64   // sum of the strengths
}

func newWeighted(n *Network) *weighted {
	g := &weighted{start: n.start, adjacent: n.adjacent, weight: make([]float64, len(n.adjacent)), strength: make([]float64, n.Len())}
	for i, e := range n.incident {
		g.weight[i] = max(n.edges[e].Weight, 0)
	}
	for v := range g.strength {
		for i := g.start[v]; i < g.start[v+1]; i++ {
			g.strength[v] += g.weight[i]
		}
		g.total += g.strength[v]
	}
	return g
}

// aggregate makes one node of the nodes of each part. Weights inside a part
// stay in its strength.
func (g *weighted) aggregate(part []int32, parts int) *weighted {
	members := make([][]int32, parts)
	for v, p := range part {
		members[p] = append(members[p], int32(v))
	}
	a := &weighted{start: make([]int32, 1, parts+1), strength: make([]float64, parts), total: g.total}
	sums := newSums(parts)
	for p, nodes := range members {
		for _, v := range nodes {
			a.strength[p] += g.strength[v]
			sums.addNeighbours(g, v, part)
		}
		for _, q := range sums.keys {
			if q != int32(p) {
				a.adjacent, a.weight = append(a.adjacent, q), append(a.weight, sums.value[q])
			}
		}
		sums.clear()
		a.start = append(a.start, int32(len(a.adjacent)))
	}
	return a
}

// sums adds up weights by label and remembers the labels in the order of their first use.
type sums struct {
	value []float64
	seen  []bool
	keys  []int32
}

func newSums(labels int) *sums {
	return &sums{value: make([]float64, labels), seen: make([]bool, labels)}
}

func (s *sums) add(label int32, w float64) {
	if !s.seen[label] {
		s.seen[label] = true
		s.keys = append(s.keys, label)
	}
	s.value[label] += w
}

func (s *sums) addNeighbours(g *weighted, v int32, label []int32) {
	for i := g.start[v]; i < g.start[v+1]; i++ {
		s.add(label[g.adjacent[i]], g.weight[i])
	}
}

func (s *sums) clear() {
	for _, k := range s.keys {
		s.value[k], s.seen[k] = 0, false
	}
	s.keys = s.keys[:0]
}

type leiden struct {
	resolution float64
	random     *rand.Rand
}

// minGain is the gain below which a move is rounding noise.
const minGain = 1e-10

// expected returns the weight that chance puts between sets of given strengths.
func (l *leiden) expected(g *weighted, a, b float64) float64 {
	if g.total == 0 {
		return 0
	}
	return l.resolution * a * b / g.total
}

// move moves single nodes to the community that gains most until none gains,
// visiting anew only nodes whose neighbours moved.
func (l *leiden) move(g *weighted, part []int32) []int32 {
	n := len(g.strength)
	strength := make([]float64, n) // of communities
	for v, p := range part {
		strength[p] += g.strength[v]
	}
	waiting := make([]bool, n)
	queue := make([]int32, n)
	for i, v := range l.random.Perm(n) {
		queue[i], waiting[i] = int32(v), true
	}
	near := newSums(n)
	for i := 0; i < len(queue); i++ {
		v := queue[i]
		waiting[v] = false
		old := part[v]
		strength[old] -= g.strength[v]
		near.addNeighbours(g, v, part)
		best, most := old, near.value[old]-l.expected(g, g.strength[v], strength[old])+minGain
		for _, p := range near.keys {
			if gain := near.value[p] - l.expected(g, g.strength[v], strength[p]); gain > most {
				best, most = p, gain
			}
		}
		near.clear()
		part[v] = best
		strength[best] += g.strength[v]
		if best == old {
			continue
		}
		for k := g.start[v]; k < g.start[v+1]; k++ {
			if w := g.adjacent[k]; !waiting[w] && part[w] != best {
				waiting[w] = true
				queue = append(queue, w)
			}
		}
	}
	return part
}

// theta is how freely the refinement picks a join that is not the best (the
// paper's default).
const theta = 0.01

// refine splits communities into parts that hang well together: from single
// nodes, each node joins a part of its community that gains by it, at random in proportion
// to exp(gain/theta).
func (l *leiden) refine(g *weighted, part []int32) []int32 {
	n := len(g.strength)
	refined := make([]int32, n)
	alone := make([]bool, n)
	strength := make([]float64, n) // of refined parts
	outer := make([]float64, n)    // weight from a refined part to the rest of its community
	whole := make([]float64, n)    // strength of communities
	for v := range refined {
		refined[v], alone[v], strength[v] = int32(v), true, g.strength[v]
		whole[part[v]] += g.strength[v]
		for i := g.start[v]; i < g.start[v+1]; i++ {
			if part[g.adjacent[i]] == part[v] {
				outer[v] += g.weight[i]
			}
		}
	}
	wellConnected := func(r, community int32) bool {
		return outer[r] >= l.expected(g, strength[r], whole[community]-strength[r])-minGain
	}
	near := newSums(n)
	for _, i := range l.random.Perm(n) {
		v := int32(i)
		if !alone[v] || !wellConnected(v, part[v]) {
			continue
		}
		for k := g.start[v]; k < g.start[v+1]; k++ {
			if w := g.adjacent[k]; part[w] == part[v] && g.weight[k] > 0 {
				near.add(refined[w], g.weight[k])
			}
		}
		to := l.pick(g, v, near, strength, func(r int32) bool { return wellConnected(r, part[v]) })
		if to >= 0 {
			refined[v] = to
			alone[to], alone[v] = false, false
			strength[to] += strength[v]
			outer[to] += outer[v] - 2*near.value[to]
		}
		near.clear()
	}
	return refined
}

// pick returns the part that v joins, or -1 if it gains by none.
func (l *leiden) pick(g *weighted, v int32, near *sums, strength []float64, ok func(int32) bool) int32 {
	type choice struct {
		part int32
		gain float64
	}
	var choices []choice
	best := math.Inf(-1)
	for _, r := range near.keys {
		gain := near.value[r] - l.expected(g, g.strength[v], strength[r])
		if gain < 0 || !ok(r) {
			continue
		}
		choices = append(choices, choice{r, gain})
		best = max(best, gain)
	}
	// Gains are weighed as shares of the whole weight, so that theta means the same in any network.
	sum := 0.0
	odds := func(c choice) float64 { return math.Exp((c.gain - best) / g.total / theta) }
	for _, c := range choices {
		sum += odds(c)
	}
	at := l.random.Float64() * sum
	for _, c := range choices {
		if at -= odds(c); at <= 0 {
			return c.part
		}
	}
	return -1
}
