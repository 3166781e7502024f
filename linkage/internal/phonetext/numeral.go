package phonetext

// numeral takes digits lo to hi of the run, which end the run, and returns where reading goes on:
// behind a date, time, or the like that they begin.
func (s *scanner) numeral(lo, hi, end int) int {
	start := s.offset(lo, end)
	if past := s.otherNumber(start, end); past > end {
		s.flush()
		s.measure = false // "DOB 01/02/1990": that was the number announced
		s.since = between{}
		s.since.wide = true
		return past
	}
	t := token{start: start, end: end, role: roleNumeral, digits: string(s.run[lo:hi])}
	if isMoney(s.text, start) {
		t.money, t.role = true, roleBlocked
	}
	if end < len(s.text) && (s.text[end] == '%' || s.text[end] == '$') && len(t.digits) <= 4 {
		t.role = roleBlocked
	}
	s.push(t)
	return end
}

// isMoney reports whether a currency sign stands before byte i.
func isMoney(text string, i int) bool {
	if i > 0 && text[i-1] == ' ' {
		i--
	}
	if i > 0 && text[i-1] == '$' {
		return i < 2 || !isDigit(text[i-2]) // "80$ 585 555 0142"
	}
	return i > 1 && text[i-2:i] == "£" || i > 2 && text[i-3:i] == "€"
}

// otherNumber returns the end of a time, date, IP address, coordinate, height
// or amount with thousands that starts at start; its first digits end at end.
// It returns 0 if there is none.
func (s *scanner) otherNumber(start, end int) int {
	if end-start > 4 || end >= len(s.text) {
		return 0
	}
	if n := len(s.chain); n > 0 && s.chain[n-1].end == start-1 && s.text[start-1] == s.text[end] {
		return 0 // in the middle of digits divided by marks
	}
	switch s.text[end] {
	case ':':
		return timeEnd(s.text, start, end)
	case '/', '-':
		if past := roundTheClock(s.text, start, end); past > 0 {
			return past
		}
		return dateEnd(s.text, start)
	case '.':
		if past := octetsEnd(s.text, start); past > 0 {
			return past
		}
		if past := dateEnd(s.text, start); past > 0 {
			return past
		}
		return coordinateEnd(s.text, start, end)
	case ',':
		return thousandsEnd(s.text, start)
	case '\'':
		return heightEnd(s.text, start, end)
	}
	return 0
}

// digitsEnd returns the end of the ASCII digits from i on.
func digitsEnd(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

func number(text string, from, to int) int {
	n := 0
	for _, c := range []byte(text[from:min(to, from+5)]) {
		n = n*10 + int(c-'0')
	}
	return n
}

// timeEnd reads "9:30", "08:00:15".
func timeEnd(text string, start, colon int) int {
	to := digitsEnd(text, colon+1)
	if colon-start > 2 || to-colon != 3 || number(text, start, colon) > 24 || number(text, colon+1, to) > 59 {
		return 0
	}
	if to+1 < len(text) && text[to] == ':' && isDigit(text[to+1]) {
		seconds := digitsEnd(text, to+1)
		if seconds-to != 3 || seconds < len(text) && text[seconds] == ':' {
			return 0
		}
		return seconds
	}
	return to
}

// dateEnd reads "3/10/1984", "31.8.11", "2012-01-02".
func dateEnd(text string, start int) int {
	var from, to [3]int
	at := start
	for k := range 3 {
		from[k] = at
		to[k] = digitsEnd(text, at)
		if to[k] == at {
			return 0
		}
		at = to[k]
		if k < 2 {
			if at >= len(text) || text[at] != text[to[0]] {
				return 0
			}
			at++
		}
	}
	if at+1 < len(text) && text[at] == text[to[0]] && isDigit(text[at+1]) {
		return 0 // goes on: digits divided by dashes
	}
	length := func(k int) int { return to[k] - from[k] }
	value := func(k int) int { return number(text, from[k], to[k]) }
	yearFirst := length(0) == 4 && length(1) <= 2 && length(2) <= 2 && isYear(value(0)) && value(1) <= 12 && value(2) <= 31
	yearLast := length(0) <= 2 && length(1) <= 2 && (length(2) == 2 || length(2) == 4 && isYear(value(2))) &&
		value(0) >= 1 && value(1) >= 1 && value(0) <= 31 && value(1) <= 31 && min(value(0), value(1)) <= 12
	if yearFirst || yearLast {
		return at
	}
	return 0
}

func isYear(n int) bool { return n >= 1900 && n < 2100 }

// octetsEnd reads an IPv4 address.
func octetsEnd(text string, start int) int {
	at := start
	for k := range 4 {
		to := digitsEnd(text, at)
		if to == at || to-at > 3 || number(text, at, to) > 255 {
			return 0
		}
		at = to
		if k < 3 {
			if at >= len(text) || text[at] != '.' {
				return 0
			}
			at++
		}
	}
	if at < len(text) && charAt(text, at).class == classZero {
		return 0 // a keycap: its last digit is written otherwise than the others
	}
	if at+1 < len(text) && text[at] == '.' && (isDigit(text[at+1]) || startsNumberWord(text[at+1:])) {
		return 0
	}
	return at
}

// startsNumberWord reports whether text begins with a digit's name.
func startsNumberWord(text string) bool {
	var folded [maxLeet]byte
	n := 0
	for n < len(folded) && n < len(text) && isWordByte(text[n]) {
		folded[n] = asciiFold(text[n])
		n++
	}
	return look(folded[:n]).role == roleUnit
}

// coordinateEnd reads a decimal of at most 180 with four or more places, three
// if it has a sign, and other than "1.5855550142".
func coordinateEnd(text string, start, point int) int {
	to := digitsEnd(text, point+1)
	places := to - point - 1
	if point-start > 3 || number(text, start, point) > 180 || places < 3 || places == 10 {
		return 0
	}
	if to+1 < len(text) && (text[to] == '.' || text[to] == '-') && isDigit(text[to+1]) {
		return 0
	}
	signed := start > 0 && (text[start-1] == '-' || text[start-1] == '+')
	if places == 3 && !signed {
		return 0
	}
	return to
}

// thousandsEnd reads "1,234,567".
func thousandsEnd(text string, start int) int {
	at := digitsEnd(text, start)
	if at-start > 3 {
		return 0
	}
	groups := 0
	for at+3 < len(text) && text[at] == ',' && digitsEnd(text, at+1) == at+4 {
		at += 4
		groups++
	}
	if groups == 0 || at+1 < len(text) && text[at] == ',' && isDigit(text[at+1]) {
		return 0
	}
	return at
}

// roundTheClock reads "24/7".
func roundTheClock(text string, start, end int) int {
	if text[start:end] == "24" && end+1 < len(text) && text[end+1] == '7' && digitsEnd(text, end+1) == end+2 {
		if end+2 < len(text) && text[end+2] == text[end] {
			return 0
		}
		return end + 2
	}
	return 0
}

// heightEnd reads 5'4 and 5'11".
func heightEnd(text string, start, mark int) int {
	to := digitsEnd(text, mark+1)
	if mark-start != 1 || to == mark+1 || to > mark+3 {
		return 0
	}
	return to
}
