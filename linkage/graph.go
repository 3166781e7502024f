package linkage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage/normalize"
)

// Graph returns a cluster as a graph of its cases, what they share, and what people
// decided about two of them, or about a value (its Detail), for package graphs and its pictures and exports. Hubs are in it
// only as far as they are in [Cluster.Shared].
func (n *Network) Graph(k Cluster) (*graphs.Network, error) {
	b := graphs.NewBuilder()
	number := map[int32]int32{}
	for _, c := range n.casesNamed(k.Cases) {
		number[c] = b.AddNode(n.caseNode(c))
	}
	decided := n.decisions()
	for _, s := range k.Shared {
		row := entityKey{n.kindIndex(s.Entity.Kind), levelOf(s.Entity.Facet), s.Entity.Key}
		e, ok := n.sharedAt(&row)
		if !ok {
			continue
		}
		at := b.AddNode(n.entityNode(e, decided))
		for _, h := range n.holdersOf(e) {
			if c, in := number[n.slots[h].kase]; in {
				b.AddEdge(c, at, n.shared[e].weight.Bits(), graphs.EdgeAttributes{})
			}
		}
	}
	n.addJudgements(b, func(c int32) (int32, bool) { v, in := number[c]; return v, in })
	return b.Build()
}

// casesNamed returns the cases of the given names, in their order. A name is exact: an id alone is none where two cases have it.
func (n *Network) casesNamed(names []string) []int32 {
	var cases []int32
	for _, name := range names {
		for _, i := range n.FindCase(name) {
			if n.name(int32(i)) == name {
				cases = append(cases, int32(i))
			}
		}
	}
	return cases
}

// addJudgements adds what people decided about two cases of a graph as edges between them. A
// judgement has no bits, so that their weight is 0.
func (n *Network) addJudgements(b *graphs.Builder, number func(kase int32) (int32, bool)) {
	for p, j := range n.judged.of {
		x, okX := number(p.a)
		y, okY := number(p.b)
		if !okX || !okY {
			continue
		}
		b.AddEdge(x, y, 0, graphs.EdgeAttributes{
			Label: "judged " + j.Verdict.String(), Detail: j.Said(), Unsure: j.Verdict == Unsure,
		})
	}
}

// WholeGraph returns all cases and everything that two or more of them share,
// hubs included and marked, and what people decided about two cases.
func (n *Network) WholeGraph() (*graphs.Network, error) {
	b := graphs.NewBuilder()
	for c := range n.cases {
		b.AddNode(n.caseNode(int32(c)))
	}
	decided := n.decisions()
	for e := range n.shared {
		at := b.AddNode(n.entityNode(int32(e), decided))
		for _, h := range n.holdersOf(int32(e)) {
			b.AddEdge(n.slots[h].kase, at, n.shared[e].weight.Bits(), graphs.EdgeAttributes{})
		}
	}
	n.addJudgements(b, func(c int32) (int32, bool) { return c, true }) // cases come first, in order
	return b.Build()
}

// Overview returns the counties that some of the clusters join as nodes, counted
// by all their cases, and as edges how many of the clusters span each two of them.
func (n *Network) Overview(clusters []Cluster) (*graphs.Network, error) {
	b := graphs.NewBuilder()
	cases := map[string]int{}
	for c := range n.cases {
		for _, county := range n.countiesOfCase(int32(c)) {
			cases[county]++
		}
	}
	type pair struct{ a, b string }
	spanning := map[pair]int{}
	joined := map[string]bool{}
	for i := range clusters {
		in := clusters[i].Counties
		for x := range in {
			for y := x + 1; y < len(in); y++ {
				spanning[pair{in[x], in[y]}]++
				joined[in[x]], joined[in[y]] = true, true
			}
		}
	}
	number := map[string]int32{}
	for county, count := range cases {
		if joined[county] {
			name := countyLabel(county)
			number[county] = b.AddNode(graphs.Node{
				ID: "county:" + county, Kind: graphs.KindCounty, Label: name, Group: county, GroupLabel: name, Cases: count,
			})
		}
	}
	for p, count := range spanning {
		label := "" // a thin line without a word is one cluster
		if count > 1 {
			label = fmt.Sprintf("%d clusters", count)
		}
		b.AddEdge(number[p.a], number[p.b], float64(count), graphs.EdgeAttributes{Label: label})
	}
	return b.Build()
}

func (n *Network) caseNode(c int32) graphs.Node {
	row := &n.cases[c]
	node := graphs.Node{ID: "case:" + n.name(c), Kind: graphs.KindCase, Label: n.name(c), Cases: 1}
	counties := n.countiesOfCase(c)
	if len(counties) > 0 {
		node.Group = counties[0]
		node.GroupLabel = countyLabel(counties[0])
	}
	detail := []string{}
	if more := len(counties) - 1; more > 0 {
		detail = append(detail, fmt.Sprintf("+%d counties", more))
	}
	if row.offense != 0 {
		detail = append(detail, row.offense.String())
	}
	if row.from != 0 {
		detail = append(detail, row.from.Time().Format("Jan 2006"))
	}
	node.Detail = strings.Join(detail, ", ")
	return node
}

// entityNode returns the node of a shared value, with what people decided about it.
func (n *Network) entityNode(e int32, decided map[int32][]string) graphs.Node {
	row := n.row(e)
	kind := string(n.kinds[row.kind].Kind)
	detail := slices.DeleteFunc(append([]string{row.level.String()}, decided[n.shared[e].entity]...), func(s string) bool { return s == "" })
	return graphs.Node{ID: n.ref(n.shared[e].entity).NodeID(), Kind: kind, Label: n.display(e), Detail: strings.Join(detail, ", "), Hub: n.isHub(e)}
}

// decisions says what people decided about values, by entity: alone, or beside another one.
func (n *Network) decisions() map[int32][]string {
	said := map[int32][]string{}
	for i := range n.judged.values.all {
		j := &n.judged.values.all[i]
		about, text := []int32{j.entity}, fmt.Sprintf("judged %s in %s and in %s", j.Verdict, j.A, j.B)
		if !j.inCases {
			about, text = append([]int32{j.a, j.b}, j.facets...), fmt.Sprintf("judged %s: %s and %s", j.Verdict, j.A, j.B)
		}
		slices.Sort(about)
		for _, e := range slices.Compact(about) {
			said[e] = append(said[e], text)
		}
	}
	return said
}

// NodeID returns the id that the entity has as a node of [Network.Graph].
func (e EntityRef) NodeID() string {
	if e.Facet != "" {
		return string(e.Kind) + " " + e.Facet + ":" + e.Key
	}
	return string(e.Kind) + ":" + e.Key
}

// countyLabel returns a county's name for a picture: the code where it is unknown.
func countyLabel(fips string) string {
	name, state := normalize.CountyName(fips), normalize.CountyState(fips)
	if name == "" {
		return fips
	}
	return name + ", " + state
}

// sharedAt returns the shared entity with the given key, or the one that it was judged the same as. Cost: O(log n).
func (n *Network) sharedAt(key *entityKey) (int32, bool) {
	if to, judged := n.judged.values.stand[*key]; judged {
		stand := n.entities.key(to)
		key = &stand
	}
	lo, hi := 0, len(n.shared)
	for lo < hi {
		mid := (lo + hi) / 2
		if n.key(int32(mid)).compare(*key) < 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(n.shared) && n.key(int32(lo)).compare(*key) == 0 {
		return int32(lo), true
	}
	return 0, false
}

// levelOf returns the level that a facet's name says.
func levelOf(facet string) level {
	for l, name := range levelNames {
		if name == facet {
			return level(l)
		}
	}
	return levelWhole
}
