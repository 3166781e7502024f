package dot

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// Render writes a map of a network: the first page of its [Atlas], or, as PDF, all of it. It fails if the options are not valid, if
// the context ends, or if w fails; then what was written is not a picture. The
// same network and options give the same bytes. A page takes about a second. It is safe for concurrent use.
func Render(ctx context.Context, w io.Writer, n *graphs.Network, f Format, o Options) error {
	if f == DOT {
		return Write(w, n, o)
	}
	a, err := NewAtlas(ctx, n, o)
	if err != nil {
		return err
	}
	if f == PDF {
		err = a.WritePDF(ctx, w)
	} else {
		err = a.Render(ctx, w, 0, f)
	}
	if o.Report != nil && err == nil {
		*o.Report = a.pages[0].report
	}
	return err
}

// Write writes a network in Graphviz's language, summarised like a map, with
// its colours, shapes and title. Every text of the network stands in quotes,
// never as HTML.
func Write(w io.Writer, n *graphs.Network, o Options) error {
	if err := o.Validate(); err != nil {
		return err
	}
	r := newRenderer(n, o, newEngine())
	c := r.newComposer(newSheet(n, r.plan(n, o.maxShapes()), nil), o.maxShapes(), edgesPerShape*o.maxShapes())
	if o.Report != nil {
		*o.Report = c.report
	}
	b := bufio.NewWriter(w)
	c.writeDOT(b)
	return b.Flush()
}

// writeDOT writes to a buffer, which remembers its first error.
func (c *composer) writeDOT(b *bufio.Writer) {
	label := c.o.title() + "\n" + c.subtitle()
	if caveat := draw.Clean(c.o.Caveat); caveat != "" {
		label = caveat + "\n" + label + "\n" + caveat
	}
	fmt.Fprintf(b, "graph tflink {\n\tlabel=%s; labelloc=t; overlap=false; splines=true;\n", quote(label))
	b.WriteString("\tnode [fontname=\"Helvetica\", fontsize=10, style=filled];\n\tedge [color=\"" + edgeTone.String() + "\"];\n")
	figures, _ := c.figures(newTypeface(largeType, false))
	for v := range figures {
		c.writeDOTNode(b, v, &figures[v])
	}
	lo, hi := c.weights()
	for e := range int32(c.n.EdgeCount()) {
		edge := c.n.EdgeAt(e)
		fmt.Fprintf(b, "\tn%d -- n%d [penwidth=%s", edge.From, edge.To, draw.Num(edgeWidth(edge.Weight, lo, hi)))
		if t := draw.Clean(edge.Label); t != "" {
			fmt.Fprintf(b, ", label=%s", quote(t))
		}
		fmt.Fprintf(b, ", tooltip=%s];\n", quote(c.edgeTitle(edge)))
	}
	b.WriteString("}\n")
}

func (c *composer) writeDOTNode(b *bufio.Writer, v int, f *figure) {
	var label draw.Text
	for i, l := range f.lines {
		if i > 0 {
			label += "\n"
		}
		label += l.text
	}
	line, fill := draw.Ink, draw.RGB(0xf4f4f4)
	if f.inked {
		line, fill = f.style.color, f.style.color.Tint(0.13)
	}
	fmt.Fprintf(b, "\tn%d [label=%s, tooltip=%s, shape=%s, color=\"%s\", fillcolor=\"%s\"", v,
		quote(label), quote(f.tooltip()), f.dotShape(), line, fill)
	if f.node.Hub {
		b.WriteString(", style=\"filled,dashed\"")
	}
	if n := f.node.CaseCount(); n > 1 {
		b.WriteString(", peripheries=2, cases=" + strconv.Itoa(n))
	}
	b.WriteString("];\n")
}

// dotShape returns the shape of Graphviz that comes nearest to the figure's.
func (f *figure) dotShape() string {
	if isAnchor(f.node) {
		return "box"
	}
	switch formOf(f.node.Kind) {
	case pill, oval:
		return "ellipse"
	case plate:
		return "box3d"
	case gable:
		return "house"
	case notched:
		return "note"
	}
	return "box"
}

// quote returns t as a quoted string of the DOT language that means t as a
// label: backslashes would otherwise be escapes, ampersands begin entities.
func quote(t draw.Text) string {
	return `"` + dotEscaper.Replace(string(t)) + `"`
}

var dotEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, `&`, `&amp;`, "\n", `\n`)
