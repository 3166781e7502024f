package linkage

import (
	"math"

	"github.com/tflink/tflink/linkage/compare"
)

// A Weight is a log2 likelihood ratio, or log2 odds, in units of 1/1024 bit.
type Weight = compare.Weight

// A Reason is one line of an explanation with what it weighs.
type Reason = compare.Reason

// Bit is the weight that doubles the odds.
const Bit = compare.Bit

// logOdds returns log2(p/(1-p)); p is first limited to what a Weight of ±40 bits can say.
func logOdds(p float64) Weight {
	const edge = 1e-12 // about 2^-40
	p = math.Min(math.Max(p, edge), 1-edge)
	return compare.Bits(math.Log2(p / (1 - p)))
}
