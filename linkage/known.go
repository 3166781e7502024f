package linkage

// Known is a value of which people know whether it is a hub: a hotline, a
// motel, a court, or a ring's own number that only looks like one. It overrides what is inferred.
type Known struct {
	Kind Kind
	Key  string // canonical, as the value's Key
	Hub  bool   // whether it links only with a second fact
	Note string // what it is, or why; for people
}

// odds returns the log2 odds of a hub that a person's word stands for.
func (k *Known) odds() Weight {
	if k.Hub {
		return surest
	}
	return -surest
}

// reason returns what an explanation says of it.
func (k *Known) reason() string {
	text := "it is listed as no hub"
	if k.Hub {
		text = "it is listed as a hub"
	}
	if k.Note != "" {
		text += ": " + k.Note
	}
	return text
}

// resolveKnown finds the shared values of which people know something.
func (n *Network) resolveKnown() {
	n.known = map[int32]Known{}
	for _, k := range n.listed {
		key := entityKey{n.kindIndex(k.Kind), levelWhole, k.Key}
		if e, ok := n.sharedAt(&key); ok {
			n.known[e] = k
		}
	}
}
