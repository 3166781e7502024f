package compare

import "strings"

// compareSwapped compares with the given name of a taken for its surname.
func compareSwapped(a, b *personParts) (personMatch, bool) {
	if a.given == "" || b.given == "" || len(a.surname) != 1 {
		return personMatch{}, false
	}
	turned := *a
	turned.given, turned.surname = a.surname[0], []string{a.given}
	m := compareParts(&turned, b)
	m.add(Bits(-orderLoss), "given name and surname change places")
	return m, true
}

// compareWords compares the names as sets of words, in whatever order.
func compareWords(a, b *personParts) (personMatch, bool) {
	x, y := a.words(), b.words()
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 2 || len(y) < 3 {
		return personMatch{}, false // two words are the business of compareSwapped
	}
	var m personMatch
	taken := make([]bool, len(y))
	bits := 0.0
	for _, w := range x {
		best, at := spelledDifferent, -1
		for i, v := range y {
			if s := spell(w, v); !taken[i] && s < best && s <= spelledAlike && (len(w) > 1 || s == spelledSame) {
				best, at = s, i
			}
		}
		if at < 0 {
			return m, false
		}
		taken[at] = true
		bits += min(givenBits(w), surnameBits(w)) - spellingLoss(best)
	}
	m.add(Bits(bits), "all words of one name stand in the other")
	m.add(Bits(-orderLoss-float64(len(y)-len(x))), "in another order, or with others between")
	return m, true
}

// compareJoined compares the names without the breaks between the words.
func compareJoined(a, b *personParts) (personMatch, bool) {
	x := strings.Join(a.words(), "")
	for _, y := range [...]string{strings.Join(b.words(), ""), strings.Join(append(append([]string{}, b.surname...), b.words()[:len(b.words())-len(b.surname)]...), "")} {
		s := spell(x, y)
		if s > spelledNear || len(x) < lettersForTwoSlips || len(a.words()) == len(b.words()) {
			continue
		}
		var m personMatch
		m.add(Bits(mostNameBits-spellingLoss(s)), "the names agree when the breaks between words are left out")
		return m, true
	}
	return personMatch{}, false
}

// compareAliases looks for a name that one has as its first and the other as another name.
func compareAliases(a, b *personParts) (personMatch, bool) {
	for _, pair := range [...][2]*personParts{{a, b}, {b, a}} {
		key := strings.Join(pair[0].surname, " ") + ", " + pair[0].given
		if contains(pair[1].aliases, key) {
			var m personMatch
			m.add(Bits(rarest(pair[0].surname)+givenBits(pair[0].given)-orderLoss), "the name of one is an alias of the other")
			return m, true
		}
	}
	return personMatch{}, false
}
