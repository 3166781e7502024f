package dot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// KindSeveral is the kind of a node that stands for entities of several kinds.
const KindSeveral = "several"

// node returns the node that stands for the members of group g: a member itself if it is alone.
func (d *draft) node(g int, members []int32) graphs.Node {
	first := d.n.At(members[0])
	var anchors, entities []int32
	for _, v := range members {
		if isAnchor(d.n.At(v)) {
			anchors = append(anchors, v)
		} else {
			entities = append(entities, v)
		}
	}
	switch {
	case len(anchors) == 1:
		return first
	case len(anchors) > 1:
		node := d.anchorNode(anchors, entities)
		if g < len(d.names) {
			node.Label = capitalised(d.names[g]) + ": " + plural(max(node.Cases, len(anchors)), node.Kind)
		}
		return node
	}
	node := first
	if len(members) > 1 {
		node = d.entityNode(entities)
	}
	return withAlso(node, d.elsewhere(members[0]))
}

// capitalised returns a name as it begins a line.
func capitalised(name string) string {
	r, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[size:]
}

// freshID returns an ID that no node of the network has, made from a member's.
func (d *draft) freshID(of string) string {
	for {
		of = "+" + of
		if _, taken := d.n.Find(of); !taken {
			return of
		}
	}
}

// anchorNode names a counted group of cases: "12 cases of Erie", by what they hang together.
func (d *draft) anchorNode(anchors, entities []int32) graphs.Node {
	first := d.n.At(anchors[0])
	node := graphs.Node{ID: d.freshID(first.ID), Kind: first.Kind}
	counties := make(map[string]int)
	for _, v := range anchors {
		a := d.n.At(v)
		node.Cases += max(a.Cases, 1)
		counties[strings.TrimSuffix(a.GroupText(), d.state)] += max(a.Cases, 1)
	}
	if node.Kind == graphs.KindCounty {
		node.Label = strconv.Itoa(len(anchors)) + " counties"
	} else {
		node.Label = plural(node.Cases, "case")
	}
	if len(counties) == 1 && first.GroupText() != "" {
		node.Group, node.GroupLabel = first.Group, first.GroupLabel
		node.Label += " of " + first.GroupText()
	} else {
		node.GroupLabel = topCounts(counties, 2)
	}
	if len(anchors) <= namedCases {
		node.Detail = strings.Join(texts(d.n, anchors), ", ")
		return node
	}
	node.Detail = d.heldBy(anchors, entities)
	return node
}

// commonState returns what all counties end with, such as ", NY"; "" if they are of several states or say none. What is the same
// in all takes room and tells nothing; the legend has it.
func commonState(n *graphs.Network) string {
	state := ""
	for i, g := range n.Groups(nil) {
		at := strings.LastIndex(g.Label, ", ")
		if at < 0 || i > 0 && g.Label[at:] != state {
			return ""
		}
		state = g.Label[at:]
	}
	return state
}

// namedCases is up to how many cases a counted node names.
const namedCases = 2

func texts(n *graphs.Network, nodes []int32) []string {
	list := make([]string, len(nodes))
	for i, v := range nodes {
		list[i] = string(draw.Clean(n.At(v).Text()))
	}
	return list
}

// heldBy says what most of a group of cases share: of the entities inside it and around it, that of most members.
func (d *draft) heldBy(anchors, inside []int32) string {
	shared := make(map[int32]int)
	for _, v := range anchors {
		for _, w := range d.n.Adjacent(v) {
			if !isAnchor(d.n.At(w)) {
				shared[w]++
			}
		}
	}
	var best int32 = -1
	for v, count := range shared {
		if d.n.At(v).Hub {
			continue // proves little
		}
		if best < 0 || count > shared[best] || count == shared[best] && v < best {
			best = v
		}
	}
	if best < 0 || shared[best] < 2 {
		return ""
	}
	e := d.n.At(best)
	text := e.Kind + " " + shorten(e.Text())
	switch {
	case len(shared) == 1:
		return "only by " + text
	case len(inside) > 1:
		return "by " + text + " +" + strconv.Itoa(len(shared)-1)
	}
	return "by " + text
}

// shorten cuts a name so that what follows it still has room on a shape.
func shorten(name string) string {
	const most = 20 // characters
	runes := []rune(string(draw.Clean(name)))
	if len(runes) <= most {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:most-1]), " ,") + "…"
}

// entityNode names entities that join the same: their names, as many as have room.
func (d *draft) entityNode(entities []int32) graphs.Node {
	first := d.n.At(entities[0])
	node := graphs.Node{ID: d.freshID(first.ID), Kind: first.Kind, Detail: countKinds(d.n, entities)}
	names := texts(d.n, entities)
	for _, v := range entities {
		e := d.n.At(v)
		node.Hub = node.Hub || e.Hub
		if e.Kind != node.Kind {
			node.Kind = KindSeveral
		}
	}
	const named = 2 // a shape has room for about two
	if len(names) > named+1 {
		names = append(names[:named], strconv.Itoa(len(names)-named)+" more")
	}
	node.Label = strings.Join(names, ", ")
	return node
}

// countKinds says how many nodes there are of each kind: "3 phones, 2 plates".
func countKinds(n *graphs.Network, nodes []int32) string {
	counts := make(map[string]int)
	for _, v := range nodes {
		counts[n.At(v).Kind]++
	}
	return countOf(counts)
}

// countOf says how many there are of each kind.
func countOf(counts map[string]int) string {
	kinds := make([]string, 0, len(counts))
	for k := range counts {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for i, k := range kinds {
		kinds[i] = plural(counts[k], k)
	}
	return strings.Join(kinds, ", ")
}

// topCounts lists the most frequent texts: "Erie 5 · Monroe 4 · 3 more".
func topCounts(counts map[string]int, top int) string {
	texts := make([]string, 0, len(counts))
	for t := range counts {
		texts = append(texts, t)
	}
	slices.SortFunc(texts, func(a, b string) int {
		return cmp.Or(-cmp.Compare(counts[a], counts[b]), strings.Compare(a, b))
	})
	rest := 0
	for i, t := range texts {
		if i >= top {
			rest += counts[t]
			continue
		}
		texts[i] = cmp.Or(t, "no county") + " " + strconv.Itoa(counts[t])
	}
	if len(texts) > top {
		texts = append(texts[:top], strconv.Itoa(rest)+" more")
	}
	return strings.Join(texts, " · ")
}

// plural returns a number and a noun: "1 case", "2 businesses", "3 counties".
func plural(n int, noun string) string {
	if n != 1 {
		switch {
		case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"):
			noun += "es"
		case strings.HasSuffix(noun, "ty"):
			noun = strings.TrimSuffix(noun, "y") + "ies"
		default:
			noun += "s"
		}
	}
	return strconv.Itoa(n) + " " + noun
}

// bits returns a weight for people.
func bits(w float64) string { return strconv.FormatFloat(w, 'f', 1, 64) + " bits" }
