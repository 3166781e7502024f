package linkage_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// The corpora of the metamorphic tests: hubs, rings, typos and narratives.
var metamorphic = []casegen.Options{
	{Profile: "mixed", Cases: 700, Seed: 11},
	{Profile: "rings-and-hubs", Cases: 700, Seed: 12, Vary: true},
}

func TestOrderOfAddingDoesNotMatter(t *testing.T) {
	for _, o := range metamorphic {
		_, cases := generate(t, o)
		want := dump(t, link(t, linkage.Options{}, cases...))
		for seed := range uint64(2) {
			r := rand.New(rand.NewPCG(seed, 1))
			shuffled := slices.Clone(cases)
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			for i := range shuffled {
				m := slices.Clone(shuffled[i].Mentions)
				r.Shuffle(len(m), func(i, j int) { m[i], m[j] = m[j], m[i] })
				shuffled[i].Mentions = m
			}
			sameDump(t, fmt.Sprintf("%+v shuffled with seed %d", o, seed), want, dump(t, link(t, linkage.Options{}, shuffled...)))
		}
	}
}

func TestConcurrentAddGivesTheSame(t *testing.T) {
	_, cases := generate(t, metamorphic[0])
	want := dump(t, link(t, linkage.Options{}, cases...))
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	const adders = 8
	for g := range adders {
		wg.Go(func() {
			for i := g; i < len(cases); i += adders {
				if err := l.Add(cases[i]); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	sameDump(t, "added by 8 goroutines", want, dump(t, result(t, l)))
}

func TestWorkersDoNotMatter(t *testing.T) {
	for _, o := range metamorphic {
		_, cases := generate(t, o)
		want := dump(t, link(t, linkage.Options{Workers: 1}, cases...))
		for _, workers := range []int{2, 8} {
			sameDump(t, fmt.Sprintf("%+v with %d workers", o, workers), want, dump(t, link(t, linkage.Options{Workers: workers}, cases...)))
		}
	}
}

func TestNoTraceGivesTheSameClusters(t *testing.T) {
	_, cases := generate(t, metamorphic[0])
	with, without := link(t, linkage.Options{}, cases...), link(t, linkage.Options{NoTrace: true}, cases...)
	sameDump(t, "without a trace", fmt.Sprintf("%+v", with.Clusters(1)), fmt.Sprintf("%+v", without.Clusters(1)))
}

// A linker takes further cases after Link; the network that it gave does not change.
func TestLinkAgain(t *testing.T) {
	_, cases := generate(t, metamorphic[1])
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	half := len(cases) / 2
	for _, c := range cases[:half] {
		l.Add(c)
	}
	first := result(t, l)
	before := dump(t, first)
	for _, c := range cases[half:] {
		l.Add(c)
	}
	sameDump(t, "all cases, in two steps", dump(t, link(t, linkage.Options{}, cases...)), dump(t, result(t, l)))
	sameDump(t, "the first network afterwards", before, dump(t, first))
}

// Invariant 5 of the design: cases that share nothing with a cluster neither
// split it, nor join it, nor change a weight in it.
func TestUnrelatedCasesChangeNothing(t *testing.T) {
	_, cases := generate(t, metamorphic[0])
	_, others := generate(t, casegen.Options{Profile: "rings-and-hubs", Cases: 900, Seed: 77})
	n := link(t, linkage.Options{}, cases...)
	taken := map[string]bool{}
	n.EachEntity(func(e linkage.Entity) bool { taken[string(e.Kind)+e.Key] = true; return true })
	unrelated := make([]linkage.Case, 0, len(others))
	for _, c := range others {
		c.ID = "M-" + c.ID // lies between the ids of the first cases, so that their numbers shift
		c.Mentions = slices.DeleteFunc(c.Mentions, func(m linkage.Mention) bool {
			switch m.Kind {
			case normalize.KindPhone, normalize.KindPlate, normalize.KindEmail, normalize.KindHandle:
				v, _ := normalize.Normalize(m.Kind, m.Raw, normalize.Context{})
				return taken[string(m.Kind)+v.Key()]
			}
			return true // names and addresses have parts that may be shared
		})
		unrelated = append(unrelated, c)
	}
	both := link(t, linkage.Options{}, append(slices.Clone(cases), unrelated...)...)

	var kept []linkage.Cluster
	for _, k := range both.Clusters(1) {
		if !strings.HasPrefix(k.Cases[0], "M-") {
			kept = append(kept, k)
		}
	}
	sameDump(t, "clusters beside unrelated cases", lines(n.Clusters(1)), lines(kept))
	if len(kept) < 20 || both.NumLinks() == n.NumLinks() {
		t.Fatalf("%d clusters, %d links of %d: the test tests nothing", len(kept), n.NumLinks(), both.NumLinks())
	}
	a, b := n.Clusters(1)[0].Cases[0], n.Clusters(1)[0].Cases[1]
	sameDump(t, "an explanation", fmt.Sprintf("%+v", explain(t, n, a, b)), fmt.Sprintf("%+v", explain(t, both, a, b)))
}

// Other names for the cases outside of a cluster are nothing to the cluster.
func TestRenamedUnrelatedCases(t *testing.T) {
	_, cases := generate(t, metamorphic[1])
	n := link(t, linkage.Options{}, cases...)
	for _, want := range n.Clusters(2)[:5] {
		renamed := slices.Clone(cases)
		for i := range renamed {
			if !slices.Contains(want.Cases, renamed[i].ID) {
				renamed[i].ID = fmt.Sprintf("%x", renamed[i].ID)
			}
		}
		got, ok := link(t, linkage.Options{}, renamed...).Cluster(want.ID)
		if !ok {
			t.Fatalf("cluster %s is gone", want.ID)
		}
		sameDump(t, want.ID, fmt.Sprintf("%+v", want), fmt.Sprintf("%+v", got))
	}
}

func lines[T any](list []T) string {
	var b strings.Builder
	for _, x := range list {
		fmt.Fprintf(&b, "%+v\n", x)
	}
	return b.String()
}

func TestAddFails(t *testing.T) {
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Add(linkage.Case{}); err == nil {
		t.Error("a case without an id was taken")
	}
	if err := l.Add(incident("A", erie, 0, say("passport", "X1"))); err == nil || !strings.Contains(err.Error(), `"passport"`) {
		t.Errorf("a kind that is not defined: %v", err)
	}
	if n := result(t, l); n.NumCases() != 0 {
		t.Errorf("%d cases were taken in all the same", n.NumCases())
	}
}

func TestLinkStopsWhenCancelled(t *testing.T) {
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l.Add(incident("A", erie, 0, phone("585-555-0142")))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if n, err := l.Link(ctx); !errors.Is(err, context.Canceled) || n != nil {
		t.Errorf("Link gave %v, %v", n, err)
	}
}

// Values that cannot be read, and hostile text, are no failure: they do not link.
func TestUnreadableValuesDoNotLink(t *testing.T) {
	junk := []string{"", "\x00\x01", "\xff\xfe", "-", "?", strings.Repeat("9", 1<<16), strings.Repeat("é\u200b", 1<<12)}
	var a, b []linkage.Mention
	for _, k := range normalize.Kinds {
		if k != normalize.KindCounty {
			for _, raw := range junk[:5] {
				a, b = append(a, say(k, raw)), append(b, say(k, raw))
			}
		}
	}
	for _, raw := range junk {
		a, b = append(a, phone(raw)), append(b, phone(raw))
	}
	n := link(t, linkage.Options{}, incident("A", erie, 0, a...), incident("B", monroe, 0, b...))
	if got := clustersOf(n); len(got) != 0 {
		t.Errorf("linked by junk: %v: %+v", got, explain(t, n, "A", "B").Direct)
	}
}

// What Options.Validate finds wrong it reports all at once.
func TestOptionsValidate(t *testing.T) {
	p := linkage.DefaultParameters()
	p.Prior, p.Threshold, p.Hub.Passes, p.Hub.SpreadDays, p.Hub.FewCases = linkage.Bit, 1, 0, 0, 0
	p.Kinds[normalize.KindPhone] = linkage.KindParameters{M: .1, U: .2, Turnover: 1}
	delete(p.Kinds, "")
	o := linkage.Options{
		Parameters: p, Workers: -1,
		Kinds: []linkage.KindSpec{{}, {Kind: "room"}, {Kind: "key", Normalize: readRoom, Parameters: linkage.KindParameters{M: .5, U: .01}}},
	}
	err := o.Validate()
	if err == nil {
		t.Fatal("no fault was found")
	}
	for _, want := range []string{
		"prior", "threshold", "passes", "spread days", "few cases", `no kind ""`, `"phone": m and u`, "most must be above 0, or no value of the kind says anything; turnover",
		"workers", "needs a name", `"room": Normalize`, `"key": most`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not among the faults:\n%v", want, err)
		}
	}
	if _, err := linkage.New(o); err == nil {
		t.Error("New took options that are not valid")
	}
	if err := (linkage.Options{}).Validate(); err != nil {
		t.Errorf("the zero value: %v", err)
	}
}
