package phonetext

// maxRun is the longest run of letters and digits that can be a number: the
// ten digits as glued number words take less.
const maxRun = 120

// maxChain bounds a chain of tokens, and with it memory: a longer one is a
// table of figures.
const maxChain = 512

// cueReach is how many words a cue such as "call" reaches ahead.
const cueReach = 8

// A scanner turns text into chains of tokens and looks for numbers in each.
type scanner struct {
	text  string
	mode  Mode
	hits  []Hit
	chain []token
	since between // what was read after the last token

	cue       int  // how many words ahead the last cue still reaches
	negative  bool // a word such as "case" was read and no number after it yet
	distance  int  // how many unknown words ago
	measure   bool // a word such as "age" was read and no number after it yet
	owned     bool // the word before was one such as "my"
	chainCued bool // a cue was read after the chain began
	cutChain  bool // the chain began in the middle of a longer one

	linkEnd int      // end of the blank-free piece of text that was looked at for a link
	link    linkKind // what it is

	run  []byte  // folded bytes of the run in hand
	raw  []byte  // the same, with capitals
	at   []int32 // their offsets from runAt
	from int
	done int // tokens that start before this offset belong to a hit
}

func (s *scanner) scan() {
	text := s.text
	for i := 0; i < len(text); {
		c := charAt(text, i)
		switch c.class {
		case classDigit, classLetter:
			i = s.readRun(i)
			continue
		case classSpace:
			s.since.blanks++
		case classLine:
			s.since.lines++
		case classOther:
			if c.fold == '|' && s.bar(i) {
				i = s.readRun(i)
				continue
			}
			if c.fold == '<' {
				if s.heart(i) {
					i += 2
					continue
				}
				if end := s.tag(i); end > i {
					i = end
					continue
				}
			}
			if c.fold == '+' {
				if end := s.abroad(i); end > i {
					i = end
					continue
				}
			}
			s.since.mark(c.fold, c.fold != 0)
		}
		i += c.size
	}
	s.flush()
}

// readRun reads the letters and digits from i on and returns where they end.
func (s *scanner) readRun(i int) int {
	s.run, s.raw, s.at, s.from = s.run[:0], s.raw[:0], s.at[:0], i
	letters, digits := 0, 0
	end := i
	for i < len(s.text) {
		c := charAt(s.text, i)
		if c.class == classZero {
			i += c.size
			end = i
			continue
		}
		if c.fold == '|' && s.bar(i) {
			c = char{class: classLetter, fold: 'i', upper: true, size: 1}
		}
		if c.class != classLetter && c.class != classDigit {
			break
		}
		if c.class == classLetter {
			letters++
		} else {
			digits++
		}
		if len(s.run) <= maxRun {
			s.run = append(s.run, c.fold)
			s.at = append(s.at, int32(i-s.from))
			if c.upper {
				c.fold -= 'a' - 'A'
			}
			s.raw = append(s.raw, c.fold)
		}
		i += c.size
		end = i
	}
	s.lookForLink()
	switch {
	case len(s.run) > maxRun:
		s.opaque()
	case digits == 0:
		return s.word(end)
	case letters == 0:
		return s.numeral(0, len(s.run), end)
	default:
		s.mixed(end)
	}
	return end
}

// offset returns where in the text byte k of the run starts, or ends for k = len(run).
func (s *scanner) offset(k, end int) int {
	if k < len(s.at) {
		return s.from + int(s.at[k])
	}
	return end
}

// push adds a token to the chain.
func (s *scanner) push(t token) {
	t.gap = s.since.gap()
	s.since = between{}
	t.link = s.link
	t.cued = s.cue > 0 || s.mode == Cell
	t.called = s.cue >= cueReach-1 && (t.gap.cue || len(s.chain) == 0)
	if s.negative && s.mode == Running {
		if n := len(s.chain); n > 0 && t.gap.binding <= bindWide && s.chain[n-1].captured {
			s.negative = false
		} else {
			t.captured = true
		}
	}
	if s.measure && s.mode == Running {
		s.measure = false
		t.block()
	}
	s.chain = append(s.chain, t)
	if len(s.chain) >= maxChain {
		s.flush()
		s.cutChain = true
	}
}

// flush looks for numbers in the chain and begins a new one.
func (s *scanner) flush() {
	if len(s.chain) > 0 {
		if potential(s.chain) >= 10 {
			s.match()
		}
		s.negative = false
	}
	s.chain = s.chain[:0]
	s.chainCued, s.cutChain = false, false
}

// minHard is the least number of digits that must be certain to be such.
const minHard = 4

// potential returns how many digits the chain could give at most, 0 if too few
// of them are certain.
func potential(chain []token) int {
	n, hard := 0, 0
	for i := range chain {
		if !chain[i].soft || chain[i].role == roleAlike && len(chain[i].digits) >= 3 {
			hard += max(1, len(chain[i].digits))
		}
		switch t := &chain[i]; t.role {
		case roleHundred, roleThousand, roleHundreds, roleRepeat:
			n += 3
		case rolePlural, roleTens:
			n += 2
		default:
			n += len(t.digits)
		}
	}
	if hard < minHard {
		return 0
	}
	return n
}

// opaque ends the chain at something that can be no part of a number.
func (s *scanner) opaque() {
	s.flush()
	s.since = between{}
	s.since.word(false)
	s.pass(false)
}

// pass counts a word on which cues and negative words wear off.
func (s *scanner) pass(known bool) {
	s.measure = s.measure && known
	if s.cue > 0 {
		s.cue--
	}
	if s.negative && !known {
		if s.distance++; s.distance > maxDistance {
			s.negative = false
		}
	}
}

// maxDistance is how many unknown words may stand between a word such as
// "account" and its number.
const maxDistance = 2
