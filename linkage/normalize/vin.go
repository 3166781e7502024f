package normalize

import "strings"

// A VehicleID is a vehicle identification number as 49 CFR 565 and ISO 3779
// have it since 1981: 17 letters and digits without I, O and Q.
type VehicleID struct {
	Number string // canonical: upper case, 17 characters
	Make   string // by the manufacturer's prefix; "" if it is not in the table
	Year   int    // model year; 0 if the tenth character stands for none
	// Valid says that the check digit, the ninth character, is right.
	Valid bool
	remarks
}

// Kind returns [KindVIN].
func (v VehicleID) Kind() Kind { return KindVIN }

// Key returns the 17 characters.
func (v VehicleID) Key() string { return v.Number }

// Display returns the 17 characters.
func (v VehicleID) Display() string { return v.Number }

// WMI returns the world manufacturer identifier: the first three characters.
func (v VehicleID) WMI() string {
	if v.Number == "" {
		return ""
	}
	return v.Number[:3]
}

// Parts returns wmi, make, year, check and serial.
func (v VehicleID) Parts() []Part {
	if v.Number == "" {
		return nil
	}
	parts := []Part{{"wmi", v.Number[:3]}}
	parts = appendPart(parts, "make", v.Make)
	parts = appendPart(parts, "year", yearText(v.Year))
	return append(parts, Part{"check", v.Number[8:9]}, Part{"serial", v.Number[11:]})
}

// vinLength is the length of every number since model year 1981.
const vinLength = 17

// maxVINText bounds what is read: a number, its label and the marks in it.
const maxVINText = 128

// VIN returns the vehicle identification number in raw: "1FTYE1ZM5EKA00001",
// "VIN# 1ftye 1zm5e ka00001". The letters I, O and Q, which no number has, are
// read as 1, 0 and 0 with a note. A check digit that is wrong is an issue; so is
// a model year that the tenth character cannot stand for. It fails unless there
// are 17 characters. It takes about 0.2 µs.
func VIN(raw string) (VehicleID, error) {
	var v VehicleID
	if len(raw) > maxVINText {
		return v.fail("the text is too long for a VIN")
	}
	var buf [vinLength]byte
	n, reason := v.scan(&buf, cutVINLabel(raw))
	switch {
	case reason != "":
		return v.fail(reason)
	case n == 0:
		return v.fail("nothing is written")
	case n != vinLength:
		return v.fail("has not the 17 characters of a VIN")
	case oneCharacter(buf[:]):
		return v.fail("one character repeated is not a VIN")
	}
	v.Number = string(buf[:])
	v.Make = vinMake(v.Number)
	v.check()
	v.modelYear()
	return v, nil
}

func (v VehicleID) fail(reason string) (VehicleID, error) {
	v.doubt(reason)
	return VehicleID{remarks: v.remarks}, &Error{
		Kind: KindVIN, Reason: reason, Hint: "a VIN has 17 letters and digits, without I, O and Q",
	}
}

// vinLabels may stand before the number.
var vinLabels = []string{"VEHICLE IDENTIFICATION NUMBER", "VIN NUMBER", "VIN NO", "VIN", "SERIAL"}

// cutVINLabel returns the text after a label.
func cutVINLabel(raw string) string {
	raw = strings.TrimSpace(raw)
	if len(raw) <= vinLength {
		return raw
	}
	for _, label := range vinLabels {
		if len(raw) > len(label) && strings.EqualFold(raw[:len(label)], label) && !isAlphanumeric(raw[len(label)]) {
			return raw[len(label):]
		}
	}
	return raw
}

// scan copies the characters of the number into buf and returns how many there
// are, or the reason why it is none.
func (v *VehicleID) scan(buf *[vinLength]byte, text string) (n int, reason string) {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		case 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case c == ' ' || c == '-' || c == '.' || c == ':' || c == '#' || c == '*' && (n == 0 || n == vinLength) || c == '\t':
			continue
		case c == '?' || c == '_' || c == '*':
			return n, "has unread characters"
		default:
			return n, "has a character that no VIN has"
		}
		if c == 'I' || c == 'O' || c == 'Q' {
			v.note("I, O or Q read as 1 or 0: no VIN has them")
			c = vinRepairs[c-'I']
		}
		if n < vinLength {
			buf[n] = c
		}
		n++
	}
	return n, ""
}

func oneCharacter(s []byte) bool {
	for _, c := range s {
		if c != s[0] {
			return false
		}
	}
	return true
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// vinWeights and vinValues are those of 49 CFR 565.15(c); the check digit
// itself weighs nothing.
var (
	vinWeights = [vinLength]int{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}
	vinValues  = indexVINValues()
)

func indexVINValues() (values [256]int) {
	for c := '0'; c <= '9'; c++ {
		values[c] = int(c - '0')
	}
	for i, letters := range []string{"AJ", "BKS", "CLT", "DMU", "ENV", "FW", "GPX", "HY", "RZ"} {
		for _, c := range letters {
			values[c] = i + 1
		}
	}
	values['P'], values['R'] = 7, 9
	return values
}

// CheckDigit returns the ninth character that the others ask for.
func (v VehicleID) CheckDigit() byte {
	if v.Number == "" {
		return 0
	}
	sum := 0
	for i := range vinLength {
		sum += vinWeights[i] * vinValues[v.Number[i]]
	}
	return "0123456789X"[sum%11]
}

func (v *VehicleID) check() {
	v.Valid = v.Number[8] == v.CheckDigit()
	if !v.Valid {
		v.doubt("the check digit is wrong: a character is misread, or the vehicle was not made for North America")
	}
}

// yearLetters are the codes of 30 model years, 1980 and 2010 first (49 CFR 565.15).
const yearLetters = "ABCDEFGHJKLMNPRSTVWXY123456789"

// yearCycle is the number of years after which a code comes again.
const yearCycle = len(yearLetters)

// modelYear reads the tenth character. Cars and light trucks say by the
// seventh, a digit until 2009 and a letter since 2010, which of the two
// cycles it is. A later year than latestModelYear is the earlier one.
func (v *VehicleID) modelYear() {
	code := strings.IndexByte(yearLetters, v.Number[9])
	if code < 0 {
		v.doubt("the tenth character stands for no model year")
		return
	}
	v.Year = 1980 + code
	if c := v.Number[6]; c >= 'A' && v.Year+yearCycle <= latestModelYear {
		v.Year += yearCycle
	}
	v.heavyYear()
}

// latestModelYear is the last that a vehicle on the road can have. It is a
// constant, not the clock's year plus one, so that a number always reads the same.
const latestModelYear = 2028

// heavyYear corrects the year of motorcycles and heavy trucks, whose seventh
// character says nothing: a make that exists since 2010 only.
func (v *VehicleID) heavyYear() {
	if v.Year < 2010 && v.Year+yearCycle <= latestModelYear && modernMakes[v.Make] {
		v.Year += yearCycle
	}
}

// modernMakes sold no vehicle under a VIN of the cycle before 2010.
var modernMakes = map[string]bool{"Tesla": true, "Rivian": true, "Lucid": true, "Polestar": true, "Genesis": true, "Fisker": true}

func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return string([]byte{byte('0' + year/1000), byte('0' + year/100%10), byte('0' + year/10%10), byte('0' + year%10)})
}

// vinRepairs holds what I, O and Q are read as, from I on.
const vinRepairs = "1     0 0"
