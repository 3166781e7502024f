// Package examples holds one small program per question; its test builds and runs them all.
package examples

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// programs are the examples, with the files that they are given and what must stand in what they write.
var programs = map[string]struct {
	args  []string
	holds []string
}{
	"embed": {holds: []string{
		"2 cases in counties [36029 36121]\n", "+22.3 bits  same phone (585-555-0142)\n", "same address",
		"left out: 1 victim and 1 contact detail",
	}},
	"ownkind": {holds: []string{
		"[ER-7 WY-1] share MEX passport G12345678\n", "  case \"ER-7\"\n", "  passport \"MEX passport G12345678\"\n", "because: same passport\n",
	}},
	"database": {holds: []string{"5 rows, 3 cases\n[24-0113 24-0871] through 585-555-0142\n"}},
	"pagerank": {args: dataFiles(), holds: []string{" phone ", " plate ", ", in 5 cases\n"}},
	"draw":     {holds: []string{"<svg", "585-555-0142", "KAB-1042", "Golden Harvest Farm", "WY-2024-0113", "Law enforcement sensitive"}},
}

func dataFiles() []string {
	var files []string
	for _, pattern := range []string{"data/*.csv", "data/*.gz", "data/*.json*", "data/*.tsv", "data/*.txt", "data/*.xlsx"} {
		found, _ := filepath.Glob(pattern) // the patterns are well formed
		files = append(files, found...)
	}
	return files
}

func TestPrograms(t *testing.T) {
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin+string(filepath.Separator), "./...").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	folders, err := filepath.Glob("*/main.go")
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) != len(programs) {
		t.Errorf("%d programs, %d are tested", len(folders), len(programs))
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range programs {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(string(readme), "["+name+"]("+name+"/main.go)") {
				t.Error("README.md does not list it")
			}
			var stderr bytes.Buffer
			cmd := exec.Command(filepath.Join(bin, name), want.args...)
			cmd.Stderr = &stderr
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("%v: %s", err, stderr.Bytes())
			}
			for _, s := range want.holds {
				if !strings.Contains(string(out), s) {
					t.Errorf("%q is not in what it writes:\n%.2000s", s, out)
				}
			}
			if name == "draw" {
				wellFormed(t, out)
			}
		})
	}
}

// wellFormed fails the test if the text is not XML.
func wellFormed(t *testing.T, text []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
