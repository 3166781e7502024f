package resolve

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage/compare"
)

func sample(t testing.TB, name string, o Options) (*Table, *Resolution) {
	t.Helper()
	table, err := ReadTable(filepath.Join("..", "..", "examples", "tables", name))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Resolve(t.Context(), table, o)
	if err != nil {
		t.Fatal(err)
	}
	return table, r
}

// groupsOf returns the names of the records of each group, sorted.
func groupsOf(r *Resolution) []string {
	var out []string
	for _, g := range r.Groups {
		var names []string
		for _, i := range g {
			names = append(names, r.Records[i].Name)
		}
		slices.Sort(names)
		out = append(out, strings.Join(names, " "))
	}
	slices.Sort(out)
	return out
}

func TestPeople(t *testing.T) {
	_, r := sample(t, "people.csv", Options{})
	want := []string{"P-01 P-02 P-03 P-11", "P-04 P-06", "P-07 P-08 P-09", "P-12 P-13"}
	if got := groupsOf(r); !slices.Equal(got, want) {
		t.Errorf("groups %q, want %q", got, want)
	}
	if r.Victims != 1 || len(r.Records) != 15 {
		t.Errorf("%d victims and %d records, want 1 and 15", r.Victims, len(r.Records))
	}
	if _, err := r.Explain("P-10", "P-01"); err == nil {
		t.Error("a victim's row can be asked for")
	}
}

func TestBusinesses(t *testing.T) {
	_, r := sample(t, "businesses.csv", Options{Kind: Business})
	want := []string{"B-01 B-02", "B-04 B-05", "B-07 B-08"}
	if got := groupsOf(r); !slices.Equal(got, want) {
		t.Errorf("groups %q, want %q", got, want)
	}
}

// TestOrderOfRows: shuffled rows give the same entities.
func TestOrderOfRows(t *testing.T) {
	table, r := sample(t, "people.csv", Options{})
	want := map[string]string{}
	for _, x := range r.Records {
		want[x.Name] = x.Entity
	}
	for seed := range uint64(5) {
		rng := rand.New(rand.NewPCG(seed, 0))
		rng.Shuffle(len(table.Rows), func(i, j int) { table.Rows[i], table.Rows[j] = table.Rows[j], table.Rows[i] })
		r, err := Resolve(t.Context(), table, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.Records {
			if x.Entity != want[x.Name] {
				t.Errorf("seed %d: %s is %s, was %s", seed, x.Name, x.Entity, want[x.Name])
			}
		}
	}
}

// TestExplanationSums: the score is its explanation, in either order of the two.
func TestExplanationSums(t *testing.T) {
	for name, kind := range map[string]Kind{"people.csv": Person, "businesses.csv": Business} {
		_, r := sample(t, name, Options{Kind: kind})
		for i, a := range r.Records {
			for _, b := range r.Records[i+1:] {
				e, err := r.Explain(a.Name, b.Name)
				if err != nil {
					t.Fatal(err)
				}
				sum := compare.Weight(0)
				for _, l := range e.Lines {
					sum += l.Weight
				}
				v := make(vector, len(r.data.features))
				r.data.compare(int32(r.at[a.Name]), int32(r.at[b.Name]), v)
				if scored := r.model.weigh(v); sum != e.Weight || sum != scored {
					t.Errorf("%s and %s: lines sum to %v, weight %v, scored %v", a.Name, b.Name, sum, e.Weight, scored)
				}
				if back, _ := r.Explain(b.Name, a.Name); back.Weight != e.Weight {
					t.Errorf("%s and %s: %v and %v the other way", a.Name, b.Name, e.Weight, back.Weight)
				}
			}
		}
	}
}

func TestUnknownNames(t *testing.T) {
	table, r := sample(t, "people.csv", Options{})
	var column *UnknownColumnError
	if _, err := Resolve(t.Context(), table, Options{ID: "nosuch"}); !errors.As(err, &column) {
		t.Errorf("an unknown id column: %v", err)
	}
	var record *UnknownRecordError
	if _, err := r.Explain("P-01", "nosuch"); !errors.As(err, &record) {
		t.Errorf("an unknown record: %v", err)
	}
}

// TestMixedTable: people and organisations of one name are never one.
func TestMixedTable(t *testing.T) {
	table := &Table{
		Header: []string{"RECORD_ID", "RECORD_TYPE", "NAME_ORG", "NAME_LAST", "NAME_FIRST", "PHONE_NUMBER"},
		Rows: [][]string{
			{"1", "PERSON", "", "Harlow", "Alva", "585-555-0113"},
			{"2", "ORGANIZATION", "Alva Harlow", "", "", "585-555-0113"},
			{"3", "", "Harlow Farms LLC", "", "", ""},
		},
	}
	r, err := Resolve(t.Context(), table, Options{})
	if err != nil {
		t.Fatal(err)
	}
	kinds := []Kind{r.Records[0].Kind, r.Records[1].Kind, r.Records[2].Kind}
	if want := []Kind{Person, Business, Business}; !slices.Equal(kinds, want) || len(r.Groups) > 0 {
		t.Errorf("kinds %v and groups %v, want %v and none", kinds, groupsOf(r), want)
	}
}

func ExampleResolve() {
	table := &Table{
		Header: []string{"id", "first name", "last name", "date of birth", "phone"},
		Rows: [][]string{
			{"a", "Robert", "Quillfeather", "12/11/1978", "585-555-0113"},
			{"b", "Bob", "Quilfeather", "11/12/1978", "(585) 555-0113"},
			{"c", "Roberta", "Quillfeather", "4/4/1999", ""},
		},
	}
	r, err := Resolve(context.Background(), table, Options{})
	if err != nil {
		panic(err)
	}
	for _, x := range r.Records {
		fmt.Println(x.Name, x.Entity)
	}
	// Output:
	// a E-MMY8B8QXR8Z4G
	// b E-MMY8B8QXR8Z4G
	// c E-DWABYMPFVZHNQ
}
