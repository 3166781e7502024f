package compare

import (
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// What disagreement between two names of businesses weighs, in bits.
const (
	numberSame  = 5.0   // both are number 12 of their chain
	numberOther = -14.0 // two sites of a chain
	numberOne   = -1.0
	branchOther = -14.0 // two businesses of one company, as two sites of a chain
	legalSame   = 0.5
	legalOther  = -2.5 // sister companies, or a slip
	tradeLoss   = 1.0  // the name of one is the trade name of the other

	// sameBusiness is the weight from which two names, if nothing in them conflicts, mean one business.
	sameBusiness = 3.0
)

// Relations of two names of businesses that are not the same.
const (
	sameChain       = "same chain"
	otherTradename  = "same company, other trade name"
	sisterCompanies = "sister companies"
	partOfOther     = "one name is a part of the other"
	someWords       = "some words in common"
)

// Businesses compares two names of businesses: all pairs of their names and trade
// names, word by word, their numbers and their legal forms.
//
// Words weigh by how rare they are in business names. A legal form that is
// missing says nothing. Numbers that differ (Store 12, Store 14) make two sites of one
// chain: related, not the same.
func Businesses(a, b normalize.BusinessName) Comparison {
	if a.Key() == "" || b.Key() == "" {
		return Comparison{}
	}
	if strings.Compare(a.Key(), b.Key()) > 0 {
		a, b = b, a // the result must not depend on the order
	}
	wordsA, numberA := a.Words(), a.Number
	wordsB, numberB := b.Words(), b.Number
	if numberA == "" && numberB != "" {
		wordsA, numberA = lastNumber(wordsA)
	} else if numberB == "" && numberA != "" {
		wordsB, numberB = lastNumber(wordsB)
	}
	m := compareNames(wordsA, wordsB)
	byTradename := false
	if !m.fits() {
		if t, ok := compareTradenames(a, b); ok {
			m, byTradename = t, true
		}
	}
	names := m.Weight
	if !byTradename { // whose number and form they are is known of the first name only
		m.compareNumbers(numberA, numberB)
		m.compareLegalForms(a.LegalForm, b.LegalForm)
		m.compareBranches(a, b)
	}
	m.Same = m.fits() && names >= Bits(sameBusiness)
	if m.Same {
		m.Relation = ""
	}
	return m.Comparison
}

// MayBeOneBusiness reports whether two names may be of one business that is written in two ways: they are the same, or
// likelier so than not, or what they share is all that one of them says, and the other has words more (a department, a
// place). Two of a chain, sister companies and trade names that differ are two businesses whatever their names share.
func MayBeOneBusiness(a, b normalize.BusinessName) bool {
	if a.Key() == b.Key() {
		return true
	}
	c := Businesses(a, b)
	switch c.Relation {
	case sameChain, otherTradename, sisterCompanies:
		return false
	case partOfOther:
		return c.Weight > 0 || slices.ContainsFunc(c.Reasons, func(r Reason) bool { return r.Weight > Bits(legalSame) })
	case someWords:
		return c.Weight > 0
	}
	return c.Same || len(c.Reasons) > 0 // nothing conflicts
}

// lastNumber returns the number with which a name ends, apart from its other
// words: of two names of which one says "No. 11", "Motel 10" is one with a number.
func lastNumber(words []string) (rest []string, number string) {
	last := len(words) - 1
	if last > 0 && strings.Trim(words[last], "0123456789") == "" {
		return words[:last], words[last]
	}
	return words, ""
}

// businessMatch is a comparison of two names under way.
type businessMatch struct {
	Comparison
	conflict bool
}

func (m *businessMatch) fits() bool { return !m.conflict }

// maxTradenames is how many trade names of each are looked at: a name with more is a list.
const maxTradenames = 8

// compareTradenames returns the best match between a name of one and a trade name of the other.
func compareTradenames(a, b normalize.BusinessName) (best businessMatch, ok bool) {
	x, y := a.Keys(), b.Keys()
	x, y = x[:min(len(x), maxTradenames)], y[:min(len(y), maxTradenames)]
	for i, v := range x {
		for j, w := range y {
			if i == 0 && j == 0 {
				continue
			}
			m := compareNames(strings.Fields(v), strings.Fields(w))
			if m.fits() && m.Weight >= Bits(sameBusiness) && (!ok || m.Weight > best.Weight) {
				best, ok = m, true
			}
		}
	}
	if ok {
		best.add(Bits(-tradeLoss), "by a trade name")
	}
	return best, ok
}

func (m *businessMatch) compareNumbers(a, b string) {
	switch {
	case a == "" && b == "":
	case a == b:
		m.add(Bits(numberSame), "same number")
	case a == "" || b == "":
		m.add(Bits(numberOne), "only one has a number")
	default:
		m.conflict = true
		m.Relation = sameChain
		m.add(Bits(numberOther), "their numbers differ")
	}
}

// compareBranches sets apart what one company runs under two names of which
// neither can be the other.
func (m *businessMatch) compareBranches(a, b normalize.BusinessName) {
	x, y := a.Keys(), b.Keys()
	if len(x) < 2 || len(y) < 2 || len(x) > maxTradenames || len(y) > maxTradenames {
		return
	}
	for _, v := range x[1:] {
		for _, w := range y[1:] {
			if n := compareNames(strings.Fields(v), strings.Fields(w)); n.fits() {
				return
			}
		}
	}
	m.conflict = true
	m.Relation = otherTradename
	m.add(Bits(branchOther), "their trade names differ")
}

// legalFamilies groups legal forms that people put for one another, also in another language.
var legalFamilies = map[string]string{
	"Inc.": familyCorporation, "Corp.": familyCorporation, "Co.": familyCorporation, "Co. Inc.": familyCorporation, "Ltd.": familyCorporation,

	"LLC": familyLimited, "PLLC": familyLimited, "OOO": familyLimited, "GmbH": familyLimited, "UG": familyLimited, "SRL": familyLimited,
	"SARL": familyLimited, "EURL": familyLimited, "SL": familyLimited, "Ltda.": familyLimited, "BV": familyLimited, "ApS": familyLimited,
	"Sp. z o.o.": familyLimited, "s.r.o.": familyLimited, "d.o.o.": familyLimited, "Kft.": familyLimited, "EOOD": familyLimited,
	"Pty Ltd": familyLimited, "Pvt Ltd": familyLimited, "Sdn Bhd": familyLimited,

	"AG": familyStock, "SA": familyStock, "SAB": familyStock, "SpA": familyStock, "NV": familyStock, "PLC": familyStock,
	"JSC": familyStock, "OJSC": familyStock, "PJSC": familyStock, "CJSC": familyStock,

	"LP": familyPartnership, "LLP": familyPartnership, "GP": familyPartnership,

	"ANO": familyNonprofit,
}

const (
	familyCorporation = "corporation" // of which English translations make whatever a firm is
	familyLimited     = "limited company"
	familyStock       = "stock company"
	familyPartnership = "partnership"
	familyNonprofit   = "nonprofit"
)

// twoFirms reports whether two legal forms are of two firms for certain: a Bank AG owns a Bank GmbH. An LLC that is called
// Inc. is a slip that is often made.
func twoFirms(a, b string) bool {
	x, y := legalFamilies[a], legalFamilies[b]
	if x == "" || y == "" || x == y || x == familyCorporation || y == familyCorporation {
		return false
	}
	return x == familyStock || y == familyStock || x == familyNonprofit || y == familyNonprofit
}

func (m *businessMatch) compareLegalForms(a, b string) {
	switch {
	case a == "" || b == "":
	case a == b:
		m.add(Bits(legalSame), "same legal form")
	case legalFamilies[a] != "" && legalFamilies[a] == legalFamilies[b]:
		m.add(0, "legal forms that are put for one another")
	case twoFirms(a, b):
		m.conflict = true
		m.Relation = sisterCompanies
		m.add(Bits(legalOther), "legal forms differ: sister companies")
	default:
		m.add(Bits(legalOther), "legal forms differ: sister companies, perhaps")
	}
}
