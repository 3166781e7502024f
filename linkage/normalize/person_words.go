package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators says what stands between a word of a name and the word before it.
type separators uint16

const (
	sepSpace separators = 1 << iota
	sepDot
	sepComma
	sepDash
	sepAnd   // & or +
	sepSlash // /
	sepOpen  // ( [ {
	sepClose // ) ] }
	sepQuote
	sepNumber // # or №
	sepBar    // |
	sepBreak  // ; or :
	sepOther
)

// A nameWord is a word of a name: letters and digits without a break.
type nameWord struct {
	text     string // lower-case letters without marks, and digits
	start    int    // where it stands in the folded text
	from, to int    // where it stands in the raw text
	before   separators
	after    separators // as the next word's before; of the last word, what ends the text
}

// Limits of what is read as a name. The longest names seen in public files (a company with its
// sites in one cell) have some 60 words and 400 bytes.
const (
	maxNameBytes = 1000
	maxNameWords = 100
)

// nameScan is a name split into words.
type nameScan struct {
	raw   string
	words []nameWord
}

// scanName splits raw into words and reports whether it is short enough for a
// name. Its time is linear in the length of raw, of which it reads up to maxNameBytes. The
// words are appended to words, which its caller can keep off the heap.
func scanName(raw string, words []nameWord) (s nameScan, ok bool) {
	s = nameScan{raw, words}
	if len(raw) > maxNameBytes {
		return s, false
	}
	var array [96]byte
	buf := array[:0]
	var seps separators
	inWord := false
	for i := 0; i < len(raw); {
		start, size := len(buf), 1
		c := raw[i]
		if c < utf8.RuneSelf {
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
				buf = append(buf, c)
			case 'A' <= c && c <= 'Z':
				buf = append(buf, c|0x20)
			}
		} else {
			var r rune
			r, size = utf8.DecodeRuneInString(raw[i:])
			buf = appendFolded(buf, r)
			if len(buf) == start && invisible(r) {
				i += size
				continue
			}
		}
		switch {
		case len(buf) > start:
			if !inWord {
				inWord = true
				words = append(words, nameWord{from: i, start: start, before: seps})
				seps = 0
			}
			words[len(words)-1].to = i + size
		case inWord && joinsWord(raw, i, size):
			// an apostrophe inside a word: O'Brien, Farm's
		default:
			inWord = false
			seps |= separatorAt(raw[i:])
		}
		i += size
	}
	finishWords(words, string(buf), seps)
	s.words = words
	return s, len(words) <= maxNameWords
}

// finishWords gives the words their texts, which stand one after the other in folded.
func finishWords(words []nameWord, folded string, last separators) {
	for i := range words {
		end, after := len(folded), last
		if i+1 < len(words) {
			end, after = words[i+1].start, words[i+1].before
		}
		words[i].text = folded[words[i].start:end]
		words[i].after = after
	}
}

// joinsWord reports whether raw[i:i+size] is an apostrophe between two letters.
func joinsWord(raw string, i, size int) bool {
	if !isApostrophe(raw[i:]) || i+size >= len(raw) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(raw[i+size:])
	return unicode.IsLetter(next)
}

func isApostrophe(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '\'', '`', '\u00b4', '\u2018', '\u2019', '\u02bc', '\u02bb', '\u02b9':
		return true
	}
	return false
}

// separatorAt says what kind of separator s begins with.
func separatorAt(s string) separators {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case ' ':
		return sepSpace
	case '.', '\u00b7', '\u30fb':
		return sepDot
	case ',', '\u060c', '\uff0c':
		return sepComma
	case '-', '_', '~', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u05be':
		return sepDash
	case '&', '+', '\uff06':
		return sepAnd
	case '/', '\\':
		return sepSlash
	case '(', '[', '{', '\uff08':
		return sepOpen
	case ')', ']', '}', '\uff09':
		return sepClose
	case '"', '\'', '`', '\u2018', '\u2019', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb', '\u00b4', '\u05f4':
		return sepQuote
	case '#', '\u2116':
		return sepNumber
	case '|':
		return sepBar
	case ';', ':':
		return sepBreak
	}
	if blankRune(r) {
		return sepSpace
	}
	return sepOther
}

// blankRune reports whether r is shown as a space: white space, control characters and invalid bytes.
func blankRune(r rune) bool {
	return r == utf8.RuneError || unicode.IsSpace(r) || unicode.IsControl(r)
}

// joinTexts returns the words' texts with single spaces between them.
func joinTexts(words []nameWord) string {
	if len(words) == 0 {
		return ""
	}
	if len(words) == 1 {
		return words[0].text
	}
	var b strings.Builder
	n := len(words) - 1
	for _, w := range words {
		n += len(w.text)
	}
	b.Grow(n)
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// printable returns s with each run of white space, control characters and
// invalid bytes turned into one space, and none at its ends. It returns s itself when it is clean.
func printable(s string) string {
	clean := true
	for i := 0; i < len(s) && clean; i++ {
		c := s[i]
		clean = c > ' ' && c < 0x7f || c == ' ' && i > 0 && i+1 < len(s) && s[i+1] != ' '
	}
	if clean {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Cf, r):
		case blankRune(r):
			space = b.Len() > 0
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}
