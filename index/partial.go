package index

import "strings"

const (
	// minPartial is the shortest part of an identifier that finds it: two
	// characters stand in nearly all of them.
	minPartial = 3
	// maxPartial is how much of an identifier can be found by parts: a VIN has
	// 17 characters.
	maxPartial = 32
)

// compact returns the letters and digits of an identifier, lower case, with O
// and I as the digits that they are taken for. at[i] is where the i-th stands
// in s.
func compact(s string) (text string, at []int) {
	var b strings.Builder
	for i := 0; i < len(s) && b.Len() < maxPartial; i++ {
		c := s[i]
		switch {
		case c == 'o' || c == 'O':
			c = '0'
		case c == 'i' || c == 'I':
			c = '1'
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		default:
			continue
		}
		b.WriteByte(c)
		at = append(at, i)
	}
	return b.String(), at
}

// endMark comes after the last character of an identifier.
const endMark = "$"

// grams returns the parts of the shortest length, one beginning at each
// character. So a longer part of an identifier is a phrase of them. There are few
// different ones, which keeps the index small: each end of each identifier as a
// term of its own took twice as long to index.
func grams(text string) []string {
	var list []string
	for i := 0; i+minPartial <= len(text); i++ {
		list = append(list, text[i:i+minPartial])
	}
	return list
}
