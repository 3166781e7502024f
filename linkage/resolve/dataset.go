package resolve

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/tflink/tflink/linkage/normalize"
)

// Kind says what a record is of.
type Kind uint8

// The kinds of records.
const (
	Person Kind = iota
	Business
)

// String returns "person" or "business".
func (k Kind) String() string {
	if k == Business {
		return "business"
	}
	return "person"
}

// dataset is a table as it is compared: records in an order of their own, and what each says.
type dataset struct {
	records int
	names   []string // of the records
	rows    []int    // where each stands in the table
	kinds   []Kind
	victims int
	firms   bool // businesses are firms, which may be at several places
	sites   bool // the table is of places of business

	slots    []*slot
	features []feature
	grid     grid

	name     *nameComparer
	business *businessComparer
	born     *bornComparer
	age      *ageComparer
	phone    *phoneComparer
	email    *emailComparer
	address  *addressComparer
	town     *textComparer
	postcode *textComparer
	idents   map[string]*identifierComparer
	texts    map[int]*textComparer
	slotOf   map[comparer]*slot
}

// textMeanings are the columns that are compared as text.
var textMeanings = [...]meaning{meansGender, meansState, meansCounty, meansText}

// A columnSet is the columns of a table by meaning.
type columnSet map[meaning][]column

func newDataset(t *Table, kind Kind, columns []column, idColumn int) *dataset {
	d := &dataset{idents: map[string]*identifierComparer{}, texts: map[int]*textComparer{}, slotOf: map[comparer]*slot{}}
	set := columnSet{}
	for _, c := range columns {
		set[c.meaning] = append(set[c.meaning], c)
		d.firms = d.firms || c.meaning == meansBusiness && c.firm
	}
	if slices.ContainsFunc(set[meansBusiness], func(c column) bool { return c.site }) {
		d.firms = false // the firm is whose sites they are
	}
	d.sites = kind == Business && !d.firms
	d.prepare(set)
	names := t.names(idColumn)
	var kept []int
	for _, i := range t.order(names, idColumn) {
		if isVictim(t.Rows[i], set[meansRole]) {
			d.victims++
			continue
		}
		kept = append(kept, i)
	}
	d.records = len(kept)
	d.fit()
	rows := make([][]string, d.records)
	d.names, d.rows, d.kinds = make([]string, d.records), kept, make([]Kind, d.records)
	inChunks(d.records, func(from, to int) {
		for r := from; r < to; r++ {
			rows[r] = said(t.Rows[kept[r]], columns)
			d.names[r], d.kinds[r] = names[kept[r]], kindOf(rows[r], set, kind)
		}
	})
	d.fill(rows, set)
	d.business.weighWords()
	d.layOut()
	return d
}

// prepare makes a slot for everything that the columns may say.
func (d *dataset) prepare(set columnSet) {
	n := &d.records
	d.name = newNameComparer(n)
	d.business = newBusinessComparer(d.sites)
	d.born = &bornComparer{interner: newInterner(), records: n}
	d.age = &ageComparer{interner: newInterner(), records: n}
	d.phone = &phoneComparer{sites: d.sites, interner: newInterner(), records: n, several: d.firms}
	d.email = &emailComparer{sites: d.sites, interner: newInterner(), records: n, locals: newInterner(), domains: newInterner()}
	d.address = &addressComparer{interner: newInterner(), records: n, streets: newInterner(), several: d.firms, sites: d.sites}
	d.town = &textComparer{interner: newInterner(), name: "town", records: n, levels: textLevels, place: true, several: d.firms, sites: d.sites}
	d.postcode = &textComparer{interner: newInterner(), name: "postcode", records: n, levels: postLevels, post: true, place: true, several: d.firms, sites: d.sites}
	for _, c := range []comparer{d.name, d.business, d.born, d.age, d.phone, d.email, d.address, d.town, d.postcode} {
		d.addSlot(c)
	}
	for _, m := range [...]meaning{meansIdentifier, meansHandle} {
		for _, c := range set[m] {
			if kind := identifierKind(c); d.idents[kind] == nil {
				d.idents[kind] = &identifierComparer{interner: newInterner(), name: kind, records: n, account: m == meansHandle}
				d.addSlot(d.idents[kind])
			}
		}
	}
	for _, m := range textMeanings {
		for _, c := range set[m] {
			x := &textComparer{interner: newInterner(), name: c.header, records: n, levels: textLevels, place: m == meansState || m == meansCounty}
			x.several, x.sites = d.firms, d.sites
			if m == meansGender || m == meansState {
				x.levels = codeLevels
			}
			d.texts[c.index] = x
			d.addSlot(x)
		}
	}
}

func (d *dataset) addSlot(c comparer) {
	s := &slot{comparer: c, first: len(d.features), width: len(c.features())}
	d.features = append(d.features, c.features()...)
	d.slots = append(d.slots, s)
	d.slotOf[c] = s
}

// comparable reports whether a column without a meaning of its own is worth
// comparing: filled often enough, short, neither a count nor a date, and not the same in all rows.
func (t *Table) comparable(i int) bool {
	const leastFilled, longest, mostNumbers = 0.05, 80, 0.8
	filled, length, numbers := 0, 0, 0
	distinct := map[string]bool{}
	for _, row := range t.Rows {
		if v := row[i]; v != "" {
			filled++
			length += utf8.RuneCountInString(v)
			if !strings.ContainsFunc(v, func(r rune) bool { return r > '9' && r != ':' }) {
				numbers++
			}
			if len(distinct) < 2 {
				distinct[v] = true
			}
		}
	}
	return filled > 0 && float64(filled) >= leastFilled*float64(len(t.Rows)) && length <= longest*filled &&
		float64(numbers) < mostNumbers*float64(filled) && len(distinct) > 1
}

// nothingSaid are what stands in cells of which nothing is known.
var nothingSaid = map[string]bool{
	"n/a": true, "none": true, "null": true, "nil": true, "unknown": true, "unk": true, "-": true, "--": true, "?": true, "tbd": true,
	"not available": true, "not provided": true, "not applicable": true, "refused": true, "declined": true, "blank": true, "(blank)": true,
	"nan": true, "desconocido": true, "desconocida": true, "ninguno": true, "no address": true, "no phone": true, "same": true,
}

// said returns the row with the cells empty that say nothing is known.
func said(row []string, columns []column) []string {
	const longest = 16
	out := row
	for _, c := range columns {
		if v := row[c.index]; v != "" && len(v) <= longest && nothingSaid[strings.ToLower(v)] && c.meaning != meansID {
			if &out[0] == &row[0] {
				out = slices.Clone(row)
			}
			out[c.index] = ""
		}
	}
	return out
}

// identifierKind returns what an identifier is of, so that "SSN" is never compared with "passport".
func identifierKind(c column) string {
	var kept []string
	for w := range strings.FieldsSeq(c.group) {
		if !wordIn(w, "number|no|num|id|the|nbr|primary|secondary") {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return "identifier"
	}
	return strings.Join(kept, " ")
}

// isVictim reports whether a role column says that a row is of a victim or a minor.
func isVictim(row []string, roles []column) bool {
	for _, c := range roles {
		v := fold(row[c.index])
		for _, word := range [...]string{"victim", "survivor", "minor", "sobreviviente", "menor"} {
			if strings.Contains(v, word) {
				return true
			}
		}
	}
	return false
}

// kindOf tells people from organisations: by a type column, else by the columns that are filled, else by the name.
func kindOf(row []string, set columnSet, given Kind) Kind {
	for _, c := range set[meansType] {
		if k, ok := kindNamed(row[c.index]); ok {
			return k
		}
	}
	switch {
	case anyFilled(row, set[meansGiven]) || anyFilled(row, set[meansSurname]):
		return Person
	case anyFilled(row, set[meansBusiness]) && !anyFilled(row, set[meansFullName]):
		return Business
	case given == Person && (len(set[meansSurname]) == 0 || len(set[meansBusiness]) > 0) && normalize.LooksLikeBusiness(firstFilled(row, set[meansFullName])):
		return Business
	}
	return given
}

// kindNamed returns the kind that the value of a type column says.
func kindNamed(v string) (Kind, bool) {
	v = strings.ToLower(v)
	for _, w := range [...]string{"person", "individual", "people", "human", "sole proprietor"} {
		if strings.Contains(v, w) {
			return Person, true
		}
	}
	for _, w := range [...]string{"org", "business", "company", "entity", "corp", "firm", "llc", "partnership", "nonprofit", "vendor"} {
		if strings.Contains(v, w) {
			return Business, true
		}
	}
	return Person, false
}

func anyFilled(row []string, columns []column) bool { return firstFilled(row, columns) != "" }

func firstFilled(row []string, columns []column) string {
	for _, c := range columns {
		if row[c.index] != "" {
			return row[c.index]
		}
	}
	return ""
}
