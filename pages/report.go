package pages

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/tflink/tflink/internal/phrase"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// Options say what stands on pages besides the finding. The zero value works.
type Options struct {
	// Name is what the cluster is called; "" is its id.
	Name string
	// Date is the day of the pages. Pages know no clock: the zero value is not said.
	Date normalize.Day
	// Program is the version of the program that found the cluster.
	Program string
	// Sources are the files that the cases came from.
	Sources []Source
	// Origin says which data and parameters a timeline that stands alone was made from; a report has a section of its own for it.
	Origin string
	// Caveat says how the pages are to be handled.
	Caveat string
	// Explain returns the command that explains two cases; nil: no command is named.
	Explain func(a, b string) string
}

// A Source is a file that cases came from.
type Source struct {
	Name   string
	SHA256 string // of its content, hexadecimal
}

// NewReport returns what there is to say about a cluster of n, for people who
// decide what to do about it. It fails if the context ends or a figure cannot be drawn. A cluster
// of 1,000 cases takes half a minute of a core, nearly all of it for the maps of its communities.
func NewReport(ctx context.Context, n *linkage.Network, k linkage.Cluster, o Options) (*Document, error) {
	f := newFinding(n, k)
	d := &Document{
		Title:    fmt.Sprintf("Cluster %s: %s", o.name(k), counted(len(k.Cases), "case", k.Counties)),
		Subtitle: f.subtitle(),
		Caveat:   o.Caveat,
		Date:     o.Date.String(),
	}
	d.add("summary", "Summary", f.summary(o)...)
	d.add("how-sure", "How sure is it", f.howSure(o)...)
	maps, err := f.figures(ctx, d, o)
	if err != nil {
		return nil, err
	}
	d.add("members", "The cases", f.members(mapOf(maps))...)
	d.add("evidence", "What they share, and where it stands", f.evidence()...)
	d.add("links", "The links that hold it together", f.linkTable()...)
	d.add("against", "What speaks against it", f.against()...)
	d.add("splits", "What would split it", f.splits()...)
	d.add("next", "What to check next", f.next(o)...)
	d.add("judgements", "What people decided", f.judgements(o)...)
	d.add("hubs", "Damped as hubs", f.hubTable()...)
	if len(maps) > 1 {
		d.Sections = append(d.Sections, f.communities(maps))
	}
	d.add("data", "Data and version", dataOf(n, k.ID, o)...)
	return d, nil
}

func (o *Options) name(k linkage.Cluster) string {
	if o.Name != "" {
		return o.Name
	}
	return k.ID
}

// counted returns "9 cases in Erie, Genesee and Wyoming".
func counted(n int, noun string, counties []string) string {
	return phrase.Plural(n, noun) + " in " + countyNames(counties, 6)
}

// countyNames returns the names of counties in a sentence.
func countyNames(codes []string, limit int) string {
	if len(codes) == 0 {
		return "a county that is not known"
	}
	return listed(strings.Split(phrase.Counties(codes, limit), " · "))
}

func (f *finding) subtitle() string {
	parts := []string{phrase.Period(f.k.From, f.k.To), phrase.Offenses(f.k.Offenses), "probability " + phrase.Probability(f.k.Probability)}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// summary says in plain words what was found.
func (f *finding) summary(o Options) []Block {
	first := fmt.Sprintf("%s seem to belong together.", capital(counted(len(f.k.Cases), "case", f.k.Counties)))
	if when := phrase.Period(f.k.From, f.k.To); when != "" {
		first = fmt.Sprintf("%s, from %s, seem to belong together.", capital(counted(len(f.k.Cases), "case", f.k.Counties)), strings.Replace(when, " – ", " to ", 1))
	}
	first += fmt.Sprintf(" The chance that two of them, drawn at random, do is put at %s. This is a lead and no proof: every link below says what it rests on.",
		phrase.Probability(f.k.Probability))
	blocks := []Block{Prose(first)}
	var points List
	for i := range f.values[:min(3, len(f.values))] {
		v := &f.values[i]
		points = append(points, fmt.Sprintf("%s is in %s, in %s.", capital(phrase.Entity(v.Entity)), phrase.Plural(v.Cases, "case"), countyNames(v.counties, 6)))
	}
	if more := len(f.values) - len(points); more > 0 {
		points = append(points, fmt.Sprintf("%s more that two or more of them share.", phrase.Plural(more, "value")))
	}
	if len(f.k.Fragile) > 0 {
		points = append(points, "It hangs most on "+fragility(&f.k.Fragile[0], len(f.k.Cases)))
	} else if len(f.links) > 0 {
		points = append(points, "No single fact, if it were wrong, would split it.")
	}
	for _, c := range f.checks(o)[:min(1, len(f.checks(o)))] {
		points = append(points, "To check first: "+c)
	}
	return append(blocks, points)
}

// fragility says what would fall away without one fact.
func fragility(x *linkage.Fragility, cases int) string {
	s := phrase.Entity(x.Entity) + ": without it "
	if x.Cases >= cases-1 {
		return s + "nothing is left of the cluster."
	}
	return s + fallAway(x.Cases, x.Counties) + "."
}

// fallAway says how many cases would fall away, and with them which counties.
func fallAway(cases int, counties []string) string {
	s := phrase.Plural(cases, "case") + " would fall away"
	if len(counties) > 0 {
		with := "them"
		if cases == 1 {
			with = "it"
		}
		s += ", and with " + with + " all of " + countyNames(counties, 6)
	}
	return s
}

// howSure says how probable the cluster and its links are.
func (f *finding) howSure(o Options) []Block {
	weakest := bits(f.k.Weight)
	if len(f.k.Cases) > 2 { // of two cases it is the cluster's
		weakest += ", probability " + phrase.Probability(f.k.Weight.Probability())
	}
	about := facts(
		Fact{"Two of its cases, drawn at random, belong together", phrase.Probability(f.k.Probability)},
		Fact{"Links that hold it together", phrase.Thousands(len(f.links))},
		Fact{"The weakest of them that it needs", weakest},
		Fact{"Links expected to be coincidence", fmt.Sprintf("%.1f", f.k.Coincidences)},
	)
	blocks := []Block{about}
	blocks = append(blocks, Prose(fmt.Sprintf("Evidence is counted in bits: one bit doubles the odds. Two cases drawn at random start at %s, "+
		"because hardly any two belong together; what they share adds to that, and what does not fit takes away. A probability is what the "+
		"sum means, and is never certain.", bits(f.net.Prior()))))
	return blocks
}

func bits(w linkage.Weight) string { return w.String() + " bits" }

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// judgements lists what people decided about the cases.
func (f *finding) judgements(Options) []Block {
	if len(f.k.Judgements) == 0 {
		return []Block{Prose("Nobody has judged two of these cases, or what they share, to be the same or different. tflink judge stores what you decide, with who, when and why.")}
	}
	t := Table{
		Caption: "What people decided about two cases, or about what they share. It overrides every score.",
		Columns: []Column{{"About", 3, false}, {"Decided", 1, false}, {"By", 1.5, false}, {"When", 1.5, false}, {"Why", 4, false}},
	}
	for _, j := range f.k.Judgements {
		t.Rows = append(t.Rows, Row{Cells: []string{j.About(), j.Verdict.String(), j.By, j.At, j.Why}})
	}
	return []Block{t}
}

// dataOf says what pages about a cluster, or about none, were made from.
func dataOf(n *linkage.Network, cluster string, o Options) []Block {
	left := n.Suppressed()
	about := facts(
		Fact{"Cluster", cluster},
		Fact{"Program", o.Program},
		Fact{"Parameters", n.Parameters()},
		Fact{"Date of this page", o.Date.String()},
		Fact{"Cases read in all", phrase.Thousands(n.NumCases())},
		Fact{"Left out in all", fmt.Sprintf("%s of victims and minors and %s of theirs", phrase.Plural(left.People, "record"), phrase.Plural(left.Contacts, "contact detail"))},
	)
	blocks := []Block{about}
	if len(o.Sources) > 0 {
		t := Table{
			Caption: "The files that the cases were read from. The same content has the same SHA-256.",
			Columns: []Column{{"File", 3, false}, {"SHA-256", 7, false}},
		}
		for _, s := range o.Sources {
			t.Rows = append(t.Rows, Row{Cells: []string{s.Name, s.SHA256}})
		}
		blocks = append(blocks, t)
	}
	return append(blocks, Prose("The same files, parameters and program give the same page, byte for byte."))
}
