package extract

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

const (
	maxStreetWords = 5 // between a house number and the street's suffix
	maxCityWords   = 3
)

// addresses finds house number and street, boxes and rural routes, with what
// follows them: unit, town, state, ZIP.
func (x *finder) addresses() {
	for i := 0; i < len(x.words); i++ {
		w := &x.words[i]
		end, rule := 0, ""
		switch {
		case w.tag&tagUnit != 0 && x.parkEnd(i) > 0:
			end, rule = x.parkEnd(i), lotInPark
		case w.digit && x.isHouseNumber(i):
			end, rule = x.streetEnd(i), "house number and street"
		case !w.digit && w.letter && w.end-w.start <= 3:
			end, rule = x.boxEnd(i), "box"
		}
		if end > i {
			i = x.address(x.numberStart(i), end, rule) - 1
		}
	}
}

const lotInPark = "lot in a park"

// lotOf writes what stands between a lot and its park as an address does.
var lotOf = strings.NewReplacer(" of the ", ", ", " at the ", ", ", " in the ", ", ", " of ", ", ", " at ", ", ", " in ", ", ")

// parkKinds are the words with which the name of a mobile-home park ends.
var parkKinds = map[string]bool{"park": true, "court": true, "community": true, "estates": true, "village": true}

// parkEnd returns the word after the mobile-home park in which word i begins a lot, 0 if there is none:
// "Lot 14, Shady Acres Mobile Home Park", "lot 22 of the Maple Grove Trailer Park".
func (x *finder) parkEnd(i int) int {
	const mostWords = 4 // of a park's own name
	switch x.lower(i) {
	case "lot", "space", "trailer", "unit":
	default:
		return 0
	}
	if i+2 >= len(x.words) || !x.words[i+1].digit || x.words[i+1].brk > brkBlank {
		return 0
	}
	k := i + 2
	for ; k < i+4 && k+1 < len(x.words) && x.words[k].brk <= brkMark; k++ {
		if w := x.lower(k); w != "of" && w != "at" && w != "in" && w != "the" {
			break
		}
	}
	if x.words[k].brk > brkMark {
		return 0
	}
	for first := k; k < len(x.words) && k-first <= mostWords; k++ {
		w := &x.words[k]
		if !w.capital || k > first && w.brk != brkBlank {
			return 0
		}
		switch word := x.lower(k); {
		case k == first:
		case word == "mhp":
			return k + 1
		case word == "trailer" && k+1 < len(x.words) && parkKinds[x.lower(k+1)]:
			return k + 2
		case (word == "mobile" || word == "manufactured") && k+2 < len(x.words) && strings.HasPrefix(x.lower(k+1), "home") && parkKinds[x.lower(k+2)]:
			return k + 3
		}
	}
	return 0
}

// isHouseNumber reports whether word i can be a house number.
func (x *finder) isHouseNumber(i int) bool {
	w := &x.words[i]
	s := x.text[w.start:w.end]
	if len(s) > 8 || s[0] < '0' || s[0] > '9' || w.over&overLink != 0 {
		return false
	}
	letters := 0
	for k := range len(s) {
		switch c := s[k]; {
		case c >= '0' && c <= '9', c == '-':
		case isAlphanumeric(c):
			letters++
		default:
			return false
		}
	}
	if len(s) == 4 && letters == 0 && isCalendarYear(s) && i > 0 && w.brk == brkBlank {
		switch x.lower(i - 1) {
		case "in", "since", "during", "until", "of", "by":
			return false // "in 2019 Main Street Diner opened"
		}
	}
	if letters > 1 || w.start > 0 && strings.IndexByte("$#.:", x.text[w.start-1]) >= 0 {
		return false
	}
	return w.over&overPhone == 0
}

func isCalendarYear(s string) bool { return s >= "1950" && s < "2050" }

// numberStart moves the start over the first half of a house number such as
// "47 - 01", as they stand in Queens.
func (x *finder) numberStart(i int) int {
	if i == 0 || !x.words[i-1].digit || x.words[i-1].letter || x.words[i].end-x.words[i].start != 2 {
		return i
	}
	switch x.text[x.words[i-1].end:x.words[i].start] {
	case " - ", "- ", " -", " – ":
		if x.isHouseNumber(i - 1) {
			return i - 1
		}
	}
	return i
}

// streetEnd returns the word after the street that begins after house number
// i, 0 if there is none.
func (x *finder) streetEnd(i int) int {
	names := 0
	for k := i + 1; k < len(x.words) && k-i <= maxStreetWords; k++ {
		w := &x.words[k]
		if w.brk > brkBlank && !(w.brk == brkPeriod && x.is(k-1, tagDirection|tagStreet)) {
			return 0
		}
		if end := x.highwayEnd(k); end > 0 && names == 0 {
			return end
		}
		if w.tag&tagStreet != 0 && names > 0 && w.over&overBusiness == 0 && (w.capital || w.end-w.start > 2 || w.tag&tagDirection == 0) && !w.owns {
			return x.afterSuffix(k + 1)
		}
		ordinal := w.digit && w.letter
		if !w.capital && !ordinal && w.tag&tagDirection == 0 || w.tag&tagNotName != 0 && w.tag&(tagStreet|tagState|tagDirection) == 0 && k > i+1 {
			return 0
		}
		if w.digit && !w.letter {
			return 0
		}
		if w.tag&tagDirection == 0 || names > 0 {
			names++
		}
	}
	return 0
}

// highwayEnd returns the word after a highway's name at word k: "State Route
// 19", "County Rd 5", "US 20A", "NYS Rte 19".
func (x *finder) highwayEnd(k int) int {
	w := &x.words[k]
	if w.tag&tagHighway == 0 && w.tag&tagState == 0 || !w.capital {
		if w.tag&tagDirection == 0 {
			return 0
		}
	}
	seen := false
	for n := 0; n < 4 && k < len(x.words); n++ {
		w = &x.words[k]
		switch {
		case n > 0 && w.brk > brkMark && !(w.brk == brkPeriod && x.is(k-1, tagHighway)):
			return 0
		case w.digit && seen && w.end-w.start <= 4:
			return k + 1
		case w.tag&(tagHighway|tagState|tagDirection) != 0 || w.tag&tagStreet != 0 && seen:
			seen = seen || w.tag&tagHighway != 0
		default:
			return 0
		}
		k++
	}
	return 0
}

// afterSuffix takes a direction after the suffix: "Main St N".
func (x *finder) afterSuffix(k int) int {
	if k < len(x.words) && x.words[k].tag&tagDirection != 0 && x.words[k].capital && x.words[k].brk == brkBlank {
		return k + 1
	}
	return k
}

// boxEnd returns the word after a box or rural route that begins at word i:
// "PO Box 12", "P.O. Box 12", "RR 2 Box 152", "HC 1 Box 4". 0 if there is none.
func (x *finder) boxEnd(i int) int {
	switch word := x.lower(i); word {
	case "po", "p.o", "pob":
		k := i + 1
		if x.wordIs(k, "box") {
			k++
		} else if word != "pob" {
			return 0
		}
		if k < len(x.words) && x.words[k].digit {
			return k + 1
		}
	case "rr", "rd", "rfd", "hc":
		if i+1 >= len(x.words) || !x.words[i+1].digit || i > 0 && x.words[i-1].capital && x.words[i].brk == brkBlank {
			return 0
		}
		if x.wordIs(i+2, "box") && i+3 < len(x.words) && x.words[i+3].digit {
			return i + 4
		}
	}
	return 0
}

func (x *finder) wordIs(i int, s string) bool {
	return i >= 0 && i < len(x.words) && strings.EqualFold(x.text[x.words[i].start:x.words[i].end], s)
}

// address adds the address whose street is words i to end, with what follows, and
// returns the word after it.
func (x *finder) address(i, end int, rule string) int {
	end = x.unitEnd(end)
	located := false
	if to := x.townEnd(end); to > end {
		end, located = to, true
	}
	start, stop := x.words[i].start, x.words[end-1].end
	raw := x.text[start:stop]
	if rule == lotInPark {
		raw = lotOf.Replace(raw)
	}
	a, err := normalize.Address(raw, normalize.Place{State: x.o.State})
	confidence := likely
	if located {
		confidence = formed
	}
	x.add(a, err, start, stop, confidence, rule)
	return end
}

// unitEnd returns the word after the unit at word k, k if there is none.
func (x *finder) unitEnd(k int) int {
	for n := 0; n < 2 && k < len(x.words); n++ {
		w := &x.words[k]
		if w.brk > brkMark && !(w.brk == brkPeriod && (w.tag&tagUnit != 0 || x.is(k-1, tagStreet|tagDirection))) {
			return k
		}
		switch {
		case w.tag&tagUnit != 0 && k+1 < len(x.words) && (x.words[k+1].digit || x.words[k+1].end-x.words[k+1].start == 1) && x.words[k+1].brk <= brkPeriod:
			k += 2
		case w.digit && strings.HasSuffix(strings.TrimSuffix(x.text[:w.start], " "), "#"), x.gluedUnit(k):
			k++
		default:
			return k
		}
	}
	return k
}

// gluedUnit reports whether word k is a unit in one word: "apt4".
func (x *finder) gluedUnit(k int) bool {
	w := &x.words[k]
	if !w.digit || !w.letter || w.end-w.start > 9 {
		return false
	}
	s := x.lower(k)
	label := strings.TrimRight(s, "0123456789")
	if len(s)-len(label) == 0 {
		label = strings.TrimRight(s[:len(s)-1], "0123456789") // "apt4b"
	}
	switch label {
	case "apt", "unit", "ste", "lot", "rm":
		return true
	}
	return false
}

// townEnd returns the word after "Town, ST 14569" at word k; k if there is neither a state nor a
// ZIP nor a town after a comma.
func (x *finder) townEnd(k int) int {
	first := k
	for k < len(x.words) && k-first < maxCityWords {
		w := &x.words[k]
		if k == first && w.brk > brkMark && w.brk != brkPeriod || k > first && w.brk != brkBlank || w.digit {
			break
		}
		if !w.capital || w.tag&tagState != 0 && (w.upper || k > first) && x.zipOrEnd(k+1) || w.tag&(tagNotName|tagRole) != 0 && w.tag&tagState == 0 && !x.is(k, tagCity) {
			break
		}
		if code, _ := x.stateAfter(k); code != "" && k > first && twoWordState(x.textOf(k, min(k+2, len(x.words)))) != "" {
			break
		}
		k++
	}
	town := k
	if k < len(x.words) && x.words[k].brk <= brkMark {
		if x.words[k].tag&tagState != 0 && x.words[k].capital {
			k++
		} else if k+1 < len(x.words) && twoWordState(x.textOf(k, k+2)) != "" {
			k += 2
		}
	}
	if k < len(x.words) && x.words[k].brk <= brkMark && x.isZIP(k) {
		return k + 1
	}
	if k > town || town > first && (x.words[first].brk == brkMark || x.words[first].brk == brkPeriod && x.commaBefore(first)) {
		return k
	}
	return first
}

// commaBefore reports whether a comma stands between word k and the one before: "Main St., Perry".
func (x *finder) commaBefore(k int) bool {
	return k > 0 && strings.IndexByte(x.text[x.words[k-1].end:x.words[k].start], ',') >= 0
}

// zipOrEnd reports whether a ZIP or the end of the phrase is at word k.
func (x *finder) zipOrEnd(k int) bool {
	return k >= len(x.words) || x.words[k].brk > brkBlank || x.isZIP(k) || !x.words[k].capital
}

// isZIP reports whether word k is a ZIP code, with or without its last four.
func (x *finder) isZIP(k int) bool {
	s := x.text[x.words[k].start:x.words[k].end]
	if len(s) != 5 && !(len(s) == 10 && s[5] == '-') {
		return false
	}
	return strings.Trim(s, "0123456789-") == ""
}
