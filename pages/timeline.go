package pages

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/internal/phrase"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Columns of the timeline, in points from the left: county, case, days, note.
const (
	countyWide = 86.0
	daysFrom   = 186.0
	daysTo     = figureWidth - 96
)

// Limits of the timeline, so that it stands on one page.
const (
	casesDrawn    = 40 // one by one; more are counted by county
	countiesDrawn = 34
	gapsDrawn     = 10
)

// Timeline returns a cluster's cases and sightings over time by county, with the gaps
// that lower the evidence. Up to 40 cases are drawn one by one, more are
// counted. Below them stands the caveat. The same cluster gives the same picture.
func Timeline(n *linkage.Network, k linkage.Cluster, o Options) *draw.Picture {
	return alone(newFinding(n, k).timeline(o), o.Caveat)
}

func (f *finding) timelineFigure(o Options) *Figure {
	return &Figure{"timeline", "Cases and sightings over time, by county, and the gaps that lower the evidence. The cases and their days also stand in the table of cases.", f.timeline(o)}
}

func (f *finding) timeline(o Options) *draw.Picture {
	from, to := f.period()
	s := newSheet("Cluster "+o.name(f.k)+" over time", f.timelineSubtitle(from, to, o.Origin))
	if from == 0 {
		s.line("note", "No case or sighting is dated.", draw.Regular, rowType)
		return s.done("No case or sighting is dated.")
	}
	c := newCalendar(from, to)
	top := s.y
	s.calendar(c)
	if len(f.cases) <= casesDrawn {
		f.drawCases(s, c)
	} else {
		f.drawCounties(s, c)
	}
	f.drawGaps(s, c)
	s.grid(c, top)
	s.key(len(f.cases) <= casesDrawn)
	return s.done(f.describeTimeline(from, to))
}

// period returns the first and last day of the cases and of the sightings of what they share.
func (f *finding) period() (from, to normalize.Day) {
	see := func(d normalize.Day) {
		if d != 0 && (from == 0 || d < from) {
			from = d
		}
		to = max(to, d)
	}
	for i := range f.cases {
		see(f.cases[i].From)
		see(f.cases[i].To)
	}
	for i := range f.values {
		for _, s := range f.values[i].sightings {
			see(s.Date)
		}
	}
	return from, to
}

func (f *finding) timelineSubtitle(from, to normalize.Day, origin string) string {
	s := counted(len(f.cases), "case", f.k.Counties)
	if from != 0 {
		s += ", " + from.String() + " to " + to.String()
	}
	if n := f.undated(); n > 0 {
		s += fmt.Sprintf("; %s not dated", phrase.Plural(n, "case"))
	}
	if origin != "" {
		s += " · " + origin
	}
	return s
}

func (f *finding) undated() int {
	n := 0
	for i := range f.cases {
		if f.cases[i].From == 0 && f.cases[i].To == 0 {
			n++
		}
	}
	return n
}

// byCounty returns the positions of the cases of each county, the county with the earliest case
// first, and in a county the earliest case; those without a county or a day last.
func (f *finding) byCounty() [][]int {
	groups := map[string][]int{}
	for i := range f.cases {
		c := f.county(f.cases[i].Name)
		groups[c] = append(groups[c], i)
	}
	day := func(i int) normalize.Day {
		if d := firstDay(&f.cases[i]); d != 0 {
			return d
		}
		return normalize.Day(1<<31 - 1)
	}
	var all [][]int
	for _, members := range groups {
		slices.SortFunc(members, func(a, b int) int { return cmp.Or(cmp.Compare(day(a), day(b)), cmp.Compare(a, b)) })
		all = append(all, members)
	}
	slices.SortFunc(all, func(a, b []int) int {
		return cmp.Or(cmp.Compare(day(a[0]), day(b[0])), cmp.Compare(f.county(f.cases[a[0]].Name), f.county(f.cases[b[0]].Name)))
	})
	return all
}

func firstDay(c *linkage.CaseInfo) normalize.Day {
	if c.From != 0 {
		return c.From
	}
	return c.To
}

// countyTone returns the tone and the sign of each county: those that [graphs.Network.Groups] gives it on the maps.
func (f *finding) countyTone() func(county string) (draw.RGB, draw.Marker) {
	groups := slices.DeleteFunc(f.byCounty(), func(g []int) bool { return f.county(f.cases[g[0]].Name) == "" })
	slices.SortFunc(groups, func(a, b []int) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(f.county(f.cases[a[0]].Name), f.county(f.cases[b[0]].Name)))
	})
	rank := map[string]int{}
	for i, g := range groups {
		rank[f.county(f.cases[g[0]].Name)] = i
	}
	return func(county string) (draw.RGB, draw.Marker) {
		i, known := rank[county]
		if !known {
			return draw.Gray, draw.Disc
		}
		return draw.RGB(graphs.Palette[i%len(graphs.Palette)]), draw.Marker(i % int(draw.Markers))
	}
}

// drawCases draws a row for each case: its days as a bar, its sightings as signs of its county.
func (f *finding) drawCases(s *sheet, c calendar) {
	seen := f.sightingDays()
	look := f.countyTone()
	for _, members := range f.byCounty() {
		s.rule()
		for at, i := range members {
			k := &f.cases[i]
			county := f.county(k.Name)
			tone, sign := look(county)
			baseline, middle := s.y+rowType*draw.Ascent, s.y+rowType*0.62
			items := []draw.Item{words(draw.Regular.FitMiddle(draw.Clean(k.Name), rowType, daysFrom-countyWide-margin), draw.Regular, rowType, countyWide, baseline)}
			if at == 0 {
				items = append(items, filled(sign.Path(draw.Pt(margin+3, middle), 3), tone),
					words(draw.Bold.Fit(draw.Clean(countyTitle(county)), rowType, countyWide-margin-12), draw.Bold, rowType, margin+9, baseline))
			}
			note := draw.Clean(days(k.From, k.To))
			items = append(items, words(draw.Regular.Fit(note, smallType, figureWidth-margin-daysTo-8), draw.Regular, smallType, daysTo+8, baseline))
			if d := firstDay(k); d != 0 {
				x0, x1 := c.x(d), c.x(max(d, k.To))
				items = append(items, draw.Shape{Path: draw.Rectangle(draw.Area{X: x0 - 1, Y: middle - 1.6, W: x1 - x0 + 2, H: 3.2}), Fill: tone.Tint(0.35).Paint(), Stroke: tone.Paint(), Width: 0.7})
			}
			for _, d := range seen[k.Name] {
				items = append(items, draw.Shape{Path: sign.Path(draw.Pt(c.x(d), middle), 2.5), Fill: tone.Paint(), Stroke: draw.Ink.Paint(), Width: 0.3})
			}
			s.group("case", draw.Clean(fmt.Sprintf("%s, %s, %s", k.Name, countyTitle(county), note)), items...)
			s.y += rowPitch
		}
	}
	s.rule()
}

func countyTitle(code string) string {
	if code == "" {
		return "county not known"
	}
	return phrase.County(code)
}

// sightingDays returns, by case, the days on which what it shares was seen.
func (f *finding) sightingDays() map[string][]normalize.Day {
	seen := map[string][]normalize.Day{}
	for i := range f.values {
		for _, s := range f.values[i].sightings {
			if s.Date != 0 {
				seen[s.Case] = append(seen[s.Case], s.Date)
			}
		}
	}
	for name, all := range seen {
		slices.Sort(all)
		seen[name] = slices.Compact(all)
	}
	return seen
}

// drawCounties draws a row for each county: how many of its cases begin in each step of the calendar.
func (f *finding) drawCounties(s *sheet, c calendar) {
	groups := f.byCounty()
	slices.SortStableFunc(groups, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	most := 1
	counts := make([][]int, len(groups))
	for g, members := range groups {
		counts[g] = make([]int, len(c.ticks))
		for _, i := range members {
			if d := firstDay(&f.cases[i]); d != 0 {
				counts[g][c.bin(d)]++
			}
		}
		most = max(most, slices.Max(counts[g]))
	}
	row := func(name string, total int, counts []int) {
		baseline := s.y + rowType*draw.Ascent
		items := []draw.Item{words(draw.Bold.Fit(draw.Clean(name), rowType, daysFrom-2*margin), draw.Bold, rowType, margin, baseline),
			words(draw.Clean(phrase.Plural(total, "case")), draw.Regular, smallType, daysTo+8, baseline)}
		for b, n := range counts {
			if n == 0 {
				continue
			}
			x0, x1 := c.span(b)
			cell := draw.Area{X: x0, Y: s.y, W: x1 - x0, H: rowPitch - 1.5}
			label := draw.Clean(phrase.Thousands(n))
			items = append(items, draw.Shape{Path: draw.Rectangle(cell), Fill: draw.RGB(0x0072B2).Tint(0.10 + 0.35*float64(n)/float64(most)).Paint(), Stroke: draw.Gray.Paint(), Width: 0.4})
			if w := draw.Regular.Width(label, smallType); w < cell.W-1 {
				items = append(items, words(label, draw.Regular, smallType, x0+(cell.W-w)/2, baseline-0.4))
			}
		}
		s.group("county", draw.Clean(fmt.Sprintf("%s: %s", name, phrase.Plural(total, "case"))), items...)
		s.y += rowPitch
	}
	shown := groups
	if len(groups) > countiesDrawn {
		shown = groups[:countiesDrawn-1]
	}
	for g, members := range shown {
		row(countyTitle(f.county(f.cases[members[0]].Name)), len(members), counts[g])
	}
	if rest := groups[len(shown):]; len(rest) > 0 {
		total, sum := 0, make([]int, len(c.ticks))
		for g, members := range rest {
			total += len(members)
			for b, n := range counts[len(shown)+g] {
				sum[b] += n
			}
		}
		row(phrase.Plural(len(rest), "other county"), total, sum)
	}
	s.rule()
}

// A gap is time between two sightings of a value that lowers the evidence of a link.
type gap struct {
	link     *linkage.Link
	entity   linkage.EntityRef
	from, to normalize.Day
	lost     linkage.Weight
}

// gaps returns the gaps that lower the evidence, the one that costs most first.
func (f *finding) gaps() []gap {
	var all []gap
	for i := range f.links {
		l := &f.links[i]
		for j := range l.Evidence {
			e := &l.Evidence[j]
			lost := e.Aged()
			if lost > -tooSmall {
				continue
			}
			_, lastA := seenIn(e.A)
			_, lastB := seenIn(e.B)
			from := min(lastA, lastB)
			if from != 0 {
				all = append(all, gap{l, e.Entity, from, from + normalize.Day(e.Gap), lost})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b gap) int { return cmp.Compare(a.lost, b.lost) })
	return all
}

// seenIn returns the first and last day of sightings.
func seenIn(all []linkage.Sighting) (first, last normalize.Day) {
	for _, s := range all {
		if s.Date != 0 && (first == 0 || s.Date < first) {
			first = s.Date
		}
		last = max(last, s.Date)
	}
	return first, last
}

// drawGaps draws a row for each of the gaps that cost most, and says how many more there are.
func (f *finding) drawGaps(s *sheet, c calendar) {
	all := f.gaps()
	s.y += rowPitch / 2
	if len(all) == 0 {
		s.line("gaps", "No gap between sightings lowers the evidence.", draw.Bold, rowType)
		return
	}
	s.line("gaps", "Gaps that lower the evidence: a value may have changed hands between two sightings", draw.Bold, rowType)
	s.y += 2
	for _, g := range all[:min(gapsDrawn, len(all))] {
		baseline := s.y + rowType*draw.Ascent
		const high = 2*rowPitch - 3
		middle := s.y + high/2
		between := draw.Clean(g.link.A + " – " + g.link.B)
		x0, x1 := c.x(g.from), c.x(min(g.to, c.to))
		note := fmt.Sprintf("%s: %s bits", longTime(int(g.to-g.from)), g.lost)
		s.group("gap", draw.Clean(fmt.Sprintf("%s between %s: %s", phrase.Entity(g.entity), between, note)),
			words(draw.Bold.Fit(draw.Clean(phrase.Entity(g.entity)), rowType, daysFrom-2*margin), draw.Bold, rowType, margin, baseline),
			words(fitPair(g.link.A, g.link.B, smallType, daysFrom-2*margin), draw.Regular, smallType, margin, baseline+rowPitch-2),
			stroke(straight(x0, middle, x1, middle), againstTone, 1.2, 4, 2.5),
			stroke(append(straight(x0, middle-4, x0, middle+4), straight(x1, middle-4, x1, middle+4)...), againstTone, 1.2),
			words(draw.Regular.Fit(draw.Clean(note), smallType, figureWidth-margin-daysTo-8), draw.Regular, smallType, daysTo+8, middle+smallType*0.35))
		s.y += 2 * rowPitch
	}
	if more := len(all) - gapsDrawn; more > 0 {
		s.line("gaps", draw.Clean("and "+phrase.Plural(more, "gap")+" that cost less: the table of what speaks against it has them"), draw.Regular, rowType)
	}
}

// fitPair returns the names of two cases, each with its middle cut out if both do not fit.
func fitPair(a, b string, size, limit float64) draw.Text {
	const dash = " – "
	first, second := draw.Clean(a), draw.Clean(b)
	if whole := first + dash + second; draw.Regular.Width(whole, size) <= limit {
		return whole
	}
	half := (limit - draw.Regular.Width(dash, size)) / 2
	return draw.Regular.FitMiddle(first, size, half) + dash + draw.Regular.FitMiddle(second, size, half)
}

// longTime returns a number of days for people to read.
func longTime(days int) string {
	const inMonth, inYear = 30.44, 365.25
	switch {
	case days < 60:
		return phrase.Plural(days, "day")
	case days < 2*365:
		return phrase.Plural(int(float64(days)/inMonth+0.5), "month")
	}
	return fmt.Sprintf("%.1f years", float64(days)/inYear)
}

// describeTimeline tells the figure to who cannot see it.
func (f *finding) describeTimeline(from, to normalize.Day) string {
	s := fmt.Sprintf("A timeline from %s to %s.", from, to)
	for _, members := range f.byCounty() {
		s += fmt.Sprintf(" %s: %s.", countyTitle(f.county(f.cases[members[0]].Name)), phrase.Plural(len(members), "case"))
	}
	return s + " " + phrase.Plural(len(f.gaps()), "gap") + " lower the evidence. The table of cases has every case with its days."
}
