package index

import "strconv"

// A Type says what a document stands for.
type Type string

// The types of documents.
const (
	Case   Type = "case"
	Entity Type = "entity"
)

// A Document is a case or an entity as people search for it. What must not be
// found, such as a victim's name, must not be in it.
type Document struct {
	Type  Type
	ID    string // unique among the documents of its type
	Kind  string // of an entity, such as "phone"
	Title string // what a person sees first
	// Values are what the document is about: an entity's forms, a case's
	// phones, vehicles and names.
	Values   []Value
	Text     string   // narrative
	Counties []County // where
	Agency   string
	Offense  string
	Status   string
	From, To string // first and last day, YYYY-MM-DD; may be empty
}

// A Value is one value of a document, found by kind (phone:0142) or without.
type Value struct {
	Kind string
	Text string // for people: 585-555-0142
	Key  string // canonical: +15855550142; may be empty
	Form Form   // how it is found, beside by its words
}

// A Form says how a value is found beside by its words.
type Form uint8

const (
	Words      Form = iota // an address, a link
	Identifier             // by any three characters in a row: a phone, a plate
	Name                   // by its sound, with the field sounds: a person, a business
)

// String returns the form's name.
func (f Form) String() string {
	switch f {
	case Words:
		return "words"
	case Identifier:
		return "identifier"
	case Name:
		return "name"
	}
	return "form " + strconv.Itoa(int(f))
}

// A County is a county by code and name.
type County struct {
	FIPS string // five digits
	Name string // "Erie County, NY"
}
