package compare

import (
	"encoding/csv"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

// namesGolden holds the quality on labelled pairs; UPDATE_GOLDEN=1 writes it anew.
const namesGolden = "testdata/person_business_quality.txt"

// TestNamesQuality measures Businesses and People on public labelled data.
func TestNamesQuality(t *testing.T) {
	data := filepath.Join("..", "..", "..", "shared", "data")
	if _, err := os.Stat(data); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the shared data is missing: %v", err)
		}
		t.Skipf("the shared data is not here: %v", err)
	}
	var b strings.Builder
	b.WriteString("# Same of Businesses and People on labelled pairs of names: true positives, false\n" +
		"# positives, false negatives, precision, recall, F1. UPDATE_GOLDEN=1 go test writes it anew.\n")
	labelledPairs(t, &b, data)
	restaurantPairs(t, &b, data)
	for _, table := range personTables {
		personTablePairs(t, &b, data, table)
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(namesGolden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(namesGolden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("quality has changed; now:\n%s\nit was:\n%s", b.String(), want)
	}
}

// tally counts decisions against labels.
type tally struct{ hit, invented, missed int }

func (s *tally) add(want, got bool) {
	switch {
	case want && got:
		s.hit++
	case got:
		s.invented++
	case want:
		s.missed++
	}
}

func (s tally) String() string {
	p := float64(s.hit) / float64(max(1, s.hit+s.invented))
	r := float64(s.hit) / float64(max(1, s.hit+s.missed))
	return fmt.Sprintf("%5d %4d %5d  %.3f %.3f %.3f", s.hit, s.invented, s.missed, p, r, 2*p*r/max(p+r, 1e-9))
}

// table reads a CSV file into rows by column name.
func table(t *testing.T, path string) []map[string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.TrimLeadingSpace, r.LazyQuotes = true, true
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows := make([]map[string]string, 0, len(records))
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// labelledPairs measures the pairs of nomenklatura, people and others apart and together.
func labelledPairs(t *testing.T, b *strings.Builder, data string) {
	var people, others, all tally
	for _, row := range table(t, filepath.Join(data, "names", "name-pairs.csv")) {
		want, same := row["is_match"] == "true", false
		if row["schema"] == "Person" {
			x, _ := normalize.Person(row["name1"])
			y, _ := normalize.Person(row["name2"])
			same = People(x, y).Same
			people.add(want, same)
		} else {
			x, _ := normalize.Business(row["name1"])
			y, _ := normalize.Business(row["name2"])
			same = Businesses(x, y).Same
			others.add(want, same)
		}
		all.add(want, same)
	}
	fmt.Fprintf(b, "%-40s %s\n%-40s %s\n%-40s %s\n", "name-pairs people", people, "name-pairs businesses and others", others, "name-pairs all", all)
}

func restaurantPairs(t *testing.T, b *strings.Builder, data string) {
	var s tally
	for _, file := range []string{"lbl_restnt_wf1.csv", "match_fodors_zagats_more_attrs.csv"} {
		for _, row := range table(t, filepath.Join(data, "restaurants", file)) {
			x, _ := normalize.Business(row["ltable_name"])
			y, _ := normalize.Business(row["rtable_name"])
			s.add(row["gold"] == "1", Businesses(x, y).Same)
		}
	}
	fmt.Fprintf(b, "%-40s %s\n", "restaurants, names only", s)
}

// A personTable is a table of people with the truth: how to read a row, and its true group.
type personTable struct {
	file string
	read func(row map[string]string) (normalize.PersonColumns, string)
}

var personTables = []personTable{
	{"febrl/dataset1.csv", readFebrl},
	{"febrl/dataset2.csv", readFebrl},
	{"splink/fake_1000.csv", func(row map[string]string) (normalize.PersonColumns, string) {
		return normalize.PersonColumns{First: row["first_name"], Last: row["surname"], Born: bornOf(row["dob"])}, row["cluster"]
	}},
	{"splink/historical_sample.csv", func(row map[string]string) (normalize.PersonColumns, string) {
		return normalize.PersonColumns{First: row["full_name"], Born: bornOf(row["dob"])}, row["cluster"]
	}},
}

func readFebrl(row map[string]string) (normalize.PersonColumns, string) {
	d := row["date_of_birth"]
	if len(d) == len("20060102") {
		d = d[:4] + "-" + d[4:6] + "-" + d[6:]
	}
	return normalize.PersonColumns{First: row["given_name"], Last: row["surname"], Born: bornOf(d)}, strings.Split(row["rec_id"], "-")[1]
}

// bornOf reads YYYY-MM-DD; a date that is none is unknown.
func bornOf(s string) (d normalize.Day) {
	if d.UnmarshalText([]byte(s)) != nil {
		return 0
	}
	return d
}

// personTablePairs measures pairs of a table: for each record one of its own person,
// and one each of another with its surname, with its given name and of any, names alone and with dates of birth.
func personTablePairs(t *testing.T, b *strings.Builder, data string, spec personTable) {
	var people []normalize.PersonName
	var truth []string
	for _, row := range table(t, filepath.Join(data, spec.file)) {
		columns, group := spec.read(row)
		if p, err := normalize.PersonFromColumns(columns); err == nil {
			people, truth = append(people, p), append(truth, group)
		}
	}
	own, surname, given := map[string][]int{}, map[string][]int{}, map[string][]int{}
	for i, p := range people {
		own[truth[i]] = append(own[truth[i]], i)
		surname[p.SurnameKey()] = append(surname[p.SurnameKey()], i)
		given[p.GivenKey()] = append(given[p.GivenKey()], i)
	}
	rng := rand.New(rand.NewSource(1))
	var names, dated tally
	ask := func(i, j int) {
		if i == j {
			return
		}
		x, y := people[i], people[j]
		dated.add(truth[i] == truth[j], People(x, y).Same)
		x.Born, y.Born = 0, 0
		names.add(truth[i] == truth[j], People(x, y).Same)
	}
	for i, p := range people {
		group := own[truth[i]]
		ask(i, group[rng.Intn(len(group))])
		for _, near := range [][]int{surname[p.SurnameKey()], given[p.GivenKey()]} {
			if j := near[rng.Intn(len(near))]; truth[i] != truth[j] {
				ask(i, j)
			}
		}
		if j := rng.Intn(len(people)); truth[i] != truth[j] {
			ask(i, j)
		}
	}
	fmt.Fprintf(b, "%-40s %s\n%-40s %s\n", spec.file+", names only", names, spec.file+", with dates of birth", dated)
}
