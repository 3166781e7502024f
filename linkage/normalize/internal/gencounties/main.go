// Command gencounties writes the county table that package normalize embeds.
//
//	gencounties POPULATION.csv ADJACENCY.txt > counties.txt
//
// Both inputs are published by the US Census Bureau and in the public domain:
// the annual resident population estimates of counties (co-est2019-annres) and
// the county adjacency file (county_adjacency.txt).
package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gencounties POPULATION.csv ADJACENCY.txt > counties.txt")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gencounties:", err)
		os.Exit(1)
	}
}

// renumbered maps the codes of the adjacency file, which is of 2010, to those
// in use since: Wade Hampton became Kusilvak and Shannon became Oglala Lakota in
// 2015, Bedford city became a part of Bedford County in 2013.
var renumbered = map[string]string{"02270": "02158", "46113": "46102", "51515": "51019"}

// renamed holds the names in use where the adjacency file has an older one or
// lost a diacritic.
var renamed = map[string]string{
	"02158": "Kusilvak Census Area",
	"02195": "Petersburg Borough",
	"22059": "LaSalle Parish",
	"46102": "Oglala Lakota County",
	"51019": "Bedford County", // met first as the former city
	"72011": "Añasco Municipio",
	"72021": "Bayamón Municipio",
	"72029": "Canóvanas Municipio",
	"72033": "Cataño Municipio",
	"72045": "Comerío Municipio",
	"72055": "Guánica Municipio",
	"72075": "Juana Díaz Municipio",
	"72083": "Las Marías Municipio",
	"72087": "Loíza Municipio",
	"72091": "Manatí Municipio",
	"72097": "Mayagüez Municipio",
	"72111": "Peñuelas Municipio",
	"72117": "Rincón Municipio",
	"72119": "Río Grande Municipio",
	"72125": "San Germán Municipio",
	"72131": "San Sebastián Municipio",
}

type county struct {
	name       string
	state      string // two letters
	population int
	neighbors  map[string]bool
}

func run(populationFile, adjacencyFile string, w io.Writer) error {
	counties, err := readAdjacency(adjacencyFile)
	if err != nil {
		return err
	}
	if err := readPopulation(populationFile, counties); err != nil {
		return err
	}
	return write(w, counties)
}

// readAdjacency returns the counties by code, with their neighbours.
func readAdjacency(name string) (map[string]*county, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	counties := map[string]*county{}
	get := func(code, label string) string {
		if to, ok := renumbered[code]; ok {
			code = to
		}
		if counties[code] == nil {
			label, state, _ := strings.Cut(label, ", ")
			if to, ok := renamed[code]; ok {
				label = to
			}
			counties[code] = &county{name: label, state: state, neighbors: map[string]bool{}}
		}
		return code
	}
	var here string
	lines := bufio.NewScanner(charmap.ISO8859_1.NewDecoder().Reader(f))
	for lines.Scan() {
		fields := strings.Split(strings.ReplaceAll(lines.Text(), `"`, ""), "\t")
		if len(fields) != 4 {
			continue
		}
		if fields[1] != "" {
			here = get(fields[1], fields[0])
		}
		there := get(fields[3], fields[2])
		if here != there {
			counties[here].neighbors[there] = true
			counties[there].neighbors[here] = true
		}
	}
	return counties, lines.Err()
}

// readPopulation adds the 2019 estimates, and the spelling of the population
// file where the adjacency file lost a diacritic.
func readPopulation(name string, counties map[string]*county) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return err
	}
	byLabel := map[string]*county{}
	for _, c := range counties {
		byLabel[ascii(c.name)+", "+c.state] = c
	}
	for _, row := range rows[1:] {
		label, state, _ := strings.Cut(strings.TrimPrefix(row[0], "."), ", ")
		c := byLabel[ascii(label)+", "+stateCodes[state]]
		if c == nil {
			return fmt.Errorf("no code for %s, %s", label, state)
		}
		c.name = label
		if c.population, err = strconv.Atoi(strings.ReplaceAll(row[len(row)-1], ",", "")); err != nil {
			return err
		}
	}
	return nil
}

// ascii leaves the ASCII characters of s.
func ascii(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 127 {
			return -1
		}
		return r
	}, s)
}

// write writes a line CODE|NAME|POPULATION|NEIGHBOURS per county, by code; a
// neighbour in the same state is written without the state's two digits.
func write(w io.Writer, counties map[string]*county) error {
	out := bufio.NewWriter(w)
	codes := make([]string, 0, len(counties))
	for code := range counties {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		c := counties[code]
		neighbors := make([]string, 0, len(c.neighbors))
		for n := range c.neighbors {
			neighbors = append(neighbors, n)
		}
		slices.Sort(neighbors)
		for i, n := range neighbors {
			neighbors[i] = strings.TrimPrefix(n, code[:2])
			if len(neighbors[i]) != 3 {
				neighbors[i] = n
			}
		}
		fmt.Fprintf(out, "%s|%s|%d|%s\n", code, c.name, c.population, strings.Join(neighbors, " "))
	}
	return out.Flush()
}
