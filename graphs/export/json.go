package export

import (
	"encoding/json"
	"io"

	"github.com/tflink/tflink/graphs"
)

// The JSON format is one object on one line, so that it is a JSON document and
// a line of JSON lines at once: what the network is, then its nodes and its edges.
type (
	networkRecord struct {
		Type  string `json:"type"` // "network"
		Title string `json:"title,omitempty"`
		Date  string `json:"date,omitempty"`
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

// jsonWriter writes pieces and remembers the first error.
type jsonWriter struct {
	w   io.Writer
	err error
}

func (j *jsonWriter) text(s string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, s)
	}
}

// record writes a record behind a comma where it is not the first of its list.
func (j *jsonWriter) record(i int32, r any) {
	if i > 0 {
		j.text(",")
	}
	data, err := json.Marshal(r)
	if j.err == nil {
		j.err = err
	}
	j.text(string(data))
}

func writeJSON(w io.Writer, n *graphs.Network, o Options) error {
	head, err := json.Marshal(networkRecord{"network", o.Title, o.Date, n.Cases()})
	if err != nil {
		return err
	}
	j := &jsonWriter{w: w}
	j.text(string(head[:len(head)-1]) + `,"nodes":[`)
	for v := int32(0); v < int32(n.Len()); v++ {
		node := n.At(v)
		r := nodeRecord{
			Type: "node", ID: node.ID, Kind: node.Kind, Label: node.Text(), Group: node.Group,
			GroupLabel: node.GroupText(), Detail: node.Detail, Cases: caseCount(node), Hub: node.Hub,
		}
		if o.Positions != nil {
			r.X, r.Y = &o.Positions[v].X, &o.Positions[v].Y
		}
		j.record(v, r)
	}
	j.text(`],"edges":[`)
	for e := int32(0); e < int32(n.EdgeCount()); e++ {
		edge := n.EdgeAt(e)
		j.record(e, edgeRecord{"edge", n.At(edge.From).ID, n.At(edge.To).ID, edge.Weight, edge.Label, edge.Detail})
	}
	j.text("]}\n")
	return j.err
}
