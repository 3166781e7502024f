package workspace

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/source"
)

func ids(cases []linkage.Case) []string {
	var list []string
	for _, c := range cases {
		list = append(list, c.ID)
	}
	return list
}

func TestImportDecides(t *testing.T) {
	type step struct {
		file    FileInfo
		ids     []string // of the cases in the file
		outcome Outcome
		cases   []string // in the workspace afterwards
	}
	with := func(f FileInfo, change func(*FileInfo)) FileInfo { change(&f); return f }
	tests := map[string][]step{
		"same content again": {
			{info("/x/a.csv", "1"), []string{"A-1"}, Added, []string{"A-1"}},
			{info("/x/a.csv", "1"), []string{"A-1"}, Unchanged, []string{"A-1"}},
			{info("/y/other-name.csv", "1"), []string{"A-1"}, Unchanged, []string{"A-1"}},
		},
		"changed content of a path takes deletions along": {
			{info("/x/a.csv", "1"), []string{"A-1", "A-2"}, Added, []string{"A-1", "A-2"}},
			{info("/x/a.csv", "2"), []string{"A-2", "A-3"}, Replaced, []string{"A-2", "A-3"}},
		},
		"the same base name in another folder is another file": {
			{info("/x/a.csv", "1"), []string{"A-1"}, Added, []string{"A-1"}},
			{info("/y/a.csv", "2"), []string{"A-2"}, Added, []string{"A-1", "A-2"}},
		},
		"replace names the file": {
			{info("/x/a.csv", "1"), []string{"A-1"}, Added, []string{"A-1"}},
			{with(info("/y/new.csv", "2"), func(f *FileInfo) { f.Replace = "a.csv" }), []string{"A-2"}, Replaced, []string{"A-2"}},
		},
		"content that moved to a path that had other content": {
			{info("/x/a.csv", "1"), []string{"A-1"}, Added, []string{"A-1"}},
			{info("/x/b.csv", "2"), []string{"A-2"}, Added, []string{"A-1", "A-2"}},
			{info("/x/a.csv", "2"), []string{"A-2"}, Replaced, []string{"A-2"}},
		},
		"other settings read the same content anew": {
			{info("/x/a.csv", "1"), []string{"A-1"}, Added, []string{"A-1"}},
			{with(info("/x/a.csv", "1"), func(f *FileInfo) { f.Settings = "county 36121" }), []string{"B-1"}, Replaced, []string{"B-1"}},
			{info("/x/a.csv", "1"), []string{"A-1"}, Unchanged, []string{"B-1"}},
		},
	}
	for name, steps := range tests {
		t.Run(name, func(t *testing.T) {
			ws := open(t, t.TempDir(), Options{Create: true})
			for i, s := range steps {
				var cases []linkage.Case
				for line, id := range s.ids {
					cases = append(cases, simple(s.file.Name, line+2, id, "585-555-0101"))
				}
				if d := importFile(t, ws, s.file, cases...); d.Outcome != s.outcome {
					t.Errorf("step %d: %v, want %v", i, d.Outcome, s.outcome)
				}
				if got := ids(allCases(t, ws)); !reflect.DeepEqual(got, s.cases) {
					t.Errorf("step %d: cases %v, want %v", i, got, s.cases)
				}
			}
		})
	}
}

func TestReplaceNeedsOneFile(t *testing.T) {
	ws := open(t, t.TempDir(), Options{Create: true})
	importFile(t, ws, info("/x/a.csv", "1"))
	importFile(t, ws, info("/y/a.csv", "2"))
	imp, err := ws.BeginImport(context.Background(), noon)
	if err != nil {
		t.Fatal(err)
	}
	defer imp.Rollback()
	f := info("/z/new.csv", "3")
	f.Replace = "a.csv"
	var ambiguous *AmbiguousError
	if _, err := imp.File(f); !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
		t.Errorf("two files: %v", err)
	}
	f.Replace = "none.csv"
	if _, err := imp.File(f); !errors.Is(err, ErrUnknownFile) {
		t.Errorf("no file: %v", err)
	}
	f.Replace = "/x/a.csv"
	if d, err := imp.File(f); err != nil || d.Outcome != Replaced {
		t.Errorf("a path: %v, %v", d.Outcome, err)
	}
	if err := imp.Commit(); err != nil {
		t.Error(err)
	}
}

func TestForget(t *testing.T) {
	ws := open(t, t.TempDir(), Options{Create: true})
	ctx := context.Background()
	empty, _ := ws.Fingerprint(ctx)
	importFile(t, ws, info("/x/a.csv", "1"), full("a.csv"))
	importFile(t, ws, info("/y/a.csv", "2"), simple("a.csv", 2, "A-2", "585-555-0101"))
	var ambiguous *AmbiguousError
	if _, err := ws.Forget(ctx, "a.csv", noon); !errors.As(err, &ambiguous) {
		t.Errorf("two files: %v", err)
	}
	for _, path := range []string{"x/a.csv", "/y/a.csv"} {
		if _, err := ws.Forget(ctx, path, noon); err != nil {
			t.Error(err)
		}
	}
	for _, table := range tables {
		var n int
		if err := ws.db.QueryRow("SELECT count(*) FROM " + table.name).Scan(&n); err != nil || n != 0 {
			t.Errorf("%d rows left in %s, %v", n, table.name, err)
		}
	}
	if now, _ := ws.Fingerprint(ctx); now != empty {
		t.Error("an emptied workspace has not the fingerprint of an empty one")
	}
}

func TestRollbackLeavesNothing(t *testing.T) {
	ws := open(t, t.TempDir(), Options{Create: true})
	ctx, cancel := context.WithCancel(context.Background())
	imp, err := ws.BeginImport(ctx, noon)
	if err != nil {
		t.Fatal(err)
	}
	d, err := imp.File(info("/a.csv", "1"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 * rowsPerBatch {
		if err := imp.AddCase(d.ID, simple("a.csv", i, fmt.Sprint(i), "585-555-0101")); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	if err := imp.AddCase(d.ID, simple("a.csv", 1, "A-1", "585-555-0101")); !errors.Is(err, context.Canceled) {
		t.Errorf("adding after the cancel: %v", err)
	}
	if err := imp.Commit(); err == nil {
		t.Error("a cancelled import was committed")
	}
	if stats, err := ws.Stats(context.Background()); err != nil || stats != (Stats{}) {
		t.Errorf("%+v is left, %v", stats, err)
	}
	importFile(t, ws, info("/a.csv", "1"), simple("a.csv", 2, "A-1", "585-555-0101")) // the lock is free again
}

func TestStatsAndProblems(t *testing.T) {
	ws := open(t, t.TempDir(), Options{Create: true})
	ctx := context.Background()
	imp, err := ws.BeginImport(ctx, noon)
	if err != nil {
		t.Fatal(err)
	}
	want := &source.Problem{
		Position: source.Position{File: "b.csv", Line: 4, Column: 2}, Field: "phone", Raw: "555", Hint: "add the area code",
		Err: errors.New("expected ten digits"),
	}
	for _, f := range []FileInfo{info("/b.csv", "b"), info("/a.csv", "a")} {
		d, err := imp.File(f)
		if err != nil {
			t.Fatal(err)
		}
		p := *want
		p.File = f.Name
		for _, err := range []error{
			imp.AddProblem(d.ID, &p), imp.AddProblem(d.ID, &source.Problem{}),
			imp.AddCase(d.ID, simple(f.Name, 2, "A-1", "585-555-0101")), imp.AddCase(d.ID, simple(f.Name, 3, "A-1", "585-555-0102")),
			imp.SetMapping(d.ID, "columns: []\n"),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := imp.Commit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := ws.Stats(ctx); got != (Stats{Files: 2, Cases: 1, Parts: 4, Mentions: 4, Problems: 4}) {
		t.Errorf("stats %+v", got)
	}
	files, err := ws.Files(ctx)
	if err != nil || len(files) != 2 {
		t.Fatal(files, err)
	}
	if f := files[1]; f.Name != "b.csv" || f.Cases != 1 || f.Mapping == "" || f.Imported != "2024-03-01T12:00:00Z" {
		t.Errorf("file %+v", f)
	}
	problems, total, err := ws.Problems(ctx, 3)
	if err != nil || total != 4 || len(problems) != 3 {
		t.Fatal(problems, total, err)
	}
	if p := problems[2]; p.Error() != want.Error() || p.Raw != want.Raw || p.Hint != want.Hint {
		t.Errorf("problem %+v, want %+v", p, want)
	}
}

// The order of imports must not show: neither in the cases nor in the fingerprint.
func TestOrderOfImportsDoesNotMatter(t *testing.T) {
	files := []string{"a.csv", "b.csv", "c.csv", "d.csv"}
	var cases [][]linkage.Case
	var prints []string
	for seed := range uint64(3) {
		ws := open(t, t.TempDir(), Options{Create: true})
		order := slices.Clone(files)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, name := range order {
			importFile(t, ws, info("/"+name, name), simple(name, 2, "A-"+name, "585-555-0101"), full(name))
		}
		fingerprint, err := ws.Fingerprint(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		cases, prints = append(cases, allCases(t, ws)), append(prints, fingerprint)
	}
	for i := range cases {
		if !reflect.DeepEqual(cases[i], cases[0]) || prints[i] != prints[0] {
			t.Errorf("seed %d gives another state than seed 0", i)
		}
	}
}

// The view shows what stands packed in the parts.
func TestViewShowsMentions(t *testing.T) {
	ws := open(t, t.TempDir(), Options{Create: true})
	importFile(t, ws, info("/a.csv", "1"), simple("a.csv", 2, "A-1", "585-555-0101"), full("a.csv"), linkage.Case{ID: "bare"})
	var n int
	if err := ws.db.QueryRow("SELECT count(*) FROM mentions").Scan(&n); err != nil || n != 5 {
		t.Errorf("%d mentions, %v", n, err)
	}
	var raw, role, file string
	row := ws.db.QueryRow("SELECT raw, role, file, line FROM mentions WHERE kind = 'phone' AND key = '+15855550142' AND confidence = 0.75")
	if err := row.Scan(&raw, &role, &file, &n); err != nil || raw != "(585) 555-0142" || role != "suspect" || file != "a.csv" || n != 9 {
		t.Errorf("%q %q %q %d, %v", raw, role, file, n, err)
	}
}
