package compare

import (
	"fmt"
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func address(t testing.TB, raw string) normalize.PostalAddress {
	t.Helper()
	a, err := normalize.Address(raw, normalize.Place{State: "NY"})
	if err != nil {
		t.Fatalf("%s: %v", raw, err)
	}
	return a
}

// addressPairs are pairs in the order of what they should weigh, rank by rank.
var addressPairs = []struct {
	rank     int
	a, b     string
	same     bool
	relation string
}{
	{6, "100 Main St Apt 3, Perry NY 14530", "100 MAIN STREET #3, PERRY", true, ""},
	{6, "6211 State Route 19 Lot 4, Warsaw NY", "6211 NY-19 Lot #4, Warsaw", true, ""},
	{5, "6211 State Route 19, Warsaw NY", "6211 NYS Rte 19, Warsaw, NY 14569", true, ""},
	{5, "RR 2 Box 152, Perry NY", "RD #2 Box 152, Perry NY 14530", true, ""},
	{5, "Sunset Motel Rm 12, Warsaw NY", "Sunset Motel Room 12, Warsaw NY 14569", true, ""},
	{4, "235 Pinelawn Rd, Melville NY", "235 Pinelwan Road, Melville NY", true, ""},
	{4, "1669 Lakeview Ave, Rochester NY", "1669 Lakeview, Rochester NY", true, ""},
	{3, "100 Main St Apt 3, Perry NY", "100 Main St, Perry NY", false, SameBuilding},
	{3, "barn behind 6211 Route 19, Warsaw NY", "6211 Route 19, Warsaw NY", false, SameBuilding},
	{2, "6211 State Route 19, Warsaw NY", "State Route 19, Warsaw NY", false, SameRoad},
	{1, "100 Main St Apt 3, Perry NY", "100 Main St Apt 4, Perry NY", false, SameBuilding},
	{0, "6211 State Route 19, Warsaw NY", "6213 State Route 19, Warsaw NY", false, SameRoad},
	{0, "100 Main St Apt 3, Perry NY", "102 Main St Apt 3, Perry NY", false, SameRoad},
	{-1, "6211 State Route 19, Warsaw NY", "6211 State Route 20A, Warsaw NY", false, SameTown},
	{-1, "6211 State Route 19, Warsaw NY", "6211 County Road 19, Warsaw NY", false, SameTown},
	{-1, "6211 Old State Route 19, Warsaw NY", "6211 State Route 19, Warsaw NY", false, SameTown},
	{-1, "100 E Main St, Perry NY", "100 W Main St, Perry NY", false, SameTown},
	{-1, "100 Oak St, Perry NY", "100 Oak Ln, Perry NY", false, SameTown},
	{-1, "RR 2 Box 152, Perry NY", "RR 3 Box 152, Perry NY", false, SameTown},
	{-1, "PO Box 88, Perry NY", "PO Box 89, Perry NY", false, SameTown},
	{-2, "100 Main St, Perry NY", "100 Main St, Warsaw NY", false, ""},
	{-2, "6211 State Route 19, Warsaw NY", "6211 State Route 19, Castile NY", false, ""},
}

func TestAddresses(t *testing.T) {
	least, most := map[int]Weight{}, map[int]Weight{}
	for _, p := range addressPairs {
		a, b := address(t, p.a), address(t, p.b)
		c, back := Addresses(a, b), Addresses(b, a)
		if fmt.Sprint(c) != fmt.Sprint(back) {
			t.Errorf("not symmetric: %v and %v", c, back)
		}
		if c.Same != p.same || c.Relation != p.relation {
			t.Errorf("%s | %s: same %v, relation %q, %v", p.a, p.b, c.Same, c.Relation, c.Reasons)
		}
		sum := Weight(0)
		for _, r := range c.Reasons {
			sum += r.Weight
		}
		if sum != c.Weight {
			t.Errorf("%s | %s: reasons sum to %v, weight %v", p.a, p.b, sum, c.Weight)
		}
		if _, ok := least[p.rank]; !ok {
			least[p.rank], most[p.rank] = c.Weight, c.Weight
		}
		least[p.rank], most[p.rank] = min(least[p.rank], c.Weight), max(most[p.rank], c.Weight)
	}
	var ranks []int
	for r := range least {
		ranks = append(ranks, r)
	}
	slices.Sort(ranks)
	for i, r := range ranks[1:] {
		if lower := ranks[i]; most[lower] > least[r] {
			t.Errorf("rank %d weighs up to %v, rank %d from %v", lower, most[lower], r, least[r])
		}
	}
}

func TestAddressesWithThemselves(t *testing.T) {
	for _, p := range addressPairs {
		a := address(t, p.a)
		if c := Addresses(a, a); !c.Same || c.Weight <= 0 {
			t.Errorf("%s and itself: %v", p.a, c)
		}
	}
}

func TestAddressU(t *testing.T) {
	last := 0.0
	for _, raw := range []string{"100 Main St Apt 3, Perry NY", "100 Main St, Perry NY", "Main St, Perry NY", "Perry NY"} {
		u := addressU(address(t, raw))
		if u <= last || u > 1 {
			t.Errorf("%s: u is %g, after %g", raw, u, last)
		}
		last = u
	}
	if u := addressU(normalize.PostalAddress{}); u != 1 {
		t.Errorf("nothing has u %g", u)
	}
}

func FuzzAddresses(f *testing.F) {
	for _, p := range addressPairs {
		f.Add(p.a, p.b)
	}
	f.Add("Main St Apt 3", "Main St")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, _ := normalize.Address(x, normalize.Place{})
		b, _ := normalize.Address(y, normalize.Place{})
		c, back := Addresses(a, b), Addresses(b, a)
		if a.Key() != b.Key() && (c.Weight != back.Weight || c.Same != back.Same || c.Relation != back.Relation) {
			t.Fatalf("not symmetric: %v and %v", c, back)
		}
		if a.Key() != "" && a.Key() == b.Key() && !c.Same && a.Box == b.Box && a.Milepost == b.Milepost {
			t.Fatalf("one key %q, not the same: %v", a.Key(), c)
		}
		if u := addressU(a); u <= 0 || u > 1 {
			t.Fatalf("u is %g", u)
		}
	})
}

func ExampleAddresses() {
	a, _ := normalize.Address("100 Main St Apt 3, Perry, NY 14530", normalize.Place{})
	b, _ := normalize.Address("100 MAIN STREET, PERRY NY", normalize.Place{})
	c := Addresses(a, b)
	fmt.Println(c.Same, c.Relation, c.Weight)
	for _, r := range c.Reasons {
		fmt.Println(r.Weight, r.Text)
	}
	// Output:
	// false same building +11.4
	// +8.9 same town: PERRY NY
	// +12.5 same place: 100 MAIN ST, PERRY NY
	// -10.0 unit given on one side only: #3
}
