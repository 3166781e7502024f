package resolve

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

// goldenFile holds what is measured here; the sets are in sharedData, beside the project.
var (
	goldenFile = filepath.Join("..", "..", "bench", "quality", "resolve.txt")
	sharedData = filepath.Join("..", "..", "..", "shared", "data")
)

const goldenHeader = `Quality of tflink resolve: pairwise precision, recall and F1 at default settings,
one code path for all sets, no labels used. The numbers are made, and held, by
    go test ./linkage/resolve -run TestQuality -update
"least" is what a set must reach. Records whose truth is unknown are resolved but not counted.

set          kind      records   pairs  precision  recall      F1  least
`

// TestQuality measures the public sets and compares with the golden file, so that a change of any weight shows.
func TestQuality(t *testing.T) {
	var got bytes.Buffer
	got.WriteString(goldenHeader)
	for _, s := range qualitySets {
		table, truth := s.load(t)
		r, err := Resolve(t.Context(), table, Options{Kind: s.kind})
		if err != nil {
			t.Fatal(err)
		}
		p := score(r, truth)
		fmt.Fprintf(&got, "%-12s %-8s %8d %7d %10.4f %7.4f %7.4f  %.3f\n", s.name, s.kind, len(r.Records), p.Truth, p.Precision(), p.Recall(), p.F1(), s.least)
		if p.F1() < s.least {
			t.Errorf("%s: F1 %.4f, must be at least %.3f", s.name, p.F1(), s.least)
		}
	}
	if *update {
		if err := os.MkdirAll(filepath.Dir(goldenFile), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(goldenFile, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the quality has changed (see -update):\n%s", got.Bytes())
	}
}
