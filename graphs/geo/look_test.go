package geo_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/graphs/geo"
)

// TestLook writes maps into the folder that GEO_LOOK names, for people to look at.
func TestLook(t *testing.T) {
	folder := os.Getenv("GEO_LOOK")
	if folder == "" {
		t.Skip("GEO_LOOK names no folder")
	}
	for name, m := range maps() {
		p, _ := geo.Draw(m)
		var svg, png, pdf bytes.Buffer
		if err := draw.WriteSVG(&svg, p); err != nil {
			t.Fatal(err)
		}
		if err := draw.WritePNG(&png, p, 150); err != nil {
			t.Fatal(err)
		}
		if err := draw.WritePDF(&pdf, draw.Letter, time.Time{}, p); err != nil {
			t.Fatal(err)
		}
		for ext, b := range map[string]*bytes.Buffer{"svg": &svg, "png": &png, "pdf": &pdf} {
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s.%s", name, ext)), b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
