package linkage

import (
	"context"
	"math/bits"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// misspeltShare is the largest share of a value's cases that the values one
// keystroke from it may have together for them to be misspellings: about one value in
// thirty is mistyped, and where there are many more than that the neighbours are
// numbers of their own, given out from one block.
const misspeltShare = 0.25

// isBig reports whether others may be misspellings of a value of so many cases.
func isBig(cases int) bool { return float64(cases)*misspeltShare >= 2 }

// findMisspelt notes which shared values are one keystroke from a value of many more
// cases: several cases mistype a motel's phone alike. Cost: linear in the length of the shared values.
func (n *Network) findMisspelt(ctx context.Context, workers int) {
	near := n.newKeystrokes(func(e int32) bool { return isBig(n.size(e)) })
	if len(near.of) == 0 {
		return // and those that are not here are near to none of these
	}
	n.misspelt = make([]int32, len(n.shared))
	n.eachShared(ctx, workers, func(e int32, _ *scratch) {
		if n.isPinned(e) {
			n.misspelt[e] = n.edge.misspelt(n, e)
		} else if to := near.largest(e); to >= 0 && !n.judged.values.unlike(n.shared[e].entity, n.shared[to].entity) {
			n.misspelt[e] = to + 1
		}
	})
	cases := map[int32]int{} // of each value's neighbours
	for e := range n.misspelt {
		if to, near := n.nearest(int32(e)); near {
			cases[to] += n.size(int32(e))
		}
	}
	for e := range n.misspelt {
		if to, near := n.nearest(int32(e)); near && (n.edge == nil || n.edge.judges(n, to)) {
			n.misspelt[e] = to + 1
			if float64(cases[to]) > misspeltShare*float64(n.size(to)) {
				n.misspelt[e] = -(to + 1)
			}
		}
	}
}

// nearest returns the value of the most cases that e is one keystroke from, whether or not e may be a misspelling of it;
// false if there is none.
func (n *Network) nearest(e int32) (int32, bool) {
	if len(n.misspelt) == 0 || n.misspelt[e] == 0 {
		return 0, false
	}
	return max(n.misspelt[e], -n.misspelt[e]) - 1, true
}

// meant returns the value that e may be a misspelling of, and false if there is none.
func (n *Network) meant(e int32) (int32, bool) {
	if len(n.misspelt) == 0 || n.misspelt[e] <= 0 {
		return 0, false
	}
	return n.misspelt[e] - 1, true
}

// keystrokes finds values that are one keystroke from some of the shared values.
//
// Two texts of which one keystroke makes the other have a text in common when
// from each any one character, or none, is left out (Garbe's symmetric deletion); the
// last word is left out too. Those texts are kept as hashes, and what a hash finds is compared.
type keystrokes struct {
	n     *Network
	of    map[uint64][]int32 // values by the hashes of their shortened texts
	maybe []uint64           // bits, of which those at the lowest bits of the hashes are set: most are none
}

// has reports whether a hash may be that of a value.
func (k *keystrokes) has(h uint64) bool { return k.maybe[h/64%uint64(len(k.maybe))]&(1<<(h%64)) != 0 }

func (n *Network) newKeystrokes(is func(e int32) bool) *keystrokes {
	k := &keystrokes{n: n, of: map[uint64][]int32{}}
	for e := range n.shared {
		if !n.spelt(int32(e)) || !is(int32(e)) {
			continue
		}
		row := n.key(int32(e))
		eachShortened(row.kind, row.key, n.isFirm(&row), func(h uint64) {
			k.of[h] = append(k.of[h], int32(e))
		})
	}
	k.maybe = make([]uint64, 1<<bits.Len(uint(len(k.of)/4))) // 16 bits or more for a hash
	for h := range k.of {
		k.maybe[h/64%uint64(len(k.maybe))] |= 1 << (h % 64)
	}
	return k
}

// spelt reports whether one keystroke makes another value of e: of a name it makes another name.
func (n *Network) spelt(e int32) bool {
	row := n.key(e)
	return n.isSpelt(&row)
}

// isSpelt is spelt for a value by what makes it itself.
func (n *Network) isSpelt(row *entityKey) bool {
	return row.level == levelWhole && n.kinds[row.kind].Kind != normalize.KindPerson
}

// isFirm reports whether a value is the name of a business.
func (n *Network) isFirm(row *entityKey) bool {
	return n.kinds[row.kind].Kind == normalize.KindBusiness
}

// largest returns, of the values one keystroke from e, that of the most cases; -1 if there is none with more cases than e.
func (k *keystrokes) largest(e int32) int32 {
	n := k.n
	if !n.spelt(e) {
		return -1
	}
	row := n.key(e)
	best := int32(-1)
	eachShortened(row.kind, row.key, n.isFirm(&row), func(h uint64) {
		if !k.has(h) {
			return
		}
		for _, o := range k.of[h] {
			if n.size(o) <= n.size(e) || best >= 0 && (n.size(o) < n.size(best) || n.size(o) == n.size(best) && o >= best) {
				continue
			}
			if other := n.key(o); other.kind == row.kind && n.mistyped(&row, other.key) {
				best = o
			}
		}
	})
	return best
}

// mistyped reports whether a value is other with one keystroke wrong, or the
// name of a firm without its last word. Another number is another house.
func (n *Network) mistyped(row *entityKey, other string) bool {
	a, b, ok := oneKeystroke(row.key, other)
	switch n.kinds[row.kind].Kind {
	case normalize.KindAddress:
		return ok && !hasDigit(a) && !hasDigit(b)
	case normalize.KindBusiness:
		rest, begins := strings.CutPrefix(other, row.key+" ")
		return ok || begins && strings.Contains(row.key, " ") && !strings.Contains(rest, " ")
	}
	return ok
}

func hasDigit(s string) bool {
	return slices.ContainsFunc([]byte(s), func(c byte) bool { return '0' <= c && c <= '9' })
}

// eachShortened yields a hash of a text, of it without any one byte, and, of a firm's of three
// words or more, of it without its last word. (Without it all plates would be one: their state.)
func eachShortened(kind uint8, text string, firm bool, yield func(hash uint64)) {
	const prime = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio
	unprime := inverse(prime)
	// behind[i] would be the hash of text[i:]; it is rolled forward instead.
	behind, scale := uint64(0), uint64(1)
	for i := len(text) - 1; i >= 0; i-- {
		behind += (uint64(text[i]) + 1) * scale
		scale *= prime
	}
	seed := uint64(kind) << 56
	yield(mix(behind+seed, hashB))
	before := uint64(0)
	lastWord := -1
	if firm {
		if at := strings.LastIndexByte(text, ' '); at > 0 && strings.IndexByte(text[:at], ' ') > 0 {
			lastWord = at
		}
	}
	for i := range len(text) {
		if i == lastWord {
			yield(mix(before+seed, hashB))
		}
		// before is the hash of text[:i] as if text[i+1:] followed, and behind that of text[i:].
		scale *= unprime
		behind -= (uint64(text[i]) + 1) * scale
		yield(mix(before*scale+behind+seed, hashB))
		before = before*prime + uint64(text[i]) + 1
	}
}

// inverse returns the inverse of an odd number modulo 2^64 (Newton's iteration, five steps).
func inverse(x uint64) uint64 {
	y := x
	for range 5 {
		y *= 2 - x*y
	}
	return y
}

// oneKeystroke reports whether one character more, less or other, or two that
// changed places, makes b of a, and what differs in each.
func oneKeystroke(a, b string) (inA, inB string, ok bool) {
	if a == b || len(a)-len(b) > 1 || len(b)-len(a) > 1 {
		return "", "", false
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	ok = len(a) <= 1 && len(b) <= 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
	return a, b, ok
}
