package normalize

import (
	"strings"
	"unicode/utf8"
)

// A BusinessName is the name of a business, taken apart. The words of its key
// are canonical: plain letters, "and" for &, long forms for abbreviations, the
// singular of trade words; the legal form, a trade name and a leading "the" are
// not among them.
type BusinessName struct {
	// Name is the name without its legal form, as it stood.
	Name string
	// LegalForm is the canonical legal form, such as "LLC" or "Inc."; it is
	// often left out, so that it takes no part in the key.
	LegalForm string
	// Tradenames are the other names of the same business: d/b/a, t/a,
	// a/k/a, formerly. As they stood, without legal forms.
	Tradenames []string
	// Number tells the sites of a chain apart: of a store or unit, without leading zeros.
	Number string
	// Qualifier is what stands in parentheses or after the legal form: a site, a department, an owner.
	Qualifier string

	key       string
	tradeKeys []string
	raw       string
	remarks
}

// Business reads the name of a business.
//
// The result has a key when raw holds a letter or a digit, unless it says that there
// is no business ("self employed", "private residence"): a name that is
// nothing but a legal form ("AMBA") is kept whole, with a doubt. Longer than
// 1,000 bytes is not a name. Time is linear in the length of raw.
func Business(raw string) (BusinessName, error) {
	b := BusinessName{raw: raw}
	var words [12]nameWord
	s, ok := scanName(raw, words[:0])
	if !ok {
		return b.unreadable("longer than a name")
	}
	if len(s.words) == 0 {
		return b.unreadable("no letter or digit")
	}
	if namesNoFirm(s.words) {
		return b.unreadable(nothingWritten)
	}
	var itemArray, mainArray [14]businessItem
	items := s.businessItems(itemArray[:0])
	p := splitBusiness(items, mainArray[:0])
	b.read(s.words, p)
	if b.key == "" {
		return b.unreadable("no name before or after d/b/a")
	}
	return b, nil
}

func (b BusinessName) unreadable(reason string) (BusinessName, error) {
	b.doubt(reason)
	return b, &Error{Kind: KindBusiness, Reason: reason, Hint: "give the name of one business"}
}

// read fills b from the parts of a name.
func (b *BusinessName) read(words []nameWord, p businessSplit) {
	p.promote()
	if len(p.main) == 0 {
		return
	}
	items, tail, facts := readBusinessCore(p.main)
	b.Name, b.LegalForm, b.Number = spans(b.raw, words, items), facts.form, facts.number
	b.addQualifier(spans(b.raw, words, tail))
	if facts.onlyLegal {
		b.doubt("the name is nothing but a legal form")
	}
	for _, q := range p.qualifiers {
		rest, number := cutNumber(q, true)
		if b.Number == "" {
			b.Number = number
		}
		b.addQualifier(spans(b.raw, words, rest))
	}
	b.key = businessKey(items, b.Number, facts.mended)
	for _, t := range p.trade {
		b.addTradename(words, t)
	}
}

func (b *BusinessName) addQualifier(text string) {
	switch {
	case text == "":
	case b.Qualifier == "":
		b.Qualifier = text
		b.note("what stands in parentheses or after the legal form is kept apart")
	default:
		b.Qualifier += "; " + text
	}
}

func (b *BusinessName) addTradename(words []nameWord, all []businessItem) {
	if len(all) == 0 {
		return
	}
	items, _, facts := readBusinessCore(all)
	key := businessKey(items, facts.number, facts.mended)
	if key == "" || key == b.key {
		return
	}
	for _, have := range b.tradeKeys {
		if have == key {
			return
		}
	}
	b.Tradenames = append(b.Tradenames, spans(b.raw, words, items))
	b.tradeKeys = append(b.tradeKeys, key)
}

// Kind returns KindBusiness.
func (BusinessName) Kind() Kind { return KindBusiness }

// Key returns the canonical words of the name and its number, without legal form and trade names.
func (b BusinessName) Key() string { return b.key }

// Keys returns the key and the keys of the trade names: two businesses that
// share any of them may be the same.
func (b BusinessName) Keys() []string {
	if b.key == "" {
		return nil
	}
	return append([]string{b.key}, b.tradeKeys...)
}

// Words returns the canonical words of the name, without its number.
func (b BusinessName) Words() []string {
	if b.key == "" {
		return nil
	}
	words := strings.Split(b.key, " ")
	if last := len(words) - 1; last > 0 && words[last][0] == '#' {
		words = words[:last]
	}
	return words
}

// Distinctive returns the words that are not function words, words of a trade
// or places. A name like "Spa & Nails" has none.
func (b BusinessName) Distinctive() []string {
	words := b.Words()
	kept := words[:0]
	for _, w := range words {
		if class, _ := BusinessWord(w); class == WordRare || class == WordNaming {
			kept = append(kept, w)
		}
	}
	return kept
}

// Display returns the name with its number, legal form and trade names.
func (b BusinessName) Display() string {
	if b.key == "" {
		return shortened(b.raw)
	}
	var d strings.Builder
	d.WriteString(b.Name)
	if b.Number != "" {
		d.WriteString(" #")
		d.WriteString(b.Number)
	}
	if b.LegalForm != "" {
		d.WriteByte(' ')
		d.WriteString(b.LegalForm)
	}
	for _, t := range b.Tradenames {
		d.WriteString(" d/b/a ")
		d.WriteString(t)
	}
	shown := printable(d.String())
	if again, err := Business(shown); err == nil && again.key == b.key {
		return shown
	}
	return printable(b.raw)
}

// shortened returns the printable beginning of what could not be read.
func shortened(raw string) string {
	const most = 80 // bytes: a line
	shown := printable(raw[:min(len(raw), 2*most)])
	if len(shown) <= most && len(raw) <= 2*most {
		return shown
	}
	end := min(most, len(shown))
	for end > 0 && end < len(shown) && !utf8.RuneStart(shown[end]) {
		end--
	}
	return shown[:end] + "…"
}

// Parts returns name, legal_form, number, trade_name (one part each) and qualifier.
func (b BusinessName) Parts() []Part {
	parts := make([]Part, 0, 4+len(b.Tradenames))
	parts = appendPart(parts, "name", printable(b.Name))
	parts = appendPart(parts, "legal_form", b.LegalForm)
	parts = appendPart(parts, "number", b.Number)
	parts = appendPart(parts, "trade_name", printable(strings.Join(b.Tradenames, "; ")))
	return appendPart(parts, "qualifier", printable(b.Qualifier))
}
