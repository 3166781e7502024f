package linkage_test

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Companies at one address are related and no one company; spellings of one are one, two that one case names tell
// nothing, and what a hub joins is not related.
func TestRelated(t *testing.T) {
	firm := func(name string) linkage.Mention { return say(normalize.KindBusiness, name) }
	mill := say(normalize.KindAddress, "12 Mill St, Perry, NY 14530")
	motel := say(normalize.KindAddress, "8250 Park Rd, Batavia, NY 14020")
	cases := []linkage.Case{
		incident("A", wyoming, on(3, 1), mill, phone("585-555-0142"), firm("Golden Harvest Farms LLC")),
		incident("B", genesee, on(3, 9), mill, phone("585-555-0142"), firm("Silver Orchid Staffing Inc")),
		incident("C", genesee, on(4, 1), mill, phone("585-555-0142"), firm("Golden Harvest Farm")),
		incident("D", genesee, on(4, 9), mill, phone("585-555-0142")),
		incident("E", wyoming, on(4, 9), phone("716-555-0111"), firm("Maple Ridge Dairy"), firm("Quiet Creek Roofing")),
		incident("F", wyoming, on(4, 9), phone("716-555-0111")),
		incident("G", wyoming, on(5, 9), motel, plate("NY KAB1042"), firm("Lucky Star Spa")),
		incident("H", wyoming, on(5, 9), motel, plate("NY KAB1042"), firm("Hilltop Packing")),
	}
	hub := linkage.Known{Kind: normalize.KindAddress, Key: keyOf(t, normalize.KindAddress, "8250 Park Rd, Batavia, NY 14020"), Hub: true}
	n := link(t, linkage.Options{Known: []linkage.Known{hub}}, cases...)
	if got := fmt.Sprint(clustersOf(n)); got != "[A B C D E F G H]" {
		t.Fatalf("clusters %s", got)
	}
	var got []string
	for _, k := range n.Clusters(1) {
		for _, r := range n.Related(k) {
			names := []string{}
			for _, b := range r.Businesses {
				names = append(names, b.Display)
			}
			got = append(got, fmt.Sprintf("%q through %s in %v", names, r.Through.Kind, r.Cases))
		}
	}
	want := `["Golden Harvest Farms LLC" "Silver Orchid Staffing Inc."] through %s in [A B C]`
	if len(got) != 2 || got[0] != fmt.Sprintf(want, "phone") || got[1] != fmt.Sprintf(want, "address") {
		t.Errorf("related: %q, want %q through both", got, want)
	}
	if related := explain(t, n, "A", "B").Direct.Related; len(related) != 2 || len(related[0].Businesses) != 2 {
		t.Errorf("A and B: %+v", related)
	}
	for _, pair := range [][2]string{{"A", "C"}, {"E", "F"}, {"G", "H"}, {"A", "D"}} {
		if related := explain(t, n, pair[0], pair[1]).Direct.Related; len(related) > 0 {
			t.Errorf("%v: %+v", pair, related)
		}
	}
}

// A firm and its department, a misspelt name, and names that a third one joins may be one business: none is called another.
// Two stores of a chain are two.
func TestRelatedMayBeOne(t *testing.T) {
	for _, at := range []struct {
		firms []string
		want  int
	}{
		{[]string{"Golden Harvest Farm LLC", "Goldn Harvest Farm"}, 0},
		{[]string{"NBTY Inc.", "NBTY and NBTY Manufacturing New York Inc."}, 0},
		{[]string{"ROC/United Airlines", "United Airlines Airport Operations DivisionBuffalo Niagara International Airport Inc."}, 0},
		{[]string{"GTA Americas LLC", "GTA Americas, LLCOperations & Finance Department5 Pennsylvania Plaza"}, 0},
		{[]string{"Alder Quorum Dairy", "Quorum Alder Dairy Packing Office", "Alder Quorum Dairy Milking"}, 0},
		{[]string{"Golden Harvest Farm LLC", "Silver Orchid Staffing Inc", "Goldn Harvest Farm"}, 2},
		{[]string{"Kmart #12", "Kmart #14"}, 2},
	} {
		var cases []linkage.Case
		for i, firm := range at.firms {
			cases = append(cases, incident(fmt.Sprint("C", i), wyoming, on(3, 1), phone("585-555-0142"), say(normalize.KindBusiness, firm)))
		}
		n := link(t, linkage.Options{}, cases...)
		got := 0
		for _, k := range n.Clusters(1) {
			for _, r := range n.Related(k) {
				got += len(r.Businesses)
			}
		}
		if len(n.Clusters(1)) != 1 || got != at.want {
			t.Errorf("%q: %d clusters, %d related businesses, want %d", at.firms, len(n.Clusters(1)), got, at.want)
		}
	}
}

// keyOf returns the canonical form of a value.
func keyOf(t *testing.T, kind linkage.Kind, raw string) string {
	t.Helper()
	v, err := normalize.Normalize(kind, raw, normalize.Context{})
	if err != nil {
		t.Fatal(err)
	}
	return v.Key()
}
