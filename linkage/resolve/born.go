package resolve

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// A bornDate is a date of birth; parts that are not known, or impossible, are 0.
type bornDate struct {
	year, month, day int
	digits           string // as written, eight of them
}

type bornComparer struct {
	*interner
	records *int
	dates   []bornDate
}

// Shipped parameters of dates of birth.
var bornLevels = []level{
	{"same date of birth", 0.72, 0.0003, 1},
	{"dates of birth a digit apart, or day and month exchanged", 0.10, 0.0016, 0.3},
	{"same year of birth, one says no more", 0.03, 0.004, 0},
	{"dates of birth within weeks, or two of day, month and year agree", 0.08, 0.008, 0},
	{"years of birth agree or are a digit apart", 0.03, 0.06, 0},
	{"dates of birth differ", 0.04, 0.9261, 0},
}

func (c *bornComparer) features() []feature {
	return []feature{{name: "date of birth", levels: bornLevels, identity: true, household: true}}
}
func (c *bornComparer) text(v int32) string { return c.texts[v] }

// add returns the number of a date of birth that stands in a record, -1 if it cannot be read.
func (c *bornComparer) add(raw string, record int) int32 {
	d, ok := parseBorn(raw)
	if !ok {
		return -1
	}
	v := c.interner.add(fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day), record)
	if int(v) == len(c.dates) {
		c.dates = append(c.dates, d)
	}
	return v
}

// parseBorn reads ISO dates, eight digits and years itself, also impossible ones
// ("1715-03-54"), in which the rest still tells, and all others as normalize.Date does.
func parseBorn(raw string) (bornDate, bool) {
	raw = strings.TrimSpace(raw)
	if len(raw) > maxText {
		return bornDate{}, false
	}
	digits := digitsOf(raw)
	switch {
	case len(digits) == 8 && (len(raw) == 8 || len(raw) == 10 && raw[4] == raw[7]):
		return bornOf(digits), true
	case len(raw) == 4 && len(digits) == 4:
		return bornOf(digits + "0000"), true
	}
	v, err := normalize.Date(raw)
	if err != nil || v.From == 0 {
		return bornDate{}, false
	}
	if digits = digitsOf(fmt.Sprint(v.From)); len(digits) != 8 {
		return bornDate{}, false
	}
	return bornOf(digits), true
}

func bornOf(digits string) bornDate {
	n := func(s string) int { x, _ := strconv.Atoi(s); return x }
	return bornDate{n(digits[:4]), n(digits[4:6]), n(digits[6:]), digits}
}

// round reports whether the date says no more than its year.
func (d *bornDate) round() bool { return d.month <= 1 && d.day <= 1 }

func (c *bornComparer) cells() int { return 1 }

// cellsOf gives the signature of the digits, and year, month and day beside them.
func (c *bornComparer) cellsOf(v int32, out []cell) {
	d := &c.dates[v]
	out[0] = cell{signatureOf(d.digits), v, uint16(d.year), uint16(d.month<<8 | d.day)}
}

// dateOf returns the date of a cell without its digits.
func dateOf(c *cell) bornDate {
	return bornDate{year: int(c.length), month: int(c.note >> 8), day: int(c.note & 0xff)}
}

func (c *bornComparer) compare(a, b []cell, out []outcome) {
	x, y := &a[0], &b[0]
	if x.number == y.number {
		out[0] = outcome{1, c.share(x.number, *c.records)}
		return
	}
	out[0] = outcome{c.differs(x, y), c.commoner(x, y, *c.records)}
}

// differs returns the level of two dates that are not the same.
func (c *bornComparer) differs(a, b *cell) uint8 {
	const digits = 8
	x, y := dateOf(a), dateOf(b)
	year, month, day := x.year == y.year, x.month == y.month, x.day == y.day
	if year && (x.round() || y.round()) {
		return 3
	}
	slips := leastSlips(a.sign, b.sign, digits, digits)
	if slips <= 2 { // more of them are all the same
		slips = compare.Slips(c.dates[a.number].digits, c.dates[b.number].digits)
	}
	switch {
	case slips == 1, year && x.month == y.day && x.day == y.month:
		return 2
	case year && (month || day), month && day && !x.round() && !y.round(), abs(x.ordinal()-y.ordinal()) <= 45:
		return 4
	case year, slips == 2, (month || day) && compare.Slips(c.dates[a.number].digits[:4], c.dates[b.number].digits[:4]) == 1:
		return 5
	}
	return 6
}

// ordinal numbers days, roughly: months of 31 days.
func (d *bornDate) ordinal() int { return (d.year*12+d.month)*31 + d.day }

func abs(x int) int { return max(x, -x) }
