package graphs

import (
	"cmp"
	"slices"
	"strings"
)

// Palette holds colours, 0xRRGGBB, that people with any kind of colour vision
// tell apart (Okabe, Ito 2008): without the black, which is for text, and with
// yellow last because it prints lightest. Pictures and exports give them to counties
// in the order of [Network.Groups].
var Palette = [...]uint32{0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0xF0E442}

// A GroupCount is a group, such as a county, and how many cases it has.
type GroupCount struct {
	Group string
	Label string // what people read
	Cases int
}

// GroupOf returns the group that node v is drawn as: its Group; of a county
// without one, its ID; of entities, none.
func (n *Network) GroupOf(v int32) (group, label string, ok bool) {
	node := n.nodes[v]
	switch {
	case node.Kind == KindCounty && node.Group == "":
		return node.ID, node.Text(), true
	case node.Kind == KindCounty || node.IsCase():
		return node.Group, node.GroupText(), node.Group != ""
	}
	return "", "", false
}

// Groups returns the groups of some cases or counties, the most cases first,
// then by group; those of all nodes if nodes is nil.
func (n *Network) Groups(nodes []int32) []GroupCount {
	index := make(map[string]int)
	var counts []GroupCount
	count := func(v int32) {
		group, label, ok := n.GroupOf(v)
		if !ok {
			return
		}
		i, seen := index[group]
		if !seen {
			i = len(counts)
			index[group] = i
			counts = append(counts, GroupCount{Group: group, Label: label})
		}
		counts[i].Cases += max(n.nodes[v].Cases, 1)
	}
	if nodes == nil {
		for v := range int32(n.Len()) {
			count(v)
		}
	}
	for _, v := range nodes {
		count(v)
	}
	slices.SortFunc(counts, func(a, b GroupCount) int {
		return cmp.Or(-cmp.Compare(a.Cases, b.Cases), strings.Compare(a.Group, b.Group))
	})
	return counts
}
