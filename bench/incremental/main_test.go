package main

import (
	"strings"
	"testing"
)

// The program runs, on few cases, and finds the same clusters.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command")
	}
	var out strings.Builder
	if err := run(&out, []string{"3000"}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "| yes, SHA-256 ") {
		t.Error(out.String())
	}
}
