package geo_test

import (
	"fmt"

	"github.com/tflink/tflink/graphs/geo"
)

const caveat = "Law enforcement sensitive. Investigative leads, not proof. Victims and minors are left out."

// state returns counts for all counties of a state that the map has, from 1 up to 200.
func state(code string) []geo.Count {
	var list []geo.Count
	for i := range 600 {
		fips := fmt.Sprintf("%s%03d", code, i)
		if _, ok := geo.Find(fips); ok {
			list = append(list, geo.Count{FIPS: fips, Cases: 1 + (i*i*7919)%97*(i%3), Links: i % 13})
		}
	}
	return list
}

// cluster returns a map of a cluster with the given counties, each joined to the first.
func cluster(all []geo.Count, fips ...string) geo.Map {
	m := geo.Map{Title: "Cluster C-50V96", Subtitle: "12 labor cases · Jan 2023 – Nov 2024 · probability 0.97 · from 8 files", Caveat: caveat, Counties: all}
	for i, f := range fips {
		m.Cluster = append(m.Cluster, geo.Count{FIPS: f, Cases: 5 - min(i, 4), Doubtful: i % 4 / 3})
		if i > 0 {
			m.Flows = append(m.Flows, geo.Flow{From: fips[0], To: f, Links: 1 + i%5})
		}
		if i > 1 {
			m.Flows = append(m.Flows, geo.Flow{From: fips[i-1], To: f, Links: 1})
		}
	}
	return m
}

// maps returns maps of all kinds.
func maps() map[string]geo.Map {
	ny, pa, oh, tx := state("36"), state("42"), state("39"), state("48")
	both := append(append([]geo.Count{}, ny...), pa...)
	round := cluster(ny, "36121", "36037", "36029")
	round.Cluster[0].Doubtful = 1
	links := geo.Map{Title: "Links across counties", Caveat: caveat, Counties: ny, Measure: geo.ByLinks}
	unknown := cluster(ny, "36121", "99999")
	unknown.NoCounty = 2
	var twenty []string
	for _, c := range ny[:60] {
		if len(twenty) < 20 && c.FIPS > "36020" {
			twenty = append(twenty, c.FIPS)
		}
	}
	whole := geo.Map{Title: "All cases", Subtitle: "1,200 cases", Caveat: caveat, Counties: ny, NoCounty: 3}
	whole.Counties[5].Doubtful = 2
	country := geo.Map{Title: "All cases", Caveat: caveat}
	for _, s := range []string{"01", "05", "06", "08", "17", "19", "24", "36", "42", "48", "53"} {
		country.Counties = append(country.Counties, state(s)...)
	}
	return map[string]geo.Map{
		"ny":          whole,
		"ny-links":    links,
		"country":     country,
		"three":       round,
		"single":      cluster(ny, "36121"),
		"manhattan":   cluster(ny, "36061", "36047", "36005", "36081"),
		"cross-state": cluster(both, "36121", "36013", "42049", "39093", "39007"),
		"texas":       cluster(tx, "48201", "48339", "48157"),
		"twenty":      cluster(ny, twenty...),
		"far":         cluster(append(tx, both...), "36121", "36037", "48201", "06037"),
		"alaska":      cluster(append(state("02"), ny...), "02020", "15003", "36061", "72127"),
		"aleutians":   cluster(state("02"), "02016", "02150"),
		"unknown":     unknown,
		"nothing":     {Caveat: caveat, NoCounty: 4},
		"nowhere":     cluster(nil, "99999"),
		"ohio":        {Counties: oh, Title: "Ohio"},
		"virginia":    cluster(state("51"), "51600", "51610", "51059", "51013"),
	}
}
