package compare

import (
	"math/rand/v2"
	"testing"
)

// distanceByMatrix is editDistance cell by cell, as the definition says.
func distanceByMatrix(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range len(b) + 1 {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestEditDistanceByMatrix(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func(letters int) string {
		b := make([]byte, r.IntN(maxSpelled+1))
		if r.IntN(2) == 0 {
			b = b[:min(len(b), 9)]
		}
		for i := range b {
			b[i] = byte('a' + r.IntN(letters))
			if letters > 200 {
				b[i] = byte(r.IntN(256))
			}
		}
		return string(b)
	}
	for i := range 100_000 {
		letters := []int{2, 3, 5, 26, 256}[i%5]
		a, b := word(letters), word(letters)
		if got, want := editDistance(a, b), distanceByMatrix(a, b); got != want {
			t.Fatalf("%q, %q: %d, want %d", a, b, got, want)
		}
	}
}

func BenchmarkEditDistance(b *testing.B) {
	for b.Loop() {
		editDistance("quillfeather", "umberfield")
		editDistance("19780412", "19841103")
		editDistance("maria.santos@example.com", "j.kowalski88@example.org")
	}
}
