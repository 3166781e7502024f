package intake

import "os"

// A remainder estimates how much of a file is still to come, so that room can be made for it at once.
type remainder struct {
	size, read int64
	told       bool
}

// The text that an estimate is made from, and the most that room is made for: what a file's size promises need
// not be in it.
const (
	remainderSample = 1 << 20
	remainderMost   = 1 << 30
)

func newRemainder(path string) *remainder {
	r := &remainder{}
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		r.size = info.Size()
	}
	return r
}

// after returns, once in a file, how many batches like the last one, which held so many bytes of text, are
// still to come; otherwise 0. Of a packed file it is less than there are.
func (r *remainder) after(bytes int) float64 {
	r.read += int64(bytes)
	if r.told || bytes == 0 || r.read < remainderSample {
		return 0
	}
	r.told = true
	return float64(min(r.size-r.read, remainderMost)) / float64(bytes)
}
