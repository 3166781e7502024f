package linkage_test

import (
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage"
)

func TestCountCounties(t *testing.T) {
	both := incident("B", wyoming, on(3, 2), phone("585-555-0142"), plate("NY KAB1042"))
	both.Counties = []string{wyoming, genesee}
	both.CountyDoubt = "two counties in one cell"
	nowhere := incident("D", "", on(3, 4))
	nowhere.Counties = nil
	n := link(t, linkage.Options{},
		incident("A", erie, on(3, 1), phone("585-555-0142")), both,
		incident("C", wyoming, on(3, 3), plate("NY KAB1042")), nowhere)
	// A - phone - B, which is in two counties, - plate - C.
	got := n.CountCounties(nil)
	if want := []linkage.CountyCount{{erie, 1, 0, 1}, {genesee, 1, 1, 2}, {wyoming, 2, 1, 2}}; !slices.Equal(got.Counties, want) {
		t.Errorf("counties %v, want %v", got.Counties, want)
	}
	if want := []linkage.CountyFlow{{erie, genesee, 1}, {erie, wyoming, 1}, {genesee, wyoming, 1}}; !slices.Equal(got.Flows, want) {
		t.Errorf("flows %v, want %v", got.Flows, want)
	}
	if got.Without != 1 || got.Cases != 4 {
		t.Errorf("%d of %d cases without a county, want 1 of 4", got.Without, got.Cases)
	}
	some := n.CountCounties(func(i int) bool { return n.Case(i).ID != "B" })
	if len(some.Flows) != 0 || len(some.Counties) != 2 {
		t.Errorf("without the case between: %v", some)
	}
}
