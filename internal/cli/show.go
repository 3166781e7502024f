package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

func newShowCommand(a *app) *cobra.Command {
	var o inputOptions
	c := &cobra.Command{
		Use:   "show CLUSTER | show case ID | show KIND VALUE",
		Short: "Show a cluster, a case or a value with where each thing stands",
		Long: `show prints all that is known of one cluster, one case or one value: its cases,
what they share, and the file, line and column of every mention. The cluster is
named by its id or the first characters of it. Files or folders behind that are read
instead of the workspace.`,
		Example: `  tflink show case WY-2024-0113 examples/data/
  tflink show phone 585-555-0142 examples/data/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return runShow(c.Context(), a, &o, args) },
		ValidArgsFunction: func(c *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return append(a.completeClusters(c.Context(), word), append([]string{"case"}, kindNames()...)...), cobra.ShellCompDirectiveNoFileComp
			}
			if len(args) == 1 && args[0] == "case" {
				return a.completeCases(c.Context(), word), cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	o.addFlags(c, "file-")
	o.addHubFlags(c)
	return c
}

func runShow(ctx context.Context, a *app, o *inputOptions, args []string) error {
	if len(args) > 1 && strings.EqualFold(args[0], "cluster") {
		args = args[1:] // a cluster needs no word before its name
	}
	what := strings.ToLower(args[0])
	named := what == "case" || slices.Contains(normalize.Kinds, normalize.Kind(what))
	if named && len(args) < 2 {
		return usage("tflink show "+what+" VALUE", "show %s: which one?", what)
	}
	at := 1
	if named {
		at = 2
	}
	o.files = args[at:]
	s, err := a.load(ctx, o, true)
	if err != nil {
		return err
	}
	defer s.close()
	switch {
	case what == "case":
		return a.showCase(ctx, s, args[1])
	case named:
		return a.showValue(s, normalize.Kind(what), args[1])
	}
	k, err := findCluster(s.net, args[0])
	if err != nil && len(s.net.FindCase(args[0])) > 0 {
		return a.showCase(ctx, s, args[0])
	}
	if err != nil {
		return err
	}
	return a.showCluster(s, k)
}

// findCluster returns the cluster that a prefix of an id names.
func findCluster(net *linkage.Network, prefix string) (linkage.Cluster, error) {
	short := newShortIDs(net.ClusterIDs())
	found := short.resolve(prefix)
	switch len(found) {
	case 0:
		return linkage.Cluster{}, notFound("tflink clusters lists them; a case is shown by: tflink show case ID", "no cluster is called %q", text(prefix))
	case 1:
		k, _ := net.Cluster(found[0])
		return k, nil
	}
	var all []string
	for _, id := range found[:min(5, len(found))] {
		all = append(all, short.of(id))
	}
	return linkage.Cluster{}, notFound("write more of it: "+strings.Join(all, ", "), "%q may be any of %d clusters", text(prefix), len(found))
}

// findCase returns the number of the case with the given name or id.
func findCase(net *linkage.Network, name string) (int, error) {
	found := net.FindCase(name)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return 0, notFound(nearCase(net, name), "no case is called %q", text(name))
	}
	var all []string
	for _, i := range found {
		all = append(all, "'"+net.Case(i).Name+"'")
	}
	return 0, notFound("write one of: "+strings.Join(all, ", "), "%d cases are called %q", len(found), text(name))
}

// nearCase returns a hint that names the case whose id is nearest.
func nearCase(net *linkage.Network, name string) string {
	best, least := "", 3
	for i := range net.NumCases() {
		id := net.Case(i).Name
		if len(id) > len(name)+2 || len(name) > len(id)+2 {
			continue
		}
		if d := distance(strings.ToLower(name), strings.ToLower(id)); d < least {
			best, least = id, d
		}
	}
	if best == "" {
		return "tflink search finds cases by what stands in them"
	}
	return "did you mean " + best + "?"
}

// lostLine says how many cases would fall away, and with them which counties.
func lostLine(cases int, counties []string) string {
	line := plural(cases, "case") + " would fall away"
	if len(counties) > 0 {
		line += fmt.Sprintf(", and with %s all of %s", them(cases), countyList(counties, 4))
	}
	return line
}

func (a *app) showCluster(s *session, k linkage.Cluster) error {
	parts, err := s.net.Communities(k)
	if err != nil {
		return err
	}
	if a.json {
		r := clusterRecord(&k)
		r.Communities = communityRecords(parts)
		r.FragilePair = fragilePairRecord(s.net.FragilePair(k))
		r.Related = relatedRecords(s.net.Related(k))
		return a.out.record(r)
	}
	p := a.out
	short := newShortIDs(s.net.ClusterIDs())
	printCluster(p, s.net, &k, short)
	p.line("weakest link %s bits (prior included) · id %s", k.Weight, k.ID)
	p.line("")
	p.line("%s", p.bold("cases"))
	for _, name := range k.Cases {
		i, err := findCase(s.net, name)
		if err != nil {
			return err
		}
		c := s.net.Case(i)
		facts := []string{text(c.Name).String(), countyList(c.Counties, 3), offenseName(c.Offense)}
		if c.From != 0 {
			facts = append(facts, c.From.String())
		}
		if c.Status != "" {
			facts = append(facts, text(c.Status).String())
		}
		p.line("  %s", strings.Join(facts, "   "))
	}
	p.line("")
	p.line("%s", p.bold("what they share"))
	for _, v := range k.Shared {
		e, _ := s.net.Entity(v.Entity.Kind, v.Entity.Key)
		p.line("  %s   %s bits   in %s", entityName(v.Entity), v.Weight, plural(v.Cases, "case"))
		if e.Doubt != "" {
			p.line("      doubt: %s", text(e.Doubt))
		}
		for _, at := range e.Sightings {
			if _, in := slices.BinarySearch(k.Cases, at.Case); in {
				p.line("      %s", sightingLine(&at))
			}
		}
	}
	if related := s.net.Related(k); len(related) > 0 {
		p.line("")
		p.line("%s", p.bold("related businesses, which are not the same"))
		for i := range related {
			p.line("  %s", relatedLine(&related[i]))
		}
	}
	pair, hasPair := s.net.FragilePair(k)
	if len(k.Fragile) > 0 || hasPair {
		p.line("")
		p.line("%s", p.bold("what it hangs on"))
		for _, f := range k.Fragile {
			p.line("  without %s %s", entityName(f.Entity), lostLine(f.Cases, f.Counties))
		}
		if more := k.FragileCount - len(k.Fragile); more > 0 {
			p.line("  and %s that cost fewer cases", plural(more, "other"))
		}
		if hasPair {
			p.line("  without both %s and %s %s", entityName(pair.Entities[0]), entityName(pair.Entities[1]), lostLine(pair.Cases, pair.Counties))
		}
	}
	if c := k.Next; c != nil {
		p.line("")
		p.line("check next: %s: %s", entityName(c.Entity), c.How)
		p.line("  of all it rests on, this tells most for the effort: it is coincidence with a chance of %s", probability(c.Doubt))
	}
	if len(parts) > 0 {
		p.line("")
		p.line("%s", p.bold("parts that hang together closely"))
	}
	for _, c := range parts {
		p.line("  %s of %s: %s", plural(len(c.Cases), "case"), countyList(c.Counties, 4), firstCases(c.Cases))
		for _, side := range []struct {
			how    string
			values []linkage.Shared
		}{{"held together by", c.Holds}, {"joined to the rest by", c.Joins}} {
			if len(side.values) > 0 {
				p.line("      %s %s", side.how, sharedLine(side.values))
			}
		}
	}
	p.line("")
	p.line("next: tflink explain %s %s%s · tflink map %s%s -o map.svg", shellQuote(k.Cases[0]), shellQuote(k.Cases[1]), s.again(), short.of(k.ID), s.again())
	return nil
}

// relatedLine names related businesses and what relates them.
func relatedLine(r *linkage.Related) string {
	var names []string
	for _, b := range r.Businesses {
		names = append(names, text(b.Display).String())
	}
	if r.More > 0 {
		names = append(names, fmt.Sprintf("%d more that were not compared", r.More))
	}
	return fmt.Sprintf("%s: through %s, in %s", strings.Join(names, " · "), entityName(r.Through), firstCases(r.Cases))
}

// fewShown is how many of the values and cases of a community are named.
const fewShown = 3

// sharedLine names the first values of a list, with how many cases have each.
func sharedLine(all []linkage.Shared) string {
	var names []string
	for _, v := range all[:min(fewShown, len(all))] {
		names = append(names, fmt.Sprintf("%s in %d", entityName(v.Entity), v.Cases))
	}
	if more := len(all) - fewShown; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, " · ")
}

// firstCases names the first cases of a list.
func firstCases(all []string) string {
	names := texts(all[:min(fewShown, len(all))], ", ").String()
	if more := len(all) - fewShown; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	return names
}

// sightingLine returns where a value stands, for people.
func sightingLine(at *linkage.Sighting) string {
	facts := []string{text(at.Case).String()}
	if at.Raw != "" {
		facts = append(facts, fmt.Sprintf("“%s”", short(at.Raw, 60)))
	}
	if at.Role != linkage.RoleUnknown {
		facts = append(facts, at.Role.String()+"'s")
	}
	for _, t := range at.Attributes {
		facts = append(facts, text(t.Name+" "+t.Value).String())
	}
	if at.Date != 0 {
		facts = append(facts, at.Date.String())
	}
	if at.InText {
		facts = append(facts, "in the narrative")
	}
	if at.Unsure {
		facts = append(facts, "unsure, not linked on")
	}
	if !at.Source.IsZero() {
		facts = append(facts, text(at.Source.String()).String())
	}
	return strings.Join(facts, "  ")
}

func (a *app) showCase(ctx context.Context, s *session, name string) error {
	i, err := findCase(s.net, name)
	if err != nil {
		return err
	}
	c := s.net.Case(i)
	mentions := s.net.Mentions(i)
	narratives, err := s.narratives(ctx, i)
	if err != nil {
		return a.workspaceError(err)
	}
	if a.json {
		r := caseJSON{
			Type: "case", Case: c.Name, ID: c.ID, Agency: c.Agency, Counties: notNil(c.Counties), CountyDoubt: c.CountyDoubt,
			From: c.From, To: c.To, Offense: c.Offense.String(), Status: c.Status, Minors: c.Minors, Cluster: c.Cluster,
			Mentions: []mentionJSON{}, Narratives: narratives, Source: positionRecord(c.Source),
		}
		for j := range mentions {
			r.Mentions = append(r.Mentions, mentionRecord(&mentions[j]))
		}
		return a.out.record(r)
	}
	p := a.out
	facts := []string{p.bold(text(c.Name)), countyList(c.Counties, 4), offenseName(c.Offense)}
	for _, f := range []string{period(c.From, c.To), c.Status} {
		if f != "" {
			facts = append(facts, text(f).String())
		}
	}
	p.line("%s", strings.Join(facts, "   "))
	if c.CountyDoubt != "" {
		p.line("county in doubt: %s", text(c.CountyDoubt))
	}
	if c.Minors {
		p.line("minors are involved")
	}
	p.line("told at %s", text(c.Source.String()))
	p.line("")
	for j := range mentions {
		e := &mentions[j]
		with := "in no other case"
		if n := e.NumCases; n > 1 {
			with = fmt.Sprintf("in %s, %s bits", plural(n, "case"), e.Weight)
			if e.Hub > 0 {
				with += ", damped as a hub"
			}
		}
		p.line("  %s   %s", entityName(e.EntityRef), with)
		if e.Doubt != "" {
			p.line("      doubt: %s", text(e.Doubt))
		}
		for k := range e.Sightings {
			p.line("      %s", sightingLine(&e.Sightings[k]))
		}
	}
	for _, n := range narratives {
		p.line("")
		p.wrap("  ", strings.Fields(text(n).String()), " ")
	}
	p.line("")
	if s.net.InCluster(i) {
		id := newShortIDs(s.net.ClusterIDs()).of(c.Cluster)
		p.line("in cluster %s · next: tflink show %s%s", id, id, s.again())
	} else {
		p.line("in no cluster")
	}
	return nil
}

func (a *app) showValue(s *session, kind normalize.Kind, raw string) error {
	v := readValue(kind, raw, "")
	e, ok := s.net.Entity(kind, v.Key())
	if !ok && v.Key() != "" {
		for _, key := range alternatives(v) {
			if e, ok = s.net.Entity(kind, key); ok {
				break
			}
		}
	}
	if !ok {
		why := "no case mentions it, or only as a victim's or a minor's"
		if v.Key() == "" && len(v.Issues()) > 0 {
			why = "it cannot be read: " + v.Issues()[0]
		}
		return notFound("tflink search finds parts of values", "%s %q: %s", kind, text(raw), why)
	}
	if a.json {
		return a.out.record(struct {
			Type string `json:"type"`
			mentionJSON
		}{"entity", mentionRecord(&e)})
	}
	p := a.out
	p.line("%s   in %s", p.bold(entityName(e.EntityRef)), plural(len(e.Cases), "case"))
	if len(e.Cases) > 1 {
		p.line("sharing it weighs %s bits · chance that it is a hub %s", e.Weight, probability(e.Hub.Probability()))
	}
	if e.Doubt != "" {
		p.line("doubt: %s", text(e.Doubt))
	}
	for k := range e.Sightings {
		p.line("  %s", sightingLine(&e.Sightings[k]))
	}
	return nil
}

// alternatives returns the keys that a value may stand under when it says less
// than the cases do: a plate without its state.
func alternatives(v normalize.Value) []string {
	plate, ok := v.(normalize.LicensePlate)
	if !ok {
		return nil
	}
	var keys []string
	for _, s := range normalize.StateCodes() {
		keys = append(keys, s+" "+plate.Number)
	}
	return keys
}
