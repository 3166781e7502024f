package cli

import (
	"strings"

	"encoding/json"
	"math"

	"github.com/tflink/tflink/linkage"
	"github.com/tflink/tflink/linkage/normalize"
	"github.com/tflink/tflink/linkage/source"
)

// The records of --json: one a line, each with a type. They are a contract,
// described in docs/contract.md; fields are added, never renamed or removed.

type entityJSON struct {
	Kind    string `json:"kind"`
	Key     string `json:"key"`
	Display string `json:"display"`
	Facet   string `json:"facet,omitempty"`
}

type sharedJSON struct {
	entityJSON
	Cases  int     `json:"cases"`
	Weight float64 `json:"weight"`
}

type fragileJSON struct {
	Entity   entityJSON `json:"entity"`
	Cases    int        `json:"cases"`
	Counties []string   `json:"counties"`
}

type checkJSON struct {
	Entity entityJSON `json:"entity"`
	How    string     `json:"how"`
	Cases  int        `json:"cases"`
	Doubt  float64    `json:"doubt"`
}

type communityJSON struct {
	Cases    []string     `json:"cases"`
	Counties []string     `json:"counties"`
	Holds    []sharedJSON `json:"held_by"`
	Joins    []sharedJSON `json:"joined_by"`
}

func communityRecords(all []linkage.Community) []communityJSON {
	var out []communityJSON
	for _, c := range all {
		out = append(out, communityJSON{c.Cases, notNil(c.Counties), sharedRecords(c.Holds), sharedRecords(c.Joins)})
	}
	return out
}

type clusterJSON struct {
	Type         string           `json:"type"`
	ID           string           `json:"id"`
	Cases        []string         `json:"cases"`
	Counties     []string         `json:"counties"`
	Weight       float64          `json:"weight"`
	Probability  float64          `json:"probability"`
	Coincidences float64          `json:"expected_coincidences"`
	Size         int              `json:"size"`
	From         normalize.Day    `json:"from,omitzero"`
	To           normalize.Day    `json:"to,omitzero"`
	Offenses     map[string]int   `json:"offenses"`
	Shared       []sharedJSON     `json:"shared"`
	Fragile      []fragileJSON    `json:"hangs_on"`
	FragileCount int              `json:"hangs_on_count"`
	FragilePair  *fragilePairJSON `json:"hangs_on_pair,omitempty"`
	Next         *checkJSON       `json:"check_next,omitempty"`
	Communities  []communityJSON  `json:"communities,omitempty"`
	Related      []relatedJSON    `json:"related,omitempty"`
	Judgements   []judgementJSON  `json:"judgements"`
}

// millionths rounds to six places, more than anything here is sure of.
func millionths(x float64) float64 { return math.Round(x*1e6) / 1e6 }

func entityRecord(e linkage.EntityRef) entityJSON {
	return entityJSON{string(e.Kind), e.Key, e.Display, e.Facet}
}

func sharedRecords(all []linkage.Shared) []sharedJSON {
	out := []sharedJSON{}
	for _, s := range all {
		out = append(out, sharedJSON{entityRecord(s.Entity), s.Cases, s.Weight.Bits()})
	}
	return out
}

type fragilePairJSON struct {
	Entities []entityJSON `json:"entities"`
	Cases    int          `json:"cases"`
	Counties []string     `json:"counties"`
}

func fragilePairRecord(p linkage.FragilePair, found bool) *fragilePairJSON {
	if !found {
		return nil
	}
	return &fragilePairJSON{[]entityJSON{entityRecord(p.Entities[0]), entityRecord(p.Entities[1])}, p.Cases, notNil(p.Counties)}
}

type relatedJSON struct {
	Businesses []entityJSON `json:"businesses"`
	More       int          `json:"more,omitempty"`
	Through    entityJSON   `json:"through"`
	Cases      []string     `json:"cases"`
}

func relatedRecords(all []linkage.Related) []relatedJSON {
	var out []relatedJSON
	for _, r := range all {
		x := relatedJSON{More: r.More, Through: entityRecord(r.Through), Cases: r.Cases}
		for _, b := range r.Businesses {
			x.Businesses = append(x.Businesses, entityRecord(b))
		}
		out = append(out, x)
	}
	return out
}

func clusterRecord(k *linkage.Cluster) clusterJSON {
	r := clusterJSON{
		Type: "cluster", ID: k.ID, Cases: k.Cases, Counties: notNil(k.Counties), Size: len(k.Cases),
		Weight: k.Weight.Bits(), Probability: millionths(k.Probability), Coincidences: millionths(k.Coincidences),
		From: k.From, To: k.To, Offenses: map[string]int{}, Shared: sharedRecords(k.Shared), Fragile: []fragileJSON{}, FragileCount: k.FragileCount, Judgements: judgementRecords(k.Judgements),
	}
	for o, n := range k.Offenses {
		if n > 0 {
			r.Offenses[linkage.Offense(o).String()] = n
		}
	}
	for _, f := range k.Fragile {
		r.Fragile = append(r.Fragile, fragileJSON{entityRecord(f.Entity), f.Cases, notNil(f.Counties)})
	}
	if c := k.Next; c != nil {
		r.Next = &checkJSON{entityRecord(c.Entity), c.How, c.Cases, millionths(c.Doubt)}
	}
	return r
}

// assignment prints which cluster a case is in.
func (a *app) assignment(kase, cluster string) error {
	if !a.json {
		a.out.line("%s\t%s", text(kase), cluster)
		return nil
	}
	if plainASCII(kase) && !strings.ContainsAny(kase, `"\<>&`) { // nothing to escape: nearly all cases, of which there may be millions
		for _, part := range [...]string{`{"type":"assignment","case":"`, kase, `","cluster":"`, cluster, `"}`} {
			a.out.w.WriteString(part)
		}
		return a.out.w.WriteByte('\n')
	}
	return a.out.record(struct {
		Type    string `json:"type"`
		Case    string `json:"case"`
		Cluster string `json:"cluster"`
	}{"assignment", kase, cluster})
}

type caseJSON struct {
	Type        string        `json:"type"`
	Case        string        `json:"case"`
	ID          string        `json:"id"`
	Agency      string        `json:"agency"`
	Counties    []string      `json:"counties"`
	CountyDoubt string        `json:"county_doubt,omitempty"`
	From        normalize.Day `json:"from,omitzero"`
	To          normalize.Day `json:"to,omitzero"`
	Offense     string        `json:"offense"`
	Status      string        `json:"status,omitempty"`
	Minors      bool          `json:"minors_involved"`
	Cluster     string        `json:"cluster"`
	Mentions    []mentionJSON `json:"mentions"`
	Narratives  []string      `json:"narratives,omitempty"`
	Source      *positionJSON `json:"source,omitempty"`
}

type mentionJSON struct {
	entityJSON
	Cases     int            `json:"cases"`
	Weight    float64        `json:"weight"`
	Hub       float64        `json:"hub"`
	Doubt     string         `json:"doubt,omitempty"`
	Sightings []sightingJSON `json:"sightings"`
}

type sightingJSON struct {
	Case       string            `json:"case"`
	Raw        string            `json:"raw"`
	Role       string            `json:"role,omitempty"`
	Date       normalize.Day     `json:"date,omitzero"`
	InText     bool              `json:"in_text,omitempty"`
	Unsure     bool              `json:"unsure,omitempty"`
	Attributes map[string]string `json:"attributes,omitempty"`
	Source     *positionJSON     `json:"source,omitempty"`
}

type positionJSON struct {
	File   string `json:"file"`
	Sheet  string `json:"sheet,omitempty"`
	Line   int    `json:"line"`
	Column int    `json:"column,omitempty"`
}

func positionRecord(p source.Position) *positionJSON {
	if p.IsZero() {
		return nil
	}
	return &positionJSON{p.File, p.Sheet, p.Line, p.Column}
}

func mentionRecord(e *linkage.Entity) mentionJSON {
	m := mentionJSON{
		entityJSON: entityRecord(e.EntityRef), Cases: e.NumCases, Weight: e.Weight.Bits(), Doubt: e.Doubt,
		Sightings: sightingRecords(e.Sightings),
	}
	if e.NumCases > 1 {
		m.Hub = millionths(e.Hub.Probability())
	}
	return m
}

func sightingRecords(all []linkage.Sighting) []sightingJSON {
	out := []sightingJSON{}
	for _, s := range all {
		r := sightingJSON{Case: s.Case, Raw: s.Raw, Role: s.Role.String(), Date: s.Date, InText: s.InText, Unsure: s.Unsure, Source: positionRecord(s.Source)}
		for _, at := range s.Attributes {
			if r.Attributes == nil {
				r.Attributes = map[string]string{}
			}
			r.Attributes[at.Name] = at.Value
		}
		out = append(out, r)
	}
	return out
}

type reasonJSON struct {
	Text   string  `json:"text"`
	Weight float64 `json:"weight"`
}

type evidenceJSON struct {
	Entity  entityJSON      `json:"entity"`
	Weight  float64         `json:"weight"`
	Reasons []reasonJSON    `json:"reasons"`
	Cases   int             `json:"cases"`
	Hub     float64         `json:"hub"`
	A       []sightingJSON  `json:"a"`
	B       []sightingJSON  `json:"b"`
	Judged  []judgementJSON `json:"judgements,omitempty"`
}

type linkJSON struct {
	A           string         `json:"a"`
	B           string         `json:"b"`
	Prior       float64        `json:"prior"`
	Weight      float64        `json:"weight"`
	Doubt       *reasonJSON    `json:"doubt,omitempty"`
	Probability float64        `json:"probability"`
	Kept        bool           `json:"kept"`
	Related     []relatedJSON  `json:"related,omitempty"`
	Judgement   *judgementJSON `json:"judgement,omitempty"`
	Evidence    []evidenceJSON `json:"evidence"`
}

func linkRecord(l *linkage.Link) linkJSON {
	r := linkJSON{
		A: l.A, B: l.B, Prior: l.Prior.Bits(), Weight: l.Weight.Bits(), Probability: millionths(l.Probability),
		Kept: l.Kept, Evidence: []evidenceJSON{}, Related: relatedRecords(l.Related),
	}
	if l.Doubt.Weight != 0 {
		r.Doubt = &reasonRecords([]linkage.Reason{l.Doubt})[0]
	}
	if l.Judgement != nil {
		r.Judgement = &judgementRecords([]linkage.Judgement{*l.Judgement})[0]
	}
	for i := range l.Evidence {
		e := &l.Evidence[i]
		r.Evidence = append(r.Evidence, evidenceJSON{
			Entity: entityRecord(e.Entity), Weight: e.Weight.Bits(), Reasons: reasonRecords(e.Reasons), Cases: e.Cases,
			Hub: millionths(e.Hub.Probability()), A: sightingRecords(e.A), B: sightingRecords(e.B), Judged: judgementRecords(e.Judgements),
		})
	}
	return r
}

func reasonRecords(all []linkage.Reason) []reasonJSON {
	out := []reasonJSON{}
	for _, r := range all {
		out = append(out, reasonJSON{r.Text, r.Weight.Bits()})
	}
	return out
}

// partsJSON is a value's parts as a JSON object, in the order of the parts.
type partsJSON []normalize.Part

// MarshalJSON writes the parts as one object; of parts of one name the first counts.
func (p partsJSON) MarshalJSON() ([]byte, error) {
	m := make(map[string]string, len(p))
	for _, part := range p {
		if _, have := m[part.Name]; !have {
			m[part.Name] = part.Value
		}
	}
	return json.Marshal(m)
}

func notNil(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
