// Embed answers: how do I link cases from a program of my own?
//
// Cases go in with raw values; clusters come out, each with the reasons.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

func main() {
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range cases {
		if err := l.Add(c); err != nil {
			log.Fatal(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	for _, k := range n.Clusters(2) {
		fmt.Printf("%s: %d cases in counties %v\n", k.ID, len(k.Cases), k.Counties)
	}
	x, err := n.Explain(n.FindCase("WY-2024-0113")[0], n.FindCase("ER-2024-0871")[0])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s and %s:\n", x.Direct.A, x.Direct.B)
	for _, e := range x.Direct.Evidence {
		for _, r := range e.Reasons {
			fmt.Printf("  %+5.1f bits  %s (%s)\n", r.Weight.Bits(), r.Text, e.Entity.Display)
		}
	}
	s := n.Suppressed()
	fmt.Printf("left out: %d victim and %d contact detail of hers\n", s.People, s.Contacts)
}

var cases = []linkage.Case{
	{
		ID: "WY-2024-0113", Agency: "Wyoming County Sheriff", Counties: []string{"36121"}, From: normalize.DayOf(2024, 3, 4),
		Mentions: []linkage.Mention{
			{Kind: normalize.KindPhone, Raw: "(585) 555-0142", Role: linkage.RoleSuspect},
			{Kind: normalize.KindAddress, Raw: "4184 Sawpit Rd, Castile NY 14427"},
			// Mentions of one person share a subject: her phone is left out with her.
			{Kind: normalize.KindPerson, Raw: "Lorena Whitbeck", Role: linkage.RoleVictim, Subject: "victim 1"},
			{Kind: normalize.KindPhone, Raw: "585-555-0107", Subject: "victim 1"},
		},
	},
	{
		ID: "ER-2024-0871", Agency: "Erie County Sheriff", Counties: []string{"36029"}, From: normalize.DayOf(2024, 3, 19),
		Mentions: []linkage.Mention{
			{Kind: normalize.KindPhone, Raw: "585.555.0142"},
			{Kind: normalize.KindAddress, Raw: "4184 SAWPIT ROAD, CASTILE, NEW YORK"},
		},
	},
	{
		ID: "MO-2024-0020", Agency: "Monroe County Sheriff", Counties: []string{"36055"}, From: normalize.DayOf(2024, 4, 2),
		Mentions: []linkage.Mention{{Kind: normalize.KindPhone, Raw: "585-555-0107"}},
	},
}
