package normalize

import (
	_ "embed"
	"strings"
)

// placesText holds a line CODES|PLACES per county: boroughs, cities and towns
// that people write where a county is asked for, New York's first. A place
// with = before it is another name of the county itself.
//
//go:embed countyplaces.txt
var placesText string

// A placeRow says which counties a place lies in.
type placeRow struct {
	rows  []int32
	alias bool // another name of the county, and not a place in it
}

func readPlaces(t *countyTable) map[string]placeRow {
	places := map[string]placeRow{}
	for line := range strings.Lines(placesText) {
		codes, names, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "|")
		var rows []int32
		for code := range strings.FieldsSeq(codes) {
			rows = append(rows, t.byCode[code])
		}
		for name := range strings.SplitSeq(names, ", ") {
			name, alias := strings.CutPrefix(name, "=")
			key := t.rows[rows[0]].state + foldName(name)
			places[key] = placeRow{rows: rows, alias: alias}
		}
	}
	return places
}
