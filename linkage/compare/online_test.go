package compare

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

// read normalises a value that a test is sure of.
func read(t testing.TB, kind normalize.Kind, raw string) normalize.Value {
	t.Helper()
	v, err := normalize.Normalize(kind, raw, normalize.Context{})
	if err != nil {
		t.Fatalf("%s %q: %v", kind, raw, err)
	}
	return v
}

// TestOnlineOrder: the more two values have in common, the more they weigh. Each row is in falling order,
// and only the first pair is the same.
func TestOnlineOrder(t *testing.T) {
	for _, c := range []struct {
		kind  normalize.Kind
		value string
		with  []string
	}{
		{normalize.KindPhone, "585-555-0142", []string{"1 (585) 555-0142", "716-555-0142", "585-555-0199"}},
		{normalize.KindPhone, "585-555-0142", []string{"585-555-0142", "585-555-0124", "607-222-0199"}},
		{normalize.KindPhone, "585-555-0142", []string{"585-555-0142", "585-555-0143", "716-333-0199"}},
		{normalize.KindEmail, "lilyrose@gmail.com", []string{"lily.rose@gmail.com", "lilyrose@gmial.com", "lilyrosa@gmail.com", "daniel@gmail.com"}},
		{normalize.KindEmail, "ray@goldenfarm.example", []string{"ray@goldenfarm.example", "ann@goldenfarm.example", "ann@other.example"}},
		{normalize.KindURL, "lotus.example/menu", []string{"https://www.lotus.example/menu/", "lotus.example/prices", "farm.example"}},
		{normalize.KindHandle, "IG goldie_22", []string{"@goldie_22 (instagram)", "snap goldie_22", "IG lily.rose"}},
		{normalize.KindHandle, "IG goldie_22", []string{"IG goldie_22", "IG goldie.22", "IG ray"}},
	} {
		last := Weight(1 << 30)
		for i, other := range c.with {
			x := Values(read(t, c.kind, c.value), read(t, c.kind, other))
			if x.Weight >= last {
				t.Errorf("%s and %s: %v, not below %v", c.value, other, x.Weight, last)
			}
			if x.Same != (i == 0) {
				t.Errorf("%s and %s: same is %v", c.value, other, x.Same)
			}
			last = x.Weight
		}
	}
}

// TestOnlineSymmetric: the order of two values changes nothing, and the weight is the sum of its reasons.
func TestOnlineSymmetric(t *testing.T) {
	values := map[normalize.Kind][]string{
		normalize.KindPhone:  {"585-555-0142", "585-555-0142 x12", "585-555-0142 x13", "585-555-0124", "716-555-0142", "800-555-0142", "+52 33 1234 5678"},
		normalize.KindEmail:  {"lily@gmail.com", "lily@example.com", "lilyrose@gmail.com", "lilyrose@yahoo.com", "info@example.com", "info@example.org", "lilly@example.com"},
		normalize.KindURL:    {"example.com", "example.com/a", "shop.example.com", "facebook.com", "facebook.com/lily", "other.example"},
		normalize.KindHandle: {"IG goldie_22", "snap goldie_22", "@goldie_22", "IG goldie22", "IG abc", "snap xyz"},
	}
	for _, kind := range normalize.Kinds {
		for _, a := range values[kind] {
			for _, b := range values[kind] {
				x, y := Values(read(t, kind, a), read(t, kind, b)), Values(read(t, kind, b), read(t, kind, a))
				if x.Weight != y.Weight || x.Same != y.Same || x.Relation != y.Relation {
					t.Errorf("%s, %s: %v one way, %v the other", a, b, x, y)
				}
				sum := Weight(0)
				for _, r := range x.Reasons {
					sum += r.Weight
				}
				if sum != x.Weight || len(x.Reasons) == 0 {
					t.Errorf("%s, %s: weight %v, reasons %v", a, b, x.Weight, x.Reasons)
				}
				if u := U(read(t, kind, a)); u <= 0 || u > 1 {
					t.Errorf("%s: u is %v", a, u)
				}
			}
		}
	}
}

func ExamplePhones() {
	a, _ := normalize.Phone("585-555-0142", "")
	b, _ := normalize.Phone("(585) 555-0124", "")
	c := Phones(a, b)
	fmt.Println(c.Same, c.Relation, c.Weight > 0)
	// Output: false two digits exchanged true
}

func ExampleURLs() {
	a, _ := normalize.URL("https://www.facebook.com")
	b, _ := normalize.URL("facebook.com")
	fmt.Println(URLs(a, b).Weight < 5*Bit) // a platform's front page says little
	// Output: true
}
