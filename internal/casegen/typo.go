package casegen

import (
	"math/rand/v2"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

func lower(s string) string { return strings.ToLower(s) }

// misspell makes one mistake in a canonical value: a wrong digit or letter, two
// neighbours swapped, or in a word one letter doubled or lost.
func misspell(r *rand.Rand, kind normalize.Kind, s string) string {
	b := []byte(s)
	low, high := typoRange(kind, s)
	i := low + r.IntN(high-low)
	switch {
	case kind == normalize.KindPhone || kind == normalize.KindPlate || isDigit(b[i]):
		if i+1 < high && b[i] != b[i+1] && isDigit(b[i]) == isDigit(b[i+1]) && r.IntN(3) == 0 {
			b[i], b[i+1] = b[i+1], b[i]
		} else {
			b[i] = other(r, b[i])
		}
	case !isLetter(b[i]):
		return s + "s"
	case r.IntN(3) == 0:
		return string(b[:i]) + string(b[i:i+1]) + string(b[i:])
	case r.IntN(2) == 0:
		return string(b[:i]) + string(b[i+1:])
	default:
		b[i] = other(r, b[i])
	}
	return string(b)
}

// typoRange returns where in the text the mistake may be: in the subscriber
// digits of a phone, after the state of a plate, in the local part of an
// e-mail or the street of an address.
func typoRange(kind normalize.Kind, s string) (low, high int) {
	switch kind {
	case normalize.KindPhone:
		return len(s) - 3, len(s)
	case normalize.KindPlate:
		return strings.IndexByte(s, ' ') + 1, len(s)
	case normalize.KindEmail:
		return 1, max(2, strings.IndexByte(s, '@'))
	case normalize.KindHandle:
		return strings.IndexByte(s, ':') + 1, len(s)
	case normalize.KindAddress:
		return 0, strings.IndexByte(s, '|') + 4
	}
	return 1, len(s)
}

// other returns another digit for a digit, another letter for a letter.
func other(r *rand.Rand, c byte) byte {
	switch {
	case isDigit(c):
		return '0' + (c-'0'+1+byte(r.IntN(9)))%10
	case c >= 'A' && c <= 'Z':
		return 'A' + (c-'A'+1+byte(r.IntN(25)))%26
	case c >= 'a' && c <= 'z':
		return 'a' + (c-'a'+1+byte(r.IntN(25)))%26
	}
	return c
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
