package normalize

// state reads a state's code or name before end.
func (p *addressParser) state(end int) int {
	known := places().zipState(p.out.ZIP)
	for k := min(3, end); k >= 1; k-- {
		i := end - k
		code := p.stateName(i, end)
		if code == "" || k > 1 && p.breakInside(i, end) && code != known {
			continue
		}
		if p.acceptState(i, end, code, known) {
			p.out.State = code
			return i
		}
	}
	return end
}

// stateName returns the code of the state that tokens i to end name, or "".
func (p *addressParser) stateName(i, end int) string {
	if end == i+1 {
		t := &p.tokens[i]
		if t.is(isStateCode) {
			return t.lex.state
		}
		return stateByName[t.up]
	}
	var buf [40]byte
	b := buf[:0]
	for j := i; j < end; j++ {
		if j > i {
			b = append(b, ' ')
		}
		b = append(b, p.tokens[j].up...)
		if len(b) > 32 {
			return ""
		}
	}
	if len(b) == 3 && b[1] == ' ' && b[0] == 'N' && b[2] == 'Y' {
		return "NY"
	}
	return stateByName[string(b)]
}

func (p *addressParser) breakInside(i, end int) bool {
	for j := i + 1; j < end; j++ {
		if p.tokens[j].brk {
			return true
		}
	}
	return false
}

// acceptState decides whether tokens i to end are the state, and not the court
// of CT, the north-east of NE or the town of New York.
func (p *addressParser) acceptState(i, end int, code, known string) bool {
	t := &p.tokens[i]
	short := end == i+1 && len(t.up) == 2
	if i == 0 {
		return short && (p.out.ZIP != "" || len(p.tokens) == 1) || !short && end == len(p.tokens) && code != "NY" && code != "WA"
	}
	if p.townBefore(i, code) {
		return true
	}
	if code == "FL" && p.out.ZIP == "" && p.isFloor(i-1, end) {
		return false
	}
	if !short {
		// A state that is a town too is the town where no other town precedes it.
		return known == code && code != "NY" && code != "DC" || t.brk && known == code && p.wordsBefore(i) ||
			code != "NY" && code != "WA" && (t.brk || known == "" && p.out.ZIP != "")
	}
	if known != "" && known == code {
		return true
	}
	if t.brk && t.up == t.raw && !t.is(isSuffix|isDirection) && known == "" {
		return true
	}
	if t.is(isSuffix|isDirection) || code == "IN" || code == "OR" || code == "LA" || code == "DE" || code == "CO" || code == "ME" || code == "ID" {
		return known == "" && p.out.ZIP != "" || (t.brk || upperByte(t.raw[0])) && p.wordsBefore(i)
	}
	return p.out.ZIP != "" || t.brk || upperByte(t.raw[0]) || p.in.State == code || p.tokens[i-1].kind == wordToken
}

// townBefore reports whether a town of the state ends right before token i.
func (p *addressParser) townBefore(i int, state string) bool {
	for k := 1; k <= min(maxTownWords, i); k++ {
		if p.knownTown(i-k, i, state) {
			return true
		}
	}
	return false
}

// wordsBefore reports whether the words right before token i look like a town of
// their own: a comma, words without digits, no street suffix at the end.
func (p *addressParser) wordsBefore(i int) bool {
	j := p.segmentStart(i)
	if j == 0 || i == j {
		return false
	}
	for k := j; k < i; k++ {
		if p.tokens[k].kind != wordToken {
			return false
		}
	}
	return !p.tokens[i-1].is(isRoadSuffix) && !p.tokens[j].is(isUnit)
}
