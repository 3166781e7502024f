package normalize

import "strings"

// A stateRow is a state, the District of Columbia or a territory.
type stateRow struct {
	code string // postal
	fips string // two digits
	name string
	// abbreviations are the traditional ones of the Government Printing
	// Office's style manual and others in use, letters only, lower case.
	abbreviations []string
}

var states = []stateRow{
	{"AL", "01", "Alabama", []string{"ala"}},
	{"AK", "02", "Alaska", nil},
	{"AZ", "04", "Arizona", []string{"ariz"}},
	{"AR", "05", "Arkansas", []string{"ark"}},
	{"CA", "06", "California", []string{"calif", "cal"}},
	{"CO", "08", "Colorado", []string{"colo"}},
	{"CT", "09", "Connecticut", []string{"conn"}},
	{"DE", "10", "Delaware", []string{"del"}},
	{"DC", "11", "District of Columbia", []string{"washingtondc"}},
	{"FL", "12", "Florida", []string{"fla"}},
	{"GA", "13", "Georgia", nil},
	{"HI", "15", "Hawaii", []string{"hawai"}},
	{"ID", "16", "Idaho", nil},
	{"IL", "17", "Illinois", []string{"ill"}},
	{"IN", "18", "Indiana", []string{"ind"}},
	{"IA", "19", "Iowa", nil},
	{"KS", "20", "Kansas", []string{"kans", "kan"}},
	{"KY", "21", "Kentucky", nil},
	{"LA", "22", "Louisiana", nil},
	{"ME", "23", "Maine", nil},
	{"MD", "24", "Maryland", nil},
	{"MA", "25", "Massachusetts", []string{"mass"}},
	{"MI", "26", "Michigan", []string{"mich"}},
	{"MN", "27", "Minnesota", []string{"minn"}},
	{"MS", "28", "Mississippi", []string{"miss"}},
	{"MO", "29", "Missouri", nil},
	{"MT", "30", "Montana", []string{"mont"}},
	{"NE", "31", "Nebraska", []string{"nebr", "neb"}},
	{"NV", "32", "Nevada", []string{"nev"}},
	{"NH", "33", "New Hampshire", nil},
	{"NJ", "34", "New Jersey", []string{"njersey"}},
	{"NM", "35", "New Mexico", []string{"nmex", "nuevomexico"}},
	{"NY", "36", "New York", []string{"nys", "newyorkstate", "nuevayork"}},
	{"NC", "37", "North Carolina", []string{"ncar", "carolinadelnorte"}},
	{"ND", "38", "North Dakota", []string{"ndak"}},
	{"OH", "39", "Ohio", nil},
	{"OK", "40", "Oklahoma", []string{"okla"}},
	{"OR", "41", "Oregon", []string{"ore", "oreg"}},
	{"PA", "42", "Pennsylvania", []string{"penn", "penna", "pensilvania"}},
	{"RI", "44", "Rhode Island", nil},
	{"SC", "45", "South Carolina", []string{"scar", "carolinadelsur"}},
	{"SD", "46", "South Dakota", []string{"sdak"}},
	{"TN", "47", "Tennessee", []string{"tenn"}},
	{"TX", "48", "Texas", []string{"tex"}},
	{"UT", "49", "Utah", nil},
	{"VT", "50", "Vermont", nil},
	{"VA", "51", "Virginia", nil},
	{"WA", "53", "Washington", []string{"wash", "washingtonstate"}},
	{"WV", "54", "West Virginia", []string{"wva"}},
	{"WI", "55", "Wisconsin", []string{"wis", "wisc"}},
	{"WY", "56", "Wyoming", []string{"wyo"}},
	{"AS", "60", "American Samoa", nil},
	{"GU", "66", "Guam", nil},
	{"MP", "69", "Northern Mariana Islands", nil},
	{"PR", "72", "Puerto Rico", nil},
	{"VI", "78", "Virgin Islands", []string{"usvirginislands", "usvi"}},
}

// stateBy holds the states by every text that means one: code, FIPS digits,
// folded name and abbreviations.
var stateBy = indexStates()

func indexStates() map[string]string {
	by := make(map[string]string, 4*len(states))
	for _, s := range states {
		by[s.code] = s.code
		by[strings.ToLower(s.code)] = s.code
		by[s.fips] = s.code
		by[lettersOf(s.name)] = s.code
		for _, a := range s.abbreviations {
			by[a] = s.code
		}
	}
	return by
}

// StateCode returns the postal code of the state that text means: a postal
// code, a name, a traditional abbreviation ("Penna.", "N.Y.") or a two-digit
// FIPS code. It returns "" for any other text.
func StateCode(text string) string {
	if code, ok := stateBy[text]; ok {
		return code
	}
	if len(text) > maxStateText {
		return ""
	}
	return stateBy[lettersOf(text)]
}

// maxStateText bounds what StateCode looks at; the longest name has 24 letters.
const maxStateText = 64

// StateName returns the name of the state with the given postal code, and ""
// if there is none.
func StateName(code string) string {
	if s := stateByCode(code); s != nil {
		return s.name
	}
	return ""
}

func stateByCode(code string) *stateRow {
	for i := range states {
		if states[i].code == code {
			return &states[i]
		}
	}
	return nil
}

// lettersOf returns the ASCII letters and digits of s in lower case.
func lettersOf(s string) string {
	out := make([]byte, 0, maxStateText)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			out = append(out, c)
		case 'A' <= c && c <= 'Z':
			out = append(out, c+'a'-'A')
		}
	}
	return string(out)
}

// StateCodes returns the postal codes of the states, the District of Columbia
// and the territories, in order of their FIPS codes.
func StateCodes() []string {
	codes := make([]string, len(states))
	for i := range states {
		codes[i] = states[i].code
	}
	return codes
}
