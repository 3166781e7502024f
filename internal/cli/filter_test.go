package cli

import (
	"errors"
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

func TestFilterParse(t *testing.T) {
	f, err := (&filterOptions{span: 2, counties: []string{"Wyoming", "Erie, PA", "brooklyn"}, from: "3/1/2024"}).parse()
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"36121", "42049", "36047"}; !slices.Equal(f.codes, want) {
		t.Errorf("counties %q, want %q", f.codes, want)
	}
	if f.from != normalize.DayOf(2024, 3, 1) || f.to != 0 || !f.narrows() {
		t.Errorf("from %v, to %v", f.from, f.to)
	}
	for _, o := range []filterOptions{
		{span: 0},
		{span: 2, minProbability: 1.01},
		{span: 2, minProbability: -0.1},
		{span: 2, offense: "theft"},
		{span: 2, kinds: []string{"county"}},
		{span: 2, to: "soon"},
		{span: 2, counties: []string{"\x1b"}},
	} {
		var s *statusError
		if _, err := o.parse(); !errors.As(err, &s) || s.status != exitUsage {
			t.Errorf("%+v: %v, want an error about the command line", o, err)
		}
	}
}

// TestFilterAgainst: every flag leaves out what it says, and only that.
func TestFilterAgainst(t *testing.T) {
	k := linkage.Cluster{
		Probability: 0.9, Counties: []string{"36029", "36121"},
		From: normalize.DayOf(2023, 4, 1), To: normalize.DayOf(2024, 11, 30),
		Shared: []linkage.Shared{{Entity: linkage.EntityRef{Kind: normalize.KindPhone}}},
	}
	k.Offenses[linkage.LaborTrafficking] = 2
	for _, c := range []struct {
		o    filterOptions
		want string
	}{
		{filterOptions{}, ""},
		{filterOptions{minProbability: 0.9}, ""},
		{filterOptions{minProbability: 0.91}, "--min-probability"},
		{filterOptions{counties: []string{"wyoming"}}, ""},
		{filterOptions{counties: []string{"monroe", "erie"}}, ""},
		{filterOptions{counties: []string{"monroe"}}, "--county"},
		{filterOptions{offense: "labor"}, ""},
		{filterOptions{offense: "sex"}, "--offense"},
		{filterOptions{offense: "unknown"}, "--offense"},
		{filterOptions{kinds: []string{"phone", "plate"}}, ""},
		{filterOptions{kinds: []string{"plate"}}, "--kind"},
		{filterOptions{from: "2024-11-30", to: "2025-01-01"}, ""},
		{filterOptions{from: "2024-12-01"}, "--from"},
		{filterOptions{to: "2023-04-01"}, ""},
		{filterOptions{to: "2023-03-31"}, "--to"},
	} {
		c.o.span = 2
		f, err := c.o.parse()
		if err != nil {
			t.Fatal(err)
		}
		if got := f.against(&k); got != c.want {
			t.Errorf("%+v: left out by %q, want %q", c.o, got, c.want)
		}
	}
}
