package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/eval"
	"github.com/tflink/tflink/linkage/normalize"
)

// corpusCases is the size of the corpora: enough for hubs of 200 cases, and done in seconds.
const corpusCases = 3000

// linkedCases measures package linkage on generated cases.
func linkedCases(ctx context.Context, _ string) (section, error) {
	s := section{
		title: "Cases: which belong to one ring",
		about: fmt.Sprintf("`tflink clusters` on %d cases a profile with rings, hubs, typing errors, changed numbers and chance collisions (`go run ./bench/generate -profile NAME\n"+
			"-cases %d -seed 4`; varied: `-vary`). Beside it what exact keys reach (F1): under the cap that the truth chooses, and with every hub known. B-cubed F1\n"+
			"counts cases, not pairs. No peer reads case files and tells hubs from rings.", corpusCases, corpusCases),
		own: []string{"P", "R", "F1", "B-cubed F1", "hubs found", "planted", "exact keys, best cap", "exact keys, hubs known"},
	}
	for _, profile := range casegen.ProfileNames() {
		for _, vary := range []bool{false, true} {
			r, err := linkedProfile(ctx, casegen.Options{Profile: profile, Cases: corpusCases, Seed: 4, Vary: vary})
			if err != nil {
				return s, err
			}
			s.rows = append(s.rows, r)
		}
	}
	return s, nil
}

func linkedProfile(ctx context.Context, o casegen.Options) (row, error) {
	corpus, err := casegen.Generate(o)
	if err != nil {
		return row{}, err
	}
	cases := make([]linkage.Case, len(corpus.Cases))
	for i := range corpus.Cases {
		cases[i] = corpus.Cases[i].Linkage()
	}
	n, err := link(ctx, cases)
	if err != nil {
		return row{}, err
	}
	truth, found := make([]string, len(cases)), make([]string, len(cases))
	for i := range corpus.Cases {
		truth[i], found[i] = corpus.Cases[i].Truth(), n.ClusterOf(n.FindCase(corpus.Cases[i].ID)[0])
	}
	_, best := corpus.BestCap(false)
	hubs := corpus.Floor(casegen.Exact{SkipHubs: true})
	p := eval.PairsOf(truth, found)
	name := o.Profile
	if o.Vary {
		name += ", varied"
	}
	own := decimals(p.Precision(), p.Recall(), p.F1(), eval.BCubedOf(truth, found).F1())
	own = append(own, fmt.Sprint(len(n.Hubs())), fmt.Sprint(corpus.Hubs))
	return row{set: name, own: append(own, decimals(best.F1(), hubs.F1())...)}, nil
}

func link(ctx context.Context, cases []linkage.Case) (*linkage.Network, error) {
	l, err := linkage.New(linkage.Options{NoTrace: true})
	if err != nil {
		return nil, err
	}
	for _, c := range cases {
		if err := l.Add(c); err != nil {
			return nil, err
		}
	}
	return l.Link(ctx)
}

// recoveredPairs are as many pairs of cases as let a rate of 0.35 come back within 0.02 in nine of ten draws.
const recoveredPairs = 2000

// planted are the rates at which two cases of one ring share a value of each kind.
var planted = []struct {
	kind normalize.Kind
	m    float64
}{{normalize.KindPhone, 0.70}, {normalize.KindPlate, 0.35}, {normalize.KindEmail, 0.85}}

// recoveredParameters measures learning: data made from known rates gives them back.
func recoveredParameters(ctx context.Context, _ string) (section, error) {
	s := section{
		title: "Parameters: does learning give planted rates back",
		about: fmt.Sprintf("`tflink learn` on %d pairs of cases that share values at known rates: m, the share of pairs of one ring that share a value of the kind. With the\n"+
			"truth, and by EM without it.", recoveredPairs),
		own: []string{"planted m", "with truth", "by EM"},
	}
	n, truth, err := plantedCases(ctx)
	if err != nil {
		return s, err
	}
	told, _, err := linkage.Learn(n, truth)
	if err != nil {
		return s, err
	}
	guessed, _, err := linkage.Learn(n, nil)
	if err != nil {
		return s, err
	}
	for _, p := range planted {
		s.rows = append(s.rows, row{set: string(p.kind), own: decimals(p.m, told.Kinds[p.kind].M, guessed.Kinds[p.kind].M)})
	}
	return s, nil
}

// plantedCases makes pairs of cases that share values at the planted rates, and their truth by number of the case.
func plantedCases(ctx context.Context) (*linkage.Network, []string, error) {
	r := rand.New(rand.NewPCG(31, 5))
	next := 0
	fresh := func(k normalize.Kind) string {
		next++
		switch k {
		case normalize.KindPhone:
			return fmt.Sprintf("607-%03d-%04d", 200+next/10000, next%10000)
		case normalize.KindPlate:
			return fmt.Sprintf("NY %c%c%c%04d", 'A'+next/17576%26, 'A'+next/676%26, 'A'+next/26%26, next*7919%10000)
		}
		return fmt.Sprintf("user%d@example.com", next)
	}
	var cases []linkage.Case
	for i := range recoveredPairs {
		sides := [2]linkage.Case{}
		for side := range sides {
			day := normalize.DayOf(2023, 1, 1) + normalize.Day(i%700)
			sides[side] = linkage.Case{ID: fmt.Sprintf("P-%05d-%d", i, side), Counties: []string{"36121"}, From: day, To: day}
		}
		for _, p := range planted {
			value := fresh(p.kind)
			other := value
			if r.Float64() >= p.m {
				other = fresh(p.kind)
			}
			for side, raw := range []string{value, other} {
				sides[side].Mentions = append(sides[side].Mentions, linkage.Mention{Kind: p.kind, Raw: raw})
			}
		}
		cases = append(cases, sides[:]...)
	}
	n, err := link(ctx, cases)
	if err != nil {
		return nil, nil, err
	}
	truth := make([]string, n.NumCases())
	for i := range truth {
		truth[i] = strings.Split(n.Case(i).ID, "-")[1]
	}
	return n, truth, nil
}
