// Search measures how long searches take in a large index: it builds one of made-up
// documents, or takes the one that it built before, and asks a bounded number of queries of several sorts,
// one after the other. It prints, for each sort, the median, the 99th percentile and the slowest.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/tflink/tflink/index"
)

func main() {
	entities := flag.Int("entities", 1_000_000, "`number` of phones, plates, people, businesses and addresses")
	cases := flag.Int("cases", 100_000, "`number` of cases with a narrative")
	queries := flag.Int("queries", 400, "`number` of queries of each sort")
	dir := flag.String("dir", "", "build the index in this `folder` and keep it; empty: a temporary one")
	flag.Parse()
	if err := run(os.Stdout, *entities, *cases, *queries, *dir); err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer, entities, cases, queries int, dir string) error {
	if dir == "" {
		temporary, err := os.MkdirTemp("", "search")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		dir = temporary
	}
	ctx := context.Background()
	print := fmt.Sprintf("bench %d %d", entities, cases)
	x, err := index.Open(dir, print)
	if err != nil {
		begin := time.Now()
		if err := index.Build(ctx, dir, print, corpus(entities, cases), nil); err != nil {
			return err
		}
		took := time.Since(begin)
		fmt.Fprintf(w, "built: %d documents in %.1f s, %.0f a second, %d MB\n",
			entities+cases, took.Seconds(), float64(entities+cases)/took.Seconds(), size(dir)>>20)
		if x, err = index.Open(dir, print); err != nil {
			return err
		}
	}
	defer x.Close()
	r := rand.New(rand.NewPCG(2, 0))
	fmt.Fprintf(w, "\n| queries, %d of each | for example | hits, median | median ms | p99 ms | slowest ms |\n|---|---|---:|---:|---:|---:|\n", queries)
	var all []time.Duration
	for _, sort := range sorts {
		took, hits, example, err := ask(ctx, x, r, sort.query, queries)
		if err != nil {
			return err
		}
		all = append(all, took...)
		fmt.Fprintf(w, "| %s | `%s` | %d | %s |\n", sort.name, example, hits, figures(took))
	}
	fmt.Fprintf(w, "| all | | | %s |\n", figures(all))
	return nil
}

// ask asks queries of one sort as the command line does, with its facets.
func ask(ctx context.Context, x *index.Index, r *rand.Rand, query func(*rand.Rand) string, n int) (took []time.Duration, hits int, example string, err error) {
	var totals []int
	for i := range n {
		q := query(r)
		begin := time.Now()
		found, err := x.Search(ctx, q, index.SearchOptions{Facets: 10})
		if err != nil {
			return nil, 0, "", fmt.Errorf("%q: %w", q, err)
		}
		took = append(took, time.Since(begin))
		totals = append(totals, found.Total)
		if i == 0 {
			example = q
		}
	}
	slices.Sort(totals)
	return took, totals[len(totals)/2], example, nil
}

// figures returns the median, the 99th percentile and the maximum in milliseconds.
func figures(took []time.Duration) string {
	slices.Sort(took)
	at := func(share float64) float64 {
		return float64(took[min(len(took)-1, int(share*float64(len(took))))].Microseconds()) / 1000
	}
	return fmt.Sprintf("%.1f | %.1f | %.1f", at(0.5), at(0.99), at(1))
}

func size(dir string) (bytes int64) {
	_ = filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil {
			bytes += info.Size()
		}
		return nil
	})
	return bytes
}
