package linkage

import (
	"fmt"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// level says how much of a value a facet stands for. Lower levels say more.
type level uint8

const (
	levelWhole    level = iota // the value itself
	levelBuilding              // an address without its unit
)

var levelNames = [...]string{"", "building"}

// String returns what the facet is of its value, and "" for the whole value.
func (l level) String() string { return levelNames[l] }

// A facet is something that a mention makes its case share with others: the
// value itself, and the weaker things that it stands for.
type facet struct {
	entityKey
	display  string
	base     Weight
	doubt    int32 // in the linker's words
	public   bool  // names a place or service that unrelated people use
	unlinked bool
}

// buildingU is the least u probability of an address without its unit: a farm or
// a house has one household, but a motel or a block of flats has many that
// have nothing to do with each other.
const buildingU = 1e-3

// nameAlone limits what a name without a date of birth weighs: below what it takes to
// link, so that two people of one name are never one for their name only.
const nameAlone = 10 * Bit

// facets appends the facets of v, which is of kind k: the value itself first.
func (l *Linker) facets(out []facet, k uint8, v normalize.Value) []facet {
	spec := &l.kinds[k]
	doubt := int32(0)
	if issues := v.Issues(); len(issues) > 0 {
		doubt = l.words.number(issues[0])
	}
	whole := facet{entityKey: entityKey{k, levelWhole, v.Key()}, display: v.Display(), doubt: doubt, public: isPublicPlace(v)}
	u := spec.chance(v)
	whole.base = spec.base(u)
	switch v := v.(type) {
	case normalize.PostalAddress:
		whole.unlinked = v.Precision() < normalize.PrecisionBuilding
		out = append(out, whole)
		if b := v.Building(); !whole.unlinked && b != "" && b != whole.key {
			out = append(out, facet{entityKey: entityKey{k, levelBuilding, b}, display: v.Display(), base: spec.base(max(u, buildingU)), public: whole.public})
		}
		return out
	case normalize.PersonName:
		if v.Born == 0 {
			whole.base = min(whole.base, nameAlone)
		}
		whole.unlinked = isNobody(v)
		out = append(out, whole)
		if name := v.NameKey(); name != whole.key {
			bare := v
			bare.Born = 0
			out = append(out, facet{entityKey: entityKey{k, levelWhole, name}, display: bare.Display(), base: min(spec.base(spec.chance(bare)), nameAlone), unlinked: isNobody(bare)})
		}
		return out
	case normalize.BusinessName:
		out = append(out, whole)
		for _, key := range v.Keys() {
			if key != whole.key {
				out = append(out, facet{entityKey: entityKey{k, levelWhole, key}, display: v.Display(), base: whole.base, public: whole.public})
			}
		}
		return out
	case normalize.PhoneNumber:
		whole.unlinked = hotlines[v.Key()] != ""
	case normalize.LicensePlate:
		whole.unlinked = v.Partial || typedPlates[v.Number]
	case normalize.WebAddress:
		whole.unlinked = v.Generic
	}
	return append(out, whole)
}

// chance returns the u probability of a value: its own, where the kind knows it.
func (k *kindState) chance(v normalize.Value) float64 {
	if b, ok := v.(normalize.BusinessName); ok && len(k.words) > 0 && !k.own {
		return k.given(compare.BusinessNameU(b, k.words))
	}
	if k.KindSpec.U == nil {
		return k.KindParameters.U
	}
	return k.given(k.KindSpec.U(v))
}

// base returns what sharing a value of u probability u weighs, before its frequency, hubs and gaps.
func (k *kindState) base(u float64) Weight {
	u = min(max(u, 1e-12), k.M)
	return min(compare.LikelihoodRatio(k.M, u), k.Most)
}

// relation returns what two cases that share a facet of this kind have in common.
func (k *kindState) relation(l level) string {
	if l == levelBuilding {
		return "same building, not known to be the same unit"
	}
	return fmt.Sprintf("same %s", k.Noun)
}
