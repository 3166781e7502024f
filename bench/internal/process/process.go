// Package process answers: what did a program take that ended?
package process

import (
	"os"
	"runtime"
	"syscall"
)

// Processor returns the seconds of processor that an ended process took, of all its threads.
func Processor(s *os.ProcessState) float64 { return (s.UserTime() + s.SystemTime()).Seconds() }

// Peak returns the peak resident memory of an ended process in megabytes (10^6 bytes), 0 where the system does not tell; the
// kernel counts in kilobytes on Linux and in bytes on Darwin.
func Peak(s *os.ProcessState) float64 {
	usage, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	unit := 1024.0
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return float64(usage.Maxrss) * unit / 1e6
}
