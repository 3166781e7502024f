package register

import (
	"strings"
	"testing"
)

func TestShipped(t *testing.T) {
	known, err := Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range known {
		if !k.Hub || k.Note == "" || !strings.HasPrefix(k.Key, "+1") {
			t.Errorf("%+v: want a hub with a note and an American number", k)
		}
	}
	if len(known) == 0 {
		t.Error("nothing ships")
	}
}

func TestRead(t *testing.T) {
	known, err := Read("register.yaml", strings.NewReader(`
hubs:
  - address: 8250 Park Road, Batavia, NY 14020
    note: a motel
not_hubs:
  - phone: 585-555-0142
`))
	if err != nil {
		t.Fatal(err)
	}
	if len(known) != 2 || !known[0].Hub || known[1].Hub || known[1].Key != "+15855550142" {
		t.Errorf("%+v", known)
	}
}

func TestReadFaults(t *testing.T) {
	_, err := Read("register.yaml", strings.NewReader("hubs:\n  - phone: 12\n  - note: nothing\n  - phone: 585-555-0142\n    email: a@example.org\n"))
	for _, want := range []string{"register.yaml:2:", "register.yaml:3:", "register.yaml:4:"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not name %s", err, want)
		}
	}
	if _, err := Read("r.yaml", strings.NewReader("hubs:\n  - fone: 585-555-0142\n")); err == nil || !strings.Contains(err.Error(), "fone") {
		t.Errorf("a misspelt key: %v", err)
	}
	if known, err := Read("empty.yaml", strings.NewReader("")); err != nil || len(known) != 0 {
		t.Errorf("an empty file: %v, %v", known, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("hubs:\n  - phone: 585-555-0142\n")
	f.Add("hubs: [{plate: KAB1042, state: NY}]")
	f.Fuzz(func(t *testing.T, text string) {
		known, err := Read("fuzz.yaml", strings.NewReader(text))
		if err != nil && known != nil {
			t.Error("an error and a register")
		}
	})
}
