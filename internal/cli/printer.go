package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/term"

	"github.com/tflink/tflink/internal/phrase"
)

// text is text that comes from a file and may be hostile. Printed with %s its
// control characters, and the marks that reorder or hide text, are escaped.
type text string

// String returns the text with everything escaped that a terminal would act on.
func (t text) String() string { return phrase.Plain(string(t)) }

// texts returns a list of texts joined with sep.
func texts(list []string, sep string) text { return text(strings.Join(list, sep)) }

// printer writes for people or machines, buffered.
type printer struct {
	w     *bufio.Writer
	raw   io.Writer
	color bool
	width int // of the terminal; 0 when it is none
}

func newPrinter(w io.Writer) *printer {
	p := &printer{w: bufio.NewWriterSize(w, 64<<10), raw: w}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.width, _, _ = term.GetSize(int(f.Fd()))
		p.color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return p
}

// terminal reports whether a person is at the other end.
func (p *printer) terminal() bool { return p.width > 0 }

// line prints one formatted line. Arguments that come from files must be of type text.
func (p *printer) line(format string, args ...any) {
	fmt.Fprintf(p.w, format, args...)
	p.w.WriteByte('\n')
}

// bold returns s in bold type where the output is a terminal that shows colours.
func (p *printer) bold(s any) string {
	if !p.color {
		return fmt.Sprint(s)
	}
	return fmt.Sprintf("\x1b[1m%s\x1b[0m", s)
}

// record prints v as one line of JSON. Characters that HTML or a terminal would act on are escaped.
func (p *printer) record(v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if !plainASCII(data) && bytes.ContainsFunc(data, phrase.Unsafe) {
		data = escapeJSON(data)
	}
	p.w.Write(data)
	return p.w.WriteByte('\n')
}

// plainASCII reports whether a text is of ASCII characters that are printed.
func plainASCII[T string | []byte](text T) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' {
			return false
		}
	}
	return true
}

// escapeJSON returns JSON with what a terminal would act on, which in JSON
// stands in strings only, as escapes that mean the same.
func escapeJSON(data []byte) []byte {
	out := make([]byte, 0, len(data)+len(data)/8)
	for _, r := range string(data) {
		switch {
		case !phrase.Unsafe(r):
			out = utf8.AppendRune(out, r)
		case r < 0x10000:
			out = fmt.Appendf(out, `\u%04x`, r)
		default:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		}
	}
	return out
}

func (p *printer) flush() error { return p.w.Flush() }

// isBrokenPipe reports whether err says that the reader of the output has gone.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }

// wrap prints the items with the separator between them in lines that fit the width,
// the first behind head and the others behind as many spaces.
func (p *printer) wrap(head string, items []string, sep string) {
	width := p.width
	if width == 0 {
		width = 100
	}
	indent := strings.Repeat(" ", utf8.RuneCountInString(head))
	line, used := head, utf8.RuneCountInString(head)
	for i, item := range items {
		n := utf8.RuneCountInString(item)
		if i > 0 && used+len(sep)+n > width {
			p.line("%s", line+strings.TrimRight(sep, " "))
			line, used = indent, len(indent)
		} else if i > 0 {
			line += sep
			used += utf8.RuneCountInString(sep)
		}
		line += item
		used += n
	}
	p.line("%s", line)
}
