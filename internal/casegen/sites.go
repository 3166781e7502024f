package casegen

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

// A site is a licensed place of an agency.
type site struct {
	name, legal string
	address     tableAddress
	suite       string
	phone       string
	program     string
	capacity    int
	county      string
}

var sitesHeader = []string{"rowid", "Provider Name", "Licensee", "Street Address", "City", "State", "Zip Code", "County", "Phone", "Program Type",
	"Ages Served", "Capacity", "Source System"}

var siteNouns = []string{"Learning Center", "Child Care", "Day Care Center", "Early Learning Academy", "Preschool", "Nursery School", "Head Start",
	"Kids Club", "Montessori School", "Family Child Care", "After School Program"}

var sitePrograms = []string{"Day Care Center", "Family Day Care", "School Age Child Care", "Group Family Day Care", "Head Start"}

// sites makes the rows of the profile sites.
func (m *tableMaker) sites() {
	m.out.Header = sitesHeader
	for entity := 0; !m.full(); {
		// An agency has one site, or several under one name and one phone.
		first := m.site()
		siblings := 1
		if m.chance(20) {
			siblings = 2 + m.r.IntN(6)
		}
		for k := range siblings {
			s := first
			if k > 0 {
				s = m.sibling(first, k)
			}
			for i := range m.copies() {
				if !m.full() {
					m.emit(entity, m.siteRow(s, i))
				}
			}
			entity++
		}
	}
}

func (m *tableMaker) site() site {
	k := Counties[m.r.IntN(len(Counties))]
	a := m.address()
	t := k.Towns[m.r.IntN(len(k.Towns))]
	a.town, a.zip, a.unit = t.Name, t.ZIP, ""
	s := site{address: a, phone: m.phone(), program: m.one(sitePrograms), capacity: 6 + m.r.IntN(120), county: k.Name}
	s.name = m.one(firmWords) + " " + m.one(firmNouns) + " " + m.one(siteNouns)
	switch {
	case m.chance(25): // somebody's own home
		given, surname := m.given.draw(m.r), m.surname()
		s.name, s.legal = given+" "+surname, surname+", "+given
	case m.chance(20):
		s.name = m.one(streetNames) + " Street " + m.one(siteNouns)
	}
	if s.legal == "" {
		s.legal = s.name + m.one([]string{" LLC", " Inc", ", Inc."})
		if m.chance(40) {
			s.legal = m.surname() + " " + m.one([]string{"Enterprises", "Education", "Family Services"}) + " LLC"
		}
	}
	if m.chance(15) {
		s.suite = fmt.Sprint(1 + m.r.IntN(300))
	}
	return s
}

// sibling is another site of the same agency: its name and phone are the agency's.
func (m *tableMaker) sibling(first site, k int) site {
	s := m.site()
	s.legal, s.phone = first.legal, first.phone
	switch m.r.IntN(3) {
	case 0:
		s.name = first.name
	case 1:
		s.name = first.name + " - " + s.address.town
	default:
		s.name = fmt.Sprintf("%s #%d", first.name, k+1)
	}
	if m.chance(30) { // another programme at the same street, in another building
		s.address.street, s.address.town, s.address.zip, s.county = first.address.street, first.address.town, first.address.zip, first.county
	}
	return s
}

// siteRow is the i-th row of a site.
func (m *tableMaker) siteRow(s site, i int) map[string]string {
	name, line, phone, town, zip := s.name, m.line(s.address), s.phone, s.address.town, s.address.zip
	if s.suite != "" && m.chance(60) {
		line += m.one([]string{" Suite ", ", Ste ", " Ste. ", " #", " Unit "}) + s.suite
	}
	if i > 0 {
		switch m.pick(45, 15, 10, 15, 15) {
		case 1:
			name = m.typo(name)
		case 2:
			name = s.legal
		case 3:
			name = strings.NewReplacer("Center", "Ctr", "Day Care", "Daycare", "Child Care", "Childcare", "Learning", "Lrng").Replace(name)
		case 4:
			words := strings.Fields(name)
			name = strings.Join(words[:max(2, len(words)-1)], " ")
		}
		if m.chance(12) {
			line = m.typo(line)
		}
		if m.chance(8) {
			phone = m.phone()
		}
		if m.chance(4) {
			zip = m.wrongDigit(zip)
		}
		if m.chance(5) {
			town = m.typo(town)
		}
	}
	if m.chance(50) {
		name = strings.ToUpper(name)
	}
	row := map[string]string{"Provider Name": name, "Licensee": s.legal, "Street Address": line, "City": town, "State": "NY", "Zip Code": zip,
		"County": s.county, "Phone": m.written(phone), "Program Type": s.program, "Ages Served": m.one([]string{"0-5", "6 weeks - 12 years", "3-5", "5-12"}),
		"Capacity": fmt.Sprint(s.capacity), "Source System": m.one([]string{"OCFS", "CCR&R", "DOH"})}
	for field, percent := range inOrder(map[string]float64{"Licensee": 40, "Phone": 15, "Zip Code": 8, "Program Type": 30, "Ages Served": 60, "County": 10}) {
		if m.chance(percent) {
			row[field] = ""
		}
	}
	return row
}

// inOrder goes through a map by its keys, so that the draws do not depend on its order.
func inOrder(of map[string]float64) iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for _, k := range slices.Sorted(maps.Keys(of)) {
			if !yield(k, of[k]) {
				return
			}
		}
	}
}
