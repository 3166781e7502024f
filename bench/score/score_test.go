package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestScore(t *testing.T) {
	truth := filepath.Join(t.TempDir(), "truth.csv")
	if err := os.WriteFile(truth, []byte("case,cluster\nA,r\nB,r\nC,r\nD,D\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	const found = `{"type":"assignment","case":"A","cluster":"1"}
{"type":"assignment","case":"B","cluster":"1"}
{"type":"assignment","case":"C","cluster":"2"}
{"type":"assignment","case":"X","cluster":"2"}
`
	var out bytes.Buffer
	if err := run([]string{"-truth", truth}, strings.NewReader(found), &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"4 cases; 1 of the truth missing, 1 unknown to it, 0 without a true cluster",
		"precision 1.0000  recall 0.3333  F1 0.5000   (3 true, 1 found, 1 both)",
		"3-5              3        0.000        0.333",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	out.Reset()
	file := filepath.Join(t.TempDir(), "found.jsonl")
	if err := os.WriteFile(file, []byte(found), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"-truth", truth, "-brief", file}, nil, &out); err != nil || out.String() != "0.5000\n" {
		t.Errorf("%q, %v", out.String(), err)
	}
	for _, args := range [][]string{{"-truth", "nowhere.csv"}, {"-truth", truth, "nowhere.jsonl"}} {
		if err := run(args, strings.NewReader(""), &out); err == nil {
			t.Errorf("%v was taken", args)
		}
	}
}
