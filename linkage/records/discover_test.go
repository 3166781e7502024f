package records

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestDiscover(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.csv", "a.tsv.gz", "sub/c.XLSX", "sub/d.jsonl.zst", "README.txt", "notes.md", ".hidden.csv", ".git/x.csv", "~$c.xlsx", "old.xls"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, skipped, err := Discover([]string{dir, filepath.Join(dir, "notes.md"), filepath.Join(dir, "b.csv")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		rel, _ := filepath.Rel(dir, f)
		got = append(got, filepath.ToSlash(rel))
	}
	if want := []string{"a.tsv.gz", "b.csv", "notes.md", "sub/c.XLSX", "sub/d.jsonl.zst"}; !reflect.DeepEqual(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
	reasons := map[string]string{}
	for _, s := range skipped {
		reasons[filepath.Base(s.Path)] = s.Reason
	}
	want := map[string]string{
		"README.txt": "a read-me file", ".hidden.csv": "hidden", ".git": "hidden", "~$c.xlsx": "lock file of an open workbook",
		"old.xls": "an old Excel file: save it as .xlsx", "notes.md": `extension ".md" is not one of a table`,
	}
	if !reflect.DeepEqual(reasons, want) {
		t.Errorf("skipped %q, want %q", reasons, want)
	}
	if _, _, err := Discover([]string{filepath.Join(dir, "none")}); err == nil {
		t.Error("no error for a path that does not exist")
	}
}
