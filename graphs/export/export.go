// Package export answers: here is a piece of network, how do my other tools open it?
//
// All writers stream, in the network's canonical order, and read no clock: the
// same network gives the same bytes. Texts of cases are hostile: what a
// format cannot hold is replaced by U+FFFD, and cells that a spreadsheet would take for
// a formula are made text.
package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/tflink/tflink/graphs"
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
)

// Formats returns the formats that hold a whole network in one file, in the
// order in which help lists them.
func Formats() []Format { return []Format{GraphML, GEXF, CSV, JSON} }

// ParseFormat returns the format of a name such as "graphml".
func ParseFormat(name string) (Format, error) {
	switch f := Format(strings.ToLower(name)); f {
	case GraphML, GEXF, JSON, CSV, NodesCSV, EdgesCSV:
		return f, nil
	}
	return "", fmt.Errorf("no export format %q; known are graphml, gexf, csv and json", name)
}

// Options say what stands in a file besides the network. The zero value works.
type Options struct {
	Title string // of the network
	Date  string // of the data, such as 2024-11-30; never the clock's
	// Positions are the places of the nodes, in the network's order; nil is
	// none. GraphML, GEXF and JSON hold them.
	Positions []Position
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
