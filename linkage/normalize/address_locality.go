package normalize

import "strings"

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

// isTownship holds what stands in parentheses behind a town that is town, village
// or city of one name.
var isTownship = map[string]bool{"T": true, "V": true, "C": true, "TOWN": true, "VILLAGE": true, "CITY": true, "TN": true, "VLG": true}

// locality reads country, ZIP code, state and town off the end of the tokens,
// and returns how many tokens are left before them.
func (p *addressParser) locality() int {
	end := p.dropCountry(p.lastTownEnd())
	end = p.zip(end)
	if end > 0 {
		end = p.state(end)
	}
	end = p.dropCounty(p.stateAgain(end))
	if end > 2 && p.tokens[end-1].paren && isTownship[p.tokens[end-1].up] {
		end-- // Perry (T)
	}
	if end > 0 {
		p.splitBeforeTown(&end)
		end = p.town(end)
	}
	return end
}

func (p *addressParser) dropCountry(end int) int {
	if end < 2 {
		return end
	}
	switch p.tokens[end-1].up {
	case "USA", "EEUU":
		return end - 1
	case "US":
		if t := &p.tokens[end-2]; t.hasDigit() || t.is(isStateCode) {
			return end - 1
		}
	case "AMERICA":
		if end > 3 && p.tokens[end-2].up == "OF" && p.tokens[end-3].up == "STATES" {
			return end - 4
		}
	case "STATES":
		if end > 2 && p.tokens[end-2].up == "UNITED" {
			return end - 2
		}
	}
	return end
}

// dropCounty drops ", Wyoming County" behind a town.
func (p *addressParser) dropCounty(end int) int {
	const most = 3 // words of a county's name, with "County"
	if end < 4 || p.tokens[end-1].up != "COUNTY" && p.tokens[end-1].up != "CO" {
		return end
	}
	start := p.segmentStart(end)
	if start < 2 || start == end-1 || end-start > most || !p.townBefore(start, p.townState()) {
		return end
	}
	p.out.note("the county was left out")
	return start
}

// zip reads a ZIP code, with or without its four digits more.
func (p *addressParser) zip(end int) int {
	if end == 0 {
		return end
	}
	i, code := end-1, ""
	t := &p.tokens[i]
	switch {
	case t.kind == numberToken && len(t.up) == 4 && i > 1 && !p.tokens[i].brk && p.tokens[i-1].kind == numberToken && len(p.tokens[i-1].up) == 5:
		i--
		code = p.tokens[i].up
	case t.kind == numberToken && (len(t.up) == 5 || len(t.up) == 9 || len(t.up) == 10):
		code = t.up[:5]
	case t.kind == numberToken && len(t.up) == 4 && i > 0 && p.tokens[i-1].is(isStateCode) && places().zipState("0"+t.up) == p.tokens[i-1].lex.state:
		code = "0" + t.up // a spreadsheet dropped the zero
	case t.kind == numberToken && len(t.up) == 4 && i > 2 && p.tokens[i-1].is(isStateCode) && !p.tokens[i-1].is(isSuffix|isDirection) && p.townBefore(i-1, p.tokens[i-1].lex.state):
		p.out.doubt("the ZIP code has four digits")
		return i
	case t.kind == numberToken && len(t.up) == 2 && i > 2 && p.tokens[i-1].kind == numberToken && len(p.tokens[i-1].up) == 3 && p.tokens[i-2].is(isStateCode) && places().zipState(p.tokens[i-1].up+t.up) == p.tokens[i-2].lex.state:
		i--
		code = p.tokens[i].up + t.up // ME 041 01
	case t.kind == mixedToken && len(t.up) == 9 && t.up[4] == '-' && kindOf(t.up[:4]+t.up[5:]) == numberToken && i > 2 && p.tokens[i-1].is(isStateCode) && p.townBefore(i-1, p.tokens[i-1].lex.state):
		p.out.doubt("the ZIP code has four digits")
		return i
	case t.kind == mixedToken && len(t.up) >= 6 && len(t.up) <= 10 && t.up[5] == '-' && kindOf(t.up[:5]) == numberToken && kindOf(strings.Trim(t.up[6:], "-")) == numberToken:
		code = t.up[:5]
	default:
		return end
	}
	if i > 0 {
		prev := &p.tokens[i-1]
		if prev.kind == hashToken || p.boxAt(i-1, end) > i-1 || prev.up == "OFFICE" || prev.is(isUnit|isRouteWord) && !prev.is(isStateCode) {
			return end
		}
	}
	if i == 0 && end > 1 {
		return end
	}
	p.out.ZIP = code
	return i
}

// segmentStart returns the first token of the comma-divided segment that ends at end.
func (p *addressParser) segmentStart(end int) int {
	i := end - 1
	for i > 0 && !p.tokens[i].brk {
		i--
	}
	return max(0, i)
}

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

// unknownTown finds the start of a town that the gazetteer lacks: the town of the
// ZIP code with a typing error, a segment of its own, or what follows the last
// road suffix.
func (p *addressParser) unknownTown(seg, end int, located bool) int {
	if z := places().zip(p.out.ZIP); z != nil {
		if i := p.misspelt(compactName(z.name), seg, end); i < end {
			return i
		}
		if i := p.abbreviated(z.name, seg, end); i < end {
			return i
		}
	}
	if seg > 0 && end-seg <= maxTownWords && p.wordsBefore(end) && !p.tokens[seg-1].isRecipient() && !p.tokens[seg].isRecipient() {
		if t := &p.tokens[end-1]; located && !t.is(isDirection) && !p.commonRoad(seg) || !p.tokens[seg].is(isUnitAlone) && !t.is(isSuffix|isDirection) && !notTown(t.up) {
			return seg
		}
	}
	if !located {
		return end
	}
	for i := end - 1; i > max(seg, 1); i-- {
		t := &p.tokens[i-1]
		if p.tokens[i].kind != wordToken || p.tokens[i].is(isUnit|isUnitAlone) && p.unitAt(i, end) > i || p.tokens[i].isRecipient() {
			return end
		}
		if t.is(isRoadSuffix) || i >= 2 && t.hasDigit() && p.tokens[i-2].is(isUnit|isRouteWord) {
			if p.tokens[i].is(isDirection) && i+1 == end {
				return end
			}
			return i
		}
	}
	return end
}

// misspelt returns where a misspelt town starts that ends at end, or end.
func (p *addressParser) misspelt(town string, seg, end int) int {
	if len(town) < 5 {
		return end
	}
	var buf [64]byte
	for k := 1; k <= min(maxTownWords, end-max(seg, 1)); k++ {
		if p.tokens[end-k].kind != wordToken {
			break
		}
		name := p.compactTown(buf[:0], end-k, end)
		if withinTwoEdits(string(name), town) || len(name) >= 5 && strings.HasPrefix(town, string(name)) {
			return end - k
		}
	}
	return end
}

// abbreviated returns where the town starts that ends at end and is written as post
// offices shorten it, word by word: HUNTINGTON BH for Huntington Beach; or end.
func (p *addressParser) abbreviated(town string, seg, end int) int {
	words := strings.Fields(strings.ToUpper(town))
	start := end - len(words)
	if start < max(seg, 1) || len(words) < 2 {
		return end
	}
	for k, w := range words {
		if t := &p.tokens[start+k]; t.kind != wordToken || len(t.up) < 2 || t.up[0] != w[0] || !subsequence(t.up, w) {
			return end
		}
	}
	return start
}

// subsequence reports whether the letters of a stand in b in their order.
func subsequence(a, b string) bool {
	for i := 0; i < len(b) && a != ""; i++ {
		if b[i] == a[0] {
			a = a[1:]
		}
	}
	return a == ""
}

// withinTwoEdits reports whether a becomes b by at most two insertions,
// deletions or replacements, one for names under eight letters.
func withinTwoEdits(a, b string) bool {
	limit := 2
	if len(b) < 8 {
		limit = 1
	}
	if len(a)-len(b) > limit || len(b)-len(a) > limit || len(a) > 64 || len(b) > 64 {
		return false
	}
	var rows [2][65]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := range len(a) {
		row, prev := &rows[(i+1)%2], &rows[i%2]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(prev[j]+cost, prev[j+1]+1, row[j]+1)
		}
	}
	return rows[len(a)%2][len(b)] <= limit
}

// notTown reports whether a word ends a company's or a person's name.
func notTown(up string) bool {
	switch up {
	case "INC", "LLC", "LLP", "LTD", "CORP", "CO", "COMPANY", "JR", "SR", "TRUST", "BLDG", "BUILDING", "TOWER":
		return true
	}
	return false
}

// lastTownEnd returns the number of tokens to read: all, or those to a state and
// its ZIP code behind which other words stand.
func (p *addressParser) lastTownEnd() int {
	n := len(p.tokens)
	for i := n - 1; i > 1; i-- {
		t := &p.tokens[i]
		if t.kind != numberToken && t.kind != mixedToken || len(t.up) < 5 || kindOf(t.up[:5]) != numberToken {
			continue
		}
		state := places().zipState(t.up[:5])
		if prev := &p.tokens[i-1]; state != "" && (prev.is(isStateCode) && prev.lex.state == state || p.stateName(max(0, i-2), i) == state) {
			if i+1 < n && !(n == i+2 && p.tokens[n-1].kind == numberToken) {
				if p.tokens[i+1].kind == wordToken && p.dropCountry(n) == n {
					p.out.note("words behind the ZIP code were left out")
				}
				if p.dropCountry(n) == n {
					n = i + 1
				}
			}
			return p.firstTownEnd(n, i)
		}
	}
	return n
}

// firstTownEnd returns where an address ends that is written twice, with the same
// state and ZIP code at i and before; or end.
func (p *addressParser) firstTownEnd(end, i int) int {
	code := p.tokens[i].up[:5]
	for j := 3; j < i; j++ {
		if t := &p.tokens[j]; t.hasDigit() && strings.HasPrefix(t.up, code) && p.tokens[j-1].is(isStateCode) && p.tokens[j-1].lex.state == places().zipState(code) {
			p.out.note("the address is written twice")
			return j + 1
		}
	}
	return end
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

// stateAgain drops a state that is named twice: "Memphis TN, TN 38103".
func (p *addressParser) stateAgain(end int) int {
	if p.out.State == "" || end < 2 || p.out.State == "NY" && p.tokens[end-1].up == "YORK" {
		return end
	}
	if p.stateName(end-1, end) == p.out.State && p.townBefore(end-1, p.out.State) {
		return end - 1
	}
	return end
}

// commonRoad reports whether the single word of a segment at i is a road's name
// as people write it without suffix.
func (p *addressParser) commonRoad(i int) bool {
	return (p.tokens[i].up == "MAIN" || p.tokens[i].up == "BROADWAY" || p.tokens[i].up == "THRUWAY") && (i+1 >= len(p.tokens) || p.tokens[i+1].brk)
}
