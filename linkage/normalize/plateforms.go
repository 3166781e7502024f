package normalize

import (
	"math"
	"strings"
)

// A plateForm is a form of a state's plates: A stands for any letter and 9 for
// any digit; another letter for itself, in lower case where it is an a.
type plateForm struct {
	pattern string
	class   string
	count   float64 // how many numbers have the form
}

const (
	classPassenger  = "passenger"
	classCommercial = "commercial"
	classTaxi       = "taxi"
	classMotorcycle = "motorcycle"
)

// plateFormsText holds the forms of plates on the road, by state: passenger
// forms first, the current one before older ones; after c: commercial, t: taxi
// and livery, m: motorcycle. Source: the series that the states' motor
// vehicle agencies, ServiceOntario and Quebec's SAAQ have issued, as they describe them.
var plateFormsText = map[string]string{
	"NY": "AAA9999 AAA999 AAA99AA 999AAA 9AAA99 AAA9AA c:99999AA 99999A AA99999 t:9A99 t9999999c t999999c y999999c t:9A99A m:99AA99 99AAA9 999AA9",
	"PA": "AAA9999 AAA999 A99999A c:AA99999 AAA999A ZAA9999 AA99999 t:TX99999 LM99999 m:AAA99 99AAA",
	"NJ": "A99AAA AAA99A AAA999 99AAA9 999AAA 9AA9999 AA999A c:XAA99A XA999A XA99999 AA999AA t:OL9999A OT9999A m:AA999 9AA99",
	"CT": "AA99999 9AAAA9 999AAA 99AAAA AAA999 999A99 c:9A99999 C999999 AA9999 99999C t:Z9999 m:AA9999 9A9999",
	"MA": "9AA999 9AAA99 999AA9 99AA99 9AA9999 999AAA 9999AA AA9999 c:A99999 V99999 T99999 S99999 M99999 L99999 t:TA9999 LV99999 m:AA9999 9A9999",
	"VT": "AAA999 999A999 99A99 9999A AA999 999AA c:999A999 m:9999A",
	"AL": "9AA9999 99A9999 9A99999 99AA999 9999AAA AA999A9",
	"AK": "AAA999",
	"AZ": "AAA9A9A A9A9AAA AAA9999 AAA999 999AAA c:AA99999",
	"AR": "AAA99A 999AAA AAA999",
	"CA": "9AAA999 999AAA c:9A99999 99999A9 A999999 m:99A9999 9A99999",
	"CO": "AAAA99 AAAA9A AAA999 999AAA AAAA9 AA9999",
	"DE": "999999 99999 9999 c:C999999 CL99999 PC99999",
	"DC": "AA9999 AAA999 t:H99999 L99999 B99999",
	"FL": "AAAA99 AAAA9A AAA999 999AAA AA99AA 9AAAA A99AAA AAA9A AA99AAA 99AAAA",
	"GA": "AAA9999 AAA999 999AAA 9999AAA",
	"HI": "AAA999",
	"ID": "9A99999 9AA9999 9AAA999 A999999 AA99999 9A9999 9AA999A A99999",
	"IL": "AA99999 A999999 999A999 9999999 A99999 999999 AAA999 AAA99 AA9999 c:99999A 9999999A t:9999TX",
	"IN": "999AAA 999AA 999A AAA999 999999 99A9999 9A9999 999AAAA 99AAA9 AA999AA c:AA999AA TK999AAA",
	"IA": "AAA999 999AAA",
	"KS": "9999AAA 999AAA AAA999",
	"KY": "A9A999 999AAA AAA999 A9A99A 9AA99A",
	"LA": "999AAA AAA999 A999999",
	"ME": "9999AA 999AAA 99999A 9999A AA999 AAA999 999AA c:999999 9AAA99",
	"MD": "9AA9999 99999AA 9AA999 AAA999 A99999 c:999A99 99A999 9AA9999",
	"MI": "AAA9999 AAA999 9AAA99 999AAA AA9999 9AAAA9",
	"MN": "AAA999 999AAA AAA99A 999A99",
	"MS": "AAA9999 AAA999 999AAA AA99999",
	"MO": "AA9A9A AA9AAA 9AAA99 AAA999 999AAA",
	"MT": "999999A 99999A 9999999 AAA999 9999AA 99A9999 9A9999A 9A99999",
	"NE": "AAA999 99A999 9A9999 99A9999 9AA999 99AA99 A99999",
	"NV": "99A999 999A99 9A9999 999AAA AAA999 A99999 99AAAA",
	"NH": "9999999 999999 99999 AAA999",
	"NM": "AAAA99 999AAA AAA999 999AAAA",
	"NC": "AAA9999 AAA999 999AAA AA9999",
	"ND": "999AAA AAA999",
	"OH": "AAA9999 AA99AA AAA999 999AAA AA9999 c:PAA9999 PAA9999",
	"OK": "AAA999 999AAA AAA9999",
	"OR": "999AAA AAA999 9AA999 9999AA AA99999",
	"RI": "999999 99999 9999 AA999 AAA999 9AA999 AA9999",
	"SC": "AAA999 999AAA AAAA99 9999AA 9999AAA",
	"SD": "9AA999 99A999 9A9999 9AAA99 99AA99 99AAA9 9AAAA9 AAA999",
	"TN": "AAA9999 A9999A AAA999 9AA999 A99999A 999AAA 9AA9999 A9999",
	"TX": "AAA9999 AA9A999 AAA999 999AAA A99AAA 99AAA9 AA9AAAA c:AA99999 9AA9999",
	"UT": "A999AA 9A9AA 999AAA AAA999 9A99A A99AAA",
	"VA": "AAA9999 AAA999 AA99999 99999A AA9999 c:TA9999 999999AA t:H99999A",
	"WA": "AAA9999 999AAA AAA999 c:A99999A B99999A C99999A",
	"WV": "9AA999 9A9999 AAA999 999999 AA9999 DAA9999 AAA9999 9AAA99",
	"WI": "AAA9999 999AAA AAA999 AA9999 999AA",
	"WY": "99999 999999 99A99 9A999 9AA99 99AAA 9999A 999AA 9999AA 99999A 999999A",
	"PR": "AAA999",
	"ON": "AAAA999 AAA999 999AAA c:AA99999 AA9999",
	"QC": "A99AAA 999AAA AAA999 c:L999999",
}

// plateForms holds the forms by state.
var plateForms = indexPlateForms()

func indexPlateForms() map[string][]plateForm {
	classes := map[byte]string{'c': classCommercial, 't': classTaxi, 'm': classMotorcycle}
	forms := make(map[string][]plateForm, len(plateFormsText))
	for state, text := range plateFormsText {
		class := classPassenger
		for pattern := range strings.FieldsSeq(text) {
			if len(pattern) > 2 && pattern[1] == ':' {
				class, pattern = classes[pattern[0]], pattern[2:]
			}
			form := plateForm{pattern: pattern, class: class}
			form.count = form.fits(strings.Repeat("?", len(pattern)))
			forms[state] = append(forms[state], form)
		}
	}
	return forms
}

// plateFormOf returns the first form of the state that the number has, or nil;
// known says whether the state's forms are known.
func plateFormOf(state, number string) (form *plateForm, known bool) {
	forms := plateForms[state]
	for i := range forms {
		if forms[i].has(number) {
			return &forms[i], true
		}
	}
	return nil, len(forms) > 0
}

// has reports whether a whole number has the form.
func (f *plateForm) has(number string) bool {
	if len(number) != len(f.pattern) {
		return false
	}
	for i := 0; i < len(number); i++ {
		if !formAllows(f.pattern[i], number[i]) {
			return false
		}
	}
	return true
}

// formAllows reports whether a place of a form may hold the character.
func formAllows(place, c byte) bool {
	switch place {
	case '9':
		return isDigit(c)
	case 'A':
		return 'A' <= c && c <= 'Z'
	}
	return c == place&^0x20 // the upper case of a letter
}

// formCount returns how many characters a place of a form may hold.
func formCount(place byte) float64 {
	switch place {
	case '9':
		return 10
	case 'A':
		return 26
	}
	return 1
}

// fits returns how many numbers of the form agree with a number in which ?
// stands for any character; 0 if none does.
func (f *plateForm) fits(number string) float64 {
	if len(number) != len(f.pattern) {
		return 0
	}
	count := 1.0
	for i := 0; i < len(number); i++ {
		switch {
		case number[i] == '?':
			count *= formCount(f.pattern[i])
		case !formAllows(f.pattern[i], number[i]):
			return 0
		}
	}
	return count
}

// Fits returns how many numbers, and of how many there are in all, agree with
// what was read of the plate in the passenger and other forms of its state, or
// of all states where it is not known. A whole number fits once.
func (p LicensePlate) Fits() (fits, of float64) {
	if p.State != "" {
		return p.fitsIn(p.State)
	}
	for i := range states {
		f, o := p.fitsIn(states[i].code)
		fits, of = fits+f, of+o
	}
	return fits, of
}

func (p LicensePlate) fitsIn(state string) (fits, of float64) {
	forms := plateForms[state]
	for i := range forms {
		of += forms[i].count
		fits += p.fitsForm(&forms[i])
	}
	if len(forms) == 0 { // a state whose forms are not known: seven characters
		of = math.Pow(36, 7)
		fits = math.Pow(36, 7-float64(min(7, p.readCount())))
	}
	return fits, of
}

// readCount returns how many characters were read.
func (p LicensePlate) readCount() int {
	n := 0
	for i := 0; i < len(p.Number); i++ {
		if isAlphanumeric(p.Number[i]) {
			n++
		}
	}
	return n
}

// fitsForm returns how many numbers of the form agree, an open end filled up
// to the form's length. Where both ends are open the places that the part may
// have are added up.
func (p LicensePlate) fitsForm(f *plateForm) float64 {
	part := strings.Trim(p.Number, "…")
	open := len(f.pattern) - len(part)
	if open < 0 {
		return 0
	}
	first, last := 0, open
	if !strings.HasPrefix(p.Number, "…") {
		last = 0
	} else if !strings.HasSuffix(p.Number, "…") {
		first = open
	}
	if last == 0 && !strings.HasSuffix(p.Number, "…") && open > 0 {
		return 0
	}
	fits := 0.0
	for before := first; before <= last; before++ {
		fits += f.fits(strings.Repeat("?", before) + part + strings.Repeat("?", open-before))
	}
	return min(fits, f.count)
}
