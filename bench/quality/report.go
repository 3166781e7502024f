package main

import (
	"bytes"
	"fmt"
	"strings"
)

// A section is one table: a row a set.
type section struct {
	title string
	about string
	own   []string // headings of what is said of the set and of tflink
	peers []string // headings of the peers' columns
	rows  []row
}

// A row is what was reached on one set.
type row struct {
	set     string
	own     []string
	skipped string // why the set was left out
	// input is what the peers are given; ask has them answer, by heading. Nil where no peer does this job.
	input []byte
	ask   func(p *python) (map[string]float64, error)
}

func decimals(values ...float64) []string {
	var out []string
	for _, v := range values {
		out = append(out, fmt.Sprintf("%.4f", v))
	}
	return out
}

// report writes the sections as Markdown.
func report(sections []section, k *known) []byte {
	var b bytes.Buffer
	b.WriteString("# How right tflink is, and its peers\n\n" +
		"`go run ./bench/quality` wrote this, `go run ./bench/quality -peers` with the peers. tflink runs at its default settings, one path of code for\n" +
		"all sets, without labels. The peers run at the settings that their own documentation shows ([peers.py](peers.py) has them). Precision (P), recall (R)\n" +
		"and F1 are of pairs where nothing else is said. A dash: that peer does not do this job, or was not measured on this set.\n\n")
	if k.Machine != "" {
		fmt.Fprintf(&b, "Peers: %s, on %s.\n", k.Versions, k.Machine)
	}
	for _, s := range sections {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", s.title, s.about)
		heads := append(append([]string{"set"}, s.own...), s.peers...)
		fmt.Fprintf(&b, "| %s |\n|---|%s\n", strings.Join(heads, " | "), strings.Repeat("---:|", len(heads)-1))
		for _, r := range s.rows {
			if r.skipped != "" {
				fmt.Fprintf(&b, "| %s | left out: %s |%s\n", r.set, r.skipped, strings.Repeat(" |", len(heads)-2))
				continue
			}
			cells := append([]string{r.set}, r.own...)
			for _, p := range s.peers {
				cells = append(cells, k.cell(s, r, p))
			}
			fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | "))
		}
	}
	return b.Bytes()
}
