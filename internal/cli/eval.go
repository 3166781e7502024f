package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/eval"
)

type evalOptions struct {
	input  inputOptions
	truth  string
	result string
	alone  bool
	brief  bool
}

func newEvalCommand(a *app) *cobra.Command {
	var o evalOptions
	c := &cobra.Command{
		Use:   "eval --truth TRUTH [FILE|FOLDER]...",
		Short: "Score what was linked against a truth that is known",
		Long: `eval links the cases of the given files, or of the workspace where none are
given, and compares the clusters, those inside one county too, with a truth: a table of
two columns, case id and cluster, under a header. With --result it scores what was
written before instead, by clusters --json (with --assignments, without, or both) or by
resolve --json. A cell without a cluster means that it is not known.

It prints precision, recall and F1 of pairs of cases, B-cubed (an average over cases),
both apart by the size of the true cluster, how right the links are by the kind of
value that weighs most in them, how many of the true pairs that share a value of the kind
were found together, and how far probabilities can be taken at their word:
what was said and what came true, the expected calibration error, and the Brier score beside that of
always saying the same.`,
		Example: `  tflink eval --truth examples/truth/truth.csv examples/data/
  tflink eval --truth examples/truth/truth.csv
  tflink clusters examples/data/ --span 1 --json --assignments | tflink eval --truth examples/truth/truth.csv --result - --json`,
		RunE: func(c *cobra.Command, args []string) error {
			o.input.files = args
			return runEval(c.Context(), a, &o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.truth, "truth", "", "the `file` with the true cluster of each case")
	f.StringVar(&o.result, "result", "", "score the lines of this `file`, - for standard input, instead of linking")
	f.BoolVar(&o.alone, "alone", false, "take cases that the truth does not name to belong with no other, instead of leaving them out")
	f.BoolVar(&o.brief, "brief", false, "print the pairwise F1 alone")
	o.input.addFlags(c, "file-")
	o.input.addHubFlags(c)
	return c
}

// calibrationBins is how many steps a reliability table has.
const calibrationBins = 10

// An evaluation is a result beside the truth.
type evaluation struct {
	aligned   eval.Aligned
	kinds     []eval.KindScore
	pairs     eval.Calibration // of clusters of two cases
	links     eval.Calibration
	pairCount int
	linkCount int
}

func runEval(ctx context.Context, a *app, o *evalOptions) error {
	switch {
	case o.truth == "":
		return usage("such as: tflink eval --truth examples/truth/truth.csv examples/data/", "--truth is needed: a table of case and cluster")
	case o.result != "" && len(o.input.files) > 0:
		return usage("leave out the one or the other", "--result scores what was written before, and links no files")
	}
	truth, err := readNamed(o.truth, nil, eval.ReadTruth)
	if err != nil {
		return err
	}
	var found eval.Result
	var of evidence
	if o.result != "" {
		found, err = readNamed(o.result, a.in, eval.ReadResult)
	} else {
		found, of, err = a.linked(ctx, &o.input, truth)
	}
	if err != nil {
		return err
	}
	if o.alone {
		for id := range found.Assignment {
			if _, named := truth[id]; !named {
				truth[id] = "\x00alone " + id // no cluster of a truth is called so
			}
		}
	}
	e := evaluate(truth, found, &of)
	if len(e.aligned.Cases) > 0 && e.aligned.Missing == len(e.aligned.Cases) {
		return notFound("ids are compared as they are written; the truth's first column has the case ids",
			"none of the %s of %s was found", plural(len(e.aligned.Cases), "case"), text(o.truth))
	}
	switch {
	case o.brief:
		a.out.line("%.4f", e.aligned.Pairs().F1())
		return nil
	case a.json:
		return a.out.record(evalRecord(&e))
	}
	e.print(a.out)
	return nil
}

// readNamed reads a file, or standard input for "-".
func readNamed[T any](path string, in io.Reader, read func(io.Reader) (T, error)) (T, error) {
	var none T
	if path == "-" && in != nil {
		return read(in)
	}
	f, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return none, notFound("give the path of a file", "%w", err)
	case err != nil:
		return none, err
	}
	defer f.Close()
	out, err := read(f)
	if err != nil {
		return none, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}

// evidence is what links were found and what could have been: nothing of a result that was written before.
type evidence struct {
	links  []eval.Link
	shared []eval.Sharing
}

// linked links the cases and returns what was found, under the ids of the truth.
func (a *app) linked(ctx context.Context, o *inputOptions, truth eval.Assignment) (eval.Result, evidence, error) {
	found := eval.Result{Assignment: eval.Assignment{}}
	var of evidence
	s, err := a.load(ctx, o, false)
	if err != nil {
		return found, of, err
	}
	defer s.close()
	names := make([]string, s.net.NumCases())
	unclear := 0
	for i := range names {
		c := s.net.Case(i)
		names[i] = c.Name
		if _, named := truth[c.Name]; !named && c.Name != c.ID {
			if _, id := truth[c.ID]; id {
				unclear++
			}
		}
		found.Assignment[names[i]] = c.Cluster
	}
	if unclear > 0 {
		a.err.line("%s have an id that two agencies use: the truth must name them as tflink does, the agency behind the id", plural(unclear, "case"))
	}
	for _, k := range s.net.Clusters(1) {
		if len(k.Cases) == 2 {
			found.Pairs = append(found.Pairs, eval.Link{A: k.Cases[0], B: k.Cases[1], Probability: k.Probability})
		}
	}
	s.net.EachLink(func(l linkage.KeptLink) bool {
		kind := string(l.Top.Kind)
		if kind == "" {
			kind = "judgement"
		}
		of.links = append(of.links, eval.Link{A: names[l.A], B: names[l.B], Kind: kind, Probability: l.Probability})
		return true
	})
	s.net.EachSharing(func(e linkage.EntityRef, cases []int) bool {
		sharing := eval.Sharing{Kind: string(e.Kind), Cases: make([]string, len(cases))}
		for i, c := range cases {
			sharing.Cases[i] = names[c]
		}
		of.shared = append(of.shared, sharing)
		return true
	})
	return found, of, nil
}

func evaluate(truth eval.Assignment, found eval.Result, of *evidence) evaluation {
	pairs, each := eval.Predictions(truth, found.Pairs), eval.Predictions(truth, of.links)
	return evaluation{
		aligned: eval.Align(truth, found.Assignment), kinds: eval.ByKind(truth, found.Assignment, of.links, of.shared),
		pairs: eval.Calibrate(pairs, calibrationBins), pairCount: len(pairs),
		links: eval.Calibrate(each, calibrationBins), linkCount: len(each),
	}
}

// print prints the scores for people.
func (e *evaluation) print(p *printer) {
	x := &e.aligned
	pairs, b := x.Pairs(), x.BCubed()
	p.line("%s with a known cluster", plural(len(x.Cases), "case"))
	for _, left := range []struct {
		n    int
		what string
	}{
		{x.Missing, "of them not found: taken to stand alone"},
		{x.Extra, "not named by the truth: left out (--alone counts them)"},
		{x.Unknown, "named without a cluster: left out"},
	} {
		if left.n > 0 {
			p.line("%s %s", thousands(left.n), left.what)
		}
	}
	p.line("")
	p.line("pairs     precision %.4f  recall %.4f  F1 %.4f   %s true, %s found, %s both", pairs.Precision(), pairs.Recall(), pairs.F1(),
		thousands(int(pairs.Truth)), thousands(int(pairs.Found)), thousands(int(pairs.Both)))
	p.line("B-cubed   precision %.4f  recall %.4f  F1 %.4f", b.Precision, b.Recall, b.F1())
	p.line("")
	p.line("true size    cases  found whole  pair recall  B3 precision  B3 recall")
	for _, s := range x.BySize() {
		p.line("%-9s  %7d  %11.3f  %11.3f  %12.3f  %9.3f", sizeClass(s.Min, s.Max), s.Cases,
			float64(s.Whole)/float64(s.Cases), s.Recall(), s.BCubed.Precision, s.BCubed.Recall)
	}
	if len(e.kinds) > 0 {
		p.line("")
		p.line("by kind          links   right    share   true pairs with one    found   recall")
		for _, k := range e.kinds {
			p.line("%-13s  %7d  %6d  %7.3f   %19d  %7d  %7.3f", text(k.Kind), k.Links, k.Right, k.Precision(), k.Shared, k.Together, k.Recall())
		}
	}
	printCalibration(p, "clusters of two cases", e.pairCount, &e.pairs)
	printCalibration(p, "links", e.linkCount, &e.links)
}

// sizeClass returns "2", "3-5" or "41+".
func sizeClass(least, most int) string {
	switch {
	case least == most:
		return fmt.Sprint(least)
	case most == 0:
		return fmt.Sprintf("%d+", least)
	}
	return fmt.Sprintf("%d-%d", least, most)
}

// printCalibration prints what was said and what came true.
func printCalibration(p *printer, of string, n int, c *eval.Calibration) {
	if n == 0 {
		return
	}
	p.line("")
	p.line("%-22s  number   said    came true", of+" said")
	for _, b := range c.Bins {
		if b.Count > 0 {
			p.line("%.1f to %.1f              %7d  %.3f  %9.3f", b.From, b.To, b.Count, b.Stated, b.Seen())
		}
	}
	p.line("expected calibration error %.3f; Brier score %.4f, of always saying %.3f: %.4f", c.Expected, c.Brier, c.BaseRate, c.BaseBrier)
}
