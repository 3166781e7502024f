package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
)

// caveat stands on every picture.
const caveat = "Law enforcement sensitive. Investigative leads, not proof. Victims and minors are left out."

type mapOptions struct {
	input    inputOptions
	filter   filterOptions
	output   string
	overview bool
	geo      bool
	shade    string
	timeline bool
	dpi      int
	atlas    atlasOptions
}

func newMapCommand(a *app) *cobra.Command {
	var o mapOptions
	c := &cobra.Command{
		Use:   "map [CLUSTER] -o FILE",
		Short: "Draw a cluster, or all counties, as a picture",
		Long: `map draws a cluster: its cases, coloured by county, and what they share. The name of the
output says the format: .svg, .png, .pdf or .dot. Of a cluster that is too large for a
page it draws an overview: its communities as counted, numbered shapes, and what joins
them. --community 3 draws one of them, --pages all, as map-2.svg and so on; a PDF has
all pages, and a table. --split county has a page for each county instead. --table writes
the same in words, and names all that a page has no room for. With --overview map draws
the counties and how many clusters each two of them share; with --geo the map of the
state, with the cluster's counties, or those of all cases, and the links between them.
Files or folders behind the cluster are read instead of the workspace.

The filters narrow down what is drawn: of a cluster its cases, the kinds of what
they share, and how probable a link through it is; with --overview the clusters that
count. What they leave out is said.`,
		Example: `  tflink map C-50V96 -o map.svg
  tflink map C-50V96 --page a4 -o map.pdf
  tflink map C-50V96 --table -
  tflink map C-50V96 --timeline -o timeline.svg
  tflink map --overview -o counties.svg examples/data/
  tflink map --geo C-50V96 -o state.svg
  tflink map --geo -o state.svg examples/data/`,
		RunE: func(c *cobra.Command, args []string) error { return runMap(c.Context(), a, &o, args) },
		ValidArgsFunction: func(c *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return a.completeClusters(c.Context(), word), cobra.ShellCompDirectiveNoFileComp
		},
	}
	o.input.addFlags(c, "file-")
	o.input.addHubFlags(c)
	o.filter.register(c)
	c.Flags().StringVarP(&o.output, "output", "o", "", "the `file` to write; - writes SVG to standard output")
	c.Flags().BoolVar(&o.timeline, "timeline", false, "draw the cluster's cases and sightings over time by county")
	c.Flags().BoolVar(&o.overview, "overview", false, "draw counties and the clusters that they share")
	c.Flags().BoolVar(&o.geo, "geo", false, "draw the counties of a cluster, or of all cases, on the map of the state")
	c.Flags().StringVar(&o.shade, "shade", "cases", "with --geo: shade all counties by their `measure`, cases or links with other counties")
	completeFlag(c, "shade", "cases", "links")
	c.Flags().IntVar(&o.dpi, "dpi", dot.DefaultDPI, "resolution of a PNG in `dots` per inch")
	o.atlas.register(c)
	return c
}

func runMap(ctx context.Context, a *app, o *mapOptions, args []string) error {
	if o.output == "" && (o.atlas.table == "" || o.geo || o.timeline) {
		return usage("write -o map.svg", "map: where to? -o FILE is missing")
	}
	if o.timeline {
		return runTimeline(ctx, a, o, args)
	}
	options := dot.Options{Caveat: caveat, DPI: o.dpi}
	format, err := o.atlas.apply(o.output, &options)
	if err != nil {
		return err
	}
	if o.geo {
		return runCountyMap(ctx, a, o, format, args)
	}
	if !o.overview && len(args) == 0 {
		return usage("tflink clusters lists them", "map: which cluster?")
	}
	o.input.files = args
	if !o.overview {
		o.input.files = args[1:]
	}
	f, err := o.filter.parse()
	if err != nil {
		return err
	}
	s, err := a.load(ctx, &o.input, false)
	if err != nil {
		return err
	}
	defer s.close()
	var g *graphs.Network
	if o.overview {
		g, err = s.overview(ctx, a, f, &options)
	} else {
		g, err = s.clusterMap(ctx, a, args[0], f, &options)
	}
	if err != nil {
		return err
	}
	if format == dot.DOT {
		return a.writeDOT(o.output, g, options)
	}
	atlas, err := dot.NewAtlas(ctx, g, options)
	if err != nil {
		return err
	}
	w := atlasWriter{a, atlas, g, format, o}
	return w.write(ctx)
}

// clusterMap returns a cluster as a graph and puts what it is into the options.
func (s *session) clusterMap(ctx context.Context, a *app, prefix string, f *filter, o *dot.Options) (*graphs.Network, error) {
	k, err := findCluster(s.net, prefix)
	if err != nil {
		return nil, err
	}
	o.Title = fmt.Sprintf("Cluster %s: %s", newShortIDs(s.net.ClusterIDs()).of(k.ID), strings.ReplaceAll(countyList(k.Counties, 6), " · ", ", "))
	origin, err := s.origin(ctx)
	if err != nil {
		return nil, a.workspaceError(err)
	}
	when, sure := period(k.From, k.To), "probability "+probability(k.Probability)
	o.Subtitle = joinFacts([]string{offenses(k.Offenses), when, sure, origin})
	o.Date = k.To.Time()
	g, err := s.net.Graph(k)
	if err != nil || !f.narrows() {
		return g, err
	}
	small, err := f.narrow(s.net, g)
	if err == nil {
		o.Subtitle = joinFacts([]string{plural(small.Cases(), "case") + " of " + thousands(g.Cases()), when, sure, origin, "filtered"})
		a.err.line("left out by the filters: %s, %s", plural(g.Cases()-small.Cases(), "case"), plural(entityCount(g)-entityCount(small), "shared value"))
	}
	return small, err
}

func entityCount(g *graphs.Network) int { return g.Len() - g.Cases() }

// overview returns the counties as a graph and puts what it is into the options.
func (s *session) overview(ctx context.Context, a *app, f *filter, o *dot.Options) (*graphs.Network, error) {
	origin, err := s.origin(ctx)
	if err != nil {
		return nil, a.workspaceError(err)
	}
	from, to := s.days()
	o.Title = "Counties and the clusters that they share"
	clusters, left := f.apply(s.net.Clusters(max(f.span, 2)))
	a.sayLeftOut(a.err, left, 0)
	o.Subtitle = joinFacts([]string{plural(s.net.NumCases(), "case"), plural(len(clusters), "cluster") + " across counties", period(from, to), origin})
	o.Date = to.Time()
	return s.net.Overview(clusters)
}

func joinFacts(facts []string) string {
	kept := facts[:0]
	for _, f := range facts {
		if f != "" {
			kept = append(kept, f)
		}
	}
	return strings.Join(kept, " · ")
}

// writeFile writes a file whole or not at all.
func writeFile(name string, write func(*os.File) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".tflink-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // after the rename there is none
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
