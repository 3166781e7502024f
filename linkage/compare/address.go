package compare

import (
	"math"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// The relations of two addresses that are not, or not surely, the same place.
const (
	SameBuilding = "same building"
	SameRoad     = "same road"
	SameTown     = "same town"
)

// Chances that two unrelated addresses of a region agree in a part: a rural state
// has some 500 post towns within reach, a town some 100 roads of which every
// fourth town's case is on one of few common names, a road some 250 house
// numbers, a building with units some 20.
const (
	uTown       = 1.0 / 500
	uRoad       = 1.0 / 100
	uCommonRoad = 1.0 / 25
	uNumber     = 1.0 / 250
	uUnit       = 1.0 / 20
	uBox        = 1.0 / 250
	uPlaceName  = 1.0 / 500
	mPart       = 0.95 // that one address written twice agrees in a part
)

// A conflict in a hard part (number, route, unit, lot, box) means two places,
// whatever else agrees, as agreement in the rest is what neighbours have. The
// weight of the whole is then that of the relation which remains.
var (
	weightOtherUnit   = Bits(2)  // one building, two units
	weightOtherNumber = Bits(-1) // one road, two numbers
	weightOtherRoad   = Bits(-4) // one town, two roads
	weightOtherTown   = Bits(-8) // two towns

	penaltyMissingUnit = Bits(-10) // one of some 20 units in the building, or all of it: less than one place without its town
	weightRoadOnly     = Bits(4)   // one road, one number not known
	weightTownOnly     = Bits(1)   // one town, one road not known
	penaltyTypo        = Bits(-4)  // a letter that differs is one spelling in about 16 roads
	penaltyNoSuffix    = Bits(-2)  // Lake St or Lake Ave: one name in four has two suffixes
	penaltyNoDirection = Bits(-8)  // E Main St or W Main St: half the time the other one
	penaltyOtherTown   = Bits(-3)  // another town's name with the same ZIP code
)

// Addresses compares two addresses part by part. It says that they are the same
// when no part contradicts and number and road, box and route, or the named
// place agree, units included; a missing unit leaves the relation "same
// building", a missing or other number "same road", another road "same town". An
// exact agreement weighs more than one with a part missing, and that more than a
// conflict.
func Addresses(a, b normalize.PostalAddress) Comparison {
	if b.Key() < a.Key() {
		a, b = b, a // so that the reasons, too, are the same both ways
	}
	c := addressComparison{a: a, b: b}
	if a.Key() == "" || b.Key() == "" {
		c.add(0, "an address that could not be read says nothing")
		return c.Comparison
	}
	switch c.town() {
	case conflict:
		c.settle(weightOtherTown, "", "other town: %s / %s", a.TownKey(), b.TownKey())
	default:
		c.withinTown()
	}
	return c.Comparison
}

// agreement is how two parts stand to each other.
type agreement int

const (
	agree agreement = iota
	missing
	conflict
)

func parts(a, b string) agreement {
	switch {
	case a == "" || b == "":
		return missing
	case a == b:
		return agree
	}
	return conflict
}

type addressComparison struct {
	Comparison
	a, b      normalize.PostalAddress
	townKnown bool // both towns are known and agree
}

// settle adds a reason that brings the weight to what is left of the relation.
func (c *addressComparison) settle(total Weight, relation, format string, args ...any) {
	c.Relation = relation
	c.add(total-c.Weight, format, args...)
}

// town weighs the towns.
func (c *addressComparison) town() agreement {
	a, b := c.a.TownKey(), c.b.TownKey()
	switch {
	case a == "" || b == "" || len(a) == 2 && strings.HasSuffix(b, " "+a) || len(b) == 2 && strings.HasSuffix(a, " "+b) || len(a) == 2 && a == b:
		if a != "" && b != "" || c.a.State == c.b.State || c.a.State == "" || c.b.State == "" {
			c.add(0, "town not known on one side")
			return missing
		}
		return conflict
	case a == b:
		c.townKnown = true
		c.add(LikelihoodRatio(mPart, uTown), "same town: %s", a)
	case withoutState(a) == b || withoutState(b) == a:
		c.townKnown = true
		c.add(LikelihoodRatio(mPart, uTown)+penaltyNoSuffix, "same town, one without its state: %s", b)
	case c.a.ZIP != "" && c.a.ZIP == c.b.ZIP:
		c.townKnown = true
		c.add(LikelihoodRatio(mPart, uTown)+penaltyOtherTown, "same ZIP code %s, other town's name: %s / %s", c.a.ZIP, a, b)
	case c.a.State == c.b.State && alike(a, b):
		c.townKnown = true
		c.add(LikelihoodRatio(mPart, uTown)+penaltyTypo, "town spelt alike: %s / %s", a, b)
	default:
		return conflict
	}
	return agree
}

// withoutState returns a town's key without the code of its state.
func withoutState(town string) string {
	if n := len(town) - 3; n > 0 && town[n] == ' ' {
		return town[:n]
	}
	return ""
}

// withinTown compares what two addresses of one town, or perhaps of one, name in it.
func (c *addressComparison) withinTown() {
	a, b := c.a, c.b
	switch {
	case a.Precision() <= normalize.PrecisionTown || b.Precision() <= normalize.PrecisionTown:
		if a.Key() == b.Key() {
			c.Same = true
			c.Relation = SameTown
			return
		}
		c.settle(min(weightTownOnly, c.Weight), SameTown, "only the town is known on one side")
	case a.Building() != "" && a.Building() == b.Building():
		c.add(c.buildingWeight(), "same place: %s", a.Building())
		c.units()
	case a.StreetKey() != "" && b.StreetKey() != "":
		c.roads()
	case a.Place != "" && b.Place != "":
		c.places()
	case a.Box != "" && b.Box != "":
		c.boxes()
	default:
		c.settle(min(weightTownOnly, c.Weight), SameTown, "nothing in the town to compare: %s / %s", kindOfPlace(a), kindOfPlace(b))
	}
}

func kindOfPlace(a normalize.PostalAddress) string {
	switch {
	case a.StreetKey() != "":
		return "a street"
	case a.Box != "":
		return "a box"
	}
	return "a named place"
}

// buildingWeight is what the agreement of number and road, box or place weighs.
func (c *addressComparison) buildingWeight() Weight {
	a := c.a
	switch {
	case a.NumberKey() != "" && a.StreetKey() != "":
		return LikelihoodRatio(mPart, roadU(a.StreetKey())*uNumber)
	case a.Route != "" && a.Box != "":
		return LikelihoodRatio(mPart, uRoad*uBox)
	case a.Box != "":
		return LikelihoodRatio(mPart, uBox)
	}
	return LikelihoodRatio(mPart, uPlaceName)
}

// roads compares two addresses that both name a road.
func (c *addressComparison) roads() {
	a, b := c.a, c.b
	street := LikelihoodRatio(mPart, roadU(a.StreetKey()))
	penalty, how := roadAgreement(a, b)
	if how == conflict {
		if a.Place != "" && samePlaceName(a, b) {
			c.add(LikelihoodRatio(mPart, uPlaceName)+penaltyMissingUnit, "same named place, roads differ: %s", a.Place)
			c.Relation = SameBuilding
			return
		}
		c.settle(min(weightOtherRoad, c.Weight), c.townRelation(), "other road: %s / %s", a.StreetKey(), b.StreetKey())
		return
	}
	switch {
	case penalty == 0:
		c.add(street, "same road: %s", a.StreetKey())
	default:
		c.add(street+penalty, "nearly the same road: %s / %s", a.StreetKey(), b.StreetKey())
	}
	c.numbers(penalty)
}

// townRelation names the relation that the town gives, if it is known.
func (c *addressComparison) townRelation() string {
	if c.townKnown {
		return SameTown
	}
	return ""
}

// numbers compares the house numbers, or what stands for them, on one road.
func (c *addressComparison) numbers(roadPenalty Weight) {
	a, b := c.a, c.b
	switch parts(a.NumberKey(), b.NumberKey()) {
	case agree:
		c.add(LikelihoodRatio(mPart, uNumber), "same house number: %s", a.NumberKey())
		c.units()
		if c.Same && roadPenalty <= penaltyNoDirection {
			c.Same, c.Relation = false, SameRoad
		}
	case conflict:
		if unitInNumber(a, b) || unitInNumber(b, a) {
			c.add(LikelihoodRatio(mPart, uNumber)+penaltyTypo, "same house number, its letter once as the unit: %s / %s", a.NumberKey(), b.NumberKey())
			c.Same = roadPenalty > penaltyNoDirection
			return
		}
		c.settle(weightOtherNumber, SameRoad, "other house number: %s / %s", a.NumberKey(), b.NumberKey())
	default:
		switch {
		case a.Milepost != b.Milepost && a.Milepost != "" && b.Milepost != "":
			c.settle(weightOtherNumber, SameRoad, "other point of the road: %s / %s", a.Milepost, b.Milepost)
		case a.Place != "" && b.Place != "" && samePlaceName(a, b):
			c.add(LikelihoodRatio(mPart, uPlaceName), "same named place: %s", a.Place)
			c.units()
		case a.Key() == b.Key() && a.Precision() == normalize.PrecisionRoad:
			c.Same = true // of the road, whatever unit was meant
		case a.Key() == b.Key() || a.NumberKey() == b.NumberKey() && a.Milepost == b.Milepost && a.Place == b.Place && roadPenalty > penaltyNoDirection:
			c.units()
		default:
			c.settle(min(weightRoadOnly, c.Weight), SameRoad, "no house number on one side")
		}
	}
}

// unitInNumber reports whether a's number is b's with b's unit: 12B, and 12 Apt B.
func unitInNumber(a, b normalize.PostalAddress) bool {
	return a.UnitKey() == "" && b.UnitKey() != "" && a.NumberKey() == b.NumberKey()+strings.TrimPrefix(b.UnitKey(), "#") && !hasDigit(b.UnitKey())
}

// places compares two named places without a road.
func (c *addressComparison) places() {
	if !samePlaceName(c.a, c.b) {
		c.settle(min(weightOtherRoad, c.Weight), c.townRelation(), "other place: %s / %s", c.a.Place, c.b.Place)
		return
	}
	c.add(LikelihoodRatio(mPart, uPlaceName), "same named place: %s", c.a.Place)
	c.units()
}

// samePlaceName reports whether two places have one name, but for a typing error or for
// what kind of place it is, which one side leaves out.
func samePlaceName(a, b normalize.PostalAddress) bool {
	if a.Place == "" || b.Place == "" {
		return false
	}
	nameA, kindA, _ := strings.Cut(a.PlaceKey(), " ")
	nameB, kindB, _ := strings.Cut(b.PlaceKey(), " ")
	return (nameA == nameB || alike(nameA, nameB)) && parts(kindA, kindB) != conflict
}

// boxes compares two boxes, of a post office or on a rural route.
func (c *addressComparison) boxes() {
	a, b := c.a, c.b
	switch {
	case parts(a.Route, b.Route) == conflict:
		c.settle(min(weightOtherRoad, c.Weight), c.townRelation(), "other rural route: %s / %s", a.Route, b.Route)
	case a.BoxKey() != b.BoxKey():
		c.settle(min(weightOtherNumber, c.Weight), c.townRelation(), "other box: %s / %s", a.Box, b.Box)
	case a.Route == b.Route:
		c.add(LikelihoodRatio(mPart, uBox), "same box: %s", a.Box)
		c.units()
	default:
		c.settle(min(weightRoadOnly, c.Weight), c.townRelation(), "same box number, one without a rural route: %s", a.Box)
	}
}

// units compares the units of one building and settles whether it is the same place.
func (c *addressComparison) units() {
	a, b := c.a, c.b
	if a.BoxKey() != b.BoxKey() && a.Box != "" && b.Box != "" {
		c.settle(weightOtherUnit, SameBuilding, "same building, other box: %s / %s", a.Box, b.Box)
		return
	}
	switch unitAgreement(a, b) {
	case agree:
		c.Same = true
		if a.UnitKey() != "" {
			c.add(LikelihoodRatio(mPart, uUnit), "same unit: %s", a.UnitKey())
		}
	case missing:
		c.Relation = SameBuilding
		c.add(penaltyMissingUnit, "unit given on one side only: %s", a.UnitKey()+b.UnitKey())
	default:
		c.settle(weightOtherUnit, SameBuilding, "same building, other unit: %s / %s", a.UnitKey(), b.UnitKey())
	}
}

// unitAgreement compares units: a bare number agrees with the same number of any type.
func unitAgreement(a, b normalize.PostalAddress) agreement {
	ka, kb := a.UnitKey(), b.UnitKey()
	how := parts(ka, kb)
	switch {
	case ka == kb:
		return agree
	case how == conflict && (a.UnitType == "" || b.UnitType == "") && a.Unit != "" && strings.EqualFold(a.Unit, b.Unit):
		return agree
	case how == conflict && (strings.HasSuffix(ka, " "+kb) || strings.HasSuffix(kb, " "+ka) || strings.HasPrefix(ka, kb+" ") || strings.HasPrefix(kb, ka+" ")):
		return missing // "Bldg 3 Apt 4" and "Apt 4"
	}
	return how
}

// addressU returns the chance that an unrelated address of the region has the same key.
func addressU(a normalize.PostalAddress) float64 {
	u := 1.0
	if a.City != "" || a.ZIP != "" {
		u = uTown
	}
	switch a.Precision() {
	case normalize.PrecisionNone:
		return 1
	case normalize.PrecisionTown:
		// People live where people live: half of a region's cases are in its few cities.
		return math.Max(u, 1.0/50)
	case normalize.PrecisionRoad:
		return math.Max(u, 1.0/100) * roadU(a.StreetKey())
	case normalize.PrecisionCrossing:
		return u * uRoad * uRoad
	}
	switch {
	case a.NumberKey() != "" && a.StreetKey() != "":
		u *= roadU(a.StreetKey()) * uNumber
	case a.Route != "" && a.Box != "":
		u *= uRoad * uBox
	case a.Box != "":
		u *= uBox
	default:
		u *= uPlaceName
	}
	if a.UnitKey() != "" {
		u *= uUnit
	}
	return math.Max(u, 1e-8)
}
