package normalize

import (
	"sync"
	"time"

	"github.com/tflink/tflink/linkage/internal/phonetext"
)

// The functions of this file read the forms in which most values of tables stand, into bytes
// of the caller's. What they read, the functions of the kinds read to the same key and the
// same display, without doubts; fuzz tests hold them to it. What is not that plain they leave to those.

// AppendPlainPhone appends the key of a North American number that is written
// plainly, as ten digits that nothing is doubtful in.
func AppendPlainPhone(dst []byte, raw string) (key []byte, ok bool) {
	from := len(dst)
	dst = append(dst, "+1"...)
	digits := from + len("+1")
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case isDigit(c):
			if len(dst)-digits == 10 {
				return dst[:from], false
			}
			dst = append(dst, c)
		case c == '-' || c == '.' || c == ' ' || c == '(' || c == ')':
		default:
			return dst[:from], false
		}
	}
	number := dst[digits:]
	if len(number) != 10 || number[0] < '2' || number[3] < '2' || !phonetext.IsAreaCode(string(number[:3])) || isPlaceholder(string(number)) {
		return dst[:from], false
	}
	return dst, true
}

// PlainDay returns the day that is written as 2023-04-03 or as 04/03/2023, as [Date] reads it.
func PlainDay(raw string) (day Day, ok bool) {
	const form = len("2023-04-03")
	if len(raw) != form {
		return 0, false
	}
	var year, month, dom string
	switch {
	case raw[4] == '-' && raw[7] == '-':
		year, month, dom = raw[:4], raw[5:7], raw[8:]
	case raw[2] == '/' && raw[5] == '/':
		year, month, dom = raw[6:], raw[:2], raw[3:5]
	default:
		return 0, false
	}
	if !allDigits(year) || !allDigits(month) || !allDigits(dom) {
		return 0, false
	}
	y, m, d := digitsValue(year), digitsValue(month), digitsValue(dom)
	if y < firstYear || y > lastYear || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return 0, false
	}
	return DayOf(y, time.Month(m), d), true
}

// AppendPlainPlate appends the key of a plate of the given state, a postal code, that
// has one of the state's forms.
func AppendPlainPlate(dst []byte, raw, state string) (key []byte, ok bool) {
	from := len(dst)
	if len(state) != 2 || len(raw) > 2*maxPlate {
		return dst, false
	}
	dst = append(append(dst, state...), ' ')
	number := len(dst)
	digits := false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		case isCapital(c):
		case isDigit(c):
			digits = true
		case c == '-' && i > 2:
			continue
		default:
			return dst[:from], false
		}
		if len(dst)-number == maxPlate {
			return dst[:from], false
		}
		dst = append(dst, c)
	}
	if len(dst)-number < 4 || !digits || oneCharacter(dst[number:]) || !hasPlateForm(state, dst[number:]) {
		return dst[:from], false
	}
	return dst, true
}

// hasPlateForm reports whether a number has a form of the state.
func hasPlateForm(state string, number []byte) bool {
	forms := plateForms[state]
	for i := range forms {
		if forms[i].has(string(number)) {
			return true
		}
	}
	return false
}

// A PlainWord is a word of a business's name that means the same wherever in a name it stands.
type PlainWord struct {
	Canonical string // as keys have it; may be several words
	Legal     string // the legal form that it is at the end of a name, as it is displayed
	Telling   bool   // a name that it stands in is that of a business
}

// PlainBusinessWord returns what a word of ASCII letters is in the name of a business, and false if that depends on
// the words around it.
func PlainBusinessWord(word string) (PlainWord, bool) {
	var buf [32]byte
	if len(word) < 2 || len(word) > len(buf) {
		return PlainWord{}, false
	}
	for i := range len(word) {
		c := word[i] | 0x20
		if c < 'a' || c > 'z' {
			return PlainWord{}, false
		}
		buf[i] = c
	}
	w := string(buf[:len(word)])
	v := plainVocabulary()
	if v.legal[w] {
		form, single := legalForms().forms[w]
		const other = "aaaa" // any word; the form is plain if it is also read as it is displayed: AS is not
		again, err := Business(other + " " + form.shown)
		return PlainWord{Legal: form.shown}, single && !form.weak && err == nil && again.key == other
	}
	if v.context[w] {
		return PlainWord{}, false
	}
	return PlainWord{Canonical: canonicalWord(w), Telling: !v.nobody[w]}, true
}

// plainWords are the words of business names that are read together with others.
type plainWords struct {
	legal   map[string]bool // a word of some legal form
	context map[string]bool // part of an alias marker or of a number, or an article
	nobody  map[string]bool // a word of what says that there is no business
}

var plainVocabulary = sync.OnceValue(func() *plainWords {
	v := &plainWords{
		legal: map[string]bool{}, nobody: map[string]bool{},
		context: wordsOf(`the and or of dba aka fka nka ta formerly previously doing also now trading operating known as business st
			store str unit no number num location loc branch plant site facility shop`),
	}
	for _, w := range businessTens {
		v.context[w] = true // forty four
	}
	for form := range legalForms().forms {
		for w := range wordsOf(form) {
			v.legal[w] = true
		}
	}
	for _, list := range []map[string]bool{noFirm, noFirmWith, descriptions, complexions, noFirmPhrases} {
		for phrase := range list {
			for w := range wordsOf(phrase) {
				v.nobody[w] = true
			}
		}
	}
	return v
})
