package pages

import (
	"testing"

	"github.com/tflink/tflink/graphs/draw"
)

// Two long case numbers have no room beside each other: what is left has to name both.
func TestFitPairKeepsBothNames(t *testing.T) {
	const limit = 100
	long := func(n string) string { return "DE/2024/SPECIAL-INVESTIGATIONS-UNIT/00000" + n }
	of := func(a, b string) draw.Text { return fitPair(a, b, smallType, limit) }
	for _, other := range []draw.Text{of(long("1"), long("3")), of(long("4"), long("2"))} {
		if got := of(long("1"), long("2")); got == other {
			t.Errorf("another pair reads %q, too", got)
		}
	}
	if w := draw.Regular.Width(of(long("1"), long("2")), smallType); w > limit {
		t.Errorf("the names are %.1f points wide, the room is %d", w, limit)
	}
	if got := of("A-1", "A-2"); got != "A-1 – A-2" {
		t.Errorf("two short names read %q", got)
	}
}
