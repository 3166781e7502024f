package linkage_test

import (
	"strings"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/source"
)

func TestExplainFails(t *testing.T) {
	n := link(t, linkage.Options{}, incident("A", erie, 0, phone("585-555-0142")), incident("B", erie, 0))
	for _, pair := range [][2]int{{0, 0}, {-1, 0}, {0, 2}, {2, 0}} {
		if _, err := n.Explain(pair[0], pair[1]); err == nil {
			t.Errorf("cases %d and %d were explained", pair[0], pair[1])
		}
	}
}

// Evidence says where the value stands, as it stood, on both sides.
func TestEvidenceIsTraced(t *testing.T) {
	at := func(file string, line int) source.Position { return source.Position{File: file, Line: line, Column: 4} }
	a, b := phone("(585) 555-0142"), phone("585.555.0142")
	a.Source, b.Source = at("wyoming.csv", 17), at("erie.csv", 3)
	n := link(t, linkage.Options{}, incident("A", wyoming, on(3, 1), a), incident("B", erie, on(3, 2), b))
	e := explain(t, n, "A", "B").Direct.Evidence[0]
	if got := e.A[0].Source.String() + " " + e.A[0].Raw; got != "wyoming.csv:17:4 (585) 555-0142" {
		t.Errorf("in A at %s", got)
	}
	if got := e.B[0].Source.String() + " " + e.B[0].Raw; got != "erie.csv:3:4 585.555.0142" {
		t.Errorf("in B at %s", got)
	}
	turned := explain(t, n, "B", "A").Direct
	if turned.Evidence[0].A[0].Raw != b.Raw || turned.Weight != explain(t, n, "A", "B").Direct.Weight {
		t.Error("B and A say something else than A and B")
	}
}

// A way between two cases of a cluster leads over kept links from the first to
// the second, each from where the one before ended.
func TestPaths(t *testing.T) {
	_, cases := generate(t, casegen.Options{Profile: "rings-and-hubs", Cases: 500, Seed: 6})
	n := link(t, linkage.Options{}, cases...)
	walked := 0
	for _, k := range n.Clusters(1) {
		a, b := k.Cases[0], k.Cases[len(k.Cases)-1]
		x := explain(t, n, a, b)
		if x.Cluster != k.ID || x.Apart != nil || x.Direct.Kept != (x.Path == nil) {
			t.Fatalf("%s and %s: in %q, apart %q, %d hops", a, b, x.Cluster, x.Apart, len(x.Path))
		}
		at := a
		for _, l := range x.Path {
			if l.A != at || !l.Kept {
				t.Errorf("%s and %s: a hop from %s to %s, kept %t", a, b, l.A, l.B, l.Kept)
			}
			at = l.B
			walked++
		}
		if len(x.Path) > 0 && at != b {
			t.Errorf("%s and %s: the way ends at %s", a, b, at)
		}
	}
	if walked == 0 {
		t.Error("no way was walked: the test tests nothing")
	}
}

func TestApartSaysWhy(t *testing.T) {
	n := link(t, linkage.Options{}, incident("A", erie, on(3, 1), phone("585-555-0142")), incident("B", erie, on(3, 1), plate("NY KAB1042")),
		incident("C", monroe, on(3, 1), say("person", "Wade Tillotson")), incident("D", monroe, on(3, 1), say("person", "Tillotson, Wade")))
	if x := explain(t, n, "A", "B"); len(x.Apart) != 1 || !strings.Contains(x.Apart[0], "share no value") {
		t.Errorf("nothing shared: %q", x.Apart)
	}
	x := explain(t, n, "C", "D")
	if x.Direct.Kept || len(x.Direct.Evidence) != 1 || len(x.Apart) != 1 || !strings.Contains(x.Apart[0], "prior of -13.0") {
		t.Errorf("one name alone: %+v", x)
	}
}

// A mention that is more likely wrong than right is shown, but links nothing.
func TestUnsureMentionsDoNotLink(t *testing.T) {
	unsure := phone("585-555-0142")
	unsure.Confidence = linkage.MinConfidence - .01
	n := link(t, linkage.Options{}, incident("A", erie, on(3, 1), unsure), incident("B", erie, on(3, 1), phone("585-555-0142")))
	if n.NumLinks() != 0 || n.NumShared() != 0 {
		t.Errorf("%d links", n.NumLinks())
	}
	if e, ok := n.Entity("phone", "+15855550142"); !ok || len(e.Sightings) != 2 || !e.Sightings[0].Unsure {
		t.Errorf("the number is seen as %+v", e)
	}
}
