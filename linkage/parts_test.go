package linkage_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage"
)

// Parts of one id are one case by agency, else by county, else by origin.
func TestParts(t *testing.T) {
	for _, test := range []struct {
		name  string
		parts []linkage.Case
		want  []string // names of the cases
	}{
		{"one agency", []linkage.Case{{ID: "1", Agency: "WCSO"}, {ID: "1", Agency: "WCSO", Origin: "x"}}, []string{"1"}},
		{"two agencies", []linkage.Case{{ID: "1", Agency: "WCSO"}, {ID: "1", Agency: "ECSO"}}, []string{"1 (ECSO)", "1 (WCSO)"}},
		{"one county, two files", []linkage.Case{{ID: "1", Counties: []string{erie}, Origin: "a"}, {ID: "1", Counties: []string{erie}, Origin: "b"}}, []string{"1"}},
		{"two counties", []linkage.Case{{ID: "1", Counties: []string{erie}}, {ID: "1", Counties: []string{monroe}}}, []string{"1 (36029)", "1 (36055)"}},
		{"counties in another order", []linkage.Case{{ID: "1", Counties: []string{monroe, erie}}, {ID: "1", Counties: []string{erie, monroe}}}, []string{"1"}},
		{"the agency's county", []linkage.Case{{ID: "1", Agency: "ECSO", Counties: []string{erie}}, {ID: "1", Counties: []string{erie}}}, []string{"1"}},
		{"not the agency's county", []linkage.Case{{ID: "1", Agency: "ECSO", Counties: []string{erie}}, {ID: "1", Counties: []string{monroe}}}, []string{"1 (36055)", "1 (ECSO)"}},
		{"by origin", []linkage.Case{{ID: "1", Agency: "ECSO", Origin: "erie"}, {ID: "1", Origin: "erie"}}, []string{"1"}},
		{"by another origin", []linkage.Case{{ID: "1", Agency: "ECSO", Origin: "erie"}, {ID: "1", Origin: "monroe"}}, []string{"1 (ECSO)", "1 (monroe)"}},
		{"two that it could belong to", []linkage.Case{
			{ID: "1", Agency: "ECSO", Origin: "s"}, {ID: "1", Agency: "BPD", Origin: "s"}, {ID: "1", Origin: "s"}}, []string{"1 (BPD)", "1 (ECSO)", "1 (s)"}},
		{"a county between two agencies", []linkage.Case{
			{ID: "1", Agency: "ECSO", Counties: []string{erie}}, {ID: "1", Agency: "BPD", Counties: []string{erie}}, {ID: "1", Counties: []string{erie}}},
			[]string{"1 (36029)", "1 (BPD)", "1 (ECSO)"}},
		{"other ids", []linkage.Case{{ID: "1"}, {ID: "2"}, {ID: "1"}}, []string{"1", "2"}},
	} {
		permute(test.parts, func(parts []linkage.Case) {
			n := link(t, linkage.Options{}, parts...)
			var got []string
			for i := range n.NumCases() {
				got = append(got, n.Case(i).Name)
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("%s: cases %q, want %q, of %+v", test.name, got, test.want, parts)
			}
		})
	}
}

// What parts say is brought together, in any order, and every part finds its case.
func TestPartsSayTogether(t *testing.T) {
	parts := []linkage.Case{
		{ID: "1", Agency: "WCSO", Counties: []string{wyoming}, From: on(3, 4), Offense: linkage.SexTrafficking, Status: "open", Mentions: []linkage.Mention{phone("585-555-0142")}},
		{ID: "1", Agency: "WCSO", Counties: []string{erie}, From: on(2, 1), To: on(5, 1), Offense: linkage.LaborTrafficking, Status: "closed"},
		{ID: "1", Counties: []string{wyoming}, MinorsInvolved: true, Mentions: []linkage.Mention{plate("NY KAB1042")}},
	}
	permute(parts, func(parts []linkage.Case) {
		n := link(t, linkage.Options{}, parts...)
		if n.NumCases() != 1 {
			t.Fatalf("%d cases of %+v", n.NumCases(), parts)
		}
		c := n.Case(0)
		got := fmt.Sprintln(c.Agency, c.Counties, c.From, c.To, c.Offense, c.Status, c.Minors, len(n.Mentions(0)))
		if want := fmt.Sprintln("WCSO", []string{erie, wyoming}, on(2, 1), on(5, 1), "sex+labor", "closed", true, 2); got != want {
			t.Errorf("the case says %s, want %s", got, want)
		}
		for i := range parts {
			if at, ok := n.CaseOf(&parts[i]); !ok || at != 0 {
				t.Errorf("part %d is case %d, %t", i, at, ok)
			}
		}
	})
}

// What is only assumed of the counties gives way to what a part says, in whatever order they come.
func TestPartsAssumedCounties(t *testing.T) {
	assumed := func(county string) linkage.Case {
		return linkage.Case{ID: "1", Agency: "WCSO", Counties: []string{county}, CountyAssumed: true}
	}
	stated := func(county string) linkage.Case {
		return linkage.Case{ID: "1", Agency: "WCSO", Counties: []string{county}}
	}
	silent := linkage.Case{ID: "1", Agency: "WCSO"}
	for _, test := range []struct {
		parts []linkage.Case
		want  []string
	}{
		{[]linkage.Case{assumed(erie), stated(wyoming)}, []string{wyoming}},
		{[]linkage.Case{assumed(erie), stated(wyoming), stated(monroe), silent}, []string{monroe, wyoming}},
		{[]linkage.Case{assumed(erie), assumed(monroe), silent}, []string{erie, monroe}},
		{[]linkage.Case{assumed(erie), assumed(monroe), silent, stated(wyoming)}, []string{wyoming}},
		{[]linkage.Case{{ID: "1", Agency: "WCSO", CountyAssumed: true}, assumed(erie), stated(wyoming)}, []string{wyoming}},
		{[]linkage.Case{{ID: "1", Counties: []string{erie}, CountyAssumed: true, Origin: "erie"}, assumed(monroe), stated(erie)}, []string{erie}},
	} {
		permute(test.parts, func(parts []linkage.Case) {
			n := link(t, linkage.Options{}, parts...)
			if n.NumCases() != 1 || !slices.Equal(n.Case(0).Counties, test.want) {
				t.Errorf("%d cases, the first in %v, want one in %v, of %+v", n.NumCases(), n.Case(0).Counties, test.want, parts)
			}
		})
	}
}

// permute calls do with every order of the list.
func permute[T any](list []T, do func([]T)) {
	var from func(k int)
	list = slices.Clone(list)
	from = func(k int) {
		if k == len(list) {
			do(list)
			return
		}
		for i := k; i < len(list); i++ {
			list[k], list[i] = list[i], list[k]
			from(k + 1)
			list[k], list[i] = list[i], list[k]
		}
	}
	from(0)
}
