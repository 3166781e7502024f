package normalize

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestVIN(t *testing.T) {
	const doubtful = true
	tests := []struct {
		raw, key, make string
		year           int
		doubt          bool
	}{
		{"1HGCM82633A004352", "1HGCM82633A004352", "Honda", 2003, false},
		{"1hgcm82633a004352", "1HGCM82633A004352", "Honda", 2003, false},
		{"VIN# 1HGCM-82633 A004352", "1HGCM82633A004352", "Honda", 2003, false},
		{"VIN: 1HGCM82633A004352", "1HGCM82633A004352", "Honda", 2003, false},
		{"1HGCM82633A0O4352", "1HGCM82633A004352", "Honda", 2003, false},
		{"IHGCM82633AQ04352", "1HGCM82633A004352", "Honda", 2003, false},
		{"1M8GDM9AXKP042788", "1M8GDM9AXKP042788", "MCI", 1989, false},
		{"1HGCM82633A004353", "1HGCM82633A004353", "Honda", 2003, doubtful},
		{"1HGCM82633A00435", "", "", 0, doubtful},
		{"1HGCM82633A0043520", "", "", 0, doubtful},
		{"1HGCM82633A00435?", "", "", 0, doubtful},
		{"11111111111111111", "", "", 0, doubtful},
		{"", "", "", 0, doubtful},
		{"unknown", "", "", 0, doubtful},
		{"1HGCM82633A004352é", "", "", 0, doubtful},
		{strings.Repeat("1", 1<<20), "", "", 0, doubtful},
	}
	for _, test := range tests {
		got, err := VIN(test.raw)
		if got.Key() != test.key || got.Make != test.make || got.Year != test.year || (len(got.Issues()) > 0) != test.doubt {
			t.Errorf("VIN(%.40q) = %q %s %d %q; want %q %s %d, doubt %v",
				test.raw, got.Key(), got.Make, got.Year, got.Issues(), test.key, test.make, test.year, test.doubt)
		}
		if (err != nil) != (test.key == "") {
			t.Errorf("VIN(%.40q): error %v", test.raw, err)
		}
	}
}

// Makes of identifiers that come from abroad, or from makers that share a factory.
func TestVINMakes(t *testing.T) {
	for prefix, want := range map[string]string{
		"WDYPE8CC0": "Freightliner", "WD0PE8CC0": "Dodge", "WD3PE8CC0": "Mercedes-Benz", "JA1AB12C0": "Isuzu", "JA3AB12C0": "Mitsubishi", "1N8AB12C0": "Nissan", "3N6AB12C0": "Nissan",
		"JM7AB12C0": "Mazda", "JMBAB12C0": "Mitsubishi", "SB1AB12C0": "Toyota", "KPTAB12C0": "SsangYong", "KNJAB12C0": "Ford", "KNDAB12C0": "Kia", "3MYAB12C0": "Toyota",
		"3MZAB12C0": "Mazda", "2FYAB12C0": "New Flyer", "1H9AB12C0": "", "JN9AB12C0": "", "JTHAB12C0": "Lexus", "5LMAB12C0": "Lincoln", "1HDAB12C0": "Harley-Davidson",
	} {
		if got := vinMake(prefix + "A0000001"); got != want {
			t.Errorf("make of %s…: %q, want %q", prefix[:3], got, want)
		}
	}
	for _, row := range wmiTable {
		for prefix := range strings.FieldsSeq(row.prefixes) {
			if wmiMakes[prefix] != row.name {
				t.Errorf("%s is both %s and %s", prefix, row.name, wmiMakes[prefix])
			}
		}
	}
}

func ExampleVIN() {
	v, _ := VIN("vin 1hgcm82633a0o4352")
	fmt.Println(v.Key(), v.Make, v.Year, v.Notes())
	v, _ = VIN("1HGCM82633A004353")
	fmt.Println(v.Issues())
	// Output:
	// 1HGCM82633A004352 Honda 2003 [I, O or Q read as 1 or 0: no VIN has them]
	// [the check digit is wrong: a character is misread, or the vehicle was not made for North America]
}

// Every misread character but one is shown by the check digit: characters
// whose values are the same modulo 11 are the exception.
func TestVINCheckDigit(t *testing.T) {
	const vin = "1HGCM82633A004352"
	for i := range vin {
		for _, c := range "0123456789ABCDEFGHJKLMNPRSTUVWXYZ" {
			changed := vin[:i] + string(c) + vin[i+1:]
			got, err := VIN(changed)
			if err != nil {
				t.Fatal(err)
			}
			same := changed == vin || i != 8 && vinValues[changed[i]] == vinValues[vin[i]]
			if got.Valid != same {
				t.Errorf("%s: valid %v", changed, got.Valid)
			}
		}
	}
}

// The model years and check digits of real vehicles.
func TestVINRealVehicles(t *testing.T) {
	f, err := os.Open(sharedData(t, "nyc-tlc/medallion-vehicles.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	vin, year := slices.Index(rows[0], "vehicle_vin_number"), slices.Index(rows[0], "model_year")
	var read, valid, right, made int
	for _, row := range rows[1:] {
		v, err := VIN(row[vin])
		if err != nil {
			t.Logf("%q: %v", row[vin], err)
			continue
		}
		read++
		if v.Valid {
			valid++
		}
		if v.Make != "" {
			made++
		}
		if strconv.Itoa(v.Year) == row[year] {
			right++
		} else {
			t.Logf("%s: %d, the file has %s", v.Key(), v.Year, row[year])
		}
	}
	all := len(rows) - 1
	t.Logf("%d vehicles: %d read, %d with the right check digit, %d with the file's year, %d with a make", all, read, valid, right, made)
	if right*100 < all*99 {
		t.Errorf("%d of %d years right", right, all)
	}
}

// Each prefix is one make's.
func TestVINMakesAbroad(t *testing.T) {
	seen := map[string]string{}
	for _, row := range wmiTable {
		for _, prefix := range strings.Fields(row.prefixes) {
			if other := seen[prefix]; other != "" {
				t.Errorf("%s is of %s and %s", prefix, other, row.name)
			}
			seen[prefix] = row.name
		}
	}
}

func FuzzVIN(f *testing.F) {
	for _, seed := range []string{"1HGCM82633A004352", "vin 1hgcm82633a0o4352", "IOQIOQIOQIOQIOQIO", "11111111111111111", "*1HGCM82633A004352*"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got, err := VIN(raw)
		checkValue(t, got, err)
		if err != nil {
			return
		}
		if again, err := VIN(got.Key()); err != nil || again.Key() != got.Key() || again.Valid != got.Valid {
			t.Errorf("VIN(%q) = %q, %v", got.Key(), again.Key(), err)
		}
		if got.Valid != (len(got.Issues()) == 0) && got.Year != 0 {
			t.Errorf("%s: valid %v, issues %q", got.Key(), got.Valid, got.Issues())
		}
	})
}

func BenchmarkVIN(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		VIN("1HGCM82633A004352")
	}
}
