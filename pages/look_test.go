package pages_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/pages"
)

// TestLook writes pages into the folder PAGES_LOOK, for people and for the browser
// tests of testdata/browser: rings of several sizes, and one of hostile texts.
func TestLook(t *testing.T) {
	dir := os.Getenv("PAGES_LOOK")
	if dir == "" {
		t.Skip("PAGES_LOOK names no folder to write pages to")
	}
	write := func(name string, cases []linkage.Case) {
		d := report(t, link(t, cases))
		for ext, content := range map[string]string{".html": asHTML(t, d), ".pdf": asPDF(t, d)} {
			if err := os.WriteFile(filepath.Join(dir, name+ext), []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, cases := range []int{2, 12, 300, 1200} {
		write(fmt.Sprintf("ring-%d", cases), ring(cases))
	}
	write("hostile", poisoned(strings.Join(hostile, " ")[:2000]))
	n := link(t, ring(60))
	sheet := pages.NewLeadSheet(n, "36121", pages.Leads(n, "36121"), options, func(id string) string { return id })
	if err := os.WriteFile(filepath.Join(dir, "leads.html"), []byte(asHTML(t, sheet)), 0o600); err != nil {
		t.Fatal(err)
	}
}
