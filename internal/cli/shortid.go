package cli

import (
	"slices"
	"strings"
)

// shortest is the least number of characters of a cluster's id that people see, without "C-".
const shortest = 5

// shortIDs gives cluster ids in the shortest unambiguous form.
type shortIDs struct{ sorted []string }

// newShortIDs takes the ids of all clusters, and keeps them.
func newShortIDs(ids []string) *shortIDs {
	s := &shortIDs{sorted: ids}
	slices.Sort(s.sorted)
	return s
}

// of returns the shortest prefix of id, of five characters or more, that no other cluster's id has.
func (s *shortIDs) of(id string) string {
	at, found := slices.BinarySearch(s.sorted, id)
	common := 0
	for _, i := range []int{at - 1, at + 1} {
		if found && i >= 0 && i < len(s.sorted) {
			common = max(common, commonPrefix(s.sorted[i], id))
		}
	}
	return id[:min(len(id), max(common+1, len("C-")+shortest))]
}

// resolve returns the ids that begin with the given text; letters that look alike are taken as the digits they may be.
func (s *shortIDs) resolve(prefix string) []string {
	p := strings.ToUpper(prefix)
	if rest, ok := strings.CutPrefix(p, "C-"); ok {
		p = "C-" + strings.NewReplacer("O", "0", "I", "1", "L", "1").Replace(rest)
	}
	at, _ := slices.BinarySearch(s.sorted, p)
	var found []string
	for ; at < len(s.sorted) && strings.HasPrefix(s.sorted[at], p); at++ {
		found = append(found, s.sorted[at])
	}
	return found
}

func commonPrefix(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return i
}
