package pages

import (
	"cmp"
	"slices"

	"github.com/tflink/tflink/graphs/geo"
	"github.com/tflink/tflink/internal/phrase"
	"github.com/tflink/tflink/linkage"
)

// countyMap draws the counties of the cluster and what flows between them, and says
// the same as a table.
func (f *finding) countyMap(o Options) []Block {
	own := f.net.CountCounties(func(i int) bool { _, in := f.at[f.net.Case(i).Name]; return in })
	m := CountyMap(f.net.CountCounties(nil), &own)
	m.Title, m.Subtitle, m.Caveat = "Cluster "+o.name(f.k)+" by county", f.subtitle(), o.Caveat
	picture, report := geo.Draw(m)
	t := Table{
		Caption: "The counties of the cluster, with the links that lead into others.",
		Columns: []Column{{"County", 2.5, false}, {"Its cases here", 1.2, true}, {"Of all its cases", 1.2, true}, {"In doubt", 1, true}, {"Links with", 6, false}},
	}
	for _, row := range report.Rows {
		if row.Cluster == 0 {
			continue
		}
		var with []string
		for _, flow := range row.Flows {
			with = append(with, phrase.County(flow.To)+" "+phrase.Thousands(flow.Links))
		}
		t.Rows = append(t.Rows, Row{Cells: []string{row.County, phrase.Thousands(row.Cluster), phrase.Thousands(row.Cases), phrase.Thousands(row.Doubtful), listed(with)}})
	}
	if own.Without > 0 {
		t.Rows = append(t.Rows, Row{Group: true, Cells: []string{"and " + phrase.Plural(own.Without, "case") + " whose county is not known"}})
	}
	return []Block{&Figure{"counties", "The counties of the cluster on the map, shaded by all cases that were read, and the links between them.", picture}, t}
}

// CountyMap returns counts of cases as a map without a title: of all cases, and, where own is
// not nil, of a cluster's, whose counties then come in the order of the cluster's other pictures.
// Flows, and the cases without a county, are the cluster's if there is one.
func CountyMap(all linkage.CountyCounts, own *linkage.CountyCounts) geo.Map {
	m := geo.Map{Counties: countsOf(all)}
	if own != nil {
		m.Cluster = countsOf(*own)
		slices.SortStableFunc(m.Cluster, func(a, b geo.Count) int { return cmp.Compare(b.Cases, a.Cases) })
		all = *own
	}
	m.NoCounty = all.Without
	for _, f := range all.Flows {
		m.Flows = append(m.Flows, geo.Flow(f))
	}
	return m
}

func countsOf(c linkage.CountyCounts) []geo.Count {
	var counts []geo.Count
	for _, n := range c.Counties {
		counts = append(counts, geo.Count(n))
	}
	return counts
}
