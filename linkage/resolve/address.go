package resolve

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// A streetLine is where in its town an address is.
type streetLine struct {
	number, unit string
	street       int32 // -1 if there is none
}

// addressComparer compares house number and street; towns are a feature of their own.
type addressComparer struct {
	*interner
	records *int
	streets *interner
	lines   []streetLine
	several bool // one may have several
	sites   bool // the table is of places of business: each has one address
}

// Shipped parameters of addresses.
var addressLevels = []level{
	{"same house number and street", 0.62, 0.0003, 0.7},
	{"same house number, streets alike", 0.08, 0.0003, 0.3},
	{"same street, a number missing or nearly the same", 0.08, 0.001, 0.5},
	{"same street, other number", 0.04, 0.003, 0.5},
	{"same house number, other street", 0.05, 0.01, 0},
	{"addresses differ", 0.13, 0.9854, 0},
}

// otherNumber is the level from which two addresses are of two places.
const otherNumber = 4

// Of a place of business the address is what it is: another house number is another place.
var siteLevels = []level{
	{"same house number and street", 0.74, 0.0003, 0.7},
	{"same house number, streets alike", 0.09, 0.0003, 0.3},
	{"same street, a number missing or nearly the same", 0.08, 0.001, 0.5},
	{"same street, other number", 0.01, 0.003, 0.5},
	{"same house number, other street", 0.03, 0.01, 0},
	{"addresses differ", 0.05, 0.9854, 0},
}

func (c *addressComparer) features() []feature {
	if c.sites {
		return []feature{{name: "address", levels: siteLevels, place: true, identity: true, elsewhere: otherNumber}}
	}
	return []feature{{name: "address", levels: addressLevels, place: true, several: c.several}}
}

func (c *addressComparer) text(v int32) string { return strings.ReplaceAll(c.texts[v], "|", " ") }

// add returns the number of a street line that stands in a record, -1 if it says nothing.
func (c *addressComparer) add(number, street, unit string, record int) int32 {
	number, street, unit = squeeze(number), fold(street), squeeze(unit)
	if street == "" {
		return -1
	}
	v := c.interner.add(number+"|"+street+"|"+unit, record)
	s := c.streets.add(street, record)
	if int(v) == len(c.lines) {
		c.lines = append(c.lines, streetLine{number, unit, s})
	}
	return v
}

// addWhole reads a cell with an address and returns its number in the slot and the town and ZIP in it.
func (c *addressComparer) addWhole(raw string, record int) (v int32, town, zip string) {
	if len(raw) > maxText {
		raw = raw[:maxText]
	}
	a, _ := normalize.Address(raw, normalize.Place{})
	street := strings.Join(strings.Fields(a.Street+" "+a.Suffix), " ")
	switch {
	case a.Box != "":
		street = strings.TrimSpace(a.Route + " box")
		return c.add(a.Box, street, "", record), a.City, a.ZIP
	case street == "" && a.Place != "":
		street = a.Place
	case street == "":
		words := strings.Fields(fold(raw))
		if len(words) > 1 && digitsOf(words[0]) != "" {
			return c.add(words[0], strings.Join(words[1:], " "), "", record), a.City, a.ZIP
		}
		street = strings.Join(words, " ")
	}
	return c.add(a.Number, street, a.Unit, record), a.City, a.ZIP
}

// The cells of an address: its line, with signature and length of the house number, and its street.
const (
	lineCell = iota
	streetCell
	addressCells
)

func (c *addressComparer) cells() int { return addressCells }
func (c *addressComparer) cellsOf(v int32, out []cell) {
	l := &c.lines[v]
	out[lineCell] = cell{sign: signatureOf(l.number), number: v, length: uint16(len(l.number))}
	out[streetCell] = c.streets.cellOf(l.street)
}

func (c *addressComparer) compare(a, b []cell, out []outcome) {
	x, y, s, t := &a[lineCell], &b[lineCell], &a[streetCell], &b[streetCell]
	if x.number == y.number {
		out[0] = outcome{1, c.share(x.number, *c.records)}
		return
	}
	same := c.sameNumber(x, y)
	street := c.streetLikeness(s, t)
	switch {
	case street == likeSame && same:
		out[0] = outcome{1, c.commoner(x, y, *c.records)}
	case street <= likeClose && same:
		out[0] = outcome{2, c.streets.commoner(s, t, *c.records)}
	case street <= likeNear && c.likeNumbers(x, y):
		out[0] = outcome{3, c.streets.commoner(s, t, *c.records)}
	case street <= likeNear:
		out[0] = outcome{4, c.streets.commoner(s, t, *c.records)}
	case same:
		out[0] = outcome{5, 0}
	default:
		out[0] = outcome{6, 0}
	}
}

// sameNumber reports whether two lines have the same house number.
func (c *addressComparer) sameNumber(x, y *cell) bool {
	return x.length > 0 && x.length == y.length && x.sign == y.sign && c.lines[x.number].number == c.lines[y.number].number
}

// likeNumbers reports whether two house numbers are alike, or one is missing.
func (c *addressComparer) likeNumbers(x, y *cell) bool {
	return x.length == 0 || y.length == 0 || likenessBy(c.lines[x.number].number, c.lines[y.number].number, x.sign, y.sign) <= likeClose
}

// streetLikeness compares the names of two streets, of which one may lack its suffix.
func (c *addressComparer) streetLikeness(x, y *cell) likeness {
	l := c.streets.likeness(x, y)
	if l <= likeNear {
		return l
	}
	if x.length < y.length {
		x, y = y, x
	}
	if int(x.length) <= maxSlips && y.sign&^x.sign != 0 {
		return l // a letter of the shorter one is not in the longer
	}
	long, short := c.streets.texts[x.number], c.streets.texts[y.number]
	if rest, ok := strings.CutPrefix(long, short); ok && strings.HasPrefix(rest, " ") {
		return likeNear
	}
	if rest, ok := strings.CutSuffix(long, short); ok && strings.HasSuffix(rest, " ") {
		return likeNear
	}
	return l
}
