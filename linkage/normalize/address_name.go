package normalize

import "strings"

// roadKey returns the canonical name: directions behind the suffix, ordinals in
// figures, the words of the name run together.
func (p *addressParser) roadKey(r road, name, nameEnd int) string {
	var buf [96]byte
	b := p.compactStreet(buf[:0], name, nameEnd, r.suffix != "")
	if r.suffix != "" {
		b = append(b, ' ')
		b = append(b, strings.ToUpper(r.suffix)...)
	}
	for _, d := range [2]string{r.pre, r.post} {
		if d != "" {
			b = append(b, ' ')
			b = append(b, d...)
		}
	}
	return strings.TrimPrefix(string(b), " ")
}

// bareKey returns the canonical name of the street in tokens i to end.
func (p *addressParser) bareKey(i, end int) string {
	var buf [96]byte
	return string(p.compactStreet(buf[:0], i, end, false))
}

// hundredAt reports whether tokens i and i+1 are the hundred of an ordinal that follows them: One
// Hundred Twenty-Fifth.
func (p *addressParser) hundredAt(i, end int) bool {
	t := &p.tokens[i]
	return i+2 < end && t.is(isNumberWord) && len(t.lex.number) == 1 && p.tokens[i+1].up == "HUNDRED" &&
		(p.tokens[i+2].is(isOrdinalWord) || i+3 < end && p.tokens[i+2].is(isNumberWord) && p.tokens[i+3].is(isOrdinalWord))
}

// compactStreet appends the canonical name of a street.
func (p *addressParser) compactStreet(b []byte, i, end int, suffixed bool) []byte {
	start := len(b)
	only := end == i+1
	for ; i < end; i++ {
		t := &p.tokens[i]
		switch {
		case p.hundredAt(i, end):
			b = append(b, t.lex.number...)
			if next := &p.tokens[i+2]; next.is(isOrdinalWord) && len(strings.TrimRight(next.lex.number, "DHNRST")) == 1 {
				b = append(b, '0')
			}
			i++
		case t.is(isNumberWord) && i+1 < end && p.tokens[i+1].is(isOrdinalWord) && len(t.lex.number) == 2 && len(p.tokens[i+1].lex.number) == 3:
			b = append(b, t.lex.number[0])
			b = append(b, p.tokens[i+1].lex.number...)
			i++
		case t.is(isOrdinalWord):
			b = append(b, t.lex.number...)
		case t.kind == ordinalToken:
			b = append(b, ordinalOf(t.up[:len(t.up)-2])...)
		case t.kind == numberToken && i == end-1 && suffixed && (only || p.tokens[i-1].kind == wordToken):
			b = append(b, ordinalOf(t.up)...)
		case t.up == "ST" && i+1 < end && len(b) == start:
			b = append(b, "SAINT"...)
		case t.lex.full != "" && !(only && len(t.up) == 1):
			b = append(b, t.lex.full...) // but E St is one of the streets A, B, C, …
		case t.kind == andToken:
			b = append(b, '&')
		default:
			for k := 0; k < len(t.up); k++ {
				if t.up[k] != '-' {
					b = append(b, t.up[k])
				}
			}
		}
	}
	switch string(b[start:]) {
	case "AVENUEOFTHEAMERICAS", "AVENUEOFAMERICAS":
		b = append(b[:start], "6TH AVE"...) // Manhattan's, renamed in 1945
	case "NYS", "NEWYORKSTATE", "NYSTATE":
		if i > 0 && suffixed && p.tokens[end].lex.suffix == "THWY" {
			b = b[:start]
		}
	case "THRUWAY":
		b = append(b[:start], "THWY"...)
	case "MLK", "MLKJR", "MLKING", "MARTINLUTHERKING", "DRMARTINLUTHERKING", "DRIVEMARTINLUTHERKINGJR", "DRIVEMARTINLUTHERKING", "REVDRIVEMARTINLUTHERKINGJR", "REVDRIVEMLK", "DRIVEMLK", "DRIVEMLKJR", "MARTINLKINGJR", "MARTINLKING":
		b = append(b[:start], "MARTINLUTHERKINGJR"...)
	}
	return b
}

// ordinalOf returns 42ND for 42 and 042.
func ordinalOf(digits string) string {
	digits = strings.TrimLeft(digits, "0")
	if len(digits) == 0 || len(digits) > 4 {
		return digits
	}
	n := 0
	for i := 0; i < len(digits); i++ {
		n = 10*n + int(digits[i]-'0')
	}
	return ordinal(n)
}

// title returns the words of tokens i to end in title case, as people read them.
func (p *addressParser) title(i, end int) string {
	if end == i+1 {
		return titleWord(p.tokens[i].raw)
	}
	var buf [64]byte
	b := buf[:0]
	for j := i; j < end; j++ {
		if j > i {
			b = append(b, ' ')
		}
		b = appendTitle(b, p.tokens[j].raw)
	}
	return string(b)
}

// titleWord returns a word in title case: words in one case only get a capital
// and small letters, others stay.
func titleWord(s string) string {
	var buf [32]byte
	b := appendTitle(buf[:0], s)
	if string(b) == s {
		return s
	}
	return string(b)
}

func appendTitle(b []byte, s string) []byte {
	lower, upper, digits := false, false, false
	for i := 0; i < len(s); i++ {
		lower = lower || lowerByte(s[i])
		upper = upper || upperByte(s[i])
		digits = digits || digitByte(s[i])
	}
	if lower && upper || len(s) == 1 && upper || digits && !isOrdinalEnd(strings.ToUpper(strings.TrimLeft(s, "0123456789"))) {
		if digits && lower && !upper {
			return append(b, strings.ToUpper(s)...)
		}
		return append(b, s...)
	}
	start := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case start && lowerByte(c):
			c -= 'a' - 'A'
		case !start && upperByte(c):
			c += 'a' - 'A'
		}
		start = c == '-' || c == '/'
		if digitByte(c) {
			start = false
		}
		b = append(b, c)
	}
	return b
}
