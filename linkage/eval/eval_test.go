package eval_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage/eval"
)

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-12 {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

// Truth {a b c} {d e}, found {a b} {c d e}. True pairs: ab ac bc de = 4. Found
// pairs: ab cd ce de = 4. Both: ab de = 2.
// B-cubed precision: a, b 2/2; c 1/3; d, e 2/3: (1+1+1/3+2/3+2/3)/5 = 11/15.
// Recall: a, b 2/3; c 1/3; d, e 1: (2/3+2/3+1/3+2)/5 = 11/15.
var (
	handTruth = []int{1, 1, 1, 2, 2}
	handFound = []string{"x", "x", "y", "y", "y"}
)

func TestByHand(t *testing.T) {
	p := eval.PairsOf(handTruth, handFound)
	if p != (eval.Pairs{Both: 2, Truth: 4, Found: 4}) {
		t.Errorf("pairs = %+v", p)
	}
	near(t, "F1", p.F1(), .5)
	b := eval.BCubedOf(handTruth, handFound)
	near(t, "B-cubed precision", b.Precision, 11./15)
	near(t, "B-cubed recall", b.Recall, 11./15)
	near(t, "B-cubed F1", b.F1(), 11./15)
	sizes := eval.BySize(handTruth, handFound)
	if len(sizes) != 2 || sizes[0].Cases != 2 || sizes[1].Cases != 3 {
		t.Fatalf("by size = %+v", sizes)
	}
	near(t, "recall of the pair", sizes[0].Recall(), 1)
	near(t, "recall of the three", sizes[1].Recall(), 1./3)
	near(t, "precision of the pair", sizes[0].BCubed.Precision, 2./3)
	if sizes[0].Whole != 0 || sizes[1].Whole != 0 {
		t.Errorf("no cluster was found whole, but %+v", sizes)
	}
}

func TestNothing(t *testing.T) {
	p := eval.PairsOf([]int{1, 2}, []int{1, 2})
	near(t, "precision without pairs", p.Precision(), 1)
	near(t, "recall without pairs", p.Recall(), 1)
	if b := eval.BCubedOf([]int{}, []int{}); b != (eval.BCubed{Precision: 1, Recall: 1}) {
		t.Errorf("B-cubed of nothing = %+v", b)
	}
	if eval.BySize([]int{}, []int{}) != nil {
		t.Error("sizes of nothing")
	}
}

// TestPairsAgainstEnumeration holds the counts to the pairs one by one.
func TestPairsAgainstEnumeration(t *testing.T) {
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 0))
		n := r.IntN(60)
		truth, found := make([]int, n), make([]int, n)
		for i := range n {
			truth[i], found[i] = r.IntN(12), r.IntN(12)
		}
		var want eval.Pairs
		for i := range n {
			for j := range i {
				if truth[i] == truth[j] {
					want.Truth++
				}
				if found[i] == found[j] {
					want.Found++
				}
				if truth[i] == truth[j] && found[i] == found[j] {
					want.Both++
				}
			}
		}
		got := eval.PairsOf(truth, found)
		if got != want {
			t.Fatalf("seed %d: %+v, want %+v", seed, got, want)
		}
		var sum int64
		for _, s := range eval.BySize(truth, found) {
			sum += s.Both
		}
		if sum != want.Both {
			t.Fatalf("seed %d: sizes sum to %d pairs, want %d", seed, sum, want.Both)
		}
		// The two ways round, precision and recall change places.
		back := eval.BCubedOf(found, truth)
		b := eval.BCubedOf(truth, found)
		near(t, "precision the other way round", back.Precision, b.Recall)
	}
}

// Four predictions in two bins: .2 wrong, .4 right | .8 right, .9 right.
// Bins: stated .3 seen .5, stated .85 seen 1: error (2*.2 + 2*.15)/4 = .175.
// Brier: (.04 + .36 + .04 + .01)/4 = .1125. Base rate 3/4: .1875.
func TestCalibrateByHand(t *testing.T) {
	c := eval.Calibrate([]eval.Prediction{{.2, false}, {.4, true}, {.8, true}, {.9, true}}, 2)
	near(t, "expected calibration error", c.Expected, .175)
	near(t, "Brier", c.Brier, .1125)
	near(t, "base Brier", c.BaseBrier, .1875)
	near(t, "seen in the first bin", c.Bins[0].Seen(), .5)
	near(t, "stated in the last bin", c.Bins[1].Stated, .85)
}

// TestCalibrateRecovers draws outcomes from the stated probabilities: the error
// that is left is chance.
func TestCalibrateRecovers(t *testing.T) {
	const seed, n = 4, 50_000
	r := rand.New(rand.NewPCG(seed, 0))
	var honest, boastful []eval.Prediction
	for range n {
		p := r.Float64()
		right := r.Float64() < p
		honest = append(honest, eval.Prediction{Probability: p, Right: right})
		boastful = append(boastful, eval.Prediction{Probability: math.Sqrt(p), Right: right})
	}
	if e := eval.Calibrate(honest, 10).Expected; e > .02 {
		t.Errorf("seed %d: honest probabilities are off by %.3f", seed, e)
	}
	// The mean of sqrt(p)-p over [0, 1] is 2/3 - 1/2 = 1/6.
	if e := eval.Calibrate(boastful, 10).Expected; math.Abs(e-1./6) > .02 {
		t.Errorf("seed %d: boastful probabilities are off by %.3f, want 0.167", seed, e)
	}
}

func TestCalibrateEdges(t *testing.T) {
	c := eval.Calibrate([]eval.Prediction{{1, true}, {0, false}, {7, true}, {-1, false}}, 0)
	near(t, "Brier", c.Brier, 0)
	if len(c.Bins) != 1 || c.Bins[0].Count != 4 {
		t.Errorf("bins = %+v", c.Bins)
	}
	if c := eval.Calibrate(nil, 10); c.Expected != 0 || c.Brier != 0 || c.Bins[3].Seen() != 0 {
		t.Errorf("nothing = %+v", c)
	}
}

func TestReadTruth(t *testing.T) {
	truth, err := eval.ReadTruth(strings.NewReader("case,cluster\nWY-1,ring-1\n\"ER,2\",ring-1\nMO-3,\n"))
	if err != nil || len(truth) != 3 || truth["ER,2"] != "ring-1" || truth["MO-3"] != "" {
		t.Fatalf("truth = %v, %v", truth, err)
	}
	for _, bad := range []string{"", "case,cluster\n", "case;cluster\nWY-1;a\n", "case,cluster\n,a\n", "case,cluster\nWY-1\n", "case,cluster\nWY-1,a\nWY-1,b\n", "case,cluster\n\"WY-1,a\n"} {
		if _, err := eval.ReadTruth(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read", bad)
		} else if strings.Contains(err.Error(), "WY-1") {
			t.Errorf("the error tells a case id: %v", err)
		}
	}
}

func TestAlign(t *testing.T) {
	truth := eval.Assignment{"a": "r", "b": "r", "c": "", "d": "d"}
	found := eval.Assignment{"a": "1", "c": "1", "z": "1"}
	a := eval.Align(truth, found)
	if a.Missing != 2 || a.Extra != 1 || a.Unknown != 1 || len(a.Cases) != 3 {
		t.Errorf("aligned = %+v", a)
	}
	if p := a.Pairs(); p != (eval.Pairs{Truth: 1}) {
		t.Errorf("pairs = %+v: missing cases must stand alone", p)
	}
}

func TestReadResult(t *testing.T) {
	got, err := eval.ReadResult(strings.NewReader(`{"type":"cluster","id":"C-1","cases":["a","b"],"probability":0.75}
{"type":"cluster","id":"C-2","cases":["c","d","e"],"probability":0.5}
{"type":"assignment","case":"c","cluster":"C-9"}
`))
	if err != nil || got.Assignment["b"] != "C-1" || got.Assignment["c"] != "C-9" || got.Assignment["d"] != "C-2" {
		t.Errorf("assignment = %v, %v", got.Assignment, err)
	}
	if want := []eval.Link{{A: "a", B: "b", Probability: .75}}; !slices.Equal(got.Pairs, want) {
		t.Errorf("pairs = %v, want %v", got.Pairs, want)
	}
}

func TestByKind(t *testing.T) {
	truth := eval.Assignment{"a": "r", "b": "r", "c": "s", "d": ""}
	links := []eval.Link{{"a", "b", "phone", .9}, {"a", "c", "phone", .8}, {"b", "c", "plate", .6}, {"a", "d", "plate", .6}, {"a", "x", "plate", .6}}
	truth["e"], truth["f"] = "r", "r"
	found := eval.Assignment{"a": "1", "b": "1", "c": "1", "d": "1", "e": "2"} // f was not found
	shared := []eval.Sharing{
		{"phone", []string{"a", "b", "c", "d", "x"}}, {"phone", []string{"a", "b"}}, {"e-mail", []string{"a", "e", "f"}}, {"plate", []string{"a", "c"}},
	}
	want := []eval.KindScore{ // a and b share two phones; a, e and f are three pairs of which none was found
		{Kind: "phone", Links: 2, Right: 1, Shared: 2, Together: 2}, {Kind: "plate", Links: 1}, {Kind: "e-mail", Shared: 3},
	}
	got := eval.ByKind(truth, found, links, shared)
	if !slices.Equal(got, want) {
		t.Errorf("by kind = %+v, want %+v", got, want)
	}
	if got[0].Recall() != 1 || got[1].Recall() != 1 || got[2].Recall() != 0 || got[0].Precision() != .5 {
		t.Errorf("recall and precision of %+v", got)
	}
	if got, want := eval.Predictions(truth, links), []eval.Prediction{{.9, true}, {.8, false}, {.6, false}}; !slices.Equal(got, want) {
		t.Errorf("predictions = %v, want %v", got, want)
	}
}

func TestReadAssignments(t *testing.T) {
	got, err := eval.ReadAssignments(strings.NewReader(`{"type":"cluster","id":"C-1","cases":["a"],"weight":3}
{"type":"assignment","case":"a","cluster":"C-1"}
{"type":"resolution","record":"7","entity":"E-1"}
`))
	if err != nil || len(got) != 2 || got["a"] != "C-1" || got["7"] != "E-1" {
		t.Errorf("assignments = %v, %v", got, err)
	}
	if _, err := eval.ReadAssignments(strings.NewReader("{")); err == nil {
		t.Error("half a record was read")
	}
}
