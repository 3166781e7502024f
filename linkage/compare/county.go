package compare

import (
	"slices"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// The chances behind the weights of counties: those of two mentions of one
// thing. They are made to say little, for crime crosses county lines.
const (
	countySame      = 0.6
	countyNeighbor  = 0.25
	countyElsewhere = 0.15
	countyAround    = 0.1  // of unrelated pairs, in neighbouring counties
	countyMinShare  = 0.02 // no county is taken to be rarer, however small it is
)

// Counties compares two matches: the same counties, some in common, neighbours
// or none of these. A county weighs by the share of its state's people that
// live elsewhere.
func Counties(a, b normalize.CountyMatch) Comparison {
	var c Comparison
	if a.Key() == "" || b.Key() == "" {
		c.add(0, "a county could not be read")
		return c
	}
	common := commonCodes(a.Codes, b.Codes)
	switch {
	case a.Key() == b.Key():
		c.Same = true
		c.add(LikelihoodRatio(countySame, countyU(a)), "same county: %s", a.Display())
	case len(common) > 0:
		c.Relation = "some counties in common"
		shared := normalize.CountyMatch{Codes: common}
		c.add(LikelihoodRatio(countySame, min(countySame, countyU(shared)*float64(len(a.Codes)*len(b.Codes)))), "in common: %s", shared.Display())
	case neighbors(a.Codes, b.Codes):
		c.Relation = "neighboring counties"
		c.add(LikelihoodRatio(countyNeighbor, countyAround), "neighboring counties")
	default:
		c.add(LikelihoodRatio(countyElsewhere, 1-countyAround), "counties apart")
	}
	return c
}

func commonCodes(a, b []string) []string {
	var common []string
	for _, code := range a {
		if slices.Contains(b, code) {
			common = append(common, code)
		}
	}
	return common
}

func neighbors(a, b []string) bool {
	for _, code := range a {
		for _, n := range normalize.CountyNeighbors(code) {
			if slices.Contains(b, n) {
				return true
			}
		}
	}
	return false
}

// countyU returns the chance that an unrelated mention from the same state is
// of the same counties: their share of its people.
func countyU(m normalize.CountyMatch) float64 {
	people, all := 0, 0
	for _, code := range m.Codes {
		people += normalize.CountyPopulation(code)
	}
	for _, state := range strings.Split(normalize.PartValue(m, "state"), "; ") {
		all += normalize.StatePopulation(state)
	}
	if people == 0 || all == 0 {
		return countyMinShare
	}
	return min(countySame, max(countyMinShare, float64(people)/float64(all)))
}
