package extract

import (
	"sort"

	"github.com/tflink/tflink/linkage/normalize"
)

const (
	ownerReach   = 10 // words before a contact detail in which its owner is looked for
	pronounReach = 25 // words before "her number" in which she is looked for
	afterReach   = 4  // words after a detail: "(victim)", "is the victim's cell"
)

// roles settles whose each contact detail is, where the text says so: "victim's
// phone 585-…", "suspect can be reached at …", "her number", "… (victim)".
func (x *finder) roles() {
	for i := range x.mentions {
		m := &x.mentions[i]
		if m.Role != "" || m.Kind == normalize.KindPerson || m.Kind == normalize.KindBusiness {
			continue
		}
		m.Role = x.owner(m)
		m.VictimSaid = m.Role == victim
	}
}

// owner returns the role of the person whose the detail is said to be, "" if
// the text does not say.
func (x *finder) owner(m *Mention) string {
	at := sort.Search(len(x.words), func(k int) bool { return x.words[k].start >= m.Start })
	if role := x.ownerBefore(at); role != "" {
		return role
	}
	end := sort.Search(len(x.words), func(k int) bool { return x.words[k].start >= m.End })
	return x.ownerAfter(end, m.End)
}

// ownerBefore reads backwards from word at over words that lie between
// somebody and what is theirs.
func (x *finder) ownerBefore(at int) string {
	contact := false
	for k := at - 1; k >= 0 && at-k <= ownerReach; k-- {
		w := &x.words[k]
		if k+1 < len(x.words) && x.words[k+1].brk >= brkSentence && k+1 <= at && !x.colonOnly(k) {
			return ""
		}
		if k+1 < at && x.words[k+1].brk == brkPeriod {
			return ""
		}
		switch {
		case w.tag&tagPronoun != 0 && contact:
			return x.lastPerson(k)
		case w.tag&tagRole != 0:
			if w.owns || contact || k == at-1 || x.reaches(k, at) {
				return w.value
			}
			return ""
		case w.tag&tagContact != 0:
			contact = true
		case w.tag&(tagLink|tagFiller|tagColor|tagMake|tagBody|tagState) != 0, w.capital, w.digit:
		default:
			return ""
		}
	}
	return ""
}

// colonOnly reports whether a line break is all that lies after word k.
func (x *finder) colonOnly(k int) bool {
	for _, c := range []byte(x.text[x.words[k].end:x.words[k+1].start]) {
		if c == ':' {
			return true
		}
	}
	return false
}

// reaches reports whether the words after the person at word k say that what
// follows is theirs: "victim lives at", "suspect can be reached at".
func (x *finder) reaches(k, at int) bool {
	for j := k + 1; j < at; j++ {
		switch x.lower(j) {
		case "reached", "reach", "lives", "living", "resides", "residing", "resident", "registered", "staying", "uses", "using", "gave", "provided", "of", "has", "had":
			return true
		}
	}
	return at-k == 2 && x.words[k+1].capital || at == k+1
}

// lastPerson returns the role of the last person of whom the words before k speak.
func (x *finder) lastPerson(k int) string {
	for j := k - 1; j >= 0 && k-j <= pronounReach; j-- {
		if x.words[j].tag&tagRole != 0 {
			return x.words[j].value
		}
	}
	return ""
}

// ownerAfter reads "(victim)", "is the victim's cell", "belongs to the suspect" from word k on.
func (x *finder) ownerAfter(k, from int) string {
	if k < len(x.words) && x.words[k].tag&tagRole != 0 && from < len(x.text) && x.opens(from, x.words[k].start) {
		return x.words[k].value
	}
	verb := false
	for j := k; j < len(x.words) && j-k < afterReach; j++ {
		w := &x.words[j]
		if w.brk >= brkMark {
			return ""
		}
		switch x.lower(j) {
		case "is", "was", "belongs", "belonging", "registered":
			verb = true
			continue
		case "the", "to", "a", "also":
			continue
		}
		if verb && w.tag&tagRole != 0 && (w.owns || x.wordIs(j-1, "to") || x.wordIs(j-2, "to")) {
			return w.value
		}
		return ""
	}
	return ""
}

// opens reports whether a parenthesis opens between two bytes.
func (x *finder) opens(from, to int) bool {
	for _, c := range []byte(x.text[from:to]) {
		if c == '(' {
			return true
		}
	}
	return false
}
