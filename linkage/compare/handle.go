package compare

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// The chances behind the weights of online handles.
const (
	handleCount = 1e7 // accounts of a region's people on one platform
	shortHandle = 4   // letters and less: a name that is one of few

	handleSame   = 0.9
	handleMoved  = 0.1   // the same name on another platform
	handleSpelt  = 0.05  // the same letters, other dots and underscores
	handleTypo   = 0.01  // one character wrong
	handleOther  = 0.1   // another account of the same person
	handleTaken  = 3e-5  // another person has the name on another platform
	handleNear   = 3e-5  // another person has the name with other marks
	handleTypos  = 300.0 // names that are one character away
	shortHandleU = 1e-4  // an unrelated account has a short name
	unknownMore  = 10    // by which a name is likelier met where its platform is not known
)

// Handles compares two accounts. The same name on two platforms is often the
// same person and never the same account; where one platform is not known, it may be.
func Handles(a, b normalize.OnlineHandle) Comparison {
	var c Comparison
	switch {
	case a.Key() == "" || b.Key() == "":
		c.add(0, "a handle could not be read")
	case a.Key() == b.Key():
		c.Same = true
		c.add(LikelihoodRatio(handleSame, handleU(a)), "same account %s", a.Key())
	case a.Name() == b.Name() && (a.PlatformUnknown() || b.PlatformUnknown()):
		c.Relation = "same name, a platform not known"
		c.add(LikelihoodRatio(handleSame, max(handleU(a), handleU(b))), "same name %s, one without its platform", a.Name())
	case a.Name() == b.Name():
		c.Relation = "same name on another platform"
		c.add(LikelihoodRatio(handleMoved, max(handleTaken, handleU(a))), "same name %s on two platforms", a.Name())
	case a.Platform() == b.Platform() && bareName(a.Name()) == bareName(b.Name()) && bareName(a.Name()) != "":
		c.Relation = "same letters"
		c.add(LikelihoodRatio(handleSpelt, handleNear), "names differ in dots and underscores only")
	case a.Platform() == b.Platform() && oneEditApart(a.Name(), b.Name()):
		c.Relation = "one character apart"
		c.add(LikelihoodRatio(handleTypo, handleTypos/handleCount)/2, "names one character apart")
	default:
		c.add(LikelihoodRatio(handleOther, 1), "two accounts")
	}
	return c
}

// bareName returns a name without the marks that people mistake.
func bareName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '_' || r == '-' {
			return -1
		}
		return r
	}, name)
}

// handleU returns the chance that an unrelated account is this very one.
func handleU(h normalize.OnlineHandle) float64 {
	u := 1 / handleCount
	if len(h.Name()) <= shortHandle {
		u = shortHandleU
	}
	if h.PlatformUnknown() {
		u *= unknownMore
	}
	return u
}
