package main

import (
	"strings"
)

// tell writes the case's narrative in the agency's language: an opening, one to
// three facts, the values that stand nowhere else, and an ending. No two are alike.
func (w *world) tell(c *incident, a *agency) string {
	kind, says, ends := stories[c.theme], saying, endings
	if a.spanish {
		kind, says, ends = spanish[c.labor], spanishSaying, spanishEndings
	}
	for {
		parts := []string{pick(w.r, kind.openings)}
		order := w.r.Perm(len(kind.facts))
		for _, i := range order[:1+w.r.IntN(min(3, len(order)))] {
			parts = append(parts, kind.facts[i])
		}
		for _, t := range c.things {
			if t.inText {
				parts = append(parts, w.say(t, says))
			}
		}
		if p := c.who("Victim"); p.inNarratives && !a.spanish {
			parts = append(parts, "Victim "+p.full()+" was taken to a safe place.")
		}
		if w.r.IntN(3) > 0 {
			parts = append(parts, pick(w.r, ends))
		}
		if s := strings.Join(parts, a.between(w.r)); w.fresh(s) {
			return s
		}
	}
}

// say puts one value into a sentence.
func (w *world) say(t thing, says map[string][]string) string {
	sentence := t.said
	if sentence == "" {
		sentence = pick(w.r, says[t.kind])
	}
	return strings.Replace(sentence, "%", w.spoken(t), 1)
}

// spoken writes a value the way a report does.
func (w *world) spoken(t thing) string {
	switch t.kind {
	case "phone":
		return phone(pick(w.r, []string{"%s-%s-%s", "(%s) %s-%s", "%s.%s.%s", "%s %s %s"}), t.value)
	case "plate":
		state, number := cut(t.value)
		return state + " " + pick(w.r, []string{number, dashed(number)})
	case "address":
		return oneLine(t.value)
	}
	return t.value
}
