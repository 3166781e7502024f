package compare

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// The chances behind the weights of web addresses.
const (
	pageU    = 1e-7 // two unrelated mentions are of one page
	siteU    = 1e-5 // of one site's front page
	genericU = 0.05 // of one platform's own page

	pageSame   = 0.9
	pageSite   = 0.3  // another page of the same site
	pageOther  = 0.1  // another site of the same owner
	siteShared = 1e-4 // two unrelated mentions are on one site that is no platform
)

// URLs compares two web addresses. A page of a platform says who has it; the
// platform's own pages say nothing.
func URLs(a, b normalize.WebAddress) Comparison {
	var c Comparison
	switch {
	case a.Key() == "" || b.Key() == "":
		c.add(0, "a web address could not be read")
	case a.Key() == b.Key():
		c.Same = true
		c.add(LikelihoodRatio(pageSame, urlU(a)), "same address %s", a.Key())
	case a.Generic || b.Generic:
		c.add(0, "a platform's own page")
	case normalize.IsPlatform(a.Host()) || normalize.IsPlatform(b.Host()):
		c.add(LikelihoodRatio(pageOther, 1), "two pages")
	case a.Host() == b.Host():
		c.Relation = "same site"
		c.add(LikelihoodRatio(pageSite, siteShared), "two pages of %s", a.Host())
	case a.Domain() == b.Domain():
		c.Relation = "same domain"
		c.add(LikelihoodRatio(pageSite, siteShared)/2, "two sites of %s", a.Domain())
	default:
		c.add(LikelihoodRatio(pageOther, 1), "two addresses")
	}
	return c
}

// urlU returns the chance that an unrelated address is this very one.
func urlU(w normalize.WebAddress) float64 {
	switch {
	case w.Generic:
		return genericU
	case !strings.ContainsAny(w.Key(), "/?"):
		return siteU
	}
	return pageU
}
