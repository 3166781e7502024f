package intake_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/eval"
	"github.com/tflink/tflink/linkage/intake"
)

// Generated county files in all styles, read without any mapping: the planted rings
// are found, whatever the order of the files.
func TestGeneratedFiles(t *testing.T) {
	corpus, err := casegen.Generate(casegen.Options{Profile: "mixed", Cases: 800, Seed: 21})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := corpus.Write(dir); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "data", "*"))
	if err != nil || len(files) < 20 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	n := linkFiles(t, files)
	slices.Reverse(files)
	if a, b := fmt.Sprintf("%+v", n.Clusters(1)), fmt.Sprintf("%+v", linkFiles(t, files).Clusters(1)); a != b {
		t.Error("the order of the files changes the clusters")
	}
	if n.NumCases() != len(corpus.Cases) {
		t.Errorf("%d cases, %d were written", n.NumCases(), len(corpus.Cases))
	}
	truth, found := eval.Assignment{}, eval.Assignment{}
	for i := range corpus.Cases {
		truth[corpus.Cases[i].ID] = corpus.Cases[i].Truth()
	}
	for i := range n.NumCases() {
		found[n.Case(i).ID] = n.ClusterOf(i)
	}
	const least = 0.97 // what the files lose on the way is less than what the linker does
	if p := eval.Align(truth, found).Pairs(); p.F1() < least {
		t.Errorf("precision %.3f, recall %.3f, F1 %.3f", p.Precision(), p.Recall(), p.F1())
	}
}

func linkFiles(t *testing.T, files []string) *linkage.Network {
	t.Helper()
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, err := intake.Read(context.Background(), f, intake.Options{}, l.Add); err != nil {
			t.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}
