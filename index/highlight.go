package index

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	// fragmentLength is how much of a long text a fragment shows, in bytes:
	// two lines of a terminal.
	fragmentLength = 160
	// maxFragments is how many places of a narrative are shown.
	maxFragments = 3
)

// A Fragment is a piece of a document with what was found in it.
type Fragment struct {
	Field string // "title", "text", or a value's kind
	Text  string // whole, or with … where a longer text was cut
	Spans []Span // what was found, in order, not overlapping
}

// A Span is a part of a text, from byte Start to before byte End.
type Span struct{ Start, End int }

// A highlighter finds again, in what the index keeps of a document, why it was
// found. It looks at the hits that are shown only.
type highlighter struct{ wanted []wanted }

// wanted is one condition of the query, as far as it is about text.
type wanted struct {
	field  string // "" is anywhere
	words  []string
	phrase bool
	part   string // of an identifier; "" if too short for one
}

func newHighlighter(clauses []clause) *highlighter {
	h := &highlighter{}
	for _, c := range clauses {
		if c.exclude {
			continue
		}
		w := wanted{field: c.field, words: terms(c.text), phrase: c.phrase}
		if part, _ := compact(c.text); len(part) >= minPartial {
			w.part = part
		}
		h.wanted = append(h.wanted, w)
	}
	return h
}

// fragments returns what was found in the title, the values and the narrative.
func (h *highlighter) fragments(d *storedDocument) []Fragment {
	var list []Fragment
	if spans := h.spans(fieldTitle, d.Title, Words); len(spans) > 0 {
		list = append(list, Fragment{fieldTitle, d.Title, spans})
	}
	for _, v := range d.Values {
		if v.Text == d.Title && len(list) > 0 {
			continue // told already
		}
		if spans := h.spans(v.Kind, v.Text, v.Form); len(spans) > 0 {
			list = append(list, Fragment{v.Kind, v.Text, spans})
		}
	}
	return append(list, cut(d.Text, h.spans(fieldText, d.Text, Words))...)
}

// spans returns where a text of a field has what is wanted.
func (h *highlighter) spans(field, text string, form Form) []Span {
	var spans []Span
	tokens := tokenize(text)
	for i := range h.wanted {
		w := &h.wanted[i]
		if w.field != "" && w.field != field {
			continue
		}
		spans = w.appendWords(spans, tokens)
		if form == Identifier && w.part != "" {
			spans = w.appendPart(spans, text)
		}
	}
	return merge(spans)
}

// appendWords adds the places of the words: of each that is like a single
// word, or of all in a row.
func (w *wanted) appendWords(spans []Span, tokens []token) []Span {
	n := len(w.words)
	for i := 0; i+n <= len(tokens); i++ {
		found := true
		for j := 0; j < n && found; j++ {
			have := tokens[i+j].term
			found = have == w.words[j] || n == 1 && !w.phrase && isLike(have, w.words[j])
		}
		if found {
			spans = append(spans, Span{tokens[i].start, tokens[i+n-1].end})
		}
	}
	return spans
}

// isLike reports whether a search for word finds have, as wordsQuery does.
func isLike(have, word string) bool {
	if strings.HasPrefix(have, word) {
		return true
	}
	shorter := len(word) - len(have)
	return isFuzzy(word) && -4 < shorter && shorter < 4 && distance(have, word) <= 1 // a letter has at most 4 bytes
}

func (w *wanted) appendPart(spans []Span, text string) []Span {
	have, at := compact(text)
	if i := strings.Index(have, w.part); i >= 0 {
		spans = append(spans, Span{at[i], at[i+len(w.part)-1] + 1})
	}
	return spans
}

// merge sorts spans and joins those that overlap.
func merge(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	var merged []Span
	for _, s := range spans {
		if n := len(merged); n > 0 && s.Start < merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}

// cut returns the first pieces of a long text that have something found in them.
func cut(text string, spans []Span) []Fragment {
	var list []Fragment
	for len(spans) > 0 && len(list) < maxFragments {
		start := boundary(text, spans[0].Start-fragmentLength/3)
		end := max(boundary(text, start+fragmentLength), spans[0].End)
		f := Fragment{Field: fieldText, Text: text[start:end]}
		shift := -start
		if start > 0 {
			f.Text = "…" + f.Text
			shift += len("…")
		}
		if end < len(text) {
			f.Text += "…"
		}
		for len(spans) > 0 && spans[0].End <= end {
			f.Spans = append(f.Spans, Span{spans[0].Start + shift, spans[0].End + shift})
			spans = spans[1:]
		}
		list = append(list, f)
	}
	return list
}

// boundary returns the beginning of the word or, in a text without spaces, of
// the character at i, within the text.
func boundary(text string, i int) int {
	if i <= 0 {
		return 0
	}
	if i >= len(text) {
		return len(text)
	}
	const near = 24 // bytes: few words are longer
	if at := strings.LastIndexByte(text[max(i-near, 0):i], ' '); at >= 0 {
		return max(i-near, 0) + at + 1
	}
	for i > 0 && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}
