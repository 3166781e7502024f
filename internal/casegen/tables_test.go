package casegen

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestTables: same seed, same rows; another seed, others; every entity has 1 to 5 rows.
func TestTables(t *testing.T) {
	for _, p := range TableProfiles {
		o := Options{Profile: p.Name, Cases: 400, Seed: 5}
		a, err := Table(o)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := Table(o)
		o.Seed++
		c, _ := Table(o)
		same := func(x, y *RecordTable) bool { return slices.EqualFunc(x.Rows, y.Rows, slices.Equal[[]string]) }
		if !same(a, b) || same(a, c) {
			t.Errorf("%s: the seed does not decide", p.Name)
		}
		if len(a.Rows) != 400 || len(a.Truth) != 400 {
			t.Errorf("%s: %d rows, %d truths, want 400", p.Name, len(a.Rows), len(a.Truth))
		}
		rows := map[int]int{}
		for i, e := range a.Truth {
			rows[e]++
			if len(a.Rows[i]) != len(a.Header) || a.Rows[i][0] == "" {
				t.Fatalf("%s: row %q", p.Name, a.Rows[i])
			}
		}
		for e, n := range rows {
			if n > 5 {
				t.Errorf("%s: entity %d has %d rows", p.Name, e, n)
			}
		}
	}
	if _, err := Table(Options{Profile: "nosuch", Cases: 1}); err == nil {
		t.Error("a profile that does not exist was made")
	}
}

func TestWriteTable(t *testing.T) {
	dir := t.TempDir()
	if err := WriteTable(dir, Options{Profile: "sites", Cases: 30, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"data/records.csv", "truth.csv"} {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil || len(rows) != 31 {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}
