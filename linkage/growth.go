package linkage

import "slices"

// grow adds what the region lacks, now that it was linked, and returns which of the network's cases can be in
// another cluster than the base says. These are all of them when it added nothing.
func (r *region) grow() (core []bool) {
	r.growByKeystrokes()
	for e := range r.n.shared {
		there, old := r.there[r.n.shared[e].entity]
		if old && !r.spread[there] && r.n.beyond[e] == 0 && r.isChanged(int32(e), there) {
			r.change(there)
		}
	}
	r.growByAdded()
	return r.growByLinks()
}

// growByKeystrokes adds the cases of values that may be other misspellings than the base says, and makes known what those here may
// be misspellings of.
func (r *region) growByKeystrokes() {
	n := r.n
	for e := range n.shared {
		there, old := r.there[n.shared[e].entity]
		if n.isPinned(int32(e)) {
			if len(n.misspelt) > 0 && n.misspelt[e] != r.misspelt(n, int32(e)) {
				r.finish(there)
			}
			continue
		}
		if !n.spelt(int32(e)) {
			continue
		}
		if old {
			r.knowNear(there)
		}
		if to, ok := n.nearest(int32(e)); ok {
			if at, old := r.there[n.shared[to].entity]; old {
				r.knowNear(at)
			}
		}
		if key := n.key(int32(e)); !old || r.b.t.sharedOf[there] < 0 || r.spread[there] {
			near := r.b.near(key)
			for _, o := range near {
				r.bring(o)
			}
			if isBig(n.size(int32(e))) {
				r.finishSmaller(near, n.size(int32(e)))
			}
		}
	}
}

// isChanged reports whether what was inferred of e, all of whose cases are here, is not what the base says of the entity.
func (r *region) isChanged(e, there int32) bool {
	n := r.n
	v := r.b.t.sharedOf[there]
	if v < 0 || len(r.b.t.casesOf(there)) != n.size(e) {
		return true
	}
	for pass, was := range r.b.t.oddsOf(v) {
		if n.odds[pass][e] != was {
			return true
		}
	}
	is := int32(0)
	if len(n.misspelt) > 0 {
		is = n.misspelt[e]
	}
	if max(0, is) != max(0, r.misspeltOf(n, v)) {
		return true
	}
	faces := facesOf(n.faceOf, e)
	return len(r.b.t.facesOf(v)) != len(faces) || !slices.Equal(faces, r.facesOf(n, e, v))
}

// growByAdded notes that what added cases have is changed, also what they have only by how a plate is read.
func (r *region) growByAdded() {
	n := r.n
	for row := range r.added {
		for _, s := range n.slotsOf(n.rank[row]) {
			if there, old := r.there[n.shared[s.entity].entity]; old {
				r.change(there)
			}
		}
	}
}

// growByLinks adds the cases that links and former clusters connect with those of changed values, and all cases of
// the values that may link them.
func (r *region) growByLinks() (core []bool) {
	n := r.n
	core = make([]bool, len(n.cases))
	var todo []int32
	reach := func(c int32) {
		if !core[c] {
			core[c] = true
			todo = append(todo, c)
		}
	}
	for row := range r.added {
		reach(n.rank[row])
	}
	was := make([][]int32, len(n.cases)) // cases of the base that a case is
	for c, row := range r.rowHere {
		was[n.rank[row]] = append(was[n.rank[row]], c)
		if r.touched[c] {
			reach(n.rank[row])
		}
	}
	for e := range n.shared {
		if there, old := r.there[n.shared[e].entity]; !old || r.spread[there] {
			for _, at := range n.holdersOf(int32(e)) {
				reach(n.slots[at].kase)
			}
		}
	}
	apart := map[int32][]int32{} // links that were dropped to keep other cases apart
	for p := range n.judged.dropped {
		apart[p.a], apart[p.b] = append(apart[p.a], p.b), append(apart[p.b], p.a)
	}
	needed, most := logOdds(n.params.Threshold)-n.params.Prior, n.mostTheySay()
	for len(todo) > 0 {
		c := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, old := range was[c] {
			for _, o := range r.formerlyWith(old) {
				r.addCase(o)
				if row, here := r.rowHere[o]; here {
					reach(n.rank[row])
				}
			}
		}
		for _, at := range n.linkEnds[n.linkOff[c]:n.linkOff[c+1]] {
			reach(n.links[at].a)
			reach(n.links[at].b)
		}
		for _, o := range apart[c] {
			reach(o)
		}
		for _, s := range n.slotsOf(c) {
			// Of two values that link together one says half of what it takes, or more.
			if n.beyond[s.entity] > 0 && 2*most[s.entity] >= needed {
				r.finish(r.there[n.shared[s.entity].entity])
			}
		}
	}
	return core
}

// formerlyWith returns the cases of the base that were in one cluster with a case of it.
func (r *region) formerlyWith(c int32) []int32 {
	k := r.b.t.inside[c]
	if k < 0 {
		return nil
	}
	return r.b.t.members[r.b.t.memberOff[k]:r.b.t.memberOff[k+1]]
}
