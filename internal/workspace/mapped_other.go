//go:build !unix

package workspace

import (
	"io"
	"os"
)

// readMapped returns the bytes of a file.
func readMapped(f *os.File, size int64) ([]byte, error) {
	data := make([]byte, size)
	_, err := io.ReadFull(f, data)
	return data, err
}
