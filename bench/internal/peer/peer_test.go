package peer_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tflink/tflink/bench/internal/peer"
)

func TestField(t *testing.T) {
	path := filepath.Join(t.TempDir(), "meminfo")
	if err := os.WriteFile(path, []byte("MemTotal:       24589436 kB\nMemFree: 1 kB\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := peer.Memory(peer.Field(path, "MemTotal")); got != "25 GB" {
		t.Error(got)
	}
	if got := peer.Memory(peer.Field(path, "Nothing")); got != "memory unknown" {
		t.Error(got)
	}
}
