package linkage_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// componentsOfAllPairs weighs every pair of cases, and returns gonum's
// components of two or more cases of the pairs whose link would be kept, as clustersOf does.
func componentsOfAllPairs(t *testing.T, n *linkage.Network) []string {
	g := simple.NewUndirectedGraph()
	for i := range n.NumCases() {
		g.AddNode(simple.Node(i))
	}
	for a := range n.NumCases() {
		for b := a + 1; b < n.NumCases(); b++ {
			x, err := n.Explain(a, b)
			if err != nil {
				t.Fatal(err)
			}
			if x.Direct.Kept {
				g.SetEdge(simple.Edge{F: simple.Node(a), T: simple.Node(b)})
			}
		}
	}
	var out []string
	for _, component := range topo.ConnectedComponents(g) {
		if len(component) < 2 {
			continue
		}
		var names []string
		for _, v := range component {
			names = append(names, n.Case(int(v.ID())).Name)
		}
		slices.Sort(names)
		out = append(out, strings.Join(names, " "))
	}
	slices.Sort(out)
	return out
}

// Only some pairs are weighed, in work linear in a hub; the clusters are those of all pairs.
func TestClustersAreComponentsOfAllPairs(t *testing.T) {
	for _, o := range []casegen.Options{
		{Profile: "mixed", Cases: 250, Seed: 1},
		{Profile: "rings-and-hubs", Cases: 250, Seed: 2},
		{Profile: "smallhubs", Cases: 250, Seed: 3, Vary: true},
	} {
		_, cases := generate(t, o)
		compareWithAllPairs(t, fmt.Sprintf("%+v", o), cases)
	}
	for seed := range uint64(100) {
		compareWithAllPairs(t, fmt.Sprint("random cases of seed ", seed), randomCases(seed))
	}
}

func compareWithAllPairs(t *testing.T, what string, cases []linkage.Case) {
	t.Helper()
	n := link(t, linkage.Options{}, cases...)
	got := clustersOf(n)
	slices.Sort(got)
	if want := componentsOfAllPairs(t, n); !slices.Equal(got, want) {
		t.Errorf("%s: clusters\n%q, by all pairs\n%q", what, got, want)
	}
}

// randomCases returns a few dozen cases that share few values, some over decades,
// some without a date, some lasting for years.
func randomCases(seed uint64) []linkage.Case {
	r := rand.New(rand.NewPCG(seed, 3))
	var cases []linkage.Case
	for i := range 24 {
		c := incident(fmt.Sprintf("K-%02d", i), []string{erie, genesee, monroe, wyoming}[r.IntN(4)], normalize.DayOf(1980+r.IntN(45), 1, 1+r.IntN(365)))
		switch r.IntN(4) {
		case 0:
			c.From, c.To = 0, 0
		case 1:
			c.To += normalize.Day(r.IntN(30 * 365))
		}
		for range 1 + r.IntN(2) {
			switch r.IntN(4) {
			case 0:
				c.Mentions = append(c.Mentions, phone(fmt.Sprintf("585-555-01%02d", r.IntN(8))))
			case 1:
				c.Mentions = append(c.Mentions, plate(fmt.Sprintf("NY KAB104%d", r.IntN(6))))
			case 2:
				c.Mentions = append(c.Mentions, say(normalize.KindAddress, fmt.Sprintf("%d Canal St, Warsaw NY 14569", 10+r.IntN(6))))
			case 3:
				c.Mentions = append(c.Mentions, say(normalize.KindPerson, []string{"Rosa Whitbeck", "Tomas Petrov", "Ana Stahl"}[r.IntN(3)]))
			}
		}
		cases = append(cases, c)
	}
	return cases
}

// A case that lasted for years, or that is not dated, is near to all sightings in
// between, whatever other case comes between them.
func TestLongAndUndatedCasesLink(t *testing.T) {
	year := func(y int) normalize.Day { return normalize.DayOf(y, 6, 1) }
	long := incident("LONG", erie, year(1990), phone("585-555-0142"))
	long.To = year(2024)
	n := link(t, linkage.Options{}, long,
		incident("EARLY", erie, year(1991), phone("585-555-0142")), incident("LATE", monroe, year(2024), phone("585-555-0142")))
	if got := clustersOf(n); len(got) != 1 || got[0] != "EARLY LATE LONG" {
		t.Errorf("a long case: clusters %q", got)
	}
	n = link(t, linkage.Options{}, incident("UNDATED", erie, 0, phone("585-555-0142")),
		incident("EARLY", erie, year(1991), phone("585-555-0142")), incident("LATE", monroe, year(2024), phone("585-555-0142")))
	if got := clustersOf(n); len(got) != 1 || got[0] != "EARLY LATE UNDATED" {
		t.Errorf("a case without a date: clusters %q", got)
	}
}

// A cluster's id depends on its smallest case only.
func TestClusterID(t *testing.T) {
	shared := phone("585-555-0142")
	small := link(t, linkage.Options{}, incident("A-1", erie, on(1, 1), shared), incident("B-1", monroe, on(2, 1), shared))
	grown := link(t, linkage.Options{}, incident("C-1", wyoming, on(2, 2), shared), incident("B-1", monroe, on(2, 1), shared), incident("A-1", erie, on(1, 1), shared))
	a, b := small.Clusters(1)[0], grown.Clusters(1)[0]
	if a.ID != b.ID || len(a.ID) != len("C-")+13 {
		t.Errorf("ids %q and %q", a.ID, b.ID)
	}
	if got, ok := grown.Cluster(a.ID); !ok || len(got.Cases) != 3 {
		t.Errorf("Cluster(%q) = %v, %t", a.ID, got, ok)
	}
	if _, ok := grown.Cluster("C-0"); ok {
		t.Error("a cluster was found that is not there")
	}
	i := grown.FindCase("B-1")[0]
	if !grown.InCluster(i) || grown.ClusterOf(i) != b.ID || grown.OwnID(i) == b.ID {
		t.Errorf("case B-1 is in %q, alone it would be %q", grown.ClusterOf(i), grown.OwnID(i))
	}
}

// Order: counties spanned, probability, size, id; a span leaves out what spans less.
func TestOrderOfClusters(t *testing.T) {
	_, cases := generate(t, casegen.Options{Profile: "mixed", Cases: 800, Seed: 4})
	n := link(t, linkage.Options{}, cases...)
	all := n.Clusters(1)
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		key := func(k linkage.Cluster) []float64 {
			return []float64{-float64(len(k.Counties)), -k.Probability, -float64(len(k.Cases))}
		}
		if c := slices.Compare(key(a), key(b)); c > 0 || c == 0 && a.ID >= b.ID {
			t.Errorf("%s stands before %s", a.ID, b.ID)
		}
	}
	spanning := slices.DeleteFunc(slices.Clone(all), func(k linkage.Cluster) bool { return len(k.Counties) < 2 })
	sameDump(t, "clusters that span two counties", lines(spanning), lines(n.Clusters(2)))
	if n.NumClusters(2) != len(spanning) || n.NumClusters(1) != len(all) || len(n.ClusterIDs()) != len(all) {
		t.Errorf("NumClusters says %d and %d of %d and %d", n.NumClusters(2), n.NumClusters(1), len(spanning), len(all))
	}
}
