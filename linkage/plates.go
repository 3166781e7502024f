package linkage

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// resolvePlates reads a plate whose state is not said as the plate of the one
// state that has this number here. Where several states have it the mention
// stays one of its own: nobody can say whose it is.
func (n *Network) resolvePlates() {
	plate := n.kindIndex(normalize.KindPlate)
	const several = -1
	byNumber := map[string]int32{}
	var stateless []int32
	for e := range n.entities.all() {
		if n.entities.kind(e) != plate {
			continue
		}
		row := n.entities.key(e)
		state, number, ok := strings.Cut(row.key, " ")
		switch {
		case !ok:
		case state == normalize.UnknownState:
			stateless = append(stateless, e)
		default:
			if _, have := byNumber[number]; have {
				byNumber[number] = several
			} else {
				byNumber[number] = e
			}
		}
	}
	means := map[int32]int32{}
	for _, e := range stateless {
		_, number, _ := strings.Cut(n.entities.key(e).key, " ")
		if to, ok := byNumber[number]; ok && to != several {
			means[e] = to
		}
	}
	if len(means) == 0 {
		return
	}
	for i := range n.mentions {
		if to, ok := means[n.mentions[i].entity]; ok {
			n.mentions[i].entity = to
		}
	}
}
