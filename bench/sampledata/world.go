package main

import (
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"
	"time"
)

// seed makes the data what it is; another one makes other data of the same sort.
const seed = 19

// A world is the sample data in the making.
type world struct {
	r       *rand.Rand
	used    map[string]bool // values, names, ids and stories that were given out
	planted []*incident
}

func newWorld() *world {
	w := &world{r: rand.New(rand.NewPCG(seed, 0)), used: map[string]bool{}}
	for _, r := range rings {
		for _, t := range r.things {
			w.used[t.value] = true
		}
	}
	for _, things := range hubs {
		for _, t := range things {
			w.used[t.value] = true
		}
	}
	for _, t := range traps {
		for _, p := range t.persons {
			w.used[p.phone] = true
		}
		for _, v := range t.things {
			w.used[v.value] = true
		}
	}
	return w
}

// cases returns all cases, told and numbered, by agency and id.
func (w *world) cases() []*incident {
	for i := range rings {
		w.plant(&rings[i])
	}
	for _, t := range traps {
		c := *t
		w.planted = append(w.planted, &c)
	}
	for i := range agencies {
		w.fill(&agencies[i])
	}
	for _, c := range w.planted {
		w.finish(c)
	}
	sort.SliceStable(w.planted, func(i, j int) bool {
		a, b := w.planted[i], w.planted[j]
		if a.agency != b.agency {
			return a.agency < b.agency
		}
		if !a.day.Equal(b.day) {
			return a.day.Before(b.day)
		}
		return a.id < b.id
	})
	return w.planted
}

// finish gives a case what all cases have: county, id, status, the things its
// agency has no column for in the narrative, and its story.
func (w *world) finish(c *incident) {
	a := agencyOf(c.agency)
	if c.county == "" {
		c.county = a.county
	}
	if c.id == "" {
		c.id = w.id(a, c.day)
	}
	c.day = c.day.Add(time.Duration(w.r.IntN(24*60)) * time.Minute)
	c.status = pick(w.r, []string{"Open", "Open", "Active", "Closed", "Pending", "Referred"})
	room := map[string]int{}
	for i := range c.things {
		t := &c.things[i]
		if !t.inText {
			room[t.kind]++
			t.inText = room[t.kind] > a.columns[t.kind]
		}
	}
	c.story = w.tell(c, a)
}

// id numbers a case by the day of the year, as if the agency had other business too.
func (w *world) id(a *agency, day time.Time) string {
	n := 1 + int(float64(day.YearDay())*a.perDay)
	for {
		if id := a.id(day, n); w.fresh(id) {
			return id
		}
		n++
	}
}

// fresh reports whether the text is new, and notes it.
func (w *world) fresh(s string) bool {
	if w.used[s] {
		return false
	}
	w.used[s] = true
	return true
}

// plant adds the cases of a ring.
func (w *world) plant(r *ring) {
	for _, a := range r.cases {
		c := &incident{agency: a.agency, county: a.county, id: a.id, day: date(a.day), labor: r.labor, theme: r.theme, ring: r.name}
		for _, word := range strings.Fields(a.carries) {
			w.carry(c, r, word)
		}
		if c.id != "" {
			w.used[c.id] = true
		}
		w.planted = append(w.planted, c)
	}
}

func (w *world) carry(c *incident, r *ring, word string) {
	if hub, ok := strings.CutPrefix(word, "hub:"); ok {
		c.things = append(c.things, w.some(hubs[hub])...)
		return
	}
	if n, ok := strings.CutPrefix(word, "who:"); ok {
		p := r.suspects[n[0]-'0']
		p.role = "Suspect"
		c.persons = append(c.persons, p)
		return
	}
	name, inText := strings.CutPrefix(word, "~")
	t, ok := r.things[name]
	if !ok {
		panic("sampledata: ring " + r.name + " has no " + name)
	}
	t.inText = inText
	c.things = append(c.things, t)
}

func date(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(fmt.Sprint("sampledata: ", err))
	}
	return t
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }
