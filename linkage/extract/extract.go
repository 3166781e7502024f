// Package extract answers: here is free text, which phones, plates,
// addresses, businesses, handles are in it?
//
// It goes by rules and needs no model and no network. Each mention keeps where
// it stands, the rule that fired and how sure it is. What is not called by its
// name ("ABC-1234" that nobody calls a plate) is a mention too, with a
// confidence below one half.
package extract

import (
	"cmp"
	"slices"
	"sort"

	"github.com/tflink/tflink/linkage/normalize"
)

// A Mention is a value that a text mentions.
type Mention struct {
	Kind       normalize.Kind
	Value      normalize.Value
	Raw        string  // as it stands in the text
	Start, End int     // in bytes
	Confidence float64 // the chance, in (0, 1], that the text means this value
	Rule       string  // the name of the rule that fired
	VictimSaid bool    // the text itself says that it is a victim's
	Role       string  // "suspect", "victim", "witness" … where the text says whose it is
	Attributes []Attribute
}

// An Attribute is a described property of what is mentioned: make, model,
// color, year, body of a vehicle.
type Attribute struct {
	Name, Value string
}

// Options say what to look for. The zero value looks for everything, in the
// United States.
type Options struct {
	Region string // of phone numbers, an ISO 3166 code; "" means US
	State  string // two letters: of addresses that do not say one
	// PlateState is the state, two letters, of plates that do not say one; ""
	// leaves it open: plates cross state lines.
	PlateState string
	Kinds      []normalize.Kind // only these; empty means all
}

// wants reports whether a kind is looked for.
func (o *Options) wants(k normalize.Kind) bool {
	if len(o.Kinds) == 0 {
		return true
	}
	for _, w := range o.Kinds {
		if w == k {
			return true
		}
	}
	return false
}

// Confidences of mentions by what the text says about them.
const (
	named    = 0.95 // called by its name: "plate PBM 6258"
	formed   = 0.9  // of a form that nothing else has: an e-mail address
	likely   = 0.75 // of a form that little else has
	guessed  = 0.6  // likelier than not
	doubtful = 0.35 // could be, and is not called so
)

// Text returns what the text mentions, ordered by Start, then kind. Mentions of one kind
// do not overlap. Time and memory are linear in the text's length.
func Text(text string, o Options) []Mention {
	x := finder{text: text, o: o}
	if !x.onlyPhones() {
		x.split()
	}
	if o.wants(normalize.KindPhone) {
		x.phones()
	}
	if !x.onlyPhones() {
		x.online()
		x.vehicles()
		x.businesses()
		x.addresses()
		x.people()
		x.roles()
	}
	return x.settle()
}

// A finder holds a text and what was found in it so far.
type finder struct {
	text     string
	o        Options
	words    []word
	mentions []Mention
}

// onlyPhones reports whether no other kind is wanted.
func (x *finder) onlyPhones() bool {
	return len(x.o.Kinds) == 1 && x.o.Kinds[0] == normalize.KindPhone
}

// add appends a mention unless its value could not be read or its kind is not wanted.
func (x *finder) add(v normalize.Value, err error, start, end int, confidence float64, rule string) *Mention {
	if err != nil || v.Key() == "" || !x.o.wants(v.Kind()) {
		return nil
	}
	x.mentions = append(x.mentions, Mention{
		Kind: v.Kind(), Value: v, Raw: x.text[start:end], Start: start, End: end, Confidence: confidence, Rule: rule,
	})
	x.paint(start, end, kindBits[v.Kind()])
	return &x.mentions[len(x.mentions)-1]
}

// settle sorts the mentions and, of those of one kind that overlap, keeps the surest,
// of equals the longest, of equals the first.
func (x *finder) settle() []Mention {
	all := x.mentions
	slices.SortStableFunc(all, func(m, n Mention) int {
		if c := cmp.Or(cmp.Compare(m.Start, n.Start), cmp.Compare(m.Kind, n.Kind)); c != 0 {
			return c
		}
		return n.rank(&m)
	})
	kept := all[:0]
	last := make(map[normalize.Kind]int, len(normalize.Kinds))
	for _, m := range all {
		if at, seen := last[m.Kind]; seen && kept[at].End > m.Start {
			if m.rank(&kept[at]) > 0 {
				kept[at] = m
			}
			continue
		}
		last[m.Kind] = len(kept)
		kept = append(kept, m)
	}
	slices.SortStableFunc(kept, func(m, n Mention) int { return cmp.Compare(m.Start, n.Start) })
	return kept
}

// rank compares which of two mentions is to be kept: the surer, then the longer.
func (m *Mention) rank(n *Mention) int {
	return cmp.Or(cmp.Compare(m.Confidence, n.Confidence), cmp.Compare(m.End-m.Start, n.End-n.Start))
}

// paint notes that a mention of the kind lies over the words from byte start to end.
func (x *finder) paint(start, end int, b kinds) {
	for k := x.wordAt(start); k < len(x.words) && x.words[k].start < end; k++ {
		x.words[k].over |= b
	}
}

// wordAt returns the first word that ends after byte i.
func (x *finder) wordAt(i int) int {
	return sort.Search(len(x.words), func(k int) bool { return x.words[k].end > i })
}

// covered reports whether a mention of one of the kinds lies over any of words from to to.
func (x *finder) covered(from, to int, b kinds) bool {
	for k := from; k < to; k++ {
		if x.words[k].over&b != 0 {
			return true
		}
	}
	return false
}

// kinds is a set of kinds of which mentions lie over a word.
type kinds uint16

const (
	overPhone kinds = 1 << iota
	overPlate
	overVIN
	overBusiness
	overAddress
	overLink // an e-mail or web address or a handle, in which no other kind is looked for
	overPerson
)

var kindBits = map[normalize.Kind]kinds{
	normalize.KindPhone: overPhone, normalize.KindPlate: overPlate, normalize.KindVIN: overVIN, normalize.KindBusiness: overBusiness,
	normalize.KindAddress: overAddress, normalize.KindEmail: overLink, normalize.KindURL: overLink, normalize.KindHandle: overLink,
	normalize.KindPerson: overPerson,
}
