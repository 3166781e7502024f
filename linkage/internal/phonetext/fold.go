package phonetext

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A class says what a character is to the scanner.
type class uint8

const (
	classOther  class = iota // punctuation, symbols, emoji
	classDigit               // any script's digit, circled and mathematical ones too
	classLetter              // a letter, folded to lower-case ASCII where one looks like it
	classSpace
	classLine // a line break
	classZero // takes no room: zero-width joins, variation selectors, combining marks
)

// A char is one character: its class, its folded byte (digit or lower-case
// letter; 0 where it has none) and how many bytes it takes.
type char struct {
	class class
	fold  byte
	upper bool
	size  int
}

// asciiChars holds the chars of ASCII.
var asciiChars = func() (t [utf8.RuneSelf]char) {
	for i := range t {
		b := byte(i)
		c := char{class: classOther, fold: b, size: 1}
		switch {
		case b >= '0' && b <= '9':
			c.class = classDigit
		case b >= 'a' && b <= 'z':
			c.class = classLetter
		case b >= 'A' && b <= 'Z':
			c.class, c.fold, c.upper = classLetter, b+'a'-'A', true
		case b == '\n' || b == '\r' || b == '\v' || b == '\f':
			c.class = classLine
		case b <= ' ' || b == 0x7f:
			c.class = classSpace
		}
		t[i] = c
	}
	return t
}()

// charAt returns the character of text that starts at byte i. Invalid UTF-8 is
// one byte of classOther.
func charAt(text string, i int) char {
	if b := text[i]; b == '&' {
		return entityAt(text, i)
	} else if b < utf8.RuneSelf {
		return asciiChars[b]
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	c := foldRune(r)
	c.size = size
	return c
}

// maxEntity is the length of the longest HTML entity that is read, "&#x1D7D8;".
const maxEntity = 10

// entityAt returns the character that the HTML entity at byte i stands for, or
// the ampersand if there is none.
func entityAt(text string, i int) char {
	end := strings.IndexByte(text[i:min(len(text), i+maxEntity)], ';')
	if end < 0 {
		return asciiChars['&']
	}
	name := text[i+1 : i+end]
	var c char
	switch {
	case name == "nbsp":
		c = asciiChars[' ']
	case len(name) > 1 && name[0] == '#':
		digits, base := name[1:], 10
		if digits[0] == 'x' || digits[0] == 'X' {
			digits, base = digits[1:], 16
		}
		r, err := strconv.ParseUint(digits, base, 21)
		if err != nil {
			return asciiChars['&']
		}
		if c = foldRune(rune(r)); r < utf8.RuneSelf {
			c = asciiChars[r]
		}
	default:
		return asciiChars['&']
	}
	c.size = end + 1
	return c
}

// foldRune classifies a character beyond ASCII.
func foldRune(r rune) char {
	switch {
	case isZeroWidth(r):
		return char{class: classZero}
	case r == '\u2028' || r == '\u2029' || r == '\u0085':
		return char{class: classLine}
	case unicode.IsSpace(r) || r == '\u3164':
		return char{class: classSpace}
	}
	if d, ok := digitValue(r); ok {
		return char{class: classDigit, fold: d}
	}
	if b, upper := letterFold(r); b != 0 {
		return char{class: classLetter, fold: b, upper: upper}
	}
	if unicode.IsLetter(r) {
		return char{class: classLetter, fold: '?'}
	}
	return char{class: classOther, fold: markFold(r)}
}

// markFold returns the ASCII mark for one that people set between digits, 0 for others.
func markFold(r rune) byte {
	switch r {
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\uff0d', '\u00af', '\u2043', '\ufe63':
		return '-'
	case '\u00b7', '\u2022', '\u2219', '\u22c5', '\u2027', '\u30fb', '\uff0a', '\u25aa', '\u25cf', '\u2217':
		return '*'
	case '\uff08':
		return '('
	case '\uff09':
		return ')'
	case '\u223c', '\uff5e':
		return '~'
	}
	return 0
}

func isZeroWidth(r rune) bool {
	switch {
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x2064, r >= 0x2066 && r <= 0x2069:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe01ef:
		return true
	case r == 0xad, r == 0xfeff, r == 0x180e, r == 0x34f, r == 0x20e3, r == 0x20dd, r == 0x20de:
		return true
	}
	return r >= 0x300 && r <= 0x36f // combining marks
}

// digitRuns lists runs of characters that stand for consecutive digits and
// are not decimal digits (Nd) to Unicode: enclosed, superscript and subscript
// forms. Source: the charts of the Unicode Standard, chapter 22.
var digitRuns = []struct {
	lo, hi rune
	first  byte
}{
	{0x00b2, 0x00b3, '2'}, {0x00b9, 0x00b9, '1'}, {0x2070, 0x2070, '0'}, {0x2074, 0x2079, '4'},
	{0x2080, 0x2089, '0'}, {0x2460, 0x2468, '1'}, {0x2474, 0x247c, '1'}, {0x2488, 0x2490, '1'},
	{0x24ea, 0x24ea, '0'}, {0x24f5, 0x24fd, '1'}, {0x24ff, 0x24ff, '0'}, {0x2776, 0x277e, '1'},
	{0x2780, 0x2788, '1'}, {0x278a, 0x2792, '1'}, {0x1f100, 0x1f100, '0'}, {0x1f101, 0x1f10a, '0'},
	{0x1f10b, 0x1f10b, '0'}, {0x1f10c, 0x1f10c, '0'},
}

// digitValue returns the ASCII digit that r stands for.
func digitValue(r rune) (byte, bool) {
	for _, run := range digitRuns {
		if r >= run.lo && r <= run.hi {
			return run.first + byte(r-run.lo), true
		}
	}
	if !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return '0' + byte((r-rune(t.Lo))%10), true
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return '0' + byte((r-rune(t.Lo))%10), true
		}
	}
	return 0, false
}

// letterLooks maps letters beyond ASCII to the ASCII letter that they look
// like or are an accented form of; capitals are written as such.
var letterLooks = map[rune]byte{
	'á': 'a', 'à': 'a', 'ä': 'a', 'â': 'a', 'é': 'e', 'è': 'e', 'ê': 'e', 'ë': 'e', 'í': 'i', 'ì': 'i', 'î': 'i', 'ï': 'i',
	'ó': 'o', 'ò': 'o', 'ö': 'o', 'ô': 'o', 'ø': 'o', 'ú': 'u', 'ù': 'u', 'ü': 'u', 'û': 'u', 'ñ': 'n', 'ç': 'c',
	'Á': 'A', 'É': 'E', 'Í': 'I', 'Ó': 'O', 'Ø': 'O', 'Ú': 'U', 'Ü': 'U', 'Ñ': 'N',
	'о': 'o', 'О': 'O', 'ο': 'o', 'Ο': 'O', 'і': 'i', 'І': 'I', 'ι': 'i', 'Ι': 'I', 'ѕ': 's', 'Ѕ': 'S', 'В': 'B', 'Β': 'B',
	'а': 'a', 'е': 'e', 'Е': 'E', 'Ζ': 'Z', 'ı': 'i', 'ӏ': 'l', 'Ӏ': 'I', 'ԍ': 'g',
}

// letterFold returns the lower-case ASCII letter that r stands for, 0 if none.
func letterFold(r rune) (fold byte, upper bool) {
	b := letterLooks[r]
	switch {
	case b != 0:
	case r >= 0xff21 && r <= 0xff3a: // full-width
		b = 'A' + byte(r-0xff21)
	case r >= 0xff41 && r <= 0xff5a:
		b = 'a' + byte(r-0xff41)
	case r >= 0x1d400 && r <= 0x1d6a3: // mathematical alphabets, 26 capitals and 26 small each
		if n := byte((r - 0x1d400) % 52); n < 26 {
			b = 'A' + n
		} else {
			b = 'a' + n - 26
		}
	case r >= 0x24b6 && r <= 0x24cf: // circled
		b = 'A' + byte(r-0x24b6)
	case r >= 0x24d0 && r <= 0x24e9:
		b = 'a' + byte(r-0x24d0)
	}
	if b >= 'A' && b <= 'Z' {
		return b + 'a' - 'A', true
	}
	return b, false
}
