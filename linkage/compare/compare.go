// Package compare answers: here are two values of one kind, do they mean the
// same thing, how many bits does that say, and why?
//
// Every kind has a function of its own, in a file of its own. They are
// symmetric, pure and safe for concurrent use. Weights are log2 likelihood
// ratios (Fellegi and Sunter 1969): log2(m/u), where m is the chance of what is
// seen if the two are the same thing, and u if they are not.
package compare

import (
	"fmt"
	"math"
)

// A Weight is a log2 likelihood ratio in units of 1/1024 bit: +1024 doubles the
// odds. It is a whole number so that a sum does not depend on its order, on the
// number of cores or on the machine.
type Weight int32

// Bit is the weight that doubles the odds.
const Bit Weight = 1024

// Bits returns the weight nearest to b bits; b is limited to ±1,000,000.
func Bits(b float64) Weight {
	return Weight(math.Round(math.Max(-1e6, math.Min(1e6, b)) * float64(Bit)))
}

// LikelihoodRatio returns log2(m/u). Both must be in (0, 1].
func LikelihoodRatio(m, u float64) Weight { return Bits(math.Log2(m / u)) }

// Bits returns w in bits.
func (w Weight) Bits() float64 { return float64(w) / float64(Bit) }

// Probability returns the probability whose log-odds are w.
func (w Weight) Probability() float64 { return 1 / (1 + math.Exp2(-w.Bits())) }

// String returns the weight in bits with a sign, such as "+12.5".
func (w Weight) String() string { return fmt.Sprintf("%+.1f", w.Bits()) }

// A Reason is one line of a comparison: what was compared, what it says and
// what it weighs. The weights of a comparison's reasons sum to its weight.
type Reason struct {
	Text   string
	Weight Weight
}

// A Comparison says what two values of one kind have to do with each other.
type Comparison struct {
	Weight   Weight   // sum of the reasons' weights
	Same     bool     // whether they mean the same thing
	Relation string   // a named weaker relation when not Same, such as "same building"; may be empty
	Reasons  []Reason // in the order in which they were weighed
}

// add appends a reason and adds its weight: the score is its explanation.
func (c *Comparison) add(w Weight, format string, args ...any) {
	c.Weight += w
	c.Reasons = append(c.Reasons, Reason{Text: fmt.Sprintf(format, args...), Weight: w})
}
