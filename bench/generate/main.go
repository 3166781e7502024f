// Generate writes made-up county case files with planted truth.
//
//	go run ./bench/generate -profile rings-and-hubs -cases 10000 -seed 1 -o DIR
//	go run ./bench/generate -profile people -cases 1000000 -seed 1 -o DIR
//
// The files are in DIR/data, the truth (case, cluster) in DIR/truth.csv, outside
// the data so that it is not read as data.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/tflink/tflink/internal/casegen"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var o casegen.Options
	fs := flag.NewFlagSet("generate", flag.ContinueOnError)
	fs.StringVar(&o.Profile, "profile", "rings-and-hubs", strings.Join(casegen.ProfileNames(), ", ")+", scale, or a table for resolve: people, parties, sites")
	fs.IntVar(&o.Cases, "cases", 10_000, "about how many cases")
	fs.Uint64Var(&o.Seed, "seed", 1, "same seed, same bytes")
	fs.BoolVar(&o.Vary, "vary", false, "draw the profile's parameters anew from the seed")
	files := fs.Int("files", 1, "number of files (profile scale only)")
	floor := fs.Bool("floor", false, "print what exact keys reach on it")
	dir := fs.String("o", "", "folder to write to; nothing is written without it")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if o.Profile == casegen.ScaleProfile {
		return casegen.WriteScale(*dir, o, *files)
	}
	if slices.ContainsFunc(casegen.TableProfiles, func(p casegen.TableProfile) bool { return p.Name == o.Profile }) {
		return casegen.WriteTable(*dir, o)
	}
	c, err := casegen.Generate(o)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d cases, %d rings, %d hubs\n", o.Profile, len(c.Cases), c.Rings, c.Hubs)
	if *floor {
		printFloor(c)
	}
	if *dir == "" {
		return nil
	}
	return c.Write(*dir)
}

// printFloor prints the pairwise F1 of exact-key linkers.
func printFloor(c *casegen.Corpus) {
	limit, best := c.BestCap(false)
	fmt.Printf("exact keys of columns, best cap (%d)      F1 %.3f\n", limit, best.F1())
	for _, row := range []struct {
		name string
		x    casegen.Exact
	}{
		{"exact keys of columns, cap 100          ", casegen.Exact{Cap: 100}},
		{"exact keys of columns, no cap           ", casegen.Exact{}},
		{"exact keys of columns, hubs known       ", casegen.Exact{SkipHubs: true}},
		{"exact keys of columns and text, hubs known", casegen.Exact{SkipHubs: true, Text: true}},
	} {
		s := c.Floor(row.x)
		fmt.Printf("%s F1 %.3f (P %.3f R %.3f)\n", row.name, s.F1(), s.Precision(), s.Recall())
	}
}
