package workspace

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

var noon = time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC)

// open opens a workspace that ends with the test.
func open(t testing.TB, dir string, o Options) *Workspace {
	t.Helper()
	ws, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	return ws
}

// info describes a file whose content is the given text.
func info(path, content string) FileInfo {
	return FileInfo{
		Path: path, Name: filepath.Base(path), Size: int64(len(content)),
		SHA256: fmt.Sprintf("%x", sha256.Sum256([]byte(content))),
	}
}

// importFile imports one file with the cases and returns what was decided.
func importFile(t testing.TB, ws *Workspace, f FileInfo, cases ...linkage.Case) Decision {
	t.Helper()
	imp, err := ws.BeginImport(context.Background(), noon)
	if err != nil {
		t.Fatal(err)
	}
	defer imp.Rollback()
	d, err := imp.File(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if !d.Read {
			break
		}
		if err := imp.AddCase(d.ID, c); err != nil {
			t.Fatal(err)
		}
	}
	if err := imp.Commit(); err != nil {
		t.Fatal(err)
	}
	return d
}

func allCases(t testing.TB, ws *Workspace) []linkage.Case {
	t.Helper()
	var cases []linkage.Case
	err := ws.Cases(context.Background(), Selection{Narratives: true}, func(_ FileID, c linkage.Case) error {
		cases = append(cases, c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// phone returns a mention of a phone that was normalised.
func phone(raw string) linkage.Mention {
	v, _ := normalize.Normalize(normalize.KindPhone, raw, normalize.Context{})
	return linkage.Mention{Kind: normalize.KindPhone, Raw: raw, Value: v}
}

// simple returns a case with one phone.
func simple(file string, line int, id, number string) linkage.Case {
	c := linkage.Case{
		ID: id, Agency: "Sample County Sheriff", Counties: []string{"36121"},
		From: normalize.DayOf(2024, 1, 2), To: normalize.DayOf(2024, 1, 2),
		Source: source.Position{File: file, Line: line},
	}
	m := phone(number)
	m.Source = source.Position{File: file, Line: line, Column: 3}
	c.Mentions = append(c.Mentions, m)
	return c
}

// full returns a case with every field set.
func full(file string) linkage.Case {
	at := func(line, column int) source.Position {
		return source.Position{File: file, Sheet: "Cases", Line: line, Column: column}
	}
	number := phone("(585) 555-0142")
	number.Role, number.Subject, number.InText, number.Confidence = linkage.RoleSuspect, "p1", true, 0.75
	number.Source = source.Position{File: "elsewhere.csv", Sheet: "Phones", Line: 9, Column: 2}
	person, _ := normalize.Normalize(normalize.KindPerson, "Sample, Jordan Q.", normalize.Context{})
	return linkage.Case{
		ID: "WY-2024-0113", Agency: "Wyoming County Sheriff", Origin: "wyoming", Counties: []string{"36121", "36037"}, CountyAssumed: true,
		CountyDoubt: "two counties in one cell", From: normalize.DayOf(2024, 1, 13), To: normalize.DayOf(2024, 2, 1),
		Offense: linkage.SexTrafficking | linkage.LaborTrafficking, Status: "open", MinorsInvolved: true,
		Narratives: []linkage.Narrative{
			{Text: "Caller saw a van.\nTwo lines.", Source: at(7, 12)},
			{Text: "", Source: source.Position{}},
			{Text: "hostile \x00\x1b[2J \xff\xfe text", Source: source.Position{File: "elsewhere.csv", Line: 3}},
		},
		Mentions: []linkage.Mention{
			number,
			{
				Kind: normalize.KindPerson, Raw: "Sample, Jordan Q.", Value: person, Role: linkage.RoleVictim, Subject: "p2",
				Minor: true, Born: normalize.DayOf(2008, 5, 6), Age: 15, Date: normalize.DayOf(2024, 1, 12), Source: at(7, 4),
			},
			{
				Kind: normalize.KindPlate, Raw: "KAB-\x00\xff", Source: at(8, 1),
				Attributes: []linkage.Attribute{{Name: "make", Value: "Ford"}, {Name: "color", Value: "white"}},
			},
			{Kind: "passport", Raw: "X0000000"},
		},
		Source: at(7, 0),
	}
}

func TestEveryFieldComesBack(t *testing.T) {
	ws := open(t, t.TempDir(), Options{Create: true})
	want := []linkage.Case{full("cases.xlsx"), simple("cases.xlsx", 8, "WY-2024-0114", "585-555-0143"), {ID: "bare"}}
	importFile(t, ws, info("/evidence/cases.xlsx", "1"), want...)
	got := allCases(t, ws)
	if len(got) != len(want) {
		t.Fatalf("%d cases came back of %d", len(got), len(want))
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("case %d:\n got %+v\nwant %+v", i, got[i], want[i])
		}
	}
}

// A field that a case gains must be stored, so full must set it.
func TestFullCaseSetsEveryField(t *testing.T) {
	c := full("cases.xlsx")
	set := map[string]bool{}
	note := func(v any) {
		value := reflect.ValueOf(v)
		for i := range value.NumField() {
			name := value.Type().String() + "." + value.Type().Field(i).Name
			set[name] = set[name] || !value.Field(i).IsZero()
		}
	}
	note(c)
	for _, m := range c.Mentions {
		note(m)
	}
	for _, n := range c.Narratives {
		note(n)
	}
	note(source.Position{File: c.Source.File, Sheet: c.Source.Sheet, Line: c.Source.Line, Column: c.Mentions[0].Source.Column})
	for name, isSet := range set {
		if !isSet {
			t.Errorf("full does not set %s", name)
		}
	}
}

func TestCaseParts(t *testing.T) {
	ws := open(t, t.TempDir(), Options{Create: true})
	ctx := context.Background()
	importFile(t, ws, info("/b.csv", "b"), simple("b.csv", 2, "A-1", "585-555-0101"), simple("b.csv", 3, "A-2", "585-555-0102"))
	importFile(t, ws, info("/a.csv", "a"), simple("a.csv", 2, "A-1", "585-555-0103"))
	parts, err := ws.CaseParts(ctx, "A-1")
	if err != nil || len(parts) != 2 {
		t.Fatalf("%d parts, %v", len(parts), err)
	}
	if parts[0].File.Name != "a.csv" || parts[0].Case.Mentions[0].Raw != "585-555-0103" || parts[1].File.Name != "b.csv" {
		t.Errorf("parts are not in order: %+v", parts)
	}
	if parts, err = ws.CaseParts(ctx, "A-9"); err != nil || len(parts) != 0 {
		t.Errorf("no such case: %v, %v", parts, err)
	}
}

func TestFilesAreTheOwnersOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "workspace")
	ws := open(t, dir, Options{Create: true})
	importFile(t, ws, info("/a.csv", "a"), simple("a.csv", 2, "A-1", "585-555-0101"))
	for path, want := range map[string]os.FileMode{dir: folderMode, filepath.Join(dir, FileName): fileMode} {
		stat, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := stat.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", path, got, want)
		}
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	missing := t.TempDir()
	if _, err := Open(missing, Options{}); !errors.Is(err, ErrMissing) {
		t.Errorf("no workspace: %v", err)
	}
	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, FileName), []byte("this is a letter, not a database, and long enough to be read as one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(foreign, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("a letter: %v", err)
	}
	newer := t.TempDir()
	ws := open(t, newer, Options{Create: true})
	if _, err := ws.db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(newer, Options{Create: true}); !errors.Is(err, ErrNewer) {
		t.Errorf("a newer schema: %v", err)
	}
}

func TestOpenWithHostilePath(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a?b=c#d %41 'e' ü")
	ws := open(t, dir, Options{Create: true})
	importFile(t, ws, info("/a.csv", "a"), simple("a.csv", 2, "A-1", "585-555-0101"))
	if _, err := os.Stat(filepath.Join(dir, FileName)); err != nil {
		t.Error(err)
	}
}

func TestReadOnlyRefusesToWrite(t *testing.T) {
	dir := t.TempDir()
	importFile(t, open(t, dir, Options{Create: true}), info("/a.csv", "a"), simple("a.csv", 2, "A-1", "585-555-0101"))
	ws := open(t, dir, Options{ReadOnly: true})
	if _, err := ws.BeginImport(context.Background(), noon); !errors.Is(err, ErrReadOnly) {
		t.Errorf("import: %v", err)
	}
	if _, err := ws.Forget(context.Background(), "a.csv", noon); !errors.Is(err, ErrReadOnly) {
		t.Errorf("forget: %v", err)
	}
	if n := len(allCases(t, ws)); n != 1 {
		t.Errorf("%d cases", n)
	}
}

func TestCasesStopsAtTheFirstError(t *testing.T) {
	ws := open(t, t.TempDir(), Options{Create: true})
	var cases []linkage.Case
	for i := range 20 * loadBatch {
		cases = append(cases, simple("a.csv", i, fmt.Sprint("A-", i), "585-555-0101"))
	}
	importFile(t, ws, info("/a.csv", "a"), cases...)
	enough, n := errors.New("enough"), 0
	err := ws.Cases(context.Background(), Selection{}, func(FileID, linkage.Case) error {
		if n++; n == 3 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || n != 3 {
		t.Errorf("%v after %d cases", err, n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	err = ws.Cases(ctx, Selection{}, func(FileID, linkage.Case) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	importFile(t, ws, info("/b.csv", "b"), cases[0]) // no reader is left
}

func TestSecondImportWaitsOrSaysSo(t *testing.T) {
	dir := t.TempDir()
	ws := open(t, dir, Options{Create: true})
	other := open(t, dir, Options{Patience: 50 * time.Millisecond})
	imp, err := ws.BeginImport(context.Background(), noon)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.BeginImport(context.Background(), noon); !errors.Is(err, ErrBusy) {
		t.Errorf("second import: %v", err)
	}
	if err := imp.Rollback(); err != nil {
		t.Fatal(err)
	}
	importFile(t, other, info("/a.csv", "a"))
}
