package export

import (
	"io"

	"github.com/tflink/tflink/graphs/geo"
)

type (
	feature struct {
		Type       string         `json:"type"` // "Feature"
		ID         string         `json:"id"`
		Geometry   *geometry      `json:"geometry"`
		Properties map[string]any `json:"properties"`
	}
	geometry struct {
		Type        string `json:"type"`
		Coordinates any    `json:"coordinates"`
	}
)

// writeGeoJSON writes RFC 7946: each county as its shape, each flow as a line from the
// middle of one county to that of the other. A county that the map lacks has no geometry.
func writeGeoJSON(w io.Writer, o Options) error {
	j := &jsonWriter{w: w}
	j.text(`{"type":"FeatureCollection","features":[` + "\n")
	count := int32(0)
	put := func(f feature) {
		j.record(count, f)
		j.text("\n")
		count++
	}
	for _, c := range o.Counties {
		f := feature{"Feature", c.FIPS, nil, map[string]any{
			"kind": "county", "fips": c.FIPS, "name": c.FIPS, "cases": c.Cases, "county_doubt": c.Doubtful, "links": c.Links,
		}}
		if at, ok := geo.Find(c.FIPS); ok {
			f.Properties["name"], f.Properties["state"] = at.Name, at.Abbreviation
			f.Properties["middle"] = at.Middle()
			f.Geometry = &geometry{"MultiPolygon", at.Polygons()}
		}
		put(f)
	}
	for _, flow := range o.Flows {
		from, okFrom := geo.Find(flow.From)
		to, okTo := geo.Find(flow.To)
		f := feature{"Feature", flow.From + "-" + flow.To, nil, map[string]any{
			"kind": "flow", "from": flow.From, "to": flow.To, "links": flow.Links,
		}}
		if okFrom && okTo {
			f.Geometry = &geometry{"LineString", []geo.LonLat{from.Middle(), to.Middle()}}
		}
		put(f)
	}
	j.text("]}\n")
	return j.err
}
