package normalize

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	const doubtful = true
	tests := []struct {
		raw, key string
		doubt    bool
	}{
		{"4/3/2023", "2023-04-03", false},
		{"04/03/2023", "2023-04-03", false},
		{"4/3/23", "2023-04-03", false},
		{"4/3/85", "1985-04-03", false},
		{"1/1/29", "2029-01-01", false},
		{"1/1/30", "1930-01-01", false},
		{"4-3-2023", "2023-04-03", false},
		{"4.3.2023", "2023-04-03", false},
		{"13/4/2023", "2023-04-13", false},
		{"2023-04-03", "2023-04-03", false},
		{"2023/4/3", "2023-04-03", false},
		{"2023-04-03T10:30:00Z", "2023-04-03", false},
		{"2023-04-03 10:30:00.000-04:00", "2023-04-03", false},
		{"4/3/2023 2:05 PM", "2023-04-03", false},
		{"4/3/2023 14:05:33", "2023-04-03", false},
		{"Apr 3 2023", "2023-04-03", false},
		{"Apr. 3, 2023", "2023-04-03", false},
		{"April 3rd, 2023 at 5:30 pm", "2023-04-03", false},
		{"Monday, April 3, 2023", "2023-04-03", false},
		{"3 Apr 2023", "2023-04-03", false},
		{"3-Apr-23", "2023-04-03", false},
		{"3rd of April 2023", "2023-04-03", false},
		{"2023-Apr-03", "2023-04-03", false},
		{"3 de abril de 2023", "2023-04-03", false},
		{"3 de abril del 2023", "2023-04-03", false},
		{"Sept 9, 2021", "2021-09-09", false},
		{"20230403", "2023-04-03", false},
		{"04032023", "2023-04-03", false},
		{"20230403103000", "2023-04-03", false},
		{"45019", "2023-04-03", false},
		{"45019.5", "2023-04-03", false},
		{"10/1/2012Amended 12/28/2012", "2012-10-01/2012-12-28", false},
		{"9/6/20122/3/2013", "2012-09-06/2013-02-03", false},
		{"11//12/2013Amended:9/9/2014", "2013-11-12/2014-09-09", false},
		{"4/3/2023 - 4/7/2023", "2023-04-03/2023-04-07", false},
		{"4/7/2023; 4/3/2023; 4/5/2023", "2023-04-03/2023-04-07", false},
		{"9/9/2014\nControl Number: 2012-0123", "2014-09-09", false},
		{"2/29/2024", "2024-02-29", false},
		// Doubts.
		{"April 2023", "2023-04-01", doubtful},
		{"04/2023", "2023-04-01", doubtful},
		{"2023-04", "2023-04-01", doubtful},
		{"2023", "2023-01-01", doubtful},
		{"4/032023", "2023-04-03", doubtful},
		{"4/3/2023 and 2/30/2023", "2023-04-03", doubtful},
		// No date.
		{"", "", doubtful},
		{"n/a", "", doubtful},
		{"2/30/2023", "", doubtful},
		{"2/29/2023", "", doubtful},
		{"13/13/2023", "", doubtful},
		{"0/0/0000", "", doubtful},
		{"March", "", doubtful},
		{"10:30", "", doubtful},
		{"585-555-0142", "", doubtful},
		{"2012-0123", "", doubtful},
		{"123", "", doubtful},
		{"maybe later", "", doubtful},
		{strings.Repeat("1/1/2020 ", 1000), "", doubtful},
	}
	for _, test := range tests {
		got, err := Date(test.raw)
		if got.Key() != test.key || (len(got.Issues()) > 0) != test.doubt {
			t.Errorf("Date(%.40q) = %q, issues %q; want %q, doubt %v", test.raw, got.Key(), got.Issues(), test.key, test.doubt)
		}
		if (err != nil) != (test.key == "") {
			t.Errorf("Date(%.40q): error %v", test.raw, err)
		}
	}
}

func TestDateIn(t *testing.T) {
	for raw, want := range map[string]string{"4/3/2023": "2023-03-04", "4/13/2023": "2023-04-13", "2023-04-03": "2023-04-03"} {
		if got, err := DateIn(raw, DayFirst); err != nil || got.Key() != want {
			t.Errorf("DateIn(%q, DayFirst) = %q, %v; want %q", raw, got.Key(), err, want)
		}
	}
}

// Every day of a leap cycle is read back from every form.
func TestDateForms(t *testing.T) {
	forms := []string{"1/2/2006", "01/02/06", "2006-01-02", "20060102", "Jan 2, 2006", "2 January 2006", "01-02-2006", "2006-01-02T15:04:05Z07:00", "Monday, January 2, 2006"}
	for day := DayOf(1999, time.January, 1); day < DayOf(2005, time.January, 1); day++ {
		for _, form := range forms {
			text := day.Time().Format(form)
			if got, err := Date(text); err != nil || got.From != day || got.To != day {
				t.Fatalf("Date(%q) = %v, %v; want %v", text, got, err, day)
			}
		}
	}
}

// Nearly every real cell holds a date that its year's notices can have.
func TestDateRealCells(t *testing.T) {
	f, err := os.Open(sharedData(t, "nys-warn/notices-2012-2016.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rows[0], "Date of Notice")
	all, right := 0, 0
	for _, row := range rows[1:] {
		if strings.TrimSpace(row[at]) == "" {
			continue
		}
		all++
		got, err := Date(row[at])
		if err == nil && strings.Count(row[at], "/") >= 2*len(got.All) && got.From >= DayOf(2011, time.January, 1) {
			right++
		} else {
			t.Logf("%q: %v, %v", row[at], got.All, err)
		}
	}
	if right*1000 < all*997 {
		t.Errorf("%d of %d cells read", right, all)
	}
}

func ExampleDate() {
	d, _ := Date("10/1/2012Amended 12/28/2012")
	fmt.Println(d.From, d.To)
	d, _ = Date("13/4/2023")
	fmt.Println(d, d.Notes())
	// Output:
	// 2012-10-01 2012-12-28
	// 2023-04-13 [the numbers fit only in the other order of day and month]
}

func FuzzDate(f *testing.F) {
	for _, seed := range []string{"4/3/2023", "2023-04-03", "3 de abril de 2023", "45019", "Apr 3 2023 10:30", "1/1/2020 2/2/2020", "//", "9999999999", "1-Ene-"} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, raw string, dayFirst bool) {
		order := MonthFirst
		if dayFirst {
			order = DayFirst
		}
		got, err := DateIn(raw, order)
		if err != nil {
			if got.Key() != "" || len(got.Issues()) == 0 {
				t.Errorf("error with key %q, issues %q", got.Key(), got.Issues())
			}
			return
		}
		if len(got.All) == 0 || got.From.IsZero() || got.From > got.To {
			t.Errorf("%v to %v of %v", got.From, got.To, got.All)
		}
		if again, err := DateIn(got.Key(), order); err != nil || again.Key() != got.Key() {
			t.Errorf("DateIn(%q) = %q, %v", got.Key(), again.Key(), err)
		}
	})
}

func BenchmarkDate(b *testing.B) {
	for _, raw := range []string{"4/3/2023", "2023-04-03", "Apr 3 2023", "10/1/2012Amended 12/28/2012"} {
		b.Run(raw, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Date(raw)
			}
		})
	}
}

// TestPlainDay holds the plain forms to Date on every day that a file can speak of, and on texts that are none.
func TestPlainDay(t *testing.T) {
	check := func(raw string) bool {
		t.Helper()
		day, ok := PlainDay(raw)
		v, err := Date(raw)
		if ok && (err != nil || v.From != day || v.To != day || len(v.Issues()) > 0 || len(v.Notes()) > 0) {
			t.Errorf("%q: %v, but Date gives %v, %v, %v", raw, day, v, v.Issues(), err)
		}
		return ok
	}
	for d := DayOf(1799, 12, 1); d < DayOf(2200, 2, 1); d++ {
		at := d.Time()
		in := at.Year() >= 1800 && at.Year() <= 2199
		if check(at.Format("2006-01-02")) != in || check(at.Format("01/02/2006")) != in {
			t.Fatalf("%v: want plain %v", d, in)
		}
	}
	for _, raw := range []string{"2023-02-29", "13/01/2023", "00/10/2023", "2023-00-10", "2023-4-3", "4/3/2023", "2023/04/03", "04-03-2023", "2023-04-0x", "+023-04-03", ""} {
		if check(raw) {
			t.Errorf("%q is plain", raw)
		}
	}
}
