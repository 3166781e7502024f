package resolve_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage/resolve"
)

// TestOrderAndWorkers: shuffled rows and other numbers of processors give the same entities, weights and probabilities.
func TestOrderAndWorkers(t *testing.T) {
	for _, profile := range casegen.TableProfiles {
		made, err := casegen.Table(casegen.Options{Profile: profile.Name, Cases: 1500, Seed: 8})
		if err != nil {
			t.Fatal(err)
		}
		kind := resolve.Person
		if profile.Kind == "business" {
			kind = resolve.Business
		}
		want := said(t, made.Header, made.Rows, kind)
		for _, workers := range []int{1, 2, 3, 8} {
			before := runtime.GOMAXPROCS(workers)
			rng := rand.New(rand.NewPCG(uint64(workers), 0))
			rng.Shuffle(len(made.Rows), func(i, j int) { made.Rows[i], made.Rows[j] = made.Rows[j], made.Rows[i] })
			got := said(t, made.Header, made.Rows, kind)
			runtime.GOMAXPROCS(before)
			for i := range want {
				if got[i] != want[i] {
					t.Fatalf("%s, %d workers: %s, was %s", profile.Name, workers, got[i], want[i])
				}
			}
		}
	}
}

// said returns what is said of each record, by name, and of two of them.
func said(t *testing.T, header []string, rows [][]string, kind resolve.Kind) []string {
	t.Helper()
	r, err := resolve.Resolve(t.Context(), &resolve.Table{Header: header, Rows: rows}, resolve.Options{Kind: kind})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, x := range r.Records {
		out = append(out, fmt.Sprint(x.Name, " ", x.Entity, " ", x.Kind, " ", x.Probability))
	}
	slices.Sort(out)
	e, err := r.Explain("R0000001", "R0000002")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, fmt.Sprint(e, r.Expected, r.Blocks))
}
