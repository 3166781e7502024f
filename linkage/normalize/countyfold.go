package normalize

import "unicode/utf8"

// maxCountyName bounds a folded county name in bytes; the longest in the
// table has 37 ("Skagway Municipality" and the like are shorter).
const maxCountyName = 64

// A foldedName is a name as it is looked up: lower-case ASCII letters and
// digits without any space between, "Saint" as "st", "Co." as "county".
type foldedName struct {
	buf   [2 + maxCountyName]byte // two bytes of room for the state
	n     int                     // bytes in use, the state's two included
	ends  [12]uint8               // where each word ends
	words int
	long  bool // the text was too long to be a name
}

// wordForms maps spellings of a word to the one that is looked up.
var wordForms = map[string]string{
	"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt", "and": "&",
	"co": "county", "cnty": "county", "cty": "county", "cnt": "county", "counties": "county",
	"countys": "county", "cos": "county", "condado": "county", "par": "parish", "boro": "borough",
}

// foldName returns the folded form of a name.
func foldName(s string) string {
	var f foldedName
	f.fold(s)
	return string(f.name())
}

// name returns the folded name without the room for the state.
func (f *foldedName) name() []byte { return f.buf[2:f.n] }

// keyOf returns the first end bytes as a key with the state in front.
func (f *foldedName) keyOf(state string, end int) []byte {
	copy(f.buf[:2], state)
	return f.buf[:end]
}

// wordEnd returns where the given word ends.
func (f *foldedName) wordEnd(word int) int { return int(f.ends[word]) }

// word returns the given word.
func (f *foldedName) word(i int) []byte {
	start := 2
	if i > 0 {
		start = int(f.ends[i-1])
	}
	return f.buf[start:f.ends[i]]
}

// fold folds s into f, which must be zero.
func (f *foldedName) fold(s string) {
	f.n = 2
	start := 2
	for i := 0; i < len(s); {
		c := s[i]
		size := 1
		if c >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			c = foldLatin(r)
		}
		i += size
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == '\'' || c == '`':
			continue
		case c == '&':
			start = f.endWord(start)
		default:
			start = f.endWord(start)
			continue
		}
		if f.n == len(f.buf) {
			f.long = true
			return
		}
		f.buf[f.n] = c
		f.n++
		if c == '&' {
			start = f.endWord(start)
		}
	}
	f.endWord(start)
}

// endWord ends the word that began at start, and returns where the next begins.
func (f *foldedName) endWord(start int) int {
	if f.n == start {
		return start
	}
	if form, ok := wordForms[string(f.buf[start:f.n])]; ok && start+len(form) <= len(f.buf) {
		f.n = start + copy(f.buf[start:], form)
	}
	if f.words == len(f.ends) {
		f.long = true
		return f.n
	}
	f.ends[f.words] = uint8(f.n)
	f.words++
	return f.n
}

// foldLatin returns the ASCII letter under a Latin letter with a diacritic, an
// apostrophe for the typographic ones, and a space for all else.
func foldLatin(r rune) byte {
	switch {
	case r >= 'À' && r <= 'ÿ':
		return latin1[r-'À']
	case r == '’' || r == '‘' || r == 'ʻ' || r == '´':
		return '\''
	}
	return ' '
}

const latin1 = "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuyty"
