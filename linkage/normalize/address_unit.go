package normalize

import "strings"

// unit reads a unit that begins at i and returns where it ends, or i.
func (p *addressParser) unit(i, end int) int {
	t := &p.tokens[i]
	next := p.unitAt(i, end)
	switch {
	case t.kind == hashToken && i > 0 && p.tokens[i-1].loose && !p.hasStreet && isReference(p.tokens[i-1].up):
		return i
	case next > i:
		if t.is(isUnitAlone) && !t.is(isUnit) && !p.hasStreet && !t.brk && p.looseFrom >= 0 {
			return i
		}
		p.addUnit(i, next)
		return next
	case p.hasStreet && p.out.Unit == "" && !t.brk && !t.paren && t.kind == wordToken && !t.is(isDirection) && i+1 >= end && i > 1 && (len(t.up) == 1 || len(t.up) == 2 && upperByte(t.raw[1]) && p.tokens[i-1].is(isRoadSuffix)):
		p.setUnit("", t.up)
		return i + 1
	case p.hasStreet && p.out.Unit == "" && !t.brk && !t.paren && i+1 >= end && (t.kind == mixedToken || t.kind == numberToken) && i > 0 && !p.tokens[i-1].is(isRouteWord):
		// A number behind the street that nothing introduces.
		p.setUnit("", strings.ToUpper(t.raw))
		return i + 1
	case p.hasStreet && p.out.Unit == "" && (t.kind == mixedToken || t.kind == numberToken) && !p.endsName(i) && !p.tokens[max(0, i-1)].is(isRouteWord) && !p.isHouseNumber(i, end) && (i+1 >= end || p.tokens[i+1].brk || !t.brk || !p.roadFollows(i, end)):
		if i+1 < end && len(p.tokens[i+1].up) == 1 && p.tokens[i+1].kind == wordToken && !p.tokens[i+1].brk && (i+2 >= end || p.tokens[i+2].brk) {
			p.setUnit("", p.unitText(i, i+2))
			return i + 2
		}
		p.setUnit("", strings.ToUpper(t.raw))
		return i + 1
	}
	return i
}

// endsName reports whether the number at i ends a name in parentheses: (Super 8).
func (p *addressParser) endsName(i int) bool {
	return i > 0 && p.tokens[i].paren && p.tokens[i-1].paren && p.tokens[i-1].kind == wordToken && len(p.tokens[i-1].up) > 2
}

// isReference reports whether the number that follows the word is an account's or a
// shop's and no unit's.
func isReference(up string) bool {
	switch up {
	case "STORE", "CUSTOMER", "CLIENT", "ACCT", "ACCOUNT", "REF", "CASE", "NO", "LOCATION":
		return true
	}
	return false
}

// unitAt returns where the unit that begins at i ends, or i if none does.
func (p *addressParser) unitAt(i, end int) int {
	t := &p.tokens[i]
	switch {
	case t.kind == hashToken:
		if i+1 < end && p.tokens[i+1].is(isUnit) {
			if next := p.unitAt(i+1, end); next > i+1 {
				return next
			}
		}
		return p.unitID(i+1, end, true, i)
	case p.isFloor(i, end):
		return i + 2
	case t.is(isUnit) && i+1 < end && !p.tokens[i+1].brk && p.isFloor(i+1, end):
		return i + 3 // Apt 3rd Floor
	case t.is(isUnit), t.up == "ST" && t.brk && p.hasStreet && i+1 < end && p.tokens[i+1].hasDigit() && (i+2 >= end || p.tokens[i+2].brk):
		return p.unitID(i+1, end, false, i)
	case t.is(isUnitAlone):
		return p.loneUnit(i, end)
	}
	return i
}

// isFloor reports whether "2nd Floor", "Second Fl", "3 Fl" or "Ground Floor" stands at i.
func (p *addressParser) isFloor(i, end int) bool {
	if i+1 >= end || p.tokens[i+1].brk {
		return false
	}
	t, next := &p.tokens[i], &p.tokens[i+1]
	if next.lex.unit != "FL" && next.up != "LEVEL" && next.up != "LVL" {
		return false
	}
	switch t.up {
	case "GROUND", "MAIN", "TOP", "UPPER", "LOWER", "MEZZANINE":
		return true
	}
	return next.lex.unit == "FL" && (t.kind == ordinalToken || t.is(isOrdinalWord) || t.kind == numberToken && len(t.up) <= 2 && (i+2 >= end || !p.tokens[i+2].hasDigit() || p.isHouseNumber(i+2, end)))
}

// isHouseNumber reports whether the number at i stands before a road with a suffix: 401
// Church Street.
func (p *addressParser) isHouseNumber(i, end int) bool {
	t := &p.tokens[i]
	if t.kind != numberToken && t.kind != mixedToken || i+2 >= end || p.tokens[i+1].kind != wordToken || p.tokens[i+1].brk {
		return false
	}
	for j := i + 2; j < min(end, i+6) && p.tokens[j].kind == wordToken && !p.tokens[j].brk; j++ {
		if p.tokens[j].is(isRoadSuffix) {
			return !p.tokens[i+1].is(isUnit | isUnitAlone)
		}
	}
	return false
}

// unitID returns where the id of a unit that begins at i ends, or back if there is
// none: 3, 3A, B, 3 A, # 3, 22 & 127, A-1.
func (p *addressParser) unitID(i, end int, hash bool, back int) int {
	for i < end && (p.tokens[i].kind == hashToken || (p.tokens[i].isNumberSign() || p.tokens[back].up == "MAIL" && (p.tokens[i].up == "CODE" || p.tokens[i].up == "STOP")) && i+1 < end && p.tokens[i+1].hasDigit()) {
		i++
		hash = true
	}
	if i >= end || p.tokens[i].brk && !hash {
		return back
	}
	t := &p.tokens[i]
	if !hash && !p.hasStreet && (p.tokens[back].lex.unit == "TOWER" || back > 0 && p.isFloor(back-1, end)) && p.isHouseNumber(i, end) {
		return back // L & C Tower 401 Church St
	}
	switch {
	case t.kind == ordinalToken && !hash:
		// "Bay 25th St" is a street, "Floor 2nd" is not.
		if p.tokens[back].lex.unit != "FL" {
			return back
		}
	case t.hasDigit():
	case t.is(isNumberWord) || t.is(isOrdinalWord):
		if p.tokens[back].lex.unit != "FL" && !t.is(isNumberWord) {
			return back
		}
	case t.kind == wordToken && len(t.up) == 1, t.kind == wordToken && len(t.up) == 2 && upperByte(t.raw[1]) && !t.is(isSuffix|isStateCode|isDirection) && t.up != "OF" && t.up != "AT",
		t.kind == wordToken && len(t.up) <= 4 && strings.IndexByte(t.up, '-') > 0, hash && t.kind == wordToken && len(t.up) <= 3:
		if !hash && i+1 < end && p.tokens[i+1].is(isRoadSuffix) && !p.tokens[i+1].brk {
			return back
		}
	default:
		return back
	}
	i++
	if i < end && !p.tokens[i].brk && t.hasDigit() {
		n := &p.tokens[i]
		switch {
		case n.is(isDirection) && (i+1 >= end || p.tokens[i+1].brk) && p.hasStreet:
			return i + 1
		case len(n.up) == 1 && n.kind == wordToken && (i+1 >= end || !p.tokens[i+1].is(isRoadSuffix|isUnit)) && !(n.up == "P" && i+1 < end && p.tokens[i+1].up == "O"):
			return i + 1
		case n.kind == andToken && i+1 < end && p.tokens[i+1].hasDigit():
			return i + 2
		}
	}
	return i
}

// isNumberSign reports whether a token is a word for #.
func (t *token) isNumberSign() bool { return t.up == "NO" || t.up == "NUMBER" }

func (p *addressParser) loneUnit(i, end int) int {
	next := i + 1
	if next < end && !p.tokens[next].brk {
		n := &p.tokens[next]
		if n.hasDigit() && n.kind != ordinalToken && len(n.up) <= 4 && (next+1 >= end || p.tokens[next+1].brk) {
			return next + 1
		}
		if n.is(isUnit) && (n.up == "UNIT" || n.up == "APT" || n.up == "APARTMENT") && p.unitID(next+1, end, false, next) == next {
			return next + 1
		}
		if n.is(isSuffix) || n.kind == wordToken && n.lex == noWord {
			return i
		}
	}
	return next
}

// addUnit takes over the unit in tokens i to next.
func (p *addressParser) addUnit(i, next int) {
	if p.tokens[i].is(isUnit) && i+1 < next && p.isFloor(i+1, next) {
		i++
	}
	t := &p.tokens[i]
	kind, from := "", i+1
	switch {
	case p.isFloor(i, next):
		kind, from = "Fl", i
		next--
		if t.up == "UPPER" || t.up == "LOWER" {
			p.setUnit(titleWord(t.lex.unit), "")
			return
		}
	case t.kind == hashToken:
		if p.tokens[i+1].is(isUnit) && next > i+2 {
			kind, from = titleWord(p.tokens[i+1].lex.unit), i+2
		}
	case t.up == "ST":
		kind = "Ste"
	default:
		kind = titleWord(t.lex.unit)
	}
	for from < next && (p.tokens[from].kind == hashToken || p.tokens[from].isNumberSign() || t.up == "MAIL") && from+1 < next {
		from++
	}
	if t.is(isUnitAlone) && from < next && p.tokens[from].is(isUnit) {
		from++
	}
	p.setUnit(kind, p.unitText(from, next))
}

// unitText joins the tokens of a unit's id: "3 A" is 3A.
func (p *addressParser) unitText(i, end int) string {
	if i >= end {
		return ""
	}
	if end-i == 1 {
		t := &p.tokens[i]
		if t.kind == mixedToken || len(t.up) <= 2 {
			return t.up
		}
		return titleWord(t.raw)
	}
	var b strings.Builder
	for ; i < end; i++ {
		switch t := &p.tokens[i]; {
		case t.kind == andToken:
			b.WriteString(" & ")
		case t.is(isDirection):
			b.WriteString(t.lex.dir)
		default:
			b.WriteString(t.up)
		}
	}
	return b.String()
}

// setUnit stores a unit; of two, the finer is the unit and the other the subaddress.
func (p *addressParser) setUnit(kind, id string) {
	a := &p.out
	if a.Unit == "" && a.UnitType == "" {
		a.UnitType, a.Unit = kind, id
		return
	}
	if a.UnitType == kind && a.Unit == id {
		return
	}
	coarse := unitText(kind, id)
	if unitRank(kind) > unitRank(a.UnitType) || kind != "" && id == "" && unitRank(kind) == unitRank(a.UnitType) {
		coarse = unitText(a.UnitType, a.Unit)
		a.UnitType, a.Unit = kind, id
	}
	if a.Subaddress != "" {
		a.Subaddress += " "
	}
	a.Subaddress += coarse
}

func unitText(kind, id string) string {
	switch {
	case kind == "":
		return "# " + id
	case id == "":
		return kind
	}
	return kind + " " + id
}

// unitRank orders units from the coarse to the fine.
func unitRank(kind string) int {
	switch kind {
	case "Bldg", "Tower", "Term", "Wing", "Hngr", "Pier", "Dept", "Gate":
		return 0
	case "Fl":
		return 1
	case "Bsmt", "Frnt", "Rear", "Side", "Uppr", "Lowr", "Lbby":
		return 2
	}
	return 3
}
