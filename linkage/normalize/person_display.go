package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bornMark stands before the date of birth in a displayed name.
const bornMark = ", born "

// Display returns the name in its natural order, capitalised when it stood in
// one case only; with the surname first and a comma where the natural order
// would not tell the surnames from the given names.
func (p PersonName) Display() string {
	if p.NameKey() == "" {
		return shortened(p.raw)
	}
	born := ""
	if p.Born != 0 {
		born = bornMark + p.Born.String()
	}
	for _, shown := range [...]string{p.natural(), p.surnameFirst(), p.NameKey()} {
		shown = printable(shown) + born
		if again, err := Person(shown); err == nil && again.Key() == p.Key() {
			return shown
		}
	}
	return printable(p.raw)
}

func (p PersonName) natural() string {
	return joinNonEmpty(p.Title, nameCase(p.Given), initialCase(p.Middle), nameCase(p.Surname), p.Suffix)
}

func (p PersonName) surnameFirst() string {
	given := joinNonEmpty(nameCase(p.Given), initialCase(p.Middle), p.Suffix)
	if given == "" {
		return nameCase(p.Surname)
	}
	return nameCase(p.Surname) + ", " + given
}

func joinNonEmpty(parts ...string) string {
	kept := parts[:0]
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " ")
}

// initialCase is nameCase, with a full stop after each lone letter.
func initialCase(s string) string {
	words := strings.Fields(nameCase(s))
	for i, w := range words {
		if utf8.RuneCountInString(w) == 1 {
			words[i] = w + "."
		}
	}
	return strings.Join(words, " ")
}

// nameCase capitalises a name that stands in one case only.
func nameCase(s string) string {
	if strings.IndexFunc(s, unicode.IsLower) >= 0 && strings.IndexFunc(s, unicode.IsUpper) >= 0 {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		lower := strings.ToLower(w)
		if personParts()[lower]&partParticle != 0 && len(words) > i+1 && lower != "st" && lower != "mc" && lower != "mac" && lower != "san" && lower != "santa" && lower != "saint" {
			words[i] = lower
			continue
		}
		words[i] = capitalise(lower)
	}
	return strings.Join(words, " ")
}

// capitalise raises the first letter, and the ones after a hyphen, an apostrophe and Mc.
func capitalise(lower string) string {
	up := true
	return strings.Map(func() func(rune) rune {
		at, last2 := 0, [2]rune{}
		return func(r rune) rune {
			mc := at == 2 && last2 == [2]rune{'m', 'c'}
			if at < 2 {
				last2[at] = r
			}
			at++
			raised := up || mc
			up = r == '-' || (r == '\'' || r == '\u2019') && at == 2
			if raised {
				return unicode.ToUpper(r)
			}
			return r
		}
	}(), lower)
}

// Parts returns title, given, middle, surname, suffix, nickname, maiden, alias and born.
func (p PersonName) Parts() []Part {
	parts := make([]Part, 0, 6)
	parts = appendPart(parts, "title", printable(p.Title))
	parts = appendPart(parts, "given", printable(nameCase(p.Given)))
	parts = appendPart(parts, "middle", printable(nameCase(p.Middle)))
	parts = appendPart(parts, "surname", printable(nameCase(p.Surname)))
	parts = appendPart(parts, "suffix", p.Suffix)
	parts = appendPart(parts, "nickname", printable(nameCase(p.Nickname)))
	parts = appendPart(parts, "maiden", printable(nameCase(p.Maiden)))
	parts = appendPart(parts, "alias", printable(strings.Join(p.Aliases, "; ")))
	return appendPart(parts, "born", p.Born.String())
}
