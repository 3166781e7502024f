package normalize

import (
	"slices"
	"strings"
)

// Most addresses in columns are of a house on one of some hundred streets, in one of some dozen towns. Each half is
// read once, and keeps nothing of the columns' texts alive; both together say what [AddressFromColumns] reads, and a fuzz test holds
// them to it.

// A TownHalf is what the columns of town, state and ZIP code say of all addresses in it.
type TownHalf struct {
	Key     string   // see [PostalAddress.TownKey]
	Display string   // what stands behind the street: ", Warsaw, NY 14569"
	Issues  []string // what is doubtful of all its addresses
	State   string   // in which its streets are read

	in   Place
	name string // compact
}

// ReadTown reads the columns of an address but for street and unit. It returns false where they name neither town nor ZIP code.
func ReadTown(c AddressColumns) (t TownHalf, ok bool) {
	p := newAddressParser("")
	defer p.release()
	in := c.place()
	p.enter(Place{strings.Clone(in.City), strings.Clone(in.State), strings.Clone(in.ZIP)})
	p.out.Number, p.out.key.road = "1", "ROAD" // any house: what is asked is the town
	p.complete()
	a := &p.out
	t = TownHalf{Key: a.key.town, Display: ", " + PostalAddress{City: a.City, State: a.State, ZIP: a.ZIP}.Display(), Issues: a.issues, State: p.in.State, in: p.in, name: p.inCity}
	return t, a.City != "" || a.ZIP != ""
}

// TownWords are the compact names of words in a street's column that would be the town's if it were called so.
type TownWords []string

// ReadStreet reads the column of a street, in a town of whatever name. It returns false for what is no house on a street, says
// something of the town itself, or is doubtful: such an address is to be read whole.
func ReadStreet(street string, t *TownHalf) (a PostalAddress, words TownWords, ok bool) {
	p := newAddressParser(strings.TrimSpace(street))
	defer p.release()
	p.in.State, p.asked = t.State, &words
	p.premises(p.dropRecipients(p.locality()))
	if a := &p.out; a.City != "" || a.State != "" || a.ZIP != "" || p.routeState != "" || len(street) > maxAddressBytes {
		return *a, words, false
	}
	p.in, p.inCity = t.in, t.name
	p.complete()
	a = p.out
	return a, words, a.Number != "" && a.key.road != "" && slices.Equal(a.issues, t.Issues)
}

// In reports whether an address on the street in a town is what the two halves say: the street's key and display, and behind them the
// town's, with its issues. It is not where the words may be the town's name.
func (w TownWords) In(t *TownHalf) bool { return !slices.Contains(w, t.name) }
