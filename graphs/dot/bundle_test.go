package dot

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
)

var ringCounties = []string{"Erie", "Wyoming", "Genesee"}

// threeRings returns rings of cases, of which every two neighbours share a phone. All share a business, two of them three phones and a plate.
func threeRings(t *testing.T, cases int) *graphs.Network {
	b := graphs.NewBuilder()
	value := func(kind, name string) int32 {
		return b.AddNode(graphs.Node{ID: kind + ":" + name, Kind: kind, Label: name})
	}
	join := func(v int32, cases ...int32) {
		for _, c := range cases {
			b.AddEdge(c, v, 8, graphs.EdgeAttributes{})
		}
	}
	var first []int32
	for ring, county := range ringCounties {
		var members []int32
		for i := range cases {
			members = append(members, b.AddNode(graphs.Node{ID: fmt.Sprintf("%s-%02d", county, i), Kind: graphs.KindCase, Group: county}))
		}
		for i := range cases {
			join(value("phone", fmt.Sprintf("ring %d-%02d", ring, i)), members[i], members[(i+1)%cases])
			join(value("address", fmt.Sprintf("home %d", ring)), members[i])
		}
		first = append(first, members[0], members[cases/2])
	}
	join(value("business", "Motor Inn"), first[1], first[3], first[5])
	for i := range 3 {
		join(value("phone", fmt.Sprintf("shared %d", i)), first[0], first[2])
	}
	join(value("plate", "shared"), first[1], first[3])
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Three phones that join the same two communities are one line, which says how many and which.
func TestValuesOfOneKindBecomeALine(t *testing.T) {
	n := threeRings(t, 30)
	root := &part{cases: anchorsOf(n)}
	for i, county := range ringCounties {
		q := &part{name: county, number: fmt.Sprint(i + 1)}
		for _, v := range root.cases {
			if n.At(v).Group == county {
				q.cases = append(q.cases, v)
			}
		}
		root.parts = append(root.parts, q)
	}
	small, collapsed := newSheet(n, root, nil).summarise(DefaultMaxShapes)
	var lines []string
	for e := range int32(small.EdgeCount()) {
		lines = append(lines, small.EdgeAt(e).Label)
	}
	if want := "3 phones, 1 plate"; !slices.Contains(lines, want) {
		t.Errorf("lines %q, want one of %q", lines, want)
	}
	var named []string
	for _, c := range collapsed {
		if c.ID == "" {
			named = append(named, c.Members...)
		}
	}
	if want := []string{"phone:shared 0", "phone:shared 1", "phone:shared 2", "plate:shared"}; !slices.Equal(named, want) {
		t.Errorf("the line stands for %q, want %q", named, want)
	}
}

// Where a page has room, values of one kind that join the same cases are one shape with their names; others stay alone.
func TestValuesOfOneKindBecomeAShape(t *testing.T) {
	n := threeRings(t, 6)
	small, collapsed := Summarise(n, DefaultMaxShapes)
	if len(collapsed) != 1 || len(collapsed[0].Members) != 3 {
		t.Fatalf("collapsed: %v", collapsed)
	}
	v, ok := small.Find(collapsed[0].ID)
	if node := small.At(v); !ok || node.Kind != "phone" || node.Detail != "3 phones" || strings.Count(node.Label, "shared") != 3 {
		t.Errorf("the shape is %+v", small.At(v))
	}
	if small.Len() != n.Len()-2 || small.Cases() != n.Cases() {
		t.Errorf("%d shapes for %d nodes", small.Len(), n.Len())
	}
}
