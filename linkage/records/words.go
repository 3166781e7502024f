package records

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold returns s in lower case and without accents.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
			if folded, _, err := transform.String(t, s); err == nil {
				s = folded
			}
			break
		}
	}
	return strings.ToLower(s)
}

// headerWords splits a column's name into lower-case words: at everything that is
// neither letter nor digit, between camelCase words, and between letters and
// digits. Abbreviations come back as the word they stand for.
func headerWords(header string) []string {
	var words []string
	for _, w := range splitCamel(clip(header, 200)) {
		words = append(words, fold(w))
	}
	words = joinLetters(words)
	out := words[:0:0]
	for i, w := range words {
		if full, ok := abbreviations[w]; ok {
			w = full
		}
		if w == "s" && (i+1 == len(words) || !allDigits(words[i+1])) {
			continue // the plural of "Phone(s)", but not the suspect of "S1"
		}
		for _, part := range strings.Fields(w) {
			if !stopWords[part] && (len(out) == 0 || out[len(out)-1] != part) {
				out = append(out, part)
			}
		}
	}
	return out
}

// splitCamel splits a name into runs of letters and runs of digits, a '#' being
// a word of its own.
func splitCamel(s string) []string {
	var words []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			words = append(words, string(word))
			word = word[:0]
		}
	}
	rs := []rune(s)
	for i, r := range rs {
		switch {
		case r == '#' || r == '№':
			flush()
			words = append(words, "#")
		case r == 'º' || r == 'ª' || r == '°':
			flush() // "N.º"
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
			if unicode.Is(unicode.Mn, r) {
				word = append(word, r)
			}
		case unicode.IsLetter(r):
			if len(word) > 0 && startsWord(rs, i, word[len(word)-1]) {
				flush()
			}
			word = append(word, r)
		case unicode.IsDigit(r):
			if len(word) > 0 && !unicode.IsDigit(word[len(word)-1]) {
				flush()
			}
			word = append(word, r)
		default:
			flush()
		}
	}
	flush()
	return words
}

// startsWord reports whether the letter rs[i] begins a word, though it follows
// prev without a gap: "caseNumber", "IDNumber", "2nd".
func startsWord(rs []rune, i int, prev rune) bool {
	switch {
	case unicode.IsDigit(prev):
		return true
	case !unicode.IsUpper(rs[i]):
		return false
	case unicode.IsLower(prev):
		return true
	}
	return i+1 < len(rs) && unicode.IsLower(rs[i+1]) && unicode.IsUpper(prev) && !(rs[i+1] == 's' && (i+2 == len(rs) || !unicode.IsLetter(rs[i+2])))
}

// joinLetters joins single letters that follow each other: "d o b" is "dob", and
// "e mail" is "email".
func joinLetters(words []string) []string {
	var out []string
	run := ""
	for i, w := range words {
		if len(w) == 1 && w[0] >= 'a' && w[0] <= 'z' {
			run += w
			if run == "e" && i+1 < len(words) && strings.HasPrefix(words[i+1], "mail") {
				words[i+1] = "e" + words[i+1]
				run = ""
			}
			continue
		}
		if run != "" {
			out = append(out, run)
			run = ""
		}
		out = append(out, w)
	}
	if run != "" {
		out = append(out, run)
	}
	return out
}
