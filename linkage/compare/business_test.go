package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func ExampleBusinesses() {
	a, _ := normalize.Business("Golden Harvest Farm LLC")
	for _, raw := range []string{"GOLDEN HARVEST FARMS", "Golden Harvest Dairy LLC", "Roe Corp d/b/a Golden Harvest"} {
		b, _ := normalize.Business(raw)
		c := Businesses(a, b)
		fmt.Printf("%s: %s, same: %t\n", raw, c.Weight, c.Same)
		for _, r := range c.Reasons {
			fmt.Println("  ", r.Weight, r.Text)
		}
	}
	// Output:
	// GOLDEN HARVEST FARMS: +20.0, same: true
	//    +20.0 same name
	// Golden Harvest Dairy LLC: +10.5, same: false
	//    +15.0 words in common
	//    -5.0 words that only one has
	//    +0.5 same legal form
	// Roe Corp d/b/a Golden Harvest: +11.5, same: true
	//    +15.0 words in common
	//    -2.5 words that only one has
	//    -1.0 by a trade name
}

// businessPairs are pairs as case files have them: the same business twice, and two that are near.
var businessPairs = []struct {
	a, b string
	same bool
}{
	{"Golden Harvest Farm LLC", "GOLDEN HARVEST FARMS", true},
	{"Golden Harvest Farm LLC", "Golden Harvst Farm", true},
	{"Golden Harvest", "Golden Harvest Farm LLC", true},
	{"Golden Harvest Farm LLC", "Golden Harvest Dairy LLC", false},
	{"Golden Harvest Farm LLC", "Golden Valley Farm LLC", false},
	{"Sunrise Nails", "Sunset Nails", false},
	{"Lucky Nails", "Lucky Spa", false},
	{"Lucky Nail Spa", "Lucky Nails & Spa", true},
	{"Lucky Nails", "Lucky Nail Salon", true},
	{"Store 12", "Store 14", false},
	{"Kestrel Mart Store 12", "Kestrel Mart Store #14", false},
	{"Kestrel Mart Store 12", "Kestrel Mart #012", true},
	{"Roe Staffing Services Inc", "Roe Staffing Svcs", true},
	{"Roe Staffing", "Roe Staffing Solutions LLC", true},
	{"Roe Staffing Inc", "Roe Landscaping Inc", false},
	{"ABC Management Corp", "A.B.C. Mgmt", true},
	{"Roe Holdings LLC d/b/a Sunrise Nails", "Sunrise Nails", true},
	{"Sunrise Nails Inc", "Doe LLC dba Sunrise Nails", true},
	{"East Lake Motel", "West Lake Motel", false},
	{"Roe Bank AG", "Roe Bank GmbH", false},
	{"Ivory Gate Arts OOO", "Ivory Gate Arts LLC", true},
	{"Ivory Gate Arts Inc", "Ivory Gate Arts LLC", true},
	{"ANO Ivory Gate", "Ivory Gate LLC", false},
	{"Sunset Motel LLC", "Sunset Motel Realty LLC", false},
	{"Zephyrine Systems Ltd", "Zephyrine Ltd", false},
	{"Kestrel Forty-Four", "Kestrel 44", true},
	{"Kestrel Forty-Four", "Kestrel Forty", false},
	{"Roe Brothers Farm", "Roe Sisters Farm", false},
	{"Green Valley Orchards", "Greenvalley Orchards", true},
	{"Green Valley Orchards", "Green Valley Orchrads Inc.", true},
	{"Green Valley Orchards", "Green Valley Dairy", false},
	{"Green Valley Orchards", "Green Mountain Orchards", false},
	{"Maple Leaf Massage Therapy", "Maple Leaf Massage", true},
	{"Maple Leaf Massage", "Mapleleaf Massage", true},
	{"Oriental Massage", "Oriental Spa", false},
	{"Asian Massage", "Asian Bodywork", false},
	{"New York Nails", "New York Spa", false},
	{"First Choice Staffing", "Best Choice Staffing", false},
	{"St. Mary's Hospital", "Saint Marys Hospital", true},
	{"Johnson Farms", "Johnson's Farm", true},
	{"Johnson Farms", "Johnsen Farms", true},
	{"Johnson Farms", "Jackson Farms", false},
	{"H&R Farms", "H&K Farms", false},
	{"H&R Farms", "H and R Farms, Inc.", true},
	{"H & R Farms", "HR Farms", true},
	{"AB Farms", "AC Farms", false},
	{"Roe & Sons Trucking", "Roe and Sons Trucking Co", true},
	{"Roe & Sons Trucking", "Roe Trucking", true},
	{"Finger Lakes Produce", "Fingerlakes Produce Inc", true},
	{"Finger Lakes Produce", "Finger Lakes Dairy", false},
	{"Doe's Diner", "Does Diner", true},
	{"The Roe House Restaurant", "Roe House", true},
	{"Roe House Restaurant", "Doe House Restaurant", false},
	{"Dragon Garden Chinese Restaurant", "Dragon Garden", true},
	{"Dragon Garden", "Jade Garden", false},
	{"Golden Dragon", "Golden Phoenix", false},
	{"Empire State Labor Contractors", "Empire State Labor Contracting LLC", true},
	{"Roe Farm #1 LLC", "Roe Farm #2 LLC", false},
	{"Roe Farm 1 LLC", "Roe Farm 2 LLC", false},
	{"Sun Rise Nails", "Sunrise Nails", true},
	{"Nails Sunrise", "Sunrise Nails", true},
	{"Roe Labor Svc", "Roe Labour Services", true},
	{"Restaurante El Sol", "El Sol Restaurant", true},
	{"Taqueria La Rosa", "La Rosa Taqueria Inc", true},
	{"La Rosa Taqueria", "La Rosa Bakery", false},
	{"Roe & Doe Aircraft", "Roe and Doe Aircraft Corp", true},
	{"Doeville Motel", "Doeville Motor Inn", false},
	{"Roe", "Roebuck", false},
	{"Roe & Co Trucking", "Roe and Company Trucking", true},
	{"Kestrel Motel 10", "Kestrel Motel No. 11", false},
	{"Kestrel Motel 10", "Kestrel Motel #10", true},
	{"Perfect 10 Nails", "Perfect Nails", false},
	{"Kestrel Dairy", "East Kestrel Dairy", false},
	{"Little Kestrel Dairy", "Kestrel Dairy", false},
	{"Kestrel Motel", "Kestrel Motel of New York", true},
	{"Rose Nails", "Ross Nails", false},
	{"Labor LLC", "Ontario Labor", false},
	{"Royal Nails", "Loyal Nails", false},
	{"Golden Bowl", "Golden Bell", false},
	{"Smith Roofing", "Smithers Roofing", false},
	{"Hernandez Harvesting", "Fernandez Harvesting", false},
	{"Tri County Cleaning", "Tricounty Cleaning Svcs", true},
	{"De La Cruz Landscaping", "Delacruz Landscaping LLC", true},
	{"A-1 Taxi", "A1 Taxi Service", true},
	{"A-1 Taxi", "B-1 Taxi", false},
	{"John Doe Trucking", "J. Doe Trucking Inc", true},
	{"Kestrel Spa c/o Jane Roe", "Kestrel Spa", true},
	{"Roe Holdings LLC d/b/a Kestrel Spa", "Roe Holdings LLC d/b/a Corner Deli", false},
	{"Roe Holdings LLC d/b/a Kestrel Spa", "Roe Holdings LLC d/b/a Kestrel Massage Spa", true},
}

func TestBusinesses(t *testing.T) {
	for _, pair := range businessPairs {
		a, _ := normalize.Business(pair.a)
		b, _ := normalize.Business(pair.b)
		c := Businesses(a, b)
		if c.Same != pair.same {
			t.Errorf("%s | %s: same %t, want %t: %s %v", pair.a, pair.b, c.Same, pair.same, c.Weight, c.Reasons)
		}
		checkNames(t, c, Businesses(b, a))
	}
}

// checkNames reports a comparison that isn't the sum of its reasons or depends on the order.
func checkNames(t *testing.T, c, turned Comparison) {
	t.Helper()
	sum := Weight(0)
	for _, r := range c.Reasons {
		sum += r.Weight
	}
	if sum != c.Weight {
		t.Errorf("weight %s is not the sum of its reasons, %s: %v", c.Weight, sum, c.Reasons)
	}
	if c.Weight != turned.Weight || c.Same != turned.Same || c.Relation != turned.Relation || len(c.Reasons) != len(turned.Reasons) {
		t.Errorf("depends on the order: %+v and %+v", c, turned)
	}
}

func TestBusinessRelations(t *testing.T) {
	tests := []struct{ a, b, relation string }{
		{"Kestrel Mart Store 12", "Kestrel Mart #14", "same chain"},
		{"Golden Harvest Farm", "Golden Valley Farm", "some words in common"},
		{"Roe Holdings LLC d/b/a Kestrel Spa", "Roe Holdings LLC d/b/a Corner Deli", "same company, other trade name"},
	}
	for _, test := range tests {
		a, _ := normalize.Business(test.a)
		b, _ := normalize.Business(test.b)
		if c := Businesses(a, b); c.Relation != test.relation || c.Same {
			t.Errorf("%s | %s: relation %q, same %t; want %q, false", test.a, test.b, c.Relation, c.Same, test.relation)
		}
	}
}

// The u of a name decides whether it links two cases alone.
func TestBusinessU(t *testing.T) {
	tests := []struct {
		name        string
		least, most float64
	}{
		{"Sunrise Nails", 1e-4, 1e-3},
		{"Lucky Spa", 1e-4, 1e-3},
		{"Golden Harvest Farm LLC", 3e-7, 3e-6},
		{"Schweizer Aircraft Corp", 1e-10, 1e-8},
		{"Kestrel Mart #12", 0, 1e-6},
		{"Spa", 1e-2, 1},
	}
	for _, test := range tests {
		b, _ := normalize.Business(test.name)
		if u := BusinessNameU(b, nil); u < test.least || u > test.most {
			t.Errorf("u of %s is %.2g, want %.2g to %.2g", test.name, u, test.least, test.most)
		}
	}
}

func FuzzBusinesses(f *testing.F) {
	for _, pair := range businessPairs {
		f.Add(pair.a, pair.b)
	}
	f.Add("", "\xff")
	f.Add("a d/b/a b d/b/a c", strings.Repeat("a ", 90))
	f.Fuzz(func(t *testing.T, x, y string) {
		a, _ := normalize.Business(x)
		b, _ := normalize.Business(y)
		checkNames(t, Businesses(a, b), Businesses(b, a))
		if c := Businesses(a, a); a.Key() != "" && c.Weight < 0 {
			t.Errorf("%q weighs %s against itself", x, c.Weight)
		}
	})
}

func BenchmarkBusinesses(b *testing.B) {
	b.ReportAllocs()
	x, _ := normalize.Business("Golden Harvest Farm LLC")
	y, _ := normalize.Business("Golden Harvst Farms Inc")
	for b.Loop() {
		Businesses(x, y)
	}
}
