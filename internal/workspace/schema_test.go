package workspace

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// A workspace of schema 2 had a row a mention and no list of imports.
func TestMigrationKeepsWhatWasRead(t *testing.T) {
	dir := t.TempDir()
	db, err := sql.Open("sqlite", filepath.Join(dir, FileName))
	if err != nil {
		t.Fatal(err)
	}
	all, err := scripts()
	if err != nil {
		t.Fatal(err)
	}
	phone := phone("(585) 555-0142")
	value, err := normalize.Encode(phone.Value)
	if err != nil {
		t.Fatal(err)
	}
	long := make([]byte, 20_000) // a length of three bytes
	for _, step := range []struct {
		sql  string
		args []any
	}{
		{all[0], nil}, {all[1], nil},
		{fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = 2", applicationID), nil},
		{"INSERT INTO file VALUES (1, '/a.csv', 'a.csv', 'x', 1, 0, '', '', '2024-03-01T12:00:00Z', 2, 2, 4, 0, 'hash')", nil},
		{"INSERT INTO part VALUES (4294967296, 'A-1', 'Agency', '', '36121', 0, '', '2024-01-02', '2024-01-02', 'sex', '', 0, NULL, '', 2, 0)", nil},
		{"INSERT INTO part VALUES (4294967297, 'A-2', '', '', '', 0, '', '', '', 'unknown', '', 0, NULL, '', 3, 0)", nil},
		{"INSERT INTO mention VALUES (4294967296, 0, 'phone', '+15855550142', '(585) 555-0142', 'suspect', 'p1', 1, 0.75, 2, 3, '', ?)", []any{value}},
		{"INSERT INTO mention VALUES (4294967296, 1, 'plate', '', ?, '', '', 0, 0, 2, 4, '{\"age\":15,\"source\":\"b \\\"x\\\".csv\"}', x'')", []any{"KAB \x1b\\ \"\xff"}},
		{"INSERT INTO mention VALUES (4294967296, 2, 'passport', '', 'X', '', '', 0, 0, 2, 5, '', ?)", []any{long}},
		{"INSERT INTO mention VALUES (4294967296, 3, 'phone', '+15855550142', 'again', '', '', 0, 0, 2, 6, '', ?)", []any{value}},
	} {
		if _, err := db.Exec(step.sql, step.args...); err != nil {
			t.Fatal(step.sql, err)
		}
	}
	db.Close()
	ws := open(t, dir, Options{})
	got := allCases(t, ws)
	at := func(column int) source.Position { return source.Position{File: "a.csv", Line: 2, Column: column} }
	phone.Role, phone.Subject, phone.InText, phone.Confidence, phone.Source = linkage.RoleSuspect, "p1", true, 0.75, at(3)
	again := linkage.Mention{Kind: normalize.KindPhone, Raw: "again", Value: phone.Value, Source: at(6)}
	plate := linkage.Mention{Kind: normalize.KindPlate, Raw: "KAB \x1b\\ \"\xff", Age: 15, Source: at(4)}
	plate.Source.File = `b "x".csv`
	want := []linkage.Mention{phone, plate, {Kind: "passport", Raw: "X", Source: at(5)}, again}
	if len(got) != 2 || !reflect.DeepEqual(got[0].Mentions, want) || got[1].Mentions != nil {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	ctx := context.Background()
	imports, err := ws.Imports(ctx)
	if err != nil || len(imports) != 1 || imports[0].Files != 1 {
		t.Errorf("imports %+v, %v", imports, err)
	}
	// What was there before it nobody noted.
	if e, err := ws.BeforeImport(ctx, 1); err != nil || e.State != "" || e.Whole {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err := ws.BeforeImport(ctx, 2); !errors.Is(err, ErrUnknownImport) {
		t.Error(err)
	}
}
