package linkage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tflink/tflink/linkage/normalize"
)

// adultAge is the age from which a person is no minor.
const adultAge = 18

// suppressVictims takes out of the network what is recorded of victims and
// minors. A victim is not a node: neither the person nor the contact details
// recorded as theirs are linked on, indexed, drawn or exported.
//
// Suppression is per mention: a number that stands elsewhere as a suspect's
// links from there. What a narrative mentions is left out where the same value is
// recorded as a victim's in the same case, and a name where it is a part of a victim's.
func (n *Network) suppressVictims() {
	person := n.kindIndex(normalize.KindPerson)
	if n.edge != nil {
		n.lastDay = n.edge.b.t.lastDay
	}
	for c := range n.cases {
		n.lastDay = max(n.lastDay, n.cases[c].to)
	}
	kept := n.mentions[:0]
	offsets := make([]int32, len(n.caseMent))
	for c := range n.cases {
		own := n.mentionsOf(int32(c))
		day := n.cases[c].from
		if day == 0 {
			day = n.lastDay // of an undated case nobody knows more than when the data ends
			n.noteAges(own)
		}
		hidden := n.hiddenSubjects(own, day)
		var secret map[int32]bool // of the few cases that withhold something
		var names map[string]bool
		for i := range own {
			if m := &own[i]; m.flags&flagInText == 0 && n.withheld(m, day, hidden) {
				if secret == nil {
					secret, names = map[int32]bool{}, map[string]bool{}
				}
				secret[m.entity] = true
				if e := n.entities.key(m.entity); e.kind == person {
					for _, w := range nameWords(e.key) {
						names[w] = true
					}
				}
			}
		}
		before := n.suppressed
		for i := range own {
			m := own[i]
			if n.withheld(&m, day, hidden) || m.flags&flagInText != 0 && (secret[m.entity] || n.entities.kind(m.entity) == person && saysOnly(n.entities.key(m.entity).key, names)) {
				if m.flags&flagFacet == 0 {
					if n.entities.kind(m.entity) == person {
						n.suppressed.People++
					} else {
						n.suppressed.Contacts++
					}
				}
				continue
			}
			kept = append(kept, m)
		}
		if n.suppressed != before {
			n.suppressed.Cases++
		}
		offsets[c+1] = int32(len(kept))
	}
	n.mentions, n.caseMent = kept, offsets
}

// noteAges notes the first later day from which somebody in an undated case would be an adult or, recorded as
// born after all else that is known, a minor.
func (n *Network) noteAges(mentions []mentionRow) {
	for i := range mentions {
		born := n.more[mentions[i].more].born
		if born == 0 || n.more[mentions[i].more].date != 0 {
			continue
		}
		for _, day := range [...]normalize.Day{born, adultFrom(born)} {
			if day > n.lastDay && (n.nextAge == 0 || day < n.nextAge) {
				n.nextAge = day
			}
		}
	}
}

// nameWords returns the words of a person's key.
func nameWords(key string) []string {
	return strings.FieldsFunc(key, func(r rune) bool { return !unicode.IsLetter(r) })
}

// saysOnly reports whether a person's key is made of the given words alone, initials apart:
// "Ms. Roe" is Jane Roe in a case that records Jane Roe.
func saysOnly(key string, names map[string]bool) bool {
	if len(names) == 0 {
		return false
	}
	said := false
	for _, w := range nameWords(key) {
		if utf8.RuneCountInString(w) == 1 {
			continue
		}
		if !names[w] {
			return false
		}
		said = true
	}
	return said
}

// hiddenSubjects returns the subjects of a case that are recorded as victims or minors.
func (n *Network) hiddenSubjects(mentions []mentionRow, day normalize.Day) map[int32]bool {
	var hidden map[int32]bool
	for i := range mentions {
		m := &mentions[i]
		subject := n.more[m.more].subject
		if subject == 0 {
			continue
		}
		if m.role == RoleVictim || n.isMinor(m, day) {
			if hidden == nil {
				hidden = map[int32]bool{}
			}
			hidden[subject] = true
		}
	}
	return hidden
}

// withheld reports whether a mention is, or belongs to, a victim or a minor.
func (n *Network) withheld(m *mentionRow, day normalize.Day, hidden map[int32]bool) bool {
	return m.role == RoleVictim || n.isMinor(m, day) || len(hidden) > 0 && hidden[n.more[m.more].subject]
}

// isMinor reports whether the mention's subject is said to be a minor, or was
// under 18 on the day of the mention, or else of the case.
func (n *Network) isMinor(m *mentionRow, day normalize.Day) bool {
	if m.more == 0 {
		return m.flags&flagMinor != 0
	}
	more := &n.more[m.more]
	if more.date != 0 {
		day = more.date
	}
	return m.flags&flagMinor != 0 || underAge(int(more.age), more.born, day)
}

func underAge(age int, born, day normalize.Day) bool {
	if age > 0 && age < adultAge {
		return true
	}
	if born == 0 || day < born {
		return false
	}
	return day < adultFrom(born)
}

// adultFrom returns the day from which who was born on a day is no minor.
func adultFrom(born normalize.Day) normalize.Day {
	b := born.Time()
	return normalize.DayOf(b.Year()+adultAge, b.Month(), b.Day())
}

// bornOf returns the date of birth of a mention's subject: the one recorded, or
// else the one that stands with the name.
func bornOf(m *Mention, v normalize.Value) normalize.Day {
	if m.Born != 0 {
		return m.Born
	}
	if p, ok := v.(normalize.PersonName); ok {
		return p.Born
	}
	return 0
}

// Withheld returns the mentions, in the parts of one case, that are or belong to
// a victim or a minor, also those that only the text calls so: what is to be cut
// from the case's narratives before anybody reads them.
func Withheld(parts []Case) []Mention {
	var day normalize.Day
	for i := range parts {
		day = earliest(day, parts[i].From)
	}
	var out []Mention
	for i := range parts {
		hidden := map[string]bool{}
		for j := range parts[i].Mentions {
			if m := &parts[i].Mentions[j]; m.protected(day) && m.Subject != "" {
				hidden[m.Subject] = true
			}
		}
		for j := range parts[i].Mentions {
			if m := &parts[i].Mentions[j]; m.protected(day) || hidden[m.Subject] {
				out = append(out, *m)
			}
		}
	}
	return out
}

// protected reports whether a mention is itself a victim's or a minor's.
func (m *Mention) protected(day normalize.Day) bool {
	if m.Date != 0 {
		day = m.Date
	}
	v := m.Value
	if v == nil && m.Kind == normalize.KindPerson {
		v, _ = normalize.Person(m.Raw) // unreadable, it says no birth
	}
	born := bornOf(m, v)
	return m.Role == RoleVictim || m.Minor || underAge(m.Age, born, day) || day == 0 && born != 0
}
