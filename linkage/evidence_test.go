package linkage_test

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Weights by hand, for one phone, 585-555-0142. Its m is 0.5, and its u 1e-7, one
// of ten million numbers of a region.
//
//	base   log2(0.5/1e-7) = 22.2535 bits = 22,788/1024
//	prior  -13 bits = -13,312/1024
//
// Two cases, a month apart, that have nothing else: the value is as rare as can be
// seen, so its frequency takes nothing. The hub's odds are -6 bits (phone, two cases)
// and 2 halvings below eight cases of 2 bits each = -10 bits: h = 9.756e-4.
//
//	p from prior and value  1/(1+2^-9.2539) = 0.998365
//	p of a hub's pair       1/(1+2^11)      = 0.000488 (residual 2 bits)
//	mixed                   0.998365(1-h) + (1 - 0.998365(1-h))0.000488 = 0.997392
//	hub's reason            log2(0.997392/0.002608) + 13 - 22.2539 = -0.6748 = -691/1024
//	weight of the link      -13,312 + 22,788 - 691 = 8,785 = 8.58 bits
//
// 400 days apart, of which 45 say nothing: of phones 7 % change hands in a year,
// so that 0.93^(355/365.25) = 0.9319 are in the same hands.
//
//	mixed                   0.997391*0.9319 + 0.0705*0.000488 = 0.92950
//	gap's reason            log2(0.92950/0.07050) + 13 - 21.5791 = -4.8584 = -4,975/1024
//	weight of the link      8,785 - 4,975 = 3,810 = 3.72 bits
//
// Four cases take a bit by frequency: -1,024/1024.
func TestWeightsByHand(t *testing.T) {
	shared := phone("585-555-0142")
	type reasons []linkage.Weight
	for _, test := range []struct {
		name    string
		cases   []linkage.Case
		reasons reasons
		weight  linkage.Weight
	}{
		{"a month apart", []linkage.Case{incident("A", wyoming, on(3, 1), shared), incident("B", erie, on(4, 1), shared)},
			reasons{22788, -691}, 8785},
		{"undated", []linkage.Case{incident("A", wyoming, 0, shared), incident("B", erie, on(4, 1), shared)},
			reasons{22788, -691}, 8785},
		{"45 days are settled", []linkage.Case{incident("A", wyoming, on(3, 1), shared), incident("B", erie, on(3, 1)+45, shared)},
			reasons{22788, -691}, 8785},
		{"400 days apart", []linkage.Case{incident("A", wyoming, on(3, 1), shared), incident("B", erie, on(3, 1)+400, shared)},
			reasons{22788, -691, -4975}, 3810},
	} {
		x := explain(t, link(t, linkage.Options{}, test.cases...), "A", "B")
		if x.Direct.Weight != test.weight || len(x.Direct.Evidence) != 1 {
			t.Errorf("%s: weight %d of %d pieces of evidence, want %d", test.name, x.Direct.Weight, len(x.Direct.Evidence), test.weight)
			continue
		}
		var got reasons
		for _, r := range x.Direct.Evidence[0].Reasons {
			got = append(got, r.Weight)
		}
		if fmt.Sprint(got) != fmt.Sprint(test.reasons) {
			t.Errorf("%s: reasons %v, want %v", test.name, got, test.reasons)
		}
	}
}

func TestFrequencyTakesBits(t *testing.T) {
	for doublings, size := range map[linkage.Weight]int{0: 2, 1: 4, 2: 8} {
		var cases []linkage.Case
		for i := range size {
			cases = append(cases, incident(fmt.Sprint("A", i), wyoming, on(3, 1), phone("585-555-0142")))
		}
		e := explain(t, link(t, linkage.Options{}, cases...), "A0", "A1").Direct.Evidence[0]
		took := linkage.Weight(0)
		for _, r := range e.Reasons {
			if r.Text == fmt.Sprintf("it stands in %d cases", size) {
				took = r.Weight
			}
		}
		if took != -doublings*linkage.Bit {
			t.Errorf("%d cases take %v, want %d bits", size, took, -doublings)
		}
	}
}

// The score is its explanation: the reasons sum to the evidence, and prior and
// evidence to the link, to the last 1/1024 bit.
func TestReasonsSumToTheWeight(t *testing.T) {
	for seed := range uint64(3) {
		_, cases := generate(t, casegen.Options{Profile: "rings-and-hubs", Cases: 400, Seed: seed, Vary: true})
		cases = append(cases, randomCases(seed)...)
		n := link(t, linkage.Options{}, cases...)
		checked := 0
		for _, pair := range pairsThatShare(n) {
			x, err := n.Explain(pair[0], pair[1])
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range append(x.Path, x.Direct) {
				checkSums(t, l)
				checked++
			}
		}
		if checked < 100 {
			t.Fatalf("%d links: the test tests nothing", checked)
		}
	}
}

func checkSums(t *testing.T, l linkage.Link) {
	t.Helper()
	sum := l.Prior
	for _, e := range l.Evidence {
		of := linkage.Weight(0)
		for _, r := range e.Reasons {
			of += r.Weight
		}
		if of != e.Weight {
			t.Errorf("%s and %s: reasons of %s sum to %d, the evidence weighs %d", l.A, l.B, e.Entity.Display, of, e.Weight)
		}
		sum += e.Weight
	}
	if sum != l.Weight {
		t.Errorf("%s and %s: prior and evidence sum to %d, the link weighs %d", l.A, l.B, sum, l.Weight)
	}
	if l.Probability != (l.Weight+l.Doubt.Weight).Probability() || l.Doubt.Weight > 0 || l.Doubt.Weight < 0 != (l.Doubt.Text != "") {
		t.Errorf("%s and %s: probability %v of weight %v and doubt %+v", l.A, l.B, l.Probability, l.Weight, l.Doubt)
	}
}

// pairsThatShare returns pairs of cases that share a value: of each the first few.
func pairsThatShare(n *linkage.Network) [][2]int {
	var out [][2]int
	n.EachEntity(func(e linkage.Entity) bool {
		for i := 1; i < min(len(e.Cases), 5); i++ {
			out = append(out, [2]int{n.FindCase(e.Cases[i-1])[0], n.FindCase(e.Cases[i])[0]})
		}
		return true
	})
	return out
}

// Two cases at one address share its building too; it counts once.
func TestImpliedFacetsCountOnce(t *testing.T) {
	flat := func(unit string) linkage.Mention {
		return say(normalize.KindAddress, "88 Canal St Apt "+unit+", Warsaw NY 14569")
	}
	n := link(t, linkage.Options{}, incident("A", wyoming, on(3, 1), flat("3")),
		incident("B", erie, on(3, 2), flat("3")), incident("C", erie, on(3, 3), flat("4")))
	same, other := explain(t, n, "A", "B").Direct, explain(t, n, "A", "C").Direct
	if len(same.Evidence) != 1 || same.Evidence[0].Entity.Facet != "" {
		t.Errorf("one flat: %+v", same.Evidence)
	}
	if len(other.Evidence) != 1 || other.Evidence[0].Entity.Facet != "building" {
		t.Fatalf("two flats: %+v", other.Evidence)
	}
	if other.Weight >= same.Weight {
		t.Errorf("another flat weighs %v, the same one %v", other.Weight, same.Weight)
	}
	// The same for a person: who shares name and birth shares the name.
	who := func(day int) linkage.Mention {
		return linkage.Mention{Kind: normalize.KindPerson, Value: person(t, "Wade Tillotson", normalize.DayOf(1979, 5, day)), Role: linkage.RoleSuspect}
	}
	n = link(t, linkage.Options{}, incident("A", wyoming, on(3, 1), who(2)), incident("B", erie, on(3, 2), who(2)))
	if x := explain(t, n, "A", "B").Direct; len(x.Evidence) != 1 || !x.Kept {
		t.Errorf("one person: %+v", x)
	}
}

func person(t *testing.T, name string, born normalize.Day) normalize.PersonName {
	t.Helper()
	p, err := normalize.Person(name)
	if err != nil {
		t.Fatal(err)
	}
	p.Born = born
	return p
}
