package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/graphs/geo"
	"github.com/tflink/tflink/pages"
)

type countyMapJSON struct {
	Type     string `json:"type"` // "map"
	File     string `json:"file"`
	Cases    int    `json:"cases"`
	Counties int    `json:"counties"`
}

type mapCountyJSON struct {
	Type     string        `json:"type"` // "map_county"
	FIPS     string        `json:"fips"`
	County   string        `json:"county"`
	Cases    int           `json:"cases"`
	Cluster  int           `json:"cluster_cases,omitempty"`
	Doubtful int           `json:"county_doubt,omitempty"`
	Links    int           `json:"links,omitempty"`
	OffMap   bool          `json:"off_map,omitempty"`
	To       []mapFlowJSON `json:"to,omitempty"`
}

type mapFlowJSON struct {
	FIPS  string `json:"fips"`
	Links int    `json:"links"`
}

// runCountyMap draws counties on the map of the state: of a cluster, or of all cases.
func runCountyMap(ctx context.Context, a *app, o *mapOptions, format dot.Format, args []string) error {
	if format == dot.DOT {
		return usage("write -o counties.svg", "map: a county map is written as .svg, .png or .pdf")
	}
	measure, err := measureOf(o.shade)
	if err != nil {
		return err
	}
	f, err := o.filter.parse()
	if err != nil {
		return err
	}
	which := ""
	if len(args) > 0 && !exists(args[0]) {
		which, args = args[0], args[1:]
	}
	o.input.files = args
	s, err := a.load(ctx, &o.input, false)
	if err != nil {
		return err
	}
	defer s.close()
	origin, err := s.origin(ctx)
	if err != nil {
		return a.workspaceError(err)
	}
	m, err := s.countyMap(which, origin, f)
	if err != nil {
		return err
	}
	m.Measure = measure
	p, report := geo.Draw(m.Map)
	if err := a.writePicture(o.output, p, o.dpi, m.date); err != nil || o.output == "-" {
		return err
	}
	return a.sayCountyMap(o.output, m, report)
}

// exists reports whether an argument names a file or a folder, or asks for all cases.
func exists(arg string) bool {
	if arg == "-" {
		return true
	}
	_, err := os.Stat(filepath.Clean(arg))
	return err == nil
}

func measureOf(name string) (geo.Measure, error) {
	switch name {
	case "", "cases":
		return geo.ByCases, nil
	case "links":
		return geo.ByLinks, nil
	}
	return 0, usage(didYouMean(name, []string{"cases", "links"}), "map: --shade is cases or links")
}

// A countyMap is a map with what the command says of it.
type countyMap struct {
	geo.Map
	cases int       // that it shows
	date  time.Time // of the data
}

// countyMap returns the map of a cluster, or of all cases if none is named. Its subtitle says the origin of the data.
func (s *session) countyMap(which, origin string, f *filter) (countyMap, error) {
	keep := func(i int) bool { return !f.narrows() || f.keepsCase(s.net, s.net.Case(i).Name) }
	if which == "" {
		from, to := s.days()
		own := s.net.CountCounties(keep)
		m := countyMap{pages.CountyMap(own, nil), own.Cases, to.Time()}
		m.Caveat = caveat
		m.Title = "Cases by county"
		m.Subtitle = joinFacts([]string{plural(own.Cases, "case"), period(from, to), origin, filtered(f)})
		return m, nil
	}
	k, err := findCluster(s.net, which)
	if err != nil {
		return countyMap{}, err
	}
	inside := make(map[string]bool, len(k.Cases))
	for _, name := range k.Cases {
		inside[name] = true
	}
	own := s.net.CountCounties(func(i int) bool { return inside[s.net.Case(i).Name] && keep(i) })
	m := countyMap{pages.CountyMap(s.net.CountCounties(nil), &own), own.Cases, k.To.Time()}
	m.Caveat = caveat
	m.Title = fmt.Sprintf("Cluster %s by county: %s", newShortIDs(s.net.ClusterIDs()).of(k.ID), strings.ReplaceAll(countyList(k.Counties, 6), " · ", ", "))
	m.Subtitle = joinFacts([]string{plural(own.Cases, "case"), offenses(k.Offenses), period(k.From, k.To), "probability " + probability(k.Probability), origin, filtered(f)})
	return m, nil
}

func filtered(f *filter) string {
	if f.narrows() {
		return "filtered"
	}
	return ""
}

// sayCountyMap tells what the map shows, for who cannot see it.
func (a *app) sayCountyMap(file string, m countyMap, r geo.Report) error {
	cluster := len(m.Cluster) > 0
	counties := 0
	for _, row := range r.Rows {
		n := row.Cases
		if cluster {
			n = row.Cluster
		}
		if n > 0 {
			counties++
		}
	}
	if a.json {
		if err := a.out.record(countyMapJSON{"map", file, m.cases, counties}); err != nil {
			return err
		}
		for _, row := range r.Rows {
			rec := mapCountyJSON{"map_county", row.FIPS, row.County, row.Cases, row.Cluster, row.Doubtful, row.Links, !row.OnMap, nil}
			for _, f := range row.Flows {
				rec.To = append(rec.To, mapFlowJSON{f.To, f.Links})
			}
			if err := a.out.record(rec); err != nil {
				return err
			}
		}
		return nil
	}
	a.err.line("%s: %s in %s", text(file), plural(m.cases, "case"), plural(counties, "county"))
	for _, row := range r.Rows {
		n, of := row.Cases, ""
		if cluster {
			n, of = row.Cluster, " of "+thousands(row.Cases)
		}
		if n > 0 {
			a.err.line("  %s: %s%s%s", text(row.County), plural(n, "case"), of, rowFacts(row))
		}
	}
	if m.NoCounty > 0 {
		a.err.line("  without a county: %s", plural(m.NoCounty, "case"))
	}
	return nil
}

// rowFacts tells the rest of a row: doubt, and the links into the counties that it is joined with most.
func rowFacts(row geo.Row) string {
	var facts []string
	if row.Doubtful > 0 {
		facts = append(facts, fmt.Sprintf("%d in doubt", row.Doubtful))
	}
	const most = 4
	for i, f := range row.Flows {
		if i == most {
			facts = append(facts, plural(len(row.Flows)-most, "county")+" more")
			break
		}
		facts = append(facts, plural(f.Links, "link")+" with "+countyName(f.To))
	}
	if !row.OnMap {
		facts = append(facts, "not on the map")
	}
	if len(facts) == 0 {
		return ""
	}
	return "; " + strings.Join(facts, ", ")
}
