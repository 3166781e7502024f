package normalize

import (
	"slices"
	"strings"
)

// list reads a list of counties: "New York/Kings/Queens", "Erie and Niagara
// Counties", "Erie, PA; Wyoming, NY".
func (p *countyParser) list(text string) {
	parts := splitCounties(text)
	first := len(p.pieces) // of the pieces that a state after a comma is for
	for i, part := range parts {
		if i > 0 && (part.comma || isStateMark(part.text)) && len(p.pieces) > first && p.isState(part.text, parts[i-1].text, len(parts)) {
			p.giveState(first, StateCode(part.text))
			first = len(p.pieces)
			continue
		}
		p.piece(part.text)
	}
}

// isStateMark reports whether a text is two capitals, as a state's code is written.
func isStateMark(text string) bool {
	return len(text) == 2 && isCapital(text[0]) && isCapital(text[1])
}

// A countyPart is a part of a list.
type countyPart struct {
	text  string
	comma bool // the separator before it may divide a county from its state
}

// listMarks never stand in a county's name.
const listMarks = ",;/+|\\()[]\n\r\t"

// splitCounties splits a list at the marks that never stand in a name.
func splitCounties(text string) []countyPart {
	var parts []countyPart
	comma := false
	for {
		i := strings.IndexAny(text, listMarks)
		part := text
		if i >= 0 {
			part = text[:i]
		}
		if part = cutZIP(strings.Trim(part, " .:-*\"'")); part != "" && !countries[lettersOf(part)] {
			parts = append(parts, countyPart{part, comma})
		}
		if i < 0 {
			return parts
		}
		comma = text[i] == ',' || text[i] == '(' || text[i] == '['
		text = text[i+1:]
	}
}

// countries may end a list and say nothing.
var countries = setOf("us usa unitedstates unitedstatesofamerica eeuu")

// cutZIP leaves out a ZIP code at the end of a part: "NY 14202".
func cutZIP(part string) string {
	i := strings.LastIndexByte(part, ' ')
	if i > 0 && (len(part)-i == 6 && allDigits(part[i+1:]) || len(part)-i == 11 && part[i+6] == '-') {
		return strings.TrimRight(part[:i], " ")
	}
	return part
}

// isState reports whether a part of a list says the state of those before it.
// A name that is a county's too is the state after one other part, if the state
// has a county of that name ("Erie, New York"), and else the county.
func (p *countyParser) isState(text, before string, parts int) bool {
	code := StateCode(text)
	if code == "" || text[0] >= '0' && text[0] <= '9' {
		return false
	}
	if len(text) == 2 || !p.table.lookup(text, p.state).found() {
		return true
	}
	return parts == 2 && p.table.lookup(before, code).found()
}

// giveState reads the pieces from first on in a state that the text gives.
func (p *countyParser) giveState(first int, state string) {
	p.checkState(state)
	for i := first; i < len(p.pieces); i++ {
		piece := &p.pieces[i]
		if !piece.own {
			piece.state, piece.own = state, true
			piece.countyReading = p.table.lookup(piece.text, state)
		}
	}
}

// maxCountyPiece bounds a part of a list that has no mark in it, in bytes.
const maxCountyPiece = 4 * maxCountyName

// piece reads one part of a list.
func (p *countyParser) piece(text string) {
	if len(p.pieces) >= maxCountyPieces {
		p.result.doubt("more parts than a list of counties has: the rest was left out")
		return
	}
	if isVague(text) {
		p.vague = true
		return
	}
	if r := p.table.lookup(text, p.state); r.found() {
		p.add(text, r)
		return
	}
	short := len(text) <= maxCountyPiece
	if short && (p.withState(text) || p.office(text)) || p.conjunction(text) || short && (p.hyphenated(text) || p.runOn(text)) {
		return
	}
	p.add(text, countyReading{})
}

func (p *countyParser) add(text string, r countyReading) {
	p.pieces = append(p.pieces, countyPiece{text: text, state: p.state, countyReading: r})
}

// withState reads "Erie NY", "Erie County Pennsylvania" and "NY Erie".
func (p *countyParser) withState(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' || r == ':' })
	for n := 1; n <= 3 && n < len(words); n++ {
		if p.inState(join(words[:len(words)-n]), join(words[len(words)-n:])) {
			return true
		}
	}
	return len(words) > 1 && len(words[0]) == 2 && p.inState(join(words[1:]), words[0])
}

func join(words []string) string { return strings.Join(words, " ") }

// inState adds the county of the name in the state, if there is one.
func (p *countyParser) inState(name, state string) bool {
	code := StateCode(state)
	if code == "" {
		return false
	}
	r := p.table.lookup(name, code)
	if !r.found() {
		return false
	}
	p.checkState(code)
	p.add(name, r)
	last := &p.pieces[len(p.pieces)-1]
	last.state, last.own = code, true
	return true
}

// office reads "Erie County Sheriff" and "Wyoming Co. SO": what stands before
// the word county, if words follow it.
func (p *countyParser) office(text string) bool {
	words := strings.Fields(text)
	for i := 1; i < len(words)-1 && i <= maxCountyWords; i++ {
		if !isCountyWord(strings.ToLower(strings.TrimSuffix(words[i], "."))) {
			continue
		}
		r := p.table.lookup(join(words[:i+1]), p.state)
		if !r.found() {
			return false
		}
		r.explicit = true
		r.notes = append(r.notes, "the text has more than the county")
		p.add(join(words[:i+1]), r)
		return true
	}
	return false
}

// conjunctions divide the last two names of a list.
var conjunctions = []string{" and ", " or ", " y ", "&"}

// conjunction reads "Fulton and Montgomery Counties".
func (p *countyParser) conjunction(text string) bool {
	first, rest := cutConjunction(text)
	if rest == "" {
		return false
	}
	for rest != "" {
		p.piece(first)
		first, rest = cutConjunction(rest)
	}
	p.piece(first)
	return true
}

// cutConjunction returns the text before the first conjunction and after it;
// rest is empty if there is none with text on both sides.
func cutConjunction(text string) (first, rest string) {
	for i := 1; i < len(text)-1; i++ {
		if text[i] != ' ' && text[i] != '&' {
			continue
		}
		for _, word := range conjunctions {
			if end := i + len(word); end < len(text) && strings.EqualFold(text[i:end], word) {
				return strings.TrimSpace(text[:i]), strings.TrimSpace(text[end:])
			}
		}
	}
	return text, ""
}

// indexFold is strings.Index without regard to the case of ASCII letters; word
// is short.
func indexFold(text, word string) int {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) {
			return i
		}
	}
	return -1
}

// hyphenated reads "Nassau-Suffolk": every part must be a county.
func (p *countyParser) hyphenated(text string) bool {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '-' || r == '–' || r == '—' })
	if len(parts) < 2 || len(parts) > maxRunOnWords {
		return false
	}
	return p.addAll(parts)
}

// addAll adds the parts if each of them is exactly a county.
func (p *countyParser) addAll(parts []string) bool {
	readings := make([]countyReading, len(parts))
	for i, part := range parts {
		if readings[i] = p.table.lookup(part, p.state); !readings[i].found() {
			return false
		}
	}
	for i, part := range parts {
		p.add(part, readings[i])
	}
	return true
}

// maxRunOnWords bounds the words of a list without marks.
const maxRunOnWords = 24

// runOn reads names without any mark between them, "Erie Niagara St Lawrence",
// where every word belongs to the name of a county of the state.
func (p *countyParser) runOn(text string) bool {
	words := strings.Fields(splitCase(text))
	if p.state == "" || len(words) < 2 || len(words) > maxRunOnWords {
		return false
	}
	const longestName = 4 // words
	// cuts[i] is where the name that ends before word i begins, -1 for none.
	cuts := make([]int, len(words)+1)
	for end := 1; end <= len(words); end++ {
		cuts[end] = -1
		for start := max(0, end-longestName); start < end; start++ {
			if cuts[start] >= 0 && p.table.lookup(join(words[start:end]), p.state).found() {
				cuts[end] = start
				break
			}
		}
	}
	if cuts[len(words)] < 0 {
		return false
	}
	var names []string
	for end := len(words); end > 0; end = cuts[end] {
		names = append(names, join(words[cuts[end]:end]))
	}
	slices.Reverse(names)
	return p.addAll(names)
}

// splitCase puts a space where a capital follows a small letter, as between
// two lines that were run together: "BronxRichmond".
func splitCase(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if i > 0 && isCapital(text[i]) && isSmall(text[i-1]) {
			b.WriteByte(' ')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }
func isSmall(c byte) bool   { return 'a' <= c && c <= 'z' }
