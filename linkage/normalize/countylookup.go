package normalize

import "strings"

// A countyReading is what one piece of a text may mean.
type countyReading struct {
	rows     []int32 // the candidates, or all of them where each is meant
	each     bool    // all of rows are meant: the boroughs of New York City
	explicit bool    // the piece says that it is a county
	doubts   []string
	notes    []string
}

func (r countyReading) found() bool { return len(r.rows) > 0 }

// lookup reads a piece that is one name, exactly spelt. With state "" it
// returns every county of the name.
func (t *countyTable) lookup(text, state string) countyReading {
	var f foldedName
	f.fold(text)
	if f.long || f.words == 0 {
		return countyReading{}
	}
	r := t.lookupFolded(&f, state)
	if r.found() {
		return r
	}
	if rest, ok := cutLead(text); ok {
		r = t.lookup(rest.text, state)
		r.explicit = r.explicit || rest.county
	}
	return r
}

// A lead is a text after words such as "County of".
type lead struct {
	text   string
	county bool // the words said county
}

// leads are the words that may stand before a name.
var leads = []string{"county of", "parish of", "borough of", "city of", "town of", "village of", "co.", "county:", "county", "the"}

func cutLead(text string) (lead, bool) {
	text = strings.TrimSpace(text)
	for _, words := range leads {
		if len(text) > len(words)+1 && strings.EqualFold(text[:len(words)], words) &&
			(text[len(words)] == ' ' || words[len(words)-1] == ':' || words[len(words)-1] == '.') {
			county := strings.HasPrefix(words, "co") || words == "parish of"
			return lead{strings.TrimSpace(text[len(words):]), county}, true
		}
	}
	return lead{}, false
}

func (t *countyTable) lookupFolded(f *foldedName, state string) countyReading {
	r := countyReading{rows: t.named(f, state, f.n)}
	kind := f.kindWords()
	if r.found() {
		r.explicit = kind > 0
		t.doubtShared(&r, f, state, f.n)
		return r
	}
	if place, ok := t.place(f, state, f.n); ok {
		return t.placed(place)
	}
	if kind == 0 || kind == f.words {
		return r
	}
	end := f.wordEnd(f.words - 1 - kind)
	if r.rows = t.named(f, state, end); r.found() {
		r.explicit = true
		r.notes = append(r.notes, "the county's type is written otherwise")
		return r
	}
	if place, ok := t.place(f, state, end); ok {
		return t.placed(place)
	}
	return r
}

// named returns the counties of the state, or of all states, whose name is the
// first end bytes of f.
func (t *countyTable) named(f *foldedName, state string, end int) []int32 {
	if state == "" {
		return t.anywhere[string(f.buf[2:end])]
	}
	if i, ok := t.byName[string(f.keyOf(state, end))]; ok {
		return []int32{i}
	}
	return nil
}

// doubtShared adds the doubt that an independent city of the same name is meant.
func (t *countyTable) doubtShared(r *countyReading, f *foldedName, state string, end int) {
	if state == "" {
		return
	}
	if _, ok := t.shared[string(f.keyOf(state, end))]; ok {
		r.doubts = append(r.doubts, "a county and an independent city have this name: read as the county")
	}
}

func (t *countyTable) place(f *foldedName, state string, end int) (placeRow, bool) {
	if state != "" {
		p, ok := t.places[string(f.keyOf(state, end))]
		return p, ok
	}
	// Without a state only New York's boroughs go without saying.
	p, ok := t.places[string(f.keyOf("NY", end))]
	return p, ok && (p.alias || len(p.rows) > 2) && end > 2+len("bk")
}

// placed returns the reading of a borough, a city or a town.
func (t *countyTable) placed(p placeRow) countyReading {
	r := countyReading{rows: p.rows, each: true}
	switch {
	case len(p.rows) > 1:
		r.doubts = append(r.doubts, "names a place that lies in several counties: read as all of them")
	case p.alias:
		r.notes = append(r.notes, "another name of "+t.rows[p.rows[0]].full)
	default:
		r.doubts = append(r.doubts, "names a place in "+t.rows[p.rows[0]].full+" and not the county")
	}
	return r
}

// kindWords returns how many words at the end of the name say what it is.
func (f *foldedName) kindWords() int {
	if f.words == 0 {
		return 0
	}
	switch string(f.word(f.words - 1)) {
	case "county", "parish", "municipality", "municipio", "city":
		return 1
	case "borough":
		if f.words > 3 && string(f.word(f.words-2)) == "&" && string(f.word(f.words-3)) == "city" {
			return 3
		}
		return 1
	case "area":
		if f.words > 2 && string(f.word(f.words-2)) == "census" {
			return 2
		}
	}
	return 0
}
