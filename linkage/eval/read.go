package eval

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ReadTruth reads a table of two columns, case id and cluster, separated by
// commas, under a header line; more columns are passed over. An empty cluster means that it is not known.
// A case that stands twice with different clusters, a line without a cluster and a
// table without a line are errors, which name the line and hold no ids.
func ReadTruth(r io.Reader) (Assignment, error) {
	table := csv.NewReader(bufio.NewReader(r))
	table.FieldsPerRecord = -1
	table.ReuseRecord = true
	out := Assignment{}
	for first := true; ; first = false {
		cells, err := table.Read()
		if errors.Is(err, io.EOF) {
			if len(out) == 0 {
				return nil, errors.New("truth: no lines below the header; expected one for each case, with its id and its cluster")
			}
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("truth: %w", err)
		}
		line, _ := table.FieldPos(0)
		if len(cells) < 2 {
			return nil, fmt.Errorf("truth: line %d: expected two columns divided by a comma: a case id and a cluster", line)
		}
		if first {
			continue
		}
		id, cluster := strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1])
		if id == "" {
			return nil, fmt.Errorf("truth: line %d: no case id", line)
		}
		if have, ok := out[id]; ok && have != cluster {
			return nil, fmt.Errorf("truth: line %d: the case stood before with another cluster", line)
		}
		out[id] = cluster
	}
}

// A Result is what a program found: the cluster of each case, and of clusters of
// two cases what probability was stated.
type Result struct {
	Assignment Assignment
	Pairs      []Link // clusters of two cases
}

// ReadResult reads JSON lines as tflink writes them: those of type
// "assignment" give each case its cluster, those of type "resolution" each
// record its entity, and those of type "cluster" the probability of a cluster and,
// where no other line does, the cluster of its cases; other types are passed over.
// A line that is no JSON is an error that names it.
func ReadResult(r io.Reader) (Result, error) {
	lines := json.NewDecoder(bufio.NewReaderSize(r, 1<<16))
	out := Result{Assignment: Assignment{}}
	for n := 1; ; n++ {
		var line struct {
			Type, ID, Case, Cluster, Record, Entity string
			Cases                                   []string
			Probability                             float64
		}
		err := lines.Decode(&line)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return Result{}, fmt.Errorf("result: record %d is not as tflink writes it with --json: %w", n, err)
		}
		switch line.Type {
		case "assignment":
			out.Assignment[line.Case] = line.Cluster
		case "resolution":
			out.Assignment[line.Record] = line.Entity
		case "cluster":
			out.addCluster(line.ID, line.Cases, line.Probability)
		}
	}
}

func (r *Result) addCluster(id string, cases []string, probability float64) {
	for _, c := range cases {
		if _, ok := r.Assignment[c]; !ok {
			r.Assignment[c] = id
		}
	}
	if len(cases) == 2 {
		r.Pairs = append(r.Pairs, Link{A: cases[0], B: cases[1], Probability: probability})
	}
}

// ReadAssignments returns the assignment of [ReadResult].
func ReadAssignments(r io.Reader) (Assignment, error) {
	result, err := ReadResult(r)
	return result.Assignment, err
}
