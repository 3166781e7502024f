package export

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/tflink/tflink/graphs"
)

// The Cytoscape JSON format: what Cytoscape 3 opens and cytoscape.js takes as its elements.
type (
	cyNode struct {
		Data     cyNodeData  `json:"data"`
		Position *cyPosition `json:"position,omitempty"`
	}
	cyNodeData struct {
		ID         string `json:"id"`
		Value      string `json:"value"` // the id: networkx asks for it
		Name       string `json:"name"`
		Key        string `json:"key"` // the node's ID: an element's id may not be just anything
		Kind       string `json:"kind"`
		Color      string `json:"color"`
		Group      string `json:"group,omitempty"`
		GroupLabel string `json:"group_label,omitempty"`
		Detail     string `json:"detail,omitempty"`
		Cases      int    `json:"cases"`
		Hub        bool   `json:"hub"`
		Agency     string `json:"agency,omitempty"`
		From       string `json:"from,omitempty"`
		To         string `json:"to,omitempty"`
		Offense    string `json:"offense,omitempty"`
		Status     string `json:"status,omitempty"`
		Cluster    string `json:"cluster,omitempty"`
	}
	cyPosition struct {
		X float64 `json:"x"`
		Y float64 `json:"y"`
	}
	cyEdge struct {
		Data cyEdgeData `json:"data"`
	}
	cyEdgeData struct {
		ID     string  `json:"id"`
		Source string  `json:"source"`
		Target string  `json:"target"`
		Name   string  `json:"name"`
		Weight float64 `json:"weight"`
		Detail string  `json:"detail,omitempty"`
	}
)

// writeCyjs writes Cytoscape JSON, a node or an edge a line.
func writeCyjs(w io.Writer, n *graphs.Network, o Options) error {
	head, err := json.Marshal(map[string]string{"name": o.Title, "shared_name": o.Title, "date": o.Date})
	if err != nil {
		return err
	}
	j := &jsonWriter{w: w}
	j.text(`{"format_version":"1.0","generated_by":"tflink","target_cytoscapejs_version":"~3.0","directed":false,"multigraph":false,"data":` + string(head) + `,"elements":{"nodes":[` + "\n")
	byGroup := colors(n)
	for v := range int32(n.Len()) {
		node := n.At(v)
		record := cyNode{Data: cyNodeData{
			ID: fmt.Sprintf("n%d", v), Value: fmt.Sprintf("n%d", v), Name: node.Text(), Key: node.ID, Kind: node.Kind, Color: fmt.Sprintf("#%06x", colorOf(n, v, byGroup)),
			Group: node.Group, GroupLabel: node.GroupText(), Detail: node.Detail, Cases: caseCount(node), Hub: node.Hub,
		}}
		if node.IsCase() {
			f := o.facts(v)
			d := &record.Data
			d.Agency, d.From, d.To, d.Offense, d.Status, d.Cluster = f.Agency, f.From, f.To, f.Offense, f.Status, f.Cluster
		}
		if o.Positions != nil {
			record.Position = &cyPosition{o.Positions[v].X, o.Positions[v].Y}
		}
		j.record(v, record)
		j.text("\n")
	}
	j.text(`],"edges":[` + "\n")
	for e := range int32(n.EdgeCount()) {
		edge := n.EdgeAt(e)
		j.record(e, cyEdge{cyEdgeData{
			fmt.Sprintf("e%d", e), fmt.Sprintf("n%d", edge.From), fmt.Sprintf("n%d", edge.To), edge.Label, edge.Weight, edge.Detail,
		}})
		j.text("\n")
	}
	j.text("]}}\n")
	return j.err
}
