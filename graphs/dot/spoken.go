package dot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// spokenJoins bounds how many neighbours a screen reader names of a node: who wants all of them has the table.
const spokenJoins = 6

// spoken says in a sentence what a node is and what it joins, the strongest first.
func (c *composer) spoken(v int32, f *figure) draw.Text {
	said := string(f.tooltip())
	incident := slices.Clone(c.n.Incident(v))
	if len(incident) == 0 {
		return draw.CleanAll(said + ". Joined with nothing on this page")
	}
	slices.SortStableFunc(incident, func(a, b int32) int {
		return -cmp.Compare(c.n.EdgeAt(a).Weight, c.n.EdgeAt(b).Weight)
	})
	kinds := make(map[string]int)
	var named []string
	for i, e := range incident {
		edge := c.n.EdgeAt(e)
		other := c.n.At(edge.Other(v))
		kinds[spokenKind(other)]++
		if i < spokenJoins {
			named = append(named, string(draw.Clean(strings.Join(append([]string{other.Text()}, c.edgeFacts(edge)...), ", "))))
		}
	}
	if more := len(incident) - len(named); more > 0 {
		named = append(named, strconv.Itoa(more)+" more, which the table names")
	}
	return draw.CleanAll(said + ". Joins " + countOf(kinds) + ": " + strings.Join(named, "; "))
}

// spokenKind is the noun for a node among others: those that stand for several things are shapes.
func spokenKind(n graphs.Node) string {
	if n.Kind == KindSeveral || n.CaseCount() > 1 {
		return "shape"
	}
	return cmp.Or(n.Kind, "shape")
}

// describe says in words what the picture shows.
func (c *composer) describe() draw.Text {
	var parts []string
	if s := c.subtitle(); s != "" {
		parts = append(parts, string(s))
	}
	parts = append(parts, "A network map of "+plural(c.n.Len(), "shape")+" and "+plural(c.n.EdgeCount(), "edge")+
		"; the wider an edge, the more it weighs. Each shape says what it joins")
	const most = 8
	for i, g := range c.counties {
		if i == most {
			parts = append(parts, plural(len(c.counties)-most, "county")+" more")
			break
		}
		parts = append(parts, g.Label+": "+plural(g.Cases, "case"))
	}
	return draw.CleanAll(strings.Join(parts, ". "))
}
