package workspace

import (
	"encoding/json"
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
	partColumns      = 16
	narrativeColumns = 7
	mentionColumns   = 13
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

func appendPart(row []any, id int64, file string, c *linkage.Case) []any {
	return append(row, id, c.ID, c.Agency, c.Origin, strings.Join(c.Counties, ","), flag(c.CountyAssumed), c.CountyDoubt,
		c.From.String(), c.To.String(), c.Offense.String(), c.Status, flag(c.MinorsInvolved),
		unless(c.Source.File, file), c.Source.Sheet, int64(c.Source.Line), int64(c.Source.Column))
}

func appendNarrative(row []any, part int64, seq int, in source.Position, n *linkage.Narrative) []any {
	return append(row, part, int64(seq), n.Text, unless(n.Source.File, in.File), unless(n.Source.Sheet, in.Sheet),
		int64(n.Source.Line), int64(n.Source.Column))
}

// more is what few mentions have, as JSON in a column of its own.
type more struct {
	Minor      bool          `json:"minor,omitempty"`
	Born       normalize.Day `json:"born,omitzero"`
	Age        int           `json:"age,omitempty"`
	Date       normalize.Day `json:"date,omitzero"`
	Attributes [][2]string   `json:"attributes,omitempty"` // name, value
	Source     *string       `json:"source,omitempty"`     // file, where it is not the part's
	Sheet      *string       `json:"sheet,omitempty"`      // where it is not the part's
}

func appendMention(row []any, part int64, seq int, in source.Position, m *linkage.Mention) ([]any, error) {
	extra, err := moreOf(m, in)
	if err != nil {
		return nil, err
	}
	key, value := "", []byte{}
	if m.Value != nil {
		key = m.Value.Key()
		if value, err = normalize.Encode(m.Value); err != nil {
			value = []byte{} // a kind of the caller's own: normalised again when it is read
		}
	}
	return append(row, part, int64(seq), string(m.Kind), key, m.Raw, m.Role.String(), m.Subject, flag(m.InText),
		m.Confidence, int64(m.Source.Line), int64(m.Source.Column), extra, value), nil
}

// moreOf returns the JSON of what few mentions have, "" for the others.
func moreOf(m *linkage.Mention, in source.Position) (string, error) {
	if !m.Minor && m.Born == 0 && m.Age == 0 && m.Date == 0 && len(m.Attributes) == 0 &&
		m.Source.File == in.File && m.Source.Sheet == in.Sheet {
		return "", nil
	}
	x := more{Minor: m.Minor, Born: m.Born, Age: m.Age, Date: m.Date}
	for _, a := range m.Attributes {
		x.Attributes = append(x.Attributes, [2]string{a.Name, a.Value})
	}
	if m.Source.File != in.File {
		x.Source = &m.Source.File
	}
	if m.Source.Sheet != in.Sheet {
		x.Sheet = &m.Source.Sheet
	}
	text, err := json.Marshal(x)
	return string(text), err
}

// apply sets what the JSON tells of m.
func (x *more) apply(m *linkage.Mention) {
	m.Minor, m.Born, m.Age, m.Date = x.Minor, x.Born, x.Age, x.Date
	for _, a := range x.Attributes {
		m.Attributes = append(m.Attributes, linkage.Attribute{Name: a[0], Value: a[1]})
	}
	if x.Source != nil {
		m.Source.File = *x.Source
	}
	if x.Sheet != nil {
		m.Source.Sheet = *x.Sheet
	}
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
