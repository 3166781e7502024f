package casegen

import (
	"math"
	"math/rand/v2"
	"time"

	"github.com/tflink/tflink/linkage/normalize"
)

// A world is a corpus in the making.
type world struct {
	Params
	seed   uint64
	size   int
	r      *rand.Rand
	values *values
	cases  []Case
	rings  int
	hubs   []hub
	begin  time.Time
	days   int
}

// firstDay is the first day of a corpus: fixed, since time comes from outside.
var firstDay = time.Date(2022, time.January, 3, 0, 0, 0, 0, time.UTC)

func newWorld(p Params, o Options) *world {
	return &world{
		Params: p, seed: o.Seed, size: o.Cases, r: newRand(o.Seed, 1),
		values: newValues(newRand(o.Seed, 2), o.Cases, p.Typos > 0),
		cases:  make([]Case, 0, o.Cases), begin: firstDay, days: 365 * p.Years,
	}
}

func (w *world) chance(p float64) bool { return w.r.Float64() < p }

func (w *world) day(n int) time.Time { return w.begin.AddDate(0, 0, min(max(n, 0), w.days-1)) }

// logUniform draws a size between low and high, evenly in its logarithm: small
// ones are the rule, big ones exist.
func (w *world) logUniform(low, high int) int {
	x := math.Log(float64(low)) + w.r.Float64()*(math.Log(float64(high)+.999)-math.Log(float64(low)))
	return min(int(math.Exp(x)), high)
}

// count draws 1, 2 or 3 with the given chances.
func (w *world) count(chances [3]float64) int {
	x := w.r.Float64()
	for i, c := range chances {
		if x -= c; x < 0 {
			return i + 1
		}
	}
	return 1
}

// add finishes a case: typos, what stands only in the narrative, and its suspects.
func (w *world) add(c Case, suspects []string) {
	for i := range c.Values {
		v := &c.Values[i]
		if w.chance(w.Typos) {
			v.Seen = misspell(w.r, v.Kind, v.Seen)
		}
		if v.Kind == normalize.KindPhone || v.Kind == normalize.KindPlate {
			v.InText = w.chance(w.InText)
		}
	}
	if w.chance(w.Suspects) {
		if len(suspects) == 0 {
			suspects = []string{w.values.name()}
		}
		c.Suspect = append(c.Suspect, pick(w.r, suspects))
	}
	w.cases = append(w.cases, c)
}

// fillNoise adds cases that share nothing but chance with any other.
func (w *world) fillNoise() {
	taken := w.taken()
	for len(w.cases) < w.size {
		c := Case{County: w.r.IntN(len(Counties)), Day: w.day(w.r.IntN(w.days)), Sex: w.chance(.6)}
		c.Values = w.noise(c.County, w.count(w.NoiseCarry))
		if w.Collisions > 0 && w.chance(w.Collisions) {
			c.Values[0] = pick(w.r, taken)
		}
		for _, v := range c.Values {
			taken = append(taken, exact(v.Kind, v.Means))
		}
		w.add(c, nil)
	}
}

// taken returns the values of the cases that are planted, those of hubs apart, as often as they stand there.
func (w *world) taken() []Value {
	var out []Value
	for i := range w.cases {
		for _, v := range w.cases[i].Values {
			if !v.Hub {
				out = append(out, exact(v.Kind, v.Means))
			}
		}
	}
	return out
}

// noise returns n values of different kinds that stand in no other case.
func (w *world) noise(county, n int) []Value {
	makers := []func() Value{w.values.phone, w.values.phone, w.values.plate, w.values.business,
		func() Value { return w.values.address(county) }, w.values.email, w.values.handle}
	var out []Value
	has := map[normalize.Kind]bool{}
	for len(out) < n {
		v := makers[w.r.IntN(len(makers))]()
		if !has[v.Kind] {
			has[v.Kind] = true
			out = append(out, v)
		}
	}
	return out
}
