package linkage

import (
	"cmp"
	"slices"
	"strings"
)

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
	return n.compareWith(n.standing(), before).changes()
}

// comparison is a network beside what an earlier one had together. Only clusters that are not the same in both are looked at.
type comparison struct {
	n      *Network
	before *Assignment
	now    *standing
	left   []int            // former clusters that are no more as they were, in order
	came   []int            // clusters that were not there as they are, in order
	was    map[uint64]int   // former cluster by case
	is     map[uint64]int32 // case by hash: of clusters that came, until alone is called for
	alone  bool             // is has all cases
	from   map[int][]share  // by cluster that came: how many of its cases each former cluster had
	went   map[int][]int    // by former cluster: in which ones its cases are
}

// share is how many cases one cluster has of a former one.
type share struct{ former, cases int }

func (n *Network) compareWith(now *standing, before *Assignment) *comparison {
	d := &comparison{
		n: n, before: before, now: now,
		was: map[uint64]int{}, is: map[uint64]int32{}, from: map[int][]share{}, went: map[int][]int{},
	}
	d.leaveOutSame()
	for _, o := range d.left {
		for _, h := range before.casesOf(o) {
			d.was[h] = o
		}
	}
	for _, i := range d.came {
		var formers []int
		for _, h := range now.casesOf(i) {
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
			d.went[o] = append(d.went[o], i)
		}
	}
	return d
}

// leaveOutSame finds the clusters that are not the same in both: clusters lie in the same order in either.
func (d *comparison) leaveOutSame() {
	o, i := 0, 0
	for o < d.before.clusters() || i < d.now.clusters() {
		order := 0
		switch {
		case o == d.before.clusters():
			order = 1
		case i == d.now.clusters():
			order = -1
		default:
			order = d.before.compare(o, d.now.Assignment, i)
		}
		if order < 0 {
			d.left = append(d.left, o)
		}
		if order > 0 {
			d.came = append(d.came, i)
		}
		if order <= 0 {
			o++
		}
		if order >= 0 {
			i++
		}
	}
}

// changes returns what became of the clusters.
func (d *comparison) changes() []Change {
	var changes []Change
	for _, i := range d.came {
		for _, c := range d.n.clusters[d.now.of[i]].cases {
			d.is[d.n.caseHash(c)] = c
		}
	}
	slices.SortFunc(d.came, func(x, y int) int { return int(d.now.of[x] - d.now.of[y]) })
	for _, i := range d.came {
		changes = append(changes, d.change(i))
	}
	for _, o := range d.left {
		if len(d.went[o]) > 0 {
			continue
		}
		c := Change{Kind: ChangeVanished, Before: []Former{d.former(o, 0)}}
		c.Left, c.Gone = d.lost(o)
		changes = append(changes, c)
	}
	return changes
}

// former describes a former cluster of which so many cases are in the one at hand.
func (d *comparison) former(o, kept int) Former {
	return Former{strings.Clone(d.before.id(o)), len(d.before.casesOf(o)), kept, d.before.countiesOf(o)}
}

// change returns what became of cluster i of those now, which is another one than before.
func (d *comparison) change(i int) Change {
	k := &d.n.clusters[d.now.of[i]]
	from := slices.Clone(d.from[i])
	slices.SortFunc(from, func(x, y share) int {
		return cmp.Or(cmp.Compare(y.cases, x.cases), cmp.Compare(x.former, y.former)) // formers are in order of id
	})
	kept, named := 0, false
	var c Change
	var lost []int
	for _, s := range from {
		kept += s.cases
		named = named || d.before.id(s.former) == k.id
		elsewhere := len(d.before.casesOf(s.former)) - s.cases
		for _, o := range d.went[s.former] {
			if o != i {
				c.Kind |= ChangeSplit
				c.To = append(c.To, d.n.clusters[d.now.of[o]].id)
				elsewhere -= d.shared(o, s.former)
			}
		}
		if elsewhere > 0 {
			c.Kind |= ChangeShrank
			lost = append(lost, s.former)
		}
		c.Before = append(c.Before, d.former(s.former, s.cases))
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
	return c
}

// shared returns how many cases cluster i has of a former one.
func (d *comparison) shared(i, former int) int {
	for _, s := range d.from[i] {
		if s.former == former {
			return s.cases
		}
	}
	return 0
}

// lost returns the names of a former cluster's cases that are in no cluster
// now, and how many are not there any more.
func (d *comparison) lost(former int) (left []string, gone int) {
	if !d.alone {
		d.alone = true
		for c := range d.n.cases {
			if !d.n.InCluster(c) {
				d.is[d.n.caseHash(int32(c))] = int32(c)
			}
		}
	}
	for _, h := range d.before.casesOf(former) {
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
