package records

import (
	"fmt"
	"strings"
)

// What a column holds often shows only beside the others: these steps look at
// all columns of a table together.

// set gives column i another field, with the reason.
func (in *inferrer) set(i int, f Field, confidence float64, why string, args ...any) {
	c := &in.cols[i]
	c.Field, c.Confidence, c.Uncertain = f, confidence, false
	c.Why = fmt.Sprintf(why, args...)
}

// index returns the first column of a field, or -1.
func (in *inferrer) index(f Field) int {
	for i := range in.cols {
		if in.cols[i].Field == f {
			return i
		}
	}
	return -1
}

// is reports whether there is a column i and it is of one of the fields.
func (in *inferrer) is(i int, fields ...Field) bool {
	if i < 0 || i >= len(in.cols) {
		return false
	}
	for _, f := range fields {
		if in.cols[i].Field == f {
			return true
		}
	}
	return false
}

// said reports whether a name of column i speaks for f at all.
func (in *inferrer) said(i int, f Field) bool { return in.guess[i].strength(f) > 0 }

// states decides whose state a column is that is called no more than "State":
// that of the plate before it, that of the town beside it, or that of the case.
func (in *inferrer) states() {
	for i := range in.cols {
		if in.said(i, FieldState) && in.cols[i].Uncertain && (in.is(i-1, FieldCity, FieldZIP) || in.is(i+1, FieldZIP)) {
			in.set(i, FieldAddressState, 0.5, "stands in the address, but most values are no state of the USA")
			in.cols[i].Uncertain = true
			continue
		}
		if !in.is(i, FieldState, FieldAddressState, FieldPlateState) || in.guess[i].strength(in.cols[i].Field) > weakName {
			continue
		}
		switch {
		case in.is(i-1, FieldPlate) && !in.is(i+1, FieldZIP):
			in.set(i, FieldPlateState, 0.85, "stands behind the plate")
		case in.is(i-1, FieldCity, FieldStreet, FieldAddress, FieldUnit) || in.is(i+1, FieldZIP, FieldCity):
			in.set(i, FieldAddressState, 0.9, "stands in the address")
		case in.is(i+1, FieldPlate):
			in.set(i, FieldPlateState, 0.75, "stands in front of the plate")
		case in.index(FieldCity) >= 0 && in.index(FieldCounty) < 0:
			in.set(i, FieldAddressState, 0.7, "belongs to the town")
		case in.shapes[i].fits[FieldState] >= fitsSome:
			in.set(i, FieldState, 0.7, "a state, and nothing beside it that it belongs to")
		}
	}
}

// years gives a bare "Year" to the vehicle that stands beside it.
func (in *inferrer) years() {
	for i := range in.cols {
		if !in.is(i, FieldVehicleYear) || in.guess[i].strength(FieldVehicleYear) > weakName {
			continue
		}
		if !in.is(i-1, FieldMake, FieldModel, FieldColor, FieldPlate, FieldPlateState, FieldVIN, FieldVehicle) &&
			!in.is(i+1, FieldMake, FieldModel, FieldColor, FieldPlate, FieldVehicle) {
			in.set(i, FieldIgnore, 0.7, "a year, and no vehicle beside it")
		}
	}
}

// names decides whether a column that is called no more than "Name" holds whole
// names, first names beside last names, or companies.
func (in *inferrer) names() {
	last := in.index(FieldLastName)
	for i := range in.cols {
		g, s := &in.guess[i], &in.shapes[i]
		if !in.is(i, FieldPerson, FieldBusiness, FieldFirstName) || g.strength(in.cols[i].Field) > weakName || s.filled == 0 {
			continue
		}
		person := in.said(i, FieldPerson) && s.business < 0.1 && s.fits[FieldPerson] >= 0.7
		switch {
		case g.role != "" && in.said(i, FieldPerson) && in.is(i, FieldBusiness) && s.business < 0.1:
			in.set(i, FieldPerson, 0.8, "named after people, and no name has a word of a company")
		case last >= 0 && in.said(i, FieldFirstName) && s.words < 1.3:
			in.set(i, FieldFirstName, 0.8, "a name of one word beside a last name")
		case person && in.table(FieldBusiness, i):
			in.set(i, FieldPerson, 0.75, "names of people")
		case s.business >= 0.1 && in.said(i, FieldBusiness):
			in.set(i, FieldBusiness, 0.6+0.35*s.business, "%.0f %% of the names have a word of a company", 100*s.business)
		case in.said(i, FieldBusiness) && in.is(i+1, FieldAddress, FieldStreet) && in.index(FieldBorn) < 0 && !person:
			in.set(i, FieldBusiness, 0.65, "names in front of an address")
			in.cols[i].Uncertain = true
		}
	}
}

// table reports whether another column than i is already sure to be of f, or
// nothing speaks for i being one.
func (in *inferrer) table(f Field, i int) bool {
	for k := range in.cols {
		if k != i && in.is(k, f) && in.guess[k].strength(f) > weakName {
			return true
		}
	}
	return in.shapes[i].business < 0.05
}

// streets decides between a whole address and its first line: with a town
// beside it a column called "Address" is the line.
func (in *inferrer) streets() {
	city := in.index(FieldCity) >= 0 || in.index(FieldZIP) >= 0
	for i := range in.cols {
		s := &in.shapes[i]
		switch {
		case in.said(i, FieldStreet) && s.words < 1.1 && s.code >= fitsWell && contains(headerWords(in.cols[i].Header), "number"):
			in.set(i, FieldStreet, 0.85, "house numbers; the street stands in another column")
		case in.is(i, FieldAddress) && city && s.fits[FieldAddress] < fitsSome && s.fits[FieldStreet] >= fitsNever:
			in.set(i, FieldStreet, max(0.7, in.cols[i].Confidence), "the line of an address whose town stands in another column")
		case in.is(i, FieldAddress, FieldStreet) && hasWhole(s):
			in.set(i, FieldAddress, 0.9, "%.0f %% of the values are whole addresses", 100*s.fits[FieldAddress])
		case in.cols[i].Uncertain && in.said(i, FieldAddress) && s.fits[FieldStreet] >= fitsWeak:
			f := FieldAddress
			if city {
				f = FieldStreet
			}
			in.set(i, f, 0.8, "%.0f %% of the values look like the line of an address", 100*s.fits[FieldStreet])
		}
	}
}

func hasWhole(s *shape) bool { return s.fits[FieldAddress] >= fitsWeak }

// companies finds the columns that hold a company and its address in one cell.
func (in *inferrer) companies() {
	for i := range in.cols {
		s := &in.shapes[i]
		if in.said(i, FieldBusiness) && in.said(i, FieldAddress) && s.fits[FieldAddress] >= fitsNever && s.bare >= fitsNever {
			in.set(i, FieldBusinessAddress, 0.75, "some of the values are addresses and some are names of companies")
			continue
		}
		if in.is(i, FieldBusiness, FieldPerson) && s.fits[FieldBusinessAddress] >= fitsSome {
			in.set(i, FieldBusinessAddress, 0.9, "%.0f %% of the values end in a state or ZIP: a company and its address", 100*s.fits[FieldBusinessAddress])
		}
	}
}

// dates leaves out what is only by a general name a date, where another column
// is sure to be the case's.
func (in *inferrer) dates() {
	sure := -1
	for i := range in.cols {
		if in.is(i, FieldDate) && in.guess[i].strength(FieldDate) > weakName {
			sure = i
		}
	}
	for i := range in.cols {
		if i != sure && sure >= 0 && in.is(i, FieldDate) && in.guess[i].strength(FieldDate) <= weakName {
			in.set(i, FieldIgnore, 0.6, "a date, but column %d is the case's", sure+1)
		}
	}
}

// unnamed gives fields to columns whose names say nothing but whose values,
// beside the others, do: dates, and an id in every row.
func (in *inferrer) unnamed() {
	for i := range in.cols {
		s := &in.shapes[i]
		if len(in.guess[i].fields) > 0 || in.cols[i].Field != FieldIgnore || s.filled < minValues {
			continue
		}
		switch {
		case s.fits[FieldDate] >= fitsWell && s.old >= fitsWell && in.index(FieldBorn) < 0:
			in.set(i, FieldBorn, 0.6, "dates before %d; its name says nothing", oldYear)
		case s.fits[FieldDate] >= fitsWell && s.old < fitsSome && in.index(FieldDate) < 0:
			in.set(i, FieldDate, 0.6, "dates; its name says nothing")
		case i < 3 && idLike(s) && in.index(FieldCaseID) < 0:
			in.set(i, FieldCaseID, 0.6, "every row has a value of its own; its name says nothing")
		default:
			continue
		}
		in.cols[i].Uncertain = true
	}
}

// caseID settles on one column for the case's id: one that is called so, or one
// with a general name that has a value of its own in every row.
func (in *inferrer) caseID() {
	best, bestScore := -1, 0.0
	for i := range in.cols {
		g, s := &in.guess[i], &in.shapes[i]
		strength := g.strength(FieldCaseID)
		if strength == 0 || g.role != "" || s.filled == 0 || in.is(i, FieldPlate) && s.fits[FieldPlate] >= fitsSome && strength <= weakName && !idLike(s) {
			continue
		}
		if strength <= weakName && !idLike(s) {
			continue
		}
		if score := strength + 0.2*s.code + 0.1*float64(s.filled)/float64(s.rows) - 0.001*float64(i); score > bestScore {
			best, bestScore = i, score
		}
	}
	for i := range in.cols {
		if in.is(i, FieldCaseID) && i != best {
			in.set(i, FieldIgnore, 0.6, "a number, but column %d is the case's id", best+1)
			if best < 0 {
				in.cols[i].Uncertain = true
				in.cols[i].Why = "perhaps an id by its name, but the values are not different in every row"
			}
		}
	}
	if best < 0 {
		return
	}
	g, s := &in.guess[best], &in.shapes[best]
	if g.strength(FieldCaseID) > weakName {
		in.set(best, FieldCaseID, min(0.99, g.strength(FieldCaseID)*(0.8+0.2*s.code)), "by its name; %d different values in %d rows", s.distinct, s.rows)
		return
	}
	in.set(best, FieldCaseID, 0.7, "its name is general, but every row has a value of its own")
}

// idLike reports whether every row has a value, all of them different and made
// like numbers that somebody gives out.
func idLike(s *shape) bool {
	return s.filled >= minValues && s.filled == s.rows && s.unique() >= 0.98 && s.code >= fitsWell
}

// minors tells "minors involved", which speaks of the case, from a flag in a
// table of people.
func (in *inferrer) minors() {
	people := in.index(FieldRecordType) >= 0 || in.index(FieldBorn) >= 0 || in.index(FieldRole) >= 0
	for i := range in.cols {
		if !in.is(i, FieldMinors) || !people || strings.Contains(strings.Join(headerWords(in.cols[i].Header), " "), "involved") {
			continue
		}
		if words := headerWords(in.cols[i].Header); len(words) == 1 && isSingular(in.cols[i].Header) && in.index(FieldRole) >= 0 {
			in.set(i, FieldMinorFlag, 0.75, "one minor, in a table of people")
		}
	}
}

// isSingular reports whether a name speaks of one minor and not of several.
func isSingular(name string) bool { return !strings.HasSuffix(fold(strings.TrimSpace(name)), "s") }
