package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tflink/tflink/internal/phrase"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// longestCell bounds a raw value in characters; longer ones say so. The file and
// line beside it have it whole.
const longestCell = 300

// members lists every case of the cluster, with the number of the map that it is on if there are several.
func (f *finding) members(mapOf map[string]string) []Block {
	links := map[string]int{}
	for i := range f.links {
		links[f.links[i].A]++
		links[f.links[i].B]++
	}
	t := Table{
		Caption: fmt.Sprintf("All %s, by id.", phrase.Plural(len(f.cases), "case")),
		Columns: []Column{{"Case", 2.2, false}, {"County and agency", 3, false}, {"Dates", 3.2, false}, {"Offense", 1.2, false}, {"Status", 1.2, false},
			{"Links", 1, true}, {"Told at", 3.4, false}},
	}
	if len(mapOf) > 0 {
		t.Columns = append(t.Columns, Column{"Community", 1.2, false})
	}
	for i := range f.cases {
		c := &f.cases[i]
		county := phrase.Counties(c.Counties, 4)
		if a := agency(c); a != "" {
			county += ", " + phrase.Short(a, longestCell)
		}
		if c.CountyDoubt != "" {
			county += " (in doubt: " + c.CountyDoubt + ")"
		}
		cells := []string{c.Name, county, days(c.From, c.To), phrase.Offense(c.Offense), phrase.Short(c.Status, longestCell), phrase.Thousands(links[c.Name]), c.Source.String()}
		if len(mapOf) > 0 {
			cells = append(cells, mapOf[c.Name])
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return []Block{t}
}

// agency returns whose case it is, "" where only its county says so.
func agency(c *linkage.CaseInfo) string {
	if slices.Contains(c.Counties, c.Agency) {
		return ""
	}
	return c.Agency
}

// days returns one day, or the first and the last.
func days(from, to normalize.Day) string {
	switch {
	case from == 0 && to == 0:
		return "not dated"
	case from == 0 || from == to:
		return to.String()
	case to == 0:
		return from.String()
	}
	return from.String() + " to " + to.String()
}

// evidence lists the shared values with every place where they stand.
func (f *finding) evidence() []Block {
	t := Table{
		Caption: "What two or more of the cases share and that is no hub, that of the most cases first, with what sharing it says in bits, and every place where it stands.",
		Columns: []Column{{"Case", 2.2, false}, {"County", 1.6, false}, {"As it stands", 3.4, false}, {"What is said of it", 2.4, false}, {"Date", 1.5, false}, {"File, line, column", 3.4, false}},
	}
	for i := range f.values {
		v := &f.values[i]
		head := fmt.Sprintf("%s: in %s, %s", capital(phrase.Entity(v.Entity)), phrase.Plural(v.Cases, "case"), bits(v.Weight))
		if v.doubt != "" {
			head += "; doubt: " + v.doubt
		}
		t.Rows = append(t.Rows, Row{Group: true, Cells: []string{head}})
		for j := range v.sightings {
			s := &v.sightings[j]
			t.Rows = append(t.Rows, Row{Cells: []string{s.Case, phrase.Counties(f.counties(s.Case), 2), phrase.Short(s.Raw, longestCell), said(s), dated(s.Date), s.Source.String()}})
		}
	}
	return []Block{t}
}

func dated(d normalize.Day) string {
	if d == 0 {
		return "not dated"
	}
	return d.String()
}

// said returns what a case says of a value: whose it is, how it looks, how sure that is.
func said(s *linkage.Sighting) string {
	var parts []string
	if s.Role != linkage.RoleUnknown {
		parts = append(parts, s.Role.String()+"'s")
	}
	for _, a := range s.Attributes {
		parts = append(parts, a.Name+" "+a.Value)
	}
	if s.InText {
		parts = append(parts, "in the narrative")
	}
	if s.Unsure {
		parts = append(parts, "unsure, not linked on")
	}
	return strings.Join(parts, ", ")
}

// linkTable lists the links that hold the cluster together.
func (f *finding) linkTable() []Block {
	t := Table{
		Caption: "Enough of the links that every other pair that would be linked hangs together through them, the strongest first. The weight is the prior and all evidence.",
		Columns: []Column{{"Case", 2.2, false}, {"Case", 2.2, false}, {"Weight", 1.2, true}, {"Probability", 1.6, true}, {"Through", 4.4, false}, {"Against", 5, false}},
	}
	order := make([]*linkage.Link, len(f.links))
	for i := range f.links {
		order[i] = &f.links[i]
	}
	slices.SortStableFunc(order, func(a, b *linkage.Link) int { return cmp.Compare(strength(b), strength(a)) })
	for _, l := range order {
		var through, against []string
		for _, e := range l.Evidence {
			through = append(through, fmt.Sprintf("%s %s", phrase.Entity(e.Entity), e.Weight))
			for _, r := range e.Reasons {
				if lowers(r) {
					against = append(against, fmt.Sprintf("%s %s", r.Text, r.Weight))
				}
			}
		}
		if l.Doubt.Weight != 0 {
			against = append(against, fmt.Sprintf("%s %s", l.Doubt.Text, l.Doubt.Weight))
		}
		if l.Judgement != nil {
			through = append(through, "judged "+l.Judgement.Verdict.String()+" by a person")
		}
		t.Rows = append(t.Rows, Row{Cells: []string{l.A, l.B, l.Weight.String(), phrase.Probability(l.Probability), strings.Join(through, "; "), strings.Join(against, "; ")}})
	}
	return []Block{t}
}

// lowers reports whether a reason takes away as much as is shown.
func lowers(r linkage.Reason) bool { return r.Weight.String() != "-0.0" && r.Weight < 0 }

// against lists what takes evidence away, summed up by reason, and what is in doubt.
func (f *finding) against() []Block {
	type ground struct{ entity, text string }
	lost := map[ground]linkage.Weight{}
	pairs := map[ground]int{}
	example := map[ground]string{}
	for i := range f.links {
		l := &f.links[i]
		for _, e := range l.Evidence {
			for _, r := range e.Reasons {
				g := ground{phrase.Entity(e.Entity), r.Text}
				if lowers(r) {
					pairs[g]++
					if r.Weight < lost[g] {
						lost[g], example[g] = r.Weight, l.A+" and "+l.B
					}
				}
			}
		}
	}
	order := make([]ground, 0, len(lost))
	for g := range lost {
		order = append(order, g)
	}
	slices.SortFunc(order, func(a, b ground) int {
		return cmp.Or(cmp.Compare(lost[a], lost[b]), cmp.Compare(a.entity, b.entity), cmp.Compare(a.text, b.text))
	})
	var doubts List
	for i := range f.values {
		if v := &f.values[i]; v.doubt != "" {
			doubts = append(doubts, capital(phrase.Entity(v.Entity))+": "+v.doubt+".")
		}
	}
	for i := range f.cases {
		if c := &f.cases[i]; c.CountyDoubt != "" {
			doubts = append(doubts, "The county of "+c.Name+": "+c.CountyDoubt+".")
		}
	}
	blocks := []Block{Prose(fmt.Sprintf("Of the links that hold it together %.1f are expected to be coincidence. What is taken off for that is already in the weights.", f.k.Coincidences))}
	if len(order) > 0 {
		t := Table{
			Caption: "What takes evidence away, the most first, with the links in which it does.",
			Columns: []Column{{"Value", 3, false}, {"Reason", 4.5, false}, {"Most", 1, true}, {"Links", 0.9, true}, {"Most between", 3, false}},
		}
		for _, g := range order {
			t.Rows = append(t.Rows, Row{Cells: []string{g.entity, g.text, lost[g].String(), phrase.Thousands(pairs[g]), example[g]}})
		}
		blocks = append(blocks, t)
	}
	if len(doubts) > 0 {
		blocks = append(blocks, doubts)
	}
	return blocks
}

// splits says what the cluster hangs on, and how it falls apart.
func (f *finding) splits() []Block {
	var blocks []Block
	if len(f.k.Fragile) == 0 {
		blocks = append(blocks, Prose("No single fact, if it were wrong, would split it."))
	} else {
		t := Table{
			Caption: "Single facts that it hangs on: how many cases would fall away if one of them were wrong.",
			Columns: []Column{{"Fact", 5, false}, {"Cases", 1, true}, {"Counties that would be lost", 4, false}},
		}
		for _, x := range f.k.Fragile {
			lost := ""
			if len(x.Counties) > 0 {
				lost = phrase.Counties(x.Counties, 8)
			}
			t.Rows = append(t.Rows, Row{Cells: []string{phrase.Entity(x.Entity), phrase.Thousands(x.Cases), lost}})
		}
		if more := f.k.FragileCount - len(f.k.Fragile); more > 0 {
			t.Rows = append(t.Rows, Row{Group: true, Cells: []string{"and " + phrase.Plural(more, "fact") + " that cost fewer cases"}})
		}
		blocks = append(blocks, t)
	}
	if pair, found := f.net.FragilePair(f.k); found {
		blocks = append(blocks, Prose(fmt.Sprintf("Two facts cost more together than one by one: without both %s and %s, %s.",
			phrase.Entity(pair.Entities[0]), phrase.Entity(pair.Entities[1]), fallAway(pair.Cases, pair.Counties))))
	}
	t := Table{
		Caption: "How it falls apart as you ask for more: without its weakest links, one after the other.",
		Columns: []Column{{"Asking for more than", 2, true}, {"Parts", 0.8, true}, {"The link that goes", 3, false}, {"What comes apart", 5, false}},
	}
	steps := f.steps()
	for _, s := range steps[:min(stepsShown, len(steps))] {
		at := bits(s.link.Weight) + ", " + phrase.Probability(s.link.Probability)
		if s.link.Judgement != nil && s.link.Judgement.Verdict == linkage.Same {
			at = "a person's judgement"
		}
		t.Rows = append(t.Rows, Row{Cells: []string{at, phrase.Thousands(s.parts), s.link.A + " and " + s.link.B, namesOf(s.side)}})
	}
	if more := len(steps) - stepsShown; more > 0 {
		t.Rows = append(t.Rows, Row{Group: true, Cells: []string{"and " + phrase.Plural(more, "further step") + ", until every case stands alone"}})
	}
	return append(blocks, t)
}

// stepsShown is how many steps of falling apart stand in the table: what comes
// apart later hangs together well.
const stepsShown = 20

// namesOf returns the names of some cases, and how many more they are.
func namesOf(all []string) string { return namesUpTo(all, 8) }

// namesUpTo returns the names of some cases, at most shown of them.
func namesUpTo(all []string, shown int) string {
	if len(all) <= shown {
		return strings.Join(all, ", ")
	}
	return strings.Join(all[:shown], ", ") + fmt.Sprintf(" and %s", phrase.Plural(len(all)-shown, "other"))
}

// hubTable lists the damped values of the cases.
func (f *finding) hubTable() []Block {
	hubs := f.hubs()
	if len(hubs) == 0 {
		return []Block{Prose("None of the values of these cases is damped as a hub.")}
	}
	t := Table{
		Caption: "Values of these cases that are so common, or whose cases share so little else, that they prove little: motels, hotlines, taxis. They hold no case in the cluster by themselves.",
		Columns: []Column{{"Value", 4, false}, {"In all", 1.2, true}, {"Of these cases", 1.2, true}, {"Which", 4, false}, {"Why", 4, false}},
	}
	for _, h := range hubs {
		why := "its cases share little else with each other"
		if h.Known != nil {
			why = "people know it: " + h.Known.Note
		}
		t.Rows = append(t.Rows, Row{Cells: []string{phrase.Entity(h.Entity), phrase.Thousands(h.Cases), phrase.Thousands(len(h.inside)), namesOf(h.inside), why}})
	}
	return []Block{t}
}
