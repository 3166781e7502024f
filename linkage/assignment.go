package linkage

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"strings"
)

// ErrAssignment says that data is no assignment that this version wrote.
var ErrAssignment = errors.New("linkage: this is no assignment, or a damaged one")

// assignmentMagic begins an encoded Assignment. Its digit is that of the layout.
const assignmentMagic = "tflink assignment 1\n"

// MarshalBinary returns the assignment as bytes, with a checksum. It never fails.
func (a *Assignment) MarshalBinary() ([]byte, error) {
	data := []byte(assignmentMagic)
	data = binary.AppendUvarint(data, uint64(len(a.clusters)))
	for i := range a.clusters {
		k := &a.clusters[i]
		for _, text := range [...]string{k.id, strings.Join(k.counties, ",")} {
			data = append(binary.AppendUvarint(data, uint64(len(text))), text...)
		}
		data = binary.AppendUvarint(data, uint64(len(k.cases)))
		for _, h := range k.cases {
			data = binary.LittleEndian.AppendUint64(data, h)
		}
	}
	sum := sha256.Sum256(data)
	return append(data, sum[:]...), nil
}

// UnmarshalBinary reads what MarshalBinary wrote. It fails with [ErrAssignment].
func (a *Assignment) UnmarshalBinary(data []byte) error {
	end := len(data) - sha256.Size
	if end < len(assignmentMagic) || string(data[:len(assignmentMagic)]) != assignmentMagic || sha256.Sum256(data[:end]) != [sha256.Size]byte(data[end:]) {
		return ErrAssignment
	}
	r := assignmentReader{rest: data[len(assignmentMagic):end]}
	var clusters []assigned
	for range r.count(3) { // two texts and a count take a byte each
		k := assigned{id: r.text()}
		if counties := r.text(); counties != "" {
			k.counties = strings.Split(counties, ",")
		}
		k.cases = make([]uint64, r.count(8))
		for i := range k.cases {
			k.cases[i] = binary.LittleEndian.Uint64(r.take(8))
		}
		clusters = append(clusters, k)
	}
	if r.bad || len(r.rest) > 0 {
		return ErrAssignment
	}
	a.clusters = clusters
	return nil
}

// An assignmentReader reads from the front of data.
type assignmentReader struct {
	rest []byte
	bad  bool
}

// count reads how many things follow that take at least so many bytes each.
func (r *assignmentReader) count(bytes int) int {
	n, k := binary.Uvarint(r.rest)
	if k <= 0 || n > uint64((len(r.rest)-k)/bytes) {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[k:]
	return int(n)
}

func (r *assignmentReader) text() string { return string(r.take(r.count(1))) }

// take reads n bytes, which are there.
func (r *assignmentReader) take(n int) []byte {
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}
