package linkage_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// room is a kind of the tests' own: the number on a hotel's room key.
type room struct{ key string }

func (r room) Kind() linkage.Kind      { return "room" }
func (r room) Key() string             { return r.key }
func (r room) Display() string         { return "room " + r.key }
func (r room) Parts() []normalize.Part { return []normalize.Part{{Name: "number", Value: r.key}} }
func (r room) Issues() []string        { return nil }
func (r room) Notes() []string         { return nil }

func readRoom(raw string) (normalize.Value, error) {
	key := strings.ToUpper(strings.Join(strings.Fields(raw), ""))
	if key == "" {
		return room{}, errors.New("room: empty")
	}
	return room{key}, nil
}

func TestKindOfYourOwn(t *testing.T) {
	o := linkage.Options{Kinds: []linkage.KindSpec{{
		Kind: "room", Noun: "hotel room key", Normalize: readRoom,
		U: func(normalize.Value) float64 { return 1e-6 },
	}}}
	n := link(t, o,
		incident("A", erie, on(3, 1), say("room", "budget 12")),
		incident("B", monroe, on(3, 9), say("room", "BUDGET12")),
		incident("C", monroe, on(3, 9), say("room", " ")))
	if got := clustersOf(n); len(got) != 1 || got[0] != "A B" {
		t.Fatalf("clusters %v, want A B", got)
	}
	e := explain(t, n, "A", "B").Direct.Evidence[0]
	if e.Reasons[0].Text != "same hotel room key" || e.Entity.Display != "room BUDGET12" {
		t.Errorf("explained as %q, %q", e.Reasons[0].Text, e.Entity.Display)
	}
	// log2(0.5/1e-6) = 18.93: m is that of the kinds that the table does not know.
	if want := linkage.Weight(19386); e.Reasons[0].Weight != want {
		t.Errorf("base weight %d, want %d", e.Reasons[0].Weight, want)
	}
	g, err := n.Graph(n.Clusters(1)[0])
	if err != nil {
		t.Fatal(err)
	}
	if v, ok := g.Find("room:BUDGET12"); !ok || g.At(v).Kind != "room" || g.Degree(v) != 2 {
		t.Errorf("the room is not in the graph between its two cases: %v", g)
	}
	if _, ok := g.Find("case:A"); !ok || g.Len() != 3 {
		t.Errorf("the graph has %d nodes", g.Len())
	}
	var _ *graphs.Network = g
}

// A common value of a kind of your own becomes a hub like one that is built in.
func TestKindOfYourOwnAsHub(t *testing.T) {
	o := linkage.Options{Kinds: []linkage.KindSpec{{Kind: "room", Normalize: readRoom}}}
	n := link(t, o, hubCases(60, say("room", "lobby"))...)
	hubs := n.Hubs()
	if len(hubs) != 1 || hubs[0].Entity.Kind != "room" || hubs[0].Cases != 60 {
		t.Fatalf("hubs %+v", hubs)
	}
}

// A kind of your own that reads people need not say how rare a name is.
func TestPeopleWithoutU(t *testing.T) {
	o := linkage.Options{Kinds: []linkage.KindSpec{{
		Kind:      normalize.KindPerson,
		Normalize: func(raw string) (normalize.Value, error) { return normalize.Person(raw) },
	}}}
	who, err := normalize.Person("Ana Delacroix")
	if err != nil {
		t.Fatal(err)
	}
	who.Born = normalize.DayOf(1980, 2, 3)
	m := linkage.Mention{Kind: normalize.KindPerson, Raw: "Ana Delacroix", Value: who, Role: linkage.RoleSuspect}
	n := link(t, o, incident("A", erie, on(3, 1), m), incident("B", monroe, on(3, 9), m))
	if got := clustersOf(n); len(got) != 1 {
		t.Errorf("clusters %v, want one", got)
	}
}

// Kinds are numbered in a byte: too many are told, not mixed up.
func TestTooManyKinds(t *testing.T) {
	var kinds []linkage.KindSpec
	for i := range 300 {
		kinds = append(kinds, linkage.KindSpec{Kind: linkage.Kind(fmt.Sprint("kind ", i)), Normalize: readRoom})
	}
	if _, err := linkage.New(linkage.Options{Kinds: kinds}); err == nil || !strings.Contains(err.Error(), "255") {
		t.Errorf("300 kinds: %v", err)
	}
	if _, err := linkage.New(linkage.Options{Kinds: kinds[:200]}); err != nil {
		t.Errorf("200 kinds: %v", err)
	}
}

// A kind with the name of a built-in one takes its place.
func TestKindInPlaceOfABuiltIn(t *testing.T) {
	o := linkage.Options{Kinds: []linkage.KindSpec{{Kind: normalize.KindHandle, Noun: "nickname", Normalize: readRoom}}}
	n := link(t, o, incident("A", erie, on(3, 1), say(normalize.KindHandle, "k a y")), incident("B", erie, on(3, 1), say(normalize.KindHandle, "KAY")))
	if x := explain(t, n, "A", "B").Direct; len(x.Evidence) != 1 || x.Evidence[0].Reasons[0].Text != "same nickname" {
		t.Errorf("%+v", x)
	}
}
