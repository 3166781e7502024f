package compare

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// The chances behind the weights of plates. The m are those of one plate being
// written down twice by witnesses and officers, who get most plates right and
// mistake look-alikes more than all else; u comes from how many plates there are.
const (
	plateCount = 1e7 // plates on the road in a state of New York's size

	plateSame      = 0.93  // both read alike
	plateLookAlike = 0.03  // one of O/0, I/1, B/8, S/5, Z/2, G/6 for the other
	plateTwoAlike  = 0.002 // two of them
	plateOther     = 0.01  // another character misread
	plateSlip      = 0.004 // two characters exchanged, or one lost
	plateUnrelated = 0.01  // everything else

	plateLookAlikes = 7   // numbers that are one look-alike away, at the most
	plateTwoAway    = 21  // two of seven
	plateOthers     = 140 // one other character away: 7 places of a letter or a digit
	plateSlips      = 14  // an exchange, or a character more or less that still has a form

	stateAgrees    = 0.98 // the states of one plate written twice
	stateDiffers   = 0.02
	stateHome      = 0.7  // of the plates that a region sees are its own state's
	stateForeign   = 0.03 // are another given state's
	stateUnrelated = 0.5  // two unrelated plates have two states
)

// Plates compares two plates. The number weighs by how it differs: not at all,
// by one look-alike, by one other character, altogether; characters that were
// not read weigh by how many plates could fit. The state weighs by whether it is the same,
// missing or another. Same is set only for equal keys that were read whole.
func Plates(a, b normalize.LicensePlate) Comparison {
	var c Comparison
	if a.Key() == "" || b.Key() == "" {
		c.add(0, "a plate could not be read")
		return c
	}
	related := false
	if a.Partial || b.Partial {
		related = c.partialNumbers(a, b)
	} else {
		related = c.wholeNumbers(a.Number, b.Number)
	}
	if !related {
		return c
	}
	c.plateStates(a.State, b.State)
	switch whole := !a.Partial && !b.Partial; {
	case whole && a.Key() == b.Key():
		c.Same, c.Relation = true, ""
	case whole && a.Number == b.Number && a.State != "" && b.State != "":
		c.Relation = "same number, other state"
	}
	return c
}

// wholeNumbers weighs two numbers that were read whole, and reports whether
// they have anything to do with each other.
func (c *Comparison) wholeNumbers(a, b string) bool {
	alike, others := plateDifference(a, b)
	switch {
	case a == b:
		c.add(LikelihoodRatio(plateSame, 1/plateCount), "same number %s", a)
		c.Relation = "same number"
	case others == 0 && alike == 1:
		c.add(LikelihoodRatio(plateLookAlike, plateLookAlikes/plateCount), "numbers %s and %s differ by one look-alike", orderedPair(a, b)...)
		c.Relation = "one look-alike apart"
	case others == 0 && alike == 2:
		c.add(LikelihoodRatio(plateTwoAlike, plateTwoAway/plateCount), "numbers %s and %s differ by two look-alikes", orderedPair(a, b)...)
		c.Relation = "two look-alikes apart"
	case others == 1 && alike == 0:
		c.add(LikelihoodRatio(plateOther, plateOthers/plateCount), "numbers %s and %s differ by one character", orderedPair(a, b)...)
		c.Relation = "one character apart"
	case slip(a, b):
		c.add(LikelihoodRatio(plateSlip, plateSlips*plateOthers/plateCount), "numbers %s and %s differ by an exchange or a lost character", orderedPair(a, b)...)
		c.Relation = "one slip apart"
	default:
		c.add(LikelihoodRatio(plateUnrelated, 1), "numbers %s and %s have nothing in common", orderedPair(a, b)...)
		return false
	}
	return true
}

// orderedPair returns two texts in order, so that a reason reads the same both ways.
func orderedPair(a, b string) []any {
	if b < a {
		a, b = b, a
	}
	return []any{a, b}
}

// plateDifference counts the places where two numbers differ by a look-alike
// and otherwise; numbers of two lengths differ everywhere.
func plateDifference(a, b string) (alike, others int) {
	if len(a) != len(b) {
		return 0, max(len(a), len(b))
	}
	for i := 0; i < len(a); i++ {
		switch {
		case a[i] == b[i]:
		case lookAlike(a[i], b[i]):
			alike++
		default:
			others++
		}
	}
	return alike, others
}

// lookAlikes holds the pairs of characters that plates are misread by.
const lookAlikes = "O0 I1 B8 S5 Z2 G6"

func lookAlike(a, b byte) bool {
	return strings.Contains(lookAlikes, string([]byte{a, b})) || strings.Contains(lookAlikes, string([]byte{b, a}))
}

// slip reports whether b is a with two neighbours exchanged or one character lost.
func slip(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b)+1 {
		return a[i+1:] == b[i:]
	}
	return len(a) == len(b) && i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// partialNumbers weighs two numbers of which one at least was not read whole,
// by the share of plates that agree with what was read of both.
func (c *Comparison) partialNumbers(a, b normalize.LicensePlate) bool {
	common, alike, ok := commonReading(a.Number, b.Number)
	names := orderedPair(a.Number, b.Number)
	if !ok {
		if strings.Contains(a.Number, "…") && strings.Contains(b.Number, "…") {
			c.add(0, "numbers %s and %s were read at two ends: they cannot be compared", names...)
		} else {
			c.add(LikelihoodRatio(plateUnrelated, 1), "what was read of %s and %s does not agree", names...)
		}
		return false
	}
	u := plateShare(normalize.LicensePlate{State: eitherState(a.State, b.State), Number: common})
	m := plateSame
	if alike > 0 {
		m, u = plateLookAlike, min(1, u*plateLookAlikes)
	}
	if u >= m {
		c.add(0, "what was read of %s and %s says too little", names...)
		return false
	}
	c.add(LikelihoodRatio(m, u), "what was read of %s and %s agrees, as 1 plate in %.0f does", append(names, 1/u)...)
	c.Relation = "partial plate fits"
	return true
}

// commonReading returns the characters that were read in both, ? elsewhere, and
// how many of them, one at the most, are look-alikes. It fails if they
// contradict each other or cannot be laid beside each other.
func commonReading(a, b string) (common string, alike int, ok bool) {
	if a == b {
		return a, 0, true
	}
	openA, openB := strings.Contains(a, "…"), strings.Contains(b, "…")
	switch {
	case openA && openB:
		return "", 0, false
	case openB:
		a, b = b, a
		fallthrough
	case openA:
		return fitOpen(a, b)
	}
	if len(a) != len(b) {
		if open, ok := looseEnd(a); ok && !strings.HasSuffix(b, "?") {
			return fitOpen(open, b)
		}
		if open, ok := looseEnd(b); ok && !strings.HasSuffix(a, "?") {
			return fitOpen(open, a)
		}
	}
	return overlay(a, b)
}

// looseEnd returns a number that ends with characters that were not read as one that is open
// there: who writes KAB1?? has rarely counted them.
func looseEnd(number string) (open string, ok bool) {
	part := strings.TrimRight(number, "?")
	return part + "…", part != "" && len(part) < len(number)
}

// fitOpen lays a number with open ends on one without.
func fitOpen(open, number string) (common string, alike int, ok bool) {
	part := strings.Trim(open, "…")
	room := len(number) - len(part)
	for before := 0; before <= room; before++ {
		if before > 0 && !strings.HasPrefix(open, "…") || before < room && !strings.HasSuffix(open, "…") {
			continue
		}
		filled := strings.Repeat("?", before) + part + strings.Repeat("?", room-before)
		if c, n, fits := overlay(filled, number); fits && (!ok || n < alike) {
			common, alike, ok = c, n, true
		}
	}
	return common, alike, ok
}

// overlay lays two numbers of one length on each other.
func overlay(a, b string) (common string, alike int, ok bool) {
	if len(a) != len(b) {
		return "", 0, false
	}
	both := []byte(a)
	for i := range both {
		switch {
		case a[i] == '?' || b[i] == '?':
			both[i] = '?'
		case a[i] == b[i]:
		case lookAlike(a[i], b[i]):
			alike++
			both[i] = max(a[i], b[i]) // the letter, whichever side has it
		default:
			return "", 0, false
		}
	}
	return string(both), alike, alike <= 1
}

// eitherState returns the state that one of two plates has, "" where they differ.
func eitherState(a, b string) string {
	switch {
	case a == b || b == "":
		return a
	case a == "":
		return b
	}
	return ""
}

// plateStates weighs the states of issue.
func (c *Comparison) plateStates(a, b string) {
	states := orderedPair(a, b)
	switch {
	case a == "" && b == "":
		c.add(0, "the state is missing on both")
	case a == "" || b == "":
		c.add(0, "the state is missing on one")
	case a != b:
		c.add(LikelihoodRatio(stateDiffers, stateUnrelated), "states %s and %s differ", states...)
	case a == homeState:
		c.add(LikelihoodRatio(stateAgrees, stateHome), "same state %s", a)
	default:
		c.add(LikelihoodRatio(stateAgrees, stateForeign), "same state %s", a)
	}
}

// homeState is the state whose plates a region's cases mostly have.
const homeState = "NY"

// plateSeries is how many plates one series has, the digits after three
// letters: states issue a series as a whole, one after the other.
const plateSeries = 1e4

// plateShare returns the chance that an unrelated plate agrees with what was
// read: the share of all forms that fit, and more where what fits is one
// series, for all of it is on the road.
func plateShare(p normalize.LicensePlate) float64 {
	fits, of := p.Fits()
	if of == 0 {
		return 1 / plateCount
	}
	return min(1, max(fits/of, min(max(fits, 1), plateSeries)/plateCount))
}

// plateU returns the chance that an unrelated plate has the key.
func plateU(p normalize.LicensePlate) float64 {
	if p.Partial {
		return plateShare(p)
	}
	return 1 / plateCount
}
