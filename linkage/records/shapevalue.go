package records

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// What single values look like. These tests run on every cell of a sample and
// only have to be right for most of a column: they are coarser than package
// normalize, which reads the values afterwards.

// isPhone reports whether a text holds phone numbers and little else.
func isPhone(text string) bool {
	if len(text) < 7 || len(text) > 120 || isDate(text) {
		return false
	}
	c := countLetters(text)
	if c.digits < 7 || c.letters > c.digits+8 {
		return false
	}
	groups := digitGroups(text)
	for i := range groups {
		if isPhoneAt(text, groups[i:]) {
			return true
		}
	}
	return false
}

// A digitGroup is a run of digits in a text.
type digitGroup struct{ start, end int }

func (g digitGroup) len() int { return g.end - g.start }

func digitGroups(text string) []digitGroup {
	var groups []digitGroup
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		start := i
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		groups = append(groups, digitGroup{start, i})
	}
	return groups
}

// isPhoneAt reports whether the first groups are a phone as North Americans divide it: 3-3-4,
// 3-4 or undivided, with a leading 1 or without.
func isPhoneAt(text string, g []digitGroup) bool {
	if len(g) > 1 && g[0].len() == 1 && text[g[0].start] == '1' {
		g = g[1:]
	}
	near := func(i int) bool { return i < len(g) && g[i].start-g[i-1].end <= 3 }
	switch n := g[0].len(); {
	case n == 10:
		return plausibleNumber(text[g[0].start:g[0].end])
	case n == 11 && text[g[0].start] == '1':
		return plausibleNumber(text[g[0].start+1 : g[0].end])
	case n == 3 && near(1) && g[1].len() == 3 && near(2) && g[2].len() == 4:
		return text[g[0].start] >= '2'
	case n == 3 && near(1) && (g[1].len() == 7):
		return text[g[0].start] >= '2'
	case n == 3 && near(1) && g[1].len() == 4:
		return text[g[0].start] >= '2' && text[g[0].end] != ' ' && g[1].end == len(text) && g[0].start == 0
	case n == 2 && near(1) && strings.HasPrefix(strings.TrimSpace(text), "+"):
		return true
	case n == 6 && near(1) && g[1].len() == 4:
		return plausibleNumber(text[g[0].start:g[0].end] + text[g[1].start:g[1].end])
	}
	return false
}

// plausibleNumber reports whether ten digits can be a North American number:
// neither area code nor exchange begins with 0 or 1.
func plausibleNumber(d string) bool { return d[0] >= '2' && d[3] >= '2' }

func isEmail(text string) bool {
	at := strings.IndexByte(text, '@')
	return at > 0 && strings.Contains(text[at:], ".") && countWords(text) <= 4 && !strings.Contains(text, "://")
}

func isURL(text string) bool {
	lower := strings.ToLower(text)
	if strings.Contains(lower, "://") || strings.HasPrefix(lower, "www.") {
		return countWords(text) <= 3
	}
	if strings.ContainsAny(text, " @") {
		return false
	}
	host, _, _ := strings.Cut(lower, "/")
	dot := strings.LastIndexByte(host, '.')
	return dot > 0 && len(host)-dot-1 >= 2 && len(host)-dot-1 <= 6 && countLetters(host[dot+1:]).letters == len(host)-dot-1 && countLetters(host).letters > 3
}

// isHandle reports whether a text is a name that somebody uses online, or
// several, each with the platform or without: "@jade_spa; Snapchat: lotus7".
func isHandle(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ;,/|()\n", r) })
	names, others := 0, 0
	for _, w := range words {
		switch {
		case isHandleWord(w):
			names++
		case !isPlatformName(strings.Trim(w, ":-.")):
			others++
		}
	}
	return names > 0 && others <= names/2 && len(text) <= 200
}

// isHandleWord reports whether a word without spaces can be a handle: marked by
// an @, or with a mark or digit that plain words don't have.
func isHandleWord(w string) bool {
	if platform, name, ok := strings.Cut(w, ":"); ok && isPlatformName(platform) {
		return name == "" || len(name) >= 2
	}
	name, at := strings.CutPrefix(w, "@")
	if len(name) < 2 || len(name) > 40 {
		return false
	}
	c := countLetters(name)
	marks := strings.Count(name, "_") + strings.Count(name, ".") + strings.Count(name, "-")
	return c.letters > 0 && c.other == marks && (at || marks > 0 && !strings.HasSuffix(name, ".") || c.digits > 0 && c.letters > c.digits)
}

func isVIN(text string) bool {
	text = strings.ReplaceAll(strings.ReplaceAll(text, " ", ""), "-", "")
	if len(text) < 16 || len(text) > 18 {
		return false
	}
	c := countLetters(text)
	return c.digits >= 4 && c.letters+c.digits == len(text) && c.letters >= 1
}

// isPlate reports whether a text can be a licence plate, with a state or without.
func isPlate(text string) bool {
	if len(text) > 24 || isDate(text) {
		return false
	}
	c := countLetters(text)
	if c.digits == 0 || c.digits > 8 || c.letters > 12 {
		return false
	}
	longest := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '(' || r == ')' || r == ',' || r == ':' || r == '/' }) {
		longest = max(longest, len(strings.ReplaceAll(w, "-", "")))
	}
	return longest >= 2 && longest <= 8 && c.letters+c.digits >= 4 && c.spaces <= 3
}

func isState(text string) bool {
	return usStates[strings.ToLower(strings.Trim(text, ". "))]
}

// isZIP reports whether a text is a ZIP code, perhaps one that a spreadsheet
// took the leading zero from, or a postcode of Canada, which is next door, or Britain.
func isZIP(text string) bool {
	zip, plus, ok := strings.Cut(strings.TrimSuffix(text, ".0"), "-")
	if allDigits(zip) {
		return (!ok || len(plus) == 4 && allDigits(plus)) && (len(zip) == 5 || len(zip) == 9 || len(zip) == 4)
	}
	c := countLetters(text)
	return c.letters >= 2 && c.digits >= 2 && c.other == 0 && c.spaces <= 1 && len(text) >= 5 && len(text) <= 8 &&
		text[0] > '9' && text[len(text)-3] >= '0' && text[len(text)-3] <= '9'
}

var months = wordSet(`jan feb mar apr may jun jul aug sep oct nov dec ene abr ago dic set sept january february march april june july
	august september october november december`)

// isDate reports whether a text begins with a date.
func isDate(text string) bool {
	if len(text) < 6 {
		return false
	}
	g := digitGroups(text[:min(len(text), 40)])
	if len(g) == 0 || g[0].start > 12 {
		return false
	}
	value := func(i int) int { return atoi(text[g[i].start:g[i].end]) }
	between := func(i int) string { return text[g[i].end:g[i+1].start] }
	if g[0].start == 0 && len(g) >= 3 && len(between(0)) == 1 && between(0) == between(1) && strings.Contains("/-.", between(0)) {
		a, b, c := value(0), value(1), value(2)
		switch {
		case g[0].len() == 4:
			return a >= 1800 && a < 2100 && b >= 1 && b <= 12 && c <= 31
		case g[0].len() <= 2 && g[1].len() <= 2 && (g[2].len() == 2 || g[2].len() == 4):
			return a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12) && (g[2].len() == 2 || c >= 1800 && c < 2100)
		}
		return false
	}
	if g[0].start == 0 && g[0].len() == 8 && len(text) <= 15 {
		y, m, d := atoi(text[:4]), atoi(text[4:6]), atoi(text[6:8])
		return y >= 1850 && y < 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31
	}
	return len(g) >= 2 && hasMonth(text)
}

// oldYear divides dates of birth from dates of cases, where nothing else does:
// the people in case files are mostly born before it, and the cases younger.
const oldYear = 2008

// isOldDate reports whether a text is a date before oldYear.
func isOldDate(text string) bool {
	if !isDate(text) {
		return false
	}
	for _, g := range digitGroups(text[:min(len(text), 40)]) {
		switch n := g.len(); {
		case n == 4:
			return atoi(text[g.start:g.end]) < oldYear
		case n == 8:
			return atoi(text[g.start:g.start+4]) < oldYear
		}
	}
	return false
}

// hasMonth reports whether one of the first words of a text is a month.
func hasMonth(text string) bool {
	n := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }) {
		if months[strings.ToLower(w)] {
			return true
		}
		if n++; n > 3 {
			return false
		}
	}
	return false
}

// atoi reads a short run of digits.
func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 9; i++ {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// isStreet reports whether a text is the first line of an address: a number and
// a name, a route, a box.
func isStreet(text string) bool {
	c := countLetters(text)
	if c.letters < 2 || len(text) > 120 || isDate(text) {
		return false
	}
	lower := strings.ToLower(text)
	if c.digits > 0 && c.spaces > 0 && text[0] >= '0' && text[0] <= '9' {
		return true
	}
	for i, w := range strings.FieldsFunc(lower, func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
		if streetWords[w] && (i > 0 || c.digits > 0) {
			return true
		}
	}
	return false
}

// isAddress reports whether a text is a whole address: a street line, and a
// town, state or ZIP after it.
func isAddress(text string) bool {
	return isStreet(text) && hasStateOrZIP(text) || isStreet(text) && strings.Contains(text, ",")
}

// hasStateOrZIP reports whether a text ends in a state, a ZIP or both.
func hasStateOrZIP(text string) bool {
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' })
	if len(fields) < 3 {
		return false
	}
	last := strings.Trim(fields[len(fields)-1], ".")
	if len(last) >= 5 && isZIP(last) {
		return true
	}
	return len(last) == 2 && isState(last) && strings.ToUpper(last) == last
}

// isCompanyAddress reports whether a text is a company and its address in one.
func isCompanyAddress(text string) bool {
	return hasStateOrZIP(text) && !(text[0] >= '0' && text[0] <= '9') && countLetters(text).digits >= 3 && countWords(text) >= 4 &&
		!strings.HasPrefix(strings.ToLower(text), "po box")
}

// isPlaceName reports whether a text can be the name of a town: a few words without digits.
func isPlaceName(text string) bool {
	c := countLetters(text)
	return c.digits == 0 && c.letters >= 3 && countWords(text) <= 4 && len(text) <= 40 && c.other <= 2
}

// isPersonName reports whether a text can be the whole name of a person.
func isPersonName(text string) bool {
	c := countLetters(text)
	n := countWords(text)
	return c.digits == 0 && n >= 2 && n <= 5 && c.letters >= 4 && c.other <= 3 && len(text) <= 60 && !normalize.LooksLikeBusiness(text)
}

// isNameWord reports whether a text can be one part of a person's name.
func isNameWord(text string) bool {
	c := countLetters(text)
	return c.digits == 0 && c.letters >= 1 && countWords(text) <= 3 && c.other <= 2 && len(text) <= 40
}

// isTitle reports whether a text can be the name of a business: short, with letters.
func isTitle(text string) bool {
	c := countLetters(text)
	return c.letters >= 2 && c.letters > c.digits && countWords(text) <= 14 && len(text) <= 140 && !isDate(text) && !isEmail(text) && !strings.Contains(text, "://")
}
