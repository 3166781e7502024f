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
	// compare fills out for the values numbered a and b.
	compare(a, b int32, out []outcome)
	// text returns a value for the explanation.
	text(v int32) string
}

// A slot is what each record has of one comparer: no value, one or several.
type slot struct {
	comparer
	first int // index of its first feature
	width int // number of its features
	// Of each record the only value, or several, or none; the slots of a record stand together, since they are
	// read together: of record r that of this slot is values[r*stride+at].
	values     []int32
	stride, at int
	more       map[int32][]int32 // of the records that have several
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
	if len(have) == 0 {
		s.values[r*s.stride+s.at] = v
		return
	}
	s.more[int32(r)] = append(slices.Clone(have), v)
	s.values[r*s.stride+s.at] = several
}

// most bounds the values of one record that are compared: phones in a cell, aliases.
const most = 8

// compare compares the records a and b by the values that agree best.
func (s *slot) compare(a, b int, out, scratch []outcome) {
	va, vb := s.of(a), s.of(b)
	if len(va) == 0 || len(vb) == 0 {
		clear(out)
		return
	}
	s.comparer.compare(va[0], vb[0], out)
	if len(va) == 1 && len(vb) == 1 {
		return
	}
	for i, x := range va {
		for j, y := range vb {
			if i+j == 0 {
				continue
			}
			s.comparer.compare(x, y, scratch)
			if better(scratch, out) {
				copy(out, scratch)
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

// likeness compares two texts by their numbers.
func (n *interner) likeness(a, b int32) likeness {
	return likenessBy(n.texts[a], n.texts[b], n.signs[a], n.signs[b])
}

// slips returns how many edits two texts are apart, or a number above limit where they are more than that.
func (n *interner) slips(a, b int32, limit int) int {
	if least := leastSlips(n.signs[a], n.signs[b]); least > limit {
		return least
	}
	return compare.Slips(n.texts[a], n.texts[b])
}

// share returns how common value v is among so many records.
func (n *interner) share(v int32, records int) float32 {
	return float32(n.counts[v]) / float32(max(1, records))
}
