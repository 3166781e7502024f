package main

import (
	"bytes"
	"encoding/json"
	"time"
)

// The records of Monroe County, one a line, with objects in objects.
type monroeCase struct {
	Number      string          `json:"crNumber"`
	Reported    string          `json:"reportedAt"`
	Offense     string          `json:"offense"`
	Disposition string          `json:"disposition"`
	Suspect     *monroePerson   `json:"suspect,omitempty"`
	Phones      []string        `json:"phones,omitempty"`
	Vehicles    []monroeVehicle `json:"vehicles,omitempty"`
	Business    string          `json:"business,omitempty"`
	Address     string          `json:"address,omitempty"`
	Emails      []string        `json:"emails,omitempty"`
	Social      []string        `json:"socialMedia,omitempty"`
	Victim      *monroePerson   `json:"victim,omitempty"`
	Narrative   string          `json:"narrative"`
}

type monroePerson struct {
	Name  string `json:"name"`
	Born  string `json:"dateOfBirth,omitempty"`
	Phone string `json:"phone,omitempty"`
}

type monroeVehicle struct {
	Plate string `json:"plate"`
	State string `json:"plateState"`
}

func writeMonroe(cases []*incident) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for _, c := range cases {
		m := monroeCase{Number: c.id, Reported: c.day.Format(time.RFC3339), Offense: offense(c, "SEX TRAFFICKING", "LABOR TRAFFICKING"),
			Disposition: c.status, Suspect: monroe(c.who("Suspect")), Victim: monroe(c.who("Victim")),
			Phones:   each(c.all("phone"), func(s string) string { return phone("(%s) %s-%s", s) }),
			Business: c.first("business"), Address: oneLine(c.first("address")), Emails: c.all("email"), Social: c.all("handle"), Narrative: c.story}
		for _, p := range c.all("plate") {
			state, number := cut(p)
			m.Vehicles = append(m.Vehicles, monroeVehicle{number, state})
		}
		if err := e.Encode(m); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

func monroe(p person) *monroePerson {
	if p.name == "" {
		return nil
	}
	return &monroePerson{Name: p.full(), Born: birthday(p.born, time.DateOnly), Phone: phone("(%s) %s-%s", p.phone)}
}

// The records of Onondaga County, an array of flat objects.
type onondagaCase struct {
	ID          string `json:"case_id"`
	Opened      string `json:"date_opened"`
	County      string `json:"county"`
	Offense     string `json:"offense_type"`
	Status      string `json:"case_status"`
	Suspect     string `json:"suspect_name"`
	SuspectBorn string `json:"suspect_dob"`
	Phones      string `json:"phone_numbers"`
	Plates      string `json:"license_plates"`
	Business    string `json:"business_name"`
	Address     string `json:"street_address"`
	City        string `json:"city"`
	ZIP         string `json:"zip_code"`
	Email       string `json:"email"`
	Handles     string `json:"online_handles"`
	Victim      string `json:"victim_name"`
	VictimPhone string `json:"victim_phone"`
	VictimBorn  string `json:"victim_dob"`
	Minors      bool   `json:"minors_involved"`
	Narrative   string `json:"incident_narrative"`
}

func writeOnondaga(cases []*incident) ([]byte, error) {
	var all []onondagaCase
	for _, c := range cases {
		suspect, victim := c.who("Suspect"), c.who("Victim")
		street, town, zip := place(c.first("address"))
		o := onondagaCase{ID: c.id, Opened: c.day.Format(time.DateOnly), County: "Onondaga County", Offense: offense(c, "sex_trafficking", "labor_trafficking"),
			Status: c.status, SuspectBorn: birthday(suspect.born, time.DateOnly), Business: c.first("business"),
			Address: street, City: town, ZIP: zip, Email: c.first("email"), Minors: c.minors, Narrative: c.story,
			Phones: c.join("phone", ", ", func(s string) string { return phone("%s-%s-%s", s) }), Plates: c.join("plate", ", ", verbatim),
			Handles: c.join("handle", ", ", verbatim), VictimPhone: phone("%s-%s-%s", victim.phone), VictimBorn: birthday(victim.born, time.DateOnly)}
		if suspect.name != "" {
			o.Suspect = suspect.name + ", " + suspect.given
		}
		if victim.name != "" {
			o.Victim = victim.name + ", " + victim.given
		}
		all = append(all, o)
	}
	text, err := json.MarshalIndent(all, "", "  ")
	return append(text, '\n'), err
}
