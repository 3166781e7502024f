package dot_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
)

// What every picture keeps: no label on another, no node on another, nothing cut
// off, type that can be read on a letter page, all cases stood for.

type box struct {
	what           string
	x0, y0, x1, y1 float64
}

func (b *box) add(x, y float64) {
	b.x0, b.y0, b.x1, b.y1 = min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)
}

func (b box) area() float64 { return (b.x1 - b.x0) * (b.y1 - b.y0) }

// common returns the area that two boxes share.
func common(a, b box) float64 {
	return max(0, min(a.x1, b.x1)-max(a.x0, b.x0)) * max(0, min(a.y1, b.y1)-max(a.y0, b.y0))
}

func emptyBox(what string) box { return box{what, 1e9, 1e9, -1e9, -1e9} }

// A readPicture is what the tests read of an SVG.
type readPicture struct {
	page     box
	nodes    []box
	labels   []box // one for each line of text
	inNode   []int // the node that a label stands in, or -1
	edges    []box
	cases    int
	smallest float64 // type
	texts    []string
}

// readSVG measures texts by their textLength, with the height that a line of most fonts has.
func readSVG(t testing.TB, svg string) readPicture {
	t.Helper()
	p := readPicture{smallest: 1e9}
	d := xml.NewDecoder(strings.NewReader(svg))
	class, line := "", -1
	for {
		token, err := d.Token()
		if err == io.EOF {
			return p
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			a := attributes(e)
			switch e.Name.Local {
			case "svg":
				p.page = box{"page", 0, 0, measure(t, strings.Fields(a["viewBox"])[2]), measure(t, strings.Fields(a["viewBox"])[3])}
			case "g":
				class = a["class"]
				if class == "node" {
					p.nodes = append(p.nodes, emptyBox(a["data-id"]))
					if a["data-kind"] == graphs.KindCase {
						p.cases += int(measure(t, a["data-cases"]))
					}
				}
			case "path":
				b := pathBox(t, a["d"])
				switch class {
				case "node":
					n := &p.nodes[len(p.nodes)-1]
					n.add(b.x0, b.y0)
					n.add(b.x1, b.y1)
				case "edge":
					p.edges = append(p.edges, b)
				}
			case "tspan":
				x, y, size := measure(t, a["x"]), measure(t, a["y"]), measure(t, a["font-size"])
				b := box{"", x, y - 0.93*size, x + measure(t, a["textLength"]), y + 0.22*size}
				p.labels = append(p.labels, b)
				in := -1
				if class == "node" {
					in = len(p.nodes) - 1
				}
				p.inNode = append(p.inNode, in)
				p.smallest = min(p.smallest, size)
				line = len(p.labels) - 1
			}
		case xml.CharData:
			if line >= 0 {
				p.labels[line].what += string(e)
				p.texts = append(p.texts, string(e))
			}
		case xml.EndElement:
			line = -1
		}
	}
}

func attributes(e xml.StartElement) map[string]string {
	a := make(map[string]string)
	for _, x := range e.Attr {
		a[x.Name.Local] = x.Value
	}
	return a
}

func measure(t testing.TB, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// pathBox returns the box of a path's points, which holds its curves too.
func pathBox(t testing.TB, d string) box {
	b := emptyBox("path")
	fields := strings.FieldsFunc(d, func(r rune) bool { return strings.ContainsRune("MLCZ ", r) })
	for i := 0; i+1 < len(fields); i += 2 {
		b.add(measure(t, fields[i]), measure(t, fields[i+1]))
	}
	return b
}

// broken lists what a picture does not keep.
func broken(p readPicture) []string {
	var faults []string
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	for i, a := range p.labels {
		for _, b := range p.labels[:i] {
			if common(a, b) > 0.01 {
				fault("label %q on label %q", a.what, b.what)
			}
		}
		for k, n := range p.nodes {
			if k != p.inNode[i] && common(a, n) > 0.01 {
				fault("label %q on node %q", a.what, n.what)
			}
		}
		if k := p.inNode[i]; k >= 0 && common(a, p.nodes[k]) < a.area()-0.01 {
			fault("label %q sticks out of its node", a.what)
		}
	}
	for i, a := range p.nodes {
		for _, b := range p.nodes[:i] {
			if common(a, b) > 0.01 {
				fault("node %q on node %q", a.what, b.what)
			}
		}
	}
	for _, list := range [][]box{p.labels, p.nodes, p.edges} {
		for _, b := range list {
			if common(b, p.page) < b.area()-0.01 {
				fault("%q is cut off", b.what)
			}
		}
	}
	long, short := max(p.page.x1, p.page.y1), min(p.page.x1, p.page.y1)
	scale := min(1, 720/long, 540/short) // letter, margins of half an inch
	if p.smallest*scale < 5 {
		fault("type of %.1f points on a letter page", p.smallest*scale)
	}
	return faults
}

var sizes = []int{1, 2, 12, 40, 41, 80, 300, 1000}

func TestContract(t *testing.T) {
	for _, cases := range sizes {

		t.Run(fmt.Sprintf("%d cases", cases), func(t *testing.T) {
			n := cluster(t, cases, uint64(cases))
			var report dot.Report
			p := readSVG(t, render(t, n, dot.SVG, dot.Options{Title: "Cluster C-1", Caveat: "SENSITIVE", Report: &report}))
			for _, f := range broken(p) {
				t.Error(f)
			}
			if p.cases != cases {
				t.Errorf("the shapes stand for %d cases, want %d", p.cases, cases)
			}
			if len(p.nodes) > 80 || len(p.nodes) != report.Shapes {
				t.Errorf("%d shapes; the report has %d", len(p.nodes), report.Shapes)
			}
			if len(p.edges) == 0 && n.EdgeCount() > 0 {
				t.Error("no edges")
			}
		})
	}
}

func TestContractOfOverview(t *testing.T) {
	for _, f := range broken(readSVG(t, render(t, overview(t), dot.SVG, dot.Options{}))) {
		t.Error(f)
	}
}

func render(t testing.TB, n *graphs.Network, f dot.Format, o dot.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := dot.Render(t.Context(), &b, n, f, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
