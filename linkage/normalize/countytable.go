package normalize

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// To make the table anew, set POPULATION and ADJACENCY to the Census Bureau's
// files co-est2019-annres.csv and county_adjacency.txt.
//
//go:generate sh -c "go run ./internal/gencounties $POPULATION $ADJACENCY > counties.txt"

// countiesText holds a line CODE|NAME|POPULATION|NEIGHBOURS per county, by
// code. Source: US Census Bureau (public domain), county population estimates
// of 2019 and county adjacency file.
//
//go:embed counties.txt
var countiesText string

// A countyRow is a county or its equivalent.
type countyRow struct {
	code       string // FIPS, five digits
	state      string // postal code
	name       string // without the type: "Wyoming", "Baltimore"
	full       string // with it: "Wyoming County", "Baltimore city"
	population int    // 2019; 0 in the territories, which the estimates leave out
	neighbors  string // codes, without the state's digits where it is the same
	folded     string // name and full name as they are looked up
	foldedFull string
	mask       uint32 // of the letters in folded and foldedFull
	maskFull   uint32
}

// countyTypes are the words that end a county's full name, longest first.
var countyTypes = []string{
	" City and Borough", " Census Area", " Municipality", " Municipio",
	" Borough", " County", " Parish", " city",
}

// A countyTable holds all counties in order of their codes.
type countyTable struct {
	rows  []countyRow
	codes []string // codes[i] is rows[i].code: what a CountyMatch shares

	byCode map[string]int32
	// byName holds the counties of a state by state code and folded name, with
	// and without the type.
	byName map[string]int32
	// shared marks the names that a county has in common with an independent
	// city of its state: "VAfairfax".
	shared map[string]int32
	// anywhere holds the counties by folded name, in order of their codes;
	// without the territories.
	anywhere map[string][]int32
	// spans holds the first and last+1 row of each state.
	spans map[string][2]int32
	// places holds boroughs, cities and towns by state code and folded name.
	places map[string]placeRow
}

// counties is read once, when the first county is asked for (about 5 ms).
var counties = sync.OnceValue(readCounties)

func readCounties() *countyTable {
	const about = 3300
	t := &countyTable{
		byCode:   make(map[string]int32, about),
		byName:   make(map[string]int32, 2*about),
		shared:   map[string]int32{},
		anywhere: make(map[string][]int32, 2*about),
		spans:    map[string][2]int32{},
	}
	for line := range strings.Lines(countiesText) {
		t.addRow(strings.TrimSuffix(line, "\n"))
	}
	for i := range t.rows {
		t.addNames(int32(i))
	}
	t.places = readPlaces(t)
	return t
}

func (t *countyTable) addRow(line string) {
	f := strings.Split(line, "|")
	population, _ := strconv.Atoi(f[2])
	row := countyRow{
		code: f[0], state: stateBy[f[0][:2]], name: baseName(f[1]), full: f[1],
		population: population, neighbors: f[3],
		folded: foldName(baseName(f[1])), foldedFull: foldName(f[1]),
	}
	row.mask, row.maskFull = letterMask(row.folded), letterMask(row.foldedFull)
	i := int32(len(t.rows))
	t.rows = append(t.rows, row)
	t.codes = append(t.codes, row.code)
	t.byCode[row.code] = i
	span, seen := t.spans[row.state]
	if !seen {
		span[0] = i
	}
	span[1] = i + 1
	t.spans[row.state] = span
}

func baseName(full string) string {
	for _, kind := range countyTypes {
		if base, ok := strings.CutSuffix(full, kind); ok {
			return base
		}
	}
	return full
}

// addNames enters a county under its full name and its name. Where a county
// and an independent city have one name, the name alone means the county.
func (t *countyTable) addNames(i int32) {
	row := &t.rows[i]
	for _, folded := range [...]string{row.foldedFull, row.folded} {
		key := row.state + folded
		if other, taken := t.byName[key]; taken && other != i {
			t.shared[key] = i // cities have the higher codes
			continue
		}
		t.byName[key] = i
		if row.population > 0 && !slices.Contains(t.anywhere[folded], i) {
			t.anywhere[folded] = append(t.anywhere[folded], i)
		}
	}
}

// CountyName returns the name of the county with the given FIPS code without
// its type, such as "Wyoming", and "" if there is no such county.
func CountyName(fips string) string {
	if row := countyByCode(fips); row != nil {
		return row.name
	}
	return ""
}

// CountyFull returns the name with type and state, such as "Wyoming County,
// NY", and "" if there is no such county.
func CountyFull(fips string) string {
	if row := countyByCode(fips); row != nil {
		return row.full + ", " + row.state
	}
	return ""
}

// CountyState returns the postal code of the county's state, and "" if there
// is no such county.
func CountyState(fips string) string {
	if row := countyByCode(fips); row != nil {
		return row.state
	}
	return ""
}

// CountyPopulation returns the county's residents in 2019 as the Census Bureau
// estimates them, and 0 where that is not known.
func CountyPopulation(fips string) int {
	if row := countyByCode(fips); row != nil {
		return row.population
	}
	return 0
}

// StatePopulation returns the residents of a state's counties in 2019, and 0
// where that is not known.
func StatePopulation(code string) int {
	t := counties()
	span := t.spans[code]
	people := 0
	for i := span[0]; i < span[1]; i++ {
		people += t.rows[i].population
	}
	return people
}

// CountyNeighbors returns the codes of the counties that border on the given
// one, in order, by land or water, as the Census Bureau's adjacency file has it.
func CountyNeighbors(fips string) []string {
	row := countyByCode(fips)
	if row == nil {
		return nil
	}
	neighbors := strings.Fields(row.neighbors)
	for i, n := range neighbors {
		if len(n) == 3 {
			neighbors[i] = fips[:2] + n
		}
	}
	slices.Sort(neighbors)
	return neighbors
}

func countyByCode(fips string) *countyRow {
	t := counties()
	if i, ok := t.byCode[fips]; ok {
		return &t.rows[i]
	}
	return nil
}
