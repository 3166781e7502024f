package cli

import (
	"os/exec"
	"strings"
	"testing"
)

func TestShellQuote(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"examples/data/", "examples/data/"},
		{"", "''"},
		{"niagara county tips.txt", "'niagara county tips.txt'"},
		{"it's", `'it'\''s'`},
		{"$(rm -r x)", "'$(rm -r x)'"},
		{"~root", "'~root'"},
		{"\x1b[31m", `'\x1b[31m'`},
	} {
		if got := shellQuote(c.word); got != c.want {
			t.Errorf("shellQuote(%q) = %s, want %s", c.word, got, c.want)
		}
	}
}

// TestShellQuoteInShell asks a real shell.
func TestShellQuoteInShell(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell here")
	}
	words := []string{"a b", "it's", `"`, `\`, "$HOME", "`id`", "*", "a;b", "#", "!", "''", "é"}
	var line strings.Builder
	line.WriteString("printf '%s\\n'")
	for _, w := range words {
		line.WriteString(" " + shellQuote(w))
	}
	out, err := exec.Command(sh, "-c", line.String()).Output()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(out), strings.Join(words, "\n")+"\n"; got != want {
		t.Errorf("the shell read %q, want %q", got, want)
	}
}

// FuzzShellQuote: a shell takes what is printed as one word, which is the word
// itself, with what a terminal would act on escaped.
func FuzzShellQuote(f *testing.F) {
	for _, s := range []string{"", "a", "'", "''", `\'`, "a b", "$x", "\n", "\x00", "-o", "ä"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		quoted := shellQuote(s)
		word, ok := shellWord(quoted)
		if want := text(s).String(); !ok || word != want {
			t.Fatalf("a shell reads %s as %q (one word: %t), want %q", quoted, word, ok, want)
		}
	})
}

// shellWord reads a line as a POSIX shell does, which knows single quotes and a
// backslash, and reports whether it is one word without anything else to act on.
func shellWord(line string) (string, bool) {
	var word strings.Builder
	quoted, any := false, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\'':
			quoted, any = !quoted, true
		case quoted:
			word.WriteByte(c)
		case c == '\\' && i+1 < len(line):
			i++
			word.WriteByte(line[i])
		case strings.IndexByte(" \t\n\"$`;&|<>()*?[]{}#~!\\", c) >= 0:
			return "", false
		default:
			word.WriteByte(c)
		}
	}
	return word.String(), !quoted && (any || word.Len() > 0)
}
