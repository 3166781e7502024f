package normalize

import "strings"

// businessFacts is what is taken off one name of a business.
type businessFacts struct {
	form      string
	number    string
	onlyLegal bool // nothing but a legal form: it is kept as the name
	mended    bool // words were taken out of the middle
}

// readBusinessCore takes the number, the legal forms and "the" off one name, which isn't
// empty. The tail is what stands after a legal form in the middle.
func readBusinessCore(all []businessItem) (items, tail []businessItem, facts businessFacts) {
	items, facts.number = cutNumber(all, false)
	items, tail = cutTail(items)
	items, form := stripLegal(items)
	if len(items) == 0 {
		return all, nil, businessFacts{onlyLegal: true}
	}
	items, inner := dropInner(items)
	facts.form, facts.mended = tellingForm(form, inner).shown, inner.shown != ""
	return items, tail, facts
}

// stripLegal removes legal forms and articles from both ends until none is left.
func stripLegal(items []businessItem) (rest []businessItem, form legalForm) {
	table := legalForms()
	for {
		n := len(items)
		if f, k := table.atEnd(items); k > 0 {
			items = items[:len(items)-k]
			form = tellingForm(form, f)
		}
		if f, k := table.atStart(items); k > 0 {
			items = items[k:]
			form = tellingForm(form, f)
		}
		items = trimArticles(items)
		if len(items) == n || len(items) == 0 {
			return items, form
		}
	}
}

// tellingForm returns the first of two forms, unless only the second says something.
func tellingForm(a, b legalForm) legalForm {
	if a.shown == "" || a.weak && b.shown != "" && !b.weak {
		return b
	}
	return a
}

// trimArticles removes a leading "the" and "and", and a trailing "the" and "and", while another word is left.
func trimArticles(items []businessItem) []businessItem {
	for len(items) > 1 && (items[0].text == "the" || items[0].text == "and") {
		items = items[1:]
	}
	for len(items) > 1 && (items[len(items)-1].text == "the" || items[len(items)-1].text == "and") {
		items = items[:len(items)-1]
	}
	return items
}

// cutTail cuts off what follows a legal form and a comma, dash or the like:
// "Capital One, N.A. - Nassau Central".
func cutTail(items []businessItem) (rest, tail []businessItem) {
	const cut = sepComma | sepDash | sepSlash | sepBreak | sepClose | sepOther
	table := legalForms()
	for i := 2; i < len(items); i++ {
		if items[i].before&cut == 0 {
			continue
		}
		form, k := table.atEnd(items[:i])
		if k == 0 || k == i || form.weak {
			continue
		}
		if _, more := table.atEnd(items[i:]); more == len(items)-i {
			continue // "Example Co., Ltd."
		}
		return items[:i], items[i:]
	}
	return items, nil
}

// dropInner takes legal forms that are never anything else out of the middle.
func dropInner(items []businessItem) (rest []businessItem, form legalForm) {
	for i := 1; i+1 < len(items); i++ {
		switch items[i].text {
		case "llc", "inc", "ltd", "gmbh", "llp", "pllc", "corp", "oy", "ab":
			form = tellingForm(form, legalForms().forms[items[i].text])
			items = append(append([]businessItem(nil), items[:i]...), items[i+1:]...)
			i--
		}
	}
	return items, form
}

// cutNumber takes the number of a store or unit out of a name: "Store 12", "#0012",
// "Unit # 7"; one with a # before one without. Unless alone is set, a name must stand before it.
func cutNumber(items []businessItem, alone bool) (rest []businessItem, number string) {
	from, at := findNumber(items, alone, true)
	if at < 0 {
		from, at = findNumber(items, alone, false)
	}
	switch {
	case at < 0:
		return items, ""
	case at+1 == len(items):
		return items[:from], trimZeros(items[at].text)
	}
	rest = append(rest, items[:from]...)
	return append(rest, items[at+1:]...), trimZeros(items[at].text)
}

// findNumber returns where the first number stands, and where the words begin that announce it;
// -1 when there is none. With sign set it must have a # before it.
func findNumber(items []businessItem, alone, sign bool) (from, at int) {
	for i := range items {
		if !numberLike(items[i].text) || !alone && i == 0 {
			continue
		}
		from, marked := i, items[i].before&sepNumber != 0
		if sign && !marked {
			continue
		}
		for from > 0 && numberMarker(items[from-1].text) && items[from-1].to == items[from].from && (alone || from > 1) {
			marked = true
			from--
		}
		if marked {
			return from, i
		}
	}
	return 0, -1
}

func numberMarker(w string) bool {
	switch w {
	case "store", "str", "unit", "no", "number", "num", "location", "loc", "branch", "plant", "site", "facility", "shop":
		return true
	}
	return false
}

// numberLike reports whether w begins with a digit and is short: 12, 0012, 12a.
func numberLike(w string) bool {
	return w != "" && len(w) <= 8 && w[0] >= '0' && w[0] <= '9' && !strings.HasSuffix(w, "th") &&
		!strings.HasSuffix(w, "st") && !strings.HasSuffix(w, "nd") && !strings.HasSuffix(w, "rd")
}

func trimZeros(w string) string {
	if t := strings.TrimLeft(w, "0"); t != "" && t[0] >= '0' && t[0] <= '9' {
		return t
	}
	return w
}

// businessKey returns the canonical words of the name, and the number.
func businessKey(items []businessItem, number string, mended bool) string {
	key := joinCanonical(items, number)
	if number == "" && !mended && plainItems(items) {
		return key
	}
	return settle(key)
}

// joinCanonical returns the canonical form of the words as they are, and the number.
func joinCanonical(items []businessItem, number string) string {
	var array [96]byte
	key := array[:0]
	plain := len(items) == 1 && number == ""
	for i := 0; i < len(items); i++ {
		w := canonicalWord(items[i].text)
		if w == "st" && i == 0 && len(items) > 1 {
			w = "saint"
		}
		if plain && w == items[i].text {
			return w
		}
		if i > 0 {
			key = append(key, ' ')
		}
		if i+1 < len(items) {
			if number, ok := canonicalNumber(items[i].text, items[i+1].text); ok {
				w = number
				i++
			}
		}
		key = append(key, w...)
	}
	if number != "" {
		key = append(key, " #"...)
		key = append(key, number...)
	}
	return string(key)
}

// plainItems reports whether the words of items, with single spaces between, are
// sure to be read as the same items again.
func plainItems(items []businessItem) bool {
	const plain = sepSpace | sepDot | sepComma | sepDash | sepAnd
	for i := range items {
		if i > 0 && (items[i].before&^plain != 0 || singleLetter(items[i].text) && singleLetter(items[i-1].text)) {
			return false
		}
	}
	return true
}

// settle reads a key whose words have new neighbours again, until it stays as it is: a
// canonical form is its own canonical form.
func settle(key string) string {
	for len(key) > 0 {
		again := rereadKey(key)
		if len(again) >= len(key) {
			return again
		}
		key = again
	}
	return key
}

// rereadKey returns the key of a key, unsettled.
func rereadKey(key string) string {
	s, ok := scanName(key, nil)
	if !ok || len(s.words) == 0 {
		return key
	}
	p := splitBusiness(s.businessItems(nil), nil)
	if len(p.main) == 0 {
		return key
	}
	items, _, facts := readBusinessCore(p.main)
	return joinCanonical(items, facts.number)
}

// spans returns the raw text of items: the words as they stood, with what stood
// between neighbours.
func spans(raw string, words []nameWord, items []businessItem) string {
	if len(items) == 0 {
		return ""
	}
	end := 1
	for end < len(items) && items[end].from == items[end-1].to {
		end++
	}
	text := ""
	if from, to := items[0].from, items[end-1].to; from < to {
		text = raw[words[from].from:words[to-1].to]
	}
	if end == len(items) {
		return text
	}
	return joinNonEmpty(text, spans(raw, words, items[end:]))
}
