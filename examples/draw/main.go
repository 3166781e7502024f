// Draw answers: how do I draw a cluster?
//
// It links a few cases and writes the picture of their cluster to standard output.
//
//	go run ./examples/draw > cluster.svg
package main

import (
	"context"
	"log"
	"os"
	"time"

	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

func main() {
	ctx := context.Background()
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		log.Fatal(err)
	}
	phone := linkage.Mention{Kind: normalize.KindPhone, Raw: "585-555-0142"}
	van := linkage.Mention{Kind: normalize.KindPlate, Raw: "NY KAB-1042"}
	farm := linkage.Mention{Kind: normalize.KindBusiness, Raw: "Golden Harvest Farm LLC"}
	for _, c := range []linkage.Case{
		{ID: "WY-2024-0113", Counties: []string{"36121"}, Mentions: []linkage.Mention{phone, farm}},
		{ID: "WY-2024-0131", Counties: []string{"36121"}, Mentions: []linkage.Mention{phone, van}},
		{ID: "ER-2024-0871", Counties: []string{"36029"}, Mentions: []linkage.Mention{phone, farm}},
		{ID: "GE-2024-0007", Counties: []string{"36037"}, Mentions: []linkage.Mention{van}},
	} {
		if err := l.Add(c); err != nil {
			log.Fatal(err)
		}
	}
	n, err := l.Link(ctx)
	if err != nil {
		log.Fatal(err)
	}
	k := n.Clusters(2)[0]
	g, err := n.Graph(k)
	if err != nil {
		log.Fatal(err)
	}
	o := dot.Options{
		Title:    "Cluster " + k.ID,
		Subtitle: "made-up cases of three counties",
		Caveat:   "Law enforcement sensitive",
		Date:     time.Date(2024, time.November, 1, 0, 0, 0, 0, time.UTC), // of the data, never the clock's
	}
	if err := dot.Render(ctx, os.Stdout, g, dot.SVG, o); err != nil {
		log.Fatal(err)
	}
}
