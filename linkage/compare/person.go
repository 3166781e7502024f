package compare

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// sameName is the weight from which two names, if nothing in them conflicts, may mean one person.
const sameName = 5.0

// sameBorn is the weight from which one name in common and the date of birth mean
// one person: both, and no less than a name that one in thirty bears.
const sameBorn = bornSame + 5.0

// People compares two names of people: surnames, given names, the names between
// them, suffixes, other names and dates of birth.
//
// Agreement weighs by the rarity of the name in the US Census. Names agree also as
// nicknames, initials, by sound, with a slip of the pen, in another order and as
// one of two surnames. Same says that names and dates could well be one
// person's: of common names that is no proof, and Weight says so.
func People(a, b normalize.PersonName) Comparison {
	if a.NameKey() == "" || b.NameKey() == "" {
		return Comparison{}
	}
	if strings.Compare(a.Key(), b.Key()) > 0 {
		a, b = b, a // the result must not depend on the order
	}
	x, y := partsOf(a), partsOf(b)
	best := compareParts(&x, &y)
	if !best.fits() {
		for _, try := range [...]func(x, y *personParts) (personMatch, bool){compareSwapped, compareWords, compareJoined, compareAliases} {
			if m, ok := try(&x, &y); ok && (m.fits() && !best.fits() || m.fits() == best.fits() && m.Weight > best.Weight) {
				best = m
			}
		}
	}
	names := best.Weight
	best.compareSuffix(a.Suffix, b.Suffix)
	best.compareBorn(a.Born, b.Born)
	best.Same = best.fits() && names >= Bits(sameName) || !best.conflict && names > 0 && best.Weight >= Bits(sameBorn)
	if best.Same {
		best.Relation = ""
	}
	return best.Comparison
}

// personParts are the words of a name, in plain letters.
type personParts struct {
	given   string
	middle  []string
	surname []string
	other   []string // maiden name and nickname
	aliases []string // whole names, "surname, given"
	lone    bool     // a single word: given is empty
}

func partsOf(p normalize.PersonName) personParts {
	x := personParts{
		given:   p.GivenKey(),
		middle:  firstWords(p.MiddleKey()),
		surname: firstWords(p.SurnameKey()),
		aliases: p.Keys()[1:],
	}
	x.lone = x.given == "" && len(x.surname) == 1
	x.other = append(x.other, otherWords(p.Nickname)...)
	x.other = append(x.other, otherWords(p.Maiden)...)
	return x
}

// firstWords returns the words of a part of a name, of which a person has a few.
func firstWords(s string) []string {
	const most = 8
	words := strings.Fields(s)
	return words[:min(len(words), most)]
}

// otherWords returns the words of a nickname or maiden name in plain letters.
func otherWords(s string) []string {
	if s == "" {
		return nil
	}
	p, err := normalize.Person(s)
	if err != nil {
		return nil
	}
	return firstWords(p.GivenKey() + " " + p.MiddleKey() + " " + p.SurnameKey())
}

// words returns all words of the name, given names first.
func (p *personParts) words() []string {
	words := make([]string, 0, 1+len(p.middle)+len(p.surname))
	if p.given != "" {
		words = append(words, p.given)
	}
	return append(append(words, p.middle...), p.surname...)
}

// personMatch is a comparison of two names under way.
type personMatch struct {
	Comparison
	conflict bool // something in them cannot be one person's
	partial  bool // a part that would be needed is missing
}

// fits reports whether nothing speaks against one person.
func (m *personMatch) fits() bool { return !m.conflict && !m.partial }

// compareParts compares two names part by part.
func compareParts(a, b *personParts) personMatch {
	var m personMatch
	if a.lone != b.lone {
		m.compareLone(a, b)
		return m
	}
	m.compareSurnames(a, b)
	if a.given == "" && b.given == "" {
		return m
	}
	used := m.compareGiven(a, b)
	m.compareMiddle(a, b, used)
	return m
}

// compareLone compares a name of one word with a whole name: it may be any of its words.
func (m *personMatch) compareLone(a, b *personParts) {
	if b.lone {
		a, b = b, a
	}
	lone := a.surname[0]
	m.partial = true
	for _, w := range b.words() {
		if s := spell(lone, w); s <= spelledNear && len(w) > 1 {
			m.Relation = "one name in common"
			m.add(Bits(max(0, min(surnameBits(w), givenBits(w))-partLoss-spellingLoss(s))), "one name in common, the other has only one")
			return
		}
	}
	m.conflict = true
	m.add(Bits(conflictBits), "no name in common")
}

// compareSuffix weighs Jr, Sr and the like.
func (m *personMatch) compareSuffix(a, b string) {
	switch {
	case a == "" || b == "":
	case a == b:
		m.add(Bits(suffixSame), "both are %s", a)
	default:
		m.conflict = true
		m.Relation = "relatives, by their suffixes"
		m.add(Bits(suffixOther), "suffixes differ: father and son, perhaps")
	}
}
