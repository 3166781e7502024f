package index

// soundexCode has the digit of each letter: 0 is a vowel, which divides equal
// digits, and 8 is H or W, which does not.
var soundexCode = [26]byte{
	'0', '1', '2', '3', '0', '1', '2', '8', '0', '2', '2', '4', '5',
	'5', '0', '1', '2', '6', '2', '3', '0', '1', '8', '2', '0', '2',
}

// soundex returns the American Soundex code of a folded word (US National
// Archives, "Soundex System"): a letter and three digits. It is "" for a word
// that does not begin with a letter a–z or has other letters in it.
func soundex(word string) string {
	code := make([]byte, 0, 4)
	var last byte
	for i := range len(word) {
		c := word[i]
		if c < 'a' || c > 'z' {
			return ""
		}
		digit := soundexCode[c-'a']
		switch {
		case i == 0:
			code = append(code, c)
		case digit == '8':
			continue
		case digit != '0' && digit != last && len(code) < 4:
			code = append(code, digit)
		}
		last = digit
	}
	if len(code) == 0 {
		return ""
	}
	for len(code) < 4 {
		code = append(code, '0')
	}
	return string(code)
}

// sounds returns the codes of the words of a name.
func sounds(name string) []string {
	var codes []string
	for _, word := range terms(name) {
		if code := soundex(word); code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}
