package linkage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"go.yaml.in/yaml/v3"
)

// parametersForm is the version of the written form. A reader refuses others.
const parametersForm = 1

// ParametersSource says what parameters were learned from. It holds no values of cases.
type ParametersSource struct {
	Base     string   `yaml:"base" json:"base"` // version of the parameters that learning started from
	Files    []string `yaml:"files,omitempty" json:"files,omitempty"`
	Cases    int      `yaml:"cases" json:"cases"`
	Truth    string   `yaml:"truth,omitempty" json:"truth,omitempty"` // name of the file of true clusters; "" if there was none
	Labelled int      `yaml:"labelled,omitempty" json:"labelled,omitempty"`
	Method   string   `yaml:"method" json:"method"`
}

// parametersYAML is the written form: weights in bits.
type parametersYAML struct {
	Form       int                 `yaml:"form" json:"form"`
	Version    string              `yaml:"version" json:"version"`
	Learned    *ParametersSource   `yaml:"learned_from,omitempty" json:"learned_from,omitempty"`
	Prior      inBits              `yaml:"prior" json:"prior"`
	Threshold  float64             `yaml:"threshold" json:"threshold"`
	TwoMakes   inBits              `yaml:"two_makes" json:"two_makes"`
	TwoBirths  inBits              `yaml:"two_births" json:"two_births"`
	TwoFirms   inBits              `yaml:"two_firms" json:"two_firms"`
	TwoUnits   inBits              `yaml:"two_units" json:"two_units"`
	Kinds      map[string]kindYAML `yaml:"kinds" json:"kinds"`
	Hub        hubYAML             `yaml:"hub" json:"hub"`
	Lone       *loneYAML           `yaml:"lone_pairs,omitempty" json:"lone_pairs,omitempty"` // absent in files of before 2026.4: as shipped
	TradeWords map[string]float64  `yaml:"trade_words,omitempty" json:"trade_words,omitempty"`
}

type kindYAML struct {
	M           float64 `yaml:"m" json:"m"`
	U           float64 `yaml:"u" json:"u"`
	LeastU      float64 `yaml:"least_u,omitempty" json:"least_u,omitempty"`
	Most        inBits  `yaml:"most" json:"most"`
	Turnover    float64 `yaml:"turnover" json:"turnover"`
	HubAtTwo    inBits  `yaml:"hub_at_two" json:"hub_at_two"`
	HubDoubling inBits  `yaml:"hub_doubling" json:"hub_doubling"`
}

type hubYAML struct {
	Inside         inBits  `yaml:"inside" json:"inside"`
	Outside        inBits  `yaml:"outside" json:"outside"`
	Alone          inBits  `yaml:"alone" json:"alone"`
	Passes         int     `yaml:"passes" json:"passes"`
	Residual       inBits  `yaml:"residual" json:"residual"`
	Week           inBits  `yaml:"week" json:"week"`
	Few            inBits  `yaml:"few" json:"few"`
	FewCases       int     `yaml:"few_cases" json:"few_cases"`
	Public         inBits  `yaml:"public" json:"public"`
	Face           float64 `yaml:"face" json:"face"`
	FaceCases      int     `yaml:"face_cases" json:"face_cases"`
	FaceHub        inBits  `yaml:"face_hub" json:"face_hub"`
	Misspelt       inBits  `yaml:"misspelt" json:"misspelt"`
	SpreadDays     float64 `yaml:"spread_days" json:"spread_days"`
	SpreadDoubling inBits  `yaml:"spread_doubling" json:"spread_doubling"`
	SpreadMost     inBits  `yaml:"spread_most" json:"spread_most"`
	County         inBits  `yaml:"county" json:"county"`
	CountyMost     inBits  `yaml:"county_most" json:"county_most"`
	CountiesFree   int     `yaml:"counties_free" json:"counties_free"`
}

type loneYAML struct {
	Prior        inBits  `yaml:"prior" json:"prior"`
	Roving       float64 `yaml:"roving" json:"roving"`
	RingDays     float64 `yaml:"ring_days" json:"ring_days"`
	ChanceDays   float64 `yaml:"chance_days" json:"chance_days"`
	OneCounty    inBits  `yaml:"one_county" json:"one_county"`
	NextCounty   inBits  `yaml:"next_county" json:"next_county"`
	NearCounty   inBits  `yaml:"near_county" json:"near_county"`
	FarCounty    inBits  `yaml:"far_county" json:"far_county"`
	SameOffense  inBits  `yaml:"same_offense" json:"same_offense"`
	OtherOffense inBits  `yaml:"other_offense" json:"other_offense"`
	Differ       inBits  `yaml:"differ" json:"differ"`
}

func (p *LoneParameters) written() *loneYAML {
	c := &p.County
	return &loneYAML{
		inBits(p.Prior), p.Roving, p.RingDays, p.ChanceDays, inBits(c[oneCounty]), inBits(c[nextCounty]), inBits(c[nearCounty]),
		inBits(c[farCounty]), inBits(p.SameOffense), inBits(p.OtherOffense), inBits(p.Differ),
	}
}

func (y *loneYAML) parameters() LoneParameters {
	if y == nil {
		return DefaultParameters().Lone
	}
	return LoneParameters{
		Prior: Weight(y.Prior), Roving: y.Roving, RingDays: y.RingDays, ChanceDays: y.ChanceDays,
		County:      [nearnesses]Weight{Weight(y.OneCounty), Weight(y.NextCounty), Weight(y.NearCounty), Weight(y.FarCounty)},
		SameOffense: Weight(y.SameOffense), OtherOffense: Weight(y.OtherOffense), Differ: Weight(y.Differ),
	}
}

// inBits is a weight as it is written: in bits, exact to 1/1024.
type inBits Weight

// MarshalJSON writes the weight in bits.
func (b inBits) MarshalJSON() ([]byte, error) { return json.Marshal(Weight(b).Bits()) }

// MarshalYAML writes the weight in bits.
func (b inBits) MarshalYAML() (any, error) { return Weight(b).Bits(), nil }

// UnmarshalYAML reads a weight in bits.
func (b *inBits) UnmarshalYAML(n *yaml.Node) error {
	var x float64
	if err := n.Decode(&x); err != nil {
		return err
	}
	if math.IsNaN(x) || math.Abs(x) > 1000 {
		return fmt.Errorf("line %d: %q is no weight in bits", n.Line, n.Value)
	}
	*b = inBits(math.Round(x * float64(Bit)))
	return nil
}

// written returns the form in which p is written.
func (p *Parameters) written(from *ParametersSource) *parametersYAML {
	h := &p.Hub
	out := &parametersYAML{
		Form: parametersForm, Version: p.Version, Learned: from, Prior: inBits(p.Prior), Threshold: p.Threshold,
		TwoMakes: inBits(p.TwoMakes), TwoBirths: inBits(p.TwoBirths), TwoFirms: inBits(p.TwoFirms), TwoUnits: inBits(p.TwoUnits),
		Kinds: map[string]kindYAML{}, TradeWords: p.TradeWords, Lone: p.Lone.written(),
		Hub: hubYAML{inBits(h.Inside), inBits(h.Outside), inBits(h.Alone), h.Passes, inBits(h.Residual), inBits(h.Week), inBits(h.Few), h.FewCases, inBits(h.Public),
			h.Face, h.FaceCases, inBits(h.FaceHub), inBits(h.Misspelt), h.SpreadDays, inBits(h.SpreadDoubling), inBits(h.SpreadMost),
			inBits(h.County), inBits(h.CountyMost), h.CountiesFree},
	}
	for k, kp := range p.Kinds {
		name := string(k)
		if name == "" {
			name = otherKinds
		}
		out.Kinds[name] = kindYAML{kp.M, kp.U, kp.LeastU, inBits(kp.Most), kp.Turnover, inBits(kp.HubAtTwo), inBits(kp.HubDoubling)}
	}
	return out
}

// otherKinds is the written name of the parameters of kinds that have none of their own.
const otherKinds = "other"

// parameters returns what was written.
func (y *parametersYAML) parameters() *Parameters {
	h := &y.Hub
	p := &Parameters{
		Version: y.Version, Prior: Weight(y.Prior), Threshold: y.Threshold,
		TwoMakes: Weight(y.TwoMakes), TwoBirths: Weight(y.TwoBirths), TwoFirms: Weight(y.TwoFirms), TwoUnits: Weight(y.TwoUnits),
		Kinds: map[Kind]KindParameters{}, TradeWords: y.TradeWords, Lone: y.Lone.parameters(),
		Hub: HubParameters{
			Inside: Weight(h.Inside), Outside: Weight(h.Outside), Alone: Weight(h.Alone), Passes: h.Passes, Residual: Weight(h.Residual), Week: Weight(h.Week),
			Few: Weight(h.Few), FewCases: h.FewCases, Public: Weight(h.Public), Face: h.Face, FaceCases: h.FaceCases, FaceHub: Weight(h.FaceHub),
			Misspelt: Weight(h.Misspelt), SpreadDays: h.SpreadDays, SpreadDoubling: Weight(h.SpreadDoubling), SpreadMost: Weight(h.SpreadMost),
			County: Weight(h.County), CountyMost: Weight(h.CountyMost), CountiesFree: h.CountiesFree,
		},
	}
	for name, kp := range y.Kinds {
		if name == otherKinds {
			name = ""
		}
		p.Kinds[Kind(name)] = KindParameters{
			M: kp.M, U: kp.U, LeastU: kp.LeastU, Most: Weight(kp.Most), Turnover: kp.Turnover,
			HubAtTwo: Weight(kp.HubAtTwo), HubDoubling: Weight(kp.HubDoubling),
		}
	}
	return p
}

// parametersHead explains the file to the person who opens it.
const parametersHead = `# What tflink weighs with. Give it back with --parameters. Weights are in bits: one bit doubles the odds.
# m: the chance that two cases that belong together, and both mention the kind, share a value. u: that unrelated ones do.
`

// WriteParameters writes parameters as YAML, and what they were learned from where from is
// not nil. [ReadParameters] reads it.
func WriteParameters(w io.Writer, p *Parameters, from *ParametersSource) error {
	var b bytes.Buffer
	b.WriteString(parametersHead)
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(p.written(from)); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// WriteParametersJSON writes the same as [WriteParameters] as JSON.
func WriteParametersJSON(w io.Writer, p *Parameters, from *ParametersSource) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(p.written(from))
}

// mostParameters bounds the size of a file of parameters, in bytes: real ones have a few thousand.
const mostParameters = 4 << 20

// ReadParameters reads parameters that were written as YAML or JSON. It fails on a key
// that it does not know, on another form, and where the parameters are not valid.
func ReadParameters(r io.Reader) (*Parameters, error) {
	data, err := io.ReadAll(io.LimitReader(r, mostParameters))
	if err != nil {
		return nil, err
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	var y parametersYAML
	if err := d.Decode(&y); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, errors.New("parameters: the file is empty")
		}
		return nil, fmt.Errorf("parameters: %w", err)
	}
	if y.Form != parametersForm {
		return nil, fmt.Errorf("parameters: form %d; this tflink reads form %d", y.Form, parametersForm)
	}
	if y.Version == "" {
		return nil, errors.New("parameters: no version: outputs could not say what they were weighed with")
	}
	p := y.parameters()
	for _, w := range slices.Sorted(maps.Keys(p.TradeWords)) {
		if !(p.TradeWords[w] >= 0) {
			return nil, errors.New("parameters: a trade word has less than 0 bits")
		}
	}
	return p, p.Validate()
}
