package linkage

// edge is what a network of some cases of a base knows of the others: how many of them have a value, and what was inferred of
// values that not only cases here have.
type edge struct {
	b      *Base
	here   map[int32]int32 // by entity of the base: the linker's
	there  map[int32]int32 // by entity of the linker: the base's
	count  map[int32]int32 // by entity of the base: how many of the base's cases that are here have it
	judged map[int32]bool  // entities of the base: all values one keystroke from them are here
}

// elsewhere returns how many cases that are not here have an entity of the base.
func (g *edge) elsewhere(entity int32) int32 {
	return int32(len(g.b.t.casesOf(entity))) - g.count[entity]
}

// repeat adds those entities that are repeated, once cases that are not here are counted too.
func (g *edge) repeat(once, repeated bitset) {
	for there, here := range g.here {
		if more := g.elsewhere(there); more >= 2 || more == 1 && once.has(here) {
			repeated.set(here)
		}
	}
}

// place notes which of the network's shared values not only cases here have.
func (g *edge) place(n *Network) {
	n.beyond, n.pins = make([]int32, len(n.shared)), make([]int32, len(n.shared))
	for e := range n.shared {
		there, ok := g.there[n.shared[e].entity]
		if !ok {
			continue
		}
		if n.beyond[e] = g.elsewhere(there); n.beyond[e] > 0 {
			n.pins[e] = g.b.t.sharedOf[there] + 1
		}
	}
}

// pin sets the odds of a pass of values that are not inferred here.
func (g *edge) pin(n *Network, pass int, odds []Weight) {
	for e, pin := range n.pins {
		if pin > 0 {
			odds[e] = g.b.t.oddsOf(pin - 1)[pass]
		}
	}
}

// sharedHere returns the network's shared value that one of the base is, and false if it is none here.
func (g *edge) sharedHere(n *Network, v int32) (int32, bool) {
	here, ok := g.here[g.b.t.shared[v]]
	if !ok || n.sharedOf[here] < 0 {
		return 0, false
	}
	return n.sharedOf[here], true
}

// misspelt returns what the base says of the misspelling that a value that is not inferred here may be.
func (g *edge) misspelt(n *Network, e int32) int32 { return g.misspeltOf(n, n.pins[e]-1) }

// misspeltOf returns what the base says of the misspelling that a shared value of its own may be, as a Network says it.
func (g *edge) misspeltOf(n *Network, v int32) int32 {
	if len(g.b.t.misspelt) == 0 || g.b.t.misspelt[v] == 0 {
		return 0
	}
	m := g.b.t.misspelt[v]
	to, ok := g.sharedHere(n, max(m, -m)-1)
	switch {
	case !ok:
		return 0
	case m < 0:
		return -(to + 1)
	}
	return to + 1
}

// judges reports whether all values that may be shared value to misspelt are here.
func (g *edge) judges(n *Network, to int32) bool {
	there, ok := g.there[n.shared[to].entity]
	return !ok || g.judged[there] || g.b.t.sharedOf[there] < 0
}

// faces returns the faces of values that are not inferred here.
func (g *edge) faces(n *Network) []face {
	var all []face
	for e, pin := range n.pins {
		if pin > 0 {
			all = append(all, g.facesOf(n, int32(e), pin-1)...)
		}
	}
	return all
}

// facesOf returns what the base says of the faces of e, which is its shared value v, as far as they are here.
func (g *edge) facesOf(n *Network, e, v int32) []face {
	var all []face
	for _, f := range g.b.t.facesOf(v) {
		if to, ok := g.sharedHere(n, f.face); ok {
			all = append(all, face{e, to})
		}
	}
	return all
}
