package workspace

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/tflink/tflink/linkage"
)

// In the child process of TestKilledImportsLoseNothing these name the
// workspace and the number of the import.
const (
	crashDir = "TFLINK_TEST_CRASH_DIR"
	crashRun = "TFLINK_TEST_CRASH_RUN"
)

// crashCases is more than the page cache holds, so that a kill also hits
// imports that already wrote into the file.
const crashCases = 1 << 20

// TestMain runs an endless import instead of the tests when it is the child.
func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		if err := importUntilKilled(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

func importUntilKilled(dir string) error {
	ws, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	run, err := strconv.Atoi(os.Getenv(crashRun))
	if err != nil {
		return err
	}
	// What was committed is replaced and something is added: both must be undone.
	imp, err := ws.BeginImport(context.Background(), noon)
	if err != nil {
		return err
	}
	for _, f := range []FileInfo{info("/kept.csv", fmt.Sprint("other", run)), info("/new.csv", fmt.Sprint("new", run))} {
		d, err := imp.File(f)
		if err != nil {
			return err
		}
		fmt.Println("importing")
		for i := range crashCases {
			if err := imp.AddCase(d.ID, simple(f.Name, i, fmt.Sprint("B-", i), fmt.Sprint("585-555-", i))); err != nil {
				return err
			}
		}
	}
	return imp.Commit()
}

// Six imports that are killed at random moments leave what was committed
// before, whole.
func TestKilledImportsLoseNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills six processes")
	}
	dir := t.TempDir()
	ws := open(t, dir, Options{Create: true})
	ctx := context.Background()
	want := []linkage.Case{full("kept.csv")}
	for i := range 500 {
		want = append(want, simple("kept.csv", i, fmt.Sprint("A-", i), "585-555-0101"))
	}
	importFile(t, ws, info("/kept.csv", "kept"), want...)
	fingerprint, err := ws.Fingerprint(ctx)
	if err != nil {
		t.Fatal(err)
	}
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	for run := range 6 {
		after := time.Duration(random.IntN(500)) * time.Millisecond
		killImport(t, dir, run, after)
		again := open(t, dir, Options{}) // a fresh process would do the same: roll back
		if faults, err := again.Check(ctx); err != nil || len(faults) > 0 {
			t.Fatalf("seed %d, run %d, killed after %v: %v, %v", seed, run, after, faults, err)
		}
		if now, err := again.Fingerprint(ctx); err != nil || now != fingerprint {
			t.Fatalf("seed %d, run %d, killed after %v: another fingerprint, %v", seed, run, after, err)
		}
		if got := allCases(t, again); len(got) != len(want) {
			t.Fatalf("seed %d, run %d, killed after %v: %d cases of %d", seed, run, after, len(got), len(want))
		}
		again.Close()
	}
	importFile(t, ws, info("/after.csv", "after"), want...)
}

// killImport starts an import in another process and kills it some time after
// it began to add cases.
func killImport(t *testing.T, dir string, run int, after time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), crashDir+"="+dir, crashRun+"="+strconv.Itoa(run))
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	line := make([]byte, len("importing"))
	if _, err := out.Read(line); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := child.Wait(); err == nil {
		t.Fatal("the import ended before it was killed")
	}
}
