package linkage_test

import (
	"context"
	"fmt"
	"log"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Wyoming and Erie have one phone, Erie and Monroe one van. Nobody of Wyoming ever
// saw the van, yet the three cases are one cluster. Genesee's case shares nothing.
func story() *linkage.Network {
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		log.Fatal(err)
	}
	mention := func(kind linkage.Kind, raw string) linkage.Mention { return linkage.Mention{Kind: kind, Raw: raw} }
	for _, c := range []linkage.Case{
		{ID: "WY-2024-0113", Counties: []string{"36121"}, From: normalize.DayOf(2024, 3, 4), Offense: linkage.LaborTrafficking,
			Mentions: []linkage.Mention{mention(normalize.KindPhone, "(585) 555-0142")}},
		{ID: "ER-2024-0871", Counties: []string{"36029"}, From: normalize.DayOf(2024, 4, 19), Offense: linkage.LaborTrafficking,
			Mentions: []linkage.Mention{mention(normalize.KindPhone, "585.555.0142"), mention(normalize.KindPlate, "NY KAB-1042")}},
		{ID: "MO-2024-0020", Counties: []string{"36055"}, From: normalize.DayOf(2024, 5, 2), Offense: linkage.SexTrafficking,
			Mentions: []linkage.Mention{mention(normalize.KindPlate, "ny kab1042")}},
		{ID: "GE-2024-0007", Counties: []string{"36037"}, From: normalize.DayOf(2024, 5, 9),
			Mentions: []linkage.Mention{mention(normalize.KindPhone, "716-555-0188")}},
	} {
		if err := l.Add(c); err != nil {
			log.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	return n
}

func Example() {
	n := story()
	for _, k := range n.Clusters(2) {
		fmt.Println(k.Cases, "in", k.Counties)
	}
	// Output:
	// [ER-2024-0871 MO-2024-0020 WY-2024-0113] in [36029 36055 36121]
}

func ExampleLinker_Add() {
	l, _ := linkage.New(linkage.Options{})
	fmt.Println(l.Add(linkage.Case{ID: "WY-1", Mentions: []linkage.Mention{{Kind: "phone", Raw: "no number"}}}))
	fmt.Println(l.Add(linkage.Case{ID: "WY-2", Mentions: []linkage.Mention{{Kind: "passport", Raw: "X1"}}}))
	// Output:
	// <nil>
	// linkage: case has a mention of unknown kind "passport"; define it in Options.Kinds
}

func ExampleNetwork_Clusters() {
	for _, k := range story().Clusters(2) {
		fmt.Printf("%s  %d cases, %s to %s, weakest link %s bits\n", k.ID, len(k.Cases), k.From, k.To, k.Weight)
		for _, s := range k.Shared {
			fmt.Printf("  %s %s in %d cases\n", s.Entity.Kind, s.Entity.Display, s.Cases)
		}
		for _, f := range k.Fragile {
			fmt.Printf("  without %s %d case falls away, and with it %s\n", f.Entity.Display, f.Cases, f.Counties)
		}
	}
	// Output:
	// C-RXT00JHKS0AS4  3 cases, 2024-03-04 to 2024-05-02, weakest link +7.4 bits
	//   phone 585-555-0142 in 2 cases
	//   plate NY KAB-1042 in 2 cases
	//   without 585-555-0142 1 case falls away, and with it [36121]
	//   without NY KAB-1042 1 case falls away, and with it [36055]
}

func ExampleNetwork_Explain() {
	n := story()
	a, b := n.FindCase("WY-2024-0113")[0], n.FindCase("ER-2024-0871")[0]
	x, err := n.Explain(a, b)
	if err != nil {
		log.Fatal(err)
	}
	l := x.Direct
	fmt.Printf("%+6.1f  before anything is known\n", l.Prior.Bits())
	for _, e := range l.Evidence {
		for _, r := range e.Reasons {
			fmt.Printf("%+6.1f  %s: %s\n", r.Weight.Bits(), e.Entity.Display, r.Text)
		}
	}
	fmt.Printf("%+6.1f  = probability %.3f\n", l.Weight.Bits(), l.Probability)
	// Output:
	// -13.0  before anything is known
	//  +22.3  585-555-0142: same phone
	//   -1.8  585-555-0142: it could be a hub (a place or number that unrelated cases share)
	//   -0.1  585-555-0142: 46 days between the sightings: it may have changed hands
	//   +7.4  = probability 0.994
}

// Two cases that share nothing may still be linked, by way of a third.
func ExampleNetwork_Explain_path() {
	n := story()
	x, err := n.Explain(n.FindCase("WY-2024-0113")[0], n.FindCase("MO-2024-0020")[0])
	if err != nil {
		log.Fatal(err)
	}
	for _, hop := range x.Path {
		fmt.Println(hop.A, "-", hop.Evidence[0].Entity.Display, "-", hop.B)
	}
	// Output:
	// WY-2024-0113 - 585-555-0142 - ER-2024-0871
	// ER-2024-0871 - NY KAB-1042 - MO-2024-0020
}

// A motel's phone in forty cases that share nothing else is no link: it is in the
// ledger, with what it cost.
func ExampleNetwork_Hubs() {
	l, _ := linkage.New(linkage.Options{})
	for i := range 40 {
		l.Add(linkage.Case{
			ID: fmt.Sprintf("TIP-%02d", i), Counties: []string{fmt.Sprintf("36%03d", 1+2*(i%20))}, From: normalize.DayOf(2023, 1, 1+i*20),
			Mentions: []linkage.Mention{
				{Kind: normalize.KindPhone, Raw: "716-555-0150"},
				{Kind: normalize.KindPlate, Raw: fmt.Sprintf("NY TIP%04d", i)},
			},
		})
	}
	n, _ := l.Link(context.Background())
	for _, h := range n.Hubs() {
		fmt.Printf("%s: %d cases of %d counties, %d of them share nothing else; %d links lost\n",
			h.Entity.Display, h.Cases, h.Counties, h.Alone, h.Lost)
	}
	fmt.Println(len(n.Clusters(1)), "clusters")
	// Output:
	// 716-555-0150: 40 cases of 20 counties, 40 of them share nothing else; 780 links lost
	// 0 clusters
}

func ExampleNetwork_Graph() {
	n := story()
	g, err := n.Graph(n.Clusters(2)[0])
	if err != nil {
		log.Fatal(err)
	}
	for e := range int32(g.EdgeCount()) {
		edge := g.EdgeAt(e)
		fmt.Println(g.At(edge.From).Text(), "-", g.At(edge.To).Text())
	}
	// Output:
	// ER-2024-0871 - 585-555-0142
	// ER-2024-0871 - NY KAB-1042
	// MO-2024-0020 - NY KAB-1042
	// WY-2024-0113 - 585-555-0142
}
