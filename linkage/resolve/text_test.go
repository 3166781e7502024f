package resolve

import (
	"testing"

	"github.com/tflink/tflink/linkage/compare"
)

// slowLikeness is likenessOf by the texts alone.
func slowLikeness(a, b string) likeness {
	short := min(len(a), len(b))
	if a == b {
		return likeSame
	}
	if short < 2 || short*2 < max(len(a), len(b)) {
		return likeNot
	}
	slips := compare.Slips(a, b)
	switch {
	case slips == 1 && short >= 3, slips == 2 && short >= 7, slips == 3 && short >= 13:
		return likeNear
	case slips <= 2 && short >= 5, slips <= 3 && short >= 7, slips*4 <= short:
		return likeClose
	case slips <= max(2, short/2) && short >= 4 && compare.SameSound(a, b):
		return likeClose
	}
	return likeNot
}

// FuzzLikeness: what is told apart without its texts is what the texts tell apart, and signatures never
// promise more slips than there are.
func FuzzLikeness(f *testing.F) {
	for _, s := range [][2]string{
		{"schmidt", "smyth"}, {"catherine", "katheryn"}, {"ann", "nan"}, {"main street", "main st"}, {"12", "21"}, {"\x00a", "a@"},
		{"0pp0", "p00p"}, {"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if got, want := likenessOf(a, b), slowLikeness(a, b); got != want {
			t.Errorf("%q and %q: likeness %d, by their texts %d", a, b, got, want)
		}
		if least, slips := leastSlips(signatureOf(a), signatureOf(b), len(a), len(b)), compare.Slips(a, b); least > slips {
			t.Errorf("%q and %q: at least %d slips, and they are %d apart", a, b, least, slips)
		}
	})
}
