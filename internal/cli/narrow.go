package cli

import (
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/compare"
)

// narrow returns the part of a cluster's graph that passes the filter: its
// cases, the kinds of what they share, and how probable a link through each is.
// What only one of the cases that are left has is left out too.
func (f *filter) narrow(net *linkage.Network, g *graphs.Network) (*graphs.Network, error) {
	keep := make([]bool, g.Len())
	for v := range int32(g.Len()) {
		if n := g.At(v); n.IsCase() {
			keep[v] = f.keepsCase(net, strings.TrimPrefix(n.ID, "case:"))
		}
	}
	for v := range int32(g.Len()) {
		if n := g.At(v); !n.IsCase() && (len(f.kinds) == 0 || slices.Contains(f.kinds, n.Kind)) {
			keep[v] = f.keepsValue(net, g, v, keep)
		}
	}
	b := graphs.NewBuilder()
	number := make([]int32, g.Len())
	for v := range int32(g.Len()) {
		if keep[v] {
			number[v] = b.AddNode(g.At(v))
		}
	}
	for e := range int32(g.EdgeCount()) {
		if edge := g.EdgeAt(e); keep[edge.From] && keep[edge.To] {
			b.AddEdge(number[edge.From], number[edge.To], edge.Weight, edge.EdgeAttributes)
		}
	}
	return b.Build()
}

// keepsCase reports whether a case passes the filter.
func (f *filter) keepsCase(net *linkage.Network, name string) bool {
	at, err := findCase(net, name)
	if err != nil {
		return false
	}
	c := net.Case(at)
	switch {
	case len(f.codes) > 0 && !slices.ContainsFunc(f.codes, func(code string) bool { return slices.Contains(c.Counties, code) }):
		return false
	case f.from != 0 && c.To < f.from, f.to != 0 && (c.From == 0 || c.From > f.to):
		return false
	}
	switch f.offense {
	case "sex":
		return c.Offense&linkage.SexTrafficking != 0
	case "labor":
		return c.Offense&linkage.LaborTrafficking != 0
	case "unknown":
		return c.Offense == 0
	}
	return true
}

// keepsValue reports whether a value joins two of the kept cases, probably enough.
func (f *filter) keepsValue(net *linkage.Network, g *graphs.Network, v int32, keep []bool) bool {
	joined := 0
	for _, e := range g.Incident(v) {
		edge := g.EdgeAt(e)
		if keep[edge.Other(v)] && (net.Prior()+compare.Bits(edge.Weight)).Probability() >= f.minProbability {
			joined++
		}
	}
	return joined >= 2
}
