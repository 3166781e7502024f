// Package phrase answers: how do counts, days, counties, values and texts of
// cases read in words?
//
// The commands and the pages say them alike. What comes from a file goes
// through [Plain] before anybody reads it.
package phrase

import (
	"fmt"
	"strings"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Plural returns "1 case" or "2 cases".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") {
		return fmt.Sprintf("%s %sies", Thousands(n), strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%s %ss", Thousands(n), noun)
}

// Thousands returns a number with commas.
func Thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Probability returns a probability to two places that never claims certainty.
func Probability(p float64) string {
	switch {
	case p >= 0.995:
		return ">0.99"
	case p < 0.005:
		return "<0.01"
	}
	return fmt.Sprintf("%.2f", p)
}

// Counties returns the names of counties, at most limit of them; "county not
// known" for none. Counties of another state than most carry it.
func Counties(codes []string, limit int) string {
	if len(codes) == 0 {
		return "county not known"
	}
	var names []string
	for _, code := range codes[:min(limit, len(codes))] {
		names = append(names, County(code))
	}
	if more := len(codes) - limit; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, " · ")
}

// County returns a county's name, with the state where it is not New York's.
func County(fips string) string {
	name := normalize.CountyName(fips)
	if name == "" {
		return Plain(fips)
	}
	if s := normalize.CountyState(fips); s != "NY" {
		return name + " " + s
	}
	return name
}

// Offenses returns "sex 5, labor 2".
func Offenses(n [4]int) string {
	var out []string
	for _, o := range []linkage.Offense{linkage.SexTrafficking, linkage.LaborTrafficking, linkage.SexTrafficking | linkage.LaborTrafficking, 0} {
		if n[o] > 0 {
			out = append(out, fmt.Sprintf("%s %d", Offense(o), n[o]))
		}
	}
	return strings.Join(out, ", ")
}

// Offense returns an offense for people.
func Offense(o linkage.Offense) string {
	if o == 0 {
		return "offense not said"
	}
	return o.String()
}

// Period returns "Apr 2023 – Nov 2024", one month where both are the same, and "" where no day is known.
func Period(from, to normalize.Day) string {
	if from == 0 {
		from = to
	}
	if from == 0 {
		return ""
	}
	const month = "Jan 2006"
	a, b := from.Time().Format(month), max(from, to).Time().Format(month)
	if a == b {
		return a
	}
	return a + " – " + b
}

// Entity returns an entity for people: "phone (585) 555-0142".
func Entity(e linkage.EntityRef) string {
	kind := string(e.Kind)
	switch e.Kind {
	case normalize.KindVIN:
		kind = "VIN"
	case normalize.KindBusiness, normalize.KindPerson:
		kind = "" // the name speaks for itself
	}
	name := Plain(e.Display)
	if number, ok := strings.CutPrefix(name, normalize.UnknownState+" "); ok && e.Kind == normalize.KindPlate {
		name = number + " (state not said)"
	}
	if e.Facet != "" {
		kind = strings.TrimSpace(kind + " " + e.Facet)
	}
	return strings.TrimSpace(Plain(kind) + " " + name)
}
