package resolve

import (
	"slices"

	"github.com/tflink/tflink/linkage/compare"
)

// A level is one degree of agreement of a feature.
type level struct {
	text string  // in words, for the explanation
	m, u float64 // shipped: the share of pairs of the same one, and of strangers, that look so
	// power says how much the frequency of the values counts: at 1 the weight of
	// an agreement grows by a bit when its values are half as common as usual.
	power float64
}

// A feature is one thing that two records are compared by. Level 0 of every
// feature is that one side does not say; it weighs nothing. levels[i] is level i+1, best first.
type feature struct {
	name   string
	levels []level
	// place: it says where something is. Places nest (a street lies in its town), so
	// of several that agree only the one that weighs most counts.
	place bool
	// identity: one person or firm seldom has two of it, whatever the table makes of it.
	identity bool
	// several: one firm may have several of it, so that a difference says nothing.
	several bool
	// apart is the level from which it tells those apart who share a household or a
	// building: another given name, another name of a business. 0: it does not.
	apart uint8
	// household: those who live or work together share it, as they do a place.
	household bool
	// elsewhere is the level from which it says that two places of business are two. 0: it does not.
	elsewhere uint8
	// agency: the sites of one agency may share it; whether they do, the table tells.
	agency bool
	// loose: nothing is known of what it means, so that agreement counts for a few bits at most.
	loose bool
}

// An outcome is what the comparison of two values gives for one feature.
type outcome struct {
	level uint8   // 0: one of them is missing
	share float32 // how common what agrees is, from 0 to 1; 0 where that does not count
}

// A comparer holds the distinct values of a slot and compares two of them.
type comparer interface {
	// features returns what the comparer speaks of; every comparison gives an outcome for each.
	features() []feature
	// cells returns of how many cells a value consists.
	cells() int
	// cellsOf fills out with the cells of a value, once all values are in; the number of the value is the first one's.
	cellsOf(v int32, out []cell)
	// compare fills out for two values by their cells.
	compare(a, b []cell, out []outcome)
	// text returns a value for the explanation.
	text(v int32) string
}

// A cell is what of a value, or of a part of it, is looked at first, so that most values are told
// apart without a look at their texts: the cells of a record stand together, its texts are all over the memory.
type cell struct {
	sign   signature // of the text
	number int32     // of the value in its interner; negative if there is none
	length uint16    // of the text in bytes
	note   uint16    // what else the comparer wants to know first
}

// A slot is what each record has of one comparer: no value, one or several.
type slot struct {
	comparer
	first int // index of its first feature
	width int // number of its features
	from  int // index of its first cell among those of a record; -1 if no record has a value
	// Of each record the only value, or several, or none; the slots of a record stand together, since they are
	// read together: of record r that of this slot is values[r*stride+at].
	values     []int32
	stride, at int
	more       map[int32][]int32 // of the records that have several
	used       bool              // some record has a value
}

// What a record has in a slot, where it is not one value.
const (
	none    = -1
	several = -2
)

// fit makes room for the records in all slots; they have nothing yet.
func (d *dataset) fit() {
	values := make([]int32, d.records*len(d.slots))
	for i := range values {
		values[i] = none
	}
	for i, s := range d.slots {
		s.values, s.stride, s.at, s.more = values, len(d.slots), i, map[int32][]int32{}
	}
}

// of returns the values of a record.
func (s *slot) of(r int) []int32 {
	i := r*s.stride + s.at
	switch s.values[i] {
	case none:
		return nil
	case several:
		return s.more[int32(r)]
	}
	return s.values[i : i+1]
}

// put adds a value to those of a record, unless it is there or they are too many.
func (s *slot) put(r int, v int32) {
	have := s.of(r)
	if v < 0 || len(have) >= most || slices.Contains(have, v) {
		return
	}
	s.used = true
	if len(have) == 0 {
		s.values[r*s.stride+s.at] = v
		return
	}
	s.more[int32(r)] = append(slices.Clone(have), v)
	s.values[r*s.stride+s.at] = several
}

// most bounds the values of one record that are compared: phones in a cell, aliases.
const most = 8

// A grid is the cells of all records, once all values are in.
type grid struct {
	cells []cell
	width int     // cells of a record
	slots []*slot // those in which a record has a value
}

// layOut fills the grid.
func (d *dataset) layOut() {
	g := &d.grid
	for _, s := range d.slots {
		s.from = -1
		if s.used {
			s.from = g.width
			g.slots = append(g.slots, s)
			g.width += s.cells()
		}
	}
	g.cells = make([]cell, d.records*g.width)
	inChunks(d.records, func(from, to int) {
		for r := from; r < to; r++ {
			for _, s := range g.slots {
				at := r*g.width + s.from
				switch v := s.values[r*s.stride+s.at]; v {
				case none, several:
					g.cells[at].number = v
				default:
					s.cellsOf(v, g.cells[at:at+s.cells()])
				}
			}
		}
	})
}

// compare fills v, which is empty or of an earlier comparison, with how records a and b compare: by
// the values that agree best.
func (d *dataset) compare(a, b int32, v vector) {
	g := &d.grid
	x, y := g.cells[int(a)*g.width:][:g.width], g.cells[int(b)*g.width:][:g.width]
	for _, s := range g.slots {
		out := v[s.first : s.first+s.width]
		switch p, q := x[s.from:], y[s.from:]; {
		case p[0].number == none || q[0].number == none:
			clear(out)
		case p[0].number == several || q[0].number == several:
			s.compareSeveral(s.of(int(a)), s.of(int(b)), out)
		default:
			s.comparer.compare(p, q, out)
		}
	}
}

// compareSeveral compares all values of two records and fills out with how those compare that agree best.
func (s *slot) compareSeveral(a, b []int32, out []outcome) {
	var x, y [nameCells]cell // no value has more
	var made [8]outcome
	this := made[:s.width]
	for i, v := range a {
		s.cellsOf(v, x[:])
		for j, w := range b {
			s.cellsOf(w, y[:])
			clear(this)
			s.comparer.compare(x[:], y[:], this)
			if i+j == 0 || better(this, out) {
				copy(out, this)
			}
		}
	}
}

// better reports whether outcomes x agree better than y: a lower sum of levels, of which a
// missing one is as good as a bad one; then the rarer.
func better(x, y []outcome) bool {
	const missing = 5
	sum := func(o []outcome) (levels int, share float32) {
		for _, v := range o {
			if v.level == 0 {
				levels += missing
			}
			levels += int(v.level)
			share += v.share
		}
		return levels, share
	}
	lx, sx := sum(x)
	ly, sy := sum(y)
	return lx < ly || lx == ly && sx < sy
}

// An interner numbers distinct texts and counts in how many records each stands.
type interner struct {
	numbers map[string]int32
	texts   []string
	signs   []signature
	counts  []int32
	last    []int32 // the record that counted last
}

func newInterner() *interner { return &interner{numbers: map[string]int32{}} }

// add returns the number of a text that stands in a record.
func (n *interner) add(text string, record int) int32 {
	v, ok := n.numbers[text]
	if !ok {
		v = int32(len(n.texts))
		n.numbers[text] = v
		n.texts = append(n.texts, text)
		n.signs = append(n.signs, signatureOf(text))
		n.counts = append(n.counts, 0)
		n.last = append(n.last, -1)
	}
	if n.last[v] != int32(record) {
		n.last[v] = int32(record)
		n.counts[v]++
	}
	return v
}

// cellOf returns the cell of a text by its number, which may be negative.
func (n *interner) cellOf(v int32) cell {
	if v < 0 {
		return cell{number: none}
	}
	return cell{sign: n.signs[v], number: v, length: uint16(len(n.texts[v]))}
}

// likeness compares two texts by their cells.
func (n *interner) likeness(a, b *cell) likeness {
	switch {
	case a.number == b.number:
		return likeSame
	case unlike(a.sign, b.sign, int(a.length), int(b.length)):
		return likeNot
	}
	return likenessBy(n.texts[a.number], n.texts[b.number], a.sign, b.sign)
}

// slips returns how many edits two texts are apart, or a number above limit where they are more than that.
func (n *interner) slips(a, b *cell, limit int) int {
	if least := leastSlips(a.sign, b.sign, int(a.length), int(b.length)); least > limit {
		return least
	}
	return compare.Slips(n.texts[a.number], n.texts[b.number])
}

// commoner returns how common the more common one of two values is among so many records.
func (n *interner) commoner(a, b *cell, records int) float32 {
	return max(n.share(a.number, records), n.share(b.number, records))
}

// share returns how common value v is among so many records.
func (n *interner) share(v int32, records int) float32 {
	return float32(n.counts[v]) / float32(max(1, records))
}
