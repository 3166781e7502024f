package pairgen

import (
	"fmt"
	"strings"
)

// AddressParts are the parts of an address as they should be read: street with its directions and
// suffix, route the rural route or highway contract of a box. What an address does not say is empty.
type AddressParts struct{ Number, Street, Unit, Box, Route, City, State, ZIP string }

// A LabelledAddress is an address as somebody wrote it, and its parts.
type LabelledAddress struct {
	Group string // "elsewhere", "New York" or "rural"
	Text  string
	Parts AddressParts
}

// LabelledAddresses makes perGroup addresses in each of three groups: plain ones of other
// states, those of New York's cities and villages, and rural ones.
func LabelledAddresses(seed uint64, perGroup int) []LabelledAddress {
	m := newMaker(seed, 22)
	var out []LabelledAddress
	for _, g := range []struct {
		name  string
		forms []func(*maker) LabelledAddress
	}{
		{"elsewhere", []func(*maker) LabelledAddress{(*maker).plain, (*maker).plain, (*maker).flat, (*maker).directed, (*maker).plainBox}},
		{"New York", []func(*maker) LabelledAddress{(*maker).villageStreet, (*maker).villageStreet, (*maker).villageFlat, (*maker).queens, (*maker).ordinal, (*maker).fraction, (*maker).villageBox, (*maker).avenueSouth}},
		{"rural", []func(*maker) LabelledAddress{(*maker).stateRoute, (*maker).stateRoute, (*maker).countyRoad, (*maker).federalRoute, (*maker).ruralBox, (*maker).lot, (*maker).namedRoad, (*maker).oldRoute}},
	} {
		for i := range perGroup {
			a := g.forms[i%len(g.forms)](m)
			a.Group = g.name
			out = append(out, a)
		}
	}
	return out
}

// A settlement is a city, village or town with one of its ZIP codes.
type settlement struct{ name, state, zip string }

var (
	otherCities = []settlement{
		{"Chillicothe", "OH", "45601"}, {"Fond du Lac", "WI", "54935"}, {"Las Cruces", "NM", "88001"}, {"Walla Walla", "WA", "99362"}, {"Valdosta", "GA", "31601"}, {"Bar Harbor", "ME", "04609"},
		{"Kalispell", "MT", "59901"}, {"Natchez", "MS", "39120"}, {"Council Bluffs", "IA", "51501"}, {"Terre Haute", "IN", "47802"}, {"Bowling Green", "KY", "42101"}, {"Cape Girardeau", "MO", "63701"},
		{"Elko", "NV", "89801"}, {"Sault Ste. Marie", "MI", "49783"}, {"Roanoke Rapids", "NC", "27870"}, {"El Cajon", "CA", "92020"}, {"Coeur d'Alene", "ID", "83814"}, {"Port Arthur", "TX", "77640"},
		{"East Liverpool", "OH", "43920"}, {"New Ulm", "MN", "56073"}, {"Saint Joseph", "MO", "64501"}, {"Little Rock", "AR", "72201"}, {"Grand Forks", "ND", "58201"}, {"Mount Pleasant", "SC", "29464"},
	}
	villages = []settlement{
		{"Canisteo", "NY", "14823"}, {"Hammondsport", "NY", "14840"}, {"Malone", "NY", "12953"}, {"Gouverneur", "NY", "13642"}, {"Cazenovia", "NY", "13035"}, {"Saranac Lake", "NY", "12983"},
		{"Wellsville", "NY", "14895"}, {"East Rochester", "NY", "14445"}, {"Fort Plain", "NY", "13339"}, {"Mount Vernon", "NY", "10550"}, {"New Paltz", "NY", "12561"}, {"Lake Placid", "NY", "12946"},
		{"Spring Valley", "NY", "10977"}, {"Port Jervis", "NY", "12771"}, {"West Winfield", "NY", "13491"}, {"North Collins", "NY", "14111"}, {"Cuba", "NY", "14727"}, {"Marathon", "NY", "13803"},
		{"Central Square", "NY", "13036"}, {"Sodus Point", "NY", "14555"}, {"St. Regis Falls", "NY", "12980"}, {"South Dayton", "NY", "14138"}, {"Hoosick Falls", "NY", "12090"}, {"De Ruyter", "NY", "13052"},
	}
	queensPlaces = []settlement{{"Corona", "NY", "11368"}, {"Elmhurst", "NY", "11373"}, {"Ridgewood", "NY", "11385"}, {"Ozone Park", "NY", "11417"}, {"Jackson Heights", "NY", "11372"}, {"Richmond Hill", "NY", "11418"}}
	streetHeads  = strings.Fields("Sycamore Juniper Harrison Telegraph Foundry Larkspur Kosciuszko Van#Wie Mechanic Prospect Bellwether Quarry Tannery St.#Clair Martin#Luther#King Depot Cherry#Hill Old#Mill Fairview Academy Whitcomb De#Graff Winding#Brook Locust O'Connor")
	roadHeads    = strings.Fields("Hungry#Hollow Swamp Creamery Turkey#Hill Stone#Church Bear#Creek Dutch#Hollow Wolf#Run Babcock Five#Points Tug#Hill Checkered#Tavern Poag#Hole Federal#Hill Sinclair Gulf Moose#River Cold#Brook")
	streetEnds   = []ending{{"St", "Street"}, {"Ave", "Avenue"}, {"Rd", "Road"}, {"Dr", "Drive"}, {"Ln", "Lane"}, {"Ct", "Court"}, {"Blvd", "Boulevard"}, {"Pl", "Place"}, {"Ter", "Terrace"}, {"Way", "Way"}, {"Cir", "Circle"}}
	points       = []ending{{"N", "North"}, {"S", "South"}, {"E", "East"}, {"W", "West"}}
	cornerPoints = []ending{{"NE", "Northeast"}, {"SW", "Southwest"}, {"NW", "Northwest"}, {"SE", "Southeast"}}
)

// An ending is a suffix or a direction, short and in full.
type ending struct{ short, full string }

func (m *maker) written(e ending) string {
	return m.one(e.short, e.full, e.short+".", strings.ToUpper(e.short))
}

func (m *maker) head(list []string) string { return strings.ReplaceAll(m.one(list...), "#", " ") }

func (m *maker) number() string { return fmt.Sprint(1 + m.IntN(9)*m.IntN(1100) + m.IntN(99)) }

// located adds city, state and ZIP as people write them, and labels them.
func (m *maker) located(text string, p AddressParts, s settlement) LabelledAddress {
	p.City, p.State, p.ZIP = s.name, s.state, s.zip
	state := s.state
	if s.state == "NY" {
		state = m.one("NY", "NY", "New York", "N.Y.", "ny")
	}
	zip := s.zip
	switch m.IntN(6) {
	case 0:
		zip = ""
		p.ZIP = ""
	case 1:
		zip += "-" + m.digits(4)
	}
	text += m.one(", ", ", ", "\n", " ") + s.name + m.one(", ", " ") + state
	if zip != "" {
		text += " " + zip
	}
	if m.IntN(8) == 0 {
		text = strings.ToUpper(text)
	}
	return LabelledAddress{Text: text, Parts: p}
}

func (m *maker) anywhere() settlement { return otherCities[m.IntN(len(otherCities))] }
func (m *maker) village() settlement  { return villages[m.IntN(len(villages))] }

// line returns number and street as written, and their parts.
func (m *maker) line(heads []string) (string, AddressParts) {
	number, head, end := m.number(), m.head(heads), streetEnds[m.IntN(len(streetEnds))]
	return number + " " + head + " " + m.written(end), AddressParts{Number: number, Street: head + " " + end.short}
}

func (m *maker) plain() LabelledAddress {
	text, p := m.line(streetHeads)
	return m.located(text, p, m.anywhere())
}

func (m *maker) unit(text string, p AddressParts) (string, AddressParts) {
	p.Unit = m.one(m.digits(1+m.IntN(3)), m.one("A", "C", "F")+m.digits(1), m.digits(1)+m.one("B", "D", "R"))
	return text + m.one(" ", ", ") + m.one("Apt ", "Apt. ", "Apartment ", "Unit ", "#", "Suite ", "Ste ", "Rm ") + p.Unit, p
}

func (m *maker) flat() LabelledAddress {
	text, p := m.unit(m.line(streetHeads))
	return m.located(text, p, m.anywhere())
}

func (m *maker) directed() LabelledAddress {
	number, head, end := m.number(), m.head(streetHeads), streetEnds[m.IntN(len(streetEnds))]
	d, corner := points[m.IntN(len(points))], cornerPoints[m.IntN(len(cornerPoints))]
	if m.IntN(2) == 0 {
		return m.located(number+" "+m.written(d)+" "+head+" "+m.written(end), AddressParts{Number: number, Street: d.short + " " + head + " " + end.short}, m.anywhere())
	}
	return m.located(number+" "+head+" "+m.written(end)+" "+m.one(corner.short, corner.full), AddressParts{Number: number, Street: head + " " + end.short + " " + corner.short}, m.anywhere())
}

func (m *maker) box(s settlement) LabelledAddress {
	p := AddressParts{Box: m.digits(1 + m.IntN(4))}
	return m.located(m.one("PO Box ", "P.O. Box ", "P O Box ", "Post Office Box ", "POB ", "p.o. box ")+p.Box, p, s)
}

func (m *maker) plainBox() LabelledAddress   { return m.box(m.anywhere()) }
func (m *maker) villageBox() LabelledAddress { return m.box(m.village()) }

func (m *maker) villageStreet() LabelledAddress {
	text, p := m.line(streetHeads)
	return m.located(text, p, m.village())
}

func (m *maker) villageFlat() LabelledAddress {
	text, p := m.unit(m.line(streetHeads))
	return m.located(text, p, m.village())
}

func (m *maker) queens() LabelledAddress {
	n := fmt.Sprintf("%d-%02d", 20+m.IntN(110), 1+m.IntN(60))
	k := 20 + m.IntN(110)
	kind := m.one("St", "Ave", "Rd", "Pl", "Dr")
	long := map[string]string{"St": "Street", "Ave": "Avenue", "Rd": "Road", "Pl": "Place", "Dr": "Drive"}[kind]
	street := fmt.Sprintf("%d%s", k, nth(k))
	text := m.one(n, strings.Replace(n, "-", " - ", 1)) + " " + m.one(street, strings.ToUpper(street)) + " " + m.one(kind, long, kind+".")
	p := AddressParts{Number: n, Street: street + " " + kind}
	if m.IntN(3) == 0 {
		text, p = m.unit(text, p)
	}
	return m.located(text, p, queensPlaces[m.IntN(len(queensPlaces))])
}

func nth(k int) string {
	switch {
	case k%100 >= 11 && k%100 <= 13:
		return "th"
	case k%10 == 1:
		return "st"
	case k%10 == 2:
		return "nd"
	case k%10 == 3:
		return "rd"
	}
	return "th"
}

func (m *maker) ordinal() LabelledAddress {
	number, k := m.number(), 1+m.IntN(40)
	d := points[2+m.IntN(2)]
	street := fmt.Sprintf("%d%s", k, nth(k))
	return m.located(number+" "+m.written(d)+" "+street+" "+m.one("St", "Street", "St."), AddressParts{Number: number, Street: d.short + " " + street + " St"}, settlement{"New York", "NY", "100" + fmt.Sprintf("%02d", 1+m.IntN(39))})
}

func (m *maker) fraction() LabelledAddress {
	text, p := m.line(streetHeads)
	whole, rest, _ := strings.Cut(text, " ")
	p.Number = whole + " 1/2"
	return m.located(m.one(whole+" 1/2 ", whole+" ½ ", whole+"½ ")+rest, p, m.village())
}

func (m *maker) avenueSouth() LabelledAddress {
	number, head := m.number(), m.head(streetHeads)
	d := points[m.IntN(len(points))]
	return m.located(number+" "+head+" "+m.one("Ave", "Avenue", "Street", "St")+" "+d.full, AddressParts{}, m.village()).relabel(number, head, d.short)
}

// relabel sets the parts of a street with its direction behind it; the suffix is read from the text.
func (a LabelledAddress) relabel(number, head, direction string) LabelledAddress {
	suffix := "Ave"
	if upper := strings.ToUpper(a.Text); strings.Contains(upper, strings.ToUpper(head)+" ST") {
		suffix = "St"
	}
	a.Parts.Number, a.Parts.Street = number, head+" "+suffix+" "+direction
	return a
}

func (m *maker) highway(names []string, k string) (string, AddressParts) {
	number := m.number()
	return number + " " + m.one(names...) + k, AddressParts{Number: number, Street: "Route " + k}
}

func (m *maker) routeNumber() string { return fmt.Sprint(1+m.IntN(420)) + m.one("", "", "", "A", "B") }

func (m *maker) stateRoute() LabelledAddress {
	text, p := m.highway([]string{"State Route ", "NYS Route ", "NYS Rte ", "Route ", "Rte. ", "Rt ", "State Rte ", "NY-", "NY Route ", "State Highway "}, m.routeNumber())
	if m.IntN(4) == 0 {
		text, p = m.unit(text, p)
	}
	return m.located(text, p, m.village())
}

func (m *maker) countyRoad() LabelledAddress {
	text, p := m.highway([]string{"County Road ", "County Rd ", "Co Rd ", "CR ", "Co. Rd. ", "County Route ", "Cty Rd "}, fmt.Sprint(1+m.IntN(120)))
	p.Street = strings.Replace(p.Street, "Route", "County Road", 1)
	return m.located(text, p, m.village())
}

func (m *maker) federalRoute() LabelledAddress {
	text, p := m.highway([]string{"US Route ", "US Highway ", "U.S. Route ", "US Hwy ", "US Rte "}, m.one("11", "20", "20A", "9W", "6", "62", "219"))
	return m.located(text, p, m.village())
}

func (m *maker) ruralBox() LabelledAddress {
	k, box := fmt.Sprint(1+m.IntN(6)), m.digits(1+m.IntN(3))+m.one("", "", "A")
	p := AddressParts{Route: "RR " + k, Box: box}
	text := m.one("RR ", "R.R. ", "RD ", "RD #", "RR#", "Rural Route ", "RFD ") + k
	if m.IntN(4) == 0 {
		p.Route, text = "HC "+k, m.one("HC ", "HCR ")+k
	}
	return m.located(text+m.one(" ", ", ")+"Box "+box, p, m.village())
}

func (m *maker) lot() LabelledAddress {
	text, p := m.line(roadHeads)
	p.Unit = m.digits(1 + m.IntN(2))
	return m.located(text+m.one(" Lot ", ", Lot ", " lot #", ", Trlr ", " Trailer ")+p.Unit, p, m.village())
}

func (m *maker) namedRoad() LabelledAddress {
	number, head := m.number(), m.head(roadHeads)
	return m.located(number+" "+head+" "+m.one("Rd", "Road", "Rd.", "RD"), AddressParts{Number: number, Street: head + " Rd"}, m.village())
}

func (m *maker) oldRoute() LabelledAddress {
	number, k, age := m.number(), m.one("17", "20", "15", "5"), m.one("Old", "East Old", "New")
	return m.located(number+" "+age+" "+m.one("Route ", "State Route ", "Rte ")+k, AddressParts{Number: number, Street: age + " Route " + k}, m.village())
}
