package archtest

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/tflink/tflink"

// listed is what go list says about a package.
type listed struct {
	ImportPath string
	Imports    []string // direct
	Deps       []string // all, indirect ones included
}

// within reports whether a package is one of the folders, or inside of one. A
// folder with a "/." at its end is that package alone.
func within(path string, folders ...string) bool {
	return slices.ContainsFunc(folders, func(f string) bool {
		if only, ok := strings.CutSuffix(f, "/."); ok {
			return path == only
		}
		return path == f || strings.HasPrefix(path, f+"/")
	})
}

// own turns folders of the project into import paths.
func own(folders ...string) []string {
	out := make([]string, len(folders))
	for i, f := range folders {
		out[i] = module + "/" + f
	}
	return out
}

// knows lists, for every folder of the library, the folders of the project that
// it may use, directly or not. What it doesn't list has no rule: it may know all.
var knows = []struct {
	folder string
	may    []string
}{
	{"linkage/source", nil},
	{"linkage/eval", nil},
	{"linkage/internal/phonetext", nil},
	{"linkage/normalize/.", []string{"linkage/internal"}},
	{"linkage/compare", []string{"linkage/normalize", "linkage/internal"}},
	{"linkage/extract", []string{"linkage/normalize", "linkage/compare", "linkage/internal"}},
	{"linkage/.", []string{"linkage/normalize", "linkage/compare", "linkage/source", "linkage/internal", "graphs/."}},
	{"linkage/records", []string{"linkage/normalize", "linkage/source", "linkage/internal"}},
	{"linkage/intake", []string{"linkage", "graphs/."}},
	{"linkage/resolve", []string{"linkage/records", "linkage/normalize", "linkage/compare", "linkage/source", "linkage/internal"}},
	{"graphs/.", nil},
	{"graphs/draw", nil},
	{"graphs/dot", []string{"graphs/.", "graphs/draw"}},
	{"graphs/geo", []string{"graphs/.", "graphs/draw"}},
	{"graphs/export", []string{"graphs/.", "graphs/draw", "graphs/geo"}},
	{"index", nil},
	{"pages", []string{"linkage", "graphs", "internal/phrase"}},
	{"internal/phrase", []string{"linkage", "graphs/."}},
	{"internal/workspace", []string{"linkage", "graphs/."}},
	{"internal/pairgen", nil},
	{"internal/register", []string{"linkage", "graphs/."}},
}

// TestOneDirection holds every package to the folders that it may know.
func TestOneDirection(t *testing.T) {
	for _, p := range list(t) {
		for _, rule := range knows {
			if !within(p.ImportPath, own(rule.folder)...) {
				continue
			}
			for _, dep := range p.Deps {
				if within(dep, module) && !within(dep, own(rule.folder)...) && !within(dep, own(rule.may...)...) {
					t.Errorf("%s must not know %s", p.ImportPath, dep)
				}
			}
		}
	}
}

// TestOneUser holds the big libraries, and what reaches outside of the
// process, to the packages that are there for them.
func TestOneUser(t *testing.T) {
	rules := []struct {
		library string
		users   []string
	}{
		{"github.com/goccy/go-graphviz", []string{"graphs/dot"}},
		{"github.com/go-pdf/fpdf", []string{"graphs/draw", "pages"}},
		{"github.com/blevesearch", []string{"index"}},
		{"modernc.org/sqlite", []string{"internal/workspace", "examples/database"}}, // the example reads a database of its own
		{"database/sql", []string{"internal/workspace", "examples"}},
		{"github.com/spf13/cobra", []string{"internal/cli"}},
		{"github.com/nyaruka/phonenumbers", []string{"linkage/normalize", "linkage/extract"}},
		{"net/http", nil},
	}
	for _, p := range list(t) {
		for _, rule := range rules {
			if slices.ContainsFunc(p.Imports, func(i string) bool { return within(i, rule.library) }) && !within(p.ImportPath, own(rule.users...)...) {
				t.Errorf("%s must not import %s: only %v may", p.ImportPath, rule.library, rule.users)
			}
		}
	}
}

// TestNoFiles holds the packages that others embed to values in memory: what
// they need comes in as an argument.
func TestNoFiles(t *testing.T) {
	pure := own("linkage/.", "linkage/source", "linkage/normalize/.", "linkage/compare", "linkage/extract", "linkage/internal", "graphs/.", "graphs/draw", "graphs/geo", "graphs/export", "pages")
	outside := []string{"os", "os/exec", "net", "syscall", "log", "log/slog", "math/rand"}
	for _, p := range list(t) {
		if !within(p.ImportPath, pure...) {
			continue
		}
		for _, i := range p.Imports {
			if slices.Contains(outside, i) {
				t.Errorf("%s must not import %s", p.ImportPath, i)
			}
		}
	}
}

// list returns the packages of the module without their tests.
func list(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", module+"/...").Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		t.Fatalf("go list: %v\n%s", err, exit.Stderr)
	} else if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
