package index

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTerms(t *testing.T) {
	for text, want := range map[string][]string{
		"O'Brien’s Motel":             {"obriens", "motel"},
		"José GARCÍA-López":           {"jose", "garcia", "lopez"},
		"Straße ﬁve ①":                {"straße", "five", "1"},
		"585-555-0142":                {"585", "555", "0142"},
		"'quoted' a\x00b \xffc":       {"quoted", "a", "b", "c"},
		strings.Repeat("é", maxToken): {strings.Repeat("e", maxToken)},
	} {
		if got := terms(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A word is found by itself: folding a folded word changes nothing.
func FuzzFold(f *testing.F) {
	f.Add("José’s ﬁve İ ß Ǆ ① ¼ \xff")
	f.Fuzz(func(t *testing.T, s string) {
		for _, token := range tokenize(s) {
			again := terms(token.term)
			if len(token.term) > maxToken || !utf8.ValidString(token.term) || len(again) > 1 {
				t.Fatalf("%q has the term %q", s, token.term)
			}
			if token.start < 0 || token.end > len(s) || token.start >= token.end {
				t.Fatalf("%q has a token from %d to %d", s, token.start, token.end)
			}
		}
	})
}

// The parts of a part of an identifier stand in a row among its own.
func TestAnyPartFindsAnIdentifier(t *testing.T) {
	for _, s := range []string{"+15855550142", "NY KAB-1042", "1FTFW1ET5DFC10312", "abc", "ab", ""} {
		whole, _ := compact(s)
		list := grams(whole + endMark)
		for i := range whole {
			for j := i + minPartial; j <= len(whole); j++ {
				part := grams(whole[i:j])
				if !slices.Equal(list[i:i+len(part)], part) {
					t.Errorf("%s: %s is not in %v", s, whole[i:j], list)
				}
			}
		}
	}
}

// The examples are those of the National Archives.
func TestSoundex(t *testing.T) {
	for name, want := range map[string]string{
		"washington": "w252", "lee": "l000", "gutierrez": "g362", "pfister": "p236", "jackson": "j250",
		"tymczak": "t522", "vandeusen": "v532", "ashcraft": "a261", "1abc": "", "": "",
	} {
		if got := soundex(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
