// Package export answers: here is a piece of network, how do my other tools open it?
//
// All writers but XLSX stream, and XLSX keeps a part of a sheet in memory; in the network's canonical order, and read no clock: the
// same network gives the same bytes. Texts of cases are hostile: what a
// format cannot hold is replaced by U+FFFD, and cells that a spreadsheet would take for
// a formula are made text.
package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/geo"
)

// A Format is a way to write a network.
type Format string

// The formats.
const (
	GraphML  Format = "graphml"   // networkx, igraph, yEd, Gephi
	GEXF     Format = "gexf"      // Gephi, with colours and positions
	JSON     Format = "json"      // one object on one line, with lists of nodes and edges
	CSV      Format = "csv"       // one table of nodes and edges, told apart by its first column
	NodesCSV Format = "nodes.csv" // a table of nodes …
	EdgesCSV Format = "edges.csv" // … and one of edges, by the IDs of the nodes
	Cyjs     Format = "cyjs"      // Cytoscape
	ANX      Format = "anx"       // i2 Analyst's Notebook
	FtM      Format = "ftm.jsonl" // FollowTheMoney: an entity or a link a line
	GeoJSON  Format = "geojson"   // the counties, and the links between them
	XLSX     Format = "xlsx"      // a workbook of cases, entities, evidence, links and clusters
)

// Formats returns the formats that hold a whole network in one file, in the
// order in which help lists them.
func Formats() []Format { return []Format{GraphML, GEXF, Cyjs, ANX, FtM, GeoJSON, XLSX, CSV, JSON} }

// Names returns the names of [Formats].
func Names() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, strings.TrimSuffix(string(f), ".jsonl"))
	}
	return names
}

// ParseFormat returns the format of a name such as "graphml".
func ParseFormat(name string) (Format, error) {
	f := Format(strings.ToLower(name))
	if f == "ftm" {
		return FtM, nil
	}
	if f == NodesCSV || f == EdgesCSV || slices.Contains(Formats(), f) {
		return f, nil
	}
	return "", fmt.Errorf("no export format %q; known are %s", name, strings.Join(Names(), ", "))
}

// Options say what stands in a file besides the network. The zero value works.
type Options struct {
	Title string // of the network
	Date  string // of the data, such as 2024-11-30; never the clock's
	// Positions are the places of the nodes, in the network's order; nil is
	// none. GraphML, GEXF, Cyjs, ANX and JSON hold them.
	Positions []Position
	// Facts, if not nil, returns what else is known of a case, by its node. Cyjs, ANX, FtM and XLSX hold it.
	Facts func(v int32) Facts
	// Links, if not nil, yields the links between cases, for XLSX.
	Links iter.Seq[Link]
	// Clusters are those of the network, for XLSX.
	Clusters []Cluster
	// Counties and Flows are what GeoJSON holds.
	Counties []geo.Count
	Flows    []geo.Flow
	// Cut, if not nil, is told how many texts were cut because a cell of a workbook holds no more.
	Cut func(texts int)
}

// Facts is what is known of a case besides what it shares. Days are such as 2024-11-30, "" if unknown.
type Facts struct {
	Agency   string
	Counties []string // names
	Doubt    string   // what is uncertain in them
	From, To string
	Offense  string
	Status   string
	Cluster  string
	Source   string // where it stands
}

// A Link is two linked cases, by the ids of their nodes.
type Link struct {
	A, B        string
	Probability float64
	Through     string // the shared value that weighs most
	Judgement   string // what a person decided, who and why; "" if nobody did
}

// A Cluster is a cluster in short.
type Cluster struct {
	ID          string
	Cases       int
	Counties    []string // names
	Probability float64
	From, To    string
}

func (o *Options) facts(v int32) Facts {
	if o.Facts == nil {
		return Facts{}
	}
	return o.Facts(v)
}

// A Position is the place of a node in a picture, in points, y down.
type Position struct{ X, Y float64 }

// Write writes a network. It fails if w fails, or if there are positions but not for every node.
func Write(w io.Writer, n *graphs.Network, f Format, o Options) error {
	if o.Positions != nil && len(o.Positions) != n.Len() {
		return fmt.Errorf("export: %d positions for %d nodes", len(o.Positions), n.Len())
	}
	b := bufio.NewWriter(w)
	var err error
	switch f {
	case GraphML:
		writeGraphML(b, n, o)
	case GEXF:
		writeGEXF(b, n, o)
	case JSON:
		err = writeJSON(b, n, o)
	case CSV, NodesCSV, EdgesCSV:
		err = writeCSV(b, n, f)
	case Cyjs:
		err = writeCyjs(b, n, o)
	case ANX:
		writeANX(b, n, o)
	case FtM:
		err = writeFtM(b, n, o)
	case GeoJSON:
		err = writeGeoJSON(b, o)
	case XLSX:
		err = writeXLSX(b, n, o)
	default:
		err = fmt.Errorf("export: no format %q", f)
	}
	return errors.Join(err, b.Flush())
}

// colors returns the colour of each group, by [graphs.Palette].
func colors(n *graphs.Network) map[string]uint32 {
	byGroup := make(map[string]uint32)
	for i, g := range n.Groups(nil) {
		byGroup[g.Group] = graphs.Palette[i%len(graphs.Palette)]
	}
	return byGroup
}

// entityColor is that of nodes without a group.
const entityColor = 0x999999

func colorOf(n *graphs.Network, v int32, byGroup map[string]uint32) uint32 {
	if group, _, ok := n.GroupOf(v); ok {
		return byGroup[group]
	}
	return entityColor
}
