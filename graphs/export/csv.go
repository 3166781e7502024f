package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tflink/tflink/graphs"
)

var (
	nodeColumns = []string{"id", "kind", "label", "group", "group_label", "detail", "cases", "hub"}
	edgeColumns = []string{"from", "to", "weight", "label", "detail"}
	// In the table of both, an edge's label and detail stand in the node's columns.
	bothColumns = []string{"type", "id", "kind", "label", "group", "group_label", "detail", "cases", "hub", "from", "to", "weight"}
)

// writeCSV writes RFC 4180 with a header line and LF line ends.
func writeCSV(w io.Writer, n *graphs.Network, f Format) error {
	c := csv.NewWriter(w)
	var err error
	write := func(cells ...string) {
		if err == nil {
			err = c.Write(cells)
		}
	}
	write(map[Format][]string{CSV: bothColumns, NodesCSV: nodeColumns, EdgesCSV: edgeColumns}[f]...)
	if f != EdgesCSV {
		for v := range int32(n.Len()) {
			cells := nodeCells(n.At(v))
			if f == CSV {
				cells = append(append([]string{"node"}, cells...), "", "", "")
			}
			write(cells...)
		}
	}
	if f != NodesCSV {
		for e := range int32(n.EdgeCount()) {
			edge := n.EdgeAt(e)
			from, to := Cell(n.At(edge.From).ID), Cell(n.At(edge.To).ID)
			weight, label, detail := number(edge.Weight), Cell(edge.Label), Cell(edge.Detail)
			if f == CSV {
				write("edge", "", "", label, "", "", detail, "", "", from, to, weight)
			} else {
				write(from, to, weight, label, detail)
			}
		}
	}
	c.Flush()
	if err == nil {
		err = c.Error()
	}
	return err
}

func nodeCells(n graphs.Node) []string {
	return []string{
		Cell(n.ID), Cell(n.Kind), Cell(n.Text()), Cell(n.Group), Cell(n.GroupText()), Cell(n.Detail),
		strconv.Itoa(caseCount(n)), strconv.FormatBool(n.Hub),
	}
}

// Cell returns a text for a cell of a table. Spreadsheets take a text that begins
// with one of these characters for a formula, also behind spaces and in full
// width; an apostrophe before it makes it text (OWASP: CSV injection). A text that
// begins with an apostrophe gets another one, so that taking one away from every cell that
// begins with one gives back all texts. Only NULs and broken UTF-8 do not come back: they are U+FFFD.
func Cell(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\x00", "\uFFFD")
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r") || strings.HasPrefix(s, "\n") || strings.HasPrefix(s, "'") {
		return "'" + s
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0\ufeff"))
	if strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}
