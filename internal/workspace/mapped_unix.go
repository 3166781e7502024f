//go:build unix

package workspace

import (
	"os"
	"syscall"
)

// readMapped returns the bytes of a file for as long as the process lives. What is written into them
// reaches no other process and no file. Only what is looked at is read.
func readMapped(f *os.File, size int64) ([]byte, error) {
	return syscall.Mmap(int(f.Fd()), 0, int(size), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE)
}
