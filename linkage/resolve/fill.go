package resolve

import (
	"runtime"
	"strings"
	"sync"

	"github.com/tflink/tflink/linkage/normalize"
)

// put adds a value to what a record says.
func (d *dataset) put(c comparer, r int, v int32) {
	d.slotOf[c].put(r, v)
}

// fill reads the rows of the records. Every value goes to the comparer that it is for in the order of the
// records, so that comparers can be filled side by side.
func (d *dataset) fill(rows [][]string, set columnSet) {
	owners := make([]string, len(rows))
	each := func(read func(r int, row []string)) func() {
		return func() {
			for r, row := range rows {
				read(r, row)
			}
		}
	}
	together(
		each(func(r int, row []string) {
			if d.kinds[r] == Business {
				owners[r] = d.addBusiness(r, row, set)
			}
			d.addPlace(r, row, set)
			if d.sites {
				owners[r] = d.placeKey(r)
			}
		}),
		each(func(r int, row []string) {
			if d.kinds[r] == Person {
				d.addPerson(r, row, set)
			}
		}),
		each(func(r int, row []string) { d.addBorn(r, row, set) }),
		each(func(r int, row []string) {
			for _, c := range set[meansEmail] {
				d.put(d.email, r, d.email.add(row[c.index], r))
			}
		}),
		each(func(r int, row []string) { d.addIdentifiers(r, row, set) }),
		each(func(r int, row []string) {
			for _, m := range textMeanings {
				for _, c := range set[m] {
					if v := fold(row[c.index]); v != "" {
						d.put(d.texts[c.index], r, d.texts[c.index].add(v, r))
					}
				}
			}
		}),
	)
	for r, row := range rows {
		for _, c := range set[meansPhone] {
			if row[c.index] != "" {
				for _, v := range d.phone.add(row[c.index], owners[r], r) {
					d.put(d.phone, r, v)
				}
			}
		}
	}
}

// together runs functions side by side, as many as there are processors.
func together(do ...func()) {
	next := make(chan func())
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for f := range next {
				f()
			}
		})
	}
	for _, f := range do {
		next <- f
	}
	close(next)
	wait.Wait()
}

// inChunks does n things side by side, some at a time.
func inChunks(n int, do func(from, to int)) {
	const chunk = 1 << 14
	var parts []func()
	for from := 0; from < n; from += chunk {
		parts = append(parts, func() { do(from, min(n, from+chunk)) })
	}
	together(parts...)
}

func (d *dataset) addBorn(r int, row []string, set columnSet) {
	for _, c := range set[meansBorn] {
		if row[c.index] != "" {
			d.put(d.born, r, d.born.add(row[c.index], r))
		}
	}
	if len(d.slotOf[d.born].of(r)) == 0 {
		for _, c := range set[meansAge] {
			d.put(d.age, r, d.age.add(row[c.index], r))
		}
	}
}

func (d *dataset) addIdentifiers(r int, row []string, set columnSet) {
	for _, m := range [...]meaning{meansIdentifier, meansHandle} {
		for _, c := range set[m] {
			if row[c.index] != "" {
				x := d.idents[identifierKind(c)]
				d.put(x, r, x.add(row[c.index], issuerOf(row, set, c), r))
			}
		}
	}
}

// issuerOf returns what stands in the issuer's column of an identifier.
func issuerOf(row []string, set columnSet, c column) string {
	kind := identifierKind(c)
	for _, i := range set[meansIssuer] {
		if strings.HasPrefix(i.group, kind) {
			return row[i.index]
		}
	}
	return ""
}

func (d *dataset) addPerson(r int, row []string, set columnSet) {
	cells := map[string]*nameParts{}
	var order []string
	cell := func(c column) *nameParts {
		g := nameGroup(c.group)
		if cells[g] == nil {
			cells[g] = &nameParts{}
			order = append(order, g)
		}
		return cells[g]
	}
	for _, part := range []struct {
		m  meaning
		to func(*nameParts) *string
	}{
		{meansGiven, func(n *nameParts) *string { return &n.given }},
		{meansSurname, func(n *nameParts) *string { return &n.surname }},
		{meansMiddle, func(n *nameParts) *string { return &n.middle }},
		{meansSuffix, func(n *nameParts) *string { return &n.suffix }},
		{meansFullName, func(n *nameParts) *string { return &n.full }},
	} {
		for _, c := range set[part.m] {
			if v := row[c.index]; v != "" {
				if to := part.to(cell(c)); *to == "" {
					*to = v
				}
			}
		}
	}
	for _, g := range order {
		d.put(d.name, r, d.name.addCells(*cells[g], r))
	}
}

// nameGroup tells a person's first name from an alias in columns of its own.
func nameGroup(header string) string {
	for w := range strings.FieldsSeq(header) {
		if wordIn(w, "secondary|alias|aka|alt|alternate|other|maiden|former|native") {
			return w
		}
	}
	return ""
}

// addBusiness reads the names of a business and returns what it is known under.
func (d *dataset) addBusiness(r int, row []string, set columnSet) (owner string) {
	columns := append(append([]column(nil), set[meansBusiness]...), set[meansFullName]...)
	for _, c := range columns {
		raw := row[c.index]
		if raw == "" {
			continue
		}
		if company, address, ok := normalize.SplitCompanyAddress(raw); ok {
			raw = company
			v, town, zip := d.address.addWhole(address, r)
			d.put(d.address, r, v)
			d.putTown(r, town, zip)
		}
		for _, v := range d.business.add(raw, r) {
			d.put(d.business, r, v)
			if owner == "" {
				owner = d.business.head(v)
			}
		}
	}
	return owner
}

// placeKey returns house number and street of a record, "" if they are not known.
func (d *dataset) placeKey(r int) string {
	v := d.slotOf[d.address].of(r)
	if len(v) == 0 {
		return ""
	}
	return d.address.lines[v[0]].number + " " + firstWord(d.address.streets.texts[d.address.lines[v[0]].street])
}

func (d *dataset) putTown(r int, town, zip string) {
	if t := fold(town); t != "" {
		d.put(d.town, r, d.town.add(t, r))
	}
	if z := postcodeKey(zip); z != "" {
		d.put(d.postcode, r, d.postcode.add(z, r))
	}
}

// postcodeKey returns a postcode without spaces; of a ZIP+4 the ZIP.
func postcodeKey(raw string) string {
	p := squeeze(raw)
	if len(p) == 9 && len(digitsOf(p)) == 9 {
		return p[:5]
	}
	return p
}

func (d *dataset) addPlace(r int, row []string, set columnSet) {
	town, zip := firstFilled(row, set[meansTown]), firstFilled(row, set[meansPostcode])
	for _, c := range set[meansAddress] {
		if row[c.index] != "" {
			v, t, z := d.address.addWhole(row[c.index], r)
			d.put(d.address, r, v)
			if town == "" {
				town = t
			}
			if zip == "" {
				zip = z
			}
		}
	}
	number := firstFilled(row, set[meansNumber])
	for _, c := range set[meansStreet] {
		switch raw := row[c.index]; {
		case raw == "":
		case len(set[meansNumber]) > 0:
			d.put(d.address, r, d.address.add(number, raw, firstFilled(row, set[meansUnit]), r))
		default:
			v, _, _ := d.address.addWhole(raw, r)
			d.put(d.address, r, v)
		}
	}
	d.putTown(r, town, zip)
}
