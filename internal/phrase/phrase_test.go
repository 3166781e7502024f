package phrase

import (
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func TestPlural(t *testing.T) {
	for _, c := range []struct {
		n          int
		noun, want string
	}{
		{0, "case", "0 cases"},
		{1, "case", "1 case"},
		{2, "county", "2 counties"},
		{1234567, "link", "1,234,567 links"},
		{999, "entity", "999 entities"},
		{1000, "hub", "1,000 hubs"},
	} {
		if got := Plural(c.n, c.noun); got != c.want {
			t.Errorf("Plural(%d, %s) = %s, want %s", c.n, c.noun, got, c.want)
		}
	}
	if got := Thousands(-123456); got != "-123,456" {
		t.Errorf("Thousands(-123456) = %s", got)
	}
}

// TestProbability: no rounding makes a doubt a certainty.
func TestProbability(t *testing.T) {
	for _, c := range []struct {
		p    float64
		want string
	}{{0, "<0.01"}, {0.0049, "<0.01"}, {0.005, "0.01"}, {0.5, "0.50"}, {0.9949, "0.99"}, {0.995, ">0.99"}, {1, ">0.99"}} {
		if got := Probability(c.p); got != c.want {
			t.Errorf("Probability(%g) = %s, want %s", c.p, got, c.want)
		}
	}
}

func TestCountyList(t *testing.T) {
	for _, c := range []struct {
		codes []string
		limit int
		want  string
	}{
		{nil, 3, "county not known"},
		{[]string{"36029", "36121"}, 3, "Erie · Wyoming"},
		{[]string{"36029", "36121", "42049"}, 3, "Erie · Wyoming · Erie PA"},
		{[]string{"36029", "36037", "36051", "36121"}, 2, "Erie · Genesee · 2 more"},
		{[]string{"\x1b"}, 2, `\x1b`},
	} {
		if got := Counties(c.codes, c.limit); got != c.want {
			t.Errorf("Counties(%q, %d) = %s, want %s", c.codes, c.limit, got, c.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	april, november := normalize.DayOf(2023, 4, 18), normalize.DayOf(2024, 11, 6)
	for _, c := range []struct {
		from, to normalize.Day
		want     string
	}{
		{0, 0, ""},
		{april, november, "Apr 2023 – Nov 2024"},
		{april, april, "Apr 2023"},
		{april, 0, "Apr 2023"},
		{0, november, "Nov 2024"},
	} {
		if got := Period(c.from, c.to); got != c.want {
			t.Errorf("Period(%v, %v) = %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

func TestOffenses(t *testing.T) {
	for _, c := range []struct {
		n    [4]int
		want string
	}{
		{[4]int{}, ""},
		{[4]int{1, 5, 2, 0}, "sex 5, labor 2, offense not said 1"},
	} {
		if got := Offenses(c.n); got != c.want {
			t.Errorf("Offenses(%v) = %s, want %s", c.n, got, c.want)
		}
	}
}
