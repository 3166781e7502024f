package linkage

import (
	"fmt"
	"math"

	"github.com/tflink/tflink/linkage/normalize"
)

// A Check is what to look up next: of the facts that a cluster rests on, the one that
// tells most for the effort.
type Check struct {
	Entity EntityRef
	// How says in words what to look up.
	How string
	// Cases is how many cases would fall away if the fact is false; 0 where others hold them too.
	Cases int
	// Doubt is the chance that sharing it means nothing.
	Doubt float64
}

// String returns the check on one line, so that a printed [Cluster] says the
// same wherever its check lies in memory.
func (c Check) String() string {
	return fmt.Sprintf("%s %s: %s (%d cases, doubt %v)", c.Entity.Kind, c.Entity.Key, c.How, c.Cases, c.Doubt)
}

// effort says how a value is checked and what that costs, in the effort of a
// registration that is looked up while one waits.
func effort(k Kind) (how string, cost float64) {
	switch k {
	case normalize.KindPlate, normalize.KindVIN:
		return "look up who it was registered to on those days", 1
	case normalize.KindBusiness:
		return "look it up in the state's register of corporations: who stands behind it, and since when", 1
	case normalize.KindAddress:
		return "ask the assessor or the post office who was there on those days", 2
	case normalize.KindPerson:
		return "ask the agencies for the date of birth that each has", 2
	case normalize.KindPhone:
		return "ask the carrier who had the number on those days", 4
	case normalize.KindURL:
		return "look at the page as it was on those days", 2
	}
	return "ask the provider whose account it is", 6
}

// next returns what to look up next of k: of the facts that it hangs on, or of all that it shares
// where it hangs on none, the one with the most cases in doubt for the effort. nil where
// people decided all of it.
func (n *Network) next(c *Cluster) *Check {
	var best *Check
	most := 0.0
	weighed := func(e EntityRef, cases, stake int) {
		at, ok := n.sharedAt(&entityKey{n.kindIndex(e.Kind), levelOf(e.Facet), e.Key})
		if !ok {
			return
		}
		doubt := 1 - (n.params.Prior + n.shared[at].weight).Probability()
		if len(c.Cases) == 2 && len(c.Shared) == 1 {
			doubt = 1 - c.Probability
		}
		how, cost := effort(e.Kind)
		if worth := float64(stake) * entropy(doubt) / cost; worth > most {
			most, best = worth, &Check{Entity: e, How: how, Cases: cases, Doubt: doubt}
		}
	}
	for _, f := range c.Fragile {
		weighed(f.Entity, f.Cases, f.Cases)
	}
	if len(c.Fragile) == 0 {
		for _, s := range c.Shared {
			weighed(s.Entity, 0, s.Cases)
		}
	}
	return best
}

// entropy returns the bits that an answer tells of which one was likely with probability p.
func entropy(p float64) float64 {
	if p <= 0 || p >= 1 {
		return 0
	}
	return -p*math.Log2(p) - (1-p)*math.Log2(1-p)
}
