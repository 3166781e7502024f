// People measures tflink resolve beside Splink on made-up tables of people.
//
//	go run ./bench/people -rows 200000,1000000
//
// It generates the tables (profile people, seed 1), sets up a Python environment with the versions pinned in
// requirements.txt (in bench/.cache), runs each program once in a process of its own on the same file, one after the
// other, and writes times, peak memory and scores against the planted truth to bench/results/people.md. It needs to be
// run from the module's root, with python3 on the path.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/tflink/tflink/bench/internal/peer"
	"github.com/tflink/tflink/internal/casegen"
	"github.com/tflink/tflink/linkage/eval"
)

const (
	cacheDir   = "bench/.cache"
	scriptDir  = "bench/people"
	resultFile = "bench/results/people.md"
)

func main() {
	rows := flag.String("rows", "200000,1000000", "sizes to measure, with commas between")
	result := flag.String("o", resultFile, "file to write the table to")
	flag.Parse()
	if err := run(*rows, *result); err != nil {
		fmt.Fprintln(os.Stderr, "people:", err)
		os.Exit(1)
	}
}

func run(sizes, result string) error {
	python, err := prepare()
	if err != nil {
		return err
	}
	var tables []table
	for s := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil {
			return fmt.Errorf("-rows: %w", err)
		}
		t, err := measure(n, python)
		if err != nil {
			return err
		}
		tables = append(tables, t)
	}
	for i := range tables { // last: what this process holds would count as its children's peak
		if err := tables[i].score(); err != nil {
			return err
		}
	}
	return os.WriteFile(result, report(tables), 0o644)
}

// prepare builds tflink, sets up Python and returns its path.
func prepare() (python string, err error) {
	if err := os.MkdirAll(cacheDir, 0o755); err != nil {
		return "", err
	}
	folder := filepath.Join(cacheDir, "people")
	python = filepath.Join(folder, "bin", "python")
	commands := [][]string{
		{"go", "build", "-o", filepath.Join(cacheDir, "tflink"), "./cmd/tflink"},
		{"python3", "-m", "venv", folder},
		{python, "-m", "pip", "install", "-q", "-r", filepath.Join(scriptDir, "requirements.txt")},
	}
	for _, c := range commands {
		cmd := exec.Command(c[0], c[1:]...)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return "", fmt.Errorf("%s: %w", strings.Join(c, " "), err)
		}
	}
	return python, nil
}

// A table holds the results of one size.
type table struct {
	records int
	truth   string // file with the true entities
	rows    []result
}

// A result is what one program took and found.
type result struct {
	name  string
	found string // file with its entities
	read  func(io.Reader) (eval.Assignment, error)
	peer.Usage
	load  string     // of the machine over the last minute, when it began
	score eval.Pairs // of the entities
}

// measure makes a table of n rows and runs both programs on it.
func measure(n int, python string) (table, error) {
	work := filepath.Join(cacheDir, "people-"+strconv.Itoa(n))
	if err := casegen.WriteTable(work, casegen.Options{Profile: "people", Cases: n, Seed: 1}); err != nil {
		return table{}, err
	}
	runtime.GC() // the table was in memory
	t := table{records: n, truth: filepath.Join(work, "truth.csv")}
	file, ours, theirs := filepath.Join(work, "data", "records.csv"), filepath.Join(work, "tflink.jsonl"), filepath.Join(work, "splink.csv")
	for _, p := range []struct {
		result
		args   []string
		stdout string
	}{
		{result{name: "tflink resolve", found: ours, read: eval.ReadAssignments},
			[]string{filepath.Join(cacheDir, "tflink"), "resolve", file, "--kind", "person", "--json"}, ours},
		{result{name: "Splink", found: theirs, read: eval.ReadTruth},
			[]string{python, filepath.Join(scriptDir, "splink_people.py"), theirs, file}, ""},
	} {
		if err := p.run(p.args, p.stdout); err != nil {
			return table{}, err
		}
		fmt.Fprintf(os.Stderr, "%9d  %-16s %8.2f s %8.2f s of processor %7.0f MB\n", n, p.name, p.Seconds, p.Processor, p.Megabytes)
		t.rows = append(t.rows, p.result)
	}
	return t, nil
}

// run runs a program once and notes what it took.
func (r *result) run(args []string, stdout string) error {
	var said bytes.Buffer
	r.load = load()
	used, err := peer.Run(args, stdout, &said)
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", r.name, err, said.Bytes())
	}
	r.Usage = used
	return nil
}

// load returns the load of the machine over the last minute, where the system tells.
func load() string {
	text, _ := os.ReadFile("/proc/loadavg")
	first, _, _ := strings.Cut(string(text), " ")
	return first
}

// score compares what the programs found with the truth.
func (t *table) score() error {
	truth, err := peer.ReadFile(t.truth, eval.ReadTruth)
	if err != nil {
		return err
	}
	for i := range t.rows {
		found, err := peer.ReadFile(t.rows[i].found, t.rows[i].read)
		if err != nil {
			return err
		}
		t.rows[i].score = eval.Align(truth, found).Pairs()
	}
	return nil
}

// report writes the tables as Markdown.
func report(tables []table) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# People: tflink resolve beside Splink\n\n"+
		"`go run ./bench/people` wrote this: each program ran once, one after the other, on the same made-up table (profile `people`, seed 1), from the\n"+
		"file to the file of entities. Splink ran with the settings of its documentation's example of deduplicating people, which\n"+
		"`bench/people/splink_people.py` has with what was changed. Peak is resident memory; F1 is pairwise, against the planted truth. Load is how many\n"+
		"programs wanted a processor in the minute before: above that of an idle machine the seconds are those of a busy one, and the\n"+
		"seconds of processor are what to compare.\n\n"+
		"Machine: %d cores, %s; %s, %s.\n", runtime.NumCPU(), peer.Memory(peer.Field("/proc/meminfo", "MemTotal")), runtime.Version(), peer.Requirements(scriptDir))
	for _, t := range tables {
		fmt.Fprintf(&b, "\n## %d records\n\n", t.records)
		b.WriteString("| program | seconds | processor | peak MB | load | precision | recall | F1 |\n|---|---:|---:|---:|---:|---:|---:|---:|\n")
		for _, r := range t.rows {
			fmt.Fprintf(&b, "| %s | %.1f | %.1f | %.0f | %s | %.4f | %.4f | %.4f |\n",
				r.name, r.Seconds, r.Processor, r.Megabytes, r.load, r.score.Precision(), r.score.Recall(), r.score.F1())
		}
	}
	return b.Bytes()
}
