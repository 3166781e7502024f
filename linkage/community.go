package linkage

import (
	"slices"
)

// A Community is a dense part of a cluster.
type Community struct {
	Cases    []string // sorted
	Counties []string
	// Holds are the values that hold it together: several of its cases have them, and most of the cluster's cases that do
	// are in it. Joins are those that cases elsewhere in the cluster have too. Each is with how many
	// cases of the community have it, and stands in both where both is so.
	Holds, Joins []Shared
}

// communityFrom is the number of cases from which a cluster is divided, and communitySeed what makes
// the division the same each time.
const (
	communityFrom = 12
	communitySeed = 1
)

// Communities divides a cluster by Leiden's algorithm into parts that hang together closely,
// the largest first. It returns nil where the cluster is small or hangs together as a whole.
func (n *Network) Communities(k Cluster) ([]Community, error) {
	if len(k.Cases) < communityFrom {
		return nil, nil
	}
	g, err := n.Graph(k)
	if err != nil {
		return nil, err
	}
	of := map[string]int32{} // by the id of a node
	for v, label := range g.Leiden(1, communitySeed) {
		of[g.At(int32(v)).ID] = label
	}
	at := map[int32]int{}
	var parts []Community
	part := make([]int, len(k.Cases))
	for i, name := range k.Cases {
		label := of["case:"+name]
		p, ok := at[label]
		if !ok {
			p = len(parts)
			at[label] = p
			parts = append(parts, Community{})
		}
		part[i] = p
		parts[p].Cases = append(parts[p].Cases, name)
		if c := n.FindCase(name); len(c) == 1 {
			parts[p].Counties = append(parts[p].Counties, n.Case(c[0]).Counties...)
		}
	}
	if len(parts) < 2 {
		return nil, nil
	}
	for _, s := range k.Shared {
		n.tally(k, s, part, parts)
	}
	for i := range parts {
		slices.Sort(parts[i].Counties)
		parts[i].Counties = slices.Compact(parts[i].Counties)
	}
	slices.SortStableFunc(parts, func(a, b Community) int { return len(b.Cases) - len(a.Cases) })
	return parts, nil
}

// tally adds a shared value to the communities that have it.
func (n *Network) tally(k Cluster, s Shared, part []int, parts []Community) {
	at, ok := n.sharedAt(&entityKey{n.kindIndex(s.Entity.Kind), levelOf(s.Entity.Facet), s.Entity.Key})
	if !ok {
		return
	}
	count := make([]int, len(parts))
	in, all := 0, 0
	for _, h := range n.holdersOf(at) {
		if i, found := slices.BinarySearch(k.Cases, n.name(n.slots[h].kase)); found {
			all++
			if count[part[i]]++; count[part[i]] == 1 {
				in++
			}
		}
	}
	for p, cases := range count {
		s.Cases = cases
		if cases >= 2 && 2*cases > all {
			parts[p].Holds = append(parts[p].Holds, s)
		}
		if cases > 0 && in > 1 {
			parts[p].Joins = append(parts[p].Joins, s)
		}
	}
}
