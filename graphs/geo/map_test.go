package geo_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/graphs/geo"
)

func ExampleWrite() {
	m := geo.Map{
		Title:    "Cluster C-50V96",
		Counties: []geo.Count{{FIPS: "36121", Cases: 12}, {FIPS: "36029", Cases: 80}, {FIPS: "36037", Cases: 9}},
		Cluster:  []geo.Count{{FIPS: "36121", Cases: 2, Doubtful: 1}, {FIPS: "36029", Cases: 1}},
		Flows:    []geo.Flow{{From: "36121", To: "36029", Links: 2}},
	}
	p, _ := geo.Draw(m)
	os.Stdout.WriteString(string(p.Title) + "\n" + string(p.Desc) + "\n")
	// Output:
	// Cluster C-50V96
	// County map: Wyoming, NY 2 cases (1 in doubt), Erie, NY 1 case
}

func written(t testing.TB, m geo.Map) string {
	t.Helper()
	var b bytes.Buffer
	if err := geo.Write(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestSameBytes(t *testing.T) {
	for name, m := range maps() {
		want := written(t, m)
		turned := m
		turned.Counties, turned.Flows = slices.Clone(m.Counties), slices.Clone(m.Flows)
		slices.Reverse(turned.Counties)
		slices.Reverse(turned.Flows)
		if written(t, turned) != want {
			t.Errorf("%s: another order gives other bytes", name)
		}
	}
}

// boxes returns where the lines of text of the groups of a class stand.
func boxes(p *draw.Picture, classes ...string) (areas []draw.Area, texts []string) {
	for _, g := range p.Groups {
		if !slices.Contains(classes, g.Class) {
			continue
		}
		for _, i := range g.Items {
			block, ok := i.(draw.Block)
			if !ok {
				continue
			}
			for _, l := range block.Lines {
				areas = append(areas, draw.Area{X: l.X, Y: l.Y - l.Size*draw.Ascent, W: l.Face.Width(l.Text, l.Size), H: l.Size * (draw.Ascent + draw.Descent)})
				texts = append(texts, string(l.Text))
			}
		}
	}
	return areas, texts
}

// No text lies on another one, none is cut off, and none is smaller than 5 points.
func TestTextsStayApart(t *testing.T) {
	for name, m := range maps() {
		p, _ := geo.Draw(m)
		areas, texts := boxes(p, "label", "state", "panel", "scale", "title", "caveat", "legend", "note")
		for i, a := range areas {
			if a.X < 0 || a.Y < 0 || a.X+a.W > p.W+0.01 || a.Y+a.H > p.H {
				t.Errorf("%s: %q is cut off", name, texts[i])
			}
			if a.H < 5*(draw.Ascent+draw.Descent) {
				t.Errorf("%s: %q is smaller than 5 points", name, texts[i])
			}
			for k, b := range areas[:i] {
				const touch = 0.05
				if a.X+touch < b.X+b.W && b.X+touch < a.X+a.W && a.Y+touch < b.Y+b.H && b.Y+touch < a.Y+a.H {
					t.Errorf("%s: %q lies on %q", name, texts[i], texts[k])
				}
			}
		}
	}
}

// named returns all texts of a map.
func named(p *draw.Picture) string {
	_, texts := boxes(p, "label", "legend")
	return "\n" + strings.Join(texts, "\n") + "\n"
}

func TestNeighborsAreNamed(t *testing.T) {
	p, r := geo.Draw(maps()["single"])
	for _, name := range []string{"Wyoming", "Erie", "Genesee", "Livingston", "Allegany", "Cattaraugus"} {
		if !strings.Contains(named(p), "\n"+name+"\n") {
			t.Errorf("%s is not named: %q", name, named(p))
		}
	}
	if len(r.Unnamed) > 0 {
		t.Errorf("unnamed: %v", r.Unnamed)
	}
	for name, m := range maps() {
		if p, r := geo.Draw(m); len(m.Cluster) > 0 {
			for _, c := range m.Cluster {
				if at, ok := geo.Find(c.FIPS); ok && !strings.Contains(named(p), at.Name) {
					t.Errorf("%s: %s of the cluster is not named", name, at.Name)
				}
			}
			if len(r.Unnamed) > 0 {
				t.Errorf("%s: unnamed: %v", name, r.Unnamed)
			}
		}
	}
}

func TestWhatIsNotOnTheMapIsSaid(t *testing.T) {
	p, r := geo.Draw(maps()["unknown"])
	if !strings.Contains(named(p), "Not on the map: 2 cases without a county, 4 cases in 99999") {
		t.Errorf("the map does not say what it lacks: %q", named(p))
	}
	if i := slices.IndexFunc(r.Rows, func(r geo.Row) bool { return r.FIPS == "99999" }); i < 0 || r.Rows[i].OnMap || r.Rows[i].Cluster != 4 {
		t.Errorf("rows: %v", r.Rows)
	}
	text := written(t, maps()["nothing"])
	if !strings.Contains(text, "No county of these cases is on the map.") || !strings.Contains(text, "4 cases without a county") {
		t.Error("a map of nothing says nothing")
	}
}

// Doubt is drawn as hatch, on the county in doubt and in the legend.
func TestDoubtIsHatched(t *testing.T) {
	m := maps()["three"]
	doubtful := strings.Count(written(t, m), `stroke="#3c3c3c"`)
	m.Cluster = slices.Clone(m.Cluster)
	m.Cluster[0].Doubtful = 0
	if sure := strings.Count(written(t, m), `stroke="#3c3c3c"`); doubtful != 2 || sure != 0 {
		t.Errorf("%d hatches with doubt and %d without, want 2 and 0", doubtful, sure)
	}
}

func TestTable(t *testing.T) {
	_, r := geo.Draw(maps()["three"])
	if r.Rows[0].County != "Wyoming, NY" || r.Rows[0].Cluster != 5 || r.Rows[0].Doubtful != 1 || len(r.Rows[0].Flows) != 2 || r.Rows[0].Flows[0].To != "36029" {
		t.Errorf("first row: %+v", r.Rows[0])
	}
	cases := 0
	for _, row := range r.Rows {
		cases += row.Cluster
	}
	if cases != 12 || len(r.Rows) != 62 {
		t.Errorf("%d cases in %d rows", cases, len(r.Rows))
	}
}

func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// FuzzMap: any text and any number gives a map that is XML.
func FuzzMap(f *testing.F) {
	f.Add("Cluster C-1", "36121", 3, 1)
	f.Add("<b>unclosed>", "02016", -5, 1<<40)
	f.Add("\x00\xff]]>", "36\x00", 0, 0)
	f.Add("a\u202eb", "", 1<<62, -1)
	f.Fuzz(func(t *testing.T, text, fips string, cases, links int) {
		n := []geo.Count{{FIPS: fips, Cases: cases, Doubtful: links, Links: links}, {FIPS: "36029", Cases: 1}}
		for _, m := range []geo.Map{
			{Title: text, Subtitle: text, Caveat: text, Counties: n, NoCounty: cases, Measure: geo.ByLinks},
			{Title: text, Counties: n, Cluster: n, Flows: []geo.Flow{{From: fips, To: "36029", Links: links}, {From: fips, To: fips, Links: cases}}},
		} {
			if err := wellFormed(written(t, m)); err != nil {
				t.Error(err)
			}
		}
	})
}
