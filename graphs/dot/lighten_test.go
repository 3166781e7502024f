package dot

import (
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
)

// A value whose edges are left out says so: it is in more cases than its lines lead to.
func TestLightenSaysWhatIsMissing(t *testing.T) {
	b := graphs.NewBuilder()
	phone := b.AddNode(graphs.Node{ID: "phone:1", Kind: "phone"})
	firm := b.AddNode(graphs.Node{ID: "business:1", Kind: "business", Detail: "farm"})
	for _, id := range []string{"a", "b", "c"} {
		c := b.AddNode(graphs.Node{ID: graphs.KindCase + ":" + id, Kind: graphs.KindCase, Detail: "labor"})
		b.AddEdge(c, phone, 20, graphs.EdgeAttributes{})
		b.AddEdge(c, firm, 10, graphs.EdgeAttributes{})
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	light, left := lighten(n, 4)
	if left != 2 {
		t.Fatalf("left out %d edges, want 2", left)
	}
	want := map[string]string{"phone": "", "business": "farm · +2 lines not drawn", graphs.KindCase: "labor"}
	for v := range int32(light.Len()) {
		if node := light.At(v); node.Detail != want[node.Kind] {
			t.Errorf("%s says %q, want %q", strings.Split(node.ID, ":")[0], node.Detail, want[node.Kind])
		}
	}
}
