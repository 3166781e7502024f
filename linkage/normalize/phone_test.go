package normalize

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"
)

func TestPhone(t *testing.T) {
	for _, c := range []struct{ raw, key, extension, issue string }{
		{"585-555-0142", "+15855550142", "", ""},
		{"(585) 555-0142", "+15855550142", "", ""},
		{"1 (585) 555.0142", "+15855550142", "", ""},
		{"+1 585 555 0142", "+15855550142", "", ""},
		{"tel:+1-585-555-0142", "+15855550142", "", ""},
		{"Cell: 585 555 0142", "+15855550142", "", ""},
		{"5855550142 (home)", "+15855550142", "", ""},
		{"(718) 555-0152 Ext: 6010", "+17185550152", "6010", ""},
		{"585/555-0142 x12", "+15855550142", "12", ""},
		{"585.555.0142 #3", "+15855550142", "3", ""},
		{"five8five-555-o1four2", "+15855550142", "", ""},
		{"1-800-FLOWERS", "+18003569377", "", ""},
		{"+52 33 1234 5678", "+523312345678", "", ""},
		{"011 52 33 1234 5678", "+523312345678", "", ""},
		{"585-555-0142 or 0143", "+15855550142", "", "more than one number; one is taken"},
		{"999-555-0142", "+19995550142", "", "area code 999 is not in use"},
		{"585-155-0142", "+15851550142", "", "an exchange does not start with 1"},
		{"555-0142", "", "", "seven digits: the area code is missing"},
		{"", "", "", "empty"},
		{"none", "", "", "no digits"},
		{"000-000-0000", "", "", "a placeholder, not a telephone number"},
		{"999-999-9999", "", "", "a placeholder, not a telephone number"},
		{"123-456-7890", "", "", "a placeholder, not a telephone number"},
		{"585-555-0142-33", "", "", "digits that are not a telephone number"},
		{"911", "", "", "too few digits for a telephone number"},
		{strings.Repeat("5", 1000), "", "", "too long for one telephone number"},
	} {
		p, err := Phone(c.raw, "")
		if p.Key() != c.key || p.Extension() != c.extension || strings.Join(p.Issues(), "; ") != c.issue {
			t.Errorf("%.40q: key %q extension %q issues %v; want %q %q %q", c.raw, p.Key(), p.Extension(), p.Issues(), c.key, c.extension, c.issue)
		}
		if (err != nil) != (c.key == "") {
			t.Errorf("%.40q: key %q and error %v", c.raw, p.Key(), err)
		}
		if e := new(Error); err != nil && (!errors.As(err, &e) || e.Kind != KindPhone) {
			t.Errorf("%.40q: error %v is no *Error of phones", c.raw, err)
		}
	}
	if p, err := Phone("030 901820", "DE"); err != nil || p.Key() != "+4930901820" {
		t.Errorf("German number: %q, %v", p.Key(), err)
	}
}

func ExamplePhone() {
	p, _ := Phone("(585) 555-0142 Ext: 6010", "US")
	fmt.Println(p.Key(), "|", p.Display(), "|", p.Extension())
	// Output: +15855550142 | 585-555-0142 x6010 | 6010
}

func ExamplePhones() {
	numbers, unread := Phones("(607) 555-0177 or 555-0180; box 14569", "")
	for _, p := range numbers {
		fmt.Println(p.Display())
	}
	fmt.Println(unread)
	// Output:
	// 607-555-0177
	// 607-555-0180
	// [box 14569]
}

func TestPhones(t *testing.T) {
	for _, c := range []struct{ raw, keys, unread string }{
		{"716-555-0100 / 0101", "+17165550100 +17165550101", ""},
		{"(585) 555-0142; (585) 555-0142", "+15855550142", ""},
		{"585-555-0142 716-555-0100", "+15855550142 +17165550100", ""},
		{"585-555-0142, ask for Ray", "+15855550142", ""},
		{"(718) 555-0152 Ext: 6010", "+17185550152", ""},
		{"+52 33 1234 5678, 585-555-0142", "+523312345678 +15855550142", ""},
		{"555-0142", "", "555-0142"},
		{"n/a", "", ""},
	} {
		numbers, unread := Phones(c.raw, "")
		var keys []string
		for _, p := range numbers {
			keys = append(keys, p.Key())
		}
		if strings.Join(keys, " ") != c.keys || strings.Join(unread, "|") != c.unread {
			t.Errorf("%q: %v, unread %q; want %q, %q", c.raw, keys, unread, c.keys, c.unread)
		}
	}
}

// TestPhoneAuthority reads numbers of libphonenumber's own tests as it does.
func TestPhoneAuthority(t *testing.T) {
	file, err := os.Open("../../../shared/data/phones/libphonenumber_matcher_cases.jsonl")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("no shared data: %v", err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var c struct{ Table, Raw, Region string }
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		// The plain US numbers must be read as libphonenumber reads them.
		if c.Region != "US" || c.Table != "exactGroupingCases" && c.Table != "strictGroupingCases" {
			continue
		}
		p, err := Phone(c.Raw, c.Region)
		want, _ := phonenumbers.Parse(c.Raw, c.Region)
		if err != nil || p.Key() != phonenumbers.Format(want, phonenumbers.E164) {
			t.Errorf("%q: %q, %v", c.Raw, p.Key(), err)
		}
	}
}

// FuzzPhone holds the fast path to libphonenumber, and keys to themselves.
func FuzzPhone(f *testing.F) {
	for _, s := range []string{"585-555-0142", "(585) 555-0142 x12", "1.585.555.0142 ext. 3", "+1 (585) 555-0142", "+52 33 1234 5678", "1-800-FLOWERS", "five8five-555-o1nine9", "585 / 555 - 0142 #12", "15855550142"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if digits, ext, ok := plainNorthAmerican(raw); ok && len(raw) < 200 {
			n, err := phonenumbers.Parse(raw, "US")
			if err != nil || phonenumbers.Format(n, phonenumbers.E164) != "+1"+digits || n.GetExtension() != ext {
				t.Fatalf("%q: %s x%q here; libphonenumber: %v, %v", raw, digits, ext, n, err)
			}
		}
		checkRoundTrip(t, KindPhone, raw)
	})
}

func BenchmarkPhone(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Phone("(585) 555-0142", ""); err != nil {
			b.Fatal(err)
		}
	}
}
