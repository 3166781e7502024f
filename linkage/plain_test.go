package linkage_test

import (
	"strings"
	"testing"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// threeCases returns what is made of three cases that fill fills.
func threeCases(t *testing.T, fill func(b *linkage.Batch, i int) bool) (string, bool) {
	t.Helper()
	l, err := linkage.New(linkage.Options{NoTrace: true})
	if err != nil {
		t.Fatal(err)
	}
	b := l.NewBatch()
	for i, id := range []string{"A-1", "A-2", "A-3"} {
		b.Begin()
		if !fill(b, i) {
			return "", false
		}
		b.End(&linkage.Case{ID: id})
	}
	l.AddBatch(b)
	return dump(t, result(t, l)), true
}

// samePlain fails when a plain form is read to something else than the kind's function reads.
func samePlain(t *testing.T, plain func(b *linkage.Batch, m *linkage.Mention, i int) bool, values ...normalize.Value) {
	t.Helper()
	got, ok := threeCases(t, func(b *linkage.Batch, i int) bool { return plain(b, &linkage.Mention{}, i) })
	if !ok {
		return
	}
	want, _ := threeCases(t, func(b *linkage.Batch, i int) bool {
		value := values[min(i, len(values)-1)]
		b.Mention(&linkage.Mention{Kind: value.Kind(), Value: value})
		return true
	})
	if got != want {
		t.Errorf("read plainly:\n%s\nread as its kind:\n%s", got, want)
	}
}

func FuzzPlainPhone(f *testing.F) {
	for _, s := range []string{"585-555-0142", "(585) 555-0142", "5855550142", "800-555-0142", "585.555.0142", "111-111-1111", "585-055-0142", "555-555-5555", "1 585 555 0142"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		read, unread := normalize.Phones(raw, "")
		samePlain(t, func(b *linkage.Batch, m *linkage.Mention, i int) bool {
			if !b.PlainPhone(m, raw) {
				return false
			}
			if len(read) != 1 || len(unread) > 0 {
				t.Fatalf("%q is %d numbers", raw, len(read))
			}
			return true
		}, first(read))
	})
}

func first(all []normalize.PhoneNumber) normalize.Value {
	if len(all) == 0 {
		return normalize.PhoneNumber{}
	}
	return all[0]
}

func FuzzPlainPlate(f *testing.F) {
	for _, s := range []string{"KAB-1042", "kab1042", "ABC1234", "ABC-1234", "1234567", "AAAAAAA", "12-AB34", "KAB1042X9", "PA1234"} {
		f.Add(s, "NY")
		f.Add(s, "PA")
	}
	f.Fuzz(func(t *testing.T, raw, state string) {
		value, err := normalize.Plate(raw, state)
		samePlain(t, func(b *linkage.Batch, m *linkage.Mention, i int) bool {
			ok := b.PlainPlate(m, raw, state)
			if ok && err != nil {
				t.Fatalf("%q of %q cannot be read: %v", raw, state, err)
			}
			return ok
		}, value)
	})
}

func FuzzPlainBusiness(f *testing.F) {
	for _, s := range []string{
		"Adams Iron Knoll Cleaning LLC", "Golden Nails", "Sunrise Motel Inc", "Smith and Sons", "THE BIG FARM", "Cherry Orchards Corp", "St James Farm", "Farm House",
		"Unknown Business", "Massage Parlor", "Two Brothers Trucking", "Acme Co", "Acme Co Inc", "LLC Acme", "Acme  Farm", "Farms Services Nails", "First Class Cleaners", "Bros", "Ent",
		"Acme Limited", "Limited Acme", "Store Acme", "Acme Ltd Farm", "nail salon", "Ace Intl Mfg", "Acme SA", "Acme S A", "Acme Trust LLC", "Pho Hoa", "aka Farm", "O Farm",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		value, err := normalize.Business(raw)
		samePlain(t, func(b *linkage.Batch, m *linkage.Mention, i int) bool {
			ok := b.PlainBusiness(m, raw)
			if ok && err != nil {
				t.Fatalf("%q cannot be read: %v", raw, err)
			}
			return ok
		}, value)
	})
}

func FuzzPlainAddress(f *testing.F) {
	for _, s := range []string{
		"Delaware Street", "Main St", "Lyell Ave Apt B", "N Main St", "State Route", "Shady Acres Mobile Home Park", "Broadway", "B St", "Mile Rd", "and Oak St", "Lot Rd",
		"Floor Main St", "Rear Main St", "Box Elder Rd", "PO Box", "County Road", "Street", "Avenue B", "Motel", "Sunset Motel", "First St", "One St", "th Street", "S Main",
		"Carriage House Ln", "W 1st", "Hwy", "Old Rte", "St. Paul Blvd.", "Buffalo NY", "Main St Olean NY", "Niagara Falls Blvd", "E Main St Rear", "Park Pl Unit C",
	} {
		f.Add("3057", "12", s, "Olean", "NY", "14760")
		f.Add("8", "9", s, "", "NY", "")
		f.Add("47", "4701", s, "Queens", "", "11101")
		f.Add("47", "48", s, "Perry, NY 14530", "PA", "")
		f.Add("305", "306", s, s, "NY", "14760")
		f.Add("305", "306", s+" Nowhereville", "Nowhereville", "NY", "14760")
		f.Add("305", "306", s+" Nowhereville", "nowhere-ville", "", "")
	}
	f.Fuzz(func(t *testing.T, one, other, street, city, state, zip string) {
		if strings.ContainsAny(one+other, " ") {
			return
		}
		columns := func(number string) normalize.AddressColumns {
			return normalize.AddressColumns{Street: number + " " + street, City: city, State: state, ZIP: zip}
		}
		// What a batch knows of the street comes from the first number, in another town; the second is read with it.
		elsewhere := columns(one)
		elsewhere.City, elsewhere.ZIP = "Warsaw", ""
		x, failed := normalize.AddressFromColumns(elsewhere)
		y, err := normalize.AddressFromColumns(columns(other))
		samePlain(t, func(b *linkage.Batch, m *linkage.Mention, i int) bool {
			c := []normalize.AddressColumns{elsewhere, columns(other), columns(other)}[i]
			ok := b.PlainAddress(m, &c)
			if ok && (i == 0 && failed != nil || i > 0 && err != nil) {
				t.Fatalf("%q and %q of %q cannot be read: %v, %v", one, other, columns(""), failed, err)
			}
			return ok
		}, x, y)
	})
}
