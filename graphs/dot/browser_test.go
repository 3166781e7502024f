package dot_test

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
)

// measureJS measures all SVGs of a page as the browser draws them.
//
//go:embed testdata/measure.js
var measureJS string

// What the browser found.
type measured struct {
	Name     string
	Faults   []string
	Nodes    int
	Cases    int
	Edges    int
	Crossing float64 // crossings per edge
	Type     float64 // least size in points, printed on letter paper
}

// mostCrossings is how many crossings an edge may have on average, those with edges of the same shape too; what is generated has 1.37 at most. Pages leave
// out their weakest edges as long as they have more than 1.3 and something to leave out, but measure more coarsely than the browser.
const mostCrossings = 1.5

// fonts that a viewer may have in place of ours: wide, narrow, and whatever the system has.
var fonts = []string{"", "DejaVu Sans", "Liberation Sans Narrow", "serif"}

// TestInBrowser draws clusters of 2 to 5,000 cases and hard ones, opens the pages in Chromium and measures what stands there.
func TestInBrowser(t *testing.T) {
	chromium := findChromium(t)
	networks := map[string]*graphs.Network{"counties": overview(t)}
	for _, cases := range []int{2, 3, 5, 9, 12, 25, 40, 60, 80, 120, 300, 1000, 5000} {
		networks[fmt.Sprintf("%04d cases", cases)] = cluster(t, cases, uint64(cases))
	}
	for name, n := range hardShapes(t) {
		if n.Len() > 0 {
			networks[name] = n
		}
	}
	svgs, cases := make(map[string]string), make(map[string]int)
	for name, n := range networks {
		a, err := dot.NewAtlas(t.Context(), n, dot.Options{Title: "Cluster C-1", Subtitle: "made up", Caveat: "SENSITIVE"})
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range a.Sheets()[:min(3, len(a.Sheets()))] {
			var b strings.Builder
			if err := a.Render(t.Context(), &b, i, dot.SVG); err != nil {
				t.Fatal(err)
			}
			page := fmt.Sprintf("%s, page %d", name, i+1)
			_, svgs[page], _ = strings.Cut(b.String(), "?>")
			cases[page] = s.Cases
		}
	}
	for _, font := range fonts {
		for _, m := range measureInBrowser(t, chromium, font, svgs) {
			for _, f := range m.Faults[:min(len(m.Faults), 5)] {
				t.Errorf("%s, font %q: %s", m.Name, font, f)
			}
			if m.Cases != cases[m.Name] {
				t.Errorf("%s: the shapes stand for %d cases, want %d", m.Name, m.Cases, cases[m.Name])
			}
			if m.Crossing > mostCrossings {
				t.Errorf("%s: %.2f crossings per edge", m.Name, m.Crossing)
			}
			if font == "" {
				t.Logf("%s: %d nodes, %d edges, %.2f crossings per edge, type of %.1f points", m.Name, m.Nodes, m.Edges, m.Crossing, m.Type)
			}
		}
	}
}

// findChromium returns the browser; without one the test is skipped, but not in CI.
func findChromium(t *testing.T) string {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("there is no Chromium")
	}
	t.Skip("there is no Chromium in the PATH or in $CHROMIUM")
	return ""
}

// measureInBrowser opens the pictures in the browser, in a font if it is given, and returns what measure.js says.
func measureInBrowser(t *testing.T, chromium, font string, svgs map[string]string) []measured {
	var page strings.Builder
	page.WriteString("<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}svg{display:block}")
	if font != "" {
		fmt.Fprintf(&page, "text,tspan{font-family:'%s'}", font)
	}
	page.WriteString("</style>")
	for _, name := range slices.Sorted(maps.Keys(svgs)) {
		fmt.Fprintf(&page, "<div data-name=\"%s\">%s</div>\n", html.EscapeString(name), svgs[name])
	}
	page.WriteString("<pre id=measured></pre><script>" + measureJS + "</script>")
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+file)
	out, err := c.Output()
	if err != nil {
		t.Fatalf("chromium: %v", err)
	}
	_, rest, _ := strings.Cut(string(out), `<pre id="measured">`)
	text, _, found := strings.Cut(rest, "</pre>")
	if !found {
		t.Fatal("the browser's page has no measures")
	}
	var list []measured
	if err := json.Unmarshal([]byte(html.UnescapeString(text)), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != len(svgs) {
		t.Fatalf("%d pictures measured, want %d", len(list), len(svgs))
	}
	return list
}
