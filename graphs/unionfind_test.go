package graphs_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/tflink/tflink/graphs"
)

func ExampleUnionFind() {
	// Five cases; 0 and 3 share a phone, 3 and 4 a plate.
	u := graphs.NewUnionFind(5)
	fmt.Println(u.Union(3, 0), u.Union(4, 3), u.Union(0, 4))
	fmt.Println(u.Labels(), u.Sets())
	// Output:
	// true true false
	// [0 1 2 0 0] 3
}

func TestUnionFindGrow(t *testing.T) {
	u := graphs.NewUnionFind(0)
	u.Grow(2)
	u.Union(0, 1)
	u.Grow(4)
	u.Grow(1)
	if got := u.Labels(); !slices.Equal(got, []int32{0, 0, 1, 2}) {
		t.Errorf("labels = %v", got)
	}
	if u.Len() != 4 || u.Sets() != 3 {
		t.Errorf("len = %d, sets = %d; want 4, 3", u.Len(), u.Sets())
	}
}

// The same unions in any order, and either way round, give the same labels.
func TestUnionFindOrder(t *testing.T) {
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := 1 + r.IntN(200)
		pairs := make([][2]int32, r.IntN(n))
		for i := range pairs {
			pairs[i] = [2]int32{r.Int32N(int32(n)), r.Int32N(int32(n))}
		}
		a, b := graphs.NewUnionFind(n), graphs.NewUnionFind(n)
		for _, p := range pairs {
			a.Union(p[0], p[1])
		}
		r.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
		for _, p := range pairs {
			b.Union(p[1], p[0])
		}
		if !slices.Equal(a.Labels(), b.Labels()) || a.Sets() != b.Sets() {
			t.Fatalf("seed %d: labels depend on the order of unions", seed)
		}
		for i := range int32(n) {
			for j := range int32(n) {
				if a.Same(i, j) != (a.Labels()[i] == a.Labels()[j]) {
					t.Fatalf("seed %d: Same(%d, %d) disagrees with Labels", seed, i, j)
				}
			}
			if n > 40 && i > 5 {
				break // Labels is O(n): enough members seen
			}
		}
	}
}
