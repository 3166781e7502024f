package phonetext

// bar reports whether the vertical bar at byte i stands for a 1, as in "9|7-555-0|42": it is one
// of the three or four characters of a group, the others being digits and letters that look like them.
// At the end of three or four it divides: "585|555|0142".
func (s *scanner) bar(i int) bool {
	const least, most = 3, 4
	from, to := i, i+1
	for from > 0 && i-from < most && isGroupByte(s.text[from-1]) {
		from--
	}
	for to < len(s.text) && to-i <= most && isGroupByte(s.text[to]) {
		to++
	}
	if to-from != least && (to-from != most || s.text[from] == '|' || s.text[to-1] == '|') {
		return false
	}
	digits, bars := 0, 0
	for _, c := range []byte(s.text[from:to]) {
		switch {
		case c == '|':
			bars++
		case isDigit(c):
			digits++
		case alikeDigits[c] == 0:
			return false
		}
	}
	return digits > 0 && bars < least
}

func isGroupByte(c byte) bool { return c == '|' || isWordByte(c) }
