// Hubrules compares ways of telling a hub from a ring's own value, on
// generated cases whose truth is planted.
//
//	go run ./bench/hubrules -seed 1
//
// All rules get the same mentions, those of the narratives included, as if a
// perfect reader had read the files, so that the table shows the rules alone. It prints
// pairwise F1 by profile.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/eval"
)

func main() {
	seed := flag.Uint64("seed", 1, "of the generated cases")
	vary := flag.Bool("vary", false, "draw the profiles' parameters anew from the seed")
	flag.Parse()
	fmt.Println("| profile, cases | no rule | best cap | frequency alone | company |")
	fmt.Println("|---|---|---|---|---|")
	for _, name := range casegen.ProfileNames() {
		cases := 10_000
		if name == "smallhubs" {
			cases = 3_000
		}
		if err := row(casegen.Options{Profile: name, Cases: cases, Seed: *seed, Vary: *vary}); err != nil {
			fmt.Fprintln(os.Stderr, "hubrules:", err)
			os.Exit(1)
		}
	}
}

// row prints the scores of every rule on one corpus.
func row(o casegen.Options) error {
	c, err := casegen.Generate(o)
	if err != nil {
		return err
	}
	none := c.Floor(casegen.Exact{Text: true})
	limit, best := c.BestCap(true)
	shift, frequency, err := bestFrequency(c)
	if err != nil {
		return err
	}
	company, err := score(c, linkage.DefaultParameters())
	if err != nil {
		return err
	}
	fmt.Printf("| %s, %d | %.3f | %.3f (%d) | %.3f (%+d bits) | %.3f |\n",
		o.Profile, len(c.Cases), none.F1(), best.F1(), limit, frequency.F1(), shift, company.F1())
	return nil
}

// strongest is the largest shift that is tried, in bits: beyond it every value,
// or none, is a hub.
const strongest = 12

// bestFrequency scores hubs told by kind and number of cases alone, with the
// shift of the prior, in bits, that the truth chooses.
func bestFrequency(c *casegen.Corpus) (shift int, best eval.Pairs, err error) {
	for s := -strongest; s <= strongest; s += 2 {
		p := linkage.DefaultParameters()
		h := &p.Hub
		h.Inside, h.Outside, h.Alone, h.Public = 0, 0, 0, 0
		h.SpreadDoubling, h.SpreadMost, h.County, h.CountyMost = 0, 0, 0, 0
		for kind, k := range p.Kinds {
			k.HubAtTwo += linkage.Weight(s) * linkage.Bit
			p.Kinds[kind] = k
		}
		found, err := score(c, p)
		if err != nil {
			return 0, best, err
		}
		if s == -strongest || found.F1() > best.F1() {
			shift, best = s, found
		}
	}
	return shift, best, nil
}

// score links the corpus with the given parameters and compares the clusters with the truth.
func score(c *casegen.Corpus, p *linkage.Parameters) (eval.Pairs, error) {
	l, err := linkage.New(linkage.Options{Parameters: p, NoTrace: true})
	if err != nil {
		return eval.Pairs{}, err
	}
	truthOf := make(map[string]string, len(c.Cases))
	for i := range c.Cases {
		truthOf[c.Cases[i].ID] = c.Cases[i].Truth()
		if err := l.Add(c.Cases[i].Linkage()); err != nil {
			return eval.Pairs{}, err
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		return eval.Pairs{}, err
	}
	truth, found := make([]string, n.NumCases()), make([]string, n.NumCases())
	for i := range n.NumCases() {
		at := n.Case(i)
		truth[i], found[i] = truthOf[at.ID], at.Cluster
	}
	return eval.PairsOf(truth, found), nil
}
