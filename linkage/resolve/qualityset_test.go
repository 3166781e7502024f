package resolve

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage/eval"
)

// A qualitySet is a table whose truth is known.
type qualitySet struct {
	name  string
	kind  Kind
	least float64 // F1
	load  func(t *testing.T) (*Table, map[string]string)
}

func readShared(t *testing.T, path string) *Table {
	t.Helper()
	full := filepath.Join(sharedData, path)
	if _, err := os.Stat(full); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("the shared data is missing: ", full)
		}
		t.Skip("the shared data is not here: ", full)
	}
	table, err := ReadTable(full)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// without returns the table without a column, and that column.
func (t *Table) without(header string) (*Table, []string) {
	at := slices.Index(t.Header, header)
	out := &Table{}
	var cut []string
	for i, h := range t.Header {
		if i != at {
			out.Header = append(out.Header, h)
		}
	}
	for _, row := range t.Rows {
		var kept []string
		for i, v := range row {
			if i != at {
				kept = append(kept, v)
			}
		}
		out.Rows = append(out.Rows, kept)
		cut = append(cut, row[at])
	}
	return out, cut
}

var qualitySets = []qualitySet{
	{"febrl1", Person, 0.998, febrl("febrl/dataset1.csv")},
	{"febrl2", Person, 0.998, febrl("febrl/dataset2.csv")},
	{"historical", Person, 0.88, splink("splink/historical_sample.csv")},
	{"fake_1000", Person, 0.90, splink("splink/fake_1000.csv")},
	{"restaurants", Business, 0.95, restaurants},
	{"notices", Business, 0.88, notices},
}

func febrl(path string) func(*testing.T) (*Table, map[string]string) {
	return func(t *testing.T) (*Table, map[string]string) {
		table := readShared(t, path)
		truth := map[string]string{}
		for _, row := range table.Rows {
			truth[row[0]] = strings.Split(row[0], "-")[1] // rec-N-org, rec-N-dup-K
		}
		return table, truth
	}
}

func splink(path string) func(*testing.T) (*Table, map[string]string) {
	return func(t *testing.T) (*Table, map[string]string) {
		table, clusters := readShared(t, path).without("cluster")
		truth := map[string]string{}
		for i, row := range table.Rows {
			truth[row[0]] = clusters[i]
		}
		return table, truth
	}
}

func restaurants(t *testing.T) (*Table, map[string]string) {
	out := &Table{}
	truth := map[string]string{}
	for _, name := range []string{"fodors", "zagats"} {
		x := readShared(t, "restaurants/"+name+".csv")
		out.Header = x.Header
		for _, row := range x.Rows {
			row[0] = name + row[0]
			truth[row[0]] = row[0]
			out.Rows = append(out.Rows, row)
		}
	}
	for _, row := range readShared(t, "restaurants/matches_fodors_zagats.csv").Rows {
		truth["zagats"+row[1]] = "fodors" + row[0]
	}
	return out, truth
}

func notices(t *testing.T) (*Table, map[string]string) {
	table := readShared(t, "nys-warn/notices-2017-2018.csv")
	truth := map[string]string{}
	for _, row := range readShared(t, "nys-warn/truth-2017-2018.csv").Rows {
		if row[1] != "" {
			truth[row[0]] = row[1]
		}
	}
	return table, truth
}

// score compares the groups with the truth, on the records whose truth is known.
func score(r *Resolution, truth map[string]string) eval.Pairs {
	var want, got []string
	for _, rec := range r.Records {
		if w, ok := truth[rec.Name]; ok {
			want, got = append(want, w), append(got, rec.Entity)
		}
	}
	return eval.PairsOf(want, got)
}
