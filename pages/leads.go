package pages

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tflink/tflink/internal/phrase"
	"github.com/tflink/tflink/linkage"
)

// A Lead is a cluster as one county sees it: what it has, and what only others have.
type Lead struct {
	Cluster linkage.Cluster
	// Own are the county's cases, Others those that only other counties hold.
	Own, Others []string
	// Bridges are the shared values that cases of both have, Unknown those that no case of the county has.
	Bridges, Unknown []linkage.Shared
	// Gain is what the county may learn: the cases and values that it does not have, times the
	// probability that they belong with what it has.
	Gain float64
	f    *finding
}

// Leads returns the clusters that a county, a FIPS code, shares with others, the
// one of the greatest gain first. Cost: linear in their cases and what these share.
func Leads(n *linkage.Network, county string) []Lead {
	var all []Lead
	for _, k := range n.Clusters(2) {
		if _, in := slices.BinarySearch(k.Counties, county); in {
			all = append(all, newLead(n, k, county))
		}
	}
	slices.SortFunc(all, func(a, b Lead) int {
		return cmp.Or(cmp.Compare(b.Gain, a.Gain), cmp.Compare(a.Cluster.ID, b.Cluster.ID))
	})
	return all
}

func newLead(n *linkage.Network, k linkage.Cluster, county string) Lead {
	l := Lead{Cluster: k, f: newFinding(n, k)}
	own := map[string]bool{}
	for i := range l.f.cases {
		c := &l.f.cases[i]
		if slices.Contains(c.Counties, county) {
			own[c.Name] = true
			l.Own = append(l.Own, c.Name)
		} else {
			l.Others = append(l.Others, c.Name)
		}
	}
	for i := range l.f.values {
		v := &l.f.values[i]
		ours := 0
		for _, c := range v.cases {
			if own[c] {
				ours++
			}
		}
		switch {
		case ours == 0:
			l.Unknown = append(l.Unknown, v.Shared)
		case ours < len(v.cases):
			l.Bridges = append(l.Bridges, v.Shared)
		}
	}
	l.Gain = k.Probability * float64(len(l.Others)+len(l.Unknown))
	return l
}

// leadsTold is how many leads have a section of their own; the table at the top has all.
const leadsTold = 25

// NewLeadSheet returns what a county, a FIPS code, does not know yet: the clusters that it
// shares with others, whom to talk to and what to check.
func NewLeadSheet(n *linkage.Network, county string, leads []Lead, o Options, name func(id string) string) *Document {
	d := &Document{
		Title: "Lead sheet: " + phrase.County(county) + " County", Subtitle: "What other counties hold that belongs with its cases",
		Caveat: o.Caveat, Date: o.Date.String(),
	}
	if len(leads) == 0 {
		d.add("summary", "Summary", Prose("No cluster joins a case of "+phrase.County(county)+" County with a case of another county."))
		d.add("data", "Data and version", dataOf(n, "", o)...)
		return d
	}
	d.add("summary", "Summary", leadSummary(county, leads, name)...)
	for i := range leads[:min(leadsTold, len(leads))] {
		l := &leads[i]
		d.add(fmt.Sprintf("lead-%d", i+1), fmt.Sprintf("%d. Cluster %s: %s elsewhere", i+1, name(l.Cluster.ID), phrase.Plural(len(l.Others), "case")), l.tell(o)...)
	}
	d.add("data", "Data and version", dataOf(n, "", o)...)
	return d
}

func leadSummary(county string, leads []Lead, name func(id string) string) []Block {
	own, others, unknown := 0, 0, 0
	t := Table{
		Caption: "All clusters, the one with the most to learn first: the cases and facts that only others have, times the probability that they belong with yours.",
		Columns: []Column{{"Cluster", 1.6, false}, {"Probability", 1.2, true}, {"Your cases", 1.1, true}, {"Cases elsewhere", 1.3, true}, {"Facts you lack", 1.3, true}, {"Held by", 5, false}},
	}
	for i := range leads {
		l := &leads[i]
		own, others, unknown = own+len(l.Own), others+len(l.Others), unknown+len(l.Unknown)
		elsewhere := slices.DeleteFunc(slices.Clone(l.Cluster.Counties), func(c string) bool { return c == county })
		t.Rows = append(t.Rows, Row{Cells: []string{name(l.Cluster.ID), phrase.Probability(l.Cluster.Probability), phrase.Thousands(len(l.Own)),
			phrase.Thousands(len(l.Others)), phrase.Thousands(len(l.Unknown)), phrase.Counties(elsewhere, 6)}})
	}
	verb := "join"
	if len(leads) == 1 {
		verb = "joins"
	}
	blocks := []Block{
		Prose(fmt.Sprintf("%s %s %s of %s County with %s that only other counties hold. In these stand %s that no case of %s has.",
			capital(phrase.Plural(len(leads), "cluster")), verb, phrase.Plural(own, "case"), phrase.County(county), phrase.Plural(others, "case"),
			phrase.Plural(unknown, "shared value"), phrase.County(county)))}
	if calls := firstCalls(leads, name); len(calls) > 0 {
		blocks = append(blocks, Prose("Whom to ask first:"), calls)
	}
	blocks = append(blocks, t)
	if more := len(leads) - leadsTold; more > 0 {
		blocks = append(blocks, Prose(fmt.Sprintf("The first %d are told below; tflink report has each of the other %d.", leadsTold, more)))
	}
	return blocks
}

// callsTold is how many leads the sheet begins with: what one person can follow up in a day.
const callsTold = 3

// firstCalls says whom to ask about the first leads: those who have what joins their cases most strongly with the county's.
func firstCalls(leads []Lead, name func(id string) string) List {
	var out List
	for i := range leads[:min(callsTold, len(leads))] {
		l := &leads[i]
		v := l.strongestBridge()
		if v == nil {
			continue
		}
		ours, theirs := l.sides(v)
		var counties []string
		for _, c := range theirs {
			counties = append(counties, l.f.counties(c)...)
		}
		call := fmt.Sprintf("%s, about %s: %s is there and in your %s (cluster %s, probability %s).", countyNames(distinct(counties), 4),
			namesUpTo(theirs, 3), phrase.Entity(v.Entity), namesUpTo(ours, 3), name(l.Cluster.ID), phrase.Probability(l.Cluster.Probability))
		if len(l.Unknown) > 0 {
			call += fmt.Sprintf(" What you lack: %s", phrase.Entity(l.Unknown[0].Entity))
			if more := len(l.Unknown) - 1; more > 0 {
				call += fmt.Sprintf(" and %s", phrase.Plural(more, "other fact"))
			}
			call += "."
		}
		out = append(out, call)
	}
	return out
}

// strongestBridge returns the value that says most of those that join the county's cases with others; nil if there is none.
func (l *Lead) strongestBridge() *value {
	var best *value
	for i := range l.f.values {
		v := &l.f.values[i]
		bridges := slices.ContainsFunc(l.Bridges, func(s linkage.Shared) bool { return s.Entity == v.Entity })
		if bridges && (best == nil || v.Weight > best.Weight) {
			best = v
		}
	}
	return best
}

// sides returns the cases with a value that the county has, and those that it has not.
func (l *Lead) sides(v *value) (ours, theirs []string) {
	for _, c := range v.cases {
		if slices.Contains(l.Own, c) {
			ours = append(ours, c)
		} else {
			theirs = append(theirs, c)
		}
	}
	return ours, theirs
}

// tell says what one lead is about.
func (l *Lead) tell(o Options) []Block {
	blocks := []Block{Prose(fmt.Sprintf("Probability %s. Yours: %s.", phrase.Probability(l.Cluster.Probability), namesOf(l.Own)))}
	lack := Table{Caption: "Facts that two or more of the other cases share and none of yours has.", Columns: []Column{{"Fact", 4, false}, {"Cases", 4, false}, {"Counties", 3, false}}}
	bridge := Table{Caption: "What joins your cases with theirs.", Columns: lack.Columns}
	for i := range l.f.values {
		v := &l.f.values[i]
		row := Row{Cells: []string{capital(phrase.Entity(v.Entity)), namesOf(v.cases), phrase.Counties(v.counties, 6)}}
		if slices.ContainsFunc(l.Unknown, func(s linkage.Shared) bool { return s.Entity == v.Entity }) {
			lack.Rows = append(lack.Rows, row)
		} else if slices.ContainsFunc(l.Bridges, func(s linkage.Shared) bool { return s.Entity == v.Entity }) {
			bridge.Rows = append(bridge.Rows, row)
		}
	}
	for _, t := range []Table{bridge, lack} {
		if len(t.Rows) > 0 {
			blocks = append(blocks, t)
		}
	}
	blocks = append(blocks, l.contacts())
	if checks := l.checks(o); len(checks) > 0 {
		blocks = append(blocks, Prose("What to check:"), checks)
	}
	return blocks
}

// contacts says who holds the cases that the county does not.
func (l *Lead) contacts() Table {
	t := Table{Caption: "Whom to talk to.", Columns: []Column{{"County and agency", 3, false}, {"Their cases", 5, false}, {"Dates", 2, false}}}
	held := map[string][]int{}
	for _, name := range l.Others {
		i := l.f.at[name]
		h := strings.Join(nonEmpty(phrase.Counties(l.f.cases[i].Counties, 3), agency(&l.f.cases[i])), ", ")
		held[h] = append(held[h], i)
	}
	order := slices.SortedFunc(maps.Keys(held), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(held[b]), len(held[a])), strings.Compare(a, b))
	})
	for _, h := range order {
		var names []string
		var period span
		for _, i := range held[h] {
			c := &l.f.cases[i]
			names = append(names, c.Name)
			period.add(c)
		}
		t.Rows = append(t.Rows, Row{Cells: []string{h, strings.Join(names, ", "), phrase.Period(period.from, period.to)}})
	}
	return t
}

// checks says what to make sure of first: the values that join the county's cases
// with the others, those that speak most first.
func (l *Lead) checks(o Options) List {
	var out List
	bridges := slices.Clone(l.Bridges)
	slices.SortStableFunc(bridges, func(a, b linkage.Shared) int { return cmp.Compare(b.Weight, a.Weight) })
	for _, s := range bridges[:min(3, len(bridges))] {
		for i := range l.f.values {
			v := &l.f.values[i]
			if v.Entity != s.Entity {
				continue
			}
			ours, theirs := l.sides(v)
			out = append(out, fmt.Sprintf("Is %s in your %s in the same hands as in %s? It weighs %s.", phrase.Entity(v.Entity), namesOf(ours), namesOf(theirs), bits(v.Weight)))
		}
	}
	if c := l.f.weakestCheck(o); c != "" {
		out = append(out, c)
	}
	return out
}
