package linkage

import (
	"cmp"
	"slices"

	"github.com/tflink/tflink/linkage/compare"
	"github.com/tflink/tflink/linkage/normalize"
)

// Related are businesses that are not the same and that different cases name beside one value: a
// chain of companies at one address or behind one phone. They are related, and stay apart: what is
// known of one is not known of another.
type Related struct {
	// Through is the address, phone or e-mail that they have in common. It is no hub.
	Through EntityRef
	// Businesses are two or more, by key. Names that may be of one business count as the first of them.
	Businesses []EntityRef
	// More is how many further businesses there are beside the value, which were not compared.
	More int
	// Cases are those that have the value and name one of the businesses, sorted.
	Cases []string
}

// relatedCompared is how many businesses beside one value are compared with each other, the first by
// key: it bounds the work, and what is beyond is counted.
const relatedCompared = 64

// Related returns the businesses of cluster k that are related, through the values of the most cases first.
// Cost: linear in what its cases mention, and for each value that they share quadratic in at most 64 businesses beside it.
func (n *Network) Related(k Cluster) []Related {
	return n.relatedAmong(n.casesNamed(k.Cases))
}

// firmAt says that a case which has a shared value names a business.
type firmAt struct{ value, firm, kase int32 }

// relatedAmong returns the businesses of some cases that are related.
func (n *Network) relatedAmong(cases []int32) []Related {
	var all []firmAt
	for _, c := range cases {
		firms := n.businessesOf(c)
		if len(firms) == 0 {
			continue
		}
		for i := range n.slotsOf(c) {
			e := n.slotsOf(c)[i].entity
			if !n.relates(e) {
				continue
			}
			for _, f := range firms {
				all = append(all, firmAt{e, f, c})
			}
		}
	}
	slices.SortFunc(all, func(x, y firmAt) int {
		return cmp.Or(cmp.Compare(x.value, y.value), n.entities.key(x.firm).compare(n.entities.key(y.firm)), cmp.Compare(x.kase, y.kase))
	})
	var out []Related
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].value == all[i].value {
			j++
		}
		if slices.ContainsFunc(all[i:j], func(o firmAt) bool { return o.kase != all[i].kase }) {
			if r, ok := n.relatedAt(all[i:j]); ok {
				out = append(out, r)
			}
		}
		i = j
	}
	slices.SortStableFunc(out, func(a, b Related) int { return cmp.Compare(len(b.Cases), len(a.Cases)) })
	return out
}

// relates reports whether businesses beside shared value e are related: an address or a building, a phone or an e-mail, and no hub.
func (n *Network) relates(e int32) bool {
	switch n.kinds[n.kindOf(e)].Kind {
	case normalize.KindAddress, normalize.KindPhone, normalize.KindEmail:
		return !n.isHub(e)
	}
	return false
}

// namedFirm is a business with the cases that name it, under any of its names.
type namedFirm struct {
	entity int32                    // the first of them by key
	names  []normalize.BusinessName // the first of them, at most namesCompared
	cases  []int32
}

// namesCompared is how many names of one business another name is compared with: it bounds the work where many spellings are one.
const namesCompared = 8

// relatedAt returns the businesses that different cases name beside one value, false where they are fewer than two.
func (n *Network) relatedAt(at []firmAt) (Related, bool) {
	var firms []namedFirm
	r := Related{Through: n.ref(n.shared[at[0].value].entity)}
	for i := 0; i < len(at); {
		j := i
		for j < len(at) && at[j].firm == at[i].firm {
			j++
		}
		if len(firms) < relatedCompared {
			firms = n.addFirm(firms, at[i:j])
		} else {
			r.More++
		}
		i = j
	}
	var cases []int32
	for i := range firms {
		apart := slices.ContainsFunc(firms, func(o namedFirm) bool {
			return !slices.ContainsFunc(o.cases, func(c int32) bool { return slices.Contains(firms[i].cases, c) })
		})
		if apart {
			r.Businesses = append(r.Businesses, n.ref(firms[i].entity))
			cases = append(cases, firms[i].cases...)
		}
	}
	slices.Sort(cases)
	for _, c := range slices.Compact(cases) {
		r.Cases = append(r.Cases, n.name(c))
	}
	return r, len(r.Businesses) >= 2
}

// addFirm adds a business with its cases. Names that may be of one business are one, also over a third name.
func (n *Network) addFirm(firms []namedFirm, at []firmAt) []namedFirm {
	name, err := normalize.Business(n.entities.display(at[0].firm))
	if err != nil {
		return firms
	}
	f := namedFirm{entity: at[0].firm, names: []normalize.BusinessName{name}}
	for _, x := range at {
		f.cases = append(f.cases, x.kase)
	}
	into := -1
	kept := firms[:0]
	for _, o := range firms {
		switch {
		case !o.mayBe(name):
			kept = append(kept, o)
		case into < 0:
			into = len(kept)
			kept = append(kept, o)
		default:
			kept[into].join(o)
		}
	}
	if into < 0 {
		return append(kept, f)
	}
	kept[into].join(f)
	return kept
}

// mayBe reports whether a name may be of the business f.
func (f *namedFirm) mayBe(name normalize.BusinessName) bool {
	return slices.ContainsFunc(f.names, func(own normalize.BusinessName) bool { return compare.MayBeOneBusiness(own, name) })
}

// join adds the names and the cases of o, which is the same business.
func (f *namedFirm) join(o namedFirm) {
	f.names = append(f.names, o.names...)
	f.names = f.names[:min(namesCompared, len(f.names))]
	f.cases = append(f.cases, o.cases...)
}
