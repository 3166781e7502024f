// Package normalize answers: here is one raw value, what is its canonical
// form, and what in it is uncertain?
//
// Every kind of value has a function of its own, in a file of its own:
// [Phone], [Address], [Plate], [VIN], [Business], [Email], [URL], [Handle],
// [Person], [County] and [Date]. They are pure functions: no I/O, no state, safe for
// concurrent use, and they never panic whatever stands in the raw text.
//
// Each returns a [Value]. Two values of one kind whose keys are equal mean the
// same thing; a value that could not be read has an empty key, an issue that
// says why, and comes with an [*Error].
package normalize

// A Kind names a kind of entity: what a value is of. The built-in kinds are
// the constants below; packages that embed tflink may define their own.
type Kind string

// The built-in kinds.
const (
	KindPhone    Kind = "phone"
	KindAddress  Kind = "address"
	KindPlate    Kind = "plate"
	KindVIN      Kind = "vin"
	KindBusiness Kind = "business"
	KindEmail    Kind = "email"
	KindURL      Kind = "url"
	KindHandle   Kind = "handle"
	KindPerson   Kind = "person"
	KindCounty   Kind = "county"
)

// Kinds lists the built-in kinds in the order in which they are presented.
var Kinds = []Kind{
	KindPhone, KindAddress, KindPlate, KindVIN, KindBusiness,
	KindEmail, KindURL, KindHandle, KindPerson, KindCounty,
}

// A Value is a normalised value of some kind.
type Value interface {
	// Kind returns what the value is of.
	Kind() Kind
	// Key returns the canonical key: equal keys of one kind mean the same
	// thing. It is empty when the raw value could not be read. A key holds
	// no control characters and is valid UTF-8.
	Key() string
	// Display returns the form for people to read.
	Display() string
	// Parts returns the non-empty typed parts in a fixed order.
	Parts() []Part
	// Issues returns the doubts that a person should look at; nil when there are none.
	Issues() []string
	// Notes returns remarks that need nobody's attention, such as "extension kept apart".
	Notes() []string
}

// A Part is one typed part of a value, such as {"area_code", "585"}.
type Part struct {
	Name, Value string
}

// PartValue returns the value of the part with the given name, or "".
func PartValue(v Value, name string) string {
	for _, p := range v.Parts() {
		if p.Name == name {
			return p.Value
		}
	}
	return ""
}

// remarks is embedded in every value and carries its doubts and notes.
type remarks struct {
	issues []string
	notes  []string
}

// Issues returns the doubts that a person should look at.
func (r remarks) Issues() []string { return r.issues }

// Notes returns remarks that need nobody's attention.
func (r remarks) Notes() []string { return r.notes }

func (r *remarks) doubt(s string) { r.issues = appendOnce(r.issues, s) }
func (r *remarks) note(s string)  { r.notes = appendOnce(r.notes, s) }

func appendOnce(list []string, s string) []string {
	for _, have := range list {
		if have == s {
			return list
		}
	}
	return append(list, s)
}

// appendPart appends a part unless its value is empty.
func appendPart(parts []Part, name, value string) []Part {
	if value == "" {
		return parts
	}
	return append(parts, Part{name, value})
}

// An Error says why a raw value could not be read as its kind. Its message
// never repeats the raw value, so that it is safe to log.
type Error struct {
	Kind   Kind
	Reason string // what was expected and what was found, without the value
	Hint   string // what a person can do about it; may be empty
}

// Error returns "KIND: REASON".
func (e *Error) Error() string { return string(e.Kind) + ": " + e.Reason }
