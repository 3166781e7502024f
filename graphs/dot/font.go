package dot

import (
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A face is one of the two weights of the Go fonts, whose licence lets us embed
// them and which tell 0 from O and 1 from l. All measures come from them, so
// that a picture is the same on every machine.
type face struct {
	name   string
	ttf    []byte
	parsed *sfnt.Font

	mu     sync.Mutex
	buffer sfnt.Buffer
	widths map[rune]float64 // in ems
}

var (
	regular = newFace("regular", goregular.TTF)
	bold    = newFace("bold", gobold.TTF)
)

func newFace(name string, ttf []byte) *face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("dot: embedded font: " + err.Error()) // cannot happen: the bytes are compiled in
	}
	return &face{name: name, ttf: ttf, parsed: f, widths: make(map[rune]float64)}
}

// Measures of the Go fonts in ems, and the line pitch that keeps the boxes of
// two lines apart in any font that a viewer may put in their place.
const (
	ascent    = 0.95
	descent   = 0.25
	linePitch = 1.3
)

// width returns how wide t is at a size in points. O(len(t)).
func (f *face) width(t Text, size float64) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	w := 0.0
	for _, r := range t {
		w += f.advance(r)
	}
	return w * size
}

// advance returns the width of a rune in ems.
func (f *face) advance(r rune) float64 {
	if w, ok := f.widths[r]; ok {
		return w
	}
	const em = 1000
	w := 1.0 // of a rune that the font lacks: as wide as the widest script
	if i, err := f.parsed.GlyphIndex(&f.buffer, r); err == nil && i != 0 {
		if a, err := f.parsed.GlyphAdvance(&f.buffer, i, fixed.I(em), font.HintingNone); err == nil {
			w = float64(a) / 64 / em
		}
	}
	f.widths[r] = w
	return w
}

// fit returns t cut so that it is at most limit wide, ending in … if it was cut.
func (f *face) fit(t Text, size, limit float64) Text {
	if f.width(t, size) <= limit {
		return t
	}
	limit -= f.width("…", size)
	w, end := 0.0, 0
	f.mu.Lock()
	for i, r := range t {
		if w += f.advance(r) * size; w > limit {
			break
		}
		end = i + len(string(r))
	}
	f.mu.Unlock()
	return Text(strings.TrimRight(string(t[:end]), " ")) + "…"
}

// wrap breaks t at spaces into lines of at most limit, cutting words that are longer.
func (f *face) wrap(t Text, size, limit float64) []Text {
	var lines []Text
	var line Text
	for _, word := range strings.Fields(string(t)) {
		longer := Text(word)
		if line != "" {
			longer = line + " " + Text(word)
		}
		if line != "" && f.width(longer, size) > limit {
			lines = append(lines, line)
			longer = Text(word)
		}
		line = f.fit(longer, size, limit)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
