package normalize

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed person_parts.txt
var personPartsText string

// partClass says what a word does in a person's name besides being a name. A word may be several.
type partClass uint8

const (
	partTitle      partClass = 1 << iota // Mr, Dr, Sgt, Señora
	partNoble                            // of the titles: Baron, Lady; also follows a comma
	partGeneration                       // Jr, III
	partCredential                       // MD, Esq
	partParticle                         // de, van, bin: belongs to the surname after it
	partSpanish                          // a surname that is common where people bear two
)

var partClassNames = map[string]partClass{
	"title": partTitle, "noble": partNoble, "generation": partGeneration,
	"credential": partCredential, "particle": partParticle, "spanish": partSpanish,
}

var personParts = sync.OnceValue(func() map[string]partClass {
	parts := make(map[string]partClass, 512)
	for line := range strings.Lines(personPartsText) {
		class, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(words) {
			parts[w] |= partClassNames[class]
		}
	}
	return parts
})

// generations maps the forms of a generational suffix to the one that is shown.
var generations = map[string]string{
	"jr": "Jr", "jnr": "Jr", "junior": "Jr", "sr": "Sr", "snr": "Sr", "senior": "Sr",
	"1st": "I", "i": "I", "ii": "II", "2nd": "II", "iii": "III", "3rd": "III", "iv": "IV", "4th": "IV", "v": "V", "5th": "V",
	"vi": "VI", "vii": "VII", "viii": "VIII",
}
