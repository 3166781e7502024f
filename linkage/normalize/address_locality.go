package normalize

import "strings"

// isTownship holds what stands in parentheses behind a town that is town, village
// or city of one name.
var isTownship = map[string]bool{"T": true, "V": true, "C": true, "TOWN": true, "VILLAGE": true, "CITY": true, "TN": true, "VLG": true}

// locality reads country, ZIP code, state and town off the end of the tokens,
// and returns how many tokens are left before them.
func (p *addressParser) locality() int {
	p.townLast()
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

// townLast moves a town with its state and ZIP code that stands first, "Warsaw, NY
// 14569, 6211 Route 19", to the end.
func (p *addressParser) townLast() {
	n := len(p.tokens)
	for i := 1; i < min(n-2, maxTownWords+1) && !p.tokens[i].hasDigit(); i++ {
		if !p.tokens[i].is(isStateCode) {
			continue
		}
		end := i + 1
		if t := &p.tokens[end]; t.kind == numberToken && len(t.up) == 5 && !t.brk {
			end++
		}
		last := &p.tokens[n-1]
		if end+1 >= n || !p.tokens[end].brk || !p.tokens[end].hasDigit() || last.is(isStateCode) || last.kind == numberToken && len(last.up) == 5 || !p.knownTown(0, i, p.tokens[i].lex.state) {
			continue
		}
		town := append([]token(nil), p.tokens[:end]...)
		town[0].brk = true
		p.tokens = append(p.tokens[:copy(p.tokens, p.tokens[end:])], town...)
		p.tokens[0].brk = false
		return
	}
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
