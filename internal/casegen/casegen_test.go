package casegen_test

import (
	"crypto/sha256"
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage/eval"
	"github.com/tflink/tflink/linkage/normalize"
)

func generate(t *testing.T, o casegen.Options) *casegen.Corpus {
	t.Helper()
	c, err := casegen.Generate(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestHardness holds the profiles to the hardness they are meant to have: what
// exact keys reach with the best cap, with none, and with the hubs known.
func TestHardness(t *testing.T) {
	type span [2]float64
	for _, tc := range []struct {
		profile             string
		cases               int
		bestCap, capless    span
		hubsKnown, withText span
	}{
		{"counties", 10_000, span{.95, 1}, span{0, .2}, span{.99, 1}, span{.99, 1}},
		{"bighubs", 10_000, span{.9, 1}, span{0, .3}, span{.99, 1}, span{.99, 1}},
		{"rings-and-hubs", 10_000, span{.5, .68}, span{0, .15}, span{.92, .97}, span{.975, 1}},
		{"smallhubs", 3_000, span{.65, .8}, span{0, .65}, span{.98, 1}, span{.98, 1}},
	} {
		c := generate(t, casegen.Options{Profile: tc.profile, Cases: tc.cases, Seed: 1})
		_, best := c.BestCap(false)
		for _, m := range []struct {
			name string
			p    eval.Pairs
			want span
		}{
			{"best cap", best, tc.bestCap},
			{"no cap", c.Floor(casegen.Exact{}), tc.capless},
			{"hubs known", c.Floor(casegen.Exact{SkipHubs: true}), tc.hubsKnown},
			{"hubs known, with the narratives", c.Floor(casegen.Exact{SkipHubs: true, Text: true}), tc.withText},
		} {
			if f1 := m.p.F1(); f1 < m.want[0] || f1 > m.want[1] {
				t.Errorf("%s, %s: F1 %.3f, want within %v", tc.profile, m.name, f1, m.want)
			}
		}
	}
}

// TestCapOfAHundred: where hubs have about a hundred cases a cap of a hundred
// lets half of the wrong pairs through.
func TestCapOfAHundred(t *testing.T) {
	c := generate(t, casegen.Options{Profile: "bighubs", Cases: 10_000, Seed: 1})
	if f1 := c.Floor(casegen.Exact{Cap: 100}).F1(); f1 < .35 || f1 > .65 {
		t.Errorf("F1 %.3f, want about 0.5", f1)
	}
}

func TestCorpusIsSound(t *testing.T) {
	for _, profile := range casegen.ProfileNames() {
		for _, vary := range []bool{false, true} {
			c := generate(t, casegen.Options{Profile: profile, Cases: 3_000, Seed: 5, Vary: vary})
			ids := map[string]bool{}
			rings := map[int]int{}
			for i := range c.Cases {
				k := &c.Cases[i]
				if ids[k.ID] {
					t.Fatalf("%s: id %s twice", profile, k.ID)
				}
				ids[k.ID] = true
				rings[k.Ring]++
				if len(k.Values) == 0 {
					t.Errorf("%s: case %s carries nothing", profile, k.ID)
				}
			}
			if len(c.Cases) != 3_000 || len(rings) != c.Rings+1 || c.Hubs == 0 {
				t.Errorf("%s: %d cases, %d of %d rings, %d hubs", profile, len(c.Cases), len(rings)-1, c.Rings, c.Hubs)
			}
		}
	}
}

// TestNoiseIsAlone: what is planted in a ring or hub stands nowhere else, and
// what is noise stands once.
func TestNoiseIsAlone(t *testing.T) {
	c := generate(t, casegen.Options{Profile: "rings-and-hubs", Cases: 5_000, Seed: 3})
	ringOf := map[string]int{}
	for i := range c.Cases {
		for _, v := range c.Cases[i].Values {
			if v.Hub {
				continue
			}
			key := string(v.Kind) + v.Means
			ring := c.Cases[i].Ring
			if have, ok := ringOf[key]; ok && (have != ring || ring == 0) {
				t.Fatalf("a %s of ring %d stands in ring %d too", v.Kind, have, ring)
			}
			ringOf[key] = ring
		}
	}
}

func TestPhonesAreValid(t *testing.T) {
	c := generate(t, casegen.Options{Profile: "counties", Cases: 2_000, Seed: 1})
	for i := range c.Cases {
		for _, v := range c.Cases[i].Values {
			if v.Kind == normalize.KindPhone && (len(v.Seen) != 10 || v.Seen[3:8] != "55501") {
				t.Fatalf("%s is no number of fiction", v.Seen)
			}
		}
	}
}

func TestWriteIsDeterministic(t *testing.T) {
	o := casegen.Options{Profile: "mixed", Cases: 600, Seed: 9}
	a, b := t.TempDir(), t.TempDir()
	for _, dir := range []string{a, b} {
		if err := generate(t, o).Write(dir); err != nil {
			t.Fatal(err)
		}
	}
	compareTrees(t, a, b)
	if extensions := extensionsIn(t, filepath.Join(a, "data")); len(extensions) != 7 {
		t.Errorf("extensions = %v", extensions)
	}
}

func TestScale(t *testing.T) {
	o := casegen.Options{Profile: casegen.ScaleProfile, Cases: 60_000, Seed: 1}
	a, b := t.TempDir(), t.TempDir()
	for _, dir := range []string{a, b} {
		if err := casegen.WriteScale(dir, o, 3); err != nil {
			t.Fatal(err)
		}
	}
	compareTrees(t, a, b)
	checkScale(t, a, o.Cases)
	if casegen.WriteScale(a, o, 0) == nil || casegen.WriteScale(a, o, 63) == nil {
		t.Error("an impossible number of files was taken")
	}
}

// checkScale joins what shares a phone or a plate in eight cases or fewer and
// holds it to the truth.
func checkScale(t *testing.T, dir string, cases int) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(dir, "data", "*.csv"))
	label := map[string]string{} // case to the value it was joined by
	at := map[string][]string{}
	bytes := 0
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		bytes += len(text)
		rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			label[row[0]] = row[0]
			for _, v := range row[4:6] {
				at[v] = append(at[v], row[0])
			}
		}
	}
	if len(label) != cases || bytes/cases < 135 || bytes/cases > 155 {
		t.Errorf("%d cases of %d bytes, want %d of about 145", len(label), bytes/cases, cases)
	}
	f, err := os.Open(filepath.Join(dir, "truth.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	truth, err := eval.ReadTruth(f)
	if err != nil || len(truth) != cases {
		t.Fatalf("truth of %d cases, %v", len(truth), err)
	}
	hubs := 0
	for value, ids := range at {
		if value == "" || len(ids) > 8 {
			hubs++
			continue
		}
		for _, id := range ids {
			if truth[id] != truth[ids[0]] {
				t.Fatalf("%s joins %s and %s", value, truth[id], truth[ids[0]])
			}
		}
	}
	if hubs < 3 {
		t.Errorf("%d hubs", hubs)
	}
}

func TestMistakesAreErrors(t *testing.T) {
	for _, o := range []casegen.Options{{Profile: "nothing", Cases: 5}, {Profile: "counties"}} {
		if _, err := casegen.Generate(o); err == nil {
			t.Errorf("%+v was taken", o)
		}
	}
}

func compareTrees(t *testing.T, a, b string) {
	t.Helper()
	x, y := sums(t, a), sums(t, b)
	if len(x) != len(y) {
		t.Fatalf("%d files and %d", len(x), len(y))
	}
	for name, sum := range x {
		if y[name] != sum {
			t.Errorf("%s differs", name)
		}
	}
}

func sums(t *testing.T, root string) map[string][32]byte {
	t.Helper()
	out := map[string][32]byte{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(root, path)
		out[name] = sha256.Sum256(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func extensionsIn(t *testing.T, dir string) map[string]bool {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, e := range entries {
		out[filepath.Ext(e.Name())] = true
	}
	return out
}
