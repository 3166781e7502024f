package compare

import "github.com/tflink/tflink/linkage/normalize"

// The chances behind the weights of telephone numbers. m are those of one
// number being written down twice; u are those of two people's numbers.
const (
	phoneCount  = 1e7 // numbers in use in a region of some area codes
	phoneAbroad = 1e8 // numbers of the countries that a region calls

	phoneSame  = 0.96
	phoneTypo  = 0.008 // one digit differs
	phoneSwap  = 0.004 // two neighbours exchanged
	phoneArea  = 0.004 // another area code before the same seven digits
	phoneOther = 0.01  // all else: the owner's other number

	phoneTypos = 63 // numbers that are one digit away: 7 places of 9 digits
	phoneSwaps = 6  // numbers that are one exchange away
	phoneAreas = 10 // area codes of a region

	// A number one digit off is as often the neighbour's, numbers being given out in
	// blocks, as it is a slip: it weighs half of what chance alone would say.
	phoneBlocks = 2

	extensionSame = 0.9  // of one desk's numbers have the same extension
	extensionU    = 0.25 // of two desks' numbers at one switchboard have: both give the front desk's
	tollFreeMore  = 10   // by which a toll-free number, a company's or a hotline's, is likelier met
)

// Phones compares two telephone numbers. An extension that differs means two desks
// behind one number: the keys, and so Same, agree, and the weight is lower.
func Phones(a, b normalize.PhoneNumber) Comparison {
	var c Comparison
	if a.Key() == "" || b.Key() == "" {
		c.add(0, "a telephone number could not be read")
		return c
	}
	if a.Key() == b.Key() {
		c.Same = true
		c.add(LikelihoodRatio(phoneSame, phoneU(a)), "same number %s", a.Key())
		c.extensions(a.Extension(), b.Extension())
		return c
	}
	c.differentPhones(a, b)
	return c
}

// extensions weighs the extensions of one number.
func (c *Comparison) extensions(a, b string) {
	switch {
	case a == "" && b == "":
	case a == "" || b == "":
		c.add(0, "one without extension")
	case a == b:
		c.add(LikelihoodRatio(extensionSame, extensionU), "same extension %s", a)
	default:
		c.Relation = "same number, two extensions"
		c.add(LikelihoodRatio(1-extensionSame, 1-extensionU), "two extensions")
	}
}

// differentPhones weighs how two numbers differ.
func (c *Comparison) differentPhones(a, b normalize.PhoneNumber) {
	wrong, swapped := digitsApart(a.Key(), b.Key())
	switch {
	case a.IsNorthAmerican() && b.IsNorthAmerican() && a.AreaCode() != b.AreaCode() && a.Key()[5:] == b.Key()[5:]:
		c.Relation = "other area code"
		c.add(LikelihoodRatio(phoneArea, phoneAreas/phoneCount), "same seven digits, two area codes")
	case wrong == 1:
		c.Relation = "one digit apart"
		c.add(LikelihoodRatio(phoneTypo, phoneTypos/phoneCount)/phoneBlocks, "one digit differs")
	case swapped:
		c.Relation = "two digits exchanged"
		c.add(LikelihoodRatio(phoneSwap, phoneSwaps/phoneCount)/phoneBlocks, "two digits exchanged")
	case a.IsNorthAmerican() && b.IsNorthAmerican() && a.Key()[:8] == b.Key()[:8]:
		c.Relation = "same exchange"
		c.add(LikelihoodRatio(phoneOther, 1), "numbers of one exchange")
	default:
		c.add(LikelihoodRatio(phoneOther, 1), "two numbers")
	}
}

// digitsApart returns in how many places two numbers of one length differ (2
// for two and more), and whether two neighbours exchanged is all the difference.
func digitsApart(a, b string) (wrong int, swapped bool) {
	if len(a) != len(b) {
		return 2, false
	}
	first := -1
	for i := range len(a) {
		if a[i] == b[i] {
			continue
		}
		if wrong++; wrong > 2 {
			return 2, false
		}
		if wrong == 2 {
			return 2, i == first+1 && a[i] == b[first] && a[first] == b[i] && a[i+1:] == b[i+1:]
		}
		first = i
	}
	return wrong, false
}

// phoneU returns the chance that an unrelated number is this very one.
func phoneU(p normalize.PhoneNumber) float64 {
	switch {
	case !p.IsNorthAmerican():
		return 1 / phoneAbroad
	case isTollFree(p.AreaCode()):
		return tollFreeMore / phoneCount
	}
	return 1 / phoneCount
}

// isTollFree reports whether the one who is called pays.
func isTollFree(area string) bool {
	switch area {
	case "800", "888", "877", "866", "855", "844", "833":
		return true
	}
	return false
}
