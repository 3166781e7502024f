package phonetext

import "strings"

// A linkKind says what kind of address a piece of text without blanks is.
type linkKind uint8

const (
	linkNone  linkKind = iota
	linkDial           // one that dials: tel:, wa.me/
	linkWeb            // a web address: most digits in it are an id
	linkEmail          // an e-mail address
)

// dialSchemes mark addresses that dial a number.
var dialSchemes = []string{"tel:", "sms:", "callto:", "wa.me/", "phone=", "viber:", "facetime:", "tel="}

// maxLink is the longest address that is looked at; a longer piece of text is none.
const maxLink = 4096

// lookForLink settles what kind of address the run in hand stands in. Each
// piece of text is looked at once.
func (s *scanner) lookForLink() {
	if s.from < s.linkEnd {
		return
	}
	end := s.from
	marked := false
	for end < len(s.text) && s.text[end] > ' ' {
		switch s.text[end] {
		case ':', '@', '/', '=', 'w', 'W':
			marked = true
		}
		end++
	}
	s.linkEnd = end
	s.link = linkNone
	if marked && end-s.from <= maxLink {
		s.link = classifyLink(s.text[s.from:end])
	}
	if s.link == linkDial {
		s.cue = cueReach
		s.negative = false
	}
}

func classifyLink(piece string) linkKind {
	lower := strings.ToLower(piece)
	for _, scheme := range dialSchemes {
		if strings.Contains(lower, scheme) {
			return linkDial
		}
	}
	if strings.Contains(lower, "://") || strings.HasPrefix(lower, "www.") || strings.Contains(lower, ".com/") {
		return linkWeb
	}
	if at := strings.LastIndexByte(lower, '@'); at > 0 && at+1 < len(lower) {
		host := lower[at+1:]
		if c := host[0]; c >= 'a' && c <= 'z' && strings.IndexByte(host, '.') > 0 && isWordByte(lower[at-1]) {
			return linkEmail
		}
	}
	return linkNone
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c)
}

const (
	minAbroad = 8  // the fewest digits of a number with its country code that is looked at
	maxAbroad = 15 // the most that E.164 allows
)

// abroad takes a number with another country's code: a plus at byte i, digits
// and single marks. It returns where the number ends, 0 if there is none.
func (s *scanner) abroad(i int) int {
	text := s.text
	if i > 0 && isWordByte(text[i-1]) {
		return 0 // "18+ 585 555 0142"
	}
	at := i + 1
	var groups [maxAbroad]int
	digits, n, end := 0, 0, 0
	for at < len(text) {
		c := text[at]
		if isDigit(c) {
			to := digitsEnd(text, at)
			if digits == 0 && c <= '1' || n == len(groups) {
				return 0
			}
			digits += to - at
			groups[n] = to - at
			n++
			at, end = to, to
			continue
		}
		if !strings.ContainsRune(" -.()", rune(c)) || end == 0 && at > i+2 || end > 0 && at-end > 2 {
			break
		}
		at++
	}
	if digits < minAbroad || digits > maxAbroad || n == 3 && groups[0] == 3 && groups[1] == 3 && groups[2] == 4 || digits == 10 && n == 1 {
		return 0
	}
	s.flush()
	s.since = between{}
	s.hits = append(s.hits, Hit{Start: i, End: end, Abroad: true, Rule: "country code", Confidence: 0.95})
	return end
}
