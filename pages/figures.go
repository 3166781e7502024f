package pages

import (
	"context"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/internal/phrase"
)

// figures adds the sections that are pictures, and the data of the interactive page.
func (f *finding) figures(ctx context.Context, d *Document, o Options) error {
	g, err := f.net.Graph(f.k)
	if err != nil {
		return err
	}
	m, err := f.mapFigure(ctx, g, o)
	if err != nil {
		return err
	}
	d.add("map", "Map", m...)
	d.add("county-map", "Map of the counties", f.countyMap(o)...)
	d.add("timeline", "Timeline", f.timelineFigure(o))
	if l := f.weakest(); l != nil {
		d.add("waterfall", "The weakest link that it needs", waterfallFigure(l))
	}
	d.explorer, err = f.newExplorer(ctx, g, o)
	return err
}

// mapFigure draws the cases and what they share, and names what it had to collapse.
func (f *finding) mapFigure(ctx context.Context, g *graphs.Network, o Options) ([]Block, error) {
	atlas, err := dot.NewAtlas(ctx, g, dot.Options{Title: "Cluster " + o.name(f.k), Subtitle: f.subtitle(), Caveat: o.Caveat})
	if err != nil {
		return nil, err
	}
	picture, report, err := atlas.Picture(ctx, 0)
	if err != nil {
		return nil, err
	}
	blocks := []Block{&Figure{"map", "The cases, by county, and what they share. The tables below say the same in words.", picture}}
	if len(report.Collapsed) > 0 {
		t := Table{
			Caption: "Shapes of the map that stand for several things.",
			Columns: []Column{{"Shape", 3, false}, {"Stands for", 1, true}, {"Which", 8, false}},
		}
		for _, c := range report.Collapsed {
			t.Rows = append(t.Rows, Row{Cells: []string{c.Label, phrase.Thousands(len(c.Members)), memberNames(c.Members)}})
		}
		blocks = append(blocks, t)
	}
	return blocks, nil
}

// memberNames returns what a shape stands for, cases without the word before them.
func memberNames(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = strings.TrimPrefix(id, graphs.KindCase+":")
	}
	return strings.Join(names, ", ")
}
