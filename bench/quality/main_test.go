package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestTable: the committed table is what tflink reaches today, so that a change of any weight shows in review.
func TestTable(t *testing.T) {
	root := filepath.Join("..", "..")
	data := filepath.Join(root, sharedData)
	if _, err := os.Stat(data); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the shared data is missing: %v", err)
		}
		t.Skipf("the shared data is not here: %v", err)
	}
	sections, err := measure(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	known, err := readKnown(filepath.Join(root, peersFile))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(root, resultFile))
	if err != nil {
		t.Fatal(err)
	}
	if got := report(sections, known); !bytes.Equal(got, want) {
		t.Errorf("the quality has changed; look at it, and if it is meant: go run ./bench/quality\n%s", got)
	}
	for _, s := range sections[:1] {
		for _, r := range s.rows {
			if f1, least := r.own[len(r.own)-1], leastF1[r.set]; f1 < least {
				t.Errorf("%s: F1 %s, must be at least %s", r.set, f1, least)
			}
		}
	}
}

// leastF1 is what the tables must reach, with four decimals.
var leastF1 = map[string]string{
	"FEBRL 1": "0.9980", "FEBRL 2": "0.9980", "historical figures, a tenth": "0.8800", "fake_1000": "0.9000",
	"restaurants": "0.9500", "layoff notices 2017-2018": "0.8800",
}

func TestAreaUnderCurve(t *testing.T) {
	said := []judged{{weight: 1}, {weight: 2, trulySame: true}, {weight: 2}, {weight: 3, trulySame: true}}
	if got := areaUnderCurve(said); got != 3.5/4 { // of four pairs of pairs three in order and one tie
		t.Errorf("area %v, want 0.875", got)
	}
}
