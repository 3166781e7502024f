package pairgen

import (
	"fmt"
	"strings"
)

// A NamePair is two names of businesses as case files write them, and whether they are of one firm.
type NamePair struct {
	Family string
	A, B   string
	Same   bool
}

// BusinessPairs makes perFamily pairs of names of each family.
func BusinessPairs(seed uint64, perFamily int) []NamePair {
	m := newMaker(seed, 23)
	var out []NamePair
	for _, f := range businessFamilies {
		for range perFamily {
			a, b := f.write(m)
			if m.IntN(2) == 0 {
				a, b = b, a
			}
			out = append(out, NamePair{f.name, a, b, f.same})
		}
	}
	return out
}

var (
	firmNames = strings.Fields("Ridgeback Millstone Harborlight Ontiveros Kowalczyk Bluestem Pawtuck Tamarack Delacroix Quispe Vandermark Sunnyside Lotus#Garden Jade#Palace Four#Corners Eagle#Crest Twin#Oaks Zaragoza Hnatiuk Oakhurst Cattail Marigold Pinnacle Whitetail Brightwater Redwing Copperhead Ferncliff Lakota Orchid#Moon")
	trades    = []ending{{"Farms", "Farm"}, {"Dairy", "Dairy Farm"}, {"Spa", "Day Spa"}, {"Nails", "Nail Salon"}, {"Massage", "Massage Therapy"}, {"Motel", "Motor Inn"}, {"Staffing", "Staffing Services"}, {"Landscaping", "Landscape"}, {"Orchards", "Orchard"}, {"Cleaning", "Cleaning Service"}, {"Restaurant", "Rest."}, {"Construction", "Constr."}}
	forms     = []ending{{"LLC", "L.L.C."}, {"Inc", "Incorporated"}, {"Corp", "Corporation"}, {"Inc.", "INC"}, {"Ltd", "Limited"}, {"LLP", "L.L.P."}}
	// twins are surnames a letter or two apart that are of different families.
	twins = []ending{{"Wegner", "Wagner"}, {"Meyers", "Mayer"}, {"Hansen", "Jansen"}, {"Keller", "Kepler"}, {"Barton", "Burton"}, {"Marlin", "Martin"}, {"Harmon", "Hammon"}, {"Bauer", "Baker"}, {"Lopes", "Lopez"}, {"Dalton", "Walton"}, {"Ramos", "Ramon"}, {"Becker", "Decker"}}
)

func (m *maker) firm() string  { return m.head(firmNames) }
func (m *maker) trade() ending { return trades[m.IntN(len(trades))] }
func (m *maker) form() ending  { return forms[m.IntN(len(forms))] }

// slip makes one slip of the pen inside of a name.
func (m *maker) slip(s string) string {
	i := 2 + m.IntN(max(1, len(s)-3))
	if i+1 >= len(s) || s[i] == ' ' || s[i+1] == ' ' {
		i = 1
	}
	switch m.IntN(3) {
	case 0:
		return s[:i] + s[i+1:]
	case 1:
		return s[:i] + s[i:i+1] + s[i:]
	}
	return s[:i] + string(s[i+1]) + string(s[i]) + s[i+2:]
}

type businessFamily struct {
	name  string
	same  bool
	write func(m *maker) (a, b string)
}

var businessFamilies = []businessFamily{
	{"legal form", true, func(m *maker) (string, string) {
		n, f := m.firm()+" "+m.trade().short, m.form()
		return n + m.one(" ", ", ") + f.short, m.one(n, n+" "+f.full, strings.ToUpper(n)+" "+f.short)
	}},
	{"trade name", true, func(m *maker) (string, string) {
		legal, shown := m.firm()+" "+m.one("Holdings", "Enterprises", "Group")+" "+m.form().short, m.firm()+" "+m.trade().short
		return legal + m.one(" d/b/a ", " dba ", " t/a ", " DBA ", " doing business as ") + shown, m.one(shown, legal)
	}},
	{"trade in other words", true, func(m *maker) (string, string) {
		n, t := m.firm(), m.trade()
		return n + " " + t.short, n + " " + t.full
	}},
	{"and company", true, func(m *maker) (string, string) {
		n := m.firm()
		return n + m.one(" & Co", " and Company", " & Co."), n + m.one(" & Company", " Co", " and Co")
	}},
	{"slip of the pen", true, func(m *maker) (string, string) {
		n, t := m.firm(), m.trade().short
		return n + " " + t, m.slip(n) + " " + t
	}},
	{"run together", true, func(m *maker) (string, string) {
		n, t := m.firm(), m.trade().short
		return n + " " + t, strings.ReplaceAll(n, " ", "") + t
	}},
	{"article and marks", true, func(m *maker) (string, string) {
		n, t := m.firm(), m.trade().short
		return "The " + n + " " + t, m.one(n+" "+t, strings.ToUpper(n+" "+t), n+"'s "+t)
	}},
	{"ampersand", true, func(m *maker) (string, string) {
		a, b, t := m.firm(), m.firm(), m.trade().short
		return a + " & " + b + " " + t, a + " and " + b + " " + t
	}},
	{"place behind", true, func(m *maker) (string, string) {
		n, t := m.firm(), m.trade().short
		return n + " " + t, n + " " + t + " " + m.one("of Batavia", "(Batavia)", "- Perry", "of Perry NY")
	}},
	{"initials", true, func(m *maker) (string, string) {
		x, y, s, t := m.one("J", "R", "D"), m.one("M", "K", "T"), m.one(twins[m.IntN(len(twins))].short), m.trade().short
		return x + "." + y + ". " + s + " " + t, x + y + " " + s + " " + t
	}},
	{"firms of one trade", false, func(m *maker) (string, string) {
		a, b := m.two()
		t := m.trade().short
		return a + " " + t, b + " " + t
	}},
	{"other trade, one name", false, func(m *maker) (string, string) {
		n, i := m.firm(), m.IntN(len(trades))
		j := (i + 1 + m.IntN(len(trades)-1)) % len(trades)
		return n + " " + trades[i].short, n + " " + trades[j].short
	}},
	{"store numbers", false, func(m *maker) (string, string) {
		n, k := m.firm()+" "+m.trade().short, 1+m.IntN(80)
		return fmt.Sprintf("%s %s%d", n, m.one("#", "Store ", "No. "), k), fmt.Sprintf("%s %s%d", n, m.one("#", "Store ", "No. "), k+1+m.IntN(9))
	}},
	{"surnames alike", false, func(m *maker) (string, string) {
		s, t := twins[m.IntN(len(twins))], m.trade().short
		return s.short + " " + t, s.full + " " + t
	}},
	{"surnames alike, with a form", false, func(m *maker) (string, string) {
		s, t, f := twins[m.IntN(len(twins))], m.trade().short, m.form().short
		return s.short + " " + t + " " + f, s.full + " " + t + " " + f
	}},
	{"numbered firms", false, func(m *maker) (string, string) {
		n, i := m.firm()+" "+m.one("Holdings", "Realty", "Partners"), m.IntN(3)
		r := strings.Fields("II III IV V VI")
		return n + " " + r[i] + " LLC", n + " " + r[i+1+m.IntN(2)] + " LLC"
	}},
	{"sister companies", false, func(m *maker) (string, string) {
		n := m.firm()
		return n + " " + m.one("Transport", "Logistics", "Trucking") + " LLC", n + " " + m.one("Harvesting", "Housing", "Properties") + " LLC"
	}},
	{"only common words", false, func(m *maker) (string, string) {
		return m.one("Best Asian", "Lucky Star", "New Asian", "Golden") + " Spa", m.one("Royal Asian", "Green Star", "Oriental", "Silver") + " Spa"
	}},
	{"streets", false, func(m *maker) (string, string) {
		i := 1 + m.IntN(80)
		k := i + 1 + m.IntN(9)
		return fmt.Sprintf("%d%s Street %s", i, nth(i), m.one("Deli", "Laundromat", "Spa")), fmt.Sprintf("%d%s Street %s", k, nth(k), m.one("Deli", "Laundromat", "Spa"))
	}},
}

// two draws two different firms.
func (m *maker) two() (a, b string) {
	for a, b = m.firm(), m.firm(); a == b; {
		b = m.firm()
	}
	return a, b
}
