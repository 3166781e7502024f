package compare

import "strings"

// spelling says how alike two words of names are, best first.
type spelling uint8

const (
	spelledSame      spelling = iota
	spelledNear               // one slip of the pen, or two in a long word
	spelledAlike              // sounds the same
	spelledClose              // more slips than usual, in a word with the same first letter
	spelledInitial            // one is the initial of the other
	spelledShort              // one is the beginning of the other
	spelledDifferent          // nothing of that
)

// Slips that are taken for typing errors, by the length of the shorter word. With
// one in a word of three letters every name would be near to another.
const (
	lettersForOneSlip    = 4
	lettersForTwoSlips   = 8
	lettersForThreeSlips = 13

	lettersForClose    = 5 // two slips in a word of this length leave it recognisable
	lettersForFarClose = 8 // three slips
)

// spell compares two words of names in plain letters. Time: O(len(a)·len(b)), of which each is at most maxSpelled.
func spell(a, b string) spelling {
	if a == b {
		return spelledSame
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == "" {
		return spelledDifferent
	}
	if len(a) == 1 {
		if a[0] == b[0] {
			return spelledInitial
		}
		return spelledDifferent
	}
	slips := editDistance(a, b)
	switch {
	case slips == 1 && len(a) >= lettersForOneSlip,
		slips == 1 && len(a) == 3 && a[0] == b[0] && (len(b) == 4 || transposed(a, b)),
		slips <= 2 && len(a) >= lettersForTwoSlips,
		slips <= 3 && len(a) >= lettersForThreeSlips:
		return spelledNear
	case slips <= max(2, len(b)/3) && soundsAlike(a, b):
		return spelledAlike
	}
	switch {
	case len(a) >= 3 && strings.HasPrefix(b, a):
		return spelledShort
	case a[0] == b[0] && (slips <= 2 && len(a) >= lettersForClose || slips <= 3 && len(a) >= lettersForFarClose):
		return spelledClose
	}
	return spelledDifferent
}

// transposed reports whether two words of three letters have the same letters after the first.
func transposed(a, b string) bool { return a[1] == b[2] && a[2] == b[1] }

// maxSpelled bounds the bytes of a word that are compared.
const maxSpelled = 40

// editDistance returns the number of insertions, deletions, substitutions and
// transpositions of neighbours that turn a into b, where each stretch is edited
// once (optimal string alignment; Damerau 1964, Levenshtein 1966). Longer words are cut to maxSpelled bytes.
func editDistance(a, b string) int {
	a, b = a[:min(len(a), maxSpelled)], b[:min(len(b), maxSpelled)]
	var rows [3][maxSpelled + 1]uint8
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = uint8(j)
	}
	for i := 1; i <= len(a); i++ {
		row[0] = uint8(i)
		for j := 1; j <= len(b); j++ {
			cost := uint8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return int(last[len(b)])
}

// soundsAlike reports whether two words have the same skeleton of sounds.
func soundsAlike(a, b string) bool {
	var x, y [maxSpelled]byte
	s, t := skeleton(x[:0], a), skeleton(y[:0], b)
	return len(s) > 1 && string(s) == string(t)
}

// skeleton appends the consonants of a word as they sound in the English and Spanish of names,
// without vowels but for whether the word begins with one: Schmidt, Smyth and Smit are smt. It is
// coarse on purpose, because it is only asked about words a few letters apart.
func skeleton(out []byte, w string) []byte {
	w = w[:min(len(w), maxSpelled)]
	for i := 0; i < len(w); i++ {
		c, next := w[i], byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y':
			if i == 0 {
				out = append(out, 'a')
			}
			continue
		case 'h', 'w':
			if i == 0 && c == 'h' && next != 0 {
				out = append(out, 'h')
			} else if i == 0 {
				out = append(out, 'v')
			}
			continue
		case 'p':
			if next == 'h' {
				c = 'f'
			}
		case 'c':
			switch {
			case next == 'e' || next == 'i' || next == 'y' || next == 'z':
				c = 's'
			case next == 'h':
				c = 's'
			default:
				c = 'k'
			}
		case 'd':
			if next == 't' {
				continue
			}
		case 'g':
			switch {
			case next == 'h' && i > 0:
				continue
			case i == 0 && next == 'n':
				continue
			case next == 'e' || next == 'i' || next == 'y':
				c = 'j'
			}
		case 'k':
			if i == 0 && next == 'n' {
				continue
			}
		case 'q':
			c = 'k'
		case 'x':
			if i == 0 {
				c = 's'
			} else {
				out = appendSound(out, 'k')
				c = 's'
			}
		case 'z':
			c = 's'
		case 'v':
			c = 'b'
		}
		out = appendSound(out, c)
	}
	return out
}

func appendSound(out []byte, c byte) []byte {
	if len(out) > 0 && out[len(out)-1] == c || len(out) == cap(out) {
		return out
	}
	return append(out, c)
}
