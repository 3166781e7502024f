package pages

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"math"
	"strings"

	"github.com/tflink/tflink/graphs"
	"github.com/tflink/tflink/graphs/dot"
	"github.com/tflink/tflink/graphs/draw"
	"github.com/tflink/tflink/internal/phrase"
	"github.com/tflink/tflink/linkage"
)

// cytoscape draws the network in the browser; see assets/README.md.
//
//go:embed assets/cytoscape.min.js
var cytoscape string

//go:embed assets/explore.js
var exploreScript string

// An explorer is the data of the interactive page: the graph of the cluster with its
// places, the links that hold it together, and where everything stands. Numbers
// stand for nodes, links and texts by their place in the lists.
type explorer struct {
	Name     string           `json:"name"`
	Least    float64          `json:"least"` // bits of the weakest link
	Most     float64          `json:"most"`
	Counties []exploredCounty `json:"counties"`
	Nodes    []exploredNode   `json:"nodes"`
	Edges    []exploredEdge   `json:"edges"`
	Links    []exploredLink   `json:"links"`
	Texts    []string         `json:"texts"` // of reasons
}

type exploredCounty struct {
	Name  string `json:"name"`
	Color string `json:"color"`
	Sign  string `json:"sign"` // of markerSigns
}

// markerSigns are the markers of counties as characters.
var markerSigns = [draw.Markers]string{"●", "■", "▲", "◆", "◉", "✚", "▼", "★"}

type exploredNode struct {
	Name   string             `json:"name"`
	Kind   string             `json:"kind"`
	X      int                `json:"x"`
	Y      int                `json:"y"`
	County int                `json:"county"` // of a case; -1: none
	Where  string             `json:"where,omitempty"`
	From   string             `json:"from,omitempty"`
	To     string             `json:"to,omitempty"`
	Detail string             `json:"detail,omitempty"`
	Weight float64            `json:"weight,omitempty"` // of a value: what sharing it says
	Seen   []exploredSighting `json:"seen,omitempty"`   // of a value
}

type exploredSighting struct {
	Case int    `json:"case"`
	Raw  string `json:"raw,omitempty"`
	Said string `json:"said,omitempty"`
	Date string `json:"date,omitempty"`
	At   string `json:"at,omitempty"`
}

// An exploredEdge joins a case with a value; Weight is that of the strongest link of
// the case in which the value speaks for it.
type exploredEdge struct {
	Case   int     `json:"case"`
	Value  int     `json:"value"`
	Weight float64 `json:"weight"`
}

type exploredLink struct {
	A        int                `json:"a"`
	B        int                `json:"b"`
	Weight   float64            `json:"weight"`
	Chance   string             `json:"chance"`
	Judged   string             `json:"judged,omitempty"`
	Evidence []exploredEvidence `json:"evidence"`
}

type exploredEvidence struct {
	Name    string       `json:"name"`
	Weight  float64      `json:"weight"`
	Reasons [][2]float64 `json:"reasons,omitempty"` // text, bits
}

// newExplorer gathers what the interactive page shows, with the places computed
// here, so that the browser lays nothing out.
func (f *finding) newExplorer(ctx context.Context, g *graphs.Network, o Options) (*explorer, error) {
	places, err := dot.Places(ctx, g)
	if err != nil {
		return nil, err
	}
	x := &explorer{Name: o.name(f.k), Texts: []string{}, Links: []exploredLink{}, Edges: []exploredEdge{}}
	number := x.addCases(f, g, places)
	values := x.addValues(f, g, places, number)
	x.addLinks(f, number)
	x.addEdges(f, g, number, values)
	return x, nil
}

// addCases adds the cases, and returns their numbers by name.
func (x *explorer) addCases(f *finding, g *graphs.Network, places []dot.Place) map[string]int {
	number := make(map[string]int, len(f.cases))
	county := map[string]int{}
	look := f.countyTone()
	for i := range f.cases {
		c := &f.cases[i]
		v, ok := g.Find("case:" + c.Name)
		if !ok {
			continue
		}
		node := exploredNode{
			Name: phrase.Plain(c.Name), Kind: graphs.KindCase, X: point(places[v].X), Y: point(places[v].Y), County: -1,
			Where: phrase.Plain(phrase.Counties(c.Counties, 4)), Detail: phrase.Plain(joined(phrase.Offense(c.Offense), c.Status, agency(c), c.Source.String())),
		}
		if code := f.county(c.Name); code != "" {
			if _, known := county[code]; !known {
				county[code] = len(x.Counties)
				_, sign := look(code)
				x.Counties = append(x.Counties, exploredCounty{phrase.County(code), fmt.Sprintf("#%06x", places[v].Color), markerSigns[sign]})
			}
			node.County = county[code]
		}
		if d := firstDay(c); d != 0 {
			node.From, node.To = d.String(), max(d, c.To).String()
		}
		number[c.Name] = len(x.Nodes)
		x.Nodes = append(x.Nodes, node)
	}
	return number
}

// addValues adds the shared values, and returns their numbers by their ids in the graph.
func (x *explorer) addValues(f *finding, g *graphs.Network, places []dot.Place, number map[string]int) map[string]int {
	of := map[string]int{}
	for i := range f.values {
		v := &f.values[i]
		id := v.Entity.NodeID()
		at, ok := g.Find(id)
		if !ok {
			continue
		}
		node := exploredNode{
			Name: phrase.Plain(phrase.Entity(v.Entity)), Kind: phrase.Plain(string(v.Entity.Kind)), X: point(places[at].X), Y: point(places[at].Y),
			County: -1, Weight: rounded(v.Weight), Detail: phrase.Plain(v.doubt),
		}
		for j := range v.sightings {
			s := &v.sightings[j]
			node.Seen = append(node.Seen, exploredSighting{number[s.Case], phrase.Short(s.Raw, longestCell), phrase.Plain(said(s)), s.Date.String(), phrase.Plain(s.Source.String())})
		}
		of[id] = len(x.Nodes)
		x.Nodes = append(x.Nodes, node)
	}
	return of
}

func (x *explorer) addLinks(f *finding, number map[string]int) {
	texts := map[string]int{}
	x.Least, x.Most = math.Inf(1), math.Inf(-1)
	for i := range f.links {
		l := &f.links[i]
		w := rounded(strength(l))
		link := exploredLink{A: number[l.A], B: number[l.B], Weight: w, Chance: phrase.Probability(l.Probability), Evidence: []exploredEvidence{}}
		if w < rounded(judgedStrength) {
			x.Least, x.Most = min(x.Least, w), max(x.Most, w)
		}
		if l.Judgement != nil {
			link.Judged = l.Judgement.Verdict.String()
		}
		for _, e := range l.Evidence {
			shown := exploredEvidence{Name: phrase.Plain(phrase.Entity(e.Entity)), Weight: rounded(e.Weight)}
			for _, r := range e.Reasons {
				if r.Text == "" || r.Weight.String() == "-0.0" || r.Weight.String() == "+0.0" {
					continue
				}
				t := phrase.Plain(r.Text)
				if _, known := texts[t]; !known {
					texts[t] = len(x.Texts)
					x.Texts = append(x.Texts, t)
				}
				shown.Reasons = append(shown.Reasons, [2]float64{float64(texts[t]), rounded(r.Weight)})
			}
			link.Evidence = append(link.Evidence, shown)
		}
		if l.Doubt.Weight != 0 {
			link.Evidence = append(link.Evidence, exploredEvidence{Name: phrase.Plain(l.Doubt.Text), Weight: rounded(l.Doubt.Weight)})
		}
		x.Links = append(x.Links, link)
	}
	if math.IsInf(x.Least, 0) { // every link is a person's
		x.Least, x.Most = 0, 0
	}
}

// addEdges adds the edges of the graph, each with the strongest link that it carries.
func (x *explorer) addEdges(f *finding, g *graphs.Network, number, values map[string]int) {
	type end struct {
		kase  string
		value linkage.EntityRef
	}
	carries := map[end]float64{}
	for i := range f.links {
		l := &f.links[i]
		for _, e := range l.Evidence {
			for _, c := range []string{l.A, l.B} {
				if w, known := carries[end{c, e.Entity}]; e.Weight > 0 && (!known || rounded(strength(l)) > w) {
					carries[end{c, e.Entity}] = rounded(strength(l))
				}
			}
		}
	}
	for i := range f.values {
		v := &f.values[i]
		at, ok := g.Find(v.Entity.NodeID())
		if !ok {
			continue
		}
		for _, u := range g.Adjacent(at) {
			name := g.At(u).Label
			w, carried := carries[end{name, v.Entity}]
			if !carried {
				w = x.Least
			}
			x.Edges = append(x.Edges, exploredEdge{number[name], values[v.Entity.NodeID()], w})
		}
	}
}

// joined returns what is not empty, with a dot between.
func joined(parts ...string) string { return strings.Join(nonEmpty(parts...), " · ") }

// rounded returns bits as they are shown, and a little finer.
func rounded(w linkage.Weight) float64 { return math.Round(w.Bits()*100) / 100 }

// point rounds a place to whole points.
func point(v float64) int { return int(math.Round(v)) }

// htmlExplorer is what the page has of an explorer.
type htmlExplorer struct {
	Cases    int
	Values   int
	Counties []exploredCounty
	Kinds    []string
	Data     template.JS
	Library  template.JS
	Script   template.JS
}

// html returns the data as JSON in which nothing ends a script or begins a comment:
// encoding/json writes <, >, & and the line separators as escapes.
func (x *explorer) html() (*htmlExplorer, error) {
	data, err := json.Marshal(x)
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	h := &htmlExplorer{Counties: x.Counties, Data: template.JS(data), Library: template.JS(cytoscape), Script: template.JS(exploreScript)}
	var kinds []string
	for _, n := range x.Nodes {
		if n.Kind == graphs.KindCase {
			h.Cases++
		} else {
			h.Values++
			kinds = append(kinds, n.Kind)
		}
	}
	h.Kinds = distinct(kinds)
	return h, nil
}
