package records

import (
	"fmt"
	"path"
	"strings"
)

// What the values must say for or against a field.
const (
	fitsWell  = 0.80 // of the values look like it: they speak for the field by themselves
	fitsSome  = 0.40 // enough to go with a name that says it
	fitsWeak  = 0.60 // enough to go with a name that is too general
	fitsNever = 0.15 // fewer: the values contradict the name
)

// minValues is how many values must speak against a name that is sure before it
// is doubted: two odd ones prove nothing.
const minValues = 3

// An inferrer works out what the columns of one table hold.
type inferrer struct {
	t      *Table
	guess  []headerGuess
	shapes []shape
	cols   []Column
}

// Infer says what the columns of t hold, from their names and from what the
// values of the sample look like. Where the two contradict each other, or where
// neither speaks clearly, the column is marked uncertain, with the reason. It
// depends on nothing but the names and the sample.
func Infer(t *Table) Mapping {
	in := inferrer{t: t}
	for i, name := range t.Header {
		in.guess = append(in.guess, guessHeader(name))
		in.shapes = append(in.shapes, shapeOf(t.Sample, i, &in.guess[i]))
		in.cols = append(in.cols, in.judge(i))
	}
	in.states()
	in.years()
	in.names()
	in.streets()
	in.companies()
	in.dates()
	in.caseID()
	in.counties()
	in.unnamed()
	in.minors()
	in.groups()
	in.offices()
	return Mapping{File: t.File, Sheet: t.Sheet, Role: tableRole(t), Columns: in.cols}
}

// judge decides what one column holds, without regard to the others.
func (in *inferrer) judge(i int) Column {
	g, s := &in.guess[i], &in.shapes[i]
	c := Column{Index: i, Header: in.t.Header[i], Role: g.role, Platform: g.platform, Samples: s.samples, Field: FieldIgnore}
	if s.filled == 0 {
		return judgeEmpty(c, g, len(in.t.Sample) >= sampleRows)
	}
	best, bestScore := FieldIgnore, 0.0
	for _, f := range g.fields {
		if score := f.strength + agreement(f.field, s); score > bestScore {
			best, bestScore = f.field, score
		}
	}
	own, share := s.speaksFor()
	switch {
	case len(g.fields) == 0 && own != "":
		return judgeByValues(c, own, share)
	case len(g.fields) == 0:
		c.Why, c.Confidence = "nothing known by that name, and the values do not tell", 0.5
		if c.Header == "" {
			c.Why = "no name, and the values do not tell"
		}
		return c
	}
	return in.judgeBoth(c, best, g.strength(best), s, own, share)
}

// judgeEmpty goes by the name alone. more says that there are rows after the
// sample, which may hold values.
func judgeEmpty(c Column, g *headerGuess, more bool) Column {
	f, strength := g.best()
	c.Why = "no values in the sample"
	if len(g.fields) > 0 && f != FieldCaseID {
		c.Field, c.Confidence = f, strength*0.8
		c.Why = "by its name; no values in the sample"
		c.Uncertain = more && strength <= weakName
	}
	return c
}

// judgeByValues goes by the values alone.
func judgeByValues(c Column, f Field, share float64) Column {
	c.Field, c.Confidence = f, 0.8*share
	c.Why = fmt.Sprintf("%.0f %% of the values look like it; its name says nothing", 100*share)
	c.Uncertain = share < 0.95
	return c
}

// judgeBoth weighs a name against the values.
func (in *inferrer) judgeBoth(c Column, f Field, strength float64, s *shape, own Field, share float64) Column {
	fit, tested := s.fits[f], testable(f)
	switch {
	case (f == FieldBusiness || f == FieldPerson) && (own == FieldAddress || own == FieldPhone || own == FieldEmail || own == FieldURL):
		c.Field, c.Confidence = own, 0.75*share
		c.Why = fmt.Sprintf("its name says %s, but %.0f %% of the values look like %s", f, 100*share, own)
		c.Uncertain = strength > weakName
	case f == FieldIgnore:
		c.Confidence, c.Why = 0.9, "its name says that it is nothing to link on"
	case !tested && strength <= weakName && own != "" && share >= fitsWell:
		c.Field, c.Confidence = own, 0.75*share
		c.Why = fmt.Sprintf("its name is general, and %.0f %% of the values look like it", 100*share)
	case !tested && strength > weakName:
		c.Field, c.Confidence, c.Why = f, strength, "by its name"
	case !tested:
		c.Field, c.Confidence, c.Why = f, strength, "by its name, which is general"
	case strength > weakName && soft[f] && (own == "" || own == FieldNarrative):
		c.Field, c.Confidence, c.Why = f, strength*(0.85+0.15*fit), "by its name"
	case strength > weakName && fit >= fitsSome:
		c.Field, c.Confidence = f, min(0.99, strength*(0.8+0.2*fit))
		c.Why = fmt.Sprintf("by its name, and %.0f %% of the values look like it", 100*fit)
	case strength <= weakName && fit >= fitsWeak:
		c.Field, c.Confidence = f, 0.5+0.35*fit
		c.Why = fmt.Sprintf("its name is general, but %.0f %% of the values look like it", 100*fit)
	case own != "" && own != f && share >= fitsWell:
		c.Field, c.Confidence, c.Uncertain = own, 0.6*share, true
		c.Why = fmt.Sprintf("its name says %s, but %.0f %% of the values look like %s", f, 100*share, own)
	case strength > weakName && (fit >= fitsNever || s.filled < minValues):
		c.Field, c.Confidence, c.Uncertain = f, strength*(0.5+fit/2), s.filled >= minValues
		c.Why = fmt.Sprintf("by its name, but only %.0f %% of the values look like it", 100*fit)
	case strength > weakName:
		c.Confidence, c.Uncertain = 0.4, true
		c.Why = fmt.Sprintf("its name says %s, but %.0f %% of the values look like it", f, 100*fit)
	default:
		c.Confidence, c.Uncertain = 0.4, true
		c.Why = fmt.Sprintf("perhaps %s by its name, but only %.0f %% of the values look like it", f, 100*fit)
	}
	return c
}

// agreement is what the values add to a field that the name suggests.
func agreement(f Field, s *shape) float64 {
	if !testable(f) {
		return 0
	}
	a := 0.5 * s.fits[f]
	if s.fits[f] < fitsNever && !soft[f] {
		a -= 0.3
	}
	if f == FieldBusiness {
		a += 0.6*s.business - 0.2
	}
	return a
}

// soft are the fields whose values are recognised by lists of words that cannot
// be complete: that they are not in the list says nothing against the name.
var soft = map[Field]bool{
	FieldStatus: true, FieldOffense: true, FieldRole: true, FieldRecordType: true, FieldMake: true, FieldColor: true,
	FieldPlatform: true, FieldMinors: true, FieldMinorFlag: true, FieldNarrative: true, FieldCity: true,
}

// distinctive are the fields that values tell by themselves, the most special
// first: a VIN is also a code, a street also a title.
var distinctive = []Field{
	FieldEmail, FieldURL, FieldVIN, FieldPhone, FieldBusinessAddress, FieldAddress, FieldNarrative,
}

// speaksFor returns the field that the values tell by themselves, if they do.
func (s *shape) speaksFor() (Field, float64) {
	for _, f := range distinctive {
		if share := s.fits[f]; share >= fitsWell && s.filled >= minValues {
			return f, share
		}
	}
	return "", 0
}

// tableRole returns the role that a table's name gives the people in it: a file
// or sheet that is called after them.
func tableRole(t *Table) string {
	name := path.Base(strings.ReplaceAll(t.File, "\\", "/"))
	if dot := strings.IndexByte(name, '.'); dot > 0 {
		name = name[:dot]
	}
	for _, text := range []string{t.Sheet, name} {
		for _, w := range headerWords(text) {
			if w == "suspect" || w == "victim" || w == "witness" {
				return roles[w]
			}
		}
	}
	return ""
}
