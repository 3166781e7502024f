package normalize

import (
	"fmt"
	"strings"
	"testing"
)

func ExampleBusiness() {
	for _, raw := range []string{"The Golden Harvest Farm, L.L.C.", "GOLDEN HARVEST FARMS", "Roe Holdings Inc. d/b/a Sunrise Nails"} {
		b, err := Business(raw)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s %q\n", b.Display(), b.Keys())
	}
	// Output:
	// Golden Harvest Farm LLC ["golden harvest farm"]
	// GOLDEN HARVEST FARMS ["golden harvest farm"]
	// Roe Holdings Inc. d/b/a Sunrise Nails ["roe holding" "sunrise nail"]
}

func TestBusiness(t *testing.T) {
	tests := []struct {
		raw, keys, parts string
	}{
		{"Golden Harvest Farm LLC", "golden harvest farm", "name=Golden Harvest Farm legal_form=LLC"},
		{"GOLDEN HARVEST FARMS, L.L.C.", "golden harvest farm", "name=GOLDEN HARVEST FARMS legal_form=LLC"},
		{"The Golden Harvest Farm's", "golden harvest farm", "name=Golden Harvest Farm's"},
		{"AMBA", "amba", "name=AMBA"},
		{"Ltd. & Co.", "ltd and company", "name=Ltd. & Co"},
		{"Kestrel Store #04868 (Kestrel Corporation)", "kestrel #4868", "name=Kestrel number=4868 qualifier=Kestrel Corporation"},
		{"Kestrel Unit 7", "kestrel #7", "name=Kestrel number=7"},
		{"Kestrel Store (#01794)4000 Turnpike", "kestrel store 4000 turnpike #1794", ""},
		{"Store 12", "store 12", "name=Store 12"},
		{"Roe & Doe Co.", "roe and doe", "name=Roe & Doe legal_form=Co."},
		{"Roe and Doe Company", "roe and doe", "name=Roe and Doe legal_form=Co."},
		{"H&R Farms", "h and r farm", "name=H&R Farms"},
		{"A.B.C. Towing", "abc towing", "name=A.B.C. Towing"},
		{"TKL, INC D/B/A COTTAGE LANE NURSERY INC", "tkl; cottage lane nursery", "name=TKL legal_form=Inc. trade_name=COTTAGE LANE NURSERY"},
		{"Roe Ranch, dba, Doe Ranch", "roe ranch; doe ranch", "name=Roe Ranch trade_name=Doe Ranch"},
		{"Roe Corporation/DBA Jane Roe", "roe; jane roe", "name=Roe legal_form=Corp. trade_name=Jane Roe"},
		{"Roe Corp. (d/b/a Doe Mills) 74 Main", "roe; doe mills", "name=Roe legal_form=Corp. trade_name=Doe Mills qualifier=74 Main"},
		{"Roe Pops, LLC - South Jersey", "roe pops", "name=Roe Pops legal_form=LLC qualifier=South Jersey"},
		{"JOHN ROE DBA", "john roe", "name=JOHN ROE"},
		{"Three Brothers' Pizza", "3 brother pizza", "name=Three Brothers' Pizza"},
		{"Forty-Four Nails", "44 nail", "name=Forty-Four Nails"},
		{"Kestrel Forty 4", "kestrel 44", "name=Kestrel Forty 4"},
		{"Twenty First Century Farm", "21st century farm", "name=Twenty First Century Farm"},
		{"Twenty Four Seven Deli", "24 7 delicatessen", "name=Twenty Four Seven Deli"},
		{"Forty", "40", "name=Forty"},
		{"First Natl Bank, N.A.", "1st national bank", "name=First Natl Bank legal_form=NA"},
		{"grill  the", "grill", "name=grill"},
		{"Łoś spółka z o.o", "los", "name=Łoś legal_form=Sp. z o.o."},
		{"S.A. Roe S.A. de C.V.", "sa roe", "name=S.A. Roe legal_form=SA"},
		{"Société Roe SARL", "societe roe", "name=Société Roe legal_form=SARL"},
		{"ООО Ромашка", "romashka", "name=Ромашка legal_form=OOO"},
		{"x", "x", "name=x"},
	}
	for _, test := range tests {
		b, err := Business(test.raw)
		if err != nil {
			t.Errorf("Business(%q): %v", test.raw, err)
			continue
		}
		if got := strings.Join(b.Keys(), "; "); got != test.keys {
			t.Errorf("Business(%q).Keys() = %s, want %s", test.raw, got, test.keys)
		}
		if got := partsText(b); test.parts != "" && got != test.parts {
			t.Errorf("Business(%q).Parts() = %s, want %s", test.raw, got, test.parts)
		}
	}
}

func TestBusinessUnreadable(t *testing.T) {
	for _, raw := range []string{"", " -- ", "\xff\x00", strings.Repeat("a ", 600)} {
		b, err := Business(raw)
		if err == nil || b.Key() != "" || len(b.Issues()) == 0 || b.Keys() != nil || b.Words() != nil {
			t.Errorf("Business(%.20q) = key %q, issues %q, error %v; want no key, an issue and an error", raw, b.Key(), b.Issues(), err)
		}
	}
}

func TestDistinctive(t *testing.T) {
	tests := []struct{ raw, words string }{
		{"Golden Harvest Farm LLC", "golden harvest"},
		{"Spa & Nails", ""},
		{"Roe Aircraft Corp #7", "roe"},
		{"Brooklyn Cleaning", ""},
	}
	for _, test := range tests {
		b, _ := Business(test.raw)
		if got := strings.Join(b.Distinctive(), " "); got != test.words {
			t.Errorf("Business(%q).Distinctive() = %q, want %q", test.raw, got, test.words)
		}
	}
}

func TestBusinessTables(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(businessWordsText) {
		_, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(list) {
			if seen[w] {
				t.Errorf("%q stands twice in the words of businesses", w)
			}
			seen[w] = true
			if c := canonicalWord(w); c != w && w[0] > '9' {
				if _, number := canonicalWords()[w]; !number {
					t.Errorf("%q is listed, but its canonical form is %q", w, c)
				}
			}
		}
	}
	for short, long := range canonicalWords() {
		for _, w := range strings.Fields(long) {
			if again := canonicalWord(w); again != w {
				t.Errorf("%q becomes %q, which becomes %q", short, w, again)
			}
		}
	}
	for form := range legalForms().forms {
		if strings.Join(strings.Fields(form), " ") != form || form == "" {
			t.Errorf("legal form %q has odd spaces", form)
		}
	}
}

func FuzzBusiness(f *testing.F) {
	for _, seed := range []string{
		"Golden Harvest Farm LLC", "Ltd. & Co.", "Kestrel Store #04868 (Kestrel Corporation)", "a inc b", "the the the", "A. B & C d/b/a",
		"dba dba x", "(x) y", "# 12", "Store 12 Unit 7", "Roe, Inc., a Doe Inc. Company", "L L C", "\x00\xff", "1 1 1", "S de RL de CV", "& & and",
		"Roe Co Inc Ltd LLC", "first 1st one", "nyc ny", "Ömer's Döner", "№ 5 Роза", "roe #a1", "no 00",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		v, err := Business(raw)
		checkNameValue(t, raw, v, err, func(s string) (Value, error) { return Business(s) })
	})
}

func BenchmarkBusiness(b *testing.B) {
	b.ReportAllocs()
	raws := []string{"Golden Harvest Farm LLC", "Sunrise Nails & Spa", "KESTREL STORE #0123", "Roe Holdings Inc. d/b/a Doe Cleaning"}
	for i := 0; b.Loop(); i++ {
		Business(raws[i%len(raws)])
	}
}
