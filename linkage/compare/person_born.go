package compare

import "github.com/tflink/tflink/linkage/normalize"

// What dates of birth weigh, in bits.
const (
	bornSame    = 13.0 // log2 of the days of fifty years, less the errors
	bornYear    = 5.0  // 1 January stands for the year alone: log2 of fifty years, less the errors
	bornSwapped = 9.0  // day and month change places
	bornSlip    = 6.5  // one digit is another
	bornNear    = 0.0  // the same year: too little to say
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
	case s.Year() == t.Year() && s.Month() == t.Month():
		m.add(Bits(bornNear), "dates of birth in the same month")
	default:
		m.conflict = true
		m.Relation = "same name, another date of birth"
		m.add(Bits(bornOther), "dates of birth differ")
	}
}
