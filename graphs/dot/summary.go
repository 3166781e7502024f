package dot

import (
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
	Unlabelled   int         // edges whose label has no room; a pointer, screen readers and the table tell it
	EdgesLeftOut int         // edges between its shapes that are too many and too weak to draw
	Layout       string      // the Graphviz layout that was chosen; "rings" if none was to be had, "rows" if none would do
	Stopped      []string    // layouts of Graphviz that took too long and were stopped, sorted
	Behind       bool        // some edge passes behind a shape: no way around was found
}

// Several returns how many shapes stand for several things.
func (r Report) Several() int {
	n := 0
	for _, c := range r.Collapsed {
		if c.ID != "" {
			n++
		}
	}
	return n
}

// Collapsed names what one shape of a map stands for, what a line does, or what is not drawn.
type Collapsed struct {
	ID      string   // of the node in the small network; "" if a line stands for the members, or nothing
	Label   string   // what stands on the shape
	Part    string   // number of the part that has a page of its own in an [Atlas]; "" if none has
	Members []string // IDs of the nodes of the network, in its order
}

// Summarise returns a network of at most maxShapes nodes that stands for n, and what
// it collapsed; n itself if it is small enough. The cases of both add up to the
// same number. From the least to the most that it does, until they fit:
//
//  1. entities that join the same cases become one node, and entities of one case go into it;
//  2. cases of one county that share the same entities become one counted node;
//  3. cases of several counties that share the same entities too;
//  4. communities that fit on a page each become counted nodes; what joins them stays.
//
// Up to [UncollapsedCases] cases none is collapsed; if they and the entities are too many,
// the entities that join least are left out, never those that hold the network together.
func Summarise(n *graphs.Network, maxShapes int) (*graphs.Network, []Collapsed) {
	whole := &part{cases: anchorsOf(n)}
	if !fitsWhole(n, maxShapes) {
		whole = divide(n, maxShapes)
	}
	return newSheet(n, whole, nil).summarise(maxShapes)
}

// fitsWhole reports whether one page can show a network without communities.
func fitsWhole(n *graphs.Network, maxShapes int) bool {
	if n.Len() <= maxShapes {
		return true
	}
	d := newDraft(n, numbered(n.Len()), nil)
	return d.anchors <= UncollapsedCases || d.shapes() <= maxShapes || newDraft(n, twins(n, byKind), nil).shapes() <= maxShapes
}

// Keys of twins: cases of one county, or all.
func byGroup(v graphs.Node) string { return v.Kind + "\x00" + v.Group }
func byKind(v graphs.Node) string  { return v.Kind }

// seed of the communities: any number, always the same.
const seed = 1

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
