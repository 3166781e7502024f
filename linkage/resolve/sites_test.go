package resolve

import (
	"fmt"
	"slices"
	"testing"
)

// sitesOf returns a table of agencies with sites: all of an agency's under one name and phone if
// shared, else each under its own phone; and the last site twice.
func sitesOf(shared bool) *Table {
	t := &Table{Header: []string{"id", "Site Name", "Street Address", "City", "Zip", "Phone"}}
	streets := []string{"Maple Street", "Oak Avenue", "Mill Road", "Lake Drive"}
	for agency := range 12 {
		for site := range streets {
			phone := fmt.Sprintf("585-555-%04d", agency)
			if !shared {
				phone = fmt.Sprintf("585-555-%04d", agency*10+site)
			}
			t.Rows = append(t.Rows, []string{fmt.Sprintf("%02d-%d", agency, site), fmt.Sprintf("Quill%c Early Learners", 'a'+agency),
				fmt.Sprintf("%d %s", 100+7*agency+31*site, streets[(agency+site)%4]), fmt.Sprintf("Town%c", 'a'+(agency+5*site)%20), fmt.Sprint(14001 + (agency+5*site)%20), phone})
		}
	}
	again := slices.Clone(t.Rows[len(t.Rows)-1])
	again[0] = "again"
	t.Rows = append(t.Rows, again)
	return t
}

// TestSitesOfAgencies: one name and one phone do not make the sites of an agency one.
func TestSitesOfAgencies(t *testing.T) {
	for _, shared := range []bool{true, false} {
		r, err := Resolve(t.Context(), sitesOf(shared), Options{Kind: Business})
		if err != nil {
			t.Fatal(err)
		}
		if got := groupsOf(r); !slices.Equal(got, []string{"11-3 again"}) {
			t.Errorf("shared %v: groups %q", shared, got)
		}
	}
}

// TestTypedThrough: what a hand on the keypad types is no number of anybody's.
func TestTypedThrough(t *testing.T) {
	for digits, want := range map[string]bool{"0000000": true, "9999999999": true, "123456789": true, "5855550113": false, "12": false} {
		if typedThrough(digits) != want {
			t.Errorf("%s: %v", digits, !want)
		}
	}
}

func TestAccountName(t *testing.T) {
	for raw, want := range map[string]string{
		"https://www.linkedin.com/in/Alva-Harlow/": "alva-harlow", "@alva": "alva", "alva": "alva", "WWW.Example.com/?a=1": "example.com",
	} {
		if got := accountName(raw); got != want {
			t.Errorf("%s: %q, want %q", raw, got, want)
		}
	}
}

// TestTypeColumn: a column tells people from organisations by what stands in it, whatever it is called.
func TestTypeColumn(t *testing.T) {
	table := &Table{
		Header: []string{"id", "what", "Full Name"},
		Rows: [][]string{
			{"1", "Individual", "Orchid Meadow"}, {"2", "Company", "Orchid Meadow"}, {"3", "", "Orchid Meadow LLC"}, {"4", "Individual", "Ann Pike"},
		},
	}
	r, err := Resolve(t.Context(), table, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var kinds []Kind
	for _, x := range r.Records {
		kinds = append(kinds, x.Kind)
	}
	if want := []Kind{Person, Business, Business, Person}; !slices.Equal(kinds, want) {
		t.Errorf("kinds %v, want %v", kinds, want)
	}
}
