package geo

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs/draw"
)

// A Map is what is drawn. Its texts may hold anything.
type Map struct {
	Title    string // what is shown; "" is "Counties"
	Subtitle string // from which data, when, how sure
	Caveat   string // handling caveat, at the top and the bottom; "" is none
	// Counties shade the map, each county once, in any order.
	Counties []Count
	Measure  Measure
	// Cluster is the counties of a cluster with its own cases, which are drawn over
	// the shades; their order gives them their colours and markers. None is a map
	// of all cases.
	Cluster []Count
	// Flows join counties of the cluster; or of all, if there is no cluster.
	Flows []Flow
	// NoCounty is how many of the cases that are shown have no county.
	NoCounty int
}

// A Count is a county and what is in it.
type Count struct {
	FIPS     string // five digits; a code that the map lacks is named beside it
	Cases    int
	Doubtful int // of the cases, those of which it is in doubt that they belong to the county
	Links    int // links of its cases with cases of other counties
}

// A Flow is the links between the cases of two counties.
type Flow struct {
	From, To string // FIPS codes
	Links    int
}

// A Measure is what the shades of a map tell.
type Measure uint8

// The measures.
const (
	ByCases Measure = iota // how many cases a county has
	ByLinks                // how many links it has with other counties
)

// String returns what is counted.
func (m Measure) String() string {
	if m == ByLinks {
		return "links with other counties"
	}
	return "cases"
}

func (m Measure) of(c Count) int {
	if m == ByLinks {
		return c.Links
	}
	return c.Cases
}

// A Report says what a map shows, besides its pixels.
type Report struct {
	// Rows is the map as a table: the counties with cases, those of the
	// cluster first, then those of the most cases.
	Rows []Row
	// Numbered are the counties that have a number and stand by name beside the map, and Unnamed
	// those with cases whose name had no room at all.
	Numbered, Unnamed []string
}

// A Row is a county of the table that tells what a map shows.
type Row struct {
	FIPS     string
	County   string // with its state; the code where the map lacks it
	Cases    int    // of all
	Cluster  int    // of the cluster
	Doubtful int    // of the cluster, or of all if there is no cluster
	Links    int
	Flows    []Flow // From is this county
	OnMap    bool   // false: the map has no county of this code
}

// Write writes a map as SVG. It fails if w fails. The same map gives the same
// bytes. A state takes about 50 ms.
func Write(w io.Writer, m Map) error {
	p, _ := Draw(m)
	return draw.WriteSVG(w, p)
}

// Draw returns a map as a picture that package draw writes as SVG, PNG or PDF, and
// what it shows.
func Draw(m Map) (*draw.Picture, Report) {
	c := newComposer(m)
	return c.compose(), c.report
}

// table returns the map as a table.
func (m Map) table() []Row {
	byCode := make(map[string]*Row)
	var codes []string
	at := func(fips string) *Row {
		if byCode[fips] == nil {
			row := &Row{FIPS: fips, County: fips}
			if c := theAtlas().find(fips); c != nil {
				row.County, row.OnMap = c.label(), true
			}
			byCode[fips] = row
			codes = append(codes, fips)
		}
		return byCode[fips]
	}
	for _, c := range m.Counties {
		row := at(c.FIPS)
		row.Cases, row.Links = c.Cases, c.Links
		if len(m.Cluster) == 0 {
			row.Doubtful = c.Doubtful
		}
	}
	for _, c := range m.Cluster {
		row := at(c.FIPS)
		row.Cluster, row.Doubtful = c.Cases, c.Doubtful
	}
	for _, f := range m.Flows {
		for _, f := range []Flow{f, {f.To, f.From, f.Links}} {
			row := at(f.From)
			row.Flows = append(row.Flows, f)
		}
	}
	rows := make([]Row, len(codes))
	for i, code := range codes {
		rows[i] = *byCode[code]
		slices.SortFunc(rows[i].Flows, func(a, b Flow) int { return cmp.Or(-cmp.Compare(a.Links, b.Links), strings.Compare(a.To, b.To)) })
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(-cmp.Compare(a.Cluster, b.Cluster), -cmp.Compare(a.Cases, b.Cases), strings.Compare(a.FIPS, b.FIPS))
	})
	return rows
}

// label returns the county's name and state, such as "Wyoming, NY".
func (c *County) label() string { return c.Name + ", " + c.Abbreviation }
