package records

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// The first bytes of the formats that are told by them.
var (
	magicGzip = []byte("\x1f\x8b")
	magicZstd = []byte("\x28\xb5\x2f\xfd")
	magicZip  = []byte("PK\x03\x04")
	magicOLE  = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") // .xls, and workbooks with a password
	magicPDF  = []byte("%PDF-")
)

// maxZstdMemory bounds what a zstd file may ask for; zstd -19 asks for 8 MiB,
// --ultra -22 for 128 MiB.
const maxZstdMemory = 256 << 20

// decompress returns what r holds, unpacked if its first bytes say that it is
// packed, and a function that frees what that took.
func decompress(r *bufio.Reader) (*bufio.Reader, func(), error) {
	head, _ := r.Peek(len(magicZstd))
	switch {
	case bytes.HasPrefix(head, magicGzip):
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, fmt.Errorf("gzip: %w", err)
		}
		return bufio.NewReaderSize(z, headSize), func() { z.Close() }, nil
	case bytes.HasPrefix(head, magicZstd):
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxZstdMemory))
		if err != nil {
			return nil, nil, fmt.Errorf("zstd: %w", err)
		}
		return bufio.NewReaderSize(io.Reader(z), headSize), z.Close, nil
	}
	return r, func() {}, nil
}
