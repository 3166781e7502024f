package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tflink/tflink/linkage/normalize"
)

// shown writes mentions as "kind key", with what the text says about them.
func shown(mentions []Mention) string {
	var b strings.Builder
	for _, m := range mentions {
		fmt.Fprintf(&b, "; %s %s", m.Kind, m.Value.Key())
		if m.Role != "" {
			b.WriteString(" of " + m.Role)
		}
		if m.Confidence < 0.5 {
			b.WriteString(" ?")
		}
		for _, a := range m.Attributes {
			b.WriteString(" " + a.Name + "=" + a.Value)
		}
	}
	return strings.TrimPrefix(b.String(), "; ")
}

func TestText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Plates and VINs.
		{"white Ford Transit, plate PBM 6258", "plate NY PBM6258 color=white make=Ford model=Transit"},
		{"NY tag udw-2016 on a 2014 silver Honda Civic", "plate NY UDW2016 year=2014 color=silver make=Honda model=Civic"},
		{"license plate number is KAB 1042 (PA)", "plate PA KAB1042"},
		{"plate # BFZ-9080 R/O not home", "plate NY BFZ9080"},
		{"tag BFZ 9080 P/U at the motel", "plate NY BFZ9080"},
		{"Temp tag 1234567 Ohio", "plate OH 1234567"},
		{"partial tag KAB1?? on a grey Dodge Caravan", "plate NY KAB1?? color=grey make=Dodge model=Caravan"},
		{"plate ending in 42, white van", "plate NY …42 color=white body=van"},
		{"Saw ABC-1234 on the wall", "plate NY ABC1234 ?"},
		{"plate: unknown. A plate of food for 12, name tag, tagged along", ""},
		{"VIN 1HGCM82633A004352", "vin 1HGCM82633A004352"},
		{"VIN: 1HG CM8263 3A004352, blue", "vin 1HGCM82633A004352"},
		{"VIN 1HG CM8263 3A004353", ""},
		// Online.
		{"mail Lily@Example.com or lily at example dot com", "email lily@example.com; email lily@example.com"},
		{"lily(at)example.org, rose [at] example.net", "email lily@example.org; email rose@example.net"},
		{"telegram t.me/goldie_22", "handle telegram:goldie_22"},
		{"lily@example dot com", "email lily@example.com"},
		{"IG: goldie_22, snap goldie22; telegram @goldie", "handle instagram:goldie_22; handle snapchat:goldie22; handle telegram:goldie"},
		{"goldie_22 on Instagram, cash app $goldie22, $50 deposit", "handle instagram:goldie_22; handle cashapp:goldie22"},
		{"https://instagram.com/goldie_22 and www.lotus.example/menu.", "handle instagram:goldie_22; url lotus.example/menu"},
		{"he took a snap of the facebook page", ""},
		// Addresses.
		{"She lives at 12 Main St Apt 3, Batavia, NY.", "address 12 MAIN ST #3, BATAVIA NY"},
		{"47 - 01 Van Dam Street, Queens NY 11101", "address 4701 VANDAM ST, LONG ISLAND CITY NY"},
		{"PO Box 12, Perry, NY 14530", "address PO BOX 12, PERRY NY"},
		{"In 2019 they moved; 12 hour days, 2 girls", ""},
		// Businesses and people.
		{"Golden Harvest Farm LLC hired them; Lotus Spa too.", "business golden harvest farm; business lotus spa"},
		{"the farm and a spa company", ""},
		{"suspect Ray Dellman, known as Goldie", "person dellman, ray of suspect; person goldie of suspect"},
		{"Ray Dellman a/k/a \"Goldie\"", "person dellman, ray; person goldie"},
		{"subject identified as DELLMAN, Ray", "person dellman, ray of suspect"},
		{"On Monday the driver called Buffalo police", ""},
		// Whose it is.
		{"victim's phone 585-555-0142, suspect's phone 716-555-0100", "phone +15855550142 of victim; phone +17165550100 of suspect"},
		{"The victim Maria Lopez was taken. Her number is 585-555-0142.", "person lopez, maria of victim; phone +15855550142 of victim"},
		{"Contact 585-555-0142 (victim)", "phone +15855550142 of victim"},
		{"585-555-0142 is the victim's cell", "phone +15855550142 of victim"},
		{"Suspect can be reached at 585-555-0199", "phone +15855550199 of suspect"},
		{"victim was called from 585-555-0143", "phone +15855550143"},
		{"victim stated that suspect texted her from 585-555-0142", "phone +15855550142"},
	} {
		mentions := Text(c.text, Options{State: "NY", PlateState: "NY"})
		if got := shown(mentions); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func ExampleText() {
	for _, m := range Text("white Ford Transit, plate PBM 6258, call five8five-555-o1four2", Options{State: "NY", PlateState: "NY"}) {
		fmt.Println(m.Kind, m.Value.Key(), m.Attributes)
	}
	// Output:
	// plate NY PBM6258 [{color white} {make Ford} {model Transit}]
	// phone +15855550142 []
}

func ExampleRedact() {
	text := "Maria said that Lopez's number is five8five 555 o1four2."
	fmt.Println(Redact(text, []string{"Maria Lopez"}, []KindKey{{normalize.KindPhone, "+15855550142"}}, Options{}))
	// Output: [victim] said that [victim]'s number is [withheld].
}

func TestRedact(t *testing.T) {
	keys := []KindKey{{normalize.KindPhone, "+15855550142"}, {normalize.KindEmail, "lily@example.com"}}
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"nothing here", "nothing here"},
		{"MARIA LOPEZ, maria and Marianne", "[victim], [victim] and Marianne"},
		{"Jo Lopez-Ruiz", "Jo [victim]-Ruiz"},
		{"call (585) 555-0142 or 716-555-0100", "call [withheld] or 716-555-0100"},
		{"LILY at example dot com", "[withheld]"},
		{"Niña Muñoz", "[victim]"},
	} {
		if got := Redact(c.text, []string{"Maria Lopez", "Jo Li", "NIÑA MUÑOZ"}, keys, Options{}); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestKinds(t *testing.T) {
	text := "suspect Ray Dellman, plate PBM 6258, 585-555-0142"
	for _, k := range []normalize.Kind{normalize.KindPhone, normalize.KindPlate, normalize.KindPerson} {
		if m := Text(text, Options{Kinds: []normalize.Kind{k}}); len(m) != 1 || m[0].Kind != k {
			t.Errorf("only %s: %s", k, shown(m))
		}
	}
	if m := Text(text, Options{Kinds: []normalize.Kind{normalize.KindVIN}}); len(m) != 0 {
		t.Errorf("only VINs: %s", shown(m))
	}
}

// hostile are pieces of which a text without end may be made.
var hostile = []string{
	"a", "5", "5 ", "five ", "five", "a@", "@a", "$A", "1 Main ", "ABC-123 ", "Farm ", "suspect A ", "é", "her phone ", "I ", "5.", "1/1/",
	"double ", "www.", "x.com ", "fivefiv", "\xff", "plate ", "to ", "twenty ", "http://a.com/b ", "5855550142 or 0143 ", "tag A ", "known as ", "+4", "IG ", "a/k/a ",
}

func FuzzText(f *testing.F) {
	f.Add(narrative)
	for _, p := range hostile {
		f.Add(strings.Repeat(p, 3))
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		ends := map[normalize.Kind]int{}
		for _, m := range Text(text, Options{State: "NY", PlateState: "NY"}) {
			if m.Start < last || m.End > len(text) || m.Start >= m.End || m.Raw != text[m.Start:m.End] || m.Start < ends[m.Kind] {
				t.Fatalf("%+v after %d in %q", m, last, text)
			}
			last, ends[m.Kind] = m.Start, m.End
			if m.Value.Key() == "" || m.Value.Kind() != m.Kind || m.Confidence <= 0 || m.Confidence > 1 || m.Rule == "" || m.VictimSaid != (m.Role == victim) {
				t.Fatalf("%+v in %q", m, text)
			}
		}
		if out := Redact(text, []string{"Maria Lopez"}, nil, Options{}); utf8.ValidString(text) && !utf8.ValidString(out) {
			t.Fatalf("redacting %q gives %q", text, out)
		}
	})
}

const narrative = "On 03/14/2024 at 9:30 pm the victim, working at Golden Harvest Farm LLC, 6211 State Route 19, Warsaw NY 14569, " +
	"reported that suspect Ray Dellman took her passport. He drives a white Ford Transit, NY plate PBM 6258, and uses 585-555-0142. Contact goldie_22 on Instagram."

func BenchmarkText(b *testing.B) {
	b.SetBytes(int64(len(narrative)))
	b.ReportAllocs()
	for b.Loop() {
		Text(narrative, Options{State: "NY", PlateState: "NY"})
	}
}
