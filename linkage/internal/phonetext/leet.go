package phonetext

// leetLetters are the letters for which digits stand in "f1ve", "thr33" and "ei6ht".
var leetLetters = [256]byte{'0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '6': 'g', '7': 't', '9': 'g'}

// maxLeet is the length of the longest digit's name, "seven" or "eight".
const maxLeet = 5

// digitNames are the English names of the digits.
var digitNames = [10]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// leet reads the run in hand, of letters and digits, as number words and digits without blanks
// between, in at least one of which digits stand for letters: "f1ve", "91four5f1ve". It
// pushes them and reports whether it did.
func (s *scanner) leet(end int) bool {
	c := leetCut{run: s.run}
	if !c.from(0) || !c.leet {
		return false
	}
	for _, p := range c.pieces {
		s.push(token{start: s.offset(p.from, end), end: s.offset(p.to, end), role: p.role, digits: p.digits})
	}
	return true
}

// A leetCut cuts a run into digits and number words.
type leetCut struct {
	run    []byte
	pieces []leetPiece
	dead   [maxRun + 1]bool // places from which the rest of the run cannot be cut
	leet   bool             // digits stand for letters in one of the pieces
}

// A leetPiece is one number word or some digits.
type leetPiece struct {
	word
	from, to int
}

// from cuts the run from lo on, the longest pieces first, and reports whether that can be done.
func (c *leetCut) from(lo int) bool {
	if lo == len(c.run) {
		return true
	}
	if c.dead[lo] {
		return false
	}
	leet := c.leet
	for to := min(len(c.run), lo+longestGlued); to > lo; to-- {
		w, odd := leetWord(c.run[lo:to])
		if w.role == roleNone || odd && to-lo == 2 && to == len(c.run) && lo > 0 && isDigit(c.run[lo-1]) {
			continue // nothing, or "10h"
		}
		c.pieces = append(c.pieces, leetPiece{w, lo, to})
		c.leet = leet || odd
		if c.from(to) {
			return true
		}
		c.pieces, c.leet = c.pieces[:len(c.pieces)-1], leet
	}
	c.dead[lo] = true
	return false
}

// leetWord reads a piece of a run as a digit or a number word, and reports whether digits stand
// for letters in it. For the first letter of a digit's name the digit itself may stand: "4our".
func leetWord(run []byte) (w word, odd bool) {
	if len(run) == 1 {
		if isDigit(run[0]) {
			return word{roleNumeral, string(run)}, false
		}
		return word{}, false
	}
	if isDigit(run[0]) && len(run) > 2 && string(run[1:]) == digitNames[run[0]-'0'][1:] {
		return word{roleUnit, string(run[:1])}, true
	}
	var folded [longestGlued]byte
	letters := 0
	for k, b := range run {
		if isDigit(b) {
			b = leetLetters[b]
		} else {
			letters++
		}
		folded[k] = b
	}
	w = look(folded[:len(run)])
	odd = letters < len(run)
	plain := w.role == roleUnit || w.role == rolePair || w.role == roleTens
	if letters == 0 || !plain || !w.gluable(len(run)) || odd && w.role != roleUnit && len(run) <= 3 {
		return word{}, false
	}
	return w, odd
}
