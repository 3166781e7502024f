package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a run of letters and digits with single marks inside: "udw-2016",
// "victim's", "goldie_22".
type word struct {
	start, end int
	brk        brk // what lies before it
	tag        tag
	value      string // of the tag: a state's code, a role, a platform
	capital    bool   // starts with a capital letter
	upper      bool   // all letters are capitals, two or more
	digit      bool   // has a digit
	letter     bool   // has a letter
	owns       bool   // ends in 's
	over       kinds  // of mentions that lie over it
}

// A brk says what lies between a word and the one before.
type brk uint8

const (
	brkBlank    brk = iota // blanks, quotes, parentheses
	brkMark                // a comma, dash, colon, slash, number sign
	brkPeriod              // a period: a sentence or an abbreviation ends
	brkSentence            // anything else that ends a sentence, a line break, a semicolon
)

// maxTagged is longer than any word of the lexicon.
const maxTagged = 20

// split divides the text into words and tags them.
func (x *finder) split() {
	text := x.text
	x.words = make([]word, 0, len(text)/6+1)
	gap := brkSentence
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && !isAlphanumeric(c) {
			gap = max(gap, breakOf(c))
			i++
			continue
		}
		w := word{start: i, brk: gap}
		end := w.read(text)
		if end == i { // a character that is no letter
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		w.end, i, gap = end, end, brkBlank
		w.lookUp(text)
		x.words = append(x.words, w)
	}
}

func breakOf(c byte) brk {
	switch c {
	case ' ', '\t', '"', '\'', '(', ')', '@', '$', '&', '[', ']', '*':
		return brkBlank
	case '.':
		return brkPeriod
	case ';', '!', '?', '\n', '\r', '|', '{', '}':
		return brkSentence
	}
	return brkMark
}

func isAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// read reads the word at w.start, notes its form and returns where it ends.
func (w *word) read(text string) int {
	i := w.start
	lower, capitals := 0, 0
	for i < len(text) {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			capitals++
			w.capital = w.capital || i == w.start
		case c >= '0' && c <= '9':
			w.digit = true
		case c == '-' || c == '\'' || c == '_' || c == '.':
			if i == w.start || i+1 >= len(text) || !isAlphanumeric(text[i+1]) && text[i+1] < utf8.RuneSelf {
				goto ended
			}
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == '’' && i > w.start && i+size < len(text) && isAlphanumeric(text[i+size]) {
				i += size
				continue
			}
			if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
				goto ended
			}
			if unicode.IsUpper(r) {
				capitals++
				w.capital = w.capital || i == w.start
			} else {
				lower++
			}
			i += size
			continue
		default:
			goto ended
		}
		i++
	}
ended:
	w.letter = lower+capitals > 0
	w.upper = lower == 0 && capitals > 1
	return i
}

// lookUp tags the word.
func (w *word) lookUp(text string) {
	raw := text[w.start:w.end]
	if bare := trimPossessive(raw); bare != raw {
		w.owns = true
		raw = bare
	}
	if len(raw) > maxTagged || !w.letter {
		return
	}
	var lower [maxTagged]byte
	for k := range len(raw) {
		c := raw[k]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[k] = c
	}
	if e, ok := lexicon[string(lower[:len(raw)])]; ok {
		w.tag, w.value = e.tag, e.value
		if w.tag&tagState != 0 && len(raw) == 2 && !w.upper {
			w.tag &^= tagState // "in", "or", "me" are words
		}
	}
}

func trimPossessive(s string) string {
	for _, end := range []string{"'s", "’s", "'S"} {
		if bare := strings.TrimSuffix(s, end); bare != s && bare != "" {
			return bare
		}
	}
	return s
}

// textOf returns words from to to as they stand.
func (x *finder) textOf(from, to int) string { return x.text[x.words[from].start:x.words[to-1].end] }

// is reports whether word i exists and has the tag.
func (x *finder) is(i int, t tag) bool {
	return i >= 0 && i < len(x.words) && x.words[i].tag&t != 0
}
