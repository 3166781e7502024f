package casegen

import (
	"github.com/tflink/tflink/linkage/normalize"
)

// A hubKind is what a hub is.
type hubKind int

const (
	motel   hubKind = iota // a name, an address and a phone in one county
	hotline                // a phone that all counties see
	taxi                   // a plate and a phone in two counties
	agency                 // a staffing agency: a firm and a phone in several counties
	office                 // an office e-mail in one county
)

var allHubs = []hubKind{motel, motel, hotline, taxi, agency, office}

// A hub is something that unrelated cases have in common.
type hub struct {
	kind   hubKind
	county int // the first one
	reach  int // how many counties from there
	values []Value
}

// plantHubs adds hubs, each with its cases, until their share is reached.
func (w *world) plantHubs() {
	for planted := 0; planted < int(w.HubShare*float64(w.size)); {
		size := min(w.logUniform(w.HubMin, w.HubMax), w.size-len(w.cases))
		if size < 1 {
			return
		}
		w.hubs = append(w.hubs, w.newHub(pick(w.r, w.HubKinds)))
		h := &w.hubs[len(w.hubs)-1]
		for range size {
			w.plantHubCase(h)
		}
		planted += size
	}
}

func (w *world) newHub(kind hubKind) hub {
	h := hub{kind: kind, county: w.r.IntN(len(Counties)), reach: 1}
	v := w.values
	switch kind {
	case motel:
		h.reach = 1 + w.r.IntN(3)
		name := v.unique(normalize.KindBusiness, func() string {
			return pick(w.r, motelNames) + " " + pick(w.r, firmNouns) + " " + pick(w.r, []string{"Motel", "Inn", "Motor Lodge"})
		})
		h.values = []Value{v.address(h.county), name, v.phone()}
	case hotline:
		h.reach = len(Counties)
		h.values = []Value{v.phone()}
	case taxi:
		h.reach = 1 + w.r.IntN(2)
		h.values = []Value{v.phone(), v.plate()}
	case agency:
		h.reach = 3 + w.r.IntN(6)
		h.values = []Value{v.firm("Staffing", "Labor", "Personnel", "Temps"), v.phone()}
	case office:
		h.values = []Value{v.unique(normalize.KindEmail, func() string {
			desks := []string{"intake", "tips", "records", "desk", "info", "reports"}
			return pick(w.r, desks) + "@" + lower(pick(w.r, firmWords)) + lower(pick(w.r, firmNouns)) + ".example.org"
		})}
	}
	for i := range h.values {
		h.values[i].Hub = true
	}
	return h
}

// plantHubCase adds a case at a hub that belongs to no ring.
func (w *world) plantHubCase(h *hub) {
	c := Case{County: (h.county + w.r.IntN(h.reach)) % len(Counties), Day: w.day(w.r.IntN(w.days)), Sex: w.chance(.6)}
	c.Values = w.visit(h)
	if w.chance(w.SecondHub) {
		if other := w.nearHub(c.County); other != h {
			c.Values = append(c.Values, w.visit(other)...)
		}
	}
	if w.chance(w.HubOwn) {
		c.Values = append(c.Values, w.noise(c.County, w.count(w.NoiseCarry))...)
	}
	w.add(c, nil)
}

// visit returns what a case at the hub says of it: one of its values for
// certain, each other by chance.
func (w *world) visit(h *hub) []Value {
	first := w.r.IntN(len(h.values))
	out := []Value{h.values[first]}
	for i, v := range h.values {
		if i != first && w.chance(w.HubCarry) {
			out = append(out, v)
		}
	}
	return out
}

// nearHub draws a hub whose counties include the given one, or, if eight draws
// find none, any.
func (w *world) nearHub(county int) *hub {
	for range 8 {
		h := &w.hubs[w.r.IntN(len(w.hubs))]
		if d := (county - h.county + len(Counties)) % len(Counties); d < h.reach {
			return h
		}
	}
	return &w.hubs[w.r.IntN(len(w.hubs))]
}
