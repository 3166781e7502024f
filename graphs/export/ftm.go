package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/mail"
	"strings"

	"github.com/tflink/tflink/graphs"
)

// An ftmEntity is an entity of FollowTheMoney (followthemoney.tech). Its
// properties are those that its schema has.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// set adds a value to a property, if there is one.
func (e *ftmEntity) set(property, value string) {
	value = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(value, "\uFFFD"), "\x00", "\uFFFD"))
	if value != "" {
		e.Properties[property] = append(e.Properties[property], value)
	}
}

// ftmID returns an id that depends on what it stands for only, so that exports of several days
// and places meet in the same entities.
func ftmID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return "tflink-" + hex.EncodeToString(sum[:16])
}

// ftmSchemata has the schema of each kind. A phone, an e-mail address and a handle are accounts: of whose, nobody knows.
var ftmSchemata = map[string]string{
	graphs.KindCase: "Event", "person": "Person", "business": "Organization", "address": "Address", "plate": "Vehicle", "vin": "Vehicle",
	"phone": "UserAccount", "email": "UserAccount", "handle": "UserAccount", "url": "Document",
}

// writeFtM writes every node as an entity and every edge as an UnknownLink, a line each. Keys of
// a JSON object are sorted.
func writeFtM(w io.Writer, n *graphs.Network, o Options) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for v := range int32(n.Len()) {
		if err := enc.Encode(ftmNode(n.At(v), o.facts(v))); err != nil {
			return err
		}
	}
	for e := range int32(n.EdgeCount()) {
		edge := n.EdgeAt(e)
		a, b := n.At(edge.From).ID, n.At(edge.To).ID
		link := ftmEntity{ftmID("link", a, b), "UnknownLink", map[string][]string{}}
		link.set("subject", ftmID(a))
		link.set("object", ftmID(b))
		role := edge.Label
		if role == "" {
			role = "mentions"
		}
		link.set("role", role)
		link.set("summary", number(edge.Weight)+" bits")
		link.set("description", edge.Detail)
		if err := enc.Encode(link); err != nil {
			return err
		}
	}
	return nil
}

func ftmNode(node graphs.Node, f Facts) ftmEntity {
	schema, known := ftmSchemata[node.Kind]
	if !known {
		schema = "Asset"
	}
	e := ftmEntity{ftmID(node.ID), schema, map[string][]string{}}
	_, key, _ := strings.Cut(node.ID, ":")
	e.set("name", node.Text())
	switch node.Kind {
	case graphs.KindCase:
		e.set("recordId", node.Text())
		e.set("startDate", f.From)
		e.set("endDate", f.To)
		e.set("location", strings.Join(f.Counties, "; "))
		e.set("summary", node.Detail)
		e.set("country", "us")
		if f.Cluster != "" {
			e.set("keywords", "cluster "+f.Cluster)
		}
	case "address":
		e.set("full", node.Text())
	case "plate":
		e.set("registrationNumber", node.Text())
	case "phone":
		if strings.HasPrefix(key, "+") {
			e.set("phone", key)
		}
	case "email":
		if _, err := mail.ParseAddress(key); err == nil {
			e.set("email", key)
		}
	case "handle":
		e.set("username", node.Text())
	}
	if node.Hub {
		e.set("notes", "So common that it proves little.")
	}
	if !known || node.Kind == "vin" {
		e.set("description", node.Kind)
	}
	return e
}
