package main

import (
	"fmt"
	"math/rand/v2"
	"time"
)

// An agency keeps one file in its own style.
type agency struct {
	name               string
	path               string // under examples/data
	county             string
	counties           []string // of an agency that serves several
	id                 func(day time.Time, n int) string
	perDay             float64        // cases of all kinds that get a number, a day
	columns            map[string]int // values of a kind that its columns hold
	spanish            bool
	between            func(*rand.Rand) string // what stands between two sentences
	noise              int                     // cases of no ring
	atMotel, atHotline int                     // how many of them are at a hub
	themes             []string
	write              func([]*incident) ([]byte, error)
}

func space(*rand.Rand) string { return " " }

// lines breaks a line now and then: cells of several lines.
func lines(r *rand.Rand) string { return pick(r, []string{" ", " ", "\n"}) }

var agencies []agency

// init fills agencies: the writers refer to them.
func init() {
	agencies = []agency{
		{
			name: "wyoming", path: "wyoming.csv", county: "Wyoming", perDay: .4, write: writeWyoming, between: lines,
			id:      func(day time.Time, n int) string { return fmt.Sprintf("WY-%d-%04d", day.Year(), n) },
			columns: map[string]int{"phone": 2, "plate": 1, "business": 1, "address": 1},
			noise:   40, atMotel: 3, atHotline: 4, themes: []string{"farm", "dairy", "farm", "dairy", "crew", "motel", "house"},
		},
		{
			name: "erie", path: "erie.xlsx", county: "Erie", perDay: 3, write: writeErie, between: space,
			id:      func(day time.Time, n int) string { return fmt.Sprintf("ER-%d-%04d", day.Year(), n) },
			columns: map[string]int{"phone": 3, "plate": 2, "business": 1, "address": 1, "email": 1},
			noise:   48, atMotel: 4, atHotline: 4, themes: []string{"massage", "ads", "motel", "restaurant", "nails", "house", "crew"},
		},
		{
			name: "monroe", path: "monroe.jsonl", county: "Monroe", perDay: 20, write: writeMonroe, between: space,
			id:      func(day time.Time, n int) string { return fmt.Sprintf("%02d-%06d", day.Year()%100, n) },
			columns: map[string]int{"phone": 4, "plate": 2, "business": 1, "address": 1, "email": 2, "handle": 2},
			noise:   46, atMotel: 4, atHotline: 3, themes: []string{"ads", "ads", "massage", "motel", "restaurant", "house", "staffing"},
		},
		{
			name: "genesee", path: "genesee_export.tsv", county: "Genesee", perDay: 2, write: writeGenesee, between: space,
			id:      func(day time.Time, n int) string { return fmt.Sprintf("GC%02d%05d", day.Year()%100, n) },
			columns: map[string]int{"phone": 2, "plate": 1, "business": 1, "address": 1},
			noise:   42, atMotel: 7, atHotline: 3, themes: []string{"farm", "motel", "crew", "staffing", "ads", "dairy"},
		},
		{
			name: "livingston", path: "livingston-denuncias.csv", county: "Livingston", perDay: .3, write: writeLivingston, between: space, spanish: true,
			id:      func(day time.Time, n int) string { return fmt.Sprintf("L%02d/%03d", day.Year()%100, n) },
			columns: map[string]int{"phone": 2, "plate": 1, "business": 1, "address": 1},
			noise:   34, atHotline: 3, themes: []string{"farm", "dairy", "farm", "staffing", "house"},
		},
		{
			name: "niagara", path: "niagara county tips.txt", county: "Niagara", perDay: 1, write: writeNiagara, between: space,
			id:      func(day time.Time, n int) string { return fmt.Sprintf("NIA/%02d/%03d", day.Year()%100, n) },
			columns: map[string]int{"phone": 3, "plate": 2, "business": 1, "address": 1, "email": 1, "handle": 1},
			noise:   40, atMotel: 2, atHotline: 3, themes: []string{"massage", "motel", "ads", "restaurant", "crew", "nails"},
		},
		{
			name: "onondaga", path: "onondaga.json", county: "Onondaga", perDay: 1.5, write: writeOnondaga, between: space,
			id:      func(day time.Time, n int) string { return fmt.Sprintf("ONO-%02d-%05d", day.Year()%100, n) },
			columns: map[string]int{"phone": 3, "plate": 2, "business": 1, "address": 1, "email": 1, "handle": 2},
			noise:   42, atHotline: 4, themes: []string{"ads", "massage", "restaurant", "crew", "staffing", "house"},
		},
		{
			name: "tips", path: "finger-lakes-tip-line.csv.gz", perDay: 8, write: writeTips, between: lines,
			counties: []string{"Ontario", "Wayne", "Seneca", "Cayuga", "Yates"},
			id:       func(day time.Time, n int) string { return fmt.Sprintf("T%d", (day.Year()-2000)*10_000+n) },
			columns:  map[string]int{"phone": 3, "plate": 1, "business": 1, "address": 1, "email": 1, "handle": 1},
			noise:    44, atMotel: 1, atHotline: 5, themes: []string{"farm", "staffing", "ads", "motel", "crew", "house", "dairy"},
		},
	}
}

func agencyOf(name string) *agency {
	for i := range agencies {
		if agencies[i].name == name {
			return &agencies[i]
		}
	}
	panic("sampledata: no agency " + name)
}
