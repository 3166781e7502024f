package index

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2/search/query"
)

// A queryField is what can stand before a colon, and what it searches.
type queryField struct {
	name  string
	query func(clause) (query.Query, error)
}

// queryFields are those that every index has, in the order in which help shows them.
var queryFields = []queryField{
	{"case", caseQuery},
	{"county", countyQuery},
	{"date", dateQuery},
	{"offense", wordsIn(fieldOffense)},
	{"agency", wordsIn(fieldAgency)},
	{"status", wordsIn(fieldStatus)},
	{"text", wordsIn(fieldText)},
	{"title", wordsIn(fieldTitle)},
	{"type", typeQuery},
	{"sounds", soundsQuery},
}

// usualKinds are the kinds that can stand before a colon also where an index
// has no value of them: then nothing is found, which is no mistake.
var usualKinds = []string{"phone", "plate", "vin", "address", "business", "email", "url", "handle", "person"}

// Fields returns the names that can stand before a colon in every index. Beside
// them it is every kind that the index has values of.
func Fields() []string {
	names := []string{"kind"}
	for _, f := range queryFields {
		names = append(names, f.name)
	}
	return append(names, usualKinds...)
}

// isFilter reports whether a condition on a field only divides the documents in
// two: whether it holds says nothing of how well one fits.
func isFilter(field string) bool {
	switch field {
	case "county", "date", "kind", "type":
		return true
	}
	return false
}

// query returns the condition of one clause, without its exclusion.
func (x *Index) query(c clause) (query.Query, error) {
	switch {
	case c.field == "":
		return x.anywhere(c), nil
	case c.field == fieldKind:
		return x.kindQuery(c)
	case slices.Contains(usualKinds, c.field) || slices.Contains(x.kinds, c.field):
		return valueQuery(c), nil
	}
	for _, f := range queryFields {
		if f.name == c.field {
			return f.query(c)
		}
	}
	return nil, unknown(c, "field", c.field, append(Fields(), x.kinds...),
		`put it in quotation marks to find it as text`)
}

// kindQuery finds the entities of a kind. A kind of which the index has none
// is a mistake only if it is much like one that it has.
func (x *Index) kindQuery(c clause) (query.Query, error) {
	kind := foldWhole(c.text)
	known := append(slices.Clone(usualKinds), x.kinds...)
	if !slices.Contains(known, kind) && nearest(kind, known) != "" {
		return nil, unknown(c, "kind", kind, known, "")
	}
	return term(fieldKind, kind, 1), nil
}

func typeQuery(c clause) (query.Query, error) {
	types := []string{string(Case), string(Entity)}
	name := foldWhole(c.text)
	if !slices.Contains(types, name) {
		return nil, unknown(c, "type", name, types, "it is case or entity")
	}
	return term(fieldType, name, 1), nil
}

// caseQuery finds cases by their id or its beginning.
func caseQuery(c clause) (query.Query, error) {
	id := foldWhole(c.text)
	return either{term(fieldCase, id, 1), prefix(fieldCase, id, boostPrefix)}, nil
}

// countyQuery finds a county by its five-digit code or the words of its name.
func countyQuery(c clause) (query.Query, error) {
	return either{term(fieldFIPS, strings.TrimSpace(c.text), 1), wordsQuery(fieldCounty, c, 1)}, nil
}

func wordsIn(field string) func(clause) (query.Query, error) {
	return func(c clause) (query.Query, error) { return wordsQuery(field, c, 1), nil }
}

func soundsQuery(c clause) (query.Query, error) {
	codes := sounds(c.text)
	if len(codes) == 0 {
		return nil, &QueryError{c.column, "it has no word that can be sounded out", "sounds: takes names in the letters a to z"}
	}
	var all []query.Query
	for _, code := range codes {
		all = append(all, term(fieldSounds, code, 1))
	}
	return query.NewConjunctionQuery(all), nil
}

// dateQuery finds what happened in a year, a month, on a day, or from one to another.
func dateQuery(c clause) (query.Query, error) {
	first, last, isRange := strings.Cut(c.text, "..")
	if !isRange {
		last = first
	}
	if !isDate(first) || !isDate(last) || first+last == "" {
		return nil, &QueryError{c.column, "it is not a date", "write date:2024, date:2024-03, date:2024-03-09 or date:2024-03..2024-05"}
	}
	for _, day := range []string{first, last} {
		if !isOnCalendar(day) {
			return nil, &QueryError{c.column, day + " is no date of the calendar", "months are 01 to 12: date:2024-03, date:2024-03-09 or date:2024-03..2024-05"}
		}
	}
	var all []query.Query
	if last != "" {
		all = append(all, upTo(fieldFrom, last))
	}
	if first != "" {
		all = append(all, since(fieldTo, first))
	}
	return query.NewConjunctionQuery(all), nil
}

// dateTerms returns the terms that a day is found by: its year, its month and itself.
// So few terms, and not every day of ten years, make up what lies before a month.
func dateTerms(day string) []string {
	var list []string
	for i, n := range dateLengths {
		if n <= len(day) {
			list = append(list, dateMarks[i]+day[:n])
		}
	}
	return list
}

// Of a year, a month and a day: the lengths, and what their terms begin with.
var (
	dateLengths = []int{len("2006"), len("2006-01"), len("2006-01-02")}
	dateMarks   = []string{"y", "m", "d"}
)

// afterDigits comes after "-" and all digits.
const afterDigits = "~"

// upTo finds the days before the end of a year, a month or a day: those of the
// years before, of the months before in its year, and so on.
func upTo(field, last string) query.Query {
	var q either
	for i, n := range dateLengths {
		if n <= len(last) {
			within := dateMarks[i] + last[:max(0, n-3)]
			q = append(q, between(field, within, dateMarks[i]+last[:n], n == len(last)))
		}
	}
	return q
}

// since finds the days from the beginning of a year, a month or a day.
func since(field, first string) query.Query {
	var q either
	for i, n := range dateLengths {
		if n <= len(first) {
			within := dateMarks[i] + first[:max(0, n-3)]
			after := between(field, dateMarks[i]+first[:n], within+afterDigits, n == len(first))
			q = append(q, after)
		}
	}
	return q
}

// isDate reports whether s is empty or has the form YYYY, YYYY-MM or YYYY-MM-DD.
func isDate(s string) bool {
	const form = "0000-00-00"
	if n := len(s); n != 0 && n != 4 && n != 7 && n != 10 {
		return false
	}
	for i := range len(s) {
		if isDigit := '0' <= s[i] && s[i] <= '9'; isDigit != (form[i] == '0') || !isDigit && s[i] != '-' {
			return false
		}
	}
	return true
}

// foldWhole returns the form in which a whole text is one term.
func foldWhole(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// unknown says that a name is none of those that there are.
func unknown(c clause, what, name string, known []string, hint string) error {
	if near := nearest(name, known); near != "" {
		hint = "did you mean " + near + "?"
	}
	return &QueryError{c.column, fmt.Sprintf("there is no %s %q", what, name), hint}
}

// nearest returns the known name that is at most two letters from name, but
// less than half of it; "" if none is.
func nearest(name string, known []string) string {
	const far = 3
	best, at := "", far
	for _, k := range known {
		if d := distance(name, k); d < at && 2*d < len(name)+1 {
			best, at = k, d
		}
	}
	return best
}

// isOnCalendar reports whether a date of the form of [isDate] is one: 2024-13 and 2023-02-29 are none.
func isOnCalendar(s string) bool {
	_, err := time.Parse(time.DateOnly[:len(s)], s)
	return s == "" || err == nil
}
