package linkage

// EachSharing calls yield for the whole values that two or more cases have and that may link, hubs included, in
// canonical order and with the numbers of their cases, until it returns false. Cost: linear.
func (n *Network) EachSharing(yield func(e EntityRef, cases []int) bool) {
	var cases []int
	for e := range n.shared {
		if n.shared[e].level != levelWhole {
			continue
		}
		cases = cases[:0]
		for _, at := range n.holdersOf(int32(e)) {
			cases = append(cases, int(n.slots[at].kase))
		}
		if !yield(n.ref(n.shared[e].entity), cases) {
			return
		}
	}
}

// A KeptLink is one of the links that hold clusters together.
type KeptLink struct {
	A, B        int // numbers of cases, as of [Network.Case]
	Probability float64
	Top         EntityRef // the shared value that weighs most; the zero value if a person decided
}

// EachLink calls yield for the links that hold clusters together, by their cases, until it
// returns false: enough of them that every other pair that would be linked is in one
// cluster with them. [Network.Explain] has all evidence of one. Cost: linear.
func (n *Network) EachLink(yield func(KeptLink) bool) {
	for _, l := range n.links {
		k := KeptLink{A: int(l.a), B: int(l.b), Probability: l.weight.Probability()}
		if of := &n.clusters[n.inside[l.a]]; len(of.cases) == 2 {
			k.Probability = of.probability
		}
		if l.top >= 0 {
			k.Top = n.ref(n.shared[l.top].entity)
		}
		if !yield(k) {
			return
		}
	}
}
