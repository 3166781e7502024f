package phonetext

// A shape is what a path looks like: how its digits are written and divided.
type shape struct {
	lead     int     // 1 if it has the leading 1
	numerals int     // digits written as numerals
	worded   int     // digits written as words
	alike    int     // digits written as letters
	steps    int     // without the leading 1
	groups   [11]int // digits of each
	aligned  bool    // no group lies across the area code's or the exchange's end
	tidy     bool    // no reading that is not the first that comes to mind
	untidy   int
	torn     bool // the leading 1 is of one piece with a part of the area code, such as "19"

	least, most    binding // of the gaps between the groups
	wordGaps       int     // gaps with words in them
	looseGaps      int     // of these, such as lie inside area code, exchange or line
	edges          int     // gaps after area code and exchange with something in them
	inside         int     // the same for the other gaps
	unknown        int     // unknown words in gaps
	captured, cued bool
	called         bool // a word such as "call" stands right before it
	link           linkKind
	mixedLink      bool
}

// shapeOf measures a complete path.
func (p *path) shapeOf() shape {
	sh := shape{aligned: true, tidy: true, least: bindJoined, link: p.chain[p.from].link, called: p.chain[p.from].called}
	if p.n == 11 {
		sh.lead = 1
	}
	for i := range p.depth {
		p.measure(&sh, i)
	}
	return sh
}

// measure adds step i.
func (p *path) measure(sh *shape, i int) {
	st := p.steps[i]
	size := p.n - st.at
	if i+1 < p.depth {
		size = p.steps[i+1].at - st.at
	}
	first := &p.chain[st.from]
	switch first.role {
	case roleNumeral:
		sh.numerals += size
	case roleAlike:
		sh.alike += size
	default:
		sh.worded += size
	}
	if !st.tidy {
		sh.tidy = false
		sh.untidy++
	}
	for k := st.from; k < st.to; k++ {
		t := &p.chain[k]
		sh.captured = sh.captured || t.captured
		sh.cued = sh.cued || t.cued
		sh.mixedLink = sh.mixedLink || t.link != sh.link
	}
	at := st.at - sh.lead
	if at < 0 && size == 1 {
		return // the leading 1 alone is no group
	}
	if at < 0 {
		at, size = 0, size-1
		sh.torn = size < 3
	}
	if crosses(at, at+size) {
		sh.aligned = false
	}
	sh.groups[sh.steps] = size
	sh.steps++
	if i > 0 {
		sh.divide(&first.gap, at)
	}
}

// crosses reports whether digits from to to lie across a boundary of the
// North American form, other than by being all that follows the area code,
// or all before the line, or everything.
func crosses(from, to int) bool {
	switch {
	case from == 0 && (to == 10 || to == 6 || to <= 3), from == 3 && (to == 10 || to <= 6), from >= 6:
		return false
	}
	return from < 3 && to > 3 || from < 6 && to > 6
}

// divide adds the gap before the group at digit at.
func (sh *shape) divide(g *gap, at int) {
	if at == 0 {
		return // between the leading 1 and the area code
	}
	sh.least = min(sh.least, g.binding)
	sh.most = max(sh.most, g.binding)
	sh.unknown += g.unknown
	if g.binding < bindJoined && (at == 3 || at == 6) {
		sh.edges++
	} else if g.binding < bindJoined {
		sh.inside++
	}
	if g.binding == bindWords {
		sh.wordGaps++
		if at != 3 && at != 6 {
			sh.looseGaps++
		}
	}
}

// canonical reports whether the groups are those of a plain number: 3-3-4,
// 3-7, 6-4 or all ten.
func (sh *shape) canonical() bool {
	g := sh.groups
	switch sh.steps {
	case 1:
		return true
	case 2:
		return g[0] == 3 || g[0] == 6
	case 3:
		return g[0] == 3 && g[1] == 3
	}
	return false
}

// longest returns the size of the longest group. A list of figures that happens
// to have ten digits has none of three.
func (sh *shape) longest() int {
	most := 0
	for _, n := range sh.groups[:sh.steps] {
		most = max(most, n)
	}
	return most
}

// grouped reports whether area code, exchange and line stand apart, each of one piece.
func (sh *shape) grouped() bool { return sh.edges == 2 && sh.inside == 0 }

// spokenThrough reports whether the digits are ten words on end: there "for"
// and "ate" are digits, as in no sentence.
func (sh *shape) spokenThrough() bool {
	return sh.worded == 10 && sh.singles() && sh.least >= bindDashed
}

// singles reports whether every digit stands alone.
func (sh *shape) singles() bool { return sh.steps == 10 }
