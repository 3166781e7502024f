package normalize

import "testing"

// A house number that was written against the last word of a firm's name is its own.
func TestFirmBeforeNumber(t *testing.T) {
	for _, test := range []struct{ raw, number, street string }{
		{"Sample Dairy LLC2000 Military RoadTonawanda, NY 14150", "2000", "Military"},
		{"Kestrel Villa Academy57 Cleveland PlaceStaten Island, NY 10305", "57", "Cleveland"},
		{"Kestrel Hospital Center51-15 Beach Channel DriveFar Rockaway, NY 11691", "51-15", "Beach Channel"},
		{"401 SW Water Street, Unit508", "401", "Water"},
		{"12 Route19 Warsaw NY", "12", "Route 19"},
	} {
		a, err := Address(test.raw, Place{})
		if err != nil || a.Number != test.number || a.Street != test.street {
			t.Errorf("Address(%q): number %q, street %q, %v; want %q, %q", test.raw, a.Number, a.Street, err, test.number, test.street)
		}
	}
}
