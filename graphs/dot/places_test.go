package dot_test

import (
	"math"
	"slices"
	"testing"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
)

func TestPlaces(t *testing.T) {
	networks := map[string]*graphs.Network{"12": cluster(t, 12, 1), "300": cluster(t, 300, 1), "1000": cluster(t, 1000, 1)}
	for name, n := range hardShapes(t) {
		networks[name] = n
	}
	for name, n := range networks {
		places, err := dot.Places(t.Context(), n)
		if err != nil {
			t.Fatal(err)
		}
		if len(places) != n.Len() {
			t.Fatalf("%s: %d places for %d nodes", name, len(places), n.Len())
		}
		again, err := dot.Places(t.Context(), n)
		if err != nil || !slices.Equal(places, again) {
			t.Errorf("%s: other places the second time (%v)", name, err)
		}
		for v, p := range places {
			if math.IsNaN(p.X) || math.IsNaN(p.Y) {
				t.Fatalf("%s: node %d is nowhere", name, v)
			}
			if _, _, inked := n.GroupOf(int32(v)); inked == (p.Color == dot.EntityColor) {
				t.Errorf("%s: node %d has colour %06x", name, v, p.Color)
			}
			for w, q := range places[:v] {
				if math.Hypot(p.X-q.X, p.Y-q.Y) < 8 {
					t.Fatalf("%s: nodes %d and %d share a place", name, v, w)
				}
			}
		}
	}
}
