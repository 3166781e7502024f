package compare

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/tflink/tflink/internal/pairgen"
	"github.com/tflink/tflink/linkage/eval"
	"github.com/tflink/tflink/linkage/normalize"
)

// addressesGolden holds the quality on made-up pairs; UPDATE_GOLDEN=1 writes it anew.
const addressesGolden = "testdata/address_quality.txt"

// The bars: what a comparison must reach to stand in a case file.
const (
	leastAddressAUC      = 0.995
	leastAddressAccuracy = 0.97
	leastFamilyAccuracy  = 0.8
	mostFalseSames       = 3.0 / 348 // different places called the same
)

// addressSeeds are those of the sets of pairs; the tests hold for each.
var addressSeeds = []uint64{1, 2, 3, 4}

// TestAddressesQuality measures ranking and decisions, family by family.
func TestAddressesQuality(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Addresses on made-up pairs in New York's styles, a seed a block: pairs whose Same is right.\n" +
		"# UPDATE_GOLDEN=1 go test writes it anew.\n")
	for _, seed := range addressSeeds {
		measureAddressPairs(t, &b, seed)
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(addressesGolden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(addressesGolden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("quality has changed; now:\n%s\nit was:\n%s", b.String(), want)
	}
}

func measureAddressPairs(t *testing.T, b *strings.Builder, seed uint64) {
	t.Helper()
	right, all := map[string]int{}, map[string]int{}
	var scores []eval.Scored
	total, falseSames, different := 0, 0, 0
	for _, p := range pairgen.AddressPairs(seed) {
		x, _ := normalize.Address(p.A, normalize.Place{})
		y, _ := normalize.Address(p.B, normalize.Place{})
		c, back := Addresses(x, y), Addresses(y, x)
		if c.Weight != back.Weight || c.Same != back.Same || c.Relation != back.Relation {
			t.Errorf("seed %d: not symmetric: %q | %q", seed, p.A, p.B)
		}
		scores = append(scores, eval.Scored{Score: float64(c.Weight), Same: p.Same})
		all[p.Family]++
		if !p.Same {
			different++
		}
		if c.Same == p.Same {
			right[p.Family]++
			total++
			continue
		}
		if c.Same {
			falseSames++
		}
		if os.Getenv("ADDRESS_ERRORS") != "" {
			t.Logf("%s: %q | %q: same %v, keys %q %q", p.Family, p.A, p.B, c.Same, x.Key(), y.Key())
		}
	}
	auc, accuracy := eval.AreaUnderCurve(scores), float64(total)/float64(len(scores))
	fmt.Fprintf(b, "\nseed %d: %d pairs, AUC %.4f, accuracy of same %.4f, called the same %d of %d different\n", seed, len(scores), auc, accuracy, falseSames, different)
	for _, f := range pairgen.AddressFamilies() {
		fmt.Fprintf(b, "%-22s %2d of %d\n", f, right[f], all[f])
		if float64(right[f]) < leastFamilyAccuracy*float64(all[f]) {
			t.Errorf("seed %d: %s: %d of %d right", seed, f, right[f], all[f])
		}
	}
	if auc < leastAddressAUC || accuracy < leastAddressAccuracy || float64(falseSames) > mostFalseSames*float64(different) {
		t.Errorf("seed %d: AUC %.4f, accuracy %.4f, %d false sames of %d", seed, auc, accuracy, falseSames, different)
	}
}
