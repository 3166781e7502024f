package linkage

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"sync"
	"unsafe"
)

// A textSpan is where a text stands in an arena: bytes to which texts are only ever
// appended. Rows hold spans and not strings, so that millions of them hold no pointer.
type textSpan struct{ at, n uint32 }

// of returns the text of a textSpan. It stays valid when the arena grows.
func (s textSpan) of(arena []byte) string {
	if s.n == 0 {
		return ""
	}
	return unsafe.String(&arena[s.at], int(s.n))
}

// appendText appends a text to an arena and returns where it stands.
func appendText(arena *[]byte, text string) textSpan {
	s := textSpan{uint32(len(*arena)), uint32(len(text))}
	*arena = append(*arena, text...)
	return s
}

// words numbers texts that are often repeated, such as the names of agencies and files. Number
// 0 is "". It is safe for concurrent use.
type words struct {
	mu   sync.RWMutex
	of   map[string]int32
	list []string
}

func newWords() *words {
	return &words{of: map[string]int32{"": 0}, list: []string{""}}
}

// number returns the number of a text, of which it keeps a copy.
func (w *words) number(text string) int32 {
	if text == "" {
		return 0
	}
	w.mu.RLock()
	i, ok := w.of[text]
	w.mu.RUnlock()
	if ok {
		return i
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if i, ok = w.of[text]; !ok {
		i = int32(len(w.list))
		text = strings.Clone(text)
		w.list = append(w.list, text)
		w.of[text] = i
	}
	return i
}

// text returns the text of a number.
func (w *words) text(i int32) string {
	if i == 0 {
		return ""
	}
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.list[i]
}

// texts returns all texts by number.
func (w *words) texts() []string {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.list[:len(w.list):len(w.list)]
}

// textOf returns bytes as a text, which is valid only until they change.
func textOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// mix multiplies two words and folds the product: the step of wyhash (Wang Yi 2019).
func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

// The factors of hashText: odd, with as many ones as zeros (those of wyhash).
const (
	hashA = 0xa0761d6478bd642f
	hashB = 0xe7037ed1a0b428db
)

// hashText returns a hash of a text under a seed. Tables that are stored depend on
// it, so that it is our own and not the runtime's.
func hashText(seed uint64, s string) uint64 {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	h := seed ^ mix(uint64(len(b))^hashA, hashB)
	for ; len(b) >= 8; b = b[8:] {
		h = mix(h^binary.LittleEndian.Uint64(b), hashA)
	}
	var tail uint64
	for i := range b {
		tail |= uint64(b[i]) << (8 * i)
	}
	return mix(h^tail, hashB)
}
