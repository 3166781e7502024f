package linkage_test

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// hubCases returns cases of many counties over three years that share nothing
// but the given value: each has a phone and a plate of its own.
func hubCases(n int, shared linkage.Mention) []linkage.Case {
	var cases []linkage.Case
	for i := range n {
		day := normalize.DayOf(2022, 1, 1) + normalize.Day(i*3*365/n)
		cases = append(cases, incident(fmt.Sprintf("H-%03d", i), fmt.Sprintf("36%03d", 1+2*(i%30)), day,
			shared, phone(fmt.Sprintf("%d-555-01%02d", 212+i/100, i%100)), plate(fmt.Sprintf("NY HUB%04d", i))))
	}
	return cases
}

func TestHubLedger(t *testing.T) {
	const cases = 50
	n := link(t, linkage.Options{}, hubCases(cases, phone("800-555-0199"))...)
	hubs := n.Hubs()
	if len(hubs) != 1 {
		t.Fatalf("%d hubs: %+v", len(hubs), hubs)
	}
	h := hubs[0]
	if h.Cases != cases || h.Counties != 30 || h.Alone != cases || h.Inside+h.Outside != 0 {
		t.Errorf("the ledger says %+v", h)
	}
	// Every pair of its cases is lost, since nothing else joins them.
	if want := int64(cases * (cases - 1) / 2); h.Lost != want {
		t.Errorf("%d links lost, want %d", h.Lost, want)
	}
	if len(n.Clusters(1)) != 0 {
		t.Errorf("the hub joins %v", clustersOf(n))
	}
	e, ok := n.Entity(normalize.KindPhone, h.Entity.Key)
	if !ok || e.Hub != h.Odds || len(e.Cases) != cases {
		t.Errorf("the entity says %d cases and %v", len(e.Cases), e.Hub)
	}
	x := explain(t, n, "H-000", "H-001")
	if x.Direct.Kept || len(x.Apart) != 2 {
		t.Errorf("apart: %q", x.Apart)
	}
}

// A ring's phone in as many cases as a hub is kept: its cases share cars too.
func TestRingIsNoHub(t *testing.T) {
	var cases []linkage.Case
	for i := range 20 {
		cases = append(cases, incident(fmt.Sprintf("R-%02d", i), wyoming, on(1, 1)+normalize.Day(i*9),
			phone("585-555-0142"), plate(fmt.Sprintf("NY KAB%04d", 1000+i/5))))
	}
	n := link(t, linkage.Options{}, cases...)
	if got := n.Clusters(1); len(got) != 1 || len(got[0].Cases) != 20 {
		t.Errorf("clusters %v", clustersOf(n))
	}
	if len(n.Hubs()) != 0 {
		t.Errorf("hubs %+v", n.Hubs())
	}
}

// Pairs of a hub's cases are either in one cluster or lost to it: kept + lost = all.
func TestHubPairsAddUp(t *testing.T) {
	_, cases := generate(t, casegen.Options{Profile: "rings-and-hubs", Cases: 1500, Seed: 5})
	n := link(t, linkage.Options{}, cases...)
	hubs := n.Hubs()
	if len(hubs) < 3 {
		t.Fatalf("%d hubs: the test tests nothing", len(hubs))
	}
	for _, h := range hubs {
		if h.Entity.Facet != "" {
			continue // listed by its whole values
		}
		e, ok := n.Entity(h.Entity.Kind, h.Entity.Key)
		if !ok {
			t.Fatalf("%v is not an entity", h.Entity)
		}
		kept := int64(0)
		for i, a := range e.Cases {
			for _, b := range e.Cases[i+1:] {
				if n.ClusterOf(n.FindCase(a)[0]) == n.ClusterOf(n.FindCase(b)[0]) {
					kept++
				}
			}
		}
		all := int64(len(e.Cases)) * int64(len(e.Cases)-1) / 2
		if kept+h.Lost != all {
			t.Errorf("%s: %d kept and %d lost of %d", h.Entity.Display, kept, h.Lost, all)
		}
		if h.Inside+h.Outside+h.Alone > h.Cases || h.Damped <= 0 {
			t.Errorf("%+v", h)
		}
	}
}
