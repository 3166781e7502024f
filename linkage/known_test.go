package linkage

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

// knownNetwork links cases that share one phone, with what is known of it.
func knownNetwork(t *testing.T, cases int, known ...Known) *Network {
	t.Helper()
	l, err := New(Options{Known: known})
	if err != nil {
		t.Fatal(err)
	}
	for i := range cases {
		c := Case{ID: fmt.Sprint("C-", i), Agency: "x", Mentions: []Mention{
			{Kind: normalize.KindPhone, Raw: "585-555-0142"},
			{Kind: normalize.KindPhone, Raw: fmt.Sprintf("716-555-%04d", 100+i)}, // its own
		}}
		if err := l.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestKnownHub(t *testing.T) {
	if got := knownNetwork(t, 2).NumClusters(1); got != 1 {
		t.Fatalf("%d clusters without a word, want 1", got)
	}
	hotline := Known{Kind: normalize.KindPhone, Key: "+15855550142", Hub: true, Note: "a hotline"}
	n := knownNetwork(t, 2, hotline)
	if got := n.NumClusters(1); got != 0 {
		t.Errorf("%d clusters over a listed hub, want none", got)
	}
	hubs := n.Hubs()
	if len(hubs) != 1 || hubs[0].Known == nil || hubs[0].Lost != 1 {
		t.Errorf("hubs: %+v", hubs)
	}
	x, err := n.Explain(0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if text := fmt.Sprint(x.Direct.Evidence[0].Reasons); !strings.Contains(text, "listed as a hub: a hotline") {
		t.Errorf("reasons %s", text)
	}
}

func TestKnownAsNoHub(t *testing.T) {
	const many = 120
	if got := knownNetwork(t, many).NumClusters(1); got != 0 {
		t.Fatalf("%d clusters: %d cases of one phone are no hub by themselves", got, many)
	}
	n := knownNetwork(t, many, Known{Kind: normalize.KindPhone, Key: "+15855550142"})
	if got := n.NumClusters(1); got != 1 {
		t.Errorf("%d clusters over a value that is listed as no hub, want 1", got)
	}
}
