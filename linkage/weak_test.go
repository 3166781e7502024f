package linkage_test

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// A motel, a first name and a week: none of them links, and all three together do if the name is rare. By hand: the
// prior is -13 bits, the motel says 2 as a hub (Residual) and 3 more in one week (Week), and the name alone at most 10, less a
// doubling for what it stands in. What the cluster shares names the motel too.
func TestWeakEvidenceAddsUp(t *testing.T) {
	motel := say(normalize.KindAddress, "8250 Park Rd, Batavia, NY 14020")
	name := func(s string) linkage.Mention {
		return linkage.Mention{Kind: normalize.KindPerson, Raw: s, Role: linkage.RoleSuspect}
	}
	var cases []linkage.Case
	for i := range 40 { // strangers at the motel, over three years
		cases = append(cases, incident(fmt.Sprintf("S-%02d", i), genesee, on(1, 1)+normalize.Day(25*i), motel, phone(fmt.Sprintf("585-555-%04d", 100+i))))
	}
	day := on(5, 6)
	cases = append(cases,
		incident("A", genesee, day, motel, name("Xiomara"), phone("716-555-0101")),
		incident("B", genesee, day+3, motel, name("Xiomara"), phone("716-555-0102")),
		incident("late", genesee, day+400, motel, name("Xiomara"), phone("716-555-0103")),
		incident("elsewhere", wyoming, day+1, name("Xiomara"), phone("716-555-0104")),
		incident("common", genesee, day+1, motel, name("Maria"), phone("716-555-0105")),
		incident("common too", genesee, day+2, motel, name("Maria"), phone("716-555-0106")),
		incident("unlisted", genesee, day+1, motel, name("Wei"), phone("716-555-0108")),
		incident("unlisted too", genesee, day+2, motel, name("Wei"), phone("716-555-0109")),
		incident("another", genesee, day+1, motel, name("Dede"), phone("716-555-0107")))
	n := link(t, linkage.Options{}, cases...)
	if got := fmt.Sprint(clustersOf(n)); got != "[A B]" {
		t.Errorf("clusters %s, want A and B alone", got)
	}
	shared := n.Clusters(1)[0].Shared
	if len(shared) != 2 || shared[0].Entity.Kind != normalize.KindPerson && shared[1].Entity.Kind != normalize.KindPerson {
		t.Errorf("the cluster shares %v, want the name and the motel", shared)
	}
	l := explain(t, n, "A", "B").Direct
	checkSums(t, l)
	hub := linkage.DefaultParameters().Hub
	for _, e := range l.Evidence {
		if want := hub.Residual + hub.Week; e.Entity.Kind == normalize.KindAddress && (e.Weight < want || e.Weight > want+linkage.Bit/10) {
			t.Errorf("the motel in one week says %v, want about %v", e.Weight, want)
		}
	}
	if w := explain(t, n, "A", "late").Direct.Weight; l.Weight-w < hub.Week {
		t.Errorf("a year later what they share weighs %v, within a week %v", w, l.Weight)
	}
	if w := explain(t, n, "A", "another").Direct.Evidence[0].Weight; w > hub.Residual+linkage.Bit/10 {
		t.Errorf("the motel and a week alone say %v, want %v", w, hub.Residual)
	}
}
