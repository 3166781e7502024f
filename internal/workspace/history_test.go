package workspace

import (
	"context"
	"testing"
	"time"

	"github.com/tflink/tflink/linkage"
)

// stateNow returns the state of a workspace now.
func stateNow(t *testing.T, ws *Workspace) string {
	t.Helper()
	state, err := ws.State(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// What was there before each import can be told, also with judgements in between,
// and is whole until rows are replaced or forgotten.
func TestBeforeImport(t *testing.T) {
	ctx := context.Background()
	ws := open(t, t.TempDir(), Options{Create: true})
	at := func(hour int) time.Time { return noon.Add(time.Duration(hour) * time.Hour) }
	states := map[ImportID]string{}
	note := func(id ImportID) { states[id] = stateNow(t, ws) }

	note(1)
	importFile(t, ws, info("/a.csv", "a"), simple("a.csv", 2, "A-1", "585-555-0101"))
	if _, err := ws.Judge(ctx, linkage.Judgement{A: "A-1", B: "B-1", Verdict: linkage.Same}, at(1)); err != nil {
		t.Fatal(err)
	}
	note(2)
	importFile(t, ws, info("/b.csv", "b"), simple("b.csv", 2, "B-1", "585-555-0102"))
	importFile(t, ws, info("/c.csv", "b")) // the same content: no import
	if err := ws.Undo(ctx, 1, at(2)); err != nil {
		t.Fatal(err)
	}
	note(3)
	importFile(t, ws, info("/d.csv", "d"), simple("d.csv", 2, "D-1", "585-555-0103"))

	check := func(whole map[ImportID]bool) {
		t.Helper()
		for id, want := range states {
			e, err := ws.BeforeImport(ctx, id)
			if err != nil || e.State != want || e.Whole != whole[id] || e.Import.ID != id {
				t.Errorf("before %d: %+v, %v, want state %s", id, e, err, want)
			}
			if held := len(e.Judgements); held != map[ImportID]int{2: 1}[id] {
				t.Errorf("before %d: %d judgements", id, held)
			}
		}
	}
	check(map[ImportID]bool{1: true, 2: true, 3: true})
	if e, err := ws.BeforeImport(ctx, 0); err != nil || e.Import.ID != 3 {
		t.Errorf("the last import: %+v, %v", e, err)
	}
	e, err := ws.BeforeImport(ctx, 3)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	err = ws.Cases(ctx, e.Selection(), func(FileID, linkage.Case) error { n++; return nil })
	if err != nil || n != 2 {
		t.Errorf("%d cases before import 3, %v", n, err)
	}

	note(4)
	importFile(t, ws, info("/b.csv", "b again"), simple("b.csv", 2, "B-1", "585-555-0109"))
	check(map[ImportID]bool{1: true, 2: true}) // of b.csv nothing is left
	note(5)
	if _, err := ws.Forget(ctx, "a.csv", at(5)); err != nil {
		t.Fatal(err)
	}
	check(map[ImportID]bool{1: true})

	for when, want := range map[time.Time]int{at(-1): 0, at(1): 0, at(2): 1, at(3): 0} {
		e, err := ws.BeforeTime(ctx, when)
		if err != nil || len(e.Judgements) != want {
			t.Errorf("at %v: %+v, %v", when, e, err)
		}
	}
}

// What cannot be made anew is kept, and of the rest the newest and the one before the last import.
func TestAssignmentsThatAreNeededStay(t *testing.T) {
	ctx := context.Background()
	ws := open(t, t.TempDir(), Options{Create: true})
	var states []string
	save := func() {
		t.Helper()
		states = append(states, stateNow(t, ws))
		if err := ws.SaveAssignment(ctx, states[len(states)-1], []byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	for i, content := range []string{"a", "b", "b again", "c", "d"} {
		path := "/" + content[:1] + ".csv"
		importFile(t, ws, info(path, content), simple(path[1:], i, content, "585-555-0101"))
		save()
	}
	for i, want := range []bool{false, true, false, true, true} {
		data, err := ws.Assignment(states[i])
		if err != nil || (data != nil) != want {
			t.Errorf("state %d: %q, %v", i, data, err)
		}
	}
	if data, err := ws.Assignment("../workspace.sqlite"); data != nil || err != nil {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}
