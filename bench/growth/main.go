// Growth measures how time and memory of tflink clusters grow with the number of cases.
//
//	go run ./bench/growth -cases 1000000,2000000,4000000
//
// It generates the cases (profile scale, seed 1) in bench/.cache, runs tflink clusters on each size in a process of its own, and prints
// a table in Markdown with the exponents that fit: time and memory as n to the power of what. It needs to be run from the
// module's root. Each million cases takes 170 MB of disk and about 0.9 GB of memory.
package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/tflink/tflink/bench/internal/process"
	"github.com/tflink/tflink/internal/casegen"
)

func main() {
	sizes := flag.String("cases", "1000000,2000000,4000000", "sizes to measure, with commas between")
	runs := flag.Int("runs", 2, "runs of each size; the one of least processor time counts")
	cache := flag.String("cache", "bench/.cache", "folder for what is generated")
	flag.Parse()
	if err := run(*sizes, *runs, *cache); err != nil {
		fmt.Fprintln(os.Stderr, "growth:", err)
		os.Exit(1)
	}
}

// usage is what a run took.
type usage struct{ cases, seconds, processor, megabytes float64 }

func run(sizes string, runs int, cache string) error {
	program := filepath.Join(cache, "tflink")
	if out, err := exec.Command("go", "build", "-o", program, "./cmd/tflink").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w: %s", err, out)
	}
	fmt.Print("| cases | seconds | processor | peak MB |\n|---:|---:|---:|---:|\n")
	var all []usage
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil {
			return fmt.Errorf("-cases: %w", err)
		}
		dir := filepath.Join(cache, "growth-"+strconv.Itoa(n))
		if err := casegen.WriteScale(dir, casegen.Options{Profile: casegen.ScaleProfile, Cases: n, Seed: 1}, 1); err != nil {
			return err
		}
		u, err := least(program, filepath.Join(dir, "data"), runs)
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		if err != nil {
			return err
		}
		u.cases = float64(n)
		all = append(all, u)
		fmt.Printf("| %d | %.1f | %.1f | %.0f |\n", n, u.seconds, u.processor, u.megabytes)
	}
	if len(all) > 1 {
		fmt.Printf("\nFit: seconds as n^%.2f, processor as n^%.2f, memory as n^%.2f.\n",
			exponent(all, func(u usage) float64 { return u.seconds }),
			exponent(all, func(u usage) float64 { return u.processor }),
			exponent(all, func(u usage) float64 { return u.megabytes }))
	}
	return nil
}

// least returns what the run of several took that took least of the processor.
func least(program, data string, runs int) (usage, error) {
	var best usage
	for i := range max(runs, 1) {
		cmd := exec.Command(program, "clusters", data, "--span", "1", "--json", "--assignments")
		cmd.Stderr = os.Stderr
		start := time.Now()
		if err := cmd.Run(); err != nil {
			return best, err
		}
		u := usage{seconds: time.Since(start).Seconds(), processor: process.Processor(cmd.ProcessState), megabytes: process.Peak(cmd.ProcessState)}
		if i == 0 || u.processor < best.processor {
			best = u
		}
	}
	return best, nil
}

// exponent returns the slope of the line that fits the logarithms of y over those of the cases, by least squares.
func exponent(all []usage, y func(usage) float64) float64 {
	var sx, sy, sxx, sxy float64
	for _, u := range all {
		lx, ly := math.Log(u.cases), math.Log(y(u))
		sx, sy, sxx, sxy = sx+lx, sy+ly, sxx+lx*lx, sxy+lx*ly
	}
	n := float64(len(all))
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
