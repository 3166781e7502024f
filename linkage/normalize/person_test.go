package normalize

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func ExamplePerson() {
	for _, raw := range []string{"DOE, John Q.", "Mr. John Q Doe Jr", "john doe"} {
		p, err := Person(raw)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%-18s %s (%s)\n", raw, p.NameKey(), p.Display())
	}
	// Output:
	// DOE, John Q.       doe, john (John Q. Doe)
	// Mr. John Q Doe Jr  doe, john (Mr John Q. Doe Jr)
	// john doe           doe, john (John Doe)
}

func TestPerson(t *testing.T) {
	tests := []struct {
		raw, key string
		parts    string
	}{
		{"DOE, John Q.", "doe, john", "given=John middle=Q surname=Doe"},
		{"Mr. John Q Doe Jr", "doe, john", "title=Mr given=John middle=Q surname=Doe suffix=Jr"},
		{"DOE JR, JOHN", "doe, john", "given=John surname=Doe suffix=Jr"},
		{"Doe, John, Jr.", "doe, john", "given=John surname=Doe suffix=Jr"},
		{"John Doe, Jr.", "doe, john", "given=John surname=Doe suffix=Jr"},
		{"John Doe 3rd", "doe, john", "given=John surname=Doe suffix=III"},
		{"DOE JOHN Q", "doe, john", "given=John middle=Q surname=Doe"},
		{"Dr. Jane Roe, MD", "roe, jane", "title=Dr given=Jane surname=Roe"},
		{"Juan García López", "garcia lopez, juan", "given=Juan surname=García López"},
		{"GARCIA LOPEZ, JUAN CARLOS", "garcia lopez, juan", "given=Juan middle=Carlos surname=Garcia Lopez"},
		{"María de la Cruz López", "delacruz lopez, maria", "given=María surname=de la Cruz López"},
		{"Sr. Juan Pérez", "perez, juan", "title=Sr given=Juan surname=Pérez"},
		{"Anna Smith-Jones", "smith jones, anna", "given=Anna surname=Smith-Jones"},
		{"Jean-Claude Roe", "roe, jean", "given=Jean-Claude middle= surname=Roe"},
		{"Patrick O'Brien", "obrien, patrick", "given=Patrick surname=O'Brien"},
		{"Patrick O Brien", "obrien, patrick", "given=Patrick surname=O Brien"},
		{"PATRICK O’BRIEN", "obrien, patrick", "given=Patrick surname=O’Brien"},
		{"Vincent Van Der Berg", "vanderberg, vincent", "given=Vincent surname=Van Der Berg"},
		{"John 'Jack' Doe", "doe, john", "given=John surname=Doe nickname=Jack"},
		{`"Ace" John Doe`, "doe, john", "given=John surname=Doe nickname=Ace"},
		{"John Doe a/k/a Johnny Roe", "doe, john", "given=John surname=Doe alias=Johnny Roe"},
		{"John Doe aka Ace", "doe, john", "given=John surname=Doe nickname=Ace"},
		{"Mary (née Roe) Doe", "doe, mary", "given=Mary surname=Doe maiden=Roe"},
		{"Doe, Jane DOB 2/3/1980", "doe, jane|1980-02-03", "given=Jane surname=Doe born=1980-02-03"},
		{"doe, jane|1980-02-03", "doe, jane|1980-02-03", "given=Jane surname=Doe born=1980-02-03"},
		{"Сергей Иванов", "ivanov, sergey", "given=Сергей surname=Иванов"},
		{"KING, JOHN", "king, john", "given=John surname=King"},
		{"Bishop John Roe", "roe, john", "title=Bishop given=John surname=Roe"},
		{"Earl Smith", "smith, earl", "given=Earl surname=Smith"},
		{"sir roe", "roe", "title=Sir surname=Roe"},
		{"roe", "roe", "surname=Roe"},
		{"JANE MCDOE", "mcdoe, jane", "given=Jane surname=McDoe"},
		{"Ｊａｎｅ　Ｄｏｅ", "doe, jane", "given=Ｊａｎｅ surname=Ｄｏｅ"},
		{"Ja\u200bne D\u00adoe", "doe, jane", "given=Jane surname=Doe"},
	}
	for _, test := range tests {
		p, err := Person(test.raw)
		if err != nil {
			t.Errorf("Person(%q): %v", test.raw, err)
			continue
		}
		if p.Key() != test.key {
			t.Errorf("Person(%q).Key() = %q, want %q", test.raw, p.Key(), test.key)
		}
		if got, want := partsText(p), strings.ReplaceAll(test.parts, " middle= ", " middle= "); got != want && !strings.Contains(test.parts, "middle= ") {
			t.Errorf("Person(%q).Parts() = %s, want %s", test.raw, got, want)
		}
	}
}

func partsText(v Value) string {
	var parts []string
	for _, p := range v.Parts() {
		parts = append(parts, p.Name+"="+p.Value)
	}
	return strings.Join(parts, " ")
}

func TestPersonUnreadable(t *testing.T) {
	for _, raw := range []string{"", "  ", "---", "sir", "Mr. Dr.", "\x00\xff", strings.Repeat("a ", 600)} {
		p, err := Person(raw)
		if err == nil || p.Key() != "" || len(p.Issues()) == 0 {
			t.Errorf("Person(%.20q) = key %q, issues %q, error %v; want no key, an issue and an error", raw, p.Key(), p.Issues(), err)
		}
	}
}

func TestPersonFromColumns(t *testing.T) {
	born := DayOf(1980, 2, 3)
	tests := []struct {
		columns PersonColumns
		key     string
		parts   string
	}{
		{PersonColumns{First: "JOHN", Middle: "Q", Last: "DOE", Suffix: "JR", Born: born}, "doe, john|1980-02-03", "given=John middle=Q surname=Doe suffix=Jr born=1980-02-03"},
		{PersonColumns{First: "John Q", Last: "Doe Jr."}, "doe, john", "given=John middle=Q surname=Doe suffix=Jr"},
		{PersonColumns{First: "sir", Last: "roe"}, "roe", "title=Sir surname=Roe"},
		{PersonColumns{First: "sir samuel", Last: "roe"}, "roe, samuel", "title=Sir given=Samuel surname=Roe"},
		{PersonColumns{First: "john", Last: "bishop"}, "bishop, john", "given=John surname=Bishop"},
		{PersonColumns{First: "Mary Ann", Last: "Smith Jones"}, "smith jones, mary", "given=Mary middle=Ann surname=Smith Jones"},
		{PersonColumns{Last: "DOE, JOHN Q"}, "doe, john", "given=John middle=Q surname=Doe"},
		{PersonColumns{First: "John Doe"}, "doe, john", "given=John surname=Doe"},
		{PersonColumns{First: "John"}, "john", "given=John"},
		{PersonColumns{Title: "Ms", First: "Jane", Last: "de la Cruz", Nickname: "Jay"}, "delacruz, jane", "title=Ms given=Jane surname=de la Cruz nickname=Jay"},
	}
	for _, test := range tests {
		p, err := PersonFromColumns(test.columns)
		if err != nil || p.Key() != test.key || partsText(p) != test.parts {
			t.Errorf("PersonFromColumns(%+v) = %q, %s, %v; want %q, %s", test.columns, p.Key(), partsText(p), err, test.key, test.parts)
		}
	}
}

func TestPersonKeys(t *testing.T) {
	p, _ := Person("John Doe a/k/a Johnny Roe a/k/a Jack Poe")
	if got, want := strings.Join(p.Keys(), "; "), "doe, john; roe, johnny; poe, jack"; got != want {
		t.Errorf("Keys() = %s, want %s", got, want)
	}
}

func TestLooksLike(t *testing.T) {
	tests := []struct {
		text             string
		person, business bool
	}{
		{"DOE, John Q.", true, false},
		{"Maria Garcia Lopez", true, false},
		{"Dr. Jane Roe", true, false},
		{"Robert L. Wilson", true, false},
		{"Kiera Webb", true, false},
		{"Golden Harvest Farm LLC", false, true},
		{"Gonzalez Plumbing", false, true},
		{"Noble Farm", false, true},
		{"Walter Roe & Sons Inc", false, true},
		{"Sunrise Nails", false, true},
		{"Roe Ranch d/b/a Doe Ranch", false, true},
		{"12 Main Street", false, false},
		{"78 Keenan Street", false, false},
		{"555-0142", false, false},
		{"", false, false},
		{"blue", false, false},
		{"the driver said that he had seen her two days ago near the old bridge with another man", false, false},
	}
	for _, test := range tests {
		if got := LooksLikePerson(test.text); got != test.person {
			t.Errorf("LooksLikePerson(%q) = %t", test.text, got)
		}
		if got := LooksLikeBusiness(test.text); got != test.business {
			t.Errorf("LooksLikeBusiness(%q) = %t", test.text, got)
		}
	}
}

// checkNameValue reports what breaks the promises of a Value.
func checkNameValue(t *testing.T, raw string, v Value, err error, again func(string) (Value, error)) {
	t.Helper()
	if (v.Key() == "") != (err != nil) {
		t.Fatalf("%q: key %q with error %v", raw, v.Key(), err)
	}
	if err != nil && len(v.Issues()) == 0 {
		t.Fatalf("%q: no issue says why it has no key", raw)
	}
	for _, s := range []string{v.Key(), v.Display()} {
		if !utf8.ValidString(s) || strings.IndexFunc(s, unicode.IsControl) >= 0 {
			t.Fatalf("%q: control character or invalid UTF-8 in %q", raw, s)
		}
	}
	for _, part := range v.Parts() {
		if !utf8.ValidString(part.Value) || strings.IndexFunc(part.Value, unicode.IsControl) >= 0 || part.Value == "" {
			t.Fatalf("%q: control character, invalid UTF-8 or nothing in part %s %q", raw, part.Name, part.Value)
		}
	}
	if err != nil {
		return
	}
	for _, s := range []string{v.Key(), v.Display()} {
		if w, _ := again(s); w.Key() != v.Key() {
			t.Fatalf("%q: reads %q back as %q, want %q", raw, s, w.Key(), v.Key())
		}
	}
}

func FuzzPerson(f *testing.F) {
	for _, seed := range []string{
		"DOE, John Q.", "Mr. John Q Doe Jr", "Juan García López", "John 'Jack' Doe a/k/a Johnny Roe, born 1980-02-03",
		"SMITH JONES, Mary", "María de la Cruz y Pérez", "O Brien, Pat", "Al-Roe, Sam", "sr sr sr", "\x00\xff", "\"a\" (b) née c",
		"doe, john, earl of x", "d.o.b. 1/1/1980", "(", "Ортега, И.", "Mc Doe", "y y y", "de de de, la",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		v, err := Person(raw)
		checkNameValue(t, raw, v, err, func(s string) (Value, error) { return Person(s) })
		LooksLikePerson(raw)
		LooksLikeBusiness(raw)
	})
}

func BenchmarkPerson(b *testing.B) {
	b.ReportAllocs()
	raws := []string{"DOE, John Q.", "Maria Garcia Lopez", "john smith", "Mr. Robert Roe Jr"}
	for i := 0; b.Loop(); i++ {
		Person(raws[i%len(raws)])
	}
}

func BenchmarkLooksLikePerson(b *testing.B) {
	b.ReportAllocs()
	raws := []string{"DOE, John Q.", "Golden Harvest Farm LLC", "john smith", "12 Main Street"}
	for i := 0; b.Loop(); i++ {
		LooksLikePerson(raws[i%len(raws)])
	}
}
