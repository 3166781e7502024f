package dot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// A draft is a grouping of a network's nodes: the groups are the shapes.
type draft struct {
	n       *graphs.Network
	groups  [][]int32 // members of each group, ascending; groups of anchors first
	anchors int       // number of groups of anchors
	of      []int32   // group of each node; -1 is not drawn
	also    []string  // by node: where else it is, if it is on other pages too; nil is nowhere
	names   []string  // of the groups of anchors, if they are parts of an atlas
	numbers []string  // likewise
	bundles []bundle  // values that lines stand for
	state   string    // what the names of all counties end with
}

// newDraft groups anchors by label. Entities of one group of anchors go into
// it, but for those that are elsewhere too; the others are grouped by what they join.
func newDraft(n *graphs.Network, label []int32, also []string) *draft {
	d := &draft{n: n, of: make([]int32, n.Len()), also: also}
	number := make(map[int32]int32)
	for v := range int32(n.Len()) {
		d.of[v] = -1
		if !isAnchor(n.At(v)) {
			continue
		}
		put(d, v, number, label[v])
	}
	d.anchors = len(d.groups)
	joins := make(map[string]int32)
	var inside []int32
	for v := range int32(n.Len()) {
		if isAnchor(n.At(v)) {
			continue
		}
		ends := d.ends(v)
		if len(ends) == 1 && ends[0] < int32(d.anchors) && d.elsewhere(v) == "" {
			inside = append(inside, v)
			continue
		}
		put(d, v, joins, endsKey(ends, v)+d.elsewhere(v))
	}
	for _, v := range inside {
		g := d.ends(v)[0]
		d.of[v] = g
		d.groups[g] = append(d.groups[g], v)
	}
	return d
}

// elsewhere says on which other pages a node is, or nothing.
func (d *draft) elsewhere(v int32) string {
	if d.also == nil {
		return ""
	}
	return d.also[v]
}

// put adds v to the group of a key, which it opens if it is new.
func put[K comparable](d *draft, v int32, groups map[K]int32, key K) {
	g, ok := groups[key]
	if !ok {
		g = int32(len(d.groups))
		groups[key] = g
		d.groups = append(d.groups, nil)
	}
	d.of[v] = g
	d.groups[g] = append(d.groups[g], v)
}

// ends returns what an entity joins, ascending: groups of anchors, and other
// entities by numbers beyond all groups.
func (d *draft) ends(v int32) []int32 {
	var ends []int32
	for _, w := range d.n.Adjacent(v) {
		if isAnchor(d.n.At(w)) {
			ends = append(ends, d.of[w])
		} else {
			ends = append(ends, int32(d.n.Len())+w)
		}
	}
	slices.Sort(ends)
	return slices.Compact(ends)
}

// endsKey is equal for entities that join the same. One that joins nothing stays for itself.
func endsKey(ends []int32, v int32) string {
	if len(ends) == 0 {
		return "alone " + strconv.Itoa(int(v))
	}
	var b strings.Builder
	for _, e := range ends {
		b.WriteString(strconv.Itoa(int(e)))
		b.WriteByte(' ')
	}
	return b.String()
}

func (d *draft) shapes() int { return len(d.groups) }

// thin leaves out groups of entities until there are no more than maxShapes
// groups. What joins most, and strongest, stays; so does whatever is needed to hold
// together what hangs together, which takes fewer groups than there are anchors.
func (d *draft) thin(maxShapes int) {
	if d.shapes() <= maxShapes {
		return
	}
	type candidate struct {
		group  int32
		ends   []int32
		joins  int // ends, here and on other pages
		weight float64
	}
	var candidates []candidate
	for g := d.anchors; g < len(d.groups); g++ {
		members := d.groups[g]
		c := candidate{int32(g), d.ends(members[0]), 0, d.weight(members)}
		c.joins = len(c.ends)
		if d.elsewhere(members[0]) != "" {
			c.joins++
		}
		candidates = append(candidates, c)
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(-cmp.Compare(a.joins, b.joins), -cmp.Compare(a.weight, b.weight))
	})
	keep := make([]bool, len(d.groups))
	for g := range d.anchors {
		keep[g] = true
	}
	u := graphs.NewUnionFind(2 * d.n.Len()) // groups, and entities beyond n
	for _, b := range d.bundles {
		u.Union(d.of[b.a], d.of[b.b])
	}
	kept := d.anchors
	for _, c := range candidates {
		for _, e := range c.ends[min(1, len(c.ends)):] {
			if u.Union(c.ends[0], e) && !keep[c.group] {
				keep[c.group] = true
				kept++
			}
		}
	}
	for _, c := range candidates {
		if kept < maxShapes && !keep[c.group] {
			keep[c.group] = true
			kept++
		}
	}
	d.drop(keep)
}

// weight returns the sum of the weights of the members' edges.
func (d *draft) weight(members []int32) float64 {
	sum := 0.0
	for _, v := range members {
		for _, e := range d.n.Incident(v) {
			sum += d.n.EdgeAt(e).Weight
		}
	}
	return sum
}

// drop takes out the groups that are not kept.
func (d *draft) drop(keep []bool) {
	number := make([]int32, len(d.groups))
	var groups [][]int32
	for g, members := range d.groups {
		number[g] = -1
		if keep[g] {
			number[g] = int32(len(groups))
			groups = append(groups, members)
		}
	}
	d.groups = groups
	for v, g := range d.of {
		if g >= 0 {
			d.of[v] = number[g]
		}
	}
}

// network returns the groups as a network, and what they collapse.
func (d *draft) network() (*graphs.Network, []Collapsed) {
	d.state = commonState(d.n)
	b := graphs.NewBuilder()
	number, nodes := make([]int32, len(d.groups)), make([]graphs.Node, len(d.groups))
	var collapsed []Collapsed
	for g, members := range d.groups {
		node := d.node(g, members)
		nodes[g] = node
		number[g] = b.AddNode(node)
		if len(members) > 1 {
			c := Collapsed{ID: node.ID, Label: node.Text(), Members: d.ids(members)}
			if g < len(d.numbers) {
				c.Part = d.numbers[g]
			}
			collapsed = append(collapsed, c)
		}
	}
	for _, e := range d.edges() {
		b.AddEdge(number[e.From], number[e.To], e.Weight, e.EdgeAttributes)
	}
	for _, u := range d.bundles {
		e := u.edge(d)
		b.AddEdge(number[e.From], number[e.To], e.Weight, e.EdgeAttributes)
		collapsed = append(collapsed, u.collapsed(d, nodes))
	}
	small, err := b.Build()
	if err != nil {
		panic("dot: summary: " + err.Error()) // cannot happen: groups have IDs of their own
	}
	if hidden := d.hidden(); len(hidden) > 0 {
		label := "not drawn: " + countKinds(d.n, hidden)
		collapsed = append(collapsed, Collapsed{Label: label, Members: d.ids(hidden)})
	}
	return small, collapsed
}

func (d *draft) ids(members []int32) []string {
	members = slices.Clone(members)
	slices.Sort(members)
	ids := make([]string, len(members))
	for i, v := range members {
		ids[i] = d.n.At(v).ID
	}
	return ids
}

// edges returns the edges between groups: each has the greatest weight of the
// edges in it and, if they are several, says so.
func (d *draft) edges() []graphs.Edge {
	var edges []graphs.Edge
	for e := range int32(d.n.EdgeCount()) {
		edge := d.n.EdgeAt(e)
		edge.From, edge.To = d.of[edge.From], d.of[edge.To]
		if edge.From < 0 || edge.To < 0 || edge.From == edge.To {
			continue
		}
		if edge.From > edge.To {
			edge.From, edge.To = edge.To, edge.From
		}
		edges = append(edges, edge)
	}
	slices.SortStableFunc(edges, func(a, b graphs.Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), -cmp.Compare(a.Weight, b.Weight))
	})
	var joined []graphs.Edge
	for i := 0; i < len(edges); {
		j := i + 1
		for j < len(edges) && edges[j].From == edges[i].From && edges[j].To == edges[i].To {
			j++
		}
		edge := edges[i]
		if j-i > 1 {
			edge.Label, edge.Detail = "", strconv.Itoa(j-i)+" links, the strongest of "+bits(edge.Weight)
		}
		joined = append(joined, edge)
		i = j
	}
	return joined
}
