package normalize

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// misspell makes n random slips in a name: a letter more, less, other or
// exchanged with its neighbour.
func misspell(rng *rand.Rand, name string, n int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	b := []byte(name)
	for range n {
		at := rng.IntN(len(b))
		letter := letters[rng.IntN(len(letters))]
		switch kind := rng.IntN(4); {
		case kind == 0:
			b = append(b[:at], append([]byte{letter}, b[at:]...)...)
		case kind == 1 && len(b) > 2:
			b = append(b[:at], b[at+1:]...)
		case kind == 2:
			b[at] = letter
		case at+1 < len(b):
			b[at], b[at+1] = b[at+1], b[at]
		}
	}
	return string(b)
}

// TestCountyMisspellings measures how misspelt names are read: every name of
// the table, with one and two slips, in its state. The counts are kept in
// testdata/county_misspellings.txt; a change of them shows in review
// (UPDATE_GOLDEN=1 writes them anew).
func TestCountyMisspellings(t *testing.T) {
	report := ""
	for _, slips := range []int{1, 2} {
		rng := rand.New(rand.NewPCG(1, uint64(slips)))
		var right, unread, wrong, unmarked, all int
		for _, row := range counties().rows {
			if row.population == 0 {
				continue
			}
			text := misspell(rng, row.name, slips)
			got, _ := County(text, row.state)
			all++
			switch {
			case got.Key() == row.code:
				right++
			case got.Key() == "":
				unread++
			default:
				wrong++
				if len(got.Issues()) == 0 {
					unmarked++
				}
			}
		}
		report += fmt.Sprintf("slips %d: names %d, right %d, unread %d, wrong %d, of them unmarked %d\n", slips, all, right, unread, wrong, unmarked)
		if slips == 1 && right*100 < all*90 {
			t.Errorf("%d of %d names with one slip are read right", right, all)
		}
	}
	checkGolden(t, "county_misspellings.txt", report)
}

// checkGolden compares text with a file in testdata.
func checkGolden(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		t.Errorf("%s:\n%swant:\n%s", name, text, want)
	}
}
