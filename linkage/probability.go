package linkage

import (
	"cmp"
	"slices"

	"github.com/tflink/tflink/graphs"
)

// rate sets a cluster's weight, probability and expected coincidences from the
// tree of its strongest links.
//
// Two of its cases belong together if every value on the way between them along
// that tree means what it seems to mean. A value that joins several cases is one
// doubt, however many of them it joins, so the links through one value form one joint
// of the tree, which the way passes once. The probability is the mean, over all
// pairs of cases, of the product of the joints on the way. That of a lone pair is lower. Cost: O(k log k) for k links.
func (n *Network) rate(k *cluster) {
	if len(k.cases) == 2 {
		n.rateTwo(k)
		return
	}
	tree := n.spanningTree(k)
	k.weight = n.links[tree[len(tree)-1]].weight
	joints, of := n.joints(k, tree)
	for i := range joints {
		joints[i].probability /= float64(joints[i].links)
		k.coincidence += (1 - joints[i].probability) * float64(joints[i].links)
	}
	pairs := float64(len(k.cases)) * float64(len(k.cases)-1) / 2
	k.probability = min(1, pairSum(len(k.cases), joints, of)/pairs)
}

// rateTwo rates a cluster of two cases.
func (n *Network) rateTwo(k *cluster) {
	l := &n.links[k.links[0]]
	k.weight = l.weight
	shared, _ := n.pair(l.a, l.b, nil)
	k.probability = (l.weight + n.loneDoubt(l.a, l.b, shared, l.weight).Weight).Probability()
	k.coincidence = 1 - k.probability
}

// spanningTree returns the links of k's maximum spanning tree, the strongest first (Kruskal 1956).
func (n *Network) spanningTree(k *cluster) []int32 {
	order := slices.Clone(k.links)
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(n.links[y].weight, n.links[x].weight), cmp.Compare(x, y))
	})
	sets := graphs.NewUnionFind(len(k.cases))
	tree := order[:0]
	for _, at := range order {
		if sets.Union(k.local(n.links[at].a), k.local(n.links[at].b)) {
			tree = append(tree, at)
		}
	}
	return tree
}

// local returns the position of case c in k.
func (k *cluster) local(c int32) int32 {
	i, _ := slices.BinarySearch(k.cases, c)
	return int32(i)
}

// joint is the run of tree links through one value.
type joint struct {
	probability float64 // sum over the links while they are gathered, then their mean
	links       int
}

// jointEnd says that a case of the cluster (by position) is at a joint.
type jointEnd struct{ kase, joint int32 }

// joints gathers the links of the tree into joints, and says which cases each has.
func (n *Network) joints(k *cluster, tree []int32) ([]joint, []jointEnd) {
	// Ends of tree links by value and case: links next to each other there are one joint.
	type end struct {
		top, kase int32
		link      int32 // position in tree
	}
	ends := make([]end, 0, 2*len(tree))
	for i, at := range tree {
		l := &n.links[at]
		ends = append(ends, end{l.top, k.local(l.a), int32(i)}, end{l.top, k.local(l.b), int32(i)})
	}
	slices.SortFunc(ends, func(x, y end) int {
		return cmp.Or(cmp.Compare(x.top, y.top), cmp.Compare(x.kase, y.kase), cmp.Compare(x.link, y.link))
	})
	sets := graphs.NewUnionFind(len(tree))
	for i := 1; i < len(ends); i++ {
		if ends[i].top == ends[i-1].top && ends[i].kase == ends[i-1].kase {
			sets.Union(ends[i].link, ends[i-1].link)
		}
	}
	label := sets.Labels()
	var joints []joint
	for i, at := range tree {
		if int(label[i]) == len(joints) {
			joints = append(joints, joint{})
		}
		j := &joints[label[i]]
		j.probability += n.links[at].weight.Probability()
		j.links++
	}
	of := make([]jointEnd, 0, len(ends))
	for i, e := range ends {
		if i > 0 && ends[i-1].top == e.top && ends[i-1].kase == e.kase {
			continue
		}
		of = append(of, jointEnd{e.kase, label[e.link]})
	}
	return joints, of
}

// pairSum returns the sum, over all pairs of cases, of the product of the joints between them.
func pairSum(cases int, joints []joint, of []jointEnd) float64 {
	// The tree of cases (0 to cases-1) and joints (from cases) as flat adjacency.
	nodes := cases + len(joints)
	off := make([]int32, nodes+1)
	for _, e := range of {
		off[e.kase+1]++
		off[int32(cases)+e.joint+1]++
	}
	for i := range nodes {
		off[i+1] += off[i]
	}
	next := slices.Clone(off)
	adjacent := make([]int32, off[nodes])
	put := func(a, b int32) { adjacent[next[a]] = b; next[a]++ }
	for _, e := range of {
		put(e.kase, int32(cases)+e.joint)
		put(int32(cases)+e.joint, e.kase)
	}
	// Breadth first from case 0; children come after their parents.
	parent := make([]int32, nodes)
	order := make([]int32, 1, nodes)
	parent[0] = -1
	for i := 0; i < len(order); i++ {
		v := order[i]
		for _, u := range adjacent[off[v]:off[v+1]] {
			if u != parent[v] {
				parent[u] = v
				order = append(order, u)
			}
		}
	}
	// below[v] sums, over the cases in v's subtree, the product of the joints from v down to each.
	below := make([]float64, nodes)
	for v := range cases {
		below[v] = 1
	}
	total := 0.0
	for i := len(order) - 1; i > 0; i-- {
		v := order[i]
		through := 1.0
		if int(v) >= cases {
			below[v] *= joints[int(v)-cases].probability
		}
		p := parent[v]
		if int(p) >= cases {
			through = joints[int(p)-cases].probability
		}
		total += through * below[p] * below[v]
		below[p] += below[v]
	}
	return total
}
