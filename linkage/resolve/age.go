package resolve

import "strconv"

// ageComparer compares ages in years, where a table says no date of birth.
type ageComparer struct {
	*interner
	records *int
	years   []int
}

// Shipped parameters of ages: rows of different years tell of one person at different ages.
var ageLevels = []level{
	{"same age", 0.60, 0.03, 1},
	{"ages within two years", 0.25, 0.10, 0},
	{"ages differ", 0.15, 0.87, 0},
}

func (c *ageComparer) features() []feature { return []feature{{name: "age", levels: ageLevels}} }
func (c *ageComparer) text(v int32) string { return c.texts[v] }

// add returns the number of an age that stands in a record, -1 if it is none.
func (c *ageComparer) add(raw string, record int) int32 {
	const oldest = 120
	years, err := strconv.Atoi(raw)
	if err != nil || years <= 0 || years > oldest {
		return -1
	}
	v := c.interner.add(strconv.Itoa(years), record)
	if int(v) == len(c.years) {
		c.years = append(c.years, years)
	}
	return v
}

func (c *ageComparer) cells() int { return 1 }
func (c *ageComparer) cellsOf(v int32, out []cell) {
	out[0] = cell{number: v, note: uint16(c.years[v])}
}

func (c *ageComparer) compare(a, b []cell, out []outcome) {
	const near = 2 // years between two sightings
	switch x, y := &a[0], &b[0]; {
	case x.number == y.number:
		out[0] = outcome{1, c.share(x.number, *c.records)}
	case abs(int(x.note)-int(y.note)) <= near:
		out[0] = outcome{2, 0}
	default:
		out[0] = outcome{3, 0}
	}
}
