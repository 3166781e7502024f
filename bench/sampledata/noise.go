package main

import (
	"fmt"
	"strings"
	"time"
)

// firstDay and days are when the cases of no ring were filed.
var firstDay = time.Date(2022, time.September, 1, 0, 0, 0, 0, time.UTC)

const days = 820

// areaCodes are of western, central and eastern New York: a hundred numbers
// 555-01xx each.
var areaCodes = []string{"585", "716", "607", "315", "518", "845"}

// fill adds the cases of an agency that belong to no ring, hubs among them.
func (w *world) fill(a *agency) {
	for i := range a.noise {
		c := &incident{agency: a.name, day: firstDay.AddDate(0, 0, w.r.IntN(days)), theme: pick(w.r, a.themes)}
		c.labor = isLabor(c.theme)
		if len(a.counties) > 0 {
			c.county = pick(w.r, a.counties)
		}
		c.things = w.own(c, countyOf(a, c))
		switch {
		case i < a.atMotel:
			c.theme, c.labor = "motel", false
			c.things = append(withoutPlaces(c.things), w.some(hubs["motel"])...)
		case i < a.atMotel+a.atHotline:
			c.things = append(c.things, hubs["hotline"]...)
		}
		w.people(c)
		w.planted = append(w.planted, c)
	}
}

// some returns one of the things for certain and each other by even chance.
func (w *world) some(things []thing) []thing {
	sure := w.r.IntN(len(things))
	var out []thing
	for i, t := range things {
		if i == sure || w.r.IntN(2) == 0 {
			out = append(out, t)
		}
	}
	return out
}

func countyOf(a *agency, c *incident) string {
	if c.county != "" {
		return c.county
	}
	return a.county
}

func isLabor(theme string) bool {
	switch theme {
	case "farm", "dairy", "restaurant", "staffing", "crew", "nails":
		return true
	}
	return false
}

// own draws values that stand in no other case; some cases have none.
func (w *world) own(c *incident, county string) []thing {
	var out []thing
	add := func(chance float64, draw func() thing) {
		if w.r.Float64() < chance {
			t := draw()
			t.inText = w.r.Float64() < .25
			out = append(out, t)
		}
	}
	add(.55, w.phone)
	add(.35, w.plate)
	if trades := firmTrades[c.theme]; len(trades) > 0 {
		add(.45, func() thing {
			return firm(w.unique(func() string { return pick(w.r, firmNames) + " " + pick(w.r, trades) }))
		})
	}
	add(.45, func() thing {
		return at(w.unique(func() string {
			return fmt.Sprintf("%d %s %s|%s", 2+w.r.IntN(4800), pick(w.r, streets), pick(w.r, suffixes), pick(w.r, towns[county]))
		}))
	})
	add(.1, func() thing {
		return mail(w.unique(func() string {
			return strings.ToLower(fmt.Sprintf("%s.%s%d@%s", pick(w.r, givenNames), pick(w.r, firmNames), w.r.IntN(90),
				pick(w.r, []string{"example.com", "example.org", "example.net"})))
		}))
	})
	if !c.labor {
		add(.15, func() thing {
			return account(w.unique(func() string {
				return pick(w.r, []string{"Instagram", "Telegram", "Snapchat"}) + " @" + strings.ToLower(pick(w.r, givenNames)+"_"+pick(w.r, streets)) + fmt.Sprint(w.r.IntN(90))
			}))
		})
	}
	return out
}

// withoutPlaces leaves out firms and addresses: the case is at a hub instead.
func withoutPlaces(things []thing) []thing {
	var out []thing
	for _, t := range things {
		if t.kind != "business" && t.kind != "address" {
			out = append(out, t)
		}
	}
	return out
}

// people draws a suspect and a victim for some cases.
func (w *world) people(c *incident) {
	if w.r.Float64() < .45 {
		p := w.person("Suspect")
		if w.r.IntN(2) == 0 {
			p.born = w.born(c.day, 22, 60)
		}
		c.persons = append(c.persons, p)
	}
	if w.r.Float64() < .25 {
		p := w.person("Victim")
		c.minors = !c.labor && w.r.IntN(3) == 0
		p.born = w.born(c.day, 19, 40)
		if c.minors {
			p.born = w.born(c.day, 13, 17)
		}
		if w.r.IntN(2) == 0 {
			p.phone = w.phone().value
		}
		p.inNarratives = w.r.IntN(3) == 0
		c.persons = append(c.persons, p)
	}
}

func (w *world) person(role string) person {
	p := person{role: role}
	w.unique(func() string {
		p.given, p.name = pick(w.r, givenNames), pick(w.r, familyNames)
		return p.full()
	})
	return p
}

// born draws a birthday for an age between low and high at the day.
func (w *world) born(day time.Time, low, high int) time.Time {
	return day.AddDate(-low-w.r.IntN(high-low), 0, -1-w.r.IntN(360))
}

func (w *world) phone() thing {
	return tel(w.unique(func() string { return fmt.Sprintf("%s55501%02d", pick(w.r, areaCodes), w.r.IntN(100)) }))
}

// plate draws a plate of New York or, one in six, of Pennsylvania.
func (w *world) plate() thing {
	const letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
	state := "NY"
	if w.r.IntN(6) == 0 {
		state = "PA"
	}
	return car(w.unique(func() string {
		return fmt.Sprintf("%s %c%c%c%d", state, letters[w.r.IntN(len(letters))], letters[w.r.IntN(len(letters))],
			letters[w.r.IntN(len(letters))], 1000+w.r.IntN(9000))
	}))
}

// unique draws until the text is new.
func (w *world) unique(draw func() string) string {
	for {
		if s := draw(); w.fresh(s) {
			return s
		}
	}
}
