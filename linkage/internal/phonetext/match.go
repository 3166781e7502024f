package phonetext

// A step is one reading of one or more tokens as digits.
type step struct {
	from, to int // tokens
	at       int // digits before it
	tidy     bool
}

// A path is a way through the lattice from one token on.
type path struct {
	chain   []token
	from    int
	digits  [11]byte
	n       int
	steps   [maxSteps]step
	depth   int
	skipped int // soft words read as words
	budget  int
	scanner *scanner
	best    candidate
}

const (
	// maxSteps is the most readings that one number can take: a digit each,
	// and the leading 1.
	maxSteps = 11
	// maxSkipped is how many words such as "for" may stand inside a number as words.
	maxSkipped = 2
	// maxBudget bounds the readings that are tried from one token. Numbers as
	// people write them take fewer than fifty.
	maxBudget = 300
	// chainBudget bounds, per token of a chain, those that are tried in all of
	// it: together they make the cost linear.
	chainBudget = 40
)

// A candidate is a path that has all its digits, with what it is worth.
type candidate struct {
	confidence float64 // 0: not accepted
	rule       string
	from, to   int // tokens
	digits     [10]byte
}

// match looks for numbers in the chain, from left to right.
func (s *scanner) match() {
	budget := maxBudget + chainBudget*len(s.chain)
	for k := 0; k < len(s.chain) && budget > 0; {
		t := &s.chain[k]
		if t.start < s.done || t.role == roleBlocked || t.soft && t.role == roleUnit && !s.homophones(k) {
			k++
			continue
		}
		p := path{chain: s.chain, from: k, budget: min(maxBudget, budget), scanner: s}
		budget -= p.budget
		p.walk(k)
		budget += max(p.budget, 0)
		if p.best.confidence == 0 {
			k++
			continue
		}
		s.hit(p.best)
		k = p.best.to
	}
}

// homophones reports whether the ten tokens from k on, which is a word such as
// "for", are words for one digit each, another such word among them.
func (s *scanner) homophones(k int) bool {
	if k+10 > len(s.chain) {
		return false
	}
	others := 0
	for i, t := range s.chain[k : k+10] {
		if t.role != roleUnit || i > 0 && t.gap.binding < bindDashed {
			return false
		}
		if t.soft && i > 0 {
			others++
		}
	}
	return others > 0
}

// walk tries every reading of token k and what follows it.
func (p *path) walk(k int) {
	if p.complete() {
		if c := p.scanner.weigh(p, k); c.confidence > p.best.confidence {
			p.best = c
		}
		return
	}
	if p.budget--; p.budget < 0 || k >= len(p.chain) || p.depth == maxSteps {
		return
	}
	t := &p.chain[k]
	if t.soft && k > p.from && p.skipped < maxSkipped && !p.ofAGroup(k) {
		p.skipped++
		p.walk(k + 1)
		p.skipped--
	}
	switch t.role {
	case roleNumeral, roleAlike:
		p.try(k, k+1, t.digits, true)
	case roleUnit:
		p.walkUnit(k)
	case rolePair:
		p.try(k, k+1, t.digits, true)
		p.tryZeros(k, k+1, t.digits)
	case roleTens:
		d, to := p.pair(k)
		p.try(k, to, d, true)
		p.tryZeros(k, to, d)
		if to > k+1 {
			p.try(k, k+1, t.digits+"0", p.boundary(2))
		}
	case roleHundreds:
		if d, to := p.pair(k + 1); to > 0 {
			p.try(k, to, t.digits+d, true)
		}
		p.try(k, k+1, t.digits+"00", true)
	case roleRepeat:
		p.walkRepeat(k, int(t.digits[0]-'0'))
	}
}

// ofAGroup reports whether token k is letters that stand in one piece with the next: no word to be skipped.
func (p *path) ofAGroup(k int) bool {
	return p.chain[k].role == roleAlike && k+1 < len(p.chain) && p.chain[k+1].gap.binding >= bindTight
}

// complete reports whether the digits are as many as a number has.
func (p *path) complete() bool {
	return p.n == 10 && p.digits[0] != '1' || p.n == 11
}

// boundary reports whether the area code or the exchange ends n digits on: there a
// speaker pauses, and "thirty two" may be 30 and 2.
func (p *path) boundary(n int) bool {
	at := p.n + n
	if p.n > 0 && p.digits[0] == '1' {
		at--
	}
	return at == 3 || at == 6
}

// walkUnit tries "five", "five hundred", "five hundred fifty five", "five
// thousand" and "three fives".
func (p *path) walkUnit(k int) {
	t := &p.chain[k]
	if t.soft {
		p.try(k, k+1, t.digits, false)
		return
	}
	p.try(k, k+1, t.digits, true)
	if k+1 >= len(p.chain) {
		return
	}
	next := &p.chain[k+1]
	switch next.role {
	case roleHundred:
		if d, to := p.pair(k + 2); to > 0 {
			p.try(k, to, t.digits+d, true)
			if p.chain[k+2].role == roleTens && to > k+3 {
				p.try(k, k+3, t.digits+p.chain[k+2].digits+"0", p.boundary(3))
			}
		}
		p.tryZeros(k, k+1, t.digits)
	case roleThousand:
		p.tryZeros(k, k+1, t.digits)
	case rolePlural:
		if n := int(t.digits[0] - '0'); n >= 2 && n <= 4 {
			p.tryRepeated(k, k+2, next.digits[0], n)
		}
	}
}

// walkRepeat tries "double five", "triple 5".
func (p *path) walkRepeat(k, n int) {
	if k+1 >= len(p.chain) {
		return
	}
	if next := &p.chain[k+1]; len(next.digits) == 1 && (next.role == roleUnit || next.role == roleNumeral || next.role == roleAlike || next.role == rolePlural) {
		p.tryRepeated(k, k+2, next.digits[0], n)
	}
}

func (p *path) tryRepeated(from, to int, digit byte, n int) {
	d := [4]byte{digit, digit, digit, digit}
	p.try(from, to, string(d[:n]), true)
}

// tryZeros tries the digits with the "hundred" or "thousand" at token to.
func (p *path) tryZeros(from, to int, digits string) {
	if to < len(p.chain) && (p.chain[to].role == roleHundred || p.chain[to].role == roleThousand) {
		p.try(from, to+1, digits+p.chain[to].digits, true)
	}
}

// pair reads a number of two digits at token k and returns where it ends, 0 if
// there is none: "eleven", "forty two", "cuarenta y dos"; as what follows a
// hundred also "five".
func (p *path) pair(k int) (digits string, to int) {
	if k >= len(p.chain) {
		return "", 0
	}
	t := &p.chain[k]
	switch t.role {
	case rolePair:
		return t.digits, k + 1
	case roleUnit:
		if t.digits != "0" {
			return "0" + t.digits, k + 1 // "five hundred five"
		}
		if k+1 < len(p.chain) && p.chain[k+1].role == roleUnit && !p.chain[k+1].soft {
			return "0" + p.chain[k+1].digits, k + 2 // "five hundred oh five"
		}
	case roleTens:
		if k+1 < len(p.chain) {
			if u := &p.chain[k+1]; u.role == roleUnit && !u.soft && u.digits != "0" && (u.gap.binding >= bindDashed || u.gap.and && u.gap.words == 1) {
				return t.digits + u.digits, k + 2
			}
		}
		return t.digits + "0", k + 1
	}
	return "", 0
}

// try reads tokens from to to as digits and walks on.
func (p *path) try(from, to int, digits string, tidy bool) {
	if p.n+len(digits) > len(p.digits) || p.n+len(digits) > 10 && p.first(digits) != '1' {
		return
	}
	if from > p.from && p.chain[from].gap.words > maxGapWords {
		return
	}
	n := p.n
	copy(p.digits[n:], digits)
	p.steps[p.depth] = step{from, to, n, tidy}
	p.depth++
	p.n += len(digits)
	p.walk(to)
	p.n = n
	p.depth--
}

func (p *path) first(digits string) byte {
	if p.n > 0 {
		return p.digits[0]
	}
	return digits[0]
}
