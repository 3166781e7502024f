package linkage_test

import (
	"sync"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// A network is read by several goroutines at once; run with -race.
func TestNetworkIsSafeToRead(t *testing.T) {
	_, cases := generate(t, casegen.Options{Profile: "mixed", Cases: 250, Seed: 9})
	n := link(t, linkage.Options{}, cases...)
	want := dump(t, link(t, linkage.Options{}, cases...))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			sameDump(t, "read by several at once", want, dump(t, n))
		})
	}
	wg.Wait()
}

// A linker takes cases while it links; each network is one of a moment.
func TestAddWhileLinking(t *testing.T) {
	_, cases := generate(t, casegen.Options{Profile: "mixed", Cases: 250, Seed: 9})
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		for _, c := range cases {
			if err := l.Add(c); err != nil {
				t.Error(err)
			}
		}
	})
	for range 3 {
		n := result(t, l)
		dump(t, n)
	}
	wg.Wait()
	sameDump(t, "in the end", dump(t, link(t, linkage.Options{}, cases...)), dump(t, result(t, l)))
}

// What is counted is what can be listed.
func TestCountsAreWhatIsListed(t *testing.T) {
	_, cases := generate(t, casegen.Options{Profile: "mixed", Cases: 300, Seed: 8})
	cases = append(cases, incident("BORN", erie, on(1, 1), linkage.Mention{
		Kind: normalize.KindPerson, Value: person(t, "Wade Tillotson", normalize.DayOf(1979, 5, 2)), Role: linkage.RoleSuspect}))
	n := link(t, linkage.Options{}, cases...)
	entities, sightings, mentions := 0, 0, 0
	n.EachEntity(func(e linkage.Entity) bool {
		entities++
		sightings += len(e.Sightings)
		if got, ok := n.Entity(e.Kind, e.Key); !ok || len(got.Sightings) != len(e.Sightings) {
			t.Errorf("%s %s: not the same by its key", e.Kind, e.Key)
		}
		return true
	})
	for i := range n.NumCases() {
		for _, e := range n.Mentions(i) {
			mentions += len(e.Sightings)
		}
	}
	if entities != n.NumEntities() {
		t.Errorf("%d entities listed, %d counted", entities, n.NumEntities())
	}
	if mentions != n.NumMentions() {
		t.Errorf("%d mentions listed, %d counted", mentions, n.NumMentions())
	}
	stopped := 0
	n.EachEntity(func(linkage.Entity) bool { stopped++; return stopped < 3 })
	if stopped != 3 {
		t.Errorf("yield was called %d times after it said stop", stopped)
	}
	if _, ok := n.Entity("passport", "X"); ok {
		t.Error("an entity of no kind was found")
	}
}
