package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

// commands returns all commands that a user sees, the root first.
func commands() []*cobra.Command {
	root := newRootCommand(&app{out: newPrinter(&bytes.Buffer{}), err: newPrinter(&bytes.Buffer{})})
	return append([]*cobra.Command{root}, root.Commands()...)
}

// TestHelp: every command has a sentence, a paragraph or a plain purpose, and examples.
func TestHelp(t *testing.T) {
	for _, c := range commands() {
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: the short help is a sentence without a full stop, not %q", c.Name(), c.Short)
		}
		for _, line := range examples(c) {
			if !strings.Contains(line, "tflink ") {
				t.Errorf("%s: the example %q does not show tflink", c.Name(), line)
			}
		}
		if len(examples(c)) == 0 {
			t.Errorf("%s has no example", c.Name())
		}
	}
}

// examples returns the lines of a command's examples.
func examples(c *cobra.Command) []string {
	var out []string
	for line := range strings.Lines(c.Example) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// TestHelpExamples runs the examples of every command's help, in their order, in
// a folder with the sample data and a workspace of it, as a shell does.
func TestHelpExamples(t *testing.T) {
	dir, home := t.TempDir(), t.TempDir()
	for _, c := range commands() {
		var script strings.Builder
		for _, line := range examples(c) {
			said := "stdout"
			if strings.Contains(line, " -o ") { // it writes a file and says so on stderr
				said = "stderr"
			}
			fmt.Fprintf(&script, "exec sh -c '%s'\n%s .\n", strings.ReplaceAll(line, "'", "''"), said)
		}
		if err := os.WriteFile(filepath.Join(dir, c.Name()+".txtar"), []byte(script.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := sessions(dir)
	link := p.Setup
	p.Setup = func(e *testscript.Env) error {
		if err := link(e); err != nil {
			return err
		}
		return os.CopyFS(filepath.Join(e.WorkDir, ".tflink"), os.DirFS(home))
	}
	t.Chdir("../..")
	var out, errOut bytes.Buffer
	if status := Run(context.Background(), []string{"import", "--workspace", home, "examples/data/"}, strings.NewReader(""), &out, &errOut); status != exitOK {
		t.Fatalf("import: status %d: %s", status, &errOut)
	}
	t.Chdir(filepath.Join("internal", "cli"))
	testscript.Run(t, p)
}
