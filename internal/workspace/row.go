package workspace

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// How many columns the tables have; the functions below append as many values.
const (
	partColumns      = 18
	narrativeColumns = 7
	problemColumns   = 9
)

// latestDay is the last one that YYYY-MM-DD can tell.
var latestDay = normalize.DayOf(9999, 12, 31)

// checkCase reports what a row cannot hold: a day before year 1 or after year
// 9999, a confidence that is no number, a county code with a comma.
func checkCase(c *linkage.Case) error {
	days := []normalize.Day{c.From, c.To}
	for i := range c.Mentions {
		m := &c.Mentions[i]
		days = append(days, m.Born, m.Date)
		if math.IsNaN(m.Confidence) {
			return errors.New("a mention's confidence is not a number")
		}
	}
	for _, d := range days {
		if d < 0 || d > latestDay {
			return fmt.Errorf("day %d is not between the years 1 and 9999", d)
		}
	}
	for _, county := range c.Counties {
		if county == "" || strings.Contains(county, ",") {
			return errors.New("a county is not a FIPS code")
		}
	}
	return nil
}

func appendPart(row []any, id int64, file string, c *linkage.Case, mentions string, normalised []byte) []any {
	return append(row, id, c.ID, c.Agency, c.Origin, strings.Join(c.Counties, ","), flag(c.CountyAssumed), c.CountyDoubt,
		c.From.String(), c.To.String(), c.Offense.String(), c.Status, flag(c.MinorsInvolved),
		unless(c.Source.File, file), c.Source.Sheet, int64(c.Source.Line), int64(c.Source.Column), mentions, normalised)
}

func appendNarrative(row []any, part int64, seq int, in source.Position, n *linkage.Narrative) []any {
	return append(row, part, int64(seq), n.Text, unless(n.Source.File, in.File), unless(n.Source.Sheet, in.Sheet),
		int64(n.Source.Line), int64(n.Source.Column))
}

func appendProblem(row []any, id int64, p *source.Problem) []any {
	reason := "unreadable"
	if p.Err != nil {
		reason = p.Err.Error()
	}
	return append(row, id, p.File, p.Sheet, int64(p.Line), int64(p.Column), p.Field, p.Raw, reason, p.Hint)
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// unless returns s, or NULL if it is the usual.
func unless(s, usual string) any {
	if s == usual {
		return nil
	}
	return s
}
