package normalize

import "strings"

// milepost reads "Mile Marker 312", "MM 45.2" or "Exit 46" at i.
func (p *addressParser) milepost(i, end int) int {
	if p.out.Milepost != "" {
		return i
	}
	word, j := p.milepostAt(i, end)
	if j == i {
		return i
	}
	p.out.Milepost = word + " " + strings.ToUpper(p.tokens[j-1].raw)
	for ; j < end && (p.tokens[j].up == "ON" || p.tokens[j].up == "OF" || p.tokens[j].up == "OFF" || p.tokens[j].up == "ALONG"); j++ {
	}
	return j
}

// milepostAt returns what the number that counts miles or exits from i on is of, and
// where it ends, or i.
func (p *addressParser) milepostAt(i, end int) (word string, next int) {
	j, word := i, "Mile"
	second := ""
	if i+1 < end {
		second = p.tokens[i+1].up
	}
	switch p.tokens[i].up {
	case "MILE":
		if second == "MARKER" || second == "POST" || second == "MKR" {
			j = i + 2
		} else if i+1 < end && (p.tokens[i+1].kind == numberToken || strings.IndexByte(p.tokens[i+1].up, '.') > 0) && !p.tokens[i+1].brk {
			j = i + 1
		}
	case "MILEPOST", "MILEMARKER", "MM", "MP":
		j = i + 1
	case "EXIT":
		j, word = i+1, "Exit"
	}
	if j > i && j < end && p.tokens[j].kind == hashToken {
		j++
	}
	if j == i || j >= end || !p.tokens[j].hasDigit() || p.tokens[j].kind == ordinalToken {
		return "", i
	}
	return word, j + 1
}
