package pages

import (
	"sort"
	"time"

	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/linkage/normalize"
)

// A calendar lays days out over the columns of the timeline, in steps of whole
// months, quarters or years.
type calendar struct {
	from, to normalize.Day // the first day of the first step, and the first after the last
	ticks    []normalize.Day
	months   int // of a step
}

// mostTicks is how many steps find room for a count of three digits.
const mostTicks = 18

func newCalendar(from, to normalize.Day) calendar {
	for _, months := range []int{1, 2, 3, 6, 12, 24, 60, 120, 600} {
		c := calendar{months: months}
		t := from.Time()
		month := (int(t.Month()) - 1) / min(months, 12) * min(months, 12)
		year := t.Year()
		if months > 12 {
			year -= year % (months / 12)
		}
		for d := normalize.DayOf(year, time.Month(month+1), 1); d <= to && len(c.ticks) <= mostTicks; {
			c.ticks = append(c.ticks, d)
			month += months
			d = normalize.DayOf(year, time.Month(month+1), 1)
			c.to = d
		}
		if len(c.ticks) <= mostTicks {
			c.from = c.ticks[0]
			return c
		}
	}
	return calendar{from, max(to, from+1), []normalize.Day{from}, 0} // centuries apart: not dates of cases
}

// x returns where a day stands.
func (c calendar) x(d normalize.Day) float64 {
	d = max(c.from, min(d, c.to))
	return daysFrom + float64(d-c.from)/float64(c.to-c.from)*(daysTo-daysFrom)
}

// bin returns the step that a day is in.
func (c calendar) bin(d normalize.Day) int {
	return max(0, sort.Search(len(c.ticks), func(i int) bool { return c.ticks[i] > d })-1)
}

// span returns where a step begins and ends.
func (c calendar) span(b int) (x0, x1 float64) {
	if b+1 < len(c.ticks) {
		return c.x(c.ticks[b]), c.x(c.ticks[b+1])
	}
	return c.x(c.ticks[b]), c.x(c.to)
}

// calendar writes the years, and the months where there is room.
func (s *sheet) calendar(c calendar) {
	var items []draw.Item
	free := 0.0
	for i, d := range c.ticks {
		x, _ := c.span(i)
		label := draw.Clean(d.Time().Format("2006"))
		newYear := i == 0 || c.ticks[i-1].Time().Year() != d.Time().Year()
		if newYear && x >= free && x+draw.Bold.Width(label, smallType) <= daysTo {
			items = append(items, words(label, draw.Bold, smallType, x, s.y+smallType*draw.Ascent))
			free = x + draw.Bold.Width(label, smallType) + 3
		}
	}
	if c.months > 0 && c.months < 12 {
		free = 0
		for i, d := range c.ticks {
			x, next := c.span(i)
			label := draw.Clean(d.Time().Format("Jan"))
			if w := draw.Regular.Width(label, smallType); x >= free && x+w <= max(next, daysTo-1) && x+w <= daysTo {
				items = append(items, words(label, draw.Regular, smallType, x, s.y+smallType*(draw.LinePitch+draw.Ascent)))
				free = x + w + 3
			}
		}
	}
	s.group("calendar", "", items...)
	s.y += 2*smallType*draw.LinePitch + 3
}

// grid draws a line for each step, behind everything else.
func (s *sheet) grid(c calendar, top float64) {
	var p draw.Path
	top += 2 * smallType * draw.LinePitch
	for i := range c.ticks {
		x, _ := c.span(i)
		p = append(p, straight(x, top, x, s.y)...)
	}
	p = append(p, straight(daysTo, top, daysTo, s.y)...)
	g := draw.Group{Class: "grid", Items: []draw.Item{stroke(p, paleTone, 0.5)}}
	s.p.Groups = append([]draw.Group{g}, s.p.Groups...)
}

// rule draws a line between two counties.
func (s *sheet) rule() {
	s.group("rule", "", stroke(straight(margin, s.y-0.5, figureWidth-margin, s.y-0.5), draw.Gray, 0.4))
	s.y += 2
}

// key says what the signs mean.
func (s *sheet) key(oneByOne bool) {
	s.y += rowPitch / 2
	text := "A number is how many cases begin in that time; the darker, the more. A dashed line is time without a sighting."
	if oneByOne {
		text = "A bar is the days of a case, a sign on it a sighting of something it shares. A dashed line is time without a sighting."
	}
	for _, t := range draw.Regular.Wrap(draw.Clean(text), rowType, figureWidth-2*margin) {
		s.line("key", t, draw.Regular, smallType)
	}
}
