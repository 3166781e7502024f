// Incremental measures what adding 1,000 cases to a workspace costs beside its first run: it
// generates cases, imports all but the last 1,000, links them, imports those and asks what they changed, and checks
// that the clusters are those of a workspace into which all came at once, byte for byte.
package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// added is how many cases come later.
const added = 1000

func main() {
	sizes := flag.String("cases", "100000,1000000", "`numbers` of cases of the first import, with commas between")
	flag.Parse()
	if err := run(os.Stdout, strings.Split(*sizes, ",")); err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer, sizes []string) error {
	dir, err := os.MkdirTemp("", "incremental")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	tflink := filepath.Join(dir, "tflink")
	if _, err := command(dir, "go", "build", "-o", tflink, "github.com/tflink/tflink/cmd/tflink"); err != nil {
		return err
	}
	fmt.Fprintf(w, "Seconds by the clock, and of both cores' time, of import and clusters; %d cases are added.\n\n", added)
	fmt.Fprintln(w, "| cases | first import | first clusters | import of the added | clusters --since LAST | added / first | cores' time, added / first | same clusters as a full run |")
	fmt.Fprintln(w, "|---:|---:|---:|---:|---:|---:|---:|---|")
	for _, size := range sizes {
		n, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		if err := measure(w, filepath.Join(dir, size), tflink, n); err != nil {
			return err
		}
	}
	return nil
}

// A cost is what a command took.
type cost struct{ clock, cores time.Duration }

func (c cost) plus(d cost) cost { return cost{c.clock + d.clock, c.cores + d.cores} }
func (c cost) String() string {
	return fmt.Sprintf("%.2f (%.2f)", c.clock.Seconds(), c.cores.Seconds())
}

func measure(w io.Writer, dir, tflink string, n int) error {
	first, later, err := generate(dir, n)
	if err != nil {
		return err
	}
	var costs [4]cost
	for i, args := range [][]string{{"import", first}, {"clusters"}, {"import", later}, {"clusters", "--since", "LAST"}} {
		if costs[i], err = command(dir, tflink, args...); err != nil {
			return err
		}
	}
	same, err := sameClusters(dir, tflink, first, later)
	if err != nil {
		return err
	}
	a, b := costs[0].plus(costs[1]), costs[2].plus(costs[3])
	fmt.Fprintf(w, "| %d | %v | %v | %v | %v | %.1f %% | %.1f %% | %s |\n", n, costs[0], costs[1], costs[2], costs[3],
		100*b.clock.Seconds()/a.clock.Seconds(), 100*b.cores.Seconds()/a.cores.Seconds(), same)
	return nil
}

// generate writes n cases into one file and the added ones into another.
func generate(dir string, n int) (first, later string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", "", err
	}
	if _, err := command(dir, "go", "run", "github.com/tflink/tflink/bench/generate", "-profile", "scale", "-cases", strconv.Itoa(n+added), "-seed", "1", "-o", dir); err != nil {
		return "", "", err
	}
	files, err := filepath.Glob(filepath.Join(dir, "data", "*.csv"))
	if err != nil || len(files) != 1 {
		return "", "", fmt.Errorf("%d files were generated: %w", len(files), err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		return "", "", err
	}
	header := data[:bytes.IndexByte(data, '\n')+1]
	cut := len(data)
	for range added {
		cut = bytes.LastIndexByte(data[:cut-1], '\n') + 1
	}
	first, later = filepath.Join(dir, "first.csv"), filepath.Join(dir, "later.csv")
	if err := os.WriteFile(first, data[:cut], 0o600); err != nil {
		return "", "", err
	}
	return first, later, os.WriteFile(later, append(bytes.Clone(header), data[cut:]...), 0o600)
}

// sameClusters says whether a workspace into which both files come at once has the same clusters.
func sameClusters(dir, tflink, first, later string) (string, error) {
	if _, err := command(dir, tflink, "import", "--workspace", "whole", first, later); err != nil {
		return "", err
	}
	var sums [2][sha256.Size]byte
	for i, args := range [][]string{{}, {"--workspace", "whole"}} {
		c := exec.Command(tflink, append([]string{"clusters", "--span", "1", "--json"}, args...)...)
		c.Dir = dir
		out, err := c.Output()
		if err != nil {
			return "", err
		}
		sums[i] = sha256.Sum256(out)
	}
	if sums[0] != sums[1] {
		return "NO", nil
	}
	return fmt.Sprintf("yes, SHA-256 %x…", sums[0][:4]), nil
}

// command runs a program in a folder, in the module if it is go, and returns what it cost.
func command(dir, name string, args ...string) (cost, error) {
	c := exec.Command(name, args...)
	if name != "go" {
		c.Dir = dir
	}
	var errOut bytes.Buffer
	c.Stderr = &errOut
	begin := time.Now()
	if err := c.Run(); err != nil {
		return cost{}, fmt.Errorf("%s %v: %w: %s", name, args, err, errOut.String())
	}
	took := cost{clock: time.Since(begin)}
	if u, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		took.cores = time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	return took, nil
}
