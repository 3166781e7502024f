package extract

import (
	"strings"
	"unicode"

	"github.com/tflink/tflink/linkage/normalize"
)

// vehicles finds plates and VINs, with the description of the vehicle beside them.
func (x *finder) vehicles() {
	for i := range x.words {
		w := &x.words[i]
		switch {
		case w.tag&tagPlate != 0:
			x.plateAfter(i)
		case w.tag&tagVIN != 0:
			x.dividedVIN(i)
		case w.digit && w.letter && x.vin(i):
		case w.upper && x.plateForm(i):
			x.uncalledPlate(i)
		}
	}
}

// vinLength is the number of characters of a VIN (49 CFR 565.13).
const vinLength = 17

// vin takes word i if it is a VIN.
func (x *finder) vin(i int) bool {
	w := &x.words[i]
	if w.end-w.start != vinLength || w.over&overLink != 0 {
		return false
	}
	v, err := normalize.VIN(x.text[w.start:w.end])
	if err != nil {
		return false
	}
	called := x.is(i-1, tagVIN) || x.is(i-2, tagVIN) || x.is(i-3, tagVIN)
	confidence, rule := doubtful, "17 characters"
	switch {
	case v.Valid && called:
		confidence, rule = 0.99, "VIN"
	case v.Valid:
		confidence, rule = named, "check digit"
	case called:
		confidence, rule = likely, "VIN, check digit wrong"
	}
	if m := x.add(v, nil, w.start, w.end, confidence, rule); m != nil {
		m.Attributes = x.description(i, i+1)
	}
	return true
}

// maxVINWords bounds the pieces in which a VIN is written: "1FT FW1ET5 DFC10312".
const maxVINWords = 6

// dividedVIN takes the VIN that word i announces if blanks or dashes divide it; its check
// digit must be right.
func (x *finder) dividedVIN(i int) {
	k := i + 1
	for k < len(x.words) && x.words[k].tag&tagFiller != 0 && !x.words[k].digit && x.words[k].brk < brkPeriod {
		k++
	}
	var id [vinLength]byte
	n := 0
	for to := k; to < min(len(x.words), k+maxVINWords); to++ {
		w := &x.words[to]
		if to > k && (w.brk > brkMark || w.start-x.words[to-1].end != 1) {
			return
		}
		for _, c := range []byte(x.text[w.start:w.end]) {
			if c == '-' {
				continue
			}
			if n == vinLength || !isAlphanumeric(c) {
				return
			}
			id[n] = c
			n++
		}
		if n < vinLength {
			continue
		}
		if v, err := normalize.VIN(string(id[:])); err == nil && v.Valid && x.words[k].end-x.words[k].start != vinLength {
			if m := x.add(v, nil, x.words[k].start, w.end, 0.99, "VIN"); m != nil {
				m.Attributes = x.description(k, to+1)
			}
		}
		return
	}
}

// plateAfter takes the plate that word i announces: "plate PBM 6258", "NY tag
// udw-2016", "license plate number is KAB1042 (NY)".
func (x *finder) plateAfter(i int) {
	k := i + 1
	state := ""
	if code, _ := x.stateBefore(i); code != "" {
		state = code
	}
	partial := x.partBefore(i)
	said := false
	for ; k < len(x.words) && k-i <= 5 && x.words[k].brk <= x.latestBreak(k-1); k++ {
		w := &x.words[k]
		if code := x.stateWord(k); code != "" && state == "" && (w.upper || w.capital) && !w.digit {
			state = code
			continue
		}
		if state == "" && w.capital && k+1 < len(x.words) && x.words[k+1].brk == brkBlank {
			if code := twoWordState(x.textOf(k, k+2)); code != "" { // "plate New York KAB1042"
				state = code
				k++
				continue
			}
		}
		word := strings.ToLower(x.text[w.start:w.end])
		if partial != "" && plateCounts[word] && k+1 < len(x.words) && x.words[k+1].brk < brkPeriod {
			continue // "last four 1042"
		}
		if end := plateEnds[word]; end != "" {
			partial = end
			continue
		}
		if w.tag&(tagFiller|tagPlate) == 0 || w.digit {
			break
		}
		switch word {
		case "partial":
			partial = "partial "
		case "number", "no":
			said = true
		}
	}
	if k >= len(x.words) || x.words[k].brk > x.latestBreak(k-1) || x.words[k].over&overLink != 0 {
		return
	}
	if code := x.cutState(k); code != "" {
		state = code
	}
	least := minPlate
	if partial != "" {
		least = minPartial
	}
	to := x.plateEnd(k, least)
	if to == k && partial != "" && x.words[k].upper && !x.words[k].digit && x.words[k].end-x.words[k].start <= minPlate && x.lowerAround(k) {
		to = k + 1 // "first three KAB": letters alone
	}
	if to == k || x.covered(k, to, overPhone|overVIN) {
		return
	}
	start, end := x.words[k].start, x.unreadEnd(x.words[to-1].end)
	if state == "" {
		if code, past := x.stateAfter(to); code != "" {
			state = code
			end = max(end, past)
			if end < len(x.text) && x.text[end] == ')' {
				end++
			}
		}
	}
	raw := partial + x.text[start:x.unreadEnd(x.words[to-1].end)]
	x.addPlate(raw, state, start, end, k, to, !said && state == "" && x.lower(i) == "reg")
	if partial == "" {
		x.morePlates(to, state)
	}
}

// morePlates takes the plates from word k on that stand in one list with the plate before them:
// "plates KAB1042 and PBM 6258".
func (x *finder) morePlates(k int, state string) {
	for k < len(x.words) {
		if and := x.lower(k); and == "and" || and == "or" || and == "y" {
			k++
		} else if strings.Trim(x.text[x.words[k-1].end:x.words[k].start], " ") == "" {
			return
		}
		if k >= len(x.words) || strings.Trim(x.text[x.words[k-1].end:x.words[k].start], " ,;/&") != "" {
			return
		}
		to := x.plateEnd(k, minListed)
		if to == k || !x.words[k].letter || !x.words[to-1].digit || to > k+1 && !x.plateHead(k) || x.covered(k, to, overPhone|overVIN|overPlate|overLink) {
			return
		}
		start, end := x.words[k].start, x.words[to-1].end
		x.addPlate(x.text[start:end], state, start, end, k, to, false)
		k = to
	}
}

// plateHead reports whether word k is three capitals that mean nothing else: the PBM of "PBM 6258".
func (x *finder) plateHead(k int) bool {
	w := &x.words[k]
	return w.upper && !w.digit && w.tag == 0 && w.end-w.start == 3
}

// abbreviations hold words before a plate behind which a period ends no sentence.
var abbreviations = map[string]bool{"reg": true, "lic": true, "no": true, "plt": true, "num": true}

// latestBreak returns the widest break that may stand between word k, one of those that
// announce a plate, and the next.
func (x *finder) latestBreak(k int) brk {
	if abbreviations[x.lower(k)] {
		return brkPeriod
	}
	return brkMark
}

// cutState cuts the state off word k, "NY-KAB1042", and returns its code, "" if there is none.
func (x *finder) cutState(k int) string {
	w := &x.words[k]
	const code = len("NY")
	if !w.digit || w.end-w.start < code+1+minListed || x.text[w.start+code] != '-' {
		return ""
	}
	state := normalize.StateCode(x.text[w.start : w.start+code])
	if state != "" {
		rest := word{start: w.start + code + 1, brk: brkMark, over: w.over}
		rest.end = rest.read(x.text)
		*w = rest
	}
	return state
}

// plateEnds are the words that say which end of a plate was read.
var plateEnds = map[string]string{
	"ending": "ends ", "ends": "ends ", "ended": "ends ", "last": "ends ",
	"starting": "starts ", "starts": "starts ", "beginning": "starts ", "begins": "starts ", "first": "starts ",
}

// plateCounts are the words that say how many characters of an end were read.
var plateCounts = map[string]bool{
	"2": true, "3": true, "4": true, "5": true, "two": true, "three": true, "four": true, "five": true,
	"digits": true, "digit": true, "characters": true, "letters": true, "numbers": true,
}

// partBefore returns which end of a plate the words before word i speak of: "last 4 of plate 1042", "partial plate KAB".
func (x *finder) partBefore(i int) string {
	const near = 4
	for k := i - 1; k >= max(0, i-near) && x.words[k+1].brk < brkPeriod; k-- {
		word := x.lower(k)
		switch {
		case word == "partial":
			return "partial "
		case plateEnds[word] != "":
			return plateEnds[word]
		case !plateCounts[word] && word != "of" && word != "the" && x.stateWord(k) == "":
			return ""
		}
	}
	return ""
}

// stateWord returns the code of the state, or the Canadian province, that word k names, "" if it names none.
func (x *finder) stateWord(k int) string {
	w := &x.words[k]
	switch {
	case w.tag&tagState != 0:
		return w.value
	case w.capital && !w.digit && w.end-w.start >= len("Quebec"): // "on" is no province
		return normalize.PlateState(x.text[w.start:w.end])
	}
	return ""
}

// addPlate adds the plate in words k to to.
func (x *finder) addPlate(raw, state string, start, end, k, to int, weak bool) {
	confidence, rule := named, "called a plate"
	if weak {
		confidence = guessed
	}
	p, err := normalize.Plate(raw, x.plateState(state))
	if err == nil && p.Partial {
		confidence, rule = likely, "partial plate"
	}
	if m := x.add(p, err, start, end, confidence, rule); m != nil {
		m.Attributes = x.description(k, to)
	}
}

// plateState returns the state that a plate is read with: that in the text,
// else the one that was given.
func (x *finder) plateState(said string) string {
	if said != "" {
		return said
	}
	return x.o.PlateState
}

const (
	minPlate   = 3 // characters of a plate that was read whole
	minPartial = 2 // of one of which the end or the start was read
	minListed  = 6 // of one that only its place in a list, or a state before it, makes one
)

// plateEnd returns the word after the plate that starts at word k, k if there
// is none there. A plate is one word with a digit, or two to three short ones of
// letters and digits, of at least so many characters.
func (x *finder) plateEnd(k, least int) int {
	digits, size := false, 0
	to := k
	for ; to < len(x.words) && to-k < 3; to++ {
		w := &x.words[to]
		n := w.end - w.start
		if to > k && (w.brk > brkMark || x.words[to-1].end+1 < w.start || n > 5) || n > 9 || size+n > 9 {
			break
		}
		if to > k && !w.digit && x.slashed(w) {
			break // "BFZ-9080 R/O": who it is registered to
		}
		if !w.digit && !w.plateLetters(x.text) || to > k && w.tag&(tagState|tagFiller|tagNotName) != 0 && !w.digit {
			break
		}
		if w.digit && digits && to-k >= 1 && x.words[to-1].digit && !x.words[to-1].letter && !w.letter {
			break // two numbers in a row
		}
		digits = digits || w.digit
		size += n
	}
	if !digits || size < least {
		if to == k+1 && x.words[k].upper && size >= 4 && x.words[k].tag == 0 && x.lowerAround(k) {
			return to // a plate of letters alone
		}
		return k
	}
	return to
}

// slashed reports whether a word is the start of an abbreviation such as "R/O" or "P/U".
func (x *finder) slashed(w *word) bool {
	return w.end+1 < len(x.text) && x.text[w.end] == '/' && unicode.IsLetter(rune(x.text[w.end+1]))
}

// lowerAround reports whether words near word k are in small letters, so that
// capitals are not just how everything is written: "REGISTRATION CARD".
func (x *finder) lowerAround(k int) bool {
	const near = 6
	for i := max(0, k-near); i < min(len(x.words), k+near+1); i++ {
		if w := &x.words[i]; w.letter && !w.upper && !w.capital {
			return true
		}
	}
	return false
}

// plateLetters reports whether a word without digits can be a part of a plate.
func (w *word) plateLetters(text string) bool {
	n := w.end - w.start
	return n <= 4 && (w.upper || n == 1 && w.capital || w.tag == 0 && !strings.ContainsAny(text[w.start:w.end], "'’")) || n <= 8 && w.upper && w.tag == 0
}

// unreadEnd moves the end of a plate over characters that were not read.
func (x *finder) unreadEnd(end int) int {
	for n := 0; n < 6 && end < len(x.text) && (x.text[end] == '?' && (n > 0 || end+1 < len(x.text) && x.text[end+1] == '?') || x.text[end] == '*' || x.text[end] == '_'); n++ {
		end++
	}
	return end
}

// stateBefore returns the state that is named directly before word i.
func (x *finder) stateBefore(i int) (code string, from int) {
	if i > 0 && (x.is(i-1, tagPlate) || x.lower(i-1) == "license" || x.lower(i-1) == "licence") {
		i--
	}
	if i > 1 {
		if code := twoWordState(x.textOf(i-2, i)); code != "" {
			return code, i - 2
		}
	}
	if i > 0 && x.words[i].brk < brkPeriod {
		if code := x.stateWord(i - 1); code != "" {
			return code, i - 1
		}
	}
	return "", i
}

// stateAfter returns the state that is named at word i: "(NY)", "NY", "of New York", "de Texas".
func (x *finder) stateAfter(i int) (code string, end int) {
	if i+1 < len(x.words) && x.words[i].brk == brkBlank && x.words[i+1].brk == brkBlank {
		switch x.lower(i) {
		case "of", "from", "de":
			i++
		}
	}
	if i < len(x.words) && x.words[i].brk <= brkMark {
		if code := x.stateWord(i); code != "" && x.words[i].capital && !x.words[i].digit {
			return code, x.words[i].end
		}
		if i+1 < len(x.words) {
			if code := twoWordState(x.textOf(i, i+2)); code != "" {
				return code, x.words[i+1].end
			}
		}
	}
	return "", 0
}

// twoWordState returns the code of a state whose name is two words.
func twoWordState(s string) string {
	if len(s) < len("New York") || len(s) > len("Washington DC")+2 || strings.IndexByte(s, ' ') < 0 {
		return ""
	}
	switch s[0] | 0x20 {
	case 'n', 's', 'r', 'w':
		return normalize.StateCode(s)
	}
	return ""
}

// plateForm reports whether capital word i, alone, has the form of most states' plates:
// three letters and three or four digits, in either order.
func (x *finder) plateForm(i int) bool {
	w := &x.words[i]
	n := w.end - w.start
	if !w.digit || n < 6 || n > 8 {
		return false
	}
	letters, digits, changes := 0, 0, 0
	last := byte(0)
	for _, c := range []byte(x.text[w.start:w.end]) {
		kind := byte('-')
		switch {
		case c >= 'A' && c <= 'Z':
			letters++
			kind = 'A'
		case c >= '0' && c <= '9':
			digits++
			kind = '9'
		case c != '-':
			return false
		}
		if kind != '-' {
			if last != 0 && kind != last {
				changes++
			}
			last = kind
		}
	}
	return letters == 3 && (digits == 3 || digits == 4) && changes == 1
}

// uncalledPlate takes a word that could be a plate and is not called one: a doubt.
func (x *finder) uncalledPlate(i int) {
	w := &x.words[i]
	if w.over&overLink != 0 || x.is(i-1, tagPlate) || x.covered(i, i+1, overPhone|overVIN|overPlate) {
		return
	}
	state := ""
	start := w.start
	if code, from := x.stateBefore(i); code != "" {
		state, start = code, x.words[from].start
	}
	p, err := normalize.Plate(x.text[w.start:w.end], x.plateState(state))
	if m := x.add(p, err, start, w.end, doubtful, "form of a plate"); m != nil {
		m.Attributes = x.description(i, i+1)
	}
}
