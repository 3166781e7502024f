package phonetext

// word takes a run of letters and returns where reading goes on.
func (s *scanner) word(end int) int {
	owned := s.owned
	s.owned = s.isOwner()
	w := look(s.run)
	if w.role == roleNone {
		w = drawnOut(s.run)
	}
	if w.role == roleNone && s.numbersPaper(end) {
		w.role = roleNegative
	}
	if w.role == roleNone || w.role >= roleFiller {
		if past := s.vanity(end); past > 0 {
			return past
		}
	}
	switch w.role {
	case roleNone:
		s.unknownWord(end)
	case roleSoft:
		s.push(token{start: s.from, end: end, role: roleUnit, digits: w.digits, soft: true})
	case roleAnd, roleFiller:
		if owned && s.meansTelephone() {
			s.cueWord() // "my number is"
			break
		}
		s.since.and = s.since.and || w.role == roleAnd
		s.gapWord(true)
	case roleCue:
		s.cueWord()
	case roleNegative:
		s.flush()
		s.gapWord(false)
		s.negative, s.distance, s.cue = true, 0, 0
	case roleMeasure:
		if len(s.chain) > 0 && s.since.words == 0 && s.followsNumber() {
			s.unitWord() // "22 years", or an age that follows
		} else {
			s.gapWord(false)
		}
		s.measure = true
	case roleUnitOf:
		s.unitWord()
	default:
		s.push(token{start: s.from, end: end, role: w.role, digits: w.digits})
	}
	return end
}

// numbersPaper reports whether the word in hand, which ends at byte end, is a cheque or the like whose number
// follows: "check # 2125550142", but not "check me out at …".
func (s *scanner) numbersPaper(end int) bool {
	switch string(s.run) {
	case "check", "checks", "cheque", "cheques", "draft", "bond", "locker":
	default:
		return false
	}
	at := skip(s.text, end, " ")
	for _, label := range []string{"#", "number", "no", "nos"} {
		if to := at + len(label); to <= len(s.text) && equalFold(s.text[at:to], label) && (to == len(s.text) || label == "#" || !isWordByte(s.text[to])) {
			return true
		}
	}
	return false
}

// isOwner reports whether the word in hand says whose something is.
func (s *scanner) isOwner() bool {
	switch string(s.run) {
	case "my", "her", "his", "our", "their", "mi", "su":
		return true
	}
	return false
}

// followsNumber reports whether the word in hand, which announces a quantity, may as well
// stand behind one: "22 years", but not "… one six two im 22".
func (s *scanner) followsNumber() bool {
	switch string(s.run) {
	case "year", "years", "age", "height", "weight", "ht", "wt", "unit":
		return true
	}
	return false
}

// meansTelephone reports whether the word in hand, after one such as "my", means somebody's telephone.
func (s *scanner) meansTelephone() bool {
	switch string(s.run) {
	case "number", "num", "numero", "line":
		return true
	}
	return false
}

// drawnOut reads a digit's name with letters repeated: "twoo", "siix".
func drawnOut(run []byte) word {
	if len(run) <= 3 || len(run) > maxLeet+2 {
		return word{}
	}
	var letters [maxLeet + 2]byte
	return stretched[string(squeeze(letters[:copy(letters[:], run)]))]
}

func (s *scanner) cueWord() {
	s.since.cue = true
	s.gapWord(true)
	s.cue = cueReach
	s.negative, s.measure = false, false
	s.chainCued = len(s.chain) > 0
}

// gapWord notes a word that is no part of a number.
func (s *scanner) gapWord(known bool) {
	s.since.word(known)
	s.pass(known)
	if s.since.words > maxGapWords && len(s.chain) > 0 {
		s.flush()
	}
}

// unitWord takes a word such as "lbs": what it follows is a quantity.
func (s *scanner) unitWord() {
	if n := len(s.chain); n > 0 && s.since.words == 0 && s.since.lines == 0 && s.since.blanks <= 1 {
		s.chain[n-1].block()
	}
	s.gapWord(false)
}

// maxQuantity is the most digits of a number that a unit makes a quantity: the
// four last digits of a telephone number may well stand before "day or night".
const maxQuantity = 3

// block makes a short number a quantity.
func (t *token) block() {
	if t.role != roleNumeral || len(t.digits) <= maxQuantity {
		t.role = roleBlocked
	}
}

// maxAlikeWord is the longest word of look-alike letters alone: a group of a
// number.
const maxAlikeWord = 4

// unknownWord takes a word that the vocabulary does not have.
func (s *scanner) unknownWord(end int) {
	if s.glued(0, len(s.run), end) {
		return
	}
	if digits, ok := s.alike(0, len(s.run), true); ok {
		s.push(token{start: s.from, end: end, role: roleAlike, digits: digits, soft: true})
		return
	}
	s.gapWord(false)
}

// alike reads letters lo to hi of the run as look-alike digits. Where capitals
// is set, as for words of letters alone, small letters other than o and l are
// not taken for digits, unless they stand among capitals as in no word: "sIZ".
func (s *scanner) alike(lo, hi int, capitals bool) (string, bool) {
	if hi-lo > maxAlikeWord {
		return "", false
	}
	var d [maxAlikeWord]byte
	small := !capitals || oddCase(s.raw[lo:hi])
	for k := lo; k < hi; k++ {
		c := s.raw[k]
		if alikeDigits[c] == 0 || !small && c >= 'a' && c != 'o' && c != 'l' {
			return "", false
		}
		if capitals && (c == 'A' || c == 'E' || c == 'T' || c == 'D') {
			return "", false // as much a word as a digit
		}
		d[k-lo] = alikeDigits[c]
	}
	return string(d[:hi-lo]), true
}

// oddCase reports whether letters are neither all small, nor all capitals, nor
// a capital and small ones.
func oddCase(raw []byte) bool {
	capitals := 0
	for _, c := range raw {
		if c >= 'A' && c <= 'Z' {
			capitals++
		}
	}
	return capitals > 0 && capitals < len(raw) && (capitals > 1 || raw[0] >= 'a')
}

// glued reads letters lo to hi of the run as number words without blanks
// between, such as "fiveeightfive", and pushes them. It reports whether it did.
func (s *scanner) glued(lo, hi, end int) bool {
	if hi-lo < 2 || !gluedStarts[s.run[lo]] && !s.gluedAlike(lo, hi) {
		return false
	}
	var cuts [40]int
	n := s.cutGlued(lo, hi, cuts[:0])
	if n == nil || len(n) == hi-lo {
		return false
	}
	for i, at := range n {
		to := hi
		if i+1 < len(n) {
			to = n[i+1]
		}
		w := look(s.run[at:to])
		if to == at+1 {
			w = word{roleAlike, string(alikeDigits[s.raw[at]])}
		}
		s.push(token{start: s.offset(at, end), end: s.offset(to, end), role: w.role, digits: w.digits})
	}
	return true
}

// longestGlued is the length of the longest number word that is looked for.
const longestGlued = 12

// cutGlued returns where the number words of run[lo:hi] start, nil if it is not
// made of such words. The longest word wins; if that leads nowhere the next.
func (s *scanner) cutGlued(lo, hi int, cuts []int) []int {
	if lo == hi {
		return cuts
	}
	if len(cuts) == cap(cuts) {
		return nil
	}
	for to := min(hi, lo+longestGlued); to > lo+1; to-- {
		if w := look(s.run[lo:to]); w.gluable(to - lo) {
			if all := s.cutGlued(to, hi, append(cuts, lo)); all != nil {
				return all
			}
		}
	}
	if s.gluedAlike(lo, hi) {
		return s.cutGlued(lo+1, hi, append(cuts, lo))
	}
	return nil
}

// gluedAlike reports whether the letter at lo of the letters that end at hi may
// be a digit among glued number words: the o of "eightotwo", and beside digits the I
// of "5Ithree" too.
func (s *scanner) gluedAlike(lo, hi int) bool {
	switch s.raw[lo] {
	case 'o', 'O':
		return true
	case 'I', 'l':
		return hi < len(s.run) || isDigit(s.run[0])
	}
	return false
}

// mixed takes a run of letters and digits: "five8five", "o1nine9", "5B5",
// "90hr", "call5855550142". If any letters in it make no sense, all of it is opaque.
func (s *scanner) mixed(end int) {
	n := len(s.run)
	if s.leet(end) {
		return
	}
	mark, since := len(s.chain), s.since
	whole := s.wholeNumber()
	for lo := 0; lo < n; {
		hi := lo + 1
		digit := isDigit(s.run[lo])
		for hi < n && isDigit(s.run[hi]) == digit && (!whole || n-hi != 7 && n-hi != 4) {
			hi++
		}
		if digit {
			s.push(token{start: s.offset(lo, end), end: s.offset(hi, end), role: roleNumeral, digits: string(s.run[lo:hi])})
		} else if !s.letters(lo, hi, end) {
			if mark <= len(s.chain) {
				s.chain, s.since = s.chain[:mark], since
			}
			s.opaque()
			return
		}
		lo = hi
	}
}

// minWholeDigits is the fewest digits of ten without a break that make letters among
// them digits too.
const minWholeDigits = 5

// wholeNumber reports whether the run is the ten digits of a number, or eleven with the 1, some
// of them letters that look like digits: "5B5555OI42".
func (s *scanner) wholeNumber() bool {
	n := len(s.run)
	if n != 10 && (n != 11 || s.run[0] != '1') {
		return false
	}
	digits := 0
	for _, c := range s.raw {
		if isDigit(c) {
			digits++
		} else if alikeDigits[c] == 0 || c == 'A' || c == 'D' || c == 'E' || c == 'T' {
			return false
		}
	}
	serial := digits == n-1 && !isDigit(s.raw[0]) // a letter before an identifier's digits
	return digits >= minWholeDigits && !serial
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// letters takes the letters lo to hi of a mixed run.
func (s *scanner) letters(lo, hi, end int) bool {
	w := look(s.run[lo:hi])
	afterDigits := lo > 0
	last := len(s.chain) - 1
	switch {
	case afterDigits && hi-lo == 1 && s.run[lo] == 'x' && hi < len(s.run):
		s.since.mark('x', true)
		return true
	case afterDigits && string(s.run[lo:hi]) == "ext":
		s.since.mark('x', true)
		return true
	case w.role >= roleUnit && w.role <= rolePlural:
		s.push(token{start: s.offset(lo, end), end: s.offset(hi, end), role: w.role, digits: w.digits})
		return true
	case w.role == roleUnitOf && afterDigits && hi == len(s.run) && last >= 0 && !(oddCase(s.raw[lo:hi]) || hi <= maxAlikeWord && s.goesOn(end)):
		s.chain[last].block()
		s.since.word(true)
		return true
	case w.role == roleSoft:
		s.push(token{start: s.offset(lo, end), end: s.offset(hi, end), role: roleUnit, digits: w.digits, soft: true})
		return true
	case s.glued(lo, hi, end):
		return true
	}
	if digits, ok := s.alike(lo, hi, false); ok {
		s.push(token{start: s.offset(lo, end), end: s.offset(hi, end), role: roleAlike, digits: digits})
		return true
	}
	switch {
	case w.role == roleCue:
		s.cueWord()
	case w.role == roleFiller || w.role == roleAnd:
		s.gapWord(true)
	case s.wholeNumberBeside(lo, hi) && hi-lo >= 3 && s.smallLetters(lo, hi) && (s.cue > 0 || s.mode == Cell):
		s.gapWord(false)
	case s.runTogether(lo, hi), lo == 0 && hi >= 3 && len(s.run)-hi == 3 && s.restFollows(end):
		s.gapWord(false)
	default:
		return false
	}
	return true
}

// runTogether reports whether letters lo to hi are a capitalised word after
// the end of a number, as where two cells were joined: "555-0142Business".
func (s *scanner) runTogether(lo, hi int) bool {
	const shortest = 4 // letters; a plate or a part number has fewer
	return hi == len(s.run) && hi-lo >= shortest && (lo == 4 || lo == 10) &&
		s.raw[lo] >= 'A' && s.raw[lo] <= 'Z' && s.smallLetters(lo+1, hi)
}

// goesOn reports whether a dash or point at byte i joins what is before it to a digit.
func (s *scanner) goesOn(i int) bool {
	return i+1 < len(s.text) && (s.text[i] == '-' || s.text[i] == '.') && isDigit(s.text[i+1])
}

// restFollows reports whether exchange and line follow at byte i: "Mia585-555-0142".
func (s *scanner) restFollows(i int) bool {
	if !s.goesOn(i) || digitsEnd(s.text, i+1) != i+4 || !s.goesOn(i+4) {
		return false
	}
	to := digitsEnd(s.text, i+5)
	return to == i+9 && (to == len(s.text) || !isWordByte(s.text[to]))
}

// wholeNumberBeside reports whether ten digits stand before or after letters
// lo to hi of the run.
func (s *scanner) wholeNumberBeside(lo, hi int) bool {
	before, after := 0, 0
	for k := lo - 1; k >= 0 && isDigit(s.run[k]); k-- {
		before++
	}
	for k := hi; k < len(s.run) && isDigit(s.run[k]); k++ {
		after++
	}
	return before == 10 || after == 10
}

func (s *scanner) smallLetters(lo, hi int) bool {
	for _, c := range s.raw[lo:hi] {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
