// Package peer has what measurements of tflink beside other programs share: running one, reading what it
// found, and describing the machine.
package peer

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/tflink/tflink/bench/internal/process"
	"github.com/tflink/tflink/linkage/eval"
)

// Usage is what one run of a program took.
type Usage struct {
	Seconds   float64 // by the clock
	Processor float64 // seconds of processor, of all threads
	Megabytes float64 // peak resident memory, 10^6 bytes
}

// Run runs a program to its end, in a process of its own. What it writes goes to the file stdout, if that is not "", and to
// stderr. It fails when the program does.
func Run(args []string, stdout string, stderr io.Writer) (Usage, error) {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Stderr = stderr
	if stdout != "" {
		f, err := os.Create(stdout)
		if err != nil {
			return Usage{}, err
		}
		defer f.Close()
		cmd.Stdout = f
	}
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return Usage{}, err
	}
	return Usage{time.Since(start).Seconds(), process.Processor(cmd.ProcessState), process.Peak(cmd.ProcessState)}, nil
}

// ReadFile returns what read makes of a file.
func ReadFile(path string, read func(io.Reader) (eval.Assignment, error)) (eval.Assignment, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(f)
}

// Field returns the first value of a "name : value" line of a file, or "an unknown make".
func Field(path, name string) string {
	text, _ := os.ReadFile(path)
	for _, line := range strings.Split(string(text), "\n") {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return "an unknown make"
}

// Memory returns a size that is told as "24589436 kB" in gigabytes.
func Memory(kilobytes string) string {
	var n float64
	if _, err := fmt.Sscanf(kilobytes, "%f kB", &n); err != nil {
		return "memory unknown"
	}
	return fmt.Sprintf("%.0f GB", n*1024/1e9)
}

// Requirements returns the pinned versions in a folder's requirements.txt, in one line.
func Requirements(folder string) string {
	text, _ := os.ReadFile(filepath.Join(folder, "requirements.txt"))
	return strings.ReplaceAll(strings.Join(strings.Fields(string(text)), ", "), "==", " ")
}
