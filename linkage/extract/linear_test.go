//go:build unix

package extract

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestLinear: a text four times as long takes about four times the processor's
// time. What is quadratic takes sixteen times; the clock of the process does not
// run while others have the processor.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const size = 1 << 14
	for _, piece := range hostile {
		took := func(n int) time.Duration {
			best := time.Hour
			for range 3 {
				text := strings.Repeat(piece, n/len(piece))
				start := processorTime(t)
				Text(text, Options{State: "NY", PlateState: "NY"})
				best = min(best, processorTime(t)-start)
			}
			return best
		}
		if once, fourfold := took(size), took(4*size); fourfold > 12*once+50*time.Millisecond {
			t.Errorf("%q: %v for %d bytes, %v for four times as many", piece, once, size, fourfold)
		}
	}
}

// processorTime returns the time for which the processor has worked for this process.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
