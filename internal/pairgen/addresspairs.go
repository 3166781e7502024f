package pairgen

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// An AddressPair is two addresses in the styles of New York's case files, and whether they are one place.
type AddressPair struct {
	Family, A, B string
	Same         bool
}

// AddressFamilies are the names of the families of [AddressPairs], in their order.
func AddressFamilies() []string {
	var out []string
	for _, f := range addressFamilies {
		out = append(out, f.name)
	}
	return out
}

// A spot is a made-up place from which spellings are made. What a field means
// differs by family: n is a house number or mile, k the number of a route, m that
// of a unit, lot or box.
type spot struct {
	n, k, m int
	road    street
	road2   street // the other road of a crossing
	old     string // OLD or NEW before the road
	dir     int    // index into compass, or -1
	name    string
	town    town
}

type street struct{ name, suffix string }

type town struct{ name, zip string }

// A family makes places, spells them, and changes one hard part of a place.
type family struct {
	name   string
	spell  func(g *pairMaker, s spot) string
	change []func(g *pairMaker, s *spot)
	towns  []town   // upstate if nil
	names  []string // of places
}

var (
	upstate = []town{{"Perry", "14530"}, {"Warsaw", "14569"}, {"Geneseo", "14454"}, {"Bath", "14810"}, {"Le Roy", "14482"}, {"Mount Morris", "14510"}, {"Castile", "14427"},
		{"North Tonawanda", "14120"}, {"St. Johnsville", "13452"}, {"Owego", "13827"}, {"Penn Yan", "14527"}, {"Batavia", "14020"}, {"Lyons", "14489"}, {"Fort Edward", "12828"}, {"East Aurora", "14052"}}
	streets = []street{{"Main", "St"}, {"Oak Orchard", "Rd"}, {"Pinelawn", "Rd"}, {"Lake", "Ave"}, {"Perry Center", "Rd"}, {"Washington", "Blvd"}, {"Silver Lake", "Dr"}, {"Maple", "Ln"},
		{"Buffalo", "Rd"}, {"Groveland", "Ter"}, {"Chestnut Ridge", "Rd"}, {"Mill", "Ct"}, {"Canandaigua", "Pkwy"}, {"Exchange", "St"}, {"Hermitage", "Rd"}, {"Van Buren", "St"}}
	longSuffix  = map[string][]string{"St": {"Street", "ST.", "St."}, "Rd": {"Road", "RD", "Rd."}, "Ave": {"Avenue", "Av", "Ave."}, "Blvd": {"Boulevard", "BLVD."}, "Dr": {"Drive", "DR."}, "Ln": {"Lane", "La"}, "Ter": {"Terrace", "Terr"}, "Ct": {"Court"}, "Pkwy": {"Parkway", "Pky"}, "Pl": {"Place"}}
	compass     = [][]string{{"N", "North", "No."}, {"S", "South", "So."}, {"E", "East", "E."}, {"W", "West", "W."}}
	motels      = []string{"Sunset Motel", "Blue Heron Inn", "Budget Lodge", "Letchworth Motor Inn", "Five Mile Motel"}
	parks       = []string{"Shady Acres", "Maple Grove", "Genesee Valley", "Woodland Estates", "Hidden Pines"}
	farms       = []string{"Ridge View Farms", "Torrance Orchards", "Muckland Produce", "Stony Creek Dairy"}
	queensTowns = []town{{"Long Island City", "11101"}, {"Astoria", "11103"}, {"Woodside", "11377"}, {"Flushing", "11354"}, {"Jamaica", "11432"}}
	cityTowns   = []town{{"Long Island City", "11101"}, {"Brooklyn", "11222"}, {"New York", "10016"}, {"Bronx", "10451"}, {"Staten Island", "10301"}}
	cityAliases = map[string][]string{"Long Island City": {"LIC", "L.I.C."}, "Brooklyn": {"BKLYN", "Bklyn"}, "New York": {"NYC", "Manhattan", "New York City"}, "Bronx": {"The Bronx", "Bx"}, "Staten Island": {"S.I.", "SI"}}
)

// A pairMaker makes pairs from a seed.
type pairMaker struct{ *rand.Rand }

func pick[T any](g *pairMaker, list []T) T { return list[g.IntN(len(list))] }

func (g *pairMaker) spot(f family) spot {
	towns, names := upstate, motels
	if f.towns != nil {
		towns = f.towns
	}
	if f.names != nil {
		names = f.names
	}
	s := spot{n: 2 + g.IntN(9000), k: 2 + g.IntN(430), m: 2 + g.IntN(40), road: pick(g, streets), road2: pick(g, streets), old: pick(g, []string{"Old", "New"}), dir: g.IntN(4), name: pick(g, names), town: pick(g, towns)}
	for s.road2.name == s.road.name {
		s.road2 = pick(g, streets)
	}
	return s
}

// suffix writes a street's suffix in one of its ways.
func (g *pairMaker) suffix(s string) string {
	return pick(g, append([]string{s, s}, longSuffix[s]...))
}

func (g *pairMaker) street(s street) string { return s.name + " " + g.suffix(s.suffix) }

// in appends the town.
func (g *pairMaker) in(premises string, t town) string {
	name := t.name
	switch {
	case strings.HasPrefix(name, "North ") && g.IntN(2) == 0:
		name = "N. " + name[6:]
	case strings.HasPrefix(name, "St. ") && g.IntN(2) == 0:
		name = "Saint " + name[4:]
	case name == "Le Roy" && g.IntN(2) == 0:
		name = "LeRoy"
	case strings.HasPrefix(name, "Mount ") && g.IntN(2) == 0:
		name = "Mt " + name[6:]
	}
	s := premises + pick(g, []string{", ", ", ", " ", "\n"}) + name + pick(g, []string{", NY " + t.zip, " NY " + t.zip, ", NY", " NY", ", N.Y. " + t.zip + "-1234", ", New York " + t.zip, ", New York"})
	return g.letters(s)
}

// letters changes the case as some registers do.
func (g *pairMaker) letters(s string) string {
	switch g.IntN(5) {
	case 0:
		return strings.ToUpper(s)
	case 1:
		return strings.ToLower(s)
	}
	return s
}

func otherNumber(g *pairMaker, s *spot) { s.n += pick(g, []int{-1, 1, 2, 10, 100}) }
func otherRoute(g *pairMaker, s *spot)  { s.k += 1 + g.IntN(20) }
func otherUnit(g *pairMaker, s *spot)   { s.m += 1 + g.IntN(5) }
func otherDir(g *pairMaker, s *spot)    { s.dir ^= 1 }
func otherName(g *pairMaker, s *spot)   { s.name = "Other " + s.name }
func otherStreet(g *pairMaker, s *spot) {
	s.road = s.road2
	s.road2 = street{"Elm", "St"}
}
func otherTown(towns []town) func(*pairMaker, *spot) {
	return func(g *pairMaker, s *spot) {
		for was := s.town; s.town == was; {
			s.town = pick(g, towns)
		}
	}
}

// route spells the state route k.
func (g *pairMaker) route(k string) string {
	return pick(g, []string{"State Route ", "NYS Rte ", "NY-", "SR ", "State Rte. ", "NYS Route ", "Rt ", "Route ", "N.Y. Route ", "St Rt ", "NY ", "Rte. ", "NY State Route ", "State Hwy ", "NYS Rt. "}) + k
}

func (g *pairMaker) county(k string) string {
	return pick(g, []string{"County Road ", "Co Rd ", "CR ", "Co. Rte ", "County Rte ", "Cty Rd ", "County Route ", "CR-", "Co Rt ", "C.R. ", "County Rd #", "Co. Rd. "}) + k
}

func (g *pairMaker) usRoute(k int) string {
	n := strconv.Itoa(k)
	return pick(g, []string{"US " + n + "A", "US Highway " + n + "A", "Route " + n + "-A", "US-" + n + "A", "US Rte " + n + "A", "Rt " + n + " A", "U.S. Route " + n + "A", "US Hwy " + n + "-A", "U.S. Hwy. " + n + "A"})
}

func (g *pairMaker) unit(m int) string {
	return fmt.Sprintf(pick(g, []string{" Apt %d", ", Apt. %d", " #%d", ", Apartment %d", " Unit %d", " apt #%d", ", # %d"}), m)
}

func (g *pairMaker) direction(d int) string { return pick(g, compass[d]) }

var spelt = map[int]string{1: "First", 2: "Second", 3: "Third", 5: "Fifth", 8: "Eighth", 12: "Twelfth", 21: "Twenty-first", 42: "Forty-second", 57: "Fifty-Seventh", 96: "Ninety-sixth"}

// ordinal spells the k-th of the ordinals that have words.
func (g *pairMaker) ordinal(k int) string {
	n := []int{1, 2, 3, 5, 8, 12, 21, 42, 57, 96}[k%10]
	end := "th"
	switch {
	case n%10 == 1 && n != 11:
		end = "st"
	case n%10 == 2 && n != 12:
		end = "nd"
	case n%10 == 3:
		end = "rd"
	}
	word := spelt[n]
	return pick(g, []string{fmt.Sprint(n) + end, fmt.Sprint(n), word, strings.ReplaceAll(word, "-", " ")})
}

// addressFamilies are the ways in which New York's counties write places.
var addressFamilies = []family{
	{name: "state route", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprint(s.n)+" "+g.route(fmt.Sprint(s.k)), s.town)
	}, change: []func(*pairMaker, *spot){otherRoute, otherNumber}},
	{name: "county road", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprint(s.n)+" "+g.county(fmt.Sprint(s.k%150+1)), s.town)
	}, change: []func(*pairMaker, *spot){otherRoute, otherNumber}},
	{name: "state or county", spell: func(g *pairMaker, s spot) string {
		if s.m%2 == 0 {
			return g.in(fmt.Sprint(s.n)+" "+g.route(fmt.Sprint(s.k%150+1)), s.town)
		}
		return g.in(fmt.Sprint(s.n)+" "+g.county(fmt.Sprint(s.k%150+1)), s.town)
	}, change: []func(*pairMaker, *spot){func(_ *pairMaker, s *spot) { s.m++ }}},
	{name: "US highway", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprint(s.n)+" "+g.usRoute(s.k%60+2), s.town)
	}, change: []func(*pairMaker, *spot){otherRoute, otherNumber}},
	{name: "old and new", spell: func(g *pairMaker, s spot) string {
		if s.m%3 == 0 {
			return g.in(fmt.Sprintf("%d %s %s", s.n, s.old, g.street(s.road)), s.town)
		}
		return g.in(fmt.Sprintf("%d %s %s", s.n, s.old, g.route(fmt.Sprint(s.k))), s.town)
	}, change: []func(*pairMaker, *spot){func(_ *pairMaker, s *spot) { s.old = "" }, func(_ *pairMaker, s *spot) { s.old = map[string]string{"Old": "New", "New": "Old"}[s.old] }}},
	{name: "rural route", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprintf(pick(g, []string{"RR %d Box %d", "RD #%d Box %d", "R.D. %d, Box %d", "RFD %d Box %d", "Rural Route %d, Box %d", "R R %d BX %d", "Rural Rt %d Box #%d", "RR#%d Box %d", "RR%d BOX%d", "R.F.D. #%d Box %d", "R.R. %d, Bx. %d", "RD%d Box %d"}), s.m%6+1, s.k), s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherRoute}},
	{name: "highway contract", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprintf(pick(g, []string{"HC %d Box %d", "HCR %d, Box %d", "Star Route %d Box %d", "HC#%d Box %d", "HC%d BOX %d", "H.C. %d Box %d", "Star Rte %d, Box %d"}), s.m%6+1, s.k), s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherRoute}},
	{name: "post-office box", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprintf(pick(g, []string{"PO Box %d", "P.O. Box %d", "POB %d", "P O Box %d", "Post Office Box %d", "P.O.B. %d", "PO Box #%d", "PO BX %d", "p.o. box no. %d", "P. O. Box %d", "Box %d"}), s.k), s.town)
	}, change: []func(*pairMaker, *spot){otherRoute}},
	{name: "lot", spell: func(g *pairMaker, s spot) string {
		lot := fmt.Sprintf(pick(g, []string{"Lot %d", "Lot #%d", "lot no. %d", "Trlr %d", "Trailer %d", "Lot# %d", "Space %d"}), s.m)
		if g.IntN(3) == 0 {
			return g.in(lot+", "+fmt.Sprint(s.n)+" "+g.street(s.road), s.town)
		}
		return g.in(fmt.Sprint(s.n)+" "+g.street(s.road)+pick(g, []string{" ", ", "})+lot, s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherNumber}},
	{name: "mobile-home park", names: parks, spell: func(g *pairMaker, s spot) string {
		park := s.name + pick(g, []string{" Mobile Home Park", " MHP", " Trailer Park", " Mobile Home Pk", " Mobile Park", " M.H.P."})
		lot := fmt.Sprintf(pick(g, []string{"Lot %d", "Lot #%d", "Trlr %d", "Site %d"}), s.m)
		switch g.IntN(3) {
		case 0:
			return g.in(lot+", "+park, s.town)
		case 1:
			return g.in(park+" "+lot, s.town)
		}
		return g.in(park+", "+lot, s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherName}},
	{name: "park with number", names: parks, spell: func(g *pairMaker, s spot) string {
		park := s.name + pick(g, []string{" Mobile Home Park", " MHP", " Trailer Park"})
		street, lot := fmt.Sprint(s.n)+" "+g.street(s.road), fmt.Sprintf(pick(g, []string{"Lot %d", "Lot #%d"}), s.m)
		switch g.IntN(4) {
		case 0:
			return g.in(park+", "+street+", "+lot, s.town)
		case 1:
			return g.in(street+" "+lot+" ("+park+")", s.town)
		case 2:
			return g.in(park+" "+lot+", "+street, s.town)
		}
		return g.in(street+", "+lot, s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherNumber}},
	{name: "farm labour camp", names: farms, spell: func(g *pairMaker, s spot) string {
		street := fmt.Sprint(s.n) + " " + g.street(s.road)
		switch g.IntN(6) {
		case 0:
			return g.in(s.name+" labor camp, "+street, s.town)
		case 1:
			return g.in(street+" ("+s.name+" labor camp)", s.town)
		case 2:
			return g.in("labor camp at "+street, s.town)
		case 3:
			return g.in("migrant camp, "+s.name+", "+street, s.town)
		case 4:
			return g.in(s.name+" migrant labor camp - "+street, s.town)
		}
		return g.in("Farm labor camp, "+street, s.town)
	}, change: []func(*pairMaker, *spot){otherNumber, otherStreet}},
	{name: "camp and cabin", names: farms, spell: func(g *pairMaker, s spot) string {
		cabin := fmt.Sprintf(pick(g, []string{"Cabin %d", "cabin #%d", "Cabin no. %d"}), s.m)
		camp := s.name + pick(g, []string{" Labor Camp", " labor camp", " Migrant Camp", " Farm Labor Camp"})
		if g.IntN(2) == 0 {
			return g.in(cabin+", "+camp, s.town)
		}
		return g.in(camp+pick(g, []string{" ", ", "})+cabin, s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherName}},
	{name: "motel room", names: motels, spell: func(g *pairMaker, s spot) string {
		room := fmt.Sprintf(pick(g, []string{"Room %d", "Rm %d", "rm #%d", "Rm. %d", "#%d", "room no %d"}), s.m+100)
		if g.IntN(3) == 0 {
			return g.in(fmt.Sprintf("Room %d, %s", s.m+100, s.name), s.town)
		}
		return g.in(s.name+pick(g, []string{" ", ", ", " - "})+room, s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherName}},
	{name: "motel with number", names: motels, spell: func(g *pairMaker, s spot) string {
		room := fmt.Sprintf(pick(g, []string{"Room %d", "Rm %d", "rm #%d", "Rm. %d"}), s.m+100)
		street := fmt.Sprint(s.n) + " " + g.route(fmt.Sprint(s.k))
		switch g.IntN(3) {
		case 0:
			return g.in(s.name+" "+room+", "+street, s.town)
		case 1:
			return g.in(street+", "+room, s.town)
		}
		return g.in(s.name+", "+street+" "+room, s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherNumber}},
	{name: "Queens number", towns: queensTowns, spell: func(g *pairMaker, s spot) string {
		n := fmt.Sprintf(pick(g, []string{"%d-%02d", "%d - %02d", "%d%02d", "%d -%02d"}), s.k%90+10, s.m)
		road := pick(g, []string{"Van Dam St", "VAN DAM STREET", "Vandam Street"})
		if s.dir > 1 {
			road = pick(g, []string{"44th Ave", "44 AVENUE", "44th Avenue", "Forty-fourth Ave"})
		}
		return g.in(n+" "+road, s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, otherRoute, func(_ *pairMaker, s *spot) { s.dir ^= 2 }}},
	{name: "fraction", spell: func(g *pairMaker, s spot) string {
		half := pick(g, []string{" 1/2", "½", "-1/2", " ½"})
		if s.dir == 4 {
			half = ""
		}
		return g.in(fmt.Sprint(s.n)+half+" "+g.street(s.road), s.town)
	}, change: []func(*pairMaker, *spot){otherNumber, func(_ *pairMaker, s *spot) { s.dir = 4 }}},
	{name: "behind", spell: func(g *pairMaker, s spot) string {
		street := fmt.Sprint(s.n) + " " + g.route(fmt.Sprint(s.k))
		return g.in(pick(g, []string{"barn behind " + street, "Barn in back of " + street, "barn in rear of " + street, street + " (barn behind)", street + ", barn behind", "the barn behind " + street, "barn at rear of " + street, street + " barn in back"}), s.town)
	}, change: []func(*pairMaker, *spot){otherNumber, otherRoute}},
	{name: "intersection", spell: func(g *pairMaker, s spot) string {
		a, b := g.street(s.road), g.street(s.road2)
		if g.IntN(2) == 0 {
			a, b = b, a
		}
		return g.in(pick(g, []string{a + " & " + b, "corner of " + a + " and " + b, a + " @ " + b, a + " at " + b, "intersection of " + a + " & " + b, a + "/" + b, "cor. " + a + " & " + b, a + " and " + b}), s.town)
	}, change: []func(*pairMaker, *spot){otherStreet}},
	{name: "route crossing", spell: func(g *pairMaker, s spot) string {
		a, b := g.route(fmt.Sprint(s.k)), g.usRoute(s.m)
		if g.IntN(2) == 0 {
			a, b = b, a
		}
		return g.in(pick(g, []string{a + " & " + b, "corner of " + a + " and " + b, a + " @ " + b, a + " at " + b, "intersection of " + a + " and " + b}), s.town)
	}, change: []func(*pairMaker, *spot){otherRoute, otherUnit}},
	{name: "mile post", spell: func(g *pairMaker, s spot) string {
		mile := pick(g, []string{"mile marker ", "MM ", "milepost ", "mile post ", "MP ", "mile "}) + fmt.Sprint(s.m+280)
		road := pick(g, []string{"I-90", "Interstate 90", "I 90"})
		if s.dir < 2 {
			road = pick(g, []string{"I-390", "Interstate 390", "I 390"})
		}
		return g.in(pick(g, []string{road + " " + mile, mile + ", " + road, mile + " " + road, road + " at " + mile, mile + " on " + road}), s.town)
	}, change: []func(*pairMaker, *spot){otherUnit, func(_ *pairMaker, s *spot) { s.dir ^= 2 }}},
	{name: "ordinal", towns: cityTowns, spell: func(g *pairMaker, s spot) string {
		suffix := "St"
		if s.dir > 1 {
			suffix = "Ave"
		}
		return g.in(fmt.Sprintf("%d %s %s", s.n, g.ordinal(s.k), g.suffix(suffix)), s.town)
	}, change: []func(*pairMaker, *spot){func(_ *pairMaker, s *spot) { s.k++ }, func(_ *pairMaker, s *spot) { s.dir ^= 2 }}},
	{name: "saint and mount", spell: func(g *pairMaker, s spot) string {
		road := [][]string{{"St Paul", "Saint Paul", "St. Paul"}, {"Mt Hope", "Mount Hope", "Mt. Hope"}, {"Ft Stanwix", "Fort Stanwix"}, {"St James", "Saint James", "St. James"}}[s.dir]
		return g.in(fmt.Sprintf("%d %s %s", s.n, pick(g, road), g.suffix(pick(g, []string{"St"}))), s.town)
	}, change: []func(*pairMaker, *spot){otherNumber, func(_ *pairMaker, s *spot) { s.dir = (s.dir + 1) % 4 }}},
	{name: "city alias", towns: cityTowns, spell: func(g *pairMaker, s spot) string {
		t := s.town
		if g.IntN(2) == 0 {
			t.name = pick(g, cityAliases[t.name])
		}
		return g.in(fmt.Sprint(s.n)+" "+g.street(s.road), t)
	}, change: []func(*pairMaker, *spot){otherTown(cityTowns), otherNumber}},
	{name: "town run into street", spell: func(g *pairMaker, s spot) string {
		street := fmt.Sprint(s.n) + " " + s.road.name + " " + longSuffix[s.road.suffix][0]
		if s.m%3 == 0 {
			street = fmt.Sprint(s.n) + " " + g.route(fmt.Sprint(s.k))
		}
		if g.IntN(2) == 0 {
			return street + s.town.name + pick(g, []string{", NY " + s.town.zip, " NY " + s.town.zip, ", NY"})
		}
		return g.in(street, s.town)
	}, change: []func(*pairMaker, *spot){otherNumber, otherTown(upstate)}},
	{name: "direction behind", towns: cityTowns[2:3], spell: func(g *pairMaker, s spot) string {
		road := [][]string{{"Park Avenue South", "Park Ave S", "Park Ave. So.", "Park Av South"}, {"Park Avenue", "Park Ave", "Park Av"}, {"West End Avenue", "West End Ave"}, {"Central Park West", "Central Park W"}}[s.dir]
		return g.in(fmt.Sprint(s.n)+" "+pick(g, road), s.town)
	}, change: []func(*pairMaker, *spot){otherDir, otherNumber}},
	{name: "ZIP code", spell: func(g *pairMaker, s spot) string {
		street := fmt.Sprint(s.n) + " " + g.street(s.road)
		return street + pick(g, []string{", ", " "}) + pick(g, []string{s.town.name + ", NY", s.town.name + ", NY " + s.town.zip, s.town.name + " NY " + s.town.zip + "-4321", s.town.name, s.town.name + " " + s.town.zip, s.town.zip, "NY " + s.town.zip})
	}, change: []func(*pairMaker, *spot){otherNumber, otherStreet}},
	{name: "no town", spell: func(g *pairMaker, s spot) string {
		street := fmt.Sprint(s.n) + " " + g.street(s.road)
		if s.m%2 == 0 {
			street = fmt.Sprint(s.n) + " " + g.route(fmt.Sprint(s.k))
		}
		if g.IntN(2) == 0 {
			return g.letters(street + pick(g, []string{"", ", NY", " NY"}))
		}
		return g.in(street, s.town)
	}, change: []func(*pairMaker, *spot){otherNumber, otherStreet2}},
	{name: "apartment", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprint(s.n)+" "+g.street(s.road)+g.unit(s.m), s.town)
	}, change: []func(*pairMaker, *spot){otherUnit}},
	{name: "suite and floor", towns: cityTowns[2:3], spell: func(g *pairMaker, s spot) string {
		unit := fmt.Sprintf(pick(g, []string{", Suite %d", " Ste %d", " Ste. %d", " #%d", ", Suite #%d", " Suite No. %d"}), 100+s.m)
		if s.dir > 1 {
			unit = pick(g, []string{", ", " "}) + fmt.Sprintf(pick(g, []string{"%dth Floor", "%dth Fl", "Floor %d", "Fl. %d", "%dth Flr"}), 4+s.m%7)
		}
		return g.in(fmt.Sprint(s.n)+" "+g.street(s.road)+unit, s.town)
	}, change: []func(*pairMaker, *spot){func(_ *pairMaker, s *spot) { s.m++ }, otherNumber}},
	{name: "neighbour", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprint(s.n)+" "+g.street(s.road), s.town)
	}, change: []func(*pairMaker, *spot){otherNumber}},
	{name: "direction", spell: func(g *pairMaker, s spot) string {
		road := fmt.Sprint(s.n) + " " + g.direction(s.dir) + " " + g.street(s.road)
		if g.IntN(4) == 0 {
			road = fmt.Sprint(s.n) + " " + g.street(s.road) + " " + compass[s.dir][g.IntN(2)]
		}
		return g.in(road, s.town)
	}, change: []func(*pairMaker, *spot){otherDir}},
	{name: "other town", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprint(s.n)+" "+g.street(s.road), s.town)
	}, change: []func(*pairMaker, *spot){otherTown(upstate)}},
	{name: "typing error", spell: func(g *pairMaker, s spot) string {
		name := s.road.name
		if len(name) > 7 && g.IntN(2) == 0 {
			i := 2 + g.IntN(len(name)-4)
			name = name[:i] + name[i+1:]
		}
		return g.in(fmt.Sprint(s.n)+" "+name+" "+g.suffix(s.road.suffix), s.town)
	}, change: []func(*pairMaker, *spot){otherNumber, otherStreet}},
	{name: "suffix", spell: func(g *pairMaker, s spot) string {
		return g.in(fmt.Sprint(s.n)+" "+g.street(s.road), s.town)
	}, change: []func(*pairMaker, *spot){func(_ *pairMaker, s *spot) {
		if s.road.suffix = "Pl"; s.m%2 == 0 {
			s.road.suffix = "Ct"
		}
		if s.road.name == "Mill" {
			s.road.name = "Millrace"
		}
	}}},
}

func otherStreet2(g *pairMaker, s *spot) {
	otherStreet(g, s)
	otherRoute(g, s)
}

// addressPairsPerFamily makes 36 families into some 750 pairs, about half the same.
const addressPairsPerFamily = 21

// AddressPairs makes labelled pairs of every family, 21 each, every second one of two places.
func AddressPairs(seed uint64) []AddressPair {
	g := &pairMaker{rand.New(rand.NewPCG(seed, 1))}
	var pairs []AddressPair
	for _, f := range addressFamilies {
		for i := range addressPairsPerFamily {
			s := g.spot(f)
			other := s
			if i%2 == 1 {
				pick(g, f.change)(g, &other)
			}
			a, b := f.spell(g, s), f.spell(g, other)
			for range 5 {
				if a != b {
					break
				}
				b = f.spell(g, other)
			}
			pairs = append(pairs, AddressPair{f.name, a, b, i%2 == 0})
		}
	}
	return pairs
}
