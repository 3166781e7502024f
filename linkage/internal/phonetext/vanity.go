package phonetext

import "strings"

// lineLetters is how many letters stand for digits after an area code.
const lineLetters = 7

// maxVanity is the longest word of a vanity number; what is beyond the seventh
// letter is not dialled.
const maxVanity = 11

// vanity reads letters for digits: the run in hand after "1-800-" or "585-555-". It
// returns where the number ends, 0 if there is none.
func (s *scanner) vanity(end int) int {
	n := len(s.chain)
	if n == 0 || s.since.words > 0 || s.since.lines > 0 || s.since.marks+s.since.blanks == 0 || s.since.marks > 2 {
		return 0
	}
	last := &s.chain[n-1]
	if last.role != roleNumeral || last.captured || last.link == linkWeb {
		return 0
	}
	tight := s.since.sep == '-' || s.since.sep == '.' && s.since.blanks == 0 || s.since.sep == ')'
	area, prefix, first := last.digits, "", n-1
	if len(area) <= 3 && n > 1 && isAreaToken(&s.chain[n-2]) && last.gap.binding >= bindDashed {
		area, prefix, first = s.chain[n-2].digits, last.digits, n-2
	}
	lead := len(area) == 4 && area[0] == '1'
	if lead && first > 0 && last.gap.binding >= bindSpaced && s.chain[first-1].role == roleNumeral {
		return 0 // the last group of a number, with the next sentence behind it
	}
	if lead {
		area = area[1:]
	} else if first > 0 && s.chain[first-1].digits == "1" && s.chain[first-1].role == roleNumeral {
		lead, first = true, first-1
	}
	if !IsAreaCode(area) || prefix != "" && prefix[0] < '2' {
		return 0
	}
	loose := lead || isTollFree(area)
	if !tight && !loose {
		return 0
	}
	letters, to := s.vanityLetters(lineLetters-len(prefix), loose && prefix == "", tight)
	if letters == "" {
		return 0
	}
	d := make([]byte, 0, lineLetters)
	for i := 0; i < len(letters) && len(d) < lineLetters-len(prefix); i++ {
		if c := asciiFold(letters[i]); isDigit(c) {
			d = append(d, c)
		} else if k := keypad(c); k != 0 {
			d = append(d, k)
		}
	}
	if prefix == "" && d[0] < '2' {
		return 0
	}
	start := s.chain[first].start
	s.chain = s.chain[:first]
	s.flush()
	if start < s.done {
		return 0
	}
	h := Hit{Start: s.opening(start), End: to, Digits: area + prefix + string(d), Letters: letters, Rule: "vanity", Confidence: 0.9}
	h.Extension, h.End = extension(s.text, to)
	s.hits = append(s.hits, h)
	s.done, to = h.End, h.End
	s.since = between{}
	s.since.word(true)
	return to
}

// alikesAlone reports whether text has no letters but capitals that look like digits.
func alikesAlone(text string) bool {
	return strings.Trim(text, "OISZBG-0123456789") == ""
}

func isAreaToken(t *token) bool {
	return t.role == roleNumeral && !t.captured && (IsAreaCode(t.digits) || len(t.digits) == 4 && t.digits[0] == '1' && IsAreaCode(t.digits[1:]))
}

// isTollFree reports whether an area code is free to the caller, as most
// vanity numbers are.
func isTollFree(area string) bool {
	switch area {
	case "800", "888", "877", "866", "855", "844", "833":
		return true
	}
	return false
}

// vanityLetters reads want letters, in words divided by single dashes, from
// the run in hand on. Where long is set, more letters may follow. Small letters
// are taken only after a dash.
func (s *scanner) vanityLetters(want int, long, tight bool) (letters string, end int) {
	text := s.text
	n, at, small := 0, s.from, false
	for at < len(text) && n <= maxVanity {
		c := text[at]
		switch {
		case isWordByte(c):
			n++
			small = small || c >= 'a' && c <= 'z'
		case c == '-' && n > 0 && n < want && at+1 < len(text) && isWordByte(text[at+1]):
		default:
			goto ended
		}
		at++
	}
ended:
	if n != want && (!long || n < want || n > maxVanity) || small && !tight {
		return "", 0
	}
	if want == lineLetters && small && !long {
		return "", 0 // "585-Buffalo" is a place
	}
	if at-s.from > 3 && text[s.from+3] == '-' && alikesAlone(text[s.from:at]) {
		return "", 0 // "585-SSS-OI42"
	}
	return text[s.from:at], at
}
