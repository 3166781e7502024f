package dot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// A sheet is what one page shows: the cases of a part, or its parts as counted nodes.
type sheet struct {
	n     *graphs.Network
	part  *part
	label []int32  // of each node: the part that it is in; nil if cases are drawn one by one
	also  []string // of each node: where else it is; nil if it is nowhere else
	page  int      // from 1; 0 if there is only one
	pages int
}

// newSheet returns the page of a part of a network. The places of all cases say where what is on the page is, too;
// nil for a page that shows the whole.
func newSheet(n *graphs.Network, p *part, places []place) sheet {
	s := sheet{n: n, part: p}
	if places != nil {
		s.n = around(n, p.cases)
		s.also = elsewhere(n, s.n, places)
	}
	if len(p.parts) == 0 {
		return s
	}
	of := make(map[int32]int32, len(p.cases))
	for i, q := range p.parts {
		for _, v := range q.cases {
			of[v] = int32(i)
		}
	}
	s.label = make([]int32, s.n.Len())
	k := 0
	for v := range s.label {
		if isAnchor(s.n.At(int32(v))) {
			s.label[v] = of[p.cases[k]] // anchors of both networks have one order
			k++
		}
	}
	return s
}

// summarise brings a sheet down to maxShapes nodes and says what it collapsed. Parts, and up to
// UncollapsedCases cases, are never collapsed.
func (s sheet) summarise(maxShapes int) (*graphs.Network, []Collapsed) {
	if s.label == nil && s.n.Len() <= maxShapes {
		if d := bundleByKind(s.n, s.also); d.shapes() < s.n.Len() {
			return d.network()
		}
		return s.annotated(), nil
	}
	d := s.draft(maxShapes)
	if s.label != nil || d.shapes() > maxShapes {
		d.bundle(s.bridges())
	}
	if parts := len(s.part.parts); parts > 0 {
		maxShapes = min(maxShapes*4/5, parts+mostJoins(parts)) // counted nodes are large
	}
	d.thin(maxShapes)
	return d.network()
}

// mostJoins returns how many shapes that join parts stay on an overview: a little more than what holds it together, so
// that the lines can be followed.
func mostJoins(parts int) int { return parts + parts/4 + 2 }

// bridges returns the IDs of what alone holds parts together: without it, and with all that is not drawn too, they fall apart.
func (s sheet) bridges() map[string]bool {
	if len(s.part.parts) == 0 {
		return nil
	}
	d := s.draft(len(s.part.parts))
	n, _ := d.network()
	found := make(map[string]bool)
	for _, v := range n.Cut().Nodes {
		if node := n.At(v); !isAnchor(node) {
			found[node.ID] = true
		}
	}
	return found
}

// annotated returns the sheet's network, with what is elsewhere too.
func (s sheet) annotated() *graphs.Network {
	if s.also == nil {
		return s.n
	}
	b := graphs.NewBuilder()
	for v := range int32(s.n.Len()) {
		b.AddNode(withAlso(s.n.At(v), s.also[v]))
	}
	for e := range int32(s.n.EdgeCount()) {
		edge := s.n.EdgeAt(e)
		b.AddEdge(edge.From, edge.To, edge.Weight, edge.EdgeAttributes)
	}
	n, err := b.Build()
	if err != nil {
		panic("dot: sheet: " + err.Error()) // cannot happen: nodes and edges are those of a network
	}
	return n
}

// withAlso adds to a node's detail where else it is.
func withAlso(n graphs.Node, also string) graphs.Node {
	n.Detail = strings.TrimPrefix(n.Detail+" · "+also, " · ")
	n.Detail = strings.TrimSuffix(n.Detail, " · ")
	return n
}

func (s sheet) draft(maxShapes int) *draft {
	if s.label != nil {
		d := newDraft(s.n, s.label, s.also)
		for _, members := range d.groups[:d.anchors] {
			q := s.part.parts[s.label[members[0]]]
			d.names, d.numbers = append(d.names, q.name), append(d.numbers, q.number)
		}
		return d
	}
	d := newDraft(s.n, numbered(s.n.Len()), s.also)
	for _, key := range []func(graphs.Node) string{byGroup, byKind} {
		if d.shapes() > maxShapes && len(s.part.cases) > UncollapsedCases {
			d = newDraft(s.n, twins(s.n, key), s.also)
		}
	}
	return d
}

// shrinks reports whether the sheet can do with fewer shapes.
func (s sheet) shrinks(maxShapes int) bool {
	return maxShapes > max(MinMaxShapes, len(s.part.parts)) && (len(s.part.parts) > 0 || len(s.part.cases) > UncollapsedCases)
}

// A place says in which page's part a case is.
type place struct {
	number string
	name   string
	order  int // of the page
}

// elsewhere says for each node of a part's network in which other parts of the whole it is.
func elsewhere(whole, part *graphs.Network, places []place) []string {
	also := make([]string, part.Len())
	for v := range int32(part.Len()) {
		if isAnchor(part.At(v)) {
			continue
		}
		w, ok := whole.Find(part.At(v).ID)
		if !ok || whole.Degree(w) == part.Degree(v) {
			continue
		}
		var others []place
		for _, c := range whole.Adjacent(w) {
			if _, here := part.Find(whole.At(c).ID); !here {
				others = append(others, places[c])
			}
		}
		slices.SortFunc(others, func(a, b place) int { return cmp.Compare(a.order, b.order) })
		also[v] = "also in " + listPlaces(slices.Compact(others))
	}
	return also
}

// listPlaces names parts: "community 2, 5 and 3 more".
func listPlaces(places []place) string {
	const named = 4 // a shape has room for about as many
	var b strings.Builder
	for i, p := range places {
		if i == named && len(places) > named+1 {
			b.WriteString(" and " + strconv.Itoa(len(places)-named) + " more")
			break
		}
		if i > 0 {
			b.WriteString(", ")
			b.WriteString(strings.TrimPrefix(p.name, communityNoun))
			continue
		}
		b.WriteString(p.name)
	}
	return b.String()
}
