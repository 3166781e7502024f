package normalize

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// sharedData returns the path of a file of the shared data sets, and skips the
// test where they are not there.
func sharedData(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("shared data: %v", err)
		}
		t.Skipf("needs the shared data sets: %v", err)
	}
	return path
}

func TestCounty(t *testing.T) {
	const doubtful = true
	tests := []struct {
		raw, state, key string
		doubt           bool
	}{
		// Names as they should be.
		{"Wyoming", "NY", "36121", false},
		{"wyoming county", "ny", "36121", false},
		{"WYOMING CO.", "New York", "36121", false},
		{"Erie Cnty", "36", "36029", false},
		{"St. Lawrence", "NY", "36089", false},
		{"Saint Lawrence", "NY", "36089", false},
		{"ST LAWRENCE COUNTY", "NY", "36089", false},
		{"County of Erie", "NY", "36029", false},
		{"Orleans", "LA", "22071", false},
		{"Orleans County", "LA", "22071", false},
		{"Juneau City and Borough", "AK", "02110", false},
		{"DONA ANA", "NM", "35013", false},
		{"Doña Ana", "NM", "35013", false},
		{"Prince George’s", "MD", "24033", false},
		{"De Kalb", "GA", "13089", false},
		{"La Salle", "IL", "17099", false},
		{"Lewis & Clark", "MT", "30049", false},
		{"King and Queen", "VA", "51097", false},
		{"Miami-Dade", "FL", "12086", false},
		{"Carson City", "NV", "32510", false},
		{"District of Columbia", "DC", "11001", false},
		// Independent cities.
		{"Baltimore city", "MD", "24510", false},
		{"Baltimore County", "MD", "24005", false},
		{"Baltimore", "MD", "24005", doubtful},
		{"Alexandria", "VA", "51510", false},
		{"James City", "VA", "51095", false},
		{"St. Louis City", "MO", "29510", false},
		// States that are counties elsewhere.
		{"Wyoming", "", "", doubtful},
		{"Wyoming", "WY", "", doubtful},
		{"Wyoming", "OH", "", doubtful},
		{"Wyoming", "PA", "42131", false},
		{"Wyoming County", "", "", doubtful},
		{"New York", "", "", doubtful},
		{"New York", "NY", "36061", false},
		{"New York County", "", "36061", false},
		{"Delaware", "NY", "36025", false},
		// States in the text.
		{"Erie, PA", "", "42049", false},
		{"Erie, PA", "NY", "42049", doubtful},
		{"Erie, NY", "NY", "36029", false},
		{"Erie (NY)", "", "36029", false},
		{"Wyoming County, New York", "", "36121", false},
		{"Wyoming NY", "", "36121", false},
		{"NY Erie", "", "36029", false},
		{"Erie County Pennsylvania", "", "42049", false},
		{"Erie, PA; Wyoming, NY", "", "36121,42049", false},
		{"Erie, Wyoming", "NY", "36029,36121", false},
		{"Erie, New York", "NY", "36029", false},
		{"Kings, Queens, New York", "NY", "36047,36061,36081", false},
		{"Erie, Niagara and Wyoming Counties, NY", "", "36029,36063,36121", false},
		// Without a state.
		{"Cattaraugus", "", "36009", false},
		{"Jefferson", "", "", doubtful},
		{"New York/Kings/Queens", "", "36047,36061,36081", false},
		{"Brooklyn", "", "36047", false},
		// Boroughs, cities and towns.
		{"Brooklyn", "NY", "36047", false},
		{"Manhattan", "NY", "36061", false},
		{"The Bronx", "NY", "36005", false},
		{"Staten Island", "NY", "36085", false},
		{"Hempstead", "NY", "36059", doubtful},
		{"City of Buffalo", "NY", "36029", doubtful},
		{"City of Fulton", "NY", "36075", doubtful},
		{"Fulton", "NY", "36035", false},
		{"Town of Orange", "NY", "36071", doubtful},
		{"City of Richmond", "VA", "51760", false},
		{"New York City", "NY", "36005,36047,36061,36081,36085", doubtful},
		{"Queens, New York City", "NY", "36081", doubtful},
		// Several counties.
		{"New York/Kings/Queens", "NY", "36047,36061,36081", false},
		{"Queens, Bronx, Kings", "NY", "36005,36047,36081", false},
		{"Fulton and Montgomery Counties", "NY", "36035,36057", false},
		{"Nassau-Suffolk", "NY", "36059,36103", false},
		{"Rensselaer\\Saratoga", "NY", "36083,36091", false},
		{"Queens/BronxRichmond", "NY", "36005,36081,36085", false},
		{"Erie Niagara St Lawrence", "NY", "36029,36063,36089", false},
		{"Erie; Erie", "NY", "36029", false},
		{"Multiple (Erie, Niagara)", "NY", "36029,36063", doubtful},
		{"Perry, Wyoming County", "NY", "36121", doubtful},
		{"Smallville, Wyoming County", "NY", "36121", false},
		{"Erie / something else", "NY", "36029", doubtful},
		{"Counties of Erie and Niagara", "NY", "36029,36063", false},
		{"Erie County Sheriff", "NY", "36029", false},
		{"Wyoming Co. SO", "NY", "36121", false},
		{"Erie/PA", "", "42049", false},
		{"Erie County, NY 14202, USA", "", "36029", false},
		{"Bronx County, New York, United States", "", "36005", false},
		{"Kings (Brooklyn)", "NY", "36047", false},
		// Labelled cells.
		{"Chemung | WIB Name: CSS | Region: Southern Region", "NY", "36015", false},
		{"Kings | WIB Name: NEW YORK CITY| Region: New York City Orange | WIB Name: ORANGE| Region: Mid-Hudson Region", "NY", "36047,36071", false},
		{"Erie | Board: ERIE | Area: WestNiagara | Board: NIAGARA | Area: West", "NY", "36029,36063", false},
		{"County: Erie | Area: West County: Wayne | Area: Lakes", "NY", "36029,36117", false},
		{"Cortland | Board: C | Region: CentralCounty: Tompkins / Board: T /Region: South", "NY", "36023,36109", false},
		{"Queens | Bronx / Kings / Board: CITY | Region: New York City", "NY", "36005,36047,36081", false},
		{"Kings | Board: CITY | Region: New York City", "", "36047", false},
		// Misspellings.
		{"Cattaragus", "NY", "36009", doubtful},
		{"Schnectady", "NY", "36093", doubtful},
		{"Renssalaer County", "NY", "36083", doubtful},
		{"Tompkins Coutny", "NY", "36109", doubtful},
		{"Alleghany", "NY", "36003", doubtful},
		{"Monore", "NY", "36055", doubtful},
		{"Sufolk & Nasau", "NY", "36059,36103", doubtful},
		{"Catta", "NY", "36009", doubtful},
		{"Cattaragus", "", "36009", doubtful},
		// Codes.
		{"36121", "", "36121", false},
		{"36121.0", "", "36121", false},
		{"36-121", "", "36121", false},
		{"FIPS 36121", "", "36121", false},
		{"121", "NY", "36121", false},
		{"6037", "", "06037", false},
		{"36005,36047", "", "36005,36047", false},
		{"36121", "PA", "36121", doubtful},
		// No county.
		{"", "NY", "", doubtful},
		{"  \t", "NY", "", doubtful},
		{"Multiple", "NY", "", doubtful},
		{"Statewide", "NY", "", doubtful},
		{"Unknown", "", "", doubtful},
		{"n/a", "NY", "", doubtful},
		{"qqqq", "NY", "", doubtful},
		{"99999", "", "", doubtful},
		{"Erie", "Atlantis", "", doubtful},
		{"\x00\xff", "NY", "", doubtful},
		{strings.Repeat("Erie,", 4000), "NY", "", doubtful},
	}
	for _, test := range tests {
		got, err := County(test.raw, test.state)
		if got.Key() != test.key || (len(got.Issues()) > 0) != test.doubt {
			t.Errorf("County(%.60q, %q) = %q (%s), issues %q; want %q, doubt %v",
				test.raw, test.state, got.Key(), got.Display(), got.Issues(), test.key, test.doubt)
		}
		if (err != nil) != (test.key == "") {
			t.Errorf("County(%.60q, %q): error %v with key %q", test.raw, test.state, err, got.Key())
		}
	}
}

func ExampleCounty() {
	for _, cell := range []string{"St. Lawrence Co.", "Cattaragus", "New York/Kings/Queens", "Erie, PA"} {
		c, _ := County(cell, "NY")
		fmt.Println(c.Key(), c.Display(), c.Issues())
	}
	// Output:
	// 36089 St. Lawrence County, NY []
	// 36009 Cattaraugus County, NY [misspelt: read as Cattaraugus County]
	// 36047,36061,36081 Kings County, NY; New York County, NY; Queens County, NY []
	// 42049 Erie County, PA [the text names another state than the one given: read as the text says]
}

// Every county is found by its full name, with and without its type, and its
// display form means the same.
func TestCountyAll(t *testing.T) {
	table := counties()
	for _, row := range table.rows {
		for _, text := range []string{row.full, strings.ToUpper(row.full), row.full + ", " + row.state, row.code} {
			got, err := County(text, row.state)
			if err != nil || got.Key() != row.code {
				t.Errorf("County(%q, %q) = %q, %v; want %s", text, row.state, got.Key(), err, row.code)
			}
		}
		got, _ := County(row.name, row.state)
		if got.Key() != row.code && len(got.Issues()) == 0 {
			t.Errorf("County(%q, %q) = %q without a doubt; want %s", row.name, row.state, got.Key(), row.code)
		}
		match := CountyMatch{Codes: []string{row.code}}
		if again, _ := County(match.Display(), ""); again.Key() != row.code {
			t.Errorf("County(%q) = %q; want %s", match.Display(), again.Key(), row.code)
		}
	}
}

// Real cells hold at least one county of New York, and read the same in parts.
func TestCountyRealCells(t *testing.T) {
	cells := map[string]int{}
	for _, name := range []string{"nys-warn/notices-2012-2016.csv", "nys-warn/notices-2017-2018.csv"} {
		f, err := os.Open(sharedData(t, name))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		at := slices.Index(rows[0], "County")
		for _, row := range rows[1:] {
			if strings.TrimSpace(row[at]) != "" {
				cells[row[at]]++
			}
		}
	}
	read, doubts, all := 0, 0, 0
	for cell, n := range cells {
		all += n
		got, err := County(cell, "NY")
		if err == nil {
			read += n
		}
		if len(got.Issues()) > 0 {
			doubts += n
		}
		first, _, _ := strings.Cut(cell, "|")
		if part, err := County(first, "NY"); err == nil {
			for _, code := range part.Codes {
				if !slices.Contains(got.Codes, code) {
					t.Errorf("%q: the county before the first mark, %s, is not in %v", cell, CountyFull(code), got.Codes)
				}
			}
		}
	}
	t.Logf("%d cells, %d read, %d with a doubt", all, read, doubts)
	if read < all*995/1000 || doubts > all*5/100 {
		t.Errorf("%d of %d cells read, %d with a doubt", read, all, doubts)
	}
}

func TestCountyFromName(t *testing.T) {
	tests := []struct{ name, state, key string }{
		{"wyoming_cases_2024.csv", "NY", "36121"},
		{"wyoming_cases_2024.csv", "", ""},
		{"wyoming_county_ny.csv", "", "36121"},
		{"erie-county.xlsx", "NY", "36029"},
		{"st_lawrence.tsv", "NY", "36089"},
		{"StLawrence.csv", "NY", "36089"},
		{"/data/in/Saint Lawrence County.csv.gz", "NY", "36089"},
		{"cattaraugus.csv", "", "36009"},
		{"orange_cases.csv", "NY", "36071"},
		{"orange-list.csv", "NY", ""},
		{"orange-list-county.csv", "NY", ""},
		{"cases.csv", "NY", ""},
		{"export 2024.xlsx", "NY", ""},
		{"wayne_notes.csv", "NY", ""},
		{"wayne.csv", "NY", "36117"},
		{"erie_niagara.csv", "NY", ""},
		{"ny_erie.csv", "", "36029"},
		{"lake.csv", "NY", ""},
		{"experience.csv", "NY", ""},
		{"steuben_so_tips.jsonl", "NY", "36101"},
		{"", "NY", ""},
		{"county.csv", "NY", ""},
		{"brooklyn_tips.csv", "NY", "36047"},
	}
	for _, test := range tests {
		got, ok := CountyFromName(test.name, test.state)
		if got.Key() != test.key || ok != (test.key != "") {
			t.Errorf("CountyFromName(%q, %q) = %q, %v; want %q", test.name, test.state, got.Key(), ok, test.key)
		}
	}
}

func TestCountyFacts(t *testing.T) {
	if got := CountyName("36121"); got != "Wyoming" {
		t.Errorf("CountyName = %q", got)
	}
	if got := CountyFull("24510"); got != "Baltimore city, MD" {
		t.Errorf("CountyFull = %q", got)
	}
	if got := CountyState("36121"); got != "NY" {
		t.Errorf("CountyState = %q", got)
	}
	if got := CountyPopulation("36121"); got != 39859 {
		t.Errorf("CountyPopulation = %d", got)
	}
	if got, want := CountyNeighbors("36121"), []string{"36003", "36009", "36029", "36037", "36051"}; !slices.Equal(got, want) {
		t.Errorf("CountyNeighbors = %v, want %v", got, want)
	}
	for _, none := range []string{"", "36", "99999", "Wyoming"} {
		if CountyName(none)+CountyFull(none)+CountyState(none) != "" || CountyPopulation(none) != 0 || CountyNeighbors(none) != nil {
			t.Errorf("%q is a county", none)
		}
	}
}

// Neighbours are neighbours both ways, and there are the 3,142 counties of the states.
func TestCountyTable(t *testing.T) {
	table := counties()
	populated := 0
	for _, row := range table.rows {
		if row.population > 0 {
			populated++
		}
		for _, n := range CountyNeighbors(row.code) {
			if !slices.Contains(CountyNeighbors(n), row.code) {
				t.Errorf("%s borders on %s, but not the other way", row.code, n)
			}
		}
	}
	if populated != 3142 {
		t.Errorf("%d counties, want 3142", populated)
	}
}

func FuzzCounty(f *testing.F) {
	for _, seed := range []string{"Erie", "Cattaragus", "New York/Kings", "Erie | A: B | C: DErie | A: x", "36121", "Erie, PA", "\xff:", "St. Lawrence & Erie"} {
		f.Add(seed, "NY")
		f.Add(seed, "")
	}
	f.Fuzz(func(t *testing.T, raw, state string) {
		got, err := County(raw, state)
		checkValue(t, got, err)
		if err != nil {
			return
		}
		for _, again := range []string{got.Key(), got.Display()} {
			if same, err := County(again, ""); err != nil || same.Key() != got.Key() {
				t.Errorf("County(%q) = %q, %v; want %q", again, same.Key(), err, got.Key())
			}
		}
	})
}

func BenchmarkCounty(b *testing.B) {
	for _, raw := range []string{"Wyoming", "St. Lawrence Co.", "New York/Kings/Queens", "Chemung | WIB Name: CSS | Region: Southern Region", "Cattaragus"} {
		b.Run(raw, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				County(raw, "NY")
			}
		})
	}
}
