package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/export"
)

var formats = append(export.Formats(), export.NodesCSV, export.EdgesCSV)

// pair returns two cases that share a thing with a name.
func pair(t testing.TB, name string) *graphs.Network {
	t.Helper()
	b := graphs.NewBuilder()
	wy := b.AddNode(graphs.Node{ID: "WY-2024-0113", Kind: graphs.KindCase, Group: "36121", GroupLabel: "Wyoming", Detail: name})
	er := b.AddNode(graphs.Node{ID: "ER-2023-0871", Kind: graphs.KindCase, Group: "36029", GroupLabel: "Erie", Cases: 3})
	thing := b.AddNode(graphs.Node{ID: "thing:" + name, Kind: "business", Label: name, Hub: true})
	b.AddEdge(wy, thing, 12.5, graphs.EdgeAttributes{Label: name, Detail: name})
	b.AddEdge(er, thing, 9, graphs.EdgeAttributes{})
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func written(t testing.TB, n *graphs.Network, f export.Format, o export.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(&b, n, f, o); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return b.String()
}

func ExampleWrite() {
	b := graphs.NewBuilder()
	wyoming := b.AddNode(graphs.Node{ID: "WY-1", Kind: graphs.KindCase, Group: "Wyoming"})
	erie := b.AddNode(graphs.Node{ID: "ER-7", Kind: graphs.KindCase, Group: "Erie"})
	phone := b.AddNode(graphs.Node{ID: "+15855550142", Kind: "phone", Label: "585-555-0142"})
	b.AddEdge(wyoming, phone, 12.5, graphs.EdgeAttributes{})
	b.AddEdge(erie, phone, 12.5, graphs.EdgeAttributes{})
	n, _ := b.Build()
	export.Write(os.Stdout, n, export.JSON, export.Options{Date: "2024-11-30"})
	fmt.Println()
	export.Write(os.Stdout, n, export.EdgesCSV, export.Options{})
	// Output:
	// {"type":"network","date":"2024-11-30","cases":2,"nodes":[{"type":"node","id":"ER-7","kind":"case","label":"ER-7","group":"Erie","group_label":"Erie","cases":1},{"type":"node","id":"WY-1","kind":"case","label":"WY-1","group":"Wyoming","group_label":"Wyoming","cases":1},{"type":"node","id":"+15855550142","kind":"phone","label":"585-555-0142"}],"edges":[{"type":"edge","from":"ER-7","to":"+15855550142","weight":12.5},{"type":"edge","from":"WY-1","to":"+15855550142","weight":12.5}]}
	//
	// from,to,weight,label,detail
	// ER-7,'+15855550142,12.5,,
	// WY-1,'+15855550142,12.5,,
}

func TestParseFormat(t *testing.T) {
	for _, f := range formats {
		if got, err := export.ParseFormat(strings.ToUpper(string(f))); got != f || err != nil {
			t.Errorf("ParseFormat(%q) = %q, %v", f, got, err)
		}
	}
	if _, err := export.ParseFormat("docx"); err == nil {
		t.Error("docx is known")
	}
}

func TestWriteFails(t *testing.T) {
	n := pair(t, "x")
	if err := export.Write(io.Discard, n, "docx", export.Options{}); err == nil {
		t.Error("an unknown format is written")
	}
	if err := export.Write(io.Discard, n, export.GEXF, export.Options{Positions: make([]export.Position, 1)}); err == nil {
		t.Error("one position for three nodes is taken")
	}
	for _, f := range formats {
		if err := export.Write(brokenWriter{}, n, f, export.Options{}); !errors.Is(err, errBroken) {
			t.Errorf("%s: the writer's error is %v", f, err)
		}
	}
}

var errBroken = errors.New("disk full")

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestSpreadsheetsSeeNoFormula(t *testing.T) {
	for _, evil := range []string{"=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "＝1+1"} {
		for _, f := range []export.Format{export.CSV, export.NodesCSV, export.EdgesCSV} {
			r := csv.NewReader(strings.NewReader(written(t, pair(t, evil), f, export.Options{})))
			rows, err := r.ReadAll()
			if err != nil {
				t.Fatalf("%q: %v", evil, err)
			}
			for _, cell := range strings.Split(strings.Join(flatten(rows), "\x00"), "\x00") {
				if trimmed := strings.TrimLeft(cell, " \u00a0\t\r\n"); trimmed != "" && strings.ContainsAny(trimmed[:1], "=+-@") {
					t.Errorf("%s: cell %q", f, cell)
				}
			}
		}
	}
}

func flatten(rows [][]string) []string {
	var all []string
	for _, r := range rows {
		all = append(all, r...)
	}
	return all
}

// graphML is as much of a GraphML file as the tests read.
type graphML struct {
	Keys []struct {
		ID string `xml:"id,attr"`
	} `xml:"key"`
	Nodes []struct {
		ID   string `xml:"id,attr"`
		Data []struct {
			Key  string `xml:"key,attr"`
			Text string `xml:",chardata"`
		} `xml:"data"`
	} `xml:"graph>node"`
	Edges []struct {
		Source string `xml:"source,attr"`
		Target string `xml:"target,attr"`
	} `xml:"graph>edge"`
}

func TestGraphMLReadsBack(t *testing.T) {
	const name = `Rosa & Sons "<Diner>"`
	var g graphML
	text := written(t, pair(t, name), export.GraphML, export.Options{Title: "C-1", Positions: []export.Position{{1, 2}, {3, 4}, {5, 6.5}}})
	if err := xml.Unmarshal([]byte(text), &g); err != nil {
		t.Fatal(err)
	}
	if len(g.Nodes) != 3 || len(g.Edges) != 2 {
		t.Fatalf("%d nodes, %d edges", len(g.Nodes), len(g.Edges))
	}
	declared := map[string]bool{}
	for _, k := range g.Keys {
		declared[k.ID] = true
	}
	values := map[string]string{}
	for _, n := range g.Nodes {
		for _, d := range n.Data {
			if !declared[d.Key] {
				t.Errorf("key %s is not declared", d.Key)
			}
			values[n.ID+" "+d.Key] = d.Text
		}
	}
	if values["n0 n_label"] != name || values["n2 n_key"] != "WY-2024-0113" || values["n2 n_y"] != "6.5" || values["n1 n_cases"] != "3" {
		t.Errorf("read back: %v", values)
	}
}

// Whatever a case says, every format stays readable.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"", "Golden Harvest Farm", "<b>unclosed>", "]]>", "\x00\x1b[31m", "\xff\xfe", "a\nb\r\nc", `"quoted", 'text'`, "=1+1", "&amp;", "\ufffe\U0001F600", "--"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		n := pair(t, name)
		for _, format := range formats {
			text := written(t, n, format, export.Options{Title: name, Date: name})
			if format != export.XLSX && !utf8.ValidString(text) {
				t.Errorf("%s is not valid UTF-8", format)
			}
			if text != written(t, n, format, export.Options{Title: name, Date: name}) {
				t.Errorf("%s: two runs differ", format)
			}
			if err := readable(format, text); err != nil {
				t.Errorf("%s: %v", format, err)
			}
		}
	})
}

func readable(f export.Format, text string) error {
	switch f {
	case export.XLSX:
		return readableWorkbook(text)
	case export.FtM, export.Cyjs, export.GeoJSON:
		for d := json.NewDecoder(strings.NewReader(text)); ; {
			var v map[string]any
			if err := d.Decode(&v); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	case export.GraphML, export.GEXF, export.ANX:
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	case export.JSON:
		if strings.Count(text, "\n") != 1 {
			return fmt.Errorf("%d lines", strings.Count(text, "\n"))
		}
		var g struct{ Nodes, Edges []map[string]any }
		if err := json.Unmarshal([]byte(text), &g); err != nil {
			return err
		}
		if len(g.Nodes) != 3 || len(g.Edges) != 2 {
			return fmt.Errorf("%d nodes, %d edges", len(g.Nodes), len(g.Edges))
		}
		return nil
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err == nil && len(rows) != map[export.Format]int{export.CSV: 6, export.NodesCSV: 4, export.EdgesCSV: 3}[f] {
		err = fmt.Errorf("%d rows", len(rows))
	}
	return err
}
