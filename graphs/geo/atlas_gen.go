//go:build ignore

// This program writes atlas.bin.gz, the counties and states that package geo
// knows, from counties-10m.json of the npm package us-atlas (ISC), which is the
// cartographic boundaries of the US Census Bureau as TopoJSON:
//
//	npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
//	go run atlas_gen.go package/counties-10m.json
//
// The arcs, which neighbours share, stay whole and on their grid, so that
// nothing can gap; what goes is the text around the numbers. The same source
// gives the same bytes. readAtlas has the format.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"log"
	"math"
	"os"
	"slices"
)

type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int64
	Objects   map[string]struct{ Geometries []geometry }
}

type geometry struct {
	Type       string
	ID         string
	Properties struct{ Name string }
	Arcs       json.RawMessage
}

// polygons returns the rings of the geometry's polygons, as arc numbers.
func (g geometry) polygons() [][][]int64 {
	var many [][][]int64
	var one [][]int64
	var err error
	if g.Type == "Polygon" {
		err = json.Unmarshal(g.Arcs, &one)
		many = [][][]int64{one}
	} else {
		err = json.Unmarshal(g.Arcs, &many)
	}
	if err != nil {
		log.Fatalf("%s: %v", g.ID, err)
	}
	return many
}

// widen makes a shape of a county that simplification made a line there and back:
// Falls Church, two miles wide. It leads the arc of the county's ring with the given number, which a neighbour
// shares, by way of a place on the grid where the county's far end is.
func (t topology) widen(county string, number int, by [2]int64) {
	for _, c := range t.Objects["counties"].Geometries {
		if c.ID != county {
			continue
		}
		arc := t.Arcs[c.polygons()[0][0][number]]
		if len(arc) != 2 {
			log.Fatalf("%s is no line any more: look at it", county)
		}
		first := [2]int64{by[0] - arc[0][0], by[1] - arc[0][1]}
		t.Arcs[c.polygons()[0][0][number]] = [][2]int64{arc[0], first, {arc[1][0] - first[0], arc[1][1] - first[1]}}
	}
}

// points returns how many places a ring has, the first one twice.
func (t topology) points(ring []int64) int {
	sum := 1
	for _, a := range ring {
		sum += len(t.Arcs[max(a, ^a)]) - 1
	}
	return sum
}

type writer struct{ bytes.Buffer }

func (w *writer) count(n int)    { w.Write(binary.AppendUvarint(nil, uint64(n))) }
func (w *writer) number(n int64) { w.Write(binary.AppendVarint(nil, n)) }
func (w *writer) text(s string)  { w.count(len(s)); w.WriteString(s) }

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run atlas_gen.go counties-10m.json")
	}
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var t topology
	if err := json.Unmarshal(data, &t); err != nil {
		log.Fatal(err)
	}
	t.widen("51610", 1, [2]int64{28408, 62203})
	w := &writer{}
	for _, v := range [][2]float64{t.Transform.Scale, t.Transform.Translate} {
		w.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(v[0])))
		w.Write(binary.LittleEndian.AppendUint64(nil, math.Float64bits(v[1])))
	}
	w.count(len(t.Arcs))
	for _, arc := range t.Arcs {
		w.count(len(arc))
		for _, step := range arc {
			w.number(step[0])
			w.number(step[1])
		}
	}
	states := sorted(t, "states")
	w.count(len(states))
	for _, s := range states {
		w.text(s.ID)
		w.text(s.Properties.Name)
	}
	counties := sorted(t, "counties")
	w.count(len(counties))
	for _, c := range counties {
		w.text(c.ID)
		w.text(c.Properties.Name)
		// An island or a hole that the grid made a point or a line is no shape.
		line := func(ring []int64) bool { return t.points(ring) < 4 }
		polygons := slices.DeleteFunc(c.polygons(), func(rings [][]int64) bool { return line(rings[0]) })
		for i, rings := range polygons {
			polygons[i] = slices.DeleteFunc(rings, line)
		}
		w.count(len(polygons))
		for _, rings := range polygons {
			w.count(len(rings))
			for _, ring := range rings {
				w.count(len(ring))
				for _, arc := range ring {
					w.number(arc)
				}
			}
		}
	}
	if err := os.WriteFile("atlas.bin.gz", zipped(w.Bytes()), 0o644); err != nil {
		log.Fatal(err)
	}
}

func sorted(t topology, object string) []geometry {
	g := t.Objects[object].Geometries
	slices.SortFunc(g, func(a, b geometry) int { return cmp.Compare(a.ID, b.ID) })
	return g
}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = z.Write(data)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		log.Fatal(err)
	}
	return b.Bytes()
}
