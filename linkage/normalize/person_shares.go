package normalize

import (
	_ "embed"
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
