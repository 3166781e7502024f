package linkage

import (
	"cmp"
	"slices"
)

// A Fragility is one fact whose falsity would split a cluster.
type Fragility struct {
	// Entity is the value that the cluster hangs on.
	Entity EntityRef
	// Cases is how many cases would fall away from the largest part that is left.
	Cases int
	// Counties are the FIPS codes that no case of the largest part is in.
	Counties []string
}

// fragileKept is how many of the facts that a cluster hangs on are described;
// Cluster.FragileCount has how many there are.
const fragileKept = 20

// fragile returns the values without which k would fall apart, the one that
// costs most cases first, and how many there are. Cost: linear in the shared values of k's cases.
//
// The values and the cases that they link form a graph; the values sought are its
// articulation points (Hopcroft and Tarjan 1973).
func (n *Network) fragile(k *cluster) (worst []Fragility, count int) {
	w := newWalk(n, k)
	w.run()
	type loss struct{ node, cases int32 }
	var losses []loss
	for v := range w.entities {
		if len(w.cut[v]) > 0 && w.entities[v] >= 0 {
			losses = append(losses, loss{int32(v), int32(len(k.cases)) - w.largestSize(int32(v))})
		}
	}
	slices.SortStableFunc(losses, func(a, b loss) int { return cmp.Compare(b.cases, a.cases) })
	for _, l := range losses[:min(fragileKept, len(losses))] {
		f := Fragility{Entity: n.ref(n.shared[w.entities[l.node]].entity), Cases: int(l.cases)}
		left := n.countiesIn(w.largestPart(l.node))
		for _, county := range k.counties {
			if _, in := slices.BinarySearch(left, county); !in {
				f.Counties = append(f.Counties, county)
			}
		}
		worst = append(worst, f)
	}
	slices.SortStableFunc(worst, func(a, b Fragility) int {
		return cmp.Or(cmp.Compare(b.Cases, a.Cases), cmp.Compare(len(b.Counties), len(a.Counties)))
	})
	return worst, len(losses)
}

// walk is a depth-first search over a cluster's cases and the values that link them.
type walk struct {
	n        *Network
	k        *cluster
	entities []int32 // the shared values that link, in canonical order
	off, adj []int32 // adjacency; cases are 0 to len(k.cases)-1, then the entities
	low, pre []int32
	order    []int32   // nodes in preorder
	before   []int32   // cases before each position of the preorder, and all of them at the end
	end      []int32   // preorder position behind each node's subtree
	cut      [][]int32 // per entity: the children whose subtrees fall away without it
}

func newWalk(n *Network, k *cluster) *walk {
	w := &walk{n: n, k: k}
	needed := logOdds(n.params.Threshold) - n.params.Prior
	type edge struct{ kase, entity int32 }
	var edges []edge
	for _, at := range k.links {
		l := &n.links[at]
		if l.top < 0 { // decided by a person: a node of its own, which no fact takes away
			decided := -2 - at
			edges = append(edges, edge{k.local(l.a), decided}, edge{k.local(l.b), decided})
		}
		n.eachCommon(l.a, l.b, func(x, y *slot) {
			if j := n.judgedBetween(x.entity, x.kase, y.kase); j != nil && j.Verdict == Different {
				return
			}
			if x.entity == l.top || n.shared[x.entity].weight >= needed {
				edges = append(edges, edge{k.local(x.kase), x.entity}, edge{k.local(y.kase), x.entity})
			}
		})
	}
	slices.SortFunc(edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.entity, b.entity), cmp.Compare(a.kase, b.kase))
	})
	edges = slices.Compact(edges)
	for i, e := range edges {
		if i == 0 || edges[i-1].entity != e.entity {
			w.entities = append(w.entities, e.entity)
		}
	}
	cases := len(k.cases)
	nodes := cases + len(w.entities)
	w.off = make([]int32, nodes+1)
	node := func(e int32) int32 {
		i, _ := slices.BinarySearch(w.entities, e)
		return int32(cases + i)
	}
	for _, e := range edges {
		w.off[e.kase+1]++
		w.off[node(e.entity)+1]++
	}
	for i := range nodes {
		w.off[i+1] += w.off[i]
	}
	next := slices.Clone(w.off)
	w.adj = make([]int32, len(edges)*2)
	for _, e := range edges {
		v := node(e.entity)
		w.adj[next[e.kase]] = v
		next[e.kase]++
		w.adj[next[v]] = e.kase
		next[v]++
	}
	return w
}

// run walks from the first case, which reaches every node: the links connect the cluster.
func (w *walk) run() {
	cases := len(w.k.cases)
	nodes := len(w.off) - 1
	w.low, w.pre = make([]int32, nodes), make([]int32, nodes)
	w.end = make([]int32, nodes)
	w.cut = make([][]int32, len(w.entities))
	for i := range w.pre {
		w.pre[i] = -1
	}
	parent := make([]int32, nodes)
	next := slices.Clone(w.off)
	stack := []int32{0}
	parent[0] = -1
	w.pre[0], w.low[0] = 0, 0
	w.order = append(w.order, 0)
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		if next[v] < w.off[v+1] {
			u := w.adj[next[v]]
			next[v]++
			switch {
			case w.pre[u] < 0:
				parent[u] = v
				w.pre[u] = int32(len(w.order))
				w.low[u] = w.pre[u]
				w.order = append(w.order, u)
				stack = append(stack, u)
			case u != parent[v]:
				w.low[v] = min(w.low[v], w.pre[u])
			}
			continue
		}
		stack = stack[:len(stack)-1]
		w.end[v] = int32(len(w.order))
		if p := parent[v]; p >= 0 {
			w.low[p] = min(w.low[p], w.low[v])
			if int(p) >= cases && w.low[v] >= w.pre[p] {
				w.cut[int(p)-cases] = append(w.cut[int(p)-cases], v)
			}
		}
	}
}

// largestSize returns how many cases the largest part has that is left without entity v.
func (w *walk) largestSize(v int32) int32 {
	if w.before == nil {
		w.before = make([]int32, len(w.order)+1)
		for i, u := range w.order {
			w.before[i+1] = w.before[i]
			if int(u) < len(w.k.cases) {
				w.before[i+1]++
			}
		}
	}
	rest := int32(len(w.k.cases))
	largest := int32(0)
	for _, child := range w.cut[v] {
		size := w.before[w.end[child]] - w.before[w.pre[child]]
		rest -= size
		largest = max(largest, size)
	}
	return max(largest, rest)
}

// largestPart returns the cases of the largest part that is left without entity v,
// sorted; of equal parts the one with the smallest case.
func (w *walk) largestPart(v int32) []int32 {
	taken := make([]bool, len(w.order))
	var parts [][]int32
	collect := func(from, to int32) []int32 {
		var part []int32
		for i := from; i < to; i++ {
			if !taken[i] {
				taken[i] = true
				if u := w.order[i]; int(u) < len(w.k.cases) {
					part = append(part, w.k.cases[u])
				}
			}
		}
		return part
	}
	for _, child := range w.cut[v] {
		parts = append(parts, collect(w.pre[child], w.end[child]))
	}
	parts = append(parts, collect(0, int32(len(w.order))))
	for _, p := range parts {
		slices.Sort(p)
	}
	return slices.MinFunc(parts, func(a, b []int32) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), slices.Compare(a, b))
	})
}
