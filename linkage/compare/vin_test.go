package compare

import (
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func TestVINs(t *testing.T) {
	tests := []struct {
		a, b     string
		same     bool
		relation string
		positive bool
	}{
		{"1HGCM82633A004352", "1hgcm82633a0o4352", true, "", true},
		{"1HGCM82633A004352", "1HGCM82633A004852", false, "one character apart", true},
		{"1HGCM82633A004352", "1HGCM82633A004532", false, "two characters apart", true},
		{"1HGCM82633A004352", "1HGCM82653A004353", false, "", false}, // the next off the line
		{"1HGCM82633A004352", "1M8GDM9AXKP042788", false, "", false},
	}
	for _, test := range tests {
		a, err := normalize.VIN(test.a)
		if err != nil {
			t.Fatal(err)
		}
		b, err := normalize.VIN(test.b)
		if err != nil {
			t.Fatal(err)
		}
		c := VINs(a, b)
		if c.Same != test.same || c.Relation != test.relation || (c.Weight > 0) != test.positive {
			t.Errorf("VINs(%s, %s): same %v, relation %q, weight %v (valid %v, %v)", test.a, test.b, c.Same, c.Relation, c.Weight, a.Valid, b.Valid)
		}
		checkComparison(t, c, VINs(b, a))
	}
	unread := VINs(normalize.VehicleID{}, normalize.VehicleID{})
	if unread.Same || unread.Weight != 0 {
		t.Errorf("unread VINs: %v", unread)
	}
}
