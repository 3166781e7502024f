package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage"
)

type clustersOptions struct {
	input       inputOptions
	filter      filterOptions
	assignments bool
	limit       int
	since       string
}

func newClustersCommand(a *app) *cobra.Command {
	var o clustersOptions
	c := &cobra.Command{
		Use:   "clusters [FILE|FOLDER]...",
		Short: "Find the clusters of cases that span counties",
		Long: `clusters links the cases of the given files, or of the workspace where none are
given, and prints the clusters that span two or more counties: those that span
most counties first, then the surest. With files it uses no workspace and leaves
nothing behind.

With --since it prints what became of the clusters since an import, a number that
tflink imports shows or LAST, or since a date: which are new, grew, merged, split, shrank,
changed their id or vanished. An import's number means: from that import on.

The number behind a cluster's id is the probability that two of its cases, drawn at
random, belong together. "hangs on" names the one fact, or where no single one
splits it the two, whose falsity costs the cluster most.`,
		Example: `  tflink clusters examples/data/
  tflink clusters --span 1 --min-probability 0.9 examples/data/
  tflink clusters --county wyoming --offense labor
  tflink clusters --since LAST
  tflink clusters examples/data/ --json | head -1`,
		RunE: func(c *cobra.Command, args []string) error {
			o.input.files = args
			return runClusters(c.Context(), a, &o)
		},
	}
	o.input.addFlags(c, "file-")
	o.input.addHubFlags(c)
	o.filter.register(c)
	c.Flags().BoolVar(&o.assignments, "assignments", false, "print one line a case that says which cluster it is in")
	c.Flags().StringVar(&o.since, "since", "", "print what changed since an `import` (LAST or a number) or a date")
	c.Flags().IntVar(&o.limit, "limit", 0, "print at most `N` clusters; 0 prints all")
	return c
}

func runClusters(ctx context.Context, a *app, o *clustersOptions) error {
	f, err := o.filter.parse()
	if err != nil {
		return err
	}
	if o.since != "" {
		return runSince(ctx, a, o, f)
	}
	s, err := a.load(ctx, &o.input, false)
	if err != nil {
		return err
	}
	defer s.close()
	defer a.keep(ctx, s)
	if o.assignments {
		return printAssignments(a, s.net, f)
	}
	clusters := s.net.Clusters(f.span)
	kept, left := f.apply(clusters)
	shown := kept
	if o.limit > 0 && len(shown) > o.limit {
		shown = shown[:o.limit]
	}
	if a.json {
		for i := range shown {
			if err := a.out.record(clusterRecord(&shown[i])); err != nil {
				return err
			}
		}
		a.sayLeftOut(a.err, left, len(kept)-len(shown))
		return nil
	}
	s.header(a.out)
	a.out.line("")
	short := newShortIDs(s.net.ClusterIDs())
	for i := range shown {
		printCluster(a.out, s.net, &shown[i], short)
	}
	a.sayLeftOut(a.out, left, len(kept)-len(shown))
	s.sayInside(a.out, f.span)
	if len(shown) == 0 {
		a.out.line("no clusters: tflink explain A B says what two cases share, tflink status what could not be read")
		return nil
	}
	id := short.of(shown[0].ID)
	a.out.line("next: tflink show %s%s · tflink map %s%s -o map.svg", id, s.again(), id, s.again())
	return nil
}

// sayInside says how many clusters the span leaves out, those whose counties
// are not known apart from those that span too few.
func (s *session) sayInside(p *printer, span int) {
	if span <= 1 {
		return // all are shown
	}
	spanned := map[string][]string{} // counties by cluster
	for i := range s.net.NumCases() {
		if c := s.net.Case(i); s.net.InCluster(i) {
			spanned[c.Cluster] = append(spanned[c.Cluster], c.Counties...)
		}
	}
	few, nowhere := 0, 0
	for _, codes := range spanned {
		slices.Sort(codes)
		switch n := len(slices.Compact(codes)); {
		case n >= span:
		case n == 0:
			nowhere++
		default:
			few++
		}
	}
	if few > 0 {
		within := "one county"
		if span > 2 {
			within = fmt.Sprintf("fewer than %d counties", span)
		}
		p.line("%s not shown: they lie within %s (--span 1)", plural(few, "cluster"), within)
	}
	if nowhere > 0 {
		p.line("%s not shown: their counties are not known; tflink import --county, or --file-county with files, says one", plural(nowhere, "cluster"))
	}
}

// printAssignments prints which cluster each case is in, by case. Only clusters
// of the span count: with a span of two a case of a cluster inside one county stands alone.
func printAssignments(a *app, net *linkage.Network, f *filter) error {
	if f.narrows() {
		return usage("leave out the filters, or --assignments", "--assignments lists every case and takes no filter but --span")
	}
	var failed error
	net.EachAssignment(f.span, func(name, cluster string) bool {
		failed = a.assignment(name, cluster)
		return failed == nil
	})
	return failed
}

// printCluster prints one cluster for people.
func printCluster(p *printer, net *linkage.Network, k *linkage.Cluster, short *shortIDs) {
	id := short.of(k.ID)
	facts := []string{
		p.bold(id), probability(k.Probability), countyList(k.Counties, 4), plural(len(k.Cases), "case"), offenses(k.Offenses),
	}
	if dates := period(k.From, k.To); dates != "" {
		facts = append(facts, dates)
	}
	p.line("%s", strings.Join(facts, "   "))
	indent := strings.Repeat(" ", len(id)+3)
	const few = 4
	var shared []string
	for _, s := range k.Shared[:min(few, len(k.Shared))] {
		shared = append(shared, fmt.Sprintf("%s in %d", entityName(s.Entity), s.Cases))
	}
	if more := len(k.Shared) - few; more > 0 {
		shared = append(shared, fmt.Sprintf("%d more", more))
	}
	if len(shared) > 0 {
		p.wrap(indent, shared, " · ")
	}
	if line := fragility(net, k); line != "" {
		p.line("%s%s", indent, line)
	}
	line := fmt.Sprintf("%.1f of %s expected to be coincidence", k.Coincidences, plural(len(k.Cases)-1, "link"))
	if k.Next != nil {
		line += "; check next: " + entityName(k.Next.Entity)
	}
	p.line("%s%s", indent, line)
	for i := range k.Judgements {
		p.line("%s%s", indent, judgementLine(&k.Judgements[i]))
	}
	p.line("")
}

// fragility says in a line what a cluster hangs on: a single fact, or two where none splits it; "" where
// no two do.
func fragility(net *linkage.Network, k *linkage.Cluster) string {
	if len(k.Fragile) == 0 {
		pair, found := net.FragilePair(*k)
		if !found {
			return ""
		}
		return fmt.Sprintf("hangs on %s and %s together: without both %s", entityName(pair.Entities[0]), entityName(pair.Entities[1]), lostLine(pair.Cases, pair.Counties))
	}
	f := k.Fragile[0]
	name := entityName(f.Entity)
	if f.Cases == len(k.Cases)-1 {
		return fmt.Sprintf("hangs on %s alone: without it nothing is left", name)
	}
	verb := "fall"
	if f.Cases == 1 {
		verb = "falls"
	}
	line := fmt.Sprintf("hangs on %s: without it %s %s away", name, plural(f.Cases, "case"), verb)
	if len(f.Counties) > 0 {
		line += fmt.Sprintf(", and with %s all of %s", them(f.Cases), countyList(f.Counties, 3))
	}
	return line
}

// them returns the pronoun of so many things.
func them(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}
