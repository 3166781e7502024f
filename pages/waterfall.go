package pages

import (
	"fmt"
	"math"
	"slices"

	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/internal/phrase"
	"github.com/tflink/tflink/linkage"
)

// Columns of the waterfall, in points from the left.
const (
	barsFrom = 226.0
	barsTo   = figureWidth - 52
	barHigh  = 7.0
)

// waterfallRows bounds the rows, so that the figure stands on one page; what is
// beyond is summed up in one row.
const waterfallRows = 34

// A bar is a row of the waterfall.
type bar struct {
	name   string
	bold   bool
	from   linkage.Weight // the sum before it
	weight linkage.Weight
	blank  bool // a heading, with its weight but no bar
	sum    bool // a sum and not a step
}

func waterfallFigure(l *linkage.Link) *Figure {
	return &Figure{"waterfall", fmt.Sprintf("The evidence between %s and %s in bits: solid bars speak for it, hatched ones against.", l.A, l.B), waterfall(l)}
}

// Waterfall returns one link's evidence in bits, for and against, from the
// prior to the probability, and below it the caveat, if any. The same link gives the same picture.
func Waterfall(l *linkage.Link, caveat string) *draw.Picture { return alone(waterfall(l), caveat) }

func waterfall(l *linkage.Link) *draw.Picture {
	bars := barsOf(l)
	s := newSheet(fmt.Sprintf("%s and %s: from prior to probability", l.A, l.B),
		"One bit doubles the odds. Solid bars speak for it, hatched bars against it; each begins where the one above ends.")
	scale := scaleOf(bars)
	top := s.y
	for i := range bars {
		s.bar(&bars[i], scale)
	}
	s.axis(scale, top)
	verdict := "probability " + phrase.Probability(l.Probability)
	if l.Judgement != nil && l.Judgement.Verdict != linkage.Unsure {
		verdict += "; a person judged the two " + l.Judgement.Verdict.String() + ", which overrides it"
	}
	s.y += rowPitch / 2
	for _, t := range draw.Bold.Wrap(draw.Clean(fmt.Sprintf("In all %s: %s.", bits(l.Weight+l.Doubt.Weight), verdict)), rowType+1, figureWidth-2*margin) {
		s.line("total", t, draw.Bold, rowType+1)
	}
	return s.done(describeBars(bars, verdict))
}

// barsOf returns the rows: the prior, each value with its reasons, the sum, and any doubt with what it leaves.
func barsOf(l *linkage.Link) []bar {
	bars := []bar{{name: "Before anything is known: two cases drawn at random", weight: l.Prior, sum: true}}
	at := l.Prior
	for i := range l.Evidence {
		e := &l.Evidence[i]
		reasons := slices.DeleteFunc(slices.Clone(e.Reasons), func(r linkage.Reason) bool { return r.Weight > -tooSmall && r.Weight < tooSmall })
		if len(bars)+len(reasons)+1 > waterfallRows {
			rest := l.Weight - at
			bars = append(bars, bar{name: phrase.Plural(len(l.Evidence)-i, "further value") + " (the table has them)", bold: true, from: at, weight: rest})
			at += rest
			break
		}
		name := capital(phrase.Entity(e.Entity))
		if len(reasons) < 2 {
			if len(reasons) == 1 && reasons[0].Text != "" {
				name += ": " + reasons[0].Text
			}
			bars = append(bars, bar{name: name, bold: true, from: at, weight: e.Weight})
			at += e.Weight
			continue
		}
		bars = append(bars, bar{name: name, bold: true, weight: e.Weight, blank: true})
		for _, r := range reasons {
			bars = append(bars, bar{name: r.Text, from: at, weight: r.Weight})
			at += r.Weight
		}
	}
	bars = append(bars, bar{name: "In all", bold: true, weight: l.Weight, sum: true})
	if l.Doubt.Weight == 0 {
		return bars
	}
	return append(bars, bar{name: l.Doubt.Text, from: l.Weight, weight: l.Doubt.Weight},
		bar{name: "With that doubt", bold: true, weight: l.Weight + l.Doubt.Weight, sum: true})
}

// tooSmall is a weight that is nothing at the precision that is shown.
const tooSmall = linkage.Bit / 20

// A scale is bits to points.
type scale struct{ lo, hi float64 }

func scaleOf(bars []bar) scale {
	var s scale
	for _, b := range bars {
		for _, w := range []linkage.Weight{b.from, b.from + b.weight} {
			if !b.blank {
				s.lo, s.hi = min(s.lo, w.Bits()), max(s.hi, w.Bits())
			}
		}
	}
	pad := max(0.5, (s.hi-s.lo)*0.02)
	return scale{s.lo - pad, s.hi + pad}
}

func (s scale) x(w linkage.Weight) float64 { return s.at(w.Bits()) }

func (s scale) at(bits float64) float64 {
	return barsFrom + (bits-s.lo)/(s.hi-s.lo)*(barsTo-barsFrom)
}

// bar draws a row: what it is, the bar, and its bits.
func (s *sheet) bar(b *bar, scale scale) {
	const indent = 8.0
	face, x := draw.Regular, margin+indent
	if b.bold || b.sum {
		face, x = draw.Bold, margin
	}
	lines := face.Wrap(draw.Clean(b.name), rowType, barsFrom-x-2*margin)
	if len(lines) > 3 {
		lines = append(lines[:2:2], face.Fit(lines[2]+" …", rowType, barsFrom-x-2*margin))
	}
	items := []draw.Item{}
	for i, t := range lines {
		items = append(items, words(t, face, rowType, x, s.y+float64(i)*rowType*draw.LinePitch+rowType*draw.Ascent))
	}
	middle := s.y + rowType*0.6
	items = append(items, wordsBefore(draw.Clean(b.weight.String()), face, rowType, figureWidth-margin, s.y+rowType*draw.Ascent))
	if !b.blank {
		items = append(items, barShapes(b, scale, middle)...)
	}
	s.group("bar", draw.Clean(fmt.Sprintf("%s: %s bits", b.name, b.weight)), items...)
	s.y += max(float64(len(lines))*rowType*draw.LinePitch, rowPitch) + 2
}

func barShapes(b *bar, scale scale, middle float64) []draw.Item {
	x0, x1 := scale.x(b.from), scale.x(b.from+b.weight)
	a := draw.Area{X: min(x0, x1), Y: middle - barHigh/2, W: max(math.Abs(x1-x0), 0.6), H: barHigh}
	outline := draw.Rectangle(a)
	switch {
	case b.sum:
		return []draw.Item{draw.Shape{Path: outline, Fill: paleTone.Paint(), Stroke: draw.Ink.Paint(), Width: 0.8}}
	case b.weight < 0:
		return []draw.Item{stroke(hatch(a, 3), againstTone, 0.6), stroke(outline, againstTone, 0.8)}
	}
	return []draw.Item{filled(outline, forTone)}
}

// axis draws the ticks in bits with what they mean as a probability, and the line of even odds.
func (s *sheet) axis(scale scale, top float64) {
	step := 5.0
	for (scale.hi-scale.lo)/step > 7 {
		step *= 2
	}
	s.y += 3
	items := []draw.Item{stroke(straight(barsFrom, s.y, barsTo, s.y), draw.Ink, 0.6)}
	pitch := step / (scale.hi - scale.lo) * (barsTo - barsFrom)
	for v := math.Ceil(scale.lo/step) * step; v <= scale.hi; v += step {
		x := scale.at(v)
		items = append(items, stroke(straight(x, s.y, x, s.y+3), draw.Ink, 0.6))
		for i, label := range []string{tick(v), odds(v)} {
			t := draw.Clean(label)
			if draw.Regular.Width(t, smallType) < pitch-4 {
				items = append(items, wordsAround(t, draw.Regular, smallType, x, s.y+4+float64(i)*smallType*draw.LinePitch+smallType*draw.Ascent, barsFrom-pitch/2, figureWidth-margin))
			}
		}
	}
	items = append(items, stroke(straight(scale.at(0), top-2, scale.at(0), s.y), draw.Ink, 0.5, 2, 2),
		wordsBefore("bits", draw.Regular, smallType, barsFrom-pitch/2-4, s.y+4+smallType*draw.Ascent),
		wordsBefore("chance", draw.Regular, smallType, barsFrom-pitch/2-4, s.y+4+smallType*(draw.LinePitch+draw.Ascent)))
	s.group("axis", "", items...)
	s.y += 4 + 2*smallType*draw.LinePitch
}

func tick(bits float64) string {
	if bits == 0 {
		return "0"
	}
	return fmt.Sprintf("%+.0f", bits)
}

// odds returns what a number of bits means as a chance.
func odds(bits float64) string {
	p := 1 / (1 + math.Exp2(-bits))
	switch {
	case bits == 0:
		return "even"
	case p < 0.01:
		return "1 in " + phrase.Thousands(roundNumber(1/p))
	case p > 0.99:
		return fmt.Sprintf("%.*f %%", min(4, max(0, int(bits/3)-2)), min(100*p, 99.9999))
	}
	return fmt.Sprintf("%.0f %%", 100*p)
}

// roundNumber returns v with one digit that is not zero.
func roundNumber(v float64) int {
	size := math.Pow(10, math.Floor(math.Log10(v)))
	return int(math.Round(v/size) * size)
}

// describeBars tells the figure to who cannot see it.
func describeBars(bars []bar, verdict string) string {
	s := "A waterfall."
	for _, b := range bars {
		s += fmt.Sprintf(" %s: %s bits.", b.name, b.weight)
	}
	return s + " " + capital(verdict) + "."
}
