package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A token is a word of a text, folded so that what people mean to be the same
// word is one: lower case, without accents and apostrophes.
type token struct {
	term       string
	start, end int // bytes in the text
}

// maxToken is where a word is cut, in bytes: what is longer is no word that
// anybody types, and the index holds each distinct word.
const maxToken = 64

// tokenize returns the words of s: runs of letters, digits and marks. An
// apostrophe inside a word does not end it. Cost: O(len(s)).
func tokenize(s string) []token {
	tokens := make([]token, 0, len(s)/6+1)
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		if term := fold(s[start:end]); term != "" {
			tokens = append(tokens, token{term, start, end})
		}
		start = -1
	}
	for i, r := range s {
		switch {
		case r == utf8.RuneError:
			flush(i)
		case isWord(r):
			if start < 0 {
				start = i
			}
		case isApostrophe(r) && start >= 0 && startsWord(s[i+utf8.RuneLen(r):]):
		default:
			flush(i)
		}
	}
	flush(len(s))
	return tokens
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.M)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWord(r)
}

// fold returns the word's form in the index.
func fold(word string) string {
	plain := true
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c == '\'' || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if !plain {
		word = foldRunes(word)
	}
	if len(word) > maxToken {
		word = strings.ToValidUTF8(word[:maxToken], "")
	}
	return word
}

func foldRunes(word string) string {
	const enough = 4 * maxToken // what is beyond is cut anyway
	if len(word) > enough {
		word = strings.ToValidUTF8(word[:enough], "")
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		if isWord(r) && !unicode.Is(unicode.Mn, r) { // a ¼ has a stroke in it when it is taken apart
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// terms returns the folded words of s.
func terms(s string) []string {
	tokens := tokenize(s)
	list := make([]string, len(tokens))
	for i, t := range tokens {
		list[i] = t.term
	}
	return list
}
