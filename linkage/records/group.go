package records

import (
	"strconv"
	"strings"
)

// groups says which columns describe the same person, place or vehicle: those
// that are called after the same one, and those that stand together where the
// same names come again.
func (in *inferrer) groups() {
	blocks := in.numbered()
	seen := map[string]map[Field]int{} // group and family → how often each field came
	for i := range in.cols {
		c, g := &in.cols[i], &in.guess[i]
		if c.Field.ofCase() {
			c.Role = ""
			continue
		}
		person := g.roleWord
		if c.Field == FieldStreet && in.is(i+1, FieldStreet) && in.shapes[i].words < 1.1 {
			c.Group = person // a house number: one line with the street behind it
			continue
		}
		if n := g.ordinal; n > 0 && (!g.trailing || blocks[blockKey{person, n, blockFamily(c.Field)}]) {
			person = join(person, n)
		} else {
			person = join(person, in.repeated(seen, person+"/"+g.block, c.Field))
		}
		c.Group = person
		if g.block != "" && (c.Field.family() == familyPlace || g.roleWord == "") && c.Field.family() != familyVehicle {
			c.Group = person + "/" + g.block
		}
	}
	in.joinPlaces()
}

// joinPlaces gives the town, state and ZIP of an address the group of its
// street, where only one of the two has a name for the place: "Business
// Address", "City", "ZIP".
func (in *inferrer) joinPlaces() {
	lines, towns := map[string]bool{}, map[string]bool{}
	for i := range in.cols {
		c := &in.cols[i]
		switch c.Field {
		case FieldStreet, FieldAddress:
			lines[c.Group] = true
		case FieldCity, FieldZIP, FieldAddressState:
			towns[c.Group] = true
		}
	}
	line, n := "", 0
	for g := range lines {
		if !towns[g] {
			line, n = g, n+1
		}
	}
	if n != 1 {
		return
	}
	town, n := "", 0
	for g := range towns {
		if !lines[g] {
			town, n = g, n+1
		}
	}
	if n != 1 || personOf(line) != personOf(town) || line != personOf(line) && town != personOf(town) {
		return
	}
	for i := range in.cols {
		if c := &in.cols[i]; c.Field.family() == familyPlace && c.Group == town {
			c.Group = line
		}
	}
}

// personOf returns the part of a group that names the person.
func personOf(group string) string {
	person, _, _ := strings.Cut(group, "/")
	return person
}

type blockKey struct {
	word   string
	n      int
	family family
}

// blockFamily returns the family of a field, a phone or an e-mail being its owner's.
func blockFamily(f Field) family {
	if f.family() == familyNone {
		return familyPerson
	}
	return f.family()
}

// numbered returns the blocks that a trailing number names: "Plate 2" begins a
// second vehicle, but "Phone 2" alone is no second person.
func (in *inferrer) numbered() map[blockKey]bool {
	m := map[blockKey]bool{}
	for i := range in.cols {
		if g := &in.guess[i]; g.ordinal > 0 && (!g.trailing || in.cols[i].Field.single()) {
			m[blockKey{g.roleWord, g.ordinal, blockFamily(in.cols[i].Field)}] = true
		}
	}
	return m
}

// repeated returns 0 for the first column of a field in a group, 2 for the
// second and so on. A field that a block may have several of goes with the
// block that was last begun.
func (in *inferrer) repeated(seen map[string]map[Field]int, group string, f Field) int {
	key := group + "\x00" + strconv.Itoa(int(blockFamily(f)))
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
