package linkage

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// A Verdict is what a person decided about two cases, two values, or a value in two cases.
type Verdict uint8

// The verdicts. Same and Different override every score; Unsure is shown and changes nothing.
const (
	Unsure Verdict = iota
	Same
	Different
)

var verdictNames = [...]string{"unsure", "same", "different"}

// String returns "unsure", "same" or "different".
func (v Verdict) String() string {
	if int(v) < len(verdictNames) {
		return verdictNames[v]
	}
	return ""
}

// ParseVerdict returns the verdict of the given name, and false for any other text.
func ParseVerdict(s string) (Verdict, bool) {
	i := slices.Index(verdictNames[:], s)
	return Verdict(max(i, 0)), i >= 0
}

// A Judgement is what a person decided about two cases, two values of one kind, or one
// value in two cases, with who, when and why. It names cases and values and not
// clusters, so that it survives when files come anew.
//
// Two values that are the same are one: a firm under two names. Two that are different say
// nothing by what both stand for, such as the building of two flats, and a plate without
// its state is not read as the other. A value that is the same in two cases counts as if it
// were no hub and nothing spoke against it; one that is different there, such as a
// number that was given to somebody else, says nothing between them.
type Judgement struct {
	A, B    string // names of cases, or ids where only one case has them; values of Kind where Value is ""
	Kind    Kind   // of the values; "" where two cases are judged
	Value   string // the value that is judged in cases A and B
	Verdict Verdict
	Why     string
	By, At  string // for people; the linker does not read them
}

// About returns what is judged, for people: "A and B", "phone A and phone B" or "phone V in A and in B".
func (j Judgement) About() string {
	switch {
	case j.Kind == "":
		return j.A + " and " + j.B
	case j.Value == "":
		return fmt.Sprintf("%s %s and %s %s", j.Kind, j.A, j.Kind, j.B)
	}
	return fmt.Sprintf("%s %s in %s and in %s", j.Kind, j.Value, j.A, j.B)
}

// Said returns who decided, when and why on one line: "by Ann · 2024-12-02 · one landlord".
func (j Judgement) Said() string {
	said := []string{j.At, j.Why}
	if j.By != "" {
		said = append([]string{"by " + j.By}, said...)
	}
	return strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), " · ")
}

// A Finding says what became of a judgement, where that needs a person.
type Finding struct {
	Judgement Judgement
	Problem   string
}

// judgements are the options' judgements, resolved to cases and values.
type judgements struct {
	of       map[pairKey]Judgement // the last one of each pair
	apart    []pairKey             // judged different, in order
	together []pairKey             // judged same, in order
	dropped  map[pairKey]bool      // links dropped to keep other cases apart
	values   judgedValues          // those on values
	findings []Finding
}

// judgedWeight is what a judgement of same puts in the place of a score: as sure as anything gets.
const judgedWeight = surest

// resolveJudgements finds the cases and values that the judgements name. Of several
// judgements on one pair the last counts.
func (n *Network) resolveJudgements(all []Judgement) {
	n.judged.of = map[pairKey]Judgement{}
	var onValues []Judgement
	for _, j := range all {
		if j.Kind != "" {
			onValues = append(onValues, j)
			continue
		}
		a, b := n.FindCase(j.A), n.FindCase(j.B)
		switch {
		case len(a) != 1 || len(b) != 1:
			n.judged.findings = append(n.judged.findings, Finding{j, noSuchCase})
		case a[0] == b[0]:
			n.judged.findings = append(n.judged.findings, Finding{j, oneCaseTwice})
		default:
			n.judged.of[orderedPair(int32(a[0]), int32(b[0]))] = j
		}
	}
	for p, j := range n.judged.of {
		switch j.Verdict {
		case Same:
			n.judged.together = append(n.judged.together, p)
		case Different:
			n.judged.apart = append(n.judged.apart, p)
		}
	}
	slices.SortFunc(n.judged.together, pairKey.compare)
	slices.SortFunc(n.judged.apart, pairKey.compare)
	n.resolveJudgedValues(onValues)
}

// applyJudgements puts the links that people decided in the place of those
// that were found: none between cases that are judged different, one between
// cases that are judged the same.
func (n *Network) applyJudgements() {
	if len(n.judged.of) == 0 {
		return
	}
	n.links = slices.DeleteFunc(n.links, func(l link) bool {
		v, judged := n.judged.of[pairKey{l.a, l.b}]
		return judged && v.Verdict != Unsure
	})
	for _, p := range n.judged.together {
		n.links = append(n.links, link{p.a, p.b, judgedWeight, -1, -1})
	}
	slices.SortFunc(n.links, func(x, y link) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	n.separate()
}

// separate drops the links that would still connect, over other cases, two that
// are judged different: of the links of such a component, the strongest first, those
// that would bring a separated pair together. What people judged the same stays,
// and where that contradicts, it is reported and not resolved.
func (n *Network) separate() {
	sets := graphs.NewUnionFind(len(n.cases))
	for _, l := range n.links {
		sets.Union(l.a, l.b)
	}
	torn := map[int32][]pairKey{} // by component: the pairs to keep apart
	for _, p := range n.judged.apart {
		if sets.Same(p.a, p.b) {
			torn[sets.Find(p.a)] = append(torn[sets.Find(p.a)], p)
		}
	}
	if len(torn) == 0 {
		return
	}
	order := make([]int32, 0, len(n.links))
	for i := range n.links {
		if len(torn[sets.Find(n.links[i].a)]) > 0 {
			order = append(order, int32(i))
		}
	}
	decided := func(at int32) int { // 0 before 1: a found link may weigh as much as a judgement
		if n.judgedSame(&n.links[at]) {
			return 0
		}
		return 1
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(decided(x)-decided(y), cmp.Compare(n.links[y].weight, n.links[x].weight), cmp.Compare(x, y))
	})
	n.judged.dropped = n.keepApart(order, torn, sets)
	n.links = slices.DeleteFunc(n.links, func(l link) bool { return n.judged.dropped[pairKey{l.a, l.b}] })
}

// judgedSame reports whether people decided on the link.
func (n *Network) judgedSame(l *link) bool {
	j, judged := n.judged.of[pairKey{l.a, l.b}]
	return judged && j.Verdict == Same
}

// keepApart returns the links, out of those of the given order, that would bring a separated pair together.
func (n *Network) keepApart(order []int32, torn map[int32][]pairKey, whole *graphs.UnionFind) map[pairKey]bool {
	dropped := map[pairKey]bool{}
	sets := graphs.NewUnionFind(len(n.cases))
	joins := func(l *link, p pairKey) bool {
		return sets.Same(l.a, p.a) && sets.Same(l.b, p.b) || sets.Same(l.a, p.b) && sets.Same(l.b, p.a)
	}
	for _, at := range order {
		l := &n.links[at]
		for _, p := range torn[whole.Find(l.a)] {
			if !joins(l, p) {
				continue
			}
			if !n.judgedSame(l) {
				dropped[pairKey{l.a, l.b}] = true
			} else {
				n.judged.findings = append(n.judged.findings, Finding{n.judged.of[p], fmt.Sprintf(
					"it contradicts others: %s and %s are judged the same over other cases", n.name(p.a), n.name(p.b))})
			}
		}
		if !dropped[pairKey{l.a, l.b}] {
			sets.Union(l.a, l.b)
		}
	}
	return dropped
}

// Findings returns the judgements that name no case or value here, or that contradict each other.
func (n *Network) Findings() []Finding { return n.judged.findings }

// judgementsOn returns the judgements that name a case of k, by the cases that they name, and behind
// them those on values that its cases mention, in the order in which they were made.
func (n *Network) judgementsOn(k *cluster) []Judgement {
	var pairs []pairKey
	for p := range n.judged.of {
		if n.inside[p.a] == n.inside[k.cases[0]] || n.inside[p.b] == n.inside[k.cases[0]] {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, pairKey.compare)
	var out []Judgement
	for _, p := range pairs {
		out = append(out, n.judged.of[p])
	}
	return append(out, n.valueJudgementsOn(k)...)
}
