package resolve

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
)

// idLetters are the 32 characters of an entity's id: digits and capitals without I, L, O and U.
var idLetters = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// entityID returns "E-" and 13 characters, 65 bits, of a hash of the smallest
// name of a group, so that growth seldom changes it.
func entityID(smallest string) string {
	sum := sha256.Sum256([]byte("entity\x00" + smallest))
	return "E-" + idLetters.EncodeToString(sum[:])[:13]
}

// uniqueNames returns the names with those that are repeated numbered, so that
// two groups never have one id though a column with repetitions names the rows.
func uniqueNames(names []string) []string {
	seen := make(map[string]int, len(names))
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = name
		if n := seen[name]; n > 0 {
			out[i] += "\x00" + strconv.Itoa(n)
		}
		seen[name]++
	}
	return out
}

// A ColumnUse says what a column of the table was taken for.
type ColumnUse struct {
	Header   string
	Use      string // "surname", "compared as text", "not compared", …
	Compared bool
	// Victim: it is about victims or minors, and not to be shown.
	Victim bool
}

var meaningNames = [...]string{
	meansNothing: "not compared", meansText: "compared as text", meansID: "names the row", meansType: "tells people from businesses", meansRole: "role: victims are left out",
	meansTitle: "not compared", meansGiven: "given name", meansMiddle: "other names", meansSurname: "surname", meansSuffix: "suffix",
	meansFullName: "name", meansBusiness: "business name", meansBorn: "date of birth", meansAge: "age",
	meansGender: "gender", meansPhone: "phone", meansEmail: "e-mail", meansAddress: "address", meansNumber: "house number",
	meansStreet: "street", meansUnit: "unit", meansTown: "town", meansPostcode: "postcode", meansState: "state", meansCounty: "region",
	meansIdentifier: "identifier", meansHandle: "account or site", meansIssuer: "issuer of an identifier", meansVictim: "a victim's: left out",
}

func useOf(columns []column) []ColumnUse {
	var out []ColumnUse
	for _, c := range columns {
		compared := true
		switch c.meaning {
		case meansNothing, meansVictim, meansID, meansTitle, meansRole:
			compared = false
		}
		out = append(out, ColumnUse{c.header, meaningNames[c.meaning], compared, c.meaning == meansVictim})
	}
	return out
}
