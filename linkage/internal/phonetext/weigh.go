package phonetext

// weigh decides whether a complete path, which ends before token to, is a
// number, and how sure that is.
func (s *scanner) weigh(p *path, to int) candidate {
	digits := p.digits[p.n-10 : p.n]
	if !dialable(digits) {
		return candidate{}
	}
	sh := p.shapeOf()
	sh.cued = sh.cued || s.chainCued
	confidence, rule := sh.rate()
	if confidence == 0 || !s.free(p, &sh, to) {
		return candidate{}
	}
	if sh.captured && !s.released(p, &sh) {
		return candidate{}
	}
	confidence = s.adjust(confidence, digits, p, &sh)
	if confidence < minConfidence {
		return candidate{}
	}
	c := candidate{confidence: confidence, rule: rule, from: p.from, to: to}
	copy(c.digits[:], digits)
	return c
}

// minConfidence is the confidence below which nothing is reported.
const minConfidence = 0.5

// dialable reports whether the ten digits can be a number: neither area code
// nor exchange begins with 0 or 1, and they are not digits typed in a row.
func dialable(d []byte) bool {
	if d[0] < '2' || d[3] < '2' {
		return false
	}
	same, up := true, true
	for i := 1; i < len(d); i++ {
		same = same && d[i] == d[0]
		up = up && (d[i] == d[i-1]+1 || d[i] == '0' && d[i-1] == '9' || i >= 8)
	}
	return !same && !up
}

// rate gives the confidence of a shape by itself.
func (sh *shape) rate() (float64, string) {
	cued := sh.cued || sh.link == linkDial
	if sh.mixedLink || sh.torn {
		return 0, ""
	}
	switch sh.link {
	case linkWeb:
		if sh.steps == 3 && sh.canonical() && sh.numerals == 10 && sh.least >= bindTight {
			return 0.75, "in a link"
		}
		return 0, ""
	case linkEmail:
		if sh.steps == 1 {
			return 0.7, "in a mailbox"
		}
		return 0, ""
	}
	if sh.wordGaps > 0 && !sh.splitByWords(cued) {
		return 0, ""
	}
	confidence, rule := sh.rateForm(cued)
	if sh.wordGaps > 0 && confidence > 0 {
		rule = "split by words"
		confidence -= 0.08
		if sh.unknown > 0 {
			confidence -= 0.1
		}
	}
	if cued && confidence > 0 {
		confidence += (1 - confidence) / 2
	}
	return confidence, rule
}

// splitByWords reports whether the words between the groups are such as people
// put there to hide a number.
func (sh *shape) splitByWords(cued bool) bool {
	if sh.worded+sh.alike == 0 && !sh.canonical() && !sh.singles() {
		return false // "4 15, then at 5 55, then at …"
	}
	if sh.unknown == 0 {
		return sh.looseGaps == 0 || sh.worded+sh.alike > 0 || sh.singles()
	}
	return sh.looseGaps == 0 && (cued || sh.worded >= 3) && sh.unknown <= 3 && sh.aligned
}

// maxAlike is the most look-alike letters that a number may have.
const maxAlike = 6

// rateForm rates how the digits are written.
func (sh *shape) rateForm(cued bool) (float64, string) {
	switch {
	case sh.alike > maxAlike || sh.alike > 0 && sh.numerals+sh.worded < 4:
		certain := cued && sh.numerals > 0 && sh.least >= bindDashed || sh.numerals > 1 && sh.least >= bindTight
		return pick(sh.grouped() && certain, 0.6, 0), "look-alike letters"
	case sh.alike > 0 && !sh.aligned:
		return pick(sh.worded > 1 && sh.least >= bindTight, 0.75, 0), "words and look-alikes"
	case sh.worded > 0 && sh.alike > 0:
		return 0.85, "words and look-alikes"
	case sh.alike > 0:
		return 0.82, "look-alike letters"
	case sh.worded > 0 && sh.numerals > 0:
		return pick(sh.aligned, 0.9, 0.75), "words and digits"
	case sh.worded > 0:
		return pick(sh.aligned, 0.92, 0.8), "words"
	case sh.steps == 1:
		return 0.88, "ten digits"
	case sh.canonical() && sh.least >= bindTight:
		return 0.97, "plain"
	case sh.canonical() && sh.least >= bindWide:
		return 0.9, "plain, spaced"
	case sh.canonical():
		return 0.85, "split"
	case sh.singles():
		return 0.9, "single digits"
	case sh.aligned && sh.steps >= 4 && (cued || sh.longest() >= 3):
		return pick(sh.least == sh.most || cued, 0.82, 0.7), "short groups"
	case (cued && sh.steps >= 4 || sh.called) && sh.least == sh.most && sh.least >= bindDashed:
		return 0.65, "odd groups"
	}
	return 0, ""
}

func pick(which bool, yes, no float64) float64 {
	if which {
		return yes
	}
	return no
}

// adjust takes off for what is unlikely in a number.
func (s *scanner) adjust(confidence float64, digits []byte, p *path, sh *shape) float64 {
	first := p.chain[p.from].start
	cued := sh.cued || sh.link == linkDial
	marked := first > 0 && (s.text[first-1] == '(' || s.text[first-1] == '+') || sh.lead == 1 && first > 0 && s.text[first-1] == '+'
	if !assigned[int(digits[0]-'0')*100+int(digits[1]-'0')*10+int(digits[2]-'0')] {
		if sh.wordGaps > 0 {
			return 0 // "200, text only 930 4024"
		}
		if !cued && !marked && !(sh.numerals == 10 && sh.steps == 3 && sh.canonical() && sh.least >= bindTight) || !sh.canonical() && !cued {
			return 0
		}
		confidence -= 0.3
	}
	if digits[4] == '1' && digits[5] == '1' && !cued {
		confidence -= 0.15
	}
	if !cued && !marked && sh.least <= bindSpaced && sh.canonical() && sh.steps == 3 && roundAmounts(digits) {
		return 0
	}
	confidence -= 0.05 * float64(p.skipped)
	if sh.spokenThrough() {
		return confidence - 0.04*float64(p.softUsed())
	}
	confidence -= 0.12 * float64(p.softUsed())
	confidence -= 0.05 * float64(sh.untidy)
	return confidence
}

// softUsed counts the soft words that are read as digits.
func (p *path) softUsed() int {
	n := 0
	for i := range p.depth {
		if t := &p.chain[p.steps[i].from]; t.soft && t.role == roleUnit {
			n++
		}
	}
	return n
}

// roundAmounts reports whether area code, exchange and line are all multiples
// of fifty: a price list.
func roundAmounts(d []byte) bool {
	fifty := func(a, b byte) bool { return b == '0' && (a == '0' || a == '5') }
	return fifty(d[1], d[2]) && fifty(d[4], d[5]) && fifty(d[8], d[9])
}

// released reports whether a number that is announced as something else is a
// telephone number nevertheless: it has the form "(585) 555-0142", or the
// announced number is another one that stands before it.
func (s *scanner) released(p *path, sh *shape) bool {
	first := &p.chain[p.from]
	if !sh.canonical() || sh.steps != 3 || sh.least < bindTight && !s.parenthesised(p) {
		return false
	}
	if s.parenthesised(p) {
		return true
	}
	return p.from > 0 && p.chain[p.from-1].captured && first.gap.binding < sh.least
}

// parenthesised reports whether the area code stands in parentheses.
func (s *scanner) parenthesised(p *path) bool {
	t := &p.chain[p.from]
	if p.n == 11 && p.from+1 < len(p.chain) {
		t = &p.chain[p.from+1]
	}
	return t.start > 0 && s.text[t.start-1] == '(' && t.end < len(s.text) && s.text[t.end] == ')'
}

// free reports whether the path is not a part of a longer run of figures.
func (s *scanner) free(p *path, sh *shape, to int) bool {
	return s.freeBefore(p, sh) && s.freeAfter(p, sh, to)
}

func (s *scanner) freeBefore(p *path, sh *shape) bool {
	first := &p.chain[p.from]
	if p.from == 0 {
		return !s.cutChain
	}
	before := &p.chain[p.from-1]
	g := first.gap
	if before.start < s.done {
		return true // a number that was taken
	}
	if before.soft || g.cue {
		return true
	}
	if before.role == roleBlocked && !before.money {
		return g.binding < bindTight
	}
	if before.money {
		return g.binding < sh.least || g.binding == bindWords
	}
	return s.apart(before, g, sh)
}

func (s *scanner) freeAfter(p *path, sh *shape, to int) bool {
	if to >= len(p.chain) {
		return true
	}
	after := &p.chain[to]
	if after.gap.sep == 'x' || after.soft || after.role == roleBlocked || startsExtension(s.text, p.chain[to-1].end) {
		return true
	}
	if after.gap.sep == '/' && len(after.digits) >= 3 || after.gap.sep == ':' && after.gap.blanksAfter() {
		return true
	}
	return s.apart(after, after.gap, sh)
}

// blanksAfter reports whether the gap is more than one mark.
func (g *gap) blanksAfter() bool { return g.binding <= bindSpaced }

// apart reports whether a neighbour across gap g is not of one piece with a
// number of the given shape.
func (s *scanner) apart(neighbour *token, g gap, sh *shape) bool {
	switch {
	case g.binding == bindJoined:
		return false
	case g.binding < sh.least && sh.least != bindJoined:
		return g.binding < bindTight || g.sep != '.' && g.sep != '-' && g.sep != ','
	case g.binding < sh.least:
		return g.binding < bindTight
	case g.binding == bindTight:
		return false
	case sh.least == bindWords && (g.unknown > 0 || g.binding == bindWide):
		return true
	}
	return sh.unlike(neighbour)
}

// maxAside is the most digits of a numeral that may stand beside a number
// without being taken for a piece of it: an age, a time, a price of two digits.
const maxAside = 2

// unlike reports whether a token differs from the groups of the shape: several
// digits beside single ones, numerals beside words.
func (sh *shape) unlike(t *token) bool {
	numeral := t.role == roleNumeral
	switch {
	case sh.canonical() && sh.worded+sh.alike == 0:
		return sh.least >= bindDashed || !numeral || len(t.digits) <= maxAside
	case sh.canonical() && sh.worded == 0:
		return !numeral || len(t.digits) <= maxAside
	case sh.singles() && (sh.worded == 0 || numeral && sh.worded < 10):
		return len(t.digits) > 1
	case sh.worded == 10:
		return numeral || t.role == rolePair
	case sh.numerals == 10:
		return !numeral
	}
	return numeral && sh.aligned && len(t.digits) == maxAside
}
