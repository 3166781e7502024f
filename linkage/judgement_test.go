package linkage

import (
	"context"
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

// chainOfCases links A–B, B–C and C–D by a phone each.
func chainOfCases(t *testing.T, judged ...Judgement) *Network {
	t.Helper()
	return casesWithPhones(t, map[string][]string{
		"A": {"585-555-0101"}, "B": {"585-555-0101", "585-555-0102"}, "C": {"585-555-0102", "585-555-0103"}, "D": {"585-555-0103"}, "E": nil,
	}, judged...)
}

// casesWithPhones links cases of which each has the given phones.
func casesWithPhones(t *testing.T, phones map[string][]string, judged ...Judgement) *Network {
	t.Helper()
	l, err := New(Options{Judgements: judged})
	if err != nil {
		t.Fatal(err)
	}
	for id, own := range phones {
		c := Case{ID: id, Agency: "x"}
		for _, p := range own {
			c.Mentions = append(c.Mentions, Mention{Kind: normalize.KindPhone, Raw: p})
		}
		if err := l.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// groups returns the cases of each cluster.
func groups(n *Network) [][]string {
	var out [][]string
	for _, k := range n.Clusters(1) {
		out = append(out, k.Cases)
	}
	slices.SortFunc(out, func(a, b []string) int { return slices.Compare(a, b) })
	return out
}

func TestJudgements(t *testing.T) {
	for _, tt := range []struct {
		name     string
		judged   []Judgement
		want     [][]string
		findings int
	}{
		{"none", nil, [][]string{{"A", "B", "C", "D"}}, 0},
		{"a linked pair is different", []Judgement{{A: "B", B: "C", Verdict: Different}}, [][]string{{"A", "B"}, {"C", "D"}}, 0},
		{"an unlinked pair is the same", []Judgement{{A: "E", B: "D", Verdict: Same}}, [][]string{{"A", "B", "C", "D", "E"}}, 0},
		{"unsure changes nothing", []Judgement{{A: "A", B: "B", Verdict: Unsure}}, [][]string{{"A", "B", "C", "D"}}, 0},
		{"the last one counts", []Judgement{{A: "B", B: "C", Verdict: Different}, {A: "C", B: "B", Verdict: Same}}, [][]string{{"A", "B", "C", "D"}}, 0},
		{"a case that is not here", []Judgement{{A: "A", B: "Z", Verdict: Same}}, [][]string{{"A", "B", "C", "D"}}, 1},
		{"a contradiction is reported, not resolved", []Judgement{
			{A: "A", B: "E", Verdict: Same}, {A: "E", B: "D", Verdict: Same}, {A: "A", B: "D", Verdict: Different},
		}, [][]string{{"A", "B", "C", "D", "E"}}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := chainOfCases(t, tt.judged...)
			if got := groups(n); !slices.EqualFunc(got, tt.want, slices.Equal) {
				t.Errorf("clusters %v, want %v", got, tt.want)
			}
			if got := len(n.Findings()); got != tt.findings {
				t.Errorf("%d findings, want %d: %v", got, tt.findings, n.Findings())
			}
		})
	}
}

// Two cases that are judged different are apart even where others connect them.
func TestJudgedDifferentOverOthers(t *testing.T) {
	n := chainOfCases(t, Judgement{A: "A", B: "D", Verdict: Different})
	a, d := n.FindCase("A")[0], n.FindCase("D")[0]
	if n.ClusterOf(a) == n.ClusterOf(d) {
		t.Fatalf("A and D are in one cluster: %v", groups(n))
	}
	x, err := n.Explain(a, d)
	if err != nil {
		t.Fatal(err)
	}
	if len(x.Apart) != 1 || x.Apart[0] != "a person judged them different" {
		t.Errorf("apart: %q", x.Apart)
	}
}

// A judgement of different holds however much speaks for the links over other cases.
func TestJudgedDifferentOverStrongLinks(t *testing.T) {
	one := []string{"585-555-0101", "585-555-0102", "585-555-0103", "585-555-0104"}
	two := []string{"585-555-0111", "585-555-0112", "585-555-0113", "585-555-0114"}
	phones := map[string][]string{"A": one, "B": slices.Concat(one, two), "C": two}
	n := casesWithPhones(t, phones, Judgement{A: "A", B: "C", Verdict: Different})
	if got := groups(n); len(got) != 1 || len(got[0]) != 2 || len(n.Findings()) != 0 {
		t.Errorf("clusters %v, findings %v", got, n.Findings())
	}
	if x, err := n.Explain(n.FindCase("A")[0], n.FindCase("B")[0]); err != nil || x.Direct.Weight < judgedWeight {
		t.Errorf("the link weighs %v, %v: the test tests nothing", x.Direct.Weight, err)
	}
}

func TestJudgementIsShown(t *testing.T) {
	n := chainOfCases(t, Judgement{A: "E", B: "D", Verdict: Same, Why: "same landlord"})
	k := n.Clusters(1)[0]
	if len(k.Judgements) != 1 || k.Judgements[0].Why != "same landlord" {
		t.Errorf("judgements of the cluster: %v", k.Judgements)
	}
	x, err := n.Explain(n.FindCase("E")[0], n.FindCase("D")[0])
	if err != nil {
		t.Fatal(err)
	}
	if !x.Direct.Kept || x.Direct.Judgement == nil {
		t.Errorf("the judged link is kept=%v, judgement=%v", x.Direct.Kept, x.Direct.Judgement)
	}
	for _, f := range k.Fragile {
		if f.Entity.Key == "" {
			t.Errorf("a judgement is no fact to hang on: %v", f)
		}
	}
}
