package dot

import (
	"os"
	"os/exec"
	"testing"
)

// TestNothingInTheSharedTemporaryFolder runs this test's own program with an empty temporary
// folder, one that cannot be written to, and looks whether anything was put there.
func TestNothingInTheSharedTemporaryFolder(t *testing.T) {
	for _, mode := range []os.FileMode{0o700, 0o500} {
		temp, home := t.TempDir(), t.TempDir()
		if err := os.Chmod(temp, mode); err != nil {
			t.Fatal(err)
		}
		c := exec.Command(os.Args[0], "-test.run=^$")
		c.Env = append(os.Environ(), "TMPDIR="+temp, "HOME="+home, "XDG_CACHE_HOME="+home)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		entries, err := os.ReadDir(temp)
		if err != nil {
			t.Fatal(err)
		}
		if len(entries) > 0 {
			t.Errorf("%s was put into the temporary folder: package wasmcache no longer comes first", entries[0].Name())
		}
		if err := os.Chmod(temp, 0o700); err != nil {
			t.Fatal(err)
		}
	}
}
