package compare

import (
	"slices"
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
	wordInitial = 2.0 // J. for John
	wordsMerged = 1.5 // Good Will, Goodwill

	partBits = 12.0 // what names must share for one to be the other with a word more

	tradeBits = 8.0 // what a word of a trade has at the most: Labor LLC is no Ontario Labor

	lettersOfShort     = 4 // of an abbreviation: Roe is not short for Roebuck
	lettersCut         = 3 // the fewest that an abbreviation leaves out
	lettersOfShortWord = 5 // of a word that one letter makes another: Royal, Loyal

	maxWords = 24 // words of a name that are looked at
)

// compareNames compares two names word by word.
func compareNames(a, b []string) businessMatch {
	var m businessMatch
	a, b = joinBroken(a, b), joinBroken(b, a)
	a, b = content(a), content(b)
	if len(a) == 0 || len(b) == 0 {
		m.conflict = true
		return m
	}
	if singular(strings.Join(a, "")) == singular(strings.Join(b, "")) {
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

// maxBroken is the most words that are one word in the other name: De La Cruz.
const maxBroken = 3

// joinBroken returns a with neighbours joined that are one word of b: "tri county"
// where the other has "tricounty".
func joinBroken(a, b []string) []string {
	a, b = a[:min(len(a), maxWords)], b[:min(len(b), maxWords)]
	for from := 0; from+1 < len(a); from++ {
		for to := from + 2; to <= min(from+maxBroken, len(a)); to++ {
			if joined := strings.Join(a[from:to], ""); slices.Contains(b, joined) {
				rest := append([]string{joined}, a[to:]...)
				a = append(a[:from:from], rest...)
				break
			}
		}
	}
	return a
}

// content returns the words that are not function words, or all if there are no others.
func content(words []string) []string {
	words = words[:min(len(words), maxWords)]
	var kept []string
	for i, w := range words {
		initial := len(w) == 1 && i+1 < len(words) && (words[i+1][0] <= '9' || len(words[i+1]) == 1)
		if class, _ := normalize.BusinessWord(w); (class != normalize.WordFunction || initial) && w[0] != '#' {
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
	for _, limit := range [...]spelling{spelledSame, spelledNear, spelledAlike, spelledShort, spelledInitial} {
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
// one: numbers never are, and two words that are known are two words.
func similarWords(a, b string, s spelling) bool {
	if a[0] >= '0' && a[0] <= '9' || b[0] >= '0' && b[0] <= '9' {
		return false
	}
	if s == spelledShort && min(len(a), len(b)) < lettersOfShort {
		return false
	}
	if s == spelledInitial {
		return initialOf(a, b) || initialOf(b, a)
	}
	two := twoSurnames(a, b)
	a, b = singular(a), singular(b)
	if a == b {
		return true
	}
	if s == spelledShort && max(len(a), len(b))-min(len(a), len(b)) < lettersCut {
		return false // Kast is not short for Kastle
	}
	x, y := knowWord(a), knowWord(b)
	if x != wordUnknown && y != wordUnknown && (x == wordListed || y == wordListed) {
		return false
	}
	if s == spelledShort && (x == wordName || y == wordName) {
		return false // Smith is not short for Smithers
	}
	if two || a[0] != b[0] && x == wordName && y == wordName {
		return false // Hernandez, Fernandez
	}
	if least := min(len(a), len(b)); least <= lettersOfShortWord && (a[0] != b[0] || x == wordName && y == wordName) ||
		least < lettersOfShortWord && len(a) == len(b) && !sameLetters(a, b) {
		return false
	}
	return s != spelledAlike || x != wordListed && y != wordListed
}

// singular takes off the s of a plural or a possessive.
func singular(w string) string {
	if strings.HasSuffix(w, "ss") {
		return w
	}
	return strings.TrimSuffix(w, "s")
}

// slipsOfName is how many bearers a surname has for one who is written as a given other: a surname that is rarer than
// that beside another is more often a slip of it than a name of its own.
const slipsOfName = 100

// twoSurnames reports whether two words that are nearly the same are surnames of two families and not a slip of one:
// Wegner and Wagner, but not Johnson and Johnsen.
func twoSurnames(a, b string) bool {
	x, listed := normalize.SurnameShare(a)
	y, too := normalize.SurnameShare(b)
	return listed && too && a != b && max(x, y) < slipsOfName*min(x, y)
}

// initialOf reports whether a is the initial of a given name: J. Smith Trucking.
func initialOf(a, b string) bool {
	_, given := normalize.GivenShare(b)
	return len(a) == 1 && len(b) > 1 && a[0] == b[0] && given
}

// sameLetters reports whether two words have the same letters in another order.
func sameLetters(a, b string) bool {
	var count [256]int
	for i := range len(a) {
		count[a[i]]++
		count[b[i]]--
	}
	return count == [256]int{}
}

// A wordKnowledge says where a word of a name is known from.
type wordKnowledge uint8

const (
	wordUnknown wordKnowledge = iota
	wordName                  // a surname or a given name
	wordListed                // the table of business words
)

func knowWord(w string) wordKnowledge {
	if class, _ := normalize.BusinessWord(w); class != normalize.WordRare {
		return wordListed
	}
	if _, ok := normalize.SurnameShare(w); ok {
		return wordName
	}
	if _, ok := normalize.GivenShare(w); ok {
		return wordName
	}
	return wordUnknown
}

func wordLoss(s spelling) float64 {
	switch s {
	case spelledNear:
		return wordNear
	case spelledAlike:
		return wordAlike
	case spelledShort:
		return wordShort
	case spelledInitial:
		return wordInitial
	}
	return 0
}

// judgeRest weighs the words that only one of the names has, where they share words of so many bits.
func (m *businessMatch) judgeRest(a, b []string, shared float64) {
	if len(a) > 0 && len(b) > 0 && len(a)+len(b) > 2 && spell(strings.Join(a, ""), strings.Join(b, "")) <= spelledNear && letters(a) && letters(b) {
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
	case setsApart(a) || setsApart(b):
		m.conflict = true
		m.Relation = partOfOther
	case telling[0] && telling[1] || len(a) > 0 && len(b) > 0:
		m.conflict = true
		m.Relation = someWords
	case shared < partBits && (telling[0] || telling[1]), shared < tradeBits && loss != 0:
		m.conflict = true
		m.Relation = partOfOther
	}
}

// setsApart reports whether a word is among words that only one name has with
// which a second business is told from a first, East, New, Little, or one firm of a group from another: Trust, Capital.
func setsApart(words []string) bool {
	for i, w := range words {
		if w[0] <= '9' {
			return true // Perfect 10 Nails, Perfect Nails
		}
		if class, _ := normalize.BusinessWord(w); i+1 < len(words) && class != normalize.WordRare && isPlace(words[i+1]) {
			continue // New York, North Tonawanda
		}
		switch w {
		case "east", "west", "north", "south", "eastern", "western", "northern", "southern", "new", "old", "little", "big", "grand", "upper", "lower", "jr", "2nd":
			return true
		case "trust", "system", "international", "industry", "capital", "investment", "property", "realty", "leasing", "holding", "development":
			return true // an arm of a group
		}
	}
	return false
}

func isPlace(w string) bool {
	class, _ := normalize.BusinessWord(w)
	return class == normalize.WordPlace
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
