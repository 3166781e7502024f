package linkage_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/tflink/tflink/linkage"
)

// A linker that goes on from a snapshot gives what one gives to which all cases were added.
func TestSnapshotGoesOn(t *testing.T) {
	for _, o := range metamorphic {
		_, cases := generate(t, o)
		options := linkage.Options{NoTrace: true}
		want := dump(t, link(t, options, cases...))
		first, err := linkage.New(options)
		if err != nil {
			t.Fatal(err)
		}
		half := len(cases) / 2
		for i := range cases[:half] {
			if err := first.Add(cases[i]); err != nil {
				t.Fatal(err)
			}
		}
		var stored bytes.Buffer
		if err := first.WriteSnapshot(&stored); err != nil {
			t.Fatal(err)
		}
		sameDump(t, "half of the cases", dump(t, result(t, first)), dump(t, result(t, reread(t, stored.Bytes(), options))))
		l := reread(t, stored.Bytes(), options)
		before := dump(t, result(t, l))
		early := result(t, l)
		for i := range cases[half:] {
			if err := l.Add(cases[half+i]); err != nil {
				t.Fatal(err)
			}
		}
		sameDump(t, "all of the cases", want, dump(t, result(t, l)))
		sameDump(t, "the network that was made before", before, dump(t, early))
	}
}

func reread(t *testing.T, stored []byte, o linkage.Options) *linkage.Linker {
	t.Helper()
	l, err := linkage.ReadSnapshot(bytes.Clone(stored), o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// What is damaged, cut off or of other parameters is refused.
func TestSnapshotRefuses(t *testing.T) {
	_, cases := generate(t, metamorphic[0])
	options := linkage.Options{NoTrace: true}
	l, err := linkage.New(options)
	if err != nil {
		t.Fatal(err)
	}
	for i := range cases[:50] {
		if err := l.Add(cases[i]); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := l.WriteSnapshot(&b); err != nil {
		t.Fatal(err)
	}
	stored := b.Bytes()
	for at := 0; at < len(stored); at += len(stored)/97 + 1 {
		bad := bytes.Clone(stored)
		bad[at] ^= 0x41
		if _, err := linkage.ReadSnapshot(bad, options); !errors.Is(err, linkage.ErrSnapshot) {
			t.Errorf("byte %d of %d changed: %v", at, len(stored), err)
		}
		if _, err := linkage.ReadSnapshot(bytes.Clone(stored[:at]), options); !errors.Is(err, linkage.ErrSnapshot) {
			t.Errorf("cut after %d bytes of %d: %v", at, len(stored), err)
		}
	}
	p := *linkage.DefaultParameters()
	p.Prior--
	if _, err := linkage.ReadSnapshot(bytes.Clone(stored), linkage.Options{NoTrace: true, Parameters: &p}); !errors.Is(err, linkage.ErrSnapshot) {
		t.Errorf("other parameters: %v", err)
	}
	if _, err := linkage.ReadSnapshot(bytes.Clone(stored), linkage.Options{}); err == nil {
		t.Error("a linker with traces read it")
	}
}

func FuzzReadSnapshot(f *testing.F) {
	l, err := linkage.New(linkage.Options{NoTrace: true})
	if err != nil {
		f.Fatal(err)
	}
	if err := l.Add(linkage.Case{ID: "A-1", Mentions: []linkage.Mention{{Kind: "phone", Raw: "585-555-0142"}}}); err != nil {
		f.Fatal(err)
	}
	var b bytes.Buffer
	if err := l.WriteSnapshot(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, data []byte) {
		if l, err := linkage.ReadSnapshot(bytes.Clone(data), linkage.Options{NoTrace: true}); err == nil {
			if _, err := l.Link(t.Context()); err != nil {
				t.Error(err)
			}
		}
	})
}
