package pages_test

import (
	"context"
	"fmt"
	"io"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/pages"
)

// ringOfThree returns the network of three cases of three counties: a phone joins the
// first two, a car the last two.
func ringOfThree() *linkage.Network {
	l, err := linkage.New(linkage.Options{})
	if err != nil {
		panic(err)
	}
	phone := linkage.Mention{Kind: normalize.KindPhone, Raw: "585-555-0142"}
	car := linkage.Mention{Kind: normalize.KindPlate, Raw: "NY KAB 1042"}
	for _, c := range []linkage.Case{
		{ID: "WY-1", Counties: []string{"36121"}, From: normalize.DayOf(2024, 3, 1), Mentions: []linkage.Mention{phone}},
		{ID: "ER-7", Counties: []string{"36029"}, From: normalize.DayOf(2024, 3, 9), Mentions: []linkage.Mention{phone, car}},
		{ID: "GC-4", Counties: []string{"36037"}, From: normalize.DayOf(2024, 4, 2), Mentions: []linkage.Mention{car}},
	} {
		if err := l.Add(c); err != nil {
			panic(err)
		}
	}
	n, err := l.Link(context.Background())
	if err != nil {
		panic(err)
	}
	return n
}

// A car that only Erie and Genesee know belongs to a ring that Wyoming has a case of.
func ExampleLeads() {
	n := ringOfThree()
	for _, l := range pages.Leads(n, "36121") {
		fmt.Println("ours:", l.Own)
		fmt.Println("elsewhere:", l.Others)
		for _, v := range l.Unknown {
			fmt.Println("we lack:", v.Entity.Kind, v.Entity.Display)
		}
	}
	// Output:
	// ours: [WY-1]
	// elsewhere: [ER-7 GC-4]
	// we lack: plate NY KAB-1042
}

// A report is a document that is written as HTML, PDF or, without its figures, text.
func ExampleNewReport() {
	n := ringOfThree()
	d, err := pages.NewReport(context.Background(), n, n.Clusters(2)[0], pages.Options{Name: "C-1", Caveat: "SENSITIVE"})
	if err != nil {
		panic(err)
	}
	fmt.Println(d.Title)
	for _, s := range d.Sections[:6] {
		fmt.Println("-", s.Title)
	}
	if err := pages.WriteHTML(io.Discard, d); err != nil {
		panic(err)
	}
	// Output:
	// Cluster C-1: 3 cases in Erie, Genesee and Wyoming
	// - Summary
	// - How sure is it
	// - Map
	// - Map of the counties
	// - Timeline
	// - The weakest link that it needs
}
