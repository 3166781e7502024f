package resolve

import (
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

// likenessOf compares two texts in plain lower-case letters.
func likenessOf(a, b string) likeness {
	if a == b {
		return likeSame
	}
	short := min(len(a), len(b))
	if short < 2 || short*2 < max(len(a), len(b)) {
		return likeNot
	}
	slips := compare.Slips(a, b)
	switch {
	case slips == 1 && short >= 3, slips == 2 && short >= 7, slips == 3 && short >= 13:
		return likeNear
	case slips <= 2 && short >= 5, slips <= 3 && short >= 7, slips*4 <= short:
		return likeClose
	case slips <= max(2, short/2) && short >= 4 && compare.Sound(a) == compare.Sound(b):
		return likeClose
	}
	return likeNot
}
