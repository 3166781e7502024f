package normalize

import "strings"

// box reads a post-office box, or the box on a rural route, that begins at i.
func (p *addressParser) box(i, end int) int {
	next := p.boxAt(i, end)
	if next == i {
		return i
	}
	id := strings.ToUpper(p.tokens[next-1].raw)
	if next < end && !p.tokens[next].brk && len(p.tokens[next].up) == 1 && p.tokens[next].kind == wordToken && p.boxAt(next, end) == next {
		id += p.tokens[next].up
		next++
	}
	switch first := p.tokens[i].up; {
	case p.out.Box == "" || p.out.Box == id:
		p.out.Box = id
	case p.out.Route != "":
		p.out.note("a second box was left out")
	case first == "PO" || first == "P" || first == "POB" || first == "POBOX" || first == "POST":
		p.setUnit("Lockbox", p.out.Box) // Lockbox 12 within PO Box 8500
		p.out.Box = id
	default:
		p.setUnit("Lockbox", id)
	}
	return next
}

// boxAt returns where the box that begins at i ends, or i: PO Box 12, P O B 12, POB 12,
// Box 12, Drawer L, Lockbox 8.
func (p *addressParser) boxAt(i, end int) int {
	j := i
	up := func(k int) string {
		if k < end {
			return p.tokens[k].up
		}
		return ""
	}
	switch up(i) {
	case "P":
		if up(i+1) != "O" {
			return i
		}
		j = i + 2
		if up(j) == "B" || up(j) == "BOX" || up(j) == "DRAWER" {
			j++
		}
	case "PO":
		j = i + 1
		if up(j) == "B" || up(j) == "BOX" || up(j) == "DRAWER" || up(j) == "BX" {
			j++
		}
	case "POST":
		if up(i+1) != "OFFICE" {
			return i
		}
		j = i + 2
		if up(j) == "BOX" || up(j) == "DRAWER" || up(j) == "BX" {
			j++
		}
	case "POB", "POBOX", "BOX", "LOCKBOX", "LBX", "DRAWER", "BX":
		j = i + 1
	case "LB":
		if !p.hasStreet {
			return i
		}
		j = i + 1
	case "CALLER":
		j = i + 1
		if up(j) == "BOX" || up(j) == "SERVICE" {
			j++
		}
	case "LOCK":
		if up(i+1) != "BOX" {
			return i
		}
		j = i + 2
	default:
		return i
	}
	for up(j) == "#" || up(j) == "NO" || up(j) == "NUMBER" {
		j++
	}
	if j >= end || p.tokens[j].brk || p.tokens[j].kind == ordinalToken {
		return i
	}
	t := &p.tokens[j]
	if t.hasDigit() || t.kind == wordToken && len(t.up) == 1 && (j+1 >= end || p.tokens[j+1].brk || !p.tokens[j+1].is(isSuffix)) || t.kind == wordToken && len(t.up) <= 2 && !t.is(isSuffix) && j+1 >= end {
		return j + 1
	}
	return i
}

// ruralRoute reads a rural or highway contract route that begins at i.
func (p *addressParser) ruralRoute(i, end int) int {
	next := p.ruralAt(i, end)
	if next == i {
		return i
	}
	prefix := "RR "
	switch up := p.tokens[i].up; {
	case up == "CMR" || up == "PSC":
		prefix = up + " "
	case up == "HC" || up == "HCR" || up == "STAR" || up == "SR" || up == "HWY" || up == "HIGHWAY":
		prefix = "HC "
	}
	number := p.tokens[next-1].up
	if w := p.tokens[next-1].lex; w.number != "" {
		number = w.number
	}
	p.out.Route = prefix + number
	// The box can stand as a bare number: RR 2, # 152.
	if next+1 < end && p.tokens[next].kind == hashToken && p.tokens[next+1].hasDigit() && p.out.Box == "" {
		p.out.Box = p.tokens[next+1].up
		return next + 2
	}
	return next
}

// ruralAt returns where the rural route that begins at i ends, or i: RR 2, R R 2,
// Rural Route 2, RFD 2, RD #2, HC 1, Star Route 5, Rt 2 Box 12 without a house number.
func (p *addressParser) ruralAt(i, end int) int {
	up := func(k int) string {
		if k < end {
			return p.tokens[k].up
		}
		return ""
	}
	first := i == 0 || p.tokens[i].brk || p.out.Box != "" // Box 152 RD 2
	j, needsBox := i, false
	switch up(i) {
	case "CMR", "PSC":
		j, needsBox = i+1, true
	case "RR", "RFD", "HC", "HCR", "RRT":
		j = i + 1
		if up(j) == "ROUTE" || up(j) == "RTE" {
			j++
		}
	case "R":
		switch {
		case up(i+1) == "R" || up(i+1) == "D" && first:
			j = i + 2
		case up(i+1) == "F" && up(i+2) == "D":
			j = i + 3
		case first:
			j, needsBox = i+1, true
		}
	case "RURAL":
		if isRoadWord(up(i+1)) || up(i+1) == "DELIVERY" || up(i+1) == "FREE" {
			j = i + 2
			if up(j) == "DELIVERY" {
				j++
			}
		}
	case "HIGHWAY", "HWY":
		if up(i+1) == "CONTRACT" {
			j = i + 2
			if isHighwayWord(up(j)) {
				j++
			}
		}
	case "STAR":
		if isHighwayWord(up(i + 1)) {
			j = i + 2
		}
	case "RD":
		if first && !p.hasStreet {
			j = i + 1
		}
	case "RT", "RTE", "ROUTE", "SR":
		if first && !p.hasStreet {
			j, needsBox = i+1, true
		}
	}
	if j == i {
		return i
	}
	if up(j) == "#" || up(j) == "NO" {
		j++
	}
	if j >= end || p.tokens[j].brk && up(i) != "STAR" {
		return i
	}
	if t := &p.tokens[j]; !t.hasDigit() && !t.is(isNumberWord) || t.kind == ordinalToken || len(t.up) > 4 && t.kind == numberToken {
		return i
	}
	if needsBox && p.boxAt(j+1, end) <= j+1 {
		return i
	}
	if up(i) == "RD" && up(i+1) != "#" && j+1 < end && p.boxAt(j+1, end) == j+1 && !p.tokens[j+1].brk {
		return i // "Rd 32 North" is a road
	}
	return j + 1
}
