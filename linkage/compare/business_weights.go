package compare

import (
	"math"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// How rare words are that the shipped table does not list, in bits: the share
// of business names that hold them.
const (
	rareBits     = 17.0 // an unlisted word: one of a hundred thousand
	surnameExtra = 2.0  // one business name in four holds a surname
	givenExtra   = 3.0  // one in eight holds a given name
	letterBits   = 4.0  // of a word of up to three letters: letters are not equally frequent
	digitBits    = 3.0  // of a number: small ones are more frequent
	leastU       = 1e-12
)

// BusinessWordBits returns how rare a word of a business's canonical name is, in bits: as the table of
// words has it, or as common has it where that is less.
func BusinessWordBits(w string, common map[string]float64) float64 {
	bits := wordBits(w)
	if learned, ok := common[w]; ok {
		return min(bits, learned)
	}
	return bits
}

// BusinessU returns the u probability of a business whose words have the given bits in sum.
func BusinessU(bits float64) float64 {
	return math.Min(1, math.Max(leastU, math.Exp2(-bits)))
}

// wordBits returns how rare a word of a business's canonical name is: a word of b bits
// stands in one name in 2^b.
func wordBits(w string) float64 {
	class, bits := normalize.BusinessWord(w)
	if class != normalize.WordRare {
		return bits
	}
	w = strings.TrimPrefix(w, "#")
	if w[0] >= '0' && w[0] <= '9' {
		return math.Min(rareBits, 2+digitBits*float64(len(w)))
	}
	rare := rareBits
	if len(w) <= 3 {
		rare = letterBits * float64(len(w))
	}
	if share, listed := normalize.SurnameShare(w); listed {
		rare = math.Min(rare, surnameExtra-math.Log2(share))
	}
	if share, listed := normalize.GivenShare(w); listed {
		rare = math.Min(rare, givenExtra-math.Log2(share))
	}
	return rare
}

// BusinessNameU returns the chance that an unrelated business has this name: the
// product of the frequencies of its words, as [BusinessWordBits] has them.
func BusinessNameU(b normalize.BusinessName, common map[string]float64) float64 {
	bits := 0.0
	for _, w := range b.Words() {
		bits += BusinessWordBits(w, common)
	}
	if b.Number != "" {
		bits += wordBits("#" + b.Number)
	}
	return BusinessU(bits)
}
