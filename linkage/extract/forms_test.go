package extract

import (
	"testing"

	"github.com/tflink/tflink/linkage/normalize"
)

func TestFormsThatFilesWrite(t *testing.T) {
	for text, want := range map[string]string{
		"Vehicle with plate New York KAB1042 seen, white van":                "NY KAB1042",
		"plate New York kab 1042 was seen":                                   "NY KAB1042",
		"Workers are housed at 42 S. ELM ST, # 12, ALBION, NEW YORK 14411.":  "42 ELM ST S #12, ALBION NY",
		"Workers are housed at 42 S Elm Street, apt4, Albion NY.":            "42 ELM ST S #4, ALBION NY",
		"Workers are housed at 42 S Elm Street, Apt. 4B, Albion, N.Y. 14411": "42 ELM ST S #4B, ALBION NY",
	} {
		found := ""
		for _, m := range Text(text, Options{State: "NY"}) {
			if (m.Kind == normalize.KindPlate || m.Kind == normalize.KindAddress) && m.Confidence >= 0.5 {
				found += m.Value.Key()
			}
		}
		if found != want {
			t.Errorf("%q: %q, want %q", text, found, want)
		}
	}
}
