package pages

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/internal/phrase"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// A clusterMap is one map of the cluster, with what it left for the words.
type clusterMap struct {
	dot.Sheet
	network *graphs.Network // the cluster's
	picture *draw.Picture
	report  dot.Report
}

// maps draws the cases and what they share: one map, or an overview and a map of each community.
func (f *finding) maps(ctx context.Context, g *graphs.Network, o Options) ([]clusterMap, error) {
	atlas, err := dot.NewAtlas(ctx, g, dot.Options{Title: "Cluster " + o.name(f.k), Subtitle: f.subtitle(), Caveat: o.Caveat})
	if err != nil {
		return nil, err
	}
	maps := make([]clusterMap, len(atlas.Sheets()))
	workers, ctx := errgroup.WithContext(ctx)
	workers.SetLimit(runtime.GOMAXPROCS(0))
	for i, s := range atlas.Sheets() {
		workers.Go(func() error {
			picture, report, err := atlas.Picture(ctx, i)
			maps[i] = clusterMap{s, g, picture, report}
			return err
		})
	}
	return maps, workers.Wait()
}

// mapSection has the first map.
func mapSection(maps []clusterMap) []Block {
	first := &maps[0]
	if len(maps) == 1 {
		return first.blocks("map", "The cases, by county, and what they share. The tables below say the same in words.")
	}
	return first.blocks("map", fmt.Sprintf("The communities of the cluster and what joins them. One page cannot show all its cases one by one: each community has a map under “%s”.", communityMaps))
}

// communityMaps heads the maps of the communities.
const communityMaps = "Maps of the communities"

// communities is the section of the maps after the first, with a part for each.
func (f *finding) communities(maps []clusterMap) Section {
	section := Section{ID: "maps", Title: communityMaps, Blocks: []Block{f.communityTable(maps)}}
	for i := range maps[1:] {
		m := &maps[1+i]
		name := capital(m.Name)
		caption := fmt.Sprintf("%s: %s and what they share. What is on other maps too says on which.", name, phrase.Plural(m.Cases, "case"))
		if m.Overview {
			caption = fmt.Sprintf("%s: %s in smaller communities, each with a map below.", name, phrase.Plural(m.Cases, "case"))
		}
		id := "map-" + strings.ReplaceAll(m.Part, ".", "-")
		section.Parts = append(section.Parts, Section{ID: id, Title: name, Blocks: m.blocks(id, caption)})
	}
	return section
}

// communityTable says which cases have a map of their own, in the order of the maps.
func (f *finding) communityTable(maps []clusterMap) Table {
	t := Table{
		Caption: "The communities that have a map of their own.",
		Columns: []Column{{"Community", 1, false}, {"Cases", 0.8, true}, {"Counties", 4, false}, {"Dates", 2.4, false}},
	}
	members := membersOf(maps)
	for _, m := range maps[1:] {
		var counties []string
		var period span
		for _, name := range members[m.Part] {
			c := &f.cases[f.at[name]]
			counties = append(counties, c.Counties...)
			period.add(c)
		}
		t.Rows = append(t.Rows, Row{Cells: []string{m.Part, phrase.Thousands(m.Cases), phrase.Counties(distinct(counties), 6), phrase.Period(period.from, period.to)}})
	}
	return t
}

// blocks returns a map, and names what it had to collapse.
func (m *clusterMap) blocks(name, caption string) []Block {
	blocks := []Block{&Figure{name, caption, m.picture}}
	if len(m.report.Collapsed) == 0 {
		return blocks
	}
	t := Table{
		Caption: "Shapes of the map that stand for several things.",
		Columns: []Column{{"Shape", 3, false}, {"Stands for", 1, true}, {"Which", 8, false}},
	}
	for _, c := range m.report.Collapsed {
		which := strings.Join(m.network.Names(c.Members), ", ")
		if c.Part != "" {
			which = m.mapped(c)
		}
		t.Rows = append(t.Rows, Row{Cells: []string{c.Label, phrase.Thousands(len(c.Members)), which}})
	}
	return append(blocks, t)
}

// mapped names the cases of a shape that has a map of its own; what they share stands there.
func (m *clusterMap) mapped(c dot.Collapsed) string {
	cases := caseNames(c.Members)
	which := strings.Join(cases, ", ")
	if values := len(c.Members) - len(cases); values > 0 {
		which += fmt.Sprintf("; and %s on the map of community %s", phrase.Plural(values, "value"), c.Part)
	}
	return which
}

// membersOf returns the cases of each community, by its number.
func membersOf(maps []clusterMap) map[string][]string {
	members := map[string][]string{}
	for i := range maps {
		for _, c := range maps[i].report.Collapsed {
			if c.Part != "" {
				members[c.Part] = append(members[c.Part], caseNames(c.Members)...)
			}
		}
	}
	return members
}

// mapOf returns the number of the smallest community that has a map and holds a case, by its name.
func mapOf(maps []clusterMap) map[string]string {
	members, of := membersOf(maps), map[string]string{}
	for _, m := range maps { // a community stands before those within it
		for _, name := range members[m.Part] {
			of[name] = m.Part
		}
	}
	return of
}

// A span is the days from the first to the last of some cases; 0 where none is known.
type span struct{ from, to normalize.Day }

func (s *span) add(c *linkage.CaseInfo) {
	if d := firstDay(c); d != 0 && (s.from == 0 || d < s.from) {
		s.from = d
	}
	s.to = max(s.to, c.From, c.To)
}

// caseNames returns the names of those of a graph's nodes that are cases.
func caseNames(ids []string) []string {
	var names []string
	for _, id := range ids {
		if name, is := strings.CutPrefix(id, graphs.KindCase+":"); is {
			names = append(names, name)
		}
	}
	return names
}
