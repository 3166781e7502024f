package dot

import (
	"bytes"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
)

// Texts that break naive writers of DOT, XML or PDF.
var hostileTexts = []string{
	"", "Golden Harvest Farm", "<b>unclosed>", "<<i>unclosed>", `ends in \`, `"quoted"`, `\N\G\l`, "&lt;&amp;&#65;",
	"a\x00b\x1b[31m", "\xff\xfe\xc3\x28", "line\nline\r\nline\ttab", "\u202egnihton\u202c", "\u2066x", "]]>", "-->",
	"n0 -- n1;}", "李小龍 مطعم 🚗", strings.Repeat("W", 5000), "\ufeffBOM", "e\u0301\u0301\u0301", "\U0010FFFF\uFFFE",
}

// hostile returns two cases and what they share, all named by a text.
func hostile(t testing.TB, text string) *graphs.Network {
	b := graphs.NewBuilder()
	wy := b.AddNode(graphs.Node{ID: "1" + text, Kind: graphs.KindCase, Label: text, Group: text, Detail: text})
	er := b.AddNode(graphs.Node{ID: "2" + text, Kind: graphs.KindCase, Group: "Erie", Cases: 3})
	e := b.AddNode(graphs.Node{ID: "3" + text, Kind: "k" + text, Label: text, Detail: text, Hub: true})
	b.AddEdge(wy, e, 5, graphs.EdgeAttributes{Label: text, Detail: text})
	b.AddEdge(er, e, 3, graphs.EdgeAttributes{})
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func hostileOptions(text string) Options { return Options{Title: text, Subtitle: text, Caveat: text} }

// FuzzText: any text gives DOT that Graphviz accepts, with all nodes and
// edges and the label as it was meant, and SVG that is XML.
func FuzzText(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n := hostile(t, text)
		var dot, svg bytes.Buffer
		if err := Write(&dot, n, hostileOptions(text)); err != nil {
			t.Fatal(err)
		}
		plain, err := newEngine().plain(t.Context(), "dot", dot.Bytes())
		if err != nil {
			t.Fatalf("%v in\n%s", err, dot.String())
		}
		if nodes, edges := strings.Count(plain, "\nnode "), strings.Count(plain, "\nedge "); nodes != 3 || edges != 2 {
			t.Errorf("Graphviz read %d nodes, %d edges from\n%s", nodes, edges, dot.String())
		}
		if err := Render(t.Context(), &svg, n, SVG, hostileOptions(text)); err != nil {
			t.Fatal(err)
		}
		if err := wellFormed(svg.Bytes()); err != nil {
			t.Errorf("%v in\n%s", err, svg.String())
		}
	})
}

func TestHostileTextsInPictures(t *testing.T) {
	for _, text := range hostileTexts {
		for _, f := range []Format{PNG, PDF} {
			var b bytes.Buffer
			o := hostileOptions(text)
			o.DPI = 36
			if err := Render(t.Context(), &b, hostile(t, text), f, o); err != nil {
				t.Errorf("%s of %.20q: %v", f, text, err)
			}
		}
	}
}
