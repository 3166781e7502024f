package dot_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/tflink/tflink/graphs"
)

var testCounties = []string{"Erie", "Wyoming", "Genesee", "Monroe", "Livingston", "Allegany", "Cattaraugus", "Orleans", "Niagara", "Steuben", "Ontario", "Wayne"}

// cluster returns a made-up cluster of connected cases: rings that change phones
// and plates over time, joined by businesses and by a hub.
func cluster(t testing.TB, cases int, seed uint64) *graphs.Network {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 42))
	b := graphs.NewBuilder()
	entity := func(kind string, i int, hub bool) int32 {
		label := ""
		switch kind {
		case "phone":
			label = fmt.Sprintf("%d-555-01%02d", 200+i/100, i%100)
		case "plate":
			label = fmt.Sprintf("NY KAB-%04d", 1000+i)
		case "business":
			label = []string{"Golden Harvest Farm LLC", "Lucky Star Spa", "Route 20 Motor Inn", "Blue Heron Staffing Inc"}[i%4] + fmt.Sprintf(" %d", i)
		case "handle":
			label = fmt.Sprintf("@sweet_rose_%d", i)
		default:
			label = fmt.Sprintf("%d Main St, Warsaw NY", 10+i)
		}
		return b.AddNode(graphs.Node{ID: kind + ":" + label, Kind: kind, Label: label, Hub: hub})
	}
	kinds := []string{"phone", "plate", "business", "handle", "address"}
	last := entity("phone", 0, false)
	made := 1
	for i := range cases {
		county := testCounties[min(r.IntN(len(testCounties)), r.IntN(len(testCounties)))]
		c := b.AddNode(graphs.Node{
			ID: fmt.Sprintf("%s-2024-%04d", county[:2], i), Kind: graphs.KindCase, Group: county,
			Detail: []string{"sex", "labor", "sex+labor"}[r.IntN(3)] + " · 2024",
		})
		b.AddEdge(c, last, 8+6*r.Float64(), graphs.EdgeAttributes{})
		if i > 0 && r.IntN(3) == 0 {
			last = entity(kinds[r.IntN(len(kinds))], made, false)
			made++
			b.AddEdge(c, last, 4+6*r.Float64(), graphs.EdgeAttributes{})
		}
		if r.IntN(6) == 0 {
			b.AddEdge(c, entity(kinds[r.IntN(len(kinds))], r.IntN(made), false), 3+5*r.Float64(), graphs.EdgeAttributes{})
		}
		if cases > 20 && r.IntN(8) == 0 {
			b.AddEdge(c, entity("business", 90000, true), 1, graphs.EdgeAttributes{})
		}
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// overview returns counties joined by the clusters that they share.
func overview(t testing.TB) *graphs.Network {
	t.Helper()
	r := rand.New(rand.NewPCG(5, 5))
	b := graphs.NewBuilder()
	for i, c := range testCounties {
		b.AddNode(graphs.Node{ID: fmt.Sprintf("36%03d", 2*i+1), Kind: graphs.KindCounty, Label: c, Cases: 5 + r.IntN(60)})
	}
	for i := range int32(len(testCounties)) {
		for j := range i {
			if shared := r.IntN(9) - 5; shared > 0 {
				b.AddEdge(i, j, float64(shared), graphs.EdgeAttributes{Label: fmt.Sprint(shared)})
			}
		}
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}
