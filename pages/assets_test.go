package pages

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
)

// TestCytoscapeIsTheOneThatIsNamed holds the library to the hash in assets/README.md.
func TestCytoscapeIsTheOneThatIsNamed(t *testing.T) {
	readme, err := os.ReadFile("assets/README.md")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(cytoscape))
	if !strings.Contains(string(readme), hex.EncodeToString(sum[:])) {
		t.Errorf("assets/cytoscape.min.js has the SHA-256 %x, which assets/README.md does not name", sum)
	}
}
