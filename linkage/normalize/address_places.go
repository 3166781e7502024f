package normalize

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run address_places_gen.go US.txt cities500.txt

// addressPlacesFile holds the towns and ZIP codes of the United States; data by
// GeoNames (https://www.geonames.org), CC BY 4.0. See address_places_gen.go.
//
//go:embed address_places.txt.gz
var addressPlacesFile []byte

// maxZIP is one more than the greatest ZIP code.
const maxZIP = 100_000

// A gazetteer knows the post towns and places of the United States.
type gazetteer struct {
	towns  []townEntry
	byName map[string]int32 // compact canonical name to the first town so called
	byZIP  []int32          // town's index + 1
	byArea [1000]string     // state of the first three digits of a ZIP code
}

type townEntry struct {
	name  string // as the gazetteer spells it
	state string
	key   string // "ROCHESTER NY"
	zip   string // its first ZIP code, or ""
	next  int32  // another town of the same compact name, or -1
}

// places reads the gazetteer once: 35,000 towns in about 20 ms.
var places = sync.OnceValue(func() *gazetteer {
	z, err := gzip.NewReader(bytes.NewReader(addressPlacesFile))
	if err != nil {
		panic(fmt.Sprintf("normalize: embedded places: %v", err))
	}
	text, err := io.ReadAll(z)
	if err != nil {
		panic(fmt.Sprintf("normalize: embedded places: %v", err))
	}
	const towns = 36_000 // what the file has, rounded up
	g := &gazetteer{
		towns:  make([]townEntry, 0, towns),
		byName: make(map[string]int32, towns),
		byZIP:  make([]int32, maxZIP),
	}
	for line := range strings.Lines(string(text)) {
		state, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		name, zips, _ := strings.Cut(rest, "\t")
		g.add(state, name, zips)
	}
	return g
})

func (g *gazetteer) add(state, name, zips string) {
	p := newAddressParser(name)
	defer p.release()
	i := int32(len(g.towns))
	key := string(p.compactTown(nil, 0, len(p.tokens)))
	next, ok := g.byName[key]
	if !ok {
		next = -1
	}
	g.towns = append(g.towns, townEntry{name: name, state: state, key: strings.ToUpper(name) + " " + state, zip: zips[:min(5, len(zips))], next: next})
	g.byName[key] = i
	for r := range strings.FieldsSeq(zips) {
		from, to, ok := strings.Cut(r, "-")
		if !ok {
			to = from
		}
		a, _ := strconv.Atoi(from)
		b, _ := strconv.Atoi(to)
		for z := a; z <= b && z < maxZIP; z++ {
			g.byZIP[z] = i + 1
			g.byArea[z/100] = state
		}
	}
}

// town returns the town of a compact canonical name in a state, or in any
// state if state is "". The second result says whether it is the only one.
func (g *gazetteer) town(compact []byte, state string) (found *townEntry, only bool) {
	i, ok := g.byName[string(compact)]
	if !ok {
		return nil, false
	}
	only = true
	for ; i >= 0; i = g.towns[i].next {
		t := &g.towns[i]
		if state != "" && t.state != state {
			continue
		}
		if found != nil {
			return found, false
		}
		found = t
	}
	return found, only
}

// zip returns the town whose post office serves a five-digit ZIP code, or nil.
func (g *gazetteer) zip(code string) *townEntry {
	if len(code) != 5 {
		return nil
	}
	n, err := strconv.Atoi(code)
	if err != nil || n < 0 || n >= maxZIP || g.byZIP[n] == 0 {
		return nil
	}
	return &g.towns[g.byZIP[n]-1]
}

// zipState returns the state of a five-digit ZIP code, by its first three digits
// where it is not known itself, or "".
func (g *gazetteer) zipState(code string) string {
	if t := g.zip(code); t != nil {
		return t.state
	}
	if len(code) != 5 {
		return ""
	}
	n, err := strconv.Atoi(code[:3])
	if err != nil || n < 0 {
		return ""
	}
	return g.byArea[n]
}
