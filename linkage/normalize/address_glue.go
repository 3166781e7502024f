package normalize

import "strings"

// gluedWords are written against the number that follows: RR2, BOX152.
var gluedWords = map[string]bool{
	"RR": true, "HC": true, "RD": true, "RT": true, "RTE": true, "ROUTE": true, "BOX": true, "POB": true, "POBOX": true,
	"CR": true, "FM": true, "LT": true, "SR": true, "US": true, "I": true, "HWY": true, "MM": true, "EXIT": true, "CO": true, "NYS": true,
}

// runTogether returns where the first of several words that are written as one
// ends, or 0: AvenueRochester, NY14650, RR2, 1776Eastchester, NY-19.
func runTogether(raw, up string) int {
	letters, digits := 0, 0
	for letters < len(up) && !digitByte(up[letters]) && up[letters] != '-' {
		letters++
	}
	for digits < len(up) && digitByte(up[digits]) {
		digits++
	}
	switch {
	case letters > 0 && letters < len(up) && glued(up[:letters], up[letters:]),
		letters < len(up) && firmEnds(raw[:letters], up[letters:]):
		return letters
	case digits > 0:
		rest := up[digits:]
		if c := camel(raw); c > digits {
			return c
		}
		if len(rest) >= 3 && allLetters(rest) {
			return digits
		}
		if len(rest) == 2 && upperByte(raw[digits]) && lowerByte(raw[digits+1]) && !isOrdinalEnd(rest) {
			return digits // Route 69Le Roy
		}
	case letters == len(up) || letters > 0 && up[letters] == '-':
		c := camel(raw)
		if c < 2 {
			if n := len(up) - 1; n > 2 && upperByte(raw[n]) && lowerByte(raw[n-1]) && strings.IndexByte("NSEW", raw[n]) >= 0 {
				if w := lexicon[up[:n]]; w != nil && w.class&isRoadSuffix != 0 {
					return n // TurnpikeE
				}
			}
			return 0
		}
		left, right := lexicon[up[:c]], up[c:]
		if c2 := camel(raw[c:]); c2 > 0 {
			right = right[:c2]
		}
		if w := lexicon[right]; w != nil && w.class&isRoadSuffix != 0 && len(right) >= 4 {
			return c // CoffeyStreet
		}
		if c == 2 && upperByte(raw[1]) && stateByName[up[:2]] != "" {
			return c // NYCounty
		}
		if left != nil && left.class&(isRoadSuffix|isUnitAlone|isUnit|isDirection) != 0 && c > 1 ||
			stateByName[up[c:]] != "" && len(up)-c == 2 && upperByte(raw[c+1]) ||
			c >= 3 && upperByte(raw[c-1]) {
			return c
		}
	}
	return 0
}

// glued reports whether a number may follow the word without a space.
func glued(word, rest string) bool {
	hyphen := rest[0] == '-'
	if hyphen {
		rest = rest[1:]
	}
	if rest == "" || !digitByte(rest[0]) {
		return false
	}
	w := lexicon[word]
	switch {
	case gluedWords[word]:
		return true
	case w == nil:
		return false
	case w.class&isStateCode != 0:
		n := 0
		for n < len(rest) && digitByte(rest[n]) {
			n++
		}
		return n == 5 && !hyphen || n <= 3 && len(strings.TrimPrefix(rest[n:], "-")) <= 1 // NY14530, NY-19, NY-14-A
	}
	return w.class&isUnit != 0
}

// firmEnds reports whether a word is the last of a firm's name, against which
// the house number was written: Bank151, LLC2000, Inc133-60.
func firmEnds(word, number string) bool {
	if strings.Trim(number, "0123456789-") != "" || !digitByte(number[0]) || len(number) > 6 {
		return false
	}
	switch strings.ToUpper(word) {
	case "LLC", "LLP", "INC", "CORP", "LTD", "PC":
		return true
	}
	const letters, digits = 4, 2 // Workforce1 and Unit B12 are names
	if len(word) < letters || len(number) < digits || !upperByte(word[0]) {
		return false
	}
	for i := 1; i < len(word); i++ {
		if !lowerByte(word[i]) {
			return false
		}
	}
	return true
}

func allLetters(s string) bool {
	for i := 0; i < len(s); i++ {
		if digitByte(s[i]) || !wordByte(s[i]) {
			return false
		}
	}
	return true
}

// camel returns where a capital begins a second word inside s, or 0. Names such
// as McLean, DeKalb and O'Brien are one word.
func camel(s string) int {
	if len(s) > 4 && upperByte(s[0]) && upperByte(s[1]) && lowerByte(s[2]) {
		return 1 // Building KHorseheads
	}
	for i := 2; i+1 < len(s); i++ {
		if !upperByte(s[i]) || !wordByte(s[i-1]) || digitByte(s[i-1]) && !lowerByte(s[i+1]) {
			continue
		}
		if lowerByte(s[i-1]) || digitByte(s[i-1]) || upperByte(s[i-1]) && lowerByte(s[i+1]) {
			switch s[:i] {
			case "Mc", "MC", "Mac", "De", "Des", "Du", "La", "Le", "Van", "Von", "Di", "Da", "Del", "Fitz", "Jo", "San":
				continue
			}
			return i
		}
	}
	return 0
}
