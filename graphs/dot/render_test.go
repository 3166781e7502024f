package dot

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/tflink/tflink/graphs"
)

func wellFormed(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// example is three cases of three counties.
func example(t testing.TB) *graphs.Network {
	b := graphs.NewBuilder()
	wyoming := b.AddNode(graphs.Node{ID: "WY-2024-0113", Kind: graphs.KindCase, Group: "36121", GroupLabel: "Wyoming", Detail: "labor · 2024"})
	erie := b.AddNode(graphs.Node{ID: "ER-2023-0871", Kind: graphs.KindCase, Group: "36029", GroupLabel: "Erie"})
	genesee := b.AddNode(graphs.Node{ID: "GE-2024-0007", Kind: graphs.KindCase, Group: "36037", GroupLabel: "Genesee"})
	phone := b.AddNode(graphs.Node{ID: "phone:+15855550142", Kind: "phone", Label: "585-555-0142"})
	b.AddEdge(wyoming, phone, 12.5, graphs.EdgeAttributes{})
	b.AddEdge(erie, phone, 12.5, graphs.EdgeAttributes{})
	b.AddEdge(genesee, phone, 9, graphs.EdgeAttributes{Label: "2023"})
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func ExampleWrite() {
	b := graphs.NewBuilder()
	wyoming := b.AddNode(graphs.Node{ID: "WY-1", Kind: graphs.KindCase, Group: "Wyoming"})
	erie := b.AddNode(graphs.Node{ID: "ER-7", Kind: graphs.KindCase, Group: "Erie"})
	phone := b.AddNode(graphs.Node{ID: "+15855550142", Kind: "phone", Label: "585-555-0142"})
	b.AddEdge(wyoming, phone, 12.5, graphs.EdgeAttributes{})
	b.AddEdge(erie, phone, 12.5, graphs.EdgeAttributes{})
	n, _ := b.Build()
	Write(os.Stdout, n, Options{Title: "Cluster C-7F3K2", Subtitle: "data to 2024-11-30"})
	// Output:
	// graph tflink {
	// 	label="Cluster C-7F3K2\ndata to 2024-11-30 · 2 cases"; labelloc=t; overlap=false; splines=true;
	// 	node [fontname="Helvetica", fontsize=10, style=filled];
	// 	edge [color="#6b6b6b"];
	// 	n0 [label="ER-7\nErie", tooltip="case ER-7 · Erie", shape=box, color="#0072b2", fillcolor="#deedf5"];
	// 	n1 [label="WY-1\nWyoming", tooltip="case WY-1 · Wyoming", shape=box, color="#d55e00", fillcolor="#faeade"];
	// 	n2 [label="phone\n585-555-0142", tooltip="phone 585-555-0142", shape=ellipse, color="#1a1a1a", fillcolor="#f4f4f4"];
	// 	n0 -- n2 [penwidth=1, tooltip="ER-7 – 585-555-0142 · 12.5 bits"];
	// 	n1 -- n2 [penwidth=1, tooltip="WY-1 – 585-555-0142 · 12.5 bits"];
	// }
}

func ExampleSummarise() {
	b := graphs.NewBuilder()
	phone := b.AddNode(graphs.Node{ID: "+15855550142", Kind: "phone", Label: "585-555-0142"})
	for i := range 100 {
		county := []string{"Erie", "Wyoming"}[i%2]
		c := b.AddNode(graphs.Node{ID: fmt.Sprintf("%s-%03d", county, i), Kind: graphs.KindCase, Group: county})
		b.AddEdge(c, phone, 8, graphs.EdgeAttributes{})
	}
	n, _ := b.Build()
	small, collapsed := Summarise(n, DefaultMaxShapes)
	fmt.Println(small.Len(), "shapes for", small.Cases(), "cases")
	for _, c := range collapsed {
		fmt.Println(c.Label, c.Members[0], "…", c.Members[len(c.Members)-1])
	}
	// Output:
	// 3 shapes for 100 cases
	// 50 cases of Erie Erie-000 … Erie-098
	// 50 cases of Wyoming Wyoming-001 … Wyoming-099
}

func TestFormatOf(t *testing.T) {
	for name, want := range map[string]Format{"map.svg": SVG, "/x/MAP.PDF": PDF, "a.b.png": PNG, "m.dot": DOT} {
		if got, err := FormatOf(name); got != want || err != nil {
			t.Errorf("FormatOf(%q) = %q, %v", name, got, err)
		}
	}
	if _, err := FormatOf("map.gif"); err == nil {
		t.Error("gif is known")
	}
}

func TestOptionsReportAllFaults(t *testing.T) {
	err := Options{MaxShapes: 5000, DPI: 1}.Validate()
	if err == nil || !strings.Contains(err.Error(), "MaxShapes") || !strings.Contains(err.Error(), "DPI") {
		t.Errorf("err = %v", err)
	}
	if err := (Options{}).Validate(); err != nil {
		t.Errorf("the zero value: %v", err)
	}
}

// The same bytes every time, also when several maps are drawn at once.
func TestRenderIsDeterministic(t *testing.T) {
	for _, f := range []Format{DOT, SVG, PNG, PDF} {
		want := rendered(t, f)
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if rendered(t, f) != want {
					t.Errorf("%s differs", f)
				}
			})
		}
		wg.Wait()
	}
}

func rendered(t testing.TB, f Format) string {
	var b bytes.Buffer
	if err := Render(context.Background(), &b, example(t), f, Options{Title: "C-1"}); err != nil {
		t.Error(err)
	}
	return b.String()
}

func TestRenderFormats(t *testing.T) {
	svg := rendered(t, SVG)
	for _, want := range []string{
		`role="graphics-document document"`, `<title id="map-title">C-1</title>`, `data-kind="case"`, `data-cases="1"`, `data-kind="phone"`,
		`role="graphics-symbol img" aria-label="case WY-2024-0113 · Wyoming · labor · 2024. Joins 1 phone: 585-555-0142, 12.5 bits"`,
		`aria-label="phone 585-555-0142. Joins 3 cases: ER-2023-0871, 12.5 bits; WY-2024-0113, 12.5 bits; GE-2024-0007, 2023, 9.0 bits"`,
		`>WY-2024-0113</tspan>`, `>Wyoming</tspan>`, `>2023</tspan>`,
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("the SVG has no %s", want)
		}
	}
	if _, err := png.Decode(strings.NewReader(rendered(t, PNG))); err != nil {
		t.Errorf("PNG: %v", err)
	}
	pdf := rendered(t, PDF)
	if !strings.HasPrefix(pdf, "%PDF-") || !strings.Contains(pdf, "/FontFile2") || strings.Contains(pdf, "/Subtype /Image") {
		t.Error("the PDF has no embedded font, or an image")
	}
}

func TestRenderStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Render(ctx, io.Discard, example(t), SVG, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
	if err := Render(context.Background(), io.Discard, example(t), "gif", Options{}); err == nil {
		t.Error("gif is drawn")
	}
}

func TestReportNamesAllMembers(t *testing.T) {
	b := graphs.NewBuilder()
	for i := range 200 {
		c := b.AddNode(graphs.Node{ID: fmt.Sprint("c", i), Kind: graphs.KindCase, Group: fmt.Sprint(i % 5)})
		for k := range 3 {
			p := b.AddNode(graphs.Node{ID: fmt.Sprint("p", (i*k)/4), Kind: "phone"})
			b.AddEdge(c, p, 4, graphs.EdgeAttributes{})
		}
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	small, collapsed := Summarise(n, DefaultMaxShapes)
	if small.Cases() != n.Cases() || small.Len() > DefaultMaxShapes {
		t.Errorf("%d cases in %d shapes, want %d", small.Cases(), small.Len(), n.Cases())
	}
	named := make(map[string]int)
	for _, c := range collapsed {
		if c.ID != "" {
			if _, ok := small.Find(c.ID); !ok {
				t.Errorf("no shape %q", c.ID)
			}
		}
		for _, id := range c.Members {
			named[id]++
		}
	}
	for v := range int32(n.Len()) {
		id := n.At(v).ID
		_, drawn := small.Find(id)
		if named[id] > 1 || named[id] == 0 && !drawn {
			t.Errorf("%s: drawn %v, named %d times", id, drawn, named[id])
		}
	}
}
