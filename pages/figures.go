package pages

import (
	"context"
)

// figures adds the sections that are pictures, and the data of the interactive page. It returns
// the maps, of which those after the first are still to be added.
func (f *finding) figures(ctx context.Context, d *Document, o Options) ([]clusterMap, error) {
	g, err := f.net.Graph(f.k)
	if err != nil {
		return nil, err
	}
	maps, err := f.maps(ctx, g, o)
	if err != nil {
		return nil, err
	}
	d.add("map", "Map", mapSection(maps)...)
	d.add("county-map", "Map of the counties", f.countyMap(o)...)
	d.add("timeline", "Timeline", f.timelineFigure(o))
	if l := f.weakest(); l != nil {
		d.add("waterfall", "The weakest link that it needs", waterfallFigure(l))
	}
	d.explorer, err = f.newExplorer(ctx, g, o)
	return maps, err
}
