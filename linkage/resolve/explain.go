package resolve

import (
	"fmt"

	"github.com/tflink/tflink/linkage/compare"
)

// An Explanation says what two records have to do with each other. Weight is the sum of the
// weights of its lines, of which the first is the prior.
type Explanation struct {
	A, B        string
	Weight      compare.Weight // log-odds that they are the same one, of these two alone
	Probability float64        // of that
	Together    bool           // whether they were resolved to one entity: their groups have a say, too
	Lines       []Line
}

// A Line is one part of an explanation: the prior, or what one feature says.
type Line struct {
	Feature string // empty for the prior
	Text    string // what was found
	A, B    string // the values compared
	Weight  compare.Weight
}

// An UnknownRecordError says that a table has no record of a name.
type UnknownRecordError struct{ Name string }

// Error returns "no record is called …".
func (e *UnknownRecordError) Error() string { return fmt.Sprintf("no record is called %q", e.Name) }

// Explain says why two records are, or are not, taken for the same one.
func (r *Resolution) Explain(a, b string) (Explanation, error) {
	x, ok := r.at[a]
	if !ok {
		return Explanation{}, &UnknownRecordError{a}
	}
	y, ok := r.at[b]
	if !ok {
		return Explanation{}, &UnknownRecordError{b}
	}
	e := Explanation{A: a, B: b, Together: r.entities[x] == r.entities[y]}
	d, v := r.data, make(vector, len(r.data.features))
	e.add(Line{Text: "two records drawn at random", Weight: r.model.prior})
	if d.kinds[x] != d.kinds[y] {
		e.add(Line{Text: "one is a person and one a business: never the same", Weight: -compare.Bits(64)})
		e.Probability = e.Weight.Probability()
		return e, nil
	}
	d.compare(int32(min(x, y)), int32(max(x, y)), v)
	weights := r.model.weights(v)
	for _, s := range d.slots {
		for f := s.first; f < s.first+s.width; f++ {
			if v[f].level == 0 {
				continue
			}
			e.add(Line{
				Feature: d.features[f].name, Text: d.features[f].levels[v[f].level-1].text,
				A: s.textOf(x), B: s.textOf(y), Weight: weights[f],
			})
		}
	}
	e.Probability = e.Weight.Probability()
	return e, nil
}

// add appends a line and adds its weight: the score is its explanation.
func (e *Explanation) add(l Line) {
	e.Weight += l.Weight
	e.Lines = append(e.Lines, l)
}

// textOf returns what a record has in a slot.
func (s *slot) textOf(r int) string {
	out := ""
	for i, v := range s.of(r) {
		if i > 0 {
			out += "; "
		}
		out += s.comparer.text(v)
	}
	return out
}
