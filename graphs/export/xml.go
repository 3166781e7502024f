package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// escape returns s for XML 1.0: markup escaped, characters that XML cannot
// hold replaced by U+FFFD.
func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // cannot happen: a strings.Builder takes everything
	}
	return b.String()
}

// An attribute is a property of nodes or edges that GraphML and GEXF declare
// before they use it.
type attribute struct {
	name, kind string
}

// Nodes have numbers for names in the file, because an ID may be no XML name; the
// ID is the attribute "key".
var (
	nodeAttributes = []attribute{
		{"key", "string"}, {"kind", "string"}, {"group", "string"}, {"group_label", "string"},
		{"detail", "string"}, {"cases", "int"}, {"hub", "boolean"},
	}
	edgeAttributes = []attribute{{"detail", "string"}}
)

func nodeValues(node graphs.Node) []string {
	return []string{
		node.ID, node.Kind, node.Group, node.GroupText(), node.Detail,
		strconv.Itoa(caseCount(node)), strconv.FormatBool(node.Hub),
	}
}

// caseCount is how many cases a node stands for; a county says how many it has.
func caseCount(node graphs.Node) int { return max(node.CaseCount(), node.Cases) }

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// writeGraphML writes GraphML 1.0 with attributes for label, colour, weight and place.
func writeGraphML(b *bufio.Writer, n *graphs.Network, o Options) {
	b.WriteString(xml.Header)
	b.WriteString(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	declare := func(id, element string, a attribute) {
		fmt.Fprintf(b, "<key id=%q for=%q attr.name=%q attr.type=%q/>\n", id, element, a.name, a.kind)
	}
	declare("g_title", "graph", attribute{"title", "string"})
	declare("g_date", "graph", attribute{"date", "string"})
	placed := []attribute{{"label", "string"}, {"color", "string"}}
	if o.Positions != nil {
		placed = append(placed, attribute{"x", "double"}, attribute{"y", "double"})
	}
	nodeKeys := append(placed, nodeAttributes...)
	edgeKeys := append([]attribute{{"weight", "double"}, {"label", "string"}}, edgeAttributes...)
	for _, a := range nodeKeys {
		declare("n_"+a.name, "node", a)
	}
	for _, a := range edgeKeys {
		declare("e_"+a.name, "edge", a)
	}
	data := func(prefix string, keys []attribute, values []string) {
		for i, v := range values {
			if v != "" {
				fmt.Fprintf(b, "<data key=\"%s%s\">%s</data>", prefix, keys[i].name, escape(v))
			}
		}
	}
	b.WriteString(`<graph id="tflink" edgedefault="undirected">` + "\n")
	data("g_", []attribute{{name: "title"}, {name: "date"}}, []string{o.Title, o.Date})
	byGroup := colors(n)
	for v := range int32(n.Len()) {
		node := n.At(v)
		values := []string{node.Text(), fmt.Sprintf("#%06x", colorOf(n, v, byGroup))}
		if o.Positions != nil {
			values = append(values, number(o.Positions[v].X), number(o.Positions[v].Y))
		}
		fmt.Fprintf(b, "<node id=\"n%d\">", v)
		data("n_", nodeKeys, append(values, nodeValues(node)...))
		b.WriteString("</node>\n")
	}
	for e := range int32(n.EdgeCount()) {
		edge := n.EdgeAt(e)
		fmt.Fprintf(b, "<edge id=\"e%d\" source=\"n%d\" target=\"n%d\">", e, edge.From, edge.To)
		data("e_", edgeKeys, []string{number(edge.Weight), edge.Label, edge.Detail})
		b.WriteString("</edge>\n")
	}
	b.WriteString("</graph>\n</graphml>\n")
}

// writeGEXF writes GEXF 1.3 with viz colours, sizes and positions. Gephi's y
// axis points up.
func writeGEXF(b *bufio.Writer, n *graphs.Network, o Options) {
	b.WriteString(xml.Header)
	b.WriteString(`<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">` + "\n<meta")
	if o.Date != "" {
		fmt.Fprintf(b, " lastmodifieddate=\"%s\"", escape(o.Date))
	}
	fmt.Fprintf(b, "><creator>tflink</creator><title>%s</title></meta>\n", escape(o.Title))
	b.WriteString(`<graph defaultedgetype="undirected" mode="static">` + "\n")
	declareGEXF(b, "node", nodeAttributes)
	declareGEXF(b, "edge", edgeAttributes)
	byGroup := colors(n)
	b.WriteString("<nodes>\n")
	for v := range int32(n.Len()) {
		node := n.At(v)
		fmt.Fprintf(b, "<node id=\"n%d\" label=\"%s\">", v, escape(node.Text()))
		valuesGEXF(b, nodeValues(node))
		c := colorOf(n, v, byGroup)
		fmt.Fprintf(b, `<viz:color r="%d" g="%d" b="%d"/><viz:size value="%d"/>`, c>>16, c>>8&255, c&255, sizeGEXF(node))
		if o.Positions != nil {
			fmt.Fprintf(b, `<viz:position x="%s" y="%s" z="0"/>`, number(o.Positions[v].X), number(-o.Positions[v].Y))
		}
		b.WriteString("</node>\n")
	}
	b.WriteString("</nodes>\n<edges>\n")
	for e := range int32(n.EdgeCount()) {
		edge := n.EdgeAt(e)
		fmt.Fprintf(b, "<edge id=\"e%d\" source=\"n%d\" target=\"n%d\" weight=\"%s\" label=\"%s\">",
			e, edge.From, edge.To, number(edge.Weight), escape(edge.Label))
		valuesGEXF(b, []string{edge.Detail})
		b.WriteString("</edge>\n")
	}
	b.WriteString("</edges>\n</graph>\n</gexf>\n")
}

// sizeGEXF draws cases larger than entities, counted ones larger still.
func sizeGEXF(node graphs.Node) int {
	const entity, one, most = 6, 10, 60
	if caseCount(node) == 0 {
		return entity
	}
	return min(one+caseCount(node)-1, most)
}

func declareGEXF(b *bufio.Writer, class string, attributes []attribute) {
	fmt.Fprintf(b, "<attributes class=%q mode=\"static\">\n", class)
	for i, a := range attributes {
		kind := a.kind
		if kind == "int" {
			kind = "integer"
		}
		fmt.Fprintf(b, "<attribute id=\"%d\" title=%q type=%q/>\n", i, a.name, kind)
	}
	b.WriteString("</attributes>\n")
}

func valuesGEXF(b *bufio.Writer, values []string) {
	b.WriteString("<attvalues>")
	for i, v := range values {
		if v != "" {
			fmt.Fprintf(b, "<attvalue for=\"%d\" value=\"%s\"/>", i, escape(v))
		}
	}
	b.WriteString("</attvalues>")
}
