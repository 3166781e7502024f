package dot

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// A Report says what a map left for the tables to tell.
type Report struct {
	Shapes       int         // nodes of the picture
	Cases        int         // cases of the network; the shapes stand for all of them
	Collapsed    []Collapsed // in the order of the shapes; what is not drawn comes last
	Edges        int         // edges of the picture
	EdgesLeftOut int         // edges between its shapes that are too many and too weak to draw
	Layout       string      // the Graphviz layout that was chosen; "rings" if none was to be had, "rows" if none would do
	Stopped      []string    // layouts of Graphviz that took too long and were stopped, sorted
	Straight     bool        // edges are straight lines because they could not be routed
}

// Collapsed names what one shape of a map stands for, or what no shape shows.
type Collapsed struct {
	ID      string   // of the node in the small network; "" if no shape shows the members
	Label   string   // what stands on the shape
	Members []string // IDs of the nodes of the network, in its order
}

// Summarise returns a network of at most maxShapes nodes that stands for n, and what
// it collapsed; n itself if it is small enough. The cases of both add up to the
// same number. From the least to the most that it does, until they fit:
//
//  1. entities that join the same cases become one node, and entities of one case go into it;
//  2. cases of one county that share the same entities become one counted node;
//  3. cases of several counties that share the same entities too;
//  4. communities (Leiden) become counted nodes; what joins them stays.
//
// Up to [UncollapsedCases] cases none is collapsed; if they and the entities are too many,
// the entities that join least are left out, never those that hold the network together.
func Summarise(n *graphs.Network, maxShapes int) (*graphs.Network, []Collapsed) {
	if n.Len() <= maxShapes {
		return n, nil
	}
	alone := numbered(n.Len())
	d := newDraft(n, alone)
	if d.shapes() > maxShapes && d.anchors > UncollapsedCases {
		d = coarser(n, maxShapes)
	}
	d.thin(maxShapes)
	return d.network()
}

// coarser collapses cases, as little as is needed.
func coarser(n *graphs.Network, maxShapes int) *draft {
	for _, key := range []func(graphs.Node) string{
		func(v graphs.Node) string { return v.Kind + "\x00" + v.Group },
		func(v graphs.Node) string { return v.Kind },
	} {
		if d := newDraft(n, twins(n, key)); d.shapes() <= maxShapes {
			return d
		}
	}
	return communities(n, maxShapes)
}

// resolutions of Leiden from fine to coarse. The finest that fits shows most.
var resolutions = []float64{16, 11, 8, 5.6, 4, 2.8, 2, 1.4, 1, 0.7, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01}

// seed of the communities: any number, always the same.
const seed = 1

// communities collapses each community to a counted node, at the finest
// resolution that fits. Where none does, as with a great many components, the
// smallest communities become one node together.
func communities(n *graphs.Network, maxShapes int) *draft {
	most := maxShapes / 2 // what joins that many groups also finds room: see thin
	var fitting *draft
	var labels []int32
	for _, r := range resolutions {
		labels = n.Leiden(r, seed)
		d := newDraft(n, labels)
		if d.shapes() <= maxShapes {
			return d
		}
		if d.anchors <= most && fitting == nil {
			fitting = d
		}
	}
	if fitting == nil {
		fitting = newDraft(n, foldSmall(n, labels, most))
	}
	return fitting
}

// foldSmall gives all but the largest groups of anchors one label.
func foldSmall(n *graphs.Network, labels []int32, keep int) []int32 {
	size := make(map[int32]int)
	for v, l := range labels {
		if isAnchor(n.At(int32(v))) {
			size[l]++
		}
	}
	order := make([]int32, 0, len(size))
	for l := range size {
		order = append(order, l)
	}
	slices.SortFunc(order, func(a, b int32) int {
		if size[a] != size[b] {
			return size[b] - size[a]
		}
		return int(a - b)
	})
	folded := slices.Clone(labels)
	rest := order[min(keep-1, len(order)-1):]
	for v, l := range labels {
		if slices.Contains(rest, l) {
			folded[v] = rest[0]
		}
	}
	return folded
}

// twins gives nodes that have the same key and the same neighbours one label;
// neighbours of a single node make no difference.
func twins(n *graphs.Network, key func(graphs.Node) string) []int32 {
	labels := numbered(n.Len())
	first := make(map[string]int32)
	var b strings.Builder
	for v := range int32(n.Len()) {
		if !isAnchor(n.At(v)) {
			continue
		}
		b.Reset()
		b.WriteString(key(n.At(v)))
		for _, w := range n.Adjacent(v) {
			if n.Degree(w) > 1 {
				b.WriteByte(0)
				b.WriteString(strconv.Itoa(int(w)))
			}
		}
		if l, ok := first[b.String()]; ok {
			labels[v] = l
			continue
		}
		first[b.String()] = v
	}
	return labels
}

func numbered(n int) []int32 {
	labels := make([]int32, n)
	for i := range labels {
		labels[i] = int32(i)
	}
	return labels
}

// isAnchor reports whether a node is one of those that a map is about, which what
// lies between them joins.
func isAnchor(v graphs.Node) bool { return v.Kind == graphs.KindCase || v.Kind == graphs.KindCounty }
