package linkage_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// newYorkCounty is far from the counties of western New York.
const newYorkCounty = "36061"

// By hand: Genesee and Wyoming are next to each other. Of a gap of d days the likelihood ratio, ring
// against chance, is that of two exponential densities.
func TestLonePair(t *testing.T) {
	lone := linkage.DefaultParameters().Lone
	odds := func(gap, county float64) float64 {
		ratio := lone.ChanceDays / lone.RingDays * math.Exp(gap/lone.ChanceDays-gap/lone.RingDays) * math.Exp2(county)
		return lone.Prior.Bits() + math.Log2((1-lone.Roving)*ratio+lone.Roving)
	}
	const nextTo, far = 2, -11. / 4 // bits
	tip := phone("585-555-0142")
	for _, test := range []struct {
		name string
		a, b linkage.Case
		odds float64
		says string
	}{
		{"near and soon", incident("A", genesee, on(3, 1), tip), incident("B", wyoming, on(3, 31), tip),
			odds(30, nextTo), "30 days apart, in counties next to each other"},
		{"far and late", incident("A", genesee, on(1, 1), tip), incident("B", newYorkCounty, on(12, 31), tip),
			odds(365, far), "12 months apart, in counties far from each other"},
		{"each another plate", incident("A", genesee, on(3, 1), tip, plate("NY KAB1042")), incident("B", wyoming, on(3, 31), tip, plate("NY HGT2203")),
			odds(30, nextTo) - 2, "30 days apart, in counties next to each other, each another plate"},
		{"neither days nor counties", incident("A", "", 0, tip), incident("B", "", 0, tip), lone.Prior.Bits(), "alone, is often chance"},
	} {
		n := link(t, linkage.Options{}, test.a, test.b)
		l := explain(t, n, "A", "B").Direct
		if got := (l.Weight + l.Doubt.Weight).Bits(); math.Abs(got-test.odds) > .002 {
			t.Errorf("%s: %v bits are shown, want %v", test.name, got, test.odds)
		}
		if !strings.HasSuffix(l.Doubt.Text, test.says) {
			t.Errorf("%s: %q, want %q at its end", test.name, l.Doubt.Text, test.says)
		}
		if k := n.Clusters(1)[0]; k.Probability != l.Probability || math.Abs(k.Coincidences-(1-l.Probability)) > 1e-12 {
			t.Errorf("%s: the cluster has %v and %v coincidences, its link %v", test.name, k.Probability, k.Coincidences, l.Probability)
		}
		if !l.Kept {
			t.Errorf("%s: a doubt took a link", test.name)
		}
	}
}

// With a second fact that links by itself, with a third case, and with a judgement there is no lone pair.
func TestNoLonePair(t *testing.T) {
	a := incident("A", genesee, on(1, 1), phone("585-555-0142"))
	b := incident("B", newYorkCounty, on(12, 31), phone("585-555-0142"))
	if explain(t, link(t, linkage.Options{}, a, b), "A", "B").Direct.Doubt.Weight >= 0 {
		t.Fatal("the pair is not doubted at all: the test tests nothing")
	}
	two := []linkage.Case{a, b}
	for i := range two {
		two[i].Mentions = append([]linkage.Mention{plate("NY KAB1042")}, two[i].Mentions...)
	}
	judgement := linkage.Judgement{Verdict: linkage.Same, A: "A", B: "B"}
	for name, n := range map[string]*linkage.Network{
		"two facts":  link(t, linkage.Options{}, two...),
		"third case": link(t, linkage.Options{}, a, b, incident("C", newYorkCounty, on(12, 30), phone("585-555-0142"))),
		"judged":     link(t, linkage.Options{Judgements: []linkage.Judgement{judgement}}, a, b),
	} {
		if d := explain(t, n, "A", "B").Direct.Doubt; d != (linkage.Reason{}) {
			t.Errorf("%s: doubted by %+v", name, d)
		}
	}
}

// The same offense speaks for a lone pair, another one against it, and one of two for neither.
func TestLonePairOffenses(t *testing.T) {
	shown := func(x, y linkage.Offense) linkage.Weight {
		a, b := incident("A", genesee, on(1, 1), plate("NY KAB1042")), incident("B", erie, on(12, 31), plate("NY KAB1042"))
		a.Offense, b.Offense = x, y
		l := explain(t, link(t, linkage.Options{}, a, b), "A", "B").Direct
		return l.Weight + l.Doubt.Weight
	}
	lone := linkage.DefaultParameters().Lone
	unsaid := shown(0, linkage.SexTrafficking)
	for _, test := range []struct {
		x, y linkage.Offense
		want linkage.Weight
	}{
		{linkage.SexTrafficking, linkage.SexTrafficking, lone.SameOffense},
		{linkage.SexTrafficking, linkage.LaborTrafficking, lone.OtherOffense},
		{linkage.SexTrafficking, linkage.SexTrafficking | linkage.LaborTrafficking, 0},
	} {
		if got := shown(test.x, test.y) - unsaid; got != test.want {
			t.Errorf("%v and %v: %v, want %v", test.x, test.y, got, test.want)
		}
	}
}

// How often lone pairs belong together, and how many of those rove, comes back from pairs that are made so, with
// their truth and without: about, for the densities are the shipped ones, which the counties here do not follow to the letter.
func TestLearnLonePairs(t *testing.T) {
	const pairs, together, roving = 2000, 0.7, 0.3
	shipped := linkage.DefaultParameters().Lone
	r := rand.New(rand.NewPCG(3, 1))
	var cases []linkage.Case
	truthOf := map[string]string{}
	for i := range pairs {
		ring := r.Float64() < together
		near := ring && r.Float64() >= roving
		here, there := casegen.Counties[r.IntN(len(casegen.Counties))].FIPS, casegen.Counties[r.IntN(len(casegen.Counties))].FIPS
		mean := shipped.ChanceDays
		if near {
			around := append(normalize.CountyNeighbors(here), here, here)
			mean, there = shipped.RingDays, around[r.IntN(len(around))]
		}
		offense, other := linkage.SexTrafficking, linkage.SexTrafficking
		if !ring && r.IntN(2) == 0 {
			other = linkage.LaborTrafficking
		}
		day := on(1, 1) + normalize.Day(r.IntN(300))
		tip := phone(fmt.Sprintf("585-%03d-%04d", 200+i/1000, i))
		a, b := incident(fmt.Sprintf("P%d-A", i), here, day, tip), incident(fmt.Sprintf("P%d-B", i), there, day+normalize.Day(mean*r.ExpFloat64()), tip)
		a.Offense, b.Offense = offense, other
		cases = append(cases, a, b)
		truthOf[a.ID], truthOf[b.ID] = a.ID, b.ID
		if ring {
			truthOf[b.ID] = a.ID
		}
	}
	n := link(t, linkage.Options{}, cases...)
	truth := make([]string, n.NumCases())
	for i := range truth {
		truth[i] = truthOf[n.Case(i).ID]
	}
	for name, labels := range map[string][]string{"truth": truth, "EM": nil} {
		p, _, err := linkage.Learn(n, labels)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Lone.Prior.Probability(); math.Abs(got-together) > .08 {
			t.Errorf("%s: %v of the pairs belong together, want about %v", name, got, together)
		}
		if math.Abs(p.Lone.Roving-roving) > .1 {
			t.Errorf("%s: %v of them rove, want about %v", name, p.Lone.Roving, roving)
		}
	}
}
