package linkage

import (
	"strings"
	"sync"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// Most values of a table stand in a plain form, and most stand there once. The
// methods of this file read such a value into bytes that are used again, and take no memory beyond what is kept of a new
// entity. They give what [Batch.Mention] gives of the normalised value; fuzz tests hold them to it. For any
// other form, for a kind of the options, and where the linker keeps traces, they add nothing and return false.

// plainReader is what a batch needs to read values in plain forms.
type plainReader struct {
	ready                  bool
	phone, plate, business int // kinds; -1 where they are not the built-in ones
	address                int
	phoneBase, plateBase   Weight
	key, shown             []byte
	words                  map[string]*plainWord
	common                 map[string]float64 // learned words of trades
	streets                streetTable
}

// The most words that a batch, and streets that a linker remembers: then it forgets all and begins anew.
const (
	mostPlainWords = 1 << 16
	mostStreets    = 1 << 16
)

func (b *Batch) plainReader() *plainReader {
	p := &b.plain
	if p.ready {
		return p
	}
	*p = plainReader{ready: true, phone: -1, plate: -1, business: -1, address: -1, words: map[string]*plainWord{}}
	for i := range b.l.kinds {
		k := &b.l.kinds[i]
		if k.own || b.l.trace {
			continue
		}
		switch k.Kind {
		case normalize.KindPhone:
			p.phone = i
			v, _ := normalize.Phone("585-555-0142", "") // any that is not toll-free: u does not depend on it
			p.phoneBase = k.base(k.chance(v))
		case normalize.KindPlate:
			p.plate = i
			v, _ := normalize.Plate("KAB1042", "NY") // any whole one
			p.plateBase = k.base(k.chance(v))
		case normalize.KindBusiness:
			p.business, p.common = i, k.words
		case normalize.KindAddress:
			p.address = i
		}
	}
	return p
}

// plainMention adds a mention of one facet.
func (b *Batch) plainMention(m *Mention, f *facet) {
	b.add(b.row(m, m.Born, true), b.entity(f), false, f.unlinked)
}

// PlainPhone adds a mention of the phone number that raw is.
func (b *Batch) PlainPhone(m *Mention, raw string) bool {
	p := b.plainReader()
	if p.phone < 0 {
		return false
	}
	var ok bool
	if p.key, ok = normalize.AppendPlainPhone(p.key[:0], raw); !ok || p.key[2] == '8' && p.key[3] == p.key[4] {
		return false // 800, 888 and the like: who calls does not pay
	}
	f := facet{entityKey: entityKey{uint8(p.phone), levelWhole, textOf(p.key)}, base: p.phoneBase}
	b.plainMention(m, &f)
	return true
}

// PlainPlate adds a mention of the plate that raw is, of the given state.
func (b *Batch) PlainPlate(m *Mention, raw, state string) bool {
	p := b.plainReader()
	if p.plate < 0 {
		return false
	}
	var ok bool
	if p.key, ok = normalize.AppendPlainPlate(p.key[:0], raw, state); !ok {
		return false
	}
	f := facet{entityKey: entityKey{uint8(p.plate), levelWhole, textOf(p.key)}, base: p.plateBase}
	f.unlinked = typedPlates[f.key[len("NY "):]]
	b.plainMention(m, &f)
	return true
}

// plainWord is a word of a business's name with what it weighs; nil in the map is none that is plain.
type plainWord struct {
	normalize.PlainWord
	bits   []float64 // of each word of its canonical form
	public bool
}

// plainWord returns what a word of a business's name is, nil if that depends on the others.
func (p *plainReader) plainWord(word string) *plainWord {
	if w, ok := p.words[word]; ok {
		return w
	}
	if len(p.words) >= mostPlainWords {
		clear(p.words)
	}
	var w *plainWord
	if read, ok := normalize.PlainBusinessWord(word); ok {
		w = &plainWord{PlainWord: read, public: publicWords[strings.ToLower(word)]}
		for one := range strings.SplitSeq(read.Canonical, " ") {
			if one != "" {
				w.bits = append(w.bits, compare.BusinessWordBits(one, p.common))
			}
		}
	}
	p.words[strings.Clone(word)] = w
	return w
}

// PlainBusiness adds a mention of the business that raw names: words of letters, perhaps with a legal
// form behind them.
func (b *Batch) PlainBusiness(m *Mention, raw string) bool {
	p := b.plainReader()
	if p.business < 0 || len(raw) > 256 {
		return false
	}
	f := facet{entityKey: entityKey{kind: uint8(p.business)}}
	p.key = p.key[:0]
	name, bits, telling := 0, 0.0, false
	legal := ""
	for at := 0; at < len(raw); {
		end := at
		for end < len(raw) && raw[end] != ' ' {
			end++
		}
		w := p.plainWord(raw[at:end])
		if w == nil || end+1 == len(raw) {
			return false
		}
		if w.Legal != "" {
			if at == 0 || end != len(raw) {
				return false
			}
			legal = w.Legal
			break
		}
		if at > 0 {
			p.key = append(p.key, ' ')
		}
		p.key = append(p.key, w.Canonical...)
		for _, more := range w.bits {
			bits += more
		}
		f.public, telling = f.public || w.public, telling || w.Telling
		name, at = end, end+1
	}
	if !telling {
		return false
	}
	k := &b.l.kinds[p.business]
	f.key = textOf(p.key)
	f.base = k.base(k.given(compare.BusinessU(bits)))
	p.shown = append(p.shown[:0], raw[:name]...)
	if legal != "" {
		p.shown = append(append(p.shown, ' '), legal...)
	}
	f.display = textOf(p.shown)
	b.plainMention(m, &f)
	return true
}

// given returns a u probability that a value says of itself, and the kind's where it says none; never less
// than the least that was learned of the kind.
func (k *kindState) given(own float64) float64 {
	if own > 0 && own <= 1 {
		return max(own, k.LeastU)
	}
	return k.KindParameters.U
}

// street is what the addresses on one street have in common: their facets without the house number, which
// each key and display begins with. One that is not known so has no facets.
type street struct {
	facets []facet
}

// streets remembers what has been read of streets, for all batches of a linker.
type streets struct {
	mu sync.RWMutex
	by map[string]*street
}

// of returns the street of a key, which read reads where it is not known.
func (s *streets) of(key []byte, read func() *street) *street {
	s.mu.RLock()
	known := s.by[string(key)]
	s.mu.RUnlock()
	if known != nil {
		return known
	}
	text := string(key)
	known = read()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.by == nil || len(s.by) >= mostStreets {
		s.by = map[string]*street{}
	}
	s.by[text] = known
	return known
}

// streetTable is the streets that one batch has asked for: most are asked for again, and this one needs no lock.
type streetTable struct {
	slots hashTable
	rows  []streetRow
	texts []byte
}

type streetRow struct {
	text   textSpan
	street *street
}

// find returns the street of a key, nil if it has not been asked for.
func (t *streetTable) find(key []byte) *street {
	if len(t.slots) == 0 {
		return nil
	}
	h := hashText(hashSeed, textOf(key))
	mask := uint64(len(t.slots) - 1)
	for i := h >> 32 & mask; t.slots[i] != 0; i = (i + 1) & mask {
		if t.slots[i]>>32 != h>>32 {
			continue
		}
		if row := &t.rows[uint32(t.slots[i])-1]; row.text.of(t.texts) == textOf(key) {
			return row.street
		}
	}
	return nil
}

// add adds a street that is not there.
func (t *streetTable) add(key []byte, s *street) {
	if len(t.rows) >= mostStreets {
		clear(t.slots)
		clear(t.rows)
		t.rows, t.texts = t.rows[:0], t.texts[:0]
	}
	t.rows = append(t.rows, streetRow{appendText(&t.texts, textOf(key)), s})
	t.slots.add(hashText(hashSeed, textOf(key)), int32(len(t.rows)-1))
}

// mostHouse is the number of digits of the longest house number that is plain. Five may be a ZIP code.
const mostHouse = 4

// PlainAddress adds a mention of the address that some columns hold: a house number,
// and a street of which it is known how it reads.
func (b *Batch) PlainAddress(m *Mention, c *normalize.AddressColumns) bool {
	p := b.plainReader()
	house := plainHouse(c.Street)
	if p.address < 0 || house == 0 || c.Unit != "" {
		return false
	}
	number := c.Street[:house]
	p.shown = append(p.shown[:0], byte(house)) // a floor has one digit or two
	for _, part := range [...]string{c.Street[house:], c.City, c.State, c.ZIP} {
		p.shown = append(append(p.shown, part...), 0)
	}
	s := p.streets.find(p.shown)
	if s == nil {
		s = b.l.streets.of(p.shown, func() *street { return b.street(number, c) })
		p.streets.add(p.shown, s)
	}
	if len(s.facets) == 0 {
		return false
	}
	row := b.row(m, m.Born, true)
	for i := range s.facets {
		f := s.facets[i]
		p.key = append(append(p.key[:0], number...), f.key...)
		p.shown = append(append(p.shown[:0], number...), f.display...)
		f.key, f.display = textOf(p.key), textOf(p.shown)
		b.add(row, b.entity(&f), i > 0, f.unlinked)
	}
	return true
}

// street returns what an address says of all others on its street.
func (b *Batch) street(number string, c *normalize.AddressColumns) *street {
	v, err := normalize.AddressFromColumns(*c)
	if err != nil || v.Number != number || v.NumberKey() != number {
		return &street{}
	}
	facets := b.l.facets(nil, uint8(b.plain.address), v)
	for i := range facets {
		f := &facets[i]
		var inKey, inDisplay bool
		f.key, inKey = strings.CutPrefix(f.key, number)
		f.display, inDisplay = strings.CutPrefix(f.display, number)
		if !inKey || !inDisplay || !strings.HasPrefix(f.key, " ") || !strings.HasPrefix(f.display, " ") {
			return &street{}
		}
	}
	return &street{facets}
}

// plainHouse returns the length of the house number that a street begins with, and 0 if
// it is not followed by words and nothing else.
func plainHouse(street string) int {
	n := 0
	for n < len(street) && '0' <= street[n] && street[n] <= '9' {
		n++
	}
	if n == 0 || n > mostHouse || street[0] == '0' || n+2 >= len(street) || street[n] != ' ' || !isLetter(street[n+1]) {
		return 0
	}
	for i := n + 1; i < len(street); i++ {
		if c := street[i]; !isLetter(c) && c != ' ' && c != '.' {
			return 0
		}
	}
	return n
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
