package normalize

import "strings"

// looseRoad reads the loose tokens as a road or a crossing of two, when one of
// their comma-divided segments ends as a road does. Other segments name a place.
func (p *addressParser) looseRoad() bool {
	p.skipCornerOf()
	if p.looseFrom < 0 {
		return false
	}
	from := p.looseFrom
	for i := p.looseTo - 1; i >= from; i-- {
		if i > from && !p.tokens[i].brk && p.tokens[i].loose && p.tokens[i-1].loose {
			continue
		}
		end := i
		for end < p.looseTo && p.tokens[end].loose && (end == i || !p.tokens[end].brk) {
			end++
		}
		if p.roadFromWords(i, end) {
			p.namePlace()
			return true
		}
	}
	return false
}

// skipCornerOf drops "corner of" from the start of the loose tokens.
func (p *addressParser) skipCornerOf() {
	from := p.looseFrom
	if !p.tokens[from].loose || from+1 >= p.looseTo || from+2 == p.looseTo && p.tokens[from+1].up != "OF" {
		return
	}
	switch p.tokens[from].up {
	case "CORNER", "COR", "INTERSECTION", "CNR", "INT", "JCT", "JUNCTION":
	default:
		return
	}
	from++
	if p.tokens[from].up == "OF" {
		from++
	}
	p.tokens[p.looseFrom].loose = false
	p.tokens[from-1].loose = false
	if p.looseFrom = from; from == p.looseTo {
		p.looseFrom, p.looseTo = -1, -1
	}
}

// crossesLoose makes the street the crossing of the highway r at i with the road that
// the loose tokens before it name: Town Line Rd & CR 5.
func (p *addressParser) crossesLoose(r road, i int) bool {
	if i < 2 || p.looseFrom < 0 || p.looseTo != i || !p.tokens[i-1].joins() || p.tokens[i-1].brk {
		return false
	}
	p.skipCornerOf()
	if p.looseFrom < 0 {
		return false
	}
	first, stop := p.road(p.looseFrom, i-1, false)
	if stop != i-1 || stop == p.looseFrom {
		return false
	}
	p.setRoad(first)
	p.setCrossing(first, r)
	for j := p.looseFrom; j < i; j++ {
		p.tokens[j].loose = false
	}
	p.looseFrom, p.looseTo = -1, -1
	return true
}

func (p *addressParser) roadFromWords(i, end int) bool {
	if i >= end || !p.tokens[i].loose {
		return false
	}
	r, next := p.road(i, end, false)
	if next == i {
		return false
	}
	other, after := p.crossingRoad(next, end)
	switch {
	case after > next && (p.roadWords(i, after)):
		p.setRoad(r)
		p.setCrossing(r, other)
	case next == end && (r.suffix != "" && p.roadLike(i, end) || p.commonRoad(i) && end == i+1 || p.tokens[i].lex.suffix == "AVE" && end == i+2):
		p.setRoad(r)
	default:
		return false
	}
	for j := i; j < end; j++ {
		p.tokens[j].loose = false
	}
	return true
}

// roadWords reports whether the words of a crossing hold one that only a road has.
func (p *addressParser) roadWords(i, end int) bool {
	found := false
	for ; i < end; i++ {
		t := &p.tokens[i]
		if t.lex.unit == "BLDG" {
			return false
		}
		found = found || t.is(isRoadSuffix|isOrdinalWord|isRouteWord) || t.hasDigit() || t.up == "MAIN" || t.up == "BROADWAY"
	}
	return found
}

// roadLike reports whether the words i to end, which have no house number, are a
// road and not a place's name: they end in a road suffix.
func (p *addressParser) roadLike(i, end int) bool {
	last := &p.tokens[end-1]
	if last.is(isDirection) && end-i > 2 {
		last = &p.tokens[end-2]
	}
	switch last.lex.suffix {
	case "PLZ", "CT", "PL", "SQ":
		return false
	}
	return last.is(isRoadSuffix)
}

// joins reports whether a token stands between two roads that cross.
func (t *token) joins() bool {
	return t.kind == andToken || t.kind == atToken || t.up == "AND" || t.up == "AT" || t.up == "NEAR"
}

// crossingRoad reads "& Center St" at i.
func (p *addressParser) crossingRoad(i, end int) (road, int) {
	if i+1 >= end {
		return road{}, i
	}
	if !p.tokens[i].joins() {
		return road{}, i
	}
	if _, mile := p.milepostAt(i+1, end); mile > i+1 {
		return road{}, i // I-90 at mile 312
	}
	if p.tokens[i+1].hasDigit() && i > 0 && p.tokens[i-1].hasDigit() && p.tokens[i-1].kind != ordinalToken {
		// Routes 19 and 20A
		if number, next := p.highwayNumber(i+1, end, plainRoute); next > i+1 && (next == end || p.tokens[next].brk) {
			return road{name: "Route " + number, key: "RT " + number}, next
		}
	}
	r, next := p.road(i+1, end, false)
	if next == i+1 {
		return road{}, i
	}
	return r, next
}

// setCrossing makes the street the intersection of two roads; their order in the
// key is that of the alphabet.
func (p *addressParser) setCrossing(a, b road) {
	p.crossing = true
	p.out.Predirectional, p.out.Suffix, p.out.Postdirectional = "", "", ""
	p.out.Street = a.text() + " & " + b.text()
	if one, ok := strings.CutSuffix(b.key, "S"); ok && a.suffix == "" && pluralSuffixes[b.suffix] {
		// Main and Center Streets
		a.key, b.key = a.key+one[strings.LastIndexByte(one, ' '):], one
	}
	p.out.key.road = strings.Join(inOrder(a.key, b.key), " & ")
}

// pluralSuffixes stand behind the second of two streets and mean both.
var pluralSuffixes = map[string]bool{"Sts": true, "Aves": true, "Rds": true}

// inOrder returns two strings in the order of the alphabet.
func inOrder(a, b string) []string {
	if b < a {
		a, b = b, a
	}
	return []string{a, b}
}

func (r road) text() string {
	s := r.name
	if r.pre != "" {
		s = r.pre + " " + s
	}
	if r.suffix != "" {
		s += " " + r.suffix
	}
	if r.post != "" {
		s += " " + r.post
	}
	return s
}
