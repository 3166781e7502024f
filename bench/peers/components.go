package main

import (
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage/eval"
)

// componentTimes is how long each library takes for the connected components of one graph, in seconds.
type componentTimes struct {
	nodes, edges       int
	ours, scipy, gonum float64
}

// bipartite is a graph of cases and their phones and plates: pairs of nodes.
type bipartite struct {
	nodes int
	edges [][2]int32
}

// graphOf reads the phones and plates of a file's cases as they stand.
func graphOf(file string) (*bipartite, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	header, err := r.Read()
	if err != nil {
		return nil, err
	}
	column := map[string]int{}
	for i, name := range header {
		column[name] = i
	}
	g, values := &bipartite{}, map[string]int32{}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return g, nil
		}
		if err != nil {
			return nil, err
		}
		kase := int32(g.nodes)
		g.nodes++
		for _, name := range []string{"Phone", "License Plate"} {
			value := row[column[name]]
			if value == "" {
				continue
			}
			at, known := values[value]
			if !known {
				at = int32(g.nodes)
				g.nodes++
				values[strings.Clone(value)] = at
			}
			g.edges = append(g.edges, [2]int32{kase, at})
		}
	}
}

// components times the connected components of the graph of a file, and fails where two libraries do not agree on them.
func (b *bench) components(data, work string) (*componentTimes, error) {
	g, err := graphOf(filepath.Join(data, "cases-01.csv"))
	if err != nil {
		return nil, err
	}
	t := &componentTimes{nodes: g.nodes, edges: len(g.edges)}
	var own []int32
	t.ours = fastestOf(5, func() {
		sets := graphs.NewUnionFind(g.nodes)
		for _, e := range g.edges {
			sets.Union(e[0], e[1])
		}
		own = sets.Labels()
	})
	var theirs []int32
	if theirs, t.scipy, err = b.scipyComponents(g, work); err != nil {
		return nil, err
	}
	if !samePartition(own, theirs) {
		return nil, errors.New("scipy and graphs.UnionFind find other components")
	}
	clear(theirs)
	t.gonum = fastestOf(1, func() {
		u := simple.NewUndirectedGraph()
		for i := range g.nodes {
			u.AddNode(simple.Node(i))
		}
		for _, e := range g.edges {
			u.SetEdge(simple.Edge{F: simple.Node(e[0]), T: simple.Node(e[1])})
		}
		for i, part := range topo.ConnectedComponents(u) {
			for _, n := range part {
				theirs[n.ID()] = int32(i)
			}
		}
	})
	if !samePartition(own, theirs) {
		return nil, errors.New("gonum and graphs.UnionFind find other components")
	}
	return t, nil
}

// scipyComponents returns scipy's labels of the nodes, and how long they took.
func (b *bench) scipyComponents(g *bipartite, work string) (labels []int32, seconds float64, err error) {
	edges, found := filepath.Join(work, "edges.i32"), filepath.Join(work, "labels.i32")
	f, err := os.Create(edges)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	if err := binary.Write(f, binary.NativeEndian, g.edges); err != nil {
		return nil, 0, err
	}
	cmd := exec.Command(b.path("peers", "bin", "python"), filepath.Join(scriptDir, "components.py"), strconv.Itoa(g.nodes), edges, found)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, 0, fmt.Errorf("components.py: %w", err)
	}
	if seconds, err = strconv.ParseFloat(strings.TrimSpace(string(out)), 64); err != nil {
		return nil, 0, err
	}
	raw, err := os.Open(found)
	if err != nil {
		return nil, 0, err
	}
	defer raw.Close()
	labels = make([]int32, g.nodes)
	return labels, seconds, binary.Read(raw, binary.NativeEndian, labels)
}

// samePartition reports whether two labellings put the same nodes together.
func samePartition(a, b []int32) bool { return same(eval.PairsOf(a, b)) }

// same reports whether what is together in one labelling is together in the other.
func same(p eval.Pairs) bool { return p.Both == p.Truth && p.Both == p.Found }

// fastestOf returns the seconds of the fastest of several runs.
func fastestOf(runs int, do func()) float64 {
	best := 0.0
	for i := range runs {
		start := time.Now()
		do()
		if took := time.Since(start).Seconds(); i == 0 || took < best {
			best = took
		}
	}
	return best
}
