package dot_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
)

// TestLook writes pictures for people to look at into the folder $DOT_LOOK.
func TestLook(t *testing.T) {
	dir := os.Getenv("DOT_LOOK")
	if dir == "" {
		t.Skip("set DOT_LOOK to a folder to get pictures to look at")
	}
	networks := map[string]*graphs.Network{"overview": overview(t)}
	for _, cases := range []int{2, 5, 12, 40, 80, 300, 1000, 5000} {
		networks[fmt.Sprintf("%04d", cases)] = cluster(t, cases, 1)
	}
	for name, n := range networks {
		for _, f := range []dot.Format{dot.SVG, dot.PNG, dot.PDF, dot.DOT} {
			out, err := os.Create(filepath.Join(dir, name+"."+string(f)))
			if err != nil {
				t.Fatal(err)
			}
			var report dot.Report
			start := time.Now()
			err = dot.Render(t.Context(), out, n, f, dot.Options{
				Title: "Cluster C-7F3K2", Subtitle: "Made-up data to 2024-11-30 · probability 0.98",
				Caveat: "LAW ENFORCEMENT SENSITIVE — do not forward", Report: &report,
			})
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			t.Logf("%s.%s: %v, %d nodes, %d shapes, %d collapsed, layout %s, straight %v", name, f, time.Since(start).Round(time.Millisecond), n.Len(), report.Shapes, len(report.Collapsed), report.Layout, report.Straight)
			out.Close()
		}
	}
}
