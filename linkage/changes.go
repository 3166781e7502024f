package linkage

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// An Assignment says which cases were together in a network: what is kept of it so
// that [Network.Since] can tell later what changed. It names no case: each stands
// as 64 bits of a hash of its id and of whose it is, so that two of a million
// are taken for one with a chance of about 1 in 40 million. It never changes.
type Assignment struct {
	clusters []assigned // by id
}

// assigned is one cluster of an Assignment.
type assigned struct {
	id       string
	counties []string
	cases    []uint64 // sorted
}

// Assignment returns which cases are together. Cost: a hash for each case in a cluster.
func (n *Network) Assignment() *Assignment {
	a := &Assignment{clusters: make([]assigned, len(n.clusters))}
	for i := range n.clusters {
		k := &n.clusters[i]
		cases := make([]uint64, len(k.cases))
		for j, c := range k.cases {
			cases[j] = n.caseHash(c)
		}
		slices.Sort(cases)
		a.clusters[i] = assigned{k.id, k.counties, cases}
	}
	slices.SortFunc(a.clusters, func(x, y assigned) int { return cmp.Or(cmp.Compare(x.id, y.id), slices.Compare(x.cases, y.cases)) })
	return a
}

// caseHash returns what case c is called in an Assignment.
func (n *Network) caseHash(c int32) uint64 {
	buf := append(make([]byte, 0, 96), n.id(c)...)
	buf = append(append(buf, 0), n.whose(c)...)
	sum := sha256.Sum256(buf)
	return binary.LittleEndian.Uint64(sum[:])
}

// A ChangeKind says what became of a cluster; several can be true at once.
type ChangeKind uint8

const (
	ChangeNew      ChangeKind = 1 << iota // none of its cases was in a cluster
	ChangeGrew                            // it has cases that were in no cluster
	ChangeMerged                          // its cases were in two or more clusters
	ChangeSplit                           // cases that were with its own are in another cluster
	ChangeShrank                          // cases that were with its own are in no cluster, or no longer there
	ChangeRenamed                         // its id is none of those that its cases had
	ChangeVanished                        // none of its cases is in a cluster
)

var changeNames = []string{"new", "grew", "merged", "split", "shrank", "renamed", "vanished"}

// Names returns the names of what is true, in the order of the constants: "merged", "grew".
func (k ChangeKind) Names() []string {
	var names []string
	for i, name := range changeNames {
		if k&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// A Change says what became of a cluster, or of one that is no more.
type Change struct {
	Kind ChangeKind
	// Cluster is as it is now; of one that vanished it is empty.
	Cluster Cluster
	// Before are the clusters that its cases were in, by how many of its cases came from
	// each, the most first, then by id.
	Before []Former
	// To are the ids of the other clusters that cases of Before are in now, sorted.
	To []string
	// Joined are the names of its cases that were in no cluster.
	Joined []string
	// Left are the names of the cases of Before that are in no cluster now, and Gone
	// counts those that are not there any more.
	Left []string
	Gone int
}

// A Former is a cluster as it was.
type Former struct {
	ID       string
	Cases    int // that it had
	Kept     int // that are in the cluster now
	Counties []string
}

// Since returns what became of the clusters since an earlier network had the given
// assignment: the changed ones in the order of [Network.Clusters], then those that
// vanished, by id. Cost: a hash for each case in a cluster, and of every case where
// some cases left one.
func (n *Network) Since(before *Assignment) []Change {
	d := n.compareWith(before)
	var changes []Change
	for i := range n.clusters {
		if c, ok := d.change(int32(i)); ok {
			changes = append(changes, c)
		}
	}
	for o := range before.clusters {
		if len(d.now[o]) > 0 {
			continue
		}
		was := &before.clusters[o]
		c := Change{Kind: ChangeVanished, Before: []Former{{was.id, len(was.cases), 0, was.counties}}}
		c.Left, c.Gone = d.lost(int32(o))
		changes = append(changes, c)
	}
	return changes
}

// comparison is a network beside what an earlier one had together.
type comparison struct {
	n      *Network
	before *Assignment
	was    map[uint64]int32 // former cluster by case
	is     map[uint64]int32 // case by hash: of those in clusters, until alone is called for
	alone  bool             // is has all cases
	from   [][]share        // by cluster: how many of its cases each former cluster had
	now    [][]int32        // by former cluster: in which ones its cases are
}

// share is how many cases one cluster has of a former one.
type share struct{ former, cases int32 }

func (n *Network) compareWith(before *Assignment) *comparison {
	total := 0
	for i := range before.clusters {
		total += len(before.clusters[i].cases)
	}
	d := &comparison{
		n: n, before: before, was: make(map[uint64]int32, total), is: make(map[uint64]int32, total),
		from: make([][]share, len(n.clusters)), now: make([][]int32, len(before.clusters)),
	}
	for i := range before.clusters {
		for _, h := range before.clusters[i].cases {
			d.was[h] = int32(i)
		}
	}
	for i := range n.clusters {
		var formers []int32
		for _, c := range n.clusters[i].cases {
			h := n.caseHash(c)
			d.is[h] = c
			if o, ok := d.was[h]; ok {
				formers = append(formers, o)
			}
		}
		slices.Sort(formers)
		for j, o := range formers {
			if j > 0 && formers[j-1] == o {
				d.from[i][len(d.from[i])-1].cases++
				continue
			}
			d.from[i] = append(d.from[i], share{o, 1})
			d.now[o] = append(d.now[o], int32(i))
		}
	}
	return d
}

// change returns what became of cluster i, and false if nothing did.
func (d *comparison) change(i int32) (Change, bool) {
	k := &d.n.clusters[i]
	from := slices.Clone(d.from[i])
	slices.SortFunc(from, func(x, y share) int {
		return cmp.Or(cmp.Compare(y.cases, x.cases), cmp.Compare(x.former, y.former)) // formers are in order of id
	})
	kept, named := 0, false
	var c Change
	var lost []int32
	for _, s := range from {
		was := &d.before.clusters[s.former]
		kept += int(s.cases)
		named = named || was.id == k.id
		elsewhere := len(was.cases) - int(s.cases)
		for _, o := range d.now[s.former] {
			if o != i {
				c.Kind |= ChangeSplit
				c.To = append(c.To, d.n.clusters[o].id)
				elsewhere -= d.shared(o, s.former)
			}
		}
		if elsewhere > 0 {
			c.Kind |= ChangeShrank
			lost = append(lost, s.former)
		}
		c.Before = append(c.Before, Former{was.id, len(was.cases), int(s.cases), was.counties})
	}
	switch {
	case len(from) == 0:
		c.Kind |= ChangeNew
	case kept < len(k.cases):
		c.Kind |= ChangeGrew
	}
	if len(from) > 1 {
		c.Kind |= ChangeMerged
	}
	if len(from) > 0 && !named {
		c.Kind |= ChangeRenamed
	}
	if c.Kind == 0 {
		return Change{}, false
	}
	c.Cluster = d.n.describe(k)
	slices.Sort(c.To)
	c.To = slices.Compact(c.To)
	if c.Kind&ChangeGrew != 0 {
		for _, at := range k.cases {
			if _, ok := d.was[d.n.caseHash(at)]; !ok {
				c.Joined = append(c.Joined, d.n.name(at))
			}
		}
	}
	for _, o := range lost {
		left, gone := d.lost(o)
		c.Left, c.Gone = append(c.Left, left...), c.Gone+gone
	}
	slices.Sort(c.Left)
	return c, true
}

// shared returns how many cases cluster i has of a former one.
func (d *comparison) shared(i, former int32) int {
	for _, s := range d.from[i] {
		if s.former == former {
			return int(s.cases)
		}
	}
	return 0
}

// lost returns the names of a former cluster's cases that are in no cluster
// now, and how many are not there any more.
func (d *comparison) lost(former int32) (left []string, gone int) {
	if !d.alone {
		d.alone = true
		for c := range d.n.cases {
			if !d.n.InCluster(c) {
				d.is[d.n.caseHash(int32(c))] = int32(c)
			}
		}
	}
	for _, h := range d.before.clusters[former].cases {
		c, ok := d.is[h]
		switch {
		case !ok:
			gone++
		case !d.n.InCluster(int(c)):
			left = append(left, d.n.name(c))
		}
	}
	slices.Sort(left)
	return left, gone
}
