package dot_test

import (
	"fmt"
	"io"
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
	o := dot.Options{
		Title: "Cluster C-7F3K2", Subtitle: "Made-up data to 2024-11-30 · probability 0.98",
		Caveat: "LAW ENFORCEMENT SENSITIVE — do not forward",
	}
	for name, n := range networks {
		start := time.Now()
		a, err := dot.NewAtlas(t.Context(), n, o)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Sheets() {
			for _, f := range []dot.Format{dot.SVG, dot.PNG} {
				if i > 3 || f == dot.PNG && i > 0 {
					break
				}
				write(t, filepath.Join(dir, fmt.Sprintf("%s-%d.%s", name, i+1, f)), func(w io.Writer) error { return a.Render(t.Context(), w, i, f) })
			}
		}
		report, err := a.Report(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %v, %d nodes, %d pages, %d shapes, %d collapsed, layout %s, lines behind shapes %v", name, time.Since(start).Round(time.Millisecond), n.Len(), len(a.Sheets()), report.Shapes, len(report.Collapsed), report.Layout, report.Behind)
		if n.Len() < 2000 {
			write(t, filepath.Join(dir, name+".pdf"), func(w io.Writer) error { return a.WritePDF(t.Context(), w) })
			t.Logf("%s.pdf: %v", name, time.Since(start).Round(time.Millisecond))
		}
	}
}

func write(t *testing.T, name string, fn func(io.Writer) error) {
	out, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := fn(out); err != nil {
		t.Error(err)
	}
}
