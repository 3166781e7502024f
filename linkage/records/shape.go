package records

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tflink/tflink/linkage/normalize"
)

// A shape is what the values of a column look like, taken from the sample.
type shape struct {
	rows     int               // rows of the sample
	filled   int               // values that are not empty
	distinct int               // different values
	words    float64           // in a value, on average
	fits     map[Field]float64 // share of the values that look like the field
	samples  []string          // a few different values, as they stand
	code     float64           // share of values that look like an id
	business float64           // share of values that look like a company rather than a person
	old      float64           // share of values that are dates before oldYear
	bare     float64           // share of values that can be a company and are no address
}

// shapeSamples is how many values of a column are shown to a person.
const shapeSamples = 3

// shapeValues is how many values of a column are tested for what they look like,
// spread over the sample. A share estimated from 150 is right to some eight
// points in a hundred, which the thresholds of infer.go leave room for.
const shapeValues = 150

// shapeOf looks at the values of one column, whose name says g.
func shapeOf(rows []Row, column int, g *headerGuess) shape {
	s := shape{rows: len(rows), fits: map[Field]float64{}}
	seen := map[string]bool{}
	var values []string
	for i := range rows {
		text := strings.TrimSpace(rows[i].Text(column))
		if isNothing(text) {
			continue
		}
		values = append(values, text)
		if !seen[text] {
			seen[text] = true
			if len(s.samples) < shapeSamples {
				s.samples = append(s.samples, clip(text, 200))
			}
		}
	}
	s.filled, s.distinct = len(values), len(seen)
	step := (len(values) + shapeValues - 1) / shapeValues
	n := 0.0
	for i := 0; i < len(values); i += step {
		s.look(clip(values[i], 2000), g)
		n++
	}
	if n == 0 {
		return s
	}
	for _, share := range []*float64{&s.words, &s.code, &s.business, &s.bare, &s.old} {
		*share /= n
	}
	for f := range s.fits {
		s.fits[f] /= n
	}
	return s
}

// look counts one value. Lists of words are asked only where the name speaks of
// what they list: by themselves they prove nothing.
func (s *shape) look(text string, g *headerGuess) {
	s.words += float64(countWords(text))
	count := func(sum *float64, yes bool) {
		if yes {
			*sum++
		}
	}
	count(&s.old, isOldDate(text))
	count(&s.code, isCode(text))
	count(&s.business, normalize.LooksLikeBusiness(text))
	count(&s.bare, isTitle(text) && !isAddress(text))
	for _, t := range tests {
		if (!t.words || g.strength(t.field) > 0) && t.fits(text) {
			s.fits[t.field]++
		}
	}
}

// unique returns the share of the filled values that differ from all before them.
func (s *shape) unique() float64 {
	if s.filled == 0 {
		return 0
	}
	return float64(s.distinct) / float64(s.filled)
}

// tests are the fields whose values can be recognised, and how. A field that is not here
// can be told by its name only.
var tests = []struct {
	field Field
	fits  func(string) bool
	words bool // the test is a list of words
}{
	{FieldPhone, isPhone, false},
	{FieldEmail, isEmail, false},
	{FieldURL, isURL, false},
	{FieldHandle, isHandle, false},
	{FieldVIN, isVIN, false},
	{FieldPlate, isPlate, false},
	{FieldPlateState, isState, false},
	{FieldState, isState, false},
	{FieldAddressState, isState, false},
	{FieldZIP, isZIP, false},
	{FieldDate, isDate, false},
	{FieldDateEnd, isDate, false},
	{FieldBorn, isDate, false},
	{FieldAge, isAge, false},
	{FieldVehicleYear, isYear, false},
	{FieldMinors, isFlag, true},
	{FieldMinorFlag, isFlag, true},
	{FieldOffense, isOffense, true},
	{FieldStatus, isStatus, true},
	{FieldRole, isRole, true},
	{FieldColor, isColor, true},
	{FieldMake, isMake, true},
	{FieldPlatform, isPlatformName, true},
	{FieldRecordType, isRecordType, true},
	{FieldAddress, isAddress, false},
	{FieldStreet, isStreet, false},
	{FieldCity, isPlaceName, false},
	{FieldPerson, isPersonName, false},
	{FieldFirstName, isNameWord, false},
	{FieldLastName, isNameWord, false},
	{FieldMiddleName, isNameWord, false},
	{FieldBusiness, isTitle, false},
	{FieldBusinessAddress, isCompanyAddress, false},
	{FieldNarrative, isProse, false},
}

// testable reports whether values of f can be recognised.
func testable(f Field) bool {
	for _, t := range tests {
		if t.field == f {
			return true
		}
	}
	return false
}

// nothings are what people write where there is nothing to write.
var nothings = wordSet(`n/a na none null nil unk unknown - -- --- . ? tbd nan ninguno desconocido #n/a`)

func isNothing(text string) bool {
	return text == "" || len(text) <= 12 && nothings[strings.ToLower(text)]
}

func countWords(text string) int {
	n, inside := 0, false
	for i := 0; i < len(text); i++ {
		space := text[i] == ' ' || text[i] == '\n' || text[i] == '\t'
		if !space && !inside {
			n++
		}
		inside = !space
	}
	return n
}

// letterCount holds how many characters of each sort a text has.
type letterCount struct{ letters, digits, spaces, other int }

func countLetters(text string) (c letterCount) {
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			c.digits++
		case unicode.IsLetter(r):
			c.letters++
		case r == ' ':
			c.spaces++
		default:
			c.other++
		}
	}
	return c
}

// isCode reports whether a text looks like a number that somebody gives out:
// short, with a digit, without a sentence's spaces.
func isCode(text string) bool {
	if len(text) > 32 || isDate(text) || isPhone(text) && !allDigits(text) {
		return false
	}
	c := countLetters(text)
	return c.digits > 0 && c.spaces <= 2 && c.other <= 4
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// isProse reports whether a text is made of sentences.
func isProse(text string) bool {
	return countWords(text) >= 8 && utf8.RuneCountInString(text) >= 40
}

// isFlag reports whether a text says yes or no.
func isFlag(text string) bool {
	switch strings.ToLower(text) {
	case "y", "n", "yes", "no", "true", "false", "t", "f", "0", "1", "x", "si", "sí", "unknown", "u", "minor", "adult", "juvenile":
		return true
	}
	return allDigits(text) && len(text) == 1
}

func isAge(text string) bool {
	if len(text) > 0 && len(text) <= 3 && allDigits(text) {
		return len(text) < 3 || text[0] == '1' && text[1] < '2'
	}
	digits := countLetters(text).digits
	return digits >= 1 && digits <= 4 && len(text) <= 12 && (strings.ContainsAny(text, "-+~") || strings.Contains(strings.ToLower(text), "y") || strings.HasPrefix(text, "~"))
}

func isYear(text string) bool {
	return len(text) == 4 && allDigits(text) && (text[:2] == "19" || text[:2] == "20") || len(text) == 2 && allDigits(text) ||
		len(text) == 6 && strings.HasSuffix(text, ".0") && allDigits(text[:4])
}
