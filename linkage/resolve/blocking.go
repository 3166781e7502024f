package resolve

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/compare"
)

// blockKeys are the keys of one record: records that share one are compared.
type blockKeys []uint64

// blockCap is the size from which a block is left out: a block of n records is n²/2
// comparisons, and what so many share says little. Records that belong together
// share several keys, so most are found by another one.
const blockCap = 160

// A pair is two records, the smaller number first.
type pair struct{ a, b int32 }

// Blocks counts how the candidate pairs were found.
type Blocks struct {
	Pairs   int // compared
	Blocks  int // groups of records with a key in common
	Left    int // blocks that were too large, and left out
	Largest int // records in the largest of these
}

// block returns the pairs of records that share a key, each once, in order. It costs
// O(k log k) for k keys, and at most blockCap pairs a key.
func (d *dataset) block() ([]pair, Blocks) {
	type entry struct {
		key    uint64
		record int32
	}
	var entries []entry
	for r := range d.records {
		keys := d.keysOf(r)
		slices.Sort(keys)
		for _, k := range slices.Compact(keys) {
			entries = append(entries, entry{k, int32(r)})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.record, b.record))
	})
	var packed []uint64
	var seen Blocks
	limit := 1 << 22 // pairs that are kept before duplicates among them are dropped
	for i, j := 0, 0; i < len(entries); i = j {
		for j = i; j < len(entries) && entries[j].key == entries[i].key; j++ {
		}
		if j-i < 2 {
			continue
		}
		seen.Blocks++
		if j-i > blockCap {
			seen.Left++
			seen.Largest = max(seen.Largest, j-i)
			continue
		}
		for x := i; x < j; x++ {
			for y := x + 1; y < j; y++ {
				if a, b := entries[x].record, entries[y].record; d.kinds[a] == d.kinds[b] {
					packed = append(packed, uint64(a)<<32|uint64(b))
				}
			}
		}
		if len(packed) > limit {
			slices.Sort(packed)
			packed = slices.Compact(packed)
			limit = max(limit, 2*len(packed))
		}
	}
	slices.Sort(packed)
	packed = slices.Compact(packed)
	pairs := make([]pair, len(packed))
	for i, p := range packed {
		pairs[i] = pair{int32(p >> 32), int32(uint32(p))}
	}
	seen.Pairs = len(pairs)
	return pairs, seen
}

// keyed collects keys.
type keyed struct{ keys blockKeys }

// add adds the key of some parts unless one of them is empty.
func (k *keyed) add(parts ...string) {
	h := fnv.New64a()
	for _, p := range parts {
		if p == "" {
			return
		}
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	k.keys = append(k.keys, h.Sum64())
}

// keysOf returns the keys of a record: several, of different fields, so that
// an error in one or two leaves others.
func (d *dataset) keysOf(r int) blockKeys {
	k := &keyed{}
	place := d.placeOf(r)
	for _, v := range d.slotOf[d.phone].of[r] {
		k.add("phone", d.phone.texts[v])
	}
	for _, v := range d.slotOf[d.email].of[r] {
		k.add("email", d.email.texts[v])
		if l := d.email.locals.texts[d.email.local[v]]; len(l) > 3 {
			k.add("mailbox", l)
		}
	}
	for kind, c := range d.idents {
		for _, v := range d.slotOf[c].of[r] {
			id, _, _ := strings.Cut(c.texts[v], "|")
			k.add("identifier", kind, id)
		}
	}
	for _, v := range d.slotOf[d.address].of[r] {
		l := d.address.lines[v]
		k.add("address", l.number, firstWord(d.address.streets.texts[l.street]))
		k.add("street", d.address.streets.texts[l.street], place.town)
	}
	if d.kinds[r] == Person {
		d.personKeys(k, r, place)
	} else {
		d.businessKeys(k, r, place)
	}
	return k.keys
}

type place struct{ town, postcode string }

func (d *dataset) placeOf(r int) (p place) {
	if v := d.slotOf[d.town].of[r]; len(v) > 0 {
		p.town = d.town.texts[v[0]]
	}
	if v := d.slotOf[d.postcode].of[r]; len(v) > 0 {
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
	if v := d.slotOf[d.born].of[r]; len(v) > 0 {
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
	for _, v := range d.slotOf[d.name].of[r] {
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
		for _, w := range append([]string{given, surname}, n.surnames...) {
			sound := compare.Sound(w)
			k.add("name and year", sound, year)
			k.add("name and day", sound, monthDay)
			k.add("name and postcode", sound, p.postcode)
			k.add("name and town", sound, p.town)
			k.add("rare name", w)
		}
		k.add("initial and date", initial, date)
		for _, w := range n.middle {
			if len(w) > 2 {
				k.add("other name", w, year)
				k.add("two names", min(w, surname), max(w, surname))
				k.add("two names", min(w, given), max(w, given))
			}
		}
	}
}

func (d *dataset) businessKeys(k *keyed, r int, p place) {
	const telling = 3.0
	for _, v := range d.slotOf[d.business].of[r] {
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
