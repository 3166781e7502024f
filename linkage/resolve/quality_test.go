package resolve

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/tflink/tflink/linkage/eval"
)

const sharedData = "../../../shared/data"

// TestTry prints.
func TestTry(t *testing.T) {
	only := os.Getenv("ONLY")
	for _, s := range qualitySets() {
		if only != "" && only != s.name {
			continue
		}
		table, truth := s.load(t)
		start := time.Now()
		r, err := Resolve(context.Background(), table, Options{Kind: s.kind})
		if err != nil {
			t.Fatal(err)
		}
		p := s.score(r, truth)
		t.Logf("%-12s P %.4f R %.4f F1 %.4f  pairs %d left %d expected %.0f truth %d size %.2f %v", s.name, p.Precision(), p.Recall(), p.F1(), r.Blocks.Pairs, r.Blocks.Left, r.Expected, p.Truth, r.model.size, time.Since(start))
		if os.Getenv("V") != "" {
			for _, u := range r.Columns {
				t.Log(u)
			}
			for f, x := range r.model.feats {
				t.Log(x.name)
				for l := range x.levels {
					t.Logf("   %-50s m %.5f u %.6f  mean %.2f", x.levels[l].text, r.model.m[f][l+1], r.model.u[f][l+1], r.model.mean[f][l+1])
				}
			}
		}
	}
	_ = eval.Pairs{}
}
