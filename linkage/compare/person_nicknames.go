package compare

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed person_nicknames.txt
var nicknamesText string

// nicknames maps each given name of the table to the numbers of the sets that it is in, ascending.
var nicknames = sync.OnceValue(func() map[string][]int32 {
	sets := map[string][]int32{}
	n := int32(0)
	for line := range strings.Lines(nicknamesText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, name := range strings.Fields(line) {
			if have := sets[name]; len(have) == 0 || have[len(have)-1] != n {
				sets[name] = append(have, n)
			}
		}
		n++
	}
	return sets
})

// nicknameOf reports whether two given names are used for one another.
func nicknameOf(a, b string) bool {
	x, y := nicknames()[a], nicknames()[b]
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			return true
		case x[i] < y[j]:
			i++
		default:
			j++
		}
	}
	return false
}
