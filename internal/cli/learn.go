package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/eval"
)

type learnOptions struct {
	input  inputOptions
	truth  string
	output string
}

func newLearnCommand(a *app) *cobra.Command {
	var o learnOptions
	c := &cobra.Command{
		Use:   "learn [FILE|FOLDER]... -o PARAMETERS",
		Short: "Estimate from a corpus how much values weigh",
		Long: `learn estimates, from the given files or the workspace, how often cases that belong
together share each kind of value and how often strangers do (m and u), how likely a
value of a kind is a hub, and which words stand in the names of many firms. With
--truth, a table of case and cluster, it counts; without it estimates m and u by expectation
maximisation, and hubs are those that clusters would damp.

The result is a file, YAML or .json, with a version and what it was learned from; it
holds no values of cases but words of trades. Nothing uses it until it is given with
--parameters, and no other command estimates anything. The prior and the threshold stay
as they are. Learn from a whole region, some thousand cases: fewer change little.`,
		Example: `  tflink learn examples/data/ -o parameters.yaml
  tflink learn examples/data/ --truth examples/truth/truth.csv -o parameters.yaml
  tflink clusters examples/data/ --parameters parameters.yaml`,
		RunE: func(c *cobra.Command, args []string) error {
			o.input.files = args
			return runLearn(c.Context(), a, &o)
		},
	}
	c.Flags().StringVar(&o.truth, "truth", "", "the `file` with the true cluster of each case")
	c.Flags().StringVarP(&o.output, "output", "o", "", "the `file` to write: .yaml, or .json")
	o.input.addFlags(c, "file-")
	o.input.addHubFlags(c)
	return c
}

type learnJSON struct {
	Type     string            `json:"type"`
	File     string            `json:"file"`
	Version  string            `json:"version"`
	Base     string            `json:"base"`
	Method   string            `json:"method"`
	Cases    int               `json:"cases"`
	Labelled int               `json:"labelled"`
	Kinds    []learnedKindJSON `json:"kinds"`
	Words    int               `json:"trade_words"`
}

type learnedKindJSON struct {
	Kind        string  `json:"kind"`
	Cases       int     `json:"cases"`
	Values      int     `json:"shared_values"`
	Hubs        int     `json:"hubs"`
	Pairs       float64 `json:"pairs"`
	M           float64 `json:"m"`
	U           float64 `json:"u"`
	HubAtTwo    float64 `json:"hub_at_two"`
	HubDoubling float64 `json:"hub_doubling"`
}

func runLearn(ctx context.Context, a *app, o *learnOptions) error {
	if o.output == "" {
		return usage("write -o parameters.yaml", "learn: where to? -o FILE is missing")
	}
	s, err := a.load(ctx, &o.input, false)
	if err != nil {
		return err
	}
	defer s.close()
	from := linkage.ParametersSource{Base: s.net.Parameters(), Cases: s.net.NumCases(), Method: "expectation maximisation"}
	for _, r := range s.reports {
		from.Files = append(from.Files, filepath.Base(r.File))
	}
	slices.Sort(from.Files)
	var truth []string
	if o.truth != "" {
		known, err := readNamed(o.truth, nil, eval.ReadTruth)
		if err != nil {
			return err
		}
		truth, from.Labelled = labels(s.net, known)
		from.Truth, from.Method = filepath.Base(o.truth), "counted with the truth"
		if from.Labelled == 0 {
			return notFound("ids are compared as they are written; the truth's first column has the case ids", "%s names none of the cases", text(o.truth))
		}
	}
	p, learned, err := linkage.Learn(s.net, truth)
	if err != nil {
		return err
	}
	write := linkage.WriteParameters
	if strings.EqualFold(filepath.Ext(o.output), ".json") {
		write = linkage.WriteParametersJSON
	}
	if err := writeFile(o.output, func(f *os.File) error { return write(f, p, &from) }); err != nil {
		return err
	}
	r := learnJSON{
		Type: "learned", File: o.output, Version: p.Version, Base: from.Base, Method: from.Method, Cases: from.Cases, Labelled: from.Labelled,
		Kinds: []learnedKindJSON{}, Words: len(p.TradeWords),
	}
	for _, k := range learned {
		kp := p.Kinds[k.Kind]
		r.Kinds = append(r.Kinds, learnedKindJSON{string(k.Kind), k.Cases, k.Values, k.Hubs, millionths(k.Pairs), kp.M, kp.U, kp.HubAtTwo.Bits(), kp.HubDoubling.Bits()})
	}
	if a.json {
		return a.out.record(r)
	}
	r.print(a.err)
	return nil
}

// labels returns the true cluster of each case, and of how many it is known.
func labels(net *linkage.Network, known eval.Assignment) (truth []string, count int) {
	truth = make([]string, net.NumCases())
	for i := range truth {
		c := net.Case(i)
		t, ok := known[c.Name]
		if !ok {
			t = known[c.ID]
		}
		if truth[i] = t; t != "" {
			count++
		}
	}
	return truth, count
}

// print prints what was learned for people.
func (r *learnJSON) print(p *printer) {
	p.line("%s learned from %s, %s, starting from %s", text(r.Version), plural(r.Cases, "case"), r.Method, text(r.Base))
	p.line("")
	p.line("kind         cases  shared values  hubs  pairs together      m        u   a hub of two   each doubling")
	for _, k := range r.Kinds {
		p.line("%-9s  %7d  %13d  %4d  %14.0f  %5.3f  %7.1e   %+7.1f bits  %+8.1f bits", text(k.Kind), k.Cases, k.Values, k.Hubs, k.Pairs, k.M, k.U, k.HubAtTwo, k.HubDoubling)
	}
	p.line("")
	p.line("%s of firms; next: tflink clusters --parameters %s", plural(r.Words, "common word"), shellQuote(r.File))
}

// readParameters reads a file of parameters, and returns nil where none is named.
func readParameters(file string) (*linkage.Parameters, error) {
	if file == "" {
		return nil, nil
	}
	p, err := readNamed(file, nil, func(r io.Reader) (*linkage.Parameters, error) { return linkage.ReadParameters(r) })
	if err != nil {
		return nil, &statusError{exitUsage, err, "tflink learn -o FILE writes parameters"}
	}
	return p, nil
}
