package linkage_test

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Two rings, each with a phone and a car of its own; one case of the second gives the first one's phone too.
func TestCommunities(t *testing.T) {
	var cases []linkage.Case
	for ring, county := range []string{wyoming, erie} {
		for i := range 8 {
			c := incident(fmt.Sprintf("R%d-%d", ring, i), county, on(1, 1)+normalize.Day(i*9),
				phone(fmt.Sprintf("585-555-01%d2", ring+1)), plate(fmt.Sprintf("NY KAB%d04%d", ring+1, ring)))
			if ring == 1 && i == 0 {
				c.Mentions = append(c.Mentions, phone("585-555-0112"))
			}
			cases = append(cases, c)
		}
	}
	n := link(t, linkage.Options{}, cases...)
	k := n.Clusters(1)
	if len(k) != 1 {
		t.Fatalf("%d clusters", len(k))
	}
	parts, err := n.Communities(k[0])
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) != 2 || len(parts[0].Cases) != 8 || len(parts[1].Cases) != 8 || len(parts[0].Counties) != 1 {
		t.Fatalf("parts %+v", parts)
	}
	for _, p := range parts {
		if len(p.Holds) != 2 || len(p.Joins) != 1 || p.Joins[0].Entity.Key != "+15855550112" || p.Holds[1].Cases != 8 {
			t.Errorf("part %+v", p)
		}
	}
	// The phone alone joins the two.
	if next := k[0].Next; next == nil || next.Entity.Key != "+15855550112" || next.Cases != 8 || next.Doubt <= 0 || next.Doubt > 0.1 {
		t.Errorf("check next %+v", next)
	}
	small := link(t, linkage.Options{}, cases[:4]...).Clusters(1)
	if parts, err := n.Communities(small[0]); parts != nil || err != nil {
		t.Errorf("a small cluster has parts %+v, %v", parts, err)
	}
}
