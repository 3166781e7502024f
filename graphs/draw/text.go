package draw

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Text is text that can be drawn: one line of valid UTF-8 without control and
// formatting characters. Only [Clean] makes one; what a file writes goes through
// the escaping of its format, which has a Text as its argument.
type Text string

// maxText bounds a text in runes. Longer ones would be cut by every shape; the
// whole value stands in the tables.
const MaxText = 200

// mostRead bounds in bytes what is read of a text: more is needed only if nearly all of it is blank.
const mostRead = 64 * MaxText

// Clean returns s as a Text. Runs of white space become one space, what cannot
// be drawn becomes U+FFFD, and characters that would turn the direction of
// their surroundings are left out. It reads no more of s than it needs.
func Clean(s string) Text { return clean(s, MaxText, mostRead) }

// CleanAll is like [Clean] for a text that is not cut, whatever its length.
func CleanAll(s string) Text { return clean(s, len(s), len(s)) }

func clean(s string, most, read int) Text {
	var b strings.Builder
	space, runes := false, 0
	for i := 0; i < min(len(s), read) && runes < most; {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.Is(unicode.Cf, r) || r == '\uFEFF':
			continue
		case unicode.IsControl(r) || !unicode.IsGraphic(r):
			r = utf8.RuneError
		}
		if space {
			b.WriteByte(' ')
			space = false
			runes++
		}
		b.WriteRune(r)
		runes++
		if runes == most && i < len(s) {
			b.WriteRune('…')
		}
	}
	return Text(b.String())
}

// xml returns t escaped for an element's content or an attribute's value.
func (t Text) xml() string { return xmlEscaper.Replace(string(t)) }

var xmlEscaper = strings.NewReplacer(`&`, "&amp;", `<`, "&lt;", `>`, "&gt;", `"`, "&quot;", `'`, "&#39;")
