package normalize

import (
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"github.com/tflink/tflink/linkage/internal/phonetext"
)

// DefaultRegion is the region whose dialling rules are used where none is given.
const DefaultRegion = "US"

// maxPhoneBytes is the longest text that [Phone] reads as one number: twice
// what libphonenumber takes, since disguised numbers are wordy.
const maxPhoneBytes = 500

// A PhoneNumber is a telephone number. Its key is its E.164 form, such as
// "+15855550142"; an extension is a part and not in the key.
type PhoneNumber struct {
	remarks
	e164      string
	extension string
	letters   string
}

// Kind returns KindPhone.
func (p PhoneNumber) Kind() Kind { return KindPhone }

// Key returns the number in E.164 form, "" if it could not be read.
func (p PhoneNumber) Key() string { return p.e164 }

// Extension returns the digits to dial once connected; "" if there are none.
func (p PhoneNumber) Extension() string { return p.extension }

// Letters returns the letters of a vanity number, such as "FARM"; "" if there are none.
func (p PhoneNumber) Letters() string { return p.letters }

// IsNorthAmerican reports whether the number belongs to the North American
// numbering plan, country code 1.
func (p PhoneNumber) IsNorthAmerican() bool {
	return len(p.e164) == len("+15855550142") && p.e164[1] == '1'
}

// AreaCode returns the three digits of a North American area code, "" elsewhere.
func (p PhoneNumber) AreaCode() string {
	if !p.IsNorthAmerican() {
		return ""
	}
	return p.e164[2:5]
}

// Display returns "585-555-0142", with " x12" for an extension; a number of
// another plan in the international form, such as "+52 33 1234 5678".
func (p PhoneNumber) Display() string {
	s := p.e164
	if p.IsNorthAmerican() {
		s = string(AppendShownPhone(nil, p.e164))
	} else if n, err := phonenumbers.Parse(p.e164, ""); err == nil {
		s = phonenumbers.Format(n, phonenumbers.INTERNATIONAL)
	}
	if p.extension != "" {
		s += " x" + p.extension
	}
	return s
}

// AppendShownPhone appends "585-555-0142", as which the North American number of
// key "+15855550142" is displayed when it has no extension. For another key it
// appends nothing.
func AppendShownPhone(dst []byte, key string) []byte {
	if len(key) != len("+15855550142") || key[1] != '1' {
		return dst
	}
	dst = append(append(dst, key[2:5]...), '-')
	dst = append(append(dst, key[5:8]...), '-')
	return append(dst, key[8:]...)
}

// Parts returns country_code, area_code, exchange, line (North American
// numbers) or national (others), extension and letters.
func (p PhoneNumber) Parts() []Part {
	var parts []Part
	if p.IsNorthAmerican() {
		parts = append(parts, Part{"country_code", "1"}, Part{"area_code", p.e164[2:5]},
			Part{"exchange", p.e164[5:8]}, Part{"line", p.e164[8:]})
	} else if n, err := phonenumbers.Parse(p.e164, ""); err == nil {
		code := strconv.Itoa(int(n.GetCountryCode()))
		parts = append(parts, Part{"country_code", code}, Part{"national", p.e164[1+len(code):]})
	}
	parts = appendPart(parts, "extension", p.extension)
	return appendPart(parts, "letters", p.letters)
}

// Phone reads one telephone number, dialled from region (an ISO 3166 country
// code; "" means US).
//
// libphonenumber is the authority; plain North American forms take a path of
// their own that agrees with it and is a hundred times as fast. Forms that
// people use to hide a number from machines ("five8five-555-o1four2") are
// read too. A number without its area code is not read; a number that no one
// can have, such as 000-000-0000, is not read either.
//
// A number that is possible but not assigned is read with a doubt. Numbers
// 555-0100 to 555-0199, kept for fiction, are numbers like any other.
func Phone(raw, region string) (PhoneNumber, error) {
	if region == "" {
		region = DefaultRegion
	}
	plan := isNorthAmericanRegion(region)
	if plan {
		if digits, ext, ok := plainNorthAmerican(raw); ok {
			return northAmerican(digits, ext, "")
		}
	}
	if len(raw) > maxPhoneBytes {
		return unreadablePhone("too long for one telephone number")
	}
	if p, ok := international(raw, region); ok {
		return p, nil
	}
	if !plan {
		return unreadablePhone("no number that can be dialled from the region")
	}
	return disguised(raw)
}

// isNorthAmericanRegion reports whether numbers dialled from region are North
// American ones.
func isNorthAmericanRegion(region string) bool {
	return region == DefaultRegion || phonenumbers.GetCountryCodeForRegion(region) == 1
}

// northAmerican makes a number of ten digits.
func northAmerican(digits, extension, letters string) (PhoneNumber, error) {
	if isPlaceholder(digits) {
		return unreadablePhone("a placeholder, not a telephone number")
	}
	p := PhoneNumber{e164: "+1" + digits, extension: extension, letters: letters}
	switch {
	case !phonetext.IsAreaCode(digits[:3]):
		p.doubt("area code " + digits[:3] + " is not in use")
	case digits[3] < '2':
		p.doubt("an exchange does not start with " + digits[3:4])
	}
	if extension != "" {
		p.note("extension kept apart")
	}
	return p, nil
}

// isPlaceholder reports whether ten digits are what people type into a field
// that wants a number: one digit repeated, digits in order, or a number that is
// nobody's in any area code.
func isPlaceholder(digits string) bool {
	if len(digits) == 10 && (phonePlaceholders[digits[3:]] || digits[3:6] == "000") {
		return true
	}
	return strings.Count(digits, digits[:1]) == len(digits) ||
		strings.Contains("01234567890", digits) || strings.Contains("09876543210", digits)
}

// international reads a number written with its country code, or as it is
// dialled in a region outside the North American plan.
func international(raw, region string) (PhoneNumber, bool) {
	trimmed := strings.TrimSpace(raw)
	if i := strings.IndexByte(trimmed, ':'); i > 0 && i <= len("whatsapp") && !strings.ContainsAny(trimmed[:i], "0123456789+") {
		trimmed = strings.TrimSpace(trimmed[i+1:])
	}
	abroad := strings.HasPrefix(trimmed, "+") && !strings.HasPrefix(trimmed, "+1") || strings.HasPrefix(trimmed, "011")
	if !abroad && isNorthAmericanRegion(region) {
		return PhoneNumber{}, false
	}
	n, err := phonenumbers.Parse(trimmed, region)
	if err != nil || !phonenumbers.IsPossibleNumber(n) {
		return PhoneNumber{}, false
	}
	p := PhoneNumber{e164: phonenumbers.Format(n, phonenumbers.E164), extension: n.GetExtension()}
	if isPlaceholder(p.e164[len(p.e164)-min(10, len(p.e164)-1):]) {
		return PhoneNumber{}, false
	}
	if !phonenumbers.IsValidNumber(n) {
		p.doubt("no such number is assigned in its country")
	}
	if p.extension != "" {
		p.note("extension kept apart")
	}
	return p, true
}

// disguised reads the first North American number that stands in raw in
// whatever form.
func disguised(raw string) (PhoneNumber, error) {
	hits := phonetext.Find(raw, phonetext.Cell)
	for _, h := range hits {
		if h.Abroad {
			continue
		}
		p, err := northAmerican(h.Digits, h.Extension, h.Letters)
		if err != nil {
			continue
		}
		if len(hits) > 1 {
			p.doubt("more than one number; one is taken")
		}
		if h.Confidence < phonetext.Sure {
			p.doubt("read from an unusual form")
		}
		return p, nil
	}
	return unreadablePhone(whyNoPhone(raw))
}

// whyNoPhone says why a text in which no number was found cannot be read.
func whyNoPhone(raw string) string {
	var d []byte
	for i := range len(raw) {
		if isDigit(raw[i]) {
			d = append(d, raw[i])
		}
	}
	digits := len(d)
	switch {
	case strings.TrimSpace(raw) == "":
		return "empty"
	case digits == 0:
		return "no digits"
	case digits == 7:
		return "seven digits: the area code is missing"
	case digits >= 10 && isPlaceholder(string(d)):
		return "a placeholder, not a telephone number"
	case digits < 10:
		return "too few digits for a telephone number"
	}
	return "digits that are not a telephone number"
}

func unreadablePhone(reason string) (PhoneNumber, error) {
	var p PhoneNumber
	p.doubt(reason)
	return p, &Error{Kind: KindPhone, Reason: reason, Hint: "give the number with its area code, such as 585-555-0142"}
}
