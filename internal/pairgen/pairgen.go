// Package pairgen answers: where do labelled lines and pairs come from? It makes up lines with
// and without phone numbers, addresses with their parts, and pairs of addresses and of
// businesses with the truth. The same seed gives the same bytes. It knows no other
// package, so that the tests of what it measures can use it.
package pairgen

import "math/rand/v2"

// maker draws from a seed; each generator has a stream of its own.
type maker struct{ *rand.Rand }

func newMaker(seed, stream uint64) *maker { return &maker{rand.New(rand.NewPCG(seed, stream))} }

func (m *maker) one(list ...string) string { return list[m.IntN(len(list))] }

// digits draws so many digits, the first of them not 0.
func (m *maker) digits(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + m.IntN(10))
	}
	if n > 0 && b[0] == '0' {
		b[0] = '4'
	}
	return string(b)
}
