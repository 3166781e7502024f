package graphs_test

import (
	"fmt"

	"github.com/tflink/tflink/graphs"
)

func ExampleNetwork_Groups() {
	b := graphs.NewBuilder()
	b.AddNode(graphs.Node{ID: "ER-1", Kind: graphs.KindCase, Group: "36029", GroupLabel: "Erie"})
	b.AddNode(graphs.Node{ID: "WY-1", Kind: graphs.KindCase, Group: "36121", GroupLabel: "Wyoming"})
	b.AddNode(graphs.Node{ID: "+WY-2", Kind: graphs.KindCase, Group: "36121", GroupLabel: "Wyoming", Cases: 12})
	b.AddNode(graphs.Node{ID: "585-555-0142", Kind: "phone"})
	n, _ := b.Build()
	for _, g := range n.Groups(nil) {
		fmt.Println(g.Label, g.Cases)
	}
	// Output:
	// Wyoming 13
	// Erie 1
}
