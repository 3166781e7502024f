package normalize

import (
	"cmp"
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed person_surnames.txt
var surnamesText string

//go:embed person_given.txt
var givenNamesText string

// The shares of names that the tables do not list: the rarest that they list is borne by 2 people in
// 100,000. An unlisted surname stands for one of a hundred thousand and more.
const (
	UnlistedSurnameShare = 5e-6
	UnlistedGivenShare   = 1e-5
)

// perShare is the unit of the tables: shares in 1/100,000.
const perShare = 1e-5

var surnameShares = sync.OnceValue(func() map[string]int32 { return readShares(surnamesText, 8192) })
var givenShares = sync.OnceValue(func() map[string]int32 { return readShares(givenNamesText, 4096) })

func readShares(text string, size int) map[string]int32 {
	shares := make(map[string]int32, size)
	for line := range strings.Lines(text) {
		share, names, _ := strings.Cut(line, " ")
		n, err := strconv.Atoi(share)
		if err != nil {
			continue // a comment
		}
		for _, name := range strings.Fields(names) {
			shares[name] = int32(n)
		}
	}
	return shares
}

// SurnameShare returns the share of people in the United States who bear a
// surname, given in plain lower-case letters (1990 Census names files), and
// whether it is listed; of an unlisted one it returns UnlistedSurnameShare.
func SurnameShare(name string) (share float64, listed bool) {
	if n, ok := surnameShares()[name]; ok {
		return float64(n) * perShare, true
	}
	return UnlistedSurnameShare, false
}

// GivenShare returns the share of people in the United States who bear a given
// name; see [SurnameShare].
func GivenShare(name string) (share float64, listed bool) {
	if n, ok := givenShares()[name]; ok {
		return float64(n) * perShare, true
	}
	return UnlistedGivenShare, false
}

// A NameShare is a name, in plain lower-case letters, and the share of people who bear it.
type NameShare struct {
	Name  string
	Share float64
}

// Surnames returns the surnames that [SurnameShare] lists, the commonest first.
func Surnames() []NameShare { return listShares(surnameShares()) }

// GivenNames returns the given names that [GivenShare] lists, the commonest first.
func GivenNames() []NameShare { return listShares(givenShares()) }

func listShares(shares map[string]int32) []NameShare {
	out := make([]NameShare, 0, len(shares))
	for name, n := range shares {
		out = append(out, NameShare{name, float64(n) * perShare})
	}
	slices.SortFunc(out, func(a, b NameShare) int { return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Name, b.Name)) })
	return out
}
