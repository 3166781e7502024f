package export

import (
	"encoding/json"
	"io"

	"github.com/tflink/tflink/graphs"
)

// The records of the JSON format: first the network, then the nodes, then the edges.
type (
	networkRecord struct {
		Type  string `json:"type"` // "network"
		Title string `json:"title,omitempty"`
		Date  string `json:"date,omitempty"`
		Nodes int    `json:"nodes"`
		Edges int    `json:"edges"`
		Cases int    `json:"cases"`
	}
	nodeRecord struct {
		Type       string   `json:"type"` // "node"
		ID         string   `json:"id"`
		Kind       string   `json:"kind"`
		Label      string   `json:"label"`
		Group      string   `json:"group,omitempty"`
		GroupLabel string   `json:"group_label,omitempty"`
		Detail     string   `json:"detail,omitempty"`
		Cases      int      `json:"cases,omitempty"`
		Hub        bool     `json:"hub,omitempty"`
		X          *float64 `json:"x,omitempty"`
		Y          *float64 `json:"y,omitempty"`
	}
	edgeRecord struct {
		Type   string  `json:"type"` // "edge"
		From   string  `json:"from"`
		To     string  `json:"to"`
		Weight float64 `json:"weight"`
		Label  string  `json:"label,omitempty"`
		Detail string  `json:"detail,omitempty"`
	}
)

func writeJSON(w io.Writer, n *graphs.Network, o Options) error {
	lines := json.NewEncoder(w)
	lines.SetEscapeHTML(false)
	err := lines.Encode(networkRecord{"network", o.Title, o.Date, n.Len(), n.EdgeCount(), n.Cases()})
	for v := int32(0); v < int32(n.Len()) && err == nil; v++ {
		node := n.At(v)
		r := nodeRecord{
			Type: "node", ID: node.ID, Kind: node.Kind, Label: node.Text(), Group: node.Group,
			GroupLabel: node.GroupText(), Detail: node.Detail, Cases: caseCount(node), Hub: node.Hub,
		}
		if o.Positions != nil {
			r.X, r.Y = &o.Positions[v].X, &o.Positions[v].Y
		}
		err = lines.Encode(r)
	}
	for e := int32(0); e < int32(n.EdgeCount()) && err == nil; e++ {
		edge := n.EdgeAt(e)
		err = lines.Encode(edgeRecord{"edge", n.At(edge.From).ID, n.At(edge.To).ID, edge.Weight, edge.Label, edge.Detail})
	}
	return err
}
