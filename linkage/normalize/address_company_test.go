package normalize

import (
	"encoding/csv"
	"fmt"
	"os"
	"testing"
)

func TestSplitCompanyAddress(t *testing.T) {
	for _, test := range []struct{ cell, company, address string }{
		{"Golden Acres Farm, Inc.5830 64th StreetMaspeth, NY 11378", "Golden Acres Farm, Inc.", "5830 64th StreetMaspeth, NY 11378"},
		{"Pine Hill Dairy1400 Route 19Warsaw, NY 14569", "Pine Hill Dairy", "1400 Route 19Warsaw, NY 14569"},
		{"Sample & Co. 200 West Street New York, NY10282", "Sample & Co.", "200 West Street New York, NY10282"},
		{"Example Stores (Store # 12) 55 Broad St., Suite 800New York, NY 10004", "Example Stores (Store # 12)", "55 Broad St., Suite 800New York, NY 10004"},
		{"Sample LLCOne Park PlaceElmira, NY 14901", "Sample LLC", "One Park PlaceElmira, NY 14901"},
		{"Sample Hall, P.O. Box 870Auburn, NY 13021", "Sample Hall", "P.O. Box 870Auburn, NY 13021"},
		{"Sample Corp. 12 Oak StPerry, NY 14530 and 40 Elm StWarsaw, NY 14569", "Sample Corp.", "40 Elm StWarsaw, NY 14569"},
		{"Sample Air at the Airport Jamaica, NY 11430", "Sample Air at the Airport", "Jamaica, NY 11430"},
		{"Sample Farm", "Sample Farm", ""},
		{"", "", ""},
	} {
		company, address, ok := SplitCompanyAddress(test.cell)
		if company != test.company || address != test.address || ok != (test.address != "") {
			t.Errorf("%q\n got %q, %q, %v\nwant %q, %q", test.cell, company, address, ok, test.company, test.address)
		}
	}
}

// TestSplitNotices counts what is split off real cells in which the two are run together.
func TestSplitNotices(t *testing.T) {
	f, err := os.Open(sharedAddressData(t, "nys-warn/notices-2012-2016.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cells, split, placed := 0, 0, 0
	for _, row := range rows[1:] {
		if row[1] == "" {
			continue
		}
		cells++
		if _, address, ok := SplitCompanyAddress(row[1]); ok {
			split++
			if a, err := Address(address, Place{State: "NY"}); err == nil && a.Precision() >= PrecisionBuilding {
				placed++
			}
		}
	}
	t.Logf("%d cells, %d split, %d to a building", cells, split, placed)
	if float64(split) < 0.98*float64(cells) || float64(placed) < 0.88*float64(cells) {
		t.Errorf("of %d cells %d were split and %d named a building", cells, split, placed)
	}
}

func FuzzSplitCompanyAddress(f *testing.F) {
	f.Add("Golden Acres Farm, Inc.5830 64th StreetMaspeth, NY 11378")
	f.Add("\xff, NY 14530 5 5 5 , NY 14530")
	f.Fuzz(func(t *testing.T, cell string) {
		company, address, ok := SplitCompanyAddress(cell)
		if !ok && (company != cell || address != "") {
			t.Fatalf("not split, but %q and %q", company, address)
		}
		if len(company)+len(address) > len(cell) {
			t.Fatalf("%q and %q are longer than the cell", company, address)
		}
	})
}

func ExampleSplitCompanyAddress() {
	company, address, ok := SplitCompanyAddress("Pine Hill Dairy LLC1400 Route 19Warsaw, NY 14569")
	fmt.Println(ok)
	fmt.Println(company)
	fmt.Println(address)
	// Output:
	// true
	// Pine Hill Dairy LLC
	// 1400 Route 19Warsaw, NY 14569
}
