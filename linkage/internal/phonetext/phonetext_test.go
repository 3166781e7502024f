package phonetext

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"
)

// TestFind has what the generated lines of TestQuality do not: several numbers,
// vanity numbers, extensions, links, and texts beside a number that change what it means.
func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"five8five-555-o1nine9", "5855550199"},
		{"(585}555*0142", "5855550142"},
		{"716-555-0100 or 0101", "7165550100 7165550101"},
		{"716-555-0100, or 0101", "7165550100 7165550101"},
		{"716-555-0100 y 0101", "7165550100 7165550101"},
		{"91four5f1ve5 zer0 199", "9145550199"},
		{"seis cero siete cinco cinco cinko cero one six two im 22", "6075550162"},
		{"(607) 555-0177 or 555-0180", "6075550177 6075550180"},
		{"716-555-0100, or 0101", "7165550100 7165550101"},
		{"716-555-0100 y 0101 solo serios", "7165550100 7165550101"},
		{"716-555-0100, 2 rooms", "7165550100"},
		{"my number is 716-555 zero one six two im 21", "7165550162"},
		{"my number is 949 555 zero one forty-four im 21", "9495550144"},
		{"949 555 0144 22 years", "9495550144"},
		{"e1ghtone4fivefive50honeninethree", "8145550193"},
		{"80 10h 100hh 150hr 2000", ""},
		{"9|7-555-0|42", "9175550142"},
		{"585|555|0142", "5855550142"},
		{"585| 555| 0142", "5855550142"},
		{"check # 2125550142", ""},
		{"checks no. 2125550142", ""},
		{"check me out 212-555-0142", "2125550142"},
		{"1-877-44-RELAX", "8774473529/RELAX"},
		{"716-555-0100/0101/0102", "7165550100 7165550101 7165550102"},
		{"585-555-0142, 716-555-0100 and 607-555-0111", "5855550142 7165550100 6075550111"},
		{"585 555 0142 716 555 0100", "5855550142 7165550100"},
		{"716-555-0100 or 1030 pm", "7165550100"},
		{"716-555-0100 and 2014", "7165550100"},
		{"716-555-0100 or 1200 Main St", "7165550100"},
		{"1-800-FLOWERS", "8003569377/FLOWERS"},
		{"585-555-FARM", "5855553276/FARM"},
		{"(585) 555-0142Business Type: farm", "5855550142"},
		{"585-555-FARM x12", "5855553276x12/FARM"},
		{"1-888-GET-HELP now", "8884384357/GET-HELP"},
		{"585-Buffalo and 716 Buffalo", ""},
		{"585-555-0142 ext. 77", "5855550142x77"},
		{"(718) 555-0152 Ext: 6010", "7185550152x6010"},
		{"585.555.0142x12", "5855550142x12"},
		{"https://wa.me/15855550142", "5855550142"},
		{"http://x.example/ad/585-555-0142", "5855550142"},
		{"http://x.example/post/5855550142", ""},
		{"5855550142@txt.example.net", "5855550142"},
		{"case 585 555 0142", ""},
		{"case 4471, call 585 555 0142", "5855550142"},
		{"acct 4471 585-555-0142", "5855550142"},
		{"report to (585) 555-0142", "5855550142"},
		{"+52 33 1234 5678", "abroad"},
		{"quinientos ochenta y cinco quinientos cincuenta y cinco cero uno cuarenta y dos", "5855550142"},
		{"three fives, five eight five, oh one", ""},
		{"five eight five three fives oh one four two", "5855550142"},
		{"555-0142", ""},
		{"999-555-0142 x", "9995550142"},
		{"9995550142", ""},
		{"5555555555 and 888-888-8888", ""},
	} {
		var got []string
		for _, h := range Find(c.text, Running) {
			s := h.Digits
			if h.Extension != "" {
				s += "x" + h.Extension
			}
			if h.Letters != "" {
				s += "/" + h.Letters
			}
			if h.Abroad {
				s = "abroad"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

// TestAreaCodes holds the table against the authority.
func TestAreaCodes(t *testing.T) {
	for code := 200; code < 1000; code++ {
		s := fmt.Sprint(code)
		n, err := phonenumbers.Parse("+1"+s+"2342345", "US")
		if want := err == nil && phonenumbers.IsValidNumber(n); IsAreaCode(s) != want {
			t.Errorf("area code %s: have %v, libphonenumber says %v", s, !want, want)
		}
	}
	for _, s := range []string{"", "58", "5855", "5a5", "000"} {
		if IsAreaCode(s) {
			t.Errorf("%q is an area code", s)
		}
	}
}

// TestVocabulary: every word of the vocabulary has one role only, or the last list would win unseen.
func TestVocabulary(t *testing.T) {
	seen := map[string]role{}
	for r, words := range contextWords {
		for _, w := range strings.Fields(words) {
			if had, ok := seen[w]; ok && had != r {
				t.Errorf("%q is in two lists", w)
			}
			seen[w] = r
			if len(w) > maxWord {
				t.Errorf("%q is longer than maxWord", w)
			}
		}
	}
	for r, words := range numberWords {
		f := strings.Fields(words)
		for i := 0; i+1 < len(f); i += 2 {
			if _, ok := seen[f[i]]; ok {
				t.Errorf("%q is a number word (role %d) and a context word", f[i], r)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"585-555-0142", "five8five-555-o1nine9", "1-800-FLOWERS", "716-555-0100 or 0101", "+52 33 1234 5678", "5B5 55S OI42", "\xff5\u200b8", "double five triple 5", "five hundred", "9:30 5'4 1,234 1.2.3.4 24/7"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, mode := range []Mode{Running, Cell} {
			last := 0
			for _, h := range Find(text, mode) {
				if h.Start < last || h.End <= h.Start || h.End > len(text) {
					t.Fatalf("span [%d,%d) after %d in %q", h.Start, h.End, last, text)
				}
				last = h.End
				if !h.Abroad && len(h.Digits) != 10 || h.Confidence <= 0 || h.Confidence > 1 || h.Rule == "" {
					t.Fatalf("%+v in %q", h, text)
				}
				if utf8.ValidString(text) && !utf8.ValidString(text[h.Start:h.End]) {
					t.Fatalf("span cuts a character in %q", text)
				}
			}
		}
	})
}

var narrative = strings.Repeat("The victim was told to wait at the farm until nine, then a white van came. ", 3) + "Call five8five-555-o1nine9 or 716-555-0100."

func BenchmarkFind(b *testing.B) {
	b.SetBytes(int64(len(narrative)))
	b.ReportAllocs()
	for b.Loop() {
		Find(narrative, Running)
	}
}
