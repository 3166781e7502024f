package resolve

import (
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage/compare"
)

// TestOneBadPair: two groups that only one pair of records joins stay two.
func TestOneBadPair(t *testing.T) {
	weight := func(a, b int32) compare.Weight {
		switch {
		case a < 3 == (b < 3):
			return 10 * compare.Bit
		case a == 2 && b == 3:
			return 12 * compare.Bit // the surest of all, and wrong
		}
		return -6 * compare.Bit
	}
	var pairs []scored
	for a := range int32(6) {
		for b := a + 1; b < 6; b++ {
			if w := weight(a, b); w > leastOdds {
				pairs = append(pairs, scored{pair{a, b}, w})
			}
		}
	}
	got := joinRecords(6, pairs, weight)
	if together := got[0] == got[5]; together || got[0] != got[1] {
		t.Errorf("groups %v: one pair has joined all", got)
	}
}

func TestNoPairs(t *testing.T) {
	if got := joinRecords(3, nil, nil); !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("groups %v", got)
	}
}
