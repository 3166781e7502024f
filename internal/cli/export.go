package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/export"
)

type exportOptions struct {
	input  inputOptions
	format string
	output string
}

func newExportCommand(a *app) *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export [CLUSTER] --format FORMAT -o FOLDER",
		Short: "Write the network for other programs",
		Long: `export writes the whole network, hubs included and marked, as FOLDER/network.FORMAT, or one
cluster as FOLDER/CLUSTER.FORMAT. Victims and minors are not in it. What people judged is an edge of
its own between the two cases. Files or folders behind the cluster, or after a dash in its place, are
read instead of the workspace.

  graphml   networkx, igraph, yEd      gexf      Gephi
  cyjs      Cytoscape                  anx       i2 Analyst's Notebook
  ftm       FollowTheMoney, Aleph      geojson   QGIS, ArcGIS: counties and the links between them
  xlsx      Excel, LibreOffice         csv, json everything else`,
		Example: `  tflink export --format graphml -o out
  tflink export C-50V96 --format anx -o out
  tflink export - examples/data/ --format xlsx -o out`,
		RunE: func(c *cobra.Command, args []string) error { return runExport(c.Context(), a, &o, args) },
	}
	o.input.addFlags(c, "file-")
	o.input.addHubFlags(c)
	c.Flags().StringVar(&o.format, "format", "", "one of "+strings.Join(export.Names(), ", "))
	c.Flags().StringVarP(&o.output, "output", "o", "", "the `folder` to write to; made if it is not there")
	completeFlag(c, "format", export.Names()...)
	return c
}

type exportJSON struct {
	Type  string `json:"type"`
	File  string `json:"file"`
	Cases int    `json:"cases"`
	Nodes int    `json:"nodes"`
	Edges int    `json:"edges"`
}

func runExport(ctx context.Context, a *app, o *exportOptions, args []string) error {
	if o.output == "" || o.format == "" {
		return usage("tflink export --format graphml -o out", "export: --format and -o FOLDER are needed")
	}
	format, err := export.ParseFormat(o.format)
	if err != nil {
		return usage(didYouMean(o.format, export.Names()), "%w", err)
	}
	which := "-"
	if len(args) > 0 {
		which, o.input.files = args[0], args[1:]
	}
	s, err := a.load(ctx, &o.input, false)
	if err != nil {
		return err
	}
	defer s.close()
	name := "network"
	var g *graphs.Network
	if which == "-" {
		g, err = s.net.WholeGraph()
	} else {
		k, findErr := findCluster(s.net, which)
		if findErr != nil {
			return findErr
		}
		name = k.ID
		g, err = s.net.Graph(k)
	}
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.output, 0o700); err != nil { // case data is for its owner
		return err
	}
	if which == "-" {
		which = ""
	}
	options, err := s.exportOptions(ctx, a, g, which, format)
	if err != nil {
		return err
	}
	file := filepath.Join(o.output, name+"."+string(format))
	err = writeFile(file, func(f *os.File) error { return export.Write(f, g, format, options) })
	if err != nil {
		return err
	}
	if a.json {
		return a.out.record(exportJSON{"export", file, g.Cases(), g.Len(), g.EdgeCount()})
	}
	a.err.line("%s: %s, %s, %s", text(file), plural(g.Cases(), "case"), plural(g.Len(), "node"), plural(g.EdgeCount(), "edge"))
	return nil
}
