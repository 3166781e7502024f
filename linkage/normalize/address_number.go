package normalize

import "strings"

// numbered reads a house number and the street that follows.
func (p *addressParser) numbered(i, end int) int {
	t := &p.tokens[i]
	isWord := t.is(isNumberWord) && (i == 0 || t.brk || p.out.State != "" && p.laterSuffix(i+2, end)) && i+1 < end && !p.tokens[i+1].brk
	if t.kind != numberToken && t.kind != mixedToken && !isWord || t.paren {
		return i
	}
	if i > 0 && p.tokens[i-1].loose && !t.brk && (isReference(p.tokens[i-1].up) || p.tokens[i-1].kind == hashToken) {
		return i
	}
	if i > 0 && p.tokens[i-1].loose && !t.brk && i+1 < end && houses[p.tokens[i+1].up] {
		return i
	}
	j := p.afterNumber(i, end)
	if j >= end || j > i+1 && p.tokens[j].brk {
		return i
	}
	if p.tokens[j].kind == hashToken || p.isFloor(i, end) || p.tokens[j].is(isUnit) && p.unitAt(j, end) > j && !p.tokens[j].is(isSuffix) {
		return i
	}
	if p.boxAt(j, end) > j {
		return i
	}
	if f := &p.tokens[j]; f.brk && (f.hasDigit() || f.paren) || f.kind == andToken || f.kind == atToken || f.up == "AND" {
		return i
	}
	if p.tokens[j].up == "MILES" || (p.tokens[j].up == "MILE" && j+1 < end && !p.tokens[j+1].is(isRoadSuffix)) {
		return i
	}
	if j == i+1 && (p.tokens[j].kind == numberToken || p.tokens[j].kind == mixedToken) && p.isHouseNumber(j, end) && !(p.tokens[j+1].is(isDirection) && p.tokens[j+2].is(isRoadSuffix)) {
		return i // Flat 4 10A Main St
	}
	r, next := p.road(j, end, true)
	if next == j || r.suffix == "" && p.endsBuilding(next) || (p.namesBuilding(r) || isWord && (r.suffix == "" || i > 0 && !t.brk)) && p.roadFollows(next, end) {
		return i
	}
	p.setRoad(r)
	p.out.Number = p.numberText(i, j)
	return p.afterRoad(next, end)
}

// houses are words behind a number that is part of a name: Lucky 7 Motel.
var houses = map[string]bool{"MOTEL": true, "HOTEL": true, "INN": true, "LODGE": true, "DINER": true, "CLUB": true, "BAR": true, "SPA": true, "SALON": true, "MART": true}

// namesBuilding reports whether a numbered road may be a building's name: One
// Midtown Plaza, 1000 Cathedral Pl.
func (p *addressParser) namesBuilding(r road) bool {
	switch strings.ToUpper(r.suffix) {
	case "PL", "PLZ", "CTR", "SQ":
		return true
	}
	return false
}

// endsBuilding reports whether the words before token i end a building's name.
func (p *addressParser) endsBuilding(i int) bool {
	switch p.tokens[i-1].lex.unit {
	case "BLDG", "TOWER":
		return true
	}
	return false
}

// roadFollows reports whether a house number and a road stand in tokens i to end.
func (p *addressParser) roadFollows(i, end int) bool {
	for ; i+1 < end; i++ {
		t := &p.tokens[i]
		if t.kind != numberToken && t.kind != mixedToken || i > 0 && (p.tokens[i-1].is(isUnit|isRouteWord) || p.tokens[i-1].kind == hashToken) || p.tokens[i+1].brk {
			continue
		}
		if r, next := p.road(i+1, end, true); next > i+1 && (r.suffix != "" || strings.HasPrefix(r.key, "RT ") || r.name == "Broadway") {
			return true
		}
	}
	return false
}

// afterNumber returns where a house number that begins at i ends: behind a
// fraction, a single letter (214 B South Blvd, but not 214 B St) or a list (2 & 11).
func (p *addressParser) afterNumber(i, end int) int {
	j := i + 1
	if j+1 < end && p.isGrid(i) && p.isGrid(j) {
		return j + 1
	}
	for j+1 < end && p.tokens[j].kind == andToken && (p.tokens[j+1].kind == numberToken) && p.tokens[j-1].kind == numberToken {
		j += 2
	}
	for (i == 0 || p.tokens[i].brk) && j+1 < end && p.tokens[j].brk && p.tokens[j].kind == numberToken && p.tokens[j+1].kind != hashToken && j-i < 8 && len(p.tokens[j].up) == len(p.tokens[i].up) {
		j++
	}
	if j+1 < end && j == i+1 && !p.tokens[j].brk && p.tokens[j].kind == numberToken && p.tokens[i].kind == numberToken && len(p.tokens[j].up) == len(p.tokens[i].up) && p.tokens[j+1].is(isDirection) {
		return j + 1 // 358 370 E 71st: a range
	}
	if j < end && strings.IndexByte(p.tokens[j].up, '/') > 0 {
		return j + 1
	}
	if j+1 < end {
		t, after := &p.tokens[j], &p.tokens[j+1]
		if len(t.up) == 1 && t.kind == wordToken && !t.is(isDirection) && !t.brk && !after.brk && !after.is(isRoadSuffix) && (!after.is(isSuffix) || j+2 < end && p.tokens[j+2].is(isRoadSuffix)) && (len(after.up) > 1 || after.is(isDirection)) && after.kind == wordToken && after.up != "AND" && !p.highwayAt(j, end) {
			return j + 1
		}
	}
	return j
}

// isGrid reports whether a token is half of a grid number, as in W148 N9748.
func (p *addressParser) isGrid(i int) bool {
	t := &p.tokens[i]
	return t.kind == mixedToken && len(t.up) >= 3 && strings.IndexByte("NSEW", t.up[0]) >= 0 && kindOf(strings.TrimRight(t.up[1:], "NSEW")) == numberToken
}

func (p *addressParser) numberText(i, j int) string {
	if j > i+1 && (p.tokens[i+1].kind == andToken || p.tokens[i+1].brk) {
		p.out.note("several house numbers; the first counts")
		return p.tokens[i].raw
	}
	if j == i+1 {
		return titleWord(p.tokens[i].raw)
	}
	return p.tokens[i].raw + " " + strings.ToUpper(p.tokens[i+1].raw)
}
