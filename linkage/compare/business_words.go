package compare

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// What a word weighs that only one of two names has, by its class, in bits. A
// name loses or gains a word of its trade easily; a rare word makes it another name.
const (
	lostTrade  = -2.5
	lostPlace  = -3.0
	lostNaming = -6.0
	lostRare   = -9.0
	lostNumber = -9.0

	wordNear    = 3.5 // what a slip costs
	wordAlike   = 5.0
	wordShort   = 4.0 // one word is the beginning of the other: an abbreviation
	wordsMerged = 1.5 // Good Will, Goodwill

	partBits = 12.0 // what names must share for one to be the other with a word more

	lettersOfShort = 4 // of an abbreviation: Roe is not short for Roebuck

	maxWords = 24 // words of a name that are looked at
)

// compareNames compares two names word by word.
func compareNames(a, b []string) businessMatch {
	var m businessMatch
	a, b = content(a), content(b)
	if len(a) == 0 || len(b) == 0 {
		m.conflict = true
		return m
	}
	if strings.Join(a, "") == strings.Join(b, "") {
		m.add(Bits(totalBits(a)), "same name")
		return m
	}
	if m.compareInitials(a, b) {
		return m
	}
	restA, restB := m.pairWords(a, b)
	m.judgeRest(restA, restB, m.Weight.Bits())
	return m
}

// content returns the words that are not function words, or all if there are no others.
func content(words []string) []string {
	words = words[:min(len(words), maxWords)]
	var kept []string
	for _, w := range words {
		if class, _ := normalize.BusinessWord(w); class != normalize.WordFunction && w[0] != '#' {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

func totalBits(words []string) float64 {
	bits := 0.0
	for _, w := range words {
		bits += wordBits(w)
	}
	return bits
}

// pairWords pairs each word of a with the word of b that it agrees with best, adds what that
// says, and returns the words that are left.
func (m *businessMatch) pairWords(a, b []string) (restA, restB []string) {
	taken := make([]bool, len(b))
	left := make([]string, 0, len(a))
	same, near := 0.0, 0.0
	for _, limit := range [...]spelling{spelledSame, spelledNear, spelledAlike, spelledShort} {
		left = left[:0]
		for _, w := range a {
			at := findWord(w, b, taken, limit)
			if at < 0 {
				left = append(left, w)
				continue
			}
			taken[at] = true
			bits := min(wordBits(w), wordBits(b[at])) - wordLoss(limit)
			if limit == spelledSame {
				same += bits
			} else {
				near += bits
			}
		}
		a = append([]string(nil), left...)
	}
	for i, w := range b {
		if !taken[i] {
			restB = append(restB, w)
		}
	}
	if same > 0 {
		m.add(Bits(same), "words in common")
	}
	if near != 0 {
		m.add(Bits(near), "words that are nearly the same")
	}
	return a, restB
}

// findWord returns the first free word of b that agrees with w in the given way.
func findWord(w string, b []string, taken []bool, way spelling) int {
	for i, v := range b {
		if taken[i] {
			continue
		}
		if s := spellWords(w, v); s == way && (s == spelledSame || similarWords(w, v, s)) {
			return i
		}
	}
	return -1
}

// spellWords is spell, for words that may have lost or gained the s of a plural or a possessive.
func spellWords(a, b string) spelling {
	s := spell(a, b)
	if s <= spelledNear {
		return s
	}
	return min(s, max(spelledNear, spell(strings.TrimSuffix(a, "s"), strings.TrimSuffix(b, "s"))))
}

// similarWords reports whether two words that are spelt nearly the same may be
// one: numbers never are, and two words of the tables are two words.
func similarWords(a, b string, s spelling) bool {
	if a[0] >= '0' && a[0] <= '9' || b[0] >= '0' && b[0] <= '9' {
		return false
	}
	if s == spelledShort && min(len(a), len(b)) < lettersOfShort {
		return false
	}
	x, _ := normalize.BusinessWord(a)
	y, _ := normalize.BusinessWord(b)
	if x != normalize.WordRare && y != normalize.WordRare {
		return strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s")
	}
	return s != spelledAlike || x == normalize.WordRare && y == normalize.WordRare
}

func wordLoss(s spelling) float64 {
	switch s {
	case spelledNear:
		return wordNear
	case spelledAlike:
		return wordAlike
	case spelledShort:
		return wordShort
	}
	return 0
}

// judgeRest weighs the words that only one of the names has, where they share words of so many bits.
func (m *businessMatch) judgeRest(a, b []string, shared float64) {
	if len(a) > 0 && len(b) > 0 && spell(strings.Join(a, ""), strings.Join(b, "")) <= spelledNear && letters(a) && letters(b) {
		m.add(Bits((totalBits(a)+totalBits(b))/2-wordsMerged-wordNear), "the other words agree when the breaks between them are left out")
		return
	}
	loss, telling := 0.0, [2]bool{}
	for side, words := range [...][]string{a, b} {
		for _, w := range words {
			bits, tells := lostWord(w)
			loss += bits
			telling[side] = telling[side] || tells
		}
	}
	if loss != 0 {
		m.add(Bits(loss), "words that only one has")
	}
	switch {
	case telling[0] && telling[1] || len(a) > 0 && len(b) > 0:
		m.conflict = true
		m.Relation = "some words in common"
	case shared < partBits && (telling[0] || telling[1]):
		m.conflict = true
		m.Relation = "one name is a part of the other"
	}
}

func letters(words []string) bool {
	for _, w := range words {
		if strings.ContainsAny(w, "0123456789") {
			return false
		}
	}
	return true
}

// lostWord returns what a word weighs that only one name has, and whether it tells names apart.
func lostWord(w string) (bits float64, tells bool) {
	if w[0] >= '0' && w[0] <= '9' {
		return lostNumber, true
	}
	switch class, _ := normalize.BusinessWord(w); class {
	case normalize.WordTrade:
		return lostTrade, false
	case normalize.WordPlace:
		return lostPlace, false
	case normalize.WordNaming:
		return lostNaming, true
	case normalize.WordFunction:
		return 0, false
	}
	return lostRare, true
}

// compareInitials adds a match when one name is the initials of the other: three words or more.
func (m *businessMatch) compareInitials(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	const least = 3 // two letters fit too many names
	if len(a) != 1 || len(b) < least || len(a[0]) != len(b) {
		return false
	}
	for i, w := range b {
		if w[0] != a[0][i] {
			return false
		}
	}
	m.add(Bits(letterBits*float64(len(b))-wordShort), "one name is the initials of the other")
	return true
}
