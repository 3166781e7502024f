package normalize

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed business_legal.txt
var businessLegalText string

// legalForm is one way to write a legal form.
type legalForm struct {
	shown  string // "LLC"
	weak   bool   // the words also mean something else
	before bool   // also written before the name
}

// legalTable finds legal forms by their words joined by spaces, and tells by a
// single word how many words a form may have that ends, or begins, with it.
type legalTable struct {
	forms  map[string]legalForm
	ends   map[string]int
	begins map[string]int
}

var legalForms = sync.OnceValue(func() *legalTable {
	t := &legalTable{forms: map[string]legalForm{}, ends: map[string]int{}, begins: map[string]int{}}
	for line := range strings.Lines(businessLegalText) {
		shown, list, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for form := range strings.SplitSeq(list, "|") {
			t.add(shown, strings.TrimSpace(form))
		}
	}
	return t
})

func (t *legalTable) add(shown, form string) {
	form, prefix := strings.CutPrefix(form, "<")
	form, weak := strings.CutPrefix(form, "~")
	t.forms[form] = legalForm{shown, weak, prefix}
	words := strings.Fields(form)
	last := words[len(words)-1]
	t.ends[last] = max(t.ends[last], len(words))
	if prefix {
		t.begins[words[0]] = max(t.begins[words[0]], len(words))
	}
}

// atEnd returns the longest legal form that words end with, and its number of words; 0 if there is none.
func (t *legalTable) atEnd(words []businessItem) (legalForm, int) {
	if len(words) == 0 {
		return legalForm{}, 0
	}
	for n := min(t.ends[words[len(words)-1].text], len(words)); n > 0; n-- {
		if f, ok := t.lookup(words[len(words)-n:]); ok {
			return f, n
		}
	}
	return legalForm{}, 0
}

// atStart returns the longest legal form that words begin with, of those that
// are written before a name, and its number of words.
func (t *legalTable) atStart(words []businessItem) (legalForm, int) {
	if len(words) == 0 {
		return legalForm{}, 0
	}
	for n := min(t.begins[words[0].text], len(words)); n > 0; n-- {
		if f, ok := t.lookup(words[:n]); ok && f.before {
			return f, n
		}
	}
	return legalForm{}, 0
}

func (t *legalTable) lookup(words []businessItem) (legalForm, bool) {
	if len(words) == 1 {
		f, ok := t.forms[words[0].text]
		return f, ok
	}
	var scratch [64]byte
	key := scratch[:0]
	for i, w := range words {
		if i > 0 {
			key = append(key, ' ')
		}
		key = append(key, w.text...)
	}
	f, ok := t.forms[string(key)]
	return f, ok
}
