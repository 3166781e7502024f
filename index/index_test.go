package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// sample is a small network in which each kind of search has something to find.
func sample() []Document {
	erie, wyoming := County{"36029", "Erie County, NY"}, County{"36121", "Wyoming County, NY"}
	phone := func(text, key string) Value { return Value{"phone", text, key, Identifier} }
	return []Document{
		{
			Type: Case, ID: "WY-2024-0113", Title: "WY-2024-0113", Counties: []County{wyoming}, Agency: "Wyoming County Sheriff",
			Offense: "labor", Status: "open", From: "2024-01-13", To: "2024-02-01",
			Values: []Value{
				phone("585-555-0142", "+15855550142"),
				{"plate", "NY KAB-1042", "NY KAB1042", Identifier},
				{"business", "Golden Harvest Farm LLC", "golden harvest farm", Name},
			},
			Text: "Workers of the farm were driven in a white van. The crew leader kept their papers. " +
				strings.Repeat("Nothing else was seen on that day. ", 10) + "A second van stood at the Sunset Motel.",
		},
		{
			Type: Case, ID: "ER-2023-0871", Title: "ER-2023-0871", Counties: []County{erie}, Agency: "Erie County Sheriff",
			Offense: "sex+labor", Status: "closed", From: "2023-08-07",
			Values: []Value{phone("716-555-0171", "+17165550171"), {"person", "Jordan Smith", "smith|jordan", Name}},
			Text:   "Caller named the motel and the number.",
		},
		{
			Type: Entity, ID: "phone/+15855550142", Kind: "phone", Title: "585-555-0142", Counties: []County{erie, wyoming},
			Values: []Value{phone("585-555-0142", "+15855550142")},
		},
		{
			Type: Entity, ID: "business/golden harvest farm", Kind: "business", Title: "Golden Harvest Farm LLC",
			Counties: []County{wyoming}, Values: []Value{{"business", "Golden Harvest Farm LLC", "golden harvest farm", Name}},
		},
		{
			Type: Entity, ID: "passport/X0000012", Kind: "passport", Title: "X0000012", Counties: []County{erie},
			Values: []Value{{"passport", "X0000012", "X0000012", Identifier}},
		},
	}
}

const print1 = "fingerprint 1"

// built returns an open index of the documents that ends with the test.
func built(t testing.TB, documents []Document) *Index {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	if err := Build(context.Background(), dir, print1, slices.Values(documents), nil); err != nil {
		t.Fatal(err)
	}
	return opened(t, dir, print1)
}

func opened(t testing.TB, dir, fingerprint string) *Index {
	t.Helper()
	x, err := Open(dir, fingerprint)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// found returns the ids of all hits, in order.
func found(t testing.TB, x *Index, query string) []string {
	t.Helper()
	r, err := x.Search(context.Background(), query, SearchOptions{Limit: 100})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	if r.Total != len(r.Hits) {
		t.Errorf("%s: total %d, but %d hits", query, r.Total, len(r.Hits))
	}
	ids := []string{}
	for _, h := range r.Hits {
		ids = append(ids, h.ID)
	}
	return ids
}

func TestSearchFinds(t *testing.T) {
	const wy, er, phone, business, passport = "WY-2024-0113", "ER-2023-0871", "phone/+15855550142", "business/golden harvest farm", "passport/X0000012"
	x := built(t, sample())
	tests := []struct {
		query string
		want  []string // in any order
	}{
		{"golden harvest", []string{wy, business}},
		{`"golden harvest"`, []string{wy, business}},
		{`"harvest golden"`, nil},
		{"GÖLDEN HARVÉST", []string{wy, business}},
		{"goldn harvest", []string{wy, business}},        // one letter left out
		{"harv", []string{wy, business}},                 // a beginning
		{`"harv"`, nil},                                  // a phrase is as it stands
		{"5550142", []string{wy, phone}},                 // inside
		{"0142", []string{wy, phone}},                    // the end
		{"585555", []string{wy, phone}},                  // the beginning
		{"5550143", nil},                                 // a digit is not fuzzy
		{"(585) 555-0142", []string{wy, phone}},          // as people write it
		{"1-585-555-0142", []string{wy, phone}},          // with the country code
		{"kab", []string{wy}},                            // a part of a plate
		{"KAB-1042", []string{wy}},                       //
		{"kabio42", []string{wy}},                        // I and O as 1 and 0
		{"plate:KAB", []string{wy}},                      //
		{"phone:0142", []string{wy, phone}},              //
		{"plate:0142", nil},                              //
		{"passport:0012", []string{passport}},            // a kind of the caller's own
		{"vin:1FT", nil},                                 // a usual kind without values is no mistake
		{"county:erie", []string{er, phone, passport}},   //
		{"county:36121", []string{wy, phone, business}},  //
		{"county:erie kind:phone 0142", []string{phone}}, //
		{"kind:phone", []string{phone}},                  //
		{"type:case", []string{wy, er}},                  //
		{"case:WY-2024", []string{wy}},                   //
		{"case:wy-2024-0113", []string{wy}},              //
		{"WY-2024-0113", []string{wy}},                   //
		{"offense:labor", []string{wy, er}},              //
		{"offense:sex", []string{er}},                    //
		{"status:open", []string{wy}},                    //
		{"agency:wyoming", []string{wy}},                 //
		{`agency:"erie county"`, []string{er}},           //
		{"text:van", []string{wy}},                       //
		{"title:van", nil},                               //
		{"motel", []string{wy, er}},                      //
		{"motel -sunset", []string{er}},                  //
		{"type:case -county:erie", []string{wy}},         //
		{"-type:case", []string{phone, business, passport}},
		{"sounds:smyth", []string{er}},
		{"sounds:goldan", []string{wy, business}},
		{"date:2024", []string{wy}},
		{"date:2024-02", []string{wy}},
		{"date:2024-02-02", nil},
		{"date:2023-08-07", []string{er}},
		{"date:..2023-12", []string{er}},
		{"date:2023-01..", []string{wy, er}},
		{"caller's", []string{er}}, // callers, with one letter wrong
	}
	for _, tt := range tests {
		got, want := found(t, x, tt.query), slices.Clone(tt.want)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: found %v, want %v", tt.query, got, want)
		}
	}
}

func TestBestFirst(t *testing.T) {
	x := built(t, sample())
	for query, want := range map[string]string{
		"golden harvest": "business/golden harvest farm", // what is called so before what mentions it
		"WY-2024-0113":   "WY-2024-0113",
		"5855550142":     "phone/+15855550142",
	} {
		if got := found(t, x, query); len(got) == 0 || got[0] != want {
			t.Errorf("%s: found %v, want %s first", query, got, want)
		}
	}
}

// Equally good hits are in the order of their ids, on every page.
func TestOrderIsStable(t *testing.T) {
	var documents []Document
	for i := range 3 * batchSize {
		id := fmt.Sprintf("A-%05d", (i*7919)%(3*batchSize))
		documents = append(documents, Document{Type: Case, ID: id, Title: "same", Text: "white van"})
	}
	x := built(t, documents)
	r, err := x.Search(context.Background(), "van", SearchOptions{Limit: 50, Offset: 1000})
	if err != nil || r.Total != len(documents) || len(r.Hits) != 50 {
		t.Fatal(r.Total, len(r.Hits), err)
	}
	for i, h := range r.Hits {
		if want := fmt.Sprintf("A-%05d", 1000+i); h.ID != want {
			t.Fatalf("hit %d is %s, want %s", i, h.ID, want)
		}
	}
}

func TestFacets(t *testing.T) {
	r, err := built(t, sample()).Search(context.Background(), "0142", SearchOptions{Facets: 10})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Count{{"36121", 2}, {"36029", 1}}; !reflect.DeepEqual(r.Counties, want) {
		t.Errorf("counties %v, want %v", r.Counties, want)
	}
	if want := []Count{{"phone", 1}}; !reflect.DeepEqual(r.Kinds, want) {
		t.Errorf("kinds %v, want %v", r.Kinds, want)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	build := func() {
		t.Helper()
		if err := Build(context.Background(), dir, print1, slices.Values(sample()), nil); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Open(dir, print1); !errors.Is(err, ErrMissing) {
		t.Errorf("before the first build: %v", err)
	}
	build()
	if _, err := Open(dir, "fingerprint 2"); !errors.Is(err, ErrStale) {
		t.Errorf("for another state: %v", err)
	}
	var files []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if !e.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 4 {
		t.Fatal(files, err)
	}
	for _, path := range files {
		for name, harm := range map[string]func(string) error{
			"removed": os.Remove,
			"cut":     func(p string) error { return os.Truncate(p, 1) },
		} {
			build() // also over the broken one of before
			if err := harm(path); err != nil {
				t.Fatal(err)
			}
			if _, err := Open(dir, print1); !errors.Is(err, ErrBroken) {
				t.Errorf("%s %s: %v", filepath.Base(path), name, err)
			}
		}
	}
	build()
	opened(t, dir, print1)
}

func TestFilesAreTheOwnersOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := Build(context.Background(), dir, print1, slices.Values(sample()), nil); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %o", path, info.Mode().Perm())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// A build that fails or is cancelled leaves the index that was there, and
// nothing else.
func TestFailedBuildLeavesTheOldIndex(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := Build(context.Background(), dir, print1, slices.Values(sample()), nil); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	endless := func(yield func(Document) bool) {
		for i := 0; yield(Document{Type: Case, ID: fmt.Sprint(i)}); i++ {
			if i == 3*batchSize {
				cancel()
			}
		}
	}
	if err := Build(ctx, dir, "fingerprint 2", endless, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	opened(t, dir, print1)
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%v is left, %v", entries, err)
	}
}

func TestUpdate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := Build(context.Background(), dir, print1, slices.Values(sample()), nil); err != nil {
		t.Fatal(err)
	}
	changed := sample()[1]
	changed.Text = "Caller named a truck stop."
	err := Update(dir, print1, "fingerprint 2", Changes{
		Put:    []Document{changed, {Type: Case, ID: "GE-1", Title: "GE-1", Text: "a truck"}},
		Delete: []Document{{Type: Case, ID: "WY-2024-0113"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, print1); !errors.Is(err, ErrStale) {
		t.Errorf("the old state: %v", err)
	}
	x := opened(t, dir, "fingerprint 2")
	for query, want := range map[string][]string{"motel": {}, "truck": {"GE-1", "ER-2023-0871"}, "0142": {"phone/+15855550142"}} {
		if got := found(t, x, query); !slices.Equal(got, want) {
			t.Errorf("%s: found %v, want %v", query, got, want)
		}
	}
	if err := Update(dir, print1, "fingerprint 3", Changes{}); !errors.Is(err, ErrStale) {
		t.Errorf("from a state that is gone: %v", err)
	}
}

// Where whole words find enough, nothing that is merely like them is found.
func TestEnoughWholeWordsAreNotFoundMoreWidely(t *testing.T) {
	for _, whole := range []int{Enough - 1, Enough} {
		documents := func(yield func(Document) bool) {
			for i := range whole {
				if !yield(Document{Type: Case, ID: fmt.Sprint(i), Text: "harvest"}) {
					return
				}
			}
			_ = yield(Document{Type: Case, ID: "longer", Text: "harvesters"}) && yield(Document{Type: Case, ID: "wrong", Text: "harvast"})
		}
		dir := filepath.Join(t.TempDir(), "index")
		if err := Build(context.Background(), dir, print1, documents, nil); err != nil {
			t.Fatal(err)
		}
		r, err := opened(t, dir, print1).Search(context.Background(), "harvest", SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if want := map[bool]int{true: whole + 2, false: whole}[whole < Enough]; r.Total != want {
			t.Errorf("%d whole words: %d found, want %d", whole, r.Total, want)
		}
	}
}
