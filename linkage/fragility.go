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

// A FragilePair is two facts that split a cluster where both are false, and that together cost more than
// each by itself.
type FragilePair struct {
	Entities [2]EntityRef
	// Cases and Counties are as those of a [Fragility].
	Cases    int
	Counties []string
}

// fragilePairsOf is the number of values of a cluster, those of the most cases first, of which
// FragilePair looks for another that splits the cluster together with it: it bounds the work.
const fragilePairsOf = 24

// FragilePair returns, of all two facts that cost k more cases together than one by one, those that cost most;
// false if there are none. One of the two is among the 24 values that most of the cluster's cases are linked by.
// Cost: linear in the shared values of k's cases, for each of these.
func (n *Network) FragilePair(k Cluster) (FragilePair, bool) {
	found := n.FindCase(k.Cases[0])
	if len(found) != 1 || n.inside[found[0]] < 0 {
		return FragilePair{}, false
	}
	w := newWalk(n, &n.clusters[n.inside[found[0]]])
	w.run(nobody)
	alone := make([]int32, len(w.entities)) // cases that each costs by itself
	for v := range w.entities {
		alone[v] = w.loss(int32(v))
	}
	pair := [2]int32{nobody, nobody}
	most := int32(0)
	for _, u := range w.busiest(fragilePairsOf) {
		w.run(u)
		for v := range w.entities {
			if int32(v) == u || w.entities[v] < 0 {
				continue
			}
			if loss := w.loss(int32(v)); loss > most && loss > alone[u]+alone[v] {
				most, pair = loss, [2]int32{min(u, int32(v)), max(u, int32(v))}
			}
		}
	}
	if most == 0 {
		return FragilePair{}, false
	}
	w.run(pair[0])
	p := FragilePair{Cases: int(most), Counties: w.countiesLost(pair[1])}
	for i, v := range pair {
		p.Entities[i] = n.ref(n.shared[w.entities[v]].entity)
	}
	return p, true
}

// busiest returns the values that join the most of the cluster's cases, at most so many, the busiest first.
func (w *walk) busiest(most int) []int32 {
	var all []int32
	for v := range w.entities {
		if w.entities[v] >= 0 {
			all = append(all, int32(v))
		}
	}
	degree := func(v int32) int32 { at := int32(len(w.k.cases)) + v; return w.off[at+1] - w.off[at] }
	slices.SortStableFunc(all, func(a, b int32) int { return cmp.Compare(degree(b), degree(a)) })
	return all[:min(most, len(all))]
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
	w.run(nobody)
	type loss struct{ node, cases int32 }
	var losses []loss
	for v := range w.entities {
		if len(w.cut[v]) > 0 && w.entities[v] >= 0 {
			losses = append(losses, loss{int32(v), w.loss(int32(v))})
		}
	}
	slices.SortStableFunc(losses, func(a, b loss) int { return cmp.Compare(b.cases, a.cases) })
	for _, l := range losses[:min(fragileKept, len(losses))] {
		worst = append(worst, Fragility{n.ref(n.shared[w.entities[l.node]].entity), int(l.cases), w.countiesLost(l.node)})
	}
	slices.SortStableFunc(worst, func(a, b Fragility) int {
		return cmp.Or(cmp.Compare(b.Cases, a.Cases), cmp.Compare(len(b.Counties), len(a.Counties)))
	})
	return worst, len(losses)
}

// countiesLost returns the counties that no case of the largest part is in that is left without entity v.
func (w *walk) countiesLost(v int32) []string {
	var lost []string
	left := w.n.countiesIn(w.largestPart(v))
	for _, county := range w.k.counties {
		if _, in := slices.BinarySearch(left, county); !in {
			lost = append(lost, county)
		}
	}
	return lost
}

// nobody is the number of no node.
const nobody = -1

// walk is a depth-first search over a cluster's cases and the values that link them, of which
// one may be taken out.
type walk struct {
	n        *Network
	k        *cluster
	entities []int32 // the shared values that link, in canonical order
	off, adj []int32 // adjacency; cases are 0 to len(k.cases)-1, then the entities
	low, pre []int32
	parts    []int32   // preorder position at which each connected part begins, and the end of the last
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

// run walks from each case that was not reached before, without entity out. The links connect the cluster,
// so that where none is out the first case reaches every node.
func (w *walk) run(out int32) {
	nodes := len(w.off) - 1
	w.low, w.pre, w.end = make([]int32, nodes), make([]int32, nodes), make([]int32, nodes)
	w.cut = make([][]int32, len(w.entities))
	w.order, w.parts = w.order[:0], w.parts[:0]
	for i := range w.pre {
		w.pre[i] = nobody
	}
	parent := make([]int32, nodes)
	next := slices.Clone(w.off[:nodes])
	for c := range int32(len(w.k.cases)) {
		if w.pre[c] == nobody {
			w.parts = append(w.parts, int32(len(w.order)))
			w.from(c, out, parent, next)
		}
	}
	w.parts = append(w.parts, int32(len(w.order)))
	w.before = make([]int32, len(w.order)+1)
	for i, u := range w.order {
		w.before[i+1] = w.before[i]
		if int(u) < len(w.k.cases) {
			w.before[i+1]++
		}
	}
}

// from walks from a case. next has the edge of each node that is looked at next.
func (w *walk) from(start, out int32, parent, next []int32) {
	cases := int32(len(w.k.cases))
	enter := func(v, p int32) {
		parent[v] = p
		w.pre[v] = int32(len(w.order))
		w.low[v] = w.pre[v]
		w.order = append(w.order, v)
	}
	enter(start, nobody)
	stack := []int32{start}
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		if next[v] < w.off[v+1] {
			u := w.adj[next[v]]
			next[v]++
			switch {
			case out != nobody && u == cases+out:
			case w.pre[u] == nobody:
				enter(u, v)
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
			if p >= cases && w.low[v] >= w.pre[p] {
				w.cut[p-cases] = append(w.cut[p-cases], v)
			}
		}
	}
}

// loss returns how many cases would fall away from the largest part that is left without entity v, and
// without what run left out. Cost: linear in the parts.
func (w *walk) loss(v int32) int32 {
	largest := int32(0)
	at := w.pre[int32(len(w.k.cases))+v]
	for i, from := range w.parts[:len(w.parts)-1] {
		rest := w.before[w.parts[i+1]] - w.before[from]
		if from <= at && at < w.parts[i+1] {
			for _, child := range w.cut[v] {
				size := w.before[w.end[child]] - w.before[w.pre[child]]
				rest -= size
				largest = max(largest, size)
			}
		}
		largest = max(largest, rest)
	}
	return int32(len(w.k.cases)) - largest
}

// largestPart returns the cases of the largest part that is left without entity v, and without what
// run left out, sorted; of equal parts the one with the smallest case.
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
	for i, from := range w.parts[:len(w.parts)-1] {
		parts = append(parts, collect(from, w.parts[i+1]))
	}
	for _, p := range parts {
		slices.Sort(p)
	}
	return slices.MinFunc(parts, func(a, b []int32) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), slices.Compare(a, b))
	})
}
