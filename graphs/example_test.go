package graphs_test

import (
	"fmt"

	"github.com/tflink/tflink/graphs"
)

func Example() {
	b := graphs.NewBuilder()
	wyoming := b.AddNode(graphs.Node{ID: "WY-2024-0113", Kind: graphs.KindCase, Group: "Wyoming"})
	erie := b.AddNode(graphs.Node{ID: "ER-2023-0871", Kind: graphs.KindCase, Group: "Erie"})
	genesee := b.AddNode(graphs.Node{ID: "GE-2024-0007", Kind: graphs.KindCase, Group: "Genesee"})
	phone := b.AddNode(graphs.Node{ID: "phone:+15855550142", Kind: "phone", Label: "585-555-0142"})
	plate := b.AddNode(graphs.Node{ID: "plate:NY:KAB1042", Kind: "plate", Label: "NY KAB-1042"})
	b.AddEdge(wyoming, phone, 12.5, graphs.EdgeAttributes{})
	b.AddEdge(erie, phone, 12.5, graphs.EdgeAttributes{})
	b.AddEdge(erie, plate, 9, graphs.EdgeAttributes{})
	b.AddEdge(genesee, plate, 9, graphs.EdgeAttributes{})
	n, err := b.Build()
	if err != nil {
		fmt.Println(err)
		return
	}

	from, _ := n.Find("WY-2024-0113")
	to, _ := n.Find("GE-2024-0007")
	path, _ := n.Strongest(from, to)
	for _, v := range path.Nodes {
		fmt.Print(n.At(v).Text(), " ")
	}
	fmt.Println("at", path.Weakest, "bits")

	hangsOn, _ := n.Find("plate:NY:KAB1042")
	for _, part := range n.Parts(hangsOn)[1:] {
		fmt.Println("without", n.At(hangsOn).Text(), "falls away:", n.At(part[0]).GroupText())
	}
	// Output:
	// WY-2024-0113 585-555-0142 ER-2023-0871 NY KAB-1042 GE-2024-0007 at 9 bits
	// without NY KAB-1042 falls away: Genesee
}
