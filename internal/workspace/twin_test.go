package workspace_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/tflink/tflink/internal/workspace"
	"github.com/tflink/tflink/linkage"
)

func TestTwin(t *testing.T) {
	ctx := context.Background()
	ws, err := workspace.Open(filepath.Join(t.TempDir(), "w"), workspace.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	imp, err := ws.BeginImport(ctx, time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	defer imp.Rollback()
	add := func(name string, county string, ids ...string) workspace.FileID {
		t.Helper()
		d, err := imp.File(workspace.FileInfo{Path: "/" + name, Name: name, SHA256: name, Size: 1})
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range ids {
			if err := imp.AddCase(d.ID, linkage.Case{ID: id, Counties: []string{county}}); err != nil {
				t.Fatal(err)
			}
		}
		return d.ID
	}
	for _, c := range []struct {
		file workspace.FileID
		want workspace.Twin
	}{
		{add("a.csv", "36121", "1", "2", "2", "3"), workspace.Twin{}},
		{add("b.csv", "36029", "1", "2"), workspace.Twin{}},
		{add("c.csv", "36121", "2", "2", "3", "4"), workspace.Twin{Name: "a.csv", Shared: 2, Cases: 3}},
	} {
		if got, err := imp.Twin(c.file); got != c.want || err != nil {
			t.Errorf("Twin(%d) = %+v, %v, want %+v", c.file, got, err, c.want)
		}
	}
}
