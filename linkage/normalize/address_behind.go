package normalize

import "strings"

// sheds are what stands behind, beside or near a house and has no number.
var sheds = map[string]bool{
	"BARN": true, "GARAGE": true, "TRAILER": true, "CABIN": true, "HOUSE": true, "SHED": true, "BUNKHOUSE": true, "COTTAGE": true,
	"APARTMENT": true, "CAMP": true, "CAMPER": true, "SHOP": true, "FIELD": true, "LOT": true, "RV": true, "PLACE": true,
}

// shedKinds can stand before one of the sheds: labor camp, mobile home.
var shedKinds = map[string]bool{"LABOR": true, "MIGRANT": true, "TENANT": true, "MOBILE": true, "GUEST": true, "GARAGE": true}

// titleWords returns the words of tokens with a capital each.
func titleWords(tokens []token) string {
	words := make([]string, len(tokens))
	for i := range tokens {
		words[i] = titleWord(strings.ToLower(tokens[i].raw))
	}
	return strings.Join(words, " ")
}

// lodgings are those of the sheds that name where on a lot someone lives.
var lodgings = map[string]bool{"BARN": true, "GARAGE": true, "TRAILER": true, "SHED": true, "BUNKHOUSE": true, "COTTAGE": true, "CAMPER": true, "CABIN": true, "RV": true, "HOME": true, "APARTMENT": true}

// measures count how far a place lies from a house number.
var measures = map[string]bool{"MI": true, "MILE": true, "MILES": true, "FT": true, "FEET": true, "YARDS": true, "YDS": true, "BLOCK": true, "BLOCKS": true}

// away reads "1 mi N of" before a house number, which is then a landmark.
func (p *addressParser) away(i, end int) int {
	if i+3 >= end || p.tokens[i].kind == wordToken || !measures[p.tokens[i+1].up] {
		return i
	}
	j := i + 2
	if p.tokens[j].is(isDirection) {
		j++
	}
	if j+1 >= end || p.tokens[j].up != "OF" && p.tokens[j].up != "FROM" {
		return i
	}
	p.setUnit("", "Place Near")
	p.out.doubt("the house number is a landmark, not the place")
	return j + 1
}

// nearWords say where a place lies from a house number; the number is the place's
// own where it lies behind, and a landmark where it lies near.
var nearWords = []struct {
	words []string
	text  string
}{
	{[]string{"IN", "BACK", "OF"}, "Behind"},
	{[]string{"IN", "REAR", "OF"}, "Behind"},
	{[]string{"AT", "REAR", "OF"}, "Behind"},
	{[]string{"TO", "REAR", "OF"}, "Behind"},
	{[]string{"IN", "THE", "REAR", "OF"}, "Behind"},
	{[]string{"AT", "THE", "REAR", "OF"}, "Behind"},
	{[]string{"TO", "THE", "REAR", "OF"}, "Behind"},
	{[]string{"REAR", "OF"}, "Behind"},
	{[]string{"BACK", "OF"}, "Behind"},
	{[]string{"OUT", "BACK", "OF"}, "Behind"},
	{[]string{"OUT", "BACK", "AT"}, "Behind"},
	{[]string{"BEHIND"}, "Behind"},
	{[]string{"NEAR"}, "Near"},
	{[]string{"BESIDE"}, "Beside"},
	{[]string{"OPPOSITE"}, "Opposite"},
	{[]string{"ACROSS", "FROM"}, "Across From"},
	{[]string{"NEXT", "TO"}, "Next To"},
}

// backWords say behind a street's name that a place lies in its back yard.
var backWords = [][]string{{"BEHIND"}, {"IN", "BACK"}, {"OUT", "BACK"}, {"IN", "REAR"}, {"AT", "REAR"}, {"IN", "THE", "BACK"}, {"IN", "THE", "REAR"}, {"TO", "REAR"}, {"AT", "THE", "REAR"}}

// behind reads "barn behind", "trailer in back of", "across from": what stands
// before a house number that is not itself the place.
func (p *addressParser) behind(i, end int) int {
	if i > 0 && !p.tokens[i].brk || p.tokens[i].paren || p.tokens[i].kind != wordToken {
		return i
	}
	j, thing := p.shed(i, end)
	for _, near := range nearWords {
		next := j + len(near.words)
		if next >= end || !p.hasWords(j, near.words) || !p.tokens[next].hasDigit() {
			continue
		}
		p.setUnit("", thing+" "+near.text)
		if near.text != "Behind" {
			p.out.doubt("the house number is a landmark, not the place")
		}
		return next
	}
	return i
}

// shed returns what stands behind, and where the words for it end.
func (p *addressParser) shed(i, end int) (next int, thing string) {
	if p.tokens[i].up == "THE" && i+1 < end {
		i++
	}
	from := i
	if shedKinds[p.tokens[i].up] && i+1 < end && !p.tokens[i+1].brk {
		i++
	}
	if sheds[p.tokens[i].up] || i > from && p.tokens[i].up == "HOME" {
		return i + 1, strings.ReplaceAll(titleWords(p.tokens[from:i+1]), "Mobile Home", "Trailer")
	}
	i = from
	return i, "Place"
}

// outBack reads "barn behind" or "trailer in back" behind a street.
func (p *addressParser) outBack(i, end int) int {
	j, thing := p.shed(i, end)
	if j == i || p.out.Unit != "" {
		return i
	}
	if j == end || p.tokens[j].brk {
		if !lodgings[p.tokens[j-1].up] {
			return i
		}
		p.setUnit(thing, "")
		return j
	}
	for _, words := range backWords {
		next := j + len(words)
		if next <= end && p.hasWords(j, words) && (next == end || p.tokens[next].brk) {
			p.setUnit("", thing+" Behind")
			return next
		}
	}
	return i
}

// hasWords reports whether the words stand at i.
func (p *addressParser) hasWords(i int, words []string) bool {
	for k, w := range words {
		if i+k >= len(p.tokens) || p.tokens[i+k].up != w || k > 0 && p.tokens[i+k].brk {
			return false
		}
	}
	return true
}
