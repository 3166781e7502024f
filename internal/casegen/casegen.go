// Package casegen makes county case files with planted truth: rings that share
// phones, cars, firms and addresses over time, hubs such as motels and hotlines
// that unrelated cases share, and noise. The truth is known because it is
// planted, so that what tflink finds can be scored without anybody's labels.
//
// A corpus is a pure function of its [Options]: the same options give the same bytes.
package casegen

import (
	"fmt"
	"math/rand/v2"
	"sort"
	"time"

	"github.com/tflink/tflink/linkage/normalize"
)

// Options say what to generate.
type Options struct {
	Profile string // a name of [Profiles]
	Cases   int    // about how many cases; the last ring or hub may be cut to fit
	Seed    uint64
	// Vary draws the profile's parameters anew, from the seed, within ±40 % of
	// their values: other worlds of the same sort, against tuning to one.
	Vary bool
}

// A Corpus is a set of cases with their truth.
type Corpus struct {
	Options Options
	Params  Params
	Cases   []Case // in the order of their ids
	Rings   int
	Hubs    int
}

// A Case is a generated case.
type Case struct {
	ID      string
	Ring    int // from 1; 0 is a case that belongs to no ring
	County  int // index into Counties
	Day     time.Time
	Sex     bool // sex trafficking; else labor trafficking
	Values  []Value
	Suspect []string // "Given Family"
}

// Truth returns the case's cluster: its ring, or for a case of no ring its own id.
func (c *Case) Truth() string {
	if c.Ring == 0 {
		return c.ID
	}
	return fmt.Sprintf("ring-%04d", c.Ring)
}

// A Value is something that a case carries.
type Value struct {
	Kind normalize.Kind
	// Means is the canonical form of what is meant and Seen of what stands in
	// the case: they differ where there is a typo. Phones are ten digits,
	// plates "NY KAB1042", businesses a name without legal form, addresses
	// "number|street|suffix|town|ZIP".
	Means, Seen string
	InText      bool // stands in the narrative only
	Hub         bool // belongs to a hub
}

// Generate makes the corpus, in time and memory linear in the cases.
func Generate(o Options) (*Corpus, error) {
	p, err := paramsOf(o)
	if err != nil {
		return nil, err
	}
	if o.Cases < 1 {
		return nil, fmt.Errorf("casegen: %d cases; at least 1 is needed", o.Cases)
	}
	w := newWorld(p, o)
	w.plantHubs()
	w.plantRings()
	w.fillNoise()
	w.number()
	return &Corpus{Options: o, Params: p, Cases: w.cases, Rings: w.rings, Hubs: len(w.hubs)}, nil
}

// newRand returns a generator for one use of the seed, so that a change in one
// stage does not shift the draws of another.
func newRand(seed uint64, use uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, use)) }

// number shuffles the cases over time and gives them ids: by county, year and a
// running number that is unique in the corpus.
func (w *world) number() {
	r := newRand(w.seed, 7)
	r.Shuffle(len(w.cases), func(i, j int) { w.cases[i], w.cases[j] = w.cases[j], w.cases[i] })
	sort.SliceStable(w.cases, func(i, j int) bool { return w.cases[i].Day.Before(w.cases[j].Day) })
	for i := range w.cases {
		c := &w.cases[i]
		c.ID = caseID(c, i+1)
	}
	sort.SliceStable(w.cases, func(i, j int) bool { return w.cases[i].ID < w.cases[j].ID })
}

// caseID writes an id the way the case's county does.
func caseID(c *Case, n int) string {
	name := Counties[c.County].Name
	switch c.County % 4 {
	case 0:
		return fmt.Sprintf("%s-%d-%05d", abbreviation(name), c.Day.Year(), n)
	case 1:
		return fmt.Sprintf("%02d-%06d", c.Day.Year()%100, n)
	case 2:
		return fmt.Sprintf("%s%07d", abbreviation(name), n)
	}
	return fmt.Sprintf("CR#%d/%d", n, c.Day.Year())
}

// abbreviation returns the first three letters of a county's name in capitals.
func abbreviation(name string) string {
	var out []byte
	for i := 0; i < len(name) && len(out) < 3; i++ {
		if isLetter(name[i]) {
			out = append(out, name[i]&^0x20)
		}
	}
	return string(out)
}
