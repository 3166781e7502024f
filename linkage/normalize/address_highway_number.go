package normalize

import "strings"

// highwayNumber reads the number of a highway: 19, 20A, 20-A, 20 A, #5, 5 & 20, KK.
func (p *addressParser) highwayNumber(i, end int, class highwayClass) (string, int) {
	j := i
	for j < end && (p.tokens[j].kind == hashToken || (p.tokens[j].up == "NO" || p.tokens[j].up == "NUMBER") && j+1 < end && p.tokens[j+1].hasDigit()) {
		j++
	}
	if j >= end || p.tokens[j].brk && j > i {
		return "", i
	}
	t := &p.tokens[j]
	switch t.kind {
	case numberToken:
		number := strings.TrimLeft(t.up, "0")
		if number == "" || len(number) > 4 {
			return "", i
		}
		return p.highwayLetter(number, j+1, end)
	case mixedToken:
		n := 0
		for n < len(t.up) && digitByte(t.up[n]) {
			n++
		}
		rest := strings.TrimPrefix(t.up[n:], "-")
		if n == 0 && len(t.up) <= 4 && strings.IndexByte(t.up, '-') < 0 && class.key == "RT" {
			return t.up, j + 1 // A1A
		}
		if n > 0 && n <= 4 && len(rest) <= 2 && allLetters(rest) {
			return t.up[:n] + rest, j + 1
		}
	case wordToken:
		lettered := class == countyRoad || class == countyHwy || class == stateRoad || class == plainRoute || class == stateRoute || class == stateHighway
		if lettered && len(t.up) <= 2 && (len(t.up) == 1 || t.up[0] == t.up[1] || class.key == "CR" && t.lex == noWord) && !t.is(isDirection|isUnit|isUnitAlone) && !t.brk {
			return t.up, j + 1
		}
	}
	return "", i
}

// isNumberedName reports whether the suffix at k is the last word of a highway's
// name, whose number follows: Scenic Hwy 98, Anderson County Rd 312.
func (p *addressParser) isNumberedName(k int) bool {
	switch p.tokens[k].lex.suffix {
	case "HWY":
		return true
	case "RD":
		return k > 0 && (p.tokens[k-1].up == "COUNTY" || p.tokens[k-1].up == "STATE")
	}
	return false
}

// highwayLetter reads what may stand apart from the number: 20 A, 5 & 20.
func (p *addressParser) highwayLetter(number string, j, end int) (string, int) {
	if j >= end || p.tokens[j].brk {
		return number, j
	}
	t := &p.tokens[j]
	if number == "9" && t.up == "W" && (j+1 == end || p.tokens[j+1].brk) {
		return "9W", j + 1 // the west road of the Hudson
	}
	if len(t.up) == 1 && t.kind == wordToken && t.up[0] <= 'D' && (j+1 == end || p.tokens[j+1].brk || p.tokens[j+1].lex != noWord || p.tokens[j+1].joins()) {
		return number + t.up, j + 1
	}
	if (t.kind == andToken || t.up == "AND") && j+1 < end && p.tokens[j+1].kind == numberToken && len(p.tokens[j+1].up) <= 3 {
		return number + " & " + p.tokens[j+1].up, j + 2
	}
	return number, j
}
