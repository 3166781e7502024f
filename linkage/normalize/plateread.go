package normalize

import (
	"strings"
	"unicode/utf8"
)

// readPlate reads a text that has more in it than a number; p holds the state
// that is given.
func readPlate(raw string, p LicensePlate) (LicensePlate, error) {
	if reason := p.read(raw); reason != "" {
		p.doubt(reason)
		return LicensePlate{remarks: p.remarks}, &Error{
			Kind: KindPlate, Reason: reason, Hint: "write state and number, such as NY KAB1042",
		}
	}
	p.classify()
	return p, nil
}

// read returns why there is no plate in the text, or "".
func (p *LicensePlate) read(raw string) (reason string) {
	if len(raw) > maxPlateText {
		return "the text is too long for a plate"
	}
	if rest, ok := strings.CutPrefix(strings.TrimSpace(raw), UnknownState+" "); ok {
		raw = rest
	}
	words := plateWords(raw)
	if len(words) == 0 {
		return "nothing is written"
	}
	r := plateReader{plate: p, words: words}
	r.drop()
	r.takeState()
	return r.number()
}

// A plateWord is a run of letters, digits and unread characters, upper case.
type plateWord struct {
	text string
	mark byte // the mark before it: a comma or a semicolon begins something else
	open bool // it stands in brackets
}

// plateWords splits a text into words; … and .. are words of their own.
func plateWords(raw string) []plateWord {
	var words []plateWord
	var word []byte
	var mark byte
	bracket := false
	end := func() {
		if len(word) > 0 {
			words = append(words, plateWord{string(word), mark, bracket})
			word, mark = word[:0], 0
		}
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRuneInString(raw[i:])
		c := plateChar(r)
		switch {
		case c != 0:
			word = append(word, c)
		case r == '…' || r == '.' && strings.HasPrefix(raw[i+1:], "."):
			end()
			words = append(words, plateWord{"…", mark, bracket})
			for strings.HasPrefix(raw[i+size:], ".") {
				size++
			}
		default:
			end()
			switch r {
			case '(', '[':
				bracket = true
			case ')', ']':
				bracket = false
			case ',', ';', '/', '|', '\n':
				mark = byte(r)
			case '-':
				mark = '-'
			}
		}
		i += size
	}
	end()
	return words
}

// plateChar returns the character of a plate that a rune is, ? for one that
// was not read, and 0 for what parts words.
func plateChar(r rune) byte {
	switch {
	case 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return byte(r)
	case 'a' <= r && r <= 'z':
		return byte(r - 'a' + 'A')
	case r == '?' || r == '_' || r == '*':
		return '?'
	case '０' <= r && r <= '９':
		return byte(r - '０' + '0')
	case 'Ａ' <= r && r <= 'Ｚ':
		return byte(r - 'Ａ' + 'A')
	case 'ａ' <= r && r <= 'ｚ':
		return byte(r - 'ａ' + 'A')
	case r == 'Ñ' || r == 'ñ':
		return 'N'
	}
	return 0
}

// plateLabels are words that stand beside a number and are none.
var plateLabels = map[string]bool{
	"PLATE": true, "PLATES": true, "TAG": true, "TAGS": true, "LIC": true, "LICENSE": true, "LICENCE": true,
	"LP": true, "REG": true, "REGISTRATION": true, "NO": true, "NUMBER": true, "NUM": true, "PLACA": true,
	"PLACAS": true, "PLT": true, "LPN": true, "STATE": true, "IS": true, "WITH": true, "POSSIBLY": true,
	"MAYBE": true, "POSSIBLE": true, "VEH": true, "VEHICLE": true, "COMMERCIAL": true, "THE": true, "OF": true,
	"SOMETHING": true, "UNKNOWN": true, "PLATED": true, "PL": true,
}

// platePlaceholders stand where a number is asked for and are none.
var platePlaceholders = map[string]bool{
	"NONE": true, "UNKNOWN": true, "UNK": true, "NA": true, "NOPLATE": true, "NOPLATES": true, "TEMP": true,
	"PAPER": true, "DEALER": true, "TBD": true, "NULL": true, "NOTAG": true, "MISSING": true, "UNREADABLE": true,
	"OBSCURED": true, "NOTVISIBLE": true, "NOTSEEN": true, "NINGUNA": true, "TEMPORARY": true, "TEMPTAG": true,
	"PAPERTAG": true, "COVERED": true, "REMOVED": true, "STOLEN": true, "PENDING": true, "NOTREGISTERED": true,
	"DESCONOCIDA": true, "PAPERPLATE": true, "TEMPPLATE": true, "NIL": true,
	"TMP": true, "TEMPTAGS": true, "PAPERTAGS": true, "UNREGISTERED": true, "NOTAGS": true, "NOREG": true, "REFUSED": true,
}

// endWords and startWords say which end of the number was read.
var (
	endWords   = map[string]bool{"ENDS": true, "ENDING": true, "END": true, "LAST": true, "TERMINA": true, "ENDED": true}
	startWords = map[string]bool{"STARTS": true, "STARTING": true, "START": true, "BEGINS": true, "BEGINNING": true, "BEGIN": true, "FIRST": true, "EMPIEZA": true}
)

// countWords say how many characters of an end were read, or that it is characters: "first 3 letters KAB".
var countWords = map[string]bool{
	"2": true, "3": true, "4": true, "5": true, "TWO": true, "THREE": true, "FOUR": true, "FIVE": true,
	"DIGITS": true, "DIGIT": true, "CHARACTERS": true, "LETTERS": true, "NUMBERS": true,
}

// A plateReader finds state and number among the words.
type plateReader struct {
	plate  *LicensePlate
	words  []plateWord
	ends   bool // the words are the end of the number
	starts bool // the words are its start

	partial bool // the text calls it partial
}

// drop takes away labels, and notes which end of the number is meant. All
// words together may be a placeholder, which they are left to be.
func (r *plateReader) drop() {
	if platePlaceholders[r.joined()] {
		return
	}
	kept := r.words[:0]
	for i, w := range r.words {
		switch {
		case endWords[w.text] && i+1 < len(r.words):
			r.ends = true
		case startWords[w.text] && i+1 < len(r.words):
			r.starts = true
		case (r.ends || r.starts) && (w.text == "IN" || w.text == "CON" || w.text == "EN"):
		case (r.ends || r.starts) && i+1 < len(r.words) && countWords[w.text]: // "last four 1042"
		case w.text == "PARTIAL" && len(r.words) > 1:
			r.partial = true
		case plateLabels[w.text] && len(r.words) > 1:
		default:
			kept = append(kept, w)
		}
	}
	r.words = kept
}

func (r *plateReader) joined() string { return joinWords(r.words) }

func joinWords(words []plateWord) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.text)
	}
	return b.String()
}

// takeState takes the state from the first words, the last, or a bracket.
func (r *plateReader) takeState() {
	if len(r.words) < 2 || r.stateAfter() {
		return
	}
	for n := min(3, len(r.words)-1); n >= 1; n-- {
		for _, first := range [...]int{0, len(r.words) - n} {
			if code, sure := stateOfWords(r.words[first : first+n]); code != "" && r.mayBeState(first, n, code) {
				r.setState(code, sure)
				if first > 0 && len(r.words) > first+n {
					r.words = r.words[:first]
					return
				}
				r.words = append(r.words[:first:first], r.words[first+n:]...)
				return
			}
		}
	}
}

// stateAfter takes the state that follows a number of its own, with whatever
// comes after it left out: "KAB1042 NY white Ford".
func (r *plateReader) stateAfter() bool {
	for i := 1; i < len(r.words)-1 && i <= maxNumberWords; i++ {
		code := StateCode(r.words[i].text)
		if code == "" || len(r.words[i].text) != 2 {
			continue
		}
		if form, _ := plateFormOf(code, joinWords(r.words[:i])); form != nil {
			r.setState(code, true)
			r.words = r.words[:i]
			r.plate.note("the text has more than the plate")
			return true
		}
	}
	return false
}

// maxNumberWords bounds the words that a number is split into: "KAB 1042".
const maxNumberWords = 4

// stateOfWords returns the state that the words mean; "PA?" is one that is not sure.
func stateOfWords(words []plateWord) (code string, sure bool) {
	text := joinWords(words)
	name := strings.TrimRight(text, "?")
	if name == "" || strings.ContainsAny(name, "0123456789?…") {
		return "", false
	}
	code = PlateState(name)
	if len(words) > 1 && lettersOf(plateStateName(code)) != lettersOf(name) {
		return "", false // only a whole name has several words
	}
	return code, name == text
}

// mayBeState reports whether two letters beside a number are the state and not
// a part of the number: they stand in a bracket or after a comma, no state is
// known otherwise, or they are the one that is known, or the rest is a
// form of theirs and the whole is none of the state given.
func (r *plateReader) mayBeState(first, n int, code string) bool {
	words := r.words[first : first+n]
	if words[0].text == "ON" && first > 0 && !words[0].open && words[0].mark != ',' {
		return false // "042 on the plate"
	}
	if n > 1 || len(words[0].text) > 3 || words[0].open || words[0].mark == ',' {
		return true
	}
	rest := append(append([]plateWord{}, r.words[:first]...), r.words[first+n:]...)
	number := joinWords(rest)
	if strings.Trim(number, "…") == "" {
		return false
	}
	given := r.plate.State
	switch {
	case given == code:
		return true
	case given == "":
		return first == 0 || len(number) > 3 || r.ends || r.starts || strings.Contains(number, "…")
	}
	if form, _ := plateFormOf(given, r.joined()); form != nil {
		return false
	}
	form, _ := plateFormOf(code, number)
	return form != nil
}

func (r *plateReader) setState(code string, sure bool) {
	if given := r.plate.State; given != "" && given != code {
		r.plate.doubt("the text names another state than the one given: read as the text says")
	}
	if !sure {
		r.plate.doubt("the state is not sure")
	}
	r.plate.State = code
}

// number joins the words that are left.
func (r *plateReader) number() (reason string) {
	r.cutDescription()
	number := r.joined()
	if len(number) == 2 && !isDigit(number[0]) && StateCode(number) != "" {
		return "a state, but no number"
	}
	if bare := strings.Trim(number, "?…"); platePlaceholders[bare] || plateLabels[bare] {
		return "no plate is written: missing, unknown or temporary"
	}
	switch {
	case r.ends && r.starts:
		return "more than one part of a number is written"
	case r.ends:
		number = "…" + strings.TrimLeft(number, "?…")
	case r.starts:
		number = strings.TrimRight(number, "?…") + "…"
	case r.partial && !strings.ContainsAny(number, "?…") && len(number) < maxPlate-1:
		number = "…" + number + "…"
	}
	return r.check(number)
}

// cutDescription leaves out the vehicle's description: what follows a comma or
// a semicolon, or a number that has a form of the state.
func (r *plateReader) cutDescription() {
	for i, w := range r.words {
		if i > 0 && (w.mark == ',' || w.mark == ';' || w.mark == '|' || w.mark == '\n') {
			r.words = r.words[:i]
			r.plate.note("the text has more than the plate")
			return
		}
	}
	if len(r.joined()) <= maxPlate {
		return
	}
	for n := min(maxNumberWords, len(r.words)-1); n >= 1; n-- {
		if form, _ := plateFormOf(r.plate.State, joinWords(r.words[:n])); form != nil && r.words[n].mark == 0 {
			r.words = r.words[:n]
			r.plate.note("the text has more than the plate")
			return
		}
	}
}

// check sets the number unless it cannot be one.
func (r *plateReader) check(number string) (reason string) {
	known := strings.Trim(number, "…")
	read := len(known) - strings.Count(known, "?")
	switch {
	case strings.Contains(known, "…"):
		return "characters are left out in the middle: their number is not known"
	case read == 0:
		return "no character was read"
	case len(known) > maxPlate:
		return "has more characters than a plate: more than one plate, or something else"
	case read == len(known) && len(known) > 2 && oneCharacter([]byte(known)):
		return "one character repeated is not a plate"
	case read < 2 && known == number && !strings.Contains(known, "?"):
		r.plate.doubt("a single character")
	}
	r.plate.Number = number
	return ""
}
