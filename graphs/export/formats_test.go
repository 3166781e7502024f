package export_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/export"
	"github.com/tflink/tflink/graphs/geo"
)

// full returns all that a network can be exported with.
func full() export.Options {
	return export.Options{
		Title: "C-1", Date: "2024-11-30",
		Positions: []export.Position{{1, 2}, {3, 4}, {5, 6.5}},
		Facts: func(v int32) export.Facts {
			if v > 1 {
				return export.Facts{}
			}
			return export.Facts{Agency: "Sheriff", Counties: []string{"Wyoming, NY"}, From: "2024-01-13", To: "2024-02-01", Offense: "labor", Cluster: "C-1", Source: "a.csv:2"}
		},
		Links:    slices.Values([]export.Link{{A: "case:WY-2024-0113", B: "case:ER-2023-0871", Probability: 0.9, Through: "=phone", Judgement: "linked by Ann: =cmd"}}),
		Clusters: []export.Cluster{{ID: "C-1", Cases: 2, Counties: []string{"Erie", "Wyoming"}, Probability: 0.9, From: "2024-01-13"}},
		Counties: []geo.Count{{FIPS: "36121", Cases: 1, Doubtful: 1, Links: 1}, {FIPS: "36029", Cases: 3}, {FIPS: "99999", Cases: 1}},
		Flows:    []geo.Flow{{From: "36029", To: "36121", Links: 2}},
	}
}

func openBook(text string) (*excelize.File, error) {
	return excelize.OpenReader(strings.NewReader(text))
}

func readableWorkbook(text string) error {
	f, err := openBook(text)
	if err != nil {
		return err
	}
	defer f.Close()
	if want := []string{"cases", "entities", "evidence", "links", "clusters"}; !slices.Equal(f.GetSheetList(), want) {
		return fmt.Errorf("sheets %v, want %v", f.GetSheetList(), want)
	}
	rows, err := f.GetRows("evidence")
	if err == nil && len(rows) != 3 {
		err = fmt.Errorf("%d rows of evidence", len(rows))
	}
	return err
}

// Texts stand in a workbook as they are, as texts: no cell is a formula.
func TestWorkbookReadsBack(t *testing.T) {
	for _, name := range []string{"=cmd|' /C calc'!A0", "+15855550142", "-1", "@SUM(A1)", "_x0041_", "  two  spaces ", "line\nline", "<b>&amp;", "李小龍", "0123"} {
		f, err := openBook(written(t, pair(t, name), export.XLSX, full()))
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.GetCellValue("entities", "B2")
		formula, _ := f.GetCellFormula("entities", "B2")
		if err != nil || got != name || formula != "" {
			t.Errorf("%q is read back as %q, formula %q, %v", name, got, formula, err)
		}
		if got, _ := f.GetCellValue("links", "E2"); got != "linked by Ann: =cmd" {
			t.Errorf("judgement %q", got)
		}
	}
}

func TestLongTextsAreCutAndCounted(t *testing.T) {
	cut := 0
	o := full()
	o.Cut = func(n int) { cut = n }
	// Of the first one only its key is too long, of the other one whatever says it.
	for text, want := range map[string]int{strings.Repeat("x", 32767): 1, strings.Repeat("🚗", 20000): 6} {
		cut = 0
		f, err := openBook(written(t, pair(t, text), export.XLSX, o))
		if err != nil {
			t.Fatal(err)
		}
		got, _ := f.GetCellValue("entities", "B2")
		if cut != want || got != text && !strings.HasSuffix(got, "🚗…") {
			t.Errorf("%d texts were cut, want %d: %.8q … of %d bytes", cut, want, got, len(got))
		}
	}
}

// What stands in a table comes back by taking one apostrophe away.
func TestTablesAreReversible(t *testing.T) {
	for _, name := range []string{"=1", "'=1", "''x", "plain", "+15855550142", "\t=1", " =1"} {
		rows, err := csv.NewReader(strings.NewReader(written(t, pair(t, name), export.NodesCSV, export.Options{}))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimPrefix(rows[1][2], "'"); got != name {
			t.Errorf("%q comes back as %q", name, got)
		}
	}
}

func TestANXReadsBack(t *testing.T) {
	var chart struct {
		Types []struct {
			Name string `xml:"Name,attr"`
		} `xml:"EntityTypeCollection>EntityType"`
		Items []struct {
			Label    string `xml:"Label,attr"`
			DateTime string `xml:"DateTime,attr"`
			Entity   *struct {
				Identity string `xml:"Identity,attr"`
				Style    struct {
					Type string `xml:"Type,attr"`
				} `xml:"Icon>IconStyle"`
			} `xml:"End>Entity"`
			Link *struct {
				A string `xml:"End1Id,attr"`
				B string `xml:"End2Id,attr"`
			} `xml:"Link"`
		} `xml:"ChartItemCollection>ChartItem"`
	}
	if err := xml.Unmarshal([]byte(written(t, pair(t, `Rosa & Sons "<Diner>"`), export.ANX, full())), &chart); err != nil {
		t.Fatal(err)
	}
	var types, ids []string
	dated := false
	for _, x := range chart.Types {
		types = append(types, x.Name)
	}
	for _, i := range chart.Items {
		dated = dated || i.DateTime == "2024-01-13T00:00:00"
		switch {
		case i.Entity != nil:
			ids = append(ids, i.Entity.Identity)
			if !slices.Contains(types, i.Entity.Style.Type) {
				t.Errorf("type %q is not declared", i.Entity.Style.Type)
			}
		case i.Link == nil || !slices.Contains(ids, i.Link.A) || !slices.Contains(ids, i.Link.B):
			t.Errorf("a link without ends: %+v", i)
		}
	}
	if len(ids) != 3 || len(chart.Items) != 5 || !slices.Contains(ids, `thing:Rosa & Sons "<Diner>"`) {
		t.Errorf("entities %q, %d items", ids, len(chart.Items))
	}
	if !dated {
		t.Error("no case has its date")
	}
}

func TestGeoJSON(t *testing.T) {
	var c struct {
		Type     string
		Features []struct {
			ID       string
			Geometry *struct {
				Type        string
				Coordinates json.RawMessage
			}
			Properties map[string]any
		}
	}
	if err := json.Unmarshal([]byte(written(t, pair(t, "x"), export.GeoJSON, full())), &c); err != nil {
		t.Fatal(err)
	}
	if c.Type != "FeatureCollection" || len(c.Features) != 4 {
		t.Fatalf("%s of %d features", c.Type, len(c.Features))
	}
	if f := c.Features[0]; f.Geometry.Type != "MultiPolygon" || f.Properties["name"] != "Wyoming" || f.Properties["cases"] != 1.0 {
		t.Errorf("first feature: %v", f.Properties)
	}
	if c.Features[2].Geometry != nil {
		t.Error("a county that nobody knows has a shape")
	}
	var line [][2]float64
	if err := json.Unmarshal(c.Features[3].Geometry.Coordinates, &line); err != nil || len(line) != 2 || line[0][0] > -78 || line[0][1] < 42 {
		t.Errorf("line %v, %v", line, err)
	}
}

func TestFollowTheMoney(t *testing.T) {
	b := graphs.NewBuilder()
	c := b.AddNode(graphs.Node{ID: "case:A", Kind: graphs.KindCase, Label: "A"})
	for kind, key := range map[string]string{"phone": "+15855550142", "email": "a@example.com", "person": "rosa", "weapon": "x"} {
		b.AddEdge(c, b.AddNode(graphs.Node{ID: kind + ":" + key, Kind: kind, Label: key}), 1, graphs.EdgeAttributes{})
	}
	n, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	schemata := map[string]int{}
	ids := map[string]bool{}
	for line := range strings.Lines(written(t, n, export.FtM, export.Options{})) {
		var e struct {
			ID, Schema string
			Properties map[string][]string
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		schemata[e.Schema]++
		for _, end := range append(e.Properties["subject"], e.Properties["object"]...) {
			if !ids[end] {
				t.Errorf("%s is an end and no entity", end)
			}
		}
		ids[e.ID] = true
	}
	if fmt.Sprint(schemata) != "map[Asset:1 Event:1 Person:1 UnknownLink:4 UserAccount:2]" {
		t.Errorf("schemata %v", schemata)
	}
}
