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
//
// A column of the matrix is held as the bits of two words (Hyyrö 2003, "A bit-vector algorithm for computing
// Levenshtein and Damerau edit distances"), so it costs O(len(b)) and not the product.
func editDistance(a, b string) int {
	a, b = a[:min(len(a), maxSpelled)], b[:min(len(b), maxSpelled)]
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] { // no edit is saved by one in what both begin with
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	var p packed
	p.pack(a)
	last := uint64(1) << (len(a) - 1)
	up, down := ^uint64(0), uint64(0) // where a cell is one more, or one less, than the one above
	diagonal, before := uint64(0), uint64(0)
	distance := len(a)
	for i := range len(b) {
		equal := p.equal(b[i])
		swapped := (^diagonal & equal) << 1 & before
		diagonal = ((equal&up + up) ^ up) | equal | down | swapped
		more, less := down|^(diagonal|up), diagonal&up
		if more&last != 0 {
			distance++
		} else if less&last != 0 {
			distance--
		}
		more, less = more<<1|1, less<<1
		up, down = less|^(diagonal|more), more&diagonal
		before = equal
	}
	return distance
}

// packed is a word of at most maxSpelled bytes, eight in each number.
type packed struct {
	words [maxSpelled / 8]uint64
	used  int
}

func (p *packed) pack(s string) {
	for i := range len(s) {
		p.words[i/8] |= uint64(s[i]) << (i % 8 * 8)
	}
	p.used = (len(s) + 7) / 8
}

// equal returns a bit for each byte of the word that is c, the first one lowest. Bytes behind the end of the word are 0,
// and a word may hold that: its bits are above the last one, where nothing looks.
func (p *packed) equal(c byte) uint64 {
	const (
		each = 0x0101010101010101
		low  = 0x7f7f7f7f7f7f7f7f
		pick = 0x0102040810204080 // brings the lowest bits of eight bytes together in the highest byte
	)
	bits := uint64(0)
	for i := range p.used {
		x := p.words[i] ^ each*uint64(c)
		zero := ^((x&low + low) | x | low) // the high bit of each byte of x that is 0
		bits |= (zero >> 7) * pick >> 56 << (8 * i)
	}
	return bits
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
