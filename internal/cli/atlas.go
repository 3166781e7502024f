package cli

import (
	"context"
	"encoding/csv"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/graphs/export"
)

// atlasOptions say which pages of a map are written, and how.
type atlasOptions struct {
	paper       string
	orientation string
	split       string
	part        string
	pages       bool
	table       string
}

func (o *atlasOptions) register(c *cobra.Command) {
	papers := make([]string, len(draw.Papers))
	for i, p := range draw.Papers {
		papers[i] = p.Name
	}
	f := c.Flags()
	f.StringVar(&o.paper, "page", draw.Letter.Name, "the `paper`: "+strings.Join(papers, ", "))
	f.StringVar(&o.orientation, "orientation", "", "how pages `lie`: portrait or landscape; what suits the cluster if not given")
	f.StringVar(&o.split, "split", string(dot.ByCommunity), "what has a page of its own: community or county")
	f.StringVar(&o.part, "community", "", "draw only this community of a large cluster: its `number`, such as 3 or 3.2")
	f.BoolVar(&o.pages, "pages", false, "write all pages of a large cluster: map.svg, map-2.svg …")
	f.StringVar(&o.table, "table", "", "also write what the map shows as a table: a .csv, .html or .txt `file`; - is text to standard output")
	for name, values := range map[string][]string{
		"page": papers, "orientation": {string(dot.Portrait), string(dot.Landscape)}, "split": {string(dot.ByCommunity), string(dot.ByCounty)},
	} {
		_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
}

// apply puts the options into those of a map, and returns the format of the output.
func (o *atlasOptions) apply(output string, to *dot.Options) (dot.Format, error) {
	i := slices.IndexFunc(draw.Papers, func(p draw.Paper) bool { return p.Name == o.paper })
	if i < 0 {
		return "", usage("letter, tabloid or a4", "map: no paper is called %q", o.paper)
	}
	to.Paper, to.Orientation, to.Split = draw.Papers[i], dot.Orientation(o.orientation), dot.Split(o.split)
	if err := to.Validate(); err != nil {
		return "", usage("", "map: %w", err)
	}
	if o.table != "" && o.table != "-" && !slices.Contains([]string{".csv", ".html", ".txt"}, filepath.Ext(o.table)) {
		return "", usage("--table map.csv", "map: a table is .csv, .html or .txt, not %q", filepath.Ext(o.table))
	}
	format := dot.SVG
	if output != "-" && output != "" {
		var err error
		if format, err = dot.FormatOf(output); err != nil {
			return "", usage("", "%w", err)
		}
	}
	switch {
	case o.pages && (output == "-" || output == ""):
		return "", usage("-o map.svg --pages writes map.svg, map-2.svg …", "map: pages go to files, not to standard output")
	case o.pages && o.part != "":
		return "", usage("", "map: --pages writes all pages, --community one of them")
	case format == dot.DOT && (o.pages || o.part != "" || o.table != ""):
		return "", usage("-o map.svg", "map: a .dot file has the first page alone")
	}
	return format, nil
}

// writeDOT writes the first page in Graphviz's language.
func (a *app) writeDOT(name string, g *graphs.Network, o dot.Options) error {
	var report dot.Report
	o.Report = &report
	if err := writeFile(name, func(f *os.File) error { return dot.Write(f, g, o) }); err != nil {
		return err
	}
	return a.sayMap(name, g, dot.Sheet{Cases: g.Cases()}, 1, report)
}

// An atlasWriter writes pages and the table of a map.
type atlasWriter struct {
	app    *app
	atlas  *dot.Atlas
	g      *graphs.Network
	format dot.Format
	o      *mapOptions
}

func (w atlasWriter) write(ctx context.Context) error {
	if w.o.output != "" {
		if err := w.pages(ctx); err != nil {
			return err
		}
	}
	if w.o.atlas.table == "" {
		return nil
	}
	t := w.atlas.Table()
	if w.o.atlas.table == "-" {
		return writeTextTable(w.app.out, t)
	}
	return writeFile(w.o.atlas.table, func(f *os.File) error { return writeTable(f, filepath.Ext(w.o.atlas.table), t) })
}

func (w atlasWriter) pages(ctx context.Context) error {
	sheets := w.atlas.Sheets()
	first, last := 0, 0
	if w.o.atlas.part != "" {
		sheet, ok := w.atlas.Find(w.o.atlas.part)
		if !ok {
			return noPart(w.o.atlas.part, len(sheets))
		}
		first, last = sheet, sheet
	}
	if w.o.atlas.pages && w.format != dot.PDF {
		last = len(sheets) - 1
	}
	whole := w.format == dot.PDF && w.o.atlas.part == ""
	for i := first; i <= last; i++ {
		name := w.o.output
		if i > first {
			ext := filepath.Ext(name)
			name = strings.TrimSuffix(name, ext) + "-" + strconv.Itoa(i+1) + ext
		}
		render := func(out io.Writer) error {
			if whole {
				return w.atlas.WritePDF(ctx, out)
			}
			return w.atlas.Render(ctx, out, i, w.format)
		}
		if name == "-" {
			return render(w.app.out.w)
		}
		if err := writeFile(name, func(f *os.File) error { return render(f) }); err != nil {
			return err
		}
		report, err := w.atlas.Report(ctx, i)
		if err != nil {
			return err
		}
		pages := 1
		if whole {
			pages = len(sheets)
		}
		if err := w.sayUnprintable(ctx, i, pages); err != nil {
			return err
		}
		if err := w.app.sayMap(name, w.g, sheets[i], pages, report); err != nil {
			return err
		}
	}
	if !w.app.json && sheets[first].Overview && !whole && last == first {
		w.app.err.line("--community 1 opens one of them, --pages writes all %s", plural(len(sheets), "page"))
	}
	return nil
}

// sayUnprintable says that pages from the first on have texts which the format cannot show.
func (w atlasWriter) sayUnprintable(ctx context.Context, first, pages int) error {
	texts := 0
	for i := range pages {
		p, _, err := w.atlas.Picture(ctx, first+i)
		if err != nil {
			return err
		}
		texts += p.Unprintable()
	}
	w.app.sayUnprintable(w.format, texts)
	return nil
}

func noPart(part string, pages int) error {
	if pages == 1 {
		return usage("without --community all of it is drawn", "map: the cluster fits on one page and has no communities")
	}
	return usage("the overview shows their numbers: leave --community away", "map: no community has the number %q", part)
}

type mapJSON struct {
	Type      string `json:"type"`
	File      string `json:"file"`
	Cases     int    `json:"cases"`
	Shapes    int    `json:"shapes"`
	Edges     int    `json:"edges"`
	Pages     int    `json:"pages"`
	Community string `json:"community,omitempty"`
}

// sayMap says what a file shows, and what its shapes stand for.
func (a *app) sayMap(name string, g *graphs.Network, s dot.Sheet, pages int, r dot.Report) error {
	if a.json {
		return a.out.record(mapJSON{"map", name, s.Cases, r.Shapes, r.Edges, pages, s.Part})
	}
	what := plural(s.Cases, "case")
	if s.Cases == 0 {
		what = plural(g.Len(), "county")
	}
	if s.Name != "" {
		what = s.Name + ", " + what
	}
	if pages > 1 {
		what += " on " + plural(pages, "page")
	}
	if s.Cases > 0 {
		what += " as " + plural(r.Shapes, "shape")
	}
	a.err.line("%s: %s", text(name), text(what))
	if len(r.Stopped) > 0 {
		a.err.line("layouts that took too long were stopped: %s", text(strings.Join(r.Stopped, ", ")))
	}
	if r.Behind {
		a.err.line("some lines pass behind shapes: no way around them was found")
	}
	if r.Unlabelled > 0 {
		a.err.line("%s no room; --table names what they join", labelsHave(r.Unlabelled))
	}
	switch n := r.Several(); {
	case n > 0:
		a.err.line("%s for several things; --table names all of it:", standFor(n))
	case len(r.Collapsed) > 0:
		a.err.line("--table names what is not drawn by itself:")
	}
	for _, c := range r.Collapsed {
		if c.Part == "" {
			a.err.line("  %s: %s", text(c.Label), texts(g.Names(c.Members), ", "))
		}
	}
	return nil
}

func labelsHave(n int) string {
	if n == 1 {
		return "the label of 1 line has"
	}
	return "the labels of " + thousands(n) + " lines have"
}

func standFor(n int) string {
	if n == 1 {
		return "1 shape stands"
	}
	return thousands(n) + " shapes stand"
}

// tableHeads are the heads of the columns of a table.
var tableHeads = []string{"part", "kind", "name", "county", "detail", "shape on the overview", "joined with"}

// writeTable writes a table in the format of a file's extension.
func writeTable(w io.Writer, ext string, t dot.Table) error {
	switch ext {
	case ".csv":
		c := csv.NewWriter(w)
		_ = c.Write(tableHeads) // the writer remembers its first error
		for _, r := range t.Rows {
			cells := r.Cells()
			for i := range cells {
				cells[i] = export.Cell(cells[i])
			}
			_ = c.Write(cells)
		}
		c.Flush()
		return c.Error()
	case ".html":
		return tablePage.Execute(w, t)
	}
	return writeTextTable(newPrinter(w), t)
}

// tablePage is the table as a page; the template escapes what it is given.
var tablePage = template.Must(template.New("table").Funcs(template.FuncMap{"heads": func() []string { return tableHeads }}).Parse(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{.Title}}: table</title>
<style>body{font:14px sans-serif;margin:2em}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.2em .5em;text-align:left;vertical-align:top}</style>
</head>
<body>
<main>
<h1>{{.Title}}: table of what the map shows</h1>
<p><strong>{{.Caveat}}</strong></p>
<p>{{.Subtitle}}</p>
<table>
<thead><tr>{{range heads}}<th scope="col">{{.}}</th>{{end}}</tr></thead>
<tbody>
{{range .Rows}}<tr>{{range .Cells}}<td>{{.}}</td>{{end}}</tr>
{{end}}</tbody>
</table>
</main>
</body>
</html>
`))

// writeTextTable writes a table as lines that are read from top to bottom, for a terminal or a screen reader.
func writeTextTable(p *printer, t dot.Table) error {
	p.line("%s: table of what the map shows", text(t.Title))
	p.line("%s", text(t.Subtitle))
	p.line("%s", text(t.Caveat))
	part := ""
	for _, r := range t.Rows {
		if r.Kind == graphs.KindCase && r.Part != part {
			part = r.Part
			p.line("")
			p.line("%s", text(part))
		}
		facts := []string{}
		for _, f := range []string{r.County, r.Detail, prefixed("in ", r.Part, r.Kind != graphs.KindCase), prefixed("drawn in ", r.Shape, true)} {
			if f != "" {
				facts = append(facts, f)
			}
		}
		p.line("%s %s · %s", text(r.Kind), text(r.Name), text(strings.Join(facts, " · ")))
		p.line("    joined with %s", text(strings.Join(r.Joins, "; ")))
	}
	return p.flush()
}

func prefixed(prefix, s string, wanted bool) string {
	if s == "" || !wanted {
		return ""
	}
	return prefix + s
}
