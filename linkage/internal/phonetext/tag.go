package phonetext

import "strings"

// maxTag is the length of the longest HTML tag that is taken for one.
const maxTag = 256

// lineTags are the names of tags that begin a new line.
var lineTags = map[string]bool{"br": true, "p": true, "div": true, "li": true, "tr": true, "td": true}

// tag reads the HTML tag at byte i, which parts nothing unless it begins a
// line, and returns where it ends; 0 if there is none, or if it dials a number.
func (s *scanner) tag(i int) int {
	text := s.text[i+1 : min(len(s.text), i+maxTag)]
	end := strings.IndexAny(text, "<>")
	if end < 1 || text[end] != '>' {
		return 0
	}
	inside := strings.TrimPrefix(text[:end], "/")
	n := 0
	for n < len(inside) && isWordByte(inside[n]) {
		n++
	}
	if n == 0 || isDigit(inside[0]) || n < len(inside) && inside[n] != ' ' && inside[n] != '/' {
		return 0
	}
	if classifyLink(inside) == linkDial {
		return 0
	}
	if lineTags[strings.ToLower(inside[:n])] {
		s.since.lines++
	}
	return i + 1 + end + 1
}

// heart reads "<3" at byte i as the emoji that it is.
func (s *scanner) heart(i int) bool {
	if i+1 >= len(s.text) || s.text[i+1] != '3' || i+2 < len(s.text) && isWordByte(s.text[i+2]) {
		return false
	}
	s.since.mark(0, false)
	return true
}
