// Package dot answers: here is a piece of network, how does it look?
//
// A map is made in four steps, each in files of its own: [Summarise] brings the
// network down to what a page holds and says what it collapsed; Graphviz finds
// a layout and routes the edges around the nodes; the picture is composed, with
// its title, legend and caveat, from shapes and texts in points; and a writer puts it out
// as SVG, PNG or PDF. [Write] stops before the layout and gives the graph in Graphviz's own language.
//
// The layout only ever sees made-up names and sizes, never a text of a case, so
// that no text can break it. Texts are drawn here, as text.
//
// [Places] gives the places and colours of a whole network to programs that draw it
// themselves.
//
// It is the only user of go-graphviz.
package dot
