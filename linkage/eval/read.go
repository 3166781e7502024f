package eval

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// ReadTruth reads a table of two columns, case id and cluster, separated by
// commas, under a header line. An empty cluster means that it is not known.
// A case that stands twice with different clusters is an error.
func ReadTruth(r io.Reader) (Assignment, error) {
	table := csv.NewReader(r)
	table.FieldsPerRecord = -1
	table.ReuseRecord = true
	out := Assignment{}
	for first := true; ; first = false {
		cells, err := table.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("truth: %w", err)
		}
		if first {
			continue
		}
		line, _ := table.FieldPos(0)
		if len(cells) < 2 {
			return nil, fmt.Errorf("truth: line %d: expected a case id and a cluster", line)
		}
		if have, ok := out[cells[0]]; ok && have != cells[1] {
			return nil, fmt.Errorf("truth: line %d: the case stood before with another cluster", line)
		}
		out[cells[0]] = cells[1]
	}
}

// ReadAssignments reads JSON lines as tflink writes them: those of type
// "assignment" give each case its cluster, those of type "resolution" each
// record its entity; other types are passed over.
func ReadAssignments(r io.Reader) (Assignment, error) {
	lines := json.NewDecoder(bufio.NewReaderSize(r, 1<<16))
	out := Assignment{}
	for n := 1; ; n++ {
		var line struct{ Type, Case, Cluster, Record, Entity string }
		err := lines.Decode(&line)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("assignments: record %d: %w", n, err)
		}
		switch line.Type {
		case "assignment":
			out[line.Case] = line.Cluster
		case "resolution":
			out[line.Record] = line.Entity
		}
	}
}
