package normalize

import (
	"strings"

	"github.com/tflink/tflink/linkage/internal/phonetext"
)

// Phones reads every number of a cell, in order and each once: "(607) 378-4677
// or 378-4680" holds two, of which the second has the first one's area code.
// The second result holds the pieces with digits that could not be read.
func Phones(raw, region string) ([]PhoneNumber, []string) {
	if p, err := Phone(raw, region); err == nil && len(p.issues) == 0 {
		return []PhoneNumber{p}, nil
	}
	var (
		numbers []PhoneNumber
		unread  []string
		seen    = map[string]bool{}
		end     int
	)
	add := func(p PhoneNumber) {
		if !seen[p.e164] {
			seen[p.e164] = true
			numbers = append(numbers, p)
		}
	}
	for _, h := range phonetext.Find(raw, phonetext.Cell) {
		p, err := phoneOfHit(raw, h, region)
		if err != nil {
			continue
		}
		unread = appendUnread(unread, raw[end:h.Start])
		end = h.End
		add(p)
	}
	if len(numbers) > 0 {
		return numbers, appendUnread(unread, raw[end:])
	}
	for _, piece := range strings.FieldsFunc(raw, func(r rune) bool { return strings.ContainsRune(";,|\n", r) }) {
		if p, err := Phone(piece, region); err == nil {
			add(p)
		} else {
			unread = appendUnread(unread, piece)
		}
	}
	return numbers, unread
}

// phoneOfHit normalises what the scanner found at h.
func phoneOfHit(raw string, h phonetext.Hit, region string) (PhoneNumber, error) {
	if h.Abroad {
		return Phone(raw[h.Start:h.End], region)
	}
	return northAmerican(h.Digits, h.Extension, h.Letters)
}

// minUnread is the least number of digits for which a piece of a cell that
// could not be read is worth reporting: fewer are no telephone number.
const minUnread = 5

func appendUnread(list []string, piece string) []string {
	digits := 0
	for i := range len(piece) {
		if piece[i] >= '0' && piece[i] <= '9' {
			digits++
		}
	}
	if digits < minUnread {
		return list
	}
	return append(list, strings.Trim(piece, " \t\r\n,;/|&"))
}

// PhoneFromDigits returns the North American number of ten digits, such as a
// scanner of running text has put together; extension and letters may be empty.
func PhoneFromDigits(digits, extension, letters string) (PhoneNumber, error) {
	if len(digits) != 10 || strings.Trim(digits, "0123456789") != "" {
		return unreadablePhone("not ten digits")
	}
	return northAmerican(digits, extension, letters)
}
