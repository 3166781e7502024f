package linkage

import (
	"strings"

	"github.com/tflink/tflink/linkage/normalize"
)

// publicWords are words of places and services that people who have nothing to
// do with each other use: sharing one says little from the start.
var publicWords = map[string]bool{
	"motel": true, "motels": true, "hotel": true, "hotels": true, "inn": true, "inns": true, "lodge": true, "lodging": true,
	"suites": true, "hostel": true, "campground": true, "casino": true,
	"taxi": true, "taxis": true, "cab": true, "cabs": true, "taxicab": true, "livery": true, "greyhound": true, "bus": true,
	"airport": true, "station": true, "terminal": true, "plaza": true, "truckstop": true, "mall": true, "laundromat": true,
	"hotline": true, "helpline": true, "hospital": true, "clinic": true, "shelter": true, "court": true, "courthouse": true,
	"library": true, "church": true, "sheriff": true, "police": true, "jail": true, "school": true,
}

// deskWords are mailboxes of an office rather than of a person (RFC 2142 has some of them).
var deskWords = map[string]bool{
	"info": true, "office": true, "desk": true, "frontdesk": true, "reception": true, "contact": true, "mail": true, "admin": true,
	"intake": true, "tips": true, "tipline": true, "records": true, "reports": true, "dispatch": true, "help": true, "support": true,
	"jobs": true, "hr": true, "reservations": true, "booking": true, "bookings": true, "noreply": true, "no-reply": true,
}

// isPublicPlace reports whether a value names such a place or service.
func isPublicPlace(v normalize.Value) bool {
	name := ""
	switch v := v.(type) {
	case normalize.BusinessName:
		name = v.Name
	case normalize.PostalAddress:
		name = v.Place
	case normalize.EmailAddress:
		return deskWords[v.Local()]
	}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if publicWords[strings.Trim(w, ".,'&-")] {
			return true
		}
	}
	return false
}
