// Peers measures tflink beside scripts that make the same clusters from exact
// phones and plates: DuckDB SQL with scipy or igraph, and Polars with networkx; and beside GNU sort of
// those values. Scripts that do the same job must find the same clusters, or it fails. It also times the connected
// components of one graph in package graphs, scipy and gonum.
//
//	go run ./bench/peers -cases 10000,100000,1000000
//
// It generates the cases, and copies the public layoff notices of New York a hundred times over where they are there, sets up a Python environment with the versions pinned
// in requirements.txt (in bench/.cache), runs every program in a process of its
// own on the same file, and writes times, peak memory and scores against the
// planted truth to bench/results/peers.md. It needs to be run from the module's
// root, with python3 on the path.
package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/bench/internal/peer"
	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage/eval"
)

const (
	cacheDir   = "bench/.cache"
	scriptDir  = "bench/peers"
	resultFile = "bench/results/peers.md"
	// hubCap is the fixed cap that a script's author would choose after a look at
	// the data: the hubs have hundreds of cases, the rings eight at most.
	hubCap = "50"
)

func main() {
	sizes := flag.String("cases", "10000,100000,1000000", "sizes to measure, with commas between")
	runs := flag.Int("runs", 3, "runs of each program; the fastest counts")
	notices := flag.String("notices", "../shared/data/nys-warn", "folder of the layoff notices, left out where it is not there")
	result := flag.String("o", resultFile, "file to write the table to")
	flag.Parse()
	if err := run(*sizes, *runs, *notices, *result); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(sizes string, runs int, notices, result string) error {
	cache, err := filepath.Abs(cacheDir)
	if err != nil {
		return err
	}
	bench := bench{cache: cache, runs: runs}
	if err := bench.prepare(); err != nil {
		return err
	}
	var tables []table
	for _, s := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil {
			return fmt.Errorf("-cases: %w", err)
		}
		t, err := bench.measure(n)
		if err != nil {
			return err
		}
		tables = append(tables, t)
	}
	if _, err := os.Stat(notices); err != nil {
		fmt.Fprintln(os.Stderr, "the layoff notices are left out:", err)
	} else {
		t, err := bench.measureNotices(notices)
		if err != nil {
			return err
		}
		tables = append(tables, t)
	}
	// Scoring comes last: what this process holds would count as its children's peak.
	for i := range tables {
		t := &tables[i]
		if err := t.score(); err != nil {
			return err
		}
		if t.components, err = bench.components(filepath.Join(t.work, "data"), t.work); err != nil {
			return err
		}
	}
	return os.WriteFile(result, report(machine(), tables), 0o644)
}

// A bench runs the programs.
type bench struct {
	cache string
	runs  int
}

func (b *bench) path(parts ...string) string {
	return filepath.Join(append([]string{b.cache}, parts...)...)
}

// prepare builds tflink and the bare reader, and sets up Python.
func (b *bench) prepare() error {
	if err := os.MkdirAll(b.cache, 0o755); err != nil {
		return err
	}
	commands := [][]string{
		{"go", "build", "-o", b.path("tflink"), "./cmd/tflink"},
		{"go", "build", "-o", b.path("csvread"), "./bench/peers/csvread"},
	}
	if _, err := os.Stat(b.path("peers", "bin", "python")); err != nil {
		commands = append(commands, []string{"python3", "-m", "venv", b.path("peers")})
	}
	commands = append(commands, []string{b.path("peers", "bin", "pip"), "install", "-q", "-r", filepath.Join(scriptDir, "requirements.txt")})
	for _, c := range commands {
		cmd := exec.Command(c[0], c[1:]...)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(c, " "), err)
		}
	}
	return nil
}

// programs are what is measured, each on the same file.
func (b *bench) programs(data, work string) []program {
	python := b.path("peers", "bin", "python")
	file := filepath.Join(data, "cases-01.csv")
	out := func(name string) string { return filepath.Join(work, name) }
	script := func(output string, words ...string) []string {
		return append([]string{python, filepath.Join(scriptDir, words[0])}, append(words[1:], out(output), file)...)
	}
	all := []program{
		{name: "encoding/csv, reading only", args: []string{b.path("csvread"), file}},
		{name: "tflink clusters", args: []string{b.path("tflink"), "clusters", data, "--span", "1", "--json", "--assignments"},
			output: out("tflink.jsonl"), stdout: true, read: eval.ReadAssignments},
		{name: "tflink import", args: []string{b.path("tflink"), "import", data, "--workspace", out("workspace")}, fresh: out("workspace")},
		{name: "DuckDB + scipy, cap " + hubCap, job: "cap", args: script("duckdb.csv", "duckdb_components.py", "scipy", hubCap), output: out("duckdb.csv"), read: eval.ReadTruth},
		{name: "DuckDB + igraph, cap " + hubCap, job: "cap", args: script("igraph.csv", "duckdb_components.py", "igraph", hubCap), output: out("igraph.csv"), read: eval.ReadTruth},
		{name: "Polars + networkx, cap " + hubCap, job: "cap", args: script("polars.csv", "polars_networkx.py", hubCap), output: out("polars.csv"), read: eval.ReadTruth},
		{name: "DuckDB + scipy, no cap", args: script("duckdb0.csv", "duckdb_components.py", "scipy", "0"), output: out("duckdb0.csv"), read: eval.ReadTruth},
	}
	if sort, err := exec.LookPath("sort"); err == nil {
		all = append(all, program{name: "GNU sort of phones and plates", args: []string{sort, "-o", out("sorted.txt"), out("values.txt")}})
	} else {
		fmt.Fprintln(os.Stderr, "GNU sort is left out:", err)
	}
	return all
}

// writeValues writes the phones and plates of a file's cases one a line, for sort.
func writeValues(data, work string) error {
	in, err := os.Open(filepath.Join(data, "cases-01.csv")) // never whole in memory: what this process holds counts as its children's peak
	if err != nil {
		return err
	}
	defer in.Close()
	f, err := os.Create(filepath.Join(work, "values.txt"))
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	defer w.Flush()
	rows := csv.NewReader(in)
	rows.ReuseRecord = true
	head, err := rows.Read()
	if err != nil {
		return err
	}
	phone, plate := slices.Index(head, "Phone"), slices.Index(head, "License Plate")
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\n%s\n", row[phone], row[plate])
	}
}

// measure generates n cases and runs every program on them.
func (b *bench) measure(n int) (table, error) {
	work := b.path("peers-" + strconv.Itoa(n))
	o := casegen.Options{Profile: casegen.ScaleProfile, Cases: n, Seed: 1}
	if err := casegen.WriteScale(work, o, 1); err != nil {
		return table{}, err
	}
	return b.runAll(table{title: fmt.Sprintf("%d cases", n), cases: n, work: work, truth: filepath.Join(work, "truth.csv")})
}

// measureNotices copies the layoff notices of a folder and runs every program on them.
func (b *bench) measureNotices(folder string) (table, error) {
	work := b.path("peers-notices")
	n, err := writeNotices(folder, filepath.Join(work, "data", "cases-01.csv"))
	if err != nil {
		return table{}, err
	}
	return b.runAll(table{title: fmt.Sprintf("Layoff notices, each %d times: %d", copies, n), cases: n, work: work})
}

// runAll runs every program on the cases of a table.
func (b *bench) runAll(t table) (table, error) {
	work := t.work
	info, err := os.Stat(filepath.Join(work, "data", "cases-01.csv"))
	if err != nil {
		return table{}, err
	}
	t.bytes = info.Size()
	if err := writeValues(filepath.Join(work, "data"), work); err != nil {
		return table{}, err
	}
	for _, p := range b.programs(filepath.Join(work, "data"), work) {
		r, err := p.fastest(b.runs)
		if err != nil {
			return table{}, err
		}
		fmt.Fprintf(os.Stderr, "%9d  %-28s %8.2f s %8.2f s of processor %7.0f MB\n", t.cases, p.name, r.Seconds, r.Processor, r.Megabytes)
		t.rows = append(t.rows, r)
	}
	return t, nil
}

// score compares what the programs of the table found with the truth, if it is known, and those with the same job with each other.
func (t *table) score() error {
	var truth eval.Assignment
	if t.truth != "" {
		var err error
		if truth, err = peer.ReadFile(t.truth, eval.ReadTruth); err != nil {
			return err
		}
	}
	jobs := map[string]eval.Assignment{} // what the first program with a job found
	for i := range t.rows {
		r := &t.rows[i]
		if r.read == nil {
			continue
		}
		found, err := peer.ReadFile(r.output, r.read)
		if err != nil {
			return err
		}
		if t.truth != "" {
			score := eval.Align(truth, found).Pairs()
			r.score = &score
		}
		if r.job == "" {
			continue
		}
		if first, ok := jobs[r.job]; !ok {
			jobs[r.job] = found
		} else if !same(eval.Align(first, found).Pairs()) {
			return fmt.Errorf("%s finds other clusters than the first program with the same job", r.name)
		}
	}
	return nil
}
