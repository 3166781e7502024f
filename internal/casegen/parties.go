package casegen

import (
	"fmt"
	"strings"
)

// A party is a person or organisation with its identifiers by column.
type party struct {
	human
	org       string // name of an organisation; "" for people
	sex       string
	employer  string
	addresses []tableAddress
	phones    []string
	emails    []string
	ids       map[string]string
	alias     string
}

var partyHeader = []string{"PARTY_ID", "PARTY_CLASS", "PRIMARY_NAME_FULL", "PRIMARY_NAME_LAST", "PRIMARY_NAME_FIRST", "PRIMARY_NAME_MIDDLE",
	"PRIMARY_NAME_SUFFIX", "PRIMARY_NAME_ORG", "AKA_NAME_FULL", "DATE_OF_BIRTH", "GENDER", "HOME_ADDR_FULL", "MAILING_ADDR_LINE1",
	"MAILING_ADDR_CITY", "MAILING_ADDR_STATE", "MAILING_ADDR_POSTAL_CODE", "BUSINESS_ADDR_FULL", "HOME_PHONE_NUMBER", "MOBILE_PHONE_NUMBER",
	"WORK_PHONE_NUMBER", "EMAIL_ADDRESS", "PASSPORT_NUMBER", "PASSPORT_COUNTRY", "DRIVERS_LICENSE_NUMBER", "DRIVERS_LICENSE_STATE",
	"SSN_NUMBER", "TAX_ID_NUMBER", "TAX_ID_COUNTRY", "NATIONAL_ID_NUMBER", "LINKEDIN", "INSTAGRAM", "WEBSITE_ADDRESS", "EMPLOYER_NAME",
	"DATA_SOURCE", "STATUS", "AMOUNT"}

// parties makes the rows of the profile parties.
func (m *tableMaker) parties() {
	m.out.Header = partyHeader
	lawyer, agency := m.phone(), m.phone() // numbers that strangers give
	office := m.address()
	var last party
	for entity := 0; !m.full(); entity++ {
		p := m.party()
		switch {
		case p.org != "":
			if m.chance(12) { // a shell at one law firm
				p.phones[0], p.addresses[0] = lawyer, office
			}
		case entity > 0 && last.org == "" && m.chance(15):
			p.relateTo(m, &last)
		case m.chance(8):
			p.phones = append(p.phones, agency)
		}
		last = p
		for i := range m.copies() {
			if !m.full() {
				m.emit(entity, m.partyRow(&p, i))
			}
		}
	}
}

// relateTo makes somebody of the household of another: what they share proves nothing.
func (p *party) relateTo(m *tableMaker, o *party) {
	h := m.relative(o.human)
	h.email = m.mailbox(h)
	p.human, p.alias = h, ""
	p.addresses[0] = o.addresses[0]
	if m.chance(50) {
		p.phones[0] = o.phones[0]
	}
	p.emails = []string{h.email, m.mailbox(h)}
	p.employer = o.employer
}

func (m *tableMaker) party() party {
	p := party{human: m.human(), ids: map[string]string{}}
	if m.chance(35) {
		return m.organisation(p)
	}
	p.sex = m.one([]string{"M", "F"})
	p.employer = m.firm()
	p.addresses = []tableAddress{p.address, m.address(), m.address()}
	p.phones = []string{p.phone, m.phone(), m.phone()}
	p.emails = []string{p.email, m.mailbox(p.human)}
	if m.chance(20) {
		p.alias = m.given.draw(m.r) + " " + p.surname
	}
	p.ids["SSN_NUMBER"] = m.digits(3) + "-" + m.digits(2) + "-" + m.digits(4)
	p.ids["PASSPORT_NUMBER"], p.ids["PASSPORT_COUNTRY"] = m.digits(9), m.one([]string{"US", "US", "MX", "GT", "CN"})
	p.ids["DRIVERS_LICENSE_NUMBER"], p.ids["DRIVERS_LICENSE_STATE"] = m.digits(9), m.one([]string{"NY", "NY", "PA", "NJ"})
	p.ids["NATIONAL_ID_NUMBER"] = m.digits(8)
	handle := lower(p.given) + "_" + lower(p.surname) + m.digits(2)
	p.ids["LINKEDIN"], p.ids["INSTAGRAM"] = "linkedin.com/in/"+handle, "@"+handle
	return p
}

func (m *tableMaker) firm() string {
	name := m.one(firmWords) + " " + m.one(firmNouns) + " " + m.one(firmTrades)
	if m.chance(30) {
		name = m.surname() + " " + m.one(firmTrades)
	}
	return name
}

func (m *tableMaker) organisation(p party) party {
	p.org = m.firm()
	p.addresses = []tableAddress{m.address(), m.address(), m.address()}
	p.phones = []string{m.phone(), m.phone(), m.phone()}
	site := lower(strings.ReplaceAll(p.org, " ", "")) + ".example.com"
	p.emails = []string{"info@" + site, "office@" + site}
	p.ids["TAX_ID_NUMBER"], p.ids["TAX_ID_COUNTRY"] = m.digits(2)+"-"+m.digits(7), "US"
	p.ids["WEBSITE_ADDRESS"] = "www." + site
	p.ids["LINKEDIN"] = "linkedin.com/company/" + lower(strings.ReplaceAll(p.org, " ", "-"))
	return p
}

// filled says how often an identifier stands in a row; wide tables are sparse.
var filled = map[string]float64{"SSN_NUMBER": 30, "PASSPORT_NUMBER": 15, "DRIVERS_LICENSE_NUMBER": 30, "NATIONAL_ID_NUMBER": 10,
	"LINKEDIN": 10, "INSTAGRAM": 10, "TAX_ID_NUMBER": 35, "WEBSITE_ADDRESS": 25}

// partyRow is the i-th row of a party.
func (m *tableMaker) partyRow(p *party, i int) map[string]string {
	row := map[string]string{
		"DATA_SOURCE": m.one([]string{"INTAKE", "LICENSING", "WATCHLIST"}), "STATUS": m.one([]string{"Active", "Inactive"}),
		"AMOUNT": fmt.Sprint(m.r.IntN(5000)),
	}
	if p.org != "" {
		m.orgName(p, i, row)
	} else {
		m.personName(p, i, row)
	}
	m.whereabouts(p, i, row)
	for field, percent := range inOrder(filled) {
		value := p.ids[field]
		if value == "" || !m.chance(percent) {
			continue
		}
		if m.chance(5) {
			value = m.wrongDigit(value)
		}
		if m.chance(30) {
			value = strings.NewReplacer("-", "", "@", "").Replace(value)
		}
		row[field] = value
		for _, issuer := range []string{"_COUNTRY", "_STATE"} {
			at := strings.TrimSuffix(field, "_NUMBER") + issuer
			if v := p.ids[at]; v != "" && m.chance(85) {
				row[at] = v
			}
		}
	}
	return row
}

func (m *tableMaker) personName(p *party, i int, row map[string]string) {
	h := p.human
	if i > 0 {
		for range m.pick(25, 40, 25, 10) {
			m.spoil(&h)
		}
	}
	if m.chance(80) {
		row["PARTY_CLASS"] = m.one([]string{"PERSON", "Individual"})
	}
	suffix := ""
	if h.suffix != "" && m.chance(75) {
		suffix = h.suffix
	}
	switch {
	case p.alias != "" && i > 0 && m.chance(25):
		row["PRIMARY_NAME_FULL"] = p.alias
	case m.chance(40):
		middle := ""
		if h.middle != "" && m.chance(50) {
			middle = h.middle[:1] + ". "
		}
		row["PRIMARY_NAME_FULL"] = strings.TrimSpace(h.given + " " + middle + h.surname + " " + suffix)
		if m.chance(30) {
			row["PRIMARY_NAME_FULL"] = strings.ToUpper(h.surname + ", " + h.given)
		}
	default:
		row["PRIMARY_NAME_LAST"], row["PRIMARY_NAME_FIRST"], row["PRIMARY_NAME_SUFFIX"] = h.surname, h.given, suffix
		if m.chance(50) {
			row["PRIMARY_NAME_MIDDLE"] = h.middle
		}
	}
	if p.alias != "" && m.chance(50) {
		row["AKA_NAME_FULL"] = p.alias
	}
	if m.chance(60) {
		row["DATE_OF_BIRTH"] = h.born()
		if m.chance(30) {
			row["DATE_OF_BIRTH"] = fmt.Sprintf("%d/%d/%d", h.month, h.day, h.year)
		}
	}
	if m.chance(50) {
		row["GENDER"] = p.sex
	}
	if m.chance(30) {
		row["EMPLOYER_NAME"] = p.employer
	}
}

func (m *tableMaker) orgName(p *party, i int, row map[string]string) {
	name := p.org
	if i > 0 && m.chance(30) {
		name = m.typo(name)
	}
	if words := strings.Fields(name); i > 0 && len(words) > 2 && m.chance(15) {
		name = strings.Join(words[:2], " ")
	}
	name += m.one([]string{"", " LLC", " Inc", ", Inc.", " Corp"})
	if m.chance(80) {
		row["PARTY_CLASS"] = m.one([]string{"ORGANIZATION", "Business"})
	}
	if m.chance(30) {
		name = strings.ToUpper(name)
	}
	row["PRIMARY_NAME_ORG"] = name
	if row["PARTY_CLASS"] != "" && m.chance(20) {
		row["PRIMARY_NAME_FULL"], row["PRIMARY_NAME_ORG"] = name, ""
	}
}

// whereabouts fills addresses, phones and e-mails: the row's own pick of them, in any column.
func (m *tableMaker) whereabouts(p *party, i int, row map[string]string) {
	at := p.addresses[m.pick(70, 20, 10)]
	if i > 0 && m.chance(10) {
		at.street = m.typo(at.street)
	}
	switch kind := m.pick(40, 30, 10, 20); {
	case p.org != "" && kind < 2:
		row["BUSINESS_ADDR_FULL"] = m.whole(at)
	case kind == 0:
		row["HOME_ADDR_FULL"] = m.whole(at)
	case kind == 1:
		row["MAILING_ADDR_LINE1"], row["MAILING_ADDR_CITY"] = m.line(at), at.town
		row["MAILING_ADDR_STATE"], row["MAILING_ADDR_POSTAL_CODE"] = "NY", at.zip
	}
	columns := []string{"HOME_PHONE_NUMBER", "MOBILE_PHONE_NUMBER", "WORK_PHONE_NUMBER"}
	for range m.pick(25, 55, 20) {
		phone := p.phones[m.pick(60, 25, 15)]
		if m.chance(20) {
			phone = p.phones[len(p.phones)-1]
		}
		if m.chance(4) {
			phone = m.one([]string{"0000000000", "9999999999"})
		}
		row[m.one(columns)] = m.written(phone)
	}
	if m.chance(40) {
		row["EMAIL_ADDRESS"] = p.emails[m.pick(75, 25)]
	}
}
