package main

import (
	"bytes"
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"
)

// writeErie is a workbook with two sheets under a title: the cases, and the
// persons, phones and vehicles in them.
func writeErie(cases []*incident) ([]byte, error) {
	main := [][]any{{"Erie County Trafficking Log"}, {},
		{"Case Number", "Date Reported", "Crime Type", "Case Status", "Establishment", "Street Address", "City", "ZIP", "E-mail", "Summary"}}
	details := [][]any{{"Case Number", "Role", "Last Name", "First Name", "Date of Birth", "Phone", "Plate", "Plate State"}}
	for _, c := range cases {
		street, town, zip := place(c.first("address"))
		main = append(main, []any{c.id, c.day.Truncate(24 * time.Hour), offense(c, "Sex Trafficking", "Labor Trafficking"), c.status, c.first("business"), street, town, zip, c.first("email"), c.story})
		details = append(details, erieDetails(c)...)
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Cases"); err != nil {
		return nil, err
	}
	if _, err := f.NewSheet("Persons and Vehicles"); err != nil {
		return nil, err
	}
	if err := fillSheet(f, "Cases", main); err != nil {
		return nil, err
	}
	if err := fillSheet(f, "Persons and Vehicles", details); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

// erieDetails lists a case's people with their phones, then the phones and
// plates that are nobody's in particular.
func erieDetails(c *incident) [][]any {
	var rows [][]any
	for _, p := range c.persons {
		rows = append(rows, []any{c.id, p.role, p.name, p.given, birthday(p.born, "1/2/2006"), phone("%s-%s-%s", p.phone), "", ""})
	}
	for _, s := range c.all("phone") {
		rows = append(rows, []any{c.id, "", "", "", "", phone("%s-%s-%s", s), "", ""})
	}
	for _, s := range c.all("plate") {
		state, number := cut(s)
		rows = append(rows, []any{c.id, "", "", "", "", "", number, state})
	}
	return rows
}

func fillSheet(f *excelize.File, sheet string, rows [][]any) error {
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return err
		}
	}
	return nil
}
