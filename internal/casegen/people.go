package casegen

import (
	"fmt"
	"strings"
)

// A human is somebody of a table.
type human struct {
	given, middle, surname, suffix string
	year, month, day               int
	address                        tableAddress
	phone, email                   string
}

func (m *tableMaker) human() human {
	h := human{given: m.given.draw(m.r), surname: m.surname(), address: m.address()}
	if m.chance(60) {
		h.middle = m.given.draw(m.r)
	}
	h.year, h.month, h.day = 1940+m.r.IntN(66), 1+m.r.IntN(12), 1+m.r.IntN(28)
	h.phone, h.email = m.phone(), m.mailbox(h)
	return h
}

func (m *tableMaker) mailbox(h human) string {
	g, s := lower(h.given), lower(h.surname)
	domain := m.one([]string{"example.com", "example.org", "example.net"})
	switch m.r.IntN(4) {
	case 0:
		return g + "." + s + "@" + domain
	case 1:
		return fmt.Sprintf("%s%s%02d@%s", g[:1], s, h.year%100, domain)
	case 2:
		return fmt.Sprintf("%s%d@%s", g, m.r.IntN(2000), domain)
	}
	return fmt.Sprintf("%s_%s%d@%s", s, g[:1], m.r.IntN(100), domain)
}

// relative returns somebody of the same household: a spouse or child, a twin, or a son of the same name.
func (m *tableMaker) relative(h human) human {
	k := m.human()
	k.surname, k.address, k.phone = h.surname, h.address, h.phone
	switch m.pick(80, 10, 10) {
	case 0:
		if m.chance(50) {
			k.phone = m.phone()
		}
	case 1: // a twin
		k.year, k.month, k.day = h.year, h.month, h.day
	case 2: // a son of the same name
		k.given, k.suffix = h.given, "Jr"
		k.year = h.year + 19 + m.r.IntN(20)
		k.email = m.mailbox(k)
	}
	return k
}

func (h *human) born() string { return fmt.Sprintf("%04d-%02d-%02d", h.year, h.month, h.day) }

// people makes the rows of the profile people.
func (m *tableMaker) people() {
	m.out.Header = []string{"rec_id", "first_name", "middle_name", "last_name", "dob", "street_address", "city", "state", "zip", "phone", "email"}
	var last human
	for entity := 0; !m.full(); entity++ {
		h := m.human()
		if entity > 0 && m.chance(8) {
			h = m.relative(last)
		}
		last = h
		for i := range m.copies() {
			if !m.full() {
				m.emit(entity, m.personRow(h, i))
			}
		}
	}
}

// personRow is the i-th row of somebody: rows but the first have several errors.
func (m *tableMaker) personRow(h human, i int) map[string]string {
	row := map[string]string{"state": "NY"}
	if i > 0 {
		for range 1 + m.pick(30, 35, 20, 10, 5) {
			m.spoil(&h)
		}
	}
	row["first_name"], row["middle_name"], row["last_name"] = h.given, h.middle, h.surname
	if h.suffix != "" && m.chance(30) {
		row["last_name"] += " " + h.suffix
	}
	if h.middle != "" && m.chance(40) {
		row["middle_name"] = h.middle[:1]
	}
	if h.year > 0 {
		row["dob"] = h.born()
	}
	if h.address.street != "" {
		row["street_address"], row["city"], row["zip"] = m.line(h.address), h.address.town, h.address.zip
	}
	row["phone"], row["email"] = m.written(h.phone), h.email
	for _, x := range missing {
		if m.chance(x.percent) {
			row[x.field] = ""
		}
	}
	return row
}

// missing says how often a field is empty.
var missing = []struct {
	field   string
	percent float64
}{{"middle_name", 35}, {"dob", 6}, {"street_address", 5}, {"zip", 8}, {"phone", 15}, {"email", 35}}

// spoil makes one error in what is known of somebody, or lets something change.
func (m *tableMaker) spoil(h *human) {
	switch m.pick(12, 14, 8, 3, 3, 10, 4, 2, 14, 8, 8, 6, 4, 4) {
	case 0:
		h.given = m.typo(h.given)
	case 1:
		h.surname = m.typo(h.surname)
	case 2:
		if short, ok := shortNames[h.given]; ok {
			h.given = short
		}
	case 3:
		h.given, h.surname = h.surname, h.given
	case 4:
		h.given = h.given[:min(1, len(h.given))]
	case 5:
		m.spoilBirth(h)
	case 6:
		h.surname = m.surname() // married
	case 7:
		h.given, h.middle = h.middle, h.given
		if h.given == "" {
			h.given, h.middle = h.middle, ""
		}
	case 8:
		h.address = m.address()
	case 9:
		h.address.street = m.typo(h.address.street)
	case 10:
		h.phone = m.phone()
	case 11:
		h.phone = m.wrongDigit(h.phone)
	case 12:
		h.email = m.mailbox(*h)
	case 13:
		if at := strings.IndexByte(h.email, '@'); at > 2 {
			h.email = m.typo(h.email[:at]) + h.email[at:]
		}
	}
}

func (m *tableMaker) spoilBirth(h *human) {
	switch m.r.IntN(4) {
	case 0:
		if h.day <= 12 {
			h.month, h.day = h.day, h.month
		}
	case 1:
		h.year += m.r.IntN(3) - 1
	case 2:
		h.day = 1 + m.r.IntN(28)
	default:
		h.month, h.day = 1, 1
	}
}

// shortNames are the names that common ones are called by.
var shortNames = pairs(`James Jim John Jack Robert Bob Michael Mike William Bill David Dave Richard Rick Charles Chuck
	Joseph Joe Thomas Tom Christopher Chris Daniel Dan Matthew Matt Anthony Tony Donald Don Steven Steve Edward Ed
	Patricia Pat Jennifer Jenny Elizabeth Liz Barbara Barb Susan Sue Margaret Peggy Kathleen Kathy Deborah Debbie
	Katherine Kate Catherine Cathy Rebecca Becky Kimberly Kim Pamela Pam Nicholas Nick Samuel Sam Benjamin Ben Gregory Greg
	Francisco Paco Jose Pepe Guadalupe Lupe Theresa Terry Victoria Vicky Alexander Alex Timothy Tim Kenneth Ken Ronald Ron`)

// pairs reads "from to from to".
func pairs(list string) map[string]string {
	out := map[string]string{}
	w := words(list)
	for i := 0; i+1 < len(w); i += 2 {
		out[w[i]] = w[i+1]
	}
	return out
}
