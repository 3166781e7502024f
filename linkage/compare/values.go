package compare

import "github.com/tflink/tflink/linkage/normalize"

// Values compares two values by what they are. Values of two kinds, or of a kind
// that is not built in, are the same where their keys are; they weigh nothing.
func Values(a, b normalize.Value) Comparison {
	switch a := a.(type) {
	case normalize.PhoneNumber:
		if b, ok := b.(normalize.PhoneNumber); ok {
			return Phones(a, b)
		}
	case normalize.PostalAddress:
		if b, ok := b.(normalize.PostalAddress); ok {
			return Addresses(a, b)
		}
	case normalize.LicensePlate:
		if b, ok := b.(normalize.LicensePlate); ok {
			return Plates(a, b)
		}
	case normalize.VehicleID:
		if b, ok := b.(normalize.VehicleID); ok {
			return VINs(a, b)
		}
	case normalize.BusinessName:
		if b, ok := b.(normalize.BusinessName); ok {
			return Businesses(a, b)
		}
	case normalize.EmailAddress:
		if b, ok := b.(normalize.EmailAddress); ok {
			return Emails(a, b)
		}
	case normalize.WebAddress:
		if b, ok := b.(normalize.WebAddress); ok {
			return URLs(a, b)
		}
	case normalize.OnlineHandle:
		if b, ok := b.(normalize.OnlineHandle); ok {
			return Handles(a, b)
		}
	case normalize.PersonName:
		if b, ok := b.(normalize.PersonName); ok {
			return People(a, b)
		}
	case normalize.CountyMatch:
		if b, ok := b.(normalize.CountyMatch); ok {
			return Counties(a, b)
		}
	}
	var c Comparison
	c.Same = a.Kind() == b.Kind() && a.Key() != "" && a.Key() == b.Key()
	return c
}

// U returns the u probability of a value: the chance that an unrelated mention of
// its kind has this very key, from how many such values there could be. It
// is 0 for a kind that is not built in.
func U(v normalize.Value) float64 {
	switch v := v.(type) {
	case normalize.PhoneNumber:
		return phoneU(v)
	case normalize.PostalAddress:
		return addressU(v)
	case normalize.LicensePlate:
		return plateU(v)
	case normalize.VehicleID:
		return vinU(v)
	case normalize.BusinessName:
		return BusinessNameU(v, nil)
	case normalize.EmailAddress:
		return emailU(v)
	case normalize.WebAddress:
		return urlU(v)
	case normalize.OnlineHandle:
		return handleU(v)
	case normalize.PersonName:
		return personU(v)
	}
	return 0
}
