package normalize

import "strings"

// premises reads what stands before the town: number and street, units, boxes,
// rural routes, mile posts, named places. What is none of these is a place's name
// if it stands before the street, and a remark behind it.
func (p *addressParser) premises(end int) {
	p.looseFrom, p.looseTo = -1, -1
	for i := 0; i < end; {
		next := p.piece(i, end)
		if next > i {
			i = next
			continue
		}
		p.loose(i)
		i++
	}
	if !p.hasStreet && p.looseFrom >= 0 && p.looseRoad() {
		return
	}
	p.namePlace()
}

// piece reads one piece of an address that begins at i and returns where it ends, or i.
func (p *addressParser) piece(i, end int) int {
	if next := p.box(i, end); next > i {
		return next
	}
	if next := p.ruralRoute(i, end); next > i {
		return next
	}
	if next := p.milepost(i, end); next > i {
		return next
	}
	if !p.hasStreet {
		if next := p.behind(i, end); next > i {
			return next
		}
		if next := p.away(i, end); next > i {
			return next
		}
		if i == 0 && p.hashNumber(end) {
			if next := p.numbered(1, end); next > 1 {
				return next
			}
		}
		if next := p.numbered(i, end); next > i {
			return next
		}
		if next := p.unnumberedHighway(i, end); next > i {
			return next
		}
	}
	if p.hasStreet {
		if next := p.outBack(i, end); next > i {
			return next
		}
	}
	return p.unit(i, end)
}

// hashNumber reports whether the address begins with "# 2 Turner Rd", a house number.
func (p *addressParser) hashNumber(end int) bool {
	return end > 3 && (p.tokens[0].kind == hashToken || p.tokens[0].isNumberSign()) && p.tokens[1].kind == numberToken && p.tokens[2].kind == wordToken && !p.tokens[2].brk && !p.tokens[2].is(isUnit) && p.laterSuffix(3, min(end, 6))
}

// loose remembers a token that belongs to nothing that is known. Only the tokens
// before the street, or all if there is none, can name a place.
func (p *addressParser) loose(i int) {
	if p.hasStreet || p.tokens[i].paren {
		if p.tokens[i].kind == wordToken {
			p.out.note("words beside the address were left out")
		}
		return
	}
	if p.looseFrom < 0 {
		p.looseFrom = i
	}
	p.looseTo = i + 1
	p.tokens[i].loose = true
}

// maxHouseNumber is how many digits a house number that stands alone can have.
const maxHouseNumber = 6

// noPlaces are the words that stand where an address is not known.
var noPlaces = map[string]bool{
	"UNKNOWN": true, "UNK": true, "NONE": true, "N / A": true, "NA": true, "HOMELESS": true, "TRANSIENT": true, "REFUSED": true, "TBD": true,
	"NO FIXED ADDRESS": true, "NO ADDRESS": true, "UNDOMICILED": true, "SAME": true, "SAME AS ABOVE": true, "VARIOUS": true, "NULL": true, "X": true, "XX": true, "NOT PROVIDED": true,
}

// namePlace takes the loose tokens as the name of a place.
func (p *addressParser) namePlace() {
	if p.crossing && p.looseFrom >= 0 {
		p.skipCornerOf()
	}
	if p.looseFrom < 0 {
		return
	}
	var b strings.Builder
	for i := p.looseFrom; i < p.looseTo; i++ {
		t := &p.tokens[i]
		if !t.loose {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(titleWord(t.raw))
	}
	p.unitOfCamp(b.String())
	if p.out.Milepost != "" && p.looseTo == p.looseFrom+1 && p.tokens[p.looseFrom].is(isRoadSuffix) {
		p.out.Street, p.out.key.road, p.out.Place = p.out.Place, p.tokens[p.looseFrom].lex.suffix, ""
		return
	}
	if noPlaces[strings.ToUpper(p.out.Place)] {
		p.out.Place = ""
		p.out.doubt("no address is known")
	}
	if kindOf(p.out.Place) == numberToken && p.out.Number == "" && p.out.Box == "" && len(p.out.Place) <= maxHouseNumber {
		p.out.Number, p.out.Place = p.out.Place, ""
	}
}

// unitOfCamp takes over the name of a place, and the number at the end of a camp's or
// a park's name as that of a unit: Stony Creek Labor Camp 3.
func (p *addressParser) unitOfCamp(name string) {
	p.out.Place = name
	i := strings.LastIndexByte(name, ' ')
	if i < 0 || p.hasStreet || p.out.Unit != "" || kindOf(name[i+1:]) != numberToken {
		return
	}
	if strings.IndexByte(placeKey(name[:i]), ' ') > 0 {
		p.out.Place, p.out.Unit = name[:i], name[i+1:]
	}
}

// afterRoad passes over "at 61st Street" behind a numbered street, which says
// where it crosses.
func (p *addressParser) afterRoad(next, end int) int {
	if next < end && (p.tokens[next].kind == atToken || p.tokens[next].up == "AT" || p.tokens[next].up == "BETWEEN" || p.tokens[next].up == "NEAR" || p.tokens[next].kind == andToken) {
		p.out.note("a crossing street was left out")
		for next++; next < end && !p.tokens[next].brk; next++ {
		}
	}
	return next
}

// A road is one street as read.
type road struct {
	pre, name, suffix, post string
	key                     string
	bare                    string // the name with a suffix such as Ridge, which may be part of it, or ""
}

func (p *addressParser) setRoad(r road) {
	p.hasStreet = true
	p.out.Predirectional, p.out.Street, p.out.Suffix, p.out.Postdirectional = r.pre, r.name, r.suffix, r.post
	p.out.key.road, p.out.key.bare = r.key, r.bare
}

// road reads a road's name from i on and returns where it ends, or i.
func (p *addressParser) road(i, end int, numbered bool) (road, int) {
	if r, next := p.highway(i, end); next > i {
		return r, next
	}
	stop := p.roadStop(i, end, numbered)
	if stop == i {
		return road{}, i
	}
	var r road
	name := i
	r.pre, name = p.predirection(i, stop)
	suffix := p.suffixAt(name, stop)
	nameEnd, next := suffix, suffix+1
	if suffix < 0 {
		nameEnd, next = stop, stop
		nameEnd, next = p.bareName(name, stop)
	} else {
		r.suffix = titleWord(p.tokens[suffix].suffix())
	}
	if suffix >= 0 && next < stop && p.isNumberedName(suffix) && p.tokens[next].kind == numberToken {
		nameEnd, next, r.suffix = next+1, next+1, "" // Scenic Hwy 98
	}
	r.post, next = p.postdirection(next, stop, end, suffix >= 0)
	r.name = p.title(name, nameEnd)
	r.key = p.roadKey(r, name, nameEnd)
	if suffix >= 0 && r.suffix != "" && !p.tokens[suffix].is(isRoadSuffix) {
		r.bare = p.bareKey(name, suffix+1)
	}
	return r, next
}

// postdirection reads a direction behind a street, which a comma may precede
// ("Bolton Road, NW"), from i on; stop is the end of the street's own words.
func (p *addressParser) postdirection(i, stop, end int, suffixed bool) (dir string, next int) {
	if i >= end || i < stop && p.tokens[i].brk {
		return "", i
	}
	t := &p.tokens[i]
	switch {
	case i < stop && t.is(isDirection) && (i+1 >= stop || !p.tokens[i+1].is(isSuffix)):
	case i < stop && t.up == "NO" && (i+1 >= end || !p.tokens[i+1].hasDigit()):
		return "N", i + 1
	case i == stop && suffixed && t.brk && !t.paren && t.is(isDirection) && len(t.up) <= 2 && (i+1 >= end || !p.tokens[i+1].is(isRoadSuffix)):
	default:
		return "", i
	}
	dir, next = t.lex.dir, i+1
	if next < end && len(t.up) == 1 && (dir == "N" || dir == "S") && (p.tokens[next].up == "E" || p.tokens[next].up == "W") && !p.tokens[next].brk {
		return dir + p.tokens[next].up, next + 1
	}
	return dir, next
}

// roadStop returns where the words of a road that begins at i end at the latest: at a
// comma, a unit, a box or a crossing.
func (p *addressParser) roadStop(i, end int, numbered bool) int {
	for j := i; j < end; j++ {
		t := &p.tokens[j]
		if j == i {
			if t.kind == hashToken || t.kind == andToken || t.kind == atToken {
				return i
			}
			continue
		}
		prev := &p.tokens[j-1]
		crossing := t.kind == andToken || t.kind == atToken || t.up == "AT" || t.up == "AND" || t.up == "BETWEEN" || t.up == "NEAR"
		switch {
		case t.brk || t.kind == hashToken || t.kind == atToken:
			return j
		case j > i+1 && t.kind == numberToken && prev.is(isSuffix) && !prev.is(isRoadSuffix) && p.laterSuffix(j+2, min(end, j+6)),
			j > i+1 && t.kind == numberToken && prev.is(isRoadSuffix) && !p.isNumberedName(j-1),
			j > i+2 && t.kind == numberToken && prev.is(isDirection) && p.tokens[j-2].is(isRoadSuffix):
			return j
		case crossing && (!numbered || prev.is(isRoadSuffix) || prev.is(isDirection) && j-i > 1):
			return j
		case t.is(isUnit|isUnitAlone|isNumberWord|isOrdinalWord) || t.kind == ordinalToken || t.kind == numberToken || t.lex == noWord:
			named := j > i+1 || !p.tokens[i].is(isDirection) || !t.is(isUnitAlone) // N Front
			if named && p.unitStarts(j, i, end) || p.boxAt(j, end) > j || p.ruralAt(j, end) > j {
				return j
			}
		case t.up == "BOX" || t.up == "PO" || t.up == "RD" || t.up == "RR":
			if p.boxAt(j, end) > j || t.up == "RR" && p.ruralAt(j, end) > j {
				return j
			}
		}
	}
	return end
}

// unitStarts reports whether a unit begins at j within a road that begins at i.
func (p *addressParser) unitStarts(j, i, end int) bool {
	t, prev := &p.tokens[j], &p.tokens[j-1]
	if p.unitAt(j, end) == j {
		return false
	}
	last := p.unitAt(j, end) >= end || p.tokens[min(p.unitAt(j, end), end-1)].brk
	switch {
	case t.is(isUnitAlone):
		return last && !(t.up == "FRONT" && j+1 < end) || prev.is(isRoadSuffix)
	case t.is(isUnit):
		return !t.is(isSuffix) || prev.is(isSuffix)
	}
	return prev.is(isSuffix|isDirection) || last
}

// predirection reads a direction before a street's name: E Main St, N E 4th St, but
// not North St or E St.
func (p *addressParser) predirection(i, stop int) (dir string, next int) {
	t := &p.tokens[i]
	if t.up == "NO" && i+2 < stop && p.tokens[i+1].kind == wordToken && p.laterSuffix(i+2, stop) {
		return "N", i + 1 // No. Main St
	}
	if !t.is(isDirection) || i+1 >= stop {
		return "", i
	}
	dir, next = t.lex.dir, i+1
	if second := &p.tokens[next]; len(dir) == 1 && second.is(isDirection) && len(second.lex.dir) == 1 && next+1 < stop &&
		(dir == "N" || dir == "S") && (second.lex.dir == "E" || second.lex.dir == "W") && !p.tokens[next+1].is(isRoadSuffix) {
		return dir + second.lex.dir, next + 1
	}
	after := &p.tokens[next]
	if after.lex.suffix == "AVE" && next+2 == stop && (len(p.tokens[next+1].up) == 1 && !p.tokens[next+1].is(isDirection) || p.tokens[next+1].hasDigit()) {
		return dir, next // S Avenue H
	}
	if next+1 >= stop && after.is(isSuffix) || after.is(isRoadSuffix) && !p.laterSuffix(next+1, stop) && after.up != "ST" ||
		after.up == "ST" && (next+1 >= stop || p.tokens[next+1].is(isDirection|isUnitAlone) || p.tokens[next+1].hasDigit()) {
		return "", i
	}
	return dir, next
}

func (p *addressParser) laterSuffix(i, stop int) bool {
	for ; i < stop; i++ {
		if p.tokens[i].is(isRoadSuffix) {
			return true
		}
	}
	return false
}

// suffixAt returns the token that is the suffix of the street whose name begins
// at name, or -1: the last one with a name before it, behind which only a
// direction or what is no part of the street stands.
func (p *addressParser) suffixAt(name, stop int) int {
	for k := name + 1; k+2 < stop; k++ {
		if next := &p.tokens[k+1]; p.tokens[k].is(isRoadSuffix) && next.is(isDirection) && len(next.up) == 2 {
			return k // Peachtree Rd NE Tower Place
		}
	}
	if k := stop - 1; k > name && p.tokens[k].up == "LA" {
		return k
	}
	for k := stop - 1; k > name; k-- {
		t := &p.tokens[k]
		if !t.is(isSuffix) || t.kind != wordToken {
			continue
		}
		tail := stop - k - 1
		direction := tail == 1 && p.tokens[k+1].is(isDirection)
		if (tail == 0 || direction) && !t.is(isRoadSuffix) {
			if first := p.firstRoadSuffix(name+1, k); first > 0 && k-first > 1 {
				return first // Langley Drive Langley Commons
			}
		}
		if first := p.firstPlainRoad(name+1, k); tail == 0 && first > 0 && k-first > 1 && namesComplex(t.lex.suffix) {
			return first // Campbell Ave Luxe Logan Square
		}
		if tail == 0 || direction {
			return k
		}
		if t.is(isRoadSuffix) {
			return k
		}
	}
	return -1
}

// suffix returns the standard abbreviation of the suffix that a token is. LA is
// Lane at the end of a street, and in the lexicon no suffix, as names begin with it.
func (t *token) suffix() string {
	if t.up == "LA" {
		return "LN"
	}
	return t.lex.suffix
}

// namesComplex reports whether a suffix that ends a road's name also ends that of
// a group of buildings.
func namesComplex(suffix string) bool {
	return suffix == "SQ" || suffix == "CV" || suffix == "PLZ" || suffix == "CT" || suffix == "PL" || suffix == "TER"
}

// firstPlainRoad returns the first token from i to end that means a road and nothing
// else, or -1.
func (p *addressParser) firstPlainRoad(i, end int) int {
	for ; i < end; i++ {
		switch p.tokens[i].lex.suffix {
		case "AVE", "RD", "DR", "BLVD", "LN", "PKWY":
			return i
		}
	}
	return -1
}

// firstRoadSuffix returns the first token from i to end that is a road's suffix
// and nothing else, or -1.
func (p *addressParser) firstRoadSuffix(i, end int) int {
	for ; i < end; i++ {
		if p.tokens[i].is(isRoadSuffix) {
			return i
		}
	}
	return -1
}

// bareName returns where the name of a street without suffix ends, and where
// what follows begins: a direction or the number of a unit stand apart.
func (p *addressParser) bareName(name, stop int) (nameEnd, next int) {
	if stop-name < 2 {
		return stop, stop
	}
	last := &p.tokens[stop-1]
	first := &p.tokens[name]
	switch {
	case first.is(isRoadSuffix):
		return stop, stop // Avenue B, Avenue of the Americas
	case last.is(isDirection):
		return stop - 1, stop - 1
	case last.kind == numberToken || last.kind == mixedToken:
		return stop - 1, stop - 1
	}
	return stop, stop
}
