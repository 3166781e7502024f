package linkage_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Each test links A and B by one phone. In A it is somebody's, as the test says; in
// B it stands in a column with no word of whose it is.
func TestVictimsAreNoNodes(t *testing.T) {
	const number = "585-555-0142"
	day := on(6, 15)
	of := func(m linkage.Mention) linkage.Mention {
		m.Kind, m.Raw = normalize.KindPhone, number
		return m
	}
	named := func(m linkage.Mention) linkage.Mention {
		m.Kind, m.Raw = normalize.KindPerson, "Lorena Quackenbush"
		return m
	}
	for _, test := range []struct {
		name   string
		linked bool
		a      []linkage.Mention
	}{
		{"a suspect's", true, []linkage.Mention{of(linkage.Mention{Role: linkage.RoleSuspect})}},
		{"a victim's", false, []linkage.Mention{of(linkage.Mention{Role: linkage.RoleVictim})}},
		{"a victim's by its subject", false, []linkage.Mention{
			named(linkage.Mention{Role: linkage.RoleVictim, Subject: "1"}), of(linkage.Mention{Subject: "1"})}},
		{"another person's in the victim's case", true, []linkage.Mention{
			named(linkage.Mention{Role: linkage.RoleVictim, Subject: "1"}), of(linkage.Mention{Subject: "2"})}},
		{"a minor's by flag", false, []linkage.Mention{
			named(linkage.Mention{Minor: true, Subject: "1"}), of(linkage.Mention{Subject: "1"})}},
		{"a suspect's who is a minor", false, []linkage.Mention{of(linkage.Mention{Role: linkage.RoleSuspect, Minor: true})}},
		{"a minor's by age", false, []linkage.Mention{
			named(linkage.Mention{Age: 17, Subject: "1"}), of(linkage.Mention{Subject: "1"})}},
		{"an adult's by age", true, []linkage.Mention{
			named(linkage.Mention{Age: 18, Subject: "1"}), of(linkage.Mention{Subject: "1"})}},
		{"a minor's by age, and nobody's subject", false, []linkage.Mention{of(linkage.Mention{Age: 16})}},
		{"a minor's by birth, a day before 18", false, []linkage.Mention{
			named(linkage.Mention{Born: normalize.DayOf(2006, 6, 16), Subject: "1"}), of(linkage.Mention{Subject: "1"})}},
		{"18 on the case's day", true, []linkage.Mention{
			named(linkage.Mention{Born: normalize.DayOf(2006, 6, 15), Subject: "1"}), of(linkage.Mention{Subject: "1"})}},
		{"a minor's by birth, and nobody's subject", false, []linkage.Mention{of(linkage.Mention{Born: normalize.DayOf(2010, 1, 1)})}},
		{"18 on the case's day, but not at the sighting", false, []linkage.Mention{
			of(linkage.Mention{Born: normalize.DayOf(2006, 6, 15), Date: day - 1})}},
		{"a victim's, in column and narrative", false, []linkage.Mention{
			of(linkage.Mention{Role: linkage.RoleVictim}), of(linkage.Mention{InText: true})}},
		{"a victim's in the column, a suspect's in another", true, []linkage.Mention{
			of(linkage.Mention{Role: linkage.RoleVictim}), of(linkage.Mention{Role: linkage.RoleSuspect})}},
		{"in the narrative only", true, []linkage.Mention{of(linkage.Mention{InText: true})}},
		{"in the narrative, said to be the victim's", false, []linkage.Mention{of(linkage.Mention{InText: true, Role: linkage.RoleVictim})}},
	} {
		n := link(t, linkage.Options{}, incident("A", wyoming, day, test.a...), incident("B", erie, day, phone(number)))
		if linked := n.NumLinks() == 1; linked != test.linked {
			t.Errorf("%s: linked is %t", test.name, linked)
		}
		said := n.Suppressed()
		if hidden := said != (linkage.Suppressed{}); hidden == test.linked && !strings.Contains(test.name, "another") && !strings.Contains(test.name, "a suspect's in") {
			t.Errorf("%s: %+v is said to be left out", test.name, said)
		}
		if !test.linked {
			if e, ok := n.Entity(normalize.KindPhone, "+15855550142"); !ok || slices.Contains(e.Cases, "A") {
				t.Errorf("%s: the number is still seen in A", test.name)
			}
		}
	}
}

// A number that is a victim's in one case and a suspect's in another links from the latter.
func TestSuppressionIsPerMention(t *testing.T) {
	as := func(r linkage.Role) linkage.Mention {
		return linkage.Mention{Kind: normalize.KindPhone, Raw: "585-555-0142", Role: r}
	}
	n := link(t, linkage.Options{}, incident("VICTIM", wyoming, on(6, 1), as(linkage.RoleVictim)),
		incident("SUSPECT", erie, on(6, 2), as(linkage.RoleSuspect)), incident("AD", monroe, on(6, 3), as(linkage.RoleAdvertisement)))
	if got := clustersOf(n); len(got) != 1 || got[0] != "AD SUSPECT" {
		t.Errorf("clusters %q", got)
	}
	if got := n.Suppressed(); got != (linkage.Suppressed{Contacts: 1, Cases: 1}) {
		t.Errorf("left out: %+v", got)
	}
}

// A case with minors in it hides no suspect.
func TestMinorsInvolvedHidesNoSuspect(t *testing.T) {
	a := incident("A", wyoming, on(6, 1), linkage.Mention{Kind: normalize.KindPhone, Raw: "585-555-0142", Role: linkage.RoleSuspect, Subject: "1"})
	a.MinorsInvolved = true
	n := link(t, linkage.Options{}, a, incident("B", erie, on(6, 2), phone("585-555-0142")))
	if n.NumLinks() != 1 || n.Suppressed() != (linkage.Suppressed{}) {
		t.Errorf("%d links, left out %+v", n.NumLinks(), n.Suppressed())
	}
}

// A date of birth that stands in the value protects as one in a column does.
func TestBirthInTheValueProtects(t *testing.T) {
	m := linkage.Mention{Kind: normalize.KindPerson, Value: person(t, "Lorena Quackenbush", normalize.DayOf(2009, 4, 4)), Subject: "1"}
	n := link(t, linkage.Options{}, incident("A", wyoming, on(6, 1), m, linkage.Mention{Kind: normalize.KindPhone, Raw: "585-555-0142", Subject: "1"}))
	if got := n.Suppressed(); got != (linkage.Suppressed{People: 1, Contacts: 1, Cases: 1}) {
		t.Errorf("left out: %+v; mentioned: %+v", got, n.Mentions(0))
	}
}

// What is left out of the network is neither in its entities nor in its graphs.
func TestVictimsAreNotInGraphs(t *testing.T) {
	victim := func(kind linkage.Kind, raw string) linkage.Mention {
		return linkage.Mention{Kind: kind, Raw: raw, Role: linkage.RoleVictim, Subject: "v"}
	}
	var cases []linkage.Case
	for _, id := range []string{"A", "B", "C"} {
		cases = append(cases, incident(id, erie, on(6, 1), plate("NY KAB1042"),
			victim(normalize.KindPerson, "Lorena Quackenbush"), victim(normalize.KindPhone, "585-555-0142"),
			victim(normalize.KindAddress, "88 Canal St Apt 3, Warsaw NY 14569")))
	}
	n := link(t, linkage.Options{}, cases...)
	whole, err := n.WholeGraph()
	if err != nil {
		t.Fatal(err)
	}
	all := dump(t, n) + strings.Join(labels(whole), "\n")
	for _, secret := range []string{"uackenbush", "0142", "Canal"} {
		if strings.Contains(strings.ReplaceAll(all, "KAB1042", ""), secret) {
			t.Errorf("%q shows", secret)
		}
	}
	if got := n.Suppressed(); got != (linkage.Suppressed{People: 3, Contacts: 6, Cases: 3}) {
		t.Errorf("left out: %+v", got)
	}
}

// Withheld gives what is to be cut from narratives: the victim's, also what the
// text alone calls so, not the suspect's.
func TestWithheld(t *testing.T) {
	parts := []linkage.Case{
		{ID: "A", From: on(6, 1)},
		{ID: "A", Mentions: []linkage.Mention{
			{Kind: normalize.KindPerson, Raw: "Lorena Quackenbush", Born: normalize.DayOf(2010, 1, 1), Subject: "1"},
			{Kind: normalize.KindPhone, Raw: "585-555-0142", Subject: "1"},
			{Kind: normalize.KindPhone, Raw: "585-555-0143", Subject: "2", Role: linkage.RoleSuspect},
			{Kind: normalize.KindPhone, Raw: "585-555-0144", InText: true, Role: linkage.RoleVictim},
		}},
	}
	var got []string
	for _, m := range linkage.Withheld(parts) {
		got = append(got, m.Raw)
	}
	if want := []string{"Lorena Quackenbush", "585-555-0142", "585-555-0144"}; !slices.Equal(got, want) {
		t.Errorf("withheld %q, want %q", got, want)
	}
}

// A child in a case without a date is a child by the last day that is known of any case.
func TestMinorInUndatedCase(t *testing.T) {
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	day := normalize.DayOf(2024, 5, 1)
	born := func(year int) []linkage.Mention {
		return []linkage.Mention{{Kind: normalize.KindPerson, Raw: "Ezra Thornwick", Subject: "1", Born: normalize.DayOf(year, 1, 1)}}
	}
	for _, c := range []linkage.Case{
		{ID: "dated", Agency: "x", From: day, To: day},
		{ID: "child", Agency: "x", Mentions: born(2015)},
		{ID: "adult", Agency: "x", Mentions: born(1980)},
	} {
		if err := l.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if got := len(n.Mentions(n.FindCase("child")[0])); got != 0 {
		t.Errorf("the child is mentioned %d times", got)
	}
	if got := len(n.Mentions(n.FindCase("adult")[0])); got != 1 {
		t.Errorf("the adult is mentioned %d times, want 1", got)
	}
}
