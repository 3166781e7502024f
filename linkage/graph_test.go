package linkage_test

import (
	"testing"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage"
)

func labels(g *graphs.Network) []string {
	var out []string
	for v := range int32(g.Len()) {
		out = append(out, g.At(v).ID+" "+g.At(v).Label+" "+g.At(v).Detail)
	}
	return out
}

func TestGraphs(t *testing.T) {
	cases := append(hubCases(40, phone("800-555-0199")),
		incident("A", erie, on(3, 1), phone("585-555-0142"), phone("800-555-0199")),
		incident("B", wyoming, on(3, 2), phone("585-555-0142"), plate("NY KAB1042")),
		incident("C", wyoming, on(3, 3), plate("NY KAB1042")))
	n := link(t, linkage.Options{}, cases...)
	clusters := n.Clusters(1)
	if len(clusters) != 1 {
		t.Fatalf("clusters %q", clustersOf(n))
	}
	g, err := n.Graph(clusters[0])
	if err != nil {
		t.Fatal(err)
	}
	// A - phone - B - plate - C; the hotline is left out.
	if g.Len() != 5 || g.EdgeCount() != 4 || g.Cases() != 3 || len(g.Components()) != 1 {
		t.Errorf("the cluster's graph: %d nodes, %d edges: %q", g.Len(), g.EdgeCount(), labels(g))
	}
	whole, err := n.WholeGraph()
	if err != nil {
		t.Fatal(err)
	}
	hub, ok := whole.Find("phone:+18005550199")
	if !ok || !whole.At(hub).Hub || whole.Degree(hub) != 41 || whole.Cases() != len(cases) {
		t.Errorf("the whole graph: %t, %d cases", ok, whole.Cases())
	}
	over, err := n.Overview(clusters)
	if err != nil {
		t.Fatal(err)
	}
	if over.Len() != 2 || over.EdgeCount() != 1 || over.EdgeAt(0).Weight != 1 {
		t.Errorf("the overview: %q", labels(over))
	}
}
