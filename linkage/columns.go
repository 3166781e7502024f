package linkage

import (
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"unsafe"
)

// castagnoli is the polynomial for which processors have an instruction.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// columnAlign is the number of bytes of which the offset of every column is a multiple, so that rows can
// be used where they lie.
const columnAlign = 8

// columnWriter writes columns and remembers the first failure.
type columnWriter struct {
	w   *bufio.Writer
	sum uint32
	err error
}

func (s *columnWriter) bytes(p []byte) {
	if s.err == nil {
		s.sum = crc32.Update(s.sum, castagnoli, p)
		_, s.err = s.w.Write(p)
	}
}

func (s *columnWriter) number(n uint64) { s.bytes(binary.NativeEndian.AppendUint64(nil, n)) }

// end writes the checksum of all that was written since the last one.
func (s *columnWriter) end() {
	s.number(uint64(s.sum))
	s.sum = 0
}

func (s *columnWriter) texts(list []string) {
	ends := make([]uint32, len(list))
	var all []byte
	for i, text := range list {
		all = append(all, text...)
		ends[i] = uint32(len(all))
	}
	writeColumn(s, ends)
	writeColumn(s, all)
}

// writeColumn writes rows, which hold no pointers, as they lie in memory.
func writeColumn[T any](s *columnWriter, rows []T) {
	s.number(uint64(len(rows)))
	data := columnBytes(rows)
	s.bytes(data)
	s.bytes(make([]byte, -len(data)&(columnAlign-1)))
}

func columnBytes[T any](rows []T) []byte {
	if len(rows) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&rows[0])), uintptr(len(rows))*unsafe.Sizeof(rows[0]))
}

// columnReader reads columns where they lie; once bad, all that it reads is empty.
type columnReader struct {
	data []byte // what follows the last checksum
	at   int
	bad  bool
}

// take returns the next n bytes.
func (s *columnReader) take(n uint64) []byte {
	if s.bad || n > uint64(len(s.data)-s.at) {
		s.bad = true
		return nil
	}
	p := s.data[s.at : s.at+int(n) : s.at+int(n)]
	s.at += int(n)
	return p
}

func (s *columnReader) number() uint64 {
	p := s.take(columnAlign)
	if s.bad {
		return 0
	}
	return binary.NativeEndian.Uint64(p)
}

// end reports whether the checksum of all that was read since the last one follows. Cost: a pass over the bytes.
func (s *columnReader) end() bool {
	if s.bad {
		return false
	}
	sum := crc32.Checksum(s.data[:s.at], castagnoli)
	if s.number() != uint64(sum) {
		s.bad = true
	}
	s.data, s.at = s.data[s.at:], 0
	return !s.bad
}

func (s *columnReader) texts() []string {
	ends, all := readColumn[uint32](s), readColumn[byte](s)
	list := make([]string, len(ends))
	from := uint32(0)
	for i, end := range ends {
		if end < from || uint64(end) > uint64(len(all)) {
			s.bad = true
			return nil
		}
		list[i] = string(all[from:end])
		from = end
	}
	return list
}

// readColumn returns a column that writeColumn wrote: the bytes themselves, and not a copy of them, where they
// lie as rows of T must. Nothing can be appended to them in place.
func readColumn[T any](s *columnReader) []T {
	var row T
	size := uint64(unsafe.Sizeof(row))
	n := s.number()
	if n > uint64(len(s.data))/size {
		s.bad = true
	}
	data := s.take(n * size)
	s.take(-(n * size) & (columnAlign - 1))
	if s.bad || n == 0 {
		return nil
	}
	if uintptr(unsafe.Pointer(&data[0]))%unsafe.Alignof(row) != 0 {
		rows := make([]T, n)
		copy(columnBytes(rows), data)
		return rows
	}
	return unsafe.Slice((*T)(unsafe.Pointer(&data[0])), n)
}
