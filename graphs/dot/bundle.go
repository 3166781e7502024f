package dot

import (
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// A bundle is what several values of one kind join the same two shapes by, drawn as one line with their number: "3 phones".
type bundle struct {
	members []int32 // the values
	a, b    int32   // an anchor of either shape
}

// bundleByKind returns a draft in which values of one kind that join the same two cases or more are one node with their names.
// All other nodes stand for themselves.
func bundleByKind(n *graphs.Network, also []string) *draft {
	d := &draft{n: n, of: make([]int32, n.Len()), also: also}
	alone := func(v int32) { put(d, v, make(map[int32]int32), v) }
	for v := range int32(n.Len()) {
		if isAnchor(n.At(v)) {
			alone(v)
		}
	}
	d.anchors = len(d.groups)
	joins := make(map[string]int32)
	for v := range int32(n.Len()) {
		switch ends := d.ends(v); {
		case isAnchor(n.At(v)):
		case len(ends) < 2:
			alone(v)
		default:
			put(d, v, joins, endsKey(ends, v)+d.elsewhere(v)+"\x00"+strconv.FormatBool(n.At(v).Hub)+n.At(v).Kind)
		}
	}
	return d
}

// bundle makes lines of the groups of values that join just two shapes, if there are several of a kind; those that are to be named
// on the page stay shapes.
func (d *draft) bundle(named map[string]bool) {
	direct := make(map[[2]int32]bool)
	for e := range int32(d.n.EdgeCount()) {
		if edge := d.n.EdgeAt(e); isAnchor(d.n.At(edge.From)) && isAnchor(d.n.At(edge.To)) {
			direct[d.pair(edge.From, edge.To)] = true
		}
	}
	keep := make([]bool, len(d.groups))
	for g, members := range d.groups {
		keep[g] = true
		if g < d.anchors || len(members) < 2 || !d.parallel(members) {
			continue
		}
		ends := d.ends(members[0])
		if len(ends) != 2 || int(ends[1]) >= d.anchors || d.elsewhere(members[0]) != "" || named[d.freshID(d.n.At(members[0]).ID)] {
			continue
		}
		a, b := d.groups[ends[0]][0], d.groups[ends[1]][0]
		if !direct[d.pair(a, b)] {
			keep[g] = false
			d.bundles = append(d.bundles, bundle{members, a, b})
		}
	}
	d.drop(keep)
}

// pair returns the groups of two nodes, the lower first.
func (d *draft) pair(v, w int32) [2]int32 {
	return [2]int32{min(d.of[v], d.of[w]), max(d.of[v], d.of[w])}
}

// parallel reports whether several of the members are of one kind.
func (d *draft) parallel(members []int32) bool {
	kinds := make(map[string]bool)
	for _, v := range members {
		kind := d.n.At(v).Kind
		if kinds[kind] {
			return true
		}
		kinds[kind] = true
	}
	return false
}

// edge returns the line of a bundle: as strong as the strongest of its values, with their number and, as details, their names.
func (u *bundle) edge(d *draft) graphs.Edge {
	edge := graphs.Edge{From: d.of[u.a], To: d.of[u.b]}
	for _, v := range u.members {
		for _, e := range d.n.Incident(v) {
			edge.Weight = max(edge.Weight, d.n.EdgeAt(e).Weight)
		}
	}
	edge.Label = countKinds(d.n, u.members)
	names := texts(d.n, u.members)
	if more := len(names) - spokenJoins; more > 1 {
		names = append(names[:spokenJoins], strconv.Itoa(more)+" more")
	}
	edge.Detail = strings.Join(names, ", ")
	return edge
}

// collapsed names the values of a bundle.
func (u *bundle) collapsed(d *draft, nodes []graphs.Node) Collapsed {
	ends := nodes[d.of[u.a]].Text() + " – " + nodes[d.of[u.b]].Text()
	return Collapsed{Label: countKinds(d.n, u.members) + " on the line " + ends, Members: d.ids(u.members)}
}

// hidden returns the nodes that neither a shape nor a line stands for.
func (d *draft) hidden() []int32 {
	lines := make(map[int32]bool)
	for _, u := range d.bundles {
		for _, v := range u.members {
			lines[v] = true
		}
	}
	var hidden []int32
	for v, g := range d.of {
		if g < 0 && !lines[int32(v)] {
			hidden = append(hidden, int32(v))
		}
	}
	return hidden
}
