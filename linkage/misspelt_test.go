package linkage

import (
	"context"
	"fmt"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

// What is one keystroke apart, or one word of a firm, has a hash in common; the
// oracle shortens the texts themselves.
func TestShortened(t *testing.T) {
	hashes := func(s string) map[uint64]bool {
		all := map[uint64]bool{}
		eachShortened(3, s, true, func(h uint64) { all[h] = true })
		return all
	}
	texts := func(s string) map[string]bool {
		all := map[string]bool{s: true}
		for i := range len(s) {
			all[s[:i]+s[i+1:]] = true
			if s[i] == ' ' {
				all[s[:i]] = true
			}
		}
		return all
	}
	for _, c := range [][2]string{
		{"abcdef", "abXdef"}, {"abcdef", "acbdef"}, {"abcdef", "abdef"}, {"abcdef", "xbcdef"}, {"abcdef", "ghijkl"},
		{"+15855550142", "+15855550143"}, {"aab", "aabx"}, {"blue labor farm", "blue labor"}, {"", "a"}, {"", "abc"},
	} {
		common, want := false, false
		other := hashes(c[1])
		for h := range hashes(c[0]) {
			common = common || other[h]
		}
		others := texts(c[1])
		for s := range texts(c[0]) {
			want = want || others[s]
		}
		if common != want {
			t.Errorf("%q and %q have a hash in common: %v, want %v", c[0], c[1], common, want)
		}
	}
}

func TestOneKeystroke(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"abcd", "abcd", false}, {"abcd", "abxd", true}, {"abcd", "acbd", true}, {"abcd", "abc", true}, {"abcd", "xabcd", true},
		{"abcd", "axxd", false}, {"abcd", "dbca", false}, {"abcd", "ab", false}, {"", "a", true}, {"aa", "aaa", true},
	} {
		for _, p := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if _, _, ok := oneKeystroke(p[0], p[1]); ok != c.want {
				t.Errorf("oneKeystroke(%q, %q) = %v", p[0], p[1], ok)
			}
		}
	}
}

// Two cases mistype a motel's phone alike: that links them no more than the
// motel does. The same digit off from a phone that is no hub is another phone.
func TestMisspeltHub(t *testing.T) {
	for _, hub := range []bool{true, false} {
		cases := 40
		if !hub {
			cases = 3
		}
		l, err := New(Options{})
		if err != nil {
			t.Fatal(err)
		}
		add := func(i int, number string) {
			own := Mention{Kind: normalize.KindPlate, Raw: fmt.Sprintf("NY QRS%04d", 1000+i*37)}
			c := Case{ID: fmt.Sprintf("M-%03d", i), Counties: []string{fmt.Sprintf("36%03d", 1+2*(i%30))}, From: normalize.DayOf(2022, 1, 1) + normalize.Day(i*25),
				Mentions: []Mention{{Kind: normalize.KindPhone, Raw: number}, own}}
			if err := l.Add(c); err != nil {
				t.Fatal(err)
			}
		}
		for i := range cases {
			add(i, "800-555-0199")
		}
		add(cases, "800-555-0198")
		add(cases+1, "800-555-0198")
		n, err := l.Link(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		x, err := n.Explain(cases, cases+1)
		if err != nil {
			t.Fatal(err)
		}
		if x.Direct.Kept == hub {
			t.Errorf("beside a hub %v the misspelt phone links: %v, %+v", hub, x.Direct.Kept, x.Direct.Evidence)
		}
	}
}
