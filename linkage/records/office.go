package records

import "strings"

// officeRows is how many rows must have one and the same number for it to be
// the office's own: no ring is behind fifty cases in a row and behind no other.
const officeRows = 50

// offices finds columns of phones, e-mails or links that hold the same in every row: the number of
// the unit, or of the hotline that took the tips. They are those of a
// professional, which link nothing.
func (in *inferrer) offices() {
	for i := range in.cols {
		c := &in.cols[i]
		if c.Role != "" || c.Field != FieldPhone && c.Field != FieldEmail && c.Field != FieldURL {
			continue
		}
		if filled, same := in.constant(i); same && filled >= officeRows {
			c.Role, c.Group = roles["officer"], "office" // a person of its own: what stands beside it is not the office's
			c.Why += "; the same in all rows, so the office's own"
		}
	}
}

// constant returns how many values column i has in the sample, and whether they are all the same
// apart from how they are written.
func (in *inferrer) constant(i int) (filled int, same bool) {
	first := ""
	for k := range in.t.Sample {
		text := in.t.Sample[k].Text(i)
		if isNothing(strings.TrimSpace(text)) {
			continue
		}
		core := bareValue(text)
		if filled++; filled == 1 {
			first = core
		} else if core != first {
			return filled, false
		}
	}
	return filled, true
}

// bareValue returns the last ten digits of a text that has so many, and else its letters and digits in lower case.
func bareValue(text string) string {
	var digits, all []byte
	for _, b := range []byte(strings.ToLower(text)) {
		if b >= '0' && b <= '9' {
			digits = append(digits, b)
		}
		if b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 0x80 {
			all = append(all, b)
		}
	}
	if len(digits) >= 10 {
		return string(digits[len(digits)-10:])
	}
	return string(all)
}
