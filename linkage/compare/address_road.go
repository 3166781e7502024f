package compare

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// roadAgreement compares two roads by their parts, and says what is taken off where
// they agree but for a missing part or a typing error.
func roadAgreement(a, b normalize.PostalAddress) (penalty Weight, how agreement) {
	if a.StreetKey() == b.StreetKey() {
		return 0, agree
	}
	if isThruway(a.StreetKey(), b.StreetKey()) || isThruway(b.StreetKey(), a.StreetKey()) {
		return penaltyNoSuffix, agree
	}
	if penalty, how := crossingAgreement(a.StreetKey(), b.StreetKey()); how != missing {
		return penalty, how
	}
	ra, rb := splitRoad(a), splitRoad(b)
	if ra.name != rb.name && ra.runTogether() == rb.runTogether() && ra.suffix == rb.suffix {
		return penaltyNoSuffix, agree // N Shore Rd and Northshore Rd
	}
	switch {
	case ra.name == rb.name:
	case ra.suffix != "" && rb.name == a.BareStreetKey():
		ra.suffix = "" // Chestnut Ridge and Chestnut Ridge Rd
	case rb.suffix != "" && ra.name == b.BareStreetKey():
		rb.suffix = ""
	case alike(ra.name, rb.name) && letterOf(a.Street) == letterOf(b.Street):
		penalty += penaltyTypo
	default:
		return 0, conflict
	}
	switch parts(ra.suffix, rb.suffix) {
	case conflict:
		return 0, conflict
	case missing:
		if ra.suffix != rb.suffix {
			penalty += penaltyNoSuffix
		}
	}
	switch parts(ra.direction, rb.direction) {
	case conflict:
		return 0, conflict
	case missing:
		if ra.direction != rb.direction {
			penalty += penaltyNoDirection
		}
	}
	return penalty, agree
}

// isThruway reports whether a is the New York State Thruway by name and b the
// interstate that it is.
func isThruway(a, b string) bool {
	return (a == "THWY" || a == "THRUWAY") && (b == "I 90" || b == "I 87" || b == "THWY" || b == "THRUWAY")
}

// crossingAgreement compares two crossings road by road: "Main & Center" leaves the
// suffixes out. The answer is missing where one is no crossing.
func crossingAgreement(a, b string) (penalty Weight, how agreement) {
	a1, a2, okA := strings.Cut(a, " & ")
	b1, b2, okB := strings.Cut(b, " & ")
	if !okA || !okB {
		return 0, missing
	}
	for _, pair := range [2][2]string{{a1, b1}, {a2, b2}} {
		nameA, suffixA, _ := strings.Cut(pair[0], " ")
		nameB, suffixB, _ := strings.Cut(pair[1], " ")
		switch {
		case nameA != nameB || parts(suffixA, suffixB) == conflict:
			return 0, conflict
		case suffixA != suffixB:
			penalty += penaltyNoSuffix / 2
		}
	}
	return penalty, agree
}

type roadParts struct{ name, suffix, direction string }

// directionWords are the single directions written out.
var directionWords = map[string]string{"N": "NORTH", "S": "SOUTH", "E": "EAST", "W": "WEST"}

// runTogether returns the name with its direction before it, as one word.
func (r roadParts) runTogether() string { return directionWords[r.direction] + r.name }

// splitRoad takes a road's key apart: the name, then suffix and directions.
func splitRoad(a normalize.PostalAddress) roadParts {
	var r roadParts
	key := a.StreetKey()
	for _, d := range []string{a.Postdirectional, a.Predirectional} {
		if rest, ok := strings.CutSuffix(key, " "+d); ok && d != "" {
			key = rest
			r.direction += d
		}
	}
	if suffix := strings.ToUpper(a.Suffix); suffix != "" {
		if rest, ok := strings.CutSuffix(key, " "+suffix); ok {
			key, r.suffix = rest, suffix
		}
	}
	r.name = key
	return r
}

// letterOf returns the single letter in which a street's name ends, "" for others: Avenue B
// and Avenue C are two streets, not one with a typing error.
func letterOf(street string) string {
	if n := len(street); n > 2 && street[n-2] == ' ' {
		return street[n-1:]
	}
	return ""
}

// alike reports whether two names of six letters or more differ in one typing
// error: a letter more, less, other or two exchanged, digits apart.
func alike(a, b string) bool {
	const least = 6 // shorter roads differ in one letter: Elm and Elk, Oak and Ash
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < least || len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	j, k := len(a), len(b)
	for j > i && k > i && a[j-1] == b[k-1] {
		j--
		k--
	}
	if hasDigit(a[i:j]) || hasDigit(b[i:k]) {
		return false
	}
	exchanged := j-i == 2 && k-i == 2 && a[i] == b[i+1] && a[i+1] == b[i]
	return j-i <= 1 && k-i <= 1 || exchanged
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// commonRoads are the names that most towns have, by the Census Bureau's count of
// street names of 1993: second to fourth streets, Main, Oak, Park and their like.
var commonRoads = map[string]bool{
	"MAIN": true, "CHURCH": true, "MAPLE": true, "OAK": true, "PARK": true, "ELM": true, "WASHINGTON": true, "CENTER": true, "PINE": true, "MILL": true,
	"HIGH": true, "SCHOOL": true, "LAKE": true, "HILL": true, "WALNUT": true, "SPRING": true, "NORTH": true, "SOUTH": true, "WATER": true, "UNION": true,
	"1ST": true, "2ND": true, "3RD": true, "4TH": true, "5TH": true, "6TH": true, "7TH": true, "8TH": true, "BROADWAY": true, "RIVER": true, "STATE": true, "COURT": true,
}

func roadU(road string) float64 {
	name, _, _ := strings.Cut(road, " ")
	if commonRoads[name] {
		return uCommonRoad
	}
	return uRoad
}
