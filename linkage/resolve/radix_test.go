package resolve

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSortBits: numbers come out as a stable sort by comparison leaves them, whatever the digits.
func TestSortBits(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 3, 1000, 5000} {
		for _, bits := range [][2]int{{0, 64}, {20, 64}, {0, 7}, {32, 52}, {5, 5}, {63, 64}} {
			x := make([]uint64, n)
			for i := range x {
				x[i] = rng.Uint64() >> rng.IntN(64)
			}
			of := func(v uint64) uint64 { return v >> bits[0] << (64 - bits[1] + bits[0]) }
			if bits[0] == bits[1] {
				of = func(uint64) uint64 { return 0 }
			}
			want := slices.Clone(x)
			slices.SortStableFunc(want, func(a, b uint64) int {
				switch {
				case of(a) < of(b):
					return -1
				case of(a) > of(b):
					return 1
				}
				return 0
			})
			sortBits(x, make([]uint64, n), bits[0], bits[1])
			if !slices.Equal(x, want) {
				t.Fatalf("%d numbers by bits %d to %d: not sorted", n, bits[0], bits[1])
			}
		}
	}
}
