package resolve

import (
	"strings"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// A personName is a name in plain lower-case letters.
type personName struct {
	given, surname int32 // numbers of the words; -1 if there is none
	middle         []string
	surnames       []string // the words of a surname of several
	suffix         string
}

// nameComparer compares the names of people: surname, given name, the other
// names, and whether the two stand in each other's place.
type nameComparer struct {
	*interner
	records  *int
	words    *interner
	surnames *interner
	names    []personName
}

func newNameComparer(records *int) *nameComparer {
	return &nameComparer{interner: newInterner(), records: records, words: newInterner(), surnames: newInterner()}
}

// Shipped parameters of names.
var (
	surnameLevels = []level{
		{"same surname", 0.76, 0.004, 1},
		{"surnames a slip of the pen apart", 0.11, 0.003, 0.6},
		{"surnames alike, or one of two", 0.05, 0.008, 0.4},
		{"one surname is the other's initial", 0.01, 0.01, 0},
		{"surnames differ", 0.07, 0.975, 0},
	}
	givenLevels = []level{
		{"same given name", 0.70, 0.012, 1},
		{"nickname", 0.07, 0.002, 0.5},
		{"given names a slip of the pen apart", 0.09, 0.004, 0.6},
		{"given names alike", 0.03, 0.01, 0.3},
		{"one given name is the other's initial or short form", 0.03, 0.02, 0},
		{"given name among the other's names", 0.02, 0.004, 0},
		{"given names differ", 0.06, 0.952, 0},
	}
	otherNameLevels = []level{
		{"another name in common", 0.80, 0.02, 0.5},
		{"other names differ", 0.20, 0.98, 0},
	}
	orderLevels = []level{
		{"names stand in the same order", 0.97, 0.9995, 0},
		{"names stand in each other's place", 0.03, 0.0005, 0},
	}
	suffixLevels = []level{
		{"same suffix", 0.97, 0.5, 0},
		{"suffixes differ: father and son, perhaps", 0.03, 0.5, 0},
	}
)

func (c *nameComparer) features() []feature {
	return []feature{
		{name: "surname", levels: surnameLevels, identity: true, household: true},
		{name: "given name", levels: givenLevels, identity: true, apart: givenDiffer},
		{name: "other names", levels: otherNameLevels}, {name: "order of names", levels: orderLevels}, {name: "suffix", levels: suffixLevels},
	}
}

func (c *nameComparer) text(v int32) string {
	return strings.Trim(strings.ReplaceAll(c.texts[v], "|", " "), " ")
}

// add returns the number of a name that stands in a record, -1 if it says nothing.
func (c *nameComparer) add(given string, middle []string, surname, suffix string, record int) int32 {
	if given == "" && surname == "" {
		return -1
	}
	v := c.interner.add(given+"|"+strings.Join(middle, " ")+"|"+surname+"|"+suffix, record)
	p := personName{given: -1, surname: -1, middle: middle, suffix: suffix}
	if given != "" {
		p.given = c.words.add(given, record)
	}
	if surname != "" {
		p.surname = c.surnames.add(surname, record)
		p.surnames = strings.Fields(surname)
	}
	if int(v) == len(c.names) {
		c.names = append(c.names, p)
	}
	return v
}

const (
	surnameDiffer = 5
	givenDiffer   = 7
)

func (c *nameComparer) compare(a, b int32, out []outcome) {
	x, y := &c.names[a], &c.names[b]
	out[0], out[1] = c.compareSurnames(x, y), c.compareGiven(x, y)
	out[2], out[3], out[4] = compareOther(x, y), outcome{}, outcome{}
	agree := func(o outcome, bad uint8) bool { return o.level > 0 && o.level < bad-1 }
	switch {
	case agree(out[0], surnameDiffer) && agree(out[1], givenDiffer):
		out[3].level = 1
	case !agree(out[0], surnameDiffer) && !agree(out[1], givenDiffer):
		c.compareCrossed(x, y, out)
	}
	if x.suffix != "" && y.suffix != "" {
		out[4].level = 2
		if x.suffix == y.suffix {
			out[4].level = 1
		}
	}
}

func (c *nameComparer) compareSurnames(x, y *personName) outcome {
	if x.surname < 0 || y.surname < 0 {
		return outcome{}
	}
	common := max(c.surnames.share(x.surname, *c.records), c.surnames.share(y.surname, *c.records))
	if x.surname == y.surname {
		return outcome{1, common}
	}
	s, t := c.surnames.texts[x.surname], c.surnames.texts[y.surname]
	like := c.surnames.likeness(x.surname, y.surname)
	switch {
	case like == likeNear:
		return outcome{2, common}
	case like == likeClose, oneOfTwo(x.surnames, y.surnames):
		return outcome{3, common}
	case (len(s) == 1 || len(t) == 1) && s[0] == t[0]:
		return outcome{4, 0}
	}
	return outcome{surnameDiffer, 0}
}

// oneOfTwo reports whether a word of the one surname is in the other, and one of them has several.
func oneOfTwo(a, b []string) bool {
	if len(a) < 2 && len(b) < 2 {
		return false
	}
	for _, w := range a {
		for _, v := range b {
			if len(w) > 2 && likenessOf(w, v) <= likeNear {
				return true
			}
		}
	}
	return false
}

func (c *nameComparer) compareGiven(x, y *personName) outcome {
	if x.given < 0 || y.given < 0 {
		return outcome{}
	}
	common := max(c.words.share(x.given, *c.records), c.words.share(y.given, *c.records))
	if x.given == y.given {
		return outcome{1, common}
	}
	s, t := c.words.texts[x.given], c.words.texts[y.given]
	like := c.words.likeness(x.given, y.given)
	switch {
	case compare.Nicknames(s, t):
		return outcome{2, common}
	case like == likeNear:
		return outcome{3, common}
	case like == likeClose:
		return outcome{4, common}
	case (len(s) == 1 || len(t) == 1) && s[0] == t[0], len(s) > 2 && strings.HasPrefix(t, s), len(t) > 2 && strings.HasPrefix(s, t):
		return outcome{5, 0}
	case among(s, y.middle), among(t, x.middle):
		return outcome{6, 0}
	}
	return outcome{givenDiffer, 0}
}

func among(w string, list []string) bool {
	for _, v := range list {
		if len(w) > 1 && likenessOf(w, v) <= likeNear {
			return true
		}
	}
	return false
}

func compareOther(x, y *personName) outcome {
	if len(x.middle) == 0 || len(y.middle) == 0 {
		return outcome{}
	}
	for _, w := range x.middle {
		for _, v := range y.middle {
			if w[0] == v[0] && (len(w) == 1 || len(v) == 1) || likenessOf(w, v) <= likeNear {
				return outcome{1, 0}
			}
		}
	}
	return outcome{2, 0}
}

// compareCrossed compares each one's given name with the other's surname, and
// replaces the outcomes if that agrees.
func (c *nameComparer) compareCrossed(x, y *personName, out []outcome) {
	hit := func(given, surname int32) (likeness, float32) {
		if given < 0 || surname < 0 {
			return likeNot, 0
		}
		g, s := c.words.texts[given], c.surnames.texts[surname]
		if len(g) < 3 {
			return likeNot, 0
		}
		return likenessBy(g, s, c.words.signs[given], c.surnames.signs[surname]), max(c.words.share(given, *c.records), c.surnames.share(surname, *c.records))
	}
	p, share := hit(x.given, y.surname)
	q, share2 := hit(y.given, x.surname)
	if p > likeNear && q > likeNear {
		return
	}
	complete := x.given >= 0 && x.surname >= 0 && y.given >= 0 && y.surname >= 0
	if complete && (p == likeNot || q == likeNot) {
		return
	}
	out[0], out[1], out[3] = crossed(p, share, surnameDiffer), crossed(q, share2, givenDiffer), outcome{2, 0}
	if !complete {
		if p == likeNot {
			out[0] = outcome{}
		}
		if q == likeNot {
			out[1] = outcome{}
		}
	}
}

// crossed returns the outcome of a surname, or a given name, that stands in the other's place.
func crossed(l likeness, share float32, differ uint8) outcome {
	near, close := uint8(2), uint8(3)
	if differ == givenDiffer {
		near, close = 3, 4
	}
	switch l {
	case likeSame:
		return outcome{1, share}
	case likeNear:
		return outcome{near, share}
	case likeClose:
		return outcome{close, share}
	}
	return outcome{differ, 0}
}

// titles are no names where they stand before one or in a column of given names.
var titles = wordSet("mr mrs ms miss dr sir dame lady lord rev reverend prof professor capt captain col colonel major sgt " +
	"lieutenant lt hon honourable saint st fr father sister brother the sr sra don dona")

// ranks are no names where they stand in a name: what follows "of" is a place.
var ranks = wordSet("baron baroness baronet bt earl viscount viscountess marquess marquis duke duchess countess count prince princess " +
	"of 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th and de la le von van der")

var generations = map[string]string{"jr": "jr", "junior": "jr", "snr": "sr", "senior": "sr", "ii": "2", "iii": "3", "iv": "4"}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		set[w] = true
	}
	return set
}

// nameCells are the cells of a row that say one name.
type nameCells struct{ full, given, middle, surname, suffix string }

// addCells returns the number of the name that the cells of a record say, -1 if they say none.
func (c *nameComparer) addCells(n nameCells, record int) int32 {
	if n.given == "" && n.surname == "" {
		if n.full == "" {
			return -1
		}
		n = splitName(n.full)
	}
	given, surname := nameWords(n.given), nameWords(n.surname)
	full := nameWords(n.full)
	middle := append([]string(nil), nameWords(n.middle)...)
	suffix := generations[fold(n.suffix)]
	if suffix == "" {
		suffix = fold(n.suffix)
	}
	first := ""
	for _, w := range given {
		switch {
		case titles[w] && first == "":
		case first == "":
			first = w
		default:
			middle = append(middle, w)
		}
	}
	last := strings.Join(surname, " ")
	for _, w := range full {
		if generations[w] != "" && suffix == "" {
			suffix = generations[w]
			continue
		}
		if titles[w] || ranks[w] || w == first || wordOf(w, surname) || len(middle) >= most {
			continue
		}
		if first == "" && last != "" {
			first = w
			continue
		}
		middle = append(middle, w)
	}
	return c.add(first, middle, last, suffix, record)
}

func wordOf(w string, list []string) bool {
	for _, v := range list {
		if v == w {
			return true
		}
	}
	return false
}

func nameWords(s string) []string {
	words := strings.Fields(fold(s))
	return words[:min(len(words), most)]
}

// splitName takes a whole name apart.
func splitName(full string) nameCells {
	p, err := normalize.Person(full)
	if err != nil {
		return nameCells{}
	}
	return nameCells{given: p.GivenKey(), middle: p.MiddleKey(), surname: p.SurnameKey(), suffix: p.Suffix}
}
