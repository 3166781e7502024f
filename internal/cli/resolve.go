package cli

import (
	"context"
	"errors"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/resolve"
)

type resolveOptions struct {
	kind    string
	id      string
	explain bool
}

func newResolveCommand(a *app) *cobra.Command {
	o := resolveOptions{kind: "person"}
	c := &cobra.Command{
		Use:   "resolve FILE [A B]",
		Short: "Find the rows of a table that are the same person or business",
		Long: `resolve reads one table of people or businesses and says which of its rows are of
the same one. It finds out what the columns mean, estimates from the table itself
how often values agree by chance and how often they are mistyped (and says so on
standard error; no other command estimates anything), and joins rows by
average link, so that one bad pair does not join two people. A table may mix
people and organisations; --kind is for rows that do not say. Rows of victims and
minors are left out. With --explain and the ids of two rows it prints what speaks
for and against the two, in bits, line by line.`,
		Example: `  tflink resolve examples/tables/people.csv
  tflink resolve examples/tables/businesses.csv --kind business --json
  tflink resolve examples/tables/people.csv --explain P-03 P-11`,
		Args: cobra.RangeArgs(1, 3),
		RunE: func(c *cobra.Command, args []string) error {
			if o.explain != (len(args) == 3) {
				return usage("such as: tflink resolve examples/tables/people.csv --explain P-03 P-11", "--explain and the ids of two rows go together")
			}
			return runResolve(c.Context(), a, &o, args)
		},
	}
	c.Flags().StringVar(&o.kind, "kind", o.kind, "what rows are of that do not say: `person|business`")
	c.Flags().StringVar(&o.id, "id", "", "the `column` that names the rows (default: found by its name, else the row's number)")
	c.Flags().BoolVar(&o.explain, "explain", false, "say why two rows are, or are not, the same one")
	_ = c.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions([]string{"person", "business"}, cobra.ShellCompDirectiveNoFileComp)) // fails only for an unknown flag
	return c
}

func runResolve(ctx context.Context, a *app, o *resolveOptions, args []string) error {
	options := resolve.Options{ID: o.id}
	switch strings.ToLower(o.kind) {
	case "person":
	case "business":
		options.Kind = resolve.Business
	default:
		return usage(didYouMean(o.kind, []string{"person", "business"}), "no kind of table is called %q", text(o.kind))
	}
	table, err := resolve.ReadTable(args[0])
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return notFound("give the path of a table: .csv, .xlsx, .json or another that tflink import reads", "%w", err)
	case err != nil:
		return err
	}
	r, err := resolve.Resolve(ctx, table, options)
	var unknown *resolve.UnknownColumnError
	switch {
	case errors.As(err, &unknown):
		return usage(didYouMean(unknown.Column, table.Header), "%w", err)
	case err != nil:
		return err
	}
	sayHowResolved(a.err, r)
	switch {
	case o.explain:
		return printResolveExplanation(a, r, args[1], args[2])
	case a.json:
		return printResolutionRecords(a.out, r)
	}
	printResolution(a.out, table, r)
	return nil
}

// sayHowResolved says what was estimated, what was left out, and what each column was taken for.
func sayHowResolved(p *printer, r *resolve.Resolution) {
	p.line("the weights were estimated from this table, without labels: %d rows, %d pairs compared, %.0f expected to be the same one",
		len(r.Records), r.Blocks.Pairs, r.Expected)
	if r.Blocks.Left > 0 {
		p.line("%d groups of rows with a value in common were too large to compare row by row (up to %d rows)", r.Blocks.Left, r.Blocks.Largest)
	}
	if r.Victims > 0 {
		p.line("%d rows of victims or minors were left out", r.Victims)
	}
	for _, c := range r.Columns {
		if c.Header != "" {
			p.line("  %s → %s", text(c.Header), c.Use)
		}
	}
}

type resolutionJSON struct {
	Type   string `json:"type"`
	Record string `json:"record"`
	Entity string `json:"entity"`
	Kind   string `json:"kind"`
	// Probability is that the row is rightly where it is: beside the others of its entity, or alone.
	Probability float64 `json:"probability"`
}

func printResolutionRecords(p *printer, r *resolve.Resolution) error {
	for _, x := range r.Records {
		if err := p.record(resolutionJSON{"resolution", x.Name, x.Entity, x.Kind.String(), millionths(x.Probability)}); err != nil {
			return err
		}
	}
	return nil
}

// printResolution prints the groups of two or more for people.
func printResolution(p *printer, t *resolve.Table, r *resolve.Resolution) {
	joined := 0
	for _, g := range r.Groups {
		joined += len(g)
	}
	p.line("%d rows are %d people or businesses; %d of them have several rows", len(r.Records), len(r.Records)-joined+len(r.Groups), len(r.Groups))
	for _, g := range r.Groups {
		first := r.Records[g[0]]
		p.line("")
		p.line("%s   %s   %d rows", p.bold(first.Entity), first.Kind, len(g))
		for _, i := range g {
			p.line("  %-14s %s", text(r.Records[i].Name), text(rowText(t.Rows[r.Records[i].Row], r.Columns)))
		}
	}
}

// rowText returns the compared cells of a row in one line.
func rowText(row []string, columns []resolve.ColumnUse) string {
	const longest = 160
	var cells []string
	for i, v := range row {
		if v != "" && columns[i].Compared {
			cells = append(cells, v)
		}
	}
	runes := []rune(strings.Join(cells, " · "))
	if len(runes) > longest {
		return string(runes[:longest-1]) + "…"
	}
	return string(runes)
}

type resolveExplanationJSON struct {
	Type        string            `json:"type"`
	A           string            `json:"a"`
	B           string            `json:"b"`
	Weight      float64           `json:"weight"`
	Probability float64           `json:"probability"`
	Same        bool              `json:"same_entity"`
	Lines       []resolveLineJSON `json:"lines"`
}

type resolveLineJSON struct {
	Feature string  `json:"feature,omitempty"`
	Text    string  `json:"text"`
	A       string  `json:"a,omitempty"`
	B       string  `json:"b,omitempty"`
	Weight  float64 `json:"weight"`
}

func printResolveExplanation(a *app, r *resolve.Resolution, first, second string) error {
	e, err := r.Explain(first, second)
	if err != nil {
		return notFound("ids are those of the table's id column, or row numbers; --id names another column", "%w", err)
	}
	if a.json {
		out := resolveExplanationJSON{"resolution_explanation", e.A, e.B, e.Weight.Bits(), millionths(e.Probability), e.Together, nil}
		for _, l := range e.Lines {
			out.Lines = append(out.Lines, resolveLineJSON{l.Feature, l.Text, l.A, l.B, l.Weight.Bits()})
		}
		return a.out.record(out)
	}
	sum := compare.Weight(0)
	for _, l := range e.Lines {
		sum += l.Weight
		values := ""
		if l.A != "" || l.B != "" {
			values = "   " + text(l.A).String() + " | " + text(l.B).String()
		}
		name := l.Text
		if l.Feature != "" {
			name = l.Feature + ": " + l.Text
		}
		a.out.line("%7s  %7s  %s%s", l.Weight, sum, text(name), values)
	}
	a.out.line("%7s           bits that the two are the same one: probability %.4f", e.Weight, e.Probability)
	if e.Together {
		a.out.line("they were resolved to one; the other rows of their groups had a say")
	} else {
		a.out.line("they were not resolved to one; the other rows of their groups had a say")
	}
	return nil
}
