package compare

import (
	"time"

	"github.com/tflink/tflink/linkage/normalize"
)

// What dates of birth weigh, in bits.
const (
	bornSame    = 13.0 // log2 of the days of fifty years, less the errors
	bornYear    = 5.0  // 1 January stands for the year alone: log2 of fifty years, less the errors
	bornSwapped = 9.0  // day and month change places
	bornSlip    = 6.5  // one digit is another
	bornTwo     = 3.0  // two of year, month and day agree
	bornOneYear = -4.0 // the same year, another day and month
	bornOther   = -9.0
)

// compareBorn weighs two dates of birth. A date of 1 January says no more than the year.
func (m *personMatch) compareBorn(a, b normalize.Day) {
	if a == 0 || b == 0 {
		return
	}
	s, t := a.Time(), b.Time()
	round := s.YearDay() == 1 || t.YearDay() == 1
	switch {
	case a == b && round, round && s.Year() == t.Year():
		m.add(Bits(bornYear), "same year of birth; 1 January is often put for a year alone")
	case a == b:
		m.add(Bits(bornSame), "same date of birth")
	case s.Year() == t.Year() && int(s.Month()) == t.Day() && s.Day() == int(t.Month()):
		m.add(Bits(bornSwapped), "dates of birth with day and month in each other's place")
	case editDistance(a.String(), b.String()) == 1:
		m.add(Bits(bornSlip), "dates of birth one digit apart")
	case agreeing(s, t) == 2:
		m.add(Bits(bornTwo), "two of year, month and day of birth agree")
	default:
		weight := bornOther
		if s.Year() == t.Year() {
			weight = bornOneYear
		}
		m.conflict = true
		m.Relation = "same name, another date of birth"
		m.add(Bits(weight), "dates of birth differ")
	}
}

// agreeing returns how many of year, month and day are the same.
func agreeing(s, t time.Time) int {
	n := 0
	for _, same := range [...]bool{s.Year() == t.Year(), s.Month() == t.Month(), s.Day() == t.Day()} {
		if same {
			n++
		}
	}
	return n
}
