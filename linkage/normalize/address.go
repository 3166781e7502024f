package normalize

import "strings"

// A Place is what is known of where a value is from elsewhere: other columns, or
// the state of the file. It is used where the text itself says nothing.
type Place struct{ City, State, ZIP string }

// A PostalAddress is a place in the United States by its typed parts. Parts keep
// the words as they are written, in title case; suffixes, directions, unit types
// and states are the abbreviations of USPS Publication 28, and a highway has its
// full name.
type PostalAddress struct {
	remarks
	Number          string // house number: "1669", "47-01", "9 1/2"
	Predirectional  string // "N", "SW"
	Street          string // "Lake", "State Route 19", "Main St & Center St"
	Suffix          string // "Ave"
	Postdirectional string // "S"
	Subaddress      string // what lies between building and unit: "Bldg 3"
	UnitType        string // "Apt", "Ste", "Fl"; "" for a bare number
	Unit            string // "3", "2nd", "Barn Behind"
	Box             string // of a post office, or of a rural route
	Route           string // rural or highway contract route: "RR 2"
	Milepost        string // "Mile 312", "Exit 46"
	Place           string // a named place: "Sunset Motel"
	City            string // post town
	State           string // two-letter code
	ZIP             string // five digits

	key       addressKey
	precision Precision
}

// A Precision says how small a place an address names. Values order from vague to precise.
type Precision uint8

// The precisions. Below PrecisionBuilding an address is no single place, and
// sharing it proves next to nothing.
const (
	PrecisionNone     Precision = iota // nothing could be read
	PrecisionTown                      // a town, a ZIP code or a state
	PrecisionRoad                      // a road in a town
	PrecisionCrossing                  // an intersection, a mile post or an exit
	PrecisionBuilding                  // a house number, a named place, a box on a rural route
	PrecisionUnit                      // a unit, a lot, a room, a post-office box
)

var precisionNames = [...]string{"none", "town", "road", "crossing", "building", "unit"}

// String returns the precision in lower case.
func (p Precision) String() string {
	if int(p) < len(precisionNames) {
		return precisionNames[p]
	}
	return ""
}

// Address reads a US address as people write it: one line or several, with or
// without commas, rural or urban; in fills in what the text lacks. It fails when
// the text names no place at all. The time is linear in the text, of which the
// first 2,048 bytes are read; a plain address takes about 3 µs.
//
// Two spellings of one place get one key: suffixes, directions, units and
// highways are canonical ("NYS Rte 19", "NY-19" and "State Route 19"), numbers
// are figures, the town counts and not the ZIP code, unless only that is known.
func Address(raw string, in Place) (PostalAddress, error) {
	p := newAddressParser(raw)
	defer p.release()
	p.enter(in)
	end := p.dropRecipients(p.locality())
	p.premises(end)
	p.complete()
	if len(raw) > maxAddressBytes {
		p.out.doubt("longer than an address; the rest was not read")
	}
	if p.out.precision == PrecisionNone {
		p.out.doubt("no address: neither number, street, box, place nor town")
		return p.out, &Error{Kind: KindAddress, Reason: "expected a house number, street, box, named place or town", Hint: "write it as 12 Main St, Warsaw, NY 14569"}
	}
	return p.out, nil
}

// enter takes what the caller knows of the town.
func (p *addressParser) enter(in Place) {
	p.in = in
	if in.City != "" {
		p.inCity = compactName(in.City)
	}
}

// AddressColumns are the columns of a table that hold the parts of one address.
type AddressColumns struct{ Street, Unit, City, State, ZIP string }

// AddressFromColumns reads one address from several columns. What the street's
// text says of unit, town, state and ZIP code goes before the other columns.
func AddressFromColumns(c AddressColumns) (PostalAddress, error) {
	street := strings.TrimSpace(c.Street)
	if unit := strings.TrimSpace(c.Unit); unit != "" {
		first, _, _ := strings.Cut(strings.ToUpper(unit), " ")
		if w := lexicon[strings.Trim(first, ".")]; w != nil && w.class&(isUnit|isUnitAlone) != 0 || strings.HasPrefix(unit, "#") {
			street += ", " + unit
		} else {
			street += ", # " + unit
		}
	}
	return Address(street, c.place())
}

// place returns what the columns say of the town.
func (c *AddressColumns) place() Place {
	in := Place{City: strings.TrimSpace(c.City), State: c.State, ZIP: c.ZIP}
	if strings.ContainsAny(in.City, ",0123456789") {
		// "Perry, NY 14530" in the column of the town.
		if a, err := Address(in.City, Place{State: c.State, ZIP: c.ZIP}); err == nil && a.precision == PrecisionTown {
			return Place{City: a.City, State: a.State, ZIP: a.ZIP}
		}
	}
	return in
}

// complete fills in what the caller knows, and computes key and precision.
func (p *addressParser) complete() {
	a := &p.out
	if a.ZIP == "" {
		a.ZIP = zipOf(p.in.ZIP)
	}
	if a.State == "" {
		a.State = stateOf(p.in.State)
	}
	if a.City == "" && p.in.City != "" {
		p.cityFromPlace()
	}
	p.lotInPark()
	p.makeKey()
}

// lotInPark makes "14 Shady Acres Mobile Home Park" a lot in a park: a park has no
// house numbers, and its name is no street's.
func (p *addressParser) lotInPark() {
	a := &p.out
	if a.Number == "" || a.Unit != "" || a.UnitType != "" || a.Place != "" || !hasParkWord(a.Street) {
		return
	}
	name := strings.TrimSpace(a.Street + " " + a.Suffix)
	if key := placeKey(name); !strings.HasSuffix(key, " "+parkTag) {
		return
	}
	a.Place, a.UnitType, a.Unit = name, "Lot", a.Number
	a.Number, a.Predirectional, a.Street, a.Suffix, a.Postdirectional, a.key.road = "", "", "", "", "", ""
}

// hasParkWord reports whether one of the words of parks' names stands in a street's.
func hasParkWord(street string) bool {
	for w := range strings.FieldsSeq(street) {
		for _, park := range [...]string{"MHP", "MOBILE", "TRAILER", "TRLR", "MANUFACTURED"} {
			if strings.EqualFold(w, park) {
				return true
			}
		}
	}
	return false
}

// zipOf returns the five digits of a ZIP code as it stands in a column, or "".
// A spreadsheet drops the zeros that New England's begin with.
func zipOf(s string) string {
	s = strings.TrimSpace(s)
	s, _, _ = strings.Cut(s, "-")
	s, _, _ = strings.Cut(s, ".")
	if len(s) == 9 {
		s = s[:5]
	}
	if len(s) < 3 || len(s) > 5 || kindOf(s) != numberToken {
		return ""
	}
	return "00000"[len(s):] + s
}

// stateOf returns the code of a state as it stands in a column, or "".
func stateOf(s string) string {
	if s == "" {
		return ""
	}
	return stateByName[strings.ToUpper(strings.ReplaceAll(strings.TrimSpace(s), ".", ""))]
}

// cityFromPlace takes over the caller's town, under its full name.
func (p *addressParser) cityFromPlace() {
	p.city = p.inCity
	if full, ok := townAliases[p.inCity]; ok {
		p.out.City, p.city = full, compactName(full)
		return
	}
	q := newAddressParser(p.in.City)
	defer q.release()
	p.out.City = q.title(0, len(q.tokens))
}

// Kind returns KindAddress.
func (a PostalAddress) Kind() Kind { return KindAddress }

// Precision says how small a place the address names.
func (a PostalAddress) Precision() Precision { return a.precision }

// Parts returns the parts that are known, from the house number to the ZIP code.
func (a PostalAddress) Parts() []Part {
	parts := make([]Part, 0, 10)
	parts = appendPart(parts, "number", a.Number)
	parts = appendPart(parts, "predirectional", a.Predirectional)
	parts = appendPart(parts, "street", a.Street)
	parts = appendPart(parts, "suffix", a.Suffix)
	parts = appendPart(parts, "postdirectional", a.Postdirectional)
	parts = appendPart(parts, "subaddress", a.Subaddress)
	parts = appendPart(parts, "unit_type", a.UnitType)
	parts = appendPart(parts, "unit", a.Unit)
	parts = appendPart(parts, "box", a.Box)
	parts = appendPart(parts, "route", a.Route)
	parts = appendPart(parts, "milepost", a.Milepost)
	parts = appendPart(parts, "place", a.Place)
	parts = appendPart(parts, "city", a.City)
	parts = appendPart(parts, "state", a.State)
	return appendPart(parts, "zip", a.ZIP)
}

// Display returns the address on one line, its parts divided by commas.
func (a PostalAddress) Display() string {
	var b strings.Builder
	line := func(words ...string) {
		divider := ", "
		for _, w := range words {
			if w == "" {
				continue
			}
			if b.Len() > 0 {
				b.WriteString(divider)
			}
			b.WriteString(w)
			divider = " "
		}
	}
	line(a.Place)
	line(a.Milepost)
	if relation := a.behind(); relation != "" {
		line(relation, a.Number, a.Predirectional, a.Street, a.Suffix, a.Postdirectional)
	} else {
		line(a.Number, a.Predirectional, a.Street, a.Suffix, a.Postdirectional)
	}
	line(a.Subaddress)
	line(a.unitText())
	line(a.Route, a.boxText())
	line(a.City)
	line(a.State, a.ZIP)
	return b.String()
}

// behind returns a unit such as "Barn Behind", which stands before the number.
func (a PostalAddress) behind() string {
	if a.UnitType == "" && strings.Contains(a.Unit, " ") {
		return a.Unit
	}
	return ""
}

func (a PostalAddress) unitText() string {
	switch {
	case a.Unit == "" || a.behind() != "":
		return a.UnitType
	case a.UnitType == "":
		return "# " + a.Unit
	case a.UnitType == "Fl" && kindOf(strings.ToUpper(a.Unit)) == ordinalToken:
		return a.Unit + " Fl"
	}
	return a.UnitType + " " + a.Unit
}

func (a PostalAddress) boxText() string {
	switch {
	case a.Box == "":
		return ""
	case a.Route != "":
		return "Box " + a.Box
	}
	return "PO Box " + a.Box
}
