package normalize

import "fmt"

// A Context is what is known about a raw value from elsewhere: other columns of
// its row, the state that its file is from. The zero value knows nothing.
type Context struct {
	Region   string // ISO 3166 region of phone numbers; "" means US
	State    string // of issue for a plate, of the county or address: two letters
	City     string // of an address
	ZIP      string // of an address
	Platform string // of a handle, such as "instagram"
}

// Normalize reads a raw value of a built-in kind, in context. It is the function of the kind's
// name for callers that have the kind as data; for a kind that is not built in it fails.
func Normalize(kind Kind, raw string, c Context) (Value, error) {
	switch kind {
	case KindPhone:
		return Phone(raw, c.Region)
	case KindAddress:
		return Address(raw, Place{City: c.City, State: c.State, ZIP: c.ZIP})
	case KindPlate:
		return Plate(raw, c.State)
	case KindVIN:
		return VIN(raw)
	case KindBusiness:
		return Business(raw)
	case KindEmail:
		return Email(raw)
	case KindURL:
		return URL(raw)
	case KindHandle:
		return Handle(raw, c.Platform)
	case KindPerson:
		return Person(raw)
	case KindCounty:
		return County(raw, c.State)
	}
	return nil, fmt.Errorf("normalize: no built-in kind %q", kind)
}
