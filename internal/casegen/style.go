package casegen

import (
	"math/rand/v2"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// A style is one county's way to keep its cases: file format, header words,
// which values stand in which columns and how they are written.
type style struct {
	ext     string // of the file: csv, tsv, txt, jsonl, json, xlsx, csv.gz
	comma   rune   // between cells, where that applies
	title   []string
	file    func(county string) string
	columns []column
}

type column struct {
	head string
	cell func(*row) string
}

// A row is a case being written.
type row struct {
	*Case
	r *rand.Rand
}

// all returns the seen values of a kind that stand in columns.
func (w *row) all(kind normalize.Kind) []Value {
	var out []Value
	for _, v := range w.Values {
		if v.Kind == kind && !v.InText {
			out = append(out, v)
		}
	}
	return out
}

// nth returns the i-th value of a kind, or a value of nothing.
func (w *row) nth(kind normalize.Kind, i int) Value {
	if all := w.all(kind); i < len(all) {
		return all[i]
	}
	return Value{}
}

// list writes all values of a kind with one form.
func list(kind normalize.Kind, separator string, form func(*row, Value) string) func(*row) string {
	return func(w *row) string {
		var out []string
		for _, v := range w.all(kind) {
			out = append(out, form(w, v))
		}
		return strings.Join(out, separator)
	}
}

// one writes the i-th value of a kind.
func one(kind normalize.Kind, i int, form func(*row, Value) string) func(*row) string {
	return func(w *row) string {
		if v := w.nth(kind, i); v.Seen != "" {
			return form(w, v)
		}
		return ""
	}
}

func phone(form int) func(*row, Value) string {
	return func(_ *row, v Value) string { return phoneForm(form)(v.Seen) }
}

// plate writes "NY KAB-1042" with or without the state.
func plate(form int, withState bool) func(*row, Value) string {
	return func(_ *row, v Value) string {
		state, number, _ := strings.Cut(v.Seen, " ")
		number = plateForms[form](number)
		if withState {
			return state + " " + number
		}
		return number
	}
}

func plateState(_ *row, v Value) string {
	state, _, _ := strings.Cut(v.Seen, " ")
	return state
}

func business(upper bool) func(*row, Value) string {
	return func(w *row, v Value) string { return v.businessName(w.r, upper) }
}

func wholeAddress(form int) func(*row, Value) string {
	return func(_ *row, v Value) string { return addressLine(v.Seen, form) }
}

func streetLine(form int, upper bool) func(*row, Value) string {
	return func(_ *row, v Value) string {
		if upper {
			return strings.ToUpper(street(v.Seen, form))
		}
		return street(v.Seen, form)
	}
}

// addressPart returns the i-th part of the canonical address: 3 town, 4 ZIP.
func addressPart(i int) func(*row, Value) string {
	return func(_ *row, v Value) string { return strings.Split(v.Seen, "|")[i] }
}

func verbatim(_ *row, v Value) string { return v.Seen }

func handleForm(_ *row, v Value) string { return v.plain() }

func id(w *row) string          { return w.ID }
func countyName(w *row) string  { return Counties[w.County].Name }
func upperCounty(w *row) string { return strings.ToUpper(countyName(w)) + " CO" }
func narrative(w *row) string   { return w.narrative() }

func date(layout string) func(*row) string {
	return func(w *row) string { return w.Day.Format(layout) }
}

func offense(sex, labor string) func(*row) string {
	return func(w *row) string {
		if w.Sex {
			return sex
		}
		return labor
	}
}

// suspect writes the first suspect's name: 0 given and family, 1 "Family, Given",
// 2 given only, 3 family only.
func suspect(form int) func(*row) string {
	return func(w *row) string {
		if len(w.Suspect) == 0 {
			return ""
		}
		given, family, _ := strings.Cut(w.Suspect[0], " ")
		return [...]string{given + " " + family, family + ", " + given, given, family}[form]
	}
}

func fixed(s string) func(*row) string { return func(*row) string { return s } }

// addressState writes NY where there is an address.
func addressState(w *row) string {
	if w.nth(normalize.KindAddress, 0).Seen == "" {
		return ""
	}
	return "NY"
}

func slug(county string) string {
	return strings.ReplaceAll(strings.ReplaceAll(lower(county), " ", "-"), ".", "")
}
