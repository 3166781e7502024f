package resolve

import (
	"strings"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// A personName is a name in plain lower-case letters.
type personName struct {
	given, surname int32 // numbers of the words; -1 if there is none
	middle         []int32
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
	others   *interner
	names    []personName
}

func newNameComparer(records *int) *nameComparer {
	return &nameComparer{interner: newInterner(), records: records, words: newInterner(), surnames: newInterner(), others: newInterner()}
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
	p := personName{given: none, surname: none, suffix: suffix}
	if given != "" {
		p.given = c.words.add(given, record)
	}
	if surname != "" {
		p.surname = c.surnames.add(surname, record)
		p.surnames = strings.Fields(surname)
	}
	if int(v) == len(c.names) {
		for _, w := range middle {
			p.middle = append(p.middle, c.others.add(w, record))
		}
		c.names = append(c.names, p)
	}
	return v
}

const (
	surnameDiffer = 5
	givenDiffer   = 7
)

// The cells of a name: the whole, which notes what is seldom there, and its parts. Of other names it is the first,
// which notes how many there are.
const (
	nameCell = iota
	surnameCell
	givenCell
	otherCell
	nameCells
)

// What the cells of a name note.
const (
	hasSuffix    = 1 // the whole
	hasNicknames = 1 // a given name
)

func (c *nameComparer) cells() int { return nameCells }
func (c *nameComparer) cellsOf(v int32, out []cell) {
	n := &c.names[v]
	out[nameCell] = cell{number: v}
	if n.suffix != "" {
		out[nameCell].note = hasSuffix
	}
	out[surnameCell], out[givenCell], out[otherCell] = c.surnames.cellOf(n.surname), c.words.cellOf(n.given), cell{number: none}
	if len(n.surnames) > 1 {
		out[surnameCell].note = severalWords
	}
	if n.given >= 0 && compare.Nicknames(c.words.texts[n.given], c.words.texts[n.given]) {
		out[givenCell].note = hasNicknames
	}
	if len(n.middle) > 0 {
		out[otherCell] = c.others.cellOf(n.middle[0])
		out[otherCell].note = uint16(len(n.middle))
	}
}

func (c *nameComparer) compare(a, b []cell, out []outcome) {
	out[0], out[1] = c.compareSurnames(a, b), c.compareGiven(a, b)
	out[2], out[3], out[4] = c.compareOther(&a[otherCell], &b[otherCell], a, b), outcome{}, outcome{}
	agree := func(o outcome, bad uint8) bool { return o.level > 0 && o.level < bad-1 }
	switch {
	case agree(out[0], surnameDiffer) && agree(out[1], givenDiffer):
		out[3].level = 1
	case !agree(out[0], surnameDiffer) && !agree(out[1], givenDiffer):
		c.compareCrossed(a, b, out)
	}
	if a[nameCell].note == hasSuffix && b[nameCell].note == hasSuffix {
		out[4].level = 2
		if c.names[a[nameCell].number].suffix == c.names[b[nameCell].number].suffix {
			out[4].level = 1
		}
	}
}

func (c *nameComparer) compareSurnames(a, b []cell) outcome {
	x, y := &a[surnameCell], &b[surnameCell]
	if x.number < 0 || y.number < 0 {
		return outcome{}
	}
	if x.number == y.number {
		return outcome{1, c.surnames.share(x.number, *c.records)}
	}
	like := c.surnames.likeness(x, y)
	switch {
	case like == likeNear:
		return outcome{2, c.surnames.commoner(x, y, *c.records)}
	case like == likeClose, (x.note|y.note) == severalWords && oneOfTwo(c.names[a[nameCell].number].surnames, c.names[b[nameCell].number].surnames):
		return outcome{3, c.surnames.commoner(x, y, *c.records)}
	case initialOf(c.surnames, x, y):
		return outcome{4, 0}
	}
	return outcome{surnameDiffer, 0}
}

// initialOf reports whether one of two words is the other's first letter.
func initialOf(words *interner, x, y *cell) bool {
	return (x.length == 1 || y.length == 1) && words.texts[x.number][0] == words.texts[y.number][0]
}

// oneOfTwo reports whether a word of the one surname is in the other.
func oneOfTwo(a, b []string) bool {
	for _, w := range a {
		for _, v := range b {
			if len(w) > 2 && likenessOf(w, v) <= likeNear {
				return true
			}
		}
	}
	return false
}

func (c *nameComparer) compareGiven(a, b []cell) outcome {
	x, y := &a[givenCell], &b[givenCell]
	if x.number < 0 || y.number < 0 {
		return outcome{}
	}
	if x.number == y.number {
		return outcome{1, c.words.share(x.number, *c.records)}
	}
	if x.note == hasNicknames && y.note == hasNicknames && compare.Nicknames(c.words.texts[x.number], c.words.texts[y.number]) {
		return outcome{2, c.words.commoner(x, y, *c.records)}
	}
	like := c.words.likeness(x, y)
	switch {
	case like == likeNear:
		return outcome{3, c.words.commoner(x, y, *c.records)}
	case like == likeClose:
		return outcome{4, c.words.commoner(x, y, *c.records)}
	case initialOf(c.words, x, y), c.begins(x, y), c.begins(y, x):
		return outcome{5, 0}
	case c.among(x, &b[otherCell], b), c.among(y, &a[otherCell], a):
		return outcome{6, 0}
	}
	return outcome{givenDiffer, 0}
}

// begins reports whether the longer of two given names begins with the shorter one.
func (c *nameComparer) begins(short, long *cell) bool {
	const least = 3
	return short.length >= least && short.length < long.length && (short.sign&^long.sign == 0 || long.length > maxSlips) &&
		strings.HasPrefix(c.words.texts[long.number], c.words.texts[short.number])
}

// among reports whether a given name is one of the other names of a person.
func (c *nameComparer) among(given, other *cell, person []cell) bool {
	if given.length < 2 {
		return false
	}
	for i := range int(other.note) {
		if c.likeOther(given, c.words, c.otherName(i, other, person)) {
			return true
		}
	}
	return false
}

// otherName returns the i-th other name of a person.
func (c *nameComparer) otherName(i int, first *cell, person []cell) cell {
	if i == 0 {
		return *first
	}
	return c.others.cellOf(c.names[person[nameCell].number].middle[i])
}

// likeOther reports whether a word is a slip of the pen at most from somebody's other name.
func (c *nameComparer) likeOther(word *cell, of *interner, other cell) bool {
	if word.sign != other.sign && unlike(word.sign, other.sign, int(word.length), int(other.length)) {
		return false
	}
	return likenessBy(of.texts[word.number], c.others.texts[other.number], word.sign, other.sign) <= likeNear
}

func (c *nameComparer) compareOther(x, y *cell, a, b []cell) outcome {
	if x.number < 0 || y.number < 0 {
		return outcome{}
	}
	for i := range int(x.note) {
		w := c.otherName(i, x, a)
		for j := range int(y.note) {
			v := c.otherName(j, y, b)
			if w.number == v.number || initialOf(c.others, &w, &v) || c.likeOther(&w, c.others, v) {
				return outcome{1, 0}
			}
		}
	}
	return outcome{2, 0}
}

// compareCrossed compares each one's given name with the other's surname, and
// replaces the outcomes if that agrees.
func (c *nameComparer) compareCrossed(a, b []cell, out []outcome) {
	p, q := c.crossing(&a[givenCell], &b[surnameCell]), c.crossing(&b[givenCell], &a[surnameCell])
	if p > likeNear && q > likeNear {
		return
	}
	complete := a[givenCell].number >= 0 && a[surnameCell].number >= 0 && b[givenCell].number >= 0 && b[surnameCell].number >= 0
	if complete && (p == likeNot || q == likeNot) {
		return
	}
	out[0], out[1], out[3] = c.crossed(p, &a[givenCell], &b[surnameCell], surnameDiffer), c.crossed(q, &b[givenCell], &a[surnameCell], givenDiffer), outcome{2, 0}
	if !complete {
		if p == likeNot {
			out[0] = outcome{}
		}
		if q == likeNot {
			out[1] = outcome{}
		}
	}
}

// crossing compares the given name of one person with the surname of another.
func (c *nameComparer) crossing(given, surname *cell) likeness {
	const least = 3
	if given.number < 0 || surname.number < 0 || given.length < least ||
		given.sign != surname.sign && unlike(given.sign, surname.sign, int(given.length), int(surname.length)) {
		return likeNot
	}
	return likenessBy(c.words.texts[given.number], c.surnames.texts[surname.number], given.sign, surname.sign)
}

// crossed returns the outcome of a surname, or a given name, that stands in the other's place.
func (c *nameComparer) crossed(l likeness, given, surname *cell, differ uint8) outcome {
	near, close := uint8(2), uint8(3)
	if differ == givenDiffer {
		near, close = 3, 4
	}
	level := differ
	switch l {
	case likeSame:
		level = 1
	case likeNear:
		level = near
	case likeClose:
		level = close
	default:
		return outcome{differ, 0}
	}
	return outcome{level, max(c.words.share(given.number, *c.records), c.surnames.share(surname.number, *c.records))}
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

// nameParts are the cells of a row that say one name.
type nameParts struct{ full, given, middle, surname, suffix string }

// addCells returns the number of the name that the cells of a record say, -1 if they say none.
func (c *nameComparer) addCells(n nameParts, record int) int32 {
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
func splitName(full string) nameParts {
	p, err := normalize.Person(full)
	if err != nil {
		return nameParts{}
	}
	return nameParts{given: p.GivenKey(), middle: p.MiddleKey(), surname: p.SurnameKey(), suffix: p.Suffix}
}
