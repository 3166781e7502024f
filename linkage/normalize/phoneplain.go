package normalize

import "strings"

// plainNorthAmerican reads the forms in which nearly all numbers of county
// files stand: ten digits, perhaps after 1 or +1, with blanks, dots, dashes,
// slashes and parentheses between, perhaps an extension after. It takes no
// memory beyond the digits. What it takes, libphonenumber reads the same.
func plainNorthAmerican(raw string) (digits, extension string, ok bool) {
	s := strings.TrimSpace(raw)
	var d [11]byte
	n, i := 0, 0
	if strings.HasPrefix(s, "+") {
		if !strings.HasPrefix(s, "+1") {
			return "", "", false
		}
		i = 1
	}
	for ; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			if n == len(d) || n == 10 && d[0] != '1' {
				return "", "", false
			}
			d[n] = c
			n++
			continue
		}
		if !strings.ContainsRune(" -./()", rune(c)) || n >= 10 && !(n == 10 && d[0] == '1') {
			break
		}
	}
	number := d[:n]
	if n == 11 && d[0] == '1' {
		number = d[1:]
	}
	if len(number) != 10 || number[0] < '2' {
		return "", "", false
	}
	rest := strings.TrimSpace(s[i:])
	if rest == "" {
		return string(number), "", true
	}
	extension, ok = plainExtension(rest)
	return string(number), extension, ok
}

// maxExtension is the longest extension that libphonenumber reads after an
// unambiguous label.
const maxExtension = 7

// plainExtension reads "x12", "ext. 6010", "Ext: 6010", "extension 5", "#3".
func plainExtension(s string) (string, bool) {
	s = strings.ToLower(s)
	for _, label := range []string{"extension", "ext", "x", "#"} {
		rest, found := strings.CutPrefix(s, label)
		if !found {
			continue
		}
		rest = strings.TrimLeft(rest, " .:")
		if rest == "" || len(rest) > maxExtension || strings.Trim(rest, "0123456789") != "" {
			return "", false
		}
		return rest, true
	}
	return "", false
}
