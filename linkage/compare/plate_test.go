package compare

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func plate(t testing.TB, raw string) normalize.LicensePlate {
	t.Helper()
	p, err := normalize.Plate(raw, "")
	if err != nil {
		t.Fatalf("%q: %v", raw, err)
	}
	return p
}

// The weights fall in this order, each number for each state.
func TestPlatesOrder(t *testing.T) {
	const a = "NY KAB1042"
	numbers := []struct{ relation, number string }{
		{"same number", "KAB1042"},
		{"one look-alike", "KA81042"},
		{"one other character", "KAB1742"},
		{"unrelated", "XRT7735"},
	}
	for _, state := range []string{"NY ", "", "PA "} {
		last := Weight(1 << 30)
		for _, n := range numbers {
			c := Plates(plate(t, a), plate(t, state+n.number))
			if c.Weight >= last {
				t.Errorf("%s%s weighs %v, not less than %v", state, n.relation, c.Weight, last)
			}
			last = c.Weight
		}
		if last >= 0 {
			t.Errorf("%sunrelated weighs %v", state, last)
		}
	}
	for _, n := range numbers[:3] {
		same, missing, other := Plates(plate(t, a), plate(t, "NY "+n.number)), Plates(plate(t, a), plate(t, n.number)), Plates(plate(t, a), plate(t, "PA "+n.number))
		if !(same.Weight > missing.Weight && missing.Weight > other.Weight) {
			t.Errorf("%s: same state %v, missing %v, other %v", n.relation, same.Weight, missing.Weight, other.Weight)
		}
	}
}

func TestPlates(t *testing.T) {
	tests := []struct {
		a, b     string
		same     bool
		relation string
	}{
		{"NY KAB1042", "NY KAB-1042", true, ""},
		{"NY KAB1042", "KAB1??", false, "partial plate fits"},
		{"NY KAB1042", "KAB1*", false, "partial plate fits"},
		{"NY KAB1042", "KAB2??", false, ""},
		{"KAB1042", "KAB1042", true, ""},
		{"NY KAB1042", "KAB1042", false, "same number"},
		{"NY KAB1042", "PA KAB1042", false, "same number, other state"},
		{"NY KAB1042", "NY KAB1O42", false, "one look-alike apart"},
		{"NY KAB1042", "NY KA81O42", false, "two look-alikes apart"},
		{"NY KAB1042", "NY KAB1043", false, "one character apart"},
		{"NY KAB1042", "NY KAB1024", false, "one slip apart"},
		{"NY KAB1042", "NY KAB104", false, "one slip apart"},
		{"NY KAB1042", "NY TRX9937", false, ""},
		{"NY KAB1042", "NY KAB2??", false, ""},
		{"NY KAB1042", "NY KAB10??", false, "partial plate fits"},
		{"NY KAB1042", "NY KAB…", false, "partial plate fits"},
		{"NY KAB1042", "NY …42", false, "partial plate fits"},
		{"NY KAB1042", "NY …43", false, ""},
		{"NY KAB…", "NY …42", false, ""},
	}
	for _, test := range tests {
		c := Plates(plate(t, test.a), plate(t, test.b))
		if c.Same != test.same || c.Relation != test.relation {
			t.Errorf("Plates(%s, %s): same %v, relation %q, weight %v; want %v, %q", test.a, test.b, c.Same, c.Relation, c.Weight, test.same, test.relation)
		}
	}
}

// The more of a plate was read, the more its fit weighs, and never more than the whole.
func TestPlatesPartial(t *testing.T) {
	last := Weight(0)
	for _, partial := range []string{"NY …2", "NY …42", "NY K?B1???", "NY KAB10??", "NY KAB104?", "NY KAB1042"} {
		c := Plates(plate(t, "NY KAB1042"), plate(t, partial))
		if c.Weight <= last {
			t.Errorf("%s weighs %v, not more than %v", partial, c.Weight, last)
		}
		last = c.Weight
	}
}

func TestPlateU(t *testing.T) {
	last := 0.0
	for _, raw := range []string{"NY KAB1042", "NY KAB10??", "NY KAB…", "NY …42", "NY …2"} {
		u := plateU(plate(t, raw))
		if u <= last || u > 1 {
			t.Errorf("plateU(%s) = %g after %g", raw, u, last)
		}
		last = u
	}
}

func FuzzPlates(f *testing.F) {
	f.Add("NY KAB1042", "PA KAB1O42")
	f.Add("ends 42", "KAB1??")
	f.Add("…A…", "A?")
	f.Fuzz(func(t *testing.T, rawA, rawB string) {
		a, _ := normalize.Plate(rawA, "")
		b, _ := normalize.Plate(rawB, "")
		checkComparison(t, Plates(a, b), Plates(b, a))
		if a.Key() != "" && a.Key() == b.Key() && !a.Partial && !Plates(a, b).Same {
			t.Errorf("%s and %s are not the same", a.Key(), b.Key())
		}
	})
}

// checkComparison checks that a comparison is symmetric and its own explanation.
func checkComparison(t *testing.T, c, reverse Comparison) {
	t.Helper()
	sum := Weight(0)
	for _, r := range c.Reasons {
		sum += r.Weight
	}
	if sum != c.Weight {
		t.Errorf("weight %v, reasons sum to %v", c.Weight, sum)
	}
	if fmt.Sprint(c) != fmt.Sprint(reverse) {
		t.Errorf("not symmetric: %v and %v", c, reverse)
	}
}

func ExamplePlates() {
	a, _ := normalize.Plate("KAB1042", "NY")
	b, _ := normalize.Plate("KA8-1042", "NY")
	for _, r := range Plates(a, b).Reasons {
		fmt.Println(r.Weight, r.Text)
	}
	// Output:
	// +15.4 numbers KA81042 and KAB1042 differ by one look-alike
	// +0.5 same state NY
}
