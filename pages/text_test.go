package pages_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tflink/tflink/pages"
)

// TestTextWidth: no line of a text is wider than a terminal shows, whatever stands in the cells, and nothing is lost for that.
func TestTextWidth(t *testing.T) {
	long := strings.Repeat("abcdefghij ", 30) + strings.Repeat("x", 250)
	d := &pages.Document{Title: "T", Sections: []pages.Section{{ID: "s", Title: "S", Blocks: []pages.Block{
		pages.Table{Caption: "C", Columns: []pages.Column{{Head: "Name", Share: 1}, {Head: "Count", Share: 1, Right: true}, {Head: "Which", Share: 1}, {Head: "Where", Share: 1}}, Rows: []pages.Row{
			{Cells: []string{"short", "12", long, long}}, {Group: true, Cells: []string{strings.TrimSuffix(long, strings.Repeat("x", 250))}}, {Cells: []string{long, "1", "", "y"}},
		}}}, Parts: []pages.Section{{ID: "p", Title: "A part", Blocks: []pages.Block{pages.Prose("its prose")}}}}}}
	var b strings.Builder
	if err := pages.WriteText(&b, d); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 100 {
			t.Errorf("a line of %d characters: %s", n, line)
		}
	}
	for of, want := range map[string]int{"x": 3 * 250, "abcdefghij": 4 * 30, "its prose": 1, "A part": 1, "12": 1} {
		text := b.String()
		if of == "abcdefghij" {
			text = strings.Join(strings.Fields(text), " ")
		}
		if got := strings.Count(text, of); got != want {
			t.Errorf("%q stands %d times in the text, want %d\n%s", of, got, want, b.String())
		}
	}
}

// TestFirstCalls: a lead sheet begins with whom to ask about what, with cases of both sides.
func TestFirstCalls(t *testing.T) {
	n := link(t, ring(12))
	leads := pages.Leads(n, counties[0])
	sheet := pages.NewLeadSheet(n, counties[0], leads, options, func(id string) string { return id })
	calls, ok := section(t, sheet, "summary").Blocks[2].(pages.List)
	if !ok || len(calls) != 1 {
		t.Fatalf("the summary has no calls: %v", section(t, sheet, "summary").Blocks)
	}
	const want = "Erie, about C0001: phone 212-555-0100 is there and in your C0000"
	if !strings.HasPrefix(calls[0], want) || !strings.Contains(calls[0], "What you lack: plate NY KAB-0001 and ") {
		t.Errorf("%s\nwant %s … What you lack", calls[0], want)
	}
}
