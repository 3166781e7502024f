package linkage

import (
	"cmp"
	"context"
	"crypto/sha256"
	"runtime"
	"slices"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage/normalize"
)

// A Cluster is a set of two or more cases that kept links connect.
type Cluster struct {
	// ID is "C-" and 13 base-32 characters of a hash of the smallest case id:
	// it depends on the members only, and growth seldom changes it.
	ID string
	// Cases are the names of the cases, sorted.
	Cases []string
	// Counties are the FIPS codes that it spans, sorted.
	Counties []string
	// Weight is that of the weakest link that holds it together, prior included.
	Weight Weight
	// Probability is the chance that two of its cases, drawn at random, belong together.
	Probability float64
	// Coincidences is how many of the links that hold it together are expected to be chance.
	Coincidences float64
	// From and To are the first and last known day of its cases.
	From, To normalize.Day
	// Offenses counts its cases by offense, as indexed by [Offense].
	Offenses [4]int
	// Shared are the values that two or more of its cases share and that are
	// no hubs, those of the most cases first; and the hubs at which cases were within a week of each other where
	// that helps to link them.
	Shared []Shared
	// Fragile are the single facts whose falsity would split it, the one that
	// costs most cases first: the first 20 of FragileCount.
	Fragile      []Fragility
	FragileCount int
	// Next is the cheapest thing to check next; nil where there is nothing in doubt.
	Next *Check
	// Judgements are what people decided about two of its cases, or about one of
	// them and a case elsewhere.
	Judgements []Judgement
}

// Shared is a value that several cases of a cluster share.
type Shared struct {
	Entity EntityRef
	Cases  int    // how many cases of the cluster
	Weight Weight // what sharing it says, hubs considered
}

// cluster is a cluster as the network keeps it.
type cluster struct {
	id          string
	cases       []int32 // sorted
	links       []int32
	counties    []string
	weight      Weight
	probability float64
	coincidence float64
}

// findClusters finds the components of the kept links and rates each.
func (n *Network) findClusters() {
	sets := graphs.NewUnionFind(len(n.cases))
	for _, l := range n.links {
		sets.Union(l.a, l.b)
	}
	n.inside = sets.Labels()
	size := make([]int32, len(n.cases))
	for _, s := range n.inside {
		size[s]++
	}
	of := make([]int32, len(n.cases))
	for c, s := range n.inside {
		if size[s] < 2 {
			continue
		}
		if of[s] == 0 {
			n.clusters = append(n.clusters, cluster{id: n.OwnID(c), cases: make([]int32, 0, size[s])})
			of[s] = int32(len(n.clusters))
		}
		k := &n.clusters[of[s]-1]
		k.cases = append(k.cases, int32(c))
	}
	for i, l := range n.links {
		k := &n.clusters[of[n.inside[l.a]]-1]
		k.links = append(k.links, int32(i))
	}
	inParallel(context.Background(), runtime.GOMAXPROCS(0), len(n.clusters), func(i int) {
		k := &n.clusters[i]
		k.counties = n.countiesIn(k.cases)
		n.rate(k)
	})
	slices.SortFunc(n.clusters, func(a, b cluster) int {
		return cmp.Or(
			cmp.Compare(len(b.counties), len(a.counties)),
			cmp.Compare(b.probability, a.probability),
			cmp.Compare(len(b.cases), len(a.cases)),
			cmp.Compare(a.id, b.id),
			cmp.Compare(a.cases[0], b.cases[0]))
	})
	for i := range n.inside {
		n.inside[i] = -1 - n.inside[i]
	}
	for i := range n.clusters {
		for _, c := range n.clusters[i].cases {
			n.inside[c] = int32(i)
		}
	}
}

// idAlphabet is Crockford's base 32, which has no I, L, O or U to misread.
const idAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// idLength is the number of base-32 characters of a cluster's id: 65 bits, so
// that two of a million clusters share one with a chance of about 1 in 70 million.
const idLength = 13

// caseDigest returns a hash of a case's id and of whose it is.
func caseDigest(id, whose string) [sha256.Size]byte {
	var room [128]byte // for nearly all: a million of them need no memory
	return sha256.Sum256(append(append(append(room[:0], id...), 0), whose...))
}

// clusterID returns the id of the cluster whose smallest case has the given id and is whose.
func clusterID(id, whose string) string {
	sum := caseDigest(id, whose)
	var text [len("C-") + idLength]byte
	out := append(text[:0], "C-"...)
	acc, bits := uint(0), 0
	for _, b := range sum {
		acc, bits = acc<<8|uint(b), bits+8
		for bits >= 5 && len(out) < len(text) {
			bits -= 5
			out = append(out, idAlphabet[acc>>bits&31])
		}
	}
	return string(out)
}

// countiesIn returns the counties of the cases, sorted.
func (n *Network) countiesIn(cases []int32) []string {
	var all []string
	for _, c := range cases {
		all = append(all, n.countiesOfCase(c)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Clusters returns the clusters that span at least span counties: those that
// span most first, then by probability, size and id. With a span of 1 or less
// clusters whose county is not known are among them. Cost: linear in their cases.
func (n *Network) Clusters(span int) []Cluster {
	var out []Cluster
	for i := range n.clusters {
		if span <= 1 || len(n.clusters[i].counties) >= span {
			out = append(out, n.describe(&n.clusters[i]))
		}
	}
	return out
}

// NumClusters returns how many clusters span at least span counties, without describing them.
func (n *Network) NumClusters(span int) int {
	count := 0
	for i := range n.clusters {
		if span <= 1 || len(n.clusters[i].counties) >= span {
			count++
		}
	}
	return count
}

func (n *Network) describe(k *cluster) Cluster {
	c := Cluster{
		ID: k.id, Counties: k.counties, Weight: k.weight, Probability: k.probability, Coincidences: k.coincidence,
		Cases: make([]string, len(k.cases)), Shared: n.sharedIn(k),
	}
	c.Fragile, c.FragileCount = n.fragile(k)
	c.Next = n.next(&c)
	c.Judgements = n.judgementsOn(k)
	for i, at := range k.cases {
		row := &n.cases[at]
		c.Cases[i] = n.name(at)
		c.From = earliest(c.From, row.from)
		c.To = max(c.To, row.to)
		c.Offenses[row.offense&(SexTrafficking|LaborTrafficking)]++
	}
	return c
}

// sharedIn returns the values that two or more cases of k share and that are no hubs, and the hubs at which
// cases were within a week where that helps to link them.
func (n *Network) sharedIn(k *cluster) []Shared {
	var weeks []int32
	for _, at := range k.links {
		if hub := n.links[at].week; hub >= 0 {
			weeks = append(weeks, hub)
		}
	}
	var held []int32
	for _, c := range k.cases {
		for i := range n.slotsOf(c) {
			e := n.slotsOf(c)[i].entity
			if !n.isHub(e) || slices.Contains(weeks, e) {
				held = append(held, e)
			}
		}
	}
	slices.Sort(held)
	type tally struct {
		entity int32
		cases  int
	}
	var tallies []tally
	for i := 0; i < len(held); {
		j := i
		for j < len(held) && held[j] == held[i] {
			j++
		}
		if j-i >= 2 {
			tallies = append(tallies, tally{held[i], j - i})
		}
		i = j
	}
	slices.SortFunc(tallies, func(a, b tally) int {
		return cmp.Or(
			cmp.Compare(b.cases, a.cases),
			cmp.Compare(n.shared[b.entity].weight, n.shared[a.entity].weight),
			cmp.Compare(a.entity, b.entity))
	})
	out := make([]Shared, 0, len(tallies))
	for _, t := range tallies {
		if slices.ContainsFunc(tallies, func(o tally) bool { return o.cases >= t.cases && n.implies(o.entity, t.entity) }) {
			continue // the whole value says it already
		}
		out = append(out, Shared{n.ref(n.shared[t.entity].entity), t.cases, n.shared[t.entity].weight})
	}
	return out
}

// ClusterOf returns the id of the cluster that case i is in; a case in none is
// a cluster of its own and has the id that one would have.
func (n *Network) ClusterOf(i int) string {
	if k := n.inside[i]; k >= 0 {
		return n.clusters[k].id
	}
	return n.OwnID(i)
}

// InCluster reports whether case i is in a cluster of two or more cases.
func (n *Network) InCluster(i int) bool { return n.inside[i] >= 0 }

// OwnID returns the id that case i would have as a cluster of its own.
func (n *Network) OwnID(i int) string { return clusterID(n.id(int32(i)), n.whose(int32(i))) }

// assignmentBatch is how many cases EachAssignment prepares at a time.
const assignmentBatch = 1 << 14

// EachAssignment calls yield with the name of every case and the id of its cluster, in the order
// of [Network.Case], until it returns false. A case in no cluster that spans at least span counties is one
// of its own. Cost: linear.
func (n *Network) EachAssignment(span int, yield func(name, cluster string) bool) {
	var names, ids [assignmentBatch]string
	const step = 1 << 10
	for from := 0; from < len(n.cases); from += assignmentBatch {
		count := min(assignmentBatch, len(n.cases)-from)
		inParallel(context.Background(), runtime.GOMAXPROCS(0), (count+step-1)/step, func(i int) {
			for j := i * step; j < min((i+1)*step, count); j++ {
				c := from + j
				names[j] = n.name(int32(c))
				if k := n.inside[c]; k >= 0 && (span <= 1 || len(n.clusters[k].counties) >= span) {
					ids[j] = n.clusters[k].id
				} else {
					ids[j] = n.OwnID(c)
				}
			}
		})
		for j := range count {
			if !yield(names[j], ids[j]) {
				return
			}
		}
	}
}

// ClusterIDs returns the ids of all clusters, in no particular order.
func (n *Network) ClusterIDs() []string {
	ids := make([]string, len(n.clusters))
	for i := range n.clusters {
		ids[i] = n.clusters[i].id
	}
	return ids
}

// Cluster returns the cluster with the given id, and false if there is none.
func (n *Network) Cluster(id string) (Cluster, bool) {
	for i := range n.clusters {
		if n.clusters[i].id == id {
			return n.describe(&n.clusters[i]), true
		}
	}
	return Cluster{}, false
}
