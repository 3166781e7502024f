package main

import (
	"fmt"
	"io"
	"os"

	"github.com/tflink/tflink/bench/internal/peer"
	"github.com/tflink/tflink/linkage/eval"
)

// A program is one thing to measure.
type program struct {
	name   string
	job    string // programs with the same job must find the same clusters; "" is one of its own
	args   []string
	output string // file with its clusters; "" if it makes none
	stdout bool   // the clusters come on its stdout
	fresh  string // folder to remove before each run
	read   func(io.Reader) (eval.Assignment, error)
}

// A result is the fastest of several runs.
type result struct {
	program
	peer.Usage
	score *eval.Pairs // nil if the program makes no clusters
}

// fastest runs the program so many times (at least once).
func (p *program) fastest(runs int) (result, error) {
	var best result
	for i := range max(runs, 1) {
		r, err := p.run()
		if err != nil {
			return best, err
		}
		if i == 0 || r.Seconds < best.Seconds {
			best = r
		}
	}
	return best, nil
}

// run runs the program once, in a process of its own.
func (p *program) run() (result, error) {
	if p.fresh != "" {
		if err := os.RemoveAll(p.fresh); err != nil {
			return result{}, err
		}
	}
	stdout := ""
	if p.stdout {
		stdout = p.output
	}
	used, err := peer.Run(p.args, stdout, os.Stderr)
	if err != nil {
		return result{}, fmt.Errorf("%s: %w", p.name, err)
	}
	return result{program: *p, Usage: used}, nil
}
