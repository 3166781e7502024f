package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/tflink/tflink/internal/pairgen"
	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/eval"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/resolve"
)

// A question is what a peer is asked on a line.
type question struct {
	Text   string `json:"text,omitempty"`
	A      string `json:"a,omitempty"`
	B      string `json:"b,omitempty"`
	Schema string `json:"schema,omitempty"`
}

// A judged pair is what a comparer says of it, and the truth.
type judged struct {
	weight    float64
	same      bool // said
	trulySame bool
}

// comparedAddresses measures the comparison of addresses.
func comparedAddresses(context.Context, string) (section, error) {
	s := section{
		title: "Addresses: the same place or not",
		about: "Made-up pairs in New York's styles, rural ones first; half are one place. AUC: the share of (same, different) pairs of pairs that are ranked right. The\n" +
			"peers' columns are AUC.",
		own:   []string{"pairs", "AUC", "accuracy of same", "different called the same"},
		peers: []string{"usaddress, equal parts", "rapidfuzz token_set", "rapidfuzz Jaro-Winkler"},
	}
	for _, seed := range []uint64{5, 6} { // seeds 1 to 4 are those of the package's own test
		pairs := pairgen.AddressPairs(seed)
		var said []judged
		var asked []question
		for _, p := range pairs {
			a, _ := normalize.Address(p.A, normalize.Place{})
			b, _ := normalize.Address(p.B, normalize.Place{})
			c := compare.Addresses(a, b)
			said = append(said, judged{c.Weight.Bits(), c.Same, p.Same})
			asked = append(asked, question{A: p.A, B: p.B})
		}
		t := tallyOf(said)
		r := row{set: fmt.Sprintf("made up: address pairs, seed %d", seed), input: jsonLines(asked)}
		r.own = append([]string{fmt.Sprint(len(pairs))}, decimals(areaUnderCurve(said), float64(t.hits+t.rejected)/float64(len(pairs)))...)
		r.own = append(r.own, fmt.Sprintf("%d of %d", t.invented, t.invented+t.rejected))
		r.ask = func(p *python) (map[string]float64, error) {
			return askPairs(p, "address-pairs", r.input, said, areaUnderCurve)
		}
		s.rows = append(s.rows, r)
	}
	return s, nil
}

// comparedBusinesses measures the comparison of names of businesses and people.
func comparedBusinesses(_ context.Context, data string) (section, error) {
	s := section{
		title: "Names: the same business or not",
		about: "Pairs of names as case files have them, made up, and nomenklatura's labelled pairs, whose labels follow a screening policy. The peers' columns are F1:\n" +
			"of equal base names, of logic-v2 at its own threshold of 0.7, and of a similarity at the threshold that suits it best, which only the truth can choose.",
		own:   []string{"pairs", "P", "R", "F1"},
		peers: []string{"nomenklatura logic-v2", "rapidfuzz token_sort", "cleanco"},
	}
	for _, seed := range []uint64{1, 2} {
		pairs := pairgen.BusinessPairs(seed, 30)
		s.rows = append(s.rows, nameRow(fmt.Sprintf("made up: business pairs, seed %d", seed), pairs, false))
	}
	business, people, err := nomenklaturaPairs(filepath.Join(data, "names", "name-pairs.csv"))
	if errors.Is(err, fs.ErrNotExist) {
		s.rows = append(s.rows, row{set: "nomenklatura's pairs", skipped: "the public data is not here"})
		return s, nil
	}
	if err != nil {
		return s, err
	}
	s.rows = append(s.rows, nameRow("nomenklatura's pairs, businesses and others", business, false), nameRow("nomenklatura's pairs, people", people, true))
	return s, nil
}

func nameRow(name string, pairs []pairgen.NamePair, people bool) row {
	var said []judged
	var asked []question
	schema := "Company"
	if people {
		schema = "Person"
	}
	for _, p := range pairs {
		same := sameBusiness(p)
		if people {
			same = samePerson(p)
		}
		if same != p.Same && os.Getenv("QUALITY_ERRORS") != "" {
			fmt.Fprintf(os.Stderr, "%s, %s: %q | %q same %v\n", name, p.Family, p.A, p.B, same)
		}
		said = append(said, judged{0, same, p.Same})
		asked = append(asked, question{A: p.A, B: p.B, Schema: schema})
	}
	t := tallyOf(said)
	r := row{set: name, input: jsonLines(asked), own: append([]string{fmt.Sprint(len(pairs))}, decimals(t.precision(), t.recall(), t.f1())...)}
	r.ask = func(p *python) (map[string]float64, error) {
		return askPairs(p, "names", r.input, said, bestF1)
	}
	return r
}

func sameBusiness(p pairgen.NamePair) bool {
	a, _ := normalize.Business(p.A)
	b, _ := normalize.Business(p.B)
	return compare.Businesses(a, b).Same
}

func samePerson(p pairgen.NamePair) bool {
	a, _ := normalize.Person(p.A)
	b, _ := normalize.Person(p.B)
	return compare.People(a, b).Same
}

func nomenklaturaPairs(path string) (business, people []pairgen.NamePair, err error) {
	t, err := resolve.ReadTable(path)
	if err != nil {
		return nil, nil, err
	}
	at := func(h string) int { return slices.Index(t.Header, h) }
	for _, r := range t.Rows {
		p := pairgen.NamePair{Family: r[at("case_group")], A: r[at("name1")], B: r[at("name2")], Same: r[at("is_match")] == "true"}
		if r[at("schema")] == "Person" {
			people = append(people, p)
		} else {
			business = append(business, p)
		}
	}
	return business, people, nil
}

// ownThresholds are those of the peers that decide by themselves; cleanco says 0 or 1.
var ownThresholds = map[string]float64{"nomenklatura logic-v2": 0.7, "cleanco": 1}

// askPairs has the peers score pairs and returns of each what measure makes of it, or F1 at the threshold of its own.
func askPairs(p *python, task string, input []byte, truth []judged, measure func([]judged) float64) (map[string]float64, error) {
	answers, err := lines[map[string]float64](p, task, input)
	if err != nil {
		return nil, err
	}
	byPeer := map[string][]judged{}
	for i, a := range answers {
		for peer, score := range a {
			byPeer[peer] = append(byPeer[peer], judged{score, score >= ownThresholds[peer], truth[i].trulySame})
		}
	}
	out := map[string]float64{}
	for peer, said := range byPeer {
		if _, decides := ownThresholds[peer]; decides {
			out[peer] = tallyOf(said).f1()
		} else {
			out[peer] = measure(said)
		}
	}
	return out, nil
}

// A tally counts decisions against the truth.
type tally struct{ hits, invented, missed, rejected int }

func tallyOf(said []judged) (t tally) {
	for _, j := range said {
		switch {
		case j.same && j.trulySame:
			t.hits++
		case j.same:
			t.invented++
		case j.trulySame:
			t.missed++
		default:
			t.rejected++
		}
	}
	return t
}

func (t tally) precision() float64 { return share(t.hits, t.hits+t.invented) }
func (t tally) recall() float64    { return share(t.hits, t.hits+t.missed) }
func (t tally) f1() float64        { return share(2*t.hits, 2*t.hits+t.invented+t.missed) }

// bestF1 returns F1 at the threshold that suits best.
func bestF1(said []judged) float64 {
	best := 0.0
	for _, at := range said {
		var moved []judged
		for _, j := range said {
			moved = append(moved, judged{j.weight, j.weight >= at.weight, j.trulySame})
		}
		best = max(best, tallyOf(moved).f1())
	}
	return best
}

// areaUnderCurve returns the share of (same, different) pairs of pairs in which the same one weighs more, ties half.
func areaUnderCurve(said []judged) float64 {
	scored := make([]eval.Scored, len(said))
	for i, j := range said {
		scored[i] = eval.Scored{Score: j.weight, Same: j.trulySame}
	}
	return eval.AreaUnderCurve(scored)
}
