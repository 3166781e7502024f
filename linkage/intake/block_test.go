package intake

import (
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func TestSplitAddresses(t *testing.T) {
	place := normalize.Place{State: "NY"}
	for _, c := range []struct {
		raw  string
		want []string
	}{
		{"12 Main St, Perry, NY 14530; 7 Oak Rd, Attica, NY 14011", []string{"12 Main St, Perry, NY 14530", "7 Oak Rd, Attica, NY 14011"}},
		{"12 Main St\nPerry, NY 14530", []string{"12 Main St\nPerry, NY 14530"}},
		{"12 Main St; Perry; NY", []string{"12 Main St; Perry; NY"}},
		{"12 Main St, Perry NY", []string{"12 Main St, Perry NY"}},
	} {
		if got := splitAddresses(c.raw, place); !slices.Equal(got, c.want) {
			t.Errorf("%q is read as %q", c.raw, got)
		}
	}
}
