package extract

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tflink/tflink/linkage/normalize"
)

// A KindKey names a value by its kind and canonical key.
type KindKey struct {
	Kind normalize.Kind
	Key  string
}

// What stands in a redacted text for a name and for a contact detail.
const (
	RedactedName  = "[victim]"
	RedactedValue = "[withheld]"
)

// minNamePart is the least number of letters of a part of a name that is cut
// out by itself: shorter ones are words ("Al", "Jo").
const minNamePart = 3

// Redact returns the text without the given people and values: each name, and
// each of its parts of three letters or more, is replaced by [RedactedName] where it
// stands as a whole word, upper or lower case; each mention whose kind and
// key are among keys is replaced by [RedactedValue], however it is written. Time is linear in
// the text's length.
func Redact(text string, names []string, keys []KindKey, o Options) string {
	cuts := valueCuts(text, keys, o)
	cuts = append(cuts, nameCuts(text, names)...)
	return cutOut(text, cuts)
}

// stateless returns a plate without its state, which a text seldom says, and anything else as it is.
func (k KindKey) stateless() KindKey {
	if k.Kind == normalize.KindPlate {
		if _, number, ok := strings.Cut(k.Key, " "); ok {
			k.Key = number
		}
	}
	return k
}

// A cut is a piece to be replaced.
type cut struct {
	start, end int // in bytes
	by         string
}

// valueCuts returns the mentions that are among keys.
func valueCuts(text string, keys []KindKey, o Options) []cut {
	if len(keys) == 0 {
		return nil
	}
	secret := make(map[KindKey]bool, len(keys))
	kinds := map[normalize.Kind]bool{}
	for _, k := range keys {
		secret[k.stateless()] = true
		kinds[k.Kind] = true
	}
	o.Kinds = nil
	for _, k := range normalize.Kinds {
		if kinds[k] {
			o.Kinds = append(o.Kinds, k)
		}
	}
	var cuts []cut
	for _, m := range Text(text, o) {
		if secret[(KindKey{m.Kind, m.Value.Key()}).stateless()] {
			cuts = append(cuts, cut{m.Start, m.End, RedactedValue})
		}
	}
	return cuts
}

// nameCuts returns where names, or parts of them, stand.
func nameCuts(text string, names []string) []cut {
	secret := map[string]bool{}
	for _, name := range names {
		for _, part := range nameParts(name) {
			if utf8.RuneCountInString(part) >= minNamePart {
				secret[foldName(part)] = true
			}
		}
	}
	if len(secret) == 0 {
		return nil
	}
	var cuts []cut
	eachLetters(text, func(start, end int) {
		if !secret[foldName(text[start:end])] {
			return
		}
		if n := len(cuts); n > 0 && strings.Trim(text[cuts[n-1].end:start], " .-") == "" && start-cuts[n-1].end <= 3 {
			cuts[n-1].end = end // one name of several words
			return
		}
		cuts = append(cuts, cut{start, end, RedactedName})
	})
	return cuts
}

// nameParts divides a name into its words.
func nameParts(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
}

func foldName(s string) string { return strings.ToLower(s) }

// eachLetters calls do for every run of letters.
func eachLetters(text string, do func(start, end int)) {
	start := -1
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			do(start, i)
			start = -1
		}
	}
	if start >= 0 {
		do(start, len(text))
	}
}

// cutOut replaces the cuts, of which those of values come first where they overlap.
func cutOut(text string, cuts []cut) string {
	if len(cuts) == 0 {
		return text
	}
	sort.SliceStable(cuts, func(i, j int) bool { return cuts[i].start < cuts[j].start })
	var b strings.Builder
	b.Grow(len(text))
	at := 0
	for i := 0; i < len(cuts); {
		c := cuts[i]
		for i++; i < len(cuts) && cuts[i].start < c.end; i++ {
			c.end = max(c.end, cuts[i].end)
		}
		b.WriteString(text[at:c.start])
		b.WriteString(c.by)
		at = c.end
	}
	b.WriteString(text[at:])
	return b.String()
}
