package resolve

import "strings"

// textComparer compares texts without a meaning of their own: a town, an
// occupation, a state.
type textComparer struct {
	*interner
	name    string
	records *int
	levels  []level
	post    bool // postcodes: a common beginning is a level of its own
	place   bool
	several bool // one may have several
	sites   bool // the table is of places of business
}

// Shipped parameters of texts: the same person's town is written the same way
// in three rows of four; strangers share one by its frequency.
var textLevels = []level{
	{"same", 0.72, 0.02, 1},
	{"nearly the same", 0.10, 0.002, 0.5},
	{"alike, or with words in common", 0.05, 0.02, 0.5},
	{"differ", 0.13, 0.958, 0},
}

var postLevels = []level{
	{"same", 0.74, 0.002, 1},
	{"one character apart", 0.10, 0.003, 0.3},
	{"same area", 0.06, 0.02, 0},
	{"differ", 0.10, 0.975, 0},
}

// A code such as a gender or a state has few values, of which a slip of the pen makes another.
var codeLevels = []level{
	{"same", 0.92, 0.3, 1},
	{"differ", 0.08, 0.7, 0},
}

func (c *textComparer) features() []feature {
	return []feature{{name: c.name, levels: c.levels, place: c.place, several: c.several, loose: !c.place,
		identity: c.place && c.sites, agency: c.sites}}
}
func (c *textComparer) text(v int32) string { return c.texts[v] }

func (c *textComparer) cells() int { return 1 }

// severalWords is noted of a text that has them.
const severalWords = 1

func (c *textComparer) cellsOf(v int32, out []cell) {
	out[0] = c.cellOf(v)
	if strings.Contains(c.texts[v], " ") {
		out[0].note = severalWords
	}
}

func (c *textComparer) compare(a, b []cell, out []outcome) {
	x, y := &a[0], &b[0]
	out[0] = outcome{uint8(len(c.levels)), 0}
	if x.number == y.number {
		out[0] = outcome{1, c.share(x.number, *c.records)}
		return
	}
	if len(c.levels) == 2 {
		return
	}
	like := c.likeness(x, y)
	switch {
	case c.post && like == likeNear && x.length == y.length, !c.post && like == likeNear:
		out[0] = outcome{2, c.commoner(x, y, *c.records)}
	case c.post && area(c.texts[x.number]) == area(c.texts[y.number]):
		out[0] = outcome{3, 0}
	case !c.post && (like == likeClose || (x.note|y.note) == severalWords && sharesWords(c.texts[x.number], c.texts[y.number])):
		out[0] = outcome{3, c.commoner(x, y, *c.records)}
	}
}

// area returns the part of a postcode that names a district: all but the last
// three characters of a British one, the first three digits of others.
func area(p string) string {
	if len(p) > 4 && p[0] >= 'a' {
		return p[:len(p)-3]
	}
	return p[:min(3, len(p))]
}

// sharesWords reports whether the words of one text are among those of the other.
func sharesWords(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y) < 2 {
		return false
	}
	for _, w := range x {
		found := false
		for _, v := range y {
			found = found || likenessOf(w, v) <= likeNear
		}
		if !found {
			return false
		}
	}
	return true
}
