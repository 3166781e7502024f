package phonetext

// hit records a candidate, its extension, and the numbers after it that leave
// out its area code.
func (s *scanner) hit(c candidate) {
	first, last := &s.chain[c.from], &s.chain[c.to-1]
	h := Hit{Start: s.opening(first.start), End: last.end, Digits: string(c.digits[:]), Rule: c.rule, Confidence: min(c.confidence, 0.99)}
	if h.End < len(s.text) && s.text[h.End] == ')' && h.Start < first.start && s.text[h.Start] == '(' && last.end == first.end {
		h.End++
	}
	h.Extension, h.End = extension(s.text, h.End)
	s.done = h.End
	s.hits = append(s.hits, h)
	s.inherit(h)
}

// opening moves the start of a number over its plus and parenthesis.
func (s *scanner) opening(start int) int {
	for range 2 {
		if start > s.done && (s.text[start-1] == '(' || s.text[start-1] == '+') {
			start--
		}
	}
	return start
}

// extensionLabels announce an extension, the longest first.
var extensionLabels = []string{"extension", "ext", "xt", "x", "#"}

const (
	maxExtension     = 7  // digits after a label, as libphonenumber has it
	maxExtensionText = 32 // bytes that are looked at for one
)

// extension reads an extension at byte i and returns where it ends; i if there is none.
func extension(text string, i int) (string, int) {
	at := skip(text, i, " ,;")
	label := ""
	for _, l := range extensionLabels {
		if at+len(l) <= len(text) && equalFold(text[at:at+len(l)], l) {
			label = l
			break
		}
	}
	if label == "" || at-i > 2 {
		return "", i
	}
	from := skip(text, at+len(label), " .:=")
	to := digitsEnd(text, from)
	if to == from || to-from > maxExtension || from-at > maxExtensionText || to < len(text) && isWordByte(text[to]) {
		return "", i
	}
	return text[from:to], to
}

func startsExtension(text string, i int) bool {
	_, end := extension(text, i)
	return end > i
}

// skip returns the first byte from i on that is not one of set, after at most 4 of them.
func skip(text string, i int, set string) int {
	for n := 0; i < len(text) && n < 4; n++ {
		found := false
		for k := range len(set) {
			found = found || text[i] == set[k]
		}
		if !found {
			break
		}
		i++
	}
	return i
}

// equalFold compares ASCII text with a lower-case word.
func equalFold(text, lower string) bool {
	for i := range len(lower) {
		if asciiFold(text[i]) != lower[i] {
			return false
		}
	}
	return true
}

func asciiFold(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// connectors join a number to one that leaves out its area code.
var connectors = []string{"or", "and", "/", "&", ",", "o", "y", "u", ";"}

// connectorAt returns the connector that stands at byte i, "" if there is none.
func connectorAt(text string, i int) string {
	for _, c := range connectors {
		if i+len(c) <= len(text) && equalFold(text[i:i+len(c)], c) {
			return c
		}
	}
	return ""
}

// inherit reads the numbers that follow h without an area code of their own:
// "or 378-4680", "/ 0101".
func (s *scanner) inherit(h Hit) {
	for range 8 {
		next, ok := s.short(h)
		if !ok {
			return
		}
		s.hits = append(s.hits, next)
		s.done = next.End
		h = next
	}
}

// short reads one number of seven or four digits after h.
func (s *scanner) short(h Hit) (Hit, bool) {
	text := s.text
	at := skip(text, h.End, " )")
	if past := skip(text, at, ","); past > at && past+1 < len(text) && text[past] == ' ' && connectorAt(text, past+1) != "" {
		at = past + 1 // ", or 0101"
	}
	connector := connectorAt(text, at)
	if connector == "" {
		return Hit{}, false
	}
	word := connector[0] >= 'a'
	from := skip(text, at+len(connector), " ")
	if word && (at == h.End || from == at+len(connector)) {
		return Hit{}, false
	}
	if from+1 < len(text) && text[from] == '-' {
		from++ // "or -0101"
	}
	digits, end := shortDigits(text, from)
	if len(digits) == 7 && digits[0] < '2' || len(digits) == 0 {
		return Hit{}, false
	}
	confidence := 0.9
	if len(digits) == 4 {
		if connector == "," || connector == ";" || from < len(text) && !s.lineAlone(end, digits, connector) {
			return Hit{}, false
		}
		confidence = 0.8
	}
	if h.Confidence < confidence {
		confidence = h.Confidence
	}
	next := Hit{Start: from, Digits: h.Digits[:10-len(digits)] + digits, Rule: "area code before", Confidence: confidence}
	next.Extension, next.End = extension(text, end)
	return next, true
}

// shortDigits reads "378-4680", "378 4680", "3784680" or "0101" at byte i.
func shortDigits(text string, i int) (string, int) {
	to := digitsEnd(text, i)
	ends := func(at int) bool {
		if at >= len(text) {
			return true
		}
		if isWordByte(text[at]) || text[at] == ':' || text[at] == '%' {
			return false
		}
		return !(at+1 < len(text) && (text[at] == '-' || text[at] == '/' || text[at] == '.') && isDigit(text[at+1]) && text[at] != '/')
	}
	switch to - i {
	case 3:
		if to < len(text) && (text[to] == '-' || text[to] == '.' || text[to] == ' ') {
			if end := digitsEnd(text, to+1); end-to-1 == 4 && ends(end) {
				return text[i:to] + text[to+1:end], end
			}
		}
	case 7, 4:
		if ends(to) {
			return text[i:to], to
		}
	}
	return "", i
}

// lineAlone reports whether four digits that end at byte i are a line and not
// a year, a house number or a time.
func (s *scanner) lineAlone(i int, digits, connector string) bool {
	if connector != "or" && connector != "/" && isYear(number(digits, 0, 4)) {
		return false
	}
	at := skip(s.text, i, " ")
	if at == i || at >= len(s.text) || !isWordByte(s.text[at]) {
		return true
	}
	if to := digitsEnd(s.text, at); to > at {
		return to-at <= maxQuantity // an hour or an amount, where four more would be a list
	}
	to := at
	for to < len(s.text) && isWordByte(s.text[to]) && to-at < maxWord {
		to++
	}
	var folded [maxWord]byte
	for k := at; k < to; k++ {
		folded[k-at] = asciiFold(s.text[k])
	}
	w := look(folded[:to-at])
	return w.role != roleUnitOf && (s.text[at] >= 'a' || w.role == roleCue || w.role == roleFiller)
}
