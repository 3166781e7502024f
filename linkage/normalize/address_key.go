package normalize

import "strings"

// An addressKey holds the canonical pieces that keys are made of.
type addressKey struct {
	number   string // figures; Queens numbers without hyphen
	road     string // "LAKE AVE", "RT 19", "CENTER ST & MAIN ST"
	bare     string // "CHESTNUTRIDGE" of Chestnut Ridge, whose Ridge may be its suffix or its name
	place    string // "SUNSETMOTEL", "SHADYACRES MHP"
	unit     string // " #3"
	premises string // what names the building: number and road, place, box
	town     string // "ROCHESTER NY"
}

// Key returns the canonical key, such as "1669 LAKE AVE #3, ROCHESTER NY". Street
// names are written without spaces, so that Mc Guinness is McGuinness. The key of
// a road or a town begins with "road:" or "town:", so that it equals no building's.
func (a PostalAddress) Key() string {
	switch a.precision {
	case PrecisionNone:
		return ""
	case PrecisionTown:
		return "town: " + a.key.town
	case PrecisionRoad:
		return "road: " + a.RoadKey()
	}
	return a.key.premises + a.key.unit + ", " + a.key.town
}

// Building returns the key of the building, without the unit: what two units of
// one building share. It is "" when the address names no building.
func (a PostalAddress) Building() string {
	if a.precision < PrecisionBuilding {
		return ""
	}
	return a.key.premises + ", " + a.key.town
}

// RoadKey returns the key of the road in its town, or "" if no road is named.
func (a PostalAddress) RoadKey() string {
	if a.key.road == "" {
		return ""
	}
	return a.key.road + ", " + a.key.town
}

// TownKey returns the key of the town: its name and state, the ZIP code where no
// town is known, or "".
func (a PostalAddress) TownKey() string { return a.key.town }

// BareStreetKey returns the name of a street that ends in a word such as Ridge, which
// may be its suffix or part of a name whose suffix is left out, or "".
func (a PostalAddress) BareStreetKey() string { return a.key.bare }

// BoxKey returns the letters and digits of the box, in upper case, or "".
func (a PostalAddress) BoxKey() string { return compactUpper(a.Box) }

// NumberKey returns the house number in figures, as keys have it.
func (a PostalAddress) NumberKey() string { return a.key.number }

// UnitKey returns the unit as keys have it, or "".
func (a PostalAddress) UnitKey() string { return strings.TrimPrefix(a.key.unit, " ") }

// StreetKey returns the road as keys have it, without its town, or "".
func (a PostalAddress) StreetKey() string { return a.key.road }

// makeKey computes the pieces of the key and the precision.
func (p *addressParser) makeKey() {
	a, k := &p.out, &p.out.key
	k.town = p.townKey()
	k.number = p.numberKey()
	k.unit = a.unitKey()
	if a.Place != "" {
		k.place = placeKey(a.Place)
	}
	switch {
	case k.number != "" && k.road != "":
		k.premises = k.number + " " + k.road
		a.precision = PrecisionBuilding
	case a.Route != "" && a.Box != "":
		k.premises = routeKey(a.Route) + " BOX " + compactUpper(a.Box)
		a.precision = PrecisionBuilding
	case a.Milepost != "" && k.road != "":
		k.premises = strings.ToUpper(strings.ReplaceAll(a.Milepost, " ", "")) + " " + k.road
		a.precision = PrecisionCrossing
	case p.crossing:
		k.premises = k.road
		a.precision = PrecisionCrossing
	case a.Box != "":
		k.premises = "PO BOX " + compactUpper(a.Box)
		a.precision = PrecisionUnit
	case a.Place != "" && (a.City != "" || a.ZIP != ""):
		k.premises = "@" + k.place
		a.precision = PrecisionBuilding
	case k.road != "":
		a.precision = PrecisionRoad
	case a.Route != "":
		k.road = routeKey(a.Route)
		a.precision = PrecisionRoad
	case a.Place != "" && p.placeLike():
		k.road = "@" + k.place
		a.precision = PrecisionRoad
	case a.City != "" || a.ZIP != "" || len(p.tokens) > 0 && a.State != "" && a.Place == "" && a.Number == "":
		a.precision = PrecisionTown
	}
	if a.precision == PrecisionBuilding && k.unit != "" {
		a.precision = PrecisionUnit
	}
	if a.precision >= PrecisionRoad && a.City == "" && a.ZIP == "" {
		a.doubt("no town")
	}
	if k.road == "" && a.Box == "" && strings.ContainsAny(a.Place, "0123456789") || a.Suffix != "" && hasInnerNumber(a.Street) {
		a.doubt("a number that is neither a house's nor a unit's")
	}
}

// hasInnerNumber reports whether a name has a number of three digits or more between
// its first word and its last one, as when two addresses run into one.
func hasInnerNumber(name string) bool {
	_, rest, _ := strings.Cut(name, " ")
	number := false
	for w := range strings.FieldsSeq(rest) {
		if number {
			return true
		}
		number = len(w) >= 3 && kindOf(w) == numberToken
	}
	return false
}

// placeLike reports whether the name of a place without a town has at least two
// words, and so is more than a word in the wrong column.
func (p *addressParser) placeLike() bool {
	return strings.IndexByte(p.out.Place, ' ') > 0
}

// routeKey returns a rural route without the zeros before its number.
func routeKey(route string) string {
	kind, number, _ := strings.Cut(route, " ")
	return kind + " " + strings.TrimLeft(number, "0")
}

// compactUpper returns the letters and digits of s in upper case.
func compactUpper(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case lowerByte(c):
			b = append(b, c-'a'+'A')
		case wordByte(c):
			b = append(b, c)
		}
	}
	return string(b)
}

// townKey returns "TOWN ST": the town as the gazetteer spells it, or as written;
// the town of the ZIP code where none is named; "ZIP 14569" if that is unknown.
func (p *addressParser) townKey() string {
	a := &p.out
	zip := places().zip(a.ZIP)
	state := a.State
	if state == "" {
		if state = places().zipState(a.ZIP); state == "" {
			state = p.routeState
		}
	}
	if a.City == "" {
		switch {
		case zip != nil:
			p.queens = isQueensZIP(a.ZIP)
			return zip.key
		case a.ZIP != "":
			return "ZIP " + a.ZIP
		}
		return state
	}
	name := p.city
	town, only := places().town([]byte(name), state)
	if town != nil && state == "" && (only || cityTowns[name]) {
		if state = town.state; cityTowns[name] {
			state = "NY"
		}
	}
	switch {
	case zip != nil && zip.state == "NY" && (name == "NEWYORK" && zip.name != "New York" || name == "QUEENS") && isCityZIP(a.ZIP):
		// The city's name for a borough, or a borough's for a post town.
		p.queens = isQueensZIP(a.ZIP)
		return zip.key
	case town != nil && state != "":
		p.queens = isQueensZIP(town.zip) || isQueensZIP(a.ZIP)
	}
	if area := places().zipState(a.ZIP); area != "" && a.State != "" && area != a.State {
		a.doubt("the ZIP code is in another state")
	}
	if town != nil && town.state == state {
		return town.key
	}
	if town == nil && zip != nil && zip.state == state {
		if whole := compactName(zip.name); withinTwoEdits(name, whole) || len(name) > len(whole)/2 && name[0] == whole[0] && subsequence(name, whole) {
			return zip.key // Willliamsville, Huntington Bh
		}
	}
	p.queens = p.queens || name == "QUEENS" || isQueensZIP(a.ZIP)
	switch {
	case state != "":
		return name + " " + state
	case town != nil:
		return strings.ToUpper(town.name) // of several states
	}
	return name
}

// cityTowns are the towns that, without a state, are those of New York City.
var cityTowns = map[string]bool{"NEWYORK": true, "BROOKLYN": true, "BRONX": true, "QUEENS": true, "STATENISLAND": true, "LONGISLANDCITY": true}

// isCityZIP reports whether a ZIP code is of New York City.
func isCityZIP(zip string) bool {
	return zip >= "10001" && zip < "10500" || zip >= "11200" && zip < "11300" || isQueensZIP(zip)
}

// isQueensZIP reports whether a ZIP code is of Queens, where house numbers have a
// hyphen that means nothing: 54-11 is 5411.
func isQueensZIP(zip string) bool {
	return len(zip) == 5 && (zip[:3] == "111" || zip[:3] == "113" || zip[:3] == "114" || zip[:3] == "116" || zip == "11004" || zip == "11005")
}

// numberKey returns the house number in figures.
func (p *addressParser) numberKey() string {
	n := p.out.Number
	if n == "" {
		return ""
	}
	n = strings.TrimLeft(strings.ToUpper(n), "0")
	if w := lexicon[n]; w != nil && w.class&isNumberWord != 0 {
		return w.number
	}
	if strings.IndexByte(n, '/') > 0 {
		return strings.Replace(n, "-", " ", 1) // 12-1/2
	}
	if whole, ok := strings.CutSuffix(n, ".5"); ok {
		return whole + " 1/2"
	}
	if p.queens && strings.IndexByte(n, '-') > 0 {
		n = strings.ReplaceAll(n, "-", "")
	}
	if i := strings.IndexByte(n, ' '); i > 0 && i+2 == len(n) {
		n = n[:i] + n[i+1:] // 214 B is 214B
	}
	return n
}

// unitKey returns " BLDG3 #3": an apartment, suite, room or bare number by its
// number alone, as people exchange these words; a lot, floor or building by its type
// too. The floor of a numbered unit is left out.
func (a *PostalAddress) unitKey() string {
	if a.Unit == "" && a.UnitType == "" && a.Subaddress == "" {
		return ""
	}
	var b strings.Builder
	if a.Subaddress != "" && !(strings.Contains(a.Subaddress, "Fl") && a.Unit != "") {
		b.WriteByte(' ')
		for w := range strings.FieldsSeq(a.Subaddress) {
			b.WriteString(floorNumber(compactUpper(w)))
		}
	}
	id := compactUpper(a.Unit)
	if a.UnitType == "Fl" {
		id = floorNumber(id)
	}
	switch a.UnitType {
	case "":
		if id != "" {
			b.WriteString(" #" + id)
		}
	case "Apt", "Unit", "Ste", "Rm", "Ofc":
		b.WriteString(" #" + id)
	case "Lot", "Spc", "Trlr", "Site", "Pad":
		b.WriteString(" LOT" + id)
	default:
		b.WriteString(" " + strings.ToUpper(a.UnitType) + id)
	}
	return b.String()
}

// floorNumber returns 2 for 2ND and SECOND.
func floorNumber(id string) string {
	if w := lexicon[id]; w != nil && w.number != "" {
		id = w.number
	}
	if kindOf(id) == ordinalToken {
		return id[:len(id)-2]
	}
	return id
}
