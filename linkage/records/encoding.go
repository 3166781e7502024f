package records

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// An Encoding is how a file writes its characters.
type Encoding string

// The encodings that are detected.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252"
)

var bomUTF8 = []byte("\xef\xbb\xbf")

// detectEncoding tells the encoding from the head of a file, and how many bytes
// its byte order mark has.
func detectEncoding(head []byte) (enc Encoding, bom int) {
	switch {
	case bytes.HasPrefix(head, bomUTF8):
		return UTF8, 3
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return UTF16LE, 2
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return UTF16BE, 2
	}
	if enc := zeroPattern(head); enc != "" {
		return enc, 0
	}
	if !utf8.Valid(cutRune(head)) {
		return Windows1252, 0
	}
	return UTF8, 0
}

// zeroPattern recognises UTF-16 without a mark: in text that is mostly ASCII
// every second byte is zero, which no other text has.
func zeroPattern(head []byte) Encoding {
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	pairs := len(head) / 2
	switch {
	case pairs == 0:
		return ""
	case zeros[1] > pairs/2 && zeros[0] < pairs/10:
		return UTF16LE
	case zeros[0] > pairs/2 && zeros[1] < pairs/10:
		return UTF16BE
	}
	return ""
}

// cutRune cuts off a UTF-8 sequence that the end of b divides.
func cutRune(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// toUTF8 returns r in UTF-8. Text in Windows-1252 passes as it is: cells are
// decoded one by one ([fromWindows1252]), since files that were put together
// from several sources have both.
func toUTF8(r io.Reader, enc Encoding) io.Reader {
	switch enc {
	case UTF16LE:
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case UTF16BE:
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	}
	return r
}

// fromWindows1252 returns s with every byte that is no part of a UTF-8 sequence
// read as Windows-1252.
func fromWindows1252(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(s[i])
		}
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// A carriageReader turns lone carriage returns, which ended lines on old
// Macintoshes and in Excel's "CSV (Macintosh)", into newlines.
type carriageReader struct{ r io.Reader }

func (c carriageReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// loneCarriages reports whether the lines of head end in \r alone.
func loneCarriages(head []byte) bool {
	return bytes.IndexByte(head, '\n') < 0 && bytes.Count(head, []byte("\r")) > 0 && bytes.IndexByte(head, '\r') < len(head)-1
}
