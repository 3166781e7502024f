// Score compares clusters with the truth.
//
//	tflink clusters DIR --span 1 --json --assignments | go run ./bench/score -truth truth.csv
//
// It reads the JSON lines of type "assignment" (or "resolution", of tflink
// resolve) from the named files or from stdin and prints pairwise and B-cubed
// scores, the latter also by the size of the true cluster.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/tflink/tflink/linkage/eval"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func run(args []string, stdin io.Reader, stdout io.Writer) error {
	fs := flag.NewFlagSet("score", flag.ContinueOnError)
	truthPath := fs.String("truth", "truth.csv", "table of case and cluster")
	brief := fs.Bool("brief", false, "print the pairwise F1 alone")
	if err := fs.Parse(args); err != nil {
		return err
	}
	truth, err := readTruth(*truthPath)
	if err != nil {
		return err
	}
	found, err := readFound(fs.Args(), stdin)
	if err != nil {
		return err
	}
	a := eval.Align(truth, found)
	if *brief {
		_, err := fmt.Fprintf(stdout, "%.4f\n", a.Pairs().F1())
		return err
	}
	return report(stdout, a)
}

func readTruth(path string) (eval.Assignment, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return eval.ReadTruth(f)
}

// readFound reads the named files, or stdin if there are none.
func readFound(paths []string, stdin io.Reader) (eval.Assignment, error) {
	if len(paths) == 0 {
		return eval.ReadAssignments(stdin)
	}
	all := eval.Assignment{}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		one, err := eval.ReadAssignments(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for id, cluster := range one {
			all[id] = cluster
		}
	}
	return all, nil
}

func report(w io.Writer, a eval.Aligned) error {
	p, b := a.Pairs(), a.BCubed()
	fmt.Fprintf(w, "%d cases; %d of the truth missing, %d unknown to it, %d without a true cluster\n", len(a.Cases), a.Missing, a.Extra, a.Unknown)
	fmt.Fprintf(w, "pairs     precision %.4f  recall %.4f  F1 %.4f   (%d true, %d found, %d both)\n",
		p.Precision(), p.Recall(), p.F1(), p.Truth, p.Found, p.Both)
	fmt.Fprintf(w, "B-cubed   precision %.4f  recall %.4f  F1 %.4f\n\n", b.Precision, b.Recall, b.F1())
	fmt.Fprintln(w, "true size    cases  found whole  pair recall  B3 precision  B3 recall")
	for _, s := range a.BySize() {
		if _, err := fmt.Fprintf(w, "%-9s  %7d  %11.3f  %11.3f  %12.3f  %9.3f\n", sizes(s), s.Cases,
			float64(s.Whole)/float64(s.Cases), s.Recall(), s.BCubed.Precision, s.BCubed.Recall); err != nil {
			return err
		}
	}
	return nil
}

func sizes(s eval.SizeScore) string {
	switch {
	case s.Min == s.Max:
		return fmt.Sprint(s.Min)
	case s.Max == 0:
		return fmt.Sprint(s.Min, "+")
	}
	return fmt.Sprint(s.Min, "-", s.Max)
}
