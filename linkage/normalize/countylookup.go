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
	if rest, kind := cutLead(text); kind != noLead {
		return t.lookupLed(rest, kind, state)
	}
	return r
}

// A leadKind is what the words before a name say.
type leadKind uint8

const (
	noLead     leadKind = iota
	otherLead           // nothing: "the"
	countyLead          // that it is a county: "County of"
	cityLead            // that it is a city or a town: "City of"
)

// leads are the words that may stand before a name.
var leads = []struct {
	words string
	kind  leadKind
}{
	{"county of", countyLead}, {"counties of", otherLead}, {"parish of", countyLead}, {"borough of", countyLead}, {"county", countyLead}, {"co.", countyLead},
	{"city of", cityLead}, {"town of", cityLead}, {"village of", cityLead}, {"township of", cityLead}, {"the", otherLead},
}

// cutLead returns the text after such words.
func cutLead(text string) (rest string, kind leadKind) {
	text = strings.TrimSpace(text)
	for _, lead := range leads {
		n := len(lead.words)
		if len(text) > n+1 && strings.EqualFold(text[:n], lead.words) && (text[n] == ' ' || text[n-1] == '.') {
			return strings.TrimSpace(text[n:]), lead.kind
		}
	}
	return "", noLead
}

// lookupLed reads a name after words that say what it is. A city of the name
// goes before a county of the name.
func (t *countyTable) lookupLed(name string, kind leadKind, state string) countyReading {
	if kind == cityLead {
		if r := t.lookup(name+" city", state); r.found() {
			return r
		}
	}
	r := t.lookup(name, state)
	r.explicit = r.explicit || kind == countyLead
	if kind == cityLead && r.found() && len(r.doubts) == 0 {
		r.doubts = append(r.doubts, doubtCity)
	}
	return r
}

const doubtCity = "names a city or town: read as the county of its name"

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
		if string(f.word(f.words-1)) == "city" {
			r.doubts = append(r.doubts, doubtCity)
		} else {
			r.notes = append(r.notes, "the county's type is written otherwise")
		}
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
