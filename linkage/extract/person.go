package extract

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// maxNameWords is how many words a person's name in running text has at most.
const maxNameWords = 4

// people finds names that the text introduces: by a role ("suspect Ray
// Dellman"), a title, or "named", "known as", "a/k/a".
func (x *finder) people() {
	for i := range x.words {
		w := &x.words[i]
		switch {
		case w.tag&tagRole != 0 && !w.owns:
			x.personAfter(x.skipTitle(i+1), w.value, "role before the name")
		case w.tag&tagTitle != 0 && w.capital && !x.is(i-1, tagRole):
			x.personAfter(i+1, "", "title")
		case w.tag&tagIntro != 0:
			x.introduced(i)
		case w.end-w.start == 1 && x.slashedAKA(i):
			x.alias(i, i+3)
		}
	}
}

func (x *finder) skipTitle(k int) int {
	if x.is(k, tagTitle) && x.words[k].brk == brkBlank {
		return k + 1
	}
	return k
}

// introduced takes the name after "named", "known as", "goes by", "a/k/a" at word i.
func (x *finder) introduced(i int) {
	k := i + 1
	switch word := x.lower(i); word {
	case "aka", "a.k.a", "alias":
		x.alias(i, k)
		return
	case "known", "identified":
		if !x.wordIs(k, "as") && !x.wordIs(k, "only") {
			return
		}
		for x.wordIs(k, "as") || x.wordIs(k, "only") || x.wordIs(k, "the") {
			k++
		}
	case "goes":
		if !x.wordIs(k, "by") {
			return
		}
		k++
		for x.wordIs(k, "the") || x.wordIs(k, "name") || x.wordIs(k, "of") {
			k++
		}
	case "called", "introduced":
		if x.wordIs(k, "himself") || x.wordIs(k, "herself") {
			k++
		}
		if word == "introduced" && x.wordIs(k, "as") {
			k++
		} else if word == "introduced" || k == i+1 {
			return // "called Ray" rings him up
		}
	}
	x.personAfter(k, x.roleNear(i), "introduced")
}

// slashedAKA reports whether words i to i+3 are "a/k/a".
func (x *finder) slashedAKA(i int) bool {
	return i+2 < len(x.words) && strings.EqualFold(x.textOf(i, i+3), "a/k/a")
}

// alias takes the names before and after "a/k/a", which is words i to k.
func (x *finder) alias(i, k int) {
	role := x.roleNear(i)
	from := i
	for from > 0 && i-from < maxNameWords && x.nameWord(from-1, true) && (from == i || x.text[x.words[from-1].end:x.words[from].start] == " ") {
		from--
	}
	if i-from >= 2 && !x.covered(from, i, overPerson) {
		x.nameAt(from, role, "before an alias")
	}
	x.personAfter(k, role, "alias")
}

// roleNear returns the role that the words before word i in its sentence give, "" if none.
func (x *finder) roleNear(i int) string {
	for k := i; k >= 0 && i-k <= 6; k-- {
		if x.words[k].tag&tagRole != 0 {
			return x.words[k].value
		}
		if x.words[k].brk >= brkPeriod {
			break
		}
	}
	return ""
}

// personAfter takes the name that starts at word k, right after what introduces it.
func (x *finder) personAfter(k int, role, rule string) {
	if x.wordIs(k, "named") {
		k++
	}
	if k < len(x.words) && x.words[k].brk == brkPeriod && x.is(k-1, tagTitle|tagIntro) {
		x.words[k].brk = brkBlank // "Mr. Smith": no sentence ends here
	}
	if k >= len(x.words) || x.words[k].brk > brkMark || k > 0 && x.words[k].brk == brkMark && strings.ContainsAny(x.text[x.words[k-1].end:x.words[k].start], "/-") {
		return
	}
	x.nameAt(k, role, rule)
}

// nameAt takes the name whose first word is word k.
func (x *finder) nameAt(k int, role, rule string) {
	to := k
	full := 0
	for to < len(x.words) && to-k < maxNameWords && x.nameWord(to, to == k) {
		if x.words[to].end-x.words[to].start > 1 {
			full++
		}
		to++
	}
	if full == 1 && x.words[k].upper && to < len(x.words) && x.text[x.words[to-1].end:x.words[to].start] == ", " && x.nameWord(to, true) && !x.words[to].upper {
		to++ // "DELLMAN, Ray"
		full++
	}
	for to > k && (x.words[to-1].owns || x.is(to-1, tagLink)) && to-k > 1 && !x.words[to-1].capital {
		to--
	}
	if full == 0 || x.covered(k, to, overBusiness|overPlate|overAddress) {
		return
	}
	confidence := named
	if full == 1 {
		confidence = guessed
	}
	if x.words[k].upper && full == 1 && x.words[k].end-x.words[k].start < 3 {
		return
	}
	start, end := x.words[k].start, x.words[to-1].end
	if x.words[to-1].owns {
		end = x.words[k].start + len(trimPossessive(x.text[start:end]))
	}
	p, err := normalize.Person(x.text[start:end])
	if m := x.add(p, err, start, end, confidence, rule); m != nil {
		m.Role = role
		m.VictimSaid = role == victim
	}
}

const victim = "victim"

// nameWord reports whether word k can be a part of a person's name.
func (x *finder) nameWord(k int, first bool) bool {
	w := &x.words[k]
	if w.digit || w.tag&(tagRole|tagLegal) != 0 && w.tag&tagCity == 0 {
		return false
	}
	if !first {
		between := x.text[x.words[k-1].end:w.start]
		quoted := strings.Trim(between, ` "“”'()`) == ""
		initial := between == ". " && x.words[k-1].end-x.words[k-1].start == 1
		suffix := between == ", " && (x.wordIs(k, "jr") || x.wordIs(k, "sr"))
		if !quoted && !initial && !suffix || x.words[k-1].owns {
			return false
		}
		switch x.lower(k) {
		case "de", "la", "del", "van", "von", "da", "dos", "el", "al", "di":
			return k+1 < len(x.words) && x.words[k+1].capital && x.words[k+1].tag&tagNotName == 0
		}
	}
	if !w.capital || w.end-w.start == 1 && first {
		return false
	}
	return w.tag&(tagNotName|tagPlatform|tagPlate|tagVIN|tagContact) == 0 || w.tag&tagNotName != 0 && isGivenName(x.lower(k))
}

// isGivenName has the given names that are ordinary words too.
func isGivenName(lower string) bool {
	switch lower {
	case "april", "may", "june", "august", "will", "mark":
		return true
	}
	return false
}
