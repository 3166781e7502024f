package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A sortedZip is a zip file whose members stand in the order of their names and have
// no time, so that the same members give the same bytes: excelize writes sheets in the
// order of a map. It holds the members, compressed, until it is closed.
type sortedZip struct {
	w       io.Writer
	members []*zipMember
}

type zipMember struct {
	name    string
	packed  bytes.Buffer
	deflate *flate.Writer
	crc     hash.Hash32
	size    uint64
}

func newSortedZip(w io.Writer) excelize.ZipWriter { return &sortedZip{w: w} }

// Create begins a member.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	m := &zipMember{name: name, crc: crc32.NewIEEE()}
	var err error
	m.deflate, err = flate.NewWriter(&m.packed, flate.DefaultCompression)
	z.members = append(z.members, m)
	return m, err
}

// Write implements io.Writer.
func (m *zipMember) Write(p []byte) (int, error) {
	m.size += uint64(len(p))
	m.crc.Write(p)
	return m.deflate.Write(p)
}

// AddFS is what excelize asks for and does not use.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the file.
func (z *sortedZip) Close() error {
	slices.SortStableFunc(z.members, func(a, b *zipMember) int { return strings.Compare(a.name, b.name) })
	out := zip.NewWriter(z.w)
	for _, m := range z.members {
		if err := m.deflate.Close(); err != nil {
			return err
		}
		w, err := out.CreateRaw(&zip.FileHeader{
			Name: m.name, Method: zip.Deflate, CRC32: m.crc.Sum32(),
			CompressedSize64: uint64(m.packed.Len()), UncompressedSize64: m.size,
		})
		if err == nil {
			_, err = m.packed.WriteTo(w)
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}
