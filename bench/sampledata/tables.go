package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// table writes rows with a separator.
func table(comma rune, rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// birthday writes a date of birth; "" if it is unknown.
func birthday(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

func yes(b bool, word string) string {
	if b {
		return word
	}
	return ""
}

func offense(c *incident, sex, labor string) string {
	if c.labor {
		return labor
	}
	return sex
}

func verbatim(s string) string { return s }

// nth returns the i-th value of a kind, or "".
func (c *incident) nth(kind string, i int) string {
	if all := c.all(kind); i < len(all) {
		return all[i]
	}
	return ""
}

// join writes all values of a kind.
func (c *incident) join(kind, separator string, form func(string) string) string {
	return strings.Join(each(c.all(kind), form), separator)
}

// writeWyoming is a spreadsheet saved as CSV with a byte order mark: American
// dates, several numbers in a cell, cells of several lines, victims in columns.
func writeWyoming(cases []*incident) ([]byte, error) {
	rows := [][]string{{"Case No", "Date Opened", "Offense", "Status", "Suspect", "Suspect DOB", "Telephone", "License Plate",
		"Business Name", "Location", "Minors Involved", "Victim Name", "Victim Phone", "Narrative"}}
	for _, c := range cases {
		suspect, victim := c.who("Suspect"), c.who("Victim")
		rows = append(rows, []string{c.id, c.day.Format("1/2/2006"), offense(c, "Sex Trafficking", "Labor Trafficking"), c.status,
			strings.TrimSpace(suspect.full()), birthday(suspect.born, "01/02/2006"),
			c.join("phone", " or ", func(s string) string { return phone("(%s) %s-%s", s) }),
			c.join("plate", ", ", func(s string) string { state, number := cut(s); return state + " " + dashed(number) }),
			c.first("business"), oneLine(c.first("address")), yes(c.minors, "Y"),
			strings.TrimSpace(victim.full()), phone("%s-%s-%s", victim.phone), c.story})
	}
	text, err := table(',', rows)
	return append([]byte("\ufeff"), text...), err
}

// writeGenesee is a dispatch system's export as "Unicode text": UTF-16, tabs,
// capitals, everything in parts.
func writeGenesee(cases []*incident) ([]byte, error) {
	rows := [][]string{{"CASE_NO", "RPT_DT", "OFFENSE", "STATUS", "SUBJ_LNAME", "SUBJ_FNAME", "SUBJ_DOB", "TEL_1", "TEL_2",
		"LP", "LP STATE", "ESTABLISHMENT", "STREET", "CITY", "STATE", "ZIP", "REMARKS"}}
	for _, c := range cases {
		suspect := c.who("Suspect")
		state, number := cut(c.first("plate"))
		street, town, zip := place(c.first("address"))
		rows = append(rows, []string{c.id, c.day.Format("2006-01-02 15:04"), offense(c, "SEX TRAFFICKING", "LABOR TRAFFICKING"),
			strings.ToUpper(c.status), strings.ToUpper(suspect.name), strings.ToUpper(suspect.given), birthday(suspect.born, time.DateOnly),
			c.nth("phone", 0), c.nth("phone", 1), number, state, strings.ToUpper(c.first("business")),
			strings.ToUpper(street), strings.ToUpper(town), yes(street != "", "NY"), zip, strings.ToUpper(c.story)})
	}
	text, err := table('\t', rows)
	if err != nil {
		return nil, err
	}
	return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(text)
}

// writeLivingston is an outreach office's log: Spanish words, semicolons,
// Windows-1252.
func writeLivingston(cases []*incident) ([]byte, error) {
	rows := [][]string{{"N.º de expediente", "Fecha", "Delito", "Estado del caso", "Sospechoso", "Teléfono", "Placa", "Negocio", "Dirección", "Relato"}}
	for _, c := range cases {
		rows = append(rows, []string{c.id, c.day.Format(time.DateOnly), offense(c, "Trata sexual", "Trata laboral"), spanishStatus[c.status],
			strings.TrimSpace(c.who("Suspect").full()), c.join("phone", " / ", func(s string) string { return phone("%s.%s.%s", s) }),
			c.join("plate", " / ", verbatim), c.first("business"), oneLine(c.first("address")), c.story})
	}
	text, err := table(';', rows)
	if err != nil {
		return nil, err
	}
	return charmap.Windows1252.NewEncoder().Bytes(text)
}

var spanishStatus = map[string]string{"Open": "Abierto", "Active": "Activo", "Closed": "Cerrado", "Pending": "Pendiente", "Referred": "Remitido"}

// writeNiagara is a report with title rows, pipes, and the business and its
// address in one cell.
func writeNiagara(cases []*incident) ([]byte, error) {
	rows := [][]string{{"NIAGARA COUNTY SHERIFF - TIP REGISTER"}, {fmt.Sprintf("%d entries, sorted by date received", len(cases))},
		{"File No.", "Rec'd", "Category", "Stage", "Person of Interest", "Contact Number", "Tag No", "Premises", "E-mail", "Social Media", "Notes"}}
	for _, c := range cases {
		poi := c.who("Suspect")
		name := poi.name + ", " + poi.given
		if poi.name == "" {
			name = ""
		}
		var premises []string
		for _, s := range []string{c.first("business"), oneLine(c.first("address"))} {
			if s != "" {
				premises = append(premises, s)
			}
		}
		rows = append(rows, []string{c.id, c.day.Format("02-Jan-2006"), offense(c, "sex", "labor"), strings.ToLower(c.status), name,
			c.join("phone", "; ", func(s string) string { return phone("+1 %s %s %s", s) }), c.join("plate", "; ", verbatim),
			strings.Join(premises, ", "), c.first("email"), c.join("handle", "; ", verbatim), c.story})
	}
	return table('|', rows)
}

// writeTips is a tip line's download for five counties, compressed.
func writeTips(cases []*incident) ([]byte, error) {
	rows := [][]string{{"Tip No.", "Received", "County", "Type of Crime", "Phone Number(s)", "Plate #", "Business / Employer", "Where", "Email",
		"Screen Name", "Who", "What the caller said"}}
	for _, c := range cases {
		rows = append(rows, []string{c.id, c.day.Format("Jan 2, 2006"), c.county + " Co.", offense(c, "Sex trafficking", "Labor trafficking"),
			c.join("phone", ", ", func(s string) string { return phone("%s-%s-%s", s) }),
			c.join("plate", ", ", func(s string) string { state, number := cut(s); return number + " (" + state + ")" }),
			c.first("business"), oneLine(c.first("address")), c.first("email"), c.first("handle"),
			strings.TrimSpace(c.who("Suspect").full()), c.story})
	}
	text, err := table(',', rows)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(text); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}
