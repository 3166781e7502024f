package cli

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// run runs tflink in-process and returns what it printed, and its exit status.
func run(args ...string) (string, int) {
	var out, errOut bytes.Buffer
	status := Run(context.Background(), args, strings.NewReader(""), &out, &errOut)
	return out.String() + errOut.String(), status
}

// Whatever was imported, replaced, forgotten and judged, in whatever order: clusters are those of a
// full run, byte for byte, and --since tells the same of a state that was kept and of one made anew.
func TestAddedCasesGiveWhatAFullRunGives(t *testing.T) {
	defer func(n int) { snapshotParts = n }(snapshotParts)
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 3))
		dir := t.TempDir()
		ws := filepath.Join(dir, "ws")
		if out, status := run("--workspace", ws, "import", randomFile(t, r, dir, "0.csv")); status != 0 {
			t.Fatal(out)
		}
		for step := range 12 {
			snapshotParts = []int{0, 30, 1 << 20}[r.IntN(3)] // sometimes a new snapshot each time, sometimes the old one and more
			change := randomChange(t, r, dir)
			where := fmt.Sprintf("seed %d, step %d, %v", seed, step, change)
			if out, status := run(append([]string{"--workspace", ws}, change...)...); status > 3 || status == 1 {
				t.Fatalf("%s: status %d: %s", where, status, out)
			}
			kept, _ := run("--workspace", ws, "clusters", "--since", "LAST", "--span", "1", "--json") // near the new cases, where that is enough
			added, _ := run("--workspace", ws, "clusters", "--span", "1", "--json")
			_ = os.Remove(filepath.Join(ws, "snapshot"))
			full, _ := run("--workspace", ws, "clusters", "--span", "1", "--json")
			if added != full {
				t.Fatalf("%s: with a snapshot\n%s\nand from all cases\n%s", where, added, full)
			}
			again := filepath.Join(dir, "again")
			if err := os.Rename(filepath.Join(ws, "assignments"), again); err != nil {
				t.Fatal(err)
			}
			if anew, status := run("--workspace", ws, "clusters", "--since", "LAST", "--span", "1", "--json"); status == 0 && anew != kept {
				t.Fatalf("%s: since LAST, kept\n%s\nand made anew\n%s", where, kept, anew)
			}
			if err := os.RemoveAll(filepath.Join(ws, "assignments")); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(again, filepath.Join(ws, "assignments")); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// randomFile writes a file of some cases, a few of which other files tell too.
func randomFile(t *testing.T, r *rand.Rand, dir, name string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("case id,county,agency,date,phone,plate,victim name,suspect name\n")
	for range 5 + r.IntN(20) {
		county := []string{"Erie", "Monroe", "Wayne"}[r.IntN(3)]
		fmt.Fprintf(&b, "K-%03d,%s,%s County Sheriff,2024-%02d-03,716-555-01%02d,KAB-10%02d,Jane Roe%d,Sam Poe%d\n",
			r.IntN(120), county, county, 1+r.IntN(12), r.IntN(40), r.IntN(60), r.IntN(9), r.IntN(9))
	}
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// randomChange returns the command that changes the workspace next.
func randomChange(t *testing.T, r *rand.Rand, dir string) []string {
	name := fmt.Sprintf("%d.csv", r.IntN(5))
	switch r.IntN(6) {
	case 0:
		return []string{"forget", name}
	case 1:
		verdict := []string{"same", "different"}[r.IntN(2)]
		return []string{"judge", verdict, fmt.Sprintf("K-%03d", r.IntN(120)), fmt.Sprintf("K-%03d", r.IntN(120))}
	case 2:
		return []string{"judge", "--undo", fmt.Sprint(1 + r.IntN(4))}
	}
	return []string{"import", randomFile(t, r, dir, name)} // new, or in the place of what was read from it
}
