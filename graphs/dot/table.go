package dot

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
)

// A Table says in words what the maps of an [Atlas] show, for who cannot see them, and names all that they
// collapse or leave out. Texts are as they stand in the network.
type Table struct {
	Title, Subtitle, Caveat string
	Rows                    []TableRow // cases first, by part; then what they share
}

// A TableRow is a node of the network.
type TableRow struct {
	Part   string   // the smallest part that has a page and holds it, or the parts; "" if there is one page
	Kind   string   // "case", "phone" …
	Name   string   // what people read
	County string   // of a case
	Detail string   // one line more
	Shape  string   // what stands on the shape that it is in on the first page; "" if it stands for itself
	Joins  []string // names of its neighbours: what a case shares, the cases that share a value
}

// tableColumns are the heads of the columns.
var tableColumns = []string{"part", "kind", "name", "county", "detail", "shape", "joins"}

// Cells returns the row's texts in the order of its fields, the neighbours in one.
func (r TableRow) Cells() []string {
	return []string{r.Part, r.Kind, r.Name, r.County, r.Detail, r.Shape, strings.Join(r.Joins, "; ")}
}

// Table returns the table of the network. O(n + m).
func (a *Atlas) Table() Table {
	n := a.network
	t := Table{Title: string(a.renderer.o.title()), Subtitle: a.renderer.o.Subtitle, Caveat: a.renderer.o.Caveat}
	places := casePlaces(n, a.sheets[0].part)
	shapes := make(map[string]string)
	for _, c := range a.pages[0].report.Collapsed {
		for _, id := range c.Members {
			shapes[id] = c.Label
		}
	}
	order := numbered(n.Len())
	slices.SortStableFunc(order, func(v, w int32) int {
		x, y := isAnchor(n.At(v)), isAnchor(n.At(w))
		switch {
		case x != y && x:
			return -1
		case x != y:
			return 1
		case x && places != nil:
			return cmp.Compare(places[v].order, places[w].order)
		}
		return 0
	})
	for _, v := range order {
		t.Rows = append(t.Rows, tableRow(n, v, places, shapes))
	}
	return t
}

func tableRow(n *graphs.Network, v int32, places []place, shapes map[string]string) TableRow {
	node := n.At(v)
	row := TableRow{Kind: node.Kind, Name: node.Text(), County: node.GroupText(), Detail: node.Detail, Shape: shapes[node.ID]}
	if node.Hub {
		row.Detail = strings.TrimPrefix(row.Detail+", common", ", ")
	}
	var in []place
	incident := n.Incident(v)
	for i, w := range n.Adjacent(v) {
		joined := n.At(w).Text()
		if label := n.EdgeAt(incident[i]).Label; label != "" {
			joined += " (" + label + ")"
		}
		row.Joins = append(row.Joins, joined)
		if places != nil && isAnchor(n.At(w)) {
			in = append(in, places[w])
		}
	}
	if places != nil && isAnchor(node) {
		in = []place{places[v]}
	}
	slices.SortFunc(in, func(a, b place) int { return cmp.Compare(a.order, b.order) })
	var names []string
	for _, p := range slices.Compact(in) {
		names = append(names, p.name)
	}
	row.Part = strings.Join(names, ", ")
	return row
}

// Sizes of a printed table, in points.
const (
	tableType = 7.0
	tableLine = tableType * draw.LinePitch
	columnGap = 6.0
)

// tableShares are how the width of a page is shared by the columns.
var tableShares = []float64{0.11, 0.08, 0.17, 0.1, 0.14, 0.16, 0.24}

// pictures returns the table as pages.
func (t Table) pictures(o Options) []*draw.Picture {
	long, short := o.Paper.Inside()
	size := draw.Size{W: short, H: long}
	if o.Orientation.wide(false) {
		size = draw.Size{W: long, H: short}
	}
	var pages []*draw.Picture
	var body draw.Area
	y := 0.0
	line := func(cells []draw.Text, face *draw.Face) {
		x := body.X
		var b draw.Block
		for i, c := range cells {
			if c != "" {
				b.Lines = append(b.Lines, draw.TextLine{Text: c, X: x, Y: y + tableType, Size: tableType, Face: face, Color: draw.Ink})
			}
			x += tableShares[i] * body.W
		}
		page := pages[len(pages)-1]
		if len(b.Lines) > 0 {
			page.Groups = append(page.Groups, draw.Group{Class: "row", Items: []draw.Item{b}})
		}
		y += tableLine
	}
	turn := func() {
		f := draw.Frame{
			Title: draw.Clean(t.Title + ": table of what the map shows"), Subtitle: draw.Clean(t.Subtitle),
			Caveat: draw.Clean(t.Caveat), Legend: draw.NewLegend(size.W),
		}
		page, inside := f.On(size)
		pages, body, y = append(pages, page), inside, inside.Y
		head := make([]draw.Text, len(tableColumns))
		for i, c := range tableColumns {
			head[i] = draw.Text(c)
		}
		line(head, draw.Bold)
	}
	turn()
	for _, r := range t.Rows {
		for _, cells := range r.lines(body.W) {
			if y+tableLine > body.Y+body.H {
				turn()
			}
			line(cells, draw.Regular)
		}
	}
	return pages
}

// lines returns the lines of a row on a page of a width, nothing cut off.
func (r TableRow) lines(width float64) [][]draw.Text {
	var lines [][]draw.Text
	for i, c := range r.Cells() {
		for k, t := range wrapWhole(c, tableShares[i]*width-columnGap) {
			if k == len(lines) {
				lines = append(lines, make([]draw.Text, len(tableColumns)))
			}
			lines[k][i] = t
		}
	}
	return lines
}

// wrapWhole breaks a text of any length at spaces, and words that are too long within.
func wrapWhole(s string, limit float64) []draw.Text {
	var lines []draw.Text
	var line strings.Builder
	used := 0.0
	end := func() {
		if line.Len() > 0 {
			lines = append(lines, draw.Text(line.String()))
			line.Reset()
			used = 0
		}
	}
	space := draw.Regular.Width(" ", tableType)
	for word := range strings.FieldsSeq(s) {
		whole := draw.CleanAll(word)
		if w := draw.Regular.Width(whole, tableType); used > 0 && used+space+w > limit {
			end()
		} else if used > 0 {
			line.WriteByte(' ')
			used += space
		}
		for _, r := range string(whole) {
			w := draw.Regular.Width(draw.Text(string(r)), tableType)
			if used+w > limit {
				end()
			}
			line.WriteRune(r)
			used += w
		}
	}
	end()
	return lines
}
