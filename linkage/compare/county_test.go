package compare

import (
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func TestCounties(t *testing.T) {
	tests := []struct {
		a, b     string
		same     bool
		relation string
	}{
		{"Wyoming", "Wyoming County", true, ""},
		{"Erie, Wyoming", "Wyoming", false, "some counties in common"},
		{"Wyoming", "Erie", false, "neighboring counties"},
		{"Wyoming", "Kings", false, ""},
		{"Wyoming", "Wyoming, PA", false, ""},
		{"", "Wyoming", false, ""},
	}
	for _, test := range tests {
		a, _ := normalize.County(test.a, "NY")
		b, _ := normalize.County(test.b, "NY")
		c := Counties(a, b)
		if c.Same != test.same || c.Relation != test.relation {
			t.Errorf("Counties(%s, %s): same %v, relation %q, weight %v", test.a, test.b, c.Same, c.Relation, c.Weight)
		}
		checkComparison(t, c, Counties(b, a))
	}
}

// A small county says more than a big one, and each more than a neighbour.
func TestCountiesOrder(t *testing.T) {
	weight := func(a, b string) Weight {
		x, _ := normalize.County(a, "NY")
		y, _ := normalize.County(b, "NY")
		return Counties(x, y).Weight
	}
	order := []Weight{weight("Wyoming", "Wyoming"), weight("Erie", "Erie"), weight("Kings", "Kings"), weight("Erie", "Wyoming"), weight("Kings", "Wyoming")}
	for i := 1; i < len(order); i++ {
		if order[i] > order[i-1] {
			t.Errorf("weights %v do not fall", order)
		}
	}
}
