package compare

import (
	"math"

	"github.com/tflink/tflink/linkage/normalize"
)

// What agreement and disagreement in a part of a name weigh, in bits. Agreement
// weighs log2 of one over the name's share of the people, less the loss of its
// kind: log2 of how much seldomer one person's names agree in this way, and how
// much more often two people's do.
const (
	mostNameBits = 16.0 // the rarest: the Census lists names down to two in 100,000

	sameLoss     = 0.2 // a name is written the same twice in seven of eight pairs
	nearLoss     = 3.5 // one pair in ten has a slip, and other names are a slip away
	nicknameLoss = 2.5
	alikeLoss    = 4.5
	shortLoss    = 4.0
	closeLoss    = 7.0
	knownLoss    = 9.0 // the slip turns one common name into another: Maria, Mario
	partLoss     = 2.5 // one of two surnames, the maiden name
	orderLoss    = 2.0 // surname first, the middle name as the first

	initialBits  = 3.0  // names begin with ten letters, by and large
	middleBits   = 4.0  // middle names are few and common
	conflictBits = -7.0 // one person has two unlike names in one record pair of a hundred
	middleOther  = -5.0
	suffixSame   = 2.0
	suffixOther  = -6.0
)

// knownShare is the share above which a name is so common that it is rather
// another name than a misspelt one.
const knownShare = 3e-5

// surnameBits returns how much it says that two people share a surname.
func surnameBits(name string) float64 {
	share, _ := normalize.SurnameShare(name)
	return math.Min(mostNameBits, -math.Log2(share))
}

// givenBits returns how much it says that two people share a given name.
func givenBits(name string) float64 {
	share, _ := normalize.GivenShare(name)
	return math.Min(mostNameBits, -math.Log2(share))
}

// spellingLoss returns what a weaker kind of agreement costs.
func spellingLoss(s spelling) float64 {
	switch s {
	case spelledSame:
		return sameLoss
	case spelledNear:
		return nearLoss
	case spelledAlike:
		return alikeLoss
	case spelledClose:
		return closeLoss
	}
	return shortLoss
}

// twoNames reports whether two words that are nearly spelt the same are two common names
// of a kind, and no spellings of one: Mario and Maria, but not Kristin and Kristen.
func twoNames(share func(string) (float64, bool), a, b string) bool {
	x, _ := share(a)
	y, _ := share(b)
	if x < knownShare || y < knownShare {
		return false
	}
	const lettersForOneName = 5 // Joan, John, Jean and June sound alike without their vowels
	return !(min(len(a), len(b)) >= lettersForOneName && a[len(a)-1] == b[len(b)-1] && soundsAlike(a, b))
}

// loneShare returns the share of people who are called by one word alone. It is whichever it is more often, a given
// name or a surname. Nicknames and names for work come from a small stock, and names from abroad are rarer among the people of
// the table than among those of cases: so a given name is taken for more frequent than in the table, and one that no table
// has not for rare. These are judgements: nobody has counted them.
func loneShare(w string) float64 {
	const (
		stock    = 16.0 // times as frequent as in the table
		unlisted = 1.0 / 200
	)
	given, isGiven := normalize.GivenShare(w)
	surname, isSurname := normalize.SurnameShare(w)
	switch {
	case isGiven && isSurname:
		return min(1, max(given*stock, surname))
	case isGiven:
		return min(1, given*stock)
	case isSurname:
		return surname
	}
	return unlisted
}

// personU returns the chance that an unrelated person has this name (and date of birth).
func personU(p normalize.PersonName) float64 {
	// together: given names and surnames come in families and peoples, so that a pair of them is
	// more common than the product of their shares. people: no name is rarer than one in the region.
	const (
		together = 3.0
		people   = 1e7
		years    = 50 // in which the people of the cases were born, nearly all
	)
	x := partsOf(p)
	u := 1.0
	for i, w := range x.surname {
		share, _ := normalize.SurnameShare(w)
		if i > 0 {
			share = math.Max(share*10, 1e-3) // of those who have the first
		} else if x.given == "" && len(x.surname) == 1 {
			share = loneShare(w)
		}
		u *= share
	}
	switch {
	case x.given == "":
	case len(x.given) == 1:
		u *= math.Exp2(-initialBits)
	default:
		share, _ := normalize.GivenShare(x.given)
		u *= share * together
	}
	u = math.Max(u, 1/people)
	if p.Born != 0 {
		u /= years
		if p.Born.Time().YearDay() != 1 {
			u /= 365
		}
	}
	return math.Min(1, u)
}
