package linkage

import "slices"

// Holding returns the links that hold a cluster together, with all their
// evidence, in the order of their cases: enough of them that every other pair that would be
// linked is in the cluster by them. It returns nil for a cluster of another
// network. Cost: that of what the linked cases share.
func (n *Network) Holding(k Cluster) []Link {
	own := n.clusterAt(k)
	if own == nil {
		return nil
	}
	order := slices.Clone(own.links)
	slices.Sort(order) // links are kept by their cases
	links := make([]Link, len(order))
	for i, at := range order {
		links[i] = n.linkBetween(n.links[at].a, n.links[at].b)
	}
	return links
}

// clusterAt returns the cluster as the network keeps it, nil if it has none such.
func (n *Network) clusterAt(k Cluster) *cluster {
	if len(k.Cases) == 0 {
		return nil
	}
	for _, i := range n.FindCase(k.Cases[0]) {
		if c := n.inside[i]; c >= 0 && n.name(int32(i)) == k.Cases[0] && n.clusters[c].id == k.ID {
			return &n.clusters[c]
		}
	}
	return nil
}
