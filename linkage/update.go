package linkage

// An Update is what some cases more make of the clusters of a [Base]. It never changes and is safe for concurrent use.
type Update struct {
	net   *Network
	now   *standing
	known map[uint64]bool // hashes of cases that are here, or were here in a cluster
}

// update returns the clusters that can be others than the base says, and all of them as an assignment.
func (r *region) update(core []bool) *Update {
	n := r.n
	kept := n.clusters[:0]
	for i := range n.inside {
		n.inside[i] = -1
	}
	for _, k := range n.clusters {
		if !core[k.cases[0]] {
			continue
		}
		for _, c := range k.cases {
			n.inside[c] = int32(len(kept))
		}
		kept = append(kept, k)
	}
	n.clusters = kept
	u := &Update{net: n, known: make(map[uint64]bool, len(n.cases))}
	for c := range n.cases {
		u.known[n.caseHash(int32(c))] = true
	}
	gone := make([]bool, r.b.t.assignment.clusters())
	for c, row := range r.rowHere {
		if k := r.b.t.inside[c]; k >= 0 && core[n.rank[row]] && !gone[k] {
			gone[k] = true
			for _, h := range r.b.t.assignment.casesOf(int(k)) {
				u.known[h] = true
			}
		}
	}
	u.now = r.b.t.assignment.with(gone, n.assigned())
	return u
}

// with returns the assignment without the clusters that are gone, and with others that came, which are in order.
func (a *Assignment) with(gone []bool, came []assigned) *standing {
	all := make([]assigned, 0, a.clusters()+len(came))
	for i := range a.clusters() {
		if gone[i] {
			continue
		}
		k := assigned{a.id(i), a.sets[a.in[i]], a.casesOf(i), -1}
		for len(came) > 0 && came[0].compare(&k) < 0 {
			all, came = append(all, came[0]), came[1:]
		}
		all = append(all, k)
	}
	all = append(all, came...)
	of := make([]int32, len(all))
	for i := range all {
		of[i] = all[i].at
	}
	return &standing{newAssignment(all), of}
}

// Network returns a network of the cases near the new ones. Of all that it can be asked, it is right about the clusters
// that [Update.Since] returns.
func (u *Update) Network() *Network { return u.net }

// Assignment returns which cases are together, all of them.
func (u *Update) Assignment() *Assignment { return u.now.Assignment }

// Since returns what [Network.Since] of all cases does. It fails with [ErrOutOfReach] when something changed that was
// not linked anew: since a state that is not the base's.
func (u *Update) Since(before *Assignment) ([]Change, error) {
	d := u.net.compareWith(u.now, before)
	for _, i := range d.came {
		if u.now.of[i] < 0 {
			return nil, ErrOutOfReach
		}
	}
	for _, o := range d.left {
		for _, h := range before.casesOf(o) {
			if !u.known[h] {
				return nil, ErrOutOfReach // it may be elsewhere, or gone
			}
		}
	}
	return d.changes(), nil
}
