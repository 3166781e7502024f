package cli

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/pages"
)

type reportOptions struct {
	input  inputOptions
	output string
	county string
	date   string
}

func newReportCommand(a *app) *cobra.Command {
	var o reportOptions
	c := &cobra.Command{
		Use:   "report CLUSTER -o FILE | report --county COUNTY [-o FILE]",
		Short: "Write what there is to say about a cluster, or a county's lead sheet",
		Long: `report writes a cluster as a page to read, print and hand over: a summary, how sure
it is, maps, a timeline, every case, what they share and where it stands, what speaks
against it, what would split it and what to check next. The name of the output says the
format: .html, one file that needs no network, or .pdf, on letter paper. Files or
folders behind the cluster are read instead of the workspace.

With --county it writes the county's lead sheet: the clusters that it has a case in, the
one with the most that only other counties know first, with whom to talk to and what to
check; without an output as text.

The report has no clock: --date says which day stands on it.`,
		Example: `  tflink report C-50V96 examples/data/ -o report.html
  tflink report C-50V96 examples/data/ -o report.pdf --date 2024-12-02
  tflink report --county wyoming examples/data/`,
		RunE: func(c *cobra.Command, args []string) error { return runReport(c.Context(), a, &o, args) },
		ValidArgsFunction: func(c *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 || o.county != "" {
				return nil, cobra.ShellCompDirectiveDefault
			}
			return a.completeClusters(c.Context(), word), cobra.ShellCompDirectiveNoFileComp
		},
	}
	o.input.addFlags(c, "file-")
	o.input.addHubFlags(c)
	f := c.Flags()
	f.StringVarP(&o.output, "output", "o", "", "the `file` to write, .html or .pdf")
	f.StringVar(&o.county, "county", "", "write the lead sheet of this `county`")
	f.StringVar(&o.date, "date", "", "the `day` that stands on the report")
	completeFlag(c, "county", newYork()...)
	return c
}

type reportJSON struct {
	Type     string `json:"type"`
	File     string `json:"file"`
	Title    string `json:"title"`
	Sections int    `json:"sections"`
}

func runReport(ctx context.Context, a *app, o *reportOptions, args []string) error {
	write, err := pageWriter(o.output)
	if err != nil {
		return err
	}
	options := pages.Options{Program: "tflink " + version(), Caveat: caveat}
	if o.date != "" {
		v, err := normalize.Date(o.date)
		if err != nil {
			return usage("write it as 2024-12-02", "--date: not a date")
		}
		options.Date = v.From
	}
	county, err := o.ofCounty()
	if err != nil {
		return err
	}
	o.input.files = args
	if county == "" {
		if o.output == "" {
			return usage("write -o report.html", "report: where to? -o FILE is missing")
		}
		if len(args) == 0 {
			return usage("tflink clusters lists them", "report: which cluster?")
		}
		o.input.files = args[1:]
	}
	s, err := a.load(ctx, &o.input, true)
	if err != nil {
		return err
	}
	defer s.close()
	if options.Sources, err = s.sources(ctx); err != nil {
		return a.workspaceError(err)
	}
	options.Explain = func(a, b string) string {
		return "tflink explain " + shellQuote(a) + " " + shellQuote(b) + s.again()
	}
	var d *pages.Document
	if county == "" {
		d, err = clusterReport(ctx, s, args[0], options)
	} else {
		leads := pages.Leads(s.net, county)
		if a.json && o.output == "" {
			return a.leadRecords(leads)
		}
		d = pages.NewLeadSheet(s.net, county, leads, options, newShortIDs(s.net.ClusterIDs()).of)
	}
	if err != nil {
		return err
	}
	if o.output == "" {
		return pages.WriteText(a.out.w, d)
	}
	if err := writeFile(o.output, func(f *os.File) error { return write(f, d) }); err != nil {
		return err
	}
	if a.json {
		return a.out.record(reportJSON{"report", o.output, d.Title, len(d.Sections)})
	}
	a.err.line("%s: %s", text(o.output), text(d.Title))
	return nil
}

// ofCounty returns the FIPS code of the county that is asked for, "" if none is.
func (o *reportOptions) ofCounty() (string, error) {
	if o.county == "" {
		return "", nil
	}
	v, err := normalize.County(o.county, "NY")
	if err != nil || len(v.Codes) != 1 {
		return "", usage("write the state behind it, as in --county 'Erie, PA'", "--county: no one county is called %q", text(o.county))
	}
	return v.Codes[0], nil
}

type leadJSON struct {
	Type        string       `json:"type"`
	Cluster     string       `json:"cluster"`
	Probability float64      `json:"probability"`
	Own         []string     `json:"own"`
	Elsewhere   []string     `json:"elsewhere"`
	Joined      []sharedJSON `json:"joined_by"`
	Lacking     []sharedJSON `json:"lacking"`
}

// leadRecords prints one record for each lead, the one with the most to learn first.
func (a *app) leadRecords(leads []pages.Lead) error {
	for _, l := range leads {
		err := a.out.record(leadJSON{"lead", l.Cluster.ID, millionths(l.Cluster.Probability), notNil(l.Own), notNil(l.Others), sharedRecords(l.Bridges), sharedRecords(l.Unknown)})
		if err != nil {
			return err
		}
	}
	return nil
}

func clusterReport(ctx context.Context, s *session, prefix string, o pages.Options) (*pages.Document, error) {
	k, err := findCluster(s.net, prefix)
	if err != nil {
		return nil, err
	}
	o.Name = newShortIDs(s.net.ClusterIDs()).of(k.ID)
	return pages.NewReport(ctx, s.net, k, o)
}

// pageWriter returns what writes the format that a file's name asks for; "" is text.
func pageWriter(name string) (func(io.Writer, *pages.Document) error, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm":
		return pages.WriteHTML, nil
	case ".pdf":
		return pages.WritePDF, nil
	}
	if name == "" {
		return nil, nil
	}
	return nil, usage("", "no page format %q; known are html and pdf", text(strings.TrimPrefix(filepath.Ext(name), ".")))
}

// sources returns the files that the session's cases came from, with a hash of their content.
func (s *session) sources(ctx context.Context) ([]pages.Source, error) {
	var out []pages.Source
	if s.ws != nil {
		files, err := s.ws.Files(ctx)
		for _, f := range files {
			out = append(out, pages.Source{Name: f.Name, SHA256: f.SHA256})
		}
		return out, err
	}
	for _, r := range s.reports {
		sum, _, err := hashFile(r.File)
		if err != nil {
			return nil, fmt.Errorf("hashing a file: %w", err)
		}
		out = append(out, pages.Source{Name: r.File, SHA256: sum})
	}
	return out, nil
}

// shortHash is how many hexadecimal digits of a hash tell states of the data apart on a page.
const shortHash = 8

// origin says which data and parameters a picture was made from: "from 8 files (data 3fa91c02) · parameters 2026.3". Equal files, whatever their
// names and order, give the same hash: that of their hashes, sorted.
func (s *session) origin(ctx context.Context) (string, error) {
	sources, err := s.sources(ctx)
	if err != nil {
		return "", err
	}
	sums := make([]string, len(sources))
	for i, f := range sources {
		sums[i] = f.SHA256
	}
	slices.Sort(sums)
	data := fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(sums, "\n"))))[:shortHash]
	return "from " + plural(len(sources), "file") + " (data " + data + ") · parameters " + s.net.Parameters(), nil
}
