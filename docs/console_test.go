// Package docs_test holds the documents to the program: every command that they
// show is run, and must print what they say it prints.
package docs_test

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tflink/tflink/internal/cli"
)

var update = flag.Bool("update", false, "write what the commands print now into the documents")

// asTflink is set in the environment of the test program when it stands in for tflink.
const asTflink = "TFLINK_DOCS_RUN"

func TestMain(m *testing.M) {
	if os.Getenv(asTflink) != "" {
		os.Exit(cli.Main())
	}
	os.Exit(m.Run())
}

// TestConsole runs the ```console blocks of every document: a line that begins
// with "$ " is a command, what follows is what it prints on both outputs. The
// blocks of one document run in order, in one folder that has examples/ in it.
func TestConsole(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("the commands are written for a shell, and there is no sh")
	}
	for _, file := range documents(t) {
		t.Run(strings.TrimPrefix(filepath.ToSlash(file), "../"), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(text, []byte(fence)) {
				t.Skip("no console block")
			}
			dir := t.TempDir()
			got := replay(string(text), newShell(t, dir))
			checkImages(t, dir)
			if got == string(text) {
				return
			}
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			line, want, have := firstDifference(string(text), got)
			t.Errorf("%s:%d differs from what the command prints\n  document: %s\n   command: %s\n"+
				"go test ./docs -update writes it anew; read what changed before you commit it", file, line, want, have)
		})
	}
}

// documents returns the README and all Markdown files of the folder.
func documents(t *testing.T) []string {
	t.Helper()
	files := []string{filepath.Join("..", "README.md")}
	for _, pattern := range []string{"*.md", "guide/*.md", "decisions/*.md"} {
		more, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, more...)
	}
	return files
}

const fence = "```console"

// replay returns the document with the output of every command in its console
// blocks replaced by what run returns for it.
func replay(text string, run func(command string) string) string {
	var out strings.Builder
	inside := false
	for line := range strings.Lines(text) {
		bare := strings.TrimRight(line, "\n")
		switch {
		case !inside:
			inside = bare == fence
			out.WriteString(line)
		case bare == "```":
			inside = false
			out.WriteString(line)
		case strings.HasPrefix(bare, "$ "):
			out.WriteString(line)
			out.WriteString(run(strings.TrimPrefix(bare, "$ ")))
		}
	}
	return out.String()
}

// newShell returns what runs a command line in a folder, with tflink on the
// path and examples/ in it, and gives what it prints.
func newShell(t *testing.T, dir string) func(string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Abs("../examples")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	for link, to := range map[string]string{filepath.Join(bin, "tflink"): self, filepath.Join(dir, "examples"): examples} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	environment := append(os.Environ(), asTflink+"=1", "NO_COLOR=1", "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	return func(command string) string {
		c := exec.Command("sh", "-c", command)
		c.Dir, c.Env = dir, environment
		printed, err := c.CombinedOutput()
		if err != nil {
			t.Errorf("$ %s: %v\n%s", command, err, printed)
		}
		if len(printed) > 0 && printed[len(printed)-1] != '\n' {
			printed = append(printed, '\n')
		}
		return string(printed)
	}
}

// checkImages holds the pictures of the documents to those of the same name that
// the commands have just drawn.
func checkImages(t *testing.T, dir string) {
	t.Helper()
	drawn, err := filepath.Glob(filepath.Join(dir, "*.svg"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range drawn {
		shown := filepath.Join("images", filepath.Base(file))
		want, err := os.ReadFile(shown)
		if err != nil {
			continue // drawn, but not shown
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(got, want) {
			continue
		}
		if !*update {
			t.Errorf("docs/%s is not what tflink draws now: go test ./docs -update", shown)
			continue
		}
		if err := os.WriteFile(shown, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// firstDifference returns the first line at which two texts differ, and both lines.
func firstDifference(a, b string) (line int, ofA, ofB string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return i + 1, x[i], y[i]
		}
	}
	return min(len(x), len(y)) + 1, "", ""
}
