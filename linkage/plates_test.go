package linkage_test

import (
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage"
)

// A plate without its state is that of the one state that has the number here.
func TestPlatesWithoutState(t *testing.T) {
	for _, test := range []struct {
		name   string
		plates []string // of cases A, B, C
		want   []string
	}{
		{"one state has it", []string{"NY KAB1042", "KAB1042", "PA ZZZ1234"}, []string{"A B"}},
		{"two states have it", []string{"NY KAB1042", "KAB1042", "PA KAB1042"}, nil},
		{"nobody says a state", []string{"KAB1042", "KAB 1042", "KAB-1042"}, []string{"A B C"}},
		{"two states", []string{"NY KAB1042", "PA KAB1042", "OH KAB1042"}, nil},
		{"half read", []string{"NY KAB1??", "NY KAB1??", "NY KAB1042"}, nil},
	} {
		var cases []linkage.Case
		for i, p := range test.plates {
			cases = append(cases, incident(string(rune('A'+i)), erie, on(3, 1+i), plate(p)))
		}
		permute(cases, func(cases []linkage.Case) {
			if got := clustersOf(link(t, linkage.Options{}, cases...)); !slices.Equal(got, test.want) {
				t.Errorf("%s: clusters %q, want %q", test.name, got, test.want)
			}
		})
	}
}
