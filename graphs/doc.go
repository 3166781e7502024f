// Package graphs answers: here is the network, what hangs together, what holds
// it together, what lies between?
//
// A [Network] is an attributed case–entity graph in flat arrays: nodes and
// edges are dense integers in a canonical order, adjacency is in compressed
// sparse rows. It has gonum's interfaces on top, so that every algorithm of
// gonum runs on it. Nothing here reads a clock, a file or a random source: the
// same content gives the same answer in the same order.
package graphs
