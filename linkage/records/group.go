package records

import "strconv"

// groups says which columns describe the same person, place or vehicle: those
// that are called after the same one, and those that stand together where the
// same names come again.
func (in *inferrer) groups() {
	blocks := in.numbered()
	seen := map[string]map[Field]int{} // group and family → how often each field came
	for i := range in.cols {
		c, g := &in.cols[i], &in.guess[i]
		if c.Field == FieldIgnore {
			c.Role = ""
			continue
		}
		person := g.roleWord
		if c.Field == FieldStreet && in.is(i+1, FieldStreet) && in.shapes[i].words < 1.1 {
			c.Group = person // a house number: one line with the street behind it
			continue
		}
		if n := g.ordinal; n > 0 && (!g.trailing || blocks[blockKey{person, n}]) {
			person = join(person, n)
		} else {
			person = join(person, in.repeated(seen, person, c.Field))
		}
		c.Group = person
		if g.block != "" && (c.Field.family() == familyPlace || g.roleWord == "") && c.Field.family() != familyVehicle {
			c.Group = person + "/" + g.block
		}
	}
}

type blockKey struct {
	word string
	n    int
}

// numbered returns the blocks that a trailing number names: "Plate 2" begins a
// second vehicle, but "Phone 2" alone is no second person.
func (in *inferrer) numbered() map[blockKey]bool {
	m := map[blockKey]bool{}
	for i := range in.cols {
		if g := &in.guess[i]; g.ordinal > 0 && (!g.trailing || in.cols[i].Field.single()) {
			m[blockKey{g.roleWord, g.ordinal}] = true
		}
	}
	return m
}

// repeated returns 0 for the first column of a field in a group, 2 for the
// second and so on. A field that a block may have several of goes with the
// block that was last begun.
func (in *inferrer) repeated(seen map[string]map[Field]int, person string, f Field) int {
	key := person + "\x00" + strconv.Itoa(int(f.family()))
	if seen[key] == nil {
		seen[key] = map[Field]int{}
	}
	n := 0
	if f.single() {
		seen[key][f]++
		n = seen[key][f]
	} else {
		for _, k := range seen[key] {
			n = max(n, k)
		}
	}
	if n < 2 {
		return 0
	}
	return n
}

func join(word string, n int) string {
	switch {
	case n == 0:
		return word
	case word == "":
		return strconv.Itoa(n)
	}
	return word + " " + strconv.Itoa(n)
}
