package index

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// marked returns the fragments with [brackets] around what was found.
func marked(fragments []Fragment) []string {
	var list []string
	for _, f := range fragments {
		var b strings.Builder
		at := 0
		for _, s := range f.Spans {
			b.WriteString(f.Text[at:s.Start] + "[" + f.Text[s.Start:s.End] + "]")
			at = s.End
		}
		list = append(list, f.Field+": "+b.String()+f.Text[at:])
	}
	return list
}

func TestHitsShowWhereTheyWereFound(t *testing.T) {
	x := built(t, sample())
	tests := []struct {
		query, id string
		want      []string
	}{
		{"0142", "phone/+15855550142", []string{"title: 585-555-[0142]"}},
		{"5550142", "WY-2024-0113", []string{"phone: 585-[555-0142]"}},
		{"plate:kab1", "WY-2024-0113", []string{"plate: NY [KAB-1]042"}},
		{"harv golden", "business/golden harvest farm", []string{"title: [Golden] [Harvest] Farm LLC"}},
		{`"harvest farm"`, "business/golden harvest farm", []string{"title: Golden [Harvest Farm] LLC"}},
		{"county:erie type:case", "ER-2023-0871", nil},
		{"caller -sunset", "ER-2023-0871", []string{"text: [Caller] named the motel and the number."}},
		{"van", "WY-2024-0113", []string{
			"text: Workers of the farm were driven in a white [van]. The crew leader kept their papers. Nothing else was seen on that day. Nothing else was seen on that day. …",
			"text: …that day. Nothing else was seen on that day. A second [van] stood at the Sunset Motel.",
		}},
	}
	for _, tt := range tests {
		r, err := x.Search(context.Background(), tt.query, SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(r.Hits, func(h Hit) bool { return h.ID == tt.id })
		if i < 0 {
			t.Errorf("%s: does not find %s", tt.query, tt.id)
			continue
		}
		if got := marked(r.Hits[i].Fragments); !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.query, got, tt.want)
		}
	}
}
