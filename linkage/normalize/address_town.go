package normalize

// townAliases are what people write for a town; keys are compact, see compactTown.
var townAliases = map[string]string{
	"LIC": "Long Island City", "LIISLANDCITY": "Long Island City",
	"BKLYN": "Brooklyn", "BKLN": "Brooklyn", "BKYN": "Brooklyn", "BRKLYN": "Brooklyn", "BROOKLN": "Brooklyn", "BK": "Brooklyn",
	"NYC": "New York", "NY": "New York", "NEWYORKCITY": "New York", "MANHATTAN": "New York", "NYNY": "New York", "NEWYORKNEWYORK": "New York",
	"BX": "Bronx", "THEBRONX": "Bronx", "BRNX": "Bronx",
	"SI": "Staten Island", "STATENIS": "Staten Island", "STATISLAND": "Staten Island",
	"QNS": "Queens", "QUEENSVILLAGENY": "Queens Village",
	"ROCH": "Rochester", "SYR": "Syracuse", "BFLO": "Buffalo", "BUFF": "Buffalo", "POK": "Poughkeepsie",
	"NIAGFALLS": "Niagara Falls", "PHILA": "Philadelphia", "PHILLY": "Philadelphia",
}

// maxTownWords is the length of the longest town name that is looked for.
const maxTownWords = 5

// compactTown appends the canonical name of the town in tokens i to end: upper
// case, words written out, without spaces, so that LE ROY is LEROY and N
// TONAWANDA is NORTH TONAWANDA.
func (p *addressParser) compactTown(b []byte, i, end int) []byte {
	if end-i > 2 && p.tokens[i+1].up == "OF" {
		switch p.tokens[i].up {
		case "TOWN", "CITY", "VILLAGE", "HAMLET":
			i += 2
		}
	}
	for ; i < end; i++ {
		t := &p.tokens[i]
		switch {
		case i+1 < end && t.up == "NO":
			b = append(b, "NORTH"...)
		case i+1 < end && (t.up == "ST" || t.up == "STE"):
			b = append(b, "SAINT"...)
		case t.lex.full != "":
			b = append(b, t.lex.full...)
		default:
			for k := 0; k < len(t.up); k++ {
				if t.up[k] != '-' {
					b = append(b, t.up[k])
				}
			}
		}
	}
	return b
}

// knownTown reports whether tokens i to end are a town of the state (of any
// state if "") by the gazetteer, an alias or what the caller knows.
func (p *addressParser) knownTown(i, end int, state string) bool {
	if t := &p.tokens[i]; end == i+1 && (t.is(isRoadSuffix|isDirection) || t.up == "BLDG") {
		return false
	}
	var buf [64]byte
	name := p.compactTown(buf[:0], i, end)
	if t, _ := places().town(name, state); t != nil {
		return true
	}
	if full, ok := townAliases[string(name)]; ok {
		return (state == "" || state == "NY" || len(full) > 0 && full[0] == 'P') && len(name) > 2 || p.out.ZIP != "" || p.tokens[i].brk
	}
	if p.asked != nil {
		*p.asked = append(*p.asked, string(name))
	}
	return p.inCity != "" && string(name) == p.inCity
}

// compactName returns compactTown of a text.
func compactName(town string) string {
	p := newAddressParser(town)
	defer p.release()
	return string(p.compactTown(nil, 0, len(p.tokens)))
}

// splitBeforeTown divides the last word in which a town may be run into what
// precedes it ("HallSyracuse") if a known town then stands at the end.
func (p *addressParser) splitBeforeTown(end *int) {
	for i := *end - 1; i >= max(0, *end-maxTownWords); i-- {
		t := p.tokens[i]
		if t.camel == 0 {
			continue
		}
		rest := token{raw: t.raw[t.camel:], up: t.up[t.camel:], kind: wordToken, paren: t.paren}
		if rest.lex = lexicon[rest.up]; rest.lex == nil {
			rest.lex = noWord
		}
		whole := p.tokens[i]
		p.tokens[i] = rest
		known := p.knownTown(i, *end, p.townState())
		p.tokens[i] = whole
		if !known || p.knownTown(i, *end, p.townState()) {
			return
		}
		left := &p.tokens[i]
		left.raw, left.up, left.camel = t.raw[:t.camel], t.up[:t.camel], 0
		if left.lex = lexicon[left.up]; left.lex == nil {
			left.lex = noWord
		}
		p.tokens = append(p.tokens, token{})
		copy(p.tokens[i+2:], p.tokens[i+1:])
		p.tokens[i+1] = rest
		*end++
		return
	}
}

// townState returns the state in which a town is looked for.
func (p *addressParser) townState() string {
	if p.out.State != "" {
		return p.out.State
	}
	if state := places().zipState(p.out.ZIP); state != "" {
		return state
	}
	return p.in.State
}

// town reads the town that ends at end and returns where it starts.
func (p *addressParser) town(end int) int {
	start := p.townStart(end)
	if start == end {
		return end
	}
	if end-start > 1 && start > 1 && p.out.State != "" && p.stateName(start, start+1) == p.out.State && p.tokens[start].is(isStateCode) {
		start++ // ", CA Arleta CA"
	}
	state := places().zipState(p.out.ZIP)
	var buf [64]byte
	name := p.compactTown(buf[:0], start, end)
	if full, ok := townAliases[string(name)]; ok {
		p.out.City, p.city = full, compactName(full)
	} else {
		p.out.City, p.city = p.title(start, end), string(name)
	}
	if before := start - 1; p.out.State == "" && before > 1 && p.tokens[before].is(isStateCode) && !p.tokens[before].is(isSuffix|isDirection) && p.tokens[before].lex.state == state {
		p.out.State = state // CA Long Beach 90807
		return before
	}
	return p.townAgain(start, p.city)
}

func (p *addressParser) townStart(end int) int {
	seg := p.segmentStart(end)
	state := p.townState()
	located := p.out.State != "" || p.out.ZIP != ""
	if seg == 0 && located && p.onlyTown(end, state) {
		return 0
	}
	best, founded := end, false
	for k := min(maxTownWords, end-seg); k >= 1; k-- {
		i := end - k
		if i == 0 && !located || !p.knownTown(i, end, state) {
			continue
		}
		f := i > 0 && p.endsStreet(i)
		if i == 0 || !f && !located || !f && i < 2 {
			continue
		}
		if up := p.tokens[i].up; i >= 3 && (up == "E" || up == "W") && (p.tokens[i-1].up == "N" || p.tokens[i-1].up == "S") && p.tokens[i-2].is(isSuffix) {
			continue // Dr N E Grand Rapids: the street's direction, not the town's
		}
		if best == end || f && !founded {
			best, founded = i, f
		}
	}
	if best == seg+1 && seg > 0 && p.tokens[seg].is(isDirection) && len(p.tokens[seg].lex.dir) == 1 {
		var buf [64]byte
		if z := places().zip(p.out.ZIP); z != nil && compactName(z.name) == string(p.compactTown(buf[:0], best, end)) {
			return best // "Seventh Ave, So. New York 10014"
		}
		if prev := &p.tokens[seg-1]; len(p.tokens[seg].up) == 1 && (prev.lex.suffix == "HWY" || prev.hasDigit() && seg > 1 && p.tokens[seg-2].is(isRouteWord)) {
			return best // "Hwy 31, W. White House"
		}
		return seg // ", N Hanover": a part of town that the gazetteer lacks
	}
	if best < end {
		return best
	}
	return p.unknownTown(seg, end, located)
}

// onlyTown reports whether all tokens before end are a town's name.
func (p *addressParser) onlyTown(end int, state string) bool {
	if end > maxTownWords {
		return false
	}
	for i := range p.tokens[:end] {
		if p.tokens[i].kind != wordToken {
			return false
		}
	}
	if p.knownTown(0, end, state) {
		return true
	}
	for k := 1; k < end; k++ {
		if p.knownTown(k, end, state) {
			return false
		}
	}
	comma := end < len(p.tokens) && p.tokens[end].brk
	return (p.out.ZIP != "" || comma) && end <= 3 && !p.breakInside(0, end) && !p.tokens[end-1].is(isRoadSuffix) && !p.commonRoad(0)
}

// endsStreet reports whether a street, a unit or a segment may end right before token i.
func (p *addressParser) endsStreet(i int) bool {
	if p.tokens[i].brk {
		return true
	}
	t := &p.tokens[i-1]
	switch {
	case t.is(isRoadSuffix):
		return i >= 3 || i == 2 && !p.tokens[0].hasDigit()
	case t.is(isDirection):
		return i >= 3 && p.tokens[i-2].is(isRoadSuffix)
	case t.is(isUnitAlone):
		return i >= 3
	case t.hasDigit():
		return i >= 2 && (p.tokens[i-2].is(isUnit|isRouteWord|isRoadSuffix|isDirection) || p.tokens[i-2].kind == hashToken)
	case i >= 2:
		prev := &p.tokens[i-2]
		return t.is(isUnit) && (prev.hasDigit() || prev.is(isOrdinalWord)) || (prev.is(isUnit) || prev.kind == hashToken) && len(t.up) <= 2
	}
	return false
}

// notTown reports whether a word ends a company's or a person's name.
func notTown(up string) bool {
	switch up {
	case "INC", "LLC", "LLP", "LTD", "CORP", "CO", "COMPANY", "JR", "SR", "TRUST", "BLDG", "BUILDING", "TOWER":
		return true
	}
	return false
}

// townAgain drops the state and the town that are named twice: "Barstow, CA Barstow
// CA". The town starts at start and is name in compact form.
func (p *addressParser) townAgain(start int, name string) int {
	if start < 4 || p.out.State == "" || p.stateName(start-1, start) != p.out.State {
		return start
	}
	var buf [64]byte
	for k := 1; k <= maxTownWords && start-1-k > 1; k++ {
		if string(p.compactTown(buf[:0], start-1-k, start-1)) == name {
			return start - 1 - k
		}
	}
	return start
}

// commonRoad reports whether the single word of a segment at i is a road's name
// as people write it without suffix.
func (p *addressParser) commonRoad(i int) bool {
	return (p.tokens[i].up == "MAIN" || p.tokens[i].up == "BROADWAY" || p.tokens[i].up == "THRUWAY") && (i+1 >= len(p.tokens) || p.tokens[i+1].brk)
}
