package compare

import "github.com/tflink/tflink/linkage/normalize"

// The chances behind the weights of VINs.
const (
	vinCount = 3e8 // vehicles registered in the United States

	vinSame      = 0.95
	vinMisread   = 0.03 // one character wrong, which the check digit then shows
	vinSlip      = 0.01 // two wrong or exchanged
	vinUnrelated = 0.01

	// Vehicles of one batch differ in few characters of the serial number: so
	// many are one or two characters away from a given one.
	vinNear     = 50
	vinNearTwo  = 1500
	vinLookHelp = 4 // by which a look-alike is likelier than another character
)

// VINs compares two vehicle identification numbers. Two that differ and have
// both a right check digit are two vehicles, however near they are: the digit
// shows every single misread character. If one of them is wrong, one or two characters are
// likely misread.
func VINs(a, b normalize.VehicleID) Comparison {
	var c Comparison
	if a.Key() == "" || b.Key() == "" {
		c.add(0, "a VIN could not be read")
		return c
	}
	alike, others := plateDifference(a.Number, b.Number)
	switch differ := alike + others; {
	case differ == 0:
		c.Same = true
		c.add(LikelihoodRatio(vinSame, 1/vinCount), "same VIN %s", a.Number)
		if !a.Valid {
			c.add(0, "its check digit is wrong on both")
		}
	case a.Valid && b.Valid:
		c.add(LikelihoodRatio(vinUnrelated, 1), "two VINs, both with the right check digit")
	case differ == 1:
		m := vinMisread
		if alike == 1 {
			m *= vinLookHelp
		}
		c.add(LikelihoodRatio(m, vinNear/vinCount), "VINs differ by one character and a check digit is wrong")
		c.Relation = "one character apart"
	case differ == 2:
		c.add(LikelihoodRatio(vinSlip, vinNearTwo/vinCount), "VINs differ by two characters and a check digit is wrong")
		c.Relation = "two characters apart"
	default:
		c.add(LikelihoodRatio(vinUnrelated, 1), "VINs have nothing in common")
	}
	return c
}

// vinU returns the chance that an unrelated VIN is this very one.
func vinU(normalize.VehicleID) float64 { return 1 / vinCount }
