package dot

import (
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
)

// Case numbers and businesses of one series differ at their ends: shapes of them have to read differently.
func TestLongNamesDifferAtTheirEnds(t *testing.T) {
	for _, tight := range []bool{false, true} {
		for _, c := range []struct{ kind, format string }{
			{graphs.KindCase, "DE/2024/SPECIAL-INVESTIGATIONS-UNIT/00000#-A"},
			{"business", "Very Long Business Name That Goes On And On About Reflexology And Wellness And Bodywork # LLC"},
			{"handle", "@star_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx#"},
		} {
			one, two := nameOf(c.kind, strings.Replace(c.format, "#", "1", 1), tight), nameOf(c.kind, strings.Replace(c.format, "#", "2", 1), tight)
			if one == two {
				t.Errorf("two names of the kind %s both read %q", c.kind, one)
			}
			if !strings.Contains(one, "…") {
				t.Errorf("%q is not cut: the test tests nothing", one)
			}
		}
	}
}

// Of a list the end is cut off: a middle without its comma would make one value of two.
func TestLongListsLoseTheirEnd(t *testing.T) {
	got := nameOf(KindSeveral, "long.address.one@example.org, long.address.two@example.org, 585-555-0143, 585-555-0178", false)
	if !strings.HasSuffix(got, "…") {
		t.Errorf("the list reads %q", got)
	}
}

func nameOf(kind, label string, tight bool) string {
	f := figure{node: graphs.Node{ID: kind + ":" + label, Kind: kind, Label: label}}
	f.addName(newTypeface(9, tight))
	var lines []string
	for _, l := range f.lines {
		lines = append(lines, string(l.text))
	}
	return strings.Join(lines, "\n")
}
