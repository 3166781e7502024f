package draw

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Face is one of the two weights of the Go fonts, whose licence lets us embed
// them and which tell 0 from O and 1 from l. All measures come from them, so
// that a picture is the same on every machine.
type Face struct {
	name   string
	ttf    []byte
	parsed *sfnt.Font

	mu     sync.Mutex
	buffer sfnt.Buffer
	widths map[rune]float64 // in ems
}

// The faces.
var (
	Regular = newFace("regular", goregular.TTF)
	Bold    = newFace("bold", gobold.TTF)
)

func newFace(name string, ttf []byte) *Face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("draw: embedded font: " + err.Error()) // cannot happen: the bytes are compiled in
	}
	return &Face{name: name, ttf: ttf, parsed: f, widths: make(map[rune]float64)}
}

// Name returns what a PDF calls the face.
func (f *Face) Name() string { return f.name }

// Measures of the Go fonts in ems, and the line pitch that keeps the boxes of
// two lines apart in any font that a viewer may put in their place.
const (
	Ascent    = 0.95
	Descent   = 0.25
	LinePitch = 1.3
)

// Width returns how wide t is at a size in points. O(len(t)).
func (f *Face) Width(t Text, size float64) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	w := 0.0
	for _, r := range t {
		w += f.advance(r)
	}
	return w * size
}

// advance returns the width of a rune in ems.
func (f *Face) advance(r rune) float64 {
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

// Fit returns t cut so that it is at most limit wide, ending in … if it was cut.
func (f *Face) Fit(t Text, size, limit float64) Text {
	if f.Width(t, size) <= limit {
		return t
	}
	limit -= f.Width("…", size)
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

// FitMiddle returns t with its middle cut out so that it is at most limit wide, with … where it was cut. Numbers and names of one
// series, such as DE/2024/000007-A, differ at their ends: cut there they would all read the same.
func (f *Face) FitMiddle(t Text, size, limit float64) Text {
	if f.Width(t, size) <= limit {
		return t
	}
	limit -= f.Width("…", size)
	runes := []rune(t)
	head, tail, w := 0, len(runes), 0.0
	f.mu.Lock()
	for head < tail {
		fromEnd := head > len(runes)-tail // in turns, the beginning first
		r := runes[head]
		if fromEnd {
			r = runes[tail-1]
		}
		if w += f.advance(r) * size; w > limit {
			break
		}
		if fromEnd {
			tail--
		} else {
			head++
		}
	}
	f.mu.Unlock()
	for tail < len(runes) && unicode.IsMark(runes[tail]) { // its letter was cut out
		tail++
	}
	return Text(strings.TrimRight(string(runes[:head]), " ") + "…" + strings.TrimLeft(string(runes[tail:]), " "))
}

// Wrap breaks t at spaces into lines of at most limit, cutting out the middle of words that are longer.
func (f *Face) Wrap(t Text, size, limit float64) []Text {
	var lines []Text
	var line Text
	for _, word := range strings.Fields(string(t)) {
		longer := Text(word)
		if line != "" {
			longer = line + " " + Text(word)
		}
		if line != "" && f.Width(longer, size) > limit {
			lines = append(lines, line)
			longer = Text(word)
		}
		line = f.FitMiddle(longer, size, limit)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// lacks reports whether the face has no glyph for a character of t.
func (f *Face) lacks(t Text) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, r := range t {
		if i, err := f.parsed.GlyphIndex(&f.buffer, r); err != nil || i == 0 {
			return true
		}
	}
	return false
}

// Unprintable returns how many lines of text have characters that the embedded fonts lack, such as Chinese or Arabic ones: [WritePNG]
// and [WritePDF] draw boxes in their place. In an SVG they are text, for the fonts of the viewer.
func (p *Picture) Unprintable() int {
	n := 0
	for _, g := range p.Groups {
		for _, i := range g.Items {
			if b, ok := i.(Block); ok {
				for _, l := range b.Lines {
					if l.Face.lacks(l.Text) {
						n++
					}
				}
			}
		}
	}
	return n
}
