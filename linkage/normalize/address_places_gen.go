//go:build ignore

// This program writes address_places.txt.gz, the post towns and ZIP codes that
// package normalize knows, from two files of GeoNames (https://www.geonames.org,
// CC BY 4.0): US.txt of the postal codes and cities500.txt of the gazetteer.
//
//	go run address_places_gen.go US.txt cities500.txt
//
// A line is STATE, tab, town, tab, its ZIP codes (ranges as 14601-14627),
// sorted, so that the same sources give the same bytes.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"
)

type town struct{ state, name string }

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: go run address_places_gen.go US.txt cities500.txt")
	}
	zips := map[town][]int{}
	eachLine(os.Args[1], func(f []string) {
		if zip, err := strconv.Atoi(f[1]); err == nil && f[2] != "" && f[4] != "" {
			t := town{f[4], f[2]}
			zips[t] = append(zips[t], zip)
		}
	})
	eachLine(os.Args[2], func(f []string) {
		// PPLX is a section of a town, which is no post town.
		t := town{f[10], f[2]}
		if f[8] == "US" && f[7] != "PPLX" && len(t.state) == 2 && zips[t] == nil {
			zips[t] = []int{}
		}
	})
	if err := os.WriteFile("address_places.txt.gz", compress(lines(zips)), 0o644); err != nil {
		log.Fatal(err)
	}
}

func eachLine(file string, do func(fields []string)) {
	f, err := os.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		do(strings.Split(in.Text(), "\t"))
	}
	if err := in.Err(); err != nil {
		log.Fatal(err)
	}
}

func lines(zips map[town][]int) []string {
	var out []string
	for t, list := range zips {
		out = append(out, t.state+"\t"+t.name+"\t"+ranges(list))
	}
	slices.Sort(out)
	return out
}

// ranges writes ZIP codes as "14601-14627 14638".
func ranges(zips []int) string {
	slices.Sort(zips)
	zips = slices.Compact(zips)
	var b strings.Builder
	for i := 0; i < len(zips); {
		j := i
		for j+1 < len(zips) && zips[j+1] == zips[j]+1 {
			j++
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%05d", zips[i])
		if j > i {
			fmt.Fprintf(&b, "-%05d", zips[j])
		}
		i = j + 1
	}
	return b.String()
}

func compress(lines []string) []byte {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	for _, l := range lines {
		fmt.Fprintln(z, l)
	}
	if err := z.Close(); err != nil {
		log.Fatal(err)
	}
	return b.Bytes()
}
