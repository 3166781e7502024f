// Pagerank answers: how do I run an algorithm of gonum on a cluster?
//
// A cluster's graph implements gonum's interfaces, so every algorithm of
// gonum.org/v1/gonum/graph takes it as it is. This one ranks what holds the first
// cluster of some files together.
//
//	go run ./examples/pagerank examples/data/*
package main

import (
	"cmp"
	"context"
	"fmt"
	"log"
	"os"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/network"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/intake"
)

// bothWays is a network as a directed graph, which PageRank asks for: each edge leads both ways.
type bothWays struct{ *graphs.Network }

func (g bothWays) To(id int64) graph.Nodes       { return g.From(id) }
func (g bothWays) HasEdgeFromTo(u, v int64) bool { return g.HasEdgeBetween(u, v) }

// The damping of PageRank that Brin and Page 1998 chose, and how exact the ranks are.
const (
	damping   = 0.85
	tolerance = 1e-6
)

func main() {
	g, err := firstCluster(context.Background(), os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	rank := network.PageRank(bothWays{g}, damping, tolerance)
	nodes := make([]int32, g.Len())
	for v := range nodes {
		nodes[v] = int32(v)
	}
	slices.SortStableFunc(nodes, func(a, b int32) int { return cmp.Compare(rank[int64(b)], rank[int64(a)]) })
	for _, v := range nodes[:min(5, len(nodes))] {
		fmt.Printf("%.3f  %s %s, in %d cases\n", rank[int64(v)], g.At(v).Kind, g.At(v).Text(), g.Degree(v))
	}
}

// firstCluster links the cases of the files and returns the graph of the first cluster.
func firstCluster(ctx context.Context, files []string) (*graphs.Network, error) {
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if _, err := intake.Read(ctx, f, intake.Options{}, l.Add); err != nil {
			return nil, err
		}
	}
	n, err := l.Link(ctx)
	if err != nil {
		return nil, err
	}
	clusters := n.Clusters(2)
	if len(clusters) == 0 {
		return nil, fmt.Errorf("no cluster spans two counties in %d files", len(files))
	}
	return n.Graph(clusters[0])
}
