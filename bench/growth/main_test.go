package main

import (
	"math"
	"testing"
)

func TestExponent(t *testing.T) {
	all := []usage{{cases: 1, seconds: 3}, {cases: 2, seconds: 3 * math.Pow(2, 1.25)}, {cases: 8, seconds: 3 * math.Pow(8, 1.25)}}
	if got := exponent(all, func(u usage) float64 { return u.seconds }); math.Abs(got-1.25) > 1e-9 {
		t.Errorf("%v, want 1.25", got)
	}
}
