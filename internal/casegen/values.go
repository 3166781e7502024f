package casegen

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// values hands out values that no other part of the corpus has.
type values struct {
	r              *rand.Rand
	phones, plates sequence
	lines          uint64 // subscriber numbers an area code
	used           map[string]bool
}

// newValues prepares for about so many cases. Where there are typos the phones
// need room: in a dense block a wrong digit is somebody else's number.
func newValues(r *rand.Rand, cases int, typos bool) *values {
	v := &values{r: r, used: map[string]bool{}, lines: exchangeLines}
	if !typos {
		v.lines = linesFor(2 * cases)
	}
	v.phones = newSequence(uint64(len(areaCodes))*v.lines, r.Uint64())
	v.plates = newSequence(plateRoom, r.Uint64())
	return v
}

// Numbers 555-0100 to 555-0199 are set aside for fiction and are enough for
// 35,600 phones over all area codes; a bigger corpus takes all of exchange 555.
const (
	fictionLines  = 100
	exchangeLines = 10_000
)

// linesFor returns how many lines an area code must have for n phones.
func linesFor(n int) uint64 {
	if n <= fictionLines*len(areaCodes) {
		return fictionLines
	}
	return exchangeLines
}

// phoneNumber returns the i-th of len(areaCodes)*lines numbers, as ten digits.
func phoneNumber(i, lines uint64) string {
	line := i / uint64(len(areaCodes))
	if lines == fictionLines {
		line += 100
	}
	return fmt.Sprintf("%s555%04d", areaCodes[i%uint64(len(areaCodes))], line)
}

func (v *values) phone() Value {
	return exact(normalize.KindPhone, phoneNumber(v.phones.next(), v.lines))
}

// plateRoom is the number of passenger plates of New York's form ABC-1234 without
// the letters I and O, which look like digits.
const plateRoom = 24 * 24 * 24 * 9000

const plateLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ"

// plateState draws a state: mostly New York, some of its neighbours.
func (v *values) plateState() string {
	states := [...]string{"NY", "NY", "NY", "NY", "NY", "NY", "NY", "PA", "NJ", "OH"}
	return states[v.r.IntN(len(states))]
}

func (v *values) plate() Value {
	i := v.plates.next()
	digits, i := 1000+i%9000, i/9000
	const n = uint64(len(plateLetters))
	a, b, c := plateLetters[i%n], plateLetters[i/n%n], plateLetters[i/n/n%n]
	return exact(normalize.KindPlate, fmt.Sprintf("%s %c%c%c%d", v.plateState(), a, b, c, digits))
}

// unique draws until the text is new.
func (v *values) unique(kind normalize.Kind, draw func() string) Value {
	for try := 0; ; try++ {
		s := draw()
		if try > 20 { // the room is nearly full
			s += " " + strconv.Itoa(2+v.r.IntN(998))
		}
		if key := string(kind) + s; !v.used[key] {
			v.used[key] = true
			return exact(kind, s)
		}
	}
}

func (v *values) business() Value { return v.firm(firmTrades...) }

func (v *values) firm(trades ...string) Value {
	return v.unique(normalize.KindBusiness, func() string {
		return pick(v.r, firmWords) + " " + pick(v.r, firmNouns) + " " + pick(v.r, trades)
	})
}

func (v *values) address(county int) Value {
	return v.unique(normalize.KindAddress, func() string {
		town := Counties[county].Towns[v.r.IntN(len(Counties[county].Towns))]
		suffix := streetSuffixes[v.r.IntN(len(streetSuffixes))][0]
		return fmt.Sprintf("%d|%s|%s|%s|%s", 1+v.r.IntN(8999), pick(v.r, streetNames), suffix, town.Name, town.ZIP)
	})
}

func (v *values) email() Value {
	return v.unique(normalize.KindEmail, func() string {
		domain := [...]string{"example.com", "example.org", "example.net"}[v.r.IntN(3)]
		return strings.ToLower(fmt.Sprintf("%s.%s%d@%s", pick(v.r, givenNames), pick(v.r, firmWords), v.r.IntN(1000), domain))
	})
}

func (v *values) handle() Value {
	return v.unique(normalize.KindHandle, func() string {
		return strings.ToLower(fmt.Sprintf("%s:%s_%s%d", pick(v.r, platforms), pick(v.r, firmWords), pick(v.r, firmNouns), v.r.IntN(1000)))
	})
}

// name draws a person's name; the front of the lists is drawn more often.
func (v *values) name() string { return skewed(v.r, givenNames) + " " + skewed(v.r, familyNames) }

func exact(kind normalize.Kind, s string) Value { return Value{Kind: kind, Means: s, Seen: s} }

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// skewed draws with density falling linearly from the front of the list.
func skewed[T any](r *rand.Rand, list []T) T { return list[min(r.IntN(len(list)), r.IntN(len(list)))] }

// A sequence visits every whole number under n once, in an order that looks
// random: i -> (i*step + start) mod n with step coprime to n.
type sequence struct{ n, step, at, drawn uint64 }

func newSequence(n, seed uint64) sequence {
	step := uint64(float64(n)*0.6180339887) | 1 // near the golden section: neighbours land far apart
	for gcd(step, n) != 1 {
		step += 2
	}
	return sequence{n: n, step: step, at: seed % n}
}

// next returns the next number. It panics past the end: a value twice would be a
// link that nobody planted. The caller makes room.
func (s *sequence) next() uint64 {
	if s.drawn++; s.drawn > s.n {
		panic("casegen: more unique values asked for than there is room for")
	}
	s.at = (s.at + s.step) % s.n
	return s.at
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
