package graphs_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/graph/network"
)

func TestBetweennessAgreesWithGonum(t *testing.T) {
	for seed := range uint64(40) {
		n := random(t, seed, 2+int(seed), int(seed)*2)
		want := network.Betweenness(n)
		for v, got := range n.Betweenness() {
			if math.Abs(2*got-want[int64(v)]) > 1e-9*(1+got) {
				t.Fatalf("seed %d: betweenness of %d is %v, gonum has %v", seed, v, got, want[int64(v)])
			}
		}
	}
}

func TestBetweennessOfRing(t *testing.T) {
	n := ring(t)
	plate, _ := n.Find("NY KAB1042")
	b := n.Betweenness()
	// Pairs that must pass the plate: {WY-1, ER-7, phone} with {GE-3, farm, WY-2}, 9, of
	// which it has all, and half of WY-1 with ER-7.
	if b[plate] != 9.5 {
		t.Errorf("betweenness of the plate is %v, want 9.5", b[plate])
	}
}
