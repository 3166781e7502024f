package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tflink/tflink/bench/internal/peer"
	"github.com/tflink/tflink/linkage/eval"
)

func TestReport(t *testing.T) {
	got := string(report("Machine: 2 cores.", []table{{title: "1000 cases", cases: 1000, bytes: 145_000, rows: []result{
		{program: program{name: "reader"}, Usage: peer.Usage{Seconds: .5, Processor: .75, Megabytes: 10}},
		{program: program{name: "linker"}, Usage: peer.Usage{Seconds: 1.25, Processor: 2, Megabytes: 100}, score: &eval.Pairs{Both: 1, Truth: 2, Found: 1}},
	}}}))
	for _, want := range []string{
		"## 1000 cases, 0 MB",
		"| reader | 0.50 | 0.75 | 10 | – | – | – |",
		"| linker | 1.25 | 2.00 | 100 | 1.0000 | 0.5000 | 0.6667 |",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no line %q in\n%s", want, got)
		}
	}
}

func TestProgramIsMeasured(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	fresh := filepath.Join(dir, "fresh")
	if err := os.Mkdir(fresh, 0o755); err != nil {
		t.Fatal(err)
	}
	p := program{name: "echo", args: []string{"echo", "hello"}, output: out, stdout: true, fresh: fresh}
	r, err := p.fastest(2)
	if err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(out); string(text) != "hello\n" || r.Seconds <= 0 || r.Megabytes <= 0 {
		t.Errorf("%q, %+v", text, r)
	}
	if _, err := os.Stat(fresh); err == nil {
		t.Error("the folder was not removed")
	}
	p.args = []string{"false"}
	if _, err := p.run(); err == nil || !strings.Contains(err.Error(), "echo") {
		t.Errorf("a failure is not told: %v", err)
	}
}

func TestNotices(t *testing.T) {
	folder := t.TempDir()
	for _, name := range noticeFiles {
		row := "N-1,\"Roe Mills LLC74 Elm StreetPerry, NY 14530\",Mill,Wyoming,1/2/2017,(585) 555-0142 Ext: 7\n"
		if err := os.WriteFile(filepath.Join(folder, name), []byte("Notice,Company,Business Type,County,Date of Notice,Phone\n"+row), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(folder, "data", "cases.csv")
	if n, err := writeNotices(folder, file); err != nil || n != 2*copies {
		t.Fatalf("%d notices, %v", n, err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Case Number,Company,Business Type,County,Date of Notice,Phone,License Plate,State\n",
		"N-1/0,\"Roe Mills LLC74 Elm StreetPerry, NY 14530\",Mill,Wyoming,1/2/2017,(585) 555-0142 Ext: 7,,\n",
		"N-1/3,\"Roe Mills LLC80 Elm StreetPerry, NY 14530\",Mill,Wyoming,1/2/2017,(585) 555-0433 Ext: 7,,\n",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no line %q in\n%.500s", want, text)
		}
	}
	if got := moveHouses("North - 17 Aviation Drive; 90-10 Grand Central", 3); got != "North - 23 Aviation Drive; 90-16 Grand Central" {
		t.Error(got)
	}
}
