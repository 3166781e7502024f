package phonetext

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

var (
	update = flag.Bool("update", false, "write the golden file")
	show   = flag.Bool("show", false, "print every miss and every invented number")
	wide   = flag.Bool("wide", false, "numbers of all exchanges instead of 555-01xx; nothing is compared with the golden")
	seed   = flag.Uint64("seed", 7, "seed of the generator")
)

const (
	qualityFile = "testdata/quality.golden"
	perFamily   = 60
	perDecoy    = 25

	// What is asked of the whole, and of each family.
	leastPrecision = 0.995
	leastRecall    = 0.97
	leastFamily    = 0.75
)

// TestQuality measures what share of disguised numbers is found and how many
// are invented, by family, on generated lines.
func TestQuality(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 1))
	var report strings.Builder
	found, wrong, total := 0, 0, 0
	for _, family := range disguises {
		hits, extra := measureFamily(t, r, family)
		fmt.Fprintf(&report, "%-22s recall %.3f  invented %d\n", family.name, float64(hits)/perFamily, extra)
		found, wrong, total = found+hits, wrong+extra, total+perFamily
		if recall := float64(hits) / perFamily; recall < leastFamily {
			t.Errorf("%s: recall %.3f, want at least %v", family.name, recall, leastFamily)
		}
	}
	for _, d := range decoys {
		invented := 0
		for range perDecoy {
			text := d.write(r)
			if hits := Find(text, Running); len(hits) > 0 {
				invented += len(hits)
				if *show {
					t.Logf("invented in %q: %+v", text, hits)
				}
			}
		}
		fmt.Fprintf(&report, "%-22s invented %d\n", "no "+d.name, invented)
		wrong += invented
	}
	precision, recall := float64(found)/float64(found+wrong), float64(found)/float64(total)
	fmt.Fprintf(&report, "%-22s precision %.4f  recall %.4f  of %d numbers\n", "all", precision, recall, total)
	if precision < leastPrecision || recall < leastRecall {
		t.Errorf("precision %.4f, recall %.4f: want %v and %v (seed %d)", precision, recall, leastPrecision, leastRecall, *seed)
	}
	t.Log("\n" + report.String())
	compareGolden(t, report.String())
}

func measureFamily(t *testing.T, r *rand.Rand, family disguise) (hits, extra int) {
	for range perFamily {
		digits := randomNumber(r)
		text := fmt.Sprintf(carriers[r.IntN(len(carriers))], family.write(r, digits))
		right := false
		for _, h := range Find(text, Running) {
			if h.Digits == digits && !right {
				right = true
			} else {
				extra++
				if *show {
					t.Logf("%s: invented %+v in %q", family.name, h, text)
				}
			}
		}
		if right {
			hits++
		} else if *show {
			t.Logf("%s: missed %s in %q", family.name, digits, text)
		}
	}
	return hits, extra
}

// randomNumber returns ten digits: a real area code and a number that is kept for fiction.
func randomNumber(r *rand.Rand) string {
	codes := strings.Fields(areaCodes)
	code := codes[r.IntN(len(codes))]
	if *wide {
		return fmt.Sprintf("%s%d%06d", code, 2+r.IntN(8), r.IntN(1e6))
	}
	return fmt.Sprintf("%s55501%02d", code, r.IntN(100))
}

func compareGolden(t *testing.T, got string) {
	t.Helper()
	if *wide || *seed != 7 {
		return
	}
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(qualityFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(qualityFile)
	if err != nil {
		t.Fatalf("%v; write it with -update", err)
	}
	if string(want) != got {
		t.Errorf("quality changed; if that is meant, write it anew with -update. Was:\n%s", want)
	}
}
