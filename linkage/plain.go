package linkage

import (
	"strings"

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
	towns                  map[string]*town
	streets                map[string]*street
}

// The most words, and halves of addresses of each sort, that a batch remembers.
const (
	mostPlainWords  = 1 << 16
	mostPlainHalves = 1 << 14
)

func (b *Batch) plainReader() *plainReader {
	p := &b.plain
	if p.ready {
		return p
	}
	*p = plainReader{ready: true, phone: -1, plate: -1, business: -1, address: -1, words: map[string]*plainWord{}, towns: map[string]*town{}, streets: map[string]*street{}}
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

// street is what the addresses on one street have in common, in whatever town: their facets without the house number, which
// each key and display begins with, and without the town that each ends in. One that is not known so has no facets.
type street struct {
	words  normalize.TownWords
	facets []facet
}

// town is what the addresses in one town have in common.
type town struct {
	normalize.TownHalf
	doubt int32 // in the linker's words
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
	t := b.town(c)
	if t == nil {
		return false
	}
	s := b.street(house, c.Street, t)
	if len(s.facets) == 0 || !s.words.In(&t.TownHalf) {
		return false
	}
	row := b.row(m, m.Born, true)
	for i := range s.facets {
		f := s.facets[i]
		p.key = append(append(append(append(p.key[:0], c.Street[:house]...), f.key...), ", "...), t.Key...)
		p.shown = append(append(append(p.shown[:0], c.Street[:house]...), f.display...), t.Display...)
		f.key, f.display = textOf(p.key), textOf(p.shown)
		if i == 0 {
			f.doubt = t.doubt
		}
		b.add(row, b.entity(&f), i > 0, f.unlinked)
	}
	return true
}

// town returns what some columns say of a town, nil where they name none.
func (b *Batch) town(c *normalize.AddressColumns) *town {
	p := &b.plain
	p.key = p.key[:0]
	for _, part := range [...]string{c.City, c.State, c.ZIP} {
		p.key = append(append(p.key, part...), 0)
	}
	t, known := p.towns[string(p.key)]
	if !known {
		if half, ok := normalize.ReadTown(*c); ok {
			t = &town{TownHalf: half}
			if len(t.Issues) > 0 {
				t.doubt = b.l.words.number(t.Issues[0])
			}
		}
		keepPlain(p.towns, p.key, t)
	}
	return t
}

// street returns what the column of a street says behind a house number of so many digits.
func (b *Batch) street(house int, column string, t *town) *street {
	p := &b.plain
	p.key = append(p.key[:0], byte(house)) // a floor has one digit or two
	p.key = append(append(append(p.key, column[house:]...), 0), t.State...)
	s := p.streets[string(p.key)]
	if s == nil {
		s = b.readStreet(column[:house], column, t)
		keepPlain(p.streets, p.key, s)
	}
	return s
}

// keepPlain remembers a half of addresses; when there are too many it forgets all and begins anew.
func keepPlain[T any](halves map[string]T, key []byte, half T) {
	if len(halves) >= mostPlainHalves {
		clear(halves)
	}
	halves[string(key)] = half
}

// readStreet reads what an address says of all others on its street.
func (b *Batch) readStreet(number, column string, t *town) *street {
	v, words, ok := normalize.ReadStreet(column, &t.TownHalf)
	if !ok || v.Number != number || v.NumberKey() != number {
		return &street{}
	}
	facets := b.l.facets(nil, uint8(b.plain.address), v)
	for i := range facets {
		f := &facets[i]
		var inKey, inDisplay bool
		f.key, inKey = cutHalves(f.key, number, ", "+t.Key)
		f.display, inDisplay = cutHalves(f.display, number, t.Display)
		if !inKey || !inDisplay || !strings.HasPrefix(f.key, " ") || !strings.HasPrefix(f.display, " ") {
			return &street{}
		}
	}
	return &street{words, facets}
}

// cutHalves returns what stands between the number and the town of an address.
func cutHalves(text, number, town string) (street string, ok bool) {
	text, begins := strings.CutPrefix(text, number)
	text, ends := strings.CutSuffix(text, town)
	return text, begins && ends
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
