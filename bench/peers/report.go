package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"runtime"
	"strings"

	"github.com/tflink/tflink/bench/internal/peer"
)

// A table holds the results of one size.
type table struct {
	title string
	cases int
	bytes int64
	work  string // folder with the cases in data, and all that the programs write
	truth string // file with the true clusters; "" where they are not known
	rows  []result

	components *componentTimes // nil if they were not measured
}

// report writes the tables as Markdown.
func report(machine string, tables []table) []byte {
	var b bytes.Buffer
	b.WriteString("# tflink beside its peers\n\n" +
		"`go run ./bench/peers` wrote this. The scripts join exact phones and plates under a fixed cap; tflink\n" +
		"reads addresses, firms and people too, weighs them, and finds the hubs by itself. The fastest of the runs counts. Peak\n" +
		"is resident memory, processor is seconds of all threads, which other work on the machine disturbs less. F1 is pairwise, against the planted truth (profile `scale`, seed 1). The programs with the same cap find the same\n" +
		"clusters, which is checked. GNU sort sorts the phones and plates, which were cut out before. The layoff notices are New York's of 2012 to 2018, each copy\n" +
		"with phones and house numbers of its own; company, address and county stand in cells as people typed them, and of a cell with several phones\n" +
		"the scripts take the last ten digits.\n\n")
	fmt.Fprintf(&b, "%s\n", machine)
	for _, t := range tables {
		fmt.Fprintf(&b, "\n## %s, %.0f MB\n\n", t.title, float64(t.bytes)/1e6)
		b.WriteString("| program | seconds | processor | peak MB | precision | recall | F1 |\n|---|---:|---:|---:|---:|---:|---:|\n")
		for _, r := range t.rows {
			fmt.Fprintf(&b, "| %s | %.2f | %.2f | %.0f | %s |\n", r.name, r.Seconds, r.Processor, r.Megabytes, scores(r))
		}
		if c := t.components; c != nil {
			fmt.Fprintf(&b, "\nConnected components of the graph of cases, phones and plates (%d nodes, %d edges), in memory, the build of each library's graph\n"+
				"included: ours %.3f s, scipy %.3f s, gonum `simple` + `topo.ConnectedComponents` %.2f s (%.0f times ours). All three find the same.\n",
				c.nodes, c.edges, c.ours, c.scipy, c.gonum, c.gonum/c.ours)
		}
	}
	return b.Bytes()
}

func scores(r result) string {
	if r.score == nil {
		return "– | – | –"
	}
	return fmt.Sprintf("%.4f | %.4f | %.4f", r.score.Precision(), r.score.Recall(), r.score.F1())
}

// machine describes what the measurements were made on, in one line.
func machine() string {
	parts := []string{fmt.Sprintf("%d cores of %s", runtime.NumCPU(), peer.Field("/proc/cpuinfo", "model name")),
		peer.Memory(peer.Field("/proc/meminfo", "MemTotal")), runtime.GOOS + "/" + runtime.GOARCH, runtime.Version(), pythonVersion(), peer.Requirements(scriptDir)}
	return "Machine: " + strings.Join(parts, "; ") + "."
}

func pythonVersion() string {
	out, err := exec.Command("python3", "--version").Output()
	if err != nil {
		return "no Python"
	}
	return strings.TrimSpace(string(out))
}
