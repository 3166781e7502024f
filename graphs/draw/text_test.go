package draw

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Texts that break naive writers of DOT, XML or PDF.
var hostileTexts = []string{
	"", "Golden Harvest Farm", "<b>unclosed>", "<<i>unclosed>", `ends in \`, `"quoted"`, `\N\G\l`, "&lt;&amp;&#65;",
	"a\x00b\x1b[31m", "\xff\xfe\xc3\x28", "line\nline\r\nline\ttab", "\u202egnihton\u202c", "\u2066x", "]]>", "-->",
	"n0 -- n1;}", "李小龍 مطعم 🚗", strings.Repeat("W", 5000), "\ufeffBOM", "e\u0301\u0301\u0301", "\U0010FFFF\uFFFE",
}

func TestClean(t *testing.T) {
	for in, want := range map[string]Text{
		"  two\n\twords ":                  "two words",
		"\x1b[31mred":                      "�[31mred",
		"\xff":                             "�",
		"\u202egnihton":                    "gnihton",
		"\ufeffBOM":                        "BOM",
		"Zoë's Café – №1":                  "Zoë's Café – №1",
		strings.Repeat(" ", 1<<20) + "far": "",
	} {
		if got := Clean(in); got != want {
			t.Errorf("clean(%.20q) = %q, want %q", in, got, want)
		}
	}
	if got := utf8.RuneCountInString(string(Clean(strings.Repeat("W", 1<<20)))); got > MaxText+1 {
		t.Errorf("a megabyte leaves %d characters", got)
	}
}

func TestFit(t *testing.T) {
	for _, s := range hostileTexts {
		text := Clean(s)
		for _, limit := range []float64{0, 5, 30, 1000} {
			got := Regular.Fit(text, 8, limit)
			if w := Regular.Width(got, 8); w > limit && got != "…" {
				t.Errorf("fit(%.20q, %v) is %v wide", s, limit, w)
			}
			got = Regular.FitMiddle(text, 8, limit)
			if w := Regular.Width(got, 8); w > limit && got != "…" {
				t.Errorf("fit the middle of (%.20q, %v) is %v wide", s, limit, w)
			}
		}
	}
	if got := Bold.FitMiddle("DE/2024/SPECIAL-INVESTIGATIONS-UNIT/000007-A", 9, 100); !strings.HasPrefix(string(got), "DE/2024") || !strings.HasSuffix(string(got), "000007-A") {
		t.Errorf("the ends of a number are not both kept: %q", got)
	}
	if got := Regular.FitMiddle("abcdefghe\u0301", 8, Regular.Width("abc…\u0301", 8)); strings.Contains(string(got), "…\u0301") {
		t.Errorf("an accent without its letter is left: %q", got)
	}
	if got := Bold.Wrap("Golden Harvest Farm LLC", 10, 80); len(got) != 2 {
		t.Errorf("wrapped into %q", got)
	}
}
