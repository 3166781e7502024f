package linkage_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/eval"
)

var update = flag.Bool("update", false, "write testdata/quality.txt anew")

const qualityFile = "testdata/quality.txt"

// qualityCases is the size of the corpora: small, to be fast.
const qualityCases = 1500

// Quality is a golden: a change of any weight shows in review. What it says is no
// bar; it is what the linker does today. go test -run TestQuality -update writes it.
func TestQuality(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Clusters of generated cases against their planted truth. Written by: go test -run TestQuality -update\n")
	fmt.Fprintf(&b, "# %d cases each; varied: the profile's parameters drawn anew from the seed.\n", qualityCases)
	fmt.Fprintf(&b, "# parameters %s\n\n", linkage.DefaultParameters().Version)
	fmt.Fprintf(&b, "%-26s %9s %7s %7s %9s %7s %7s %5s\n", "profile", "pairs: P", "R", "F1", "B3: P", "R", "F1", "hubs")
	said := map[string][]eval.Prediction{}
	for _, profile := range casegen.ProfileNames() {
		for _, o := range []casegen.Options{{Seed: 1}, {Seed: 2, Vary: true}, {Seed: 3, Vary: true}} {
			o.Profile, o.Cases = profile, qualityCases
			name := fmt.Sprintf("%s %d", profile, o.Seed)
			if o.Vary {
				name += " varied"
			}
			worlds := "worlds without chance collisions"
			switch profile {
			case "collisions":
				worlds = "worlds with chance collisions"
			case "roving":
				worlds = "worlds with chance collisions, and rings that rove"
			}
			pairs := quality(t, &b, name, o)
			said[worlds] = append(said[worlds], pairs...)
			said["all worlds"] = append(said["all worlds"], pairs...)
		}
	}
	for _, worlds := range slices.Sorted(maps.Keys(said)) {
		reliability(&b, worlds, eval.Calibrate(said[worlds], 10))
	}

	if *update {
		if err := os.WriteFile(qualityFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(qualityFile)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("quality has changed; look at it, and if it is meant: go test -run TestQuality -update\ngot\n%s\nwant\n%s", got, want)
	}
}

// reliability writes how far the probabilities of clusters of two cases can be taken at their word.
func reliability(b *strings.Builder, worlds string, c eval.Calibration) {
	fmt.Fprintf(b, "\nclusters of two cases, %s: the probability said, and how many are right\n", worlds)
	fmt.Fprintf(b, "%-12s %8s %7s %7s\n", "said", "clusters", "mean", "right")
	for _, bin := range c.Bins {
		if bin.Count > 0 {
			fmt.Fprintf(b, "%.1f to %.1f   %8d %7.3f %7.3f\n", bin.From, bin.To, bin.Count, bin.Stated, bin.Seen())
		}
	}
	fmt.Fprintf(b, "expected calibration error %.3f, Brier %.3f, of the base rate %.3f\n", c.Expected, c.Brier, c.BaseBrier)
}

// quality writes one line, and returns for every cluster of two cases what is said of it.
func quality(t *testing.T, b *strings.Builder, name string, o casegen.Options) []eval.Prediction {
	corpus, cases := generate(t, o)
	n := link(t, linkage.Options{NoTrace: true}, cases...)
	truth, found := make([]string, len(cases)), make([]string, len(cases))
	ring := map[string]string{}
	for i := range corpus.Cases {
		at := n.FindCase(corpus.Cases[i].ID)
		truth[i], found[i] = corpus.Cases[i].Truth(), n.ClusterOf(at[0])
		ring[corpus.Cases[i].ID] = truth[i]
	}
	p, b3 := eval.PairsOf(truth, found), eval.BCubedOf(truth, found)
	fmt.Fprintf(b, "%-26s %9.3f %7.3f %7.3f %9.3f %7.3f %7.3f %5d\n", name, p.Precision(), p.Recall(), p.F1(), b3.Precision, b3.Recall, b3.F1(), len(n.Hubs()))
	var said []eval.Prediction
	for _, k := range n.Clusters(1) {
		if len(k.Cases) == 2 {
			said = append(said, eval.Prediction{Probability: k.Probability, Right: ring[k.Cases[0]] == ring[k.Cases[1]]})
		}
	}
	return said
}
