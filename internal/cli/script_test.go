package cli

import (
	"archive/zip"
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/tflink/tflink/internal/phrase"
)

// TestMain makes the test program the tflink command of the scripts.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"tflink": func() { os.Exit(Main()) }})
}

// TestScripts runs tflink as a user types it: every file of testdata/script is
// a session in an empty folder beside the sample data, examples.
func TestScripts(t *testing.T) {
	testscript.Run(t, sessions("testdata/script"))
}

// sessions returns how the scripts of a folder are run.
func sessions(dir string) testscript.Params {
	return testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			examples, err := filepath.Abs("../../examples")
			if err != nil {
				return err
			}
			return os.Symlink(examples, filepath.Join(e.WorkDir, "examples"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":    scriptStatus,
			"json":      scriptJSON,
			"shuffle":   scriptShuffle,
			"victims":   scriptVictims,
			"printable": scriptPrintable,
			"bytes":     scriptBytes,
		},
	}
}

// scriptStatus runs a program that must end with a status: status 3 tflink show case X.
func scriptStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program [args...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("status %d, want %s", got, args[0])
	}
}

// scriptJSON holds every line of a file to one JSON object of a type, and their
// number if one is given: json stdout cluster 8.
func scriptJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: json file type [lines]")
	}
	types := strings.Split(args[1], "|")
	n := 0
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		n++
		var record struct{ Type string }
		if err := json.Unmarshal([]byte(line), &record); err != nil {
			ts.Fatalf("line %d: %v", n, err)
		}
		if !slices.Contains(types, record.Type) {
			ts.Fatalf("line %d: type %q, want %s", n, record.Type, args[1])
		}
	}
	if n == 0 || len(args) == 3 && strconv.Itoa(n) != args[2] {
		ts.Fatalf("%d lines, want %s", n, args[len(args)-1])
	}
}

// scriptShuffle writes the rows of a CSV file with a header in the opposite order.
func scriptShuffle(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: shuffle from to")
	}
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[0]))).ReadAll()
	ts.Check(err)
	slices.Reverse(rows[1:])
	var out strings.Builder
	ts.Check(csv.NewWriter(&out).WriteAll(rows))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out.String()), 0o600))
}

// scriptPrintable holds a file to characters that a terminal shows and does not act on.
func scriptPrintable(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: printable file")
	}
	n := 0
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		n++
		if i := strings.IndexFunc(strings.TrimSuffix(line, "\n"), phrase.Unsafe); i >= 0 {
			ts.Fatalf("line %d: a terminal would act on %q", n, line[i:])
		}
	}
}

// scriptBytes writes a file of Go-quoted lines as the bytes they mean, so that
// a script can hold what no text file can. A line `"x" * 100` stands for itself so many times.
func scriptBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes from to")
	}
	var out strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		quoted, times, repeated := strings.Cut(strings.TrimSpace(line), " * ")
		s, err := strconv.Unquote(quoted)
		ts.Check(err)
		n := 1
		if repeated {
			n, err = strconv.Atoi(times)
			ts.Check(err)
		}
		out.WriteString(strings.Repeat(s, n))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out.String()), 0o600))
}

// scriptVictims holds files, and the files in folders, to none of the victims
// of the sample data: neither a name nor a phone.
func scriptVictims(ts *testscript.TestScript, neg bool, args []string) {
	if !neg || len(args) == 0 {
		ts.Fatalf("usage: ! victims file|folder...")
	}
	secrets := victims(ts)
	for _, arg := range args {
		for file, text := range contents(ts, arg) {
			lower := strings.ToLower(text)
			for _, s := range secrets {
				if strings.Contains(lower, s) {
					ts.Fatalf("%s tells a victim's %q", file, s)
				}
			}
		}
	}
}

// contents returns the texts of a file, of stdout or stderr, or of the files in a folder; of a workbook, those of the files in it.
func contents(ts *testscript.TestScript, name string) map[string]string {
	info, err := os.Stat(ts.MkAbs(name))
	if err != nil || !info.IsDir() {
		return map[string]string{name: ts.ReadFile(name)}
	}
	all := map[string]string{}
	ts.Check(filepath.WalkDir(ts.MkAbs(name), func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all[path] = ts.ReadFile(path)
			if filepath.Ext(path) == ".xlsx" {
				all[path] = unzipped(ts, all[path])
			}
		}
		return err
	}))
	return all
}

// unzipped returns the files of an archive, one after the other: compressed, they hide what is in them.
func unzipped(ts *testscript.TestScript, archive string) string {
	z, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	ts.Check(err)
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		ts.Check(err)
		_, err = io.Copy(&all, r)
		ts.Check(err)
	}
	return all.String()
}

// victims returns the names and phones of people who are victims in the sample
// data of Onondaga and Monroe, in the ways they may be written, in small letters.
func victims(ts *testscript.TestScript) []string {
	var onondaga []struct {
		Name  string `json:"victim_name"`
		Phone string `json:"victim_phone"`
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("examples/data/onondaga.json")), &onondaga))
	var out []string
	add := func(last, first, phone string) {
		if last != "" && first != "" {
			out = append(out, strings.ToLower(last+", "+first), strings.ToLower(first+" "+last))
		}
		digits := strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, phone)
		if len(digits) == 10 {
			a, b, c := digits[:3], digits[3:6], digits[6:]
			out = append(out, digits, a+"-"+b+"-"+c, "("+a+") "+b+"-"+c)
		}
	}
	for _, o := range onondaga {
		last, first, _ := strings.Cut(o.Name, ", ")
		add(last, first, o.Phone)
	}
	lines := bufio.NewScanner(strings.NewReader(ts.ReadFile("examples/data/monroe.jsonl")))
	for lines.Scan() {
		var row struct {
			Victim struct{ Name, Phone string }
		}
		ts.Check(json.Unmarshal(lines.Bytes(), &row))
		first, last, _ := strings.Cut(row.Victim.Name, " ")
		add(last, first, row.Victim.Phone)
	}
	add("Merriwax", "Lucinda", "607-555-0111")
	add("Renfield-Cho", "Tobiah", "518-555-0133")
	add("", "", "518-555-0144") // told in two narratives
	if len(out) < 40 {
		ts.Fatalf("the sample data has only %d names and phones of victims: were its columns renamed?", len(out))
	}
	return out
}
