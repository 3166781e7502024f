package eval

import "testing"

func TestAreaUnderCurve(t *testing.T) {
	for _, tt := range []struct {
		pairs []Scored
		want  float64
	}{
		{nil, 0},
		{[]Scored{{1, true}}, 0},
		{[]Scored{{1, false}, {2, true}}, 1},
		{[]Scored{{2, false}, {1, true}}, 0},
		{[]Scored{{1, false}, {2, true}, {2, false}, {3, true}}, 3.5 / 4}, // of four pairs of pairs three in order and one tie
	} {
		if got := AreaUnderCurve(tt.pairs); got != tt.want {
			t.Errorf("%v: area %v, want %v", tt.pairs, got, tt.want)
		}
	}
}
