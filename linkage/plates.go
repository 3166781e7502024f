package linkage

import (
	"maps"
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// resolvePlates reads a plate whose state is not said as the plate of the one
// state that has this number here. Where several states have it the mention
// stays one of its own: nobody can say whose it is. It returns which plates it read as which.
func (n *Network) resolvePlates() (means map[int32]int32) {
	plate := n.kindIndex(normalize.KindPlate)
	const several = -1
	stateless := map[string]int32{}
	for e := range n.entities.all() {
		if n.entities.kind(e) != plate {
			continue
		}
		if state, number, ok := strings.Cut(n.entities.key(e).key, " "); ok && state == normalize.UnknownState {
			stateless[number] = e
		}
	}
	if len(stateless) == 0 {
		return nil
	}
	means = map[int32]int32{}
	for e := range n.entities.all() {
		if n.entities.kind(e) != plate {
			continue
		}
		state, number, ok := strings.Cut(n.entities.key(e).key, " ")
		from, asked := stateless[number]
		if !ok || state == normalize.UnknownState || !asked {
			continue
		}
		if _, have := means[from]; have {
			means[from] = several
		} else {
			means[from] = e
		}
	}
	maps.DeleteFunc(means, func(from, to int32) bool { return to == several || n.judged.values.unlike(from, to) })
	for i := range n.mentions {
		if to, ok := means[n.mentions[i].entity]; ok {
			n.mentions[i].entity = to
		}
	}
	return means
}
