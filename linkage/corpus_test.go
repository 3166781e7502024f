package linkage_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// generate returns a generated corpus and its cases as the linker takes them.
func generate(t testing.TB, o casegen.Options) (*casegen.Corpus, []linkage.Case) {
	t.Helper()
	corpus, err := casegen.Generate(o)
	if err != nil {
		t.Fatal(err)
	}
	cases := make([]linkage.Case, len(corpus.Cases))
	for i := range corpus.Cases {
		cases[i] = corpus.Cases[i].Linkage()
	}
	return corpus, cases
}

// link links the cases.
func link(t testing.TB, o linkage.Options, cases ...linkage.Case) *linkage.Network {
	t.Helper()
	l, err := linkage.New(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if err := l.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	return result(t, l)
}

// result returns what a linker makes of the cases added so far.
func result(t testing.TB, l *linkage.Linker) *linkage.Network {
	t.Helper()
	n, err := l.Link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// dump writes all that a network says in one canonical text.
func dump(t testing.TB, n *linkage.Network) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "%d cases, %d mentions, %d entities, %d shared, %d links, %+v, %d skipped\n",
		n.NumCases(), n.NumMentions(), n.NumEntities(), n.NumShared(), n.NumLinks(), n.Suppressed(), n.Skipped())
	number := map[string]int{}
	for i := range n.NumCases() {
		number[n.Case(i).Name] = i
		fmt.Fprintf(&b, "%+v\n\t%+v\n", n.Case(i), n.Mentions(i))
	}
	for _, k := range n.Clusters(1) {
		fmt.Fprintf(&b, "%+v\n", k)
		for i := 1; i < len(k.Cases); i++ {
			x, err := n.Explain(number[k.Cases[i-1]], number[k.Cases[i]])
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "\t%+v\n", x)
		}
	}
	for _, h := range n.Hubs() {
		fmt.Fprintf(&b, "%+v\n", h)
	}
	n.EachEntity(func(e linkage.Entity) bool {
		fmt.Fprintf(&b, "%+v\n", e)
		return true
	})
	return b.String()
}

// sameDump fails the test where two networks do not say the same, and shows the first line that differs.
func sameDump(t testing.TB, what string, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Fatalf("%s: line %d differs\nwant %.600s\ngot  %.600s", what, i+1, w[i], g[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", what, len(g), len(w))
}

// incident returns a case of one county and day with the given mentions.
func incident(id, county string, day normalize.Day, mentions ...linkage.Mention) linkage.Case {
	c := linkage.Case{ID: id, From: day, To: day, Mentions: mentions}
	if county != "" {
		c.Counties = []string{county}
	}
	return c
}

// say returns a mention of a value as it stands in a column.
func say(kind linkage.Kind, raw string) linkage.Mention { return linkage.Mention{Kind: kind, Raw: raw} }

// phone and plate are the mentions that most tests link by.
func phone(raw string) linkage.Mention { return say(normalize.KindPhone, raw) }
func plate(raw string) linkage.Mention { return say(normalize.KindPlate, raw) }

// Counties of western New York.
const (
	erie, genesee, monroe, wyoming = "36029", "36037", "36055", "36121"
)

// on returns a day of 2024.
func on(month, day int) normalize.Day { return normalize.DayOf(2024, time.Month(month), day) }

// explain explains two cases by name.
func explain(t testing.TB, n *linkage.Network, a, b string) linkage.Explanation {
	t.Helper()
	i, j := n.FindCase(a), n.FindCase(b)
	if len(i) != 1 || len(j) != 1 {
		t.Fatalf("cases %q and %q are at %v and %v", a, b, i, j)
	}
	x, err := n.Explain(i[0], j[0])
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// clustersOf returns the clusters of a network as lines of case names.
func clustersOf(n *linkage.Network) []string {
	var out []string
	for _, k := range n.Clusters(1) {
		out = append(out, strings.Join(k.Cases, " "))
	}
	return out
}
