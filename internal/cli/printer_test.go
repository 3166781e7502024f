package cli

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tflink/tflink/internal/phrase"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"", ""},
		{"Golden Harvest Farm", "Golden Harvest Farm"},
		{"Peña · 金", "Peña · 金"},
		{"two\nlines\tand a tab\r", "two lines and a tab "},
		{"\x1b[31mred", `\x1b[31mred`},
		{"\u009b31m", `\x9b31m`},             // the same sequence in one character
		{"a\u202eb\u2066", `a\u202eb\u2066`}, // what turns the reading direction
		{"zero\u200bwidth", `zero\u200bwidth`},
		{"bad \xff byte", `bad \ufffd byte`},
		{"\x00\x7f", `\x00\x7f`},
	} {
		if got := text(c.raw).String(); got != c.want {
			t.Errorf("text(%q) = %q, want %q", c.raw, got, c.want)
		}
	}
}

// FuzzText: nothing that is printed, for people or as JSON, makes a terminal
// act, and JSON still means the same.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a\x1b]0;title\x07", "\xc2\x9b2J", "\u2028", "\U000e0001tag", "\U0010ffff", "<script>", `\u001b`, "\xff\xfe", `"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		shown := text(s).String()
		if strings.ContainsFunc(shown, phrase.Unsafe) || !utf8.ValidString(shown) {
			t.Fatalf("text(%q) = %q", s, shown)
		}
		if again := text(shown).String(); again != shown {
			t.Fatalf("text(%q) = %q changes to %q", s, shown, again)
		}
		var out bytes.Buffer
		p := newPrinter(&out)
		if err := p.record(map[string]string{"type": s}); err != nil {
			t.Fatal(err)
		}
		p.flush()
		line := strings.TrimSuffix(out.String(), "\n")
		if strings.ContainsFunc(line, phrase.Unsafe) {
			t.Fatalf("record(%q) = %q", s, line)
		}
		var back map[string]string
		if err := json.Unmarshal([]byte(line), &back); err != nil {
			t.Fatal(err)
		}
		if want := strings.ToValidUTF8(s, "\uFFFD"); utf8.ValidString(s) && back["type"] != want {
			t.Fatalf("record(%q) means %q", s, back["type"])
		}
	})
}

func TestWrap(t *testing.T) {
	var out bytes.Buffer
	p := newPrinter(&out)
	p.width = 20
	p.wrap("in: ", []string{"Erie", "Genesee", "Wyoming", "a county with a long name"}, " · ")
	p.flush()
	want := "in: Erie · Genesee ·\n    Wyoming ·\n    a county with a long name\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

func TestColor(t *testing.T) {
	p := newPrinter(&bytes.Buffer{})
	if p.color || p.terminal() || p.bold("x") != "x" {
		t.Error("a buffer is no terminal, and has no colours")
	}
	p.color = true
	if got := p.bold("x"); got != "\x1b[1mx\x1b[0m" {
		t.Errorf("bold: %q", got)
	}
}

func TestShortText(t *testing.T) {
	got := []string{short("abc", 3), short("abcd", 3), short("añé\nd", 4)}
	if want := []string{"abc", "ab…", "añé…"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
