package normalize

import "strings"

// unnumberedHighway reads a highway that stands without a house number, and the
// road that it crosses.
func (p *addressParser) unnumberedHighway(i, end int) int {
	r, next := p.highway(i, end)
	if next == i || i > 0 && !p.tokens[i].brk && p.tokens[i-1].loose && p.tokens[i-1].hasDigit() {
		return i
	}
	if p.crossesLoose(r, i) {
		return next
	}
	p.setRoad(r)
	if other, after := p.crossingRoad(next, end); after > next {
		p.setCrossing(r, other)
		return after
	}
	if class, other, ok := strings.Cut(r.key, " & "); ok && strings.HasPrefix(class, "RT ") && r.key != "RT 5 & 20" {
		// Two routes that meet; New York's 5 and 20 are one road for sixty miles.
		p.crossing = true
		p.out.key.road = strings.Join(inOrder(class, "RT "+other), " & ")
	}
	return next
}

func (p *addressParser) highwayAt(i, end int) bool {
	_, next := p.highway(i, end)
	return next > i
}

// A highwayClass is a kind of numbered road.
type highwayClass struct {
	name string // as Publication 28 writes it out
	key  string // what the key has
}

// State routes, US highways and plain routes share the key RT, as people write
// one for the other and no town has both of one number; county roads, town
// roads and interstates are other roads.
var (
	stateRoute   = highwayClass{"State Route", "RT"}
	stateHighway = highwayClass{"State Highway", "RT"}
	stateRoad    = highwayClass{"State Road", "RT"}
	usHighway    = highwayClass{"US Highway", "RT"}
	plainRoute   = highwayClass{"Route", "RT"}
	plainHighway = highwayClass{"Highway", "RT"}
	countyRoad   = highwayClass{"County Road", "CR"}
	countyRoute  = highwayClass{"County Route", "CR"}
	countyHwy    = highwayClass{"County Highway", "CR"}
	townRoad     = highwayClass{"Township Road", "TR"}
	farmRoad     = highwayClass{"FM", "FM"}
	loopRoad     = highwayClass{"Loop", "LOOP"}
	spurRoad     = highwayClass{"Spur", "SPUR"}
	businessRoad = highwayClass{"Business", "BUS"}
	businessLoop = highwayClass{"Business Loop", "BUS"}
	interstate   = highwayClass{"Interstate", "I"}
	plainRoad    = highwayClass{"Road", "ROAD"}
)

// highway reads a numbered road that begins at i: Old NYS Rte 19 N, CR 5, US 20A,
// I-90, Routes 5 & 20. It returns where the road ends, or i.
func (p *addressParser) highway(i, end int) (road, int) {
	j := i
	var r road
	old := ""
	for j < end {
		t := &p.tokens[j]
		if j > i && t.brk {
			return road{}, i
		}
		if (t.up == "OLD" || t.up == "NEW" && j+1 < end && p.tokens[j+1].up != "YORK") && old == "" {
			old = t.up
		} else if t.is(isDirection) && r.pre == "" && j+1 < end {
			r.pre = t.lex.dir
		} else {
			break
		}
		j++
	}
	county := p.countyName(j, end)
	class, j2 := p.highwayClass(j+county, end)
	if j2 == j+county || county > 0 && class.key != "CR" {
		return road{}, i
	}
	number, next := p.highwayNumber(j2, end, class)
	if next == j2 {
		return road{}, i
	}
	if next < end && !p.tokens[next].brk && p.tokens[next].is(isRoadSuffix) && p.tokens[next].up != "HWY" && p.tokens[next].up != "HIGHWAY" {
		return road{}, i // "Highway 5 Lane" is a lane
	}
	key := class.key + " " + strings.ToUpper(number)
	name := class.name + " " + number
	if county > 0 {
		name = p.title(j, j+county) + " " + name
	}
	if old != "" {
		name, key = titleWord(old)+" "+name, old+" "+key
	}
	next = p.highwayTail(next, end, &r, &name, &key)
	r.name = name
	r.key = key
	for _, d := range [2]string{r.pre, r.post} {
		if d != "" {
			r.key += " " + d
		}
	}
	return r, next
}

// countyName returns how many words from i on name the county of a county road
// ("Steuben County Route 5"), or 0.
func (p *addressParser) countyName(i, end int) int {
	for k := 1; k <= 2 && i+k+1 < end; k++ {
		t := &p.tokens[i+k-1]
		saint := k == 1 && t.up == "ST"
		if t.kind != wordToken || t.is(isRoadSuffix|isUnit|isDirection|isRouteWord|isStateCode) && !saint || p.tokens[i+k].brk {
			return 0
		}
		switch p.tokens[i+k].up {
		case "COUNTY", "CO", "CNTY", "CTY":
			if _, next := p.countyClass(i+k+1, end); next > i+k+1 && next < end && p.tokens[next].hasDigit() {
				return k
			}
		}
	}
	return 0
}

// boundWords say which way a road's lanes lead.
var boundWords = map[string]string{"NORTHBOUND": "N", "NB": "N", "SOUTHBOUND": "S", "SB": "S", "EASTBOUND": "E", "EB": "E", "WESTBOUND": "W", "WB": "W"}

// highwayTail reads what can follow a highway's number: a direction, Alt, Bus, Byp.
func (p *addressParser) highwayTail(next, end int, r *road, name, key *string) int {
	for next < end {
		t := &p.tokens[next]
		comma := t.is(isDirection) && len(t.up) <= 2 && (next+1 >= end || p.tokens[next+1].brk || p.tokens[next+1].hasDigit())
		switch {
		case t.brk && !comma:
			return next
		case t.is(isDirection) && r.post == "":
			r.post = t.lex.dir
		case boundWords[t.up] != "" && r.post == "":
			r.post = boundWords[t.up]
		case t.up == "ALT" || t.up == "ALTERNATE" || t.up == "BUS" || t.up == "BUSINESS" || t.up == "BYP" || t.up == "BYPASS" || t.up == "SPUR" || t.up == "TRUCK":
			*name += " " + titleWord(t.raw)
			*key += " " + t.up[:3]
		case t.up == "BSNSS":
			*name += " Business"
			*key += " BUS"
		case (t.up == "SERVICE" || t.up == "FRONTAGE" || t.up == "ACCESS") && next+1 < end && isRoadWord(p.tokens[next+1].up):
			r.post, *name, *key = "", strings.TrimSpace(*name+" "+r.post), strings.TrimSpace(*key+" "+r.post)
			*name += " " + titleWord(t.raw) + " Rd"
			*key += " " + t.up
			next++
		case isHighwayWord(t.up) && (t.up == "HWY" || t.up == "HIGHWAY" || p.tokens[next-1].up == "BSNSS"):
		default:
			return next
		}
		next++
	}
	return next
}

// highwayClass reads the words before a highway's number.
func (p *addressParser) highwayClass(i, end int) (highwayClass, int) {
	if i >= end {
		return highwayClass{}, i
	}
	t := &p.tokens[i]
	if t.kind != wordToken {
		return highwayClass{}, i
	}
	second := ""
	if i+1 < end && !p.tokens[i+1].brk && p.tokens[i+1].kind == wordToken {
		second = p.tokens[i+1].up
	}
	switch t.up {
	case "NEW":
		if second == "YORK" {
			if c, next := p.stateClass(i+2, end); next > i+2 {
				return c, next
			}
		}
	case "STATE", "NYS", "NYSR", "ST":
		if c, next := p.stateClass(i+1, end); next > i+1 {
			return c, next
		}
		if t.up == "NYSR" || t.up == "NYS" {
			p.routeState = "NY"
			return stateRoute, i + 1
		}
	case "SR", "SRT", "STRT":
		return stateRoute, i + 1
	case "SH", "STHWY", "STHY":
		return stateHighway, i + 1
	case "COUNTY", "CO", "CNTY", "CTY", "CNTRY", "COUNTRY":
		if c, next := p.countyClass(i+1, end); next > i+1 {
			return c, next
		}
	case "LOOP":
		return loopRoad, i + 1
	case "SPUR":
		return spurRoad, i + 1
	case "BUSINESS":
		if second == "LOOP" {
			return businessLoop, i + 2
		}
		return businessRoad, i + 1
	case "UNITED":
		if second == "STATES" && i+2 < end && isHighwayWord(p.tokens[i+2].up) {
			return usHighway, i + 3
		}
	case "C":
		if second == "R" {
			return countyRoad, i + 2
		}
	case "CR", "CORD":
		return countyRoad, i + 1
	case "CTH", "CH":
		return countyHwy, i + 1
	case "TOWN", "TWP", "TOWNSHIP", "TR":
		if t.up == "TR" {
			return townRoad, i + 1
		}
		if isRoadWord(second) {
			return townRoad, i + 2
		}
	case "FM":
		return farmRoad, i + 1
	case "FARM":
		if second == "TO" && i+2 < end && p.tokens[i+2].up == "MARKET" {
			if i+3 < end && isRoadWord(p.tokens[i+3].up) {
				return farmRoad, i + 4
			}
			return farmRoad, i + 3
		}
	case "US", "USHWY", "USH", "USRT", "USRTE":
		if isHighwayWord(second) {
			return usHighway, i + 2
		}
		return usHighway, i + 1
	case "U":
		if second == "S" {
			if i+2 < end && isHighwayWord(p.tokens[i+2].up) {
				return usHighway, i + 3
			}
			return usHighway, i + 2
		}
	case "ROUTE", "ROUTES", "RTE", "RTES", "RT", "RTS":
		if second == "NO" || second == "NUMBER" || second == "US" {
			return plainRoute, i + 2
		}
		return plainRoute, i + 1
	case "HWY", "HIGHWAY", "HIWAY", "HGHWY", "HWAY", "HWYS", "HIGHWAYS":
		return plainHighway, i + 1
	case "RD", "ROAD":
		return plainRoad, i + 1
	case "INTERSTATE", "I":
		if isHighwayWord(second) {
			return interstate, i + 2
		}
		return interstate, i + 1
	}
	if i+1 < end && stateByName[t.up] != "" {
		if c, next := p.stateClass(i+1, end); next > i+1 && c != stateRoad {
			p.routeState = stateByName[t.up]
			if p.routeState != "NY" {
				// Another state's road keeps its name: AL Highway 157.
				_, kind, _ := strings.Cut(c.name, " ")
				name := titleWord(t.raw)
				if t.is(isStateCode) {
					name = t.up
				}
				c.name = name + " " + kind
			}
			return c, next
		}
	}
	if t.is(isStateCode) && i+1 < end {
		if n := &p.tokens[i+1]; !n.brk && n.hasDigit() && n.kind != ordinalToken && !n.is(isDirection) && !t.is(isSuffix|isDirection) {
			p.routeState = t.lex.state
			return stateRoute, i + 1
		}
	}
	return highwayClass{}, i
}

func isHighwayWord(s string) bool {
	switch s {
	case "ROUTE", "RTE", "RT", "HWY", "HIGHWAY", "HIWAY", "ROUTES", "RTES", "RTS":
		return true
	}
	return false
}

func isRoadWord(s string) bool { return s == "RD" || s == "ROAD" || isHighwayWord(s) }

func (p *addressParser) stateClass(i, end int) (highwayClass, int) {
	if i >= end || p.tokens[i].brk {
		return highwayClass{}, i
	}
	if i+1 < end && p.tokens[i].up == "STATE" && !p.tokens[i+1].brk && isRoadWord(p.tokens[i+1].up) {
		i++ // NY State Route
	}
	switch p.tokens[i].up {
	case "ROUTE", "RTE", "RT", "ROUTES", "RTES", "RTS":
		return stateRoute, i + 1
	case "HWY", "HIGHWAY", "HIWAY":
		return stateHighway, i + 1
	case "RD", "ROAD":
		return stateRoad, i + 1
	}
	return highwayClass{}, i
}

func (p *addressParser) countyClass(i, end int) (highwayClass, int) {
	if i >= end || p.tokens[i].brk {
		return highwayClass{}, i
	}
	switch up := p.tokens[i].up; {
	case up == "RD" || up == "ROAD":
		return countyRoad, i + 1
	case up == "HWY" || up == "HIGHWAY":
		return countyHwy, i + 1
	case isHighwayWord(up):
		return countyRoute, i + 1
	}
	return highwayClass{}, i
}
