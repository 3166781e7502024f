package intake

import (
	"os"
	"path/filepath"
	"testing"
)

// TestRemainder holds what is said of the rest of a file to its size: once, after a sample, in batches like the last.
func TestRemainder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "rows.csv")
	const batch = remainderSample / 2
	if err := os.WriteFile(file, make([]byte, 10*batch), 0o600); err != nil {
		t.Fatal(err)
	}
	r := newRemainder(file)
	for i, want := range []float64{0, 8, 0} {
		if got := r.after(batch); got != want {
			t.Errorf("after batch %d: %v, want %v", i, got, want)
		}
	}
	if got := newRemainder(filepath.Join(t.TempDir(), "none")).after(2 * remainderSample); got > 0 {
		t.Errorf("of no file %v are to come", got)
	}
}
