package normalize

import "strings"

// A LicensePlate is a vehicle's registration plate.
type LicensePlate struct {
	// State is the postal code of the state of issue; "" if it is not known.
	State string
	// Number holds the letters and digits, upper case; ? stands for one
	// character that was not read, … for any number of them at an end.
	Number string
	// Pattern is the form of the state's plates that the number has, A for a
	// letter and 9 for a digit; "" if it has none of them or is partial.
	Pattern string
	// Class is what the form is for: passenger, commercial, taxi …; "" if it is not known.
	Class string
	// Partial says that characters were not read.
	Partial bool
	remarks
}

// Kind returns [KindPlate].
func (p LicensePlate) Kind() Kind { return KindPlate }

// UnknownState stands for the state in the key of a plate whose state is not known.
const UnknownState = "??"

// Key returns state and number: "NY KAB1042"; "?? KAB1042" where the state is
// not known, which is another key than that of any state.
func (p LicensePlate) Key() string {
	switch {
	case p.Number == "":
		return ""
	case p.State == "":
		return UnknownState + " " + p.Number
	}
	return p.State + " " + p.Number
}

// NumberKey returns the number without the state, look-alikes untouched.
func (p LicensePlate) NumberKey() string { return p.Number }

// Display returns state and number with a hyphen where letters and digits meet
// once: "NY KAB-1042"; without a state it is the key, for letters after a hyphen
// could be read as one.
func (p LicensePlate) Display() string {
	if p.State == "" {
		return p.Key()
	}
	return string(AppendShownPlate(nil, p.Key()))
}

// AppendShownPlate appends "NY KAB-1042", as which the plate of key "NY KAB1042" is displayed.
func AppendShownPlate(dst []byte, key string) []byte {
	number := strings.IndexByte(key, ' ') + 1
	if number == 0 || key[:number-1] == UnknownState {
		return append(dst, key...)
	}
	at := number + hyphenAt(key[number:])
	if at == number {
		return append(dst, key...)
	}
	dst = append(append(dst, key[:at]...), '-')
	return append(dst, key[at:]...)
}

// hyphenAt returns where a hyphen stands between letters and digits: both sides have two
// characters or more and they meet only once. Else it is 0.
func hyphenAt(number string) int {
	at := -1
	for i := 1; i < len(number); i++ {
		if !isAlphanumeric(number[i]) || !isAlphanumeric(number[i-1]) {
			return 0
		}
		if isDigit(number[i]) != isDigit(number[i-1]) {
			if at >= 0 {
				return 0
			}
			at = i
		}
	}
	if at < 2 || at > len(number)-2 {
		return 0
	}
	return at
}

// Parts returns state, number, pattern, class and, of a partial plate, partial.
func (p LicensePlate) Parts() []Part {
	var parts []Part
	parts = appendPart(parts, "state", p.State)
	parts = appendPart(parts, "number", p.Number)
	parts = appendPart(parts, "pattern", p.Pattern)
	parts = appendPart(parts, "class", p.Class)
	if p.Partial {
		parts = append(parts, Part{"partial", "yes"})
	}
	return parts
}

// maxPlateText bounds what is read of a cell, in bytes; maxPlate the
// characters of a number: no state allows more than eight.
const (
	maxPlateText = 256
	maxPlate     = 8
)

// Plate returns the plate in raw. The state is a postal code, a name (of a state, or of Ontario or Quebec), a FIPS
// code or ""; one in the text goes before it: "NY KAB1042", "KAB-1042 (PA)",
// "NY tag udw-2016", "Pennsylvania plate KAB 1042". The characters ?, _ and *
// are ones that were not read; "ends 42", "last four 1042" and "first 3 KAB" leave open how many.
//
// A state that is not known, a number that has none of the state's forms
// (a personalised plate, or one misread) and a partial number are issues. It
// fails where there is no number, or more than one. A plain plate takes about
// 0.2 µs.
func Plate(raw, state string) (LicensePlate, error) {
	p := LicensePlate{State: PlateState(state)}
	if p.State == "" && strings.TrimSpace(state) != "" {
		p.doubt("the state given is not a state")
	}
	if p.plain(raw) {
		p.classify()
		return p, nil
	}
	return readPlate(raw, p)
}

// plain reads "KAB1042" and "KAB-1042" where the state is given, and "NY
// KAB1042" where it is not or is the same.
func (p *LicensePlate) plain(raw string) bool {
	if len(raw) > 3 && raw[2] == ' ' && isCapital(raw[0]) {
		if code := stateBy[raw[:2]]; code != "" && (p.State == "" || p.State == code) {
			return p.plainNumber(raw[3:], code)
		}
	}
	return p.State != "" && p.plainNumber(raw, p.State)
}

// plainNumber sets number and state if there is nothing in raw but letters,
// digits and a hyphen.
func (p *LicensePlate) plainNumber(raw, state string) bool {
	var buf [maxPlate]byte
	n, digits := 0, false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		case 'A' <= c && c <= 'Z':
		case isDigit(c):
			digits = true
		case c == '-' && i > 2: // not after two letters, which may be a state's
			continue
		default:
			return false
		}
		if n == maxPlate {
			return false
		}
		buf[n] = c
		n++
	}
	if n < 4 || !digits || oneCharacter(buf[:n]) {
		return false
	}
	p.State, p.Number = state, string(buf[:n])
	return true
}

// classify finds the form of the number and says what is doubtful in it.
func (p *LicensePlate) classify() {
	p.Partial = strings.ContainsAny(p.Number, "?…")
	if p.State == "" {
		p.doubt("the state of issue is not known")
	}
	if p.Partial {
		p.doubt("a partial plate: characters were not read")
		return
	}
	if p.State == "" {
		return
	}
	form, known := plateFormOf(p.State, p.Number)
	switch {
	case form != nil:
		p.Pattern, p.Class = form.pattern, form.class
	case known:
		p.doubt("not a form of " + p.State + ": personalised, misread, or another state's")
	}
}
