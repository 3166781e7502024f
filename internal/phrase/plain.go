package phrase

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain returns s in one line, with everything escaped that a terminal or a
// page would act on instead of showing it: control characters and the marks that reorder or
// hide text. Line breaks become spaces.
func Plain(s string) string {
	if !strings.ContainsFunc(s, Unsafe) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteByte(' ')
		case r == utf8.RuneError || Unsafe(r):
			if r < 0x100 {
				fmt.Fprintf(&b, `\x%02x`, r)
			} else {
				fmt.Fprintf(&b, `\u%04x`, r)
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Unsafe reports whether a terminal or a page may act on r instead of showing
// it: control characters, format characters (bidirectional overrides,
// zero-width joins), line separators, private use.
func Unsafe(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}

// Short returns s plain and of at most n characters, ending in … if it was cut.
func Short(s string, n int) string {
	r := []rune(Plain(s))
	if len(r) > n {
		r = append(r[:n-1], '…')
	}
	return string(r)
}
