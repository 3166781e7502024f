package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"time"
)

// An incident is one case of the sample data.
type incident struct {
	id      string
	agency  string // name of one of agencies
	county  string
	day     time.Time
	labor   bool
	theme   string // which stories it is told with
	status  string
	ring    string // name of its ring; empty if it belongs to none
	things  []thing
	persons []person
	minors  bool
	story   string
}

// A thing is a value that a case carries.
type thing struct {
	kind   string // phone, plate, business, address, email, handle
	value  string // canonical: ten digits, "NY KAB1042", "6211 Lake Road|Perry|14530", "Telegram @name"
	inText bool   // stands in the narrative only
	said   string // how the narrative says it, where that differs from the usual
}

// A person is somebody recorded in a case.
type person struct {
	role         string // Suspect, Victim, Witness
	given, name  string
	born         time.Time // zero if unknown
	phone        string    // of this person; empty if none is recorded
	inNarratives bool      // a victim who is named in the narrative as well
}

func (p person) full() string { return p.given + " " + p.name }

// all returns the values of a kind that stand in columns, canonical.
func (c *incident) all(kind string) []string {
	var out []string
	for _, t := range c.things {
		if t.kind == kind && !t.inText {
			out = append(out, t.value)
		}
	}
	return out
}

// first returns the first of all, or "".
func (c *incident) first(kind string) string {
	if all := c.all(kind); len(all) > 0 {
		return all[0]
	}
	return ""
}

// who returns the first person of a role; the zero person if there is none.
func (c *incident) who(role string) person {
	for _, p := range c.persons {
		if p.role == role {
			return p
		}
	}
	return person{}
}

// truth lists the cases and the ring that each belongs to; a case of none is its own.
func truth(cases []*incident) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"case", "ring"})
	for _, c := range cases {
		ring := c.ring
		if ring == "" {
			ring = c.id
		}
		w.Write([]string{c.id, ring})
	}
	w.Flush()
	return b.Bytes()
}

// phone writes ten digits in the given layout, such as "(%s) %s-%s".
func phone(layout, digits string) string {
	if digits == "" {
		return ""
	}
	return fmt.Sprintf(layout, digits[:3], digits[3:6], digits[6:])
}

// each applies a form to all values.
func each(values []string, form func(string) string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = form(v)
	}
	return out
}

// cut splits a plate into state and number, "NY", "KAB1042".
func cut(plate string) (state, number string) {
	state, number, _ = strings.Cut(plate, " ")
	return state, number
}

// dashed writes the number of a plate with a dash after the letters in front.
func dashed(number string) string {
	i := strings.IndexFunc(number, func(r rune) bool { return r >= '0' && r <= '9' })
	if i <= 0 {
		return number
	}
	return number[:i] + "-" + number[i:]
}

// place splits an address into street, town and ZIP.
func place(address string) (street, town, zip string) {
	parts := strings.SplitN(address, "|", 3)
	if len(parts) < 3 {
		return "", "", ""
	}
	return parts[0], parts[1], parts[2]
}

// oneLine writes an address in one line.
func oneLine(address string) string {
	street, town, zip := place(address)
	if street == "" {
		return ""
	}
	return street + ", " + town + ", NY " + zip
}
