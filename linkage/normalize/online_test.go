package normalize

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkRoundTrip checks what holds for every value: a key is valid UTF-8 without
// control characters, and display and key are read as the same value again.
func checkRoundTrip(t *testing.T, kind Kind, raw string) {
	t.Helper()
	v, err := Normalize(kind, raw, Context{})
	if (err != nil) != (v.Key() == "") {
		t.Fatalf("%q: key %q and error %v", raw, v.Key(), err)
	}
	if err != nil {
		if len(v.Issues()) == 0 {
			t.Fatalf("%q: unread without an issue", raw)
		}
		return
	}
	if !utf8.ValidString(v.Key()) || strings.ContainsFunc(v.Key(), func(r rune) bool { return r < ' ' || r == 0x7f }) {
		t.Fatalf("%q: key %q", raw, v.Key())
	}
	for _, form := range []string{v.Display(), v.Key()} {
		again, err := Normalize(kind, form, Context{})
		if err != nil || again.Key() != v.Key() {
			t.Fatalf("%q: key %q, but %q gives %q, %v", raw, v.Key(), form, again.Key(), err)
		}
	}
}

func TestEmail(t *testing.T) {
	for _, c := range []struct{ raw, key, issue string }{
		{"Lily.Rose@Example.COM", "lily.rose@example.com", ""},
		{"mailto:lily@example.com?subject=hi", "lily@example.com", ""},
		{"Lily <lily@example.com>", "lily@example.com", ""},
		{"lily.rose+ads@gmail.com", "lilyrose@gmail.com", ""},
		{"lilyrose@googlemail.com", "lilyrose@gmail.com", ""},
		{"lily+ads@outlook.com", "lily@outlook.com", ""},
		{"lily+ads@example.com", "lily+ads@example.com", ""},
		{"lily at gmail dot com", "lily@gmail.com", ""},
		{"lily [at] example [dot] com", "lily@example.com", ""},
		{"lily(at)example.com", "lily@example.com", ""},
		{"lily arroba example punto com", "lily@example.com", ""},
		{"lily@gmial.com", "lily@gmial.com", "the domain may be meant for gmail.com"},
		{"lily@mail.com", "lily@mail.com", ""},
		{"lily@bücher.example", "lily@xn--bcher-kva.example", ""},
		{"lily", "", "not of the form name@domain"},
		{"@example.com", "", "not of the form name@domain"},
		{"a@b", "", "not of the form name@domain"},
		{"two words@example.com", "", "not of the form name@domain"},
		{"", "", "not of the form name@domain"},
	} {
		e, _ := Email(c.raw)
		if e.Key() != c.key || strings.Join(e.Issues(), "; ") != c.issue {
			t.Errorf("%q: key %q issues %v; want %q %q", c.raw, e.Key(), e.Issues(), c.key, c.issue)
		}
	}
}

func ExampleEmail() {
	e, _ := Email("Lily.Rose+ads at Gmail dot com")
	fmt.Println(e.Key(), "|", e.Display())
	// Output: lilyrose@gmail.com | lily.rose+ads@gmail.com
}

func TestURL(t *testing.T) {
	for _, c := range []struct {
		raw, key, domain string
		generic          bool
	}{
		{"https://www.Example.com/", "example.com", "example.com", false},
		{"http://shop.example.co.uk/a//b/index.html?utm_source=x&b=2&a=1#top", "shop.example.co.uk/a/b?a=1&b=2", "example.co.uk", false},
		{"hxxps://lotus[.]example[.]com/Menu", "lotus.example.com/Menu", "example.com", false},
		{"example.com:8080/x", "example.com/x", "example.com", false},
		{"facebook.com", "facebook.com", "facebook.com", true},
		{"https://m.facebook.com/Golden.Farm?fbclid=1", "facebook.com/golden.farm", "facebook.com", false},
		{"https://buffalo.backpage.com/women", "buffalo.backpage.com/women", "backpage.com", true},
		{"https://buffalo.backpage.com/women/lily/12345", "buffalo.backpage.com/women/lily/12345", "backpage.com", false},
		{"www.google.com", "google.com", "google.com", true},
		{"not a link", "", "", false},
		{"localhost", "", "", false},
		{"ftp://example.com", "", "", false},
		{"", "", "", false},
	} {
		w, _ := URL(c.raw)
		if w.Key() != c.key || w.Key() != "" && w.Domain() != c.domain || w.Generic != c.generic {
			t.Errorf("%q: key %q domain %q generic %v; want %q %q %v", c.raw, w.Key(), w.Domain(), w.Generic, c.key, c.domain, c.generic)
		}
	}
}

func ExampleURL() {
	w, _ := URL("https://www.example.com/post/831/?utm_source=mail&id=4")
	fmt.Println(w.Key(), "|", w.Domain())
	// Output: example.com/post/831?id=4 | example.com
}

func TestHandle(t *testing.T) {
	for _, c := range []struct{ raw, platform, key, issue string }{
		{"@goldie_22", "instagram", "instagram:goldie_22", ""},
		{"IG: Goldie_22", "", "instagram:goldie_22", ""},
		{"https://www.instagram.com/goldie_22/?hl=en", "", "instagram:goldie_22", ""},
		{"snap: goldie22", "", "snapchat:goldie22", ""},
		{"Snapchat username goldie22", "", "snapchat:goldie22", ""},
		{"https://snapchat.com/add/goldie22", "", "snapchat:goldie22", ""},
		{"telegram @goldie", "", "telegram:goldie", ""},
		{"t.me/goldie", "", "telegram:goldie", ""},
		{"kik goldie.22", "", "kik:goldie.22", ""},
		{"$goldie22", "", "cashapp:goldie22", ""},
		{"Cash App $goldie22", "", "cashapp:goldie22", ""},
		{"cash.app/$goldie22", "", "cashapp:goldie22", ""},
		{"venmo @goldie", "", "venmo:goldie", ""},
		{"whatsapp 585-555-0142", "", "whatsapp:+15855550142", ""},
		{"https://wa.me/15855550142", "", "whatsapp:+15855550142", ""},
		{"https://facebook.com/profile.php?id=1000123", "", "facebook:1000123", ""},
		{"goldie_22 (instagram)", "", "instagram:goldie_22", ""},
		{"twitter @goldie", "instagram", "x:goldie", ""},
		{"@goldie_22", "", "unknown:goldie_22", "the platform is not known"},
		{"goldie", "MySpace", "unknown:goldie", "the platform is not known"},
		{"", "instagram", "", "no account name"},
		{"???", "", "", "no account name"},
		{"two words here", "", "", "no account name"},
	} {
		h, _ := Handle(c.raw, c.platform)
		if h.Key() != c.key || strings.Join(h.Issues(), "; ") != c.issue {
			t.Errorf("%q on %q: key %q issues %v; want %q %q", c.raw, c.platform, h.Key(), h.Issues(), c.key, c.issue)
		}
	}
}

func ExampleHandle() {
	h, _ := Handle("IG: Goldie_22", "")
	fmt.Println(h.Key(), "|", h.Display())
	// Output: instagram:goldie_22 | instagram @goldie_22
}

func FuzzEmail(f *testing.F) {
	for _, s := range []string{"lily.rose+a@gmail.com", "lily at example dot com", "Lily <lily@example.com>", "lily@bücher.example"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) { checkRoundTrip(t, KindEmail, raw) })
}

func FuzzURL(f *testing.F) {
	for _, s := range []string{"https://www.example.com/a?b=1", "hxxp://x[.]example", "facebook.com/Golden%20Farm", "example.com/é?ü#x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) { checkRoundTrip(t, KindURL, raw) })
}

func FuzzHandle(f *testing.F) {
	for _, s := range []string{"@goldie_22", "IG: goldie", "https://instagram.com/goldie", "cashapp $goldie", "whatsapp 585-555-0142", "snap snap snap"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) { checkRoundTrip(t, KindHandle, raw) })
}
