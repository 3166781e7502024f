package dot

import (
	"cmp"
	"container/heap"
	"maps"
	"slices"
	"strconv"

	"github.com/tflink/tflink/graphs"
)

// A part is a part of a network that has a page of its own.
type part struct {
	number string  // "3", "3.2"; "" is the whole
	name   string  // what people read: "community 3", "Erie"
	cases  []int32 // what maps are about, ascending: see isAnchor
	parts  []*part // shown as counted nodes; none if the cases are drawn themselves
}

// communityNoun stands before the number of a community.
const communityNoun = "community "

const (
	// mostParts is how many parts one page shows, so that half of its shapes are left for what joins them.
	mostParts = 40
	// partsAimed is into how many parts a network is divided that is a little too large for a page.
	partsAimed = 16
	// leastPart keeps parts from being so small that pages are turned all the time.
	leastPart = 8
)

// partsOf returns how many parts a page of shapes shows.
func partsOf(shapes int) int {
	return min(mostParts, max(leastPart, shapes*mostParts/DefaultMaxShapes))
}

// A partition divides a network into parts that each fit on a page.
type partition struct {
	n     *graphs.Network
	shape int   // shapes of a page
	limit int   // cases of a part
	most  int   // parts of a page
	of    []int // part of each anchor, while parts are merged
}

// divide returns the network as a part whose parts, and theirs, are communities
// that fit on a page each. What hangs together closely stays together, so that the cuts go through
// bridges and other thin places. The same network gives the same parts. About O(m log n).
func divide(n *graphs.Network, shapes int) *part {
	whole := anchorsOf(n)
	p := &partition{n: n, shape: shapes, limit: min(max(len(whole)/partsAimed, leastPart), UncollapsedCases), most: partsOf(shapes)}
	root := &part{cases: whole, parts: p.raise(p.communities(whole))}
	number(root, "", communityNoun)
	return root
}

// divideByGroup is like [divide], but parts of the first level are the counties.
func divideByGroup(n *graphs.Network, shapes int) *part {
	whole := anchorsOf(n)
	p := &partition{n: n, shape: shapes, limit: UncollapsedCases, most: partsOf(shapes)}
	byGroup := make(map[string]*part)
	var parts []*part
	for _, v := range whole {
		group, label, _ := n.GroupOf(v)
		county := byGroup[group]
		if county == nil {
			county = &part{name: cmp.Or(label, "county unknown")}
			byGroup[group] = county
			parts = append(parts, county)
		}
		county.cases = append(county.cases, v)
	}
	for _, county := range parts {
		if !p.fits(county.cases) {
			county.parts = p.raise(p.communities(county.cases))
		}
	}
	root := &part{cases: whole, parts: p.raise(parts)}
	number(root, "", "part ")
	return root
}

func anchorsOf(n *graphs.Network) []int32 {
	var anchors []int32
	for v := range int32(n.Len()) {
		if isAnchor(n.At(v)) {
			anchors = append(anchors, v)
		}
	}
	return anchors
}

// number numbers the parts of a part, those with the most cases first.
func number(p *part, prefix, noun string) {
	slices.SortStableFunc(p.parts, func(a, b *part) int {
		return cmp.Or(-cmp.Compare(len(a.cases), len(b.cases)), cmp.Compare(a.cases[0], b.cases[0]))
	})
	for i, q := range p.parts {
		q.number = prefix + strconv.Itoa(i+1)
		q.name = cmp.Or(q.name, noun+q.number)
		number(q, q.number+".", noun)
	}
}

// around returns the network of some cases and all that they mention.
func around(n *graphs.Network, cases []int32) *graphs.Network {
	nodes := slices.Clone(cases)
	for _, v := range cases {
		for _, w := range n.Adjacent(v) {
			if !isAnchor(n.At(w)) {
				nodes = append(nodes, w)
			}
		}
	}
	return n.Induced(nodes)
}

// fits reports whether a page can show cases one by one, with what joins them.
func (p *partition) fits(cases []int32) bool {
	if len(cases) > p.limit {
		return false
	}
	if len(cases) <= leastPart {
		return true // what joins them may be left out, down to what holds them together
	}
	sub := around(p.n, cases)
	return newDraft(sub, numbered(sub.Len()), nil).shapes() <= p.shape
}

// communities divides cases into communities that fit on a page each.
func (p *partition) communities(cases []int32) []*part {
	var parts []*part
	for todo := [][]int32{cases}; len(todo) > 0; {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if p.fits(next) {
			parts = append(parts, &part{cases: next})
			continue
		}
		todo = append(todo, p.split(next)...)
	}
	slices.SortFunc(parts, func(a, b *part) int { return cmp.Compare(a.cases[0], b.cases[0]) })
	return p.merge(parts, 1, func(a, b *part) (*part, bool) {
		if len(a.cases)+len(b.cases) > p.limit {
			return nil, false
		}
		cases := joined(a.cases, b.cases)
		return &part{cases: cases}, p.fits(cases)
	})
}

func joined(a, b []int32) []int32 {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return all
}

// splitResolutions of Leiden are tried from coarse to fine, until something comes apart.
var splitResolutions = []float64{0.5, 1, 2, 4, 8, 16}

// split returns two or more pieces of cases: communities, or, where all hangs together with all, pieces
// of a page's size in the order of the cases.
func (p *partition) split(cases []int32) [][]int32 {
	sub := around(p.n, cases)
	for _, r := range splitResolutions {
		labels := sub.Leiden(r, seed)
		pieces := make(map[int32][]int32)
		var order []int32
		i := 0
		for v := range int32(sub.Len()) {
			if !isAnchor(sub.At(v)) {
				continue
			}
			l := labels[v]
			if pieces[l] == nil {
				order = append(order, l)
			}
			pieces[l] = append(pieces[l], cases[i]) // anchors of both networks have one order
			i++
		}
		if len(order) > 1 {
			list := make([][]int32, len(order))
			for k, l := range order {
				list[k] = pieces[l]
			}
			return list
		}
	}
	return slices.Collect(slices.Chunk(cases, min(p.limit, len(cases)/2)))
}

// raise puts parts into parts of a higher level until a page shows them all.
func (p *partition) raise(parts []*part) []*part {
	for len(parts) > p.most {
		higher := make([]*part, len(parts))
		for i, q := range parts {
			higher[i] = &part{cases: q.cases, parts: []*part{q}}
		}
		higher = p.merge(higher, p.most/2, func(a, b *part) (*part, bool) {
			if len(a.parts)+len(b.parts) > p.most/2 {
				return nil, false
			}
			return &part{cases: joined(a.cases, b.cases), parts: slices.Concat(a.parts, b.parts)}, true
		})
		if len(higher) == len(parts) {
			return parts
		}
		for i, q := range higher {
			if len(q.parts) == 1 {
				higher[i] = q.parts[0]
			}
		}
		parts = higher
	}
	return parts
}

// merge joins parts, the smallest first, each with the one that it hangs together with most, as long
// as join allows it and there are more than enough. Parts that share nothing with others go together as they come. O(m log n).
func (p *partition) merge(parts []*part, enough int, join func(a, b *part) (*part, bool)) []*part {
	p.of = make([]int, p.n.Len())
	for v := range p.of {
		p.of[v] = -1
	}
	var waiting bySize
	for i, q := range parts {
		p.claim(q.cases, i)
		waiting = append(waiting, sized{len(q.cases), i})
	}
	heap.Init(&waiting)
	loose := -1 // the last part that shares nothing with others
	for left := len(parts); len(waiting) > 0 && left > enough; {
		next := heap.Pop(&waiting).(sized)
		i := next.part
		if parts[i] == nil || len(parts[i].cases) != next.cases {
			continue // it was joined since
		}
		near := p.nearest(parts[i], i)
		if len(near) == 0 {
			if loose >= 0 {
				near = append(near, loose)
			}
			loose = i
		}
		for _, k := range near {
			lo, hi := min(i, k), max(i, k)
			both, ok := join(parts[lo], parts[hi])
			if !ok {
				continue
			}
			parts[lo], parts[hi] = both, nil
			left--
			p.claim(both.cases, lo)
			heap.Push(&waiting, sized{len(both.cases), lo})
			if loose == i || loose == k {
				loose = lo
			}
			break
		}
	}
	return slices.DeleteFunc(parts, func(q *part) bool { return q == nil })
}

// claim notes that cases are in part i.
func (p *partition) claim(cases []int32, i int) {
	for _, v := range cases {
		p.of[v] = i
	}
}

// widest is by how many cases a value is held that still says which parts belong together.
const widest = 64

// nearest returns the other parts that part i shares something with, those with the most weight first.
func (p *partition) nearest(q *part, i int) []int {
	weight := make(map[int]float64)
	add := func(v int32, w float64) {
		if k := p.of[v]; k >= 0 && k != i {
			weight[k] += w
		}
	}
	for _, v := range q.cases {
		for k, w := range p.n.Adjacent(v) {
			bits := p.n.EdgeAt(p.n.Incident(v)[k]).Weight
			add(w, bits)
			if isAnchor(p.n.At(w)) || p.n.Degree(w) > widest {
				continue
			}
			for _, x := range p.n.Adjacent(w) {
				add(x, bits/float64(p.n.Degree(w)))
			}
		}
	}
	near := slices.Collect(maps.Keys(weight))
	slices.SortFunc(near, func(a, b int) int { return cmp.Or(-cmp.Compare(weight[a], weight[b]), cmp.Compare(a, b)) })
	return near
}

// bySize is a heap of parts, the smallest first.
type bySize []sized

type sized struct{ cases, part int }

func (h bySize) Len() int { return len(h) }
func (h bySize) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[i].cases, h[j].cases), cmp.Compare(h[i].part, h[j].part)) < 0
}
func (h bySize) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

// Push adds a part; see [heap.Interface].
func (h *bySize) Push(x any) { *h = append(*h, x.(sized)) }

// Pop takes the last part; see [heap.Interface].
func (h *bySize) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
