package intake_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/intake"
)

// Whatever stands in a file, reading it does not panic, every case has an id and every
// value a place, and the linker takes it all.
func FuzzRead(f *testing.F) {
	f.Add("t.csv", []byte(spanish))
	f.Add("t.csv", []byte("Case No,Victim Name,Victim Age,Phone,Narrative\nA-1,Lorena Whitbeck,16,585-555-0107,\"call 585 555 0142\nplate NY KAB1042\"\n,,,,\n\x00,\xff,-1,999999999999999999999,"))
	f.Add("t.json", []byte(`[{"case":{"number":"24-0113"},"phones":["585-555-0142",null,7],"persons":[{"name":"Wade Tillotson","dob":"1979-05-02"}]}]`))
	f.Add("t.jsonl", []byte("{\"id\":1,\"phone\":5855550142}\n{\"id\":"))
	f.Add("t.txt", []byte("a|b|c\n1|2\n1|2|3|4\n"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		switch name {
		case "t.csv", "t.json", "t.jsonl", "t.txt", "t.tsv":
		default:
			name = "t.csv"
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := linkage.New(linkage.Options{})
		if err != nil {
			t.Fatal(err)
		}
		intake.Read(context.Background(), path, intake.Options{Workers: 1}, func(c linkage.Case) error {
			if c.ID == "" || !utf8.ValidString(c.ID) {
				t.Errorf("a case has the id %q", c.ID)
			}
			for _, m := range c.Mentions {
				if m.Source.Line < 1 || m.Source.File != path || m.Value == nil {
					t.Errorf("%s %q stands at %v", m.Kind, m.Raw, m.Source)
				}
			}
			return l.Add(c)
		})
		if _, err := l.Link(context.Background()); err != nil {
			t.Error(err)
		}
	})
}
