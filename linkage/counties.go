package linkage

import (
	"cmp"
	"slices"
)

// A CountyCount is a county and what is in it.
type CountyCount struct {
	FIPS     string
	Cases    int // a case of two counties counts in both
	Doubtful int // of the cases, those of which the county is in doubt
	Links    int // links that hold clusters together and lead into another county
}

// A CountyFlow is the links that hold clusters together between the cases of two counties.
type CountyFlow struct {
	From, To string // FIPS codes, From before To
	Links    int
}

// CountyCounts is what cases have in each county and between them.
type CountyCounts struct {
	Counties []CountyCount // by FIPS code
	Flows    []CountyFlow  // by From, then To
	Cases    int           // how many were counted
	Without  int           // of the cases, those without a county
}

// CountCounties counts by county the cases that in holds, by the numbers of [Network.Case], and the
// links between them; those of all cases if in is nil. Cost: linear in cases and links.
func (n *Network) CountCounties(in func(i int) bool) CountyCounts {
	if in == nil {
		in = func(int) bool { return true }
	}
	counts := map[string]*CountyCount{}
	var out CountyCounts
	for i := range n.NumCases() {
		if !in(i) {
			continue
		}
		out.Cases++
		c := n.Case(i)
		if len(c.Counties) == 0 {
			out.Without++
		}
		for _, county := range c.Counties {
			if counts[county] == nil {
				counts[county] = &CountyCount{FIPS: county}
			}
			counts[county].Cases++
			if c.CountyDoubt != "" {
				counts[county].Doubtful++
			}
		}
	}
	flows := map[[2]string]int{}
	n.EachLink(func(l KeptLink) bool {
		if !in(l.A) || !in(l.B) {
			return true
		}
		leads := map[string]bool{}
		for _, a := range n.Case(l.A).Counties {
			for _, b := range n.Case(l.B).Counties {
				if a != b {
					flows[[2]string{min(a, b), max(a, b)}]++
					leads[a], leads[b] = true, true
				}
			}
		}
		for county := range leads {
			counts[county].Links++
		}
		return true
	})
	for _, c := range counts {
		out.Counties = append(out.Counties, *c)
	}
	slices.SortFunc(out.Counties, func(a, b CountyCount) int { return cmp.Compare(a.FIPS, b.FIPS) })
	for pair, links := range flows {
		out.Flows = append(out.Flows, CountyFlow{pair[0], pair[1], links})
	}
	slices.SortFunc(out.Flows, func(a, b CountyFlow) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return out
}
