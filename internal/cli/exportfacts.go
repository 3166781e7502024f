package cli

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/graphs/export"
	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
)

// mostPlaced is up to how many nodes an export has positions: beyond it, finding them takes longer
// than all the rest, and no program draws so many.
const mostPlaced = 200_000

// exportOptions returns what an export of a network, of a cluster or of all cases, has besides its nodes
// and edges.
func (s *session) exportOptions(ctx context.Context, a *app, g *graphs.Network, cluster string, format export.Format) (export.Options, error) {
	_, to := s.days()
	o := export.Options{Title: "All cases", Date: dayText(to), Facts: s.caseFacts(g)}
	if cluster != "" {
		k, err := findCluster(s.net, cluster)
		if err != nil {
			return o, err
		}
		o.Title, o.Date = "Cluster "+k.ID, dayText(k.To)
		o.Clusters = exportClusters([]linkage.Cluster{k})
	}
	switch format {
	case export.GraphML, export.GEXF, export.Cyjs, export.ANX, export.JSON:
		if g.Len() > mostPlaced {
			a.err.line("without positions: they are found for up to %s nodes", thousands(mostPlaced))
			break
		}
		places, err := dot.Places(ctx, g)
		if err != nil {
			return o, err
		}
		for _, p := range places {
			o.Positions = append(o.Positions, export.Position{X: p.X, Y: p.Y})
		}
	case export.GeoJSON:
		m, err := s.countyMap(cluster, "", &filter{filterOptions: filterOptions{span: 2}})
		if err != nil {
			return o, err
		}
		o.Counties, o.Flows = m.Counties, m.Flows
		if cluster != "" {
			o.Counties = m.Cluster
		}
	case export.XLSX:
		o.Links = s.exportLinks(g)
		if cluster == "" {
			o.Clusters = exportClusters(s.net.Clusters(1))
		}
		o.Cut = func(texts int) {
			a.err.line("%s did not fit into a cell and end in an ellipsis", plural(texts, "text"))
		}
	}
	return o, nil
}

func dayText(d normalize.Day) string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// caseFacts returns what is known of the cases of a network, by their nodes.
func (s *session) caseFacts(g *graphs.Network) func(v int32) export.Facts {
	number := make([]int32, g.Len())
	for i := range s.net.NumCases() {
		if v, ok := g.Find(graphs.KindCase + ":" + s.net.Case(i).Name); ok {
			number[v] = int32(i)
		}
	}
	return func(v int32) export.Facts {
		if !g.At(v).IsCase() {
			return export.Facts{}
		}
		i := int(number[v])
		c := s.net.Case(i)
		f := export.Facts{
			Agency: c.Agency, Doubt: c.CountyDoubt, From: dayText(c.From), To: dayText(c.To), Status: c.Status, Source: c.Source.String(),
		}
		for _, county := range c.Counties {
			f.Counties = append(f.Counties, countyName(county))
		}
		if c.Offense != 0 {
			f.Offense = c.Offense.String()
		}
		if s.net.InCluster(i) {
			f.Cluster = c.Cluster
		}
		return f
	}
}

// exportLinks yields the links that hold clusters together between cases of the network, and what
// people decided about others.
func (s *session) exportLinks(g *graphs.Network) func(yield func(export.Link) bool) {
	return func(yield func(export.Link) bool) {
		judged := make(map[[2]string]string)
		for _, j := range s.judged {
			if j.Kind != "" {
				continue // what is judged of values shows in what the cases share
			}
			judged[[2]string{min(j.A, j.B), max(j.A, j.B)}] = fmt.Sprintf("%s, %s", j.Verdict, j.Said())
		}
		inside := func(name string) bool {
			_, ok := g.Find(graphs.KindCase + ":" + name)
			return ok
		}
		going := true
		s.net.EachLink(func(l linkage.KeptLink) bool {
			a, b := s.net.Case(l.A).Name, s.net.Case(l.B).Name
			if !inside(a) || !inside(b) {
				return true
			}
			key := [2]string{min(a, b), max(a, b)}
			link := export.Link{A: a, B: b, Probability: l.Probability, Judgement: judged[key]}
			if l.Top.Kind != "" {
				link.Through = string(l.Top.Kind) + " " + l.Top.Display
			}
			delete(judged, key)
			going = yield(link)
			return going
		})
		var rest [][2]string
		for key := range judged {
			if inside(key[0]) && inside(key[1]) {
				rest = append(rest, key)
			}
		}
		slices.SortFunc(rest, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
		for _, key := range rest {
			if !going {
				return
			}
			going = yield(export.Link{A: key[0], B: key[1], Judgement: judged[key]})
		}
	}
}

func exportClusters(list []linkage.Cluster) []export.Cluster {
	var out []export.Cluster
	for _, k := range list {
		c := export.Cluster{ID: k.ID, Cases: len(k.Cases), Probability: k.Probability, From: dayText(k.From), To: dayText(k.To)}
		for _, county := range k.Counties {
			c.Counties = append(c.Counties, countyName(county))
		}
		out = append(out, c)
	}
	return out
}
