package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const examples = "../../examples"

// TestCommittedFilesAreCurrent holds the files of the repository to the program.
func TestCommittedFilesAreCurrent(t *testing.T) {
	files, err := build()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		have, err := os.ReadFile(filepath.Join(examples, f.path))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, f.bytes) {
			t.Errorf("%s is out of date: go run ./bench/sampledata -o examples", f.path)
		}
	}
}

// TestTruth: what is no hub, no victim's and no minor's joins exactly the rings,
// but for the two firms of one name.
func TestTruth(t *testing.T) {
	hub := map[string]bool{"5185550144": true, "Sunrise Spa": true} // the first is a victim's
	for _, things := range hubs {
		for _, h := range things {
			hub[h.value] = true
		}
	}
	cases := newWorld().cases()
	group := make([]int, len(cases))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			i = group[i]
		}
		return i
	}
	first := map[string]int{}
	for i, c := range cases {
		for _, v := range c.things {
			if hub[v.value] {
				continue
			}
			if j, ok := first[v.value]; ok {
				group[root(i)] = root(j)
			} else {
				first[v.value] = i
			}
		}
	}
	ringOf, groupOf := map[int]string{}, map[string]int{}
	for i, c := range cases {
		ring := c.ring
		if ring == "" {
			ring = c.id
		}
		if have, ok := ringOf[root(i)]; ok && have != ring {
			t.Errorf("%s and %s are joined", have, ring)
		}
		ringOf[root(i)] = ring
		if have, ok := groupOf[ring]; ok && have != root(i) {
			t.Errorf("%s falls apart at %s", ring, c.id)
		}
		groupOf[ring] = root(i)
	}
}

// TestNobodyIsReal holds phones and e-mails to what is set aside for fiction.
func TestNobodyIsReal(t *testing.T) {
	stories := map[string]bool{}
	cases := newWorld().cases()
	if len(cases) < 380 || len(cases) > 420 {
		t.Errorf("%d cases, want about 400", len(cases))
	}
	for _, c := range cases {
		if stories[c.story] || c.story == "" {
			t.Errorf("%s is told like another case", c.id)
		}
		stories[c.story] = true
		for _, v := range c.things {
			switch v.kind {
			case "phone":
				checkPhone(t, c.id, v.value)
			case "email":
				if _, domain, _ := strings.Cut(v.value, "@"); !strings.HasPrefix(domain, "example.") {
					t.Errorf("%s: e-mail at %s", c.id, domain)
				}
			}
		}
		for _, p := range c.persons {
			if p.phone != "" {
				checkPhone(t, c.id, p.phone)
			}
		}
	}
}

func checkPhone(t *testing.T, id, digits string) {
	t.Helper()
	if len(digits) != 10 || digits[3:8] != "55501" {
		t.Errorf("%s: %s is not set aside for fiction", id, digits)
	}
}

// TestReadmeCases: the cases that the documentation speaks of exist.
func TestReadmeCases(t *testing.T) {
	text := string(truth(newWorld().cases()))
	for _, id := range []string{"WY-2024-0113", "ER-2023-0871", "23-004511"} {
		if !strings.Contains(text, "\n"+id+",") {
			t.Errorf("no case %s", id)
		}
	}
	readme, err := os.ReadFile(filepath.Join(examples, "data/README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rings {
		if !strings.Contains(string(readme), "`"+r.name+"`") {
			t.Errorf("README.md does not tell of %s", r.name)
		}
	}
}
