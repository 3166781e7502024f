package pages_test

import (
	"context"
	"fmt"
	"os"

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
	d.Sections = d.Sections[:1]
	if err := pages.WriteText(os.Stdout, d); err != nil {
		panic(err)
	}
	// Output:
	// Cluster C-1: 3 cases in Erie, Genesee and Wyoming
	// Mar 2024 – Apr 2024 · offense not said 3 · probability >0.99
	// SENSITIVE
	//
	// Summary
	//   3 cases in Erie, Genesee and Wyoming, from Mar 2024 to Apr 2024, seem to belong together. The
	//   chance that two of them, drawn at random, do is put at >0.99. This is a lead and no proof: every
	//   link below says what it rests on.
	//   - phone 585-555-0142 is in 2 cases, in Erie and Wyoming.
	//   - plate NY KAB-1042 is in 2 cases, in Erie and Genesee.
	//   - It hangs most on phone 585-555-0142: without it 1 case would fall away, and with it all of
	//     Wyoming.
	//   - To check first: Is phone 585-555-0142 the same, and in the same hands, in ER-7, WY-1? Without it
	//     1 case would fall away.
}
