package index

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQueryErrorsSayWhatAndWhere(t *testing.T) {
	x := built(t, sample())
	tests := []struct {
		query  string
		column int
		says   string
	}{
		{"", 1, "nothing to search for"},
		{" \t\x00", 1, "nothing to search for"},
		{"conty:erie", 1, "did you mean county?"},
		{"farm pone:0142", 6, "did you mean phone?"},
		{"pasport:12", 1, "did you mean passport?"},
		{"kind:pasport", 1, "did you mean passport?"},
		{"type:cases", 1, "did you mean case?"},
		{"zebra:1", 1, "quotation marks"},
		{"éé \"open", 4, "not closed"},
		{"farm ???", 6, "no letter or digit"},
		{"county:", 1, "no letter or digit"},
		{"-", 1, "no letter or digit"},
		{"ab\xff", 3, "not valid UTF-8"},
		{"date:soon", 1, "date:2024-03"},
		{"date:2024-3", 1, "date:2024-03"},
		{"date:2024-13", 1, "01 to 12"},
		{"date:2023-02-29", 1, "01 to 12"},
		{"date:2024-00..2024-03", 1, "01 to 12"},
		{"sounds:123", 1, "sounded out"},
		{strings.Repeat("x", maxQuery+1), 1, "longer than"},
		{strings.Repeat("x ", maxClauses+1), 2*maxClauses + 1, "more than"},
	}
	for _, tt := range tests {
		_, err := x.Search(context.Background(), tt.query, SearchOptions{})
		var fault *QueryError
		if !errors.As(err, &fault) {
			t.Errorf("%.30q: %v is not a QueryError", tt.query, err)
			continue
		}
		if fault.Column != tt.column || !strings.Contains(fault.Error(), tt.says) {
			t.Errorf("%.30q: column %d, %q; want column %d, %q", tt.query, fault.Column, fault, tt.column, tt.says)
		}
	}
}

func TestAllFaultsAtOnce(t *testing.T) {
	_, err := built(t, sample()).Search(context.Background(), "conty:erie pone:1", SearchOptions{})
	if err == nil || !strings.Contains(err.Error(), "county") || !strings.Contains(err.Error(), "phone") {
		t.Errorf("%v", err)
	}
}

// Every name that help shows can stand before a colon.
func TestFieldsAreKnown(t *testing.T) {
	x := built(t, nil)
	for _, name := range Fields() {
		value := map[string]string{"date": "2024", "type": "case"}[name]
		if value == "" {
			value = "erie"
		}
		if _, err := x.Search(context.Background(), name+":"+value, SearchOptions{}); err != nil {
			t.Error(err)
		}
	}
}

// Whatever is typed, a search answers or says what is wrong; what it marks are
// whole characters of the text.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{
		"golden harvest", `"golden harvest"`, "county:erie kind:phone 0142", "-motel", "date:2024-03..", `phone:"`, "a:b:c",
		"https://example.com 9:30", "\x00\xff", "ﬁ İ ß", "kind:-\"", "--", "O'Brien's", "585-555-0142", "sounds:smyth", "va", "ａ１",
	} {
		f.Add(s)
	}
	x := built(f, sample())
	f.Fuzz(func(t *testing.T, query string) {
		r, err := x.Search(context.Background(), query, SearchOptions{Facets: 3})
		if err != nil {
			var fault *QueryError
			if !errors.As(err, &fault) || fault.Column < 1 || fault.Column > utf8.RuneCountInString(query)+1 {
				t.Fatalf("%q: %v", query, err)
			}
			return
		}
		for _, h := range r.Hits {
			if !(h.Score >= 0) {
				t.Fatalf("%q: score %v of %s", query, h.Score, h.ID)
			}
			for _, g := range h.Fragments {
				checkFragment(t, query, g)
			}
		}
	})
}

// checkFragment fails unless the spans are whole characters, in order and not
// overlapping.
func checkFragment(t *testing.T, query string, f Fragment) {
	t.Helper()
	end := 0
	for _, s := range f.Spans {
		if s.Start < end || s.End <= s.Start || s.End > len(f.Text) || !utf8.ValidString(f.Text[s.Start:s.End]) {
			t.Fatalf("%q: span %v in %q", query, s, f.Text)
		}
		end = s.End
	}
	if len(f.Spans) == 0 {
		t.Fatalf("%q: nothing marked in %q", query, f.Text)
	}
}
