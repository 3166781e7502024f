package compare

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// compareSurnames weighs the surnames, of which a person may have two.
func (m *personMatch) compareSurnames(a, b *personParts) {
	x, y := strings.Join(a.surname, ""), strings.Join(b.surname, "")
	switch {
	case x == "" || y == "":
		m.partial = true
		return
	case x == y:
		m.add(Bits(rarest(a.surname)-sameLoss), "same surname")
		return
	}
	if s := spell(x, y); len(a.surname) == len(b.surname) || s == spelledNear {
		if m.similarSurnames(s, x, y) {
			return
		}
	}
	if bareParticle(x, y) || bareParticle(y, x) {
		m.add(Bits(min(surnameBits(x), surnameBits(y))-partLoss), "same surname, with and without its particle")
		return
	}
	if w, s := commonWord(a.surname, b.surname); w != "" {
		m.add(Bits(surnameBits(w)-partLoss-spellingLoss(s)), "one of the surnames in common")
		return
	}
	if w := maidenWord(a, b); w != "" {
		m.add(Bits(surnameBits(w)-partLoss-sameLoss), "the surname of one is the middle or maiden name of the other")
		return
	}
	m.conflict = true
	m.add(Bits(conflictBits), "surnames differ")
}

// particles are what stands before a surname and is often left out, closed up.
var particles = []string{"de", "dela", "delas", "delos", "del", "la", "van", "vande", "vander", "von", "di", "da", "dos", "al", "el", "bin", "ibn", "san"}

// bareParticle reports whether long is short with a particle before it.
func bareParticle(long, short string) bool {
	front, ok := strings.CutSuffix(long, short)
	return ok && len(short) > 2 && contains(particles, front)
}

// similarSurnames weighs surnames that are not spelt the same.
func (m *personMatch) similarSurnames(s spelling, x, y string) bool {
	bits := (surnameBits(x) + surnameBits(y)) / 2
	switch s {
	case spelledNear:
		if twoNames(normalize.SurnameShare, x, y) && !surnameVariants(x, y) {
			m.conflict = true
			m.add(Bits(bits-knownLoss), "two known surnames, though nearly spelt the same")
			return true
		}
		m.add(Bits(bits-nearLoss), "surnames a slip of the pen apart")
	case spelledAlike:
		m.add(Bits(bits-alikeLoss), "surnames sound alike")
	case spelledClose:
		if twoNames(normalize.SurnameShare, x, y) {
			return false
		}
		m.add(Bits(bits-closeLoss), "surnames a few slips of the pen apart")
	case spelledInitial:
		m.add(Bits(initialBits), "the surname of one is the initial of the other's")
	default:
		return false
	}
	return true
}

// surnameVariants reports whether two surnames are spellings of one: Smith and Smyth, Clark
// and Clarke, Field and Fields. Surnames vary in their vowels where given names change their bearer.
func surnameVariants(a, b string) bool {
	const shortest = 5 // Hall and Hill are two
	if min(len(a), len(b)) >= shortest && soundsAlike(a, b) {
		return true
	}
	a, b = strings.TrimSuffix(a, "s"), strings.TrimSuffix(b, "s")
	return strings.TrimSuffix(a, "e") == strings.TrimSuffix(b, "e")
}

// rarest returns the bits of the rarest of the words.
func rarest(surnames []string) float64 {
	most := 0.0
	for _, w := range surnames {
		most = max(most, surnameBits(w))
	}
	return most
}

// commonWord returns the word of a that agrees best with one of b.
func commonWord(a, b []string) (string, spelling) {
	best, word := spelledDifferent, ""
	for _, x := range a {
		for _, y := range b {
			if s := spell(x, y); len(x) > 1 && s < best && s <= spelledAlike {
				best, word = s, x
			}
		}
	}
	return word, best
}

// maidenWord returns a surname of one that the other bears as a middle or maiden name.
func maidenWord(a, b *personParts) string {
	for _, pair := range [...][2]*personParts{{a, b}, {b, a}} {
		for _, w := range pair[0].surname {
			for _, v := range [...][]string{pair[1].middle, pair[1].other} {
				for _, other := range v {
					if len(w) > 2 && spell(w, other) <= spelledNear {
						return w
					}
				}
			}
		}
	}
	return ""
}

// compareGiven weighs the first given names. It returns the words of the middle
// names that it has used up.
func (m *personMatch) compareGiven(a, b *personParts) (used string) {
	x, y := a.given, b.given
	if x == "" || y == "" {
		m.partial = true
		m.Relation = "same surname"
		return ""
	}
	bits := (givenBits(x) + givenBits(y)) / 2
	s := spell(x, y)
	switch {
	case s == spelledSame:
		if len(x) == 1 {
			m.add(Bits(initialBits), "same initial")
			return ""
		}
		m.add(Bits(bits-sameLoss), "same given name")
	case s == spelledInitial:
		m.add(Bits(initialBits-1), "the given name of one is the initial of the other's")
	case nicknameOf(x, y) || contains(a.other, y) || contains(b.other, x):
		m.add(Bits(min(givenBits(x), givenBits(y))-nicknameLoss), "given names used for one another")
	case s == spelledNear && twoNames(normalize.GivenShare, x, y):
		m.conflict = true
		m.add(Bits(bits-knownLoss), "two known given names, though nearly spelt the same")
	case s == spelledNear:
		m.add(Bits(bits-nearLoss), "given names a slip of the pen apart")
	case s == spelledAlike && !twoNames(normalize.GivenShare, x, y):
		m.add(Bits(bits-alikeLoss), "given names sound alike")
	case s == spelledClose && !twoNames(normalize.GivenShare, x, y):
		m.add(Bits(bits-closeLoss), "given names a few slips of the pen apart")
	case s == spelledShort:
		m.add(Bits(bits-shortLoss), "one given name short for the other")
	default:
		return m.compareCallName(a, b)
	}
	return ""
}

func contains(list []string, w string) bool {
	for _, have := range list {
		if have == w {
			return true
		}
	}
	return false
}

// compareCallName looks for a person who goes by a middle name, or by both in one word or initials.
func (m *personMatch) compareCallName(a, b *personParts) (used string) {
	for _, pair := range [...][2]*personParts{{a, b}, {b, a}} {
		x, y := pair[0], pair[1]
		for _, w := range y.middle {
			if len(w) > 1 && (spell(x.given, w) <= spelledNear || nicknameOf(x.given, w)) {
				m.add(Bits(givenBits(w)-orderLoss-nicknameLoss), "the given name of one is a middle name of the other")
				return w
			}
		}
		if x.given == initials(y) || len(y.middle) > 0 && x.given == y.given+y.middle[0] {
			m.add(Bits(2*initialBits), "the given names of one stand for the other's two")
			return y.middle[0]
		}
	}
	m.conflict = true
	m.add(Bits(conflictBits), "given names differ")
	return ""
}

// initials returns the initials of the given and the first middle name.
func initials(p *personParts) string {
	if p.given == "" || len(p.middle) == 0 {
		return "?"
	}
	return p.given[:1] + p.middle[0][:1]
}

// compareMiddle weighs the other given names, where both have one besides what compareGiven used.
func (m *personMatch) compareMiddle(a, b *personParts, used string) {
	x, y := without(a.middle, used), without(b.middle, used)
	if len(x) == 0 || len(y) == 0 {
		return
	}
	best := spelledDifferent
	for _, v := range x {
		for _, w := range y {
			best = min(best, spell(v, w))
			if nicknameOf(v, w) {
				best = min(best, spelledNear)
			}
		}
	}
	switch best {
	case spelledSame, spelledNear, spelledAlike, spelledShort:
		m.add(Bits(middleBits), "middle names agree")
	case spelledInitial:
		m.add(Bits(initialBits), "middle initials agree")
	default:
		m.conflict = true
		m.add(Bits(middleOther), "middle names differ")
	}
}

func without(list []string, w string) []string {
	if w == "" {
		return list
	}
	var kept []string
	for _, have := range list {
		if have != w {
			kept = append(kept, have)
		}
	}
	return kept
}
