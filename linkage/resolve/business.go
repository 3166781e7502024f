package resolve

import (
	"math"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// A firmName is the name of a business by its words, each numbered.
type firmName struct {
	words  []int32
	number string // of a store
}

// businessComparer compares names of businesses by the words that they share,
// of which the rare ones count.
type businessComparer struct {
	*interner
	words *interner // counted once a distinct name
	sites bool      // the table is of places of business
	names []firmName
	bits  []float64 // of each word, once all names are in
}

func newBusinessComparer(sites bool) *businessComparer {
	return &businessComparer{sites: sites, interner: newInterner(), words: newInterner()}
}

// Shipped parameters of business names.
var businessLevels = []level{
	{"same name", 0.62, 0.0010, 0.7},
	{"one name is the other and more", 0.14, 0.0015, 0.6},
	{"most of the names in common", 0.08, 0.0015, 0.4},
	{"names begin with the same rare word", 0.05, 0.002, 0.5},
	{"rare words in common", 0.04, 0.006, 0.3},
	{"names differ", 0.07, 0.988, 0},
}

func (c *businessComparer) features() []feature {
	return []feature{{name: "business name", levels: businessLevels, identity: true, apart: uint8(len(businessLevels)), agency: c.sites}}
}
func (c *businessComparer) text(v int32) string { return c.texts[v] }

// add returns the numbers of the names of a business that stand in a cell: its own and its trade names.
func (c *businessComparer) add(raw string, record int) []int32 {
	if len(raw) > maxText {
		raw = raw[:maxText]
	}
	b, err := normalize.Business(raw)
	names := []string{}
	if err == nil {
		names = append(names, strings.Join(b.Words(), " "))
		for _, t := range b.Tradenames {
			if x, err := normalize.Business(t); err == nil {
				names = append(names, strings.Join(x.Words(), " "))
			}
		}
	}
	var out []int32
	for _, n := range names[:min(len(names), most)] {
		if n = fold(n); n != "" {
			out = append(out, c.addName(n, b.Number, record))
		}
	}
	if n := fold(raw); len(out) == 0 && n != "" {
		out = append(out, c.addName(n, b.Number, record))
	}
	return out
}

func (c *businessComparer) addName(name, number string, record int) int32 {
	v := c.interner.add(name, record)
	if int(v) == len(c.names) {
		f := firmName{number: number}
		for w := range strings.FieldsSeq(name) {
			f.words = append(f.words, c.words.add(w, int(v)))
		}
		f.words = f.words[:min(len(f.words), 2*most)]
		c.names = append(c.names, f)
	}
	return v
}

// leastNames is among how many names a word is counted: in a short list every word is rare.
const leastNames = 512

// weighWords sets how much each word tells: the bits of its rarity among the
// distinct names, and no more than the shipped table of trade words allows.
func (c *businessComparer) weighWords() {
	c.bits = make([]float64, len(c.words.texts))
	for i, w := range c.words.texts {
		bits := math.Log2(float64(max(leastNames, len(c.names))+1) / float64(c.words.counts[i]))
		switch class, known := normalize.BusinessWord(w); class {
		case normalize.WordRare:
		case normalize.WordFunction:
			bits = min(bits, 0.5)
		default:
			bits = min(bits, max(1, known/2))
		}
		c.bits[i] = bits
	}
}

// head returns the first word that tells anything, "" if there is none.
func (c *businessComparer) head(v int32) string {
	const telling = 3.0
	for _, w := range c.names[v].words {
		if c.bits == nil || c.bits[w] >= telling {
			if class, _ := normalize.BusinessWord(c.words.texts[w]); class != normalize.WordFunction {
				return c.words.texts[w]
			}
		}
	}
	return ""
}

func (c *businessComparer) cells() int                  { return 1 }
func (c *businessComparer) cellsOf(v int32, out []cell) { out[0] = c.cellOf(v) }

func (c *businessComparer) compare(p, q []cell, out []outcome) {
	a, b := p[0].number, q[0].number
	x, y := &c.names[a], &c.names[b]
	if a == b {
		out[0] = outcome{1, rarity(c.total(x))}
		return
	}
	shared, first := c.shared(x, y)
	most, least := max(c.total(x), c.total(y)), min(c.total(x), c.total(y))
	share := rarity(shared)
	switch {
	case shared >= 0.9*most || strings.ReplaceAll(c.texts[a], " ", "") == strings.ReplaceAll(c.texts[b], " ", ""):
		out[0] = outcome{1, rarity(least)}
	case shared >= 0.9*least && shared > 0:
		out[0] = outcome{2, share}
	case shared >= 0.6*most:
		out[0] = outcome{3, share}
	case first:
		out[0] = outcome{4, share}
	case shared >= 0.35*least && shared >= 4:
		out[0] = outcome{5, share}
	default:
		out[0] = outcome{6, 0}
	}
}

// rarity turns bits into a share, of at most 24 bits: no name is rarer than that.
func rarity(bits float64) float32 { return float32(math.Exp2(-min(24, bits))) }

func (c *businessComparer) total(f *firmName) float64 {
	sum := 0.0
	for _, w := range f.words {
		sum += c.bits[w]
	}
	return sum
}

// shared returns the bits of the words that two names have in common, nearly equal ones for less, and
// whether they begin with the same rare one.
func (c *businessComparer) shared(x, y *firmName) (bits float64, first bool) {
	const rare, loss = 5.0, 2.0
	var used [2 * most]bool
	for i, w := range x.words {
		best, at := 0.0, -1
		for j, v := range y.words {
			if used[j] {
				continue
			}
			got := 0.0
			if w == v {
				got = c.bits[w]
			} else if s, t := c.words.texts[w], c.words.texts[v]; min(len(s), len(t)) > 3 && likenessBy(s, t, c.words.signs[w], c.words.signs[v]) == likeNear {
				got = max(0.5, min(c.bits[w], c.bits[v])-loss)
			}
			if got > best {
				best, at = got, j
			}
		}
		if at < 0 {
			continue
		}
		used[at] = true
		bits += best
		first = first || i == 0 && at == 0 && best >= rare
	}
	return bits, first
}
