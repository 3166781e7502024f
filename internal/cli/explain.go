package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/linkage"
)

func newExplainCommand(a *app) *cobra.Command {
	var o inputOptions
	var picture string
	c := &cobra.Command{
		Use:   "explain A B",
		Short: "Say why two cases are linked, and what speaks against it",
		Long: `explain prints what cases A and B share, what each thing weighs, in bits (one bit
doubles the odds), and where it stands. The weights and the prior sum to the
link's. Where the two are linked over other cases it explains every hop. Files or
folders behind the two ids are read instead of the workspace.`,
		Example: `  tflink explain WY-2024-0113 ER-2023-0871 examples/data/
  tflink explain WY-2024-0113 ER-2023-0871 examples/data/ -o waterfall.svg`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: a.completePair,
		RunE: func(c *cobra.Command, args []string) error {
			return runExplain(c.Context(), a, &o, args, false, picture)
		},
	}
	o.addFlags(c, "file-")
	o.addHubFlags(c)
	c.Flags().StringVarP(&picture, "output", "o", "", "also draw the sum as a waterfall into this `file`, .svg, .png or .pdf")
	return c
}

func newWhyNotCommand(a *app) *cobra.Command {
	var o inputOptions
	c := &cobra.Command{
		Use:   "why-not A B",
		Short: "Say which rule, hub or threshold keeps two cases apart",
		Long: `why-not prints what kept cases A and B out of one cluster: a hub that was damped,
too little evidence, or nothing shared at all. Files or folders behind the two
ids are read instead of the workspace.`,
		Example:           `  tflink why-not ER-2024-0679 GC2300003 examples/data/`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: a.completePair,
		RunE: func(c *cobra.Command, args []string) error {
			return runExplain(c.Context(), a, &o, args, true, "")
		},
	}
	o.addFlags(c, "file-")
	o.addHubFlags(c)
	return c
}

func runExplain(ctx context.Context, a *app, o *inputOptions, args []string, whyNot bool, picture string) error {
	if picture != "" {
		if picture == "-" {
			return usage("write -o waterfall.svg", "explain: the picture goes into a file, the words to standard output")
		}
		if _, err := pictureFormat(picture, dot.DefaultDPI); err != nil {
			return err
		}
	}
	o.files = args[2:]
	s, err := a.load(ctx, o, true)
	if err != nil {
		return err
	}
	defer s.close()
	first, err := findCase(s.net, args[0])
	if err != nil {
		return err
	}
	second, err := findCase(s.net, args[1])
	if err != nil {
		return err
	}
	x, err := s.net.Explain(first, second)
	if err != nil {
		return usage("name two cases", "%w", err)
	}
	if picture != "" {
		if err := a.drawWaterfall(picture, s, &x); err != nil {
			return err
		}
	}
	if a.json {
		return a.out.record(explanationRecord(&x))
	}
	if whyNot {
		printApart(a.out, &x)
		return nil
	}
	printExplanation(a.out, s, &x)
	return nil
}

type explanationJSON struct {
	Type    string     `json:"type"`
	Direct  linkJSON   `json:"direct"`
	Path    []linkJSON `json:"path"`
	Cluster string     `json:"cluster,omitempty"`
	Apart   []string   `json:"apart"`
}

func explanationRecord(x *linkage.Explanation) explanationJSON {
	r := explanationJSON{Type: "explanation", Direct: linkRecord(&x.Direct), Path: []linkJSON{}, Cluster: x.Cluster, Apart: notNil(x.Apart)}
	for i := range x.Path {
		r.Path = append(r.Path, linkRecord(&x.Path[i]))
	}
	return r
}

func printExplanation(p *printer, s *session, x *linkage.Explanation) {
	switch {
	case x.Direct.Kept:
		if j := x.Direct.Judgement; j != nil && j.Verdict == linkage.Same {
			p.line("%s; without that the link would have probability %s", judgementLine(j), probability(x.Direct.Probability))
		} else if x.Direct.Doubt.Weight < 0 {
			p.line("%s and %s are linked by one fact alone, to be checked: probability %s", text(x.Direct.A), text(x.Direct.B), probability(x.Direct.Probability))
		} else {
			p.line("%s and %s are linked: probability %s", text(x.Direct.A), text(x.Direct.B), probability(x.Direct.Probability))
		}
		printLink(p, &x.Direct)
	case x.Cluster != "":
		p.line("%s and %s are in one cluster over %s, not by what they share themselves", text(x.Direct.A), text(x.Direct.B), plural(len(x.Path)-1, "other case"))
		if len(x.Direct.Evidence) > 0 {
			p.line("")
			p.line("what the two share themselves:")
			printLink(p, &x.Direct)
		}
		for i := range x.Path {
			p.line("")
			p.line("hop %d: %s – %s, probability %s", i+1, text(x.Path[i].A), text(x.Path[i].B), probability(x.Path[i].Probability))
			if j := x.Path[i].Judgement; j != nil {
				p.line("  %s", judgementLine(j))
			}
			printLink(p, &x.Path[i])
		}
	default:
		printApart(p, x)
		if len(x.Direct.Evidence) > 0 {
			p.line("")
			printLink(p, &x.Direct)
		}
	}
	if x.Cluster != "" {
		id := newShortIDs(s.net.ClusterIDs()).of(x.Cluster)
		p.line("")
		p.line("both are in cluster %s · next: tflink show %s%s", id, id, s.again())
	}
}

func printApart(p *printer, x *linkage.Explanation) {
	if x.Cluster != "" {
		p.line("%s and %s are not apart: both are in one cluster (tflink explain says why)", text(x.Direct.A), text(x.Direct.B))
		return
	}
	p.line("%s and %s are not linked:", text(x.Direct.A), text(x.Direct.B))
	for _, why := range x.Apart {
		p.line("  - %s", text(why))
	}
	if x.Direct.Judgement != nil {
		p.line("  - %s", judgementLine(x.Direct.Judgement))
	}
}

// printLink prints a link as a sum, the prior and then every reason, what people decided against or for that
// sum, and what is related in it.
func printLink(p *printer, l *linkage.Link) {
	printSum(p, l)
	if decided := decision(l); decided != "" {
		p.line("           %s", p.bold(decided))
	}
	for i := range l.Related {
		p.line("           related, not the same: %s", relatedLine(&l.Related[i]))
	}
}

// decision says what became of a link by what people decided, whatever it weighs; "" where nobody decided on it.
func decision(l *linkage.Link) string {
	switch j := l.Judgement; {
	case j != nil && j.Verdict == linkage.Different:
		return "not linked, whatever that is: a person judged the two different"
	case l.Dropped:
		return "not linked, whatever that is: it would bring together cases that a person judged different"
	case j != nil && j.Verdict == linkage.Same:
		return "linked, whatever that is: a person judged the two the same"
	}
	return ""
}

func printSum(p *printer, l *linkage.Link) {
	p.line("  %7s  bits before anything is known: two cases drawn at random hardly ever belong together", l.Prior)
	for i := range l.Evidence {
		e := &l.Evidence[i]
		p.line("  %7s  %s", e.Weight, p.bold(entityName(e.Entity)))
		if len(e.Reasons) > 1 || len(e.Reasons) == 1 && e.Reasons[0].Text != "" {
			for _, r := range e.Reasons {
				if r.Weight.String() != "-0.0" && r.Weight.String() != "+0.0" { // nothing at the precision that is shown
					p.line("           %7s  %s", r.Weight, text(r.Text))
				}
			}
		}
		for j := range e.Judgements {
			p.line("                    %s", judgementLine(&e.Judgements[j]))
		}
		for _, side := range [][]linkage.Sighting{e.A, e.B} {
			for j := range side {
				p.line("                    %s", sightingLine(&side[j]))
			}
		}
	}
	if l.Doubt.Weight == 0 {
		p.line("  %7s  in all: probability %s", l.Weight, fmt.Sprint(probability(l.Probability)))
		return
	}
	p.line("  %7s  in all", l.Weight)
	p.line("  %7s  %s", l.Doubt.Weight, text(l.Doubt.Text))
	p.line("  %7s  with that doubt: probability %s", l.Weight+l.Doubt.Weight, fmt.Sprint(probability(l.Probability)))
}
