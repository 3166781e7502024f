package linkage_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// grouped returns the cases of each cluster, such as "A B, C D".
func grouped(n *linkage.Network) string {
	clusters := clustersOf(n)
	slices.Sort(clusters)
	return strings.Join(clusters, ", ")
}

func onValues(v linkage.Verdict, kind linkage.Kind, a, b string) linkage.Judgement {
	return linkage.Judgement{A: a, B: b, Kind: kind, Verdict: v, By: "Ann", Why: "seen"}
}

func inCases(v linkage.Verdict, phone, a, b string) linkage.Judgement {
	return linkage.Judgement{A: a, B: b, Kind: normalize.KindPhone, Value: phone, Verdict: v, By: "Ann", Why: "sold"}
}

// What people judge of values changes which cases hang together, whatever the order of cases.
func TestJudgedValues(t *testing.T) {
	const one, two, three = "585-555-0101", "585-555-0102", "585-555-0103"
	same, different, unsure := linkage.Same, linkage.Different, linkage.Unsure
	phones := []linkage.Case{
		incident("A", erie, on(3, 1), phone(one)), incident("B", wyoming, on(3, 2), phone(one)),
		incident("C", erie, on(3, 3), phone(two)), incident("D", erie, on(3, 4), phone(three)),
	}
	threeOfOne := []linkage.Case{
		incident("A", erie, on(3, 1), phone(one)), incident("B", wyoming, on(3, 2), phone(one)), incident("C", erie, on(3, 3), phone(one)),
	}
	plates := []linkage.Case{incident("A", erie, on(3, 1), plate("NY KAB1042")), incident("B", erie, on(3, 2), plate("KAB1042"))}
	for _, test := range []struct {
		name     string
		cases    []linkage.Case
		judged   []linkage.Judgement
		want     string
		findings string
	}{
		{"nothing judged", phones, nil, "A B", ""},
		{"two values the same", phones, []linkage.Judgement{onValues(same, "phone", one, "(585) 555 0102")}, "A B C", ""},
		{"two values the same over a third", phones, []linkage.Judgement{onValues(same, "phone", one, two), onValues(same, "phone", three, two)}, "A B C D", ""},
		{"unsure changes nothing", phones, []linkage.Judgement{onValues(unsure, "phone", one, two)}, "A B", ""},
		{"the last counts", phones, []linkage.Judgement{onValues(same, "phone", one, two), onValues(different, "phone", two, one)}, "A B", ""},
		{"a contradiction", phones, []linkage.Judgement{
			onValues(same, "phone", one, two), onValues(same, "phone", two, three), onValues(different, "phone", one, three)},
			"A B C D", "it contradicts others: the two are judged the same over other values"},
		{"no such value", phones, []linkage.Judgement{onValues(same, "phone", one, "585-555-0199")}, "A B", "it names a value that no case has"},
		{"not a value", phones, []linkage.Judgement{onValues(same, "phone", one, "none")}, "A B", "it names a value that no case has"},
		{"one value twice", phones, []linkage.Judgement{onValues(same, "phone", one, "(585) 555-0101")}, "A B", "it names one value twice"},
		{"a value in two cases", phones, []linkage.Judgement{inCases(different, one, "A", "B")}, "", ""},
		{"a value in cases that are not here", phones, []linkage.Judgement{inCases(different, one, "A", "Z")}, "A B", "it names a case that is not here, or an id that several cases have"},
		{"others join them still", threeOfOne, []linkage.Judgement{inCases(different, one, "A", "B")}, "A B C", ""},
		{"both links of the middle", threeOfOne, []linkage.Judgement{inCases(different, one, "A", "B"), inCases(different, one, "C", "B")}, "A C", ""},
		{"all three apart", threeOfOne, []linkage.Judgement{
			inCases(different, one, "A", "B"), inCases(different, one, "C", "B"), inCases(different, one, "A", "C")}, "", ""},
		{"a plate without its state", plates, nil, "A B", ""},
		{"is another plate", plates, []linkage.Judgement{onValues(different, "plate", "NY KAB1042", "KAB1042")}, "", ""},
	} {
		permute(test.cases, func(cases []linkage.Case) {
			n := link(t, linkage.Options{Judgements: test.judged}, cases...)
			if got := grouped(n); got != test.want {
				t.Errorf("%s: clusters %q, want %q", test.name, got, test.want)
			}
			var problems []string
			for _, f := range n.Findings() {
				problems = append(problems, f.Problem)
			}
			if got := strings.Join(problems, "; "); got != test.findings {
				t.Errorf("%s: findings %q, want %q", test.name, got, test.findings)
			}
		})
	}
}

// What is judged of a value shows in the cluster and in the sum, which stays one.
func TestJudgedValueShows(t *testing.T) {
	judged := []linkage.Judgement{
		onValues(linkage.Same, "phone", "585-555-0101", "585-555-0102"), inCases(linkage.Different, "585-555-0103", "A", "B"),
	}
	n := link(t, linkage.Options{Judgements: judged},
		incident("A", erie, on(3, 1), phone("585-555-0101"), phone("585-555-0103")),
		incident("B", wyoming, on(3, 2), phone("585-555-0102"), phone("585-555-0103")))
	k := n.Clusters(1)[0]
	if !slices.Equal(k.Judgements, judged) {
		t.Errorf("of the cluster are judged %+v", k.Judgements)
	}
	x, err := n.Explain(0, 1)
	if err != nil {
		t.Fatal(err)
	}
	sum := x.Direct.Prior
	for _, e := range x.Direct.Evidence {
		reasons := linkage.Weight(0)
		for _, r := range e.Reasons {
			reasons += r.Weight
		}
		if reasons != e.Weight {
			t.Errorf("the reasons of %s sum to %v, not %v", e.Entity.Display, reasons, e.Weight)
		}
		sum += e.Weight
	}
	if sum != x.Direct.Weight {
		t.Errorf("the evidence sums to %v, not %v", sum, x.Direct.Weight)
	}
	joined, apart := x.Direct.Evidence[0], x.Direct.Evidence[1]
	if want := "585-555-0102 = 585-555-0101"; joined.Entity.Display != want || len(joined.Judgements) != 1 {
		t.Errorf("shared is %q, judged %+v, want %q, judged once", joined.Entity.Display, joined.Judgements, want)
	}
	last := apart.Reasons[len(apart.Reasons)-1].Text
	if apart.Weight != 0 || len(apart.Judgements) != 1 || last != "a person judged that it is not the same in the two cases" {
		t.Errorf("%s weighs %v, for %q", apart.Entity.Display, apart.Weight, last)
	}
	if e, ok := n.Entity("phone", "+15855550101"); !ok || e.NumCases != 2 {
		t.Errorf("the value that another stands for: %t, in %d cases", ok, e.NumCases)
	}
}

// Two units that are judged different link nothing by their building.
func TestJudgedUnits(t *testing.T) {
	const three, four = "12 Main St Apt 3, Perry, NY 14530", "12 Main St Apt 4, Perry, NY 14530"
	for _, judged := range [][]linkage.Judgement{nil, {onValues(linkage.Different, "address", four, three)}} {
		n := link(t, linkage.Options{Judgements: judged},
			incident("A", erie, on(3, 1), say(normalize.KindAddress, three)), incident("B", erie, on(3, 2), say(normalize.KindAddress, four)))
		x, err := n.Explain(0, 1)
		if err != nil {
			t.Fatal(err)
		}
		e := x.Direct.Evidence
		if len(e) != 1 || e[0].Entity.Facet != "building" {
			t.Fatalf("they share %+v", e)
		}
		if (e[0].Weight == 0) != (judged != nil) || len(e[0].Judgements) != len(judged) {
			t.Errorf("judged %v: the building weighs %v, judged %v", judged, e[0].Weight, e[0].Judgements)
		}
	}
}

// A value that is judged the same in two cases links them although it is a hub.
func TestJudgedSameInCases(t *testing.T) {
	var cases []linkage.Case
	for i := range 60 {
		cases = append(cases, incident(fmt.Sprintf("H%02d", i), erie, on(1+i%12, 1+i%28), phone("585-555-0190"), phone(fmt.Sprintf("716-555-01%02d", i))))
	}
	if n := link(t, linkage.Options{}, cases...); grouped(n) != "" {
		t.Fatalf("the hub links %s", grouped(n))
	}
	n := link(t, linkage.Options{Judgements: []linkage.Judgement{inCases(linkage.Same, "585-555-0190", "H00", "H31")}}, cases...)
	if got := grouped(n); got != "H00 H31" {
		t.Errorf("clusters %q, want the two cases", got)
	}
}

// A judgement does not bring back what is only a victim's.
func TestJudgedVictimsValue(t *testing.T) {
	hers := phone("585-555-0102")
	hers.Role, hers.Subject = linkage.RoleVictim, "1"
	n := link(t, linkage.Options{Judgements: []linkage.Judgement{onValues(linkage.Same, "phone", "585-555-0101", "585-555-0102")}},
		incident("A", erie, on(3, 1), phone("585-555-0101")), incident("B", wyoming, on(3, 2), hers))
	if got := grouped(n); got != "" {
		t.Errorf("linked: %s", got)
	}
	if e, ok := n.Entity("phone", "+15855550101"); !ok || strings.Contains(e.Display, "0102") {
		t.Errorf("shown as %q", e.Display)
	}
	if len(n.Findings()) != 1 {
		t.Errorf("findings %+v", n.Findings())
	}
}
