package pages_test

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
	"github.com/tflink/tflink/pages"
)

// counties of western New York, by FIPS code.
var counties = []string{"36121", "36029", "36037", "36051", "36055", "36063", "36013", "36009", "36003", "36101", "36123", "36069"}

// ring returns the cases of one ring: each shares a phone with the one before it, and
// a car with the one three before it, over years.
func ring(cases int) []linkage.Case {
	all := make([]linkage.Case, cases)
	for i := range all {
		day := normalize.DayOf(2021, 1, 1) + normalize.Day(i*1400/max(cases, 14))
		at := source.Position{File: "cases.csv", Line: i + 2, Column: 1}
		all[i] = linkage.Case{
			ID: fmt.Sprintf("C%04d", i), Agency: "Sheriff", Counties: []string{counties[i*len(counties)/cases]},
			From: day, To: day + normalize.Day(i%3*9), Offense: linkage.Offense(1 + i%2), Status: "open", Source: at,
			Mentions: []linkage.Mention{
				{Kind: normalize.KindPhone, Raw: phone(i), Role: linkage.RoleSuspect, Source: at},
				{Kind: normalize.KindPhone, Raw: phone(max(i-1, 0)), Source: at, InText: true},
				{Kind: normalize.KindPlate, Raw: fmt.Sprintf("NY KAB%04d", i/3), Source: at},
			},
		}
	}
	return all
}

// phone returns a number that is nobody's.
func phone(i int) string { return fmt.Sprintf("%d-555-01%02d", 212+i/100*7, i%100) }

func link(t testing.TB, cases []linkage.Case, judged ...linkage.Judgement) *linkage.Network {
	t.Helper()
	l, err := linkage.New(linkage.Options{Judgements: judged})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if err := l.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	n, err := l.Link(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// largest returns the cluster of the most cases.
func largest(t testing.TB, n *linkage.Network) linkage.Cluster {
	t.Helper()
	var best linkage.Cluster
	for _, k := range n.Clusters(1) {
		if len(k.Cases) > len(best.Cases) {
			best = k
		}
	}
	if len(best.Cases) == 0 {
		t.Fatal("no cluster")
	}
	return best
}

func report(t testing.TB, n *linkage.Network) *pages.Document {
	t.Helper()
	d, err := pages.NewReport(t.Context(), n, largest(t, n), options)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// ringReport returns the network and the report of a ring, which is made once for all tests.
func ringReport(t testing.TB, cases int) (*linkage.Network, *pages.Document) {
	t.Helper()
	if testing.Short() && cases > 300 {
		t.Skip("drawing it takes a minute")
	}
	rings.Lock()
	defer rings.Unlock()
	n := rings.networks[cases]
	if n == nil {
		n = link(t, ring(cases))
		rings.networks[cases], rings.reports[cases] = n, report(t, n)
	}
	return n, rings.reports[cases]
}

var rings = struct {
	sync.Mutex
	networks map[int]*linkage.Network
	reports  map[int]*pages.Document
}{networks: map[int]*linkage.Network{}, reports: map[int]*pages.Document{}}

var options = pages.Options{
	Date: normalize.DayOf(2024, 12, 2), Program: "tflink test", Caveat: "SENSITIVE",
	Sources: []pages.Source{{Name: "cases.csv", SHA256: strings.Repeat("ab", 32)}},
}

func asHTML(t testing.TB, d *pages.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := pages.WriteHTML(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func asPDF(t testing.TB, d *pages.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := pages.WritePDF(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var sizes = []int{2, 12, 41, 300, 1000}

// TestReportHasAll: every case, section and fact of the data stands in a report of any size.
func TestReportHasAll(t *testing.T) {
	for _, cases := range sizes {
		t.Run(fmt.Sprint(cases), func(t *testing.T) {
			n, d := ringReport(t, cases)
			k := largest(t, n)
			if len(k.Cases) != cases {
				t.Fatalf("the ring has %d cases, want %d", len(k.Cases), cases)
			}
			page := asHTML(t, d)
			for _, c := range k.Cases {
				if !strings.Contains(page, ">"+c+"<") {
					t.Errorf("case %s is not in the report", c)
				}
			}
			for _, want := range []string{k.ID, "SENSITIVE", "2024-12-02", n.Parameters(), strings.Repeat("ab", 32), "cases.csv:2:1"} {
				if !strings.Contains(page, want) {
					t.Errorf("%q is not in the report", want)
				}
			}
			var ids []string
			for _, s := range d.Sections {
				ids = append(ids, s.ID)
			}
			want := "summary how-sure map county-map timeline waterfall members evidence links against splits next judgements hubs data"
			if cases > dot.UncollapsedCases {
				want = strings.Replace(want, "hubs data", "hubs maps data", 1)
			}
			if got := strings.Join(ids, " "); got != want {
				t.Errorf("sections are %s\nwant %s", got, want)
			}
		})
	}
}

// TestCommunityMaps: each case of a cluster that is too large for a page is drawn by itself on the map of the
// community that the table of cases names.
func TestCommunityMaps(t *testing.T) {
	for _, cases := range sizes {
		if cases <= dot.UncollapsedCases {
			continue
		}
		t.Run(fmt.Sprint(cases), func(t *testing.T) {
			_, d := ringReport(t, cases)
			drawn := map[string]string{} // texts of the map of each community, by its number
			for _, part := range section(t, d, "maps").Parts {
				f := part.Blocks[0].(*pages.Figure)
				number := strings.ReplaceAll(strings.TrimPrefix(f.Name, "map-"), "-", ".")
				drawn[number] = textsOf(f.Picture)
			}
			rows := section(t, d, "members").Blocks[0].(pages.Table).Rows
			if len(rows) != cases {
				t.Fatalf("%d cases, want %d", len(rows), cases)
			}
			for _, r := range rows {
				community := r.Cells[len(r.Cells)-1]
				if !strings.Contains(drawn[community], "\n"+r.Cells[0]+"\n") {
					t.Errorf("case %s is not on the map of community %q", r.Cells[0], community)
				}
			}
		})
	}
}

// textsOf returns the lines of a picture.
func textsOf(p *draw.Picture) string {
	var b strings.Builder
	b.WriteByte('\n')
	for _, g := range p.Groups {
		for _, i := range g.Items {
			if block, ok := i.(draw.Block); ok {
				for _, l := range block.Lines {
					b.WriteString(string(l.Text) + "\n")
				}
			}
		}
	}
	return b.String()
}

func section(t testing.TB, d *pages.Document, id string) *pages.Section {
	t.Helper()
	for i := range d.Sections {
		if d.Sections[i].ID == id {
			return &d.Sections[i]
		}
	}
	t.Fatalf("no section %s", id)
	return nil
}

// TestSameBytes: the order of cases changes nothing.
func TestSameBytes(t *testing.T) {
	cases := ring(60)
	first := report(t, link(t, cases))
	for i, j := 0, len(cases)-1; i < j; i, j = i+1, j-1 {
		cases[i], cases[j] = cases[j], cases[i]
	}
	second := report(t, link(t, cases))
	if asHTML(t, first) != asHTML(t, second) {
		t.Error("HTML differs")
	}
	if asPDF(t, first) != asPDF(t, second) {
		t.Error("PDF differs")
	}
}

// TestNoVictim: what is recorded of victims and minors is in no report.
func TestNoVictim(t *testing.T) {
	cases := ring(12)
	for i := range cases {
		cases[i].Mentions = append(cases[i].Mentions,
			linkage.Mention{Kind: normalize.KindPerson, Raw: "Lucinda Merriwax", Role: linkage.RoleVictim, Subject: "v"},
			linkage.Mention{Kind: normalize.KindPhone, Raw: "607-555-0111", Role: linkage.RoleVictim, Subject: "v"},
			linkage.Mention{Kind: normalize.KindPerson, Raw: "Timothy Brackwell", Minor: true, Subject: "m"})
	}
	page := asHTML(t, report(t, link(t, cases)))
	for _, hidden := range []string{"Merriwax", "MERRIWAX", "5550111", "555-0111", "Brackwell", "BRACKWELL"} {
		if strings.Contains(page, hidden) {
			t.Errorf("%s is in the report", hidden)
		}
	}
}

// TestJudgements are shown as such.
func TestJudgements(t *testing.T) {
	j := linkage.Judgement{A: "C0003", B: "C0004", Verdict: linkage.Same, By: "Sgt. Doe", At: "2024-11-30", Why: "same recruiter"}
	page := asHTML(t, report(t, link(t, ring(12), j)))
	for _, want := range []string{"C0003 and C0004", "Sgt. Doe", "2024-11-30", "same recruiter", "judged same by a person"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in the report", want)
		}
	}
}
