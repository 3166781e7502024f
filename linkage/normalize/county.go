package normalize

import "strings"

// A CountyMatch is the county, or counties, that a text names.
type CountyMatch struct {
	// Codes are the five-digit FIPS codes in order. The slice is shared: do not
	// change it.
	Codes []string
	remarks
}

// Kind returns [KindCounty].
func (c CountyMatch) Kind() Kind { return KindCounty }

// Key returns the codes in order, divided by commas: "36121", "36005,36047".
func (c CountyMatch) Key() string {
	if len(c.Codes) == 1 {
		return c.Codes[0]
	}
	return strings.Join(c.Codes, ",")
}

// Display returns the full names: "Wyoming County, NY", "Bronx County, NY;
// Kings County, NY".
func (c CountyMatch) Display() string { return c.join("; ", CountyFull) }

// Parts returns fips, county and state; of several counties the names are
// divided by "; ".
func (c CountyMatch) Parts() []Part {
	var parts []Part
	parts = appendPart(parts, "fips", c.Key())
	parts = appendPart(parts, "county", c.join("; ", CountyName))
	return appendPart(parts, "state", c.states())
}

func (c CountyMatch) join(separator string, name func(string) string) string {
	names := make([]string, len(c.Codes))
	for i, code := range c.Codes {
		names[i] = name(code)
	}
	return strings.Join(names, separator)
}

// states returns the distinct states, in order of the codes.
func (c CountyMatch) states() string {
	var list []string
	for _, code := range c.Codes {
		list = appendOnce(list, CountyState(code))
	}
	return strings.Join(list, "; ")
}

// maxCountyText bounds what is read of a cell, in bytes: a list of all the
// counties of Texas has 2,300.
const maxCountyText = 8192

// County returns the county or counties that a text names, such as "Wyoming",
// "St. Lawrence Co.", "Cattaragus", "New York/Kings/Queens", "Brooklyn",
// "Erie, PA", "36121", or "Chemung | WIB Name: CSS | Region: Southern Region".
//
// The state is a postal code, a name, a FIPS code, or "" where it is not
// known; a state in the text goes before it. Without a state only a name that
// is unique in the country is read, and a name that is a state's too is not. A
// spelling that had to be guessed, a town in place of its county and whatever in
// the text could not be read is an issue. It fails where no county is named.
//
// A plain name takes about 0.2 µs, a list or a misspelling some 5 µs; a
// misspelling without a state 30 µs, or 2 ms if it has several slips.
func County(raw, state string) (CountyMatch, error) {
	t := counties()
	code := StateCode(state)
	if code != "" && len(raw) < maxCountyName && strings.IndexByte(raw, ',') < 0 {
		var f foldedName
		f.fold(raw)
		if c, ok := t.plain(&f, code); ok {
			return c, nil
		}
	}
	p := countyParser{table: t, state: code}
	if state != "" && code == "" && strings.TrimSpace(state) != "" {
		p.result.doubt("the state given is not a state")
	}
	return p.parse(raw)
}

// plain returns the county whose name is all there is.
func (t *countyTable) plain(f *foldedName, state string) (CountyMatch, bool) {
	if f.long || f.n == 2 {
		return CountyMatch{}, false
	}
	key := f.keyOf(state, f.n)
	i, ok := t.byName[string(key)]
	if !ok {
		return CountyMatch{}, false
	}
	if _, ok := t.shared[string(key)]; ok {
		return CountyMatch{}, false
	}
	return CountyMatch{Codes: t.codes[i : i+1 : i+1]}, true
}
