package resolve

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/tflink/tflink/linkage/compare"
)

// maxText bounds the bytes of a cell that are compared: no name or address is longer.
const maxText = 512

// fold returns the words of s in lower case without accents, divided by single
// spaces; what is neither letter nor digit divides, but an apostrophe does not.
func fold(s string) string {
	if len(s) > maxText {
		s = s[:maxText]
	}
	s = strings.ToValidUTF8(s, " ")
	if !ascii(s) {
		s = norm.NFKD.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’' || r == '`' || unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
	}
	return b.String()
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// squeeze returns fold(s) without its spaces.
func squeeze(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// digitsOf returns the ASCII digits of s.
func digitsOf(s string) string {
	var b strings.Builder
	for i := 0; i < len(s) && b.Len() < maxText; i++ {
		if s[i] >= '0' && s[i] <= '9' {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// A likeness says how alike two words are, best first.
type likeness uint8

const (
	likeSame  likeness = iota
	likeNear           // one slip of the pen, or two in a long word
	likeClose          // more slips, or the same sound
	likeNot
)

// A signature is a set of the letters of a text, and of those that it has twice, each a bit: one edit
// changes two of them at most.
type signature uint64

func signatureOf(s string) (x signature) {
	const twice = 32 // letters and digits are in the upper half when they come first
	for i := range min(len(s), maxSlips) {
		bit := signature(1) << (s[i] & 63)
		if x&bit != 0 {
			bit = signature(1) << (s[i]&63 ^ twice)
		}
		x |= bit
	}
	return x
}

// maxSlips is how many bytes of a text compare.Slips looks at.
const maxSlips = 40

// leastSlips returns how many edits two texts of such lengths are apart at least.
func leastSlips(x, y signature, lenX, lenY int) int {
	return max((bits.OnesCount64(uint64(x^y))+1)/2, abs(min(lenX, maxSlips)-min(lenY, maxSlips)))
}

// likenessOf compares two texts in plain lower-case letters.
func likenessOf(a, b string) likeness { return likenessBy(a, b, signatureOf(a), signatureOf(b)) }

// unlike reports whether two different texts are too far apart for any likeness, by what is known without them.
func unlike(x, y signature, lenX, lenY int) bool {
	short := min(lenX, lenY)
	return short < 3 || short*2 < max(lenX, lenY) || leastSlips(x, y, lenX, lenY) > slipsOfSound(short)
}

// slipsOfSpelling returns how many slips a text of so many bytes may have and still be like another.
func slipsOfSpelling(short int) int {
	switch {
	case short < 3:
		return 0
	case short < 5:
		return 1
	case short < 7:
		return 2
	}
	return max(3, short/4)
}

// slipsOfSound returns how many slips it may have at most, where the two sound the same.
func slipsOfSound(short int) int {
	if short < 4 {
		return slipsOfSpelling(short)
	}
	return max(2, short/2, slipsOfSpelling(short))
}

// likenessBy is likenessOf for texts whose signatures are known: most are told apart by these.
func likenessBy(a, b string, x, y signature) likeness {
	if a == b {
		return likeSame
	}
	if unlike(x, y, len(a), len(b)) {
		return likeNot
	}
	short := min(len(a), len(b))
	if leastSlips(x, y, len(a), len(b)) > slipsOfSpelling(short) && !compare.SameSound(a, b) {
		return likeNot // more than any of the cases below allows
	}
	slips := compare.Slips(a, b)
	switch {
	case slips == 1 && short >= 3, slips == 2 && short >= 7, slips == 3 && short >= 13:
		return likeNear
	case slips <= 2 && short >= 5, slips <= 3 && short >= 7, slips*4 <= short:
		return likeClose
	case slips <= max(2, short/2) && short >= 4 && compare.SameSound(a, b):
		return likeClose
	}
	return likeNot
}
