package compare

import (
	"fmt"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func ExamplePeople() {
	a, _ := normalize.Person("DOE, William Q., born 1980-02-03")
	for _, raw := range []string{"Bill Doe, born 1980-03-02", "William Doe Jr", "Willa Doe"} {
		b, _ := normalize.Person(raw)
		c := People(a, b)
		fmt.Printf("%s: %s, same: %t\n", raw, c.Weight, c.Same)
		for _, r := range c.Reasons {
			fmt.Println("  ", r.Weight, r.Text)
		}
	}
	// Output:
	// Bill Doe, born 1980-03-02: +26.7, same: true
	//    +13.8 same surname
	//    +3.8 given names used for one another
	//    +9.0 dates of birth with day and month in each other's place
	// William Doe Jr: +20.0, same: true
	//    +13.8 same surname
	//    +6.1 same given name
	// Willa Doe: +6.8, same: false
	//    +13.8 same surname
	//    -7.0 given names differ
}

// personPairs are pairs as case files have them: one person twice, and two with like names.
var personPairs = []struct {
	a, b string
	same bool
}{
	{"DOE, John Q.", "John Doe", true},
	{"Bill Roe", "William Roe", true},
	{"Pepe Garcia", "José García", true},
	{"Juan García López", "Juan Garcia", true},
	{"Juan García López", "Juan Lopez", true},
	{"Maria Smith Jones", "Maria Smith", true},
	{"Maria Smith-Jones", "Maria Jones", true},
	{"Maria Lopez", "Mario Lopez", false},
	{"John Roe Jr", "John Roe Sr", false},
	{"John Roe Jr", "John Roe", true},
	{"John A Roe", "John B Roe", false},
	{"John A Roe", "John Allen Roe", true},
	{"J. Roe", "John Roe", true},
	{"J. Roe", "Mary Roe", false},
	{"Jon Smith", "John Smith", true},
	{"John Smyth", "John Smith", true},
	{"John Smith", "Jane Smith", false},
	{"John Smith", "John Jones", false},
	{"Smith John", "John Smith", true},
	{"Garcia Maria", "Maria Garcia", true},
	{"Katherine Schmidt", "Catherine Schmitt", true},
	{"Jhon Doe", "John Doe", true},
	{"John Deo", "John Doe", true},
	{"Robert Hall", "Robert Hill", false},
	{"Thomas Moore", "Thomas Moorehead", false},
	{`Robert "Bobby" Roe`, "Bobby Roe", true},
	{"John Doe a/k/a Jack Roe", "Jack Roe", true},
	{"Maria de la Cruz", "Maria Delacruz", true},
	{"Maria Cruz", "Maria de la Cruz", true},
	{"Patrick O'Brien", "Patrick Obrien", true},
	{"Nguyen Van Anh", "Van Anh Nguyen", true},
	{"Wei Chen", "Wei Cheng", false},
	{"Li Wang", "Lin Wang", false},
	{"Dr. Sam Roe MD", "Samuel Roe", true},
	{"Mohammed Ali", "Muhammad Ali", true},
	{"Carlos Hernandez", "Carla Hernandez", false},
	{"Jose Martinez", "Jorge Martinez", false},
	{"Juan Perez", "Juan Lopez", false},
	{"Juan Peres", "Juan Perez", true},
	{"Guillermo Rodriguez", "William Rodriguez", true},
	{"Steven Roe", "Stephen Roe", true},
	{"Daniel Roe", "Danielle Roe", false},
	{"Eric Roe", "Erica Roe", false},
	{"Mary Roe", "Mark Roe", false},
	{"Mary Ann Roe", "Mary Roe", true},
	{"Mary Ann Roe", "Maryann Roe", true},
	{"Jane Doe (née Roe)", "Jane Roe", true},
	{"John Roe", "Roe", false},
	{"John Roe, born 1980-02-03", "John Roe, born 1980-02-03", true},
	{"John Roe, born 1980-02-03", "John Roe, born 1980-03-02", true},
	{"John Roe, born 1980-02-03", "John Roe, born 1961-07-19", false},
	{"Roe, born 1980-02-03", "John Roe, born 1980-02-03", true},
	{"Roe, born 1980-01-01", "John Roe, born 1980-01-01", false},
}

func TestPeople(t *testing.T) {
	for _, pair := range personPairs {
		a, _ := normalize.Person(pair.a)
		b, _ := normalize.Person(pair.b)
		c := People(a, b)
		if c.Same != pair.same {
			t.Errorf("%s | %s: same %t, want %t: %s %v", pair.a, pair.b, c.Same, pair.same, c.Weight, c.Reasons)
		}
		checkNames(t, c, People(b, a))
	}
}

// A round date says less than a day, a rare name more than a common one.
func TestPeopleOrder(t *testing.T) {
	ascending := [][2]string{
		{"John Smith", "Mary Jones"},
		{"John Smith", "J Smith"},
		{"John Smith", "John Smith"},
		{"John Smith, born 1980-01-01", "John Smith, born 1980-01-01"},
		{"John Smith, born 1980-02-03", "John Smith, born 1980-02-03"},
		{"Zebedee Quackenbush, born 1980-02-03", "Zebedee Quackenbush, born 1980-02-03"},
	}
	last := Bits(-100)
	for _, pair := range ascending {
		a, _ := normalize.Person(pair[0])
		b, _ := normalize.Person(pair[1])
		w := People(a, b).Weight
		if w <= last {
			t.Errorf("%s | %s weighs %s, no more than the pair before it, %s", pair[0], pair[1], w, last)
		}
		last = w
	}
}

func TestPersonU(t *testing.T) {
	tests := []struct {
		name        string
		least, most float64
	}{
		{"John Smith", 1e-4, 1e-3},
		{"Smith", 5e-3, 2e-2},
		{"John Smith, born 1980-02-03", 1e-8, 1e-7},
		{"Zebedee Quackenbush", 1e-8, 1e-6},
		{"Maria", 5e-2, 2e-1}, // one word alone is whichever it is more often, a given name or a surname
		{"Xiomara", 2e-4, 5e-4},
		{"Wei", 4e-3, 6e-3},
	}
	for _, test := range tests {
		p, _ := normalize.Person(test.name)
		if u := personU(p); u < test.least || u > test.most {
			t.Errorf("u of %s is %.2g, want %.2g to %.2g", test.name, u, test.least, test.most)
		}
	}
}

func TestNicknames(t *testing.T) {
	for _, pair := range [][2]string{{"bill", "william"}, {"pepe", "jose"}, {"memo", "guillermo"}, {"peggy", "margaret"}} {
		if !nicknameOf(pair[0], pair[1]) || !nicknameOf(pair[1], pair[0]) {
			t.Errorf("%s and %s are not used for one another", pair[0], pair[1])
		}
	}
	if nicknameOf("maria", "mario") || nicknameOf("robert", "william") {
		t.Error("names of two people are used for one another")
	}
}

func TestEditDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"doe", "deo", 1}, {"smith", "smyth", 1}, {"roe", "doe", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}}
	for _, test := range tests {
		if got := editDistance(test.a, test.b); got != test.want {
			t.Errorf("editDistance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func FuzzPeople(f *testing.F) {
	for _, pair := range personPairs {
		f.Add(pair.a, pair.b)
	}
	f.Add("", "\xff")
	f.Add("Ортега, И.", "y y y a/k/a z z")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, _ := normalize.Person(x)
		b, _ := normalize.Person(y)
		checkNames(t, People(a, b), People(b, a))
	})
}

func BenchmarkPeople(b *testing.B) {
	b.ReportAllocs()
	x, _ := normalize.Person("William Q. Doe")
	y, _ := normalize.Person("DOE, Bill")
	for b.Loop() {
		People(x, y)
	}
}
