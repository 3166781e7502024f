package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/tflink/tflink/bench/internal/process"
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
	seconds   float64
	processor float64     // seconds of processor, of all threads
	megabytes float64     // peak resident memory, 10^6 bytes
	score     *eval.Pairs // nil if the program makes no clusters
}

// fastest runs the program so many times (at least once).
func (p *program) fastest(runs int) (result, error) {
	var best result
	for i := range max(runs, 1) {
		r, err := p.run()
		if err != nil {
			return best, err
		}
		if i == 0 || r.seconds < best.seconds {
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
	cmd := exec.Command(p.args[0], p.args[1:]...)
	cmd.Stderr = os.Stderr
	if p.stdout {
		f, err := os.Create(p.output)
		if err != nil {
			return result{}, err
		}
		defer f.Close()
		cmd.Stdout = f
	}
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return result{}, fmt.Errorf("%s: %w", p.name, err)
	}
	seconds := time.Since(start).Seconds()
	return result{program: *p, seconds: seconds, processor: process.Processor(cmd.ProcessState), megabytes: process.Peak(cmd.ProcessState)}, nil
}

func readFile(path string, read func(io.Reader) (eval.Assignment, error)) (eval.Assignment, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(f)
}
