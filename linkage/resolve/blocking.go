package resolve

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/compare"
)

// blockCap is the size from which a block is left out: a block of n records is n²/2
// comparisons, and what so many share says little. Records that belong together
// share several keys, so most are found by another one.
const blockCap = 160

// A big table has more room for chance: the larger blocks are left out, too, until what
// is left is no more than pairsEach pairs a record, or leastPairs.
const (
	pairsEach  = 24
	leastPairs = 4 << 20
)

// A pair is two records, the smaller number first.
type pair struct{ a, b int32 }

// Blocks counts how the candidate pairs were found.
type Blocks struct {
	Pairs   int // compared
	Blocks  int // groups of records with a key in common
	Left    int // blocks that were too large, and left out
	Largest int // records in the largest of these
}

// parts is into how many parts keys and pairs are divided to be sorted side by side.
const parts = 64

// block returns the pairs of records that share a key, each once, in order. It costs
// O(k log k) for k keys, and a bounded number of pairs.
func (d *dataset) block() ([]pair, Blocks) {
	keys, bits := d.sortedKeys()
	sizes := make([][blockCap + 1]int, parts) // number of blocks by size
	var seen [parts]Blocks
	eachPart(func(p int) {
		eachBlock(keys[p], bits, func(block []uint64) {
			seen[p].Blocks++
			if len(block) <= blockCap {
				sizes[p][len(block)]++
				return
			}
			seen[p].Left++
			seen[p].Largest = max(seen[p].Largest, len(block))
		})
	})
	limit := d.largest(sizes)
	found := make([][parts][]uint64, parts)
	eachPart(func(p int) {
		eachBlock(keys[p], bits, func(block []uint64) {
			switch {
			case len(block) <= limit:
				d.pairsIn(block, bits, &found[p])
			case len(block) <= blockCap:
				seen[p].Left++
				seen[p].Largest = max(seen[p].Largest, len(block))
			}
		})
		keys[p] = nil
	})
	var all Blocks
	for _, s := range seen {
		all.Blocks += s.Blocks
		all.Left += s.Left
		all.Largest = max(all.Largest, s.Largest)
	}
	pairs := mergePairs(found, bits)
	all.Pairs = len(pairs)
	return pairs, all
}

// eachPart calls do for every part, side by side.
func eachPart(do func(p int)) {
	tasks := make([]func(), parts)
	for p := range tasks {
		tasks[p] = func() { do(p) }
	}
	together(tasks...)
}

// sortedKeys returns the keys of all records in parts, sorted: in each the number of the
// record is the lowest bits and the rest a hash. Two keys of one hash only add candidates.
func (d *dataset) sortedKeys() (keys [parts][]uint64, recordBits int) {
	recordBits = bits.Len(uint(d.records))
	const chunk = 1 << 14
	made := make([][parts][]uint64, (d.records+chunk-1)/chunk)
	inChunks(d.records, func(from, to int) {
		k := &keyed{}
		out := &made[from/chunk]
		for r := from; r < to; r++ {
			k.keys = k.keys[:0]
			d.keysOf(k, r)
			for _, key := range k.keys {
				p := key >> 58
				out[p] = append(out[p], key<<recordBits|uint64(r))
			}
		}
	})
	eachPart(func(p int) {
		n := 0
		for i := range made {
			n += len(made[i][p])
		}
		keys[p] = make([]uint64, 0, n)
		for i := range made {
			keys[p] = append(keys[p], made[i][p]...)
			made[i][p] = nil
		}
		sortBits(keys[p], make([]uint64, n), recordBits, 64) // the records are in order
		keys[p] = slices.Compact(keys[p])
	})
	return keys, recordBits
}

// eachBlock calls do for every run of two or more keys of one hash.
func eachBlock(keys []uint64, recordBits int, do func(block []uint64)) {
	for i, j := 0, 0; i < len(keys); i = j {
		for j = i + 1; j < len(keys) && keys[j]>>recordBits == keys[i]>>recordBits; j++ {
		}
		if j-i > 1 {
			do(keys[i:j])
		}
	}
}

// largest returns the size of the largest blocks that are taken.
func (d *dataset) largest(sizes [][blockCap + 1]int) int {
	room, limit := max(leastPairs, pairsEach*d.records), 1
	for size := 2; size <= blockCap; size++ {
		for p := range sizes {
			room -= sizes[p][size] * size * (size - 1) / 2
		}
		if room < 0 {
			break
		}
		limit = size
	}
	return limit
}

// pairsIn adds the pairs of a block, in parts by their first record.
func (d *dataset) pairsIn(block []uint64, recordBits int, out *[parts][]uint64) {
	mask := uint64(1)<<recordBits - 1
	for i, x := range block {
		a := x & mask
		p := a * parts / uint64(d.records)
		for _, y := range block[i+1:] {
			if b := y & mask; d.kinds[a] == d.kinds[b] {
				out[p] = append(out[p], a<<32|b)
			}
		}
	}
}

// mergePairs returns the pairs of all parts in order, each once.
func mergePairs(found [][parts][]uint64, recordBits int) []pair {
	var merged [parts][]pair
	eachPart(func(p int) {
		n := 0
		for i := range found {
			n += len(found[i][p])
		}
		packed := make([]uint64, 0, n)
		for i := range found {
			packed = append(packed, found[i][p]...)
			found[i][p] = nil
		}
		free := make([]uint64, n)
		sortBits(packed, free, 0, recordBits)
		sortBits(packed, free, 32, 32+recordBits)
		packed = slices.Compact(packed)
		merged[p] = make([]pair, len(packed))
		for i, x := range packed {
			merged[p][i] = pair{int32(x >> 32), int32(uint32(x))}
		}
	})
	return slices.Concat(merged[:]...)
}

// keyed collects keys: records that share one are compared.
type keyed struct{ keys []uint64 }

// add adds the key of some parts unless one of them is empty: FNV-1a (Fowler, Noll
// and Vo), its high bits mixed since they choose the part.
func (k *keyed) add(parts ...string) {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, p := range parts {
		if p == "" {
			return
		}
		for i := 0; i < len(p); i++ {
			h = (h ^ uint64(p[i])) * prime
		}
		h *= prime
	}
	h ^= h >> 32
	h *= 0x9e3779b97f4a7c15
	k.keys = append(k.keys, h^h>>29)
}

// keysOf adds the keys of a record: several, of different fields, so that
// an error in one or two leaves others.
func (d *dataset) keysOf(k *keyed, r int) {
	place := d.placeOf(r)
	for _, v := range d.slotOf[d.phone].of(r) {
		k.add("phone", d.phone.texts[v])
	}
	for _, v := range d.slotOf[d.email].of(r) {
		k.add("email", d.email.texts[v])
		if l := d.email.locals.texts[d.email.local[v]]; len(l) > 3 {
			k.add("mailbox", l)
		}
	}
	for kind, c := range d.idents {
		for _, v := range d.slotOf[c].of(r) {
			id, _, _ := strings.Cut(c.texts[v], "|")
			k.add("identifier", kind, id)
		}
	}
	for _, v := range d.slotOf[d.address].of(r) {
		l := d.address.lines[v]
		k.add("address", l.number, firstWord(d.address.streets.texts[l.street]))
		k.add("street", d.address.streets.texts[l.street], place.town)
	}
	if d.kinds[r] == Person {
		d.personKeys(k, r, place)
	} else {
		d.businessKeys(k, r, place)
	}
}

type place struct{ town, postcode string }

func (d *dataset) placeOf(r int) (p place) {
	if v := d.slotOf[d.town].of(r); len(v) > 0 {
		p.town = d.town.texts[v[0]]
	}
	if v := d.slotOf[d.postcode].of(r); len(v) > 0 {
		p.postcode = d.postcode.texts[v[0]]
	}
	return p
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

func (d *dataset) personKeys(k *keyed, r int, p place) {
	date, year, monthDay := "", "", ""
	if v := d.slotOf[d.born].of(r); len(v) > 0 {
		b := d.born.dates[v[0]]
		year = b.digits[:4]
		if !b.round() {
			date, monthDay = b.digits, b.digits[4:]
		}
	}
	k.add("born", date)
	k.add("born at", year, p.postcode)
	k.add("born in", date, p.town)
	k.add("postcode", p.postcode)
	for _, v := range d.slotOf[d.name].of(r) {
		n := &d.name.names[v]
		given, surname := "", ""
		if n.given >= 0 {
			given = d.name.words.texts[n.given]
		}
		if n.surname >= 0 {
			surname = d.name.surnames.texts[n.surname]
		}
		first, second := min(given, surname), max(given, surname)
		k.add("name", first, second)
		k.add("sounds", compare.Sound(first), compare.Sound(second))
		initial := given[:min(1, len(given))]
		for i := range 2 + len(n.surnames) {
			w := given
			switch {
			case i == 1:
				w = surname
			case i > 1:
				w = n.surnames[i-2]
			}
			sound := compare.Sound(w)
			k.add("name and year", sound, year)
			k.add("name and day", sound, monthDay)
			k.add("name and postcode", sound, p.postcode)
			k.add("name and town", sound, p.town)
			k.add("rare name", w)
		}
		k.add("initial and date", initial, date)
		for _, m := range n.middle {
			if w := d.name.others.texts[m]; len(w) > 2 {
				k.add("other name", w, year)
				k.add("two names", min(w, surname), max(w, surname))
				k.add("two names", min(w, given), max(w, given))
			}
		}
	}
}

func (d *dataset) businessKeys(k *keyed, r int, p place) {
	const telling = 3.0
	for _, v := range d.slotOf[d.business].of(r) {
		name := d.business.texts[v]
		k.add("business", name)
		k.add("business begins", strings.ReplaceAll(name, " ", "")[:min(6, len(strings.ReplaceAll(name, " ", "")))])
		words := d.business.names[v].words
		for i, w := range words {
			text := d.business.words.texts[w]
			if d.business.bits[w] >= telling {
				k.add("word", text)
				k.add("word in town", text, p.town)
				k.add("word at postcode", text, p.postcode)
				k.add("sound in town", compare.Sound(text), p.town)
			}
			if i > 0 {
				k.add("two words", d.business.words.texts[words[i-1]], text)
			}
		}
	}
	k.add("business at", p.postcode, p.town)
}
